//! The dispatch loop: one instruction after another, until control leaves native code.
//!
//! An instruction is a function (`crate::vm::instructions`) that takes a position, which is the next
//! instruction and the top of the operand stack, and gives the position to go on at. Both travel in
//! machine registers, and each function is compiled by itself, so that what one instruction needs
//! costs the others nothing. Calls, returns, yields and resumptions only exchange the running frame:
//! Python code calling Python code uses no native stack.

use crate::object::exception::Exception;
use crate::object::frame::{FramePointer, Position, Registers, take_by_words};
use crate::object::heap::finalization_pending;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::unwind::Unwound;

/// How a run of the dispatch loop ended, other than by an exception.
pub enum RunEnd {
    /// The frame it was started for returned.
    Returned(Value),
    /// The generator it was started for is suspended.
    Yielded(Value),
    /// The async generator it was started for gave an item.
    AsyncYielded(Value),
}

impl Vm {
    /// Runs frames from `start` on until the frame or generator that native code waits for is done.
    /// With `pending`, that exception is raised in `start` first.
    ///
    /// # Errors
    /// The exception that left the frame or generator.
    pub fn run(&mut self, start: FramePointer, pending: Option<Ref<Exception>>) -> Result<RunEnd> {
        self.current = Some(start);
        let mut position = match pending {
            None => Registers::load(start).position(),
            Some(exception) => self.throw_at(start, exception),
        };
        while !position.is_over() {
            position = position.step(self);
        }
        if let Some(Ok(RunEnd::Yielded(value))) = &mut self.run_end {
            let value = take_by_words(value);
            // Nothing is left to be dropped.
            std::mem::forget(self.run_end.take());
            return Ok(RunEnd::Yielded(value));
        }
        match self.run_end.take() {
            Some(end) => end,
            None => unreachable!("only `end_run` ends a run"),
        }
    }

    /// Ends the innermost run of the dispatch loop.
    #[inline(always)]
    pub fn end_run(&mut self, end: Result<RunEnd>) -> Position {
        let before = self.run_end.replace(end);
        debug_assert!(before.is_none(), "`run` takes each end");
        std::mem::forget(before);
        Position::over(self.nowhere)
    }

    /// Raises in the running frame: goes on at the handler, in this frame or further out.
    #[cold]
    #[inline(never)]
    pub fn raise_at(&mut self, position: Position, exception: Ref<Exception>) -> Position {
        let registers = Registers::at(self.current, position);
        registers.save();
        let unwound = self.raise_in(registers.frame(), exception);
        self.go_to_handler(unwound)
    }

    /// Raises what was thrown into a generator: its context is its own affair.
    #[cold]
    #[inline(never)]
    pub fn throw_at(&mut self, frame: FramePointer, exception: Ref<Exception>) -> Position {
        let unwound = self.unwind(frame, exception, true);
        self.go_to_handler(unwound)
    }

    /// Raises again, without a new entry in the traceback.
    #[inline(never)]
    pub fn reraise_at(&mut self, position: Position, exception: Ref<Exception>) -> Position {
        let registers = Registers::at(self.current, position);
        registers.save();
        let unwound = self.unwind(registers.frame(), exception, false);
        self.go_to_handler(unwound)
    }

    fn go_to_handler(&mut self, unwound: Unwound) -> Position {
        match unwound {
            Unwound::Handler(frame) => {
                self.current = Some(frame);
                if finalization_pending() {
                    self.run_finalizations();
                }
                Registers::load(frame).position()
            }
            Unwound::Exit(end) => self.end_run(end),
        }
    }
}
