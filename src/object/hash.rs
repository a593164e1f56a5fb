//! Hashes as CPython computes them, so that sets and dicts iterate in the same order.

use std::hash::Hasher;

use num_bigint::BigInt;
use num_traits::ToPrimitive;
use ouro_grammar::surrogate::to_code_point;
use siphasher::sip::SipHasher13;

/// Numeric hashes are taken modulo this prime: 2^61 - 1.
const MODULUS: u64 = (1 << 61) - 1;

/// The hash of a string's or bytes object's content, under the key of `PYTHONHASHSEED=0`: runs
/// repeat exactly.
pub fn hash_bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hasher = SipHasher13::new_with_keys(0, 0);
    hasher.write(bytes);
    not_minus_one(hasher.finish() as i64)
}

/// -1 means "error" inside CPython, so no object hashes to it.
#[inline(always)]
pub fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// The hash of a text: that of its code points in units of one, two or four bytes, whichever is the
/// smallest that holds all of them.
pub fn hash_text(text: &str) -> i64 {
    if text.is_ascii() {
        return hash_bytes(text.as_bytes());
    }
    let codes = text.chars().map(to_code_point);
    let bytes: Vec<u8> = match codes.clone().max().unwrap_or(0) {
        0..=0xff => codes.map(|code| code as u8).collect(),
        0x100..=0xffff => codes.flat_map(|code| (code as u16).to_le_bytes()).collect(),
        _ => codes.flat_map(u32::to_le_bytes).collect(),
    };
    hash_bytes(&bytes)
}

#[inline]
pub fn hash_i64(value: i64) -> i64 {
    if (value as u64) < MODULUS {
        return value;
    }
    let magnitude = value.unsigned_abs() % MODULUS;
    not_minus_one(if value < 0 { -(magnitude as i64) } else { magnitude as i64 })
}

pub fn hash_bigint(value: &BigInt) -> i64 {
    let magnitude = (value.magnitude() % MODULUS).to_i64().unwrap_or(0);
    let negative = value.sign() == num_bigint::Sign::Minus;
    not_minus_one(if negative { -magnitude } else { magnitude })
}

/// Equal numbers have equal hashes whatever their type. A NaN hashes by identity; `identity` is
/// what stands for it.
pub fn hash_f64(value: f64, identity: usize) -> i64 {
    if value.is_nan() {
        return hash_address(identity);
    }
    if value.is_infinite() {
        return if value > 0.0 { 314159 } else { -314159 };
    }
    if value == value.trunc() && value.abs() < 9.0e15 {
        return hash_i64(value as i64);
    }
    // value = mantissa * 2^exponent; powers of two rotate the 61 bits.
    let bits = value.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) =
        if exponent == 0 { (fraction, -1074) } else { (fraction | (1 << 52), exponent - 1075) };
    let rotation = exponent.rem_euclid(61) as u32;
    let mantissa = mantissa % MODULUS;
    let rotated = if rotation == 0 {
        mantissa
    } else {
        ((mantissa << rotation) & MODULUS) | (mantissa >> (61 - rotation))
    };
    let hash = (rotated % MODULUS) as i64;
    not_minus_one(if value < 0.0 { -hash } else { hash })
}

/// The hash of a complex number; `identity` as for [`hash_f64`].
pub fn hash_complex(real: f64, imag: f64, identity: usize) -> i64 {
    const IMAGINARY_FACTOR: i64 = 1_000_003;
    let imag = hash_f64(imag, identity).wrapping_mul(IMAGINARY_FACTOR);
    not_minus_one(hash_f64(real, identity).wrapping_add(imag))
}

/// The hash of objects that are equal only to themselves.
pub fn hash_address(address: usize) -> i64 {
    not_minus_one((address as u64).rotate_right(4) as i64)
}

/// The hash of a tuple from those of its items (xxHash as CPython uses it).
pub fn hash_tuple(items: impl ExactSizeIterator<Item = i64>) -> i64 {
    const PRIME_1: u64 = 11400714785074694791;
    const PRIME_2: u64 = 14029467366897019727;
    const PRIME_5: u64 = 2870177450012600261;
    let count = items.len() as u64;
    let mut state = PRIME_5;
    for item in items {
        state = state.wrapping_add((item as u64).wrapping_mul(PRIME_2));
        state = state.rotate_left(31).wrapping_mul(PRIME_1);
    }
    state = state.wrapping_add(count ^ (PRIME_5 ^ 3527539));
    if state == u64::MAX { 1546275796 } else { state as i64 }
}

/// The hash of a slice from those of its three fields: a tuple's without the length.
pub fn hash_slice(fields: [i64; 3]) -> i64 {
    const PRIME_1: u64 = 11400714785074694791;
    const PRIME_2: u64 = 14029467366897019727;
    const PRIME_5: u64 = 2870177450012600261;
    let state = fields.iter().fold(PRIME_5, |state, &field| {
        let state = state.wrapping_add((field as u64).wrapping_mul(PRIME_2));
        state.rotate_left(31).wrapping_mul(PRIME_1)
    });
    if state == u64::MAX { 1546275796 } else { state as i64 }
}

/// The hash of a frozenset from those of its items, in any order.
pub fn hash_frozenset(items: impl ExactSizeIterator<Item = i64>) -> i64 {
    let count = items.len() as u64;
    let mut hash = 0u64;
    for item in items {
        let item = item as u64;
        hash ^= ((item ^ 89869747) ^ (item << 16)).wrapping_mul(3644798167);
    }
    hash ^= (count + 1).wrapping_mul(1927868237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69069).wrapping_add(907133923);
    if hash == u64::MAX { 590923713 } else { hash as i64 }
}

/// The hash of `None` in 3.13.
pub const HASH_NONE: i64 = 0xfca86420;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_numbers_hash_alike() {
        for value in [0i64, 1, -1, 1 << 40, -(1 << 52), (1 << 61) - 1] {
            assert_eq!(hash_bigint(&BigInt::from(value)), hash_i64(value));
            if value.abs() <= 1 << 53 {
                assert_eq!(hash_f64(value as f64, 0), hash_i64(value));
            }
        }
        assert_eq!(hash_i64(-1), -2);
        assert_eq!(hash_f64(0.5, 0), 1 << 60);
        assert_eq!(hash_f64(f64::NEG_INFINITY, 0), -314_159);
    }

    #[test]
    fn texts_as_cpython_with_hash_seed_0() {
        assert_eq!(hash_text("abc"), -4594863902769663758);
        assert_eq!(hash_bytes(b"abc"), -4594863902769663758);
        assert_eq!(hash_text("é"), 6047309291227476195);
        assert_eq!(hash_text("€x"), -483395623852268653);
        assert_eq!(hash_text("😀"), -3536540696076613844);
        assert_eq!(hash_text(""), 0);
    }

    #[test]
    fn containers() {
        assert_eq!(hash_tuple([].into_iter()), 5740354900026072187);
        assert_eq!(hash_tuple([1, 2, 3].into_iter()), 529344067295497451);
        assert_eq!(hash_frozenset([].into_iter()), 133146708735736);
        assert_eq!(hash_frozenset([1, 2, 3].into_iter()), -272375401224217160);
    }
}
