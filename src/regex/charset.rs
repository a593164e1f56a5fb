//! Sets of characters: `[a-z]`, `\w`.

use super::case::Fold;
use crate::text::classify;
use ouro_grammar::surrogate;

/// The classes behind `\d`, `\s`, `\w`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    Digit,
    Space,
    Word,
}

impl Class {
    /// Whether a character belongs to it.
    pub fn contains(self, c: u32, unicode: bool) -> bool {
        if c < 128 {
            let byte = c as u8;
            return match self {
                Class::Digit => byte.is_ascii_digit(),
                Class::Space => matches!(byte, 9..=13 | 32) || unicode && matches!(byte, 28..=31),
                Class::Word => byte.is_ascii_alphanumeric() || byte == b'_',
            };
        }
        if !unicode {
            return false;
        }
        char::from_u32(c).is_some_and(|c| match self {
            Class::Digit => classify::is_decimal(c),
            Class::Space => classify::is_space(c),
            Class::Word => classify::is_alnum(c),
        })
    }
}

#[derive(Clone, Copy, Debug)]
pub enum Item {
    /// Code points as Python counts them, both ends included.
    Range(u32, u32),
    Class {
        class: Class,
        negative: bool,
        unicode: bool,
    },
}

/// A set, ready for questions.
#[derive(Debug)]
pub struct CharSet {
    negative: bool,
    fold: Fold,
    /// In order, of characters as the subject stores them, in lower case if case is ignored.
    ranges: Vec<(u32, u32)>,
    classes: Vec<(Class, bool, bool)>,
    /// The answers for the first 256 characters.
    small: [u64; 4],
}

impl CharSet {
    pub fn new(negative: bool, fold: Fold, items: &[Item]) -> CharSet {
        let mut ranges = Vec::new();
        let mut classes = Vec::new();
        for &item in items {
            match item {
                Item::Range(low, high) => add_range(&mut ranges, low, high, fold),
                Item::Class { class, negative, unicode } => {
                    classes.push((class, negative, unicode))
                }
            }
        }
        let mut set = CharSet { negative, fold, ranges: merged(ranges), classes, small: [0; 4] };
        for c in 0..256 {
            if set.look_up(c) {
                set.small[c as usize / 64] |= 1 << (c % 64);
            }
        }
        set
    }

    #[inline]
    pub fn contains(&self, c: u32) -> bool {
        if c < 256 {
            return self.small[(c / 64) as usize] >> (c % 64) & 1 != 0;
        }
        self.look_up(c)
    }

    fn look_up(&self, c: u32) -> bool {
        let c = self.fold.lower(c);
        let listed = self
            .ranges
            .binary_search_by(|&(low, high)| {
                if high < c {
                    std::cmp::Ordering::Less
                } else if low > c {
                    std::cmp::Ordering::Greater
                } else {
                    std::cmp::Ordering::Equal
                }
            })
            .is_ok();
        let found = listed
            || self
                .classes
                .iter()
                .any(|&(class, negative, unicode)| class.contains(c, unicode) != negative);
        found != self.negative
    }
}

/// Puts a range in, with what case and the storage of surrogates make of it.
fn add_range(ranges: &mut Vec<(u32, u32)>, low: u32, high: u32, fold: Fold) {
    ranges.push((low, high));
    let (first, last) = (low.max(0xD800), high.min(0xDFFF));
    if first <= last
        && let (Some(first), Some(last)) =
            (surrogate::from_code_point(first), surrogate::from_code_point(last))
    {
        ranges.push((first as u32, last as u32));
    }
    let last = if fold == Fold::Ascii { high.min(127) } else { high };
    if fold != Fold::Exact {
        for c in low..=last {
            let lower = fold.lower(c);
            if lower != c {
                ranges.push((lower, lower));
            }
            ranges.extend(fold.equivalents(lower).iter().map(|&other| (other, other)));
        }
    }
}

/// In order and without overlaps.
fn merged(mut ranges: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    ranges.sort_unstable();
    let mut result: Vec<(u32, u32)> = Vec::with_capacity(ranges.len());
    for (low, high) in ranges {
        match result.last_mut() {
            Some(last) if low <= last.1.saturating_add(1) => last.1 = last.1.max(high),
            _ => result.push((low, high)),
        }
    }
    result
}
