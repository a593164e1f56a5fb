//! `dict` and its views: a hash table that remembers the order of insertion.
//!
//! Whether two keys are equal may need Python code, which may change the dict meanwhile. So a
//! look-up here decides what it can by itself ([`super::equality::decide`]) and otherwise hands out
//! the candidates; `vm::containers` asks them and starts again if the table changed.

use std::cell::{Cell, RefCell};

use super::dict_index::DictIndex;
use super::equality::decide;
use super::heap::{HeapObject, ObjectRef, Ref};
use super::kinds::Kind;
use super::slot::{Places, value_in};
use super::string::Str;
use super::value::Value;

pub struct Dict {
    table: RefCell<DictTable>,
    /// Changes whenever a key is added or removed, never comes back: for caches and for noticing
    /// changes during iteration.
    version: Cell<u64>,
}

/// The entries of a dict in their order.
#[derive(Default)]
pub struct DictTable {
    entries: Vec<Entry>,
    /// Places in `entries` by hash; empty while there are at most `SMALL` entries.
    index: DictIndex,
    live: usize,
    /// So many entries there may be, the removed ones included, before the table is made anew.
    room: usize,
    /// Entries before this place were all removed: a dict emptied from its front is walked once.
    first: usize,
}

/// A key that is [`Value::Unbound`] marks an entry that was removed.
struct Entry {
    hash: i64,
    key: Value,
    value: Value,
}

/// Every table has room for so many entries.
const LEAST_ROOM: usize = 5;
/// Up to so many entries are searched one by one.
const SMALL: usize = 8;

/// What a look-up found out without running Python code.
pub enum Lookup {
    Found(usize),
    Absent,
    /// Some entries have the key's hash; only Python code can tell whether one is equal.
    Ask,
}

thread_local! {
    static NEXT_VERSION: Cell<u64> = const { Cell::new(1) };
}

fn next_version() -> u64 {
    NEXT_VERSION.with(|next| next.replace(next.get() + 1))
}

// SAFETY: the entry is looked at and nothing else.
unsafe impl Places for DictTable {
    #[inline(always)]
    fn value_in(&self, place: usize) -> Option<&Value> {
        self.entries.get(place).map(|entry| &entry.value)
    }
}

impl DictTable {
    fn is_small(&self) -> bool {
        self.entries.len() <= SMALL
    }

    #[inline]
    fn lookup(&self, key: &Value, hash: i64) -> Lookup {
        let mut unsure = false;
        let mut check = |entry: &Entry| -> bool {
            if entry.hash != hash || entry.key.is_unbound() {
                return false;
            }
            decide(&entry.key, key).unwrap_or_else(|| {
                unsure = true;
                false
            })
        };
        let found = if self.is_small() {
            self.entries.iter().position(check)
        } else {
            self.index.find(hash, |place| self.entries.get(place).is_some_and(&mut check))
        };
        match found {
            Some(index) => Lookup::Found(index),
            None if unsure => Lookup::Ask,
            None => Lookup::Absent,
        }
    }

    /// The entries that only Python code can tell from `key`, in the order of the search.
    #[cold]
    fn candidates(&self, key: &Value, hash: i64) -> Vec<(usize, Value)> {
        let mut candidates = Vec::new();
        let mut check = |index: usize| {
            let Some(entry) = self.entries.get(index) else { return false };
            let is_candidate =
                entry.hash == hash && !entry.key.is_unbound() && decide(&entry.key, key).is_none();
            if is_candidate {
                candidates.push((index, entry.key.clone()));
            }
            false
        };
        if self.is_small() {
            (0..self.entries.len()).for_each(|index| {
                check(index);
            });
        } else {
            self.index.find(hash, check);
        }
        candidates
    }

