//! `asyncio.TaskGroup`: Python library reference, "Task Groups".

use std::cell::{Cell, RefCell};

use super::event_loop::EventLoopCore;
use super::future::{Callback, add_callback, call_exception_handler, finish, future_state};
use super::gather::Outcome;
use super::task::{cancel_any, cancellations, has_own_callbacks, uncancel_any};
use super::waiters::{Waited, is_cancellation, resume_wait, start_wait};
use crate::builtins::exceptions::ExceptionKind;
use crate::object::class::Class;
use crate::object::dict::Dict;
use crate::object::heap::{ObjectSlot, OptionalRef};
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Input, Native, NativeData, NativeObject};
use crate::object::native_coroutine::{CoroutineBody, NativeCoroutine};
use crate::object::set::Set;
use crate::object::{Exception, ObjectRef, Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::generator::AwaitStep;

pub struct TaskGroupData {
    entered: Cell<bool>,
    exiting: Cell<bool>,
    aborting: Cell<bool>,
    /// Whether the group itself cancelled the task that runs the block.
    parent_cancel_requested: Cell<bool>,
    event_loop: ObjectSlot,
    parent: ObjectSlot,
    /// The unfinished tasks by address: they are cancelled in the order of their making.
    tasks: Ref<Dict>,
    errors: RefCell<Vec<Ref<Exception>>>,
    /// The first KeyboardInterrupt or SystemExit: it leaves the block alone.
    base_error: OptionalRef<Exception>,
    /// What the end of the block waits for.
    waiter: ObjectSlot,
}

impl NativeData for TaskGroupData {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        for slot in [&self.event_loop, &self.parent, &self.waiter] {
            slot.visit(visit);
        }
        visit(self.tasks.as_object());
        for error in self.errors.borrow().iter() {
            visit(error.as_object());
        }
        if let Some(error) = self.base_error.get() {
            visit(error.as_object());
        }
    }

    fn clear(&self) {
        for slot in [&self.event_loop, &self.parent, &self.waiter] {
            slot.set(Value::None);
        }
        drop(self.errors.take());
        drop(self.base_error.take());
    }
}

pub static CLASS: ClassSpec = ClassSpec {
    name: "TaskGroup",
    module: "asyncio.taskgroups",
    layout: Kind::Native,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::python("__init__", "", |_, _| Ok(Value::None)),
        Native::python("__repr__", "", repr),
        Native::python("create_task", "coro, *, name=None, context=None", create_task),
        Native::coroutine("__aenter__", "", enter, enter_now),
        Native::coroutine("__aexit__", "et, exc, tb", exit, exit_now),
    ],
    attributes: &[
        GetSetSpec::readonly("_entered", |vm, this| Ok(of(vm, this)?.entered.get().into())),
        GetSetSpec::readonly("_exiting", |vm, this| Ok(of(vm, this)?.exiting.get().into())),
        GetSetSpec::readonly("_aborting", |vm, this| Ok(of(vm, this)?.aborting.get().into())),
        GetSetSpec::readonly("_parent_cancel_requested", |vm, this| {
            Ok(of(vm, this)?.parent_cancel_requested.get().into())
        }),
        GetSetSpec::readonly("_loop", |vm, this| Ok(of(vm, this)?.event_loop.get())),
        GetSetSpec::readonly("_parent_task", |vm, this| Ok(of(vm, this)?.parent.get())),
        GetSetSpec::readonly("_on_completed_fut", |vm, this| Ok(of(vm, this)?.waiter.get())),
        GetSetSpec::readonly("_base_error", |vm, this| {
            Ok(of(vm, this)?.base_error.get().map_or(Value::None, Value::object))
        }),
        GetSetSpec::readonly("_errors", |vm, this| {
            let errors = of(vm, this)?.errors.borrow().clone();
            Ok(List::new(errors.into_iter().map(Value::object).collect()).into())
        }),
        GetSetSpec::readonly("_tasks", |vm, this| {
            let tasks = of(vm, this)?.tasks();
            let set = Set::new(Default::default());
            for task in tasks {
                vm.set_add(&set, task)?;
            }
            Ok(set.into())
        }),
    ],
    doc: "Waits at the end of its block for every task that was made in it.\n\n    \
          async with asyncio.TaskGroup() as group:\n        \
          group.create_task(first())\n        \
          group.create_task(second())\n\n\
          When a task fails, the block and the other tasks are cancelled, and the errors leave\n\
          the block together as an ExceptionGroup.",
    ..ClassSpec::EMPTY
};

