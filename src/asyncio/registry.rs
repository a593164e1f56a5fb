//! Which loop is running, which task it runs, which tasks there are.

use crate::asyncio::event_loop::EventLoopCore;
use crate::asyncio::future::loop_of;
use crate::asyncio::inspect::ReadyView;
use crate::asyncio::task::TaskData;
use crate::object::class::Class;
use crate::object::heap::{FLAG_FINALIZED, WeakId, tracked_objects, upgrade};
use crate::object::native::Args;
use crate::object::set::{Set, SetTable};
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::threads::ThreadId;
use crate::vm::Vm;

/// The part of the interpreter's state that asyncio owns.
#[derive(Default)]
pub struct AsyncioState {
    pub running_loop: Option<Value>,
    /// The current task of each loop that runs one.
    pub current_tasks: Vec<(Value, Value)>,
    /// Objects that Python code registered as tasks: third-party task classes.
    registered: Vec<WeakId>,
    pub next_task_number: u64,
    /// `Future` and `Task`, once they are made.
    pub future_class: Option<Ref<Class>>,
    pub task_class: Option<Ref<Class>>,
    pub handle_class: Option<Ref<Class>>,
    pub timer_handle_class: Option<Ref<Class>>,
    /// The loop that code outside of any loop is offered: the one that lives at a prompt.
    pub offered_loop: Option<Value>,
    /// Set while somebody drives a loop turn by turn.
    pub driven: Option<Driven>,
    /// What turns have run, for whoever wants to look on.
    pub ran: Option<Vec<ReadyView>>,
    /// Tasks note since when they wait.
    pub notes_waiting: bool,
}

/// A loop driven turn by turn.
pub struct Driven {
    /// The task that is driven to its end: an interrupt that hits it is raised in it.
    pub task: Option<Value>,
    /// An interrupt arrived while another task ran, or none.
    pub interrupted: bool,
}

impl AsyncioState {
    pub fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        if let Some(running) = &self.running_loop {
            running.visit(visit);
        }
        let classes =
            [&self.future_class, &self.task_class, &self.handle_class, &self.timer_handle_class];
        classes.into_iter().flatten().for_each(|class| visit(class.as_object()));
        for (event_loop, task) in &self.current_tasks {
            event_loop.visit(visit);
            task.visit(visit);
        }
    }

    /// Whether an interrupt that has just arrived is for whoever drives the loop. A second one is
    /// for the code that runs.
    pub fn postpones_interrupt(&mut self) -> bool {
        let running = self.running_loop.as_ref();
        let runs_in = |event_loop: &Value| running.is_some_and(|running| running.is(event_loop));
        let mut tasks = self.current_tasks.iter();
        let current = tasks.find(|(event_loop, _)| runs_in(event_loop)).map(|(_, task)| task);
        match &mut self.driven {
            Some(driven) if !driven.interrupted => {
                let hits_task = matches!(
                    (current, &driven.task),
                    (Some(current), Some(task)) if current.is(task)
                );
                driven.interrupted = !hits_task;
                !hits_task
            }
            _ => false,
        }
    }
}

pub fn get_running_loop(vm: &mut Vm, _: &Args) -> Result {
    match vm.loop_in_reach() {
        Some(running) => Ok(running.clone()),
        None => Err(vm.runtime_error("no running event loop")),
    }
}

pub fn running_loop_or_none(vm: &mut Vm, _: &Args) -> Result {
    Ok(vm.asyncio.running_loop.clone().unwrap_or(Value::None))
}

pub fn set_running_loop(vm: &mut Vm, args: &Args) -> Result {
    let running = args.get(0);
    vm.asyncio.running_loop = (!running.is_none()).then(|| running.clone());
    Ok(Value::None)
}

pub fn get_event_loop(vm: &mut Vm, _: &Args) -> Result {
    vm.current_event_loop()
}

impl Vm {
    /// The running loop; outside of any, in the main thread, the one that is offered.
    pub(super) fn loop_in_reach(&self) -> Option<&Value> {
        let is_main = self.threads.current == ThreadId::MAIN;
        let offered = self.asyncio.offered_loop.as_ref().filter(|_| is_main);
        self.asyncio.running_loop.as_ref().or(offered)
    }

    /// The running loop, or the one that the policy has set.
    pub fn current_event_loop(&mut self) -> Result {
        if let Some(running) = self.loop_in_reach() {
            return Ok(running.clone());
        }
        let events = self.import("asyncio.events")?;
        let policy = self.call_method(&events, "get_event_loop_policy", &[])?;
        self.call_method(&policy, "get_event_loop", &[])
    }

    /// The task that a loop is running.
    pub fn current_task_of(&self, event_loop: &Value) -> Option<Value> {
        let tasks = self.asyncio.current_tasks.iter().rev();
        tasks.into_iter().find(|(running, _)| running.is(event_loop)).map(|(_, task)| task.clone())
    }

    /// The birth of the task that is running, which no other task has; 0: none is.
    #[inline]
    pub fn current_task_number(&self) -> u32 {
        let current = self.asyncio.current_tasks.last();
        current.and_then(|(_, task)| task.as_object()).map_or(0, ObjectRef::birth)
    }

