//! `tuple`.

use crate::code::op::Comparison;
use crate::object::iterator::{Iterator, IteratorKind};
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::range::Slice;
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

/// The class.
pub const CLASS: ClassSpec = ClassSpec {
    name: "tuple",
    layout: Kind::Tuple,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("count", "value, /", count),
        Native::new("index", "value, start=0, stop=sys.maxsize, /", index),
        Native::new("__add__", "value, /", add),
        Native::new("__contains__", "key, /", contains),
        Native::new("__eq__", "value, /", |vm, args| compare(vm, args, Comparison::Equal)),
        Native::new("__ge__", "value, /", |vm, args| compare(vm, args, Comparison::GreaterEqual)),
        Native::new("__getitem__", "key, /", |vm, args| {
            let tuple = args.receiver::<Tuple>(vm)?;
            get_item(vm, tuple, args.get(1))
        }),
        Native::new("__getnewargs__", "", new_arguments),
        Native::new("__gt__", "value, /", |vm, args| compare(vm, args, Comparison::Greater)),
        Native::new("__hash__", "", hash),
        Native::new("__iter__", "", iter),
        Native::new("__le__", "value, /", |vm, args| compare(vm, args, Comparison::LessEqual)),
        Native::new("__len__", "", len),
        Native::new("__lt__", "value, /", |vm, args| compare(vm, args, Comparison::Less)),
        Native::new("__mul__", "value, /", repeat),
        Native::new("__ne__", "value, /", |vm, args| compare(vm, args, Comparison::NotEqual)),
        Native::new("__repr__", "", repr),
        Native::new("__rmul__", "value, /", repeat),
    ],
    class_methods: &[Native::new("__class_getitem__", "object, /", super::class_getitem)],
    doc: "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty \
          tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the \
          argument is a tuple, the return value is the same object.",
    ..ClassSpec::EMPTY
};

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.tuple.clone();
    let class = vm.class_argument(args, &owner)?;
    if class.same(&owner) && !args.names.is_empty() {
        return Err(vm.type_error("tuple() takes no keyword arguments"));
    }
    let rest = args.rest(1);
    let tuple = match rest {
        [] => Tuple::new([]),
        [iterable] if iterable.get_exact::<Tuple>().is_some() => {
            return Ok(vm.as_instance_of(iterable.clone(), &class));
        }
        [iterable] => Tuple::new(vm.collect(iterable)?),
        _ => {
            let count = rest.len();
            return Err(vm.type_error(format!("tuple expected at most 1 argument, got {count}")));
        }
    };
    Ok(vm.as_instance_of(tuple.into(), &class))
}

fn count(vm: &mut Vm, args: &Args) -> Result {
    let mut count = 0;
    for item in args.receiver::<Tuple>(vm)?.items() {
        count += i64::from(vm.equal(item, args.get(1))?);
    }
    Ok(Value::Int(count))
}

fn index(vm: &mut Vm, args: &Args) -> Result {
    let tuple = args.receiver::<Tuple>(vm)?;
    let start = vm.search_bound(args.get(2), tuple.len(), 0)?;
    let stop = vm.search_bound(args.get(3), tuple.len(), tuple.len())?;
    for (index, item) in tuple.items().iter().enumerate().take(stop).skip(start) {
        if vm.equal(item, args.get(1))? {
            return Ok(index.into());
        }
    }
    Err(vm.value_error("tuple.index(x): x not in tuple"))
}

fn add(vm: &mut Vm, args: &Args) -> Result {
    let tuple = args.receiver::<Tuple>(vm)?;
    let Some(other) = args.get(1).as_tuple() else {
        let kind = vm.type_name(args.get(1));
        return Err(vm.type_error(format!("can only concatenate tuple (not \"{kind}\") to tuple")));
    };
    Ok(Tuple::new([tuple.items(), other].concat()).into())
}

fn repeat(vm: &mut Vm, args: &Args) -> Result {
    let tuple = args.receiver::<Tuple>(vm)?;
    let count = super::list::repetitions(vm, args.get(1), tuple.len())?;
    if count == 1 && args.get(0).get_exact::<Tuple>().is_some() {
        return Ok(args.get(0).clone());
    }
    Ok(Tuple::new(super::list::repeated(vm, tuple.items(), count)?).into())
}

fn contains(vm: &mut Vm, args: &Args) -> Result {
    let tuple = args.receiver::<Tuple>(vm)?;
    vm.tuple_contains(tuple, args.get(1)).map(Value::bool)
}

fn compare(vm: &mut Vm, args: &Args, comparison: Comparison) -> Result {
    let tuple = args.receiver::<Tuple>(vm)?;
    match args.get(1).as_tuple() {
        Some(other) => vm.with_recursion_check("in comparison", |vm| {
            vm.compare_tuples(comparison, tuple.items(), other)
        }),
        None => Ok(Value::NotImplemented),
    }
}

/// `tuple[key]`.
pub fn get_item(vm: &mut Vm, tuple: &Ref<Tuple>, key: &Value) -> Result {
    let items = tuple.items();
    if let Some(slice) = key.get::<Slice>() {
        let places = vm.slice_numbers(slice)?.fit(items.len());
        if places.step == 1 && places.count == items.len() && !tuple.as_object().is_derived() {
            return Ok(tuple.clone().into());
        }
        return Ok(Tuple::new(super::list::items_at(items, places)).into());
    }
    let place = vm.place(key, items.len(), "tuple")?;
    match place.and_then(|place| items.get(place)) {
        Some(item) => Ok(item.clone()),
        None => Err(vm.index_error("tuple index out of range")),
    }
}

fn new_arguments(vm: &mut Vm, args: &Args) -> Result {
    let items = args.receiver::<Tuple>(vm)?.items().to_vec();
    Ok(Tuple::new([Tuple::new(items).into()]).into())
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    let tuple = args.receiver::<Tuple>(vm)?;
    vm.hash_items(tuple.items()).map(Value::Int)
}

fn iter(vm: &mut Vm, args: &Args) -> Result {
    args.receiver::<Tuple>(vm)?;
    Ok(Iterator::new(IteratorKind::Tuple, args.get(0).clone()).into())
}

fn len(vm: &mut Vm, args: &Args) -> Result {
    Ok(args.receiver::<Tuple>(vm)?.len().into())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let tuple = args.receiver::<Tuple>(vm)?;
    let items = tuple.items();
    match items.len() {
        0 => return Ok("()".into()),
        1 => {
            let inner = vm.guard_repr(args.get(0), |vm| vm.repr(&items[0]))?;
            return Ok(match inner {
                Some(item) => format!("({},)", item.as_str()).into(),
                None => "(...)".into(),
            });
        }
        _ => {}
    }
    let text = vm.repr_of_items(args.get(0), "(", ")", |_, index| items.get(index).cloned())?;
    Ok(text.into())
}
