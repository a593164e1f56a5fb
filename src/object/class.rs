//! Classes: what `type` makes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::dict::Dict;
use super::heap::{HeapObject, ObjectRef, OptionalRef, Ref, Slot, WeakId, upgrade};
use super::interner::Interner;
use super::kinds::Kind;
use super::native::ClassSpec;
use super::shape::Shape;
use super::string::Str;
use super::value::Value;

pub struct Class {
    pub name: RefCell<Ref<Str>>,
    pub qualname: RefCell<Ref<Str>>,
    pub bases: RefCell<Vec<Ref<Class>>>,
    /// The class itself first, `object` last.
    pub mro: RefCell<Rc<[Ref<Class>]>>,
    dict: Ref<Dict>,
    /// The table of a class written in Rust from which its dict has not been filled yet.
    table: RefCell<Option<(&'static ClassSpec, Rc<Interner>)>>,
    is_unfilled: Cell<bool>,
    /// None for `type` itself while it is being made.
    pub metaclass: RefCell<Option<Ref<Class>>>,
    /// What lies in an instance's memory.
    pub layout: Kind,
    /// The class of the same layout that all instances are one of, for "layout conflict" and
    /// `__class__` assignment: `object`, `list`, `BaseException`…
    pub solid_base: RefCell<Option<Ref<Class>>>,
    pub flags: Cell<ClassFlags>,
    /// Unique, and new after every change that can affect a look-up: the key of all caches.
    pub version: Cell<u32>,
    /// The `__init__` that calls of the class run, if that is all they do; for which version.
    pub constructor: Slot,
    pub constructor_version: Cell<u32>,
    subclasses: RefCell<Vec<Subclass>>,
    /// The names of `__slots__` of this class and its bases, in order of their places.
    pub slot_names: RefCell<Vec<Ref<Str>>>,
    /// Where instances begin: no attributes. Made for the first instance.
    pub root_shape: OptionalRef<Shape>,
    /// The shape of instances whose attributes are in a dict.
    pub dict_shape: OptionalRef<Shape>,
    /// How many attributes instances are given room for: as many as the methods of the class and
    /// its bases assign, or earlier instances had, but at least one. `u32::MAX`: not known yet.
    pub expected_attributes: Cell<u32>,
    /// For exceptions: which built-in one decides about the fields.
    pub exception_kind: Cell<u16>,
}

/// A class that derives directly from another one.
enum Subclass {
    Weak(WeakId),
    Lasting(Ref<Class>),
}

impl Subclass {
    /// The class, if it is still there.
    fn get(&self) -> Option<Ref<Class>> {
        match self {
            Subclass::Weak(id) => upgrade(*id)?.downcast().ok(),
            Subclass::Lasting(class) => Some(class.clone()),
        }
    }
}

/// Facts about a class that are asked often.
#[derive(Clone, Copy, Debug, Default)]
pub struct ClassFlags {
    /// Made by a `class` statement or `type()`: may be changed.
    pub is_heap_type: bool,
    /// May be derived from.
    pub is_base_type: bool,
    /// Instances have a `__dict__`.
    pub has_dict: bool,
    /// Some class of the MRO has a `__del__`.
    pub has_finalizer: bool,
    /// `__getattribute__` is not `object`'s.
    pub custom_getattribute: bool,
    /// There is a `__getattr__`.
    pub has_getattr: bool,
    /// `__setattr__` or `__delattr__` is not `object`'s.
    pub custom_setattr: bool,
    /// Abstract methods are left.
    pub is_abstract: bool,
    /// Matches sequence patterns, mapping patterns.
    pub is_sequence: bool,
    pub is_mapping: bool,
    /// Matches a class pattern of one positional sub-pattern as a whole (`int(x)`).
    pub matches_self: bool,
    /// `type(instance)()` is refused: generators, frames…
    pub no_instantiation: bool,
}

thread_local! {
    static NEXT_VERSION: Cell<u32> = const { Cell::new(1) };
}

pub fn next_class_version() -> u32 {
    NEXT_VERSION.with(|next| next.replace(next.get().wrapping_add(1)))
}

impl Class {
    /// A class without bases, MRO and attributes: `vm::classes` fills them in.
    pub fn bare(name: Ref<Str>, layout: Kind) -> Ref<Class> {
        Ref::new(Class {
            qualname: RefCell::new(name.clone()),
            name: RefCell::new(name),
            bases: RefCell::default(),
            mro: RefCell::new(Rc::from([])),
            dict: Dict::new(),
            table: RefCell::default(),
            is_unfilled: Cell::new(false),
            metaclass: RefCell::new(None),
            layout,
            solid_base: RefCell::new(None),
            flags: Cell::default(),
            version: Cell::new(next_class_version()),
            constructor: Slot::new(Value::Unbound),
            constructor_version: Cell::new(0),
            subclasses: RefCell::default(),
            slot_names: RefCell::default(),
            root_shape: OptionalRef::default(),
            dict_shape: OptionalRef::default(),
            expected_attributes: Cell::new(u32::MAX),
            exception_kind: Cell::new(0),
        })
    }

    /// The attribute as the MRO gives it, without descriptors.
    pub fn lookup(&self, name: &Str) -> Option<Value> {
        let mro = self.mro.borrow().clone();
        mro.iter().find_map(|class| class.dict().get_str(name))
    }

