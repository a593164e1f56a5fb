//! `asyncio.Future`: Python library reference, "Futures".

use std::cell::{Cell, OnceCell};

use super::description;
use super::event_loop::{EventLoopCore, Ready};
use super::gather::Gathering;
use super::stand_in::{self, StandsFor};
use super::task::TaskFlags;
use super::waiters::HomeLoop;
use crate::builtins::exceptions::ExceptionKind;
use crate::object::class::Class;
use crate::object::dict::Dict;
use crate::object::heap::{ObjectSlot, OptionalRef, Slot};
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native, NativeData, NativeObject};
use crate::object::native_coroutine::NativeCoroutine;
use crate::object::tuple::Tuple;
use crate::object::{Exception, ObjectRef, Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::generator::AwaitStep;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Pending,
    Cancelled,
    Finished,
}

/// Who is told when a future is done.
#[derive(Clone)]
pub enum Callback {
    /// The task that awaits it.
    Wakeup(ObjectRef),
    /// A function and its context.
    Call(Box<(Value, Value)>),
    /// The future of a `gather` or the task group of which it is a child.
    Child(ObjectRef),
}

/// What a future holds: its callbacks while it is pending, afterwards its result. Callbacks are
/// written out here, as that makes it two words: most futures have one.
#[derive(Default)]
#[expect(clippy::box_collection, reason = "a Vec would make it four words")]
enum Content {
    #[default]
    Nothing,
    Wakeup(ObjectRef),
    Call(Box<(Value, Value)>),
    Child(ObjectRef),
    /// Several callbacks.
    Callbacks(Box<Vec<Callback>>),
    Result(Value),
}

const _: () = assert!(size_of::<Content>() == 16);

impl Content {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        match self {
            Content::Nothing => {}
            Content::Wakeup(object) | Content::Child(object) => visit(object),
            Content::Call(call) => {
                call.0.visit(visit);
                call.1.visit(visit);
            }
            Content::Callbacks(callbacks) => {
                callbacks.iter().for_each(|callback| callback.visit(visit));
            }
            Content::Result(result) => result.visit(visit),
        }
    }

    /// The callbacks, first to last.
    fn into_callbacks(self) -> Vec<Callback> {
        match self {
            Content::Nothing | Content::Result(_) => Vec::new(),
            Content::Wakeup(task) => vec![Callback::Wakeup(task)],
            Content::Call(call) => vec![Callback::Call(call)],
            Content::Child(outer) => vec![Callback::Child(outer)],
            Content::Callbacks(callbacks) => *callbacks,
        }
    }

    fn of(mut callbacks: Vec<Callback>) -> Content {
        if callbacks.len() > 1 {
            return Content::Callbacks(Box::new(callbacks));
        }
        match callbacks.pop() {
            None => Content::Nothing,
            Some(Callback::Wakeup(task)) => Content::Wakeup(task),
            Some(Callback::Call(call)) => Content::Call(call),
            Some(Callback::Child(outer)) => Content::Child(outer),
        }
    }
}

impl Callback {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        match self {
            Callback::Wakeup(object) | Callback::Child(object) => visit(object),
            Callback::Call(call) => {
                call.0.visit(visit);
                call.1.visit(visit);
            }
        }
    }
}

/// What futures and tasks share.
pub struct FutureState {
    /// The loop; None until `__init__` has run. Or the object for whose coroutine the future stands,
    /// which knows the loop.
    home: ObjectSlot,
    content: Cell<Content>,
    rare: OnceCell<Box<Rare>>,
    pub state: Cell<State>,
    /// Nobody has asked for the exception yet.
    pub log_traceback: Cell<bool>,
    /// The exception was raised to somebody: the next one sees it with a fresh traceback.
    pub raised: Cell<bool>,
    pub blocking: Cell<bool>,
    stands_for: Cell<StandsFor>,
    /// Only a task's mean anything.
    pub task: TaskFlags,
}

#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<FutureState>() == 40);

