//! `defaultdict`: a dict with one attribute more, the factory of missing values.

use crate::object::class::Class;
use crate::object::descriptor::Member;
use crate::object::dict::Dict;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

static CLASS: ClassSpec = ClassSpec {
    name: "defaultdict",
    module: "collections",
    layout: Kind::Dict,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__init__", "*args, **kwargs", init),
        Native::new("copy", "", copy),
        Native::new("__copy__", "", copy),
        Native::new("__missing__", "key, /", missing),
        Native::new("__or__", "value, /", merge),
        Native::new("__reduce__", "", reduce),
        Native::new("__repr__", "", repr),
        Native::new("__ror__", "value, /", merge_reflected),
    ],
    doc: "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default \
          factory is called without arguments to produce\na new value when a key is not present, in \
          __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\nAll \
          remaining arguments are treated the same as if they were\npassed to the dict constructor, \
          including keyword arguments.",
    ..ClassSpec::EMPTY
};

/// The class; the factory lies where `__slots__` would put it.
pub fn class(vm: &mut Vm) -> Ref<Class> {
    let dict = vm.types.dict.clone();
    let class = vm.class_for_with_base(&CLASS, &dict);
    if class.slot_names.borrow().is_empty() {
        let name = vm.intern("default_factory");
        class.slot_names.borrow_mut().push(name.clone());
        let member = Ref::new(Member { name: name.clone(), class: class.clone(), place: 0 });
        drop(class.dict().set_str(&name, member.into()));
        class.update_flags(|flags| flags.is_mapping = true);
        class.invalidate();
    }
    class
}

fn factory_of(value: &Value) -> Value {
    let Value::Object(object) = value else { return Value::None };
    let factory = object.derived().and_then(|derived| Some(derived.slots.first()?.get()));
    match factory {
        None | Some(Value::Unbound) => Value::None,
        Some(factory) => factory,
    }
}

fn set_factory(value: &Value, factory: Value) {
    if let Value::Object(object) = value
        && let Some(derived) = object.derived()
        && let Some(slot) = derived.slots.first()
    {
        slot.set(factory);
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = class(vm);
    let class = vm.class_argument(args, &owner)?;
    let made = vm.as_instance_of(Dict::new().into(), &class);
    set_factory(&made, Value::None);
    Ok(made)
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    let rest = args.rest(1);
    let factory = rest.first().cloned().unwrap_or(Value::None);
    if !factory.is_none() && !vm.is_callable(&factory) {
        return Err(vm.type_error("first argument must be callable or None"));
    }
    set_factory(args.get(0), factory);
    match rest {
        [] | [_] => {}
        [_, other] => vm.dict_update(dict, other)?,
        more => {
            let count = more.len() - 1;
            return Err(vm.type_error(format!("dict expected at most 1 argument, got {count}")));
        }
    }
    let values = &args.values[args.positional_count()..];
    for (name, value) in args.names.iter().zip(values) {
        vm.dict_set(dict, name.clone(), value.clone())?;
    }
    Ok(Value::None)
}

fn missing(vm: &mut Vm, args: &Args) -> Result {
    let factory = factory_of(args.get(0));
    if factory.is_none() {
        return Err(vm.key_error(args.get(1)));
    }
    let value = vm.call(&factory, &[])?;
    vm.set_item(args.get(0), args.get(1), value.clone())?;
    Ok(value)
}

fn copy(vm: &mut Vm, args: &Args) -> Result {
    args.receiver::<Dict>(vm)?;
    let class = vm.class_of(args.get(0));
    vm.call(&class.into(), &[factory_of(args.get(0)), args.get(0).clone()])
}

fn merge(vm: &mut Vm, args: &Args) -> Result {
    if args.get(0).get::<Dict>().is_none() || args.get(1).get::<Dict>().is_none() {
        return Ok(Value::NotImplemented);
    }
    let merged = copy(vm, args)?;
    if let Some(dict) = merged.get_ref::<Dict>() {
        vm.dict_update(dict, args.get(1))?;
    }
    Ok(merged)
}

fn merge_reflected(vm: &mut Vm, args: &Args) -> Result {
    if args.get(0).get::<Dict>().is_none() || args.get(1).get::<Dict>().is_none() {
        return Ok(Value::NotImplemented);
    }
    let class = vm.class_of(args.get(0));
    let merged = vm.call(&class.into(), &[factory_of(args.get(0)), args.get(1).clone()])?;
    if let Some(dict) = merged.get_ref::<Dict>() {
        vm.dict_update(dict, args.get(0))?;
    }
    Ok(merged)
}

fn reduce(vm: &mut Vm, args: &Args) -> Result {
    args.receiver::<Dict>(vm)?;
    let class = vm.class_of(args.get(0));
    let factory = factory_of(args.get(0));
    let arguments = if factory.is_none() { Tuple::new([]) } else { Tuple::new([factory]) };
    let items = vm.call_method(args.get(0), "items", &[])?;
    let items = vm.iter(&items)?;
    let none = || Value::None;
    Ok(Tuple::new([class.into(), arguments.into(), none(), none(), items]).into())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    args.receiver::<Dict>(vm)?;
    let name = vm.class_of(args.get(0)).name();
    let factory = factory_of(args.get(0));
    let items = {
        // The dict's own repr: it shows `{...}` inside itself.
        let method = vm.types.dict.lookup(&vm.names.repr).unwrap_or(Value::None);
        let items = vm.call(&method, std::slice::from_ref(args.get(0)))?;
        vm.to_str(&items)?
    };
    let factory = {
        let shown = vm.guard_repr(&factory, |vm| vm.repr(&factory))?;
        shown.map_or_else(|| "...".to_owned(), |text| text.as_str().to_owned())
    };
    Ok(format!("{}({factory}, {})", name.as_str(), items.as_str()).into())
}