    /// The attribute and the class that has it.
    pub fn lookup_with_owner(&self, name: &Str) -> Option<(Value, Ref<Class>)> {
        let mro = self.mro.borrow().clone();
        mro.iter().find_map(|class| Some((class.dict().get_str(name)?, class.clone())))
    }

    pub fn name(&self) -> Ref<Str> {
        self.name.borrow().clone()
    }

    pub fn flag(&self, read: impl Fn(&ClassFlags) -> bool) -> bool {
        read(&self.flags.get())
    }

    pub fn update_flags(&self, change: impl FnOnce(&mut ClassFlags)) {
        let mut flags = self.flags.get();
        change(&mut flags);
        self.flags.set(flags);
    }

    pub fn add_subclass(&self, subclass: &Ref<Class>) {
        let mut subclasses = self.subclasses.borrow_mut();
        if subclasses.len() == subclasses.capacity() {
            // Before it grows, what is gone goes.
            subclasses.retain(|subclass| subclass.get().is_some());
        }
        subclasses.push(Subclass::Weak(subclass.as_object().downgrade()));
    }

    /// The same for a class that is there as long as this one: one that the interpreter brings.
    pub fn add_lasting_subclass(&self, subclass: &Ref<Class>) {
        self.subclasses.borrow_mut().push(Subclass::Lasting(subclass.clone()));
    }

    /// The direct subclasses that are still there, oldest first.
    pub fn subclasses(&self) -> Vec<Ref<Class>> {
        let subclasses = self.subclasses.borrow();
        subclasses.iter().filter_map(Subclass::get).collect()
    }

    pub fn remove_subclass(&self, subclass: &Ref<Class>) {
        let gone = |known: &Subclass| known.get().is_none_or(|known| known.same(subclass));
        self.subclasses.borrow_mut().retain(|known| !gone(known));
    }

    /// Makes all caches that know this class or a class below it useless.
    pub fn invalidate(&self) {
        let mut below = self.subclasses();
        self.version.set(next_class_version());
        self.constructor.set(Value::Unbound);
        while let Some(class) = below.pop() {
            class.version.set(next_class_version());
            class.constructor.set(Value::Unbound);
            below.extend(class.subclasses());
        }
    }
}

impl Class {
    /// The names that methods of the class and its bases assign through `self`, counted once each.
    pub fn count_static_attributes(&self) -> u32 {
        let key = Str::new("__static_attributes__");
        let mut names: Vec<Value> = Vec::new();
        for class in self.mro.borrow().iter() {
            let own = class.dict().get_str(&key);
            for name in own.as_ref().and_then(Value::as_tuple).unwrap_or(&[]) {
                if !names.iter().any(|known| known.as_str() == name.as_str()) {
                    names.push(name.clone());
                }
            }
        }
        names.len() as u32
    }
}

impl Ref<Class> {
    /// The attributes of the class itself.
    #[inline(always)]
    pub fn dict(&self) -> &Ref<Dict> {
        if self.is_unfilled.get() {
            self.fill();
        }
        &self.dict
    }

    /// Lets the dict be filled from a table when somebody first asks for it.
    pub fn set_table(&self, table: &'static ClassSpec, interner: Rc<Interner>) {
        self.table.replace(Some((table, interner)));
        self.is_unfilled.set(true);
    }

    #[cold]
    #[inline(never)]
    fn fill(&self) {
        self.is_unfilled.set(false);
        if let Some((table, interner)) = self.table.take() {
            table.fill(self, &interner);
        }
    }

    /// Whether `other` is in the MRO: `issubclass` without hooks.
    #[inline]
    pub fn is_subclass_of(&self, other: &Ref<Class>) -> bool {
        self.same(other) || self.mro.borrow().iter().any(|class| class.same(other))
    }
}

impl HeapObject for Class {
    const KIND: Kind = Kind::Class;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        visit(self.dict.as_object());
        self.constructor.visit(visit);
        for base in self.bases.borrow().iter() {
            visit(base.as_object());
        }
        // The MRO is shared only while a look-up goes on, so its references count as this class's.
        for class in self.mro.borrow().iter() {
            visit(class.as_object());
        }
        if let Some(metaclass) = &*self.metaclass.borrow() {
            visit(metaclass.as_object());
        }
        if let Some(base) = &*self.solid_base.borrow() {
            visit(base.as_object());
        }
        for subclass in self.subclasses.borrow().iter() {
            if let Subclass::Lasting(subclass) = subclass {
                visit(subclass.as_object());
            }
        }
        for shape in [&self.root_shape, &self.dict_shape] {
            if let Some(shape) = shape.get() {
                visit(shape.as_object());
            }
        }
    }

    fn clear(&self) {
        self.dict.clear_entries();
        self.constructor.set(Value::Unbound);
        drop(self.bases.take());
        drop(self.mro.replace(Rc::from([])));
        drop(self.solid_base.take());
        drop(self.subclasses.take());
        drop((self.root_shape.take(), self.dict_shape.take()));
    }
}

/// Instance attributes that `__slots__` describes; see [`super::descriptor::Member`].
pub fn empty_slots(count: usize) -> Box<[Slot]> {
    (0..count).map(|_| Slot::new(Value::Unbound)).collect()
}
