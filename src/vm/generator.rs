//! Generators, coroutines and async generators: suspending, resuming, delegating.
//!
//! All three are frames that can be set aside. `yield from` and `await` of such a frame is a call:
//! the frame goes on top of the running one, as its callee. A `yield` then sets the *whole chain*
//! aside at once, from the innermost frame down to the outermost, which alone is known outside (the
//! *root*); resuming the root goes on in the innermost frame at once, however long the chain. A
//! [`Resumer`] remembers who runs the root and what is to be done with what it yields.
//!
//! The rest is what Python allows beyond that: a delegated generator may be resumed by somebody
//! else while its chain is set aside. Then the chain is cut in two, and the outer part goes on at
//! its `Delegate` instruction as if the inner one were any iterator.

use crate::builtins::exceptions::ExceptionKind;
use crate::code::CodeKind;
use crate::code::op::Op;
use crate::object::awaiter::{Awaiter, AwaiterKind, AwaiterState};
use crate::object::frame::{
    FRAME_ASYNC_RUNNING, FRAME_CLOSED, FRAME_HOOKED, Frame, FramePointer, FrameState,
};
use crate::object::iterator::Iterator;
use crate::object::native::{Input, NativeObject};
use crate::object::native_coroutine::NativeCoroutine;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::dispatch::RunEnd;
use crate::vm::resumers::{ResumeMode, Resumer};

/// How a resumption starts.
pub enum Begin {
    Run(FramePointer),
    Raise(FramePointer, Ref<Exception>),
    /// It is over already: a foreign iterator inside answered at once.
    Yielded(Value),
    /// The generator had finished before.
    Returned(Value),
}

/// Where control goes when a generator is suspended or finished.
pub enum Resumption {
    Continue(FramePointer),
    Raise(FramePointer, Ref<Exception>),
    Exit(RunEnd),
}

/// What a step of `yield from` or `await` comes to.
pub enum Delegation {
    Run(FramePointer),
    Raise(FramePointer, Ref<Exception>),
    Yielded(Value),
    Returned(Value),
}

/// What a native awaitable answers when an `await` asks it.
pub enum AwaitStep {
    /// Not ready: the value goes to whoever runs the coroutine.
    Pending(Value),
    Ready(Value),
}

/// The word for a frame's kind in messages.
pub fn kind_name(kind: CodeKind) -> &'static str {
    match kind {
        CodeKind::Coroutine => "coroutine",
        CodeKind::AsyncGenerator => "async generator",
        _ => "generator",
    }
}

/// Whether a suspended frame stands at a `Delegate` whose iterator is not part of the chain.
pub(super) fn at_foreign_delegate(frame: FramePointer) -> bool {
    let next = frame.linked().instructions.get(frame.pc() as usize);
    next.is_some_and(|at| matches!(at.op, Op::Delegate))
}

impl Vm {
    /// Resumes a generator from native code and runs it until it yields or ends.
    pub fn resume_nested(&mut self, generator: &Ref<Frame>, input: Input) -> Result<RunEnd> {
        let caller = self.current;
        let runs = self.nested_runs.get();
        if runs >= crate::vm::call::MAX_NESTED_RUNS || self.stack_is_short() {
            return Err(self.recursion_error("maximum recursion depth exceeded"));
        }
        self.nested_runs.set(runs + 1);
        let end = match self.begin_resume(generator, input, ResumeMode::Native) {
            Ok(Begin::Run(frame)) => self.run(frame, None),
            Ok(Begin::Raise(frame, exception)) => self.run(frame, Some(exception)),
            Ok(Begin::Yielded(value)) => Ok(RunEnd::Yielded(value)),
            Ok(Begin::Returned(value)) => Ok(RunEnd::Returned(value)),
            Err(exception) => Err(exception),
        };
        self.nested_runs.set(runs);
        self.current = caller;
        end
    }

