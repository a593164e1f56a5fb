//! `list`.

use smallvec::SmallVec;

use crate::code::op::Comparison;
use crate::object::iterator::{Iterator, IteratorKind};
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::range::Slice;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::slices::SlicePlaces;

/// The class.
pub const CLASS: ClassSpec = ClassSpec {
    name: "list",
    layout: Kind::List,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__init__", "*args, **kwargs", init),
        Native::new("append", "object, /", append),
        Native::new("clear", "", clear),
        Native::new("copy", "", copy),
        Native::new("count", "value, /", count),
        Native::new("extend", "iterable, /", extend),
        Native::new("index", "value, start=0, stop=sys.maxsize, /", index),
        Native::new("insert", "index, object, /", insert),
        Native::new("pop", "index=-1, /", pop),
        Native::new("remove", "value, /", remove),
        Native::new("reverse", "", reverse),
        Native::new("sort", "*, key=None, reverse=False", sort),
        Native::new("__add__", "value, /", add),
        Native::new("__contains__", "key, /", contains),
        Native::new("__delitem__", "key, /", delete_item_method),
        Native::new("__eq__", "value, /", |vm, args| compare(vm, args, Comparison::Equal)),
        Native::new("__ge__", "value, /", |vm, args| compare(vm, args, Comparison::GreaterEqual)),
        Native::new("__getitem__", "index, /", |vm, args| {
            let list = args.receiver::<List>(vm)?;
            get_item(vm, list, args.get(1))
        }),
        Native::new("__gt__", "value, /", |vm, args| compare(vm, args, Comparison::Greater)),
        Native::new("__iadd__", "value, /", extend_in_place),
        Native::new("__imul__", "value, /", repeat_in_place),
        Native::new("__iter__", "", iter),
        Native::new("__le__", "value, /", |vm, args| compare(vm, args, Comparison::LessEqual)),
        Native::new("__len__", "", len),
        Native::new("__lt__", "value, /", |vm, args| compare(vm, args, Comparison::Less)),
        Native::new("__mul__", "value, /", repeat),
        Native::new("__ne__", "value, /", |vm, args| compare(vm, args, Comparison::NotEqual)),
        Native::new("__repr__", "", repr),
        Native::new("__reversed__", "", reversed),
        Native::new("__rmul__", "value, /", repeat),
        Native::new("__setitem__", "key, value, /", set_item_method),
        Native::new("__sizeof__", "", size_of),
    ],
    class_methods: &[Native::new("__class_getitem__", "object, /", super::class_getitem)],
    doc: "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty \
          list.\nThe argument must be an iterable if specified.",
    ..ClassSpec::EMPTY
};

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.list.clone();
    let class = vm.class_argument(args, &owner)?;
    Ok(vm.as_instance_of(List::new(Vec::new()).into(), &class))
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    if !args.names.is_empty() {
        return Err(vm.type_error("list() takes no keyword arguments"));
    }
    let iterable = match args.rest(1) {
        [] => None,
        [iterable] => Some(iterable),
        more => {
            let count = more.len();
            return Err(vm.type_error(format!("list expected at most 1 argument, got {count}")));
        }
    };
    drop(list.items.take());
    if let Some(iterable) = iterable {
        let items = vm.collect(iterable)?;
        drop(list.items.replace(items));
    }
    Ok(Value::None)
}

fn append(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    list.items.borrow_mut().push(args.get(1).clone());
    Ok(Value::None)
}

fn clear(vm: &mut Vm, args: &Args) -> Result {
    // Taken out first: what goes may look at the list.
    drop(args.receiver::<List>(vm)?.items.take());
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: &Args) -> Result {
    let items = args.receiver::<List>(vm)?.items.borrow().clone();
    Ok(List::new(items).into())
}

fn count(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    let mut count = 0;
    let mut index = 0;
    while let Some(item) = list.get(index) {
        count += i64::from(vm.equal(&item, args.get(1))?);
        index += 1;
    }
    Ok(Value::Int(count))
}

/// Appends all items of an iterable.
pub fn extend_with(vm: &mut Vm, list: &Ref<List>, iterable: &Value) -> Result<()> {
    if let Value::Object(object) = iterable
        && !object.is_derived()
        && matches!(object.kind(), Kind::List | Kind::Tuple | Kind::Dict | Kind::Set)
    {
        let items = vm.collect(iterable)?;
        list.items.borrow_mut().extend(items);
        return Ok(());
    }
    // Item by item: a generator may look at the list meanwhile.
    let iterator = vm.iter(iterable)?;
    while let Some(item) = vm.next(&iterator)? {
        list.items.borrow_mut().push(item);
    }
    Ok(())
}

fn extend(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    extend_with(vm, list, args.get(1))?;
    Ok(Value::None)
}

fn extend_in_place(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    extend_with(vm, list, args.get(1))?;
    Ok(args.get(0).clone())
}

