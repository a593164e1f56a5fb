//! The switch itself: from one native stack to another, with the interpreter's state.

use std::rc::Rc;

use super::{Thread, ThreadId, ThreadState, Wake};
use crate::host::HostResult;
use crate::host::fiber::{Shared, Suspend};
use crate::vm::Vm;

/// Room for whatever runs between two looks at the stack's end.
const STACK_RESERVE: usize = 256 << 10;

impl Vm {
    /// Exchanges what belongs to the running thread.
    fn swap_thread_state(&mut self, state: &mut ThreadState) {
        use std::mem::swap;
        swap(&mut self.current, &mut state.current);
        swap(&mut self.depth, &mut state.depth);
        state.nested_runs = self.nested_runs.replace(state.nested_runs);
        swap(&mut self.native_depth, &mut state.native_depth);
        swap(&mut self.stack_floor, &mut state.stack_floor);
        swap(&mut self.shown_containers, &mut state.shown_containers);
        swap(&mut self.resumers, &mut state.resumers);
        swap(&mut self.handling, &mut state.handling);
        swap(&mut self.context, &mut state.context);
        swap(&mut self.asyncio.running_loop, &mut state.running_loop);
        swap(&mut self.system.async_generator_hooks, &mut state.async_generator_hooks);
        swap(&mut self.system.origin_tracking_depth, &mut state.origin_tracking_depth);
    }

    /// Puts the state of `thread` in place, or aside if it runs.
    fn swap_thread(&mut self, thread: ThreadId) {
        let Some(entry) = self.threads.table.get_mut(&thread) else { return };
        let mut state = std::mem::replace(&mut entry.state, ThreadState::new());
        self.swap_thread_state(&mut state);
        if let Some(entry) = self.threads.table.get_mut(&thread) {
            entry.state = state;
        }
    }

    /// Makes a thread that will run `body` when the scheduler first picks it.
    ///
    /// # Errors
    /// If there is no native stack for it.
    pub(super) fn new_thread(&mut self, body: Box<dyn FnOnce(&mut Vm)>) -> HostResult<ThreadId> {
        let id = ThreadId(self.threads.next_id);
        let entry = move |suspend: Rc<dyn Suspend>, shared: Shared| {
            // SAFETY: `run_hub` resumes fibers with the address of the interpreter, which it does
            // not touch until the fiber goes back to it.
            let vm = unsafe { &mut *shared.cast::<Vm>() };
            vm.stack_floor = suspend.stack_end() + STACK_RESERVE;
            if let Some(thread) = vm.threads.table.get_mut(&id) {
                thread.suspend = Some(suspend);
            }
            body(vm);
        };
        let fiber = self.host.fiber(Box::new(entry))?;
        self.threads.next_id += 1;
        self.threads.home = std::ptr::from_mut(self) as usize;
        self.threads.table.insert(id, Thread::new(Some(fiber)));
        Ok(id)
    }

    /// Leaves the running thread, which is parked or in the queue of those that can run, until it
    /// is picked again.
    pub(super) fn switch(&mut self) -> Wake {
        let current = self.threads.current;
        let suspend = match self.threads.table.get(&current) {
            Some(thread) => thread.suspend.clone(),
            None => None,
        };
        match suspend {
            None => self.run_hub(),
            Some(suspend) => {
                self.swap_thread(current);
                suspend.suspend(std::ptr::from_mut(self).cast());
            }
        }
        match self.threads.table.get(&current) {
            Some(thread) => thread.wake,
            None => Wake::Signal,
        }
    }

    /// Runs other threads until the main one is picked.
    fn run_hub(&mut self) {
        self.swap_thread(ThreadId::MAIN);
        loop {
            let next = self.pick();
            self.threads.current = next;
            self.swap_thread(next);
            self.begin_slice();
            if next == ThreadId::MAIN {
                return;
            }
            let here = std::ptr::from_mut(self) as usize;
            assert_eq!(here, self.threads.home, "the interpreter was moved while it had threads");
            let fiber = self.threads.table.get_mut(&next).and_then(|thread| thread.fiber.take());
            let Some(mut fiber) = fiber else { continue };
            if fiber.resume(std::ptr::from_mut(self).cast()) {
                // What it leaves behind is the state of no thread.
                drop(self.threads.table.remove(&next));
                let mut rest = ThreadState::new();
                self.swap_thread_state(&mut rest);
            } else if let Some(thread) = self.threads.table.get_mut(&next) {
                thread.fiber = Some(fiber);
            }
        }
    }
}
