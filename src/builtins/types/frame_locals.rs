//! `FrameLocalsProxy`: the variables of a function's frame, to be read and written (PEP 667).

use crate::builtins::exceptions::ExceptionKind;
use crate::code::op::Comparison;
use crate::object::dict::Dict;
use crate::object::frame::{Frame, FramePointer};
use crate::object::function::CellObject;
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::native::{Args, ClassSpec, Native, NativeData, NativeObject};
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::vm::Vm;

pub static CLASS: ClassSpec = ClassSpec {
    name: "FrameLocalsProxy",
    layout: Kind::Native,
    methods: &[
        Native::new("__getitem__", "key, /", get_item),
        Native::new("__setitem__", "key, value, /", set_item),
        Native::new("__delitem__", "key, /", |vm, _| {
            Err(vm.type_error("cannot remove variables from FrameLocalsProxy"))
        }),
        Native::new("__contains__", "key, /", |vm, args| {
            let variables = variables(vm, args.get(0))?;
            Ok(vm.contains(&variables.into(), args.get(1))?.into())
        }),
        Native::new("__len__", "", |vm, args| Ok(variables(vm, args.get(0))?.len().into())),
        Native::new("__iter__", "", |vm, args| {
            let names = variables(vm, args.get(0))?.keys();
            vm.iter(&List::new(names).into())
        }),
        Native::new("__reversed__", "", |vm, args| {
            let mut names = variables(vm, args.get(0))?.keys();
            names.reverse();
            vm.iter(&List::new(names).into())
        }),
        Native::new("__repr__", "", |vm, args| {
            let shown = vm.guard_repr(args.get(0), |vm| {
                let variables = variables(vm, args.get(0))?;
                vm.repr(&variables.into())
            })?;
            Ok(shown.map_or_else(|| "{...}".into(), Value::from))
        }),
        Native::new("__eq__", "value, /", |vm, args| compare(vm, args, Comparison::Equal)),
        Native::new("__ne__", "value, /", |vm, args| compare(vm, args, Comparison::NotEqual)),
        Native::new("__or__", "value, /", |vm, args| merged(vm, args.get(0), args.get(1))),
        Native::new("__ror__", "value, /", |vm, args| merged(vm, args.get(1), args.get(0))),
        Native::new("__ior__", "value, /", |vm, args| {
            update(vm, args)?;
            Ok(args.get(0).clone())
        }),
        Native::new("copy", "", |vm, args| Ok(variables(vm, args.get(0))?.into())),
        Native::new("get", "key, default=None, /", |vm, args| {
            let variables = variables(vm, args.get(0))?;
            let found = vm.dict_get(&variables, args.get(1))?;
            Ok(found.or_else(|| args.get(2).bound().cloned()).unwrap_or(Value::None))
        }),
        Native::new("setdefault", "key, default=None, /", |vm, args| {
            let variables = variables(vm, args.get(0))?;
            if let Some(found) = vm.dict_get(&variables, args.get(1))? {
                return Ok(found);
            }
            let value = args.get(2).bound().cloned().unwrap_or(Value::None);
            write(vm, args.get(0), args.get(1), value.clone())?;
            Ok(value)
        }),
        Native::new("keys", "", |vm, args| view(vm, args, "keys")),
        Native::new("values", "", |vm, args| view(vm, args, "values")),
        Native::new("items", "", |vm, args| view(vm, args, "items")),
        Native::new("update", "other, /", update),
    ],
    ..ClassSpec::EMPTY
};

struct FrameLocals {
    frame: Ref<Frame>,
}

impl NativeData for FrameLocals {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        visit(self.frame.as_object());
    }
}

impl Vm {
    /// What a frame's `f_locals` is: the namespace itself, or for a function's frame a mapping that
    /// reads and writes its variables.
    ///
    /// # Errors
    /// None that a script can cause.
    pub fn frame_locals_proxy(&mut self, frame: &Ref<Frame>) -> Result {
        let pointer = FramePointer::of(frame);
        if pointer.locals_mapping().is_some() || frame.linked().kind == crate::code::CodeKind::Block
        {
            return self.frame_locals(pointer);
        }
        let class = self.class_for(&CLASS);
        class.update_flags(|flags| flags.is_mapping = true);
        Ok(NativeObject::new(class, FrameLocals { frame: frame.clone() }).into())
    }
}