/// What few futures have: a million that sleep should not pay for it.
#[derive(Default)]
struct Rare {
    exception: OptionalRef<Exception>,
    cancelled_error: OptionalRef<Exception>,
    cancel_message: Slot,
    source_traceback: ObjectSlot,
    gathering: Option<Gathering>,
    /// The name of a task, once somebody has given it one or asked for it.
    name: Slot,
    /// The loop's time when a task began to wait.
    waits_since: Cell<f64>,
}

impl FutureState {
    pub fn new(event_loop: Value) -> FutureState {
        FutureState {
            home: ObjectSlot::new(event_loop),
            content: Cell::default(),
            rare: OnceCell::new(),
            state: Cell::new(State::Pending),
            log_traceback: Cell::new(false),
            raised: Cell::new(false),
            blocking: Cell::new(false),
            stands_for: Cell::default(),
            task: TaskFlags::default(),
        }
    }

    /// None until `__init__` has run.
    #[inline]
    pub fn event_loop(&self) -> Value {
        let home = self.home.get();
        if !self.stands_for.get().has_owner() {
            return home;
        }
        stand_in::home_of(&home).map_or(Value::None, HomeLoop::get)
    }

    pub fn set_event_loop(&self, event_loop: Value) {
        self.stands_for.set(StandsFor::Nothing);
        self.home.set(event_loop);
    }

    /// Makes the future stand for a coroutine, and remember the coroutine's object if it has one,
    /// which has to be of the same loop.
    pub fn stand_for(&self, stands_for: StandsFor, owner: Value) {
        self.stands_for.set(stands_for);
        if stands_for.has_owner() {
            self.home.set(owner);
        }
    }

    /// Undoes that; gives the coroutine and its object.
    pub fn stand_for_nothing(&self) -> (StandsFor, Value) {
        let event_loop = self.event_loop();
        let stands_for = self.stands_for.replace(StandsFor::Nothing);
        if !stands_for.has_owner() {
            return (stands_for, Value::None);
        }
        let owner = self.home.get();
        self.home.set(event_loop);
        (stands_for, owner)
    }

    /// The future of a `gather`, whose loop is not known yet.
    pub fn gathering_of(gathering: Gathering) -> FutureState {
        let future = FutureState::new(Value::None);
        let rare = Rare { gathering: Some(gathering), ..Rare::default() };
        // It is the first: nothing is there yet.
        drop(future.rare.set(Box::new(rare)));
        future
    }

    fn rare(&self) -> &Rare {
        self.rare.get_or_init(Box::default)
    }

    /// The result; None if there is none.
    pub fn result(&self) -> Value {
        self.read(|content| match content {
            Content::Result(result) => result.clone(),
            _ => Value::None,
        })
    }

    /// The callbacks that wait for the future's end, first to last.
    pub fn callbacks(&self) -> Vec<Callback> {
        self.read(|content| match content {
            Content::Nothing | Content::Result(_) => Vec::new(),
            Content::Wakeup(task) => vec![Callback::Wakeup(task.clone())],
            Content::Call(call) => vec![Callback::Call(call.clone())],
            Content::Child(outer) => vec![Callback::Child(outer.clone())],
            Content::Callbacks(callbacks) => callbacks.to_vec(),
        })
    }

    /// Replaces the callbacks of a pending future.
    pub fn set_callbacks(&self, callbacks: Vec<Callback>) {
        drop(self.content.replace(Content::of(callbacks)));
    }

    /// Looks at the content; `read` must not look at the future.
    #[inline]
    fn read<R>(&self, read: impl FnOnce(&Content) -> R) -> R {
        let content = self.content.take();
        let found = read(&content);
        self.content.set(content);
        found
    }

    #[inline]
    fn push_callback(&self, callback: Callback) {
        self.content.set(match self.content.take() {
            Content::Nothing | Content::Result(_) => match callback {
                Callback::Wakeup(task) => Content::Wakeup(task),
                Callback::Call(call) => Content::Call(call),
                Callback::Child(outer) => Content::Child(outer),
            },
            Content::Callbacks(mut callbacks) => {
                callbacks.push(callback);
                Content::Callbacks(callbacks)
            }
            first => {
                let mut callbacks = first.into_callbacks();
                callbacks.push(callback);
                Content::Callbacks(Box::new(callbacks))
            }
        });
    }

