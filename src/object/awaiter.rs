//! What `await` and `async for` get from coroutines and async generators when they are driven by
//! hand: `coroutine.__await__()`, `asend()`, `athrow()`, `aclose()` and `anext()` with a default.

use std::cell::Cell;

use super::frame::{FRAME_ASYNC_RUNNING, Frame};
use super::heap::{HeapObject, ObjectRef, Ref, Slot};
use super::kinds::Kind;
use super::value::Value;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwaiterKind {
    /// `coroutine.__await__()`; of a native coroutine `argument` is that, and there is no `target`.
    Coroutine,
    /// `async_generator.asend(argument)` and `__anext__()`.
    Send,
    /// `async_generator.athrow(argument)`: a tuple of its arguments.
    Throw,
    Close,
    /// `anext(async_iterator, default)`: `target` is unused, `argument` the awaitable, `fallback`
    /// the default.
    NextDefault,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwaiterState {
    Created,
    Started,
    Closed,
}

pub struct Awaiter {
    pub kind: AwaiterKind,
    pub state: Cell<AwaiterState>,
    pub target: Option<Ref<Frame>>,
    pub argument: Slot,
    pub fallback: Slot,
}

impl Awaiter {
    pub fn new(kind: AwaiterKind, target: Option<Ref<Frame>>, argument: Value) -> Ref<Awaiter> {
        Ref::new(Awaiter {
            kind,
            state: Cell::new(AwaiterState::Created),
            target,
            argument: Slot::new(argument),
            fallback: Slot::new(Value::Unbound),
        })
    }
}

impl Awaiter {
    /// How far it is. The step of an `asend()` that an `await` took by itself ends without a word
    /// to the awaiter: the generator no longer runs then.
    pub fn state(&self) -> AwaiterState {
        if self.kind == AwaiterKind::Send
            && self.state.get() == AwaiterState::Started
            && self.target.as_ref().is_some_and(|target| !target.has_flag(FRAME_ASYNC_RUNNING))
        {
            self.state.set(AwaiterState::Closed);
        }
        self.state.get()
    }
}

impl HeapObject for Awaiter {
    const KIND: Kind = Kind::Awaiter;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        if let Some(target) = &self.target {
            visit(target.as_object());
        }
        self.argument.visit(visit);
        self.fallback.visit(visit);
    }

    fn needs_finalizer(&self) -> bool {
        self.state.get() == AwaiterState::Created
            && matches!(self.kind, AwaiterKind::Send | AwaiterKind::Throw | AwaiterKind::Close)
    }

    fn clear(&self) {
        self.argument.set(Value::None);
        self.fallback.set(Value::None);
    }
}
