//! `deque`.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use crate::builtins::types::list::repetitions;
use crate::code::op::Comparison;
use crate::object::class::Class;
use crate::object::heap::Slot;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native, NativeData, NativeObject};
use crate::object::tuple::Tuple;
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::operators::satisfies;

/// The data of a deque.
pub struct Deque {
    items: RefCell<VecDeque<Value>>,
    maximum: Cell<Option<usize>>,
    /// Changes with every change of the items' places.
    version: Cell<u64>,
}

impl NativeData for Deque {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.items.borrow().iter().for_each(|item| item.visit(visit));
    }

    fn clear(&self) {
        drop(self.items.take());
    }
}

impl Deque {
    /// A deque of a script that starts empty.
    pub fn empty(vm: &mut Vm) -> Value {
        make(vm, VecDeque::new(), None)
    }

    /// The items, to be changed by `change`.
    pub fn change<R>(&self, change: impl FnOnce(&mut VecDeque<Value>) -> R) -> R {
        self.changed();
        change(&mut self.items.borrow_mut())
    }

    fn changed(&self) {
        self.version.set(self.version.get().wrapping_add(1));
    }

    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.items.borrow().is_empty()
    }

    pub fn get(&self, index: usize) -> Option<Value> {
        self.items.borrow().get(index).cloned()
    }

    /// Appends; what falls out at the other end is given back, to be dropped by the caller.
    pub fn push_back(&self, item: Value) -> Option<Value> {
        self.changed();
        let mut items = self.items.borrow_mut();
        items.push_back(item);
        if self.maximum.get().is_some_and(|maximum| items.len() > maximum) {
            return items.pop_front();
        }
        None
    }

    pub fn pop_front(&self) -> Option<Value> {
        self.changed();
        self.items.borrow_mut().pop_front()
    }

    fn push_front(&self, item: Value) -> Option<Value> {
        self.changed();
        let mut items = self.items.borrow_mut();
        items.push_front(item);
        if self.maximum.get().is_some_and(|maximum| items.len() > maximum) {
            return items.pop_back();
        }
        None
    }
}

static CLASS: ClassSpec = ClassSpec {
    name: "deque",
    module: "collections",
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__init__", "*args, **kwargs", init),
        Native::new("append", "item, /", append),
        Native::new("appendleft", "item, /", append_left),
        Native::new("clear", "", clear),
        Native::new("copy", "", copy),
        Native::new("count", "value, /", count),
        Native::new("extend", "iterable, /", extend),
        Native::new("extendleft", "iterable, /", extend_left),
        Native::new("index", "value, start=0, stop=sys.maxsize, /", index),
        Native::new("insert", "index, value, /", insert),
        Native::new("pop", "", pop),
        Native::new("popleft", "", pop_left),
        Native::new("remove", "value, /", remove),
        Native::new("reverse", "", reverse),
        Native::new("rotate", "n=1, /", rotate),
        Native::new("__add__", "value, /", add),
        Native::new("__contains__", "key, /", contains),
        Native::new("__copy__", "", copy),
        Native::new("__delitem__", "key, /", delete_item),
        Native::new("__eq__", "value, /", |vm, args| compare(vm, args, Comparison::Equal)),
        Native::new("__ge__", "value, /", |vm, args| compare(vm, args, Comparison::GreaterEqual)),
        Native::new("__getitem__", "key, /", get_item),
        Native::new("__gt__", "value, /", |vm, args| compare(vm, args, Comparison::Greater)),
        Native::new("__iadd__", "value, /", extend_in_place),
        Native::new("__imul__", "value, /", repeat_in_place),
        Native::new("__iter__", "", iter),
        Native::new("__le__", "value, /", |vm, args| compare(vm, args, Comparison::LessEqual)),
        Native::new("__len__", "", |vm, args| Ok(this(vm, args)?.len().into())),
        Native::new("__lt__", "value, /", |vm, args| compare(vm, args, Comparison::Less)),
        Native::new("__mul__", "value, /", repeat),
        Native::new("__ne__", "value, /", |vm, args| compare(vm, args, Comparison::NotEqual)),
        Native::new("__reduce__", "", reduce),
        Native::new("__repr__", "", repr),
        Native::new("__reversed__", "", reversed),
        Native::new("__rmul__", "value, /", repeat),
        Native::new("__setitem__", "key, value, /", set_item),
    ],
    class_methods: &[Native::new(
        "__class_getitem__",
        "object, /",
        crate::builtins::types::class_getitem,
    )],
    attributes: &[GetSetSpec::readonly("maxlen", maximum)],
    doc: "A list-like sequence optimized for data accesses near its endpoints.",
    ..ClassSpec::EMPTY
};

