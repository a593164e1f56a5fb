//! `functools.partial`.

use std::cell::RefCell;

use crate::builtins::exceptions::ExceptionKind;
use crate::object::class::{Class, empty_slots};
use crate::object::dict::Dict;
use crate::object::heap::{Derived, Slot};
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native, NativeData, NativeObject};
use crate::object::tuple::Tuple;
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::vm::Vm;

struct Partial {
    function: Slot,
    /// A tuple.
    arguments: Slot,
    /// A dict.
    keywords: Slot,
}

impl NativeData for Partial {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        for slot in [&self.function, &self.arguments, &self.keywords] {
            slot.visit(visit);
        }
    }

    fn clear(&self) {
        for slot in [&self.function, &self.arguments, &self.keywords] {
            slot.set(Value::None);
        }
    }
}

static CLASS: ClassSpec = ClassSpec {
    name: "partial",
    module: "functools",
    is_base_type: true,
    new: Some(&Native::new("__new__", "func, /, *args, **keywords", new)),
    methods: &[
        Native::new("__call__", "*args, **kwargs", call),
        Native::new("__get__", "instance, owner=None, /", |vm, args| {
            if !args.get(1).is_none() {
                vm.warn(
                    ExceptionKind::FutureWarning,
                    "functools.partial will be a method descriptor in future Python versions; \
                     wrap it in staticmethod() if you want to preserve the old behavior",
                )?;
            }
            Ok(args.get(0).clone())
        }),
        Native::new("__reduce__", "", reduce),
        Native::new("__repr__", "", repr),
        Native::new("__setstate__", "state, /", set_state),
    ],
    class_methods: &[Native::new(
        "__class_getitem__",
        "object, /",
        crate::builtins::types::class_getitem,
    )],
    attributes: &[
        GetSetSpec::member("args", |vm, value| Ok(this(vm, value)?.arguments.get())),
        GetSetSpec::member("func", |vm, value| Ok(this(vm, value)?.function.get())),
        GetSetSpec::member("keywords", |vm, value| Ok(this(vm, value)?.keywords.get())),
    ],
    doc: "Create a new function with partial application of the given arguments and keywords.",
    ..ClassSpec::EMPTY
};

/// The class; its instances have a `__dict__`.
pub fn class(vm: &mut Vm) -> Ref<Class> {
    let class = vm.class_for(&CLASS);
    vm.give_instances_a_dict(&class);
    class
}

/// Makes a native module's object one that has a `__dict__`.
pub fn with_dict(object: Ref<NativeObject>, class: &Ref<Class>) -> Value {
    object.as_object().set_derived(Derived {
        class: class.clone(),
        dict: RefCell::new(None),
        slots: empty_slots(class.slot_names.borrow().len()),
    });
    object.into()
}

