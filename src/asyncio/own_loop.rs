//! Event loops that programs derive from `asyncio.BaseEventLoop`: with a clock of their own, with
//! a selector that they ask for events, with a `_run_once` that does something around each turn.

use ouro_grammar::ast::BinaryOperator;

use super::event_loop::EventLoopCore;
use crate::builtins::types::object::attribute_name;
use crate::object::function::NativeFunction;
use crate::object::list::List;
use crate::object::native::Args;
use crate::object::string::Str;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

/// Which methods of the core a loop's class, or the loop itself, has replaced.
#[derive(Clone, Copy, Default)]
pub struct Overrides {
    pub time: bool,
    pub call_at: bool,
    pub call_later: bool,
    pub call_soon: bool,
    pub create_task: bool,
    pub run_once: bool,
}

impl Overrides {
    pub fn of(vm: &mut Vm, event_loop: &Value) -> Overrides {
        let mut is_own = |name: &str| {
            let name = vm.intern(name);
            let method = vm.lookup_special(event_loop, &name);
            method.is_none_or(|method| method.get::<NativeFunction>().is_none())
                || has_attribute(event_loop, &name)
        };
        Overrides {
            time: is_own("time"),
            call_at: is_own("call_at"),
            call_later: is_own("call_later"),
            call_soon: is_own("call_soon"),
            create_task: is_own("create_task"),
            run_once: is_own("_run_once"),
        }
    }
}

/// The methods that count for [`Overrides`].
const METHODS: &[&str] =
    &["time", "call_at", "call_later", "call_soon", "create_task", "_run_once"];

/// Whether the loop itself, not its class, has an attribute.
fn has_attribute(event_loop: &Value, name: &Ref<Str>) -> bool {
    let Value::Object(object) = event_loop else { return false };
    let found = object.with_derived(|derived| {
        derived.dict.borrow().as_ref().is_some_and(|dict| dict.get_str(name).is_some())
    });
    found.unwrap_or(false)
}

/// `loop.call_soon = function`: what the core does by itself has to ask such a method from now on.
pub fn set_attribute(vm: &mut Vm, args: &Args) -> Result {
    store(vm, args, args.get(2).clone())
}

pub fn delete_attribute(vm: &mut Vm, args: &Args) -> Result {
    store(vm, args, Value::Unbound)
}

fn store(vm: &mut Vm, args: &Args, value: Value) -> Result {
    let (event_loop, name) = (args.get(0), attribute_name(vm, args.get(1))?);
    vm.set_object_attribute(event_loop, &name, value)?;
    if METHODS.contains(&name.as_str()) {
        super::event_loop::note_overrides(vm, event_loop)?;
    }
    Ok(Value::None)
}

/// The longest wait, in seconds, that a selector is asked for.
const MAXIMUM_WAIT: f64 = 24.0 * 3600.0;

/// The loop's `time()`.
pub fn now(vm: &mut Vm, event_loop: &Value, core: &EventLoopCore) -> Result<f64> {
    if !core.overrides.get().time {
        return Ok(vm.loop_time());
    }
    let time = vm.call_method(event_loop, "time", &[])?;
    super::handle::seconds(vm, &time)
}

/// `call_later` by way of the loop's own `time` and `call_at`.
pub fn call_later(vm: &mut Vm, args: &Args) -> Result {
    let event_loop = args.get(0);
    let time = vm.call_method(event_loop, "time", &[])?;
    let mut values = args.values[1..].to_vec();
    values[0] = vm.binary(BinaryOperator::Add, &time, &values[0])?;
    let name = vm.intern("call_at");
    let call_at = vm.get_attr(event_loop, &name)?;
    vm.call_with_names(&call_at, &values, args.names)
}

/// Whether the loop has a selector, which is asked instead of the host.
pub fn has_selector(vm: &mut Vm, event_loop: &Value) -> Result<bool> {
    let name = vm.intern("_selector");
    Ok(vm.get_attr_optional(event_loop, &name)?.is_some_and(|selector| !selector.is_none()))
}

/// Asks the selector for events, waiting until the next timer is due, and hands them over.
pub fn poll(
    vm: &mut Vm,
    event_loop: &Value,
    core: &EventLoopCore,
    has_work: bool,
    next_timer: Option<f64>,
) -> Result<()> {
    let timeout = match next_timer {
        _ if has_work => Value::Int(0),
        Some(when) => {
            let left = when - now(vm, event_loop, core)?;
            if left > 0.0 { Value::float(left.min(MAXIMUM_WAIT)) } else { Value::Int(0) }
        }
        None => Value::None,
    };
    let name = vm.intern("_selector");
    let selector = vm.get_attr(event_loop, &name)?;
    let events = vm.call_method(&selector, "select", &[timeout])?;
    vm.call_method(event_loop, "_process_events", &[events])?;
    Ok(())
}

/// What is ready, for those who look into a loop.
pub fn get_ready(vm: &mut Vm, event_loop: &Value) -> Result {
    Ok(List::new(super::event_loop::core(vm, event_loop)?.ready_entries()).into())
}

/// The timers, the earliest first.
pub fn get_scheduled(vm: &mut Vm, event_loop: &Value) -> Result {
    Ok(List::new(super::event_loop::core(vm, event_loop)?.timer_entries()).into())
}
