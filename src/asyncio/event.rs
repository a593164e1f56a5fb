//! `asyncio.Event`: Python library reference, "Synchronization Primitives".

use std::cell::Cell;

use super::stand_in::{StandsFor, give_way};
use super::waiters::{HomeLoop, Waited, Waiters, resume_wait, start_wait, waiter_of};
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Input, Native, NativeData, NativeObject};
use crate::object::native_coroutine::{CoroutineBody, NativeCoroutine};
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::generator::AwaitStep;

#[derive(Default)]
pub struct EventData {
    is_set: Cell<bool>,
    waiters: Waiters,
    pub(super) home: HomeLoop,
}

impl NativeData for EventData {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.waiters.visit(visit);
        self.home.visit(visit);
    }

    fn clear(&self) {
        self.waiters.clear();
        self.home.clear();
    }
}

pub static CLASS: ClassSpec = ClassSpec {
    name: "Event",
    module: "_asyncio",
    layout: Kind::Native,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::python("is_set", "", is_set),
        Native::python("set", "", set),
        Native::python("clear", "", clear),
        Native::coroutine("wait", "", wait, wait_now),
    ],
    attributes: &[
        GetSetSpec::writable("_value", get_value, set_value),
        GetSetSpec::readonly("_waiters", get_waiters),
        GetSetSpec::writable("_loop", get_loop, set_loop),
    ],
    ..ClassSpec::EMPTY
};

pub(super) static WAIT: CoroutineBody = CoroutineBody {
    gives_way: Some(|coroutine| give_way(coroutine, StandsFor::EventWait)),
    ..CoroutineBody::new("wait", "Event.wait", wait_step, 2)
};

fn data<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a EventData> {
    match value.native::<EventData>() {
        Some(data) => Ok(data),
        None => Err(vm.type_error("an Event was expected")),
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.class_for(&CLASS);
    let value = Value::object(NativeObject::new(class.clone(), EventData::default()));
    let wanted = vm.class_argument(args, &class)?;
    Ok(vm.as_instance_of(value, &wanted))
}

fn is_set(vm: &mut Vm, args: &Args) -> Result {
    get_value(vm, args.get(0))
}

fn set(vm: &mut Vm, args: &Args) -> Result {
    let data = data(vm, args.get(0))?;
    if !data.is_set.replace(true) {
        data.waiters.wake_some(vm, usize::MAX, Value::True)?;
    }
    Ok(Value::None)
}

fn clear(vm: &mut Vm, args: &Args) -> Result {
    data(vm, args.get(0))?.is_set.set(false);
    Ok(Value::None)
}

fn wait(vm: &mut Vm, args: &Args) -> Result {
    data(vm, args.get(0))?;
    Ok(NativeCoroutine::new(&WAIT, [args.get(0).clone()]).into())
}

fn wait_step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, input: Input) -> Result<AwaitStep> {
    let this = coroutine.local(0);
    let data = data(vm, &this)?;
    if coroutine.stage.get() == 0 {
        if data.is_set.get() {
            return Ok(AwaitStep::Ready(Value::True));
        }
        let waiter = data.home.new_waiter(vm, &this)?;
        data.waiters.push(vm, waiter.clone());
        return start_wait(vm, coroutine, waiter, 1);
    }
    match resume_wait(vm, coroutine, input) {
        Waited::Pending(value) => Ok(AwaitStep::Pending(value)),
        Waited::Done(result) => {
            data.waiters.remove(&waiter_of(coroutine));
            result.map(|_| AwaitStep::Ready(Value::True))
        }
    }
}

fn get_value(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.is_set.get().into())
}

fn set_value(vm: &mut Vm, value: &Value, is_set: Value) -> Result<()> {
    let is_set = vm.truth(&is_set)?;
    data(vm, value)?.is_set.set(is_set);
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

/// What `await event.wait()` does when nobody has to wait.
fn wait_now(vm: &mut Vm, args: &Args) -> Result<Option<Value>> {
    Ok(data(vm, args.get(0))?.is_set.get().then_some(Value::True))
}
