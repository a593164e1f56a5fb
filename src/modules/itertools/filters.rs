//! Iterators over one iterable: `accumulate`, `compress`, `dropwhile`, `filterfalse`, `islice`,
//! `pairwise`, `starmap`, `takewhile`.

use std::cell::Cell;

use ouro_grammar::ast::BinaryOperator;

use super::{Advance, Bound, METHODS, iterator_class, make, positional};
use crate::object::class::Class;
use crate::object::heap::Slot;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::tuple::Tuple;
use crate::object::{Exception, ObjectRef, Ref, Result, Value};
use crate::vm::Vm;

/// The classes of this file.
pub const CLASSES: &[&ClassSpec] =
    &[&ACCUMULATE, &COMPRESS, &DROPWHILE, &FILTERFALSE, &ISLICE, &PAIRWISE, &STARMAP, &TAKEWHILE];

macro_rules! class {
    ($static:ident = $name:literal, $new:ident) => {
        static $static: ClassSpec =
            iterator_class($name, &Native::new("__new__", "*args, **kwargs", $new), METHODS);
    };
}

class!(ACCUMULATE = "accumulate", new_accumulate);
class!(COMPRESS = "compress", new_compress);
class!(DROPWHILE = "dropwhile", new_dropwhile);
class!(FILTERFALSE = "filterfalse", new_filterfalse);
class!(ISLICE = "islice", new_islice);
class!(PAIRWISE = "pairwise", new_pairwise);
class!(STARMAP = "starmap", new_starmap);
class!(TAKEWHILE = "takewhile", new_takewhile);

struct Accumulate {
    source: Value,
    /// None: addition.
    function: Value,
    /// Unbound before the first item.
    total: Slot,
    /// Unbound when there is none or it has been given.
    initial: Slot,
}

impl Advance for Accumulate {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.source.visit(visit);
        self.function.visit(visit);
        self.total.visit(visit);
        self.initial.visit(visit);
    }

    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        let initial = self.initial.take();
        if !initial.is_unbound() {
            self.total.set(initial.clone());
            return Ok(Some(initial));
        }
        let Some(item) = vm.next_or_stop(&self.source)? else { return Ok(None) };
        let total = match self.total.get() {
            Value::Unbound => item,
            total if self.function.is_none() => vm.binary(BinaryOperator::Add, &total, &item)?,
            total => vm.call(&self.function, &[total, item])?,
        };
        self.total.set(total.clone());
        Ok(Some(total))
    }
}

fn new_accumulate(vm: &mut Vm, args: &Args) -> Result {
    let bound = Bound::new(vm, args, "accumulate", &["iterable", "func", "initial"], 1)?;
    if args.rest(1).len() > 2 {
        let given = args.values.len() - 1;
        return Err(vm.type_error(format!(
            "accumulate() takes at most 2 positional arguments ({given} given)"
        )));
    }
    let initial = match bound.optional(2) {
        None | Some(Value::None) => Value::Unbound,
        Some(initial) => initial.clone(),
    };
    let accumulate = Accumulate {
        source: vm.iter(bound.get(0))?,
        function: bound.optional(1).cloned().unwrap_or(Value::None),
        total: Slot::new(Value::Unbound),
        initial: Slot::new(initial),
    };
    make(vm, args, &ACCUMULATE, accumulate)
}

struct Compress {
    data: Value,
    selectors: Value,
}

impl Advance for Compress {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.data.visit(visit);
        self.selectors.visit(visit);
    }

    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        while let Some(item) = vm.next_or_stop(&self.data)? {
            let Some(selector) = vm.next_or_stop(&self.selectors)? else { return Ok(None) };
            if vm.truth(&selector)? {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }
}

fn new_compress(vm: &mut Vm, args: &Args) -> Result {
    let bound = Bound::new(vm, args, "compress", &["data", "selectors"], 2)?;
    let compress = Compress { data: vm.iter(bound.get(0))?, selectors: vm.iter(bound.get(1))? };
    make(vm, args, &COMPRESS, compress)
}

/// An iterator with a function that says something about each item.
struct Tested {
    source: Value,
    function: Value,
    /// The test has had its effect: dropping is over, taking is over.
    done: Cell<bool>,
}

impl Tested {
    fn new(vm: &mut Vm, args: &Args, spec: &'static ClassSpec) -> Result<Tested> {
        let given = positional(vm, args, spec, 2, 2)?;
        let source = vm.iter(&given[1])?;
        Ok(Tested { source, function: given[0].clone(), done: Cell::new(false) })
    }

    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.source.visit(visit);
        self.function.visit(visit);
    }

    fn test(&self, vm: &mut Vm, item: &Value) -> Result<bool> {
        let answer = vm.call(&self.function, std::slice::from_ref(item))?;
        vm.truth(&answer)
    }
}

struct DropWhile(Tested);

impl Advance for DropWhile {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.0.visit(visit);
    }

    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        while let Some(item) = vm.next_or_stop(&self.0.source)? {
            if self.0.done.get() || !self.0.test(vm, &item)? {
                self.0.done.set(true);
                return Ok(Some(item));
            }
        }
        Ok(None)
    }
}

fn new_dropwhile(vm: &mut Vm, args: &Args) -> Result {
    let tested = Tested::new(vm, args, &DROPWHILE)?;
    make(vm, args, &DROPWHILE, DropWhile(tested))
}

struct TakeWhile(Tested);

impl Advance for TakeWhile {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.0.visit(visit);
    }

    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        if self.0.done.get() {
            return Ok(None);
        }
        let Some(item) = vm.next_or_stop(&self.0.source)? else { return Ok(None) };
        if self.0.test(vm, &item)? {
            return Ok(Some(item));
        }
        self.0.done.set(true);
        Ok(None)
    }
}

