//! What a loop is doing, for people to look at: the ready queue, the timers, the tasks, what they
//! wait for and who could wake them. Nothing here runs or changes a program; prompts, timelines and
//! debuggers all look through this file.

use super::condition::{ConditionData, wants_lock_back};
use super::description;
use super::event::EventData;
use super::event_loop::{EventLoopCore, Ready, Timer};
use super::future::{Callback, FutureData, FutureState, State, future_state, state_of};
use super::handle::HandleData;
use super::lock::LockData;
use super::queue::QueueData;
use super::semaphore::SemaphoreData;
use super::task::TaskData;
use super::task_group::TaskGroupData;
use super::timeout::TimeoutData;
use crate::object::dict::Dict;
use crate::object::frame::Frame;
use crate::object::function::Function;
use crate::object::heap::tracked_objects;
use crate::object::kinds::Kind;
use crate::object::native_coroutine::NativeCoroutine;
use crate::object::{ObjectRef, Ref, Value};
use crate::vm::Vm;
use crate::vm::inspect::{
    chain, delegate, frame_of, held_on_stack, in_library, locals, native_coroutine,
};

/// An entry of the ready queue.
#[derive(Clone)]
pub struct ReadyView {
    /// Whose step it is.
    pub task: Option<Value>,
    /// In words: a task's name, a callback.
    pub what: String,
}

/// A timer that has not been cancelled.
#[derive(Clone)]
pub struct TimerView {
    /// The deadline in the loop's time.
    pub when: f64,
    /// A handle, the future of a sleep, or a timeout.
    pub handle: Value,
    pub what: String,
}

/// How many entries a loop has; what a line of status says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Entries of the ready queue, and timers that are due.
    pub ready: usize,
    /// Tasks that wait for something, and timers of callbacks.
    pub waiting: usize,
}

/// Where a task is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskState {
    /// Its next step is in the ready queue.
    Ready,
    Running,
    Waiting,
    Finished,
    Failed,
    Cancelled,
}

/// What a task waits for.
pub enum Wait {
    /// A timer of the loop.
    Timer { when: f64 },
    /// Other tasks; more than one for `gather`, `wait` and task groups.
    Tasks(Vec<Value>),
    /// A method of a lock, event, queue and the like, called on the object.
    Primitive { object: Value, method: String },
    /// A bare future.
    Future(Value),
}

/// A task that keeps a lock or the like inside an `async with`.
pub struct Holder {
    pub task: Value,
    /// The frame with the `async with`.
    pub frame: Ref<Frame>,
}

/// Notes an entry that is about to run for whoever looks on.
pub fn note_run(vm: &mut Vm, entry: &Ready) {
    if entry.is_cancelled() {
        return;
    }
    let view = ready_view(vm, entry);
    if let Some(ran) = &mut vm.asyncio.ran {
        ran.push(view);
    }
}

fn ready_view(vm: &mut Vm, entry: &Ready) -> ReadyView {
    if let Some(task) = entry.task() {
        let task = Value::Object(task.clone());
        let what = task_name(&task);
        return ReadyView { task: Some(task), what };
    }
    let what = match entry {
        Ready::Handle(due) | Ready::Awake(due) | Ready::Expire { timeout: due, .. } => {
            timer_text(vm, &Value::Object(due.clone()))
        }
        Ready::ChildDone { outer, child } => {
            let what = match outer.native::<TaskGroupData>() {
                Some(_) => "task group",
                None => "gather()",
            };
            format!("{what}, as {} is done", task_name(&Value::Object(child.clone())))
        }
        Ready::Call { call, .. } => callback_text(vm, &call.0, &Value::None),
        _ => String::new(),
    };
    ReadyView { task: None, what }
}

/// What a handle, a sleep's future or a timeout will do when it is due: wake a task, interrupt it,
/// or call a function.
fn timer_text(vm: &mut Vm, due: &Value) -> String {
    if let Some(timeout) = due.native::<TimeoutData>() {
        return format!("timeout of {}", task_name(&timeout.task()));
    }
    if let Some(future) = future_state(due) {
        return match waiters(future).first() {
            Some(task) => format!("timer that wakes {}", task_name(task)),
            None => "timer of a sleep".to_owned(),
        };
    }
    let Some(data) = due.native::<HandleData>() else { return String::new() };
    let arguments = data.arguments.get();
    let futures = arguments.as_tuple().unwrap_or(&[]).iter().filter_map(future_state);
    let mut sleepers = futures.flat_map(waiters);
    let kind = if data.when.get().is_nan() { "callback" } else { "timer" };
    match sleepers.next() {
        Some(task) => format!("{kind} that wakes {}", task_name(&task)),
        None => format!("{kind} {}", callback_text(vm, &data.callback.get(), &arguments)),
    }
}

