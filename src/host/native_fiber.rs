//! Fibers on the stacks of `corosensei`.
//!
//! Of the crates that switch stacks, `corosensei` is the one that is small, kept up for all the
//! processors and systems that matter, maps guard pages below its stacks and lets panics through.
//! `generator` and `may` bring a runtime of their own, `context` rests. Threads of the operating
//! system that pass a baton around would do, too, but the heap belongs to one thread (it is
//! thread-local, and its counters are no atomics), and a switch would cost some microseconds.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use corosensei::stack::{DefaultStack, Stack};
use corosensei::{Coroutine, CoroutineResult, Yielder};

use super::fiber::{Fiber, FiberEntry, Shared, Suspend};
use super::{HostError, HostResult};

type Inside = Yielder<Shared, ()>;

/// How much address space a thread gets: the first size that is to be had. Only what is used
/// takes memory.
const STACK_SIZES: [usize; 3] = [64 << 20, 8 << 20, 1 << 20];
/// So many stacks of threads that have ended are kept for the next ones.
const MAX_KEPT_STACKS: usize = 16;

/// Stacks for reuse.
#[derive(Clone, Default)]
pub struct StackPool(Rc<RefCell<Vec<DefaultStack>>>);

struct NativeFiber {
    /// Taken only when the fiber goes.
    coroutine: Option<Coroutine<Shared, (), (), DefaultStack>>,
    pool: StackPool,
}

struct NativeSuspend {
    /// Null while the fiber is not running.
    yielder: Cell<*const Inside>,
    stack_end: usize,
}

impl StackPool {
    /// A fiber for `entry`.
    ///
    /// # Errors
    /// If there is no room for another stack.
    pub fn fiber(&self, entry: FiberEntry) -> HostResult<Box<dyn Fiber>> {
        let kept = self.0.borrow_mut().pop();
        let stack = match kept.map_or_else(|| new_stack(&STACK_SIZES), Ok) {
            Ok(stack) => stack,
            Err(error) => {
                return Err(HostError {
                    code: error.raw_os_error().unwrap_or(0),
                    message: error.to_string(),
                });
            }
        };
        let handle = Rc::new(NativeSuspend {
            yielder: Cell::new(std::ptr::null()),
            stack_end: stack.limit().get(),
        });
        let coroutine = Coroutine::with_stack(stack, move |yielder: &Inside, shared: Shared| {
            handle.yielder.set(yielder);
            entry(handle.clone(), shared);
        });
        Ok(Box::new(NativeFiber { coroutine: Some(coroutine), pool: self.clone() }))
    }
}

/// Runs something on a stack of the first of `sizes` (in bytes) that is to be had.
///
/// The interpreter needs more than a process begins with. A thread could have it, too, but a
/// process with two threads pays for it with each allocation.
///
/// # Errors
/// If there is no room for the smallest.
pub fn run_on_stack<R>(sizes: &[usize], job: impl FnOnce() -> R) -> std::io::Result<R> {
    Ok(corosensei::on_stack(new_stack(sizes)?, job))
}

/// A stack of the first size that is to be had.
fn new_stack(sizes: &[usize]) -> std::io::Result<DefaultStack> {
    let mut result = Err(std::io::ErrorKind::OutOfMemory.into());
    for size in sizes {
        result = DefaultStack::new(*size);
        if result.is_ok() {
            break;
        }
    }
    result
}

impl Fiber for NativeFiber {
    fn resume(&mut self, shared: Shared) -> bool {
        let Some(coroutine) = &mut self.coroutine else { return true };
        matches!(coroutine.resume(shared), CoroutineResult::Return(()))
    }
}

impl Suspend for NativeSuspend {
    fn suspend(&self, shared: Shared) {
        let yielder = self.yielder.replace(std::ptr::null());
        assert!(!yielder.is_null(), "only a fiber that runs can be suspended");
        // The pointer is not used, but it must get out of the compiler's sight: whoever goes on
        // now changes what lies there.
        std::hint::black_box(shared);
        // SAFETY: the yielder lies on the fiber's stack for as long as the fiber has not ended, and
        // the pointer to it is there only while the fiber runs.
        let inside = unsafe { &*yielder };
        inside.suspend(());
        self.yielder.set(yielder);
    }

    fn stack_end(&self) -> usize {
        self.stack_end
    }
}

impl Drop for NativeFiber {
    fn drop(&mut self) {
        let Some(mut coroutine) = self.coroutine.take() else { return };
        if coroutine.started() && !coroutine.done() {
            // SAFETY: a thread that is given up in the middle never runs again. What its stack
            // holds leaks, as it does for CPython's daemon threads: nothing there is pinned or
            // lent out to anybody who could still use it, as `Suspend` is refused from now on.
            unsafe { coroutine.force_reset() };
        } else if coroutine.done() {
            let mut kept = self.pool.0.borrow_mut();
            if kept.len() < MAX_KEPT_STACKS {
                kept.push(coroutine.into_stack());
            }
        }
    }
}