    /// The next item of a generator, for native code.
    ///
    /// # Errors
    /// What the generator raises.
    #[inline(never)]
    pub fn next_of_generator(&mut self, generator: &Ref<Frame>) -> Result<Option<Value>> {
        Ok(match self.advance_generator(generator)? {
            RunEnd::Yielded(item) | RunEnd::AsyncYielded(item) => Some(item),
            RunEnd::Returned(_) => None,
        })
    }

    /// The same with what the generator returns at its end.
    ///
    /// # Errors
    /// What the generator raises.
    #[inline(always)]
    pub fn advance_generator(&mut self, generator: &Ref<Frame>) -> Result<RunEnd> {
        let (caller, runs) = (self.current, self.nested_runs.get());
        if runs < crate::vm::call::MAX_NESTED_RUNS
            && !self.stack_is_short()
            && let Ok(innermost) =
                self.resume_suspended(generator.clone(), Value::None, ResumeMode::Native)
        {
            self.nested_runs.set(runs + 1);
            let end = self.run(innermost, None);
            self.nested_runs.set(runs);
            self.current = caller;
            end
        } else {
            self.resume_nested(generator, Input::Send(Value::None))
        }
    }

    /// The quick part of [`Vm::begin_resume`]: sends a value into a suspended generator and gives the
    /// frame to run, the innermost of its chain. Nothing is called.
    ///
    /// # Errors
    /// Generator and value, if the long way has to be taken.
    #[inline(always)]
    pub fn resume_suspended(
        &mut self,
        root: Ref<Frame>,
        value: Value,
        mode: ResumeMode,
    ) -> std::result::Result<FramePointer, (Ref<Frame>, Value)> {
        let frame = FramePointer::of(&root);
        let length = frame.chain_length.get();
        if frame.state.get() == FrameState::Suspended
            && self.depth + length <= self.recursion_limit
            && let Some(innermost) = frame.innermost()
            && let Some(vacancy) = self.resumers.vacancy()
        {
            let depth = self.depth;
            vacancy.fill(Resumer { from: self.current, root, mode, depth, thrown: 0 });
            self.depth = depth + length;
            frame.state.set(FrameState::Running);
            frame.set_innermost(None);
            innermost.set_executing();
            innermost.receive(value);
            Ok(innermost)
        } else {
            Err((root, value))
        }
    }

    /// Starts a generator that has just been made: gives its frame. None if that is not to be done
    /// without further ado.
    #[inline(always)]
    pub fn start_created(
        &mut self,
        generator: &Ref<Frame>,
        mode: ResumeMode,
    ) -> Option<FramePointer> {
        let frame = FramePointer::of(generator);
        if frame.state.get() != FrameState::Created || self.depth >= self.recursion_limit {
            return None;
        }
        let vacancy = self.resumers.vacancy()?;
        let (root, depth) = (generator.clone(), self.depth);
        vacancy.fill(Resumer { from: self.current, root, mode, depth, thrown: 0 });
        self.depth = depth + 1;
        frame.state.set(FrameState::Running);
        frame.set_executing();
        Some(frame)
    }

    #[inline(always)]
    fn push_resumer(&mut self, generator: &Ref<Frame>, mode: ResumeMode, thrown: u32) {
        let (root, depth) = (generator.clone(), self.depth);
        self.resumers.push(Resumer { from: self.current, root, mode, depth, thrown });
    }

    /// Prepares a resumption: after it the frame it names is to be run.
    ///
    /// # Errors
    /// What is wrong with resuming it now; or, for a finished generator, the exception thrown in.
    #[inline]
    pub fn begin_resume(
        &mut self,
        generator: &Ref<Frame>,
        input: Input,
        mode: ResumeMode,
    ) -> Result<Begin> {
        let input = match input {
            Input::Send(value) => match self.resume_suspended(generator.clone(), value, mode) {
                Ok(innermost) => return Ok(Begin::Run(innermost)),
                Err((_, value)) => Input::Send(value),
            },
            input => input,
        };
        self.begin_resume_slow(generator, input, mode)
    }

