//! `set` and `frozenset`.
//!
//! Each operation goes over its operands in the order in which CPython does: the places of keys in
//! a set, and so the order of iteration, depend on the history of insertions.

use ouro_grammar::ast::BinaryOperator;

use crate::builtins::exceptions::ExceptionKind;
use crate::code::op::Comparison;
use crate::object::class::Class;
use crate::object::dict::Dict;
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::set::{FrozenSet, Set, SetTable};
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::containers::{copy_of_table, set_entries};
use crate::vm::iterate::set_iterator;

/// `set`.
pub const CLASS: ClassSpec = ClassSpec {
    name: "set",
    layout: Kind::Set,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__init__", "*args, **kwargs", init),
        Native::new("add", "object, /", add),
        Native::new("clear", "", clear),
        Native::new("copy", "", copy),
        Native::new("difference", "*others", difference),
        Native::new("difference_update", "*others", difference_update),
        Native::new("discard", "object, /", discard),
        Native::new("intersection", "*others", intersection),
        Native::new("intersection_update", "*others", intersection_update),
        Native::new("isdisjoint", "other, /", is_disjoint),
        Native::new("issubset", "other, /", is_subset),
        Native::new("issuperset", "other, /", is_superset),
        Native::new("pop", "", pop),
        Native::new("remove", "object, /", remove),
        Native::new("symmetric_difference", "other, /", symmetric_difference),
        Native::new("symmetric_difference_update", "other, /", symmetric_difference_update),
        Native::new("union", "*others", union),
        Native::new("update", "*others", update),
        Native::new("__and__", "value, /", |vm, args| operator(vm, args, intersection_of)),
        Native::new("__contains__", "object, /", contains),
        Native::new("__eq__", "value, /", |vm, args| compare(vm, args, Comparison::Equal)),
        Native::new("__ge__", "value, /", |vm, args| compare(vm, args, Comparison::GreaterEqual)),
        Native::new("__gt__", "value, /", |vm, args| compare(vm, args, Comparison::Greater)),
        Native::new("__iand__", "value, /", |vm, args| inplace(vm, args, intersect_with)),
        Native::new("__ior__", "value, /", |vm, args| inplace(vm, args, Vm::set_update)),
        Native::new("__isub__", "value, /", |vm, args| inplace(vm, args, subtract)),
        Native::new("__iter__", "", iter),
        Native::new("__ixor__", "value, /", |vm, args| inplace(vm, args, toggle)),
        Native::new("__le__", "value, /", |vm, args| compare(vm, args, Comparison::LessEqual)),
        Native::new("__len__", "", len),
        Native::new("__lt__", "value, /", |vm, args| compare(vm, args, Comparison::Less)),
        Native::new("__ne__", "value, /", |vm, args| compare(vm, args, Comparison::NotEqual)),
        Native::new("__or__", "value, /", |vm, args| operator(vm, args, union_of)),
        Native::new("__rand__", "value, /", |vm, args| reflected(vm, args, intersection_of)),
        Native::new("__reduce__", "", reduce),
        Native::new("__repr__", "", repr),
        Native::new("__ror__", "value, /", |vm, args| reflected(vm, args, union_of)),
        Native::new("__rsub__", "value, /", |vm, args| reflected(vm, args, difference_of)),
        Native::new("__rxor__", "value, /", |vm, args| reflected(vm, args, symmetric_of)),
        Native::new("__sizeof__", "", size_of),
        Native::new("__sub__", "value, /", |vm, args| operator(vm, args, difference_of)),
        Native::new("__xor__", "value, /", |vm, args| operator(vm, args, symmetric_of)),
    ],
    class_methods: &[Native::new("__class_getitem__", "object, /", super::class_getitem)],
    doc: "Build an unordered collection of unique elements.",
    ..ClassSpec::EMPTY
};