fn callback_text(vm: &mut Vm, function: &Value, arguments: &Value) -> String {
    description::callback_with_source(vm, function, arguments, false).unwrap_or_default()
}

/// The tasks that a future wakes.
fn waiters(future: &FutureState) -> Vec<Value> {
    let callbacks = future.callbacks().into_iter();
    callbacks
        .filter_map(|callback| match callback {
            Callback::Wakeup(task) => Some(Value::Object(task)),
            Callback::Call(_) | Callback::Child(_) => None,
        })
        .collect()
}

/// The name of a task; empty for anything else.
pub fn task_name(task: &Value) -> String {
    let name = task.native::<TaskData>().map_or(Value::None, TaskData::name);
    name.as_str().unwrap_or_default().to_owned()
}

/// The ready queue, first to last.
pub fn ready_queue(vm: &mut Vm, event_loop: &Value) -> Vec<ReadyView> {
    let Some(core) = event_loop.native::<EventLoopCore>() else { return Vec::new() };
    let mut entries = Vec::new();
    // Entries are put back one by one, so that no borrow is held while texts are made.
    for _ in 0..core.ready.borrow().len() {
        let Some(entry) = core.ready.borrow_mut().pop_front() else { break };
        if !entry.is_cancelled() {
            entries.push(ready_view(vm, &entry));
        }
        core.ready.borrow_mut().push_back(entry);
    }
    entries
}

/// The timers, earliest first.
pub fn timers(vm: &mut Vm, event_loop: &Value) -> Vec<TimerView> {
    let Some(core) = event_loop.native::<EventLoopCore>() else { return Vec::new() };
    let mut found: Vec<(f64, u64, Value)> = core
        .timers
        .borrow()
        .iter()
        .filter(|timer| !timer.is_cancelled())
        .map(|timer| (timer.when, timer.sequence, Value::Object(timer.handle.clone())))
        .collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let view = |(when, _, handle): (f64, u64, Value)| {
        let what = timer_text(vm, &handle);
        TimerView { when, handle, what }
    };
    found.into_iter().map(view).collect()
}

/// The deadline of the first timer.
pub fn next_timer(event_loop: &Value) -> Option<f64> {
    let core = event_loop.native::<EventLoopCore>()?;
    let timers = core.timers.borrow();
    let alive = timers.iter().filter(|timer| !timer.is_cancelled());
    alive.map(|timer| timer.when).min_by(f64::total_cmp)
}

/// Whether the ready queue has an entry.
pub fn has_ready(event_loop: &Value) -> bool {
    event_loop.native::<EventLoopCore>().is_some_and(|core| !core.ready.borrow().is_empty())
}

/// The counts of a loop at the time `now`.
pub fn counts(event_loop: &Value, now: f64) -> Counts {
    let Some(core) = event_loop.native::<EventLoopCore>() else { return Counts::default() };
    let ready = core.ready.borrow();
    let steps = ready.iter().filter(|entry| entry.task().is_some()).count();
    let (mut due, mut due_for_tasks, mut callbacks) = (0, 0, 0);
    for timer in core.timers.borrow().iter().filter(|timer| !timer.is_cancelled()) {
        let completed = completed_by(timer);
        let futures: Vec<&FutureState> = completed.iter().filter_map(future_state).collect();
        if !futures.is_empty() && futures.iter().all(|future| future.is_done()) {
            // It has nothing left to do.
            continue;
        }
        let wakes_task = futures.into_iter().flat_map(waiters).next().is_some();
        match (timer.when <= now, wakes_task) {
            (true, wakes_task) => {
                due += 1;
                due_for_tasks += usize::from(wakes_task);
            }
            (false, true) => {}
            (false, false) => callbacks += 1,
        }
    }
    Counts {
        ready: ready.iter().filter(|entry| !entry.is_cancelled()).count() + due,
        waiting: core.pending_tasks.get().saturating_sub(steps + due_for_tasks) + callbacks,
    }
}

