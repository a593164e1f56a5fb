//! `asyncio.Condition`: Python library reference, "Synchronization Primitives".
//!
//! With the usual `asyncio.Lock` everything is done here. With a lock that behaves in a way of its
//! own, waiting is left to the coroutine in `asyncio/locks.py`, which calls that lock's methods.

use super::lock::LockData;
use super::waiters::{
    HomeLoop, Waited, Waiters, is_cancellation, resume_wait, start_wait, waiter_of,
};
use crate::object::heap::Slot;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Input, Native, NativeData, NativeObject};
use crate::object::native_coroutine::{CoroutineBody, NativeCoroutine};
use crate::object::{Exception, ObjectRef, Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::generator::AwaitStep;

pub struct ConditionData {
    pub(super) lock: Slot,
    waiters: Waiters,
    home: HomeLoop,
}

impl NativeData for ConditionData {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.lock.visit(visit);
        self.waiters.visit(visit);
        self.home.visit(visit);
    }

    fn clear(&self) {
        self.lock.set(Value::None);
        self.waiters.clear();
        self.home.clear();
    }
}

pub static CLASS: ClassSpec = ClassSpec {
    name: "Condition",
    module: "_asyncio",
    layout: Kind::Native,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::coroutine("wait", "", wait, wait_now),
        Native::python("notify", "n=1", notify),
        Native::python("notify_all", "", notify_all),
        Native::python("_notify", "n", notify_unchecked),
        Native::python("_new_waiter", "", new_waiter),
        Native::python("_forget_waiter", "waiter", forget_waiter),
        Native::coroutine("__aenter__", "", enter, enter_now),
        Native::coroutine("__aexit__", "exc_type, exc, traceback", exit, exit_now),
    ],
    attributes: &[
        GetSetSpec::writable("_lock", get_lock, set_lock),
        GetSetSpec::readonly("locked", |vm, value| lock_method(vm, value, "locked")),
        GetSetSpec::readonly("acquire", |vm, value| lock_method(vm, value, "acquire")),
        GetSetSpec::readonly("release", |vm, value| lock_method(vm, value, "release")),
        GetSetSpec::readonly("_waiters", get_waiters),
        GetSetSpec::writable("_loop", get_loop, set_loop),
    ],
    ..ClassSpec::EMPTY
};

static WAIT: CoroutineBody = CoroutineBody::new("wait", "Condition.wait", wait_step, 3);
static ENTER: CoroutineBody =
    CoroutineBody::new("__aenter__", "_ContextManagerMixin.__aenter__", enter_step, 2);
static EXIT: CoroutineBody =
    CoroutineBody::new("__aexit__", "_ContextManagerMixin.__aexit__", exit_step, 1);

/// The stages of `wait()`.
const NOTIFIED: u8 = 1;
const LOCKED: u8 = 2;

/// Whether a coroutine stands in a `wait()` that has been notified and waits for the lock only.
pub fn wants_lock_back(coroutine: &NativeCoroutine) -> bool {
    std::ptr::eq(coroutine.body, &WAIT) && coroutine.stage.get() == LOCKED
}

fn data<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a ConditionData> {
    match value.native::<ConditionData>() {
        Some(data) => Ok(data),
        None => Err(vm.type_error("a Condition was expected")),
    }
}

/// The condition's lock, if it is one that works as `asyncio.Lock` does.
fn plain_lock(vm: &mut Vm, this: &Value) -> Result<Option<Value>> {
    let lock = data(vm, this)?.lock.get();
    let plain = match lock.native::<LockData>() {
        Some(data) => data.is_plain(vm, &lock),
        None => false,
    };
    Ok(plain.then_some(lock))
}

