//! Raising: from the failing instruction to a handler, frame by frame.

use crate::builtins::exceptions::ExceptionKind;
use crate::code::CodeKind;
use crate::object::class::Class;
use crate::object::exception::Traceback;
use crate::object::frame::{
    FRAME_ASYNC_RUNNING, FRAME_CLOSED, FRAME_ENTRY, FramePointer, FrameState, expose,
};
use crate::object::heap::{OptionalRef, finalization_pending};
use crate::object::kinds::Kind;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::dispatch::RunEnd;
use crate::vm::generator::kind_name;
use crate::vm::resumers::ResumeMode;

/// Where an exception got to.
pub enum Unwound {
    /// This frame handles it: its program counter and stack are set.
    Handler(FramePointer),
    /// It left the frame or generator that native code waits for.
    Exit(Result<RunEnd>),
}

impl Vm {
    /// Raises an exception that an instruction of `frame` made: one that is new gets what is being
    /// handled as its context.
    pub fn raise_in(&mut self, frame: FramePointer, exception: Ref<Exception>) -> Unwound {
        self.current = Some(frame);
        if exception.traceback.is_none() {
            self.set_context(&exception);
        }
        self.unwind(frame, exception, true)
    }

    /// Looks for a handler of `exception`, which the instruction before `frame`'s next one raised.
    /// `fresh`: the frame is entered in the traceback (not when an exception is raised again).
    pub fn unwind(
        &mut self,
        frame: FramePointer,
        exception: Ref<Exception>,
        fresh: bool,
    ) -> Unwound {
        let mut frame = frame;
        let mut exception = exception;
        let mut fresh = fresh;
        self.current = Some(frame);
        loop {
            // A generator that has not been started is at no instruction.
            let op = frame.pc().checked_sub(1).unwrap_or(u32::MAX);
            let code = &frame.code().code;
            if fresh && !code.source.is_without_entries {
                add_traceback(&exception, frame, op);
            }
            fresh = true;
            if let Some(&handler) = code.handler_at(op) {
                frame.truncate_stack(handler.depth);
                if finalization_pending() {
                    self.current = Some(frame);
                    self.run_finalizations();
                }
                if handler.keep_origin {
                    frame.push(Value::Int(op as i64));
                }
                frame.push(Value::object(exception));
                frame.set_pc(handler.target);
                return Unwound::Handler(frame);
            }
            if frame.handled.take().is_some() {
                self.handling = self.handling.saturating_sub(1);
            }
            frame.truncate_stack(0);
            if finalization_pending() {
                self.current = Some(frame);
                self.run_finalizations();
            }
            frame.state.set(FrameState::Finished);
            self.depth -= 1;
            let caller = frame.caller();
            let kind = frame.linked().kind;
            if matches!(kind, CodeKind::Function | CodeKind::Block) {
                let is_entry = frame.has_flag(FRAME_ENTRY);
                frame.release();
                self.current = caller;
                match caller {
                    Some(caller) if !is_entry => frame = caller,
                    _ => return Unwound::Exit(Err(exception)),
                }
                continue;
            }
            frame.set_settled();
            exception = self.convert_stop(kind, exception);
            if kind == CodeKind::AsyncGenerator {
                frame.clear_flag(FRAME_ASYNC_RUNNING);
                frame.set_flag(FRAME_CLOSED);
            }
            if let Some(caller) = caller {
                frame.set_caller(None);
                let thrown = self.resumers.shorten_chain(self.depth);
                caller.set_executing();
                self.current = Some(caller);
                frame = caller;
                // One that was thrown in meets here what the outer coroutine is handling.
                if thrown && caller.handled.is_some() {
                    self.set_context(&exception);
                }
                continue;
            }
            let Some(resumer) = self.resumers.pop() else {
                unreachable!("a generator runs because somebody resumed it")
            };
            self.current = resumer.from;
            match (resumer.mode, resumer.from) {
                (ResumeMode::Native, _) | (_, None) => return Unwound::Exit(Err(exception)),
                (_, Some(from)) => frame = from,
            }
        }
    }

    /// PEP 479: a StopIteration that leaves a generator is an error, not its end.
    fn convert_stop(&mut self, kind: CodeKind, exception: Ref<Exception>) -> Ref<Exception> {
        let name = if self.is_exception(&exception, ExceptionKind::StopIteration) {
            "StopIteration"
        } else if kind == CodeKind::AsyncGenerator
            && self.is_exception(&exception, ExceptionKind::StopAsyncIteration)
        {
            "StopAsyncIteration"
        } else {
            return exception;
        };
        let error = self.runtime_error(format!("{} raised {name}", kind_name(kind)));
        error.cause.replace(Some(exception.clone()));
        error.context.replace(Some(exception));
        error.suppress_context.set(true);
        error
    }

    /// The exception that is being handled where control is now: `sys.exception()`.
    pub fn handled_exception(&self) -> Option<Ref<Exception>> {
        if self.handling == 0 {
            return None;
        }
        let mut resumers = self.resumers.waiting_frames();
        let mut frame = self.current;
        while let Some(current) = frame {
            if let Some(handled) = current.handled.get() {
                return Some(handled);
            }
            frame = match current.caller() {
                Some(caller) => Some(caller),
                None if matches!(current.linked().kind, CodeKind::Function | CodeKind::Block) => {
                    None
                }
                None => resumers.next().flatten(),
            };
        }
        None
    }

