//! Interned strings: equal ones are the same object.

use std::cell::RefCell;
use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::heap::Ref;
use super::string::Str;

/// The strings that an interpreter has interned; they live as long as it does.
pub struct Interner {
    strings: RefCell<HashTable<Ref<Str>>>,
    hashing: DefaultHashBuilder,
}

/// So many names every program needs, about: room for them at once saves the growing.
const EXPECTED: usize = 3000;

impl Default for Interner {
    fn default() -> Interner {
        Interner {
            strings: RefCell::new(HashTable::with_capacity(EXPECTED)),
            hashing: DefaultHashBuilder::default(),
        }
    }
}

impl Interner {
    /// The interned string with that text.
    pub fn intern(&self, text: &str) -> Ref<Str> {
        let hash = |text: &str| self.hashing.hash_one(text);
        let mut strings = self.strings.borrow_mut();
        let entry =
            strings.entry(hash(text), |known| known.as_str() == text, |known| hash(known.as_str()));
        let make = || {
            let string = Str::new(text);
            string.mark_interned();
            string
        };
        entry.or_insert_with(make).get().clone()
    }

    /// The interned object equal to `string`: itself if it is interned.
    pub fn intern_str(&self, string: &Ref<Str>) -> Ref<Str> {
        if string.is_interned() { string.clone() } else { self.intern(string.as_str()) }
    }
}
