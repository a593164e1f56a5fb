//! `asyncio.Timeout`: Python library reference, "Timeouts".

use std::cell::Cell;

use ouro_grammar::ast::BinaryOperator;

use super::event_loop::EventLoopCore;
use super::handle::seconds;
use super::task::{cancel_any, cancellations, uncancel_any};
use crate::builtins::exceptions::ExceptionKind;
use crate::object::class::Class;
use crate::object::heap::Slot;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, Input, Native, NativeData, NativeObject};
use crate::object::native_coroutine::{CoroutineBody, NativeCoroutine};
use crate::object::{Exception, ObjectRef, Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::generator::AwaitStep;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Created,
    Entered,
    Expiring,
    Expired,
    Exited,
}

impl State {
    /// The word for it in reprs and errors.
    fn name(self) -> &'static str {
        match self {
            State::Created => "created",
            State::Entered => "active",
            State::Expiring => "expiring",
            State::Expired => "expired",
            State::Exited => "finished",
        }
    }
}

pub struct TimeoutData {
    state: Cell<State>,
    /// The deadline on the loop's clock; None when there is none.
    when: Slot,
    /// The handle that a loop with timers of its own gave.
    timer: Slot,
    /// The number of the timer in the loop's heap; 0: none is set.
    armed: Cell<u64>,
    task: Slot,
    /// How many cancellations of the task were under way when the block began.
    cancelling: Cell<i64>,
}

impl NativeData for TimeoutData {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        for slot in [&self.when, &self.timer, &self.task] {
            slot.visit(visit);
        }
    }

    fn clear(&self) {
        self.timer.set(Value::None);
        self.task.set(Value::None);
    }
}

pub static CLASS: ClassSpec = ClassSpec {
    name: "Timeout",
    module: "asyncio.timeouts",
    layout: Kind::Native,
    is_base_type: true,
    new: Some(&Native::new("__new__", "when", new)),
    methods: &[
        Native::python("when", "", when),
        Native::python("reschedule", "when", reschedule),
        Native::python("expired", "", expired),
        Native::python("__repr__", "", repr),
        Native::coroutine("__aenter__", "", enter, enter_now),
        Native::coroutine("__aexit__", "exc_type, exc_val, exc_tb", exit, exit_now),
    ],
    ..ClassSpec::EMPTY
};

pub static TIMEOUT: Native = Native::python("timeout", "delay", timeout);
pub static TIMEOUT_AT: Native = Native::python("timeout_at", "when", timeout_at);
/// What a loop that sets timers in a way of its own is given to call.
static ON_TIMEOUT: Native = Native::new("_on_timeout", "", on_timeout_method);

static ENTER: CoroutineBody = CoroutineBody::new("__aenter__", "Timeout.__aenter__", enter_step, 1);
static EXIT: CoroutineBody = CoroutineBody::new("__aexit__", "Timeout.__aexit__", exit_step, 3);

fn data<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a TimeoutData> {
    match value.native::<TimeoutData>() {
        Some(data) => Ok(data),
        None => Err(vm.type_error("a Timeout was expected")),
    }
}

