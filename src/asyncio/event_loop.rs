//! The event loop: a queue of what is ready, a heap of timers, and the turns that empty them.
//!
//! One turn: timers that are due join the ready queue, by deadline and then by order of creation;
//! then as many entries are run as the queue had at that moment, so that what they add waits for
//! the next turn. `asyncio.base_events.BaseEventLoop` (Python) derives from this class.

use std::cell::{Cell, RefCell};
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::time::Duration;

use super::future::{Callback, FutureState, finish, future_state, state_of};
use super::handle::{self, HandleData, seconds};
use super::own_loop::{self, Overrides};
use super::ready_queue::ReadyQueue;
use super::registry::Driven;
use super::timeout::{self, TimeoutData};
use super::{description, gather, inspect, task};
use crate::builtins::exceptions::ExceptionKind;
use crate::object::heap::Slot;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native, NativeData, NativeObject};
use crate::object::tuple::Tuple;
use crate::object::{Exception, ObjectRef, Ref, Result, Value};
use crate::threads::{ThreadId, Wake};
use crate::vm::Vm;

/// An entry of the ready queue.
pub enum Ready {
    /// A step of a task.
    Step(ObjectRef),
    /// A step that raises in the task.
    StepWith { task: ObjectRef, error: Ref<Exception> },
    /// A step of a task whose future is done.
    Wakeup { task: ObjectRef, future: ObjectRef },
    /// A done-callback of a future, with its context.
    Call { call: Box<(Value, Value)>, future: ObjectRef },
    /// What `call_soon` and timers gave.
    Handle(ObjectRef),
    /// A future whose sleep is over.
    Awake(ObjectRef),
    /// An `asyncio.timeout` whose deadline has come, if its timer is still that one.
    Expire { timeout: ObjectRef, timer: u64 },
    /// A child of a `gather` that is done.
    ChildDone { outer: ObjectRef, child: ObjectRef },
}

// A million tasks stand in the queue at once.
#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<Ready>() == 24);

impl Ready {
    /// The task whose step this is.
    pub fn task(&self) -> Option<&ObjectRef> {
        match self {
            Ready::Step(task) | Ready::StepWith { task, .. } | Ready::Wakeup { task, .. } => {
                Some(task)
            }
            Ready::Call { .. }
            | Ready::Handle(_)
            | Ready::Awake(_)
            | Ready::Expire { .. }
            | Ready::ChildDone { .. } => None,
        }
    }

    /// Whether it would do nothing, as nobody is interested in it any more.
    pub(super) fn is_cancelled(&self) -> bool {
        match self {
            Ready::Handle(handle) => is_cancelled(handle),
            Ready::Awake(future) => state_of(future).is_some_and(FutureState::is_done),
            Ready::Expire { timeout, timer } => {
                !timeout.native::<TimeoutData>().is_some_and(|data| data.is_armed(*timer))
            }
            _ => false,
        }
    }

    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        match self {
            Ready::Step(object) | Ready::Handle(object) | Ready::Awake(object) => visit(object),
            Ready::StepWith { task, error } => {
                visit(task);
                visit(error.as_object());
            }
            Ready::Wakeup { task, future } => {
                visit(task);
                visit(future);
            }
            Ready::Expire { timeout, .. } => visit(timeout),
            Ready::ChildDone { outer, child } => {
                visit(outer);
                visit(child);
            }
            Ready::Call { call, future } => {
                call.0.visit(visit);
                call.1.visit(visit);
                visit(future);
            }
        }
    }
}

/// Deadline, order of creation, and what is due then: a handle, or the future of a sleep. The heap
/// gives the earliest first.
pub(super) struct Timer {
    pub(super) when: f64,
    pub(super) sequence: u64,
    pub(super) handle: ObjectRef,
}

impl Timer {
    /// Whether nobody is interested in it any more.
    pub(super) fn is_cancelled(&self) -> bool {
        if let Some(handle) = self.handle.native::<HandleData>() {
            return handle.cancelled.get();
        }
        if let Some(timeout) = self.handle.native::<TimeoutData>() {
            return !timeout.is_armed(self.sequence);
        }
        state_of(&self.handle).is_some_and(FutureState::is_done)
    }
}