/// What `iter(deque)` gives.
pub static ITERATOR: ClassSpec = ClassSpec {
    name: "_deque_iterator",
    module: "collections",
    methods: &[
        Native::new("__iter__", "", |_, args| Ok(args.get(0).clone())),
        Native::new("__length_hint__", "", iterator_left),
        Native::new("__next__", "", iterator_next),
    ],
    ..ClassSpec::EMPTY
};

/// What `reversed(deque)` gives.
pub static REVERSE_ITERATOR: ClassSpec =
    ClassSpec { name: "_deque_reverse_iterator", methods: ITERATOR.methods, ..ITERATOR };

/// The class, which matches sequence patterns.
pub fn class(vm: &mut Vm) -> Ref<Class> {
    let class = vm.class_for(&CLASS);
    class.update_flags(|flags| flags.is_sequence = true);
    class
}

fn this<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a Deque> {
    match args.get(0).native::<Deque>() {
        Some(deque) => Ok(deque),
        None => {
            let kind = vm.type_name(args.get(0));
            Err(vm.type_error(format!(
                "descriptor requires a 'collections.deque' object but received a '{kind}'"
            )))
        }
    }
}

fn make(vm: &mut Vm, items: VecDeque<Value>, maximum: Option<usize>) -> Value {
    let class = class(vm);
    let deque =
        Deque { items: RefCell::new(items), maximum: Cell::new(maximum), version: Cell::new(0) };
    NativeObject::new(class, deque).into()
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = class(vm);
    let class = vm.class_argument(args, &owner)?;
    let deque = make(vm, VecDeque::new(), None);
    Ok(vm.as_instance_of(deque, &class))
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    let positional = args.rest(1);
    let count = args.values.len() - 1;
    if count > 2 {
        return Err(vm.type_error(format!("deque() takes at most 2 arguments ({count} given)")));
    }
    let (mut iterable, mut maximum) = (positional.first(), positional.get(1));
    for (name, value) in args.keywords() {
        match name {
            "iterable" if iterable.is_none() => iterable = Some(value),
            "maxlen" if maximum.is_none() => maximum = Some(value),
            "iterable" | "maxlen" => {
                let place = if name == "iterable" { 1 } else { 2 };
                return Err(vm.type_error(format!(
                    "argument for deque() given by name ('{name}') and position ({place})"
                )));
            }
            _ => {
                return Err(
                    vm.type_error(format!("deque() got an unexpected keyword argument '{name}'"))
                );
            }
        }
    }
    let maximum = match maximum {
        None | Some(Value::None) => None,
        Some(maximum) if maximum.as_integer().is_none() => {
            return Err(vm.type_error("an integer is required"));
        }
        Some(maximum) => match vm.index_i64(maximum)? {
            negative if negative < 0 => {
                return Err(vm.value_error("maxlen must be non-negative"));
            }
            maximum => Some(maximum as usize),
        },
    };
    deque.maximum.set(maximum);
    let old = deque.items.take();
    deque.changed();
    drop(old);
    if let Some(iterable) = iterable {
        extend_back(vm, deque, iterable)?;
    }
    Ok(Value::None)
}

fn maximum(vm: &mut Vm, value: &Value) -> Result {
    match value.native::<Deque>() {
        Some(deque) => Ok(deque.maximum.get().map_or(Value::None, Value::from)),
        None => Err(vm.type_error("descriptor requires a 'collections.deque' object")),
    }
}

fn extend_back(vm: &mut Vm, deque: &Deque, iterable: &Value) -> Result<()> {
    // A deque that is extended by itself gets the items it has now.
    if iterable.native::<Deque>().is_some_and(|other| std::ptr::eq(other, deque)) {
        let items: Vec<Value> = deque.items.borrow().iter().cloned().collect();
        for item in items {
            drop(deque.push_back(item));
        }
        return Ok(());
    }
    let iterator = vm.iter(iterable)?;
    while let Some(item) = vm.next(&iterator)? {
        drop(deque.push_back(item));
    }
    Ok(())
}

