//! `dict`.

use crate::builtins::exceptions::ExceptionKind;
use crate::object::dict::{Dict, DictView, ViewKind};
use crate::object::iterator::IteratorKind;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::set::{FrozenSet, Set};
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::iterate::dict_iterator;

/// The class.
pub const CLASS: ClassSpec = ClassSpec {
    name: "dict",
    layout: Kind::Dict,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__init__", "*args, **kwargs", init),
        Native::new("clear", "", clear),
        Native::new("copy", "", copy),
        Native::new("get", "key, default=None, /", get),
        Native::new("items", "", |vm, args| view(vm, args, ViewKind::Items)),
        Native::new("keys", "", |vm, args| view(vm, args, ViewKind::Keys)),
        Native::new("pop", "*args", pop),
        Native::new("popitem", "", pop_item),
        Native::new("setdefault", "key, default=None, /", set_default),
        Native::new("update", "*args, **kwargs", update),
        Native::new("values", "", |vm, args| view(vm, args, ViewKind::Values)),
        Native::new("__contains__", "key, /", contains),
        Native::new("__delitem__", "key, /", delete_item),
        Native::new("__eq__", "value, /", equal),
        // Dicts have no order, but their class has the methods.
        Native::new("__ge__", "value, /", no_order),
        Native::new("__getitem__", "key, /", get_item),
        Native::new("__gt__", "value, /", no_order),
        Native::new("__ior__", "value, /", merge_in_place),
        Native::new("__iter__", "", iter),
        Native::new("__le__", "value, /", no_order),
        Native::new("__len__", "", len),
        Native::new("__lt__", "value, /", no_order),
        Native::new("__ne__", "value, /", |vm, args| {
            Ok(match equal(vm, args)? {
                Value::NotImplemented => Value::NotImplemented,
                result => Value::bool(!matches!(result, Value::True)),
            })
        }),
        Native::new("__or__", "value, /", merge),
        Native::new("__repr__", "", repr),
        Native::new("__reversed__", "", reversed),
        Native::new("__ror__", "value, /", merge_reflected),
        Native::new("__setitem__", "key, value, /", set_item),
        Native::new("__sizeof__", "", size_of),
    ],
    class_methods: &[
        Native::new("fromkeys", "iterable, value=None, /", from_keys),
        Native::new("__class_getitem__", "object, /", super::class_getitem),
    ],
    doc: "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping \
          object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    \
          d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary \
          initialized with the name=value pairs\n    in the keyword argument list.  For example:  \
          dict(one=1, two=2)",
    ..ClassSpec::EMPTY
};

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.dict.clone();
    let class = vm.class_argument(args, &owner)?;
    Ok(vm.as_instance_of(Dict::new().into(), &class))
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    fill(vm, args, "dict")?;
    Ok(Value::None)
}

fn update(vm: &mut Vm, args: &Args) -> Result {
    fill(vm, args, "update")?;
    Ok(Value::None)
}

/// Takes over a mapping or pairs, then the arguments given by name.
fn fill(vm: &mut Vm, args: &Args, function: &str) -> Result<()> {
    let dict = args.receiver::<Dict>(vm)?;
    match args.rest(1) {
        [] => {}
        [other] => vm.dict_update(dict, other)?,
        more => {
            let count = more.len();
            return Err(
                vm.type_error(format!("{function} expected at most 1 argument, got {count}"))
            );
        }
    }
    let values = &args.values[args.positional_count()..];
    for (name, value) in args.names.iter().zip(values) {
        vm.dict_set(dict, name.clone(), value.clone())?;
    }
    Ok(())
}

fn clear(vm: &mut Vm, args: &Args) -> Result {
    args.receiver::<Dict>(vm)?.clear_entries();
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: &Args) -> Result {
    args.receiver::<Dict>(vm)?;
    Ok(copy_of(vm, args.get(0))?.into())
}

/// A plain dict with a dict's items, as its class goes over them.
fn copy_of(vm: &mut Vm, value: &Value) -> Result<Ref<Dict>> {
    match value.get_exact::<Dict>() {
        Some(dict) => Ok(dict.copy()),
        None => {
            let copy = Dict::new();
            vm.dict_merge(&copy, value)?;
            Ok(copy)
        }
    }
}

fn get(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    Ok(match vm.dict_get(dict, args.get(1))? {
        Some(value) => value,
        None => args.get(2).bound().cloned().unwrap_or(Value::None),
    })
}

fn view(vm: &mut Vm, args: &Args, kind: ViewKind) -> Result {
    let dict = args.receiver::<Dict>(vm)?.clone();
    Ok(Ref::new(DictView { dict, kind }).into())
}

fn pop(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    if !args.names.is_empty() {
        return Err(vm.type_error("dict.pop() takes no keyword arguments"));
    }
    let (key, default) = match args.rest(1) {
        [key] => (key, None),
        [key, default] => (key, Some(default)),
        [] => return Err(vm.type_error("pop expected at least 1 argument, got 0")),
        more => {
            let count = more.len();
            return Err(vm.type_error(format!("pop expected at most 2 arguments, got {count}")));
        }
    };
    match (vm.dict_remove(dict, key)?, default) {
        (Some(value), _) => Ok(value),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(vm.key_error(key)),
    }
}

fn pop_item(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    let last = dict.previous_entry(usize::MAX);
    match last.and_then(|(index, ..)| dict.pop_at(index)) {
        Some((key, value)) => Ok(Tuple::new([key, value]).into()),
        None => {
            let message = Value::from("popitem(): dictionary is empty");
            Err(vm.exception(ExceptionKind::KeyError, [message]))
        }
    }
}

