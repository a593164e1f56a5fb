//! `dict.keys()`, `dict.values()`, `dict.items()`.

use crate::code::op::Comparison;
use crate::object::dict::{DictView, MappingProxy, ViewKind};
use crate::object::iterator::IteratorKind;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::set::{Set, SetTable};
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::iterate::dict_iterator;

/// `dict.keys()`.
pub const KEYS: ClassSpec = ClassSpec { name: "dict_keys", methods: SET_METHODS, ..VIEW };
/// `dict.items()`.
pub const ITEMS: ClassSpec = ClassSpec { name: "dict_items", methods: SET_METHODS, ..VIEW };
/// `dict.values()`.
pub const VALUES: ClassSpec = ClassSpec {
    name: "dict_values",
    methods: &[
        Native::new("__iter__", "", iter),
        Native::new("__len__", "", len),
        Native::new("__repr__", "", repr),
        Native::new("__reversed__", "", reversed),
    ],
    ..VIEW
};

const VIEW: ClassSpec = ClassSpec {
    layout: Kind::DictView,
    attributes: &[GetSetSpec::readonly("mapping", mapping)],
    ..ClassSpec::EMPTY
};

/// Keys and items are like sets.
const SET_METHODS: &[Native] = &[
    Native::new("isdisjoint", "object, /", is_disjoint),
    Native::new("__and__", "value, /", intersection),
    Native::new("__contains__", "key, /", contains),
    Native::new("__eq__", "value, /", |vm, args| compare(vm, args, Comparison::Equal)),
    Native::new("__ge__", "value, /", |vm, args| compare(vm, args, Comparison::GreaterEqual)),
    Native::new("__gt__", "value, /", |vm, args| compare(vm, args, Comparison::Greater)),
    Native::new("__iter__", "", iter),
    Native::new("__le__", "value, /", |vm, args| compare(vm, args, Comparison::LessEqual)),
    Native::new("__len__", "", len),
    Native::new("__lt__", "value, /", |vm, args| compare(vm, args, Comparison::Less)),
    Native::new("__ne__", "value, /", |vm, args| compare(vm, args, Comparison::NotEqual)),
    Native::new("__or__", "value, /", |vm, args| in_order(vm, args, "update")),
    Native::new("__rand__", "value, /", |vm, args| reflected(vm, args, intersection)),
    Native::new("__repr__", "", repr),
    Native::new("__reversed__", "", reversed),
    Native::new("__ror__", "value, /", |vm, args| {
        reflected(vm, args, |vm, args| in_order(vm, args, "update"))
    }),
    Native::new("__rsub__", "value, /", |vm, args| {
        reflected(vm, args, |vm, args| in_order(vm, args, "difference_update"))
    }),
    Native::new("__rxor__", "value, /", |vm, args| reflected(vm, args, symmetric)),
    Native::new("__sub__", "value, /", |vm, args| in_order(vm, args, "difference_update")),
    Native::new("__xor__", "value, /", symmetric),
];

fn mapping(vm: &mut Vm, value: &Value) -> Result {
    match value.get::<DictView>() {
        Some(view) => Ok(Ref::new(MappingProxy { mapping: view.dict.clone().into() }).into()),
        None => Err(vm.type_error("descriptor requires a dict view")),
    }
}

fn iter(vm: &mut Vm, args: &Args) -> Result {
    let view = args.receiver::<DictView>(vm)?;
    let kind = match view.kind {
        ViewKind::Keys => IteratorKind::DictKeys,
        ViewKind::Values => IteratorKind::DictValues,
        ViewKind::Items => IteratorKind::DictItems,
    };
    Ok(dict_iterator(kind, &view.dict))
}

fn reversed(vm: &mut Vm, args: &Args) -> Result {
    let view = args.receiver::<DictView>(vm)?;
    let kind = match view.kind {
        ViewKind::Keys => IteratorKind::DictKeysReversed,
        ViewKind::Values => IteratorKind::DictValuesReversed,
        ViewKind::Items => IteratorKind::DictItemsReversed,
    };
    Ok(dict_iterator(kind, &view.dict))
}

fn len(vm: &mut Vm, args: &Args) -> Result {
    Ok(args.receiver::<DictView>(vm)?.dict.len().into())
}

fn contains(vm: &mut Vm, args: &Args) -> Result {
    let view = args.receiver::<DictView>(vm)?;
    view_contains(vm, view, args.get(1)).map(Value::bool)
}

fn view_contains(vm: &mut Vm, view: &DictView, item: &Value) -> Result<bool> {
    if view.kind == ViewKind::Keys {
        return vm.dict_contains(&view.dict, item);
    }
    let Some([key, value]) = item.as_tuple() else { return Ok(false) };
    match vm.dict_get(&view.dict, key)? {
        Some(found) => vm.equal(&found, value),
        None => Ok(false),
    }
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let view = args.receiver::<DictView>(vm)?;
    let name = match view.kind {
        ViewKind::Keys => "dict_keys",
        ViewKind::Values => "dict_values",
        ViewKind::Items => "dict_items",
    };
    let items = vm.guard_repr(args.get(0), |vm| {
        let items = vm.collect(args.get(0))?;
        vm.repr(&crate::object::list::List::new(items).into())
    })?;
    Ok(match items {
        Some(items) => format!("{name}({})", items.as_str()).into(),
        None => "...".into(),
    })
}