/// `frozenset`.
pub const FROZEN_CLASS: ClassSpec = ClassSpec {
    name: "frozenset",
    layout: Kind::FrozenSet,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new_frozen)),
    methods: &[
        Native::new("copy", "", copy_frozen),
        Native::new("difference", "*others", difference),
        Native::new("intersection", "*others", intersection),
        Native::new("isdisjoint", "other, /", is_disjoint),
        Native::new("issubset", "other, /", is_subset),
        Native::new("issuperset", "other, /", is_superset),
        Native::new("symmetric_difference", "other, /", symmetric_difference),
        Native::new("union", "*others", union),
        Native::new("__and__", "value, /", |vm, args| operator(vm, args, intersection_of)),
        Native::new("__contains__", "object, /", contains),
        Native::new("__eq__", "value, /", |vm, args| compare(vm, args, Comparison::Equal)),
        Native::new("__ge__", "value, /", |vm, args| compare(vm, args, Comparison::GreaterEqual)),
        Native::new("__gt__", "value, /", |vm, args| compare(vm, args, Comparison::Greater)),
        Native::new("__hash__", "", hash),
        Native::new("__iter__", "", iter),
        Native::new("__le__", "value, /", |vm, args| compare(vm, args, Comparison::LessEqual)),
        Native::new("__len__", "", len),
        Native::new("__lt__", "value, /", |vm, args| compare(vm, args, Comparison::Less)),
        Native::new("__ne__", "value, /", |vm, args| compare(vm, args, Comparison::NotEqual)),
        Native::new("__or__", "value, /", |vm, args| operator(vm, args, union_of)),
        Native::new("__rand__", "value, /", |vm, args| reflected(vm, args, intersection_of)),
        Native::new("__reduce__", "", reduce),
        Native::new("__repr__", "", repr),
        Native::new("__ror__", "value, /", |vm, args| reflected(vm, args, union_of)),
        Native::new("__rsub__", "value, /", |vm, args| reflected(vm, args, difference_of)),
        Native::new("__rxor__", "value, /", |vm, args| reflected(vm, args, symmetric_of)),
        Native::new("__sizeof__", "", size_of),
        Native::new("__sub__", "value, /", |vm, args| operator(vm, args, difference_of)),
        Native::new("__xor__", "value, /", |vm, args| operator(vm, args, symmetric_of)),
    ],
    class_methods: &[Native::new("__class_getitem__", "object, /", super::class_getitem)],
    doc: "Build an immutable unordered collection of unique elements.",
    ..ClassSpec::EMPTY
};

// ── making ──

fn empty() -> Ref<Set> {
    Set::new(SetTable::default())
}

/// A new set of an iterable's items.
fn set_of(vm: &mut Vm, iterable: &Value) -> Result<Ref<Set>> {
    let set = empty();
    vm.set_update(&set, iterable)?;
    Ok(set)
}

fn freeze(set: &Set) -> Value {
    FrozenSet::new(set.table.take()).into()
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.set.clone();
    let class = vm.class_argument(args, &owner)?;
    Ok(vm.as_instance_of(empty().into(), &class))
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let set = args.receiver::<Set>(vm)?;
    if !args.names.is_empty() {
        return Err(vm.type_error("set() takes no keyword arguments"));
    }
    let iterable = at_most_one(vm, args.rest(1), "set")?;
    drop(set.table.take());
    set.changed();
    if let Some(iterable) = iterable {
        vm.set_update(set, iterable)?;
    }
    Ok(Value::None)
}

fn at_most_one<'a>(vm: &mut Vm, args: &'a [Value], function: &str) -> Result<Option<&'a Value>> {
    if args.len() > 1 {
        let count = args.len();
        return Err(vm.type_error(format!("{function} expected at most 1 argument, got {count}")));
    }
    Ok(args.first())
}

fn new_frozen(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.frozenset.clone();
    let class = vm.class_argument(args, &owner)?;
    if class.same(&owner) && !args.names.is_empty() {
        return Err(vm.type_error("frozenset() takes no keyword arguments"));
    }
    let set = match at_most_one(vm, args.rest(1), "frozenset")? {
        Some(iterable) if class.same(&owner) && iterable.get_exact::<FrozenSet>().is_some() => {
            return Ok(iterable.clone());
        }
        Some(iterable) => set_of(vm, iterable)?,
        None => empty(),
    };
    Ok(vm.as_instance_of(freeze(&set), &class))
}

// ── receivers of either kind ──

fn is_set(value: &Value) -> bool {
    value.get::<Set>().is_some() || value.get::<FrozenSet>().is_some()
}

