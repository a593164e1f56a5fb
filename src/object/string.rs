//! `str`: text as UTF-8, with what makes it fast to index and to look up.
//!
//! Lone surrogates are stored as [`ouro_grammar::surrogate`] describes. A string knows how many
//! characters it has; one that is all ASCII is indexed at once, any other by walking from the
//! nearest of its marks (one every `MARK_EVERY` characters, made on first use).

use std::cell::{Cell, OnceCell};
use std::mem::ManuallyDrop;

use compact_str::CompactString;

use super::heap::{HeapObject, ObjectRef, Ref};
use super::kinds::Kind;
use super::value::Value;

const MARK_EVERY: usize = 64;

pub struct Str {
    /// Up to 24 bytes lie in the object itself.
    text: CompactString,
    characters: usize,
    /// CPython's hash; `UNHASHED` until asked for.
    hash: Cell<i64>,
    /// Equal interned strings are one object.
    interned: Cell<bool>,
    /// Byte offsets of characters 64, 128 …
    marks: OnceCell<Box<[u32]>>,
}

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
        code => Str::unshared(CompactString::from(char::from(code as u8).to_string())),
    }
}

/// -1 is never a hash in CPython either.
const UNHASHED: i64 = -1;

impl HeapObject for Str {
    const KIND: Kind = Kind::Str;
    const TRACKED: bool = false;

    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}
}

impl Str {
    pub fn new(text: &str) -> Ref<Str> {
        match shared(text) {
            Some(string) => string,
            None => Str::unshared(CompactString::new(text)),
        }
    }

    #[inline]
    pub fn from_string(text: impl Into<CompactString>) -> Ref<Str> {
        let text = text.into();
        match shared(&text) {
            Some(string) => string,
            None => Str::unshared(text),
        }
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
    pub fn unshared(text: impl Into<CompactString>) -> Ref<Str> {
        let text = text.into();
        let characters = if text.is_ascii() { text.len() } else { text.chars().count() };
        Ref::new(Str {
            text,
            characters,
            hash: Cell::new(UNHASHED),
            interned: Cell::new(false),
            marks: OnceCell::new(),
        })
    }

    #[inline(always)]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the texts are equal.
    #[inline]
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
        self.characters == self.text.len()
    }

    fn marks(&self) -> &[u32] {
        self.marks.get_or_init(|| {
            self.text
                .char_indices()
                .enumerate()
                .filter(|(count, _)| count % MARK_EVERY == 0)
                .skip(1)
                .map(|(_, (offset, _))| offset as u32)
                .collect()
        })
    }

    /// The byte offset of a character; `index` may be the length.
    pub fn byte_offset(&self, index: usize) -> usize {
        if self.is_ascii() || index == 0 {
            return index;
        }
        if index >= self.characters {
            return self.text.len();
        }
        let marks = self.marks();
        let start = match index / MARK_EVERY {
            0 => 0,
            mark => marks[mark - 1] as usize,
        };
        let rest = &self.text[start..];
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
        mark * MARK_EVERY + self.text[start..offset].chars().count()
    }

    /// The character at an index.
    pub fn char_at(&self, index: usize) -> Option<char> {
        if self.is_ascii() {
            return self.text.as_bytes().get(index).map(|&byte| byte as char);
        }
        self.text.get(self.byte_offset(index)..)?.chars().next()
    }

    /// The characters from `start` up to `end`.
    pub fn slice(&self, start: usize, end: usize) -> &str {
        let start = self.byte_offset(start);
        let end = self.byte_offset(end).max(start);
        &self.text[start..end]
    }

    /// CPython's hash: SipHash-1-3 of its text under the interpreter's key.
    #[inline]
    pub fn hash(&self) -> i64 {
        match self.hash.get() {
            UNHASHED => {
                let hash = super::hash::hash_text(&self.text);
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
        let ascii = self.is_ascii() && more.is_ascii();
        self.text.push_str(more);
        self.characters =
            if ascii { self.text.len() } else { self.characters + more.chars().count() };
        self.hash.set(UNHASHED);
        self.interned.set(false);
        self.marks = OnceCell::new();
    }
}

impl Value {
    /// The text of a `str` or an instance of a class derived from it.
    #[inline]
    pub fn as_str(&self) -> Option<&str> {
        self.get::<Str>().map(Str::as_str)
    }
}
