//! `asyncio.sleep`: Python library reference, "Coroutines and Tasks".

use super::event_loop::EventLoopCore;
use super::future::{State, future_state};
use super::handle::seconds;
use super::stand_in::{StandsFor, give_way};
use super::waiters::{Waited, resume_wait, start_wait, waiter_of};
use crate::code::op::Comparison;
use crate::object::native::{Args, Input, Native};
use crate::object::native_coroutine::{CoroutineBody, NativeCoroutine};
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::generator::AwaitStep;

pub static SLEEP: Native = Native::coroutine("sleep", "delay, result=None", sleep, |_, _| Ok(None));

/// The slots are the result and the delay, later the future. A million sleep at once: what only a
/// loop of Python's needs, the handle of its timer, shares the result's slot.
pub(super) static BODY: CoroutineBody = CoroutineBody {
    gives_way: Some(|coroutine| give_way(coroutine, StandsFor::Sleep)),
    ..CoroutineBody::new("sleep", "sleep", step, 2)
};

const SKIPPING: u8 = 1;
pub(super) const SLEEPING: u8 = 2;
/// The result's slot has a tuple of the result and the handle.
const SLEEPING_BY_HANDLE: u8 = 3;

fn sleep(_: &mut Vm, args: &Args) -> Result {
    let result = args.get(1).bound().cloned().unwrap_or(Value::None);
    Ok(NativeCoroutine::new(&BODY, [result, args.get(0).clone()]).into())
}

fn step(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>, input: Input) -> Result<AwaitStep> {
    match coroutine.stage.get() {
        0 => start(vm, coroutine),
        SKIPPING => match input {
            Input::Send(_) => Ok(AwaitStep::Ready(coroutine.local(0))),
            Input::Throw(exception) => Err(exception),
        },
        _ => match resume_wait(vm, coroutine, input) {
            Waited::Pending(value) => Ok(AwaitStep::Pending(value)),
            Waited::Done(result) => {
                let slept = stop_timer(vm, coroutine)?;
                result.map(|_| AwaitStep::Ready(slept))
            }
        },
    }
}

fn start(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>) -> Result<AwaitStep> {
    let delay = coroutine.local(1);
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
    let mut stage = SLEEPING;
    match event_loop.native::<EventLoopCore>() {
        Some(core) if !core.has_own_timers() => {
            let when = vm.loop_time() + seconds(vm, &delay)?;
            core.push_sleeper(vm, when, &future)?;
        }
        _ => {
            let futures = vm.import("asyncio.futures")?;
            let name = vm.intern("_set_result_unless_cancelled");
            let finish = vm.get_attr(&futures, &name)?;
            let result = coroutine.local(0);
            let arguments = [delay, finish, future.clone(), result.clone()];
            let timer = vm.call_method(&event_loop, "call_later", &arguments)?;
            coroutine.set_local(0, Tuple::new([result, timer]).into());
            stage = SLEEPING_BY_HANDLE;
        }
    }
    start_wait(vm, coroutine, future, stage)
}

/// The sleep is over: its timer, should it still be set, must not wake the loop. Gives the result.
fn stop_timer(vm: &mut Vm, coroutine: &Ref<NativeCoroutine>) -> Result {
    let result = coroutine.local(0);
    if coroutine.stage.get() == SLEEPING_BY_HANDLE
        && let Some([result, timer]) = result.as_tuple()
    {
        vm.call_method(timer, "cancel", &[])?;
        return Ok(result.clone());
    }
    let waiter = waiter_of(coroutine);
    if let Some(future) = future_state(&waiter)
        && future.state.get() != State::Finished
    {
        future.state.set(State::Cancelled);
        if let Some(core) = future.event_loop().native::<EventLoopCore>() {
            core.timer_cancelled();
        }
    }
    Ok(result)
}
