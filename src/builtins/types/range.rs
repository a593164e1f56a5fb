//! `range`.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::object::iterator::{Iterator, IteratorKind};
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::range::{Range, Slice};
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

/// The class.
pub const CLASS: ClassSpec = ClassSpec {
    name: "range",
    layout: Kind::Range,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("count", "value, /", count),
        Native::new("index", "value, /", index),
        Native::new("__bool__", "", |vm, args| {
            Ok(Value::bool(!numbers_of(vm, args)?.length.is_zero()))
        }),
        Native::new("__contains__", "key, /", |vm, args| {
            let range = args.receiver::<Range>(vm)?;
            contains(vm, range, args.get(1)).map(Value::bool)
        }),
        Native::new("__eq__", "value, /", equal),
        // Ranges have no order, but their class has the methods.
        Native::new("__ge__", "value, /", no_order),
        Native::new("__getitem__", "key, /", get_item),
        Native::new("__gt__", "value, /", no_order),
        Native::new("__hash__", "", hash),
        Native::new("__iter__", "", |vm, args| Ok(args.receiver::<Range>(vm)?.iterator())),
        Native::new("__le__", "value, /", no_order),
        Native::new("__len__", "", len),
        Native::new("__lt__", "value, /", no_order),
        Native::new("__ne__", "value, /", |vm, args| {
            Ok(match equal(vm, args)? {
                Value::NotImplemented => Value::NotImplemented,
                result => Value::bool(!matches!(result, Value::True)),
            })
        }),
        Native::new("__reduce__", "", reduce),
        Native::new("__repr__", "", repr),
        Native::new("__reversed__", "", reversed),
    ],
    attributes: &[
        GetSetSpec::member("start", |vm, value| field(vm, value, |range| &range.start)),
        GetSetSpec::member("stop", |vm, value| field(vm, value, |range| &range.stop)),
        GetSetSpec::member("step", |vm, value| field(vm, value, |range| &range.step)),
    ],
    doc: "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object \
          that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.",
    ..ClassSpec::EMPTY
};

/// A range's numbers, of any size.
struct Numbers {
    start: BigInt,
    step: BigInt,
    length: BigInt,
}

impl Numbers {
    fn of(range: &Range) -> Numbers {
        Numbers { start: big(&range.start), step: big(&range.step), length: big(&range.length) }
    }

    fn item(&self, index: &BigInt) -> BigInt {
        &self.start + &self.step * index
    }
}

fn big(value: &Value) -> BigInt {
    value.as_integer().map(|number| number.to_bigint()).unwrap_or_default()
}

fn field(vm: &mut Vm, value: &Value, read: fn(&Range) -> &Value) -> Result {
    match value.get::<Range>() {
        Some(range) => Ok(read(range).clone()),
        None => Err(vm.type_error("descriptor requires a 'range' object")),
    }
}

fn numbers_of(vm: &mut Vm, args: &Args) -> Result<Numbers> {
    Ok(Numbers::of(args.receiver::<Range>(vm)?))
}

impl Range {
    /// A range of exact ints; the step is not zero.
    pub fn new(start: Value, stop: Value, step: Value) -> Ref<Range> {
        let length = match (&start, &stop, &step) {
            (Value::Int(start), Value::Int(stop), Value::Int(step)) => {
                small_length(*start, *stop, *step)
            }
            _ => None,
        };
        let length = match length {
            Some(length) => Value::Int(length),
            None => {
                let (start, stop, step) = (big(&start), big(&stop), big(&step));
                let distance = if step.is_positive() { stop - start } else { start - stop };
                if distance.is_positive() {
                    ((distance - 1u8) / step.abs() + 1u8).into()
                } else {
                    Value::Int(0)
                }
            }
        };
        Ref::new(Range { start, stop, step, length })
    }

    /// An iterator over the numbers.
    pub fn iterator(&self) -> Value {
        if let (Value::Int(start), Value::Int(_), Value::Int(step), Value::Int(length)) =
            (&self.start, &self.stop, &self.step, &self.length)
        {
            let (none, kind) = (Value::Unbound, IteratorKind::Range);
            return Iterator::with(kind, none.clone(), none, *start, *length, *step).into();
        }
        long_iterator(self.start.clone(), self.step.clone(), self.length.clone())
    }
}

