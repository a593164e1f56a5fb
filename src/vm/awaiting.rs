//! `await`, `async for` and `async with`: what they ask of an object, and the awaitables that
//! coroutines and async generators give when they are driven by hand.
//!
//! Semantics: PEP 492, PEP 525; Python reference, "Coroutines".

use crate::builtins::exceptions::ExceptionKind;
use crate::code::CodeKind;
use crate::code::op::AwaitKind;
use crate::object::awaiter::{Awaiter, AwaiterKind, AwaiterState};
use crate::object::frame::{
    FRAME_ASYNC_RUNNING, FRAME_CLOSED, FRAME_HOOKED, FRAME_ITERABLE_COROUTINE, Frame, FrameState,
};
use crate::object::native::Input;
use crate::object::native_coroutine::NativeCoroutine;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::dispatch::RunEnd;

impl Vm {
    /// What `await` iterates over: `operand` itself, if it is a coroutine, or its `__await__()`.
    pub fn awaitable_iterator(&mut self, operand: Value, kind: AwaitKind) -> Result {
        if let Some(frame) = operand.get_ref::<Frame>()
            && (frame.linked().kind == CodeKind::Coroutine
                || frame.has_flag(FRAME_ITERABLE_COROUTINE))
        {
            // A coroutine that is suspended awaits something; somebody else drives it.
            if frame.linked().kind == CodeKind::Coroutine
                && matches!(frame.state.get(), FrameState::Delegated | FrameState::Suspended)
            {
                return Err(self.runtime_error("coroutine is being awaited already"));
            }
            return Ok(operand);
        }
        if let Some(coroutine) = operand.get::<NativeCoroutine>() {
            if matches!(coroutine.state.get(), FrameState::Suspended | FrameState::Running) {
                return Err(self.runtime_error("coroutine is being awaited already"));
            }
            return Ok(operand);
        }
        if let Some(awaiter) = operand.get::<Awaiter>()
            && awaiter.kind != AwaiterKind::Coroutine
            && awaiter.kind != AwaiterKind::NextDefault
        {
            return Ok(operand);
        }
        if operand.await_data().is_some() && !self.is_python_subclass(&operand) {
            return Ok(operand);
        }
        let name = self.names.await_.clone();
        let Some(iterator) = self.call_special(&operand, &name, &[])? else {
            let type_name = self.type_name(&operand);
            return Err(self.type_error(match kind {
                AwaitKind::Await => {
                    format!("object {type_name} can't be used in 'await' expression")
                }
                AwaitKind::AsyncEnter => format!(
                    "'async with' received an object from __aenter__ that does not implement \
                     __await__: {type_name}"
                ),
                AwaitKind::AsyncExit => format!(
                    "'async with' received an object from __aexit__ that does not implement \
                     __await__: {type_name}"
                ),
            }));
        };
        if iterator.get::<NativeCoroutine>().is_some()
            || iterator.get::<Frame>().is_some_and(|frame| {
                frame.linked().kind == CodeKind::Coroutine
                    || frame.has_flag(FRAME_ITERABLE_COROUTINE)
            })
        {
            return Err(self.type_error("__await__() returned a coroutine"));
        }
        if !self.is_iterator(&iterator) && iterator.await_data().is_none() {
            let type_name = self.type_name(&iterator);
            return Err(
                self.type_error(format!("__await__() returned non-iterator of type '{type_name}'"))
            );
        }
        Ok(iterator)
    }

    /// Whether the object's class was made in Python, so that its methods may be overridden.
    fn is_python_subclass(&self, value: &Value) -> bool {
        self.class_of(value).flags.get().is_heap_type
    }

    /// What `yield from` iterates over.
    pub fn yield_from_iterator(&mut self, operand: Value, in_coroutine: bool) -> Result {
        if let Some(frame) = operand.get::<Frame>() {
            if frame.linked().kind == CodeKind::Coroutine {
                if in_coroutine {
                    return Ok(operand);
                }
                return Err(self.type_error(
                    "cannot 'yield from' a coroutine object in a non-coroutine generator",
                ));
            }
            if frame.linked().kind == CodeKind::Generator {
                return Ok(operand);
            }
        }
        if operand.get::<NativeCoroutine>().is_some() {
            if in_coroutine {
                return Ok(operand);
            }
            return Err(self.type_error(
                "cannot 'yield from' a coroutine object in a non-coroutine generator",
            ));
        }
        self.iter(&operand)
    }

