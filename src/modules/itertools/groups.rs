//! `batched`, `groupby`, `tee`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::{Advance, Bound, ITER, Iterating, METHODS, NEXT, iterator_class, make, state};
use crate::object::heap::Slot;
use crate::object::native::{Args, ClassSpec, Native, NativeObject};
use crate::object::tuple::Tuple;
use crate::object::{ObjectRef, Result, Value};
use crate::vm::Vm;

/// The classes of this file.
pub const CLASSES: &[&ClassSpec] = &[&BATCHED, &GROUPBY, &GROUPER, &TEE];

static BATCHED: ClassSpec =
    iterator_class("batched", &Native::new("__new__", "*args, **kwargs", new_batched), METHODS);
static GROUPBY: ClassSpec =
    iterator_class("groupby", &Native::new("__new__", "*args, **kwargs", new_groupby), METHODS);
static GROUPER: ClassSpec =
    ClassSpec { name: "_grouper", module: "itertools", methods: METHODS, ..ClassSpec::EMPTY };
static TEE: ClassSpec = iterator_class(
    "_tee",
    &Native::new("__new__", "iterable, /", new_tee),
    &[ITER, NEXT, Native::new("__copy__", "", copy_tee)],
);

/// `itertools.tee`.
pub static TEE_FUNCTION: Native = Native::new("tee", "iterable, n=2, /", tee);

struct Batched {
    source: Slot,
    size: usize,
    strict: bool,
}

impl Advance for Batched {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.source.visit(visit);
    }

    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        let source = self.source.get();
        if source.is_unbound() {
            return Ok(None);
        }
        let mut items = Vec::new();
        while items.len() < self.size {
            match vm.next(&source)? {
                Some(item) => items.push(item),
                None => {
                    self.source.set(Value::Unbound);
                    if items.is_empty() {
                        return Ok(None);
                    }
                    if self.strict {
                        return Err(vm.value_error("batched(): incomplete batch"));
                    }
                    break;
                }
            }
        }
        Ok(Some(Tuple::new(items).into()))
    }
}

fn new_batched(vm: &mut Vm, args: &Args) -> Result {
    let bound = Bound::new(vm, args, "batched", &["iterable", "n", "strict"], 2)?;
    let size = vm.index_i64(bound.get(1))?;
    let strict = match bound.optional(2) {
        None => false,
        Some(strict) => vm.truth(strict)?,
    };
    if size < 1 {
        return Err(vm.value_error("n must be at least one"));
    }
    let source = Slot::new(vm.iter(bound.get(0))?);
    make(vm, args, &BATCHED, Batched { source, size: size as usize, strict })
}

/// What a `groupby` and its groups share.
struct Grouping {
    source: Value,
    key_function: Value,
    /// The item read last and its key; unbound before the first.
    item: Slot,
    key: Slot,
    /// The key of the group being given out.
    target: Slot,
    /// The number of the group being given out: an older group is over.
    group: Cell<u64>,
}

impl Grouping {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.source.visit(visit);
        self.key_function.visit(visit);
        self.item.visit(visit);
        self.key.visit(visit);
        self.target.visit(visit);
    }

    /// Reads one more item; false at the end.
    fn step(&self, vm: &mut Vm) -> Result<bool> {
        let Some(item) = vm.next(&self.source)? else { return Ok(false) };
        let key = if self.key_function.is_none() {
            item.clone()
        } else {
            vm.call(&self.key_function, std::slice::from_ref(&item))?
        };
        self.item.set(item);
        self.key.set(key);
        Ok(true)
    }
}

struct GroupBy(Rc<Grouping>);

impl Advance for GroupBy {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        // Groups hold the same state; only a state that nobody shares counts as this object's.
        if Rc::strong_count(&self.0) == 1 {
            self.0.visit(visit);
        }
    }

    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        let state = &self.0;
        state.group.set(state.group.get() + 1);
        // On to an item with another key than the group's that was given out last.
        loop {
            let key = state.key.get();
            if !key.is_unbound() {
                let target = state.target.get();
                if target.is_unbound() || !vm.equal(&target, &key)? {
                    break;
                }
            }
            if !state.step(vm)? {
                return Ok(None);
            }
        }
        let key = state.key.get();
        state.target.set(key.clone());
        let group = Group { state: state.clone(), key: key.clone(), number: state.group.get() };
        let class = vm.class_for(&GROUPER);
        let group = NativeObject::new(class, Iterating(group));
        Ok(Some(Tuple::new([key, group.into()]).into()))
    }
}

