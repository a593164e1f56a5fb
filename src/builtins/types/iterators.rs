//! The iterators of built-in types, and `enumerate`, `zip`, `map`, `filter`, `reversed`.

use crate::builtins::exceptions::ExceptionKind;
use crate::builtins::functions::unexpected_keyword;
use crate::object::class::Class;
use crate::object::dict::Dict;
use crate::object::iterator::{Iterator, IteratorKind};
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::iterate::{advance, advance_by_kind};

/// The methods of all of them.
const METHODS: &[Native] = &[
    Native::new("__iter__", "", itself),
    Native::new("__length_hint__", "", length_hint),
    Native::new("__next__", "", next),
    Native::new("__reduce__", "", reduce),
];

/// Those of iterators that do not know what is to come.
const BLIND_METHODS: &[Native] =
    &[Native::new("__iter__", "", itself), Native::new("__next__", "", next)];

/// The iterator class of a built-in type.
pub const fn iterator(name: &'static str) -> ClassSpec {
    ClassSpec { name, layout: Kind::Iterator, methods: METHODS, ..ClassSpec::EMPTY }
}

/// `iter(callable, sentinel)`.
pub const CALLABLE: ClassSpec = ClassSpec {
    name: "callable_iterator",
    layout: Kind::Iterator,
    methods: BLIND_METHODS,
    ..ClassSpec::EMPTY
};

/// `enumerate`.
pub const ENUMERATE: ClassSpec = ClassSpec {
    name: "enumerate",
    layout: Kind::Iterator,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new_enumerate)),
    methods: BLIND_METHODS,
    class_methods: &[Native::new("__class_getitem__", "object, /", super::class_getitem)],
    doc: "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe \
          enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and \
          a value yielded by the iterable argument.",
    ..ClassSpec::EMPTY
};

/// `zip`.
pub const ZIP: ClassSpec = ClassSpec {
    name: "zip",
    layout: Kind::Iterator,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*iterables, **kwargs", new_zip)),
    methods: BLIND_METHODS,
    doc: "The zip object yields n-length tuples, where n is the number of iterables\npassed as \
          positional arguments to zip().",
    ..ClassSpec::EMPTY
};

/// `map`.
pub const MAP: ClassSpec = ClassSpec {
    name: "map",
    layout: Kind::Iterator,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new_map)),
    methods: BLIND_METHODS,
    doc: "Make an iterator that computes the function using arguments from\neach of the iterables.  \
          Stops when the shortest iterable is exhausted.",
    ..ClassSpec::EMPTY
};

/// `filter`.
pub const FILTER: ClassSpec = ClassSpec {
    name: "filter",
    layout: Kind::Iterator,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new_filter)),
    methods: BLIND_METHODS,
    doc: "Return an iterator yielding those items of iterable for which function(item)\nis true. If \
          function is None, return the items that are true.",
    ..ClassSpec::EMPTY
};

/// `reversed`, and the iterator of sequences that have no other.
pub const REVERSED: ClassSpec = ClassSpec {
    name: "reversed",
    layout: Kind::Iterator,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new_reversed)),
    methods: METHODS,
    doc: "Return a reverse iterator over the values of the given sequence.",
    ..ClassSpec::EMPTY
};

fn itself(vm: &mut Vm, args: &Args) -> Result {
    args.receiver::<Iterator>(vm)?;
    Ok(args.get(0).clone())
}

fn next(vm: &mut Vm, args: &Args) -> Result {
    let iterator = args.receiver::<Iterator>(vm)?;
    match advance_by_kind(vm, iterator)? {
        Some(item) => Ok(item),
        None => Err(vm.stop_iteration(Value::None)),
    }
}