/// What stands for the callback of a group's task where Python code looks at callbacks.
static ON_TASK_DONE: Native = Native::new("_on_task_done", "task, /", on_task_done_method);

static ENTER: CoroutineBody =
    CoroutineBody::new("__aenter__", "TaskGroup.__aenter__", enter_step, 1);

/// The slots are the group, the class of the block's exception, the exception, the cancellation
/// that is to leave the block, and the future.
static EXIT: CoroutineBody = CoroutineBody::new("__aexit__", "TaskGroup.__aexit__", exit_step, 5);

const CANCELLATION: usize = 3;
const WAITING: u8 = 1;

fn of<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a TaskGroupData> {
    match value.native::<TaskGroupData>() {
        Some(data) => Ok(data),
        None => Err(vm.type_error("a TaskGroup was expected")),
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.class_for(&CLASS);
    let data = TaskGroupData {
        entered: Cell::new(false),
        exiting: Cell::new(false),
        aborting: Cell::new(false),
        parent_cancel_requested: Cell::new(false),
        event_loop: ObjectSlot::default(),
        parent: ObjectSlot::default(),
        tasks: Dict::new(),
        errors: RefCell::default(),
        base_error: OptionalRef::default(),
        waiter: ObjectSlot::default(),
    };
    let value = Value::object(NativeObject::new(class.clone(), data));
    let wanted = vm.class_argument(args, &class)?;
    Ok(vm.as_instance_of(value, &wanted))
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    Ok(describe(of(vm, args.get(0))?).into())
}

fn describe(data: &TaskGroupData) -> String {
    let mut text = "<TaskGroup".to_owned();
    if !data.tasks.is_empty() {
        text.push_str(&format!(" tasks={}", data.tasks.len()));
    }
    let errors = data.errors.borrow().len();
    if errors > 0 {
        text.push_str(&format!(" errors={errors}"));
    }
    if data.aborting.get() {
        text.push_str(" cancelling");
    } else if data.entered.get() {
        text.push_str(" entered");
    }
    text.push('>');
    text
}

impl TaskGroupData {
    /// The unfinished tasks.
    pub fn tasks(&self) -> Vec<Value> {
        let mut tasks = Vec::with_capacity(self.tasks.len());
        let mut place = 0;
        while let Some((at, _, task)) = self.tasks.next_entry(place) {
            tasks.push(task);
            place = at + 1;
        }
        tasks
    }

    /// Whether the end of the block waits for this future.
    pub fn waits_for(&self, future: &Value) -> bool {
        !self.waiter.is_none() && self.waiter.get().is(future)
    }

    /// Cancels all tasks.
    fn abort(&self, vm: &mut Vm) -> Result<()> {
        self.aborting.set(true);
        for task in self.tasks() {
            if !is_done(vm, &task)? {
                cancel_any(vm, &task, Value::None)?;
            }
        }
        Ok(())
    }
}

fn is_done(vm: &mut Vm, future: &Value) -> Result<bool> {
    if let Some(state) = future_state(future) {
        return Ok(state.is_done());
    }
    let done = vm.call_method(future, "done", &[])?;
    vm.truth(&done)
}

fn is_base_error(vm: &Vm, error: &Ref<Exception>) -> bool {
    vm.is_exception(error, ExceptionKind::SystemExit)
        || vm.is_exception(error, ExceptionKind::KeyboardInterrupt)
}

// ── the block begins ──

fn enter(vm: &mut Vm, args: &Args) -> Result {
    of(vm, args.get(0))?;
    Ok(NativeCoroutine::new(&ENTER, [args.get(0).clone()]).into())
}

fn enter_step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, _: Input) -> Result<AwaitStep> {
    begin(vm, &coroutine.local(0)).map(AwaitStep::Ready)
}

fn enter_now(vm: &mut Vm, args: &Args) -> Result<Option<Value>> {
    begin(vm, args.get(0)).map(Some)
}

fn begin(vm: &mut Vm, this: &Value) -> Result {
    let data = of(vm, this)?;
    let refuse = |vm: &mut Vm, what: &str| {
        let text = vm.repr(this)?;
        Err(vm.runtime_error(format!("TaskGroup {} {what}", text.as_str())))
    };
    if data.entered.get() {
        return refuse(vm, "has already been entered");
    }
    if data.event_loop.is_none() {
        let Some(event_loop) = vm.loop_in_reach().cloned() else {
            return Err(vm.runtime_error("no running event loop"));
        };
        data.event_loop.set(event_loop);
    }
    let Some(parent) = vm.current_task_of(&data.event_loop.get()) else {
        return refuse(vm, "cannot determine the parent task");
    };
    data.parent.set(parent);
    data.entered.set(true);
    Ok(this.clone())
}

