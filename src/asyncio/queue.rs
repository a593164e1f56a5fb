//! `asyncio.Queue`: Python library reference, "Queues".
//!
//! Where the items lie is for a subclass to say: `PriorityQueue`, `LifoQueue` and those of scripts
//! have methods `_init`, `_put` and `_get` of their own, which are called then; and so are the other
//! methods that a subclass has anew.

use std::cell::Cell;

use super::future::{State, cancel_future, future_state};
use super::waiters::{HomeLoop, Overrides, Waited, Waiters, resume_wait, start_wait, waiter_of};
use crate::modules::collections::deque::Deque;
use crate::object::heap::Slot;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Input, Native, NativeData, NativeObject};
use crate::object::native_coroutine::{CoroutineBody, NativeCoroutine};
use crate::object::{Exception, ObjectRef, Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::generator::AwaitStep;

pub struct QueueData {
    /// What the script gave: a number of any kind.
    maxsize: Slot,
    /// The same as an int; zero or less: no limit.
    limit: Cell<i64>,
    /// `_queue`: a deque, unless a subclass has put something else there.
    items: Slot,
    getters: Waiters,
    putters: Waiters,
    joiners: Waiters,
    unfinished: Cell<i64>,
    is_shut_down: Cell<bool>,
    home: HomeLoop,
    overrides: Overrides,
}

impl NativeData for QueueData {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.maxsize.visit(visit);
        self.items.visit(visit);
        for line in [&self.getters, &self.putters, &self.joiners] {
            line.visit(visit);
        }
        self.home.visit(visit);
    }

    fn clear(&self) {
        self.items.set(Value::None);
        for line in [&self.getters, &self.putters, &self.joiners] {
            line.clear();
        }
        self.home.clear();
    }
}

/// The methods that others here call, and the bits that say that a subclass has them anew.
const METHODS: &[&str] = &["_put", "_get", "qsize", "empty", "full", "put_nowait", "get_nowait"];
const PUT: u32 = 1;
const GET: u32 = 2;
const QSIZE: u32 = 4;
const EMPTY: u32 = 8;
const FULL: u32 = 16;
const PUT_NOWAIT: u32 = 32;
const GET_NOWAIT: u32 = 64;

pub static CLASS: ClassSpec = ClassSpec {
    name: "Queue",
    module: "_asyncio",
    layout: Kind::Native,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::python("_init", "maxsize", init_items),
        Native::python("_get", "", get_item),
        Native::python("_put", "item", put_item),
        Native::python("qsize", "", qsize),
        Native::python("empty", "", empty),
        Native::python("full", "", full),
        Native::coroutine("put", "item", put, put_now),
        Native::python("put_nowait", "item", put_nowait),
        Native::coroutine("get", "", get, get_now),
        Native::python("get_nowait", "", get_nowait),
        Native::python("task_done", "", task_done),
        Native::coroutine("join", "", join, join_now),
        Native::python("shutdown", "immediate=False", shutdown),
    ],
    attributes: &[
        GetSetSpec::readonly("maxsize", get_maxsize),
        GetSetSpec::writable("_maxsize", get_maxsize, set_maxsize),
        GetSetSpec::writable("_queue", get_items, set_items),
        GetSetSpec::readonly("_getters", |vm, value| Ok(data(vm, value)?.getters.to_deque(vm))),
        GetSetSpec::readonly("_putters", |vm, value| Ok(data(vm, value)?.putters.to_deque(vm))),
        GetSetSpec::writable("_unfinished_tasks", get_unfinished, set_unfinished),
        GetSetSpec::readonly("_is_shutdown", |vm, value| {
            Ok(data(vm, value)?.is_shut_down.get().into())
        }),
        GetSetSpec::writable("_loop", get_loop, set_loop),
    ],
    ..ClassSpec::EMPTY
};