fn count_of(value: &Value) -> usize {
    match (value.get::<Set>(), value.get::<FrozenSet>()) {
        (Some(set), _) => set.table.borrow().len(),
        (_, Some(set)) => set.table.len(),
        _ => 0,
    }
}

fn receiver<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a Value> {
    if is_set(args.get(0)) {
        return Ok(args.get(0));
    }
    let kind = vm.type_name(args.get(0));
    Err(vm.type_error(format!("descriptor requires a 'set' object but received a '{kind}'")))
}

fn copy_as_set(value: &Value) -> Ref<Set> {
    Set::new(copy_of_table(value).unwrap_or_default())
}

/// A result in the kind of the left operand.
fn in_kind_of(left: &Value, set: Ref<Set>) -> Value {
    if left.get::<FrozenSet>().is_some() { freeze(&set) } else { set.into() }
}

// ── the operations ──

fn union_of(vm: &mut Vm, left: &Value, others: &[Value]) -> Result {
    if let [other] = others
        && !other.is(left)
        && let (Some(first), Some(second)) = (left.get_exact::<Set>(), other.get_exact::<Set>())
        && let first = first.table.borrow()
        && !first.is_empty()
    {
        let second = second.table.borrow();
        let mut table = first.copy();
        table.reserve_for_merge(second.len());
        if table.merge(&second, 0).is_none() {
            return Ok(Set::new(table).into());
        }
    }
    let result = copy_as_set(left);
    for other in others {
        if !other.is(left) {
            vm.set_update(&result, other)?;
        }
    }
    Ok(in_kind_of(left, result))
}

fn intersection_of(vm: &mut Vm, left: &Value, others: &[Value]) -> Result {
    if others.is_empty() {
        return Ok(in_kind_of(left, copy_as_set(left)));
    }
    let mut current = left.clone();
    for other in others {
        let result = intersect(vm, &current, other)?;
        current = in_kind_of(left, result);
    }
    Ok(current)
}

fn intersect(vm: &mut Vm, left: &Value, other: &Value) -> Result<Ref<Set>> {
    if left.is(other) {
        return Ok(copy_as_set(left));
    }
    let result = empty();
    if is_set(other) {
        // Through the smaller one.
        let (larger, smaller) =
            if count_of(other) > count_of(left) { (other, left) } else { (left, other) };
        for (hash, key) in set_entries(smaller).unwrap_or_default() {
            if vm.set_find(larger, &key, hash)?.is_some() {
                vm.set_add_hashed(&result, key, hash)?;
            }
        }
        return Ok(result);
    }
    let iterator = vm.iter(other)?;
    while let Some(key) = vm.next(&iterator)? {
        let hash = vm.hash(&key)?;
        if vm.set_find(left, &key, hash)?.is_some() {
            vm.set_add_hashed(&result, key, hash)?;
        }
    }
    Ok(result)
}

fn difference_of(vm: &mut Vm, left: &Value, others: &[Value]) -> Result {
    let Some((first, rest)) = others.split_first() else {
        return Ok(in_kind_of(left, copy_as_set(left)));
    };
    let result = minus(vm, left, first)?;
    for other in rest {
        subtract(vm, &result, other)?;
    }
    Ok(in_kind_of(left, result))
}

fn minus(vm: &mut Vm, left: &Value, other: &Value) -> Result<Ref<Set>> {
    let dict = other.get_exact::<Dict>();
    let other_count = match dict {
        Some(dict) => dict.len(),
        None => count_of(other),
    };
    if dict.is_none() && !is_set(other) || count_of(left) >> 2 > other_count {
        let result = copy_as_set(left);
        subtract(vm, &result, other)?;
        return Ok(result);
    }
    let result = empty();
    for (hash, key) in set_entries(left).unwrap_or_default() {
        let found = match dict {
            Some(dict) => vm.dict_find(dict, &key, hash)?,
            None => vm.set_find(other, &key, hash)?,
        };
        if found.is_none() {
            vm.set_add_hashed(&result, key, hash)?;
        }
    }
    Ok(result)
}

