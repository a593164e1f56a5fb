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

/// What lies in place of a coroutine: see [`CoroutineBody::gives_way`].
pub type GiveWayFn = fn(&Ref<NativeCoroutine>) -> Option<Value>;

/// A coroutine function written in Rust.
pub struct CoroutineBody {
    pub name: &'static str,
    pub qualname: &'static str,
    pub step: StepFn,
    /// How many slots it has. The first ones are the arguments; the last is what it awaits, if it
    /// awaits anything.
    pub slots: u8,
    /// What lies on the operand stack in place of the suspended coroutine, if nobody else knows it and
    /// something can: see [`NativeData::coroutine`].
    ///
    /// [`NativeData::coroutine`]: super::native::NativeData::coroutine
    pub gives_way: Option<GiveWayFn>,
}

impl CoroutineBody {
    pub const fn new(
        name: &'static str,
        qualname: &'static str,
        step: StepFn,
        slots: u8,
    ) -> CoroutineBody {
        CoroutineBody { name, qualname, step, slots, gives_way: None }
    }
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

    /// What can lie on an operand stack in place of the coroutine, which has just been suspended and
    /// is held there and by the caller, if nobody else knows it. The coroutine is over then.
    #[inline]
    pub fn stand_in(&self) -> Option<Value> {
        let gives_way = self.body.gives_way?;
        if self.as_object().strong_count() != 2 || self.as_object().is_watched() {
            return None;
        }
        let stand_in = gives_way(self)?;
        self.state.set(FrameState::Finished);
        Some(stand_in)
    }

    /// Puts it where it stands after a step that has suspended it.
    pub fn set_suspended(&self, stage: u8) {
        self.state.set(FrameState::Suspended);
        self.stage.set(stage);
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