/// How many items are to come.
fn left(vm: &mut Vm, iterator: &Iterator) -> Result {
    let source = iterator.source.get();
    if source.is_unbound() && iterator.kind != IteratorKind::Range {
        return Ok(Value::Int(0));
    }
    let position = iterator.position.get();
    Ok(Value::Int(match iterator.kind {
        IteratorKind::Range => iterator.end.get(),
        IteratorKind::LongRange => return Ok(iterator.third.get()),
        IteratorKind::ListReversed => {
            let length = source.get::<List>().map_or(0, |list| list.len() as i64);
            if position < length { position + 1 } else { 0 }
        }
        IteratorKind::Str | IteratorKind::StrAscii => {
            let rest = source.as_str().and_then(|text| text.get(position as usize..));
            rest.map_or(0, |rest| rest.chars().count() as i64)
        }
        IteratorKind::DictKeys
        | IteratorKind::DictValues
        | IteratorKind::DictItems
        | IteratorKind::DictKeysReversed
        | IteratorKind::DictValuesReversed
        | IteratorKind::DictItemsReversed => {
            let length = source.get::<Dict>().map_or(0, |dict| dict.len() as i64);
            if iterator.end.get() == length { iterator.step.get() } else { 0 }
        }
        IteratorKind::Set => {
            let items = vm.collect(&source)?;
            if iterator.end.get() != items.len() as i64 {
                0
            } else {
                let copy = Iterator::with(
                    IteratorKind::Set,
                    source,
                    Value::Unbound,
                    position,
                    iterator.end.get(),
                    0,
                );
                let mut count = 0;
                while advance(vm, &copy)?.is_some() {
                    count += 1;
                }
                count
            }
        }
        IteratorKind::SequenceReversed => {
            let length = vm.length(&source)? as i64;
            if position < length { position + 1 } else { 0 }
        }
        IteratorKind::Sequence => {
            let len = vm.names.len.clone();
            if vm.lookup_special(&source, &len).is_none() {
                return Ok(Value::NotImplemented);
            }
            (vm.length(&source)? as i64 - position).max(0)
        }
        _ => (vm.length(&source)? as i64 - position).max(0),
    }))
}

fn length_hint(vm: &mut Vm, args: &Args) -> Result {
    let iterator = args.receiver::<Iterator>(vm)?;
    left(vm, iterator)
}

/// `copy.copy` of an iterator: one over the items that are to come.
fn reduce(vm: &mut Vm, args: &Args) -> Result {
    let iterator = args.receiver::<Iterator>(vm)?;
    let name = vm.intern("iter");
    let iter = vm.builtins.get_str(&name).unwrap_or(Value::None);
    let copy = Iterator::with(
        iterator.kind,
        iterator.source.get(),
        iterator.other.get(),
        iterator.position.get(),
        iterator.end.get(),
        iterator.step.get(),
    );
    copy.third.set(iterator.third.get());
    let mut items = Vec::new();
    while let Some(item) = advance(vm, &copy)? {
        items.push(item);
    }
    let arguments = Tuple::new([List::new(items).into()]);
    Ok(Tuple::new([iter, arguments.into()]).into())
}

// ── making ──

/// Refuses arguments given by name, except to derived classes, whose `__init__` may take them.
fn no_keywords(vm: &mut Vm, args: &Args, class: &Ref<Class>, owner: &Ref<Class>) -> Result<()> {
    if args.names.is_empty() || !class.same(owner) {
        return Ok(());
    }
    let name = owner.name();
    Err(vm.type_error(format!("{}() takes no keyword arguments", name.as_str())))
}

fn new_enumerate(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.enumerate.clone();
    let class = vm.class_argument(args, &owner)?;
    let positional = args.rest(1);
    let (mut iterable, mut start) = (positional.first().cloned(), positional.get(1).cloned());
    for (name, value) in args.keywords() {
        let place = match name {
            "iterable" if iterable.is_none() => &mut iterable,
            "start" if start.is_none() => &mut start,
            "iterable" | "start" => {
                return Err(vm.type_error(format!(
                    "argument for enumerate() given by name ('{name}') and position"
                )));
            }
            _ => {
                return Err(vm.type_error(format!(
                    "'{name}' is an invalid keyword argument for enumerate()"
                )));
            }
        };
        *place = Some(value.clone());
    }
    if positional.len() > 2 {
        let count = args.values.len() - 1;
        return Err(vm.type_error(format!("enumerate() takes at most 2 arguments ({count} given)")));
    }
    let Some(iterable) = iterable else {
        return Err(vm.type_error("enumerate() missing required argument 'iterable'"));
    };
    let start = match start {
        Some(start) => vm.index(&start)?,
        None => Value::Int(0),
    };
    let source = vm.iter(&iterable)?;
    let made = Iterator::with(IteratorKind::Enumerate, source, start, 0, 0, 0);
    Ok(vm.as_instance_of(made.into(), &class))
}