    /// Sets `__context__` to what is being handled, without making a cycle.
    #[inline]
    pub fn set_context(&mut self, exception: &Ref<Exception>) {
        if self.handling > 0 {
            self.set_context_to_handled(exception);
        }
    }

    fn set_context_to_handled(&mut self, exception: &Ref<Exception>) {
        let Some(handled) = self.handled_exception() else { return };
        if handled.same(exception) {
            return;
        }
        let mut link = handled.clone();
        // Follows at half the speed, to notice a cycle that a script has made by hand.
        let mut slow = handled.clone();
        let mut moves_both = false;
        loop {
            let next = link.context.get();
            match next {
                Some(next) if next.same(exception) => {
                    drop(link.context.take());
                    break;
                }
                Some(next) => link = next,
                None => break,
            }
            if link.same(&slow) {
                break;
            }
            if moves_both {
                let next = slow.context.get();
                slow = next.unwrap_or(slow);
            }
            moves_both = !moves_both;
        }
        exception.context.replace(Some(handled));
    }

    /// The exception of a `raise` statement.
    ///
    /// # Errors
    /// The error to raise instead.
    pub fn make_raised(
        &mut self,
        raised: Option<Value>,
        cause: Option<Value>,
    ) -> Result<Ref<Exception>> {
        let Some(raised) = raised else {
            return match self.handled_exception() {
                Some(exception) => Ok(exception),
                None => Err(self.runtime_error("No active exception to reraise")),
            };
        };
        let exception =
            self.exception_from(&raised, "exceptions must derive from BaseException")?;
        if let Some(cause) = cause {
            let cause = if cause.is_none() {
                None
            } else {
                Some(
                    self.exception_from(&cause, "exception causes must derive from BaseException")?,
                )
            };
            exception.cause.replace(cause);
            exception.suppress_context.set(true);
        }
        self.set_context(&exception);
        Ok(exception)
    }

    /// An exception from an instance or a class.
    pub fn exception_from(&mut self, value: &Value, message: &str) -> Result<Ref<Exception>> {
        if let Some(exception) = value.get_ref::<Exception>() {
            return Ok(exception.clone());
        }
        if let Some(class) = value.get_ref::<Class>()
            && let Some(exception) = self.plain_exception(class, &[])
        {
            return Ok(exception);
        }
        let base = self.exception_class(ExceptionKind::BaseException).clone();
        if let Some(class) = value.get_ref::<Class>()
            && class.is_subclass_of(&base)
        {
            let instance = self.call(value, &[])?;
            if let Some(exception) = instance.get_ref::<Exception>() {
                return Ok(exception.clone());
            }
            let actual = self.class_of(&instance).into();
            let [class, actual] = [self.repr(value)?, self.repr(&actual)?];
            return Err(self.type_error(format!(
                "calling {} should have returned an instance of BaseException, not {}",
                class.as_str(),
                actual.as_str()
            )));
        }
        Err(self.type_error(message))
    }

    /// Whether an `except class:` takes an exception. Hooks are not asked, as in CPython.
    #[inline(always)]
    pub fn exception_matches(&mut self, exception: &Value, class: &Value) -> Result<bool> {
        if let (Some(class), Some(raised)) =
            (class.get_ref::<Class>(), exception.get::<Exception>())
            && raised.class.is(class)
        {
            return Ok(true);
        }
        self.exception_matches_other(exception, class)
    }

    #[inline(never)]
    fn exception_matches_other(&mut self, exception: &Value, class: &Value) -> Result<bool> {
        let raised = exception.get::<Exception>();
        if let (Some(class), Some(raised)) = (class.get_ref::<Class>(), raised)
            && class.layout == Kind::Exception
        {
            return Ok(raised.class().is_subclass_of(class));
        }
        let base = self.exception_class(ExceptionKind::BaseException).clone();
        let refused = "catching classes that do not inherit from BaseException is not allowed";
        let classes = match class.as_tuple() {
            Some(items) => items,
            None => std::slice::from_ref(class),
        };
        for class in classes {
            if !class.get_ref::<Class>().is_some_and(|class| class.is_subclass_of(&base)) {
                return Err(self.type_error(refused));
            }
        }
        let Some(raised) = raised else { return Ok(false) };
        let actual = raised.class();
        Ok(classes.iter().any(|class| {
            class.get_ref::<Class>().is_some_and(|class| actual.is_subclass_of(class))
        }))
    }
}

/// Puts a frame in front of an exception's traceback.
#[inline]
pub(super) fn add_traceback(exception: &Ref<Exception>, frame: FramePointer, op: u32) {
    let frame = frame.to_ref();
    expose(&frame);
    let next = exception.traceback.take();
    let entry = Ref::new(Traceback { frame, op, next: OptionalRef::new(next) });
    exception.traceback.replace(Some(entry));
}

/// The exception in a value that handlers pass around.
#[inline]
pub fn as_exception(value: Value) -> std::result::Result<Ref<Exception>, Value> {
    match value {
        Value::Object(object) => object.downcast::<Exception>().map_err(Value::Object),
        other => Err(other),
    }
}