    #[inline]
    fn lookup_str(&self, key: &Str) -> Option<usize> {
        let hash = key.hash();
        let same = |entry: &Entry| {
            entry.hash == hash
                && match entry.key.get::<Str>() {
                    Some(other) => std::ptr::eq(other, key) || other.as_str() == key.as_str(),
                    None => false,
                }
        };
        if self.is_small() {
            self.entries.iter().position(same)
        } else {
            self.index.find(hash, |place| self.entries.get(place).is_some_and(same))
        }
    }

    #[inline]
    fn push(&mut self, hash: i64, key: Value, value: Value) {
        if self.entries.len() >= LEAST_ROOM && self.entries.len() >= self.room {
            self.make_room();
        }
        let place = self.entries.len();
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
        if place >= SMALL && !self.index.insert(hash, place) {
            self.rebuild_index();
        }
    }

    /// Adds an entry before all others: every place changes.
    fn push_first(&mut self, hash: i64, key: Value, value: Value) {
        self.first = 0;
        self.entries.retain(|entry| !entry.key.is_unbound());
        self.entries.insert(0, Entry { hash, key, value });
        self.live += 1;
        self.rebuild_index();
    }

    #[cold]
    fn rebuild_index(&mut self) {
        if self.is_small() {
            self.index.clear();
            return;
        }
        let entries = self.entries.iter().enumerate();
        let live = entries.filter(|(_, entry)| !entry.key.is_unbound());
        // Entries that come and go at the end use up the index, too.
        let room = self.room.max(self.entries.len() + self.entries.len() / 2);
        self.index.rebuild(room, live.map(|(place, entry)| (entry.hash, place)));
    }

    /// Room for as many entries as CPython's table would then have, the removed ones thrown out:
    /// iterators, which go by places, notice when that happens.
    #[cold]
    fn make_room(&mut self) {
        let slots = (3 * self.live).next_power_of_two().max(8);
        self.room = 2 * slots / 3;
        if self.entries.len() > self.live {
            self.compact();
        }
        self.entries.reserve_exact(self.room.saturating_sub(self.entries.len()));
    }

    fn compact(&mut self) {
        self.first = 0;
        self.entries.retain(|entry| !entry.key.is_unbound());
        self.rebuild_index();
    }

    fn remove(&mut self, index: usize) -> (Value, Value) {
        if !self.is_small() {
            self.index.remove(self.entries[index].hash, index);
        }
        let entry = &mut self.entries[index];
        let key = std::mem::replace(&mut entry.key, Value::Unbound);
        let value = std::mem::replace(&mut entry.value, Value::Unbound);
        self.live -= 1;
        if index == self.first {
            let rest = self.entries[index..].iter();
            self.first += rest.take_while(|entry| entry.key.is_unbound()).count();
        }
        (key, value)
    }

    /// Forgets the removed entries at the end, so that whoever takes entries from there one by one
    /// does not walk over the dead.
    fn trim(&mut self) {
        let was_small = self.is_small();
        while self.entries.last().is_some_and(|entry| entry.key.is_unbound()) {
            self.entries.pop();
        }
        self.first = self.first.min(self.entries.len());
        if !was_small && self.is_small() {
            self.index.clear();
        }
    }
}

impl Default for Dict {
    fn default() -> Dict {
        Dict { table: RefCell::default(), version: Cell::new(next_version()) }
    }
}

impl Dict {
    pub fn new() -> Ref<Dict> {
        Ref::new(Dict::default())
    }

    pub fn with_capacity(capacity: usize) -> Ref<Dict> {
        let dict = Dict::default();
        dict.table.borrow_mut().entries.reserve(capacity);
        Ref::new(dict)
    }