    pub fn gathering(&self) -> Option<&Gathering> {
        self.rare.get()?.gathering.as_ref()
    }

    /// The name that a task was given, or None.
    pub fn name(&self) -> Value {
        self.rare.get().map_or(Value::None, |rare| rare.name.get())
    }

    pub fn set_name(&self, name: Value) {
        self.rare().name.set(name);
    }

    /// The loop's time when a task began to wait.
    pub fn waits_since(&self) -> f64 {
        self.rare.get().map_or(0.0, |rare| rare.waits_since.get())
    }

    pub fn set_waits_since(&self, time: f64) {
        self.rare().waits_since.set(time);
    }

    pub fn exception(&self) -> Option<Ref<Exception>> {
        self.rare.get()?.exception.get()
    }

    /// The CancelledError that ended a task, to be raised again by the first who asks.
    pub fn set_cancelled_error(&self, error: Ref<Exception>) {
        drop(self.rare().cancelled_error.replace(Some(error)));
    }

    /// What `cancel` was told, or None.
    pub fn cancel_message(&self) -> Value {
        self.rare.get().map_or(Value::None, |rare| rare.cancel_message.get())
    }

    pub fn set_cancel_message(&self, message: Value) {
        if !message.is_none() || self.rare.get().is_some() {
            self.rare().cancel_message.set(message);
        }
    }

    /// The stack of its creation, if the loop's debug mode was on, or None.
    pub fn source_traceback(&self) -> Value {
        self.rare.get().map_or(Value::None, |rare| rare.source_traceback.get())
    }

    pub fn is_done(&self) -> bool {
        self.state.get() != State::Pending
    }

    /// The exception to raise, if there is one, to whoever asks for the result.
    pub fn raise(&self) -> Option<Ref<Exception>> {
        self.log_traceback.set(false);
        let exception = self.exception();
        if let Some(exception) = &exception
            && self.raised.replace(true)
        {
            drop(exception.traceback.take());
        }
        exception
    }

    pub fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.home.visit(visit);
        self.read(|content| content.visit(visit));
        if let Some(rare) = self.rare.get() {
            for exception in [&rare.exception, &rare.cancelled_error] {
                if let Some(exception) = exception.get() {
                    visit(exception.as_object());
                }
            }
            rare.cancel_message.visit(visit);
            rare.source_traceback.visit(visit);
            rare.name.visit(visit);
            if let Some(gathering) = &rare.gathering {
                gathering.visit(visit);
            }
        }
    }

    pub fn clear(&self) {
        drop(self.content.take());
        if let Some(rare) = self.rare.get() {
            drop(rare.exception.take());
            drop(rare.cancelled_error.take());
            if let Some(gathering) = &rare.gathering {
                gathering.clear();
            }
        }
        self.set_event_loop(Value::None);
    }
}

/// A plain future, or that of a `gather`.
pub struct FutureData {
    pub future: FutureState,
}

impl NativeData for FutureData {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.future.visit(visit);
    }

    fn clear(&self) {
        self.future.clear();
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

    fn coroutine(&self, this: &Value) -> Option<Ref<NativeCoroutine>> {
        stand_in::coroutine(this)
    }

    fn needs_finalizer(&self) -> bool {
        self.future.log_traceback.get()
    }

    fn finalize(&self, vm: &mut Vm, this: &Value) {
        report_never_retrieved(vm, this, &self.future);
    }
}

/// `await future`: its result, or the future itself to whoever runs the coroutine.
pub fn await_step(vm: &mut Vm, this: &Value, future: &FutureState) -> Result<AwaitStep> {
    if future.is_done() {
        return result_of(vm, future).map(AwaitStep::Ready);
    }
    if future.blocking.replace(true) {
        future.blocking.set(false);
        return Err(vm.runtime_error("await wasn't used with future"));
    }
    Ok(AwaitStep::Pending(this.clone()))
}