// ── tasks ──

fn create_task(vm: &mut Vm, args: &Args) -> Result {
    let (this, coroutine) = (args.get(0), args.get(1));
    let data = of(vm, this)?;
    let problem = if !data.entered.get() {
        Some("has not been entered")
    } else if data.exiting.get() && data.tasks.is_empty() {
        Some("is finished")
    } else if data.aborting.get() {
        Some("is shutting down")
    } else {
        None
    };
    if let Some(problem) = problem {
        vm.call_method(coroutine, "close", &[])?;
        let text = vm.repr(this)?;
        return Err(vm.runtime_error(format!("TaskGroup {} {problem}", text.as_str())));
    }
    let [name, context] = [2, 3].map(|at| args.get(at).bound().cloned().unwrap_or(Value::None));
    let task = vm.create_task_in(&data.event_loop.get(), coroutine, name, context)?;
    if is_done(vm, &task)? {
        // An eager task that never had to wait.
        task_done(vm, this, &task)?;
        return Ok(task);
    }
    let Value::Object(object) = &task else { return Ok(task) };
    vm.dict_set(&data.tasks, Value::Int(object.address() as i64), task.clone())?;
    match (future_state(&task), this) {
        (Some(future), Value::Object(group)) if !has_own_callbacks(vm, &task) => {
            add_callback(vm, &task, future, Callback::Child(group.clone()))?;
        }
        _ => {
            let callback = vm.bound_native(&ON_TASK_DONE, this);
            vm.call_method(&task, "add_done_callback", &[callback])?;
        }
    }
    Ok(task)
}

fn on_task_done_method(vm: &mut Vm, args: &Args) -> Result {
    task_done(vm, args.get(0), args.get(1))?;
    Ok(Value::None)
}

/// The callable that stands for the end of a group's task; None if the object is no group.
pub fn on_task_done_callable(vm: &mut Vm, group: &Value) -> Option<Value> {
    group.native::<TaskGroupData>()?;
    Some(vm.bound_native(&ON_TASK_DONE, group))
}

/// A task of the group is done.
pub fn task_done(vm: &mut Vm, this: &Value, task: &Value) -> Result<()> {
    let data = of(vm, this)?;
    if let Value::Object(object) = task {
        vm.dict_remove(&data.tasks, &Value::Int(object.address() as i64))?;
    }
    let waiter = data.waiter.get();
    if data.tasks.is_empty()
        && let Some(future) = future_state(&waiter)
        && !future.is_done()
    {
        finish(vm, &waiter, future, Value::True)?;
    }
    let Outcome::Failed(error) = Outcome::of(vm, task)? else { return Ok(()) };
    let Some(error) = error.get_ref::<Exception>().cloned() else { return Ok(()) };
    data.errors.borrow_mut().push(error.clone());
    if is_base_error(vm, &error) && !data.base_error.is_some() {
        drop(data.base_error.replace(Some(error.clone())));
    }
    let parent = data.parent.get();
    if is_done(vm, &parent)? {
        let (task_text, parent_text) = (vm.repr(task)?, vm.repr(&parent)?);
        let message = format!(
            "Task {} has errored out but its parent task {} is already completed",
            task_text.as_str(),
            parent_text.as_str()
        );
        let entries =
            [("message", message.into()), ("exception", error.into()), ("task", task.clone())];
        call_exception_handler(vm, &data.event_loop.get(), &entries);
        return Ok(());
    }
    if !data.aborting.get() && !data.parent_cancel_requested.get() {
        // The first failure: stop the other tasks, and the block wherever it is.
        data.abort(vm)?;
        data.parent_cancel_requested.set(true);
        cancel_any(vm, &parent, Value::None)?;
    }
    Ok(())
}

// ── the block ends ──

fn exit(vm: &mut Vm, args: &Args) -> Result {
    of(vm, args.get(0))?;
    let arguments = [args.get(0).clone(), args.get(1).clone(), args.get(2).clone()];
    Ok(NativeCoroutine::new(&EXIT, arguments).into())
}

fn exit_now(vm: &mut Vm, args: &Args) -> Result<Option<Value>> {
    let [this, class, exception] = [0, 1, 2].map(|at| args.get(at).clone());
    let data = of(vm, &this)?;
    if !data.tasks.is_empty() {
        return Ok(None);
    }
    let cancellation = leave_block(vm, data, &class, &exception)?;
    end(vm, data, &class, &exception, cancellation).map(Some)
}

