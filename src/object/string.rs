//! `str`: text as UTF-8, with what makes it fast to index and to look up.
//!
//! Lone surrogates are stored as [`ouro_grammar::surrogate`] describes. A string knows how many
//! characters it has; one that is all ASCII is indexed at once, any other by walking from the
//! nearest of its marks (one every `MARK_EVERY` characters, made on first use).
//!
//! The bytes of a short text lie behind the object, in the same block; a long one, and one that
//! grows, has a buffer of its own.

use std::cell::{Cell, OnceCell};
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

use super::heap::{HeapObject, ObjectRef, Ref, TailWriter};
use super::kinds::Kind;
use super::value::Value;

const MARK_EVERY: usize = 64;

/// A text of up to so many bytes lies in the object's block.
const LONGEST_IN_BLOCK: usize = 256;

pub struct Str {
    /// Where the bytes lie: behind the object or in `buffer`.
    start: NonNull<u8>,
    length: usize,
    characters: usize,
    /// CPython's hash; `UNHASHED` until asked for.
    hash: Cell<i64>,
    buffer: Option<Box<Buffer>>,
    marks: OnceCell<Box<Marks>>,
    /// How many bytes lie behind the object, whether they are in use or not.
    tail: u16,
    /// Equal interned strings are one object.
    interned: Cell<bool>,
}

struct Buffer {
    text: String,
}

/// Byte offsets of characters 64, 128 …
struct Marks(Vec<u32>);

thread_local! {
    // Never dropped: the end of a thread is no time to touch the heap.
    static SHARED: ManuallyDrop<[OnceCell<Ref<Str>>; 129]> =
        const { ManuallyDrop::new([const { OnceCell::new() }; 129]) };
}

/// The place of the empty text behind those of the ASCII characters.
const EMPTY: usize = 128;

/// The one object of an empty text or a single ASCII character, as in CPython.
#[inline]
fn shared(text: &str) -> Option<Ref<Str>> {
    match text.as_bytes() {
        [] => Some(shared_at(EMPTY)),
        &[byte] => Str::ascii(byte),
        _ => None,
    }
}

#[inline(always)]
fn shared_at(place: usize) -> Ref<Str> {
    SHARED.with(|strings| strings[place].get_or_init(|| make_shared(place)).clone())
}

#[cold]
fn make_shared(place: usize) -> Ref<Str> {
    match place {
        EMPTY => Str::unshared(""),
        code => Str::unshared(char::from(code as u8).encode_utf8(&mut [0; 4])),
    }
}

/// -1 is never a hash in CPython either.
const UNHASHED: i64 = -1;

impl HeapObject for Str {
    const KIND: Kind = Kind::Str;
    const TRACKED: bool = false;

    #[inline(always)]
    fn tail_size(&self) -> usize {
        self.tail as usize
    }

    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}
}

impl Str {
    #[inline]
    pub fn new(text: &str) -> Ref<Str> {
        match shared(text) {
            Some(string) => string,
            None => Str::unshared(text),
        }
    }

    /// A text that is part of this one.
    #[inline]
    pub fn part(&self, text: &str) -> Ref<Str> {
        match shared(text) {
            Some(string) => string,
            None if self.is_ascii() => Str::counted(text, text.len()),
            None => Str::unshared(text),
        }
    }

    #[inline]
    pub fn from_string(text: String) -> Ref<Str> {
        if text.len() <= LONGEST_IN_BLOCK {
            return Str::new(&text);
        }
        let characters = count_characters(&text);
        Str::in_buffer(text, characters)
    }

    /// A text that is put together of pieces: `write` gives one after the other. They have `length`
    /// bytes and so many characters.
    ///
    /// # Panics
    /// If they have not.
    #[inline]
    pub fn assemble(
        length: usize,
        characters: usize,
        write: impl FnOnce(&mut dyn FnMut(&str)),
    ) -> Ref<Str> {
        if length > LONGEST_IN_BLOCK {
            let mut text = String::with_capacity(length);
            write(&mut |piece| text.push_str(piece));
            assert!(text.len() == length);
            return Str::in_buffer(text, characters);
        }
        let string = Str::in_block(length, characters, |writer| {
            write(&mut |piece| writer.push(piece.as_bytes()));
        });
        // Short texts are shared.
        if length < 2 { Str::new(string.as_str()) } else { string }
    }

