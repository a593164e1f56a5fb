//! Iterators without an end: `count`, `cycle`, `repeat`.

use std::cell::{Cell, RefCell};

use ouro_grammar::ast::BinaryOperator;

use super::{Advance, Bound, ITER, METHODS, NEXT, iterator_class, make, positional, state};
use crate::object::heap::Slot;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::{ObjectRef, Result, Value};
use crate::vm::Vm;

/// The classes of this file.
pub const CLASSES: &[&ClassSpec] = &[&COUNT, &CYCLE, &REPEAT];

static COUNT: ClassSpec = iterator_class(
    "count",
    &Native::new("__new__", "*args, **kwargs", new_count),
    &[ITER, NEXT, Native::new("__repr__", "", repr_count)],
);
static CYCLE: ClassSpec =
    iterator_class("cycle", &Native::new("__new__", "*args, **kwargs", new_cycle), METHODS);
static REPEAT: ClassSpec = iterator_class(
    "repeat",
    &Native::new("__new__", "*args, **kwargs", new_repeat),
    &[
        ITER,
        NEXT,
        Native::new("__length_hint__", "", repeat_left),
        Native::new("__repr__", "", repr_repeat),
    ],
);

struct Count {
    next: Slot,
    step: Value,
}

impl Advance for Count {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.next.visit(visit);
        self.step.visit(visit);
    }

    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        let number = self.next.get();
        self.next.set(vm.binary(BinaryOperator::Add, &number, &self.step)?);
        Ok(Some(number))
    }
}

fn is_number(vm: &Vm, value: &Value) -> bool {
    let names = &vm.names;
    value.as_integer().is_some()
        || value.as_float().is_some()
        || [&names.index, &names.float, &names.int]
            .into_iter()
            .any(|name| vm.lookup_special(value, name).is_some())
}

fn new_count(vm: &mut Vm, args: &Args) -> Result {
    let bound = Bound::new(vm, args, "count", &["start", "step"], 0)?;
    let start = bound.optional(0).cloned().unwrap_or(Value::Int(0));
    let step = bound.optional(1).cloned().unwrap_or(Value::Int(1));
    if !is_number(vm, &start) || !is_number(vm, &step) || start.as_str().is_some() {
        return Err(vm.type_error("a number is required"));
    }
    make(vm, args, &COUNT, Count { next: Slot::new(start), step })
}

fn repr_count(vm: &mut Vm, args: &Args) -> Result {
    let count = state::<Count>(vm, args)?;
    let next = vm.repr(&count.next.get())?;
    if matches!(count.step, Value::Int(1)) {
        return Ok(format!("count({})", next.as_str()).into());
    }
    let step = vm.repr(&count.step)?;
    Ok(format!("count({}, {})", next.as_str(), step.as_str()).into())
}

struct Cycle {
    /// Unbound once it has been seen to its end.
    source: Slot,
    saved: RefCell<Vec<Value>>,
    index: Cell<usize>,
}

impl Advance for Cycle {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.source.visit(visit);
        self.saved.borrow().iter().for_each(|item| item.visit(visit));
    }

    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        let source = self.source.get();
        if !source.is_unbound() {
            if let Some(item) = vm.next(&source)? {
                self.saved.borrow_mut().push(item.clone());
                return Ok(Some(item));
            }
            self.source.set(Value::Unbound);
        }
        let saved = self.saved.borrow();
        if saved.is_empty() {
            return Ok(None);
        }
        let index = self.index.get();
        self.index.set((index + 1) % saved.len());
        Ok(saved.get(index).cloned())
    }
}

fn new_cycle(vm: &mut Vm, args: &Args) -> Result {
    let given = positional(vm, args, &CYCLE, 1, 1)?;
    let source = Slot::new(vm.iter(&given[0])?);
    make(vm, args, &CYCLE, Cycle { source, saved: RefCell::default(), index: Cell::new(0) })
}

struct Repeat {
    item: Value,
    /// None: without end.
    left: Cell<Option<i64>>,
}

impl Advance for Repeat {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.item.visit(visit);
    }

    fn advance(&self, _: &mut Vm) -> Result<Option<Value>> {
        match self.left.get() {
            Some(0) => return Ok(None),
            Some(left) => self.left.set(Some(left - 1)),
            None => {}
        }
        Ok(Some(self.item.clone()))
    }
}

fn new_repeat(vm: &mut Vm, args: &Args) -> Result {
    let bound = Bound::new(vm, args, "repeat", &["object", "times"], 1)?;
    let left = match bound.optional(1) {
        None => None,
        Some(times) => Some(vm.index_i64(times)?.max(0)),
    };
    make(vm, args, &REPEAT, Repeat { item: bound.get(0).clone(), left: Cell::new(left) })
}

fn repeat_left(vm: &mut Vm, args: &Args) -> Result {
    match state::<Repeat>(vm, args)?.left.get() {
        Some(left) => Ok(Value::Int(left)),
        None => Err(vm.type_error("len() of unsized object")),
    }
}

fn repr_repeat(vm: &mut Vm, args: &Args) -> Result {
    let repeat = state::<Repeat>(vm, args)?;
    let item = vm.repr(&repeat.item)?;
    Ok(match repeat.left.get() {
        None => format!("repeat({})", item.as_str()).into(),
        Some(left) => format!("repeat({}, {left})", item.as_str()).into(),
    })
}
