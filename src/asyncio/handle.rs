//! `Handle` and `TimerHandle`: a callback that a loop will call.

use std::cell::Cell;

use super::description;
use super::event_loop::EventLoopCore;
use crate::builtins::exceptions::ExceptionKind;
use crate::code::op::Comparison;
use crate::object::class::Class;
use crate::object::heap::Slot;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native, NativeData, NativeObject};
use crate::object::tuple::Tuple;
use crate::object::{Exception, ObjectRef, Ref, Result, Value};
use crate::vm::Vm;

pub struct HandleData {
    /// None once cancelled.
    pub callback: Slot,
    /// A tuple; None once cancelled.
    pub arguments: Slot,
    pub event_loop: Slot,
    pub context: Slot,
    pub cancelled: Cell<bool>,
    /// Whether the handle is among the loop's timers.
    pub scheduled: Cell<bool>,
    /// The deadline in the loop's time, in seconds; NaN for a plain handle.
    pub when: Cell<f64>,
    /// The deadline as it was given, if that was not a float.
    pub given_when: Slot,
    pub source_traceback: Slot,
    /// In debug mode, what a cancelled handle would have called.
    cancelled_text: Slot,
}

impl NativeData for HandleData {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        for slot in [
            &self.callback,
            &self.arguments,
            &self.event_loop,
            &self.context,
            &self.source_traceback,
            &self.given_when,
        ] {
            slot.visit(visit);
        }
    }

    fn clear(&self) {
        self.callback.set(Value::None);
        self.arguments.set(Value::None);
        self.context.set(Value::None);
    }
}

pub static HANDLE: ClassSpec = ClassSpec {
    name: "Handle",
    module: "asyncio.events",
    layout: Kind::Native,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new_handle)),
    methods: &[
        Native::new("__init__", "callback, args, loop, context=None", init_handle),
        Native::new("cancel", "", cancel),
        Native::new("cancelled", "", cancelled),
        Native::new("get_context", "", get_context),
        Native::new("_run", "", run_method),
        Native::new("__repr__", "", repr),
    ],
    attributes: &[
        GetSetSpec::readonly("_callback", read_callback),
        GetSetSpec::readonly("_args", read_arguments),
        GetSetSpec::readonly("_loop", read_loop),
        GetSetSpec::readonly("_context", read_context),
        GetSetSpec::readonly("_cancelled", read_cancelled),
        GetSetSpec::readonly("_source_traceback", read_source_traceback),
    ],
    ..ClassSpec::EMPTY
};

pub static TIMER_HANDLE: ClassSpec = ClassSpec {
    name: "TimerHandle",
    module: "asyncio.events",
    layout: Kind::Native,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new_timer_handle)),
    methods: &[
        Native::new("__init__", "when, callback, args, loop, context=None", init_timer_handle),
        Native::new("when", "", when),
        Native::new("__hash__", "", hash),
        Native::new("__lt__", "other, /", less),
        Native::new("__le__", "other, /", less_equal),
        Native::new("__gt__", "other, /", greater),
        Native::new("__ge__", "other, /", greater_equal),
        Native::new("__eq__", "other, /", equal),
    ],
    attributes: &[
        GetSetSpec::readonly("_when", read_when),
        GetSetSpec::writable("_scheduled", read_scheduled, write_scheduled),
    ],
    ..ClassSpec::EMPTY
};

impl HandleData {
    fn empty() -> HandleData {
        HandleData {
            callback: Slot::new(Value::None),
            arguments: Slot::new(Value::None),
            event_loop: Slot::new(Value::None),
            context: Slot::new(Value::None),
            cancelled: Cell::new(false),
            scheduled: Cell::new(false),
            when: Cell::new(f64::NAN),
            given_when: Slot::new(Value::Unbound),
            source_traceback: Slot::new(Value::None),
            cancelled_text: Slot::new(Value::None),
        }
    }

    pub fn is_timer(&self) -> bool {
        !self.when.get().is_nan()
    }

    /// `when()` answers with what the program gave.
    pub fn keep_when(&self, given: &Value) {
        if given.as_float().is_none() {
            self.given_when.set(given.clone());
        }
    }

    fn shown_when(&self) -> Value {
        match self.given_when.get() {
            Value::Unbound => Value::float(self.when.get()),
            given => given,
        }
    }
}

impl Vm {
    /// `TimerHandle` or `Handle`.
    fn handle_class(&mut self, timer: bool) -> Ref<Class> {
        let known = match timer {
            true => &self.asyncio.timer_handle_class,
            false => &self.asyncio.handle_class,
        };
        if let Some(class) = known {
            return class.clone();
        }
        let handle = self.class_for(&HANDLE);
        let timer_handle = self.class_for_with_base(&TIMER_HANDLE, &handle);
        self.asyncio.handle_class = Some(handle.clone());
        self.asyncio.timer_handle_class = Some(timer_handle.clone());
        if timer { timer_handle } else { handle }
    }