impl PartialEq for Timer {
    fn eq(&self, other: &Timer) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Timer {}

impl PartialOrd for Timer {
    fn partial_cmp(&self, other: &Timer) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Timer {
    fn cmp(&self, other: &Timer) -> Ordering {
        other.when.total_cmp(&self.when).then(other.sequence.cmp(&self.sequence))
    }
}

pub struct EventLoopCore {
    pub(super) ready: RefCell<ReadyQueue<Ready>>,
    pub(super) timers: RefCell<BinaryHeap<Timer>>,
    cancelled_timers: Cell<usize>,
    next_sequence: Cell<u64>,
    running: Cell<bool>,
    stopping: Cell<bool>,
    closed: Cell<bool>,
    /// The thread that runs the loop.
    thread: Cell<Option<ThreadId>>,
    /// That thread waits for something to get ready, or for a timer.
    idle: Cell<bool>,
    pub debug: Cell<bool>,
    slow_callback_duration: Slot,
    task_factory: Slot,
    /// A subclass has its own `call_soon`, which wants to see everything that gets ready.
    own_call_soon: Cell<bool>,
    /// What else a subclass does by itself.
    pub overrides: Cell<Overrides>,
    /// It has a selector, too.
    has_selector: Cell<bool>,
    /// Tasks of this loop that are not done.
    pub pending_tasks: Cell<usize>,
}

/// Cancelled timers are swept out when there are more than this many timers and …
const MINIMUM_TIMERS_TO_SWEEP: usize = 100;
/// The clock's resolution in seconds: timers that close to now are due.
const CLOCK_RESOLUTION: f64 = 1e-9;

impl EventLoopCore {
    fn new() -> EventLoopCore {
        EventLoopCore {
            ready: RefCell::default(),
            timers: RefCell::default(),
            cancelled_timers: Cell::new(0),
            next_sequence: Cell::new(0),
            running: Cell::new(false),
            stopping: Cell::new(false),
            closed: Cell::new(false),
            thread: Cell::new(None),
            idle: Cell::new(false),
            debug: Cell::new(false),
            slow_callback_duration: Slot::new(Value::float(0.1)),
            task_factory: Slot::new(Value::None),
            own_call_soon: Cell::new(false),
            overrides: Cell::default(),
            has_selector: Cell::new(false),
            pending_tasks: Cell::new(0),
        }
    }

    /// A handle among the timers was cancelled.
    pub fn timer_cancelled(&self) {
        self.cancelled_timers.set(self.cancelled_timers.get() + 1);
    }

    /// The content of the ready queue: handles, tasks and futures.
    pub fn ready_entries(&self) -> Vec<Value> {
        let first = |entry: &Ready| {
            let mut found = Value::None;
            entry.visit(&mut |object| {
                if found.is_none() {
                    found = Value::Object(object.clone());
                }
            });
            found
        };
        self.ready.borrow().iter().map(first).collect()
    }

    /// The timers' handles, the earliest first.
    pub fn timer_entries(&self) -> Vec<Value> {
        let timers = self.timers.borrow();
        let mut timers: Vec<&Timer> = timers.iter().collect();
        timers.sort_by(|a, b| b.cmp(a));
        timers.into_iter().map(|timer| Value::Object(timer.handle.clone())).collect()
    }

    /// Ends the wait of the thread that runs the loop.
    fn wake(&self, vm: &mut Vm) {
        if let Some(thread) = self.thread.get()
            && self.idle.replace(false)
        {
            vm.unpark(thread);
        }
    }

    fn push_timer(&self, when: f64, handle: ObjectRef) -> u64 {
        let sequence = self.next_sequence.get() + 1;
        self.next_sequence.set(sequence);
        self.timers.borrow_mut().push(Timer { when, sequence, handle });
        sequence
    }

    /// Lets a timeout expire at its deadline, or in the next turn; gives the timer's number.
    pub fn arm(&self, vm: &mut Vm, timeout: &Value, when: f64, is_over: bool) -> Result<u64> {
        check_closed(vm, self)?;
        let Value::Object(timeout) = timeout else { return Ok(0) };
        if !is_over {
            return Ok(self.push_timer(when, timeout.clone()));
        }
        let timer = self.next_sequence.get() + 1;
        self.next_sequence.set(timer);
        self.ready.borrow_mut().push_back(Ready::Expire { timeout: timeout.clone(), timer });
        Ok(timer)
    }

    pub fn has_own_call_soon(&self) -> bool {
        self.own_call_soon.get()
    }

    /// Whether `create_task` is the native one, without a factory.
    pub fn makes_plain_tasks(&self) -> bool {
        !self.closed.get() && !self.overrides.get().create_task && self.task_factory.get().is_none()
    }

    /// Whether timers have to be set and read through methods of a subclass.
    pub fn has_own_timers(&self) -> bool {
        let overrides = self.overrides.get();
        overrides.time || overrides.call_at || overrides.call_later
    }

    /// Lets a future be done at a deadline, unless it is cancelled before.
    pub fn push_sleeper(&self, vm: &mut Vm, when: f64, future: &Value) -> Result<()> {
        check_closed(vm, self)?;
        if let Value::Object(future) = future {
            self.push_timer(when, future.clone());
        }
        Ok(())
    }