static PUT_BODY: CoroutineBody = CoroutineBody::new("put", "Queue.put", put_step, 3);
static GET_BODY: CoroutineBody = CoroutineBody::new("get", "Queue.get", get_step, 2);
static JOIN_BODY: CoroutineBody = CoroutineBody::new("join", "Queue.join", join_step, 2);

fn data<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a QueueData> {
    match value.native::<QueueData>() {
        Some(data) => Ok(data),
        None => Err(vm.type_error("a Queue was expected")),
    }
}

/// One of the exceptions that `asyncio.queues` defines.
#[cold]
fn queue_error(vm: &mut Vm, name: &str) -> Ref<Exception> {
    let raised = vm.import("asyncio.queues").and_then(|module| {
        let name = vm.intern(name);
        let class = vm.get_attr(&module, &name)?;
        vm.exception_from(&class, "exceptions must derive from BaseException")
    });
    match raised {
        Ok(error) | Err(error) => error,
    }
}

/// The deque that the items lie in, if it is one without a mind of its own.
fn plain_deque(items: &Value) -> Option<&Deque> {
    match items {
        Value::Object(object) if !object.is_derived() => items.native::<Deque>(),
        _ => None,
    }
}

impl QueueData {
    fn overridden(&self, vm: &mut Vm, this: &Value) -> u32 {
        self.overrides.of(vm, this, METHODS)
    }

    fn is_empty(&self, vm: &mut Vm, this: &Value, overridden: u32) -> Result<bool> {
        if overridden & EMPTY != 0 {
            let empty = vm.call_method(this, "empty", &[])?;
            return vm.truth(&empty);
        }
        self.has_no_item(vm)
    }

    fn has_no_item(&self, vm: &mut Vm) -> Result<bool> {
        let items = self.items.get();
        match plain_deque(&items) {
            Some(deque) => Ok(deque.is_empty()),
            _ => vm.truth(&items).map(|truth| !truth),
        }
    }

    fn size(&self, vm: &mut Vm, this: &Value, overridden: u32) -> Result<i64> {
        if overridden & QSIZE != 0 {
            let size = vm.call_method(this, "qsize", &[])?;
            return vm.index_i64(&size);
        }
        let items = self.items.get();
        match plain_deque(&items) {
            Some(deque) => Ok(deque.len() as i64),
            _ => vm.length(&items).map(|length| length as i64),
        }
    }

    /// Whether a `put` has to wait; without a limit nobody is asked.
    #[inline]
    fn has_no_place(&self, vm: &mut Vm, this: &Value, overridden: u32) -> Result<bool> {
        Ok((self.limit.get() > 0 || overridden & FULL != 0)
            && self.is_full(vm, this, overridden)?)
    }

    fn is_full(&self, vm: &mut Vm, this: &Value, overridden: u32) -> Result<bool> {
        if overridden & FULL != 0 {
            let full = vm.call_method(this, "full", &[])?;
            return vm.truth(&full);
        }
        let limit = self.limit.get();
        Ok(limit > 0 && self.size(vm, this, overridden)? >= limit)
    }

    /// `put_nowait`, as it is written here.
    fn put_now(&self, vm: &mut Vm, this: &Value, item: Value, overridden: u32) -> Result<()> {
        if self.is_shut_down.get() {
            return Err(queue_error(vm, "QueueShutDown"));
        }
        if self.has_no_place(vm, this, overridden)? {
            return Err(queue_error(vm, "QueueFull"));
        }
        if overridden & PUT == 0 {
            self.put_item(vm, item)?;
        } else {
            vm.call_method(this, "_put", &[item])?;
        }
        self.unfinished.set(self.unfinished.get() + 1);
        self.getters.release_next(vm)
    }

    fn put_item(&self, vm: &mut Vm, item: Value) -> Result<()> {
        let items = self.items.get();
        match plain_deque(&items) {
            Some(deque) => drop(deque.push_back(item)),
            _ => drop(vm.call_method(&items, "append", &[item])?),
        }
        Ok(())
    }