/// Whether the value takes part in the comparisons of views: a set or another such view.
fn is_set_like(value: &Value) -> bool {
    value.get::<Set>().is_some()
        || value.get::<crate::object::set::FrozenSet>().is_some()
        || value.get::<DictView>().is_some_and(|view| view.kind != ViewKind::Values)
}

fn all_in(vm: &mut Vm, part: &Value, whole: &Value) -> Result<bool> {
    let iterator = vm.iter(part)?;
    while let Some(item) = vm.next(&iterator)? {
        if !vm.contains(whole, &item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn compare(vm: &mut Vm, args: &Args, comparison: Comparison) -> Result {
    let length = args.receiver::<DictView>(vm)?.dict.len();
    let (view, other) = (args.get(0), args.get(1));
    if !is_set_like(other) {
        return Ok(Value::NotImplemented);
    }
    let other_length = vm.length(other)?;
    let answer = match comparison {
        Comparison::Equal | Comparison::NotEqual => {
            let equal = length == other_length && all_in(vm, view, other)?;
            equal == (comparison == Comparison::Equal)
        }
        Comparison::Less => length < other_length && all_in(vm, view, other)?,
        Comparison::LessEqual => length <= other_length && all_in(vm, view, other)?,
        Comparison::Greater => length > other_length && all_in(vm, other, view)?,
        Comparison::GreaterEqual => length >= other_length && all_in(vm, other, view)?,
    };
    Ok(Value::bool(answer))
}

fn is_disjoint(vm: &mut Vm, args: &Args) -> Result {
    args.receiver::<DictView>(vm)?;
    let iterator = vm.iter(args.get(1))?;
    while let Some(item) = vm.next(&iterator)? {
        if vm.contains(args.get(0), &item)? {
            return Ok(Value::False);
        }
    }
    Ok(Value::True)
}

/// `other ∘ view`: the operator with its sides exchanged.
fn reflected(vm: &mut Vm, args: &Args, operator: fn(&mut Vm, &Args) -> Result) -> Result {
    operator(vm, &Args::positional(&[args.get(1).clone(), args.get(0).clone()]))
}

/// A set of the left side's items, changed by a method of `set` with the right side.
fn in_order(vm: &mut Vm, args: &Args, method: &str) -> Result {
    let set = Set::new(SetTable::default());
    vm.set_update(&set, args.get(0))?;
    let set = Value::from(set);
    vm.call_method(&set, method, std::slice::from_ref(args.get(1)))?;
    Ok(set)
}

fn intersection(vm: &mut Vm, args: &Args) -> Result {
    let (mut view, mut other) = (args.get(0).clone(), args.get(1).clone());
    if view.get::<DictView>().is_none() {
        std::mem::swap(&mut view, &mut other);
    }
    if other.get::<DictView>().is_some() && vm.length(&other)? > vm.length(&view)? {
        std::mem::swap(&mut view, &mut other);
    }
    let length = vm.length(&view)?;
    // Sets of their own at least as large do the work themselves.
    if let Some(set) = other.get::<Set>()
        && set.table.borrow().len() >= length
    {
        return vm.call_method(&other, "intersection", &[view]);
    }
    let result = Set::new(SetTable::default());
    let iterator = vm.iter(&other)?;
    while let Some(item) = vm.next(&iterator)? {
        if vm.contains(&view, &item)? {
            vm.set_add(&result, item)?;
        }
    }
    Ok(result.into())
}

fn symmetric(vm: &mut Vm, args: &Args) -> Result {
    let items_views = [args.get(0), args.get(1)]
        .iter()
        .all(|value| value.get::<DictView>().is_some_and(|view| view.kind == ViewKind::Items));
    if !items_views {
        return in_order(vm, args, "symmetric_difference_update");
    }
    let (Some(a), Some(b)) = (args.get(0).get::<DictView>(), args.get(1).get::<DictView>()) else {
        return Ok(Value::NotImplemented);
    };
    let result = Set::new(SetTable::default());
    let rest = b.dict.copy();
    for (key, value) in a.dict.entries() {
        let hash = vm.hash(&key)?;
        let found = vm.dict_find(&rest, &key, hash)?;
        let same = match found.and_then(|index| rest.value_at(index)) {
            Some(other) => vm.equal(&value, &other)?,
            None => false,
        };
        if same {
            vm.dict_remove(&rest, &key)?;
        } else {
            vm.set_add(&result, Tuple::new([key, value]).into())?;
        }
    }
    for (key, value) in rest.entries() {
        vm.set_add(&result, Tuple::new([key, value]).into())?;
    }
    Ok(result.into())
}
