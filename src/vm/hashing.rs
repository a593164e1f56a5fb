//! Hashing: `hash()` and what dicts and sets ask of their keys.

use crate::object::bytes::Bytes;
use crate::object::hash;
use crate::object::kinds::Kind;
use crate::object::number::BigIntObject;
use crate::object::set::FrozenSet;
use crate::object::string::Str;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

impl Vm {
    /// `hash(value)`.
    #[inline]
    pub fn hash(&mut self, value: &Value) -> Result<i64> {
        match value {
            Value::Int(number) => Ok(hash::hash_i64(*number)),
            Value::True => Ok(1),
            Value::False => Ok(0),
            Value::None => Ok(hash::HASH_NONE),
            Value::Float(number) => {
                let bits = number.get().to_bits();
                Ok(hash::hash_f64(number.get(), bits as usize))
            }
            Value::Object(object) if !object.is_derived() => {
                if let Some(text) = object.get::<Str>() {
                    return Ok(text.hash());
                }
                self.hash_of_object(value)
            }
            _ => self.hash_by_method(value),
        }
    }

    fn hash_of_object(&mut self, value: &Value) -> Result<i64> {
        let Value::Object(object) = value else { return self.hash_by_method(value) };
        match object.kind() {
            Kind::Tuple => self.hash_items(value.as_tuple().unwrap_or_default()),
            Kind::BigInt => match object.get::<BigIntObject>() {
                Some(big) => Ok(hash::hash_bigint(&big.value)),
                None => self.hash_by_method(value),
            },
            Kind::Bytes => match object.get::<Bytes>() {
                Some(bytes) => Ok(hash::hash_bytes(&bytes.data)),
                None => self.hash_by_method(value),
            },
            Kind::FrozenSet => match object.get::<FrozenSet>() {
                Some(set) => Ok(hash_frozen_set(set)),
                None => self.hash_by_method(value),
            },
            Kind::List | Kind::Dict | Kind::Set | Kind::ByteArray => Err(self.unhashable(value)),
            _ => self.hash_by_method(value),
        }
    }

    /// The hash of a tuple's items.
    pub fn hash_items(&mut self, items: &[Value]) -> Result<i64> {
        let mut hashes = smallvec::SmallVec::<[i64; 8]>::new();
        for item in items {
            hashes.push(match item {
                Value::Object(object) if object.kind() == Kind::Tuple => {
                    self.with_recursion_check("while hashing a tuple", |vm| vm.hash(item))?
                }
                _ => self.hash(item)?,
            });
        }
        Ok(hash::hash_tuple(hashes.into_iter()))
    }

    fn hash_by_method(&mut self, value: &Value) -> Result<i64> {
        let name = self.names.hash.clone();
        match self.lookup_special(value, &name) {
            None | Some(Value::None) => return Err(self.unhashable(value)),
            Some(_) => {}
        }
        match self.call_special(value, &name, &[])? {
            Some(Value::Int(number)) => Ok(hash::not_minus_one(number)),
            Some(Value::True) => Ok(1),
            Some(Value::False) => Ok(0),
            Some(other) if other.as_integer().is_some() => {
                let big = other.as_integer().map(|number| number.to_bigint()).unwrap_or_default();
                match i64::try_from(&big) {
                    Ok(small) => Ok(hash::not_minus_one(small)),
                    Err(_) => Ok(hash::hash_bigint(&big)),
                }
            }
            _ => Err(self.type_error("__hash__ method should return an integer")),
        }
    }

    /// "unhashable type: …"
    #[cold]
    pub fn unhashable(&mut self, value: &Value) -> Ref<Exception> {
        let kind = self.type_name(value);
        self.type_error(format!("unhashable type: '{kind}'"))
    }
}

/// The hash of a frozenset, computed once.
pub fn hash_frozen_set(set: &FrozenSet) -> i64 {
    if let Some(hash) = set.hash.get() {
        return hash;
    }
    let entries = set.table.entries();
    let hash = hash::hash_frozenset(entries.iter().map(|(hash, _)| *hash));
    set.hash.set(Some(hash));
    hash
}
