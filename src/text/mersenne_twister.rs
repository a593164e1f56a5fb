//! The generator behind Python's `random`: MT19937, seeded and read as CPython does, so that the
//! same seed gives the same numbers.

use super::TextError;
use super::int_text::{IntRef, IntValue};
use num_bigint::{BigInt, BigUint, Sign};

const SIZE: usize = 624;
const SHIFT: usize = 397;

/// The state of a generator.
#[derive(Clone)]
pub struct MersenneTwister {
    words: [u32; SIZE],
    /// The next word to be read; `SIZE` when all are used up.
    index: usize,
}

impl MersenneTwister {
    /// A generator seeded with the absolute value of an integer.
    pub fn from_int(seed: IntRef) -> Self {
        let seed = seed.to_big();
        Self::from_key(&seed.magnitude().to_u32_digits())
    }

    /// A generator seeded with 32-bit words; no words at all count as a zero.
    pub fn from_key(key: &[u32]) -> Self {
        let key = if key.is_empty() { &[0] } else { key };
        let mut words = [0u32; SIZE];
        words[0] = 19_650_218;
        for at in 1..SIZE {
            words[at] = mixed(words[at - 1]).wrapping_mul(1_812_433_253).wrapping_add(at as u32);
        }
        let mut at = 1;
        for step in 0..SIZE.max(key.len()) {
            let place = step % key.len();
            words[at] = (words[at] ^ mixed(words[at - 1]).wrapping_mul(1_664_525))
                .wrapping_add(key[place])
                .wrapping_add(place as u32);
            at = following(&mut words, at);
        }
        for _ in 1..SIZE {
            words[at] = (words[at] ^ mixed(words[at - 1]).wrapping_mul(1_566_083_941))
                .wrapping_sub(at as u32);
            at = following(&mut words, at);
        }
        words[0] = 0x8000_0000;
        MersenneTwister { words, index: SIZE }
    }

    /// The 624 words and the index, as `getstate` gives them.
    pub fn state(&self) -> (&[u32], usize) {
        (&self.words, self.index)
    }

    /// A generator with a state that `state` gave.
    pub fn from_state(words: &[u32], index: i64) -> Result<Self, TextError> {
        let words = <[u32; SIZE]>::try_from(words)
            .map_err(|_| TextError::value("state vector is the wrong size"))?;
        match usize::try_from(index) {
            Ok(index) if index <= SIZE => Ok(MersenneTwister { words, index }),
            _ => Err(TextError::value("invalid state")),
        }
    }

    fn refill(&mut self) {
        for at in 0..SIZE {
            let joined =
                (self.words[at] & 0x8000_0000) | (self.words[(at + 1) % SIZE] & 0x7fff_ffff);
            let twisted = if joined & 1 == 0 { joined >> 1 } else { joined >> 1 ^ 0x9908_b0df };
            self.words[at] = self.words[(at + SHIFT) % SIZE] ^ twisted;
        }
        self.index = 0;
    }

    /// The next 32 random bits.
    pub fn next_word(&mut self) -> u32 {
        if self.index >= SIZE {
            self.refill();
        }
        let mut word = self.words[self.index];
        self.index += 1;
        word ^= word >> 11;
        word ^= word << 7 & 0x9d2c_5680;
        word ^= word << 15 & 0xefc6_0000;
        word ^ word >> 18
    }

    /// A float in `[0, 1)` of 53 random bits.
    pub fn random(&mut self) -> f64 {
        let (high, low) = (self.next_word() >> 5, self.next_word() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// An integer of `count` random bits.
    pub fn bits(&mut self, count: u64) -> IntValue {
        match count {
            0 => IntValue::Small(0),
            1..=32 => IntValue::Small(i64::from(self.next_word() >> (32 - count))),
            _ => {
                let mut words: Vec<u32> =
                    (0..count.div_ceil(32)).map(|_| self.next_word()).collect();
                if let Some(last) = words.last_mut()
                    && !count.is_multiple_of(32)
                {
                    *last >>= 32 - count % 32;
                }
                IntValue::from(BigInt::from_biguint(Sign::Plus, BigUint::new(words)))
            }
        }
    }
}

/// A word with its highest bits mixed into the lowest.
fn mixed(word: u32) -> u32 {
    word ^ word >> 30
}

/// The place after `at` in the seeding, which goes round and skips the first word.
fn following(words: &mut [u32; SIZE], at: usize) -> usize {
    if at + 1 < SIZE {
        return at + 1;
    }
    words[0] = words[SIZE - 1];
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_cpython() {
        let mut generator = MersenneTwister::from_int(IntRef::Small(42));
        assert_eq!(generator.random(), 0.6394267984578837);
        assert_eq!(generator.random(), 0.025010755222666936);
        let mut negative = MersenneTwister::from_int(IntRef::Small(-42));
        assert_eq!(negative.random(), 0.6394267984578837);
    }

    #[test]
    fn state_there_and_back() {
        let mut generator = MersenneTwister::from_int(IntRef::Small(1));
        generator.next_word();
        let (words, index) = generator.state();
        let mut copy = MersenneTwister::from_state(words, index as i64).unwrap();
        assert_eq!(copy.bits(100), generator.bits(100));
        assert!(MersenneTwister::from_state(&[0; 3], 0).is_err());
    }
}
