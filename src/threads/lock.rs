//! `_thread.lock` and `_thread.RLock`.
//!
//! As in CPython, a released lock is free for whoever comes first: the waiter that is woken tries
//! again when its turn comes, and keeps its place in the line if somebody was faster.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::time::Duration;

use super::{ThreadId, Threads, Wake};
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, Native, NativeData, NativeObject};
use crate::object::tuple::Tuple;
use crate::object::{ObjectRef, Result, Value};
use crate::vm::Vm;

/// Who holds a lock, and who waits for it.
#[derive(Default)]
pub struct LockState {
    /// How many times it is held; a plain lock at most once.
    count: Cell<i64>,
    /// By whom; it matters to an RLock only.
    owner: Cell<ThreadId>,
    waiters: RefCell<VecDeque<ThreadId>>,
}

struct Lock(LockState);
struct RLock(LockState);

impl NativeData for Lock {
    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}
}

impl NativeData for RLock {
    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}
}

/// The longest timeout in seconds: `_thread.TIMEOUT_MAX`.
pub const TIMEOUT_MAX: f64 = 9_223_372_036.0;

impl LockState {
    fn is_held(&self) -> bool {
        self.count.get() > 0
    }

    /// Gives it up; the first waiter may try.
    fn release(&self, vm: &mut Vm) {
        self.count.set(0);
        self.wake_first(vm);
    }

    fn wake_first(&self, vm: &mut Vm) {
        let first = self.waiters.borrow_mut().pop_front();
        if let Some(first) = first {
            vm.unpark(first);
        }
    }

    /// Takes it, waiting until the deadline or for ever; false: it was not to be had in time.
    fn acquire(&self, vm: &mut Vm, deadline: Option<Duration>) -> Result<bool> {
        let me = vm.threads.current;
        let mut first_time = true;
        while self.is_held() {
            let place = if first_time { self.waiters.borrow().len() } else { 0 };
            self.waiters.borrow_mut().insert(place, me);
            first_time = false;
            let outcome = vm.park_checked(deadline, "a lock");
            // Whoever was woken is out of the line already.
            self.waiters.borrow_mut().retain(|waiter| *waiter != me);
            match outcome {
                Ok(Wake::Deadline) if self.is_held() => return Ok(false),
                Ok(_) => {}
                Err(error) => {
                    // Its turn, if it had one, goes to the next.
                    if !self.is_held() {
                        self.wake_first(vm);
                    }
                    return Err(error);
                }
            }
        }
        self.count.set(1);
        self.owner.set(me);
        Ok(true)
    }
}

/// The deadline that `blocking` and `timeout` mean: None, not to wait; Some(None), for ever.
fn wanted_deadline(
    vm: &mut Vm,
    blocking: &Value,
    timeout: &Value,
) -> Result<Option<Option<Duration>>> {
    let blocking = match blocking {
        Value::Unbound => true,
        value => vm.truth(value)?,
    };
    let seconds = match timeout {
        Value::Unbound => -1.0,
        value => match value.as_float() {
            Some(seconds) => seconds,
            None => vm.index_i64(value)? as f64,
        },
    };
    if seconds.is_nan() {
        return Err(vm.value_error("Invalid value NaN (not a number)"));
    }
    if !blocking && seconds != -1.0 {
        return Err(vm.value_error("can't specify a timeout for a non-blocking call"));
    }
    if seconds < 0.0 && seconds != -1.0 {
        return Err(vm.value_error("timeout value must be a non-negative number"));
    }
    if seconds > TIMEOUT_MAX {
        let message = if seconds > 1e18 {
            "timestamp out of range for platform time_t"
        } else {
            "timeout value is too large"
        };
        return Err(vm.overflow_error(message));
    }
    Ok(match (blocking, seconds) {
        (false, _) => None,
        (true, -1.0) => Some(None),
        (true, seconds) => Some(Some(vm.host.monotonic() + Duration::from_secs_f64(seconds))),
    })
}

fn acquire_state(vm: &mut Vm, state: &LockState, args: &Args) -> Result {
    let deadline = wanted_deadline(vm, args.get(1), args.get(2))?;
    let taken = match deadline {
        _ if !state.is_held() => state.acquire(vm, None)?,
        None => false,
        Some(deadline) => state.acquire(vm, deadline)?,
    };
    Ok(taken.into())
}

// ── plain locks ──

pub static LOCK: ClassSpec = ClassSpec {
    name: "lock",
    module: "_thread",
    layout: Kind::Native,
    new: Some(&Native::new("__new__", "*args, **kwargs", new_lock)),
    methods: &[
        Native::new("acquire", "blocking=True, timeout=-1", lock_acquire),
        Native::new("acquire_lock", "blocking=True, timeout=-1", lock_acquire),
        Native::new("release", "", lock_release),
        Native::new("release_lock", "", lock_release),
        Native::new("locked", "", lock_locked),
        Native::new("locked_lock", "", lock_locked),
        Native::new("__enter__", "", lock_acquire),
        Native::new("__exit__", "*exc_info", |vm, args| {
            lock_release(vm, args)?;
            Ok(Value::None)
        }),
        Native::new("__repr__", "", lock_repr),
        Native::new("_at_fork_reinit", "", |vm, args| {
            lock_state(vm, args)?.count.set(0);
            Ok(Value::None)
        }),
    ],
    doc: "A lock, which one thread at a time can hold.",
    ..ClassSpec::EMPTY
};

fn new_lock(vm: &mut Vm, args: &Args) -> Result {
    let given = args.values.len() - 1;
    if given > 0 {
        return Err(vm.type_error(format!("lock expected 0 arguments, got {given}")));
    }
    allocate_lock(vm, args)
}