    #[inline(never)]
    fn begin_resume_slow(
        &mut self,
        generator: &Ref<Frame>,
        input: Input,
        mode: ResumeMode,
    ) -> Result<Begin> {
        let frame = FramePointer::of(generator);
        let kind = frame.linked().kind;
        match frame.state.get() {
            FrameState::Running => {
                Err(self.value_error(format!("{} already executing", kind_name(kind))))
            }
            FrameState::Delegated => {
                self.cut_chain(frame)?;
                self.begin_resume(generator, input, mode)
            }
            FrameState::Finished => {
                if kind == CodeKind::Coroutine {
                    return Err(self.runtime_error("cannot reuse already awaited coroutine"));
                }
                match input {
                    Input::Send(_) => Ok(Begin::Returned(Value::None)),
                    Input::Throw(exception) => Err(exception),
                }
            }
            FrameState::Created => {
                if let Input::Send(value) = &input
                    && !value.is_none()
                {
                    let name = kind_name(kind);
                    return Err(self.type_error(format!(
                        "can't send non-None value to a just-started {name}"
                    )));
                }
                if self.depth >= self.recursion_limit {
                    // It fails as if it had started: nobody forgot to await it.
                    frame.state.set(FrameState::Finished);
                    return Err(self.recursion_error("maximum recursion depth exceeded"));
                }
                self.push_resumer(generator, mode, 0);
                self.depth += 1;
                frame.state.set(FrameState::Running);
                frame.set_caller(None);
                frame.set_executing();
                match input {
                    Input::Send(_) => Ok(Begin::Run(frame)),
                    Input::Throw(exception) => {
                        self.chain_context(frame, &exception);
                        Ok(Begin::Raise(frame, exception))
                    }
                }
            }
            FrameState::Suspended => match input {
                Input::Throw(exception) => self.begin_throw(generator, exception, mode),
                // The quick way was not taken because the chain is too deep.
                Input::Send(_) => Err(self.recursion_error("maximum recursion depth exceeded")),
            },
        }
    }

    /// What the generator itself is handling becomes the context of an exception thrown in; what
    /// the code around is handling does not.
    fn chain_context(&mut self, frame: FramePointer, exception: &Ref<Exception>) {
        if frame.handled.is_some() {
            let current = self.current.replace(frame);
            self.set_context(exception);
            self.current = current;
        }
    }

    /// The quick part of `begin_throw`, for a suspended generator in which nothing else has to
    /// hear of the exception first: the frame to raise it in.
    #[inline]
    pub fn throw_quickly(
        &mut self,
        generator: &Ref<Frame>,
        exception: &Ref<Exception>,
        mode: ResumeMode,
    ) -> Option<FramePointer> {
        let frame = FramePointer::of(generator);
        if frame.state.get() != FrameState::Suspended
            || frame.chain_length.get() != 1
            || self.depth >= self.recursion_limit
            || at_foreign_delegate(frame)
        {
            return None;
        }
        self.push_resumer(generator, mode, 1);
        self.depth += 1;
        frame.state.set(FrameState::Running);
        frame.set_innermost(None);
        frame.set_executing();
        self.chain_context(frame, exception);
        Some(frame)
    }