fn lock_data<'a>(vm: &mut Vm, lock: &'a Value) -> Result<&'a LockData> {
    match lock.native::<LockData>() {
        Some(data) => Ok(data),
        None => Err(vm.type_error("a Lock was expected")),
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.class_for(&CLASS);
    let data = ConditionData {
        lock: Slot::new(Value::None),
        waiters: Waiters::default(),
        home: HomeLoop::default(),
    };
    let value = Value::object(NativeObject::new(class.clone(), data));
    let wanted = vm.class_argument(args, &class)?;
    Ok(vm.as_instance_of(value, &wanted))
}

fn is_locked(vm: &mut Vm, this: &Value) -> Result<bool> {
    let lock = data(vm, this)?.lock.get();
    if let Some(plain) = plain_lock(vm, this)? {
        return Ok(lock_data(vm, &plain)?.locked.get());
    }
    let locked = vm.call_method(&lock, "locked", &[])?;
    vm.truth(&locked)
}

fn wait(vm: &mut Vm, args: &Args) -> Result {
    let this = args.get(0);
    match plain_lock(vm, this)? {
        Some(_) => Ok(NativeCoroutine::new(&WAIT, [this.clone()]).into()),
        None => {
            let module = vm.import("asyncio.locks")?;
            vm.call_method(&module, "_wait", std::slice::from_ref(this))
        }
    }
}

fn wait_step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, input: Input) -> Result<AwaitStep> {
    let this = coroutine.local(0);
    let data = data(vm, &this)?;
    let lock = data.lock.get();
    let lock_data = lock_data(vm, &lock)?;
    match coroutine.stage.get() {
        0 => {
            if !lock_data.locked.get() {
                return Err(vm.runtime_error("cannot wait on un-acquired lock"));
            }
            let waiter = data.home.new_waiter(vm, &this)?;
            lock_data.release(vm)?;
            data.waiters.push(vm, waiter.clone());
            start_wait(vm, coroutine, waiter, NOTIFIED)
        }
        NOTIFIED => {
            let result = match resume_wait(vm, coroutine, input) {
                Waited::Pending(value) => return Ok(AwaitStep::Pending(value)),
                Waited::Done(result) => result,
            };
            data.waiters.remove(&waiter_of(coroutine));
            if let Err(error) = result {
                coroutine.set_local(1, error.into());
            }
            take_lock_back(vm, coroutine, data, &lock, Input::Send(Value::None))
        }
        _ => take_lock_back(vm, coroutine, data, &lock, input),
    }
}

/// Takes the lock even while being cancelled: who leaves `wait()` must hold it. The exception to
/// raise then lies in the second slot.
fn take_lock_back(
    vm: &mut Vm,
    coroutine: &Ref<NativeCoroutine>,
    data: &ConditionData,
    lock: &Value,
    input: Input,
) -> Result<AwaitStep> {
    let lock_data = lock_data(vm, lock)?;
    let mut input = input;
    loop {
        match lock_data.acquire_step(vm, lock, coroutine, LOCKED, input) {
            Ok(AwaitStep::Pending(value)) => return Ok(AwaitStep::Pending(value)),
            Ok(AwaitStep::Ready(_)) => break,
            Err(error) => {
                let before = error_in(coroutine.local(1));
                if let Some(before) = before
                    && error.context.is_none()
                    && !before.same(&error)
                {
                    error.context.replace(Some(before));
                }
                if !is_cancellation(vm, &error) {
                    data.waiters.wake_some(vm, 1, Value::False)?;
                    return Err(error);
                }
                coroutine.set_local(1, error.into());
                coroutine.stage.set(NOTIFIED);
                input = Input::Send(Value::None);
            }
        }
    }
    match error_in(coroutine.local(1)) {
        None => Ok(AwaitStep::Ready(Value::True)),
        Some(error) => {
            // The notification would be lost with this task: pass it on.
            data.waiters.wake_some(vm, 1, Value::False)?;
            Err(error)
        }
    }
}

fn error_in(value: Value) -> Option<Ref<Exception>> {
    match value {
        Value::Object(object) => object.downcast::<Exception>().ok(),
        _ => None,
    }
}

