//! Instances of Python classes and the shapes that say where their attributes are.
//!
//! The attributes lie in the object itself, in the order in which they were first set; the *shape*
//! is the list of their names, shared by all instances that set the same names in the same order.
//! When an instance outgrows its room, loses an attribute or is asked for its `__dict__`, its
//! attributes move into a real dict for good.

use std::cell::RefCell;
use std::rc::Rc;

use super::class::Class;
use super::dict::Dict;
use super::heap::{HeapObject, ObjectRef, Ref};
use super::kinds::Kind;
use super::string::Str;
use super::value::Value;

/// The names of attributes in the order of their places. Names are interned: the same name is the
/// same object.
pub struct Shape {
    names: Box<[Ref<Str>]>,
    /// The shapes with one more name.
    next: RefCell<Vec<(usize, Rc<Shape>)>>,
}

impl Shape {
    pub fn root() -> Rc<Shape> {
        Rc::new(Shape { names: Box::new([]), next: RefCell::default() })
    }

    #[inline]
    pub fn index_of(&self, name: &Ref<Str>) -> Option<usize> {
        self.names.iter().position(|known| known.same(name))
    }

    pub fn names(&self) -> &[Ref<Str>] {
        &self.names
    }

    fn with(&self, name: &Ref<Str>) -> Rc<Shape> {
        let key = name.address();
        if let Some((_, shape)) = self.next.borrow().iter().find(|(known, _)| *known == key) {
            return shape.clone();
        }
        let names = self.names.iter().chain([name]).cloned().collect();
        let shape = Rc::new(Shape { names, next: RefCell::default() });
        self.next.borrow_mut().push((key, shape.clone()));
        shape
    }
}

/// An instance of a class that derives from `object` only.
pub struct Instance {
    class: RefCell<Ref<Class>>,
    shape: RefCell<Rc<Shape>>,
    /// The attributes once they have moved out.
    dict: RefCell<Option<Ref<Dict>>>,
    /// Room for attributes; the places of `__slots__` come before it.
    capacity: u32,
    slot_members: u32,
}

impl HeapObject for Instance {
    const KIND: Kind = Kind::Instance;
    const SLOTS: bool = true;

    fn slot_count(&self) -> usize {
        (self.capacity + self.slot_members) as usize
    }

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        visit(self.class.borrow().as_object());
        if let Some(dict) = &*self.dict.borrow() {
            visit(dict.as_object());
        }
    }

    fn clear(&self) {
        drop(self.dict.take());
    }
}

/// More attributes than this go to a dict.
const MAX_INLINE: u32 = 32;

impl Instance {
    pub fn new(class: &Ref<Class>) -> Ref<Instance> {
        if class.expected_attributes.get() == u32::MAX {
            class.expected_attributes.set(class.count_static_attributes().min(MAX_INLINE));
        }
        let capacity = if class.flags.get().has_dict { class.expected_attributes.get() } else { 0 };
        let slot_members = class.slot_names.borrow().len() as u32;
        let instance = Instance {
            class: RefCell::new(class.clone()),
            shape: RefCell::new(class.root_shape.clone()),
            dict: RefCell::new(None),
            capacity,
            slot_members,
        };
        let count = instance.slot_count();
        Ref::with_slots(instance, std::iter::repeat_n(Value::Unbound, count))
    }

    #[inline(always)]
    pub fn class(&self) -> Ref<Class> {
        self.class.borrow().clone()
    }

    #[inline(always)]
    pub fn with_class<R>(&self, read: impl FnOnce(&Ref<Class>) -> R) -> R {
        read(&self.class.borrow())
    }

    /// `__class__` assignment; the caller has checked that the layouts agree.
    pub fn set_class(&self, class: Ref<Class>) {
        drop(self.class.replace(class));
    }