    fn begin_throw(
        &mut self,
        generator: &Ref<Frame>,
        exception: Ref<Exception>,
        mode: ResumeMode,
    ) -> Result<Begin> {
        if let Some(frame) = self.throw_quickly(generator, &exception, mode) {
            return Ok(Begin::Raise(frame, exception));
        }
        let frame = FramePointer::of(generator);
        let is_exit = self.is_exception(&exception, ExceptionKind::GeneratorExit);
        if is_exit && frame.chain_length.get() > 1 {
            // Closing goes from the inside out, each generator seeing its delegate closed first.
            let mut inner = match frame.innermost() {
                Some(inner) => inner,
                None => unreachable!("a suspended generator knows where it goes on"),
            };
            while let Some(caller) = inner.caller()
                && caller != frame
            {
                inner = caller;
            }
            self.cut_chain(inner)?;
        }
        let Some(innermost) = frame.innermost() else {
            unreachable!("a suspended generator knows where it goes on")
        };
        let length = frame.chain_length.get();
        if self.depth + length > self.recursion_limit {
            return Err(self.recursion_error("maximum recursion depth exceeded"));
        }
        if !at_foreign_delegate(innermost) {
            self.push_resumer(generator, mode, length);
            self.depth += length;
            frame.state.set(FrameState::Running);
            frame.set_innermost(None);
            innermost.set_executing();
            self.chain_context(innermost, &exception);
            return Ok(Begin::Raise(innermost, exception));
        }

        // The iterator it delegates to hears of it first.
        innermost.end_stand_in();
        let iterator = innermost.peek(0);
        frame.state.set(FrameState::Running);
        let outcome = if is_exit {
            match self.close_iterator(&iterator) {
                Ok(()) => Err(exception),
                Err(other) => Err(other),
            }
        } else {
            self.throw_into_iterator(&iterator, exception)
        };
        frame.state.set(FrameState::Suspended);
        let outcome = match outcome {
            Ok(RunEnd::Yielded(value) | RunEnd::AsyncYielded(value)) => {
                return Ok(Begin::Yielded(value));
            }
            Ok(RunEnd::Returned(value)) => Ok(value),
            Err(exception) => Err(exception),
        };
        self.push_resumer(generator, mode, length);
        self.depth += length;
        frame.state.set(FrameState::Running);
        frame.set_innermost(None);
        innermost.set_executing();
        innermost.set_pc(innermost.pc() + 1);
        match outcome {
            Ok(value) => {
                drop(innermost.replace(0, value));
                Ok(Begin::Run(innermost))
            }
            Err(exception) => {
                self.chain_context(innermost, &exception);
                Ok(Begin::Raise(innermost, exception))
            }
        }
    }

    /// `close()` of whatever a `yield from` delegates to.
    fn close_iterator(&mut self, iterator: &Value) -> Result<()> {
        if let Some(generator) = iterator.get_ref::<Frame>() {
            return self.close_generator(&generator.clone()).map(drop);
        }
        if let Some(awaiter) = iterator.get_ref::<Awaiter>() {
            return self.close_awaiter(&awaiter.clone()).map(drop);
        }
        if let Some(coroutine) = iterator.get_ref::<NativeCoroutine>() {
            return self.close_native_coroutine(&coroutine.clone()).map(drop);
        }
        if iterator.get::<Iterator>().is_some() || iterator.await_data().is_some() {
            return Ok(());
        }
        let name = self.names.close.clone();
        match self.get_attr_optional(iterator, &name)? {
            Some(close) => self.call(&close, &[]).map(drop),
            None => Ok(()),
        }
    }

    /// `throw()` of whatever a `yield from` delegates to.
    fn throw_into_iterator(
        &mut self,
        iterator: &Value,
        exception: Ref<Exception>,
    ) -> Result<RunEnd> {
        if let Some(generator) = iterator.get_ref::<Frame>() {
            return self.resume_nested(&generator.clone(), Input::Throw(exception));
        }
        if let Some(coroutine) = iterator.get_ref::<NativeCoroutine>() {
            let input = Input::Throw(exception);
            return Ok(match self.step_native_coroutine(&coroutine.clone(), input)? {
                AwaitStep::Pending(value) => RunEnd::Yielded(value),
                AwaitStep::Ready(value) => RunEnd::Returned(value),
            });
        }
        if iterator.get::<Iterator>().is_some() || iterator.await_data().is_some() {
            return Err(exception);
        }
        let result = if let Some(awaiter) = iterator.get_ref::<Awaiter>() {
            self.throw_into_awaiter(&awaiter.clone(), exception)
        } else {
            let name = self.names.throw.clone();
            match self.get_attr_optional(iterator, &name)? {
                Some(throw) => self.call(&throw, &[Value::object(exception)]),
                None => return Err(exception),
            }
        };
        match result {
            Ok(value) => Ok(RunEnd::Yielded(value)),
            Err(error) => self.stop_value(error).map(RunEnd::Returned),
        }
    }