fn frame_of(vm: &mut Vm, proxy: &Value) -> Result<Ref<Frame>> {
    match proxy.native::<FrameLocals>() {
        Some(locals) => Ok(locals.frame.clone()),
        None => Err(vm.type_error("a FrameLocalsProxy is required")),
    }
}

/// The variables that have values, and the names that were added to the frame by hand.
fn variables(vm: &mut Vm, proxy: &Value) -> Result<Ref<Dict>> {
    let frame = frame_of(vm, proxy)?;
    let locals = vm.frame_locals(FramePointer::of(&frame))?;
    match locals.get_ref::<Dict>() {
        Some(dict) => Ok(dict.clone()),
        None => Err(vm.system_error("the variables of a frame are no dict")),
    }
}

fn get_item(vm: &mut Vm, args: &Args) -> Result {
    let variables = variables(vm, args.get(0))?;
    match vm.dict_get(&variables, args.get(1))? {
        Some(value) => Ok(value),
        None => {
            let shown = vm.repr(args.get(1))?;
            let message = format!("local variable '{}' is not defined", shown.as_str());
            Err(vm.error(ExceptionKind::KeyError, message))
        }
    }
}

fn set_item(vm: &mut Vm, args: &Args) -> Result {
    write(vm, args.get(0), args.get(1), args.get(2).clone())?;
    Ok(Value::None)
}

fn write(vm: &mut Vm, proxy: &Value, key: &Value, value: Value) -> Result<()> {
    let frame = frame_of(vm, proxy)?;
    let pointer = FramePointer::of(&frame);
    let code = frame.code().clone();
    let place = key.as_str().and_then(|name| {
        let is_hidden = name.starts_with('.');
        code.slot_names.iter().position(|known| known.as_str() == name).filter(|_| !is_hidden)
    });
    if let Some(place) = place
        && pointer.has_variables()
    {
        let is_cell = place >= code.free_start as usize
            || code.code.cells.iter().any(|cell| Some(&**cell) == key.as_str());
        let present = pointer.variable(place);
        match present.get::<CellObject>().filter(|_| is_cell) {
            Some(cell) => cell.content.set(value),
            None => drop(pointer.set_variable(place, value)),
        }
        return Ok(());
    }
    let extra = frame
        .rare_mut(|rare| rare.extra_locals.get_or_insert_with(|| Value::from(Dict::new())).clone());
    match extra.get_ref::<Dict>() {
        Some(extra) => vm.dict_set(extra, key.clone(), value),
        None => Ok(()),
    }
}

fn compare(vm: &mut Vm, args: &Args, comparison: Comparison) -> Result {
    let other = args.get(1);
    let variables = variables(vm, args.get(0))?.into();
    if other.native::<FrameLocals>().is_some() {
        let same = frame_of(vm, args.get(0))?.same(&frame_of(vm, other)?);
        return Ok(Value::bool(same == (comparison == Comparison::Equal)));
    }
    match other.get_ref::<Dict>() {
        Some(_) => vm.compare(comparison, &variables, other),
        None => Ok(Value::NotImplemented),
    }
}

/// A dict of both mappings' entries.
fn merged(vm: &mut Vm, first: &Value, second: &Value) -> Result {
    let is_mapping = |value: &Value| {
        value.get_ref::<Dict>().is_some() || value.native::<FrameLocals>().is_some()
    };
    if !is_mapping(first) || !is_mapping(second) {
        return Ok(Value::NotImplemented);
    }
    let result = Dict::new();
    vm.dict_update(&result, first)?;
    vm.dict_update(&result, second)?;
    Ok(result.into())
}

/// A list, not a view: as in CPython.
fn view(vm: &mut Vm, args: &Args, method: &str) -> Result {
    let variables = variables(vm, args.get(0))?;
    let view = vm.call_method(&variables.into(), method, &[])?;
    Ok(List::new(vm.collect(&view)?).into())
}

fn update(vm: &mut Vm, args: &Args) -> Result {
    let other = args.get(1);
    let entries = match other.get_ref::<Dict>() {
        Some(dict) => dict.entries(),
        None if other.native::<FrameLocals>().is_some() => variables(vm, other)?.entries(),
        None => {
            return Err(vm.type_error("update() argument must be dict or another FrameLocalsProxy"));
        }
    };
    for (key, value) in entries {
        write(vm, args.get(0), &key, value)?;
    }
    Ok(Value::None)
}
