//! Making exceptions from native code.

use crate::builtins::exceptions::ExceptionKind;
use crate::object::heap::HeapObject;
use crate::object::native::Args;
use crate::object::tuple::Tuple;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

macro_rules! error_functions {
    ($($function:ident = $kind:ident;)*) => {
        impl Vm {
            $(
                #[cold]
                pub fn $function(&mut self, message: impl Into<String>) -> Ref<Exception> {
                    self.error(ExceptionKind::$kind, message)
                }
            )*
        }
    };
}

error_functions! {
    type_error = TypeError;
    value_error = ValueError;
    runtime_error = RuntimeError;
    index_error = IndexError;
    overflow_error = OverflowError;
    zero_division_error = ZeroDivisionError;
    not_implemented_error = NotImplementedError;
    recursion_error = RecursionError;
    memory_error = MemoryError;
    system_error = SystemError;
}

impl Vm {
    /// An exception of a built-in class whose only argument is a message.
    #[cold]
    pub fn error(&mut self, kind: ExceptionKind, message: impl Into<String>) -> Ref<Exception> {
        self.exception(kind, [Value::from(message.into())])
    }

    /// An exception of a built-in class with these arguments and no other fields.
    #[cold]
    pub fn exception(
        &mut self,
        kind: ExceptionKind,
        arguments: impl IntoIterator<Item = Value, IntoIter: ExactSizeIterator>,
    ) -> Ref<Exception> {
        let class = self.exception_class(kind).clone();
        Exception::new(class, Tuple::new(arguments))
    }

    /// A KeyError whose argument is the key.
    #[cold]
    pub fn key_error(&mut self, key: &Value) -> Ref<Exception> {
        self.exception(ExceptionKind::KeyError, [key.clone()])
    }

    /// A StopIteration that carries `value`.
    #[cold]
    pub fn stop_iteration(&mut self, value: Value) -> Ref<Exception> {
        let arguments = if value.is_none() { vec![] } else { vec![value.clone()] };
        let exception = self.exception(ExceptionKind::StopIteration, arguments);
        exception.set_field(0, value);
        exception
    }

    /// Whether an exception is an instance of a built-in class or of one derived from it.
    pub fn is_exception(&self, exception: &Ref<Exception>, kind: ExceptionKind) -> bool {
        exception.class.borrow().is_subclass_of(self.exception_class(kind))
    }
}

impl<'a> Args<'a> {
    /// The receiver of a method, which must be of the right kind.
    #[inline(always)]
    pub fn receiver<T: HeapObject>(&self, vm: &mut Vm) -> Result<&'a Ref<T>> {
        match self.get(0).get_ref::<T>() {
            Some(receiver) => Ok(receiver),
            None => Err(vm.wrong_receiver(self.get(0), T::KIND)),
        }
    }
}

impl Vm {
    #[cold]
    fn wrong_receiver(
        &mut self,
        receiver: &Value,
        expected: crate::object::kinds::Kind,
    ) -> Ref<Exception> {
        let _ = receiver;
        self.type_error(format!("descriptor requires a '{expected:?}' object"))
    }
}