fn long_iterator(start: Value, step: Value, length: Value) -> Value {
    let iterator = Iterator::with(IteratorKind::LongRange, start, step, 0, 0, 0);
    iterator.third.set(length);
    iterator.into()
}

/// The number of items, if no step on the way overflows.
fn small_length(start: i64, stop: i64, step: i64) -> Option<i64> {
    let distance = if step > 0 { stop.checked_sub(start)? } else { start.checked_sub(stop)? };
    let step = step.checked_abs()?;
    Some(if distance > 0 { (distance - 1) / step + 1 } else { 0 })
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.range.clone();
    vm.class_argument(args, &owner)?;
    if !args.names.is_empty() {
        return Err(vm.type_error("range() takes no keyword arguments"));
    }
    let (start, stop, step) = match args.rest(1) {
        [stop] => (Value::Int(0), vm.index(stop)?, Value::Int(1)),
        [start, stop] => (vm.index(start)?, vm.index(stop)?, Value::Int(1)),
        [start, stop, step] => (vm.index(start)?, vm.index(stop)?, vm.index(step)?),
        [] => return Err(vm.type_error("range expected at least 1 argument, got 0")),
        more => {
            let count = more.len();
            return Err(vm.type_error(format!("range expected at most 3 arguments, got {count}")));
        }
    };
    if matches!(step, Value::Int(0)) {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    Ok(Range::new(start, stop, step).into())
}

/// `item in range`.
pub fn contains(vm: &mut Vm, range: &Range, item: &Value) -> Result<bool> {
    let exact = match item {
        Value::Int(_) | Value::True | Value::False => true,
        Value::Object(object) => !object.is_derived() && item.as_integer().is_some(),
        _ => false,
    };
    if exact {
        return Ok(place_of(range, item).is_some());
    }
    let iterator = range.iterator();
    while let Some(number) = vm.next(&iterator)? {
        if vm.equal(&number, item)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The index of an exact int in a range.
fn place_of(range: &Range, item: &Value) -> Option<Value> {
    if let (Value::Int(start), Value::Int(step), Value::Int(length), Value::Int(number)) =
        (&range.start, &range.step, &range.length, item)
        && let Some(distance) = number.checked_sub(*start)
        && *step != -1
    {
        let place = distance / step;
        let found = distance % step == 0 && (0..*length).contains(&place);
        return found.then_some(Value::Int(place));
    }
    let numbers = Numbers::of(range);
    let (place, rest) = (big(item) - &numbers.start).div_mod_floor(&numbers.step);
    let found = rest.is_zero() && !place.is_negative() && place < numbers.length;
    found.then(|| place.into())
}

fn is_exact_int(value: &Value) -> bool {
    match value {
        Value::Int(_) | Value::True | Value::False => true,
        Value::Object(object) => !object.is_derived() && value.as_integer().is_some(),
        _ => false,
    }
}

fn count(vm: &mut Vm, args: &Args) -> Result {
    let range = args.receiver::<Range>(vm)?;
    if is_exact_int(args.get(1)) {
        return Ok(Value::Int(i64::from(place_of(range, args.get(1)).is_some())));
    }
    let iterator = range.iterator();
    let mut count = 0;
    while let Some(number) = vm.next(&iterator)? {
        count += i64::from(vm.equal(&number, args.get(1))?);
    }
    Ok(Value::Int(count))
}

fn index(vm: &mut Vm, args: &Args) -> Result {
    let range = args.receiver::<Range>(vm)?;
    if is_exact_int(args.get(1)) {
        if let Some(place) = place_of(range, args.get(1)) {
            return Ok(place);
        }
        let text = vm.repr(args.get(1))?;
        return Err(vm.value_error(format!("{} is not in range", text.as_str())));
    }
    let iterator = range.iterator();
    let mut place = 0;
    while let Some(number) = vm.next(&iterator)? {
        if vm.equal(&number, args.get(1))? {
            return Ok(Value::Int(place));
        }
        place += 1;
    }
    Err(vm.value_error("sequence.index(x): x not in sequence"))
}

fn equal(vm: &mut Vm, args: &Args) -> Result {
    let range = args.receiver::<Range>(vm)?;
    let Some(other) = args.get(1).get::<Range>() else { return Ok(Value::NotImplemented) };
    let (a, b) = (Numbers::of(range), Numbers::of(other));
    let same = a.length == b.length
        && (a.length.is_zero()
            || a.start == b.start && (a.length == BigInt::from(1) || a.step == b.step));
    Ok(Value::bool(same))
}

fn no_order(_: &mut Vm, _: &Args) -> Result {
    Ok(Value::NotImplemented)
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    let range = args.receiver::<Range>(vm)?;
    // Equal ranges hash alike: what does not matter for equality counts as None.
    let (start, step) = match &range.length {
        Value::Int(0) => (Value::None, Value::None),
        Value::Int(1) => (range.start.clone(), Value::None),
        _ => (range.start.clone(), range.step.clone()),
    };
    vm.hash_items(&[range.length.clone(), start, step]).map(Value::Int)
}

fn len(vm: &mut Vm, args: &Args) -> Result {
    match &args.receiver::<Range>(vm)?.length {
        length @ Value::Int(_) => Ok(length.clone()),
        _ => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

fn get_item(vm: &mut Vm, args: &Args) -> Result {
    let range = args.receiver::<Range>(vm)?;
    if let Some(slice) = args.get(1).get::<Slice>() {
        return slice_of(vm, range, slice);
    }
    if !vm.is_index(args.get(1)) {
        let kind = vm.type_name(args.get(1));
        return Err(vm.type_error(format!("range indices must be integers or slices, not {kind}")));
    }
    let index = vm.index(args.get(1))?;
    let numbers = Numbers::of(range);
    let mut index = big(&index);
    if index.is_negative() {
        index += &numbers.length;
    }
    if index.is_negative() || index >= numbers.length {
        return Err(vm.index_error("range object index out of range"));
    }
    Ok(numbers.item(&index).into())
}

fn slice_of(vm: &mut Vm, range: &Range, slice: &Slice) -> Result {
    let numbers = Numbers::of(range);
    let [start, stop, step] = super::slice::indices_for(vm, slice, &numbers.length)?;
    let range = Range::new(
        numbers.item(&start).into(),
        numbers.item(&stop).into(),
        (&numbers.step * step).into(),
    );
    Ok(range.into())
}

fn reversed(vm: &mut Vm, args: &Args) -> Result {
    let range = args.receiver::<Range>(vm)?;
    let numbers = Numbers::of(range);
    let last = numbers.item(&(&numbers.length - 1u8));
    let step = -&numbers.step;
    if let (Some(last), Some(step), Value::Int(length)) =
        (last.to_i64(), step.to_i64(), &range.length)
        && matches!((&range.start, &range.stop), (Value::Int(_), Value::Int(_)))
    {
        let (none, kind) = (Value::Unbound, IteratorKind::Range);
        return Ok(Iterator::with(kind, none.clone(), none, last, *length, step).into());
    }
    Ok(long_iterator(last.into(), step.into(), range.length.clone()))
}

fn reduce(vm: &mut Vm, args: &Args) -> Result {
    let range = args.receiver::<Range>(vm)?;
    let arguments = Tuple::new([range.start.clone(), range.stop.clone(), range.step.clone()]);
    Ok(Tuple::new([vm.types.range.clone().into(), arguments.into()]).into())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let range = args.receiver::<Range>(vm)?;
    let (start, stop) = (vm.repr(&range.start)?, vm.repr(&range.stop)?);
    if matches!(range.step, Value::Int(1)) {
        return Ok(format!("range({}, {})", start.as_str(), stop.as_str()).into());
    }
    let step = vm.repr(&range.step)?;
    Ok(format!("range({}, {}, {})", start.as_str(), stop.as_str(), step.as_str()).into())
}
