//! Exceptions and tracebacks.

use std::cell::{Cell, RefCell};

use smallvec::SmallVec;

use super::class::Class;
use super::dict::Dict;
use super::frame::Frame;
use super::heap::{HeapObject, ObjectRef, OptionalRef, Ref, RefSlot};
use super::kinds::Kind;
use super::tuple::Tuple;
use super::value::Value;

/// What every native and most of the VM answer with.
pub type Result<T = Value> = std::result::Result<T, Ref<Exception>>;

pub struct Exception {
    pub class: RefSlot<Class>,
    /// None: there are no arguments, and nobody has asked for them yet.
    args: OptionalRef<Tuple>,
    pub traceback: OptionalRef<Traceback>,
    pub cause: OptionalRef<Exception>,
    pub context: OptionalRef<Exception>,
    pub dict: OptionalRef<Dict>,
    /// The fields that some built-in classes add, in the order of
    /// [`ExceptionKind::field_names`](crate::builtins::exceptions::ExceptionKind::field_names).
    fields: RefCell<SmallVec<[Value; 1]>>,
    pub suppress_context: Cell<bool>,
}

impl Exception {
    #[inline]
    pub fn new(
        class: Ref<Class>,
        arguments: impl IntoIterator<Item = Value, IntoIter: ExactSizeIterator>,
    ) -> Ref<Exception> {
        let arguments = arguments.into_iter();
        let args = (arguments.len() > 0).then(|| Tuple::new(arguments));
        Ref::new(Exception {
            class: RefSlot::new(class),
            args: OptionalRef::new(args),
            traceback: OptionalRef::default(),
            cause: OptionalRef::default(),
            context: OptionalRef::default(),
            dict: OptionalRef::default(),
            fields: RefCell::default(),
            suppress_context: Cell::new(false),
        })
    }

    #[inline]
    pub fn class(&self) -> Ref<Class> {
        self.class.get()
    }

    pub fn args(&self) -> Ref<Tuple> {
        self.args.get_or_insert_with(|| Tuple::new([]))
    }

    pub fn set_args(&self, arguments: &[Value]) {
        drop(self.args.replace(Some(Tuple::new(arguments.iter().cloned()))));
    }

    /// The attributes that a script has set, made when it is first asked for.
    pub fn dict(&self) -> Ref<Dict> {
        self.dict.get_or_insert_with(Dict::new)
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
        self.class.visit(visit);
        self.args.visit(visit);
        self.traceback.visit(visit);
        self.cause.visit(visit);
        self.context.visit(visit);
        self.dict.visit(visit);
        self.fields.borrow().iter().for_each(|field| field.visit(visit));
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
    pub next: OptionalRef<Traceback>,
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
        self.next.visit(visit);
    }

    fn clear(&self) {
        drop(self.next.take());
    }
}