fn new_data(when: Value) -> TimeoutData {
    TimeoutData {
        state: Cell::new(State::Created),
        when: Slot::new(when),
        timer: Slot::new(Value::None),
        armed: Cell::new(0),
        task: Slot::new(Value::None),
        cancelling: Cell::new(0),
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.class_for(&CLASS);
    let value = Value::object(NativeObject::new(class.clone(), new_data(args.get(1).clone())));
    let wanted = vm.class_argument(args, &class)?;
    Ok(vm.as_instance_of(value, &wanted))
}

fn running_loop(vm: &mut Vm) -> Result {
    match vm.loop_in_reach() {
        Some(running) => Ok(running.clone()),
        None => Err(vm.runtime_error("no running event loop")),
    }
}

/// The time of a loop, in seconds.
fn time_of(vm: &mut Vm, event_loop: &Value) -> Result<f64> {
    match event_loop.native::<EventLoopCore>() {
        Some(core) if !core.has_own_timers() => Ok(vm.loop_time()),
        _ => {
            let time = vm.call_method(event_loop, "time", &[])?;
            seconds(vm, &time)
        }
    }
}

fn timeout(vm: &mut Vm, args: &Args) -> Result {
    let event_loop = running_loop(vm)?;
    let when = match args.get(0) {
        Value::None => Value::None,
        delay => match event_loop.native::<EventLoopCore>() {
            Some(core) if !core.has_own_timers() => {
                Value::float(vm.loop_time() + seconds(vm, delay)?)
            }
            // A clock of the loop's own may count in numbers of another kind.
            _ => {
                let time = vm.call_method(&event_loop, "time", &[])?;
                vm.binary(BinaryOperator::Add, &time, delay)?
            }
        },
    };
    let class = vm.class_for(&CLASS);
    Ok(NativeObject::new(class, new_data(when)).into())
}

fn timeout_at(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.class_for(&CLASS);
    Ok(NativeObject::new(class, new_data(args.get(0).clone())).into())
}

fn when(vm: &mut Vm, args: &Args) -> Result {
    Ok(data(vm, args.get(0))?.when.get())
}

fn expired(vm: &mut Vm, args: &Args) -> Result {
    let state = data(vm, args.get(0))?.state.get();
    Ok(matches!(state, State::Expiring | State::Expired).into())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let data = data(vm, args.get(0))?;
    let mut text = format!("<Timeout [{}]", data.state.get().name());
    if data.state.get() == State::Entered {
        let when = match data.when.get() {
            Value::None => Value::None,
            when => {
                let name = vm.intern("__round__");
                let rounded = vm.call_special(&when, &name, &[Value::Int(3)])?;
                rounded.unwrap_or(when)
            }
        };
        text.push_str(&format!(" when={}", vm.repr(&when)?.as_str()));
    }
    text.push('>');
    Ok(text.into())
}

fn reschedule(vm: &mut Vm, args: &Args) -> Result {
    let this = args.get(0);
    let data = data(vm, this)?;
    match data.state.get() {
        State::Entered => {}
        State::Created => return Err(vm.runtime_error("Timeout has not been entered")),
        state => {
            let state = state.name();
            return Err(vm.runtime_error(format!("Cannot change state of {state} Timeout")));
        }
    }
    data.when.set(args.get(1).clone());
    set_timer(vm, this, data)?;
    Ok(Value::None)
}

/// Sets the timer for the deadline, in the place of one set before.
fn set_timer(vm: &mut Vm, this: &Value, data: &TimeoutData) -> Result<()> {
    data.stop_timer(vm)?;
    let when = data.when.get();
    if when.is_none() {
        return Ok(());
    }
    let event_loop = running_loop(vm)?;
    let deadline = seconds(vm, &when)?;
    let is_over = deadline <= time_of(vm, &event_loop)?;
    match event_loop.native::<EventLoopCore>() {
        Some(core) if !core.has_own_timers() && !core.has_own_call_soon() => {
            data.armed.set(core.arm(vm, this, deadline, is_over)?);
        }
        _ => {
            let on_timeout = vm.bound_native(&ON_TIMEOUT, this);
            let timer = match is_over {
                true => vm.call_method(&event_loop, "call_soon", &[on_timeout])?,
                false => vm.call_method(&event_loop, "call_at", &[when, on_timeout])?,
            };
            data.timer.set(timer);
        }
    }
    Ok(())
}

impl TimeoutData {
    /// Whether the timer with that number is the one that is set now.
    pub fn is_armed(&self, timer: u64) -> bool {
        self.armed.get() == timer
    }

    /// The task that is inside the block.
    pub fn task(&self) -> Value {
        self.task.get()
    }

    fn stop_timer(&self, vm: &mut Vm) -> Result<()> {
        let timer = self.timer.replace(Value::None);
        if !timer.is_none() {
            vm.call_method(&timer, "cancel", &[])?;
        }
        if self.armed.replace(0) != 0
            && let Some(event_loop) = &vm.asyncio.running_loop
            && let Some(core) = event_loop.native::<EventLoopCore>()
        {
            core.timer_cancelled();
        }
        Ok(())
    }
}

fn on_timeout_method(vm: &mut Vm, args: &Args) -> Result {
    expire(vm, args.get(0))?;
    Ok(Value::None)
}

/// The deadline has come.
pub fn expire(vm: &mut Vm, this: &Value) -> Result<()> {
    let data = data(vm, this)?;
    if data.state.get() != State::Entered {
        return Err(vm.exception(ExceptionKind::AssertionError, []));
    }
    cancel_any(vm, &data.task.get(), Value::None)?;
    data.state.set(State::Expiring);
    data.timer.set(Value::None);
    data.armed.set(0);
    Ok(())
}

fn enter(vm: &mut Vm, args: &Args) -> Result {
    data(vm, args.get(0))?;
    Ok(NativeCoroutine::new(&ENTER, [args.get(0).clone()]).into())
}

fn enter_step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, _: Input) -> Result<AwaitStep> {
    begin(vm, &coroutine.local(0)).map(AwaitStep::Ready)
}