/// The report about an exception that nobody asked for.
pub fn report_never_retrieved(vm: &mut Vm, this: &Value, future: &FutureState) {
    if !future.log_traceback.replace(false) {
        return;
    }
    let exception = future.exception();
    let class = vm.class_of(this).name();
    let message = format!("{} exception was never retrieved", class.as_str());
    let mut entries: Vec<(&str, Value)> = vec![("message", message.into())];
    if let Some(exception) = exception {
        entries.push(("exception", exception.into()));
    }
    entries.push(("future", this.clone()));
    let traceback = future.source_traceback();
    if !traceback.is_none() {
        entries.push(("source_traceback", traceback));
    }
    call_exception_handler(vm, &future.event_loop(), &entries);
}

/// Tells a loop's exception handler; what goes wrong with that is reported as unraisable.
pub fn call_exception_handler(vm: &mut Vm, event_loop: &Value, entries: &[(&str, Value)]) {
    let context = Dict::new();
    for (key, value) in entries {
        let key = vm.intern(key);
        drop(context.set_str(&key, value.clone()));
    }
    let result = vm.call_method(event_loop, "call_exception_handler", &[context.into()]);
    if let Err(error) = result {
        vm.report_unraisable(&error, None, event_loop);
    }
}

/// The future part of a future or task.
#[inline]
pub fn future_state(value: &Value) -> Option<&FutureState> {
    match value {
        Value::Object(object) => state_of(object),
        _ => None,
    }
}

/// The same of an object.
#[inline]
pub fn state_of(object: &ObjectRef) -> Option<&FutureState> {
    if let Some(data) = object.native::<FutureData>() {
        return Some(&data.future);
    }
    object.native::<super::task::TaskData>().map(|data| &data.future)
}

/// The loop of anything that behaves like a future.
pub fn loop_of(vm: &mut Vm, future: &Value) -> Result {
    let get_loop = vm.intern("get_loop");
    if let Some(get_loop) = vm.get_attr_optional(future, &get_loop)? {
        return vm.call(&get_loop, &[]);
    }
    let attribute = vm.intern("_loop");
    vm.get_attr(future, &attribute)
}

fn receiver<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a FutureState> {
    let value: &'a Value = args.get(0);
    let Some(future) = future_state(value) else {
        let name = vm.type_name(value);
        return Err(vm.type_error(format!("descriptor requires a Future, not '{name}'")));
    };
    if future.event_loop().is_none() {
        return Err(vm.runtime_error("Future object is not initialized."));
    }
    Ok(future)
}

pub static CLASS: ClassSpec = ClassSpec {
    name: "Future",
    module: "_asyncio",
    layout: Kind::Native,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__init__", "*, loop=None", init),
        Native::new("__await__", "", iterate),
        Native::new("__iter__", "", iterate),
        Native::new("__repr__", "", repr),
        Native::new("result", "", result),
        Native::new("exception", "", exception),
        Native::new("set_result", "result, /", set_result),
        Native::new("set_exception", "exception, /", set_exception),
        Native::new("add_done_callback", "fn, /, *, context=None", add_done_callback),
        Native::new("remove_done_callback", "fn, /", remove_done_callback),
        Native::new("cancel", "msg=None", cancel),
        Native::new("cancelled", "", cancelled),
        Native::new("done", "", done),
        Native::new("get_loop", "", get_loop),
        Native::new("_make_cancelled_error", "", make_cancelled_error),
    ],
    class_methods: &[Native::new("__class_getitem__", "item, /", class_getitem)],
    attributes: &[
        GetSetSpec::readonly("_state", get_state),
        GetSetSpec::readonly("_result", get_result),
        GetSetSpec::readonly("_exception", get_exception),
        GetSetSpec::readonly("_loop", get_loop_attribute),
        GetSetSpec::readonly("_callbacks", get_callbacks),
        GetSetSpec::readonly("_source_traceback", get_source_traceback),
        GetSetSpec::writable("_cancel_message", get_cancel_message, set_cancel_message),
        GetSetSpec::writable("_log_traceback", get_log_traceback, set_log_traceback),
        GetSetSpec::writable("_asyncio_future_blocking", get_blocking, set_blocking),
    ],
    ..ClassSpec::EMPTY
};

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.future_class();
    let data = FutureData { future: FutureState::new(Value::None) };
    let value = Value::object(NativeObject::new(class.clone(), data));
    let wanted = vm.class_argument(args, &class)?;
    Ok(vm.as_instance_of(value, &wanted))
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let Some(future) = future_state(args.get(0)) else {
        return Err(vm.type_error("descriptor '__init__' requires a Future"));
    };
    init_future(vm, future, args.get(1))?;
    Ok(Value::None)
}

