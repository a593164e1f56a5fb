//! `set` and `frozenset`: CPython's table, probe by probe, so that iteration goes in the same
//! order.
//!
//! Open addressing; from the slot that the hash names nine neighbours are tried, then the next
//! place follows from the hash's higher bits. The table grows when three fifths are used.

use std::cell::{Cell, RefCell};

use smallvec::{SmallVec, smallvec};

use super::equality::decide;
use super::heap::{HeapObject, ObjectRef, Ref};
use super::kinds::Kind;
use super::value::Value;

pub struct SetTable {
    /// A key of [`Value::Unbound`] with hash 0 is free, with hash -1 removed. The smallest table
    /// lies in the set itself.
    slots: SmallVec<[(i64, Value); LEAST_SLOTS]>,
    /// Places ever taken: used and removed ones.
    fill: usize,
    used: usize,
    /// Where `pop` goes on searching.
    finger: usize,
}

const LEAST_SLOTS: usize = 8;
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
const REMOVED: i64 = -1;

/// What a look-up found out without running Python code.
pub enum SetLookup {
    Found(usize),
    Absent,
    /// Some keys have the hash; only Python code can tell whether one of them is equal.
    Ask,
}

/// Slots without keys.
fn free_slots(size: usize) -> SmallVec<[(i64, Value); LEAST_SLOTS]> {
    if size == LEAST_SLOTS {
        return SmallVec::from_buf([const { (0, Value::Unbound) }; LEAST_SLOTS]);
    }
    smallvec![(0, Value::Unbound); size]
}

impl Default for SetTable {
    fn default() -> SetTable {
        SetTable { slots: free_slots(LEAST_SLOTS), fill: 0, used: 0, finger: 0 }
    }
}

impl SetTable {
    fn mask(&self) -> usize {
        self.slots.len() - 1
    }

    pub fn len(&self) -> usize {
        self.used
    }

    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// Whether no place was taken since the table was made: a merge may then copy.
    pub fn is_pristine(&self) -> bool {
        self.fill == 0
    }

