//! `asyncio.sleep`: Python library reference, "Coroutines and Tasks".

use super::event_loop::EventLoopCore;
use super::future::{State, future_state};
use super::handle::seconds;
use super::waiters::{Waited, resume_wait, start_wait, waiter_of};
use crate::code::op::Comparison;
use crate::object::native::{Args, Input, Native};
use crate::object::native_coroutine::{CoroutineBody, NativeCoroutine};
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::generator::AwaitStep;

pub static SLEEP: Native = Native::coroutine("sleep", "delay, result=None", sleep, |_, _| Ok(None));

/// The slots are the delay, the result, the handle of a timer that a loop of Python's gave, and the
/// future.
static BODY: CoroutineBody = CoroutineBody { name: "sleep", qualname: "sleep", step, slots: 4 };

const SKIPPING: u8 = 1;
const SLEEPING: u8 = 2;

fn sleep(_: &mut Vm, args: &Args) -> Result {
    let result = args.get(1).bound().cloned().unwrap_or(Value::None);
    Ok(NativeCoroutine::new(&BODY, [args.get(0).clone(), result]).into())
}

fn step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, input: Input) -> Result<AwaitStep> {
    match coroutine.stage.get() {
        0 => start(vm, coroutine),
        SKIPPING => match input {
            Input::Send(_) => Ok(AwaitStep::Ready(coroutine.local(1))),
            Input::Throw(exception) => Err(exception),
        },
        _ => match resume_wait(vm, coroutine, input) {
            Waited::Pending(value) => Ok(AwaitStep::Pending(value)),
            Waited::Done(result) => {
                stop_timer(vm, coroutine)?;
                result.map(|_| AwaitStep::Ready(coroutine.local(1)))
            }
        },
    }
}

fn start(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>) -> Result<AwaitStep> {
    let delay = coroutine.local(0);
    let is_over = match &delay {
        Value::Int(delay) => *delay <= 0,
        delay => match delay.as_float() {
            Some(delay) => delay <= 0.0,
            None => {
                let is_over = vm.compare(Comparison::LessEqual, delay, &Value::Int(0))?;
                vm.truth(&is_over)?
            }
        },
    };
    if is_over {
        // A task that yields nothing goes to the end of the ready queue.
        coroutine.stage.set(SKIPPING);
        return Ok(AwaitStep::Pending(Value::None));
    }
    if delay.as_float().is_some_and(f64::is_nan) {
        return Err(vm.value_error("Invalid delay: NaN (not a number)"));
    }
    let Some(event_loop) = vm.asyncio.running_loop.clone() else {
        return Err(vm.runtime_error("no running event loop"));
    };
    let future = vm.new_future(&event_loop)?;
    match event_loop.native::<EventLoopCore>() {
        Some(core) if !core.has_own_timers() => {
            let when = vm.loop_time() + seconds(vm, &delay)?;
            core.push_sleeper(vm, when, future.clone())?;
        }
        _ => {
            let futures = vm.import("asyncio.futures")?;
            let name = vm.intern("_set_result_unless_cancelled");
            let finish = vm.get_attr(&futures, &name)?;
            let arguments = [delay, finish, future.clone(), coroutine.local(1)];
            let timer = vm.call_method(&event_loop, "call_later", &arguments)?;
            coroutine.set_local(2, timer);
        }
    }
    start_wait(vm, coroutine, future, SLEEPING)
}

/// The sleep is over: its timer, should it still be set, must not wake the loop.
fn stop_timer(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>) -> Result<()> {
    let timer = coroutine.local(2);
    if !timer.is_none() {
        return vm.call_method(&timer, "cancel", &[]).map(drop);
    }
    let waiter = waiter_of(coroutine);
    if let Some(future) = future_state(&waiter)
        && future.state.get() != State::Finished
    {
        future.state.set(State::Cancelled);
        if let Some(core) = future.event_loop.get().native::<EventLoopCore>() {
            core.timer_cancelled();
        }
    }
    Ok(())
}
