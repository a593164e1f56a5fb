//! What locks, events, semaphores, conditions and queues are made of: a line of waiting tasks, and
//! the knowledge which methods a subclass in Python has written anew.

use std::cell::{Cell, RefCell};

use super::future::{State, await_step, finish, future_state};
use crate::builtins::exceptions::ExceptionKind;
use crate::modules::collections::deque::Deque;
use crate::object::class::Class;
use crate::object::function::NativeFunction;
use crate::object::heap::Slot;
use crate::object::native::Input;
use crate::object::native_coroutine::NativeCoroutine;
use crate::object::{Exception, ObjectRef, Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::generator::AwaitStep;

/// The futures of tasks that wait, first come first served: what scripts see as `_waiters`.
pub struct Waiters {
    /// A deque, made when the first has to wait.
    line: Slot,
}

impl Default for Waiters {
    fn default() -> Waiters {
        Waiters { line: Slot::new(Value::None) }
    }
}

impl Waiters {
    pub fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.line.visit(visit);
    }

    pub fn clear(&self) {
        self.line.set(Value::None);
    }

    /// The line itself, for scripts.
    pub fn to_deque(&self, vm: &mut Vm) -> Value {
        if self.line.get().is_none() {
            self.line.set(Deque::empty(vm));
        }
        self.line.get()
    }

    fn read<R>(&self, read: impl FnOnce(&Deque) -> R) -> Option<R> {
        let line = self.line.get();
        line.native::<Deque>().map(read)
    }

    fn get(&self, place: usize) -> Option<Value> {
        self.read(|line| line.get(place)).flatten()
    }

    pub fn is_empty(&self) -> bool {
        self.read(Deque::is_empty).unwrap_or(true)
    }

    pub fn len(&self) -> usize {
        self.read(Deque::len).unwrap_or(0)
    }

    /// Whether everybody in line has been cancelled.
    pub fn all_cancelled(&self) -> bool {
        let mut place = 0;
        while let Some(waiter) = self.get(place) {
            let future = future_state(&waiter);
            if future.is_some_and(|future| future.state.get() != State::Cancelled) {
                return false;
            }
            place += 1;
        }
        true
    }

    pub fn push(&self, vm: &mut Vm, waiter: Value) {
        let line = self.to_deque(vm);
        if let Some(line) = line.native::<Deque>() {
            drop(line.push_back(waiter));
        }
    }

    /// Takes a waiter out of the line.
    pub fn remove(&self, waiter: &Value) {
        let gone = self.read(|line| {
            line.change(|line| {
                // From both ends at once: many who leave do so in the order of the line, or in the
                // opposite one.
                let last = line.len().checked_sub(1)?;
                let place = (0..=last / 2)
                    .flat_map(|place| [place, last - place])
                    .find(|&place| line.get(place).is_some_and(|other| other.is(waiter)))?;
                line.remove(place)
            })
        });
        drop(gone);
    }

    /// Wakes the first in line up, unless that has happened already; it leaves the line by itself.
    pub fn wake_first(&self, vm: &mut Vm) -> Result<()> {
        match self.get(0) {
            Some(first) => wake(vm, &first, Value::True).map(drop),
            None => Ok(()),
        }
    }

    /// Wakes up to `count` of those up who still wait, from the first on; tells how many it were.
    /// They leave the line by themselves.
    pub fn wake_some(&self, vm: &mut Vm, count: usize, result: Value) -> Result<usize> {
        let mut woken = 0;
        let mut place = 0;
        while woken < count {
            let Some(waiter) = self.get(place) else { break };
            woken += wake(vm, &waiter, result.clone())? as usize;
            place += 1;
        }
        Ok(woken)
    }

    /// Wakes the first up who still waits, and takes it and those before it out of the line.
    pub fn release_next(&self, vm: &mut Vm) -> Result<()> {
        loop {
            let Some(waiter) = self.read(Deque::pop_front).flatten() else { return Ok(()) };
            if wake(vm, &waiter, Value::None)? {
                return Ok(());
            }
        }
    }
}

