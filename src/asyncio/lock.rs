//! `asyncio.Lock`: Python library reference, "Synchronization Primitives".

use std::cell::Cell;

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

#[derive(Default)]
pub struct LockData {
    pub locked: Cell<bool>,
    /// The task that holds the lock, by its birth; 0: none that is known.
    pub holder: Cell<u32>,
    pub waiters: Waiters,
    pub(super) home: HomeLoop,
    overrides: Overrides,
}

impl NativeData for LockData {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.waiters.visit(visit);
        self.home.visit(visit);
    }

    fn clear(&self) {
        self.waiters.clear();
        self.home.clear();
    }
}

/// What `async with` and conditions call.
const USED_BY_OTHERS: &[&str] = &["acquire", "release", "locked"];

pub static CLASS: ClassSpec = ClassSpec {
    name: "Lock",
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
        GetSetSpec::writable("_locked", get_locked, set_locked),
        GetSetSpec::readonly("_waiters", get_waiters),
        GetSetSpec::writable("_loop", get_loop, set_loop),
    ],
    ..ClassSpec::EMPTY
};

pub(super) static ACQUIRE: CoroutineBody = CoroutineBody {
    gives_way: Some(|coroutine| give_way(coroutine, StandsFor::LockAcquire)),
    ..CoroutineBody::new("acquire", "Lock.acquire", acquire_step, 2)
};
static ENTER: CoroutineBody =
    CoroutineBody::new("__aenter__", "_ContextManagerMixin.__aenter__", enter_step, 2);
static EXIT: CoroutineBody =
    CoroutineBody::new("__aexit__", "_ContextManagerMixin.__aexit__", exit_step, 1);

impl LockData {
    /// Whether the lock works as written here; a subclass may have other ideas.
    pub fn is_plain(&self, vm: &mut Vm, this: &Value) -> bool {
        self.overrides.of(vm, this, USED_BY_OTHERS) == 0
    }

    fn take(&self, vm: &Vm) {
        self.locked.set(true);
        self.holder.set(vm.current_task_number());
    }

    /// Takes the lock, if nobody has it or was here first.
    pub fn try_acquire(&self, vm: &Vm) -> bool {
        let free = !self.locked.get() && self.waiters.all_cancelled();
        if free {
            self.take(vm);
        }
        free
    }

    /// Frees the lock.
    ///
    /// # Errors
    /// RuntimeError if it is free.
    pub fn release(&self, vm: &mut Vm) -> Result<()> {
        if !self.locked.replace(false) {
            return Err(vm.runtime_error("Lock is not acquired."));
        }
        self.holder.set(0);
        self.waiters.wake_first(vm)
    }

    /// One step of waiting for the lock, in a coroutine whose last slot is free for the waiter.
    /// It stands in `stage` while it waits.
    pub fn acquire_step(
        &self,
        vm: &mut Vm,
        this: &Value,
        coroutine: &Ref<NativeCoroutine>,
        stage: u8,
        input: Input,
    ) -> Result<AwaitStep> {
        if coroutine.stage.get() != stage {
            if self.try_acquire(vm) {
                return Ok(AwaitStep::Ready(Value::True));
            }
            let waiter = self.home.new_waiter(vm, this)?;
            self.waiters.push(vm, waiter.clone());
            return start_wait(vm, coroutine, waiter, stage);
        }
        match resume_wait(vm, coroutine, input) {
            Waited::Pending(value) => Ok(AwaitStep::Pending(value)),
            Waited::Done(result) => {
                self.waiters.remove(&waiter_of(coroutine));
                match result {
                    Ok(_) => {
                        self.take(vm);
                        Ok(AwaitStep::Ready(Value::True))
                    }
                    Err(error) => {
                        // This task may just have been chosen: let the next one have the lock.
                        if is_cancellation(vm, &error) && !self.locked.get() {
                            self.waiters.wake_first(vm)?;
                        }
                        Err(error)
                    }
                }
            }
        }
    }
}

fn data<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a LockData> {
    match value.native::<LockData>() {
        Some(data) => Ok(data),
        None => Err(vm.type_error("a Lock was expected")),
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.class_for(&CLASS);
    let value = Value::object(NativeObject::new(class.clone(), LockData::default()));
    let wanted = vm.class_argument(args, &class)?;
    Ok(vm.as_instance_of(value, &wanted))
}

fn locked(vm: &mut Vm, args: &Args) -> Result {
    get_locked(vm, args.get(0))
}

fn acquire(vm: &mut Vm, args: &Args) -> Result {
    data(vm, args.get(0))?;
    Ok(NativeCoroutine::new(&ACQUIRE, [args.get(0).clone()]).into())
}

fn acquire_step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, input: Input) -> Result<AwaitStep> {
    let this = coroutine.local(0);
    data(vm, &this)?.acquire_step(vm, &this, coroutine, 1, input)
}

fn release(vm: &mut Vm, args: &Args) -> Result {
    data(vm, args.get(0))?.release(vm)?;
    Ok(Value::None)
}

fn enter(vm: &mut Vm, args: &Args) -> Result {
    let this = args.get(0);
    if !data(vm, this)?.is_plain(vm, this) {
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
    if !data(vm, this)?.is_plain(vm, this) {
        return vm.exit_by_methods(this);
    }
    Ok(NativeCoroutine::new(&EXIT, [this.clone()]).into())
}

fn exit_step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, _: Input) -> Result<AwaitStep> {
    data(vm, &coroutine.local(0))?.release(vm)?;
    Ok(AwaitStep::Ready(Value::None))
}

impl Vm {
    /// `__aenter__` of an object whose `acquire` is not the native one.
    pub fn enter_by_methods(&mut self, lock: &Value) -> Result {
        let module = self.import("asyncio.locks")?;
        self.call_method(&module, "_enter", std::slice::from_ref(lock))
    }

    /// `__aexit__` of an object whose `release` is not the native one.
    pub fn exit_by_methods(&mut self, lock: &Value) -> Result {
        let module = self.import("asyncio.locks")?;
        self.call_method(&module, "_exit", std::slice::from_ref(lock))
    }
}

fn get_locked(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.locked.get().into())
}

fn set_locked(vm: &mut Vm, value: &Value, locked: Value) -> Result<()> {
    let locked = vm.truth(&locked)?;
    let data = data(vm, value)?;
    data.locked.set(locked);
    data.holder.set(0);
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
    Ok(data.try_acquire(vm).then_some(Value::True))
}

fn enter_now(vm: &mut Vm, args: &Args) -> Result<Option<Value>> {
    let this = args.get(0);
    let data = data(vm, this)?;
    Ok((data.is_plain(vm, this) && data.try_acquire(vm)).then_some(Value::None))
}

fn exit_now(vm: &mut Vm, args: &Args) -> Result<Option<Value>> {
    let this = args.get(0);
    let data = data(vm, this)?;
    if !data.is_plain(vm, this) {
        return Ok(None);
    }
    data.release(vm)?;
    Ok(Some(Value::None))
}