/// The futures that a timer completes: that of a sleep, or those given to a handle's function.
fn completed_by(timer: &Timer) -> Vec<Value> {
    if state_of(&timer.handle).is_some() {
        return vec![Value::Object(timer.handle.clone())];
    }
    let data = timer.handle.native::<HandleData>();
    let arguments = data.map_or(Value::None, |data| data.arguments.get());
    let arguments = arguments.as_tuple().unwrap_or(&[]).iter();
    arguments.filter(|argument| future_state(argument).is_some()).cloned().collect()
}

/// The tasks of a loop that are not done, by the number in their name and then by name.
pub fn pending_tasks(event_loop: &Value) -> Vec<Value> {
    let mut tasks: Vec<Value> = tracked_objects()
        .into_iter()
        .map(Value::Object)
        .filter(|value| {
            value.native::<TaskData>().is_some_and(|task| {
                !task.future.is_done() && task.future.event_loop().is(event_loop)
            })
        })
        .collect();
    tasks.sort_by_cached_key(|task| {
        let name = task_name(task);
        let number = name.strip_prefix("Task-").and_then(|number| number.parse().ok());
        (number.unwrap_or(u64::MAX), name)
    });
    tasks
}

pub fn task_state(vm: &Vm, task: &Value) -> TaskState {
    let Some(data) = task.native::<TaskData>() else { return TaskState::Finished };
    match data.future.state.get() {
        State::Cancelled => TaskState::Cancelled,
        State::Finished if data.future.exception().is_some() => TaskState::Failed,
        State::Finished => TaskState::Finished,
        State::Pending => {
            let event_loop = data.future.event_loop();
            if vm.current_task_of(&event_loop).is_some_and(|current| current.is(task)) {
                return TaskState::Running;
            }
            match target(data).is_some() {
                true => TaskState::Waiting,
                false => TaskState::Ready,
            }
        }
    }
}

/// What a task waits for, unless that is done and the task is about to be woken.
fn target(data: &TaskData) -> Option<Value> {
    let target = data.waits_for.get();
    let is_done = target.is_none() || future_state(&target).is_some_and(FutureState::is_done);
    (!is_done).then_some(target)
}

/// The frames of a task's coroutine, outermost first; empty once it is done.
pub fn task_frames(task: &Value) -> Vec<Ref<Frame>> {
    let coroutine = task.native::<TaskData>().map(|data| data.coroutine.get());
    let frame = coroutine.and_then(|coroutine| frame_of(&coroutine));
    frame.map_or(Vec::new(), |frame| chain(&frame))
}

/// The innermost frame of a task that is not the library's.
pub fn task_place(task: &Value) -> Option<Ref<Frame>> {
    let frames = task_frames(task);
    let own = frames.iter().rev().find(|frame| !in_library(frame));
    own.or(frames.first()).cloned()
}

/// The loop's time since which a task waits.
pub fn waits_since(task: &Value) -> Option<f64> {
    let data = task.native::<TaskData>()?;
    target(data).map(|_| data.future.waits_since())
}

/// What a task waits for.
pub fn wait_of(task: &Value) -> Option<Wait> {
    let data = task.native::<TaskData>()?;
    let target = target(data)?;
    if target.native::<TaskData>().is_some() {
        return Some(Wait::Tasks(vec![target]));
    }
    if let Some(primitive) = primitive_call(task) {
        return Some(primitive);
    }
    if let Some(when) = timer_of(&data.future.event_loop(), &target) {
        return Some(Wait::Timer { when });
    }
    let tasks = sources(&target, task);
    Some(match tasks.is_empty() {
        true => Wait::Future(target),
        false => Wait::Tasks(tasks),
    })
}

/// When a timeout will interrupt a task; the first one if there are several.
pub fn timeout_of(task: &Value) -> Option<f64> {
    let event_loop = task.native::<TaskData>()?.future.event_loop();
    let core = event_loop.native::<EventLoopCore>()?;
    let timers = core.timers.borrow();
    let limits = timers.iter().filter(|timer| {
        let timeout = timer.handle.native::<TimeoutData>();
        !timer.is_cancelled() && timeout.is_some_and(|timeout| timeout.task().is(task))
    });
    limits.map(|timer| timer.when).min_by(f64::total_cmp)
}