    /// The value of a StopIteration; any other exception stays one.
    pub fn stop_value(&self, exception: Ref<Exception>) -> Result {
        if self.is_exception(&exception, ExceptionKind::StopIteration) {
            Ok(exception.field(0))
        } else {
            Err(exception)
        }
    }

    /// Makes a delegated generator of a suspended chain the root of its own.
    ///
    /// # Errors
    /// If the chain is running.
    fn cut_chain(&mut self, generator: FramePointer) -> Result<()> {
        let Some(outer) = generator.caller() else {
            unreachable!("a delegated generator has a caller")
        };
        let mut root = outer;
        while let Some(caller) = root.caller() {
            root = caller;
        }
        let Some(innermost) = root.innermost() else {
            let kind = kind_name(generator.linked().kind);
            return Err(self.value_error(format!("{kind} already executing")));
        };
        let mut length = 1;
        let mut frame = innermost;
        while frame != generator {
            let Some(caller) = frame.caller() else {
                unreachable!("the generator is in the chain")
            };
            frame = caller;
            length += 1;
        }
        generator.set_caller(None);
        generator.set_innermost(Some(innermost));
        generator.chain_length.set(length);
        generator.state.set(FrameState::Suspended);
        // The outer part runs its Delegate again, with the generator as any iterator.
        drop(self.awaited_object(outer));
        outer.set_pc(outer.pc() - 1);
        root.set_innermost(Some(outer));
        root.chain_length.set(root.chain_length.get() - length);
        Ok(())
    }

    /// The quick part of [`Vm::suspend`]: sets the innermost chain aside and gives the frame that
    /// resumed it, and whether native code there waits for what is yielded. Nothing is dropped and
    /// nothing called.
    #[inline(always)]
    pub fn suspend_quickly(&mut self, frame: FramePointer) -> Option<(FramePointer, bool)> {
        let resumer = self.resumers.pop_if(|root, from| {
            from.is_some()
                // The chain is known to the collector, and somebody else holds its root, too.
                && root.as_object().strong_count() != 1
                && frame.is_tracked()
        })?;
        let root = resumer.root;
        self.current = resumer.from;
        root.chain_length.set(self.depth - resumer.depth);
        self.depth = resumer.depth;
        frame.set_settled();
        root.state.set(FrameState::Suspended);
        FramePointer::of(&root).set_innermost(Some(frame));
        root.into_object().drop_shared();
        Some((resumer.from?, resumer.mode == ResumeMode::Native))
    }

    /// `yield`: sets the chain that ends in `frame` aside.
    #[inline(always)]
    pub fn suspend(&mut self, frame: FramePointer, value: Value) -> Resumption {
        let Some(resumer) = self.resumers.pop() else {
            unreachable!("a generator runs because somebody resumed it")
        };
        let root = FramePointer::of(&resumer.root);
        frame.set_settled();
        if !frame.is_tracked() {
            frame.track_chain();
        }
        root.set_innermost(Some(frame));
        root.state.set(FrameState::Suspended);
        root.chain_length.set(self.depth - resumer.depth);
        self.depth = resumer.depth;
        self.current = resumer.from;
        match (resumer.mode, resumer.from) {
            (ResumeMode::ForIter(_) | ResumeMode::Call, Some(from)) => {
                from.push(value);
                Resumption::Continue(from)
            }
            _ => Resumption::Exit(RunEnd::Yielded(value)),
        }
    }

    /// `yield` in an async generator that another frame awaits: gives that frame, on whose stack the
    /// item is to take the place of what was awaited. None if it is native code that awaits it.
    #[inline(always)]
    pub fn finish_step(&mut self, frame: FramePointer) -> Option<FramePointer> {
        let caller = frame.caller()?;
        self.set_step_aside(frame);
        frame.set_caller(None);
        self.resumers.shorten_chain(self.depth);
        caller.set_executing();
        Some(caller)
    }