fn enter_now(vm: &mut Vm, args: &Args) -> Result<Option<Value>> {
    begin(vm, args.get(0)).map(Some)
}

/// The block begins.
fn begin(vm: &mut Vm, this: &Value) -> Result {
    let data = data(vm, this)?;
    if data.state.get() != State::Created {
        return Err(vm.runtime_error("Timeout has already been entered"));
    }
    let event_loop = running_loop(vm)?;
    let Some(task) = vm.current_task_of(&event_loop) else {
        return Err(vm.runtime_error("Timeout should be used inside a task"));
    };
    let cancelling = cancellations(vm, &task)?;
    data.state.set(State::Entered);
    data.task.set(task);
    data.cancelling.set(cancelling);
    set_timer(vm, this, data)?;
    Ok(this.clone())
}

fn exit(vm: &mut Vm, args: &Args) -> Result {
    data(vm, args.get(0))?;
    let arguments = [args.get(0).clone(), args.get(1).clone(), args.get(2).clone()];
    Ok(NativeCoroutine::new(&EXIT, arguments).into())
}

fn exit_step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, _: Input) -> Result<AwaitStep> {
    let [this, class, exception] = [0, 1, 2].map(|place| coroutine.local(place));
    end(vm, &this, &class, &exception)?;
    Ok(AwaitStep::Ready(Value::None))
}

fn exit_now(vm: &mut Vm, args: &Args) -> Result<Option<Value>> {
    end(vm, args.get(0), args.get(1), args.get(2))?;
    Ok(Some(Value::None))
}

/// The block has ended, with an exception or not.
fn end(vm: &mut Vm, this: &Value, class: &Value, exception: &Value) -> Result<()> {
    let data = data(vm, this)?;
    match data.state.get() {
        State::Entered => {
            data.stop_timer(vm)?;
            data.task.set(Value::None);
            data.state.set(State::Exited);
            return Ok(());
        }
        State::Expiring => {}
        _ => return Err(vm.exception(ExceptionKind::AssertionError, [])),
    }
    data.state.set(State::Expired);
    let task = data.task.replace(Value::None);
    let left = uncancel_any(vm, &task)?;
    if left > data.cancelling.get() || class.is_none() {
        // Someone else cancelled the task too, or the block ended in time.
        return Ok(());
    }
    let cancelled = vm.exception_class(ExceptionKind::CancelledError).clone();
    let is_cancellation =
        class.get_ref::<Class>().is_some_and(|class| class.is_subclass_of(&cancelled));
    let exception = exception.get_ref::<Exception>();
    if is_cancellation {
        let error = vm.exception(ExceptionKind::TimeoutError, []);
        error.cause.replace(exception.cloned());
        error.context.replace(exception.cloned());
        error.suppress_context.set(true);
        return Err(error);
    }
    if let Some(exception) = exception {
        insert_timeout_error(vm, exception);
        if vm.is_exception(exception, ExceptionKind::ExceptionGroup) {
            let name = vm.intern("exceptions");
            let members = vm.get_attr(&exception.clone().into(), &name)?;
            for member in members.as_tuple().unwrap_or(&[]) {
                if let Some(member) = member.get_ref::<Exception>() {
                    insert_timeout_error(vm, member);
                }
            }
        }
    }
    Ok(())
}

/// Puts a TimeoutError between an exception of the block and the cancellation it came from.
fn insert_timeout_error(vm: &mut Vm, exception: &Ref<Exception>) {
    let mut exception = exception.clone();
    loop {
        let Some(context) = exception.context.get() else { return };
        if vm.is_exception(&context, ExceptionKind::CancelledError) {
            let error = vm.exception(ExceptionKind::TimeoutError, []);
            error.context.replace(Some(context.clone()));
            error.cause.replace(Some(context));
            error.suppress_context.set(true);
            exception.context.replace(Some(error));
            return;
        }
        exception = context;
    }
}