/// Removes all items of an iterable.
fn subtract(vm: &mut Vm, set: &Ref<Set>, other: &Value) -> Result<()> {
    if other.get_ref::<Set>().is_some_and(|other| other.same(set)) {
        clear_table(set);
        return Ok(());
    }
    if let Some(entries) = set_entries(other) {
        for (hash, key) in entries {
            vm.set_discard_hashed(set, &key, hash)?;
        }
    } else {
        let iterator = vm.iter(other)?;
        while let Some(key) = vm.next(&iterator)? {
            let hash = vm.hash(&key)?;
            vm.set_discard_hashed(set, &key, hash)?;
        }
    }
    set.table.borrow_mut().shed_removed();
    set.changed();
    Ok(())
}

fn symmetric_of(vm: &mut Vm, left: &Value, others: &[Value]) -> Result {
    let other = others.first().unwrap_or(&Value::None);
    let result = set_of(vm, other)?;
    toggle(vm, &result, left)?;
    Ok(in_kind_of(left, result))
}

/// Removes what is in both, adds what is only in `other`.
fn toggle(vm: &mut Vm, set: &Ref<Set>, other: &Value) -> Result<()> {
    if other.get_ref::<Set>().is_some_and(|other| other.same(set)) {
        clear_table(set);
        return Ok(());
    }
    let entries = if let Some(dict) = other.get_exact::<Dict>() {
        let hashes = (0..dict.end()).filter(|&index| dict.value_at(index).is_some());
        let hashes: Vec<i64> = hashes.filter_map(|index| dict.hash_at(index)).collect();
        hashes.into_iter().zip(dict.keys()).collect()
    } else if let Some(entries) = set_entries(other) {
        entries
    } else {
        set_of(vm, other)?.table.borrow().entries()
    };
    for (hash, key) in entries {
        if !vm.set_discard_hashed(set, &key, hash)? {
            vm.set_add_hashed(set, key, hash)?;
        }
    }
    Ok(())
}

fn intersect_with(vm: &mut Vm, set: &Ref<Set>, other: &Value) -> Result<()> {
    let result = intersect(vm, &set.clone().into(), other)?;
    swap_tables(set, &result);
    Ok(())
}

fn swap_tables(set: &Set, other: &Set) {
    set.table.swap(&other.table);
    set.changed();
    other.changed();
}

fn clear_table(set: &Set) {
    let old = set.table.take();
    set.changed();
    drop(old);
}

type Operation = fn(&mut Vm, &Value, &[Value]) -> Result;

/// An operator between two sets of the built-in classes themselves.
#[inline]
pub fn operation_of_two(operator: BinaryOperator) -> Option<Operation> {
    match operator {
        BinaryOperator::Or => Some(union_of),
        BinaryOperator::And => Some(intersection_of),
        BinaryOperator::Subtract => Some(difference_of),
        BinaryOperator::Xor => Some(symmetric_of),
        _ => None,
    }
}

/// An operator: both sides must be sets.
fn operator(vm: &mut Vm, args: &Args, operation: Operation) -> Result {
    if !is_set(args.get(0)) || !is_set(args.get(1)) {
        return Ok(Value::NotImplemented);
    }
    operation(vm, args.get(0), std::slice::from_ref(args.get(1)))
}

fn reflected(vm: &mut Vm, args: &Args, operation: Operation) -> Result {
    if !is_set(args.get(0)) || !is_set(args.get(1)) {
        return Ok(Value::NotImplemented);
    }
    operation(vm, args.get(1), std::slice::from_ref(args.get(0)))
}

fn inplace(
    vm: &mut Vm,
    args: &Args,
    operation: fn(&mut Vm, &Ref<Set>, &Value) -> Result<()>,
) -> Result {
    let set = args.receiver::<Set>(vm)?;
    if !is_set(args.get(1)) {
        return Ok(Value::NotImplemented);
    }
    operation(vm, set, args.get(1))?;
    Ok(args.get(0).clone())
}

// ── the methods ──

fn add(vm: &mut Vm, args: &Args) -> Result {
    let set = args.receiver::<Set>(vm)?;
    vm.set_add(set, args.get(1).clone())?;
    Ok(Value::None)
}