fn index(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    let start = vm.search_bound(args.get(2), list.len(), 0)?;
    let stop = vm.search_bound(args.get(3), list.len(), usize::MAX)?;
    let mut index = start;
    while index < stop
        && let Some(item) = list.get(index)
    {
        if vm.equal(&item, args.get(1))? {
            return Ok(index.into());
        }
        index += 1;
    }
    let value = vm.repr(args.get(1))?;
    Err(vm.value_error(format!("{} is not in list", value.as_str())))
}

fn insert(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    let index = vm.index_i64(args.get(1))?;
    let mut items = list.items.borrow_mut();
    let length = items.len() as i64;
    let place = if index < 0 { (index + length).max(0) } else { index.min(length) };
    items.insert(place as usize, args.get(2).clone());
    Ok(Value::None)
}

fn pop(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    let Some(index) = args.get(1).bound() else {
        let last = list.items.borrow_mut().pop();
        return last.ok_or_else(|| vm.index_error("pop from empty list"));
    };
    let index = vm.index_i64(index)?;
    let length = list.len();
    if length == 0 {
        return Err(vm.index_error("pop from empty list"));
    }
    let place = if index < 0 { index + length as i64 } else { index };
    match usize::try_from(place) {
        Ok(place) if place < length => Ok(list.items.borrow_mut().remove(place)),
        _ => Err(vm.index_error("pop index out of range")),
    }
}

fn remove(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    let mut index = 0;
    while let Some(item) = list.get(index) {
        if vm.equal(&item, args.get(1))? {
            let mut items = list.items.borrow_mut();
            // The comparison may have shortened the list.
            let removed = if index < items.len() { Some(items.remove(index)) } else { None };
            drop(items);
            drop(removed);
            return Ok(Value::None);
        }
        index += 1;
    }
    Err(vm.value_error("list.remove(x): x not in list"))
}

fn reverse(vm: &mut Vm, args: &Args) -> Result {
    args.receiver::<List>(vm)?.items.borrow_mut().reverse();
    Ok(Value::None)
}

fn sort(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    let reverse = match args.get(2) {
        Value::Unbound => false,
        flag => vm.truth(flag)?,
    };
    sort_list(vm, list, args.get(1), reverse)?;
    Ok(Value::None)
}

/// Sorts in place; the list is empty meanwhile, as scripts can see.
pub fn sort_list(vm: &mut Vm, list: &Ref<List>, key: &Value, reverse: bool) -> Result<()> {
    let (sorted, mut result) = vm.sort_values(list.items.take(), key, reverse);
    let touched = list.items.replace(sorted);
    // A list that was filled and emptied again has kept its room.
    if touched.capacity() > 0 && result.is_ok() {
        result = Err(vm.value_error("list modified during sort"));
    }
    result
}

fn add(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    let Some(other) = args.get(1).get::<List>() else {
        let kind = vm.type_name(args.get(1));
        return Err(vm.type_error(format!("can only concatenate list (not \"{kind}\") to list")));
    };
    let items = [&list.items.borrow()[..], &other.items.borrow()[..]].concat();
    Ok(List::new(items).into())
}

/// How often a sequence is to be repeated, if the result fits into memory.
pub fn repetitions(vm: &mut Vm, count: &Value, length: usize) -> Result<usize> {
    let count = vm.index_count(count)?.max(0) as usize;
    match count.checked_mul(length) {
        Some(total) if total <= isize::MAX as usize / 64 => Ok(count),
        _ => Err(vm.exception(crate::builtins::exceptions::ExceptionKind::MemoryError, [])),
    }
}

/// The items, so many times.
pub fn repeated(vm: &mut Vm, items: &[Value], count: usize) -> Result<Vec<Value>> {
    let mut result = vm.room_for(items.len() * count)?;
    for _ in 0..count {
        result.extend_from_slice(items);
    }
    Ok(result)
}

fn repeat(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    let count = repetitions(vm, args.get(1), list.len())?;
    let items = repeated(vm, &list.items.borrow(), count)?;
    Ok(List::new(items).into())
}

fn repeat_in_place(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    let count = repetitions(vm, args.get(1), list.len())?;
    if count == 0 {
        drop(list.items.take());
    } else {
        let more = repeated(vm, &list.items.borrow(), count - 1)?;
        list.items.borrow_mut().extend(more);
    }
    Ok(args.get(0).clone())
}

fn contains(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    vm.list_contains(list, args.get(1)).map(Value::bool)
}

fn compare(vm: &mut Vm, args: &Args, comparison: Comparison) -> Result {
    let list = args.receiver::<List>(vm)?;
    match args.get(1).get::<List>() {
        Some(other) => {
            vm.with_recursion_check("in comparison", |vm| vm.compare_lists(comparison, list, other))
        }
        None => Ok(Value::NotImplemented),
    }
}

/// `list[key]`.
pub fn get_item(vm: &mut Vm, list: &Ref<List>, key: &Value) -> Result {
    if let Some(slice) = key.get::<Slice>() {
        let numbers = vm.slice_numbers(slice)?;
        let items = list.items.borrow();
        let places = numbers.fit(items.len());
        return Ok(List::new(items_at(&items, places)).into());
    }
    let place = vm.place(key, list.len(), "list")?;
    match place.and_then(|place| list.get(place)) {
        Some(item) => Ok(item),
        None => Err(vm.index_error("list index out of range")),
    }
}