    #[inline(always)]
    fn in_block(length: usize, characters: usize, write: impl FnOnce(&mut TailWriter)) -> Ref<Str> {
        let payload = |start| Str {
            start,
            length,
            characters,
            hash: Cell::new(UNHASHED),
            buffer: None,
            marks: OnceCell::new(),
            tail: length as u16,
            interned: Cell::new(false),
        };
        Ref::with_bytes(length, payload, write)
    }

    fn in_buffer(text: String, characters: usize) -> Ref<Str> {
        let buffer = Box::new(Buffer { text });
        Ref::new(Str {
            start: NonNull::from(buffer.text.as_bytes()).cast(),
            length: buffer.text.len(),
            characters,
            hash: Cell::new(UNHASHED),
            buffer: Some(buffer),
            marks: OnceCell::new(),
            tail: 0,
            interned: Cell::new(false),
        })
    }

    #[inline]
    fn counted(text: &str, characters: usize) -> Ref<Str> {
        if text.len() > LONGEST_IN_BLOCK {
            return Str::in_buffer(text.to_owned(), characters);
        }
        Str::in_block(text.len(), characters, |writer| writer.push(text.as_bytes()))
    }

    /// The one string of an ASCII character.
    #[inline]
    pub fn ascii(byte: u8) -> Option<Ref<Str>> {
        byte.is_ascii().then(|| shared_at(usize::from(byte)))
    }

    /// The string of one character.
    pub fn from_char(character: char) -> Ref<Str> {
        Str::new(character.encode_utf8(&mut [0; 4]))
    }

    /// An object that nobody else holds, whatever its text.
    #[inline]
    pub fn unshared(text: &str) -> Ref<Str> {
        Str::counted(text, count_characters(text))
    }

    #[inline(always)]
    pub fn as_str(&self) -> &str {
        // SAFETY: so many bytes of a text lie there, behind this object or in its buffer. They
        // change only in `push_str`, which has the object for itself.
        unsafe {
            let bytes = std::slice::from_raw_parts(self.start.as_ptr(), self.length);
            std::str::from_utf8_unchecked(bytes)
        }
    }

    /// Whether the texts are equal.
    #[inline(always)]
    pub fn has_text_of(&self, other: &Str) -> bool {
        if std::ptr::eq(self, other) {
            return true;
        }
        if self.characters != other.characters {
            return false;
        }
        let (own, others) = (self.as_str().as_bytes(), other.as_str().as_bytes());
        // Most different texts differ in the first byte.
        own.first() == others.first() && own == others
    }

    /// The number of characters: Python's `len`.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.characters
    }

    pub fn is_empty(&self) -> bool {
        self.characters == 0
    }

    #[inline(always)]
    pub fn is_ascii(&self) -> bool {
        self.characters == self.length
    }

    fn marks(&self) -> &[u32] {
        let marks = self.marks.get_or_init(|| {
            let all = self.as_str().char_indices().enumerate();
            let marked = all.filter(|(count, _)| count % MARK_EVERY == 0).skip(1);
            Box::new(Marks(marked.map(|(_, (offset, _))| offset as u32).collect()))
        });
        &marks.0
    }

    /// The byte offset of a character; `index` may be the length.
    pub fn byte_offset(&self, index: usize) -> usize {
        if self.is_ascii() || index == 0 {
            return index;
        }
        if index >= self.characters {
            return self.length;
        }
        let marks = self.marks();
        let start = match index / MARK_EVERY {
            0 => 0,
            mark => marks[mark - 1] as usize,
        };
        let rest = &self.as_str()[start..];
        start + rest.char_indices().nth(index % MARK_EVERY).map_or(rest.len(), |(at, _)| at)
    }

    /// How many characters stand before a byte offset.
    pub fn character_index(&self, offset: usize) -> usize {
        if self.is_ascii() {
            return offset;
        }
        let marks = self.marks();
        let mark = marks.partition_point(|&mark| mark as usize <= offset);
        let start = mark.checked_sub(1).map_or(0, |at| marks[at] as usize);
        mark * MARK_EVERY + self.as_str()[start..offset].chars().count()
    }

    /// The character at an index.
    pub fn char_at(&self, index: usize) -> Option<char> {
        if self.is_ascii() {
            return self.as_str().as_bytes().get(index).map(|&byte| byte as char);
        }
        self.as_str().get(self.byte_offset(index)..)?.chars().next()
    }

    /// The characters from `start` up to `end`.
    pub fn slice(&self, start: usize, end: usize) -> &str {
        let start = self.byte_offset(start);
        let end = self.byte_offset(end).max(start);
        &self.as_str()[start..end]
    }

    /// CPython's hash: SipHash-1-3 of its text under the interpreter's key.
    #[inline]
    pub fn hash(&self) -> i64 {
        match self.hash.get() {
            UNHASHED => {
                let hash = super::hash::hash_text(self.as_str());
                self.hash.set(hash);
                hash
            }
            hash => hash,
        }
    }

    pub fn is_interned(&self) -> bool {
        self.interned.get()
    }

    pub fn mark_interned(&self) {
        self.interned.set(true);
    }

    /// Appends in place; for strings that nobody else holds.
    pub fn push_str(&mut self, more: &str) {
        let characters = self.characters + count_characters(more);
        let mut buffer = match self.buffer.take() {
            Some(buffer) => buffer,
            None => {
                let mut text = String::with_capacity(2 * (self.length + more.len()));
                text.push_str(self.as_str());
                Box::new(Buffer { text })
            }
        };
        buffer.text.push_str(more);
        self.start = NonNull::from(buffer.text.as_bytes()).cast();
        self.length = buffer.text.len();
        self.buffer = Some(buffer);
        self.characters = characters;
        self.hash.set(UNHASHED);
        self.interned.set(false);
        self.marks = OnceCell::new();
    }
}