fn notify(vm: &mut Vm, args: &Args) -> Result {
    let this = args.get(0);
    if !is_locked(vm, this)? {
        return Err(vm.runtime_error("cannot notify on un-acquired lock"));
    }
    let count = match args.get(1).bound() {
        Some(count) => vm.index_i64(count)?,
        None => 1,
    };
    notify_some(vm, this, count)
}

fn notify_all(vm: &mut Vm, args: &Args) -> Result {
    let this = args.get(0);
    if !is_locked(vm, this)? {
        return Err(vm.runtime_error("cannot notify on un-acquired lock"));
    }
    let count = data(vm, this)?.waiters.len();
    notify_some(vm, this, count as i64)
}

/// `_notify`: without a look at the lock.
fn notify_unchecked(vm: &mut Vm, args: &Args) -> Result {
    let count = vm.index_i64(args.get(1))?;
    notify_some(vm, args.get(0), count)
}

fn notify_some(vm: &mut Vm, this: &Value, count: i64) -> Result {
    let count = usize::try_from(count).unwrap_or(0);
    data(vm, this)?.waiters.wake_some(vm, count, Value::False)?;
    Ok(Value::None)
}

fn new_waiter(vm: &mut Vm, args: &Args) -> Result {
    let data = data(vm, args.get(0))?;
    let waiter = data.home.new_waiter(vm, args.get(0))?;
    data.waiters.push(vm, waiter.clone());
    Ok(waiter)
}

fn forget_waiter(vm: &mut Vm, args: &Args) -> Result {
    data(vm, args.get(0))?.waiters.remove(args.get(1));
    Ok(Value::None)
}

fn enter(vm: &mut Vm, args: &Args) -> Result {
    let this = args.get(0);
    match plain_lock(vm, this)? {
        Some(lock) => Ok(NativeCoroutine::new(&ENTER, [lock]).into()),
        None => vm.enter_by_methods(this),
    }
}

fn enter_step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, input: Input) -> Result<AwaitStep> {
    let lock = coroutine.local(0);
    Ok(match lock_data(vm, &lock)?.acquire_step(vm, &lock, coroutine, 1, input)? {
        AwaitStep::Ready(_) => AwaitStep::Ready(Value::None),
        pending => pending,
    })
}

fn exit(vm: &mut Vm, args: &Args) -> Result {
    let this = args.get(0);
    match plain_lock(vm, this)? {
        Some(lock) => Ok(NativeCoroutine::new(&EXIT, [lock]).into()),
        None => vm.exit_by_methods(this),
    }
}

fn exit_step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, _: Input) -> Result<AwaitStep> {
    lock_data(vm, &coroutine.local(0))?.release(vm)?;
    Ok(AwaitStep::Ready(Value::None))
}

fn lock_method(vm: &mut Vm, value: &Value, name: &str) -> Result {
    let lock = data(vm, value)?.lock.get();
    let name = vm.intern(name);
    vm.get_attr(&lock, &name)
}

fn get_lock(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.lock.get())
}

fn set_lock(vm: &mut Vm, value: &Value, lock: Value) -> Result<()> {
    data(vm, value)?.lock.set(lock);
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

fn wait_now(_: &mut Vm, _: &Args) -> Result<Option<Value>> {
    Ok(None)
}

fn enter_now(vm: &mut Vm, args: &Args) -> Result<Option<Value>> {
    match plain_lock(vm, args.get(0))? {
        Some(lock) => Ok(lock_data(vm, &lock)?.try_acquire(vm).then_some(Value::None)),
        None => Ok(None),
    }
}

fn exit_now(vm: &mut Vm, args: &Args) -> Result<Option<Value>> {
    match plain_lock(vm, args.get(0))? {
        Some(lock) => {
            lock_data(vm, &lock)?.release(vm)?;
            Ok(Some(Value::None))
        }
        None => Ok(None),
    }
}