fn set_default(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    let key = args.get(1);
    let hash = vm.hash(key)?;
    if let Some(index) = vm.dict_find(dict, key, hash)?
        && let Some(value) = dict.value_at(index)
    {
        return Ok(value);
    }
    let default = args.get(2).bound().cloned().unwrap_or(Value::None);
    dict.insert_absent(hash, key.clone(), default.clone());
    Ok(default)
}

fn contains(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    vm.dict_contains(dict, args.get(1)).map(Value::bool)
}

fn get_item(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    let key = args.get(1);
    if let Some(value) = vm.dict_get(dict, key)? {
        return Ok(value);
    }
    if args.get(0).get_exact::<Dict>().is_none() {
        let missing = vm.names.missing.clone();
        if let Some(value) = vm.call_special(args.get(0), &missing, std::slice::from_ref(key))? {
            return Ok(value);
        }
    }
    Err(vm.key_error(key))
}

fn set_item(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    vm.dict_set(dict, args.get(1).clone(), args.get(2).clone())?;
    Ok(Value::None)
}

fn delete_item(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    match vm.dict_remove(dict, args.get(1))? {
        Some(_) => Ok(Value::None),
        None => Err(vm.key_error(args.get(1))),
    }
}

fn equal(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    let Some(other) = args.get(1).get_ref::<Dict>() else { return Ok(Value::NotImplemented) };
    vm.with_recursion_check("in comparison", |vm| dicts_equal(vm, dict, other)).map(Value::bool)
}

/// Whether two dicts have equal values under the same keys.
pub fn dicts_equal(vm: &mut Vm, a: &Ref<Dict>, b: &Ref<Dict>) -> Result<bool> {
    if a.len() != b.len() {
        return Ok(false);
    }
    let mut from = 0;
    while let Some((index, key, value)) = a.next_entry(from) {
        let hash = a.hash_at(index).unwrap_or_default();
        let other = vm.dict_find(b, &key, hash)?.and_then(|index| b.value_at(index));
        match other {
            Some(other) if vm.equal(&other, &value)? => {}
            _ => return Ok(false),
        }
        from = index + 1;
    }
    Ok(true)
}

fn no_order(_: &mut Vm, _: &Args) -> Result {
    Ok(Value::NotImplemented)
}

fn merge(vm: &mut Vm, args: &Args) -> Result {
    if args.get(0).get::<Dict>().is_none() || args.get(1).get::<Dict>().is_none() {
        return Ok(Value::NotImplemented);
    }
    let merged = copy_of(vm, args.get(0))?;
    vm.dict_merge(&merged, args.get(1))?;
    Ok(merged.into())
}

fn merge_reflected(vm: &mut Vm, args: &Args) -> Result {
    if args.get(0).get::<Dict>().is_none() || args.get(1).get::<Dict>().is_none() {
        return Ok(Value::NotImplemented);
    }
    let merged = copy_of(vm, args.get(1))?;
    vm.dict_merge(&merged, args.get(0))?;
    Ok(merged.into())
}

fn merge_in_place(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    vm.dict_update(dict, args.get(1))?;
    Ok(args.get(0).clone())
}

fn iter(vm: &mut Vm, args: &Args) -> Result {
    Ok(dict_iterator(IteratorKind::DictKeys, args.receiver::<Dict>(vm)?))
}

fn reversed(vm: &mut Vm, args: &Args) -> Result {
    Ok(dict_iterator(IteratorKind::DictKeysReversed, args.receiver::<Dict>(vm)?))
}

fn len(vm: &mut Vm, args: &Args) -> Result {
    Ok(args.receiver::<Dict>(vm)?.len().into())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    if dict.is_empty() {
        return Ok("{}".into());
    }
    let text = vm.guard_repr(args.get(0), |vm| {
        let mut text = String::from("{");
        let mut from = 0;
        while let Some((index, key, value)) = dict.next_entry(from) {
            if text.len() > 1 {
                text.push_str(", ");
            }
            text.push_str(vm.repr(&key)?.as_str());
            text.push_str(": ");
            text.push_str(vm.repr(&value)?.as_str());
            from = index + 1;
        }
        text.push('}');
        Ok(text)
    })?;
    Ok(text.unwrap_or_else(|| "{...}".to_owned()).into())
}

fn size_of(vm: &mut Vm, args: &Args) -> Result {
    let dict = args.receiver::<Dict>(vm)?;
    Ok((48 + 40 * dict.end()).into())
}

fn from_keys(vm: &mut Vm, args: &Args) -> Result {
    let class = args.get(0);
    let iterable = args.get(1);
    let value = args.get(2).bound().cloned().unwrap_or(Value::None);
    let made = vm.call(class, &[])?;
    if let Some(dict) = made.get_ref::<Dict>()
        && made.get_exact::<Dict>().is_some()
    {
        let plain = iterable.get_exact::<Dict>().is_some()
            || iterable.get_exact::<Set>().is_some()
            || iterable.get_exact::<FrozenSet>().is_some();
        let keys = if plain { vm.collect(iterable)? } else { Vec::new() };
        if plain {
            for key in keys {
                vm.dict_set(dict, key, value.clone())?;
            }
            return Ok(made);
        }
        let iterator = vm.iter(iterable)?;
        while let Some(key) = vm.next(&iterator)? {
            vm.dict_set(dict, key, value.clone())?;
        }
        return Ok(made);
    }
    let iterator = vm.iter(iterable)?;
    while let Some(key) = vm.next(&iterator)? {
        vm.set_item(&made, &key, value.clone())?;
    }
    Ok(made)
}
