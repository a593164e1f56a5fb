//! `asyncio.Task`: runs a coroutine in steps. Python library reference, "Coroutines and Tasks".

use std::cell::Cell;

use super::description;
use super::event_loop::{EventLoopCore, Ready};
use super::future::{
    Callback, FutureState, State, add_callback, await_step, call_exception_handler, cancel_future,
    cancelled_error, fail, finish, future_state, init_future, loop_of, report_never_retrieved,
};
use super::gather::cancel_children;
use crate::builtins::exceptions::ExceptionKind;
use crate::code::CodeKind;
use crate::object::frame::Frame;
use crate::object::function::NativeFunction;
use crate::object::heap::ObjectSlot;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Input, Native, NativeData, NativeObject};
use crate::object::native_coroutine::NativeCoroutine;
use crate::object::{Exception, ObjectRef, Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::dispatch::RunEnd;
use crate::vm::generator::AwaitStep;

pub struct TaskData {
    pub future: FutureState,
    pub coroutine: ObjectSlot,
    /// None stands for an empty one that nobody has asked for: see [`TaskData::context`].
    context: ObjectSlot,
    pub waits_for: ObjectSlot,
    pub cancel_requests: Cell<u32>,
    /// Of a task that is called `Task-<n>`, while nobody has asked for the name; 0 for others.
    name_number: Cell<u32>,
}

#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<TaskData>() == 72);

/// What is true of a task. It lies in the task's [`FutureState`], which has room for it.
#[derive(Default)]
pub struct TaskFlags {
    pub must_cancel: Cell<bool>,
    /// Nobody is to hear of it if the task goes while it is pending.
    pub is_left_alone: Cell<bool>,
    /// The loop counts the task as pending.
    counted: Cell<bool>,
}

impl NativeData for TaskData {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.future.visit(visit);
        for slot in [&self.coroutine, &self.context, &self.waits_for] {
            slot.visit(visit);
        }
    }

    fn clear(&self) {
        self.future.clear();
        self.coroutine.set(Value::None);
        self.context.set(Value::None);
        self.waits_for.set(Value::None);
    }

    fn is_awaitable(&self) -> bool {
        true
    }

    fn is_ready(&self) -> bool {
        self.future.is_done()
    }

    fn await_step(&self, vm: &mut Vm, this: &Value) -> Result<AwaitStep> {
        await_step(vm, this, &self.future)
    }

    fn needs_finalizer(&self) -> bool {
        self.future.log_traceback.get()
            || !self.future.is_done() && self.logs_destroy_pending() && !self.coroutine.is_none()
    }

    fn finalize(&self, vm: &mut Vm, this: &Value) {
        if !self.future.is_done() && self.logs_destroy_pending() {
            let mut entries = vec![("task", this.clone())];
            let traceback = self.future.source_traceback();
            if !traceback.is_none() {
                entries.push(("source_traceback", traceback));
            }
            entries.push(("message", "Task was destroyed but it is pending!".into()));
            call_exception_handler(vm, &self.future.event_loop(), &entries);
        }
        report_never_retrieved(vm, this, &self.future);
    }
}

impl Drop for TaskData {
    fn drop(&mut self) {
        self.uncount();
    }
}

impl TaskData {
    fn new(event_loop: Value, coroutine: Value, context: Value) -> TaskData {
        TaskData {
            future: FutureState::new(event_loop),
            coroutine: ObjectSlot::new(coroutine),
            context: ObjectSlot::new(context),
            waits_for: ObjectSlot::default(),
            name_number: Cell::new(0),
            cancel_requests: Cell::new(0),
        }
    }

    /// The context that the coroutine runs in.
    pub fn context(&self, vm: &mut Vm, this: &Value) -> Value {
        if self.context.is_none() {
            let runs = vm.asyncio.current_tasks.last().is_some_and(|(_, task)| task.is(this));
            let context = if runs { vm.current_context() } else { vm.empty_context() };
            self.context.set(context);
        }
        self.context.get()
    }

    /// Whether it is told if the task goes while it is pending.
    fn logs_destroy_pending(&self) -> bool {
        !self.future.task.is_left_alone.get()
    }