fn clear(vm: &mut Vm, args: &Args) -> Result {
    clear_table(args.receiver::<Set>(vm)?);
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: &Args) -> Result {
    Ok(Set::new(args.receiver::<Set>(vm)?.table.borrow().copy()).into())
}

fn copy_frozen(vm: &mut Vm, args: &Args) -> Result {
    let set = args.receiver::<FrozenSet>(vm)?;
    if args.get(0).get_exact::<FrozenSet>().is_some() {
        return Ok(args.get(0).clone());
    }
    Ok(FrozenSet::new(set.table.copy()).into())
}

fn no_keywords(vm: &mut Vm, args: &Args, method: &str) -> Result<()> {
    if args.names.is_empty() {
        return Ok(());
    }
    let kind = if args.get(0).get::<FrozenSet>().is_some() { "frozenset" } else { "set" };
    Err(vm.type_error(format!("{kind}.{method}() takes no keyword arguments")))
}

fn union(vm: &mut Vm, args: &Args) -> Result {
    no_keywords(vm, args, "union")?;
    let set = receiver(vm, args)?;
    union_of(vm, set, args.rest(1))
}

fn intersection(vm: &mut Vm, args: &Args) -> Result {
    no_keywords(vm, args, "intersection")?;
    let set = receiver(vm, args)?;
    intersection_of(vm, set, args.rest(1))
}

fn difference(vm: &mut Vm, args: &Args) -> Result {
    no_keywords(vm, args, "difference")?;
    let set = receiver(vm, args)?;
    difference_of(vm, set, args.rest(1))
}

fn symmetric_difference(vm: &mut Vm, args: &Args) -> Result {
    let set = receiver(vm, args)?;
    symmetric_of(vm, set, args.rest(1))
}

fn update(vm: &mut Vm, args: &Args) -> Result {
    no_keywords(vm, args, "update")?;
    let set = args.receiver::<Set>(vm)?;
    for other in args.rest(1) {
        vm.set_update(set, other)?;
    }
    Ok(Value::None)
}

fn intersection_update(vm: &mut Vm, args: &Args) -> Result {
    no_keywords(vm, args, "intersection_update")?;
    let set = args.receiver::<Set>(vm)?;
    let result = intersection_of(vm, args.get(0), args.rest(1))?;
    if let Some(result) = result.get::<Set>() {
        swap_tables(set, result);
    }
    Ok(Value::None)
}

fn difference_update(vm: &mut Vm, args: &Args) -> Result {
    no_keywords(vm, args, "difference_update")?;
    let set = args.receiver::<Set>(vm)?;
    for other in args.rest(1) {
        subtract(vm, set, other)?;
    }
    Ok(Value::None)
}

fn symmetric_difference_update(vm: &mut Vm, args: &Args) -> Result {
    let set = args.receiver::<Set>(vm)?;
    toggle(vm, set, args.get(1))?;
    Ok(Value::None)
}

fn discard(vm: &mut Vm, args: &Args) -> Result {
    let set = args.receiver::<Set>(vm)?;
    vm.set_discard(set, args.get(1))?;
    Ok(Value::None)
}

fn remove(vm: &mut Vm, args: &Args) -> Result {
    let set = args.receiver::<Set>(vm)?;
    if vm.set_discard(set, args.get(1))? {
        return Ok(Value::None);
    }
    Err(vm.key_error(args.get(1)))
}

fn pop(vm: &mut Vm, args: &Args) -> Result {
    let set = args.receiver::<Set>(vm)?;
    let popped = set.table.borrow_mut().pop();
    set.changed();
    match popped {
        Some(key) => Ok(key),
        None => Err(vm.exception(ExceptionKind::KeyError, [Value::from("pop from an empty set")])),
    }
}

fn contains(vm: &mut Vm, args: &Args) -> Result {
    let set = receiver(vm, args)?;
    vm.set_contains(set, args.get(1)).map(Value::bool)
}

fn iter(vm: &mut Vm, args: &Args) -> Result {
    Ok(set_iterator(receiver(vm, args)?))
}

fn len(vm: &mut Vm, args: &Args) -> Result {
    Ok(count_of(receiver(vm, args)?).into())
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    let set = args.receiver::<FrozenSet>(vm)?;
    Ok(Value::Int(crate::vm::hashing::hash_frozen_set(set)))
}

