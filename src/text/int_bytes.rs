//! Integers as bytes: `int.to_bytes` and `int.from_bytes`.

use super::TextError;
use super::int_text::{IntRef, IntValue};
use num_bigint::{BigInt, Sign};

/// The order of the bytes of an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByteOrder {
    Little,
    Big,
}

impl ByteOrder {
    /// The order called `name`.
    pub fn from_name(name: &str) -> Result<Self, TextError> {
        match name {
            "little" => Ok(ByteOrder::Little),
            "big" => Ok(ByteOrder::Big),
            _ => Err(TextError::value("byteorder must be either 'little' or 'big'")),
        }
    }
}

/// `int.to_bytes(value, length, byteorder, signed=signed)`.
pub fn to_bytes(
    value: IntRef,
    length: usize,
    order: ByteOrder,
    signed: bool,
) -> Result<Vec<u8>, TextError> {
    let negative = value.is_negative();
    if negative && !signed {
        return Err(TextError::overflow("can't convert negative int to unsigned"));
    }
    let value = value.to_big();
    let mut bytes = match (signed, value.sign()) {
        (_, Sign::NoSign) => Vec::new(),
        (true, _) => value.to_signed_bytes_le(),
        (false, _) => value.magnitude().to_bytes_le(),
    };
    // -1 fits into no bytes at all: CPython finds no bit that would be lost.
    let is_nothing = length == 0 && *value == BigInt::from(-1);
    if bytes.len() > length && !is_nothing {
        return Err(TextError::overflow("int too big to convert"));
    }
    let missing = length.saturating_sub(bytes.len());
    bytes.try_reserve(missing).map_err(|_| TextError::memory())?;
    bytes.resize(length, if negative { 0xff } else { 0 });
    if order == ByteOrder::Big {
        bytes.reverse();
    }
    Ok(bytes)
}

/// `int.from_bytes(bytes, byteorder, signed=signed)`.
pub fn from_bytes(bytes: &[u8], order: ByteOrder, signed: bool) -> IntValue {
    IntValue::from(match (order, signed) {
        (ByteOrder::Little, true) => BigInt::from_signed_bytes_le(bytes),
        (ByteOrder::Big, true) => BigInt::from_signed_bytes_be(bytes),
        (ByteOrder::Little, false) => BigInt::from_bytes_le(Sign::Plus, bytes),
        (ByteOrder::Big, false) => BigInt::from_bytes_be(Sign::Plus, bytes),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for value in [0, 1, -1, 127, -128, 128, -129, i64::MAX, i64::MIN] {
            for order in [ByteOrder::Little, ByteOrder::Big] {
                let bytes = to_bytes(IntRef::Small(value), 9, order, true).unwrap();
                assert_eq!(from_bytes(&bytes, order, true), IntValue::Small(value));
            }
        }
    }

    #[test]
    fn limits() {
        let fits = |value, length, signed| {
            to_bytes(IntRef::Small(value), length, ByteOrder::Big, signed).is_ok()
        };
        assert!(fits(255, 1, false) && !fits(256, 1, false) && !fits(255, 1, true));
        assert!(fits(-128, 1, true) && !fits(-129, 1, true) && !fits(-1, 1, false));
        assert!(fits(0, 0, false) && fits(-1, 0, true) && !fits(1, 0, false));
    }
}