/// Finishes a waiter's future; false if it is done already.
fn wake(vm: &mut Vm, waiter: &Value, result: Value) -> Result<bool> {
    match future_state(waiter) {
        Some(future) if !future.is_done() => {
            finish(vm, waiter, future, result)?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

/// The loop that an object belongs to: the first in which a task had to wait for it.
#[derive(Default)]
pub struct HomeLoop(RefCell<Option<Value>>);

impl HomeLoop {
    pub fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        if let Some(home) = &*self.0.borrow() {
            home.visit(visit);
        }
    }

    pub fn clear(&self) {
        drop(self.0.take());
    }

    pub fn get(&self) -> Value {
        self.0.borrow().clone().unwrap_or(Value::None)
    }

    pub fn set(&self, home: Value) {
        let old = self.0.replace((!home.is_none()).then_some(home));
        drop(old);
    }

    /// A future in which a task can wait for `owner`.
    ///
    /// # Errors
    /// RuntimeError if the object belongs to another loop.
    pub fn new_waiter(&self, vm: &mut Vm, owner: &Value) -> Result {
        let running = vm.asyncio.running_loop.clone().unwrap_or(Value::None);
        let home = self.get();
        if home.is_none() {
            self.set(running.clone());
        } else if !home.is(&running) {
            let text = vm.repr(owner)?;
            let message = format!("{} is bound to a different event loop", text.as_str());
            return Err(vm.runtime_error(message));
        }
        if running.is_none() {
            return Err(vm.runtime_error("no running event loop"));
        }
        vm.new_future(&running)
    }
}

/// How an `await` inside a native coroutine goes on.
pub enum Waited {
    Pending(Value),
    Done(Result),
}

/// Resumes the wait for the future in a coroutine's last slot.
pub fn resume_wait(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, input: Input) -> Waited {
    if let Input::Throw(exception) = input {
        return Waited::Done(Err(exception));
    }
    let waiter = coroutine.slots().last().map_or(Value::None, Slot::get);
    let Some(future) = future_state(&waiter) else { return Waited::Done(Ok(Value::None)) };
    match await_step(vm, &waiter, future) {
        Ok(AwaitStep::Pending(value)) => Waited::Pending(value),
        Ok(AwaitStep::Ready(value)) => Waited::Done(Ok(value)),
        Err(error) => Waited::Done(Err(error)),
    }
}

/// Starts to wait for a future, in `stage`.
pub fn start_wait(
    vm: &mut Vm,
    coroutine: &Ref<NativeCoroutine>,
    waiter: Value,
    stage: u8,
) -> Result<AwaitStep> {
    coroutine.stage.set(stage);
    if let Some(slot) = coroutine.slots().last() {
        slot.set(waiter.clone());
    }
    match future_state(&waiter) {
        Some(future) => await_step(vm, &waiter, future),
        None => Ok(AwaitStep::Ready(Value::None)),
    }
}

/// The future in a coroutine's last slot.
pub fn waiter_of(coroutine: &Ref<NativeCoroutine>) -> Value {
    coroutine.slots().last().map_or(Value::None, Slot::get)
}

pub fn is_cancellation(vm: &Vm, error: &Ref<Exception>) -> bool {
    vm.is_exception(error, ExceptionKind::CancelledError)
}

/// Which methods of an object are not the native ones, because its class or the object itself has
/// them anew. Asked by natives that would call them.
#[derive(Default)]
pub struct Overrides {
    /// The version of the class for which `mask` holds.
    version: Cell<u32>,
    mask: Cell<u32>,
}

impl Overrides {
    /// One bit for each of `names`, in their order.
    #[inline]
    pub fn of(&self, vm: &mut Vm, object: &Value, names: &[&str]) -> u32 {
        let Value::Object(target) = object else { return 0 };
        let Some((version, has_attributes)) = target
            .with_derived(|derived| (derived.class.version.get(), derived.dict.borrow().is_some()))
        else {
            return 0;
        };
        if version == self.version.get() && !has_attributes {
            return self.mask.get();
        }
        self.look(vm, object, names)
    }

    #[cold]
    fn look(&self, vm: &mut Vm, object: &Value, names: &[&str]) -> u32 {
        let class: Ref<Class> = vm.class_of(object);
        let mut in_class = 0;
        let mut in_object = 0;
        for (bit, name) in names.iter().enumerate() {
            let name = vm.intern(name);
            let method = vm.lookup_class(&class, &name);
            let is_native = method.is_some_and(|method| method.get::<NativeFunction>().is_some());
            in_class |= (!is_native as u32) << bit;
            if let Value::Object(target) = object {
                let own = target.with_derived(|derived| {
                    let dict = derived.dict.borrow();
                    dict.as_ref().is_some_and(|dict| dict.get_str(&name).is_some())
                });
                in_object |= (own.unwrap_or(false) as u32) << bit;
            }
        }
        self.version.set(class.version.get());
        self.mask.set(in_class);
        in_class | in_object
    }
}