/// The items that a slice names.
pub fn items_at(items: &[Value], places: SlicePlaces) -> Vec<Value> {
    match places.contiguous() {
        Some(range) => items[range].to_vec(),
        None => places.places().map(|place| items[place].clone()).collect(),
    }
}

fn set_item_method(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    set_item(vm, list, args.get(1), args.get(2).clone())?;
    Ok(Value::None)
}

/// `list[key] = value`.
pub fn set_item(vm: &mut Vm, list: &Ref<List>, key: &Value, value: Value) -> Result<()> {
    if let Some(slice) = key.get::<Slice>() {
        return set_slice(vm, list, slice, &value);
    }
    let place = vm.place(key, list.len(), "list")?;
    let old = match place {
        Some(place) => {
            list.items.borrow_mut().get_mut(place).map(|item| std::mem::replace(item, value))
        }
        None => None,
    };
    match old {
        Some(_) => Ok(()),
        None => Err(vm.index_error("list assignment index out of range")),
    }
}

fn set_slice(vm: &mut Vm, list: &Ref<List>, slice: &Slice, value: &Value) -> Result<()> {
    let numbers = vm.slice_numbers(slice)?;
    let values = match vm.collect(value) {
        Ok(values) => values,
        Err(error) => {
            let is_type_error =
                vm.is_exception(&error, crate::builtins::exceptions::ExceptionKind::TypeError);
            if is_type_error && !vm.is_iterable(value) {
                let message = "must assign iterable to extended slice";
                return Err(vm.type_error(message));
            }
            return Err(error);
        }
    };
    let mut items = list.items.borrow_mut();
    let places = numbers.fit(items.len());
    if values.len() == places.count {
        // The old values go when the list is whole again.
        let replaced = places.places().zip(values);
        let removed: SmallVec<[Value; 8]> =
            replaced.map(|(place, value)| std::mem::replace(&mut items[place], value)).collect();
        drop(items);
        drop(removed);
        return Ok(());
    }
    if places.step == 1 {
        let start = places.start as usize;
        let end = start + places.count;
        let removed: Vec<Value> = items.splice(start..end, values).collect();
        drop(items);
        drop(removed);
        return Ok(());
    }
    drop(items);
    Err(vm.value_error(format!(
        "attempt to assign sequence of size {} to extended slice of size {}",
        values.len(),
        places.count
    )))
}

fn delete_item_method(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    delete_item(vm, list, args.get(1))?;
    Ok(Value::None)
}

/// `del list[key]`.
pub fn delete_item(vm: &mut Vm, list: &Ref<List>, key: &Value) -> Result<()> {
    let removed: Vec<Value> = if let Some(slice) = key.get::<Slice>() {
        let numbers = vm.slice_numbers(slice)?;
        let mut items = list.items.borrow_mut();
        let places = numbers.fit(items.len());
        match places.contiguous() {
            Some(range) => items.drain(range).collect(),
            None => remove_places(&mut items, places),
        }
    } else {
        let place = vm.place(key, list.len(), "list")?;
        let mut items = list.items.borrow_mut();
        match place.filter(|&place| place < items.len()) {
            Some(place) => vec![items.remove(place)],
            None => {
                drop(items);
                return Err(vm.index_error("list assignment index out of range"));
            }
        }
    };
    // Only now, with the list whole again: what goes may look at it.
    drop(removed);
    Ok(())
}

fn remove_places<T>(items: &mut Vec<T>, places: SlicePlaces) -> Vec<T> {
    let mut wanted: Vec<usize> = places.places().collect();
    wanted.sort_unstable();
    let mut wanted = wanted.into_iter().peekable();
    let mut index = 0;
    items
        .extract_if(.., |_| {
            let take = wanted.next_if_eq(&index).is_some();
            index += 1;
            take
        })
        .collect()
}

fn iter(vm: &mut Vm, args: &Args) -> Result {
    args.receiver::<List>(vm)?;
    Ok(Iterator::new(IteratorKind::List, args.get(0).clone()).into())
}

fn reversed(vm: &mut Vm, args: &Args) -> Result {
    let last = args.receiver::<List>(vm)?.len() as i64 - 1;
    let source = args.get(0).clone();
    Ok(Iterator::with(IteratorKind::ListReversed, source, Value::Unbound, last, 0, 0).into())
}

fn len(vm: &mut Vm, args: &Args) -> Result {
    Ok(args.receiver::<List>(vm)?.len().into())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    if list.is_empty() {
        return Ok("[]".into());
    }
    let text = vm.repr_of_items(args.get(0), "[", "]", |_, index| list.get(index))?;
    Ok(text.into())
}

fn size_of(vm: &mut Vm, args: &Args) -> Result {
    let list = args.receiver::<List>(vm)?;
    let capacity = list.items.borrow().capacity();
    Ok((40 + 8 * capacity).into())
}