    /// Takes cancelled timers out: all when they are many, else those at the front.
    fn drop_cancelled_timers(&self) {
        let count = self.timers.borrow().len();
        if count > MINIMUM_TIMERS_TO_SWEEP && self.cancelled_timers.get() * 2 > count {
            let (gone, kept): (Vec<_>, Vec<_>) =
                self.timers.take().into_iter().partition(Timer::is_cancelled);
            for timer in &gone {
                set_unscheduled(&timer.handle);
            }
            self.timers.replace(kept.into());
            self.cancelled_timers.set(0);
            drop(gone);
            return;
        }
        while self.timers.borrow().peek().is_some_and(Timer::is_cancelled) {
            let timer = self.timers.borrow_mut().pop();
            self.cancelled_timers.set(self.cancelled_timers.get().saturating_sub(1));
            if let Some(timer) = timer {
                set_unscheduled(&timer.handle);
            }
        }
    }
}

fn is_cancelled(handle: &ObjectRef) -> bool {
    handle.native::<HandleData>().is_some_and(|handle| handle.cancelled.get())
}

fn set_unscheduled(handle: &ObjectRef) {
    if let Some(data) = handle.native::<HandleData>() {
        data.scheduled.set(false);
    }
}

impl NativeData for EventLoopCore {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.ready.borrow().iter().for_each(|entry| entry.visit(visit));
        self.timers.borrow().iter().for_each(|timer| visit(&timer.handle));
        self.slow_callback_duration.visit(visit);
        self.task_factory.visit(visit);
    }

    fn clear(&self) {
        drop(self.ready.take());
        drop(self.timers.take());
        self.task_factory.set(Value::None);
    }
}

pub static CLASS: ClassSpec = ClassSpec {
    name: "EventLoopCore",
    module: "_asyncio",
    layout: Kind::Native,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("call_soon", "callback, *args, context=None", call_soon),
        Native::new("call_soon_threadsafe", "callback, *args, context=None", call_soon_threadsafe),
        Native::new("call_later", "delay, callback, *args, context=None", call_later),
        Native::new("call_at", "when, callback, *args, context=None", call_at),
        Native::new("time", "", time),
        Native::new("run_forever", "", run_forever),
        Native::new("_run_once", "", run_once),
        Native::new("_set_running", "running, /", set_running),
        Native::new("stop", "", stop),
        Native::new("is_running", "", is_running),
        Native::new("is_closed", "", is_closed),
        Native::new("close", "", close),
        Native::new("_check_closed", "", check_closed_method),
        Native::new("get_debug", "", get_debug),
        Native::new("set_debug", "enabled, /", set_debug),
        Native::new("create_future", "", create_future),
        Native::new("create_task", "coro, *, name=None, context=None", create_task),
        Native::new("set_task_factory", "factory, /", set_task_factory),
        Native::new("get_task_factory", "", get_task_factory),
        Native::new("_timer_handle_cancelled", "handle, /", timer_handle_cancelled),
        Native::new("__setattr__", "name, value, /", own_loop::set_attribute),
        Native::new("__delattr__", "name, /", own_loop::delete_attribute),
    ],
    attributes: &[
        GetSetSpec::writable(
            "slow_callback_duration",
            get_slow_callback_duration,
            set_slow_callback_duration,
        ),
        GetSetSpec::writable("_stopping", get_stopping, set_stopping),
        GetSetSpec::readonly("_ready", own_loop::get_ready),
        GetSetSpec::readonly("_scheduled", own_loop::get_scheduled),
    ],
    ..ClassSpec::EMPTY
};

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.class_for(&CLASS);
    let value = Value::object(NativeObject::new(class.clone(), EventLoopCore::new()));
    let wanted = vm.class_argument(args, &class)?;
    let value = vm.as_instance_of(value, &wanted);
    note_overrides(vm, &value)?;
    Ok(value)
}

/// Finds out which methods a loop has anew.
pub fn note_overrides(vm: &mut Vm, event_loop: &Value) -> Result<()> {
    let overrides = Overrides::of(vm, event_loop);
    let core = core(vm, event_loop)?;
    core.own_call_soon.set(overrides.call_soon);
    core.overrides.set(overrides);
    Ok(())
}

pub fn core<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a EventLoopCore> {
    match value.native::<EventLoopCore>() {
        Some(core) => Ok(core),
        None => Err(vm.type_error("descriptor requires an event loop")),
    }
}

impl Vm {
    /// Puts something in a loop's ready queue. A loop that is not derived from
    /// [`EventLoopCore`], or has a `call_soon` of its own, is asked through that.
    pub fn loop_call_soon(&mut self, event_loop: &Value, entry: Ready) -> Result<()> {
        if let Some(core) = event_loop.native::<EventLoopCore>()
            && !core.own_call_soon.get()
        {
            if core.closed.get() {
                return Err(self.runtime_error("Event loop is closed"));
            }
            if core.debug.get() {
                check_thread(self, core)?;
            }
            core.ready.borrow_mut().push_back(entry);
            return Ok(());
        }
        let (callback, arguments, context) = match entry {
            Ready::Step(task) => {
                let task = Value::Object(task);
                (self.task_step_method(&task), vec![], task_context(self, &task))
            }
            Ready::StepWith { task, error } => {
                let task = Value::Object(task);
                (self.task_step_method(&task), vec![error.into()], task_context(self, &task))
            }
            Ready::Wakeup { task, future } => {
                let (task, future) = (Value::Object(task), Value::Object(future));
                (self.task_wakeup_method(&task), vec![future], task_context(self, &task))
            }
            Ready::Call { call, future } => (call.0, vec![Value::Object(future)], call.1),
            Ready::Handle(handle) => (Value::Object(handle), vec![], Value::None),
            Ready::ChildDone { outer, child } => {
                let (outer, child) = (Value::Object(outer), Value::Object(child));
                (self.child_done_method(&outer), vec![child], self.copy_current_context())
            }
            Ready::Awake(_) | Ready::Expire { .. } => {
                unreachable!("a loop of Python's sets timers itself")
            }
        };
        let name = self.intern("call_soon");
        let call_soon = self.get_attr(event_loop, &name)?;
        let mut values = vec![callback];
        values.extend(arguments);
        values.push(context);
        self.call_with_names(&call_soon, &values, &["context".into()])?;
        Ok(())
    }