/// Whether every item of one set is in the other.
fn all_in(vm: &mut Vm, part: &Value, whole: &Value) -> Result<bool> {
    if count_of(part) > count_of(whole) {
        return Ok(false);
    }
    for (hash, key) in set_entries(part).unwrap_or_default() {
        if vm.set_find(whole, &key, hash)?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

fn compare(vm: &mut Vm, args: &Args, comparison: Comparison) -> Result {
    let set = receiver(vm, args)?;
    let other = args.get(1);
    if !is_set(other) {
        return Ok(Value::NotImplemented);
    }
    let (count, other_count) = (count_of(set), count_of(other));
    let answer = match comparison {
        Comparison::Equal => count == other_count && all_in(vm, set, other)?,
        Comparison::NotEqual => count != other_count || !all_in(vm, set, other)?,
        Comparison::LessEqual => all_in(vm, set, other)?,
        Comparison::GreaterEqual => all_in(vm, other, set)?,
        Comparison::Less => count < other_count && all_in(vm, set, other)?,
        Comparison::Greater => count > other_count && all_in(vm, other, set)?,
    };
    Ok(Value::bool(answer))
}

fn is_disjoint(vm: &mut Vm, args: &Args) -> Result {
    let set = receiver(vm, args)?;
    let other = args.get(1);
    if is_set(other) {
        let common = intersect(vm, set, other)?;
        return Ok(Value::bool(common.table.borrow().is_empty()));
    }
    let iterator = vm.iter(other)?;
    while let Some(key) = vm.next(&iterator)? {
        let hash = vm.hash(&key)?;
        if vm.set_find(set, &key, hash)?.is_some() {
            return Ok(Value::False);
        }
    }
    Ok(Value::True)
}

fn is_subset(vm: &mut Vm, args: &Args) -> Result {
    let set = receiver(vm, args)?;
    if is_set(args.get(1)) {
        return all_in(vm, set, args.get(1)).map(Value::bool);
    }
    let common = intersect(vm, set, args.get(1))?;
    let count = common.table.borrow().len();
    Ok(Value::bool(count == count_of(set)))
}

fn is_superset(vm: &mut Vm, args: &Args) -> Result {
    let set = receiver(vm, args)?;
    if is_set(args.get(1)) {
        return all_in(vm, args.get(1), set).map(Value::bool);
    }
    let iterator = vm.iter(args.get(1))?;
    while let Some(key) = vm.next(&iterator)? {
        let hash = vm.hash(&key)?;
        if vm.set_find(set, &key, hash)?.is_none() {
            return Ok(Value::False);
        }
    }
    Ok(Value::True)
}

fn reduce(vm: &mut Vm, args: &Args) -> Result {
    let set = receiver(vm, args)?;
    let class: Ref<Class> = vm.class_of(set);
    let items = vm.collect(set)?;
    let dict = vm.intern("__dict__");
    let state = vm.get_attr_optional(set, &dict)?.unwrap_or(Value::None);
    let arguments = Tuple::new([List::new(items).into()]);
    Ok(Tuple::new([class.into(), arguments.into(), state]).into())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let set = receiver(vm, args)?;
    let class = vm.class_of(set);
    let name = class.name();
    if count_of(set) == 0 {
        return Ok(format!("{}()", name.as_str()).into());
    }
    let plain = class.same(&vm.types.set);
    let text = vm.guard_repr(set, |vm| {
        let items = vm.collect(set)?;
        let mut text = String::new();
        for item in items {
            text.push_str(if text.is_empty() { "{" } else { ", " });
            text.push_str(vm.repr(&item)?.as_str());
        }
        text.push('}');
        Ok(text)
    })?;
    Ok(match text {
        Some(text) if plain => text.into(),
        Some(text) => format!("{}({text})", name.as_str()).into(),
        None => format!("{}(...)", name.as_str()).into(),
    })
}

fn size_of(vm: &mut Vm, args: &Args) -> Result {
    let count = count_of(receiver(vm, args)?);
    Ok((200 + 16 * (count * 2).next_power_of_two()).into())
}
