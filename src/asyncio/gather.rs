//! `asyncio.gather`: Python library reference, "Coroutines and Tasks".

use std::cell::{Cell, RefCell};

use hashbrown::HashSet;

use super::event_loop::EventLoopCore;
use super::future::{
    Callback, FutureData, FutureState, State, add_callback, cancelled_error, fail, finish,
    future_state, loop_of,
};
use super::task::{TaskData, cancel_any};
use super::task_group::{on_task_done_callable, task_done};
use crate::builtins::exceptions::ExceptionKind;
use crate::code::CodeKind;
use crate::object::frame::Frame;
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::native::{Args, ClassSpec, Native, NativeObject};
use crate::object::native_coroutine::NativeCoroutine;
use crate::object::{ObjectRef, Result, Value};
use crate::vm::Vm;

pub static GATHER: Native =
    Native::python("gather", "*coros_or_futures, return_exceptions=False", gather);
/// What stands for a child's callback where Python code looks at callbacks.
static CHILD_DONE: Native = Native::new("_done_callback", "fut", child_done_method);

/// The class of gather()'s future: cancelling it cancels the children and waits for them.
pub static CLASS: ClassSpec = ClassSpec {
    name: "_GatheringFuture",
    module: "asyncio.tasks",
    layout: Kind::Native,
    methods: &[Native::python("cancel", "msg=None", cancel)],
    ..ClassSpec::EMPTY
};

/// What a future of `gather` has beside the future itself.
pub struct Gathering {
    /// In the order of the arguments; the same one may stand there several times.
    children: RefCell<Vec<Value>>,
    /// How many different children there are, and how many of them are done.
    unique: Cell<usize>,
    finished: Cell<usize>,
    return_exceptions: bool,
    cancel_requested: Cell<bool>,
}

impl Gathering {
    pub fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.children.borrow().iter().for_each(|child| child.visit(visit));
    }

    pub fn clear(&self) {
        drop(self.children.take());
    }
}

fn gathering_of(value: &Value) -> Option<&Gathering> {
    value.native::<FutureData>()?.future.gathering()
}

fn gather(vm: &mut Vm, args: &Args) -> Result {
    let mut return_exceptions = false;
    for (name, value) in args.keywords() {
        if name != "return_exceptions" {
            let known = std::iter::once("return_exceptions");
            return Err(vm.unexpected_keyword("gather", "asyncio.tasks", name, known));
        }
        return_exceptions = vm.truth(value)?;
    }
    let arguments = args.rest(0);
    if arguments.is_empty() {
        let event_loop = vm.current_event_loop()?;
        let outer = vm.call_method(&event_loop, "create_future", &[])?;
        vm.call_method(&outer, "set_result", &[List::new(Vec::new()).into()])?;
        return Ok(outer);
    }
    let gathering = Gathering {
        children: RefCell::new(Vec::with_capacity(arguments.len())),
        unique: Cell::new(0),
        finished: Cell::new(0),
        return_exceptions,
        cancel_requested: Cell::new(false),
    };
    let base = vm.future_class();
    let class = vm.class_for_with_base(&CLASS, &base);
    // The loop is that of the first child.
    let data = FutureData { future: FutureState::gathering_of(gathering) };
    let outer = Value::object(NativeObject::new(class, data));
    let mut seen = Seen::default();
    let mut done_before = Vec::new();
    let mut event_loop = Value::None;
    for argument in arguments {
        let known = seen.find(vm, argument)?;
        let child = match known {
            Some(place) => gathering_of(&outer).map(|g| g.children.borrow()[place].clone()),
            None => None,
        };
        let child = match child {
            Some(child) => child,
            None => {
                let child = vm.ensure_future(argument, &event_loop)?;
                if event_loop.is_none() {
                    event_loop = match future_state(&child) {
                        Some(future) => future.event_loop(),
                        None => loop_of(vm, &child)?,
                    };
                    if let Some(future) = future_state(&outer) {
                        future.set_event_loop(event_loop.clone());
                    }
                }
                watch(vm, argument, &child, &outer, &mut done_before)?;
                child
            }
        };
        if let Some(gathering) = gathering_of(&outer) {
            gathering.children.borrow_mut().push(child);
        }
    }
    if let Some(gathering) = gathering_of(&outer) {
        gathering.unique.set(seen.count);
    }
    let debug = event_loop.native::<EventLoopCore>().is_none_or(|core| core.debug.get());
    if debug && let Some(future) = future_state(&outer) {
        super::future::init_future(vm, future, &event_loop)?;
    }
    for child in done_before {
        child_done(vm, &outer, &child)?;
    }
    Ok(outer)
}