    #[inline(always)]
    fn set_step_aside(&mut self, frame: FramePointer) {
        frame.clear_flag(FRAME_ASYNC_RUNNING);
        frame.set_settled();
        frame.set_innermost(Some(frame));
        frame.state.set(FrameState::Suspended);
        frame.chain_length.set(1);
        self.depth -= 1;
    }

    /// The same for native code.
    pub fn suspend_async_generator(&mut self, frame: FramePointer, value: Value) -> RunEnd {
        self.set_step_aside(frame);
        let Some(resumer) = self.resumers.pop() else {
            unreachable!("a generator runs because somebody resumed it")
        };
        self.current = resumer.from;
        RunEnd::AsyncYielded(value)
    }

    /// Whether an object is an async generator whose next step can begin without any call.
    #[inline(always)]
    pub fn is_ready_for_step(&self, generator: &Ref<Frame>) -> bool {
        generator.linked().kind == CodeKind::AsyncGenerator
            && generator.has_flag(FRAME_HOOKED)
            && !generator.has_flag(FRAME_ASYNC_RUNNING)
            && matches!(generator.state.get(), FrameState::Created | FrameState::Suspended)
            && self.depth < self.depth_limit
    }

    /// The next step of an async generator goes on top of the running frame.
    #[inline(always)]
    pub fn delegate_to_step(&mut self, frame: FramePointer, generator: FramePointer) {
        let before = generator.state.get();
        generator.set_flag(FRAME_ASYNC_RUNNING);
        self.delegate_to_created(frame, generator);
        if before == FrameState::Suspended {
            generator.set_innermost(None);
            generator.receive(Value::None);
        }
    }

    /// What a suspended frame awaits: the top of its stack. For the step of an async generator, which
    /// stands there itself, the object that a script would have got is made now.
    pub fn awaited_object(&self, frame: FramePointer) -> Value {
        let target = frame.peek(0);
        match target.get_ref::<Frame>() {
            Some(generator) if generator.linked().kind == CodeKind::AsyncGenerator => {
                let target = Some(generator.clone());
                let awaiter = Awaiter::new(AwaiterKind::Send, target, Value::None);
                awaiter.state.set(AwaiterState::Started);
                drop(frame.replace(0, awaiter.clone().into()));
                awaiter.into()
            }
            _ => target,
        }
    }

    /// A `return` of a generator or coroutine that another one delegates to: gives that one's frame,
    /// on whose stack the result is to take the place of the generator. None if the frame is another.
    #[inline(always)]
    pub fn finish_delegated(&mut self, frame: FramePointer) -> Option<FramePointer> {
        if frame.state.get() != FrameState::Delegated
            || frame.linked().kind == CodeKind::AsyncGenerator
        {
            return None;
        }
        let caller = frame.caller()?;
        self.depth -= 1;
        self.resumers.shorten_chain(self.depth);
        caller.set_executing();
        self.current = Some(caller);
        Some(caller)
    }

    /// The `return` of any other generator or coroutine.
    #[inline]
    pub fn finish_generator(&mut self, frame: FramePointer, value: Value) -> Resumption {
        frame.state.set(FrameState::Finished);
        frame.set_settled();
        self.depth -= 1;
        let caller = frame.caller();
        if frame.linked().kind == CodeKind::AsyncGenerator {
            frame.clear_flag(FRAME_ASYNC_RUNNING);
            frame.set_flag(FRAME_CLOSED);
        }
        frame.clear_slots();
        if let Some(caller) = caller {
            // An async generator that is awaited: others have finished in `finish_delegated`.
            frame.set_caller(None);
            self.resumers.shorten_chain(self.depth);
            caller.set_executing();
            let exception = self.exception(ExceptionKind::StopAsyncIteration, []);
            return Resumption::Raise(caller, exception);
        }
        let Some(resumer) = self.resumers.pop() else {
            unreachable!("a generator runs because somebody resumed it")
        };
        self.current = resumer.from;
        match (resumer.mode, resumer.from) {
            (ResumeMode::ForIter(target), Some(from)) => {
                drop(from.pop());
                from.jump(target);
                Resumption::Continue(from)
            }
            (ResumeMode::Call, Some(from)) => {
                let exception = self.stop_iteration(value);
                Resumption::Raise(from, exception)
            }
            _ => Resumption::Exit(RunEnd::Returned(value)),
        }
    }

