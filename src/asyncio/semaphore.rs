//! `asyncio.Semaphore` and `BoundedSemaphore`: Python library reference, "Synchronization
//! Primitives".

use std::cell::Cell;

use super::future::{State, future_state};
use super::stand_in::{StandsFor, give_way};
use super::waiters::{
    HomeLoop, Overrides, Waited, Waiters, is_cancellation, resume_wait, start_wait, waiter_of,
};
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Input, Native, NativeData, NativeObject};
use crate::object::native_coroutine::{CoroutineBody, NativeCoroutine};
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::generator::AwaitStep;

pub struct SemaphoreData {
    /// How many places are free.
    value: Cell<i64>,
    /// `BoundedSemaphore`: how many there are.
    bound: Cell<Option<i64>>,
    waiters: Waiters,
    pub(super) home: HomeLoop,
    overrides: Overrides,
}

impl NativeData for SemaphoreData {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.waiters.visit(visit);
        self.home.visit(visit);
    }

    fn clear(&self) {
        self.waiters.clear();
        self.home.clear();
    }
}

/// What `async with` and `acquire` call.
const USED_BY_OTHERS: &[&str] = &["acquire", "release", "locked"];
const LOCKED: u32 = 4;

pub static CLASS: ClassSpec = ClassSpec {
    name: "Semaphore",
    module: "_asyncio",
    layout: Kind::Native,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::python("locked", "", locked),
        Native::coroutine("acquire", "", acquire, acquire_now),
        Native::python("release", "", release),
        Native::coroutine("__aenter__", "", enter, enter_now),
        Native::coroutine("__aexit__", "exc_type, exc, traceback", exit, exit_now),
    ],
    attributes: &[
        GetSetSpec::writable("_value", get_value, set_value),
        GetSetSpec::writable("_bound_value", get_bound, set_bound),
        GetSetSpec::readonly("_waiters", get_waiters),
        GetSetSpec::writable("_loop", get_loop, set_loop),
    ],
    ..ClassSpec::EMPTY
};

pub(super) static ACQUIRE: CoroutineBody = CoroutineBody {
    gives_way: Some(|coroutine| give_way(coroutine, StandsFor::SemaphoreAcquire)),
    ..CoroutineBody::new("acquire", "Semaphore.acquire", acquire_step, 2)
};
static ENTER: CoroutineBody =
    CoroutineBody::new("__aenter__", "_ContextManagerMixin.__aenter__", enter_step, 2);
static EXIT: CoroutineBody =
    CoroutineBody::new("__aexit__", "_ContextManagerMixin.__aexit__", exit_step, 1);

impl SemaphoreData {
    /// Whether somebody who comes now has to wait.
    fn locked(&self) -> bool {
        self.value.get() == 0 || !self.waiters.all_cancelled()
    }

    /// The same as `acquire` asks it: a subclass may have other ideas.
    fn has_to_wait(&self, vm: &mut Vm, this: &Value) -> Result<bool> {
        if self.overrides.of(vm, this, USED_BY_OTHERS) & LOCKED == 0 {
            return Ok(self.locked());
        }
        let locked = vm.call_method(this, "locked", &[])?;
        vm.truth(&locked)
    }

    fn add(&self, places: i64) {
        self.value.set(self.value.get().saturating_add(places));
    }

    /// Gives a place to the first who still waits; tells whether there was one.
    fn wake_next(&self, vm: &mut Vm) -> Result<bool> {
        self.add(-1);
        let woken = self.waiters.wake_some(vm, 1, Value::True)? == 1;
        if !woken {
            self.add(1);
        }
        Ok(woken)
    }

    fn release(&self, vm: &mut Vm) -> Result<()> {
        if self.bound.get().is_some_and(|bound| self.value.get() >= bound) {
            return Err(vm.value_error("BoundedSemaphore released too many times"));
        }
        self.add(1);
        self.wake_next(vm).map(drop)
    }

    fn acquire_step(
        &self,
        vm: &mut Vm,
        this: &Value,
        coroutine: &Ref<NativeCoroutine>,
        input: Input,
    ) -> Result<AwaitStep> {
        if coroutine.stage.get() == 0 {
            if !self.has_to_wait(vm, this)? {
                self.add(-1);
                return Ok(AwaitStep::Ready(Value::True));
            }
            let waiter = self.home.new_waiter(vm, this)?;
            self.waiters.push(vm, waiter.clone());
            return start_wait(vm, coroutine, waiter, 1);
        }
        match resume_wait(vm, coroutine, input) {
            Waited::Pending(value) => Ok(AwaitStep::Pending(value)),
            Waited::Done(result) => {
                let waiter = waiter_of(coroutine);
                self.waiters.remove(&waiter);
                if let Err(error) = &result
                    && is_cancellation(vm, error)
                    && future_state(&waiter)
                        .is_some_and(|future| future.state.get() == State::Finished)
                {
                    // release() gave this task a place: give it back.
                    self.add(1);
                }
                // Places that came free in the meantime belong to the next in line.
                while self.value.get() > 0 && self.wake_next(vm)? {}
                result.map(|_| AwaitStep::Ready(Value::True))
            }
        }
    }
}

