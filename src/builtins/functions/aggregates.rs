//! Functions that eat an iterable: `sum`, `min`, `max`, `any`, `all`, `sorted`, `len`.

use ouro_grammar::ast::BinaryOperator;

use crate::code::op::Comparison;
use crate::object::bytes::{ByteArray, Bytes};
use crate::object::list::List;
use crate::object::native::{Args, Native};
use crate::object::{Result, Value};
use crate::vm::Vm;

/// The functions of this file.
pub const FUNCTIONS: &[Native] = &[
    Native::new("all", "iterable, /", all),
    Native::new("any", "iterable, /", any),
    Native::new("len", "obj, /", |vm, args| vm.length(args.get(0)).map(Value::from)),
    Native::new("max", "*args, default=None, key=None", |vm, args| {
        extreme(vm, args, "max", Comparison::Greater)
    }),
    Native::new("min", "*args, default=None, key=None", |vm, args| {
        extreme(vm, args, "min", Comparison::Less)
    }),
    Native::new("sorted", "*args, key=None, reverse=False", sorted),
    Native::new("sum", "iterable, /, start=0", sum),
];

fn all(vm: &mut Vm, args: &Args) -> Result {
    let iterator = vm.iter(args.get(0))?;
    while let Some(item) = vm.next(&iterator)? {
        if !vm.truth(&item)? {
            return Ok(Value::False);
        }
    }
    Ok(Value::True)
}

fn any(vm: &mut Vm, args: &Args) -> Result {
    let iterator = vm.iter(args.get(0))?;
    while let Some(item) = vm.next(&iterator)? {
        if vm.truth(&item)? {
            return Ok(Value::True);
        }
    }
    Ok(Value::False)
}

fn extreme(vm: &mut Vm, args: &Args, name: &str, comparison: Comparison) -> Result {
    let positional = args.rest(0);
    let (mut default, mut key) = (Value::Unbound, Value::None);
    for (keyword, value) in args.keywords() {
        match keyword {
            "default" => default = value.clone(),
            "key" => key = value.clone(),
            _ => return Err(super::unexpected_keyword(vm, name, keyword, &["key", "default"])),
        }
    }
    let iterator = match positional {
        [] => return Err(vm.type_error(format!("{name} expected at least 1 argument, got 0"))),
        [iterable] => vm.iter(iterable)?,
        many => {
            if !default.is_unbound() {
                return Err(vm.type_error(format!(
                    "Cannot specify a default for {name}() with multiple positional arguments"
                )));
            }
            vm.iter(&List::new(many.to_vec()).into())?
        }
    };
    let mut best: Option<(Value, Value)> = None;
    while let Some(item) = vm.next(&iterator)? {
        let measure = match &key {
            Value::None => item.clone(),
            key => vm.call(key, std::slice::from_ref(&item))?,
        };
        let better = match &best {
            None => true,
            Some((_, record)) => {
                let answer = vm.compare(comparison, &measure, record)?;
                vm.truth(&answer)?
            }
        };
        if better {
            best = Some((item, measure));
        }
    }
    match best {
        Some((item, _)) => Ok(item),
        None if default.is_unbound() => {
            Err(vm.value_error(format!("{name}() iterable argument is empty")))
        }
        None => Ok(default),
    }
}

fn sorted(vm: &mut Vm, args: &Args) -> Result {
    super::expect_count(vm, args, "sorted", 1, 1)?;
    let (mut key, mut reverse) = (Value::None, false);
    for (name, value) in args.keywords() {
        match name {
            "key" => key = value.clone(),
            "reverse" => reverse = vm.truth(value)?,
            // Complained about as by list.sort, which does the work.
            _ => return Err(super::unexpected_keyword(vm, "sort", name, &["key", "reverse"])),
        }
    }
    let items = vm.collect(args.get(0))?;
    let (items, result) = vm.sort_values(items, &key, reverse);
    result?;
    Ok(List::new(items).into())
}

fn sum(vm: &mut Vm, args: &Args) -> Result {
    let iterator = vm.iter(args.get(0))?;
    let start = args.get(1).bound().cloned().unwrap_or(Value::Int(0));
    let refused = if start.as_str().is_some() {
        Some("sum() can't sum strings [use ''.join(seq) instead]")
    } else if start.get::<Bytes>().is_some() {
        Some("sum() can't sum bytes [use b''.join(seq) instead]")
    } else if start.get::<ByteArray>().is_some() {
        Some("sum() can't sum bytearray [use b''.join(seq) instead]")
    } else {
        None
    };
    if let Some(message) = refused {
        return Err(vm.type_error(message));
    }
    let mut total = start;
    // Ints first, then floats, each as far as it goes; the rest by `+`.
    if let Value::Int(mut whole) = total {
        loop {
            let Some(item) = vm.next(&iterator)? else { return Ok(Value::Int(whole)) };
            let number = match &item {
                Value::Int(number) => Some(*number),
                Value::True => Some(1),
                Value::False => Some(0),
                _ => None,
            };
            match number.and_then(|number| whole.checked_add(number)) {
                Some(sum) => whole = sum,
                None => {
                    total = vm.binary(BinaryOperator::Add, &Value::Int(whole), &item)?;
                    break;
                }
            }
        }
    }
    if let Value::Float(float) = total {
        let mut precise = PreciseSum { sum: float.get(), lost: 0.0 };
        loop {
            let Some(item) = vm.next(&iterator)? else { return Ok(precise.total().into()) };
            match &item {
                Value::Float(number) => precise.add(number.get()),
                Value::Int(number) => precise.sum += *number as f64,
                Value::True => precise.sum += 1.0,
                Value::False => {}
                _ => {
                    total = vm.binary(BinaryOperator::Add, &precise.total().into(), &item)?;
                    break;
                }
            }
        }
    }
    while let Some(item) = vm.next(&iterator)? {
        total = vm.binary(BinaryOperator::Add, &total, &item)?;
    }
    Ok(total)
}

/// Neumaier's summation: what rounding loses is summed apart.
struct PreciseSum {
    sum: f64,
    lost: f64,
}

impl PreciseSum {
    fn add(&mut self, number: f64) {
        let sum = self.sum + number;
        self.lost += if self.sum.abs() >= number.abs() {
            (self.sum - sum) + number
        } else {
            (number - sum) + self.sum
        };
        self.sum = sum;
    }

    fn total(&self) -> f64 {
        if self.lost != 0.0 && self.lost.is_finite() { self.sum + self.lost } else { self.sum }
    }
}