pub fn allocate_lock(vm: &mut Vm, _: &Args) -> Result {
    let class = vm.class_for(&LOCK);
    Ok(NativeObject::new(class, Lock(LockState::default())).into())
}

fn lock_state<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a LockState> {
    match args.get(0).native::<Lock>() {
        Some(lock) => Ok(&lock.0),
        None => Err(vm.type_error("descriptor requires a '_thread.lock' object")),
    }
}

fn lock_acquire(vm: &mut Vm, args: &Args) -> Result {
    let state = lock_state(vm, args)?;
    acquire_state(vm, state, args)
}

fn lock_release(vm: &mut Vm, args: &Args) -> Result {
    let state = lock_state(vm, args)?;
    if !state.is_held() {
        return Err(vm.runtime_error("release unlocked lock"));
    }
    state.release(vm);
    Ok(Value::None)
}

fn lock_locked(vm: &mut Vm, args: &Args) -> Result {
    Ok(lock_state(vm, args)?.is_held().into())
}

fn lock_repr(vm: &mut Vm, args: &Args) -> Result {
    let word = if lock_state(vm, args)?.is_held() { "locked" } else { "unlocked" };
    let address = vm.identity(args.get(0));
    Ok(format!("<{word} _thread.lock object at {address:#x}>").into())
}

// ── locks that one thread may take several times ──

pub static RLOCK: ClassSpec = ClassSpec {
    name: "RLock",
    module: "_thread",
    layout: Kind::Native,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new_rlock)),
    methods: &[
        Native::new("acquire", "blocking=True, timeout=-1", rlock_acquire),
        Native::new("release", "", rlock_release),
        Native::new("__enter__", "", rlock_acquire),
        Native::new("__exit__", "*exc_info", rlock_release),
        Native::new("__repr__", "", rlock_repr),
        Native::new("_is_owned", "", |vm, args| {
            let (state, me) = rlock_state(vm, args)?;
            Ok((state.is_held() && state.owner.get() == me).into())
        }),
        Native::new("_recursion_count", "", |vm, args| {
            let (state, me) = rlock_state(vm, args)?;
            Ok(Value::Int(if state.owner.get() == me { state.count.get() } else { 0 }))
        }),
        Native::new("_release_save", "", rlock_release_save),
        Native::new("_acquire_restore", "state, /", rlock_acquire_restore),
        Native::new("_at_fork_reinit", "", |vm, args| {
            rlock_state(vm, args)?.0.count.set(0);
            Ok(Value::None)
        }),
    ],
    doc: "A lock that the thread which holds it can take again.",
    ..ClassSpec::EMPTY
};

fn new_rlock(vm: &mut Vm, args: &Args) -> Result {
    if args.values.len() > 1 {
        let text = "Passing arguments to RLock is deprecated and will be removed in 3.15";
        vm.warn_deprecated(text)?;
    }
    let class = vm.class_for(&RLOCK);
    let value = NativeObject::new(class.clone(), RLock(LockState::default())).into();
    let wanted = vm.class_argument(args, &class)?;
    Ok(vm.as_instance_of(value, &wanted))
}

fn rlock_state<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<(&'a LockState, ThreadId)> {
    match args.get(0).native::<RLock>() {
        Some(lock) => Ok((&lock.0, vm.threads.current)),
        None => Err(vm.type_error("descriptor requires a '_thread.RLock' object")),
    }
}

fn rlock_acquire(vm: &mut Vm, args: &Args) -> Result {
    let (state, me) = rlock_state(vm, args)?;
    if state.is_held() && state.owner.get() == me {
        wanted_deadline(vm, args.get(1), args.get(2))?;
        state.count.set(state.count.get() + 1);
        return Ok(Value::True);
    }
    acquire_state(vm, state, args)
}

fn rlock_release(vm: &mut Vm, args: &Args) -> Result {
    let (state, me) = rlock_state(vm, args)?;
    if !state.is_held() || state.owner.get() != me {
        return Err(vm.runtime_error("cannot release un-acquired lock"));
    }
    match state.count.get() {
        1 => state.release(vm),
        count => state.count.set(count - 1),
    }
    Ok(Value::None)
}

/// Gives it up however often it is held, for `Condition.wait`.
fn rlock_release_save(vm: &mut Vm, args: &Args) -> Result {
    let (state, me) = rlock_state(vm, args)?;
    if !state.is_held() {
        return Err(vm.runtime_error("cannot release un-acquired lock"));
    }
    let count = state.count.get();
    state.release(vm);
    Ok(Tuple::new([Value::Int(count), Value::Int(Threads::ident(me))]).into())
}

/// Takes it back as often as it was held.
fn rlock_acquire_restore(vm: &mut Vm, args: &Args) -> Result {
    let (state, _) = rlock_state(vm, args)?;
    let count = match args.get(1).as_tuple() {
        Some([count, _]) => vm.index_i64(count)?,
        _ => return Err(vm.type_error("the state of a lock is a tuple of two ints")),
    };
    state.acquire(vm, None)?;
    state.count.set(count);
    Ok(Value::None)
}

fn rlock_repr(vm: &mut Vm, args: &Args) -> Result {
    let (state, _) = rlock_state(vm, args)?;
    let (word, owner) = match state.is_held() {
        true => ("locked", Threads::ident(state.owner.get())),
        false => ("unlocked", 0),
    };
    let class = vm.class_of(args.get(0));
    let name = vm.full_class_name(&class)?;
    let address = vm.identity(args.get(0));
    let count = state.count.get();
    Ok(format!("<{word} {name} object owner={owner} count={count} at {address:#x}>").into())
}