    /// Makes a task current in its loop.
    ///
    /// # Errors
    /// RuntimeError if another task is.
    pub fn enter_task(&mut self, event_loop: &Value, task: &Value) -> Result<()> {
        if !self.asyncio.current_tasks.is_empty()
            && let Some(other) = self.current_task_of(event_loop)
        {
            let entering = self.repr(task)?;
            let executing = self.repr(&other)?;
            return Err(self.runtime_error(format!(
                "Cannot enter into task {} while another task {} is being executed.",
                entering.as_str(),
                executing.as_str()
            )));
        }
        self.asyncio.current_tasks.push((event_loop.clone(), task.clone()));
        Ok(())
    }

    /// Takes [`Vm::enter_task`] back.
    ///
    /// # Errors
    /// RuntimeError if another task is current.
    pub fn leave_task(&mut self, event_loop: &Value, task: &Value) -> Result<()> {
        let tasks = &mut self.asyncio.current_tasks;
        if tasks.last().is_some_and(|(running, last)| last.is(task) && running.is(event_loop)) {
            drop(tasks.pop());
            return Ok(());
        }
        let place = tasks.iter().rposition(|(running, _)| running.is(event_loop));
        match place {
            Some(place) if tasks[place].1.is(task) => {
                tasks.remove(place);
                Ok(())
            }
            _ => {
                let current = place.map_or(Value::None, |place| tasks[place].1.clone());
                let leaving = self.repr(task)?;
                let current = self.repr(&current)?;
                Err(self.runtime_error(format!(
                    "Leaving task {} does not match the current task {}.",
                    leaving.as_str(),
                    current.as_str()
                )))
            }
        }
    }
}

fn loop_argument(vm: &mut Vm, argument: &Value) -> Result {
    match argument {
        Value::Unbound | Value::None => match vm.loop_in_reach() {
            Some(running) => Ok(running.clone()),
            None => Err(vm.runtime_error("no running event loop")),
        },
        given => Ok(given.clone()),
    }
}

pub fn current_task(vm: &mut Vm, args: &Args) -> Result {
    let event_loop = loop_argument(vm, args.get(0))?;
    Ok(vm.current_task_of(&event_loop).unwrap_or(Value::None))
}

pub fn all_tasks(vm: &mut Vm, args: &Args) -> Result {
    let event_loop = loop_argument(vm, args.get(0))?;
    let set = Set::new(SetTable::default());
    let registered: Vec<_> = vm.asyncio.registered.iter().filter_map(|&id| upgrade(id)).collect();
    for object in registered {
        let task = Value::Object(object);
        let same_loop = match task.native::<TaskData>() {
            Some(data) => data.future.event_loop().is(&event_loop),
            None => {
                let own = loop_of(vm, &task)?;
                own.is(&event_loop)
            }
        };
        let done = vm.call_method(&task, "done", &[])?;
        if same_loop && !vm.truth(&done)? {
            vm.set_add(&set, task)?;
        }
    }
    // A loop that counts no task is spared the search.
    if event_loop.native::<EventLoopCore>().is_some_and(|core| core.pending_tasks.get() == 0) {
        return Ok(set.into());
    }
    for object in tracked_objects() {
        // Nobody but the report of its destruction holds it.
        if object.has_flag(FLAG_FINALIZED) {
            continue;
        }
        let task = Value::Object(object);
        let Some(data) = task.native::<TaskData>() else { continue };
        if !data.future.is_done() && data.future.event_loop().is(&event_loop) {
            vm.set_add(&set, task)?;
        }
    }
    Ok(set.into())
}

pub fn register_task(vm: &mut Vm, args: &Args) -> Result {
    if let Value::Object(task) = args.get(0)
        && args.get(0).native::<TaskData>().is_none()
    {
        vm.asyncio.registered.retain(|&id| upgrade(id).is_some());
        vm.asyncio.registered.push(task.downgrade());
    }
    Ok(Value::None)
}

pub fn unregister_task(vm: &mut Vm, args: &Args) -> Result {
    if let Value::Object(task) = args.get(0) {
        let gone = task.downgrade();
        vm.asyncio.registered.retain(|&id| id != gone);
    }
    Ok(Value::None)
}

pub fn enter_task(vm: &mut Vm, args: &Args) -> Result {
    vm.enter_task(args.get(0), args.get(1))?;
    Ok(Value::None)
}

pub fn leave_task(vm: &mut Vm, args: &Args) -> Result {
    vm.leave_task(args.get(0), args.get(1))?;
    Ok(Value::None)
}

pub fn swap_current_task(vm: &mut Vm, args: &Args) -> Result {
    let (event_loop, task) = (args.get(0), args.get(1));
    let tasks = &mut vm.asyncio.current_tasks;
    let place = tasks.iter().rposition(|(running, _)| running.is(event_loop));
    let before = place.map_or(Value::None, |place| tasks.remove(place).1);
    if !task.is_none() {
        tasks.push((event_loop.clone(), task.clone()));
    }
    Ok(before)
}