    /// The time of loops: the host's monotonic clock in seconds.
    pub fn loop_time(&self) -> f64 {
        self.host.monotonic().as_secs_f64()
    }
}

fn task_context(vm: &mut Vm, task: &Value) -> Value {
    task.native::<task::TaskData>().map_or(Value::None, |data| data.context(vm, task))
}

fn check_closed(vm: &mut Vm, core: &EventLoopCore) -> Result<()> {
    if core.closed.get() {
        return Err(vm.runtime_error("Event loop is closed"));
    }
    Ok(())
}

/// The `context` keyword of a raw native's arguments; other keywords are refused.
fn context_keyword(vm: &mut Vm, args: &Args, function: &str) -> Result {
    let mut context = Value::None;
    for (name, value) in args.keywords() {
        if name == "context" {
            context = value.clone();
        } else {
            return Err(
                vm.type_error(format!("{function}() got an unexpected keyword argument '{name}'"))
            );
        }
    }
    Ok(context)
}

/// In debug mode, and always for coroutines, a callback that cannot be one is refused.
fn check_callback(vm: &mut Vm, core: &EventLoopCore, callback: &Value, method: &str) -> Result<()> {
    if !core.debug.get() {
        return Ok(());
    }
    let coroutines = vm.import("asyncio.coroutines")?;
    let is_coroutine =
        vm.call_method(&coroutines, "iscoroutine", std::slice::from_ref(callback))?;
    let is_function =
        vm.call_method(&coroutines, "iscoroutinefunction", std::slice::from_ref(callback))?;
    if vm.truth(&is_coroutine)? || vm.truth(&is_function)? {
        return Err(vm.type_error(format!("coroutines cannot be used with {method}()")));
    }
    let callable = vm.names.call.clone();
    if vm.lookup_special(callback, &callable).is_none() {
        let text = vm.repr(callback)?;
        return Err(vm.type_error(format!(
            "a callable object was expected by {method}(), got {}",
            text.as_str()
        )));
    }
    Ok(())
}

/// In debug mode only the thread that runs the loop may call what is not made for others.
fn check_thread(vm: &mut Vm, core: &EventLoopCore) -> Result<()> {
    match core.thread.get() {
        Some(thread) if core.debug.get() && thread != vm.threads.current => Err(vm.runtime_error(
            "Non-thread-safe operation invoked on an event loop other than the current one",
        )),
        _ => Ok(()),
    }
}

fn missing_callback(vm: &mut Vm, function: &str, names: &str) -> Ref<Exception> {
    vm.type_error(format!("BaseEventLoop.{function}() missing {names}"))
}

fn schedule_soon(vm: &mut Vm, args: &Args, method: &str) -> Result {
    let this = args.get(0);
    let core = core(vm, this)?;
    let Some((callback, arguments)) = args.rest(1).split_first() else {
        return Err(missing_callback(vm, method, "1 required positional argument: 'callback'"));
    };
    let context = context_keyword(vm, args, method)?;
    check_closed(vm, core)?;
    if method == "call_soon" {
        check_thread(vm, core)?;
    }
    check_callback(vm, core, callback, method)?;
    let handle = vm.new_handle(this, callback.clone(), arguments, context, None)?;
    if let Value::Object(handle) = &handle {
        core.ready.borrow_mut().push_back(Ready::Handle(handle.clone()));
    }
    if method == "call_soon_threadsafe" {
        core.wake(vm);
        if core.has_selector.get() {
            vm.call_method(this, "_write_to_self", &[])?;
        }
    }
    Ok(handle)
}

fn call_soon(vm: &mut Vm, args: &Args) -> Result {
    schedule_soon(vm, args, "call_soon")
}

fn call_soon_threadsafe(vm: &mut Vm, args: &Args) -> Result {
    schedule_soon(vm, args, "call_soon_threadsafe")
}

