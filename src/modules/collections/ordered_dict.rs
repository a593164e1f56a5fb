//! `OrderedDict`: a dict whose order counts in comparisons and can be changed.

use crate::builtins::exceptions::ExceptionKind;
use crate::builtins::types::dict::dicts_equal;
use crate::object::class::Class;
use crate::object::dict::{Dict, DictView, ViewKind};
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

static CLASS: ClassSpec = ClassSpec {
    name: "OrderedDict",
    module: "collections",
    layout: Kind::Dict,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("copy", "", copy),
        Native::new("items", "", |vm, args| view(vm, args, ViewKind::Items, &ITEMS)),
        Native::new("keys", "", |vm, args| view(vm, args, ViewKind::Keys, &KEYS)),
        Native::new("move_to_end", "key, last=True", move_to_end),
        Native::new("pop", "key, default=None", pop),
        Native::new("popitem", "last=True", pop_item),
        Native::new("setdefault", "key, default=None", set_default),
        Native::new("values", "", |vm, args| view(vm, args, ViewKind::Values, &VALUES)),
        Native::new("__eq__", "value, /", equal),
        Native::new("__ior__", "value, /", merge_in_place),
        Native::new("__ne__", "value, /", |vm, args| {
            Ok(match equal(vm, args)? {
                Value::NotImplemented => Value::NotImplemented,
                result => Value::bool(!matches!(result, Value::True)),
            })
        }),
        Native::new("__or__", "value, /", merge),
        Native::new("__reduce__", "", reduce),
        Native::new("__repr__", "", repr),
        Native::new("__ror__", "value, /", merge_reflected),
    ],
    doc: "Dictionary that remembers insertion order",
    ..ClassSpec::EMPTY
};

static KEYS: ClassSpec =
    ClassSpec { name: "odict_keys", layout: Kind::DictView, methods: VIEW, ..ClassSpec::EMPTY };
static VALUES: ClassSpec =
    ClassSpec { name: "odict_values", layout: Kind::DictView, methods: VIEW, ..ClassSpec::EMPTY };
static ITEMS: ClassSpec =
    ClassSpec { name: "odict_items", layout: Kind::DictView, methods: VIEW, ..ClassSpec::EMPTY };

const VIEW: &[Native] = &[Native::new("__repr__", "", view_repr)];

/// The class; its instances have a `__dict__`.
pub fn class(vm: &mut Vm) -> Ref<Class> {
    let dict = vm.types.dict.clone();
    let class = vm.class_for_with_base(&CLASS, &dict);
    vm.give_instances_a_dict(&class);
    class.update_flags(|flags| flags.is_mapping = true);
    class
}

/// Whether a value is an `OrderedDict`.
pub fn is_ordered(vm: &mut Vm, value: &Value) -> bool {
    if value.get_exact::<Dict>().is_some() {
        return false;
    }
    let ordered = class(vm);
    vm.class_of(value).is_subclass_of(&ordered)
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = class(vm);
    let class = vm.class_argument(args, &owner)?;
    Ok(vm.as_instance_of(Dict::new().into(), &class))
}

fn view(vm: &mut Vm, args: &Args, kind: ViewKind, spec: &'static ClassSpec) -> Result {
    let dict = args.receiver::<Dict>(vm)?.clone();
    let base = match kind {
        ViewKind::Keys => vm.types.dict_keys.clone(),
        ViewKind::Values => vm.types.dict_values.clone(),
        ViewKind::Items => vm.types.dict_items.clone(),
    };
    let class = vm.class_for_with_base(spec, &base);
    let view = Ref::new(DictView { dict, kind }).into();
    Ok(vm.as_instance_of(view, &class))
}

fn view_repr(vm: &mut Vm, args: &Args) -> Result {
    let view = args.receiver::<DictView>(vm)?;
    let name = vm.class_of(args.get(0)).name();
    let items = match view.kind {
        ViewKind::Keys => view.dict.keys(),
        ViewKind::Values => view.dict.values(),
        ViewKind::Items => {
            let pairs = view.dict.entries().into_iter();
            pairs.map(|(key, value)| Tuple::new([key, value]).into()).collect()
        }
    };
    let items =
        vm.guard_repr(args.get(0), |vm| vm.repr(&crate::object::list::List::new(items).into()))?;
    Ok(match items {
        Some(items) => format!("{}({})", name.as_str(), items.as_str()).into(),
        None => "...".into(),
    })
}

fn copy(vm: &mut Vm, args: &Args) -> Result {
    args.receiver::<Dict>(vm)?;
    let class = vm.class_of(args.get(0));
    vm.call(&class.into(), std::slice::from_ref(args.get(0)))
}