    /// `get_nowait`, as it is written here.
    fn get_now(&self, vm: &mut Vm, this: &Value, overridden: u32) -> Result {
        if self.is_empty(vm, this, overridden)? {
            let name = if self.is_shut_down.get() { "QueueShutDown" } else { "QueueEmpty" };
            return Err(queue_error(vm, name));
        }
        let item = self.get_item(vm, this, overridden)?;
        self.putters.release_next(vm)?;
        Ok(item)
    }

    fn get_item(&self, vm: &mut Vm, this: &Value, overridden: u32) -> Result {
        if overridden & GET != 0 {
            return vm.call_method(this, "_get", &[]);
        }
        self.first_item(vm)
    }

    fn first_item(&self, vm: &mut Vm) -> Result {
        let items = self.items.get();
        if let Some(deque) = plain_deque(&items)
            && let Some(item) = deque.pop_front()
        {
            return Ok(item);
        }
        vm.call_method(&items, "popleft", &[])
    }

    /// One item is dealt with.
    fn finish_one(&self, vm: &mut Vm) -> Result<()> {
        self.unfinished.set(self.unfinished.get() - 1);
        if self.unfinished.get() == 0 {
            self.joiners.wake_some(vm, usize::MAX, Value::True)?;
        }
        Ok(())
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.class_for(&CLASS);
    let data = QueueData {
        maxsize: Slot::new(Value::Int(0)),
        limit: Cell::new(0),
        items: Slot::new(Value::None),
        getters: Waiters::default(),
        putters: Waiters::default(),
        joiners: Waiters::default(),
        unfinished: Cell::new(0),
        is_shut_down: Cell::new(false),
        home: HomeLoop::default(),
        overrides: Overrides::default(),
    };
    let value = Value::object(NativeObject::new(class.clone(), data));
    let wanted = vm.class_argument(args, &class)?;
    Ok(vm.as_instance_of(value, &wanted))
}

fn init_items(vm: &mut Vm, args: &Args) -> Result {
    let module = vm.import("_collections")?;
    let deque = vm.call_method(&module, "deque", &[])?;
    data(vm, args.get(0))?.items.set(deque);
    Ok(Value::None)
}

fn get_item(vm: &mut Vm, args: &Args) -> Result {
    data(vm, args.get(0))?.first_item(vm)
}

fn put_item(vm: &mut Vm, args: &Args) -> Result {
    data(vm, args.get(0))?.put_item(vm, args.get(1).clone())?;
    Ok(Value::None)
}

fn qsize(vm: &mut Vm, args: &Args) -> Result {
    data(vm, args.get(0))?.size(vm, args.get(0), 0).map(Value::Int)
}

fn empty(vm: &mut Vm, args: &Args) -> Result {
    data(vm, args.get(0))?.has_no_item(vm).map(Value::from)
}

fn full(vm: &mut Vm, args: &Args) -> Result {
    let this = args.get(0);
    let data = data(vm, this)?;
    let overridden = data.overridden(vm, this) & !FULL;
    data.is_full(vm, this, overridden).map(Value::from)
}

fn put_nowait(vm: &mut Vm, args: &Args) -> Result {
    let this = args.get(0);
    let data = data(vm, this)?;
    let overridden = data.overridden(vm, this);
    data.put_now(vm, this, args.get(1).clone(), overridden)?;
    Ok(Value::None)
}

fn get_nowait(vm: &mut Vm, args: &Args) -> Result {
    let this = args.get(0);
    let data = data(vm, this)?;
    let overridden = data.overridden(vm, this);
    data.get_now(vm, this, overridden)
}

fn put(vm: &mut Vm, args: &Args) -> Result {
    data(vm, args.get(0))?;
    Ok(NativeCoroutine::new(&PUT_BODY, [args.get(0).clone(), args.get(1).clone()]).into())
}

fn put_step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, input: Input) -> Result<AwaitStep> {
    let this = coroutine.local(0);
    let data = data(vm, &this)?;
    let overridden = data.overridden(vm, &this);
    if coroutine.stage.get() == 1 {
        match resume_wait(vm, coroutine, input) {
            Waited::Pending(value) => return Ok(AwaitStep::Pending(value)),
            Waited::Done(Ok(_)) => {}
            Waited::Done(Err(error)) => {
                if give_up(vm, &data.putters, coroutine)? && !data.is_full(vm, &this, overridden)? {
                    // The place for which this task was woken up goes to the next one.
                    data.putters.release_next(vm)?;
                }
                return Err(error);
            }
        }
    }
    if data.has_no_place(vm, &this, overridden)? {
        if data.is_shut_down.get() {
            return Err(queue_error(vm, "QueueShutDown"));
        }
        let waiter = data.home.new_waiter(vm, &this)?;
        data.putters.push(vm, waiter.clone());
        return start_wait(vm, coroutine, waiter, 1);
    }
    let item = coroutine.local(1);
    if overridden & PUT_NOWAIT != 0 {
        return vm.call_method(&this, "put_nowait", &[item]).map(AwaitStep::Ready);
    }
    data.put_now(vm, &this, item, overridden)?;
    Ok(AwaitStep::Ready(Value::None))
}

