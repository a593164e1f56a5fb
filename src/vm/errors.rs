//! Making exceptions from native code.

use crate::builtins::exceptions::ExceptionKind;
use crate::object::heap::HeapObject;
use crate::object::native::Args;
use crate::object::tuple::Tuple;
use crate::object::{Exception, Ref, Result, Value};
use crate::source::SourceFile;
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
        Exception::new(class, arguments)
    }

    /// An empty vector with room for so many items; MemoryError if there is no such room.
    pub fn room_for<T>(&mut self, count: usize) -> Result<Vec<T>> {
        let mut items = Vec::new();
        match items.try_reserve_exact(count) {
            Ok(()) => Ok(items),
            Err(_) => Err(self.exception(ExceptionKind::MemoryError, [])),
        }
    }

    /// A KeyError whose argument is the key.
    #[cold]
    pub fn key_error(&mut self, key: &Value) -> Ref<Exception> {
        self.exception(ExceptionKind::KeyError, [key.clone()])
    }

    /// A StopIteration that carries `value`.
    #[cold]
    pub fn stop_iteration(&mut self, value: Value) -> Ref<Exception> {
        if value.is_none() {
            return self.exception(ExceptionKind::StopIteration, []);
        }
        let exception = self.exception(ExceptionKind::StopIteration, [value.clone()]);
        exception.set_field(0, value);
        exception
    }

    /// Whether an exception is an instance of a built-in class or of one derived from it.
    pub fn is_exception(&self, exception: &Ref<Exception>, kind: ExceptionKind) -> bool {
        let class = self.exception_class(kind);
        exception.class.is(class) || exception.class().is_subclass_of(class)
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

impl Vm {
    /// The exception for a text that is no Python program.
    #[cold]
    pub fn syntax_error(
        &mut self,
        error: &ouro_grammar::SyntaxError,
        source: &SourceFile,
    ) -> Ref<Exception> {
        use ouro_grammar::{Shown, SyntaxErrorKind as Kind};

        let kind = match error.kind {
            Kind::SyntaxError => ExceptionKind::SyntaxError,
            Kind::IndentationError => ExceptionKind::IndentationError,
            Kind::TabError => ExceptionKind::TabError,
            Kind::MemoryError if error.message.is_empty() => {
                return self.exception(ExceptionKind::MemoryError, []);
            }
            Kind::MemoryError => return self.memory_error(error.message.as_str()),
            Kind::RecursionError => return self.recursion_error(error.message.as_str()),
        };
        let message = Value::from(error.message.as_str());
        if error.shown == Shown::Nothing {
            let exception = self.exception(kind, [message.clone()]);
            exception.set_field(0, message);
            return exception;
        }
        let position = source.position(error.span);
        let (end_line, end_column) = match error.span.end > error.span.start {
            // A span may end with a line end, which counts as one more column of its line.
            true => {
                let last =
                    ouro_grammar::span::Span { start: error.span.end - 1, end: error.span.end - 1 };
                let last = source.position(last);
                (last.line, last.column + 1)
            }
            false => (position.end_line, position.end_column),
        };
        let column = |line: u32, column: u32| {
            let text = source.line_text(line);
            let inside = (column as usize).min(text.len());
            let characters = match text.get(..inside) {
                Some(before) => before.chars().count(),
                None => inside,
            };
            Value::from(characters + (column as usize - inside) + 1)
        };
        let mut text = source.line_text(position.line).to_owned();
        text.push('\n');
        let offset = match error.shown {
            Shown::Line => Value::Int(0),
            Shown::EndOfText if source.is_read_by_lines => Value::Int(0),
            _ => column(position.line, position.column),
        };
        // CPython's reader stops at a null byte.
        if let Some(null) = text.find('\0') {
            text.truncate(null);
        }
        let details = [
            Value::from(source.name.as_str()),
            Value::Int(position.line.into()),
            offset,
            Value::from(text),
            Value::Int(end_line.into()),
            match error.shown {
                Shown::EndOfText => Value::Int(-1),
                _ => column(end_line, end_column),
            },
        ];
        let tuple = Value::from(Tuple::new(details.clone()));
        let exception = self.exception(kind, [message.clone(), tuple]);
        exception.set_field(0, message);
        for (index, detail) in details.into_iter().enumerate() {
            exception.set_field(index + 1, detail);
        }
        exception
    }
}