fn append(vm: &mut Vm, args: &Args) -> Result {
    drop(this(vm, args)?.push_back(args.get(1).clone()));
    Ok(Value::None)
}

fn append_left(vm: &mut Vm, args: &Args) -> Result {
    drop(this(vm, args)?.push_front(args.get(1).clone()));
    Ok(Value::None)
}

fn clear(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    deque.changed();
    drop(deque.items.take());
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    let owner = class(vm);
    let own = vm.class_of(args.get(0));
    if own.same(&owner) {
        let items = deque.items.borrow().clone();
        return Ok(make(vm, items, deque.maximum.get()));
    }
    let maximum = deque.maximum.get();
    match maximum {
        None => vm.call(&own.into(), std::slice::from_ref(args.get(0))),
        Some(maximum) => vm.call(&own.into(), &[args.get(0).clone(), maximum.into()]),
    }
}

/// The items with a check that the deque does not change while they are compared.
fn search(
    vm: &mut Vm,
    deque: &Deque,
    value: &Value,
    places: std::ops::Range<usize>,
    mut found: impl FnMut(usize) -> bool,
) -> Result<()> {
    let version = deque.version.get();
    for place in places {
        let Some(item) = deque.get(place) else { break };
        let equal = vm.equal(&item, value)?;
        if deque.version.get() != version {
            return Err(vm.runtime_error("deque mutated during iteration"));
        }
        if equal && found(place) {
            break;
        }
    }
    Ok(())
}

fn count(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    let mut count = 0;
    search(vm, deque, args.get(1), 0..deque.len(), |_| {
        count += 1;
        false
    })?;
    Ok(Value::Int(count))
}

fn contains(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    let mut found = false;
    search(vm, deque, args.get(1), 0..deque.len(), |_| {
        found = true;
        true
    })?;
    Ok(found.into())
}

fn extend(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    extend_back(vm, deque, args.get(1))?;
    Ok(Value::None)
}

fn extend_in_place(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    extend_back(vm, deque, args.get(1))?;
    Ok(args.get(0).clone())
}

fn extend_left(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    if args.get(1).is(args.get(0)) {
        let items: Vec<Value> = deque.items.borrow().iter().cloned().collect();
        for item in items {
            drop(deque.push_front(item));
        }
        return Ok(Value::None);
    }
    let iterator = vm.iter(args.get(1))?;
    while let Some(item) = vm.next(&iterator)? {
        drop(deque.push_front(item));
    }
    Ok(Value::None)
}

fn not_in_deque(vm: &mut Vm, value: &Value) -> Result {
    let text = vm.repr(value)?;
    Err(vm.value_error(format!("{} is not in deque", text.as_str())))
}

fn index(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    let start = vm.search_bound(args.get(2), deque.len(), 0)?;
    let stop = vm.search_bound(args.get(3), deque.len(), deque.len())?;
    let mut found = None;
    search(vm, deque, args.get(1), start..stop, |place| {
        found = Some(place);
        true
    })?;
    match found {
        Some(place) => Ok(place.into()),
        None => not_in_deque(vm, args.get(1)),
    }
}

fn insert(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    let index = vm.index_i64(args.get(1))?;
    let length = deque.len();
    if deque.maximum.get().is_some_and(|maximum| length >= maximum) {
        return Err(vm.index_error("deque already at its maximum size"));
    }
    let place = if index < 0 {
        index.saturating_add(length as i64).max(0)
    } else {
        index.min(length as i64)
    };
    deque.changed();
    deque.items.borrow_mut().insert(place as usize, args.get(2).clone());
    Ok(Value::None)
}

fn pop(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    deque.changed();
    let item = deque.items.borrow_mut().pop_back();
    item.ok_or_else(|| vm.index_error("pop from an empty deque"))
}

fn pop_left(vm: &mut Vm, args: &Args) -> Result {
    let item = this(vm, args)?.pop_front();
    item.ok_or_else(|| vm.index_error("pop from an empty deque"))
}