/// Lets the gathering future hear of a new child's end.
fn watch(
    vm: &mut Vm,
    argument: &Value,
    child: &Value,
    outer: &Value,
    done_before: &mut Vec<Value>,
) -> Result<()> {
    let made_here = !child.is(argument);
    let Some(future) = future_state(child).filter(|_| !super::task::has_own_callbacks(vm, child))
    else {
        // A class of Python's that behaves like a future.
        if made_here {
            let name = vm.intern("_log_destroy_pending");
            vm.set_attr(child, &name, Value::False)?;
        }
        let done = vm.call_method(child, "done", &[])?;
        if vm.truth(&done)? {
            done_before.push(child.clone());
        } else {
            let callback = vm.child_done_method(outer);
            vm.call_method(child, "add_done_callback", &[callback])?;
        }
        return Ok(());
    };
    if made_here && let Some(task) = child.native::<TaskData>() {
        // The program has no reference to this task: its end is not its concern.
        task.set_log_destroy_pending(false);
    }
    if future.is_done() {
        done_before.push(child.clone());
        return Ok(());
    }
    match outer.as_object() {
        Some(outer) => add_callback(vm, child, future, Callback::Child(outer.clone())),
        None => Ok(()),
    }
}

/// Which arguments have been there before.
#[derive(Default)]
struct Seen {
    few: Vec<usize>,
    many: HashSet<usize>,
    places: Vec<usize>,
    count: usize,
    arguments: usize,
}

/// Up to so many arguments are compared one by one.
const FEW: usize = 8;

impl Seen {
    /// The place of the first argument that is this one; None if there is none.
    fn find(&mut self, vm: &mut Vm, argument: &Value) -> Result<Option<usize>> {
        let Value::Object(object) = argument else {
            self.arguments += 1;
            self.count += 1;
            return Ok(None);
        };
        if object.is_derived()
            || !matches!(object.kind(), Kind::Frame | Kind::NativeCoroutine | Kind::Native)
        {
            // What cannot be a key of a dict is refused.
            vm.hash(argument)?;
        }
        let address = object.address();
        let place = self.arguments;
        self.arguments += 1;
        let known = match self.count < FEW {
            true => self.few.contains(&address),
            false => {
                if self.many.is_empty() {
                    self.many.extend(self.few.iter().copied());
                }
                !self.many.insert(address)
            }
        };
        if known {
            let first = self.few.iter().position(|&other| other == address);
            return Ok(first.map(|first| self.places[first]));
        }
        self.few.push(address);
        self.places.push(place);
        self.count += 1;
        Ok(None)
    }
}

impl Vm {
    /// A future as it is; a coroutine as a task; other awaitables wrapped in one.
    pub fn ensure_future(&mut self, awaitable: &Value, event_loop: &Value) -> Result {
        if let Some(future) = future_state(awaitable) {
            if !event_loop.is_none() && !future.event_loop().is(event_loop) {
                return Err(self.value_error(
                    "The future belongs to a different loop than \
                     the one specified as the loop argument",
                ));
            }
            return Ok(awaitable.clone());
        }
        let is_coroutine = awaitable.get::<NativeCoroutine>().is_some()
            || awaitable.get::<Frame>().is_some_and(|f| f.code().kind == CodeKind::Coroutine);
        if is_coroutine {
            let event_loop = match event_loop {
                Value::None => self.current_event_loop()?,
                given => given.clone(),
            };
            let made = match event_loop.native::<EventLoopCore>() {
                Some(core) if core.makes_plain_tasks() => {
                    self.new_task(&event_loop, awaitable, Value::None, Value::None)
                }
                _ => self.call_method(&event_loop, "create_task", std::slice::from_ref(awaitable)),
            };
            if let Err(error) = &made
                && self.is_exception(error, ExceptionKind::RuntimeError)
            {
                self.call_method(awaitable, "close", &[])?;
            }
            return made;
        }
        let tasks = self.import("asyncio.tasks")?;
        let name = self.intern("ensure_future");
        let function = self.get_attr(&tasks, &name)?;
        self.call_with_names(&function, &[awaitable.clone(), event_loop.clone()], &["loop".into()])
    }

    /// The callable that stands for the end of a child where Python code looks at callbacks.
    pub fn child_done_method(&mut self, outer: &Value) -> Value {
        on_task_done_callable(self, outer).unwrap_or_else(|| self.bound_native(&CHILD_DONE, outer))
    }
}