    /// `__aiter__()`, which must give an async iterator.
    pub fn async_iter(&mut self, operand: &Value) -> Result {
        if is_async_generator(operand) {
            return Ok(operand.clone());
        }
        let name = self.names.aiter.clone();
        let Some(iterator) = self.call_special(operand, &name, &[])? else {
            let type_name = self.type_name(operand);
            return Err(self.type_error(format!(
                "'async for' requires an object with __aiter__ method, got {type_name}"
            )));
        };
        let next = self.names.anext.clone();
        if self.lookup_special(&iterator, &next).is_none() {
            let type_name = self.type_name(&iterator);
            return Err(self.type_error(format!(
                "'async for' received an object from __aiter__ that does not implement __anext__: \
                 {type_name}"
            )));
        }
        Ok(iterator)
    }

    /// The awaitable of an async iterator's next item, ready for `Delegate`.
    pub fn async_next(&mut self, iterator: &Value) -> Result {
        if let Some(generator) = iterator.get_ref::<Frame>()
            && generator.linked().kind == CodeKind::AsyncGenerator
        {
            let generator = generator.clone();
            self.prepare_async_generator(&generator)?;
            let awaiter = Awaiter::new(AwaiterKind::Send, Some(generator), Value::None);
            return Ok(Value::object(awaiter));
        }
        let name = self.names.anext.clone();
        let method = self.lookup_special(iterator, &name);
        let awaitable = method.map(|method| self.call_unbound(&method, iterator, &[]));
        let Some(awaitable) = awaitable.transpose()? else {
            let type_name = self.type_name(iterator);
            return Err(self.type_error(format!(
                "'async for' requires an iterator with __anext__ method, got {type_name}"
            )));
        };
        match self.awaitable_iterator(awaitable.clone(), AwaitKind::Await) {
            Ok(iterator) => Ok(iterator),
            Err(cause) => {
                let type_name = self.type_name(&awaitable);
                let error = self.type_error(format!(
                    "'async for' received an invalid object from __anext__: {type_name}"
                ));
                error.cause.replace(Some(cause.clone()));
                error.context.replace(Some(cause));
                error.suppress_context.set(true);
                Err(error)
            }
        }
    }

    /// Tells the loop's hooks about an async generator before its first step (PEP 525).
    pub fn prepare_async_generator(&mut self, generator: &Ref<Frame>) -> Result<()> {
        if generator.has_flag(FRAME_HOOKED) {
            return Ok(());
        }
        generator.set_flag(FRAME_HOOKED);
        let Some((first, finalizer)) = self.system.async_generator_hooks.clone() else {
            return Ok(());
        };
        if !finalizer.is_none() {
            generator.rare_mut(|rare| rare.finalizer = Some(finalizer));
        }
        if !first.is_none() {
            self.call(&first, &[Value::object(generator.clone())])?;
        }
        Ok(())
    }

    /// `send()` of the objects that `__await__`, `asend`, `athrow`, `aclose` and `anext` give.
    ///
    /// # Errors
    /// StopIteration with the result when it is there.
    pub fn send_to_awaiter(&mut self, awaiter: &Ref<Awaiter>, input: Value) -> Result {
        match awaiter.kind {
            AwaiterKind::Coroutine => match &awaiter.target {
                Some(coroutine) => {
                    let end = self.resume_nested(coroutine, Input::Send(input))?;
                    self.coroutine_step(end)
                }
                None => {
                    let coroutine = native_target(awaiter);
                    self.drive_native_coroutine(&coroutine, Input::Send(input))
                }
            },
            AwaiterKind::NextDefault => self.send_to_next_default(awaiter, input),
            AwaiterKind::Send => self.send_to_asend(awaiter, input),
            AwaiterKind::Throw | AwaiterKind::Close => self.send_to_athrow(awaiter, input),
        }
    }

    fn coroutine_step(&mut self, end: RunEnd) -> Result {
        match end {
            RunEnd::Yielded(value) | RunEnd::AsyncYielded(value) => Ok(value),
            RunEnd::Returned(value) => Err(self.stop_iteration(value)),
        }
    }