/// What `__init__` of futures and tasks does.
pub fn init_future(vm: &mut Vm, future: &FutureState, event_loop: &Value) -> Result<()> {
    let event_loop = match event_loop {
        Value::Unbound | Value::None => vm.current_event_loop()?,
        given => given.clone(),
    };
    future.state.set(State::Pending);
    drop(future.content.take());
    future.log_traceback.set(false);
    future.set_event_loop(event_loop.clone());
    let debug = match event_loop.native::<EventLoopCore>() {
        Some(core) => core.debug.get(),
        None => {
            let debug = vm.call_method(&event_loop, "get_debug", &[])?;
            vm.truth(&debug)?
        }
    };
    if debug {
        let traceback = description::extract_stack(vm)?;
        future.rare().source_traceback.set(traceback);
    }
    Ok(())
}

impl Vm {
    pub fn future_class(&mut self) -> Ref<Class> {
        if let Some(class) = &self.asyncio.future_class {
            return class.clone();
        }
        let class = self.class_for(&CLASS);
        self.asyncio.future_class = Some(class.clone());
        class
    }

    /// A pending future of a loop.
    pub fn new_future(&mut self, event_loop: &Value) -> Result {
        let class = self.future_class();
        let future = FutureState::new(event_loop.clone());
        let value = Value::object(NativeObject::new(class, FutureData { future }));
        if event_loop.native::<EventLoopCore>().is_none_or(|core| core.debug.get())
            && let Some(future) = future_state(&value)
        {
            init_future(self, future, event_loop)?;
        }
        Ok(value)
    }
}

fn class_getitem(vm: &mut Vm, args: &Args) -> Result {
    vm.generic_alias(args.get(0), args.get(1))
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    receiver(vm, args)?;
    description::future_repr(vm, args.get(0)).map(Value::from)
}

fn invalid_state(vm: &mut Vm, message: &str) -> Ref<Exception> {
    vm.error(ExceptionKind::InvalidStateError, message)
}

/// The CancelledError to raise for a cancelled future.
pub fn cancelled_error(vm: &mut Vm, future: &FutureState) -> Ref<Exception> {
    if let Some(error) = future.rare.get().and_then(|rare| rare.cancelled_error.take()) {
        return error;
    }
    match future.cancel_message() {
        Value::None => vm.exception(ExceptionKind::CancelledError, []),
        message => vm.exception(ExceptionKind::CancelledError, [message]),
    }
}

/// The result of a future that is done.
pub fn result_of(vm: &mut Vm, future: &FutureState) -> Result {
    match future.state.get() {
        State::Pending => Err(invalid_state(vm, "Result is not set.")),
        State::Cancelled => {
            let error = cancelled_error(vm, future);
            vm.set_context(&error);
            Err(error)
        }
        State::Finished => match future.raise() {
            Some(exception) => {
                vm.set_context(&exception);
                Err(exception)
            }
            None => Ok(future.result()),
        },
    }
}

fn result(vm: &mut Vm, args: &Args) -> Result {
    let future = of(vm, args.get(0))?;
    result_of(vm, future)
}

