//! Iterators over several iterables: `chain`, `zip_longest`.

use std::cell::{Cell, RefCell};

use super::{Advance, METHODS, iterator_class, make};
use crate::object::class::Class;
use crate::object::heap::Slot;
use crate::object::list::List;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::tuple::Tuple;
use crate::object::{ObjectRef, Result, Value};
use crate::vm::Vm;

/// The classes of this file.
pub const CLASSES: &[&ClassSpec] = &[&CHAIN, &ZIP_LONGEST];

static CHAIN: ClassSpec = ClassSpec {
    class_methods: &[
        Native::new("from_iterable", "iterable, /", from_iterable),
        Native::new("__class_getitem__", "object, /", crate::builtins::types::class_getitem),
    ],
    ..iterator_class("chain", &Native::new("__new__", "*iterables, **kwargs", new_chain), METHODS)
};

static ZIP_LONGEST: ClassSpec = iterator_class(
    "zip_longest",
    &Native::new("__new__", "*iterables, fillvalue=None", new_zip_longest),
    METHODS,
);

struct Chain {
    /// The iterator of iterables; unbound at the end.
    sources: Slot,
    /// The one being gone over; unbound between two.
    active: Slot,
}

impl Advance for Chain {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.sources.visit(visit);
        self.active.visit(visit);
    }

    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        loop {
            let sources = self.sources.get();
            if sources.is_unbound() {
                return Ok(None);
            }
            let mut active = self.active.get();
            if active.is_unbound() {
                let Some(iterable) = vm.next(&sources)? else {
                    self.sources.set(Value::Unbound);
                    return Ok(None);
                };
                active = match vm.iter(&iterable) {
                    Ok(iterator) => iterator,
                    Err(error) => {
                        self.sources.set(Value::Unbound);
                        return Err(error);
                    }
                };
                self.active.set(active.clone());
            }
            if let Some(item) = vm.next(&active)? {
                return Ok(Some(item));
            }
            self.active.set(Value::Unbound);
        }
    }
}

fn new_chain(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.class_for(&CHAIN);
    let is_own = args.get(0).get_ref::<Class>().is_some_and(|class| class.same(&owner));
    if is_own && !args.names.is_empty() {
        return Err(vm.type_error("chain() takes no keyword arguments"));
    }
    let sources = vm.iter(&List::new(args.rest(1).to_vec()).into())?;
    let active = Slot::new(Value::Unbound);
    make(vm, args, &CHAIN, Chain { sources: Slot::new(sources), active })
}

fn from_iterable(vm: &mut Vm, args: &Args) -> Result {
    let sources = Slot::new(vm.iter(args.get(1))?);
    make(vm, args, &CHAIN, Chain { sources, active: Slot::new(Value::Unbound) })
}

struct ZipLongest {
    /// Unbound where one is exhausted.
    sources: RefCell<Vec<Value>>,
    active: Cell<usize>,
    fill: Value,
}

impl Advance for ZipLongest {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.sources.borrow().iter().for_each(|source| source.visit(visit));
        self.fill.visit(visit);
    }

    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        if self.active.get() == 0 {
            return Ok(None);
        }
        let sources = self.sources.borrow().clone();
        let mut items = Vec::with_capacity(sources.len());
        for (index, source) in sources.iter().enumerate() {
            if source.is_unbound() {
                items.push(self.fill.clone());
                continue;
            }
            match vm.next(source) {
                Ok(Some(item)) => items.push(item),
                Ok(None) => {
                    self.active.set(self.active.get().saturating_sub(1));
                    if self.active.get() == 0 {
                        return Ok(None);
                    }
                    if let Some(slot) = self.sources.borrow_mut().get_mut(index) {
                        *slot = Value::Unbound;
                    }
                    items.push(self.fill.clone());
                }
                Err(error) => {
                    self.active.set(0);
                    return Err(error);
                }
            }
        }
        Ok(Some(Tuple::new(items).into()))
    }
}

fn new_zip_longest(vm: &mut Vm, args: &Args) -> Result {
    let mut fill = Value::None;
    for (name, value) in args.keywords() {
        if name != "fillvalue" {
            return Err(vm.type_error("zip_longest() got an unexpected keyword argument"));
        }
        fill = value.clone();
    }
    let mut sources = Vec::with_capacity(args.rest(1).len());
    for iterable in args.rest(1) {
        sources.push(vm.iter(iterable)?);
    }
    let active = Cell::new(sources.len());
    make(vm, args, &ZIP_LONGEST, ZipLongest { sources: RefCell::new(sources), active, fill })
}
