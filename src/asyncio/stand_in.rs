//! Futures that stand for the coroutines which wait for them.
//!
//! While `await event.wait()` waits, mostly nobody knows the coroutine but the operand stack of the
//! frame that awaits it; and a million tasks that wait should not pay for an object more. Such a
//! coroutine gives way to its future, which lies on the stack in its place and knows what it stands
//! for. Before anybody looks, and before the wait goes on, the coroutine is made again.

use super::event::{self, EventData};
use super::future::FutureData;
use super::lock::{self, LockData};
use super::semaphore::{self, SemaphoreData};
use super::sleep;
use super::waiters::{HomeLoop, waiter_of};
use crate::object::native_coroutine::{CoroutineBody, NativeCoroutine};
use crate::object::{Ref, Value};

/// A coroutine that waits, in the one stage in which it can, for its last slot. The first one has the
/// object whose method it is, which the future remembers, or None.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StandsFor {
    #[default]
    Nothing,
    Sleep,
    EventWait,
    LockAcquire,
    SemaphoreAcquire,
}

impl StandsFor {
    fn body(self) -> Option<&'static CoroutineBody> {
        match self {
            StandsFor::Nothing => None,
            StandsFor::Sleep => Some(&sleep::BODY),
            StandsFor::EventWait => Some(&event::WAIT),
            StandsFor::LockAcquire => Some(&lock::ACQUIRE),
            StandsFor::SemaphoreAcquire => Some(&semaphore::ACQUIRE),
        }
    }

    fn stage(self) -> u8 {
        match self {
            StandsFor::Sleep => sleep::SLEEPING,
            _ => 1,
        }
    }

    /// Whether the future remembers an object.
    pub fn has_owner(self) -> bool {
        !matches!(self, StandsFor::Nothing | StandsFor::Sleep)
    }
}

/// Which loop the object belongs to for which a task waits.
pub fn home_of(owner: &Value) -> Option<&HomeLoop> {
    if let Some(event) = owner.native::<EventData>() {
        Some(&event.home)
    } else if let Some(lock) = owner.native::<LockData>() {
        Some(&lock.home)
    } else {
        owner.native::<SemaphoreData>().map(|semaphore| &semaphore.home)
    }
}

/// The future that from now on stands for a suspended coroutine, if it can.
pub fn give_way(coroutine: &Ref<NativeCoroutine>, stands_for: StandsFor) -> Option<Value> {
    let waiter = waiter_of(coroutine);
    let future = &waiter.native::<FutureData>()?.future;
    let owner = coroutine.local(0);
    let is_simple = match stands_for.has_owner() {
        true => home_of(&owner).is_some_and(|home| home.get().is(&future.event_loop())),
        false => owner.is_none(),
    };
    if coroutine.stage.get() != stands_for.stage() || !is_simple {
        return None;
    }
    future.stand_for(stands_for, owner);
    Some(waiter)
}

/// The coroutine for which a future stands, made again; from now on it stands for none.
pub fn coroutine(this: &Value) -> Option<Ref<NativeCoroutine>> {
    let (stands_for, owner) = this.native::<FutureData>()?.future.stand_for_nothing();
    let body = stands_for.body()?;
    let coroutine = NativeCoroutine::new(body, [owner, this.clone()]);
    coroutine.set_suspended(stands_for.stage());
    Some(coroutine)
}
