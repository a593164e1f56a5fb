//! The method cache: where in its MRO a class has an attribute, remembered for all classes.
//!
//! An entry says in which class of the MRO and in which place of that class's dict the attribute
//! lies, rather than what it is: the cache keeps nothing alive. A class gets a new version whenever
//! one of its dicts changes, so entries never lie.

use std::cell::Cell;

use crate::object::class::Class;
use crate::object::string::Str;
use crate::object::{Ref, Value};

const ENTRIES: usize = 2048;
/// The MRO place of an attribute that is not there.
const ABSENT: u16 = u16::MAX;

/// Sixteen bytes: four entries share a cache line.
#[derive(Clone, Copy, Default)]
struct Entry {
    /// Interned names are never freed, so that their addresses stand for them.
    name: usize,
    /// The class's version; 0: the entry is empty.
    version: u32,
    mro_place: u16,
    dict_place: u16,
}

pub struct MethodCache {
    entries: Box<[Cell<Entry>]>,
}

impl Default for MethodCache {
    fn default() -> MethodCache {
        MethodCache { entries: vec![Cell::new(Entry::default()); ENTRIES].into() }
    }
}

impl MethodCache {
    /// The attribute of a class, by an interned name.
    #[inline]
    pub fn lookup(&self, class: &Ref<Class>, name: &Ref<Str>) -> Option<Value> {
        let version = class.version.get();
        let index = (version as usize).wrapping_mul(31) ^ (name.address() >> 4);
        let cell = &self.entries[index % ENTRIES];
        let entry = cell.get();
        if entry.version == version && entry.name == name.address() {
            if entry.mro_place == ABSENT {
                return None;
            }
            let mro = class.mro.borrow();
            if let Some(owner) = mro.get(entry.mro_place as usize) {
                return Some(owner.dict().value_at_known(entry.dict_place as usize));
            }
        }
        search(class, name, cell)
    }
}

#[cold]
fn search(class: &Ref<Class>, name: &Ref<Str>, cell: &Cell<Entry>) -> Option<Value> {
    let version = class.version.get();
    let mro = class.mro.borrow();
    let name_address = name.address();
    for (mro_place, owner) in mro.iter().enumerate() {
        if let Some(dict_place) = owner.dict().index_of_str(name) {
            // Places that are too large for an entry are looked for each time.
            if let (Ok(mro_place), Ok(dict_place)) =
                (u16::try_from(mro_place), u16::try_from(dict_place))
                && mro_place != ABSENT
            {
                cell.set(Entry { name: name_address, version, mro_place, dict_place });
            }
            return owner.dict().value_at(dict_place);
        }
    }
    cell.set(Entry { name: name_address, version, mro_place: ABSENT, dict_place: 0 });
    None
}
