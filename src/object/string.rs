//! `str`: text as UTF-8, with what makes it fast to index and to look up.
//!
//! Lone surrogates are stored as [`ouro_grammar::surrogate`] describes. A string knows how many
//! characters it has; one that is all ASCII is indexed at once, any other by walking from the
//! nearest of its marks (one every [`MARK_EVERY`] characters, made on first use).

use std::cell::{Cell, OnceCell};

use super::heap::{HeapObject, ObjectRef, Ref};
use super::kinds::Kind;
use super::value::Value;

const MARK_EVERY: usize = 64;

pub struct Str {
    text: String,
    characters: usize,
    /// CPython's hash; `UNHASHED` until asked for.
    hash: Cell<i64>,
    /// Equal interned strings are one object.
    interned: Cell<bool>,
    /// Byte offsets of characters 64, 128 …
    marks: OnceCell<Box<[u32]>>,
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
        Str::from_string(text.to_owned())
    }

    pub fn from_string(text: String) -> Ref<Str> {
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

    /// The byte offset of a character; `index` may be the length.
    pub fn byte_offset(&self, index: usize) -> usize {
        if self.is_ascii() || index == 0 {
            return index;
        }
        if index >= self.characters {
            return self.text.len();
        }
        let marks = self.marks.get_or_init(|| {
            self.text
                .char_indices()
                .enumerate()
                .filter(|(count, _)| count % MARK_EVERY == 0)
                .skip(1)
                .map(|(_, (offset, _))| offset as u32)
                .collect()
        });
        let start = match index / MARK_EVERY {
            0 => 0,
            mark => marks[mark - 1] as usize,
        };
        let rest = &self.text[start..];
        start + rest.char_indices().nth(index % MARK_EVERY).map_or(rest.len(), |(at, _)| at)
    }

    /// How many characters stand before a byte offset.
    pub fn character_index(&self, offset: usize) -> usize {
        if self.is_ascii() { offset } else { self.text[..offset].chars().count() }
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