fn data<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a SemaphoreData> {
    match value.native::<SemaphoreData>() {
        Some(data) => Ok(data),
        None => Err(vm.type_error("a Semaphore was expected")),
    }
}

fn is_plain(vm: &mut Vm, this: &Value) -> Result<bool> {
    Ok(data(vm, this)?.overrides.of(vm, this, USED_BY_OTHERS) == 0)
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.class_for(&CLASS);
    let data = SemaphoreData {
        value: Cell::new(1),
        bound: Cell::new(None),
        waiters: Waiters::default(),
        home: HomeLoop::default(),
        overrides: Overrides::default(),
    };
    let value = Value::object(NativeObject::new(class.clone(), data));
    let wanted = vm.class_argument(args, &class)?;
    Ok(vm.as_instance_of(value, &wanted))
}

fn locked(vm: &mut Vm, args: &Args) -> Result {
    Ok(data(vm, args.get(0))?.locked().into())
}

fn acquire(vm: &mut Vm, args: &Args) -> Result {
    data(vm, args.get(0))?;
    Ok(NativeCoroutine::new(&ACQUIRE, [args.get(0).clone()]).into())
}

fn acquire_step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, input: Input) -> Result<AwaitStep> {
    let this = coroutine.local(0);
    data(vm, &this)?.acquire_step(vm, &this, coroutine, input)
}

fn release(vm: &mut Vm, args: &Args) -> Result {
    data(vm, args.get(0))?.release(vm)?;
    Ok(Value::None)
}

fn enter(vm: &mut Vm, args: &Args) -> Result {
    let this = args.get(0);
    if !is_plain(vm, this)? {
        return vm.enter_by_methods(this);
    }
    Ok(NativeCoroutine::new(&ENTER, [this.clone()]).into())
}

fn enter_step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, input: Input) -> Result<AwaitStep> {
    Ok(match acquire_step(vm, coroutine, input)? {
        AwaitStep::Ready(_) => AwaitStep::Ready(Value::None),
        pending => pending,
    })
}

fn exit(vm: &mut Vm, args: &Args) -> Result {
    let this = args.get(0);
    if !is_plain(vm, this)? {
        return vm.exit_by_methods(this);
    }
    Ok(NativeCoroutine::new(&EXIT, [this.clone()]).into())
}

fn exit_step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, _: Input) -> Result<AwaitStep> {
    data(vm, &coroutine.local(0))?.release(vm)?;
    Ok(AwaitStep::Ready(Value::None))
}

/// A number of places.
fn places(vm: &mut Vm, value: &Value) -> Result<i64> {
    match value.as_integer() {
        Some(integer) => Ok(integer.to_i64().unwrap_or(i64::MAX)),
        None => {
            let name = vm.type_name(value);
            Err(vm.type_error(format!("a semaphore counts in ints, not '{name}'")))
        }
    }
}

fn get_value(vm: &mut Vm, value: &Value) -> Result {
    Ok(Value::Int(data(vm, value)?.value.get()))
}

fn set_value(vm: &mut Vm, value: &Value, places_free: Value) -> Result<()> {
    let places_free = places(vm, &places_free)?;
    data(vm, value)?.value.set(places_free);
    Ok(())
}

fn get_bound(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.bound.get().map_or(Value::None, Value::Int))
}

fn set_bound(vm: &mut Vm, value: &Value, bound: Value) -> Result<()> {
    let bound = places(vm, &bound)?;
    data(vm, value)?.bound.set(Some(bound));
    Ok(())
}

fn get_waiters(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.waiters.to_deque(vm))
}

fn get_loop(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.home.get())
}

fn set_loop(vm: &mut Vm, value: &Value, home: Value) -> Result<()> {
    data(vm, value)?.home.set(home);
    Ok(())
}

// What an `await` does without a coroutine, when nobody has to wait.

fn acquire_now(vm: &mut Vm, args: &Args) -> Result<Option<Value>> {
    let data = data(vm, args.get(0))?;
    if data.overrides.of(vm, args.get(0), USED_BY_OTHERS) & LOCKED != 0 || data.locked() {
        return Ok(None);
    }
    data.add(-1);
    Ok(Some(Value::True))
}

fn enter_now(vm: &mut Vm, args: &Args) -> Result<Option<Value>> {
    if !is_plain(vm, args.get(0))? {
        return Ok(None);
    }
    Ok(acquire_now(vm, args)?.map(|_| Value::None))
}

fn exit_now(vm: &mut Vm, args: &Args) -> Result<Option<Value>> {
    if !is_plain(vm, args.get(0))? {
        return Ok(None);
    }
    data(vm, args.get(0))?.release(vm)?;
    Ok(Some(Value::None))
}
