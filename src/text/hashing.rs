//! CPython's hash functions for numbers, text, bytes, tuples and frozen sets, so that numbers of
//! different types that are equal hash alike and sets go through their items in CPython's order.

use super::int_text::IntRef;
use num_bigint::Sign;
use num_traits::ToPrimitive;
use ouro_grammar::surrogate::to_code_point;
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// Numbers are hashed modulo this prime, 2**61 - 1.
const MODULUS: u64 = (1 << BITS) - 1;
const BITS: u32 = 61;

/// The hash of infinity; that of minus infinity is its negative.
const INFINITY: i64 = 314_159;

/// -1 means an error in CPython and is no hash.
fn never_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// The hash of an integer.
pub fn hash_int(value: IntRef) -> i64 {
    match value {
        IntRef::Small(value) => hash_i64(value),
        IntRef::Big(value) => {
            let rest = (value.magnitude() % MODULUS).to_i64().unwrap_or(0);
            never_minus_one(if value.sign() == Sign::Minus { -rest } else { rest })
        }
    }
}

/// The hash of an integer that fits 64 bits.
pub fn hash_i64(value: i64) -> i64 {
    let rest = (value.unsigned_abs() % MODULUS) as i64;
    never_minus_one(if value < 0 { -rest } else { rest })
}

/// The hash of a float; `None` for NaN, whose hash is that of its object.
pub fn hash_float(value: f64) -> Option<i64> {
    if value.is_nan() {
        return None;
    }
    if value.is_infinite() {
        return Some(if value > 0.0 { INFINITY } else { -INFINITY });
    }
    let (mantissa, exponent) = super::float_text::decompose(value);
    // Multiplying by a power of two modulo 2**61 - 1 turns the bits round.
    let turn = exponent.rem_euclid(i64::from(BITS)) as u32;
    let rest = mantissa.unsigned_abs() % MODULUS;
    let turned = (rest << turn & MODULUS) | rest >> (BITS - turn);
    let hash = turned as i64;
    Some(never_minus_one(if mantissa < 0 { -hash } else { hash }))
}

/// The key of text and byte hashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HashKey {
    first: u64,
    second: u64,
}

impl HashKey {
    /// The key for `PYTHONHASHSEED=seed`; that of 0 turns randomisation off.
    pub fn from_seed(seed: u32) -> Self {
        if seed == 0 {
            return HashKey { first: 0, second: 0 };
        }
        let mut state = seed;
        let mut next = || {
            let mut bytes = [0; 8];
            for byte in &mut bytes {
                state = state.wrapping_mul(214_013).wrapping_add(2_531_011);
                *byte = (state >> 16) as u8;
            }
            u64::from_le_bytes(bytes)
        };
        HashKey { first: next(), second: next() }
    }

    /// A key of 16 random bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        let number = u128::from_le_bytes(bytes);
        HashKey { first: number as u64, second: (number >> 64) as u64 }
    }
}

/// The hash of bytes.
pub fn hash_bytes(bytes: &[u8], key: HashKey) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hasher = SipHasher13::new_with_keys(key.first, key.second);
    hasher.write(bytes);
    never_minus_one(hasher.finish() as i64)
}

/// The hash of a text: that of its code points in units of one, two or four bytes, whichever is the
/// smallest that holds all of them.
pub fn hash_str(text: &str, key: HashKey) -> i64 {
    if text.is_ascii() {
        return hash_bytes(text.as_bytes(), key);
    }
    let codes = text.chars().map(to_code_point);
    let bytes: Vec<u8> = match codes.clone().max().unwrap_or(0) {
        0..=0xff => codes.map(|code| code as u8).collect(),
        0x100..=0xffff => codes.flat_map(|code| (code as u16).to_le_bytes()).collect(),
        _ => codes.flat_map(u32::to_le_bytes).collect(),
    };
    hash_bytes(&bytes, key)
}

/// The hash of a tuple, from those of its items.
pub fn hash_tuple(items: impl ExactSizeIterator<Item = i64>) -> i64 {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;
    let length = items.len() as u64;
    let mixed = items.fold(PRIME_5, |hash, item| {
        hash.wrapping_add((item as u64).wrapping_mul(PRIME_2)).rotate_left(31).wrapping_mul(PRIME_1)
    });
    match mixed.wrapping_add(length ^ PRIME_5 ^ 3_527_539) as i64 {
        -1 => 1_546_275_796,
        hash => hash,
    }
}

/// The hash of a frozen set, from those of its items in any order.
pub fn hash_frozenset(items: impl ExactSizeIterator<Item = i64>) -> i64 {
    let length = items.len() as u64;
    let mixed = items.fold(0, |hash: u64, item| {
        let item = item as u64;
        hash ^ (item ^ 89_869_747 ^ item << 16).wrapping_mul(3_644_798_167)
    });
    let mixed = mixed ^ (length + 1).wrapping_mul(1_927_868_237);
    let mixed = mixed ^ mixed >> 11 ^ mixed >> 25;
    match mixed.wrapping_mul(69_069).wrapping_add(907_133_923) as i64 {
        -1 => 590_923_713,
        hash => hash,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigInt;

    #[test]
    fn equal_numbers_hash_alike() {
        for value in [0i64, 1, -1, 1 << 40, -(1 << 52), (1 << 61) - 1] {
            let big = BigInt::from(value);
            assert_eq!(hash_int(IntRef::Big(&big)), hash_i64(value));
            if value.abs() <= 1 << 53 {
                assert_eq!(hash_float(value as f64), Some(hash_i64(value)));
            }
        }
        assert_eq!(hash_i64(-1), -2);
        assert_eq!(hash_float(0.5), Some(1 << 60));
        assert_eq!(hash_float(f64::NEG_INFINITY), Some(-314_159));
        assert_eq!(hash_float(f64::NAN), None);
    }

    #[test]
    fn as_cpython_with_a_seed() {
        let key = HashKey::from_seed(0);
        assert_eq!(hash_str("abc", key), -4594863902769663758);
        assert_eq!(hash_bytes(b"abc", key), -4594863902769663758);
        assert_eq!(hash_str("é", key), 6047309291227476195);
        assert_eq!(hash_str("€x", key), -483395623852268653);
        assert_eq!(hash_str("😀", key), -3536540696076613844);
        assert_eq!(hash_str("", key), 0);
        assert_eq!(hash_str("abc", HashKey::from_seed(42)), 3869580338025362921);
    }

    #[test]
    fn containers() {
        assert_eq!(hash_tuple([].into_iter()), 5740354900026072187);
        assert_eq!(hash_tuple([1, 2, 3].into_iter()), 529344067295497451);
        assert_eq!(hash_frozenset([].into_iter()), 133146708735736);
        assert_eq!(hash_frozenset([1, 2, 3].into_iter()), -272375401224217160);
    }
}