    /// A handle for a callback; `when` makes it a timer's.
    pub fn new_handle(
        &mut self,
        event_loop: &Value,
        callback: Value,
        arguments: &[Value],
        context: Value,
        when: Option<f64>,
    ) -> Result {
        let class = self.handle_class(when.is_some());
        let data = HandleData::empty();
        data.callback.set(callback);
        data.arguments.set(Tuple::new(arguments.iter().cloned()).into());
        data.event_loop.set(event_loop.clone());
        data.context.set(match context {
            Value::Unbound | Value::None => self.copy_current_context(),
            given => given,
        });
        if let Some(when) = when {
            data.when.set(when);
        }
        if event_loop.native::<EventLoopCore>().is_some_and(|core| core.debug.get()) {
            let traceback = description::extract_stack(self)?;
            data.source_traceback.set(traceback);
        }
        Ok(NativeObject::new(class, data).into())
    }
}

fn new_of(vm: &mut Vm, args: &Args, timer: bool) -> Result {
    let class = vm.handle_class(timer);
    let data = HandleData::empty();
    if timer {
        data.when.set(0.0);
    }
    let value = Value::object(NativeObject::new(class.clone(), data));
    let wanted = vm.class_argument(args, &class)?;
    Ok(vm.as_instance_of(value, &wanted))
}

fn new_handle(vm: &mut Vm, args: &Args) -> Result {
    new_of(vm, args, false)
}

fn new_timer_handle(vm: &mut Vm, args: &Args) -> Result {
    new_of(vm, args, true)
}

fn fill(vm: &mut Vm, args: &Args, from: usize) -> Result {
    let data = data(vm, args.get(0))?;
    data.callback.set(args.get(from).clone());
    let arguments = args.get(from + 1);
    data.arguments.set(match arguments.get::<Tuple>() {
        Some(_) => arguments.clone(),
        None => Tuple::new(vm.collect(arguments)?).into(),
    });
    let event_loop = args.get(from + 2);
    data.event_loop.set(event_loop.clone());
    data.context.set(match args.get(from + 3) {
        Value::Unbound | Value::None => vm.copy_current_context(),
        given => given.clone(),
    });
    let debug = vm.call_method(event_loop, "get_debug", &[])?;
    if vm.truth(&debug)? {
        let traceback = description::extract_stack(vm)?;
        data.source_traceback.set(traceback);
    }
    Ok(Value::None)
}

fn init_handle(vm: &mut Vm, args: &Args) -> Result {
    fill(vm, args, 1)
}

fn init_timer_handle(vm: &mut Vm, args: &Args) -> Result {
    let when = seconds(vm, args.get(1))?;
    let data = data(vm, args.get(0))?;
    data.when.set(when);
    data.keep_when(args.get(1));
    fill(vm, args, 2)
}

/// A number of seconds.
pub fn seconds(vm: &mut Vm, value: &Value) -> Result<f64> {
    if let Some(float) = value.as_float() {
        return Ok(float);
    }
    if let Some(integer) = value.as_integer() {
        return Ok(integer.to_f64());
    }
    let name = vm.names.float.clone();
    match vm.call_special(value, &name, &[])? {
        Some(float) if float.as_float().is_some() => Ok(float.as_float().unwrap_or_default()),
        _ => {
            let name = vm.type_name(value);
            Err(vm.type_error(format!("unsupported operand type(s) for +: 'float' and '{name}'")))
        }
    }
}

fn data<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a HandleData> {
    match value.native::<HandleData>() {
        Some(data) => Ok(data),
        None => Err(vm.type_error("descriptor requires a Handle")),
    }
}

fn cancel(vm: &mut Vm, args: &Args) -> Result {
    let data = data(vm, args.get(0))?;
    if data.cancelled.get() {
        return Ok(Value::None);
    }
    let event_loop = data.event_loop.get();
    match event_loop.native::<EventLoopCore>() {
        Some(core) if data.scheduled.get() => core.timer_cancelled(),
        None if data.is_timer() => {
            let handle = std::slice::from_ref(args.get(0));
            vm.call_method(&event_loop, "_timer_handle_cancelled", handle)?;
        }
        _ => {}
    }
    data.cancelled.set(true);
    if loop_debug(vm, data)? {
        let (callback, arguments) = (data.callback.get(), data.arguments.get());
        let text = description::callback_with_source(vm, &callback, &arguments, true)?;
        data.cancelled_text.set(text.into());
    }
    data.callback.set(Value::None);
    data.arguments.set(Value::None);
    Ok(Value::None)
}

fn cancelled(vm: &mut Vm, args: &Args) -> Result {
    Ok(data(vm, args.get(0))?.cancelled.get().into())
}

fn get_context(vm: &mut Vm, args: &Args) -> Result {
    Ok(data(vm, args.get(0))?.context.get())
}

fn run_method(vm: &mut Vm, args: &Args) -> Result {
    run(vm, args.get(0))?;
    Ok(Value::None)
}