fn schedule_timer(vm: &mut Vm, args: &Args, method: &str, when: f64) -> Result {
    let this = args.get(0);
    let core = core(vm, this)?;
    let Some((callback, arguments)) = args.rest(2).split_first() else {
        return Err(missing_callback(vm, method, "1 required positional argument: 'callback'"));
    };
    let context = context_keyword(vm, args, method)?;
    check_closed(vm, core)?;
    check_thread(vm, core)?;
    // CPython's call_later() is a call_at(), and its message says so.
    check_callback(vm, core, callback, "call_at")?;
    let handle = vm.new_handle(this, callback.clone(), arguments, context, Some(when))?;
    if let Some(data) = handle.native::<HandleData>() {
        data.scheduled.set(true);
    }
    if let Value::Object(handle) = &handle {
        core.push_timer(when, handle.clone());
    }
    Ok(handle)
}

fn call_later(vm: &mut Vm, args: &Args) -> Result {
    match args.rest(1).first() {
        None => Err(missing_callback(
            vm,
            "call_later",
            "2 required positional arguments: 'delay' and 'callback'",
        )),
        Some(Value::None) => Err(vm.type_error("delay must not be None")),
        Some(delay) => {
            let overrides = core(vm, args.get(0))?.overrides.get();
            if overrides.time || overrides.call_at {
                return own_loop::call_later(vm, args);
            }
            let when = vm.loop_time() + seconds(vm, delay)?;
            schedule_timer(vm, args, "call_later", when)
        }
    }
}

fn call_at(vm: &mut Vm, args: &Args) -> Result {
    match args.rest(1).first() {
        None => Err(missing_callback(
            vm,
            "call_at",
            "2 required positional arguments: 'when' and 'callback'",
        )),
        Some(Value::None) => Err(vm.type_error("when cannot be None")),
        Some(when) => {
            let seconds = seconds(vm, when)?;
            let handle = schedule_timer(vm, args, "call_at", seconds)?;
            if let Some(data) = handle.native::<HandleData>() {
                data.keep_when(when);
            }
            Ok(handle)
        }
    }
}

fn time(vm: &mut Vm, _: &Args) -> Result {
    Ok(Value::float(vm.loop_time()))
}

fn run_forever(vm: &mut Vm, args: &Args) -> Result {
    running(vm, args.get(0), turns)
}

/// Makes a loop the running one for the time of `run`.
fn running<T>(
    vm: &mut Vm,
    this: &Value,
    run: impl FnOnce(&mut Vm, &Value, &EventLoopCore) -> Result<T>,
) -> Result<T> {
    let core = core(vm, this)?;
    check_closed(vm, core)?;
    if core.running.get() {
        return Err(vm.runtime_error("This event loop is already running"));
    }
    if vm.asyncio.running_loop.is_some() {
        return Err(vm.runtime_error("Cannot run the event loop while another loop is running"));
    }
    vm.call_method(this, "_run_forever_setup", &[])?;
    let result = run(vm, this, core);
    core.stopping.set(false);
    let cleaned = vm.call_method(this, "_run_forever_cleanup", &[]);
    result.and_then(|value| cleaned.map(|_| value))
}

/// Why a loop that is driven turn by turn stands still again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    /// It has come as far as was asked, or the program has stopped it.
    Reached,
    /// An interrupt arrived.
    Interrupted,
    /// Nothing is ready, no timer is set, and nothing outside can wake it.
    Stuck,
}

impl Vm {
    /// Runs turns of a loop until `enough` says so. Interrupts are for whoever drives the loop,
    /// unless `task` is the one they hit.
    ///
    /// # Errors
    /// KeyboardInterrupt and SystemExit of a callback, and errors of the loop itself.
    pub fn drive_loop(
        &mut self,
        event_loop: &Value,
        task: Option<&Value>,
        mut enough: impl FnMut(&mut Vm) -> bool,
    ) -> Result<Pause> {
        running(self, event_loop, |vm, this, core| {
            let driven = Driven { task: task.cloned(), interrupted: false };
            let outer = vm.asyncio.driven.replace(driven);
            let result = loop {
                if core.stopping.get() || enough(vm) {
                    break Ok(Pause::Reached);
                }
                match turn(vm, this, core) {
                    Ok(Turn::Ran) => {}
                    Ok(Turn::Stuck) => break Ok(Pause::Stuck),
                    Err(error) => break Err(error),
                }
                if vm.asyncio.driven.as_ref().is_some_and(|driven| driven.interrupted) {
                    break Ok(Pause::Interrupted);
                }
            };
            vm.asyncio.driven = outer;
            result
        })
    }