    /// One step of `yield from` or `await` in `frame`, whose stack top is `target`.
    pub fn delegate(
        &mut self,
        frame: FramePointer,
        target: Value,
        input: Value,
    ) -> Result<Delegation> {
        if let Some(generator) = target.get_ref::<Frame>() {
            return self.delegate_to_frame(frame, generator, input);
        }
        if let Some(coroutine) = target.get_ref::<NativeCoroutine>() {
            return Ok(match self.step_native_coroutine(coroutine, Input::Send(input))? {
                AwaitStep::Pending(value) => {
                    if let Some(stand_in) = coroutine.stand_in() {
                        drop(frame.let_stand_in(stand_in));
                    }
                    Delegation::Yielded(value)
                }
                AwaitStep::Ready(value) => Delegation::Returned(value),
            });
        }
        if let Some(awaiter) = target.get_ref::<Awaiter>() {
            if awaiter.state.get() == AwaiterState::Created
                && let Some(generator) = &awaiter.target
            {
                match awaiter.kind {
                    AwaiterKind::Coroutine => {
                        awaiter.state.set(AwaiterState::Started);
                        return self.delegate_to_frame(frame, generator, input);
                    }
                    AwaiterKind::Send
                        if input.is_none()
                            && !generator.has_flag(FRAME_ASYNC_RUNNING)
                            && matches!(
                                generator.state.get(),
                                FrameState::Created | FrameState::Suspended
                            ) =>
                    {
                        let argument = awaiter.argument.get();
                        if generator.state.get() == FrameState::Suspended || argument.is_none() {
                            awaiter.state.set(AwaiterState::Started);
                            generator.set_flag(FRAME_ASYNC_RUNNING);
                            return self.delegate_to_frame(frame, generator, argument);
                        }
                    }
                    _ => {}
                }
            }
            return match self.send_to_awaiter(&awaiter.clone(), input) {
                Ok(value) => Ok(Delegation::Yielded(value)),
                Err(exception) => self.stop_value(exception).map(Delegation::Returned),
            };
        }
        if let Some(data) = target.await_data() {
            return match data.await_step(self, &target)? {
                AwaitStep::Pending(value) => Ok(Delegation::Yielded(value)),
                AwaitStep::Ready(value) => Ok(Delegation::Returned(value)),
            };
        }
        let result = if let Some(iterator) = target.get_ref::<Iterator>()
            && input.is_none()
        {
            return match crate::vm::iterate::advance_by_kind(self, &iterator.clone()) {
                Ok(Some(value)) => Ok(Delegation::Yielded(value)),
                Ok(None) => Ok(Delegation::Returned(Value::None)),
                Err(exception) => self.stop_value(exception).map(Delegation::Returned),
            };
        } else if input.is_none() {
            let name = self.names.next.clone();
            match self.call_special(&target, &name, &[]) {
                Ok(Some(value)) => Ok(value),
                Ok(None) => {
                    let name = self.type_name(&target);
                    Err(self.type_error(format!("'{name}' object is not an iterator")))
                }
                Err(exception) => Err(exception),
            }
        } else {
            let name = self.names.send.clone();
            let send = self.get_attr(&target, &name)?;
            self.call(&send, &[input])
        };
        match result {
            Ok(value) => Ok(Delegation::Yielded(value)),
            Err(exception) => self.stop_value(exception).map(Delegation::Returned),
        }
    }

