//! Equality of values that needs no Python code.

use super::bytes::Bytes;
use super::number::{BigIntObject, Integer};
use super::string::Str;
use super::tuple::Tuple;
use super::value::Value;

/// Whether two values are the same or equal, if that can be told without running Python code.
#[inline]
pub fn decide(a: &Value, b: &Value) -> Option<bool> {
    if a.is(b) {
        return Some(true);
    }
    match (a, b) {
        (Value::Int(_), Value::Int(_)) => Some(false),
        (Value::Object(x), Value::Object(y)) => {
            if x.is_derived() || y.is_derived() {
                return None;
            }
            if let (Some(x), Some(y)) = (x.get::<Str>(), y.get::<Str>()) {
                return Some(x.as_str() == y.as_str());
            }
            decide_objects(a, b)
        }
        _ => decide_mixed(a, b),
    }
}

#[cold]
fn decide_objects(a: &Value, b: &Value) -> Option<bool> {
    if let (Some(x), Some(y)) = (a.get::<Bytes>(), b.get::<Bytes>()) {
        return Some(x.data == y.data);
    }
    if let (Some(x), Some(y)) = (a.get::<BigIntObject>(), b.get::<BigIntObject>()) {
        return Some(x.value == y.value);
    }
    if let (Some(x), Some(y)) = (a.get_ref::<Tuple>(), b.get_ref::<Tuple>()) {
        if x.len() != y.len() {
            return Some(false);
        }
        for (x, y) in x.items().iter().zip(y.items()) {
            match decide_shallow(x, y) {
                Some(true) => {}
                other => return other,
            }
        }
        return Some(true);
    }
    if a.get::<Str>().is_some() && is_plain(b) || b.get::<Str>().is_some() && is_plain(a) {
        return Some(false);
    }
    None
}

/// Like [`decide`] for the items of tuples, but does not go into further tuples: their depth is
/// the script's choice.
fn decide_shallow(a: &Value, b: &Value) -> Option<bool> {
    if a.get::<Tuple>().is_some() && b.get::<Tuple>().is_some() && !a.is(b) {
        return None;
    }
    decide(a, b)
}

fn is_plain(value: &Value) -> bool {
    value.get_exact::<Str>().is_some()
        || value.get_exact::<Bytes>().is_some()
        || value.get_exact::<BigIntObject>().is_some()
        || value.get_exact::<Tuple>().is_some()
}

/// At least one of the two is no heap object, and they are not the same.
fn decide_mixed(a: &Value, b: &Value) -> Option<bool> {
    match (number(a), number(b)) {
        (Some(x), Some(y)) => Some(numbers_equal(x, y)),
        _ => {
            let immediate = |value: &Value| !matches!(value, Value::Object(_));
            ((immediate(a) || is_plain(a)) && (immediate(b) || is_plain(b))).then_some(false)
        }
    }
}

enum Number<'a> {
    Integer(Integer<'a>),
    Float(f64),
}

fn number(value: &Value) -> Option<Number<'_>> {
    if let Value::Object(object) = value
        && object.is_derived()
    {
        return None;
    }
    match value.as_integer() {
        Some(integer) => Some(Number::Integer(integer)),
        None => value.as_float().map(Number::Float),
    }
}

fn numbers_equal(a: Number, b: Number) -> bool {
    match (a, b) {
        (Number::Integer(a), Number::Integer(b)) => compare_integers(&a, &b).is_eq(),
        (Number::Float(a), Number::Float(b)) => a == b,
        (Number::Integer(integer), Number::Float(float))
        | (Number::Float(float), Number::Integer(integer)) => {
            compare_integer_with_float(&integer, float) == Some(std::cmp::Ordering::Equal)
        }
    }
}

pub fn compare_integers(a: &Integer, b: &Integer) -> std::cmp::Ordering {
    match (a, b) {
        (Integer::Small(a), Integer::Small(b)) => a.cmp(b),
        _ => a.to_bigint().cmp(&b.to_bigint()),
    }
}

/// Exact, as in CPython: the float is not rounded to an int nor the int to a float. `None` for NaN.
pub fn compare_integer_with_float(integer: &Integer, float: f64) -> Option<std::cmp::Ordering> {
    use num_traits::FromPrimitive;
    use std::cmp::Ordering;
    if float.is_nan() {
        return None;
    }
    if float.is_infinite() {
        return Some(if float > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    if let Integer::Small(small) = integer
        && small.unsigned_abs() <= 1 << 53
    {
        return (*small as f64).partial_cmp(&float);
    }
    let whole = num_bigint::BigInt::from_f64(float.trunc())?;
    Some(match integer.to_bigint().cmp(&whole) {
        Ordering::Equal => 0.0_f64.partial_cmp(&float.fract())?,
        other => other,
    })
}