fn remove(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    let version = deque.version.get();
    for place in 0..deque.len() {
        let Some(item) = deque.get(place) else { break };
        let equal = vm.equal(&item, args.get(1))?;
        if deque.version.get() != version {
            return Err(vm.index_error("deque mutated during remove()."));
        }
        if equal {
            deque.changed();
            let removed = deque.items.borrow_mut().remove(place);
            drop(removed);
            return Ok(Value::None);
        }
    }
    not_in_deque(vm, args.get(1))
}

fn reverse(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    deque.changed();
    deque.items.borrow_mut().make_contiguous().reverse();
    Ok(Value::None)
}

fn rotate(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    let steps = match args.get(1).bound() {
        None => 1,
        Some(steps) => vm.index_i64(steps)?,
    };
    let mut items = deque.items.borrow_mut();
    if items.len() > 1 {
        deque.changed();
        let steps = steps.rem_euclid(items.len() as i64);
        items.rotate_right(steps as usize);
    }
    Ok(Value::None)
}

fn add(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    if args.get(1).native::<Deque>().is_none() {
        let kind = vm.type_name(args.get(1));
        let short = kind.rsplit('.').next().unwrap_or(&kind).to_owned();
        return Err(vm.type_error(format!("can only concatenate deque (not \"{short}\") to deque")));
    }
    let copied = {
        let items = deque.items.borrow().clone();
        make(vm, items, deque.maximum.get())
    };
    if let Some(result) = copied.native::<Deque>() {
        extend_back(vm, result, args.get(1))?;
    }
    Ok(copied)
}

fn repeated(vm: &mut Vm, deque: &Deque, count: &Value) -> Result<VecDeque<Value>> {
    let count = repetitions(vm, count, deque.len())?;
    let items = deque.items.borrow();
    let total = items.len() * count;
    let kept = deque.maximum.get().map_or(total, |maximum| maximum.min(total));
    let mut result = vm.room_for(kept)?;
    if kept > 0 {
        let skip = (total - kept) % items.len();
        result.extend(items.iter().cycle().skip(skip).take(kept).cloned());
    }
    Ok(result.into())
}

fn repeat(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    let items = repeated(vm, deque, args.get(1))?;
    Ok(make(vm, items, deque.maximum.get()))
}

fn repeat_in_place(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    let items = repeated(vm, deque, args.get(1))?;
    deque.changed();
    drop(deque.items.replace(items));
    Ok(args.get(0).clone())
}

/// The place that a subscript names.
fn place(vm: &mut Vm, deque: &Deque, key: &Value) -> Result<usize> {
    if !vm.is_index(key) {
        let kind = vm.type_name(key);
        return Err(vm.type_error(format!("sequence index must be integer, not '{kind}'")));
    }
    let length = deque.len();
    match vm.place(key, length, "deque")? {
        Some(place) => Ok(place),
        None => Err(vm.index_error("deque index out of range")),
    }
}

fn get_item(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    let place = place(vm, deque, args.get(1))?;
    Ok(deque.get(place).unwrap_or(Value::None))
}

fn set_item(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    let place = place(vm, deque, args.get(1))?;
    let mut items = deque.items.borrow_mut();
    let old = items.get_mut(place).map(|item| std::mem::replace(item, args.get(2).clone()));
    drop(items);
    drop(old);
    Ok(Value::None)
}

fn delete_item(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    let place = place(vm, deque, args.get(1))?;
    deque.changed();
    let removed = deque.items.borrow_mut().remove(place);
    drop(removed);
    Ok(Value::None)
}

fn compare(vm: &mut Vm, args: &Args, comparison: Comparison) -> Result {
    let deque = this(vm, args)?;
    let Some(other) = args.get(1).native::<Deque>() else { return Ok(Value::NotImplemented) };
    if std::ptr::eq(deque, other) {
        return Ok(satisfies(comparison, std::cmp::Ordering::Equal).into());
    }
    if deque.len() != other.len() {
        match comparison {
            Comparison::Equal => return Ok(Value::False),
            Comparison::NotEqual => return Ok(Value::True),
            _ => {}
        }
    }
    vm.with_recursion_check("in comparison", |vm| {
        let (version, other_version) = (deque.version.get(), other.version.get());
        let mut index = 0;
        while let (Some(a), Some(b)) = (deque.get(index), other.get(index)) {
            let equal = vm.equal(&a, &b)?;
            if deque.version.get() != version || other.version.get() != other_version {
                return Err(vm.runtime_error("deque mutated during iteration"));
            }
            if !equal {
                return match comparison {
                    Comparison::Equal => Ok(Value::False),
                    Comparison::NotEqual => Ok(Value::True),
                    _ => vm.compare(comparison, &a, &b),
                };
            }
            index += 1;
        }
        Ok(satisfies(comparison, deque.len().cmp(&other.len())).into())
    })
}