fn child_done_method(vm: &mut Vm, args: &Args) -> Result {
    child_done(vm, args.get(0), args.get(1))?;
    Ok(Value::None)
}

/// A child of a gathering future or a task of a group is done.
pub fn child_done(vm: &mut Vm, outer: &Value, child: &Value) -> Result<()> {
    let (Some(future), Some(gathering)) = (future_state(outer), gathering_of(outer)) else {
        return task_done(vm, outer, child);
    };
    gathering.finished.set(gathering.finished.get() + 1);
    let outcome = Outcome::of(vm, child)?;
    if future.is_done() {
        // Nobody will ask: the exception counts as retrieved.
        return Ok(());
    }
    if !gathering.return_exceptions {
        match outcome {
            Outcome::Cancelled => {
                let error = make_cancelled_error(vm, child)?;
                return set_exception(vm, outer, future, &error);
            }
            Outcome::Failed(error) => return set_exception(vm, outer, future, &error),
            Outcome::Result(_) => {}
        }
    }
    if gathering.finished.get() < gathering.unique.get() {
        return Ok(());
    }
    let children = gathering.children.borrow().clone();
    if gathering.cancel_requested.get() {
        // The list is lost: gather() was cancelled, even if the children were not.
        let error = match children.last() {
            Some(last) => make_cancelled_error(vm, last)?,
            None => Value::None,
        };
        return set_exception(vm, outer, future, &error);
    }
    let mut results = Vec::with_capacity(children.len());
    for child in &children {
        results.push(match Outcome::of(vm, child)? {
            Outcome::Result(value) | Outcome::Failed(value) => value,
            Outcome::Cancelled => {
                let name = vm.intern("_cancel_message");
                let message = match vm.get_attr(child, &name)? {
                    Value::None => "".into(),
                    message => message,
                };
                vm.exception(ExceptionKind::CancelledError, [message]).into()
            }
        });
    }
    finish(vm, outer, future, List::new(results).into())
}

fn set_exception(vm: &mut Vm, outer: &Value, future: &FutureState, error: &Value) -> Result<()> {
    let error = vm.exception_from(error, "invalid exception object")?;
    fail(vm, outer, future, error)
}

fn make_cancelled_error(vm: &mut Vm, child: &Value) -> Result {
    match future_state(child) {
        Some(future) => Ok(cancelled_error(vm, future).into()),
        None => vm.call_method(child, "_make_cancelled_error", &[]),
    }
}

/// How a future ended.
pub(super) enum Outcome {
    Cancelled,
    Failed(Value),
    Result(Value),
}

impl Outcome {
    /// Reads it, which counts as retrieving the exception.
    pub(super) fn of(vm: &mut Vm, child: &Value) -> Result<Outcome> {
        if let Some(future) = future_state(child) {
            if future.state.get() == State::Cancelled {
                return Ok(Outcome::Cancelled);
            }
            future.log_traceback.set(false);
            return Ok(match future.exception() {
                Some(exception) => Outcome::Failed(exception.into()),
                None => Outcome::Result(future.result()),
            });
        }
        let cancelled = vm.call_method(child, "cancelled", &[])?;
        if vm.truth(&cancelled)? {
            return Ok(Outcome::Cancelled);
        }
        let exception = vm.call_method(child, "exception", &[])?;
        if !exception.is_none() {
            return Ok(Outcome::Failed(exception));
        }
        vm.call_method(child, "result", &[]).map(Outcome::Result)
    }
}

fn cancel(vm: &mut Vm, args: &Args) -> Result {
    let message = args.get(1).bound().cloned().unwrap_or(Value::None);
    cancel_children(vm, args.get(0), message).map(|cancelled| cancelled.unwrap_or(false).into())
}

/// Cancels the children of a gathering future; None if it is none.
pub fn cancel_children(vm: &mut Vm, outer: &Value, message: Value) -> Result<Option<bool>> {
    let (Some(future), Some(gathering)) = (future_state(outer), gathering_of(outer)) else {
        return Ok(None);
    };
    if future.is_done() {
        return Ok(Some(false));
    }
    let mut cancelled = false;
    let children = gathering.children.borrow().clone();
    for child in &children {
        cancelled |= cancel_any(vm, child, message.clone())?;
    }
    if cancelled {
        // Even if every child caught its CancelledError, this future ends as cancelled.
        gathering.cancel_requested.set(true);
    }
    Ok(Some(cancelled))
}
