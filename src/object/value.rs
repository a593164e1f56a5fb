//! A Python value: sixteen bytes.
//!
//! The layout decides the speed of everything. rustc passes an enum of two words in two registers
//! only if every payload is one integer or one pointer of the same size; a `bool` or an `f64` among
//! the variants would send every push and pop through memory, with stalls that make the VM three to
//! four times slower. So truth values are variants of their own, floats are kept as bits, and there
//! is one variant for all heap objects.

use super::heap::{self, HeapObject, ObjectRef, Ref};

/// A Python value. Small ints and floats live in the value itself.
pub enum Value {
    /// No value: an unbound variable, an absent argument. Scripts never see it.
    Unbound,
    None,
    False,
    True,
    Ellipsis,
    NotImplemented,
    /// An int that fits into 64 bits; a larger one is a heap object, and never a smaller one.
    Int(i64),
    Float(FloatBits),
    Object(ObjectRef),
}

/// A float as its bits; see the module's text for why.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct FloatBits(u64);

impl FloatBits {
    #[inline(always)]
    pub fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}

impl Clone for Value {
    #[inline(always)]
    fn clone(&self) -> Value {
        // Two questions instead of one for each variant: is it an object, and if not, which bits.
        if let Value::Object(object) = self {
            return Value::Object(object.clone());
        }
        heap::copy_of_immediate(self)
    }
}

impl Value {
    #[inline(always)]
    pub fn float(value: f64) -> Value {
        Value::Float(FloatBits(value.to_bits()))
    }

    #[inline(always)]
    pub fn bool(value: bool) -> Value {
        if value { Value::True } else { Value::False }
    }

    #[inline(always)]
    pub fn object<T: HeapObject>(object: Ref<T>) -> Value {
        Value::Object(object.into_object())
    }

    #[inline(always)]
    pub fn is_unbound(&self) -> bool {
        matches!(self, Value::Unbound)
    }

    #[inline(always)]
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// `None` for [`Value::Unbound`]: how natives read optional arguments.
    pub fn bound(&self) -> Option<&Value> {
        if self.is_unbound() { None } else { Some(self) }
    }

    /// The payload, if this is a heap object of that kind (of a derived class too).
    #[inline(always)]
    pub fn get<T: HeapObject>(&self) -> Option<&T> {
        match self {
            Value::Object(object) => object.get::<T>(),
            _ => None,
        }
    }

    /// The counted pointer, if this is a heap object of that kind (of a derived class too).
    #[inline(always)]
    pub fn get_ref<T: HeapObject>(&self) -> Option<&Ref<T>> {
        match self {
            Value::Object(object) => object.downcast_ref::<T>(),
            _ => None,
        }
    }

    /// The counted pointer itself, if this is a heap object of that kind.
    #[inline(always)]
    pub fn into_ref<T: HeapObject>(self) -> Option<Ref<T>> {
        match self {
            Value::Object(object) => object.downcast::<T>().ok(),
            _ => None,
        }
    }

    /// The payload, if this is a heap object of exactly the kind's own class.
    #[inline(always)]
    pub fn get_exact<T: HeapObject>(&self) -> Option<&T> {
        match self {
            Value::Object(object) if !object.is_derived() => object.get::<T>(),
            _ => None,
        }
    }

    /// The heap object, if it is one.
    #[inline(always)]
    pub fn as_object(&self) -> Option<&ObjectRef> {
        match self {
            Value::Object(object) => Some(object),
            _ => None,
        }
    }

    /// Python's `is`.
    #[inline(always)]
    pub fn is(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Object(a), Value::Object(b)) => a.same(b),
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a == b,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }

    /// Drops the value, unless it is the last reference to an object, which is given back: dropping
    /// that one may take long and make finalisers due.
    #[inline(always)]
    pub fn drop_unless_last(self) -> Option<ObjectRef> {
        match self {
            Value::Object(object) => object.drop_unless_last(),
            _ => None,
        }
    }

    pub fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        if let Value::Object(object) = self {
            visit(object);
        }
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Value {
        Value::Int(value)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::bool(value)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Value {
        Value::float(value)
    }
}

impl From<usize> for Value {
    fn from(value: usize) -> Value {
        match i64::try_from(value) {
            Ok(value) => Value::Int(value),
            Err(_) => super::number::from_bigint(value.into()),
        }
    }
}

impl From<num_bigint::BigInt> for Value {
    fn from(value: num_bigint::BigInt) -> Value {
        super::number::from_bigint(value)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::object(super::string::Str::new(text))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::object(super::string::Str::from_string(text))
    }
}

impl<T: HeapObject> From<Ref<T>> for Value {
    fn from(object: Ref<T>) -> Value {
        Value::object(object)
    }
}
