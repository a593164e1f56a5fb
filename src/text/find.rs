//! Searching a text for another one.
//!
//! A searcher of `memchr` is fast once it is made. In a short text making one costs more than the
//! search itself, which then goes from one place of the first byte to the next.

use memchr::{memchr, memmem};

/// Texts of up to so many bytes are searched without a searcher.
const SHORT: usize = 128;

/// Whether `part` is somewhere in `text`.
pub fn contains(text: &str, part: &str) -> bool {
    find(text.as_bytes(), part.as_bytes()).is_some()
}

/// Where `part` begins in `text` first.
pub fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    match part {
        [byte] => memchr(*byte, text),
        _ if is_short(text, part) => find_short(text, part, 0),
        _ => memmem::find(text, part),
    }
}

/// Calls `found` with the place of each occurrence of `part`, from left to right and without
/// overlaps, up to `limit` of them. An empty part is found between all bytes.
pub fn for_each(text: &[u8], part: &[u8], limit: usize, mut found: impl FnMut(usize)) {
    match part {
        [byte] => memchr::memchr_iter(*byte, text).take(limit).for_each(found),
        _ if is_short(text, part) => {
            let mut from = 0;
            for _ in 0..limit {
                let Some(at) = find_short(text, part, from) else { return };
                found(at);
                from = at + part.len();
            }
        }
        _ => memmem::find_iter(text, part).take(limit).for_each(found),
    }
}

fn is_short(text: &[u8], part: &[u8]) -> bool {
    text.len() <= SHORT && !part.is_empty()
}

fn find_short(text: &[u8], part: &[u8], mut from: usize) -> Option<usize> {
    let end = (text.len() + 1).checked_sub(part.len())?;
    loop {
        let at = from + first_of(text.get(from..end)?, part[0])?;
        if text[at..].starts_with(part) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// Where a byte is first, looked for in eight at once.
#[inline]
fn first_of(text: &[u8], byte: u8) -> Option<usize> {
    const LOW: u64 = 0x0101_0101_0101_0101;
    let (words, rest) = text.as_chunks::<8>();
    for (number, word) in words.iter().enumerate() {
        // Zero where the byte is; the lowest bit of `hit` belongs to the first zero.
        let zeros = u64::from_le_bytes(*word) ^ (LOW * u64::from(byte));
        let hit = zeros.wrapping_sub(LOW) & !zeros & (LOW << 7);
        if hit != 0 {
            return Some(number * 8 + hit.trailing_zeros() as usize / 8);
        }
    }
    let found = rest.iter().position(|&other| other == byte)?;
    Some(words.len() * 8 + found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str, part: &str) -> Vec<usize> {
        let mut places = Vec::new();
        for_each(text.as_bytes(), part.as_bytes(), usize::MAX, |at| places.push(at));
        places
    }

    #[test]
    fn short_and_long_texts_alike() {
        let long = " ".repeat(SHORT);
        for (text, part) in [
            ("abcabcab", "abc"),
            ("aaaa", "aa"),
            ("aaaa", "aaaaa"),
            ("", "a"),
            ("x", "x"),
            ("one two three two", "two"),
            ("tttwo", "two"),
            ("\u{1}\u{0}\u{1}\u{0}ab\u{80}\u{81}\u{ff}é€ab", "ab"),
            ("\u{0}\u{1}\u{0}\u{1}\u{1}\u{0}\u{0}\u{1}\u{0}\u{0}", "\u{0}\u{0}"),
            ("0123456789abcdef0123456789abcdefgh", "fg"),
        ] {
            assert_eq!(all(text, part), all(&format!("{text}{long}"), part));
            assert_eq!(find(text.as_bytes(), part.as_bytes()), text.find(part));
        }
    }

    #[test]
    fn limits_and_empty_parts() {
        assert_eq!(all("ab", ""), [0, 1, 2]);
        assert_eq!(find(b"", b""), Some(0));
        let mut count = 0;
        for_each(b"aaaaaa", b"aa", 2, |_| count += 1);
        assert_eq!(count, 2);
    }
}
