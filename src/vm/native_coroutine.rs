//! Running coroutines whose body is written in Rust: see [`crate::object::native_coroutine`].

use crate::builtins::exceptions::ExceptionKind;
use crate::object::frame::FrameState;
use crate::object::native::Input;
use crate::object::native_coroutine::NativeCoroutine;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::generator::AwaitStep;

impl Vm {
    /// Starts a native coroutine or resumes it.
    ///
    /// # Errors
    /// What the body raises, and the misuses that every coroutine refuses.
    #[inline]
    pub fn step_native_coroutine(
        &mut self,
        coroutine: &Ref<NativeCoroutine>,
        input: Input,
    ) -> Result<AwaitStep> {
        match coroutine.state.get() {
            FrameState::Suspended => {}
            FrameState::Created => match input {
                Input::Send(Value::None) => {}
                Input::Send(_) => {
                    return Err(
                        self.type_error("can't send non-None value to a just-started coroutine")
                    );
                }
                Input::Throw(exception) => {
                    coroutine.state.set(FrameState::Finished);
                    coroutine.clear_locals();
                    return Err(exception);
                }
            },
            FrameState::Finished => {
                return Err(self.runtime_error("cannot reuse already awaited coroutine"));
            }
            FrameState::Running | FrameState::Delegated => {
                return Err(self.value_error("coroutine already executing"));
            }
        }
        coroutine.state.set(FrameState::Running);
        let step = (coroutine.body.step)(self, coroutine, input);
        if let Ok(AwaitStep::Pending(_)) = &step {
            coroutine.state.set(FrameState::Suspended);
        } else {
            coroutine.state.set(FrameState::Finished);
            coroutine.clear_locals();
        }
        step
    }

    /// `send()` and `throw()` by hand: what the coroutine yields.
    ///
    /// # Errors
    /// StopIteration with the result when it ends.
    pub fn drive_native_coroutine(
        &mut self,
        coroutine: &Ref<NativeCoroutine>,
        input: Input,
    ) -> Result {
        match self.step_native_coroutine(coroutine, input)? {
            AwaitStep::Pending(value) => Ok(value),
            AwaitStep::Ready(value) => Err(self.stop_iteration(value)),
        }
    }

    /// `close()`.
    pub fn close_native_coroutine(&mut self, coroutine: &Ref<NativeCoroutine>) -> Result {
        match coroutine.state.get() {
            FrameState::Finished => return Ok(Value::None),
            FrameState::Created => {
                coroutine.state.set(FrameState::Finished);
                coroutine.clear_locals();
                return Ok(Value::None);
            }
            _ => {}
        }
        let exit = self.exception(ExceptionKind::GeneratorExit, []);
        match self.step_native_coroutine(coroutine, Input::Throw(exit)) {
            Ok(AwaitStep::Ready(value)) => Ok(value),
            Ok(AwaitStep::Pending(_)) => Err(self.runtime_error("coroutine ignored GeneratorExit")),
            Err(exception) if self.is_exit(&exception) => Ok(Value::None),
            Err(exception) => Err(exception),
        }
    }

    fn is_exit(&self, exception: &Ref<Exception>) -> bool {
        self.is_exception(exception, ExceptionKind::GeneratorExit)
            || self.is_exception(exception, ExceptionKind::StopIteration)
    }

    /// What is due when nobody holds the coroutine any more: the warning, or its end.
    pub fn finalize_native_coroutine(&mut self, coroutine: &Ref<NativeCoroutine>) {
        let value = Value::object(coroutine.clone());
        match coroutine.state.get() {
            FrameState::Created => {
                self.warn_coroutine_never_awaited(&value, coroutine.body.qualname, None);
            }
            FrameState::Suspended => {
                if let Err(error) = self.close_native_coroutine(coroutine) {
                    self.report_unraisable(&error, None, &value);
                }
            }
            _ => {}
        }
    }
}