    /// The state of an async generator's step when it ends, as `asend` sees it.
    fn async_step(
        &mut self,
        awaiter: &Ref<Awaiter>,
        generator: &Ref<Frame>,
        end: Result<RunEnd>,
    ) -> Result {
        match end {
            Ok(RunEnd::Yielded(value)) => Ok(value),
            Ok(RunEnd::AsyncYielded(value)) => {
                awaiter.state.set(AwaiterState::Closed);
                Err(self.stop_iteration(value))
            }
            Ok(RunEnd::Returned(_)) => {
                awaiter.state.set(AwaiterState::Closed);
                generator.clear_flag(FRAME_ASYNC_RUNNING);
                generator.set_flag(FRAME_CLOSED);
                Err(self.exception(ExceptionKind::StopAsyncIteration, []))
            }
            Err(exception) => {
                awaiter.state.set(AwaiterState::Closed);
                generator.clear_flag(FRAME_ASYNC_RUNNING);
                Err(exception)
            }
        }
    }

    fn send_to_asend(&mut self, awaiter: &Ref<Awaiter>, input: Value) -> Result {
        let Some(generator) = &awaiter.target else {
            unreachable!("asend() belongs to a generator")
        };
        let mut input = input;
        match awaiter.state() {
            AwaiterState::Closed => {
                return Err(self.runtime_error("cannot reuse already awaited __anext__()/asend()"));
            }
            AwaiterState::Created => {
                if generator.has_flag(FRAME_ASYNC_RUNNING) {
                    awaiter.state.set(AwaiterState::Closed);
                    return Err(
                        self.runtime_error("anext(): asynchronous generator is already running")
                    );
                }
                if input.is_none() {
                    input = awaiter.argument.get();
                }
                awaiter.state.set(AwaiterState::Started);
            }
            AwaiterState::Started => {}
        }
        generator.set_flag(FRAME_ASYNC_RUNNING);
        let end = self.resume_nested(generator, Input::Send(input));
        self.async_step(awaiter, generator, end)
    }

    fn send_to_athrow(&mut self, awaiter: &Ref<Awaiter>, input: Value) -> Result {
        let Some(generator) = &awaiter.target else {
            unreachable!("athrow() belongs to a generator")
        };
        let closing = awaiter.kind == AwaiterKind::Close;
        let word = if closing { "aclose()" } else { "athrow()" };
        if awaiter.state.get() == AwaiterState::Closed {
            return Err(
                self.runtime_error("cannot reuse already awaited aclose()/athrow()".to_owned())
            );
        }
        if generator.state.get() == FrameState::Finished {
            awaiter.state.set(AwaiterState::Closed);
            return Err(self.stop_iteration(Value::None));
        }
        let end = if awaiter.state.get() == AwaiterState::Created {
            if generator.has_flag(FRAME_ASYNC_RUNNING) {
                awaiter.state.set(AwaiterState::Closed);
                return Err(self
                    .runtime_error(format!("{word}: asynchronous generator is already running")));
            }
            if generator.has_flag(FRAME_CLOSED) {
                awaiter.state.set(AwaiterState::Closed);
                return Err(self.exception(ExceptionKind::StopAsyncIteration, []));
            }
            if !input.is_none() {
                return Err(
                    self.runtime_error("can't send non-None value to a just-started coroutine")
                );
            }
            awaiter.state.set(AwaiterState::Started);
            generator.set_flag(FRAME_ASYNC_RUNNING);
            let exception = if closing {
                generator.set_flag(FRAME_CLOSED);
                self.exception(ExceptionKind::GeneratorExit, [])
            } else {
                let arguments = awaiter.argument.get();
                match self.thrown_exception(arguments.as_tuple().unwrap_or(&[])) {
                    Ok(exception) => exception,
                    Err(error) => {
                        awaiter.state.set(AwaiterState::Closed);
                        generator.clear_flag(FRAME_ASYNC_RUNNING);
                        return Err(error);
                    }
                }
            };
            self.resume_nested(generator, Input::Throw(exception))
        } else {
            self.resume_nested(generator, Input::Send(input))
        };
        self.athrow_step(awaiter, generator, end)
    }

