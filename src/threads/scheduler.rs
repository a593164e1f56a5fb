//! Who runs next: parking, waking, slices of time.

use std::sync::atomic::Ordering;
use std::time::Duration;

use super::{Parked, Slice, Thread, ThreadId, Threads, Wake};
use crate::host::Wakeup;
use crate::object::frame::FramePointer;
use crate::object::{Exception, Ref, Result};
use crate::vm::Vm;
use crate::vm::import::LIBRARY_FOLDER;
use crate::vm::interrupts::ROUNDS_PER_LOOK;

/// While threads compete, the clock is looked at after so many jumps and calls.
const TICKS_PER_LOOK: u32 = 64;
/// So many jumps and calls are a slice of a millisecond, should the clock stand still.
const TICKS_PER_MILLISECOND: u32 = 20_000;

impl Threads {
    /// Puts a parked thread among those that can run.
    fn make_runnable(&mut self, id: ThreadId, wake: Wake) {
        let Some(thread) = self.table.get_mut(&id) else { return };
        let Some(parked) = thread.parked.take() else { return };
        thread.wake = wake;
        if let Some(deadline) = parked.deadline {
            self.sleeping.remove(&(deadline, parked.number, id));
        }
        match wake {
            Wake::Interrupt => self.runnable.push_front(id),
            _ => self.runnable.push_back(id),
        }
    }

    fn is_parked(&self, id: ThreadId) -> bool {
        self.table.get(&id).is_some_and(|thread| thread.parked.is_some())
    }
}

impl Vm {
    /// Sets the running thread aside until another one wakes it or the deadline has come; `reason`
    /// says in reports what it waits for.
    pub fn park(&mut self, deadline: Option<Duration>, reason: &'static str) -> Wake {
        if self.threads.is_alone() || self.system.is_finalizing {
            return self.wait_alone(deadline);
        }
        let number = self.threads.next_park;
        self.threads.next_park += 1;
        let current = self.threads.current;
        if let Some(thread) = self.threads.table.get_mut(&current) {
            thread.parked = Some(Parked { deadline, number, reason });
        }
        if let Some(deadline) = deadline {
            self.threads.sleeping.insert((deadline, number, current));
        }
        self.switch()
    }

    /// There is nobody else who could run.
    fn wait_alone(&mut self, deadline: Option<Duration>) -> Wake {
        if deadline.is_none() && !self.host.can_be_woken() {
            return Wake::Deadlock;
        }
        match self.host.wait_until(deadline) {
            Wakeup::Deadline => Wake::Deadline,
            Wakeup::Interrupt => Wake::Interrupt,
        }
    }

    /// Lets a parked thread go on, when its turn comes.
    pub fn unpark(&mut self, id: ThreadId) {
        self.threads.make_runnable(id, Wake::Signal);
        self.update_attention();
    }

    /// Lets the others run who can, then goes on.
    pub fn yield_thread(&mut self) {
        if self.threads.is_alone() || self.system.is_finalizing {
            return;
        }
        self.wake_sleepers();
        if self.threads.runnable.is_empty() {
            self.begin_slice();
            return;
        }
        let current = self.threads.current;
        self.threads.runnable.push_back(current);
        self.switch();
    }

    /// Lets the others run who can, and says when one of them wants to go on next, by the host's
    /// clock: None if none will by itself.
    pub fn run_other_threads(&mut self) -> Option<Duration> {
        self.yield_thread();
        match self.threads.runnable.is_empty() {
            true => self.threads.sleeping.first().map(|(deadline, ..)| *deadline),
            false => Some(self.host.monotonic()),
        }
    }

    /// An interrupt has arrived while another thread runs: lets the main one have it.
    #[cold]
    pub fn interrupt_main_thread(&mut self) {
        self.threads.make_runnable(ThreadId::MAIN, Wake::Interrupt);
        self.yield_thread();
    }

    /// The thread whose turn it is; waits until there is one.
    pub(super) fn pick(&mut self) -> ThreadId {
        loop {
            self.wake_sleepers();
            if self.interrupt.load(Ordering::Relaxed) && self.threads.is_parked(ThreadId::MAIN) {
                self.threads.make_runnable(ThreadId::MAIN, Wake::Interrupt);
            }
            if let Some(next) = self.threads.runnable.pop_front() {
                return next;
            }
            let deadline = self.threads.sleeping.first().map(|(deadline, ..)| *deadline);
            if deadline.is_none() && !self.host.can_be_woken() {
                self.threads.make_runnable(ThreadId::MAIN, Wake::Deadlock);
                continue;
            }
            if self.host.wait_until(deadline) == Wakeup::Interrupt {
                self.threads.make_runnable(ThreadId::MAIN, Wake::Interrupt);
            }
        }
    }