/// The deadline of the timer that completes a future.
fn timer_of(event_loop: &Value, future: &Value) -> Option<f64> {
    let core = event_loop.native::<EventLoopCore>()?;
    let timers = core.timers.borrow();
    let mut alive = timers.iter().filter(|timer| !timer.is_cancelled());
    let timer = alive.find(|timer| completed_by(timer).iter().any(|other| other.is(future)))?;
    Some(timer.when)
}

/// The method of a synchronisation primitive or queue that a task is inside of.
fn primitive_call(task: &Value) -> Option<Wait> {
    const MODULES: [&str; 2] = ["asyncio/locks.py", "asyncio/queues.py"];
    let frames = task_frames(task);
    let inner = frames.iter().rev().take_while(|frame| in_library(frame));
    // The outermost one is what the program has called.
    let call = inner.filter(|frame| {
        let file = &frame.code().code.source.name;
        MODULES.iter().any(|module| file.ends_with(module))
    });
    let (object, method) = match call.last() {
        // The object is the first parameter.
        Some(frame) => (locals(frame).into_iter().next()?.1, frame.code().name.as_str().to_owned()),
        None => {
            let awaited = native_await(task, &frames)?;
            let object = awaited.slots().first()?.get();
            if !is_primitive(&object) {
                return None;
            }
            let condition = frames.last().and_then(|frame| condition_entered(frame, &object));
            (condition.unwrap_or(object), awaited.body.name.to_owned())
        }
    };
    let method = match method.as_str() {
        "__aenter__" | "_enter" => "acquire".to_owned(),
        // A condition's `wait()` ends with taking the lock back.
        _ if native_await(task, &frames).is_some_and(|awaited| wants_lock_back(&awaited)) => {
            "acquire".to_owned()
        }
        "_wait" => "wait".to_owned(),
        _ => method,
    };
    Some(Wait::Primitive { object, method })
}

fn is_primitive(object: &Value) -> bool {
    object.native::<LockData>().is_some()
        || object.native::<EventData>().is_some()
        || object.native::<ConditionData>().is_some()
        || object.native::<SemaphoreData>().is_some()
        || object.native::<QueueData>().is_some()
}

/// The condition with this lock that a frame is inside of or enters with `async with`.
fn condition_entered(frame: &Ref<Frame>, lock: &Value) -> Option<Value> {
    let mut held = held_on_stack(frame).into_iter();
    held.find(|held| held.native::<ConditionData>().is_some_and(|held| held.lock.get().is(lock)))
}

/// The coroutine written in Rust in which a task with these frames stands.
fn native_await(task: &Value, frames: &[Ref<Frame>]) -> Option<Ref<NativeCoroutine>> {
    let awaited = match frames.last() {
        Some(frame) => delegate(frame)?,
        None => task.native::<TaskData>()?.coroutine.get(),
    };
    native_coroutine(&awaited)
}

/// The coroutine written in Rust in which a task stands, innermost of all.
pub fn task_native_coroutine(task: &Value) -> Option<Ref<NativeCoroutine>> {
    native_await(task, &task_frames(task))
}

/// The pending tasks whose end leads to the end of a future, or tells another object of it: through
/// `gather`, `wait`, `shield`, `as_completed` or a task group.
pub fn sources(future: &Value, waiter: &Value) -> Vec<Value> {
    const STEPS: u32 = 4;
    let mut found = Vec::new();
    for object in tracked_objects() {
        let candidate = Value::Object(object);
        if candidate.is(future) || candidate.is(waiter) {
            continue;
        }
        let Some(state) = future_state(&candidate) else { continue };
        if state.is_done() {
            continue;
        }
        let leads = state.callbacks().into_iter().any(|callback| match callback {
            Callback::Call(call) => leads_to(&call.0, future, STEPS),
            Callback::Child(outer) => {
                let outer = Value::Object(outer);
                let group = outer.native::<TaskGroupData>();
                outer.is(future) || group.is_some_and(|group| group.waits_for(future))
            }
            Callback::Wakeup(_) => false,
        });
        if leads {
            match candidate.native::<FutureData>() {
                // What a shield or gather inside waits for.
                Some(_) => found.extend(sources(&candidate, waiter)),
                None => found.push(candidate),
            }
        }
    }
    found.sort_by_cached_key(task_name);
    found.dedup_by(|a, b| a.is(b));
    found
}