fn this<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a Partial> {
    match value.native::<Partial>() {
        Some(partial) => Ok(partial),
        None => Err(vm.type_error("descriptor requires a 'functools.partial' object")),
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = class(vm);
    let class = vm.class_argument(args, &owner)?;
    let Some((function, arguments)) = args.rest(1).split_first() else {
        return Err(vm.type_error("type 'partial' takes at least one argument"));
    };
    if !vm.is_callable(function) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let keywords = Dict::new();
    let mut all = Vec::new();
    let mut callable = function.clone();
    // A partial of a partial is one partial.
    if let Some(inner) = function.native::<Partial>()
        && vm.class_of(function).same(&owner)
    {
        let object_dict = vm.names.dict.clone();
        let plain = vm
            .get_attr_optional(function, &object_dict)?
            .is_none_or(|dict| dict.get::<Dict>().is_none_or(|dict| dict.is_empty()));
        if plain {
            callable = inner.function.get();
            all.extend_from_slice(inner.arguments.get().as_tuple().unwrap_or_default());
            vm.dict_update(&keywords, &inner.keywords.get())?;
        }
    }
    all.extend_from_slice(arguments);
    for (name, value) in args.names.iter().zip(&args.values[args.positional_count()..]) {
        vm.dict_set(&keywords, name.clone(), value.clone())?;
    }
    let partial = Partial {
        function: Slot::new(callable),
        arguments: Slot::new(Tuple::new(all).into()),
        keywords: Slot::new(keywords.into()),
    };
    let object = NativeObject::new(owner, partial);
    Ok(with_dict(object, &class))
}

fn call(vm: &mut Vm, args: &Args) -> Result {
    let partial = this(vm, args.get(0))?;
    let (function, arguments) = (partial.function.get(), partial.arguments.get());
    let mut values = arguments.as_tuple().unwrap_or_default().to_vec();
    values.extend_from_slice(args.rest(1));
    let keywords = partial.keywords.get();
    let keywords = keywords.get::<Dict>().map(|dict| dict.entries()).unwrap_or_default();
    let given = &args.values[args.positional_count()..];
    let mut names = Vec::with_capacity(keywords.len() + args.names.len());
    for (name, value) in keywords {
        // What the call says goes before what the partial says, in the partial's place.
        let place = args.names.iter().position(|given| given.as_str() == name.as_str());
        values.push(place.map_or(value, |place| given[place].clone()));
        names.push(name);
    }
    for (name, value) in args.names.iter().zip(given) {
        if !names.iter().any(|known| known.as_str() == name.as_str()) {
            values.push(value.clone());
            names.push(name.clone());
        }
    }
    vm.with_recursion_check("", |vm| vm.call_with_names(&function, &values, &names))
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let partial = this(vm, args.get(0))?;
    let class = vm.class_of(args.get(0));
    let own_name = vm.type_name(args.get(0));
    let name = if own_name.contains('.') {
        own_name
    } else {
        let module = vm.names.module.clone();
        let module = vm.get_attr(&class.clone().into(), &module)?;
        let module = vm.to_str(&module)?;
        let qualname = class.qualname.borrow().clone();
        format!("{}.{}", module.as_str(), qualname.as_str())
    };
    let text = vm.guard_repr(args.get(0), |vm| {
        let mut text = format!("{name}({}", vm.repr(&partial.function.get())?.as_str());
        for argument in partial.arguments.get().as_tuple().unwrap_or_default() {
            text.push_str(", ");
            text.push_str(vm.repr(argument)?.as_str());
        }
        let keywords = partial.keywords.get();
        for (key, value) in keywords.get::<Dict>().map(|d| d.entries()).unwrap_or_default() {
            text.push_str(", ");
            text.push_str(vm.to_str(&key)?.as_str());
            text.push('=');
            text.push_str(vm.repr(&value)?.as_str());
        }
        text.push(')');
        Ok(text)
    })?;
    Ok(text.unwrap_or_else(|| "...".to_owned()).into())
}

fn reduce(vm: &mut Vm, args: &Args) -> Result {
    let partial = this(vm, args.get(0))?;
    let class = vm.class_of(args.get(0));
    let function = partial.function.get();
    let dict = vm.names.dict.clone();
    let dict = vm.get_attr_optional(args.get(0), &dict)?.unwrap_or(Value::None);
    let state =
        Tuple::new([function.clone(), partial.arguments.get(), partial.keywords.get(), dict]);
    Ok(Tuple::new([class.into(), Tuple::new([function]).into(), state.into()]).into())
}

fn set_state(vm: &mut Vm, args: &Args) -> Result {
    let partial = this(vm, args.get(0))?;
    let Some([function, arguments, keywords, dict]) = args.get(1).as_tuple() else {
        return Err(vm.type_error("invalid partial state"));
    };
    let valid = vm.is_callable(function)
        && arguments.as_tuple().is_some()
        && (keywords.is_none() || keywords.get::<Dict>().is_some());
    if !valid {
        return Err(vm.type_error("invalid partial state"));
    }
    partial.function.set(function.clone());
    // Of subclasses of tuple and dict only the items are kept.
    let arguments = arguments.as_tuple().unwrap_or_default().to_vec();
    partial.arguments.set(Tuple::new(arguments).into());
    let own_keywords = Dict::new();
    if !keywords.is_none() {
        vm.dict_update(&own_keywords, keywords)?;
    }
    partial.keywords.set(own_keywords.into());
    let dict = if dict.is_none() { Dict::new().into() } else { dict.clone() };
    let name = vm.names.dict.clone();
    vm.set_attr(args.get(0), &name, dict)?;
    Ok(Value::None)
}