fn move_to_end(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    let last = match args.get(2).bound() {
        None => true,
        Some(last) => vm.truth(last)?,
    };
    let key = args.get(1);
    let hash = vm.hash(key)?;
    let Some(index) = vm.dict_find(dict, key, hash)? else { return Err(vm.key_error(key)) };
    let Some((key, value)) = dict.remove_at(index) else { return Err(vm.key_error(key)) };
    if last {
        dict.insert_absent(hash, key, value);
    } else {
        dict.insert_first(hash, key, value);
    }
    Ok(Value::None)
}

fn pop(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    match (vm.dict_remove(dict, args.get(1))?, args.get(2).bound()) {
        (Some(value), _) => Ok(value),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => {
            let missing = vm.names.missing.clone();
            match vm.call_special(args.get(0), &missing, std::slice::from_ref(args.get(1)))? {
                Some(value) => Ok(value),
                None => Err(vm.key_error(args.get(1))),
            }
        }
    }
}

fn pop_item(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    let last = match args.get(1).bound() {
        None => true,
        Some(last) => vm.truth(last)?,
    };
    let entry = if last { dict.previous_entry(usize::MAX) } else { dict.next_entry(0) };
    match entry.and_then(|(index, ..)| dict.pop_at(index)) {
        Some((key, value)) => Ok(Tuple::new([key, value]).into()),
        None => Err(vm.exception(ExceptionKind::KeyError, [Value::from("dictionary is empty")])),
    }
}

fn set_default(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    if let Some(value) = vm.dict_get(dict, args.get(1))? {
        return Ok(value);
    }
    let default = args.get(2).bound().cloned().unwrap_or(Value::None);
    vm.set_item(args.get(0), args.get(1), default.clone())?;
    Ok(default)
}

fn equal(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    let Some(other) = args.get(1).get_ref::<Dict>() else { return Ok(Value::NotImplemented) };
    let ordered = class(vm);
    let both = vm.class_of(args.get(1)).is_subclass_of(&ordered);
    vm.with_recursion_check("in comparison", |vm| {
        if !dicts_equal(vm, dict, other)? {
            return Ok(Value::False);
        }
        if !both {
            return Ok(Value::True);
        }
        for (a, b) in dict.keys().iter().zip(other.keys()) {
            if !vm.equal(a, &b)? {
                return Ok(Value::False);
            }
        }
        Ok(Value::True)
    })
}

fn merge_into_new(vm: &mut Vm, class: Ref<Class>, first: &Value, second: &Value) -> Result {
    let merged = vm.call(&class.into(), std::slice::from_ref(first))?;
    if let Some(dict) = merged.get_ref::<Dict>() {
        vm.dict_update(dict, second)?;
    }
    Ok(merged)
}

fn merge(vm: &mut Vm, args: &Args) -> Result {
    if args.get(0).get::<Dict>().is_none() || args.get(1).get::<Dict>().is_none() {
        return Ok(Value::NotImplemented);
    }
    let class = vm.class_of(args.get(0));
    merge_into_new(vm, class, args.get(0), args.get(1))
}

fn merge_reflected(vm: &mut Vm, args: &Args) -> Result {
    if args.get(0).get::<Dict>().is_none() || args.get(1).get::<Dict>().is_none() {
        return Ok(Value::NotImplemented);
    }
    let class = vm.class_of(args.get(0));
    merge_into_new(vm, class, args.get(1), args.get(0))
}

fn merge_in_place(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    vm.dict_update(dict, args.get(1))?;
    Ok(args.get(0).clone())
}

fn reduce(vm: &mut Vm, args: &Args) -> Result {
    args.receiver::<Dict>(vm)?;
    let class = vm.class_of(args.get(0));
    let state = vm.intern("__dict__");
    let state = vm.get_attr_optional(args.get(0), &state)?;
    let state = state.filter(|state| state.get::<Dict>().is_some_and(|dict| !dict.is_empty()));
    let items = vm.call_method(args.get(0), "items", &[])?;
    let items = vm.iter(&items)?;
    let state = state.unwrap_or(Value::None);
    let arguments = Tuple::new([]).into();
    Ok(Tuple::new([class.into(), arguments, state, Value::None, items]).into())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    let name = vm.class_of(args.get(0)).name();
    let name = name.as_str();
    if dict.is_empty() {
        return Ok(format!("{name}()").into());
    }
    let text = vm.guard_repr(args.get(0), |vm| {
        let items = match args.get(0).get_ref::<Dict>() {
            Some(dict) => dict.copy(),
            None => Dict::new(),
        };
        vm.repr(&items.into())
    })?;
    Ok(match text {
        Some(text) => format!("{name}({})", text.as_str()).into(),
        None => "...".into(),
    })
}
