//! Numbers that do not live in the value itself.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::heap::{HeapObject, ObjectRef, Ref};
use super::kinds::Kind;
use super::value::Value;
use crate::text::complex_text::Complex;

/// An int beyond 64 bits, or an instance of a class derived from `int`.
pub struct BigIntObject {
    pub value: BigInt,
}

impl HeapObject for BigIntObject {
    const KIND: Kind = Kind::BigInt;
    const TRACKED: bool = false;

    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}
}

/// The float of an instance of a class derived from `float`.
pub struct BoxedFloat {
    pub value: f64,
}

impl HeapObject for BoxedFloat {
    const KIND: Kind = Kind::BoxedFloat;
    const TRACKED: bool = false;

    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}
}

/// A complex number.
pub struct ComplexObject {
    pub value: Complex,
}

impl HeapObject for ComplexObject {
    const KIND: Kind = Kind::Complex;
    const TRACKED: bool = false;

    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}
}

/// The int of that size, in its one form.
pub fn from_bigint(value: BigInt) -> Value {
    match value.to_i64() {
        Some(small) => Value::Int(small),
        None => Value::object(Ref::new(BigIntObject { value })),
    }
}

/// An int of any size, borrowed where it is big.
pub use crate::text::int_text::IntRef as Integer;

impl Value {
    /// The number of an int, a bool or an instance of a class derived from them.
    #[inline]
    pub fn as_integer(&self) -> Option<Integer<'_>> {
        match self {
            Value::Int(value) => Some(Integer::Small(*value)),
            Value::True => Some(Integer::Small(1)),
            Value::False => Some(Integer::Small(0)),
            Value::Object(object) => {
                object.get::<BigIntObject>().map(|big| Integer::Big(&big.value))
            }
            _ => None,
        }
    }

    /// The number of a complex number or an instance of a class derived from `complex`.
    pub fn as_complex(&self) -> Option<Complex> {
        self.get::<ComplexObject>().map(|object| object.value)
    }

    /// The number of a float or an instance of a class derived from it.
    #[inline]
    pub fn as_float(&self) -> Option<f64> {
        match self {
            Value::Float(bits) => Some(bits.get()),
            Value::Object(object) => object.get::<BoxedFloat>().map(|boxed| boxed.value),
            _ => None,
        }
    }
}

/// A NaN whose bits no other one has: as different from others as CPython's float objects are.
pub fn fresh_nan() -> f64 {
    thread_local! {
        static NEXT: std::cell::Cell<u64> = const { std::cell::Cell::new(1) };
    }
    const PAYLOAD: u64 = (1 << 51) - 1;
    let payload = NEXT.with(|next| next.replace(next.get().wrapping_add(1))) & PAYLOAD;
    f64::from_bits(f64::NAN.to_bits() | payload)
}