    fn athrow_step(
        &mut self,
        awaiter: &Ref<Awaiter>,
        generator: &Ref<Frame>,
        end: Result<RunEnd>,
    ) -> Result {
        if awaiter.kind == AwaiterKind::Throw {
            return self.async_step(awaiter, generator, end);
        }
        match end {
            Ok(RunEnd::Yielded(value)) => Ok(value),
            Ok(RunEnd::AsyncYielded(_)) => {
                generator.clear_flag(FRAME_ASYNC_RUNNING);
                awaiter.state.set(AwaiterState::Closed);
                Err(self.runtime_error("async generator ignored GeneratorExit"))
            }
            Ok(RunEnd::Returned(_)) => {
                generator.clear_flag(FRAME_ASYNC_RUNNING);
                awaiter.state.set(AwaiterState::Closed);
                Err(self.stop_iteration(Value::None))
            }
            Err(exception) => {
                generator.clear_flag(FRAME_ASYNC_RUNNING);
                awaiter.state.set(AwaiterState::Closed);
                if self.is_exception(&exception, ExceptionKind::StopAsyncIteration)
                    || self.is_exception(&exception, ExceptionKind::GeneratorExit)
                {
                    return Err(self.stop_iteration(Value::None));
                }
                Err(exception)
            }
        }
    }

    /// `anext(iterator, default)`: StopAsyncIteration becomes the default.
    fn send_to_next_default(&mut self, awaiter: &Ref<Awaiter>, input: Value) -> Result {
        let target = self.next_default_target(awaiter)?;
        let result = if input.is_none() {
            let name = self.names.next.clone();
            self.call_special(&target, &name, &[]).map(|value| value.unwrap_or(Value::None))
        } else {
            self.call_method(&target, "send", &[input])
        };
        self.next_default_result(awaiter, result)
    }

    fn next_default_target(&mut self, awaiter: &Ref<Awaiter>) -> Result {
        if awaiter.state.get() == AwaiterState::Created {
            let awaitable = awaiter.argument.get();
            let iterator = self.awaitable_iterator(awaitable, AwaitKind::Await)?;
            let is_coroutine =
                iterator.get::<Frame>().is_some() || iterator.get::<NativeCoroutine>().is_some();
            let iterator = match is_coroutine {
                true => coroutine_wrapper(iterator),
                false => iterator,
            };
            awaiter.argument.set(iterator);
            awaiter.state.set(AwaiterState::Started);
        }
        Ok(awaiter.argument.get())
    }

    fn next_default_result(&mut self, awaiter: &Ref<Awaiter>, result: Result) -> Result {
        match result {
            Err(exception) if self.is_exception(&exception, ExceptionKind::StopAsyncIteration) => {
                Err(self.stop_iteration(awaiter.fallback.get()))
            }
            other => other,
        }
    }

    /// `throw()` of those objects.
    ///
    /// # Errors
    /// As [`Vm::send_to_awaiter`].
    pub fn throw_into_awaiter(
        &mut self,
        awaiter: &Ref<Awaiter>,
        exception: Ref<Exception>,
    ) -> Result {
        match (awaiter.kind, &awaiter.target) {
            (AwaiterKind::Coroutine, None) => {
                let coroutine = native_target(awaiter);
                self.drive_native_coroutine(&coroutine, Input::Throw(exception))
            }
            (AwaiterKind::Coroutine, Some(coroutine)) => {
                let end = self.resume_nested(coroutine, Input::Throw(exception))?;
                self.coroutine_step(end)
            }
            (AwaiterKind::NextDefault, _) | (_, None) => {
                let target = self.next_default_target(awaiter)?;
                let result = self.call_method(&target, "throw", &[Value::object(exception)]);
                self.next_default_result(awaiter, result)
            }
            (_, Some(generator)) => {
                let is_send = awaiter.kind == AwaiterKind::Send;
                match awaiter.state() {
                    AwaiterState::Closed => {
                        return Err(self.runtime_error(if is_send {
                            "cannot reuse already awaited __anext__()/asend()"
                        } else {
                            "cannot reuse already awaited aclose()/athrow()"
                        }));
                    }
                    AwaiterState::Created => {
                        if generator.has_flag(FRAME_ASYNC_RUNNING) {
                            awaiter.state.set(AwaiterState::Closed);
                            let word = match awaiter.kind {
                                AwaiterKind::Send => "anext()",
                                AwaiterKind::Throw => "athrow()",
                                _ => "aclose()",
                            };
                            return Err(self.runtime_error(format!(
                                "{word}: asynchronous generator is already running"
                            )));
                        }
                        awaiter.state.set(AwaiterState::Started);
                        generator.set_flag(FRAME_ASYNC_RUNNING);
                    }
                    AwaiterState::Started => {}
                }
                let end = self.resume_nested(generator, Input::Throw(exception));
                if is_send {
                    self.async_step(awaiter, generator, end)
                } else {
                    self.athrow_step(awaiter, generator, end)
                }
            }
        }
    }

