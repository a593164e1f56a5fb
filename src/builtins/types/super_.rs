//! `super`.

use super::object::attribute_name;
use crate::object::class::Class;
use crate::object::descriptor::Super;
use crate::object::function::CellObject;
use crate::object::heap::Slot;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

pub const CLASS: ClassSpec = ClassSpec {
    name: "super",
    layout: Kind::Super,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__init__", "*args, **kwargs", init),
        Native::new("__getattribute__", "name, /", getattribute),
        Native::new("__get__", "instance, owner=None, /", get),
        Native::new("__repr__", "", repr),
    ],
    attributes: &[
        GetSetSpec::member("__thisclass__", |vm, object| Ok(parts(vm, object)?.this_class.get())),
        GetSetSpec::member("__self__", |vm, object| Ok(parts(vm, object)?.object.get())),
        GetSetSpec::member("__self_class__", |vm, object| {
            Ok(parts(vm, object)?.object_class.get())
        }),
    ],
    ..ClassSpec::EMPTY
};

fn parts<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a Ref<Super>> {
    Args::positional(std::slice::from_ref(object)).receiver::<Super>(vm)
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.super_.clone();
    let class = vm.class_argument(args, &owner)?;
    let object = Ref::new(Super {
        this_class: Slot::new(Value::None),
        object: Slot::new(Value::None),
        object_class: Slot::new(Value::None),
    });
    Ok(vm.as_instance_of(object.into(), &class))
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    if !args.names.is_empty() {
        return Err(vm.type_error("super() takes no keyword arguments"));
    }
    let arguments = args.rest(1);
    let (this_class, object) = match arguments {
        [] => implicit_arguments(vm)?,
        [class] => (class.clone(), Value::None),
        [class, object] => (class.clone(), object.clone()),
        _ => {
            let count = arguments.len();
            return Err(vm.type_error(format!("super() expected at most 2 arguments, got {count}")));
        }
    };
    let Some(class) = this_class.get_ref::<Class>() else {
        let found = vm.type_name(&this_class);
        return Err(vm.type_error(format!("super() argument 1 must be a type, not {found}")));
    };
    let object_class = match object.is_none() {
        true => Value::None,
        false => vm.super_check(class, &object)?.into(),
    };
    let target = args.receiver::<Super>(vm)?;
    target.this_class.set(this_class.clone());
    target.object.set(object);
    target.object_class.set(object_class);
    Ok(Value::None)
}

/// `super()`: the class whose method is running, and that method's first argument.
fn implicit_arguments(vm: &mut Vm) -> Result<(Value, Value)> {
    let Some(frame) = vm.current else {
        return Err(vm.runtime_error("super(): no current frame"));
    };
    let code = frame.code().clone();
    if code.code.argument_count == 0 {
        return Err(vm.runtime_error("super(): no arguments"));
    }
    let first = frame.variable(0);
    // A parameter that closures share lies in a cell.
    let first = match first.get::<CellObject>() {
        Some(cell) if code.code.cells.contains(&code.code.variables[0]) => cell.content.get(),
        _ => first,
    };
    if first.is_unbound() {
        return Err(vm.runtime_error("super(): arg[0] deleted"));
    }
    let Some(place) = code.code.free.iter().position(|name| &**name == "__class__") else {
        return Err(vm.runtime_error("super(): __class__ cell not found"));
    };
    let cell = frame.variable(code.free_start as usize + place);
    let class = cell.get::<CellObject>().map_or(Value::Unbound, |cell| cell.content.get());
    if class.is_unbound() {
        return Err(vm.runtime_error("super(): empty __class__ cell"));
    }
    if class.get::<Class>().is_none() {
        let found = vm.type_name(&class);
        return Err(vm.runtime_error(format!("super(): __class__ is not a type ({found})")));
    }
    Ok((class, first))
}

impl Vm {
    /// The class whose MRO `super(class, object)` walks.
    pub fn super_check(&mut self, class: &Ref<Class>, object: &Value) -> Result<Ref<Class>> {
        if let Some(as_class) = object.get_ref::<Class>()
            && as_class.is_subclass_of(class)
        {
            return Ok(as_class.clone());
        }
        let own = self.class_of(object);
        if own.is_subclass_of(class) {
            return Ok(own);
        }
        let name = self.names.class.clone();
        if let Some(said) = self.get_attr_optional(object, &name)?
            && let Some(said) = said.get_ref::<Class>()
            && said.is_subclass_of(class)
        {
            return Ok(said.clone());
        }
        let found = match object.get_ref::<Class>() {
            Some(as_class) => format!("type {}", self.class_name(as_class)),
            None => format!("instance of {}", self.class_name(&own)),
        };
        let class = self.class_name(class);
        Err(self.type_error(format!(
            "super(type, obj): obj ({found}) is not an instance or subtype of type ({class})."
        )))
    }
}

fn getattribute(vm: &mut Vm, args: &Args) -> Result {
    let name = attribute_name(vm, args.get(1))?;
    args.receiver::<Super>(vm)?;
    vm.get_attr(args.get(0), &name)
}

fn get(vm: &mut Vm, args: &Args) -> Result {
    let target = args.receiver::<Super>(vm)?;
    if args.get(1).is_none() || !target.object.get().is_none() {
        return Ok(args.get(0).clone());
    }
    let class = vm.class_of(args.get(0));
    vm.call(&class.into(), &[target.this_class.get(), args.get(1).clone()])
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let target = args.receiver::<Super>(vm)?;
    let class_name = |vm: &mut Vm, value: Value| match value.get_ref::<Class>() {
        Some(class) => vm.class_name(class),
        None => "NULL".to_owned(),
    };
    let this = class_name(vm, target.this_class.get());
    let object_class = target.object_class.get();
    let text = if object_class.is_none() {
        format!("<super: <class '{this}'>, NULL>")
    } else {
        let object = class_name(vm, object_class);
        format!("<super: <class '{this}'>, <{object} object>>")
    };
    Ok(text.into())
}