/// Calls a handle's callback in its context; errors go to the loop's exception handler.
///
/// # Errors
/// KeyboardInterrupt and SystemExit.
pub fn run(vm: &mut Vm, handle: &Value) -> Result<()> {
    let data = data(vm, handle)?;
    let callback = data.callback.get();
    let arguments = data.arguments.get();
    let context = data.context.get();
    let result = vm.call_in_context(&context, &callback, arguments.as_tuple().unwrap_or(&[]));
    match result {
        Ok(_) => Ok(()),
        Err(error)
            if vm.is_exception(&error, ExceptionKind::KeyboardInterrupt)
                || vm.is_exception(&error, ExceptionKind::SystemExit) =>
        {
            Err(error)
        }
        Err(error) => report(vm, handle, &callback, &arguments, error),
    }
}

/// Tells the loop's exception handler that the callback of a handle has failed.
pub fn report(
    vm: &mut Vm,
    handle: &Value,
    callback: &Value,
    arguments: &Value,
    error: Ref<Exception>,
) -> Result<()> {
    let data = data(vm, handle)?;
    let debug = loop_debug(vm, data)?;
    let text = description::callback_with_source(vm, callback, arguments, debug)?;
    let mut entries = vec![
        ("message", format!("Exception in callback {text}").into()),
        ("exception", error.into()),
        ("handle", handle.clone()),
    ];
    let traceback = data.source_traceback.get();
    if !traceback.is_none() {
        entries.push(("source_traceback", traceback));
    }
    super::future::call_exception_handler(vm, &data.event_loop.get(), &entries);
    Ok(())
}

/// Whether the handle's loop is in debug mode.
fn loop_debug(vm: &mut Vm, data: &HandleData) -> Result<bool> {
    let event_loop = data.event_loop.get();
    if let Some(core) = event_loop.native::<EventLoopCore>() {
        return Ok(core.debug.get());
    }
    let debug = vm.call_method(&event_loop, "get_debug", &[])?;
    vm.truth(&debug)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let data = data(vm, args.get(0))?;
    let class = vm.class_of(args.get(0)).name();
    let mut parts = vec![class.as_str().to_owned()];
    if data.cancelled.get() {
        parts.push("cancelled".to_owned());
    }
    if data.is_timer() {
        let when = vm.repr(&data.shown_when())?;
        parts.push(format!("when={}", when.as_str()));
    }
    let callback = data.callback.get();
    if !callback.is_none() {
        let debug = loop_debug(vm, data)?;
        let arguments = data.arguments.get();
        parts.push(description::callback_with_source(vm, &callback, &arguments, debug)?);
    } else if let Some(text) = data.cancelled_text.get().as_str() {
        parts.push(text.to_owned());
    }
    description::created_at(vm, &data.source_traceback.get(), &mut parts)?;
    Ok(format!("<{}>", parts.join(" ")).into())
}

fn when(vm: &mut Vm, args: &Args) -> Result {
    read_when(vm, args.get(0))
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    let when = data(vm, args.get(0))?.when.get();
    vm.hash(&Value::float(when)).map(Value::Int)
}

fn compare(vm: &mut Vm, args: &Args, comparison: Comparison) -> Result {
    let own = data(vm, args.get(0))?;
    let Some(other) = args.get(1).native::<HandleData>().filter(|other| other.is_timer()) else {
        return Ok(Value::NotImplemented);
    };
    let (a, b) = (own.when.get(), other.when.get());
    let equal = |vm: &mut Vm| -> Result<bool> {
        Ok(a == b
            && own.callback.get().is(&other.callback.get())
            && vm.equal(&own.arguments.get(), &other.arguments.get())?
            && own.cancelled.get() == other.cancelled.get())
    };
    Ok(match comparison {
        Comparison::Less => a < b,
        Comparison::Greater => a > b,
        Comparison::LessEqual => a < b || equal(vm)?,
        Comparison::GreaterEqual => a > b || equal(vm)?,
        Comparison::Equal => equal(vm)?,
        Comparison::NotEqual => !equal(vm)?,
    }
    .into())
}

fn less(vm: &mut Vm, args: &Args) -> Result {
    compare(vm, args, Comparison::Less)
}

fn less_equal(vm: &mut Vm, args: &Args) -> Result {
    compare(vm, args, Comparison::LessEqual)
}

fn greater(vm: &mut Vm, args: &Args) -> Result {
    compare(vm, args, Comparison::Greater)
}

fn greater_equal(vm: &mut Vm, args: &Args) -> Result {
    compare(vm, args, Comparison::GreaterEqual)
}

fn equal(vm: &mut Vm, args: &Args) -> Result {
    compare(vm, args, Comparison::Equal)
}

fn read_callback(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.callback.get())
}

fn read_arguments(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.arguments.get())
}

fn read_loop(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.event_loop.get())
}

fn read_context(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.context.get())
}

fn read_cancelled(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.cancelled.get().into())
}

fn read_source_traceback(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.source_traceback.get())
}

fn read_when(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.shown_when())
}

fn read_scheduled(vm: &mut Vm, value: &Value) -> Result {
    Ok(data(vm, value)?.scheduled.get().into())
}

fn write_scheduled(vm: &mut Vm, value: &Value, scheduled: Value) -> Result<()> {
    let scheduled = vm.truth(&scheduled)?;
    data(vm, value)?.scheduled.set(scheduled);
    Ok(())
}