    /// `close()` of those objects.
    pub fn close_awaiter(&mut self, awaiter: &Ref<Awaiter>) -> Result {
        if awaiter.kind == AwaiterKind::Coroutine {
            return match &awaiter.target {
                Some(coroutine) => self.close_generator(coroutine),
                None => self.close_native_coroutine(&native_target(awaiter)),
            };
        }
        if awaiter.kind == AwaiterKind::NextDefault {
            let target = self.next_default_target(awaiter)?;
            let result = self.call_method(&target, "close", &[]);
            return self.next_default_result(awaiter, result);
        }
        if awaiter.state() == AwaiterState::Closed {
            return Ok(Value::None);
        }
        let exit = self.exception(ExceptionKind::GeneratorExit, []);
        match self.throw_into_awaiter(awaiter, exit) {
            Ok(_) => Err(self.runtime_error("coroutine ignored GeneratorExit")),
            Err(exception)
                if [
                    ExceptionKind::StopIteration,
                    ExceptionKind::StopAsyncIteration,
                    ExceptionKind::GeneratorExit,
                ]
                .into_iter()
                .any(|kind| self.is_exception(&exception, kind)) =>
            {
                Ok(Value::None)
            }
            Err(exception) => Err(exception),
        }
    }

    /// The exception of `throw(type[, value[, traceback]])`.
    pub fn thrown_exception(&mut self, arguments: &[Value]) -> Result<Ref<Exception>> {
        use crate::object::exception::Traceback;
        let (class, value) = match arguments {
            [class] => (class, Value::Unbound),
            [class, value, ..] => (class, value.clone()),
            [] => return Err(self.type_error("throw expected at least 1 argument, got 0")),
        };
        let traceback = arguments.get(2).cloned().unwrap_or(Value::None);
        if !traceback.is_none() && traceback.get::<Traceback>().is_none() {
            return Err(self.type_error("throw() third argument must be a traceback object"));
        }
        let exception = if class.get::<Exception>().is_some() {
            if !value.is_unbound() && !value.is_none() {
                return Err(self.type_error("instance exception may not have a separate value"));
            }
            self.exception_from(class, "")?
        } else {
            let base = self.exception_class(ExceptionKind::BaseException).clone();
            let class_of_exception = class
                .get_ref::<crate::object::class::Class>()
                .filter(|class| class.is_subclass_of(&base));
            let Some(class_of_exception) = class_of_exception else {
                let name = self.type_name(class);
                return Err(self.type_error(format!(
                    "exceptions must be classes or instances deriving from BaseException, not {name}"
                )));
            };
            let is_instance = value.get::<Exception>().is_some()
                && self.class_of(&value).is_subclass_of(class_of_exception);
            let instance = match &value {
                Value::Unbound | Value::None => self.call(class, &[]),
                value if is_instance => Ok(value.clone()),
                value => match value.as_tuple() {
                    Some(items) => self.call(class, items),
                    None => self.call(class, std::slice::from_ref(value)),
                },
            };
            // What goes wrong while the exception is made is thrown in its place.
            match instance {
                Ok(instance) => match instance.get_ref::<Exception>() {
                    Some(exception) => exception.clone(),
                    None => {
                        let class = self.repr(class)?;
                        let actual = self.type_name(&instance);
                        self.type_error(format!(
                            "calling {} should have returned an instance of BaseException, \
                             not {actual}",
                            class.as_str()
                        ))
                    }
                },
                Err(error) => error,
            }
        };
        if let Some(traceback) = traceback.get_ref::<Traceback>() {
            exception.traceback.replace(Some(traceback.clone()));
        }
        Ok(exception)
    }
}

/// `coroutine.__await__()`.
pub fn coroutine_wrapper(coroutine: Value) -> Value {
    let (target, argument) = match coroutine.get_ref::<Frame>() {
        Some(frame) => (Some(frame.clone()), Value::None),
        None => (None, coroutine),
    };
    Awaiter::new(AwaiterKind::Coroutine, target, argument).into()
}

fn native_target(awaiter: &Awaiter) -> Ref<NativeCoroutine> {
    match awaiter.argument.get().get_ref::<NativeCoroutine>() {
        Some(coroutine) => coroutine.clone(),
        None => unreachable!("a coroutine's wrapper has a coroutine"),
    }
}

pub fn is_async_generator(value: &Value) -> bool {
    value.get::<Frame>().is_some_and(|frame| frame.linked().kind == CodeKind::AsyncGenerator)
}