/// The number of characters of a text.
#[inline]
fn count_characters(text: &str) -> usize {
    if is_ascii(text.as_bytes()) { text.len() } else { text.chars().count() }
}

/// `<[u8]>::is_ascii`, quick for what is short.
#[inline]
fn is_ascii(bytes: &[u8]) -> bool {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    if bytes.len() > 32 {
        return bytes.is_ascii();
    }
    let (words, rest) = bytes.as_chunks::<8>();
    let all = words.iter().fold(0, |all, word| all | u64::from_ne_bytes(*word));
    match bytes.last_chunk::<8>() {
        // The last word covers what the others left.
        Some(last) => (all | u64::from_ne_bytes(*last)) & HIGH == 0,
        None => rest.iter().fold(0, |all, byte| all | byte) < 0x80,
    }
}

impl Value {
    /// The text of a `str` or an instance of a class derived from it.
    #[inline]
    pub fn as_str(&self) -> Option<&str> {
        self.get::<Str>().map(Str::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_in_blocks_and_in_buffers() {
        for length in [0, 1, 2, 24, LONGEST_IN_BLOCK, LONGEST_IN_BLOCK + 1, 5000] {
            let text = "aé".repeat(length / 3 + 1)[..length.next_multiple_of(3)].to_owned();
            let string = Str::new(&text);
            assert_eq!(string.as_str(), text);
            assert_eq!(string.len(), text.chars().count());
            assert_eq!(Str::from_string(text.clone()).as_str(), text);
            let half = text.len() / 6 * 3;
            let assembled = Str::assemble(text.len(), string.len(), |write| {
                write(&text[..half]);
                write(&text[half..]);
            });
            assert!(assembled.has_text_of(&string));
        }
        assert!(Str::new("x").same(&Str::assemble(1, 1, |write| write("x"))));
        assert!(Str::new("").same(&Str::assemble(0, 0, |_| {})));
    }

    #[test]
    fn growing_moves_a_text_into_a_buffer() {
        let mut string = Str::unshared("ab");
        let mut expected = String::from("ab");
        for piece in ["c", "é", "", "long enough to need more room than before", "€"] {
            let hash = string.hash();
            let Some(text) = string.get_mut() else { panic!("it is held once") };
            text.push_str(piece);
            expected.push_str(piece);
            assert_eq!(string.as_str(), expected);
            assert_eq!(string.len(), expected.chars().count());
            assert_eq!(string.hash() == hash, piece.is_empty());
        }
        assert_eq!(string.char_at(3), Some('é'));
    }

    #[test]
    #[should_panic(expected = "self.left")]
    fn too_much_is_not_written() {
        Str::assemble(3, 3, |write| write("four"));
    }

    #[test]
    fn ascii_of_every_length() {
        for length in 0..70 {
            let mut bytes = vec![b'x'; length];
            assert!(is_ascii(&bytes));
            for at in 0..length {
                bytes[at] = 0x80;
                assert!(!is_ascii(&bytes));
                bytes[at] = b'x';
            }
        }
    }

    #[test]
    fn parts_know_their_characters() {
        let (ascii, other) = (Str::new("one two"), Str::new("één twee"));
        assert_eq!(ascii.part("two").len(), 3);
        assert_eq!(other.part("één").len(), 3);
        assert!(other.part("e").same(&Str::new("e")));
    }
}
