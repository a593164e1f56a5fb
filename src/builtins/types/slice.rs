//! `slice`.

use num_bigint::BigInt;
use num_traits::{Signed, Zero};

use crate::code::op::Comparison;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::range::Slice;
use crate::object::tuple::Tuple;
use crate::object::{Result, Value};
use crate::vm::Vm;

/// The class.
pub const CLASS: ClassSpec = ClassSpec {
    name: "slice",
    layout: Kind::Slice,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("indices", "object, /", indices),
        Native::new("__eq__", "value, /", |vm, args| compare(vm, args, Comparison::Equal)),
        Native::new("__ge__", "value, /", |vm, args| compare(vm, args, Comparison::GreaterEqual)),
        Native::new("__gt__", "value, /", |vm, args| compare(vm, args, Comparison::Greater)),
        Native::new("__hash__", "", hash),
        Native::new("__le__", "value, /", |vm, args| compare(vm, args, Comparison::LessEqual)),
        Native::new("__lt__", "value, /", |vm, args| compare(vm, args, Comparison::Less)),
        Native::new("__ne__", "value, /", |vm, args| compare(vm, args, Comparison::NotEqual)),
        Native::new("__reduce__", "", reduce),
        Native::new("__repr__", "", repr),
    ],
    attributes: &[
        GetSetSpec::member("start", |vm, value| field(vm, value, |slice| &slice.start)),
        GetSetSpec::member("stop", |vm, value| field(vm, value, |slice| &slice.stop)),
        GetSetSpec::member("step", |vm, value| field(vm, value, |slice| &slice.step)),
    ],
    doc: "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for \
          extended slicing (e.g. a[0:10:2]).",
    ..ClassSpec::EMPTY
};

fn field(vm: &mut Vm, value: &Value, read: fn(&Slice) -> &Value) -> Result {
    match value.get::<Slice>() {
        Some(slice) => Ok(read(slice).clone()),
        None => Err(vm.type_error("descriptor requires a 'slice' object")),
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.slice.clone();
    vm.class_argument(args, &owner)?;
    if !args.names.is_empty() {
        return Err(vm.type_error("slice() takes no keyword arguments"));
    }
    let none = || Value::None;
    let slice = match args.rest(1) {
        [stop] => Slice::new(none(), stop.clone(), none()),
        [start, stop] => Slice::new(start.clone(), stop.clone(), none()),
        [start, stop, step] => Slice::new(start.clone(), stop.clone(), step.clone()),
        [] => return Err(vm.type_error("slice expected at least 1 argument, got 0")),
        more => {
            let count = more.len();
            return Err(vm.type_error(format!("slice expected at most 3 arguments, got {count}")));
        }
    };
    Ok(slice.into())
}

/// The slice's numbers fitted to a length, all of any size.
pub fn indices_for(vm: &mut Vm, slice: &Slice, length: &BigInt) -> Result<[BigInt; 3]> {
    let mut number = |value: &Value| -> Result<BigInt> {
        if !vm.is_index(value) {
            return Err(
                vm.type_error("slice indices must be integers or None or have an __index__ method")
            );
        }
        let index = vm.index(value)?;
        Ok(index.as_integer().map(|number| number.to_bigint()).unwrap_or_default())
    };
    let step = if slice.step.is_none() { BigInt::from(1) } else { number(&slice.step)? };
    let start = if slice.start.is_none() { None } else { Some(number(&slice.start)?) };
    let stop = if slice.stop.is_none() { None } else { Some(number(&slice.stop)?) };
    if step.is_zero() {
        return Err(vm.value_error("slice step cannot be zero"));
    }
    let backwards = step.is_negative();
    let (lower, upper) =
        if backwards { (BigInt::from(-1), length - 1) } else { (BigInt::ZERO, length.clone()) };
    let fit = |place: Option<BigInt>, default: &BigInt| match place {
        None => default.clone(),
        Some(place) if place.is_negative() => (place + length).max(lower.clone()),
        Some(place) => place.min(upper.clone()),
    };
    let start = fit(start, if backwards { &upper } else { &lower });
    let stop = fit(stop, if backwards { &lower } else { &upper });
    Ok([start, stop, step])
}

fn indices(vm: &mut Vm, args: &Args) -> Result {
    let slice = args.receiver::<Slice>(vm)?;
    let length = vm.index(args.get(1))?;
    let length = length.as_integer().map(|number| number.to_bigint()).unwrap_or_default();
    if length.is_negative() {
        return Err(vm.value_error("length should not be negative"));
    }
    let indices = indices_for(vm, slice, &length)?;
    Ok(Tuple::new(indices.map(Value::from)).into())
}

fn compare(vm: &mut Vm, args: &Args, comparison: Comparison) -> Result {
    let slice = args.receiver::<Slice>(vm)?;
    let Some(other) = args.get(1).get::<Slice>() else { return Ok(Value::NotImplemented) };
    let fields = |slice: &Slice| [slice.start.clone(), slice.stop.clone(), slice.step.clone()];
    vm.with_recursion_check("in comparison", |vm| {
        vm.compare_tuples(comparison, &fields(slice), &fields(other))
    })
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    let slice = args.receiver::<Slice>(vm)?;
    let mut hashes = [0; 3];
    for (hash, field) in hashes.iter_mut().zip([&slice.start, &slice.stop, &slice.step]) {
        *hash = vm.hash(field)?;
    }
    Ok(Value::Int(crate::object::hash::hash_slice(hashes)))
}

fn reduce(vm: &mut Vm, args: &Args) -> Result {
    let slice = args.receiver::<Slice>(vm)?;
    let arguments = Tuple::new([slice.start.clone(), slice.stop.clone(), slice.step.clone()]);
    Ok(Tuple::new([vm.types.slice.clone().into(), arguments.into()]).into())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let slice = args.receiver::<Slice>(vm)?;
    let start = vm.repr(&slice.start)?;
    let stop = vm.repr(&slice.stop)?;
    let step = vm.repr(&slice.step)?;
    Ok(format!("slice({}, {}, {})", start.as_str(), stop.as_str(), step.as_str()).into())
}
