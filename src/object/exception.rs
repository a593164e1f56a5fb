//! Exceptions and tracebacks.

use std::cell::{Cell, RefCell};

use smallvec::SmallVec;

use super::class::Class;
use super::dict::Dict;
use super::frame::Frame;
use super::heap::{HeapObject, ObjectRef, Ref};
use super::kinds::Kind;
use super::tuple::Tuple;
use super::value::Value;

/// What every native and most of the VM answer with.
pub type Result<T = Value> = std::result::Result<T, Ref<Exception>>;

pub struct Exception {
    pub class: RefCell<Ref<Class>>,
    pub args: RefCell<Ref<Tuple>>,
    pub traceback: RefCell<Option<Ref<Traceback>>>,
    pub cause: RefCell<Option<Ref<Exception>>>,
    pub context: RefCell<Option<Ref<Exception>>>,
    pub suppress_context: Cell<bool>,
    /// The fields that some built-in classes add, in the order of
    /// [`ExceptionKind::field_names`](crate::builtins::exceptions::ExceptionKind::field_names).
    pub fields: RefCell<SmallVec<[Value; 1]>>,
    pub dict: RefCell<Option<Ref<Dict>>>,
}

impl Exception {
    pub fn new(class: Ref<Class>, args: Ref<Tuple>) -> Ref<Exception> {
        Ref::new(Exception {
            class: RefCell::new(class),
            args: RefCell::new(args),
            traceback: RefCell::new(None),
            cause: RefCell::new(None),
            context: RefCell::new(None),
            suppress_context: Cell::new(false),
            fields: RefCell::default(),
            dict: RefCell::new(None),
        })
    }

    pub fn class(&self) -> Ref<Class> {
        self.class.borrow().clone()
    }

    /// A field by its index; None when it was never set.
    pub fn field(&self, index: usize) -> Value {
        match self.fields.borrow().get(index) {
            None | Some(Value::Unbound) => Value::None,
            Some(value) => value.clone(),
        }
    }

    pub fn set_field(&self, index: usize, value: Value) {
        let old = {
            let mut fields = self.fields.borrow_mut();
            if fields.len() <= index {
                fields.resize(index + 1, Value::Unbound);
            }
            std::mem::replace(&mut fields[index], value)
        };
        drop(old);
    }
}

impl HeapObject for Exception {
    const KIND: Kind = Kind::Exception;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        visit(self.class.borrow().as_object());
        visit(self.args.borrow().as_object());
        if let Some(traceback) = &*self.traceback.borrow() {
            visit(traceback.as_object());
        }
        for other in [&self.cause, &self.context] {
            if let Some(exception) = &*other.borrow() {
                visit(exception.as_object());
            }
        }
        self.fields.borrow().iter().for_each(|field| field.visit(visit));
        if let Some(dict) = &*self.dict.borrow() {
            visit(dict.as_object());
        }
    }

    fn clear(&self) {
        drop(self.traceback.take());
        drop(self.cause.take());
        drop(self.context.take());
        drop(self.fields.take());
        drop(self.dict.take());
    }
}

/// One entry of a traceback: outermost frame first, as `tb_next` goes inwards.
pub struct Traceback {
    pub frame: Ref<Frame>,
    /// The instruction that failed.
    pub op: u32,
    pub next: RefCell<Option<Ref<Traceback>>>,
}

impl Traceback {
    /// The line of the instruction that failed.
    pub fn line(&self) -> u32 {
        self.frame.code().code.line(self.op as usize)
    }
}

impl HeapObject for Traceback {
    const KIND: Kind = Kind::Traceback;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        visit(self.frame.as_object());
        if let Some(next) = &*self.next.borrow() {
            visit(next.as_object());
        }
    }

    fn clear(&self) {
        drop(self.next.take());
    }
}