fn get(vm: &mut Vm, args: &Args) -> Result {
    data(vm, args.get(0))?;
    Ok(NativeCoroutine::new(&GET_BODY, [args.get(0).clone()]).into())
}

fn get_step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, input: Input) -> Result<AwaitStep> {
    let this = coroutine.local(0);
    let data = data(vm, &this)?;
    let overridden = data.overridden(vm, &this);
    if coroutine.stage.get() == 1 {
        match resume_wait(vm, coroutine, input) {
            Waited::Pending(value) => return Ok(AwaitStep::Pending(value)),
            Waited::Done(Ok(_)) => {}
            Waited::Done(Err(error)) => {
                if give_up(vm, &data.getters, coroutine)?
                    && !data.is_empty(vm, &this, overridden)?
                {
                    // The item for which this task was woken up goes to the next one.
                    data.getters.release_next(vm)?;
                }
                return Err(error);
            }
        }
    }
    if data.is_empty(vm, &this, overridden)? {
        if data.is_shut_down.get() {
            return Err(queue_error(vm, "QueueShutDown"));
        }
        let waiter = data.home.new_waiter(vm, &this)?;
        data.getters.push(vm, waiter.clone());
        return start_wait(vm, coroutine, waiter, 1);
    }
    if overridden & GET_NOWAIT != 0 {
        return vm.call_method(&this, "get_nowait", &[]).map(AwaitStep::Ready);
    }
    data.get_now(vm, &this, overridden).map(AwaitStep::Ready)
}

/// Takes a task that was cancelled while it waited out of the line; tells whether it had been woken
/// up before.
fn give_up(vm: &mut Vm, line: &Waiters, coroutine: &Ref<NativeCoroutine>) -> Result<bool> {
    let waiter = waiter_of(coroutine);
    let Some(future) = future_state(&waiter) else { return Ok(false) };
    cancel_future(vm, &waiter, future, Value::None)?;
    line.remove(&waiter);
    Ok(future.state.get() != State::Cancelled)
}

fn task_done(vm: &mut Vm, args: &Args) -> Result {
    let data = data(vm, args.get(0))?;
    if data.unfinished.get() <= 0 {
        return Err(vm.value_error("task_done() called too many times"));
    }
    data.finish_one(vm)?;
    Ok(Value::None)
}

fn join(vm: &mut Vm, args: &Args) -> Result {
    data(vm, args.get(0))?;
    Ok(NativeCoroutine::new(&JOIN_BODY, [args.get(0).clone()]).into())
}