fn exit_step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, input: Input) -> Result<AwaitStep> {
    let [this, class, exception] = [0, 1, 2].map(|at| coroutine.local(at));
    let data = of(vm, &this)?;
    if coroutine.stage.get() != WAITING {
        let cancellation = leave_block(vm, data, &class, &exception)?;
        coroutine.set_local(CANCELLATION, cancellation);
    } else {
        match resume_wait(vm, coroutine, input) {
            Waited::Pending(value) => return Ok(AwaitStep::Pending(value)),
            Waited::Done(Ok(_)) => {}
            // The waiting itself can be cancelled, several times even.
            Waited::Done(Err(error)) if is_cancellation(vm, &error) => {
                if !data.aborting.get() {
                    coroutine.set_local(CANCELLATION, error.into());
                    data.abort(vm)?;
                }
            }
            Waited::Done(Err(error)) => return Err(error),
        }
        data.waiter.set(Value::None);
    }
    if !data.tasks.is_empty() {
        let waiter = new_waiter(vm, &data.event_loop.get())?;
        data.waiter.set(waiter.clone());
        return start_wait(vm, coroutine, waiter, WAITING);
    }
    let cancellation = coroutine.local(CANCELLATION);
    end(vm, data, &class, &exception, cancellation).map(AwaitStep::Ready)
}

fn new_waiter(vm: &mut Vm, event_loop: &Value) -> Result {
    match event_loop.native::<EventLoopCore>() {
        Some(_) => vm.new_future(event_loop),
        None => vm.call_method(event_loop, "create_future", &[]),
    }
}

/// The block is left, with an exception or not; gives the cancellation that it was left by, or None.
fn leave_block(vm: &mut Vm, data: &TaskGroupData, class: &Value, exception: &Value) -> Result {
    data.exiting.set(true);
    if let Some(error) = exception.get_ref::<Exception>()
        && is_base_error(vm, error)
        && !data.base_error.is_some()
    {
        drop(data.base_error.replace(Some(error.clone())));
    }
    if class.is_none() {
        return Ok(Value::None);
    }
    if !data.aborting.get() {
        // The block failed, or its task is being cancelled.
        data.abort(vm)?;
    }
    Ok(if is_cancelled_error(vm, class) { exception.clone() } else { Value::None })
}

fn is_cancelled_error(vm: &Vm, class: &Value) -> bool {
    let cancelled = vm.exception_class(ExceptionKind::CancelledError);
    class.get_ref::<Class>().is_some_and(|class| class.is_subclass_of(cancelled))
}

/// All tasks are done: what leaves the block.
fn end(
    vm: &mut Vm,
    data: &TaskGroupData,
    class: &Value,
    exception: &Value,
    cancellation: Value,
) -> Result {
    let raise = |vm: &mut Vm, error: Ref<Exception>| {
        vm.set_context(&error);
        Err(error)
    };
    if let Some(error) = data.base_error.get() {
        return raise(vm, error);
    }
    let parent = data.parent.get();
    // The group takes its own cancellation back. What is left came from outside.
    let taken_back = data.parent_cancel_requested.get() && uncancel_any(vm, &parent)? == 0;
    if let Some(error) = cancellation.get_ref::<Exception>()
        && !taken_back
        && data.errors.borrow().is_empty()
    {
        return raise(vm, error.clone());
    }
    if let Some(error) = exception.get_ref::<Exception>()
        && !is_cancelled_error(vm, class)
    {
        data.errors.borrow_mut().push(error.clone());
    }
    let errors = data.errors.take();
    if errors.is_empty() {
        return Ok(Value::None);
    }
    if cancellations(vm, &parent)? > 0 {
        // The errors hide a cancellation from outside: let it strike at the next await.
        uncancel_any(vm, &parent)?;
        cancel_any(vm, &parent, Value::None)?;
    }
    let group = vm.exception_class(ExceptionKind::BaseExceptionGroup).clone();
    let errors = List::new(errors.into_iter().map(Value::object).collect());
    let arguments = ["unhandled errors in a TaskGroup".into(), errors.into()];
    let group = vm.call(&group.into(), &arguments)?;
    match group.get_ref::<Exception>() {
        Some(group) => {
            group.suppress_context.set(true);
            raise(vm, group.clone())
        }
        None => Ok(Value::None),
    }
}