fn new_takewhile(vm: &mut Vm, args: &Args) -> Result {
    let tested = Tested::new(vm, args, &TAKEWHILE)?;
    make(vm, args, &TAKEWHILE, TakeWhile(tested))
}

struct FilterFalse(Tested);

impl Advance for FilterFalse {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.0.visit(visit);
    }

    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        let function = &self.0.function;
        let by_truth = function.is_none()
            || function.get_ref::<Class>().is_some_and(|class| class.same(&vm.types.bool_));
        while let Some(item) = vm.next_or_stop(&self.0.source)? {
            let good = if by_truth { vm.truth(&item)? } else { self.0.test(vm, &item)? };
            if !good {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }
}

fn new_filterfalse(vm: &mut Vm, args: &Args) -> Result {
    let tested = Tested::new(vm, args, &FILTERFALSE)?;
    make(vm, args, &FILTERFALSE, FilterFalse(tested))
}

struct StarMap(Tested);

impl Advance for StarMap {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.0.visit(visit);
    }

    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        let Some(arguments) = vm.next_or_stop(&self.0.source)? else { return Ok(None) };
        let arguments = vm.collect(&arguments)?;
        vm.call(&self.0.function, &arguments).map(Some)
    }
}

fn new_starmap(vm: &mut Vm, args: &Args) -> Result {
    let tested = Tested::new(vm, args, &STARMAP)?;
    make(vm, args, &STARMAP, StarMap(tested))
}

struct Pairwise {
    source: Slot,
    old: Slot,
}

impl Advance for Pairwise {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.source.visit(visit);
        self.old.visit(visit);
    }

    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        let source = self.source.get();
        if source.is_unbound() {
            return Ok(None);
        }
        let mut old = self.old.get();
        if old.is_unbound() {
            let Some(first) = next_of(vm, &source, &self.source)? else { return Ok(None) };
            old = first;
            self.old.set(old.clone());
        }
        let next = next_of(vm, &source, &self.source);
        self.old.set(next.as_ref().map_or(None, Clone::clone).unwrap_or(Value::Unbound));
        Ok(next?.map(|item| Tuple::new([old, item]).into()))
    }
}

fn new_pairwise(vm: &mut Vm, args: &Args) -> Result {
    let given = positional(vm, args, &PAIRWISE, 1, 1)?;
    let source = Slot::new(vm.iter(&given[0])?);
    make(vm, args, &PAIRWISE, Pairwise { source, old: Slot::new(Value::Unbound) })
}

/// The next item of a source; its slot is emptied at its end or with an error. Meanwhile the source
/// may use the iterator again.
fn next_of(vm: &mut Vm, source: &Value, slot: &Slot) -> Result<Option<Value>> {
    let next = vm.next_or_stop(source);
    if !matches!(next, Ok(Some(_))) {
        slot.set(Value::Unbound);
    }
    next
}

struct Slice {
    source: Slot,
    /// The index of the next item that is wanted, and how many have been taken from the source.
    next: Cell<i64>,
    taken: Cell<i64>,
    stop: Option<i64>,
    step: i64,
}

impl Advance for Slice {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.source.visit(visit);
    }

    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        let source = self.source.get();
        if source.is_unbound() {
            return Ok(None);
        }
        let wanted = self.next.get();
        while self.taken.get() < wanted {
            if self.stop.is_some_and(|stop| self.taken.get() >= stop) {
                break;
            }
            if next_of(vm, &source, &self.source)?.is_none() {
                return Ok(None);
            }
            self.taken.set(self.taken.get() + 1);
        }
        if self.stop.is_some_and(|stop| self.taken.get() >= stop) {
            self.source.set(Value::Unbound);
            return Ok(None);
        }
        let Some(item) = next_of(vm, &source, &self.source)? else { return Ok(None) };
        self.taken.set(self.taken.get() + 1);
        let next = wanted.saturating_add(self.step);
        self.next.set(self.stop.map_or(next, |stop| next.min(stop)));
        Ok(Some(item))
    }
}

/// One of the numbers of `islice`.
fn slice_number(
    vm: &mut Vm,
    value: &Value,
    least: i64,
    refusal: fn(&mut Vm) -> Ref<Exception>,
) -> Result<Option<i64>> {
    if value.is_none() {
        return Ok(None);
    }
    if !vm.is_index(value) {
        return Err(refusal(vm));
    }
    match vm.clamped_index(value)? {
        number if number < least || number == i64::MAX => Err(refusal(vm)),
        number => Ok(Some(number)),
    }
}

fn wrong_stop(vm: &mut Vm) -> Ref<Exception> {
    vm.value_error("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
}

fn wrong_indices(vm: &mut Vm) -> Ref<Exception> {
    vm.value_error("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
}

fn wrong_step(vm: &mut Vm) -> Ref<Exception> {
    vm.value_error("Step for islice() must be a positive integer or None.")
}

fn new_islice(vm: &mut Vm, args: &Args) -> Result {
    let given = positional(vm, args, &ISLICE, 2, 4)?;
    let (start, stop, step) = match given {
        [_, stop] => (0, slice_number(vm, stop, 0, wrong_stop)?, 1),
        [_, start, stop, rest @ ..] => {
            let stop = slice_number(vm, stop, 0, wrong_stop)?;
            let start = slice_number(vm, start, 0, wrong_indices)?.unwrap_or(0);
            let step = match rest.first() {
                None => 1,
                Some(step) => slice_number(vm, step, 1, wrong_step)?.unwrap_or(1),
            };
            (start, stop, step)
        }
        _ => (0, None, 1),
    };
    let source = Slot::new(vm.iter(&given[0])?);
    let slice = Slice { source, next: Cell::new(start), taken: Cell::new(0), stop, step };
    make(vm, args, &ISLICE, slice)
}
