//! `BaseException`: what all exceptions have.

use crate::object::class::{Class, empty_slots};
use crate::object::dict::Dict;
use crate::object::exception::Traceback;
use crate::object::heap::{Derived, FLAG_FINALIZE};
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::string::Str;
use crate::object::tuple::Tuple;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

pub static BASE_EXCEPTION: ClassSpec = ClassSpec {
    name: "BaseException",
    layout: Kind::Exception,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__init__", "*args, **kwargs", init),
        Native::new("__repr__", "", repr),
        Native::new("__str__", "", str),
        Native::new("__reduce__", "", reduce),
        Native::new("__setstate__", "state, /", set_state),
        Native::new("add_note", "object, /", add_note),
        Native::new("with_traceback", "object, /", with_traceback),
    ],
    attributes: &[
        GetSetSpec::writable("args", get_args, set_args),
        GetSetSpec::writable("__traceback__", get_traceback, set_traceback),
        GetSetSpec::writable("__context__", get_context, set_context),
        GetSetSpec::writable("__cause__", get_cause, set_cause),
        GetSetSpec::writable("__suppress_context__", get_suppress, set_suppress),
        GetSetSpec::writable("__dict__", get_dict, set_dict),
    ],
    ..ClassSpec::EMPTY
};

/// A new exception of any class, its arguments not looked at yet.
#[inline]
pub fn make(class: &Ref<Class>, arguments: &[Value]) -> Ref<Exception> {
    let exception = Exception::new(class.clone(), arguments.iter().cloned());
    if class.flags.get().is_heap_type {
        complete(class, &exception);
    }
    exception
}

