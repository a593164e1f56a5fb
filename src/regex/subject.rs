//! What is searched: text or bytes. A position is an offset in bytes.

/// One character after the other, in both directions.
pub trait Subject: Copy {
    /// The character at a position and the position after it.
    fn next(self, at: usize) -> Option<(u32, usize)>;
    /// The character before a position and its position.
    fn previous(self, at: usize) -> Option<(u32, usize)>;
    /// The position so many characters before another.
    fn back(self, at: usize, count: usize) -> Option<usize>;
    fn bytes(&self) -> &[u8];
    /// How a character lies in memory.
    fn encode(c: u32, out: &mut Vec<u8>);
}

#[derive(Clone, Copy)]
pub struct Text<'a> {
    pub text: &'a str,
    pub is_ascii: bool,
}

impl Subject for Text<'_> {
    #[inline]
    fn next(self, at: usize) -> Option<(u32, usize)> {
        let &byte = self.text.as_bytes().get(at)?;
        if byte < 128 {
            return Some((u32::from(byte), at + 1));
        }
        let c = self.text.get(at..)?.chars().next()?;
        Some((c as u32, at + c.len_utf8()))
    }

    #[inline]
    fn previous(self, at: usize) -> Option<(u32, usize)> {
        let before = at.checked_sub(1)?;
        let &byte = self.text.as_bytes().get(before)?;
        if byte < 128 {
            return Some((u32::from(byte), before));
        }
        let c = self.text.get(..at)?.chars().next_back()?;
        Some((c as u32, at - c.len_utf8()))
    }

    fn back(self, at: usize, count: usize) -> Option<usize> {
        // Each character has a byte at least.
        let straight = at.checked_sub(count)?;
        if self.is_ascii || count == 0 {
            return Some(straight);
        }
        let before = self.text.get(..at)?;
        before.char_indices().nth_back(count - 1).map(|(at, _)| at)
    }

    fn bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    fn encode(c: u32, out: &mut Vec<u8>) {
        let c = char::from_u32(c).unwrap_or('\u{fffd}');
        out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

#[derive(Clone, Copy)]
pub struct Bytes<'a>(pub &'a [u8]);

impl Subject for Bytes<'_> {
    #[inline]
    fn next(self, at: usize) -> Option<(u32, usize)> {
        self.0.get(at).map(|&byte| (u32::from(byte), at + 1))
    }

    #[inline]
    fn previous(self, at: usize) -> Option<(u32, usize)> {
        let before = at.checked_sub(1)?;
        self.0.get(before).map(|&byte| (u32::from(byte), before))
    }

    fn back(self, at: usize, count: usize) -> Option<usize> {
        at.checked_sub(count)
    }

    fn bytes(&self) -> &[u8] {
        self.0
    }

    fn encode(c: u32, out: &mut Vec<u8>) {
        out.push(c as u8);
    }
}