    pub fn set_log_destroy_pending(&self, log: bool) {
        self.future.task.is_left_alone.set(!log);
    }

    fn count(&self) {
        if let Some(core) = self.future.event_loop().native::<EventLoopCore>()
            && !self.future.task.counted.replace(true)
        {
            core.pending_tasks.set(core.pending_tasks.get() + 1);
        }
    }

    fn uncount(&self) {
        if self.future.task.counted.replace(false)
            && let Some(core) = self.future.event_loop().native::<EventLoopCore>()
        {
            core.pending_tasks.set(core.pending_tasks.get().saturating_sub(1));
        }
    }

    /// `Task-<n>` or what the script chose.
    pub fn name(&self) -> Value {
        let number = self.name_number.replace(0);
        if number != 0 {
            self.future.set_name(default_name(number as u64));
        }
        self.future.name()
    }

    fn set_name(&self, name: Value) {
        self.name_number.set(0);
        self.future.set_name(name);
    }

    /// The name of a task that was given none; the text is made when somebody asks.
    fn set_name_number(&self, number: u64) {
        match u32::try_from(number) {
            Ok(number) => self.name_number.set(number),
            Err(_) => self.set_name(default_name(number)),
        }
    }
}

fn default_name(number: u64) -> Value {
    format!("Task-{number}").into()
}

pub static CLASS: ClassSpec = ClassSpec {
    name: "Task",
    module: "_asyncio",
    layout: Kind::Native,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new(
            "__init__",
            "coro, *, loop=None, name=None, context=None, eager_start=False",
            init,
        ),
        Native::new("__repr__", "", repr),
        Native::new("cancel", "msg=None", cancel),
        Native::new("uncancel", "", uncancel),
        Native::new("cancelling", "", cancelling),
        Native::new("get_coro", "", get_coro),
        Native::new("get_context", "", get_context),
        Native::new("get_name", "", get_name),
        Native::new("set_name", "value, /", set_name),
        Native::new("set_result", "result, /", set_result),
        Native::new("set_exception", "exception, /", set_exception),
        Native::new("get_stack", "*, limit=None", get_stack),
        Native::new("print_stack", "*, limit=None, file=None", print_stack),
    ],
    attributes: &[
        GetSetSpec::readonly("_coro", read_coro),
        GetSetSpec::readonly("_fut_waiter", read_waiter),
        GetSetSpec::readonly("_must_cancel", read_must_cancel),
        GetSetSpec::writable("_log_destroy_pending", read_log_destroy, write_log_destroy),
    ],
    ..ClassSpec::EMPTY
};

static WAKEUP: Native = Native::new("task_wakeup", "future, /", wakeup_method);
static STEP: Native = Native::new("task_step", "", step_method);