struct Group {
    state: Rc<Grouping>,
    key: Value,
    number: u64,
}

impl Advance for Group {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.key.visit(visit);
        if Rc::strong_count(&self.state) == 1 {
            self.state.visit(visit);
        }
    }

    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        if self.state.group.get() != self.number {
            return Ok(None);
        }
        if self.state.item.is_unbound() && !self.state.step(vm)? {
            return Ok(None);
        }
        if !vm.equal(&self.key, &self.state.key.get())? {
            return Ok(None);
        }
        Ok(Some(self.state.item.take()))
    }
}

fn new_groupby(vm: &mut Vm, args: &Args) -> Result {
    let bound = Bound::new(vm, args, "groupby", &["iterable", "key"], 1)?;
    let unbound = || Slot::new(Value::Unbound);
    let grouping = Grouping {
        source: vm.iter(bound.get(0))?,
        key_function: bound.optional(1).cloned().unwrap_or(Value::None),
        item: unbound(),
        key: unbound(),
        target: unbound(),
        group: Cell::new(0),
    };
    make(vm, args, &GROUPBY, GroupBy(Rc::new(grouping)))
}

/// One place in what the iterators of a `tee` share: an item, once it is read, and the next place.
struct Link {
    item: RefCell<Option<(Value, Rc<Link>)>>,
}

impl Link {
    fn new() -> Rc<Link> {
        Rc::new(Link { item: RefCell::new(None) })
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        // One after the other: a long chain must not be dropped by recursion.
        let mut next = self.item.take().map(|(_, next)| next);
        while let Some(link) = next {
            next = Rc::into_inner(link).and_then(|link| link.item.take()).map(|(_, next)| next);
        }
    }
}

struct Shared {
    source: Value,
    reading: Cell<bool>,
}

struct Tee {
    shared: Rc<Shared>,
    place: RefCell<Rc<Link>>,
}

impl Advance for Tee {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        if Rc::strong_count(&self.shared) == 1 {
            self.shared.source.visit(visit);
        }
    }

    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        let place = self.place.borrow().clone();
        if place.item.borrow().is_none() {
            if self.shared.reading.replace(true) {
                return Err(vm.runtime_error("cannot re-enter the tee iterator"));
            }
            let item = vm.next(&self.shared.source);
            self.shared.reading.set(false);
            let Some(item) = item? else { return Ok(None) };
            drop(place.item.replace(Some((item, Link::new()))));
        }
        let found = place.item.borrow().clone();
        Ok(found.map(|(item, next)| {
            drop(self.place.replace(next));
            item
        }))
    }
}

fn tee_of(vm: &mut Vm, iterable: &Value) -> Result<Tee> {
    let source = vm.iter(iterable)?;
    if let Some(Iterating(tee)) = source.native::<Iterating<Tee>>() {
        let place = RefCell::new(tee.place.borrow().clone());
        return Ok(Tee { shared: tee.shared.clone(), place });
    }
    let shared = Rc::new(Shared { source, reading: Cell::new(false) });
    Ok(Tee { shared, place: RefCell::new(Link::new()) })
}

fn new_tee(vm: &mut Vm, args: &Args) -> Result {
    let tee = tee_of(vm, args.get(1))?;
    make(vm, args, &TEE, tee)
}

fn another(vm: &mut Vm, tee: &Tee) -> Value {
    let copy = Tee { shared: tee.shared.clone(), place: RefCell::new(tee.place.borrow().clone()) };
    let class = vm.class_for(&TEE);
    NativeObject::new(class, Iterating(copy)).into()
}

fn copy_tee(vm: &mut Vm, args: &Args) -> Result {
    let tee = state::<Tee>(vm, args)?;
    Ok(another(vm, tee))
}

fn tee(vm: &mut Vm, args: &Args) -> Result {
    let count = match args.get(1).bound() {
        None => 2,
        Some(count) => vm.index_i64(count)?,
    };
    if count < 0 {
        return Err(vm.value_error("n must be >= 0"));
    }
    if count == 0 {
        return Ok(Tuple::new([]).into());
    }
    let first = tee_of(vm, args.get(0))?;
    let mut copies = Vec::new();
    for _ in 0..count {
        copies.push(another(vm, &first));
    }
    Ok(Tuple::new(copies).into())
}