    /// Raises an exception in a task of the loop where it waits, or before it goes on. What it
    /// waited for does not hear of it.
    ///
    /// # Errors
    /// What the loop says when it is closed.
    pub fn throw_into_task(&mut self, task: &Value, error: Ref<Exception>) -> Result<()> {
        let (Some(data), Some(this)) = (task.native::<task::TaskData>(), task.as_object()) else {
            return Ok(());
        };
        let waits_for = data.waits_for.replace(Value::None);
        if let Some(future) = future_state(&waits_for) {
            let mut callbacks = future.callbacks();
            callbacks.retain(
                |callback| !matches!(callback, Callback::Wakeup(waiter) if this.same(waiter)),
            );
            future.set_callbacks(callbacks);
        } else if !waits_for.is_none() {
            let wakeup = self.task_wakeup_method(task);
            self.call_method(&waits_for, "remove_done_callback", &[wakeup])?;
        }
        let event_loop = data.future.event_loop();
        if let Some(core) = event_loop.native::<EventLoopCore>() {
            core.ready
                .borrow_mut()
                .retain(|entry| !entry.task().is_some_and(|ready| ready.same(this)));
        }
        self.loop_call_soon(&event_loop, Ready::StepWith { task: this.clone(), error })
    }
}

/// What came of a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Ran,
    /// Nothing is ready, no timer is set, and nobody outside can wake the loop.
    Stuck,
}

/// Says whether the loop runs, and lets it be the running one of this thread.
fn set_running(vm: &mut Vm, args: &Args) -> Result {
    let core = core(vm, args.get(0))?;
    let running = vm.truth(args.get(1))?;
    core.running.set(running);
    core.thread.set(running.then_some(vm.threads.current));
    vm.asyncio.running_loop = running.then(|| args.get(0).clone());
    Ok(Value::None)
}

fn get_stopping(vm: &mut Vm, value: &Value) -> Result {
    Ok(core(vm, value)?.stopping.get().into())
}

fn set_stopping(vm: &mut Vm, value: &Value, stopping: Value) -> Result<()> {
    let stopping = vm.truth(&stopping)?;
    core(vm, value)?.stopping.set(stopping);
    Ok(())
}

/// One turn, by hand or from a subclass's own `_run_once`.
fn run_once(vm: &mut Vm, args: &Args) -> Result {
    let this = args.get(0);
    let core = core(vm, this)?;
    core.has_selector.set(own_loop::has_selector(vm, this)?);
    turn_or_deadlock(vm, this, core)?;
    Ok(Value::None)
}

fn turns(vm: &mut Vm, this: &Value, core: &EventLoopCore) -> Result {
    core.has_selector.set(own_loop::has_selector(vm, this)?);
    loop {
        match core.overrides.get().run_once {
            true => drop(vm.call_method(this, "_run_once", &[])?),
            false => turn_or_deadlock(vm, this, core)?,
        }
        if core.stopping.get() {
            return Ok(Value::None);
        }
    }
}

/// A turn of a loop that nobody drives: to be stuck is an error.
fn turn_or_deadlock(vm: &mut Vm, this: &Value, core: &EventLoopCore) -> Result<()> {
    match turn(vm, this, core)? {
        Turn::Ran => Ok(()),
        Turn::Stuck => Err(description::deadlock(vm, this)),
    }
}

fn turn(vm: &mut Vm, this: &Value, core: &EventLoopCore) -> Result<Turn> {
    core.drop_cancelled_timers();
    let has_work = !core.ready.borrow().is_empty() || core.stopping.get();
    let next = core.timers.borrow().peek().map(|timer| timer.when);
    if core.has_selector.get() {
        own_loop::poll(vm, this, core, has_work, next)?;
    } else if !has_work {
        let deadline = match next {
            Some(when) => {
                let (time, limit) = (vm.loop_time(), 24.0 * 3600.0);
                let wait = match core.overrides.get().time {
                    true => when - own_loop::now(vm, this, core)?,
                    false => when - time,
                };
                Some(deadline(time + wait.min(limit)))
            }
            None => None,
        };
        if deadline.is_none_or(|deadline| deadline > vm.host.monotonic()) {
            core.idle.set(true);
            let wake = vm.park(deadline, "its event loop");
            core.idle.set(false);
            match wake {
                Wake::Signal | Wake::Deadline => {}
                Wake::Interrupt => vm.attend()?,
                Wake::Deadlock => return Ok(Turn::Stuck),
            }
        }
    }
    vm.tick();
    if !core.timers.borrow().is_empty() {
        let now = own_loop::now(vm, this, core)?;
        // Far from the clock's start the resolution is less than the numbers can tell apart.
        let end = (now + CLOCK_RESOLUTION).max(now.next_up());
        loop {
            let due = core.timers.borrow().peek().is_some_and(|timer| timer.when < end);
            if !due {
                break;
            }
            let timer = core.timers.borrow_mut().pop();
            if let Some(timer) = timer {
                let entry = match timer.handle.native::<HandleData>() {
                    Some(handle) => {
                        handle.scheduled.set(false);
                        Ready::Handle(timer.handle)
                    }
                    None if timer.handle.native::<TimeoutData>().is_some() => {
                        Ready::Expire { timeout: timer.handle, timer: timer.sequence }
                    }
                    None => Ready::Awake(timer.handle),
                };
                core.ready.borrow_mut().push_back(entry);
            }
        }
    }
    let count = core.ready.borrow().len();
    for _ in 0..count {
        let Some(entry) = core.ready.borrow_mut().pop_front() else { break };
        if vm.asyncio.ran.is_some() {
            inspect::note_run(vm, &entry);
        }
        if core.debug.get() {
            run_measured(vm, this, core, entry)?;
        } else {
            run_entry(vm, this, entry)?;
        }
    }
    if vm.interrupt.load(std::sync::atomic::Ordering::Relaxed) {
        vm.attend()?;
    }
    Ok(Turn::Ran)
}