    /// What inline caches compare: equal for equal shapes, 0 once the attributes are in a dict.
    #[inline(always)]
    pub fn shape_id(&self) -> usize {
        Rc::as_ptr(&self.shape.borrow()) as usize
    }

    pub fn has_dict(&self) -> bool {
        self.dict.borrow().is_some()
    }
}

impl Ref<Instance> {
    /// An attribute of the instance itself.
    #[inline]
    pub fn get_attribute(&self, name: &Ref<Str>) -> Option<Value> {
        let index = self.shape.borrow().index_of(name);
        if let Some(index) = index {
            return Some(self.slots()[self.slot_members as usize + index].get());
        }
        self.dict.borrow().as_ref()?.get_str(name)
    }

    /// The place of an attribute among [`Ref::slots`], while it lies in the object.
    pub fn attribute_place(&self, name: &Ref<Str>) -> Option<usize> {
        Some(self.slot_members as usize + self.shape.borrow().index_of(name)?)
    }

    /// Sets an attribute; `name` must be interned.
    #[inline]
    pub fn set_attribute(&self, name: &Ref<Str>, value: Value) {
        let index = self.shape.borrow().index_of(name);
        if let Some(index) = index {
            self.slots()[self.slot_members as usize + index].set(value);
            return;
        }
        self.add_attribute(name, value);
    }

    fn add_attribute(&self, name: &Ref<Str>, value: Value) {
        if self.dict.borrow().is_none() {
            let count = self.shape.borrow().names.len();
            if count < self.capacity as usize {
                let next = self.shape.borrow().with(name);
                self.shape.replace(next);
                self.slots()[self.slot_members as usize + count].set(value);
                return;
            }
            let class = self.class();
            let wanted = count as u32 + 1;
            if wanted <= MAX_INLINE && class.expected_attributes.get() < wanted {
                class.expected_attributes.set(wanted);
            }
        }
        drop(self.dict_object().set_str(name, value));
    }

    /// Takes the next place into use, which makes the instance's shape `next`. Gives the value back
    /// if the instance has no such place.
    #[inline]
    pub fn take_place(&self, place: usize, next: &Rc<Shape>, value: Value) -> Option<Value> {
        match self.slots().get(place) {
            Some(slot) => {
                drop(self.shape.replace(next.clone()));
                slot.set(value);
                None
            }
            None => Some(value),
        }
    }

    /// The instance's shape.
    pub fn shape(&self) -> Rc<Shape> {
        self.shape.borrow().clone()
    }

    /// Removes an attribute; false if there was none.
    pub fn delete_attribute(&self, name: &Ref<Str>) -> bool {
        self.dict_object().remove_str(name).is_some()
    }

    /// The attributes as a dict, which from now on is where they live.
    pub fn dict_object(&self) -> Ref<Dict> {
        if let Some(dict) = &*self.dict.borrow() {
            return dict.clone();
        }
        let dict = Dict::new();
        let shape = self.shape.replace(self.detached_shape());
        for (index, name) in shape.names.iter().enumerate() {
            dict.set_str(name, self.slots()[self.slot_members as usize + index].take());
        }
        self.dict.replace(Some(dict.clone()));
        dict
    }

    /// `__dict__` assignment.
    pub fn set_dict(&self, dict: Ref<Dict>) {
        drop(self.dict_object());
        drop(self.dict.replace(Some(dict)));
    }

    /// The names of the attributes, in order.
    pub fn attribute_names(&self) -> Vec<Value> {
        match &*self.dict.borrow() {
            Some(dict) => dict.keys(),
            None => self.shape.borrow().names.iter().map(|n| Value::object(n.clone())).collect(),
        }
    }

    fn detached_shape(&self) -> Rc<Shape> {
        thread_local! {
            // One shape without names for all instances whose attributes are in a dict; no class
            // has it as its root, so that no cache takes them for fresh instances.
            static DETACHED: Rc<Shape> = Shape::root();
        }
        DETACHED.with(Rc::clone)
    }
}