fn data<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a TaskData> {
    match value.native::<TaskData>() {
        Some(data) if !data.future.event_loop().is_none() => Ok(data),
        Some(_) => Err(vm.runtime_error("Task object is not initialized.")),
        None => Err(vm.type_error("descriptor requires a Task")),
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.task_class();
    let task = TaskData::new(Value::None, Value::None, Value::None);
    let value = Value::object(NativeObject::new(class.clone(), task));
    let wanted = vm.class_argument(args, &class)?;
    Ok(vm.as_instance_of(value, &wanted))
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let this = args.get(0);
    let Some(data) = this.native::<TaskData>() else {
        return Err(vm.type_error("descriptor '__init__' requires a Task"));
    };
    init_future(vm, &data.future, args.get(2))?;
    let coroutine = args.get(1);
    if !is_coroutine(vm, coroutine)? {
        // Nothing is lost with a task that never was.
        data.set_log_destroy_pending(false);
        let text = vm.repr(coroutine)?;
        return Err(vm.type_error(format!("a coroutine was expected, got {}", text.as_str())));
    }
    data.coroutine.set(coroutine.clone());
    data.context.set(match args.get(4) {
        Value::Unbound | Value::None => vm.context_for_task(),
        given => given.clone(),
    });
    match args.get(3) {
        Value::Unbound | Value::None => {
            let number = vm.next_task_number();
            data.set_name_number(number);
        }
        name => {
            let name = vm.to_str(name)?;
            data.set_name(name.into());
        }
    }
    let eager = match args.get(5) {
        Value::Unbound => false,
        given => vm.truth(given)?,
    };
    data.count();
    let event_loop = data.future.event_loop();
    if eager {
        let running = vm.call_method(&event_loop, "is_running", &[])?;
        if vm.truth(&running)? {
            return eager_start(vm, this, data);
        }
    }
    if let Some(task) = this.as_object() {
        vm.loop_call_soon(&event_loop, Ready::Step(task.clone()))?;
    }
    Ok(Value::None)
}

/// Whether a task can run the object: coroutines and whatever is registered as `Coroutine`.
pub fn is_coroutine(vm: &mut Vm, value: &Value) -> Result<bool> {
    if let Some(frame) = value.get::<Frame>() {
        if frame.linked().kind == CodeKind::Coroutine {
            return Ok(true);
        }
        // Plain generators are refused since 3.12, `types.coroutine` or not.
        return Ok(false);
    }
    if value.get::<NativeCoroutine>().is_some() {
        return Ok(true);
    }
    if value.native::<TaskData>().is_some() || !matches!(value, Value::Object(_)) {
        return Ok(false);
    }
    let module = vm.import("collections.abc")?;
    let name = vm.intern("Coroutine");
    let class = vm.get_attr(&module, &name)?;
    vm.is_instance(value, &class)
}

impl Vm {
    pub fn task_class(&mut self) -> Ref<crate::object::class::Class> {
        if let Some(class) = &self.asyncio.task_class {
            return class.clone();
        }
        let future = self.future_class();
        let class = self.class_for_with_base(&CLASS, &future);
        self.asyncio.task_class = Some(class.clone());
        class
    }

    fn next_task_number(&mut self) -> u64 {
        self.asyncio.next_task_number += 1;
        self.asyncio.next_task_number
    }

    /// A task of a loop, about to start: what `Task(coro, loop=loop, name=…, context=…)` makes.
    pub fn new_task(
        &mut self,
        event_loop: &Value,
        coroutine: &Value,
        name: Value,
        context: Value,
    ) -> Result {
        let debug = event_loop.native::<EventLoopCore>().is_none_or(|core| core.debug.get());
        let plain = coroutine.get::<NativeCoroutine>().is_some()
            || coroutine.get::<Frame>().is_some_and(|f| f.code().kind == CodeKind::Coroutine);
        if debug || !plain {
            let class = Value::object(self.task_class());
            let mut values = vec![coroutine.clone(), event_loop.clone()];
            let mut names: Vec<Value> = vec!["loop".into()];
            for (key, value) in [("name", name), ("context", context)] {
                if !value.is_none() {
                    names.push(key.into());
                    values.push(value);
                }
            }
            return self.call_with_names(&class, &values, &names);
        }
        let class = self.task_class();
        let context = if context.is_none() { self.context_for_task() } else { context };
        let data = TaskData::new(event_loop.clone(), coroutine.clone(), context);
        if name.is_none() {
            data.set_name_number(self.next_task_number());
        } else {
            data.set_name(self.to_str(&name)?.into());
        }
        data.count();
        let task = NativeObject::new(class, data).into_object();
        self.loop_call_soon(event_loop, Ready::Step(task.clone()))?;
        Ok(Value::Object(task))
    }

    /// `event_loop.create_task(coroutine, name=name, context=context)`.
    pub fn create_task_in(
        &mut self,
        event_loop: &Value,
        coroutine: &Value,
        name: Value,
        context: Value,
    ) -> Result {
        if event_loop.native::<EventLoopCore>().is_some_and(EventLoopCore::makes_plain_tasks) {
            return self.new_task(event_loop, coroutine, name, context);
        }
        let method = self.intern("create_task");
        let method = self.get_attr(event_loop, &method)?;
        let coroutine = coroutine.clone();
        if context.is_none() {
            // Loops of other packages may not know contexts.
            return self.call_with_names(&method, &[coroutine, name], &["name".into()]);
        }
        let names = ["name".into(), "context".into()];
        self.call_with_names(&method, &[coroutine, name, context], &names)
    }

    /// The callable that stands for a task's wake-up where Python code looks at callbacks.
    pub fn task_wakeup_method(&mut self, task: &Value) -> Value {
        self.bound_native(&WAKEUP, task)
    }

    pub fn task_step_method(&mut self, task: &Value) -> Value {
        self.bound_native(&STEP, task)
    }
}

pub static CREATE_TASK: Native =
    Native::python("create_task", "coro, *, name=None, context=None", create_task);

/// `asyncio.create_task`: a task of the running loop.
fn create_task(vm: &mut Vm, args: &Args) -> Result {
    let Some(event_loop) = vm.loop_in_reach().cloned() else {
        return Err(vm.runtime_error("no running event loop"));
    };
    let [name, context] = [1, 2].map(|at| args.get(at).bound().cloned().unwrap_or(Value::None));
    vm.create_task_in(&event_loop, args.get(0), name, context)
}

fn wakeup_method(vm: &mut Vm, args: &Args) -> Result {
    wake(vm, args.get(0), args.get(1))?;
    Ok(Value::None)
}

fn step_method(vm: &mut Vm, args: &Args) -> Result {
    step(vm, args.get(0), None)?;
    Ok(Value::None)
}

/// The future that a task waited for is done: the task goes on.
pub fn wake(vm: &mut Vm, task: &Value, future: &Value) -> Result<()> {
    let exception = match future_state(future) {
        Some(state) if state.state.get() == State::Finished => state.raise(),
        Some(state) if state.state.get() == State::Cancelled => {
            let error = cancelled_error(vm, state);
            // Who runs the loop may be handling something: asyncio.run() at its end.
            vm.set_context(&error);
            Some(error)
        }
        _ => vm.call_method(future, "result", &[]).err(),
    };
    step(vm, task, exception)
}

fn eager_start(vm: &mut Vm, this: &Value, data: &TaskData) -> Result {
    let event_loop = data.future.event_loop();
    let place = vm.asyncio.current_tasks.iter().rposition(|(running, _)| running.is(&event_loop));
    let before = place.map(|place| vm.asyncio.current_tasks.remove(place));
    let result = step(vm, this, None);
    if let Some(before) = before {
        vm.asyncio.current_tasks.push(before);
    }
    result?;
    if data.future.is_done() {
        data.coroutine.set(Value::None);
    }
    Ok(Value::None)
}

/// Runs a task's coroutine until it waits for something or ends.
///
/// # Errors
/// KeyboardInterrupt and SystemExit, which also end the task; and errors of the loop itself.
pub fn step(vm: &mut Vm, task: &Value, exception: Option<Ref<Exception>>) -> Result<()> {
    let Some(data) = task.native::<TaskData>() else {
        return Err(vm.type_error("a task was expected"));
    };
    if data.future.is_done() {
        let text = vm.repr(task)?;
        let thrown = match exception {
            Some(exception) => self_repr(vm, exception.into())?,
            None => "None".to_owned(),
        };
        let message = format!("_step(): already done: {}, {thrown}", text.as_str());
        return Err(vm.error(ExceptionKind::InvalidStateError, message));
    }
    let mut exception = exception;
    if data.future.task.must_cancel.get() {
        let cancelled = exception
            .as_ref()
            .is_some_and(|error| vm.is_exception(error, ExceptionKind::CancelledError));
        if !cancelled {
            exception = Some(cancelled_error(vm, &data.future));
        }
        data.future.task.must_cancel.set(false);
    }
    data.waits_for.set(Value::None);
    let event_loop = data.future.event_loop();
    vm.enter_task(&event_loop, task)?;
    let outer = vm.enter_task_context(&data.context);
    let outcome = run_coroutine(vm, &data.coroutine.get(), exception);
    let result = take_outcome(vm, task, data, outcome);
    vm.leave_task_context(&data.context, outer);
    let left = vm.leave_task(&event_loop, task);
    result.and(left)
}

fn self_repr(vm: &mut Vm, value: Value) -> Result<String> {
    Ok(vm.repr(&value)?.as_str().to_owned())
}

/// One step of the coroutine: what it yields, or what it returns.
fn run_coroutine(
    vm: &mut Vm,
    coroutine: &Value,
    exception: Option<Ref<Exception>>,
) -> Result<RunEnd> {
    if let Some(frame) = coroutine.get_ref::<Frame>() {
        let input = match exception {
            Some(exception) => Input::Throw(exception),
            None => Input::Send(Value::None),
        };
        return vm.resume_nested(frame, input);
    }
    if let Some(native) = coroutine.get_ref::<NativeCoroutine>() {
        let input = exception.map_or(Input::Send(Value::None), Input::Throw);
        return Ok(match vm.step_native_coroutine(native, input)? {
            AwaitStep::Pending(value) => RunEnd::Yielded(value),
            AwaitStep::Ready(value) => RunEnd::Returned(value),
        });
    }
    // A class of Python's that behaves like a coroutine.
    let result = match exception {
        Some(exception) => vm.call_method(coroutine, "throw", &[exception.into()]),
        None => vm.call_method(coroutine, "send", &[Value::None]),
    };
    match result {
        Ok(value) => Ok(RunEnd::Yielded(value)),
        Err(error) => vm.stop_value(error).map(RunEnd::Returned),
    }
}

fn take_outcome(vm: &mut Vm, task: &Value, data: &TaskData, outcome: Result<RunEnd>) -> Result<()> {
    match outcome {
        Ok(RunEnd::Yielded(value) | RunEnd::AsyncYielded(value)) => wait_for(vm, task, data, value),
        Ok(RunEnd::Returned(value)) => {
            data.uncount();
            if data.future.task.must_cancel.replace(false) {
                let message = data.future.cancel_message();
                cancel_future(vm, task, &data.future, message).map(drop)
            } else {
                finish(vm, task, &data.future, value)
            }
        }
        Err(error) if vm.is_exception(&error, ExceptionKind::CancelledError) => {
            data.uncount();
            data.future.set_cancelled_error(error);
            // The error knows the message; the task forgets it.
            cancel_future(vm, task, &data.future, Value::None).map(drop)
        }
        Err(error)
            if vm.is_exception(&error, ExceptionKind::KeyboardInterrupt)
                || vm.is_exception(&error, ExceptionKind::SystemExit) =>
        {
            data.uncount();
            fail(vm, task, &data.future, error.clone())?;
            Err(error)
        }
        Err(error) => {
            data.uncount();
            fail(vm, task, &data.future, error)
        }
    }
}

/// A coroutine yielded: normally the future it waits for.
fn wait_for(vm: &mut Vm, task: &Value, data: &TaskData, yielded: Value) -> Result<()> {
    if vm.asyncio.notes_waiting {
        data.future.set_waits_since(vm.loop_time());
    }
    let event_loop = data.future.event_loop();
    let Value::Object(this) = task else { return Ok(()) };
    if yielded.is_none() {
        return vm.loop_call_soon(&event_loop, Ready::Step(this.clone()));
    }
    let complain = |vm: &mut Vm, message: String| {
        let error = vm.runtime_error(message);
        vm.loop_call_soon(&event_loop, Ready::StepWith { task: this.clone(), error })
    };
    if let Some(future) = future_state(&yielded)
        && !has_own_callbacks(vm, &yielded)
    {
        if !future.event_loop().is(&event_loop) {
            let task_text = vm.repr(task)?;
            let future_text = vm.repr(&yielded)?;
            return complain(
                vm,
                format!(
                    "Task {} got Future {} attached to a different loop",
                    task_text.as_str(),
                    future_text.as_str()
                ),
            );
        }
        if !future.blocking.replace(false) {
            let task_text = vm.repr(task)?;
            let future_text = vm.repr(&yielded)?;
            return complain(
                vm,
                format!(
                    "yield was used instead of yield from in task {} with {}",
                    task_text.as_str(),
                    future_text.as_str()
                ),
            );
        }
        if yielded.is(task) {
            let task_text = vm.repr(task)?;
            return complain(vm, format!("Task cannot await on itself: {}", task_text.as_str()));
        }
        add_callback(vm, &yielded, future, Callback::Wakeup(this.clone()))?;
        data.waits_for.set(yielded.clone());
        if data.future.task.must_cancel.get() {
            let message = data.future.cancel_message();
            if cancel_any(vm, &yielded, message)? {
                data.future.task.must_cancel.set(false);
            }
        }
        return Ok(());
    }
    let blocking_name = vm.intern("_asyncio_future_blocking");
    let blocking = vm.get_attr_optional(&yielded, &blocking_name)?;
    match blocking {
        Some(blocking) if !blocking.is_none() => {
            // A class of Python's that behaves like a future.
            let own_loop = loop_of(vm, &yielded)?;
            if !own_loop.is(&event_loop) {
                let task_text = vm.repr(task)?;
                let text = vm.repr(&yielded)?;
                return complain(
                    vm,
                    format!(
                        "Task {} got Future {} attached to a different loop",
                        task_text.as_str(),
                        text.as_str()
                    ),
                );
            }
            if !vm.truth(&blocking)? {
                let task_text = vm.repr(task)?;
                let text = vm.repr(&yielded)?;
                return complain(
                    vm,
                    format!(
                        "yield was used instead of yield from in task {} with {}",
                        task_text.as_str(),
                        text.as_str()
                    ),
                );
            }
            if yielded.is(task) {
                let task_text = vm.repr(task)?;
                let message = format!("Task cannot await on itself: {}", task_text.as_str());
                return complain(vm, message);
            }
            vm.set_attr(&yielded, &blocking_name, Value::False)?;
            let wakeup = vm.task_wakeup_method(task);
            let context = data.context(vm, task);
            let add = vm.intern("add_done_callback");
            let add = vm.get_attr(&yielded, &add)?;
            vm.call_with_names(&add, &[wakeup, context], &["context".into()])?;
            data.waits_for.set(yielded.clone());
            if data.future.task.must_cancel.get() {
                let message = data.future.cancel_message();
                if cancel_any(vm, &yielded, message)? {
                    data.future.task.must_cancel.set(false);
                }
            }
            Ok(())
        }
        _ => {
            let task_text = vm.repr(task)?;
            let text = vm.repr(&yielded)?;
            let is_generator =
                yielded.get::<Frame>().is_some_and(|f| f.code().kind == CodeKind::Generator);
            complain(
                vm,
                if is_generator {
                    format!(
                        "yield was used instead of yield from for generator in task {} with {}",
                        task_text.as_str(),
                        text.as_str()
                    )
                } else {
                    format!("Task got bad yield: {}", text.as_str())
                },
            )
        }
    }
}

/// Whether Python code has put its own `add_done_callback` in the place of the future's.
pub fn has_own_callbacks(vm: &mut Vm, future: &Value) -> bool {
    if let Value::Object(object) = future
        && !object.is_derived()
    {
        return false;
    }
    let name = vm.intern("add_done_callback");
    let method = vm.lookup_special(future, &name);
    method.is_none_or(|method| method.get::<NativeFunction>().is_none())
}

/// `cancel(msg=…)` of whatever a task waits for.
pub fn cancel_any(vm: &mut Vm, target: &Value, message: Value) -> Result<bool> {
    if let Value::Object(object) = target
        && !object.is_derived()
    {
        if let Some(task) = target.native::<TaskData>() {
            return cancel_task(vm, target, task, message);
        }
        if let Some(future) = future_state(target) {
            if let Some(cancelled) = cancel_children(vm, target, message.clone())? {
                return Ok(cancelled);
            }
            return cancel_future(vm, target, future, message);
        }
    }
    let name = vm.intern("cancel");
    let cancel = vm.get_attr(target, &name)?;
    let result = vm.call_with_names(&cancel, &[message], &["msg".into()])?;
    vm.truth(&result)
}

/// `task.cancelling()`: how many cancellations are under way.
pub fn cancellations(vm: &mut Vm, task: &Value) -> Result<i64> {
    match task.native::<TaskData>() {
        Some(task) => Ok(task.cancel_requests.get() as i64),
        None => {
            let cancelling = vm.call_method(task, "cancelling", &[])?;
            vm.index_i64(&cancelling)
        }
    }
}

/// `task.uncancel()`: takes one cancellation back; gives how many are left.
pub fn uncancel_any(vm: &mut Vm, task: &Value) -> Result<i64> {
    match task.native::<TaskData>() {
        Some(task) => Ok(uncancel_task(task)),
        None => {
            let left = vm.call_method(task, "uncancel", &[])?;
            vm.index_i64(&left)
        }
    }
}

fn cancel_task(vm: &mut Vm, this: &Value, data: &TaskData, message: Value) -> Result<bool> {
    let _ = this;
    data.future.log_traceback.set(false);
    if data.future.is_done() {
        return Ok(false);
    }
    data.cancel_requests.set(data.cancel_requests.get() + 1);
    let waits_for = data.waits_for.get();
    if !waits_for.is_none() && cancel_any(vm, &waits_for, message.clone())? {
        return Ok(true);
    }
    data.future.task.must_cancel.set(true);
    data.future.set_cancel_message(message);
    Ok(true)
}

fn cancel(vm: &mut Vm, args: &Args) -> Result {
    let data = data(vm, args.get(0))?;
    let message = args.get(1).bound().cloned().unwrap_or(Value::None);
    cancel_task(vm, args.get(0), data, message).map(Value::from)
}

fn uncancel(vm: &mut Vm, args: &Args) -> Result {
    Ok(Value::Int(uncancel_task(data(vm, args.get(0))?)))
}

/// Takes one cancellation back; gives how many are left.
fn uncancel_task(data: &TaskData) -> i64 {
    if data.cancel_requests.get() > 0 {
        data.cancel_requests.set(data.cancel_requests.get() - 1);
        if data.cancel_requests.get() == 0 {
            data.future.task.must_cancel.set(false);
        }
    }
    data.cancel_requests.get() as i64
}

fn cancelling(vm: &mut Vm, args: &Args) -> Result {
    Ok(Value::Int(data(vm, args.get(0))?.cancel_requests.get() as i64))
}

fn get_coro(vm: &mut Vm, args: &Args) -> Result {
    Ok(data(vm, args.get(0))?.coroutine.get())
}

fn get_context(vm: &mut Vm, args: &Args) -> Result {
    Ok(data(vm, args.get(0))?.context(vm, args.get(0)))
}

fn get_name(vm: &mut Vm, args: &Args) -> Result {
    Ok(data(vm, args.get(0))?.name())
}

fn set_name(vm: &mut Vm, args: &Args) -> Result {
    let data = data(vm, args.get(0))?;
    let name = vm.to_str(args.get(1))?;
    data.set_name(name.into());
    Ok(Value::None)
}

fn set_result(vm: &mut Vm, _: &Args) -> Result {
    Err(vm.runtime_error("Task does not support set_result operation"))
}

fn set_exception(vm: &mut Vm, _: &Args) -> Result {
    Err(vm.runtime_error("Task does not support set_exception operation"))
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    data(vm, args.get(0))?;
    description::task_repr(vm, args.get(0)).map(Value::from)
}

fn tasks_helper(vm: &mut Vm, name: &str, arguments: &[Value]) -> Result {
    let module = vm.import("asyncio.base_tasks")?;
    vm.call_method(&module, name, arguments)
}

fn get_stack(vm: &mut Vm, args: &Args) -> Result {
    let limit = args.get(1).bound().cloned().unwrap_or(Value::None);
    tasks_helper(vm, "_task_get_stack", &[args.get(0).clone(), limit])
}

fn print_stack(vm: &mut Vm, args: &Args) -> Result {
    let limit = args.get(1).bound().cloned().unwrap_or(Value::None);
    let file = args.get(2).bound().cloned().unwrap_or(Value::None);
    tasks_helper(vm, "_task_print_stack", &[args.get(0).clone(), limit, file])
}

fn read_coro(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.coroutine.get())
}

fn read_waiter(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.waits_for.get())
}

fn read_must_cancel(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.future.task.must_cancel.get().into())
}

fn read_log_destroy(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.logs_destroy_pending().into())
}

fn write_log_destroy(vm: &mut Vm, value: &Value, log: Value) -> Result<()> {
    if log.is_unbound() {
        return Err(vm.error(ExceptionKind::AttributeError, "cannot delete attribute"));
    }
    let log = vm.truth(&log)?;
    data(vm, value)?.set_log_destroy_pending(log);
    Ok(())
}