fn reduce(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    let class = vm.class_of(args.get(0));
    let state = vm.intern("__dict__");
    let state = vm.get_attr_optional(args.get(0), &state)?.unwrap_or(Value::None);
    let arguments = match deque.maximum.get() {
        None => Tuple::new([]),
        Some(maximum) => Tuple::new([Tuple::new([]).into(), maximum.into()]),
    };
    let iterator = vm.iter(args.get(0))?;
    Ok(Tuple::new([class.into(), arguments.into(), state, iterator]).into())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let deque = this(vm, args)?;
    let name = vm.class_of(args.get(0)).name();
    let items = vm.guard_repr(args.get(0), |vm| {
        let list = deque.items.borrow().iter().cloned().collect();
        vm.repr(&crate::object::list::List::new(list).into())
    })?;
    let Some(items) = items else { return Ok("[...]".into()) };
    let (name, items) = (name.as_str(), items.as_str());
    Ok(match deque.maximum.get() {
        None => format!("{name}({items})").into(),
        Some(maximum) => format!("{name}({items}, maxlen={maximum})").into(),
    })
}

/// An iterator, forwards or backwards.
struct DequeIterator {
    deque: Slot,
    index: Cell<usize>,
    version: u64,
    reversed: bool,
}

impl NativeData for DequeIterator {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.deque.visit(visit);
    }

    fn clear(&self) {
        self.deque.set(Value::Unbound);
    }

    fn next_item(&self, vm: &mut Vm) -> Option<Result<Option<Value>>> {
        Some(self.advance(vm))
    }
}

fn iter(vm: &mut Vm, args: &Args) -> Result {
    let version = this(vm, args)?.version.get();
    let class = vm.class_for(&ITERATOR);
    let deque = Slot::new(args.get(0).clone());
    let iterator = DequeIterator { deque, index: Cell::new(0), version, reversed: false };
    Ok(NativeObject::new(class, iterator).into())
}

fn reversed(vm: &mut Vm, args: &Args) -> Result {
    let version = this(vm, args)?.version.get();
    let class = vm.class_for(&REVERSE_ITERATOR);
    let deque = Slot::new(args.get(0).clone());
    let iterator = DequeIterator { deque, index: Cell::new(0), version, reversed: true };
    Ok(NativeObject::new(class, iterator).into())
}

fn iterator_next(vm: &mut Vm, args: &Args) -> Result {
    let Some(iterator) = args.get(0).native::<DequeIterator>() else {
        return Err(vm.type_error("descriptor requires a deque iterator"));
    };
    match iterator.advance(vm)? {
        Some(item) => Ok(item),
        None => Err(vm.stop_iteration(Value::None)),
    }
}

impl DequeIterator {
    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        let source = self.deque.get();
        let Some(deque) = source.native::<Deque>() else { return Ok(None) };
        if deque.version.get() != self.version {
            self.deque.set(Value::Unbound);
            return Err(vm.runtime_error("deque mutated during iteration"));
        }
        let index = self.index.get();
        let place = if self.reversed { deque.len().checked_sub(index + 1) } else { Some(index) };
        let item = place.and_then(|place| deque.get(place));
        match item {
            Some(_) => self.index.set(index + 1),
            None => self.deque.set(Value::Unbound),
        }
        Ok(item)
    }
}

fn iterator_left(vm: &mut Vm, args: &Args) -> Result {
    let Some(iterator) = args.get(0).native::<DequeIterator>() else {
        return Err(vm.type_error("descriptor requires a deque iterator"));
    };
    let source = iterator.deque.get();
    let length = source.native::<Deque>().map_or(0, Deque::len);
    Ok(length.saturating_sub(iterator.index.get()).into())
}