fn new_zip(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.zip.clone();
    let class = vm.class_argument(args, &owner)?;
    let mut strict = false;
    if class.same(&owner) && args.names.len() > 1 {
        let count = args.names.len();
        return Err(
            vm.type_error(format!("zip() takes at most 1 keyword argument ({count} given)"))
        );
    }
    for (name, value) in args.keywords() {
        if name == "strict" {
            strict = vm.truth(value)?;
        } else if class.same(&owner) {
            return Err(unexpected_keyword(vm, "zip", name, &["strict"]));
        }
    }
    let mut iterators = Vec::with_capacity(args.rest(1).len());
    for iterable in args.rest(1) {
        iterators.push(vm.iter(iterable)?);
    }
    let source = Tuple::new(iterators).into();
    let strict = i64::from(strict);
    let made = Iterator::with(IteratorKind::Zip, source, Value::Unbound, 0, strict, 0);
    Ok(vm.as_instance_of(made.into(), &class))
}

fn new_map(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.map.clone();
    let class = vm.class_argument(args, &owner)?;
    no_keywords(vm, args, &class, &owner)?;
    let [function, iterables @ ..] = args.rest(1) else {
        return Err(vm.type_error("map() must have at least two arguments."));
    };
    if iterables.is_empty() {
        return Err(vm.type_error("map() must have at least two arguments."));
    }
    let mut iterators = Vec::with_capacity(iterables.len());
    for iterable in iterables {
        iterators.push(vm.iter(iterable)?);
    }
    let source = Tuple::new(iterators).into();
    let made = Iterator::with(IteratorKind::Map, source, function.clone(), 0, 0, 0);
    Ok(vm.as_instance_of(made.into(), &class))
}

fn new_filter(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.filter.clone();
    let class = vm.class_argument(args, &owner)?;
    no_keywords(vm, args, &class, &owner)?;
    let [function, iterable] = args.rest(1) else {
        let count = args.rest(1).len();
        return Err(vm.type_error(format!("filter expected 2 arguments, got {count}")));
    };
    let source = vm.iter(iterable)?;
    let made = Iterator::with(IteratorKind::Filter, source, function.clone(), 0, 0, 0);
    Ok(vm.as_instance_of(made.into(), &class))
}

fn new_reversed(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.reversed.clone();
    let class = vm.class_argument(args, &owner)?;
    no_keywords(vm, args, &class, &owner)?;
    let [sequence] = args.rest(1) else {
        let count = args.rest(1).len();
        return Err(vm.type_error(format!("reversed expected 1 argument, got {count}")));
    };
    let name = vm.names.reversed.clone();
    match vm.lookup_special(sequence, &name) {
        Some(Value::None) => return Err(not_reversible(vm, sequence)),
        Some(_) => {
            let made = vm.call_special(sequence, &name, &[])?;
            return Ok(made.unwrap_or(Value::None));
        }
        None => {}
    }
    let getitem = vm.names.getitem.clone();
    if vm.lookup_special(sequence, &getitem).is_none() || sequence.get::<Dict>().is_some() {
        return Err(not_reversible(vm, sequence));
    }
    let last = match vm.length(sequence) {
        Ok(length) => length as i64 - 1,
        Err(error) => return Err(error),
    };
    let kind = IteratorKind::SequenceReversed;
    let made = Iterator::with(kind, sequence.clone(), Value::Unbound, last, 0, 0);
    Ok(vm.as_instance_of(made.into(), &class))
}

fn not_reversible(vm: &mut Vm, value: &Value) -> Ref<crate::object::Exception> {
    let kind = vm.type_name(value);
    vm.error(ExceptionKind::TypeError, format!("'{kind}' object is not reversible"))
}