/// What an instance of a class that a script has made may need beyond that.
fn complete(class: &Ref<Class>, exception: &Ref<Exception>) {
    let slots = class.slot_names.borrow().len();
    if slots > 0 {
        exception.as_object().set_derived(Derived {
            class: class.clone(),
            dict: Default::default(),
            slots: empty_slots(slots),
        });
    }
    if class.flags.get().has_finalizer {
        exception.as_object().set_flag(FLAG_FINALIZE);
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.exception_class(super::ExceptionKind::BaseException).clone();
    let class = vm.class_argument(args, &owner)?;
    Ok(make(&class, args.rest(1)).into())
}

/// "X() takes no keyword arguments", if there are any.
pub fn refuse_keywords(vm: &mut Vm, args: &Args) -> Result<()> {
    if args.names.is_empty() {
        return Ok(());
    }
    let name = vm.type_name(args.get(0));
    Err(vm.type_error(format!("{name}() takes no keyword arguments")))
}

/// Sets `args` from the positional arguments; what every `__init__` begins with.
pub fn set_arguments<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a Ref<Exception>> {
    let exception = args.receiver::<Exception>(vm)?;
    exception.set_args(args.rest(1));
    Ok(exception)
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    refuse_keywords(vm, args)?;
    set_arguments(vm, args)?;
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let exception = args.receiver::<Exception>(vm)?;
    let name = exception.class().name();
    let arguments = exception.args();
    let text = match arguments.items() {
        [only] => format!("{}({})", name.as_str(), vm.repr(only)?.as_str()),
        _ => {
            let shown = vm.repr(&arguments.clone().into())?;
            format!("{}{}", name.as_str(), shown.as_str())
        }
    };
    Ok(text.into())
}

fn str(vm: &mut Vm, args: &Args) -> Result {
    let exception = args.receiver::<Exception>(vm)?;
    Ok(arguments_text(vm, exception)?.into())
}

/// What `str` of an exception shows unless its class has its own idea.
pub fn arguments_text(vm: &mut Vm, exception: &Ref<Exception>) -> Result<Ref<Str>> {
    let arguments = exception.args();
    match arguments.items() {
        [] => Ok(vm.intern("")),
        [only] => vm.to_str(only),
        _ => vm.repr(&arguments.clone().into()),
    }
}

fn reduce(vm: &mut Vm, args: &Args) -> Result {
    let exception = args.receiver::<Exception>(vm)?;
    let mut parts = vec![exception.class().into(), exception.args().into()];
    if let Some(dict) = exception.dict.get() {
        parts.push(dict.into());
    }
    Ok(Tuple::new(parts).into())
}

fn set_state(vm: &mut Vm, args: &Args) -> Result {
    let state = args.get(1);
    if state.is_none() {
        return Ok(Value::None);
    }
    let Some(dict) = state.get::<Dict>() else {
        return Err(vm.type_error("state is not a dictionary"));
    };
    for (name, value) in dict.entries() {
        if let Some(name) = name.as_str_ref() {
            vm.set_attr(args.get(0), name, value)?;
        }
    }
    Ok(Value::None)
}

fn add_note(vm: &mut Vm, args: &Args) -> Result {
    let note = args.get(1);
    if note.get::<Str>().is_none() {
        let found = vm.type_name(note);
        return Err(vm.type_error(format!("note must be a str, not '{found}'")));
    }
    let name = vm.names.notes.clone();
    match vm.get_attr_optional(args.get(0), &name)? {
        None => vm.set_attr(args.get(0), &name, List::new(vec![note.clone()]).into())?,
        Some(notes) => match notes.get::<List>() {
            Some(list) => list.items.borrow_mut().push(note.clone()),
            None => return Err(vm.type_error("Cannot add note: __notes__ is not a list")),
        },
    }
    Ok(Value::None)
}

fn with_traceback(vm: &mut Vm, args: &Args) -> Result {
    set_traceback(vm, args.get(0), args.get(1).clone())?;
    Ok(args.get(0).clone())
}

fn exception_of<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a Ref<Exception>> {
    Args::positional(std::slice::from_ref(object)).receiver::<Exception>(vm)
}

fn get_args(vm: &mut Vm, object: &Value) -> Result {
    Ok(exception_of(vm, object)?.args().into())
}

fn set_args(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    if value.is_unbound() {
        return Err(vm.type_error("args may not be deleted"));
    }
    let items = vm.collect(&value)?;
    exception_of(vm, object)?.set_args(&items);
    Ok(())
}

fn get_traceback(vm: &mut Vm, object: &Value) -> Result {
    let traceback = exception_of(vm, object)?.traceback.get();
    Ok(traceback.map_or(Value::None, Value::from))
}

fn set_traceback(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    if value.is_unbound() {
        return Err(vm.type_error("__traceback__ may not be deleted"));
    }
    let traceback = match value.get_ref::<Traceback>() {
        Some(traceback) => Some(traceback.clone()),
        None if value.is_none() => None,
        None => return Err(vm.type_error("__traceback__ must be a traceback or None")),
    };
    drop(exception_of(vm, object)?.traceback.replace(traceback));
    Ok(())
}

fn get_context(vm: &mut Vm, object: &Value) -> Result {
    let context = exception_of(vm, object)?.context.get();
    Ok(context.map_or(Value::None, Value::from))
}

fn set_context(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let context = optional_exception(vm, &value, "context")?;
    drop(exception_of(vm, object)?.context.replace(context));
    Ok(())
}

fn get_cause(vm: &mut Vm, object: &Value) -> Result {
    let cause = exception_of(vm, object)?.cause.get();
    Ok(cause.map_or(Value::None, Value::from))
}

fn set_cause(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let cause = optional_exception(vm, &value, "cause")?;
    let exception = exception_of(vm, object)?;
    exception.suppress_context.set(true);
    drop(exception.cause.replace(cause));
    Ok(())
}

fn optional_exception(vm: &mut Vm, value: &Value, what: &str) -> Result<Option<Ref<Exception>>> {
    if value.is_unbound() {
        return Err(vm.type_error(format!("__{what}__ may not be deleted")));
    }
    match value.get_ref::<Exception>() {
        Some(exception) => Ok(Some(exception.clone())),
        None if value.is_none() => Ok(None),
        None => {
            Err(vm
                .type_error(format!("exception {what} must be None or derive from BaseException")))
        }
    }
}

fn get_suppress(vm: &mut Vm, object: &Value) -> Result {
    Ok(exception_of(vm, object)?.suppress_context.get().into())
}

fn set_suppress(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let answer = match value {
        Value::True => true,
        Value::False => false,
        Value::Unbound => return Err(vm.type_error("can't delete numeric/char attribute")),
        _ => return Err(vm.type_error("attribute value type must be bool")),
    };
    exception_of(vm, object)?.suppress_context.set(answer);
    Ok(())
}

fn get_dict(vm: &mut Vm, object: &Value) -> Result {
    let exception = exception_of(vm, object)?;
    Ok(exception.dict().into())
}

fn set_dict(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let Some(dict) = value.get_ref::<Dict>() else {
        return Err(vm.wrong_dict(&value));
    };
    drop(exception_of(vm, object)?.dict.replace(Some(dict.clone())));
    Ok(())
}