    /// Those whose deadline has come can run.
    fn wake_sleepers(&mut self) {
        if self.threads.sleeping.is_empty() {
            return;
        }
        let now = self.host.monotonic();
        while let Some(&(deadline, _, id)) = self.threads.sleeping.first()
            && deadline <= now
        {
            self.threads.make_runnable(id, Wake::Deadline);
        }
    }

    // ── slices ──

    /// The running thread starts with a whole slice.
    pub(super) fn begin_slice(&mut self) {
        self.threads.slice = Slice { start: self.host.monotonic(), ticks: 0 };
        self.update_attention();
    }

    fn update_attention(&mut self) {
        let others = !self.threads.runnable.is_empty() || !self.threads.sleeping.is_empty();
        let wanted = others && !self.system.is_finalizing;
        if wanted != self.threads.attention {
            self.threads.attention = wanted;
            self.update_limits();
        }
    }

    /// The interpreter ends: no other thread runs any more.
    pub fn stop_other_threads(&mut self) {
        self.update_attention();
    }

    /// Sets the two limits that the dispatch loop looks at: lowered while the slice is counted.
    pub fn update_limits(&mut self) {
        let attention = self.threads.attention;
        self.depth_limit = if attention { 0 } else { self.recursion_limit };
        self.rounds_per_look = if attention { 1 } else { ROUNDS_PER_LOOK };
        self.rounds = self.rounds.min(self.rounds_per_look);
    }

    /// One jump back or call while others could run; at the end of the slice they do.
    #[inline]
    pub fn tick(&mut self) {
        if !self.threads.attention {
            return;
        }
        self.threads.slice.ticks += 1;
        if self.threads.slice.ticks.is_multiple_of(TICKS_PER_LOOK) {
            self.look_at_slice();
        }
    }

    #[cold]
    fn look_at_slice(&mut self) {
        let Slice { start, ticks } = self.threads.slice;
        let interval = self.threads.switch_interval;
        let most = (interval.as_secs_f64() * 1e3 * f64::from(TICKS_PER_MILLISECOND)) as u32;
        let spent = ticks >= most;
        if spent {
            self.host.spend(interval);
        }
        if spent || self.host.monotonic() - start >= interval {
            self.yield_thread();
        }
    }

    // ── waiting on behalf of scripts ──

    /// Parks on behalf of a script: interrupts are delivered, and a deadlock is an error.
    ///
    /// # Errors
    /// What an interrupt raises; RuntimeError when no thread can ever go on.
    pub fn park_checked(
        &mut self,
        deadline: Option<Duration>,
        reason: &'static str,
    ) -> Result<Wake> {
        let wake = self.park(deadline, reason);
        match wake {
            Wake::Interrupt => self.attend()?,
            Wake::Deadlock => return Err(self.deadlock(reason)),
            Wake::Signal | Wake::Deadline => {}
        }
        Ok(wake)
    }

    /// Lets time pass, and other threads run, until the deadline.
    ///
    /// # Errors
    /// What an interrupt raises.
    pub fn sleep_until(&mut self, deadline: Duration) -> Result<()> {
        while self.park_checked(Some(deadline), "time to pass")? != Wake::Deadline {}
        Ok(())
    }

    /// The error for the main thread when nobody can go on.
    #[cold]
    fn deadlock(&mut self, reason: &str) -> Ref<Exception> {
        let text = "deadlock: every thread waits, and nothing can wake one of them";
        let mut lines = vec![text.to_owned()];
        let place = self.program_place(self.current);
        lines.push(format!("  the main thread{place} waits for {reason}"));
        lines.extend(self.waiting_threads());
        self.runtime_error(lines.join("\n"))
    }

    /// A line for each thread that is parked: where, and for what.
    pub fn waiting_threads(&self) -> Vec<String> {
        let line = |(id, thread): (&ThreadId, &Thread)| {
            let parked = thread.parked.as_ref()?;
            let place = self.program_place(thread.state.current);
            let (ident, reason) = (Threads::ident(*id), parked.reason);
            Some(format!("  thread {ident}{place} waits for {reason}"))
        };
        self.threads.table.iter().filter_map(line).collect()
    }

    /// The innermost place that is not in the embedded library.
    fn program_place(&self, innermost: Option<FramePointer>) -> String {
        let mut frame = innermost;
        while let Some(current) = frame {
            let code = &current.code().code;
            if !code.source.name.starts_with(LIBRARY_FOLDER) {
                return format!(" at {}:{} in {}", code.source.name, current.line(), code.qualname);
            }
            frame = current.caller();
        }
        String::new()
    }
}
