//! The cycle collector: frees objects that only refer to each other.
//!
//! The method is CPython's: from each registered object's count the references that other
//! registered objects hold are subtracted; what is left over comes from outside, and all that
//! cannot be reached from there is garbage. References from native code and from frames in
//! execution count as outside ones, so nothing in use is ever taken.

use crate::object::ObjectRef;
use crate::object::frame::{Frame, FrameState};
use crate::object::heap::{
    Census, CensusEntry, FLAG_FINALIZED, Finalization, clear_weak_references, finalization_pending,
    sort_by_birth, take_finalizations, tracked_count,
};
use crate::object::kinds::Kind;
use crate::vm::Vm;

/// The collector runs when so many more objects are registered than after the last run.
const MINIMUM_GROWTH: usize = 20_000;

impl Vm {
    /// Collects if enough objects have been made since the last time.
    pub fn collect_if_due(&mut self) {
        if tracked_count() > self.collection_threshold {
            if self.collector_enabled {
                self.collect_garbage();
            }
            self.set_collection_threshold(next_threshold());
        }
    }

    /// Sets how many registered objects start the collector.
    pub fn set_collection_threshold(&mut self, threshold: usize) {
        self.collection_threshold = threshold;
        self.update_limits();
    }

    /// Frees all unreachable cycles; gives how many objects they had.
    pub fn collect_garbage(&mut self) -> usize {
        let garbage = unreachable_objects();
        if garbage.is_empty() {
            self.set_collection_threshold(next_threshold());
            return 0;
        }
        // Scripts do not know of shapes.
        let count = garbage.iter().filter(|object| object.kind() != Kind::Shape).count();
        // Finalisers first, while everything is still whole. They may bring objects back.
        let mut finalized = false;
        // Coroutines are older than the tasks that run them, so they come first.
        let (natives, others): (Vec<_>, Vec<_>) =
            garbage.iter().partition(|object| object.kind() == Kind::Native);
        for object in others.into_iter().chain(natives) {
            // Suspended generators are closed, though nothing in them would notice: tasks tell.
            if object.needs_finalizer() || is_suspended(object) {
                object.set_flag(FLAG_FINALIZED);
                self.finalize_object(object);
                finalized = true;
            }
        }
        let garbage = if finalized {
            let still: std::collections::HashSet<usize> =
                unreachable_from(&garbage).iter().map(ObjectRef::address).collect();
            garbage.into_iter().filter(|object| still.contains(&object.address())).collect()
        } else {
            garbage
        };
        for object in &garbage {
            clear_weak_references(object);
        }
        for object in &garbage {
            object.clear();
        }
        drop(garbage);
        if finalization_pending() {
            self.run_finalizations();
        }
        self.set_collection_threshold(next_threshold());
        count
    }
}

/// Takes an interpreter down without a sound: nothing runs that would run when its objects go.
/// `objects` are those that the collector knows of it; nobody else may use them any more.
pub fn discard(vm: Box<Vm>, objects: Vec<ObjectRef>) {
    if !vm.threads.is_alone() {
        // Their stacks refer to objects in ways that nobody can follow.
        std::mem::forget((vm, objects));
        return;
    }
    for object in &objects {
        object.set_flag(FLAG_FINALIZED);
        clear_weak_references(object);
    }
    drop(vm);
    for object in &objects {
        object.clear();
    }
    drop(objects);
    while finalization_pending() {
        for finalization in take_finalizations() {
            if let Finalization::Object(object) = finalization {
                object.set_flag(FLAG_FINALIZED);
            }
        }
    }
}

/// Whether an object is a generator that has been started and set aside.
pub fn is_suspended(object: &ObjectRef) -> bool {
    let frame = object.downcast_ref::<Frame>();
    frame.is_some_and(|frame| frame.state.get() == FrameState::Suspended)
}

fn next_threshold() -> usize {
    let count = tracked_count();
    count + MINIMUM_GROWTH.max(count / 2)
}

fn unreachable_objects() -> Vec<ObjectRef> {
    unreachable_with(|_| 1)
}

/// Which of `suspects` still cannot be reached after finalisers ran: `suspects` itself holds one
/// more reference to each.
fn unreachable_from(suspects: &[ObjectRef]) -> Vec<ObjectRef> {
    let among: std::collections::HashSet<usize> = suspects.iter().map(ObjectRef::address).collect();
    unreachable_with(|object| 1 + among.contains(&object.address()) as i64)
}

/// `own` says how many of an object's references are the collector's.
fn unreachable_with(own: impl Fn(&ObjectRef) -> i64) -> Vec<ObjectRef> {
    let census = Census::take();
    let entries = &census.entries;
    // How many references to each come from outside.
    for entry in entries {
        let count = entry.object.strong_count() as i64 - own(&entry.object);
        entry.count.set(count.clamp(0, i32::MAX as i64) as i32);
    }
    for entry in entries {
        entry.object.traverse(&mut |child| {
            if let Some(place) = census.place_of(child) {
                let count = &entries[place].count;
                count.set((count.get() - 1).max(0));
            }
        });
    }
    let mut waiting = Waiting { entries, last: 0 };
    for place in 0..entries.len() {
        if entries[place].count.get() > 0 {
            waiting.push(place);
        }
        while let Some(entry) = waiting.pop() {
            entry.object.traverse(&mut |child| {
                if let Some(place) = census.place_of(child)
                    && entries[place].count.get() >= 0
                {
                    waiting.push(place);
                }
            });
        }
    }
    let unreachable = entries.iter().filter(|entry| entry.count.get() == 0);
    let mut garbage: Vec<ObjectRef> = unreachable.map(|entry| entry.object.clone()).collect();
    drop(census);
    sort_by_birth(&mut garbage);
    garbage
}

/// Reachable objects from which nobody has gone on yet. The stack runs through the entries: a count
/// below zero says that an object can be reached, and which one comes after it.
struct Waiting<'a> {
    entries: &'a [CensusEntry],
    /// The place of the last one plus one; 0: there is none.
    last: i32,
}

impl<'a> Waiting<'a> {
    fn push(&mut self, place: usize) {
        self.entries[place].count.set(-1 - self.last);
        self.last = place as i32 + 1;
    }

    fn pop(&mut self) -> Option<&'a CensusEntry> {
        let entry = self.entries.get((self.last as usize).checked_sub(1)?)?;
        self.last = -1 - entry.count.get();
        Some(entry)
    }
}
