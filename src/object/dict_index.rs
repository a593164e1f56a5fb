//! Where the entries of a dict lie, by their keys' hashes.
//!
//! Open addressing as in CPython: the lowest bits of the hash name the first slot, the others come in
//! where that is taken. Numbers that follow each other have hashes that follow each other, so that a
//! dict that is filled or read in their order goes through its index from one end to the other.

/// A table of places, with a power of two of slots, of which a third stays free.
#[derive(Default)]
pub struct DictIndex {
    slots: Box<[u32]>,
    /// So many free slots may yet be taken.
    room: usize,
}

const FREE: u32 = u32::MAX;
/// An entry was here, and a search goes on behind it.
const REMOVED: u32 = u32::MAX - 1;
const PERTURB_SHIFT: u32 = 5;

impl DictIndex {
    /// Visits the slots where `hash` may lie, in order, until `stop` says so; gives its number.
    #[inline(always)]
    fn probe(&self, hash: i64, mut stop: impl FnMut(u32) -> bool) -> usize {
        let mask = self.slots.len() - 1;
        let mut perturb = hash as u64;
        let mut slot = hash as usize & mask;
        while !stop(self.slots[slot]) {
            perturb >>= PERTURB_SHIFT;
            slot = slot.wrapping_mul(5).wrapping_add(perturb as usize).wrapping_add(1) & mask;
        }
        slot
    }

    /// The first place on the way of `hash` that is the right one.
    ///
    /// Removed entries are asked for, too, by a place that no entry has.
    #[inline(always)]
    pub fn find(&self, hash: i64, mut is_right: impl FnMut(usize) -> bool) -> Option<usize> {
        let mut found = None;
        self.probe(hash, |place| {
            if is_right(place as usize) {
                found = Some(place as usize);
                return true;
            }
            place == FREE
        });
        found
    }

    /// Adds a place; false if there is no room for it.
    #[inline]
    pub fn insert(&mut self, hash: i64, place: usize) -> bool {
        if self.room == 0 {
            return false;
        }
        self.room -= 1;
        let slot = self.probe(hash, |place| place == FREE);
        self.slots[slot] = place as u32;
        true
    }

    /// Removes a place that is there.
    pub fn remove(&mut self, hash: i64, place: usize) {
        let slot = self.probe(hash, |known| known == place as u32);
        self.slots[slot] = REMOVED;
    }

    pub fn clear(&mut self) {
        *self = DictIndex::default();
    }

    /// A new table for `capacity` places, with some in it.
    pub fn rebuild(&mut self, capacity: usize, places: impl Iterator<Item = (i64, usize)>) {
        let count = (3 * capacity / 2 + 1).next_power_of_two();
        match self.slots.len() == count {
            true => self.slots.fill(FREE),
            false => self.slots = vec![FREE; count].into_boxed_slice(),
        }
        self.room = 2 * count / 3;
        for (hash, place) in places {
            let is_inserted = self.insert(hash, place);
            debug_assert!(is_inserted, "there is room for all");
        }
    }
}
