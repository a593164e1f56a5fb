//! Letter case as matching sees it: one character for one character.

use crate::text::case::{simple_lower, simple_upper};

/// How letters compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// Each letter is only itself.
    Exact,
    /// The 26 letters without regard to case.
    Ascii,
    /// All letters of Unicode without regard to case.
    Unicode,
}

impl Fold {
    /// The lower case of a character.
    #[inline]
    pub fn lower(self, c: u32) -> u32 {
        match self {
            Fold::Exact => c,
            Fold::Ascii => ascii_lower(c),
            Fold::Unicode if c < 128 => ascii_lower(c),
            Fold::Unicode => char::from_u32(c).map_or(c, |c| simple_lower(c) as u32),
        }
    }

    /// The other lower-case characters that match where this lower-case one is asked for.
    pub fn equivalents(self, lower: u32) -> &'static [u32] {
        if self != Fold::Unicode {
            return &[];
        }
        SAME_UPPER.iter().find(|row| row.contains(&lower)).copied().unwrap_or(&[])
    }

    /// Whether case makes any difference to a character.
    pub fn is_cased(self, c: u32) -> bool {
        match self {
            Fold::Exact => false,
            Fold::Ascii => c < 128 && (c as u8).is_ascii_alphabetic(),
            Fold::Unicode => {
                self.lower(c) != c
                    || char::from_u32(c).is_some_and(|c| simple_upper(c) != c)
                    || !self.equivalents(c).is_empty()
            }
        }
    }
}

fn ascii_lower(c: u32) -> u32 {
    if (0x41..=0x5a).contains(&c) { c + 32 } else { c }
}

/// Lower-case characters that share an upper case, from the Unicode tables: 'k' and the Kelvin
/// sign have one lower case, but 's' and 'ſ' are two whose upper case is 'S'.
static SAME_UPPER: &[&[u32]] = &[
    &[0x69, 0x131],
    &[0x73, 0x17f],
    &[0xb5, 0x3bc],
    &[0x345, 0x3b9, 0x1fbe],
    &[0x390, 0x1fd3],
    &[0x3b0, 0x1fe3],
    &[0x3b2, 0x3d0],
    &[0x3b5, 0x3f5],
    &[0x3b8, 0x3d1],
    &[0x3ba, 0x3f0],
    &[0x3c0, 0x3d6],
    &[0x3c1, 0x3f1],
    &[0x3c2, 0x3c3],
    &[0x3c6, 0x3d5],
    &[0x432, 0x1c80],
    &[0x434, 0x1c81],
    &[0x43e, 0x1c82],
    &[0x441, 0x1c83],
    &[0x442, 0x1c84, 0x1c85],
    &[0x44a, 0x1c86],
    &[0x463, 0x1c87],
    &[0x1c88, 0xa64b],
    &[0x1e61, 0x1e9b],
    &[0xfb05, 0xfb06],
];