    #[inline]
    fn delegate_to_frame(
        &mut self,
        frame: FramePointer,
        generator: &Ref<Frame>,
        input: Value,
    ) -> Result<Delegation> {
        let target = FramePointer::of(generator);
        let kind = target.linked().kind;
        let innermost = match target.state.get() {
            FrameState::Created => {
                if !input.is_none() {
                    let name = kind_name(kind);
                    return Err(self.type_error(format!(
                        "can't send non-None value to a just-started {name}"
                    )));
                }
                target
            }
            FrameState::Suspended => match target.innermost() {
                Some(innermost) => innermost,
                None => unreachable!("a suspended generator knows where it goes on"),
            },
            FrameState::Finished => {
                if kind == CodeKind::Coroutine {
                    return Err(self.runtime_error("cannot reuse already awaited coroutine"));
                }
                return Ok(Delegation::Returned(Value::None));
            }
            FrameState::Running => {
                return Err(self.value_error(format!("{} already executing", kind_name(kind))));
            }
            FrameState::Delegated => {
                if kind == CodeKind::Coroutine {
                    return Err(self.runtime_error("coroutine is being awaited already"));
                }
                self.cut_chain(target)?;
                return self.delegate_to_frame(frame, generator, input);
            }
        };
        let length = target.chain_length.get();
        if self.depth + length > self.recursion_limit {
            if target.state.get() == FrameState::Created {
                // It fails as if it had started: nobody forgot to await it.
                target.state.set(FrameState::Finished);
            }
            return Err(self.recursion_error("maximum recursion depth exceeded"));
        }
        self.depth += length;
        frame.set_settled();
        target.set_caller(Some(frame));
        target.known_with_callers();
        target.set_innermost(None);
        innermost.set_executing();
        if target.state.replace(FrameState::Delegated) == FrameState::Suspended {
            innermost.push(input);
        }
        Ok(Delegation::Run(innermost))
    }

    /// The quick part of [`Vm::delegate`]: a generator that has not been started goes on top of the
    /// running frame.
    #[inline(always)]
    pub fn delegate_to_created(&mut self, frame: FramePointer, target: FramePointer) {
        self.depth += 1;
        frame.set_settled();
        target.set_caller(Some(frame));
        target.known_with_callers();
        target.set_executing();
        target.state.set(FrameState::Delegated);
    }

    /// `generator.close()`; gives what the generator returned.
    pub fn close_generator(&mut self, generator: &Ref<Frame>) -> Result {
        let frame = FramePointer::of(generator);
        match frame.state.get() {
            FrameState::Finished => return Ok(Value::None),
            FrameState::Created => {
                frame.state.set(FrameState::Finished);
                frame.clear_slots();
                return Ok(Value::None);
            }
            FrameState::Suspended
                if frame.chain_length.get() == 1
                    && !at_foreign_delegate(frame)
                    && !self.has_handler(frame) =>
            {
                frame.state.set(FrameState::Finished);
                frame.set_innermost(None);
                frame.clear_slots();
                return Ok(Value::None);
            }
            _ => {}
        }
        let exit = self.exception(ExceptionKind::GeneratorExit, []);
        match self.resume_nested(generator, Input::Throw(exit)) {
            Ok(RunEnd::Returned(value)) => Ok(value),
            Ok(RunEnd::Yielded(_) | RunEnd::AsyncYielded(_)) => {
                let kind = kind_name(frame.linked().kind);
                Err(self.runtime_error(format!("{kind} ignored GeneratorExit")))
            }
            Err(exception)
                if self.is_exception(&exception, ExceptionKind::GeneratorExit)
                    || self.is_exception(&exception, ExceptionKind::StopIteration) =>
            {
                Ok(Value::None)
            }
            Err(exception) => Err(exception),
        }
    }

    fn has_handler(&self, frame: FramePointer) -> bool {
        let op = frame.pc().saturating_sub(1);
        frame.code().code.handler_at(op).is_some()
    }
}

impl Value {
    /// The data of a native object that `await` can ask directly.
    #[inline]
    pub fn await_data(&self) -> Option<&dyn crate::object::native::NativeData> {
        let data = self.get::<NativeObject>()?.data();
        data.is_awaitable().then_some(data)
    }
}