/// The tasks that hold an object: a lock knows its own; for others it is those inside of an
/// `async with`.
pub fn holders(event_loop: &Value, object: &Value) -> Vec<Holder> {
    let lock = object.native::<ConditionData>().map(|condition| condition.lock.get());
    let number = lock.as_ref().unwrap_or(object).native::<LockData>().map(|lock| lock.holder.get());
    let holds = |frame: &Ref<Frame>| held_on_stack(frame).iter().any(|held| held.is(object));
    let mut found = Vec::new();
    for task in pending_tasks(event_loop) {
        let frames = task_frames(&task);
        let inside = frames.iter().position(holds);
        if let Some(number) = number.filter(|&number| number != 0) {
            if task.as_object().is_some_and(|task| task.birth() == number) {
                let frame = inside.map(|place| frames[place].clone());
                found.extend(
                    frame.or_else(|| task_place(&task)).map(|frame| Holder { task, frame }),
                );
            }
            continue;
        }
        let Some(place) = inside else { continue };
        // While its `__aenter__` runs, a task does not hold the object yet.
        let is_entering = match frames.get(place + 1) {
            Some(inner) => {
                matches!(inner.code().name.as_str(), "__aenter__" | "_enter")
                    && locals(inner).first().is_some_and(|(_, value)| value.is(object))
            }
            None => native_await(&task, &frames).is_some_and(|awaited| {
                awaited.body.name == "__aenter__"
                    && awaited.slots().first().is_some_and(|slot| {
                        let entered = slot.get();
                        entered.is(object) || lock.as_ref().is_some_and(|lock| entered.is(lock))
                    })
            }),
        };
        if !is_entering {
            found.push(Holder { task, frame: frames[place].clone() });
        }
    }
    found
}

/// The pending tasks, other than `except`, that can reach an object through a local variable, with
/// the name of that variable.
pub fn tasks_that_know(event_loop: &Value, object: &Value, except: &Value) -> Vec<(Value, String)> {
    const STEPS: u32 = 3;
    let mut found = Vec::new();
    for task in pending_tasks(event_loop) {
        if task.is(except) {
            continue;
        }
        let frames = task_frames(&task);
        let own = frames.iter().filter(|frame| !in_library(frame));
        let mut variables = own.flat_map(locals);
        if let Some((name, _)) = variables.find(|(_, value)| leads_to(value, object, STEPS)) {
            found.push((task, name));
        }
    }
    found
}

/// Whether an object leads to another one in at most `steps` steps through attributes, items and
/// closures; not through modules, classes, loops, code and globals, from where all leads to all, nor
/// through what only waits: futures and tasks.
fn leads_to(from: &Value, to: &Value, steps: u32) -> bool {
    let Value::Object(object) = from else { return false };
    if from.is(to) {
        return true;
    }
    if steps == 0 {
        return false;
    }
    let follow = |child: &Value| leads_to(child, to, steps - 1);
    match object.kind() {
        Kind::Module | Kind::Class | Kind::Code | Kind::FrameProxy => false,
        _ if from.native::<EventLoopCore>().is_some() || future_state(from).is_some() => false,
        Kind::Function => {
            let parts = object.get::<Function>().map(|function| {
                [function.closure.get(), function.defaults.get(), function.keyword_defaults.get()]
            });
            parts.is_some_and(|parts| parts.iter().any(follow))
        }
        Kind::Frame => {
            let frame = from.get_ref::<Frame>();
            frame.is_some_and(|frame| locals(frame).iter().any(|(_, value)| follow(value)))
        }
        Kind::Dict if object.get::<Dict>().is_some_and(|dict| dict.len() > 1000) => false,
        _ => {
            let mut children: Vec<ObjectRef> = Vec::new();
            object.traverse(&mut |child| children.push(child.clone()));
            children.into_iter().any(|child| follow(&Value::Object(child)))
        }
    }
}
