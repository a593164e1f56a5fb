//! Coroutines whose body is written in Rust: `lock.acquire()`, `queue.get()`, `asyncio.sleep()`.
//!
//! To a script they are coroutines like any other: they have the class `coroutine`, can be awaited,
//! sent to, thrown into and closed, and warn when nobody awaits them. A body is a function that is
//! called for each step, with a *stage* that says where it stands and a few slots for its variables;
//! together they are what a frame is to a coroutine written in Python.

use std::cell::Cell;

use super::exception::Result;
use super::frame::FrameState;
use super::heap::{HeapObject, ObjectRef, Ref};
use super::kinds::Kind;
use super::native::Input;
use super::value::Value;
use crate::vm::Vm;
use crate::vm::generator::AwaitStep;

/// One step of a body: from the beginning or the last suspension to the next, or to the end.
pub type StepFn = fn(&mut Vm, &Ref<NativeCoroutine>, Input) -> Result<AwaitStep>;

/// A coroutine function written in Rust.
pub struct CoroutineBody {
    pub name: &'static str,
    pub qualname: &'static str,
    pub step: StepFn,
    /// How many slots it has. The first ones are the arguments; the last is what it awaits, if it
    /// awaits anything.
    pub slots: u8,
}

pub struct NativeCoroutine {
    pub body: &'static CoroutineBody,
    /// Created, suspended, running or finished.
    pub state: Cell<FrameState>,
    pub stage: Cell<u8>,
}

impl NativeCoroutine {
    /// A coroutine that has not been started.
    #[inline]
    pub fn new<const N: usize>(
        body: &'static CoroutineBody,
        arguments: [Value; N],
    ) -> Ref<NativeCoroutine> {
        let coroutine =
            NativeCoroutine { body, state: Cell::new(FrameState::Created), stage: Cell::new(0) };
        Ref::with_first_slots(coroutine, arguments)
    }
}

impl Ref<NativeCoroutine> {
    #[inline]
    pub fn local(&self, index: usize) -> Value {
        self.slots()[index].get()
    }

    #[inline]
    pub fn set_local(&self, index: usize, value: Value) {
        self.slots()[index].set(value);
    }

    /// What it awaits while it is suspended.
    pub fn awaits(&self) -> Value {
        match self.state.get() {
            FrameState::Suspended => self.slots().last().map_or(Value::None, |slot| slot.get()),
            _ => Value::None,
        }
    }

    /// Lets go of arguments and variables: the coroutine is over.
    pub fn clear_locals(&self) {
        for slot in self.slots() {
            drop(slot.replace(Value::None));
        }
    }
}

impl HeapObject for NativeCoroutine {
    const KIND: Kind = Kind::NativeCoroutine;
    const SLOTS: bool = true;

    #[inline]
    fn slot_count(&self) -> usize {
        self.body.slots as usize
    }

    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}

    fn needs_finalizer(&self) -> bool {
        matches!(self.state.get(), FrameState::Created | FrameState::Suspended)
    }
}