fn exception(vm: &mut Vm, args: &Args) -> Result {
    let future = of(vm, args.get(0))?;
    match future.state.get() {
        State::Pending => Err(invalid_state(vm, "Exception is not set.")),
        State::Cancelled => Err(cancelled_error(vm, future)),
        State::Finished => {
            future.log_traceback.set(false);
            Ok(future.exception().map_or(Value::None, Value::object))
        }
    }
}

fn already_done(vm: &mut Vm) -> Ref<Exception> {
    invalid_state(vm, "invalid state")
}

/// Finishes a future with a result.
pub fn finish(vm: &mut Vm, this: &Value, future: &FutureState, result: Value) -> Result<()> {
    if future.is_done() {
        return Err(already_done(vm));
    }
    future.state.set(State::Finished);
    let callbacks = future.content.replace(Content::Result(result));
    schedule_callbacks(vm, this, future, callbacks)
}

/// Finishes a future with an exception.
pub fn fail(
    vm: &mut Vm,
    this: &Value,
    future: &FutureState,
    exception: Ref<Exception>,
) -> Result<()> {
    if future.is_done() {
        return Err(already_done(vm));
    }
    let exception = if vm.is_exception(&exception, ExceptionKind::StopIteration) {
        let error = vm.runtime_error(
            "StopIteration interacts badly with generators and cannot be raised into a Future",
        );
        error.cause.replace(Some(exception.clone()));
        error.context.replace(Some(exception));
        error.suppress_context.set(true);
        error
    } else {
        exception
    };
    drop(future.rare().exception.replace(Some(exception)));
    future.state.set(State::Finished);
    future.log_traceback.set(true);
    schedule_callbacks(vm, this, future, future.content.take())
}

/// Cancels a future; false if it was done already.
pub fn cancel_future(
    vm: &mut Vm,
    this: &Value,
    future: &FutureState,
    message: Value,
) -> Result<bool> {
    future.log_traceback.set(false);
    if future.is_done() {
        return Ok(false);
    }
    future.state.set(State::Cancelled);
    future.set_cancel_message(message);
    schedule_callbacks(vm, this, future, future.content.take())?;
    Ok(true)
}

fn schedule_callbacks(
    vm: &mut Vm,
    this: &Value,
    future: &FutureState,
    callbacks: Content,
) -> Result<()> {
    match callbacks {
        Content::Nothing | Content::Result(_) => Ok(()),
        Content::Wakeup(task) => schedule_callback(vm, this, future, Callback::Wakeup(task)),
        Content::Call(call) => schedule_callback(vm, this, future, Callback::Call(call)),
        Content::Child(outer) => schedule_callback(vm, this, future, Callback::Child(outer)),
        Content::Callbacks(callbacks) => {
            callbacks.into_iter().try_for_each(|each| schedule_callback(vm, this, future, each))
        }
    }
}

fn schedule_callback(
    vm: &mut Vm,
    this: &Value,
    future: &FutureState,
    callback: Callback,
) -> Result<()> {
    let Value::Object(this) = this.clone() else { return Ok(()) };
    let entry = match callback {
        Callback::Wakeup(task) => Ready::Wakeup { task, future: this },
        Callback::Child(outer) => Ready::ChildDone { outer, child: this },
        Callback::Call(call) => Ready::Call { call, future: this },
    };
    vm.loop_call_soon(&future.event_loop(), entry)
}

/// Adds a callback, which is scheduled at once if the future is done.
pub fn add_callback(
    vm: &mut Vm,
    this: &Value,
    future: &FutureState,
    callback: Callback,
) -> Result<()> {
    if future.is_done() {
        return schedule_callback(vm, this, future, callback);
    }
    future.push_callback(callback);
    Ok(())
}

fn set_result(vm: &mut Vm, args: &Args) -> Result {
    let future = receiver(vm, args)?;
    finish(vm, args.get(0), future, args.get(1).clone())?;
    Ok(Value::None)
}