    /// Visits the places where `hash` may lie, in order, until `stop` says so; gives its place.
    #[inline(always)]
    fn probe(&self, hash: i64, mut stop: impl FnMut(usize, &(i64, Value)) -> bool) -> usize {
        let slots = self.slots.as_slice();
        let mask = slots.len() - 1;
        let mut perturb = hash as u64;
        let mut index = hash as usize & mask;
        loop {
            let probes = if index + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
            let mut at = index;
            while at <= index + probes {
                if stop(at, &slots[at]) {
                    return at;
                }
                at += 1;
            }
            perturb >>= PERTURB_SHIFT;
            index = index.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb as usize) & mask;
        }
    }

    /// Searches a key.
    #[inline]
    pub fn lookup(&self, key: &Value, hash: i64) -> SetLookup {
        let mut found = false;
        let mut unsure = false;
        let at = self.probe(hash, |_, (slot_hash, slot_key)| {
            if *slot_hash != hash {
                return *slot_hash == 0 && slot_key.is_unbound();
            }
            // A free slot has the hash 0; a removed one has a hash that no key has.
            if slot_key.is_unbound() {
                return true;
            }
            match decide(slot_key, key) {
                Some(equal) => found = equal,
                None => unsure = true,
            }
            found
        });
        match (found, unsure) {
            (true, _) => SetLookup::Found(at),
            (false, false) => SetLookup::Absent,
            (false, true) => SetLookup::Ask,
        }
    }

    /// Whether a number is there, if that can be told by ints alone.
    #[inline]
    pub fn has_int(&self, number: i64, hash: i64) -> Option<bool> {
        let mut found = Some(false);
        self.probe(hash, |_, (slot_hash, slot_key)| {
            if *slot_hash != hash {
                return *slot_hash == 0 && slot_key.is_unbound();
            }
            match slot_key {
                Value::Unbound => return true,
                Value::Int(known) if *known == number => found = Some(true),
                Value::Int(_) => return false,
                _ => found = None,
            }
            true
        });
        found
    }

    /// The keys that only Python code can tell from `key`, with their places.
    #[cold]
    pub fn candidates(&self, key: &Value, hash: i64) -> Vec<(usize, Value)> {
        let mut candidates = Vec::new();
        self.probe(hash, |at, (slot_hash, slot_key)| {
            if slot_key.is_unbound() {
                return *slot_hash == 0;
            }
            if *slot_hash == hash && decide(slot_key, key).is_none() {
                candidates.push((at, slot_key.clone()));
            }
            false
        });
        candidates
    }

    /// Adds a key that is not there: in the last removed place on the way to the first free one,
    /// or in that one.
    pub fn insert_absent(&mut self, hash: i64, key: Value) {
        let mut removed = None;
        let free = self.probe(hash, |at, (slot_hash, slot_key)| {
            if !slot_key.is_unbound() {
                return false;
            }
            if *slot_hash == REMOVED {
                removed = Some(at);
            }
            *slot_hash == 0
        });
        match removed {
            Some(at) => {
                self.used += 1;
                self.slots[at] = (hash, key);
            }
            None => self.take_free(free, hash, key),
        }
    }

    /// Adds a key unless it is there; whether it was not. The key comes back if only Python code can
    /// tell.
    #[inline]
    pub fn add(&mut self, hash: i64, key: Value) -> Result<bool, Value> {
        let mut removed = false;
        let mut found = false;
        let mut unsure = false;
        let at = self.probe(hash, |_, (slot_hash, slot_key)| {
            if slot_key.is_unbound() {
                removed |= *slot_hash == REMOVED;
                return *slot_hash == 0;
            }
            if *slot_hash == hash {
                match decide(slot_key, &key) {
                    Some(equal) => found = equal,
                    None => unsure = true,
                }
            }
            found
        });
        if found {
            return Ok(false);
        }
        if unsure {
            return Err(key);
        }
        match removed {
            true => self.insert_absent(hash, key),
            false => self.take_free(at, hash, key),
        }
        Ok(true)
    }

    /// Adds the keys of another table, from a place on. If only Python code can tell whether one of
    /// them is there already, its place.
    pub fn merge(&mut self, other: &SetTable, from: usize) -> Option<usize> {
        for (at, (hash, key)) in other.slots.iter().enumerate().skip(from) {
            if !key.is_unbound() && self.add(*hash, key.clone()).is_err() {
                return Some(at);
            }
        }
        None
    }

    /// Puts a key into a free slot.
    #[inline]
    fn take_free(&mut self, at: usize, hash: i64, key: Value) {
        self.slots[at] = (hash, key);
        self.used += 1;
        self.fill += 1;
        if self.fill * 5 >= self.mask() * 3 {
            self.resize(if self.used > 50_000 { self.used * 2 } else { self.used * 4 });
        }
    }

    fn insert_clean(&mut self, hash: i64, key: Value) {
        let at = self.probe(hash, |_, slot| slot.1.is_unbound());
        self.slots[at] = (hash, key);
    }

    fn resize(&mut self, minimum: usize) {
        let mut size = LEAST_SLOTS;
        while size <= minimum {
            size <<= 1;
        }
        let old = std::mem::replace(&mut self.slots, free_slots(size));
        self.fill = self.used;
        for (hash, key) in old {
            if !key.is_unbound() {
                self.insert_clean(hash, key);
            }
        }
    }

    /// Makes room as CPython does before it merges `more` keys of another set or of a dict.
    pub fn reserve_for_merge(&mut self, more: usize) {
        if (self.fill + more) * 5 >= self.mask() * 3 {
            self.resize((self.used + more) * 2);
        }
    }

    /// Makes the table anew if more than a quarter of its places are removed ones, as CPython does
    /// after a difference.
    pub fn shed_removed(&mut self) {
        if self.fill - self.used > self.mask() / 4 {
            self.resize(if self.used > 50_000 { self.used * 2 } else { self.used * 4 });
        }
    }

    /// A copy with the order that CPython's `set(other)` has.
    pub fn copy(&self) -> SetTable {
        // A table that needs no room and has no removed places is copied slot by slot.
        if self.slots.len() == LEAST_SLOTS && self.fill == self.used {
            let slots = SmallVec::from_buf(std::array::from_fn(|at| self.slots[at].clone()));
            return SetTable { slots, fill: self.used, used: self.used, finger: 0 };
        }
        let mut copy = SetTable::default();
        copy.reserve_for_merge(self.used);
        if copy.mask() == self.mask() && self.fill == self.used {
            copy.slots = self.slots.clone();
        } else {
            for (hash, key) in &self.slots {
                if !key.is_unbound() {
                    copy.insert_clean(*hash, key.clone());
                }
            }
        }
        copy.fill = self.used;
        copy.used = self.used;
        copy
    }

    pub fn remove_at(&mut self, index: usize) -> Value {
        let slot = &mut self.slots[index];
        slot.0 = REMOVED;
        self.used -= 1;
        std::mem::replace(&mut slot.1, Value::Unbound)
    }

    pub fn pop(&mut self) -> Option<Value> {
        if self.used == 0 {
            return None;
        }
        let mask = self.mask();
        let mut at = self.finger & mask;
        while self.slots[at].1.is_unbound() {
            at = (at + 1) & mask;
        }
        self.finger = at + 1;
        Some(self.remove_at(at))
    }

    /// The first key at or after a place: place, hash and key.
    #[inline]
    pub fn next_entry(&self, from: usize) -> Option<(usize, i64, Value)> {
        let skip = self.slots.get(from..)?.iter().position(|slot| !slot.1.is_unbound())?;
        let (hash, key) = &self.slots[from + skip];
        Some((from + skip, *hash, key.clone()))
    }

    /// All hashes and keys in order, copied out.
    pub fn entries(&self) -> Vec<(i64, Value)> {
        self.slots.iter().filter(|slot| !slot.1.is_unbound()).cloned().collect()
    }
}

pub struct Set {
    pub table: RefCell<SetTable>,
    /// Changes with every addition and removal.
    pub version: Cell<u64>,
}

impl Set {
    pub fn new(table: SetTable) -> Ref<Set> {
        Ref::new(Set { table: RefCell::new(table), version: Cell::new(0) })
    }

    pub fn changed(&self) {
        self.version.set(self.version.get() + 1);
    }
}

impl HeapObject for Set {
    const KIND: Kind = Kind::Set;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.table.borrow().slots.iter().for_each(|slot| slot.1.visit(visit));
    }

    fn clear(&self) {
        drop(self.table.take());
    }
}

pub struct FrozenSet {
    pub table: SetTable,
    pub hash: Cell<Option<i64>>,
}

impl FrozenSet {
    pub fn new(table: SetTable) -> Ref<FrozenSet> {
        Ref::new(FrozenSet { table, hash: Cell::new(None) })
    }
}

impl HeapObject for FrozenSet {
    const KIND: Kind = Kind::FrozenSet;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.table.slots.iter().for_each(|slot| slot.1.visit(visit));
    }
}
