//! `module`.

use super::object::attribute_name;
use crate::object::dict::Dict;
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::module::Module;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::{Result, Value};
use crate::vm::Vm;

pub const CLASS: ClassSpec = ClassSpec {
    name: "module",
    layout: Kind::Module,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__init__", "name, doc=None", init),
        Native::new("__repr__", "", repr),
        Native::new("__getattribute__", "name, /", getattribute),
        Native::new("__dir__", "", dir),
    ],
    attributes: &[GetSetSpec::readonly("__dict__", super::function::get_dict)],
    ..ClassSpec::EMPTY
};

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.module.clone();
    let class = vm.class_argument(args, &owner)?;
    let module = Module::new(Dict::new());
    Ok(vm.as_instance_of(module.into(), &class))
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Module>(vm)?.dict();
    if args.get(1).as_str().is_none() {
        let found = vm.type_name(args.get(1));
        return Err(
            vm.type_error(format!("module.__init__() argument 'name' must be str, not {found}"))
        );
    }
    dict.set_str(&vm.names.name, args.get(1).clone());
    dict.set_str(&vm.names.doc, args.get(2).bound().cloned().unwrap_or(Value::None));
    for name in ["__package__", "__loader__", "__spec__"] {
        let name = vm.intern(name);
        dict.set_str(&name, Value::None);
    }
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Module>(vm)?.dict();
    let name = dict.get_str(&vm.names.name).unwrap_or_else(|| "?".into());
    let name = vm.repr(&name)?;
    let text = match dict.get_str(&vm.names.file) {
        Some(file) if file.as_str().is_some() => {
            let file = vm.repr(&file)?;
            format!("<module {} from {}>", name.as_str(), file.as_str())
        }
        _ => match dict.get_str(&vm.names.spec) {
            Some(spec) if !spec.is_none() => format!("<module {} (built-in)>", name.as_str()),
            _ => format!("<module {}>", name.as_str()),
        },
    };
    Ok(text.into())
}

fn getattribute(vm: &mut Vm, args: &Args) -> Result {
    args.receiver::<Module>(vm)?;
    let name = attribute_name(vm, args.get(1))?;
    let class = vm.class_of(args.get(0));
    match vm.object_attribute(args.get(0), &class, &name)? {
        Some(value) => Ok(value),
        None => Err(vm.attribute_missing(args.get(0), &name)),
    }
}

fn dir(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Module>(vm)?.dict();
    let name = vm.names.dir.clone();
    if let Some(own) = dict.get_str(&name) {
        return vm.call(&own, &[]);
    }
    let mut names: Vec<Value> = dict.keys();
    names.sort_by(|a, b| a.as_str().cmp(&b.as_str()));
    Ok(List::new(names).into())
}