fn set_exception(vm: &mut Vm, args: &Args) -> Result {
    let future = receiver(vm, args)?;
    if future.is_done() {
        return Err(already_done(vm));
    }
    let exception = vm.exception_from(args.get(1), "invalid exception object")?;
    fail(vm, args.get(0), future, exception)?;
    Ok(Value::None)
}

fn add_done_callback(vm: &mut Vm, args: &Args) -> Result {
    let future = receiver(vm, args)?;
    let context = match args.get(2) {
        Value::Unbound | Value::None => vm.copy_current_context(),
        given => given.clone(),
    };
    let callback = Callback::Call(Box::new((args.get(1).clone(), context)));
    add_callback(vm, args.get(0), future, callback)?;
    Ok(Value::None)
}

fn remove_done_callback(vm: &mut Vm, args: &Args) -> Result {
    let future = receiver(vm, args)?;
    let wanted = args.get(1);
    let before = future.callbacks();
    let mut kept = Vec::new();
    let mut removed = 0;
    for callback in before {
        let equal = match &callback {
            Callback::Call(call) => vm.equal(&call.0, wanted)?,
            Callback::Wakeup(_) | Callback::Child(_) => false,
        };
        if equal {
            removed += 1;
        } else {
            kept.push(callback);
        }
    }
    if removed > 0 {
        future.set_callbacks(kept);
    }
    Ok(Value::Int(removed))
}

fn cancel(vm: &mut Vm, args: &Args) -> Result {
    let future = receiver(vm, args)?;
    let message = args.get(1).bound().cloned().unwrap_or(Value::None);
    cancel_future(vm, args.get(0), future, message).map(Value::from)
}

fn cancelled(vm: &mut Vm, args: &Args) -> Result {
    Ok((of(vm, args.get(0))?.state.get() == State::Cancelled).into())
}

fn done(vm: &mut Vm, args: &Args) -> Result {
    Ok(of(vm, args.get(0))?.is_done().into())
}

fn get_loop(vm: &mut Vm, args: &Args) -> Result {
    Ok(receiver(vm, args)?.event_loop())
}

fn make_cancelled_error(vm: &mut Vm, args: &Args) -> Result {
    let future = receiver(vm, args)?;
    Ok(cancelled_error(vm, future).into())
}

fn of<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a FutureState> {
    match future_state(value) {
        Some(future) => Ok(future),
        None => Err(vm.type_error("descriptor requires a Future")),
    }
}

fn get_state(vm: &mut Vm, value: &Value) -> Result {
    let name = match of(vm, value)?.state.get() {
        State::Pending => "PENDING",
        State::Cancelled => "CANCELLED",
        State::Finished => "FINISHED",
    };
    Ok(Value::object(vm.intern(name)))
}

fn get_result(vm: &mut Vm, value: &Value) -> Result {
    Ok(of(vm, value)?.result())
}

fn get_exception(vm: &mut Vm, value: &Value) -> Result {
    Ok(of(vm, value)?.exception().map_or(Value::None, Value::object))
}

fn get_loop_attribute(vm: &mut Vm, value: &Value) -> Result {
    Ok(of(vm, value)?.event_loop())
}

fn get_callbacks(vm: &mut Vm, value: &Value) -> Result {
    let callbacks = of(vm, value)?.callbacks();
    if callbacks.is_empty() {
        return Ok(Value::None);
    }
    let mut pairs = Vec::new();
    for callback in callbacks {
        pairs.push(match callback {
            Callback::Wakeup(task) => {
                let wakeup = vm.task_wakeup_method(&Value::Object(task));
                Tuple::new([wakeup, Value::None]).into()
            }
            Callback::Child(outer) => {
                let done = vm.child_done_method(&Value::Object(outer));
                Tuple::new([done, vm.current_context()]).into()
            }
            Callback::Call(call) => Tuple::new([call.0, call.1]).into(),
        });
    }
    Ok(List::new(pairs).into())
}

fn get_source_traceback(vm: &mut Vm, value: &Value) -> Result {
    Ok(of(vm, value)?.source_traceback())
}