fn join_step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, input: Input) -> Result<AwaitStep> {
    let this = coroutine.local(0);
    let data = data(vm, &this)?;
    if coroutine.stage.get() == 0 {
        if data.unfinished.get() <= 0 {
            return Ok(AwaitStep::Ready(Value::None));
        }
        let waiter = data.home.new_waiter(vm, &this)?;
        data.joiners.push(vm, waiter.clone());
        return start_wait(vm, coroutine, waiter, 1);
    }
    match resume_wait(vm, coroutine, input) {
        Waited::Pending(value) => Ok(AwaitStep::Pending(value)),
        Waited::Done(result) => {
            data.joiners.remove(&waiter_of(coroutine));
            result.map(|_| AwaitStep::Ready(Value::None))
        }
    }
}

fn shutdown(vm: &mut Vm, args: &Args) -> Result {
    let this = args.get(0);
    let data = data(vm, this)?;
    let overridden = data.overridden(vm, this);
    let immediate = match args.get(1).bound() {
        Some(immediate) => vm.truth(immediate)?,
        None => false,
    };
    data.is_shut_down.set(true);
    if immediate {
        while !data.is_empty(vm, this, overridden)? {
            drop(data.get_item(vm, this, overridden)?);
            if data.unfinished.get() > 0 {
                data.unfinished.set(data.unfinished.get() - 1);
            }
        }
        if data.unfinished.get() == 0 {
            data.joiners.wake_some(vm, usize::MAX, Value::True)?;
        }
    }
    for line in [&data.getters, &data.putters] {
        while !line.is_empty() {
            line.release_next(vm)?;
        }
    }
    Ok(Value::None)
}

fn get_maxsize(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.maxsize.get())
}

fn set_maxsize(vm: &mut Vm, value: &Value, maxsize: Value) -> Result<()> {
    let limit = match (maxsize.as_integer(), maxsize.as_float()) {
        (Some(integer), _) => integer.to_i64().unwrap_or(i64::MAX),
        // As many items as are not more than that.
        (None, Some(float)) => float.ceil() as i64,
        (None, None) => {
            let name = vm.type_name(&maxsize);
            return Err(vm.type_error(format!("maxsize must be a number, not '{name}'")));
        }
    };
    let data = data(vm, value)?;
    data.limit.set(limit);
    data.maxsize.set(maxsize);
    Ok(())
}

fn get_items(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.items.get())
}

fn set_items(vm: &mut Vm, value: &Value, items: Value) -> Result<()> {
    data(vm, value)?.items.set(items);
    Ok(())
}

fn get_unfinished(vm: &mut Vm, value: &Value) -> Result {
    Ok(Value::Int(data(vm, value)?.unfinished.get()))
}

fn set_unfinished(vm: &mut Vm, value: &Value, unfinished: Value) -> Result<()> {
    let unfinished = vm.index_i64(&unfinished)?;
    data(vm, value)?.unfinished.set(unfinished);
    Ok(())
}

fn get_loop(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.home.get())
}

fn set_loop(vm: &mut Vm, value: &Value, home: Value) -> Result<()> {
    data(vm, value)?.home.set(home);
    Ok(())
}

// What an `await` does without a coroutine, when nobody has to wait.

fn put_now(vm: &mut Vm, args: &Args) -> Result<Option<Value>> {
    let this = args.get(0);
    let data = data(vm, this)?;
    let overridden = data.overridden(vm, this);
    if overridden & PUT_NOWAIT != 0 || data.has_no_place(vm, this, overridden)? {
        return Ok(None);
    }
    data.put_now(vm, this, args.get(1).clone(), overridden)?;
    Ok(Some(Value::None))
}

fn get_now(vm: &mut Vm, args: &Args) -> Result<Option<Value>> {
    let this = args.get(0);
    let data = data(vm, this)?;
    let overridden = data.overridden(vm, this);
    if overridden & GET_NOWAIT != 0 || data.is_empty(vm, this, overridden)? {
        return Ok(None);
    }
    data.get_now(vm, this, overridden).map(Some)
}

fn join_now(vm: &mut Vm, args: &Args) -> Result<Option<Value>> {
    Ok((data(vm, args.get(0))?.unfinished.get() <= 0).then_some(Value::None))
}