/// The moment when a timer for `when` is due, in whole nanoseconds. Rounding to the nearest one is
/// enough, as timers are due within the clock's resolution, and keeps decimal times exact.
fn deadline(when: f64) -> Duration {
    Duration::from_nanos((when.max(0.0) * 1e9).round() as u64)
}

fn run_entry(vm: &mut Vm, this: &Value, entry: Ready) -> Result<()> {
    match entry {
        Ready::Step(task) => {
            let task = Value::Object(task);
            let result = task::step(vm, &task, None);
            result.or_else(|error| step_failed(vm, this, &task, error))
        }
        Ready::StepWith { task, error } => {
            let task = Value::Object(task);
            let result = task::step(vm, &task, Some(error));
            result.or_else(|error| step_failed(vm, this, &task, error))
        }
        Ready::Wakeup { task, future } => {
            let (task, future) = (Value::Object(task), Value::Object(future));
            let result = task::wake(vm, &task, &future);
            result.or_else(|error| step_failed(vm, this, &task, error))
        }
        Ready::Call { call, future } => {
            let (function, context) = *call;
            let future = Value::Object(future);
            let arguments = std::slice::from_ref(&future);
            match vm.call_in_context(&context, &function, arguments) {
                Ok(_) => Ok(()),
                Err(error) => {
                    callback_failed(vm, this, function.clone(), arguments, context.clone(), error)
                }
            }
        }
        Ready::Handle(handle) => {
            if is_cancelled(&handle) {
                return Ok(());
            }
            handle::run(vm, &Value::Object(handle))
        }
        Ready::Expire { timeout, timer } => {
            let armed = timeout.native::<TimeoutData>().is_some_and(|data| data.is_armed(timer));
            if armed { timeout::expire(vm, &Value::Object(timeout)) } else { Ok(()) }
        }
        Ready::ChildDone { outer, child } => {
            gather::child_done(vm, &Value::Object(outer), &Value::Object(child))
        }
        Ready::Awake(future) => {
            let future = Value::Object(future);
            match future_state(&future) {
                Some(state) if !state.is_done() => finish(vm, &future, state, Value::None),
                _ => Ok(()),
            }
        }
    }
}

/// A step raised: KeyboardInterrupt and SystemExit of the coroutine go on, and errors that are
/// not the coroutine's, such as a step of a task that is done, are reported.
#[cold]
fn step_failed(vm: &mut Vm, this: &Value, task: &Value, error: Ref<Exception>) -> Result<()> {
    let step = vm.task_step_method(task);
    let context = task_context(vm, task);
    callback_failed(vm, this, step, &[], context, error)
}

#[cold]
fn callback_failed(
    vm: &mut Vm,
    this: &Value,
    function: Value,
    arguments: &[Value],
    context: Value,
    error: Ref<Exception>,
) -> Result<()> {
    if vm.is_exception(&error, ExceptionKind::KeyboardInterrupt)
        || vm.is_exception(&error, ExceptionKind::SystemExit)
    {
        return Err(error);
    }
    let handle = vm.new_handle(this, function.clone(), arguments, context, None)?;
    let arguments = Tuple::new(arguments.iter().cloned()).into();
    super::handle::report(vm, &handle, &function, &arguments, error)
}

/// In debug mode slow entries are reported.
fn run_measured(vm: &mut Vm, this: &Value, core: &EventLoopCore, entry: Ready) -> Result<()> {
    let shown = match &entry {
        Ready::Handle(handle) if is_cancelled(handle) => return Ok(()),
        Ready::Handle(shown)
        | Ready::Awake(shown)
        | Ready::ChildDone { outer: shown, .. }
        | Ready::Expire { timeout: shown, .. }
        | Ready::Step(shown)
        | Ready::StepWith { task: shown, .. }
        | Ready::Wakeup { task: shown, .. } => Value::Object(shown.clone()),
        Ready::Call { call, .. } => call.0.clone(),
    };
    let start = vm.loop_time();
    // Errors during the call are reported together with where the handle was made.
    let current_handle = vm.intern("_current_handle");
    if let Ready::Handle(handle) = &entry {
        vm.set_attr(this, &current_handle, Value::Object(handle.clone()))?;
    }
    let result = run_entry(vm, this, entry);
    vm.set_attr(this, &current_handle, Value::None)?;
    result?;
    let duration = vm.loop_time() - start;
    let limit = seconds(vm, &core.slow_callback_duration.get())?;
    if duration >= limit {
        vm.call_method(this, "_report_slow_callback", &[shown, Value::float(duration)])?;
    }
    Ok(())
}