    pub fn len(&self) -> usize {
        self.table.borrow().live
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    #[inline(always)]
    pub fn version(&self) -> u64 {
        self.version.get()
    }

    fn changed(&self) {
        self.version.set(next_version());
    }

    #[inline]
    pub fn lookup(&self, key: &Value, hash: i64) -> Lookup {
        self.table.borrow().lookup(key, hash)
    }

    /// The entries that only Python code can tell from a key, with their places.
    pub fn candidates(&self, key: &Value, hash: i64) -> Vec<(usize, Value)> {
        self.table.borrow().candidates(key, hash)
    }

    /// The place of a string key: for caches that go with [`Dict::version`].
    #[inline]
    pub fn index_of_str(&self, key: &Str) -> Option<usize> {
        self.table.borrow().lookup_str(key)
    }

    #[inline]
    pub fn get_str(&self, key: &Str) -> Option<Value> {
        let table = self.table.borrow();
        table.lookup_str(key).map(|index| table.entries[index].value.clone())
    }

    /// Sets a string key; gives back the old value.
    pub fn set_str(&self, key: &Ref<Str>, value: Value) -> Option<Value> {
        let mut table = self.table.borrow_mut();
        match table.lookup_str(key) {
            Some(index) => Some(std::mem::replace(&mut table.entries[index].value, value)),
            None => {
                table.push(key.hash(), Value::object(key.clone()), value);
                drop(table);
                self.changed();
                None
            }
        }
    }

    /// Sets a string key that is there; gives back the old value, or the new one if it is not.
    #[inline]
    pub fn replace_str(&self, key: &Str, value: Value) -> Result<Value, Value> {
        let mut table = self.table.borrow_mut();
        match table.lookup_str(key) {
            Some(index) => Ok(std::mem::replace(&mut table.entries[index].value, value)),
            None => Err(value),
        }
    }

    pub fn remove_str(&self, key: &Str) -> Option<Value> {
        let index = self.table.borrow().lookup_str(key)?;
        Some(self.remove_at(index)?.1)
    }

    /// The value in a place, `None` if that place holds no entry.
    #[inline(always)]
    pub fn value_at(&self, index: usize) -> Option<Value> {
        let table = self.table.borrow();
        match table.entries.get(index) {
            Some(entry) if !entry.key.is_unbound() => Some(entry.value.clone()),
            _ => None,
        }
    }

    /// The value in a place of a dict that has not changed since the place was found.
    #[inline(always)]
    pub fn value_at_known(&self, index: usize) -> Value {
        value_in(&self.table, index).unwrap_or(Value::Unbound)
    }

    /// Replaces the value in a place; gives back the old one, or the new one if the place holds no
    /// entry.
    #[inline(always)]
    pub fn replace_at(&self, index: usize, value: Value) -> Result<Value, Value> {
        let mut table = self.table.borrow_mut();
        match table.entries.get_mut(index) {
            Some(entry) if !entry.key.is_unbound() => {
                Ok(std::mem::replace(&mut entry.value, value))
            }
            _ => Err(value),
        }
    }

    /// Sets a key; gives back the old value, or key and value if only Python code can tell whether
    /// the key is there.
    #[inline]
    pub fn set(
        &self,
        key: Value,
        hash: i64,
        value: Value,
    ) -> Result<Option<Value>, (Value, Value)> {
        let mut table = self.table.borrow_mut();
        match table.lookup(&key, hash) {
            Lookup::Found(index) => {
                Ok(Some(std::mem::replace(&mut table.entries[index].value, value)))
            }
            Lookup::Absent => {
                table.push(hash, key, value);
                self.changed();
                Ok(None)
            }
            Lookup::Ask => Err((key, value)),
        }
    }

    /// Adds a key that [`Dict::lookup`] found absent.
    pub fn insert_absent(&self, hash: i64, key: Value, value: Value) {
        self.table.borrow_mut().push(hash, key, value);
        self.changed();
    }

    /// Adds a key that [`Dict::lookup`] found absent, before all others.
    pub fn insert_first(&self, hash: i64, key: Value, value: Value) {
        self.table.borrow_mut().push_first(hash, key, value);
        self.changed();
    }

    pub fn remove_at(&self, index: usize) -> Option<(Value, Value)> {
        let mut table = self.table.borrow_mut();
        if table.entries.get(index).is_none_or(|entry| entry.key.is_unbound()) {
            return None;
        }
        let removed = table.remove(index);
        drop(table);
        self.changed();
        Some(removed)
    }

    /// The same for an entry at the end.
    pub fn pop_at(&self, index: usize) -> Option<(Value, Value)> {
        let removed = self.remove_at(index);
        self.table.borrow_mut().trim();
        removed
    }

    /// The first entry at or after a place: its place, key and value. Iteration goes by asking for
    /// the place behind.
    #[inline]
    pub fn next_entry(&self, from: usize) -> Option<(usize, Value, Value)> {
        let table = self.table.borrow();
        let from = from.max(table.first);
        let skip = table.entries.get(from..)?.iter().position(|entry| !entry.key.is_unbound())?;
        let entry = &table.entries[from + skip];
        Some((from + skip, entry.key.clone(), entry.value.clone()))
    }

    /// The last entry before a place, for `reversed`.
    pub fn previous_entry(&self, before: usize) -> Option<(usize, Value, Value)> {
        let table = self.table.borrow();
        let end = before.min(table.entries.len());
        let index = table.entries[..end].iter().rposition(|entry| !entry.key.is_unbound())?;
        let entry = &table.entries[index];
        Some((index, entry.key.clone(), entry.value.clone()))
    }

    /// The hash that a key was entered with.
    pub fn hash_at(&self, index: usize) -> Option<i64> {
        self.table.borrow().entries.get(index).map(|entry| entry.hash)
    }

    /// One past the last place.
    pub fn end(&self) -> usize {
        self.table.borrow().entries.len()
    }

    /// All entries, copied out.
    pub fn entries(&self) -> Vec<(Value, Value)> {
        let table = self.table.borrow();
        let live = table.entries.iter().filter(|entry| !entry.key.is_unbound());
        live.map(|entry| (entry.key.clone(), entry.value.clone())).collect()
    }

    pub fn keys(&self) -> Vec<Value> {
        self.entries().into_iter().map(|(key, _)| key).collect()
    }

    pub fn values(&self) -> Vec<Value> {
        self.entries().into_iter().map(|(_, value)| value).collect()
    }

    /// A new dict with the same entries.
    pub fn copy(&self) -> Ref<Dict> {
        let table = self.table.borrow();
        let mut copy = DictTable::default();
        copy.entries.reserve_exact(table.live);
        let live = table.entries.iter().filter(|entry| !entry.key.is_unbound());
        copy.entries.extend(live.map(|entry| Entry {
            hash: entry.hash,
            key: entry.key.clone(),
            value: entry.value.clone(),
        }));
        copy.live = copy.entries.len();
        copy.rebuild_index();
        Ref::new(Dict { table: RefCell::new(copy), version: Cell::new(next_version()) })
    }

    /// Removes everything. The entries are dropped after the table is empty, as their finalisers
    /// may look at it.
    pub fn clear_entries(&self) {
        let old = self.table.take();
        self.changed();
        drop(old);
    }
}

impl HeapObject for Dict {
    const KIND: Kind = Kind::Dict;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        for entry in &self.table.borrow().entries {
            entry.key.visit(visit);
            entry.value.visit(visit);
        }
    }

    fn clear(&self) {
        self.clear_entries();
    }
}

/// Which part of a dict a view shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewKind {
    Keys,
    Values,
    Items,
}

/// `dict.keys()`, `.values()` and `.items()`.
pub struct DictView {
    pub dict: Ref<Dict>,
    pub kind: ViewKind,
}

impl HeapObject for DictView {
    const KIND: Kind = Kind::DictView;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        visit(self.dict.as_object());
    }
}

/// `types.MappingProxyType`: any mapping, read only.
pub struct MappingProxy {
    pub mapping: Value,
}

impl HeapObject for MappingProxy {
    const KIND: Kind = Kind::MappingProxy;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.mapping.visit(visit);
    }
}
