//! Shapes: which attributes the instances of a class have, and where.
//!
//! An instance holds its attributes' values; the names, their order and the class are in its shape,
//! which all instances of the class share that set the same names in the same order. A class's
//! shapes are a tree: each one knows those with one more name. They are objects of the heap only so
//! that the collector sees what they hold; scripts never get to see one.

use std::cell::RefCell;

use super::class::Class;
use super::heap::{HeapObject, ObjectRef, Ref};
use super::kinds::Kind;
use super::string::Str;

pub struct Shape {
    class: Ref<Class>,
    /// The names of the attributes in the order of their places. Names are interned: the same name
    /// is the same object.
    names: Box<[Ref<Str>]>,
    /// Where the attributes begin: the places of `__slots__` come first.
    first_place: u32,
    /// The attributes are in a dict, which is in the first place.
    in_dict: bool,
    /// The shapes with one more name, by its address.
    next: RefCell<Vec<(usize, Ref<Shape>)>>,
}

impl Shape {
    /// The shape of instances without attributes, or of those whose attributes are in a dict.
    pub fn first(class: &Ref<Class>, in_dict: bool) -> Ref<Shape> {
        let known = if in_dict { &class.dict_shape } else { &class.root_shape };
        if let Some(shape) = known.get() {
            return shape;
        }
        let shape = Ref::new(Shape {
            class: class.clone(),
            names: Box::default(),
            first_place: class.slot_names.borrow().len() as u32,
            in_dict,
            next: RefCell::default(),
        });
        drop(known.replace(Some(shape.clone())));
        shape
    }

    #[inline(always)]
    pub fn class(&self) -> &Ref<Class> {
        &self.class
    }

    pub fn names(&self) -> &[Ref<Str>] {
        &self.names
    }

    #[inline(always)]
    pub fn first_place(&self) -> usize {
        self.first_place as usize
    }

    #[inline(always)]
    pub fn is_in_dict(&self) -> bool {
        self.in_dict
    }

    /// The place of an attribute.
    #[inline]
    pub fn place_of(&self, name: &Ref<Str>) -> Option<usize> {
        Some(self.first_place() + self.names.iter().position(|known| known.same(name))?)
    }

    /// The shape with one more name, if there has been an instance of it.
    #[inline]
    pub fn known_next(&self, name: &Ref<Str>) -> Option<Ref<Shape>> {
        let key = name.address();
        let next = self.next.borrow();
        next.iter().find(|(known, _)| *known == key).map(|(_, shape)| shape.clone())
    }

    /// The shape with one more name.
    pub fn next(&self, name: &Ref<Str>) -> Ref<Shape> {
        if let Some(shape) = self.known_next(name) {
            return shape;
        }
        let shape = Ref::new(Shape {
            class: self.class.clone(),
            names: self.names.iter().chain([name]).cloned().collect(),
            first_place: self.first_place,
            in_dict: false,
            next: RefCell::default(),
        });
        self.next.borrow_mut().push((name.address(), shape.clone()));
        shape
    }
}

impl HeapObject for Shape {
    const KIND: Kind = Kind::Shape;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        visit(self.class.as_object());
        for (_, shape) in self.next.borrow().iter() {
            visit(shape.as_object());
        }
    }

    fn clear(&self) {
        drop(self.next.take());
    }
}