fn stop(vm: &mut Vm, args: &Args) -> Result {
    core(vm, args.get(0))?.stopping.set(true);
    Ok(Value::None)
}

fn is_running(vm: &mut Vm, args: &Args) -> Result {
    Ok(core(vm, args.get(0))?.running.get().into())
}

fn is_closed(vm: &mut Vm, args: &Args) -> Result {
    Ok(core(vm, args.get(0))?.closed.get().into())
}

fn close(vm: &mut Vm, args: &Args) -> Result {
    let core = core(vm, args.get(0))?;
    if core.running.get() {
        return Err(vm.runtime_error("Cannot close a running event loop"));
    }
    core.closed.set(true);
    let ready = core.ready.take();
    let timers = core.timers.take();
    drop((ready, timers));
    Ok(Value::None)
}

fn check_closed_method(vm: &mut Vm, args: &Args) -> Result {
    let core = core(vm, args.get(0))?;
    check_closed(vm, core)?;
    Ok(Value::None)
}

fn get_debug(vm: &mut Vm, args: &Args) -> Result {
    Ok(core(vm, args.get(0))?.debug.get().into())
}

fn set_debug(vm: &mut Vm, args: &Args) -> Result {
    let enabled = vm.truth(args.get(1))?;
    core(vm, args.get(0))?.debug.set(enabled);
    Ok(Value::None)
}

fn create_future(vm: &mut Vm, args: &Args) -> Result {
    core(vm, args.get(0))?;
    vm.new_future(args.get(0))
}

fn create_task(vm: &mut Vm, args: &Args) -> Result {
    let this = args.get(0);
    let core = core(vm, this)?;
    check_closed(vm, core)?;
    let name = args.get(2).bound().cloned().unwrap_or(Value::None);
    let context = args.get(3).bound().cloned().unwrap_or(Value::None);
    let factory = core.task_factory.get();
    if factory.is_none() {
        return vm.new_task(this, args.get(1), name, context);
    }
    let mut values = vec![this.clone(), args.get(1).clone()];
    let mut names: Vec<Value> = Vec::new();
    if !context.is_none() {
        values.push(context);
        names.push("context".into());
    }
    let task = vm.call_with_names(&factory, &values, &names)?;
    // Without a name it is called 'None', as in CPython 3.13.0.
    vm.call_method(&task, "set_name", &[name])?;
    Ok(task)
}

/// `_pass_over_tasks(loop, count)`: counts tasks as if they had been made in a loop and had ended
/// without doing anything. False, and nothing happens, if something else would be done meanwhile, or
/// somebody would notice.
pub fn pass_over_tasks(vm: &mut Vm, args: &Args) -> Result {
    let core = core(vm, args.get(0))?;
    let is_at_rest = core.makes_plain_tasks()
        && !(core.running.get() || core.stopping.get() || core.debug.get())
        && !(core.own_call_soon.get() || core.has_own_timers() || core.has_selector.get())
        && core.ready.borrow().is_empty()
        && core.timers.borrow().is_empty();
    let state = &vm.asyncio;
    let is_alone = vm.threads.is_alone()
        && state.running_loop.is_none()
        && state.driven.is_none()
        && state.ran.is_none();
    if !is_at_rest || !is_alone {
        return Ok(Value::False);
    }
    let count = args.get(1).as_integer().and_then(|count| count.to_i64()).unwrap_or(0);
    vm.asyncio.next_task_number += count.max(0) as u64;
    Ok(Value::True)
}

fn set_task_factory(vm: &mut Vm, args: &Args) -> Result {
    let factory = args.get(1);
    let callable = vm.names.call.clone();
    if !factory.is_none() && vm.lookup_special(factory, &callable).is_none() {
        return Err(vm.type_error("task factory must be a callable or None"));
    }
    core(vm, args.get(0))?.task_factory.set(factory.clone());
    Ok(Value::None)
}

fn get_task_factory(vm: &mut Vm, args: &Args) -> Result {
    Ok(core(vm, args.get(0))?.task_factory.get())
}

fn timer_handle_cancelled(vm: &mut Vm, args: &Args) -> Result {
    let core = core(vm, args.get(0))?;
    if args.get(1).native::<HandleData>().is_some_and(|data| data.scheduled.get()) {
        core.timer_cancelled();
    }
    Ok(Value::None)
}

fn get_slow_callback_duration(vm: &mut Vm, value: &Value) -> Result {
    Ok(core(vm, value)?.slow_callback_duration.get())
}

fn set_slow_callback_duration(vm: &mut Vm, value: &Value, duration: Value) -> Result<()> {
    core(vm, value)?.slow_callback_duration.set(duration);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::deadline;
    use std::time::Duration;

    #[test]
    fn deadlines_are_exact_where_the_decimal_is() {
        assert_eq!(deadline(0.3), Duration::from_millis(300));
        assert_eq!(deadline(0.1 + 0.2), Duration::from_millis(300));
        assert_eq!(deadline(-1.0), Duration::ZERO);
    }
}