fn get_cancel_message(vm: &mut Vm, value: &Value) -> Result {
    Ok(of(vm, value)?.cancel_message())
}

fn set_cancel_message(vm: &mut Vm, value: &Value, message: Value) -> Result<()> {
    let message = if message.is_unbound() { Value::None } else { message };
    of(vm, value)?.set_cancel_message(message);
    Ok(())
}

fn get_log_traceback(vm: &mut Vm, value: &Value) -> Result {
    Ok(of(vm, value)?.log_traceback.get().into())
}

fn set_log_traceback(vm: &mut Vm, value: &Value, log: Value) -> Result<()> {
    if log.is_unbound() {
        return Err(vm.error(ExceptionKind::AttributeError, "cannot delete attribute"));
    }
    if vm.truth(&log)? {
        return Err(vm.value_error("_log_traceback can only be set to False"));
    }
    of(vm, value)?.log_traceback.set(false);
    Ok(())
}

fn get_blocking(vm: &mut Vm, value: &Value) -> Result {
    Ok(of(vm, value)?.blocking.get().into())
}

fn set_blocking(vm: &mut Vm, value: &Value, blocking: Value) -> Result<()> {
    if blocking.is_unbound() {
        return Err(vm.error(ExceptionKind::AttributeError, "cannot delete attribute"));
    }
    let blocking = vm.truth(&blocking)?;
    of(vm, value)?.blocking.set(blocking);
    Ok(())
}

/// What `future.__await__()` and `iter(future)` give when Python code drives them itself.
struct FutureIterator {
    future: Slot,
}

impl NativeData for FutureIterator {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.future.visit(visit);
    }
}

static ITERATOR: ClassSpec = ClassSpec {
    name: "FutureIter",
    module: "_asyncio",
    layout: Kind::Native,
    methods: &[
        Native::new("__iter__", "", itself),
        Native::new("__next__", "", iterator_next),
        Native::new("send", "value, /", iterator_next),
        Native::new("throw", "type, value=None, traceback=None, /", iterator_throw),
        Native::new("close", "", iterator_close),
    ],
    ..ClassSpec::EMPTY
};

fn itself(_: &mut Vm, args: &Args) -> Result {
    Ok(args.get(0).clone())
}

fn iterate(vm: &mut Vm, args: &Args) -> Result {
    receiver(vm, args)?;
    let class = vm.class_for(&ITERATOR);
    let data = FutureIterator { future: Slot::new(args.get(0).clone()) };
    Ok(NativeObject::new(class, data).into())
}

fn iterator_next(vm: &mut Vm, args: &Args) -> Result {
    let Some(iterator) = args.get(0).native::<FutureIterator>() else {
        return Err(vm.type_error("descriptor requires a FutureIter"));
    };
    let target = iterator.future.get();
    let Some(future) = future_state(&target) else {
        return Err(vm.stop_iteration(Value::None));
    };
    match await_step(vm, &target, future) {
        Ok(AwaitStep::Pending(value)) => Ok(value),
        Ok(AwaitStep::Ready(value)) => {
            iterator.future.set(Value::None);
            Err(vm.stop_iteration(value))
        }
        Err(error) => {
            iterator.future.set(Value::None);
            Err(error)
        }
    }
}

fn iterator_throw(vm: &mut Vm, args: &Args) -> Result {
    if args.get(2).bound().is_some() {
        vm.warn_deprecated(
            "the (type, exc, tb) signature of throw() is deprecated, \
             use the single-arg signature instead.",
        )?;
    }
    let exception = vm.thrown_exception(args.rest(1))?;
    if let Some(iterator) = args.get(0).native::<FutureIterator>() {
        iterator.future.set(Value::None);
    }
    Err(exception)
}

fn iterator_close(_: &mut Vm, args: &Args) -> Result {
    if let Some(iterator) = args.get(0).native::<FutureIterator>() {
        iterator.future.set(Value::None);
    }
    Ok(Value::None)
}
