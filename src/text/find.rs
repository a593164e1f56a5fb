//! Searching a text for another one.
//!
//! A searcher of `memchr` is fast once it is made. In a short text making one costs more than the
//! search itself, which then goes eight bytes at a time.

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
        _ if is_short(text, part) => find_short(text, part),
        _ => memmem::find(text, part),
    }
}

/// Calls `found` with the place of each occurrence of `part`, from left to right and without
/// overlaps, up to `limit` of them. An empty part is found between all bytes.
pub fn for_each(text: &[u8], part: &[u8], limit: usize, mut found: impl FnMut(usize)) {
    match part {
        [byte] => memchr::memchr_iter(*byte, text).take(limit).for_each(found),
        _ if is_short(text, part) => {
            let mut left = limit;
            if left > 0 {
                for_each_short(text, part, |place| {
                    found(place);
                    left -= 1;
                    left > 0
                });
            }
        }
        _ => memmem::find_iter(text, part).take(limit).for_each(found),
    }
}

fn is_short(text: &[u8], part: &[u8]) -> bool {
    text.len() <= SHORT && !part.is_empty()
}

fn find_short(text: &[u8], part: &[u8]) -> Option<usize> {
    let mut first = None;
    for_each_short(text, part, |place| {
        first = Some(place);
        false
    });
    first
}

/// Calls `found` with the place of each occurrence until it says that it has had enough.
///
/// Eight places at once are asked for the first and the last byte of `part`; few have both and are
/// not the right one.
#[inline(always)]
fn for_each_short(text: &[u8], part: &[u8], mut found: impl FnMut(usize) -> bool) {
    const LOW: u64 = 0x0101_0101_0101_0101;
    let (&[first, ..], &[.., last]) = (part, part) else { return };
    let behind = part.len() - 1;
    let Some(end) = text.len().checked_sub(behind) else { return };
    // Occurrences begin here or later: they do not overlap.
    let mut free = 0;
    let mut try_place = |place: usize| {
        let is_here = place >= free
            && text[place] == first
            && text[place + 1..place + part.len()].iter().eq(&part[1..]);
        if !is_here {
            return true;
        }
        free = place + part.len();
        found(place)
    };
    if end < 8 {
        let _ = (0..end).all(try_place);
        return;
    }
    let mut at = 0;
    while at < end {
        // Of the last eight places some may have been asked before.
        let start = at.min(end - 8);
        let (Some(front), Some(back)) =
            (text[start..].first_chunk(), text[start + behind..].first_chunk())
        else {
            return;
        };
        // Zero where both are right, and maybe in bytes behind such a one.
        let wrong = (u64::from_le_bytes(*front) ^ (LOW * u64::from(first)))
            | (u64::from_le_bytes(*back) ^ (LOW * u64::from(last)));
        let mut hits = wrong.wrapping_sub(LOW) & !wrong & (LOW << 7);
        while hits != 0 {
            if !try_place(start + hits.trailing_zeros() as usize / 8) {
                return;
            }
            hits &= hits - 1;
        }
        at += 8;
    }
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
