//! `with` and `async with`: finding the methods of context managers.

use crate::object::function::{Function, NativeFunction};
use crate::object::string::Str;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

/// A callable pair: the callable, and its receiver or [`Value::Unbound`].
pub type CallablePair = (Value, Value);

impl Vm {
    /// The exit pair of a context manager and, apart, the pair that enters it.
    pub fn enter_context(
        &mut self,
        manager: &Value,
        is_async: bool,
    ) -> Result<(Value, Value, CallablePair)> {
        let (enter_name, exit_name) = if is_async {
            (self.names.aenter.clone(), self.names.aexit.clone())
        } else {
            (self.names.enter.clone(), self.names.exit.clone())
        };
        let Some(enter) = self.special_pair(manager, &enter_name)? else {
            return Err(self.not_a_context_manager(manager, is_async, false));
        };
        let Some((exit, receiver)) = self.special_pair(manager, &exit_name)? else {
            return Err(self.not_a_context_manager(manager, is_async, true));
        };
        Ok((exit, receiver, enter))
    }

    /// A special method as a callable pair, without a bound method where that can be avoided.
    pub fn special_pair(
        &mut self,
        object: &Value,
        name: &Ref<Str>,
    ) -> Result<Option<CallablePair>> {
        let Some(method) = self.lookup_special(object, name) else { return Ok(None) };
        if method.get::<Function>().is_some()
            || method.get::<NativeFunction>().is_some_and(|native| native.is_method.get())
        {
            return Ok(Some((method, object.clone())));
        }
        let class = self.class_of(object);
        Ok(Some((self.bind(&method, Some(object), &class)?, Value::Unbound)))
    }

    #[cold]
    fn not_a_context_manager(
        &mut self,
        manager: &Value,
        is_async: bool,
        exit: bool,
    ) -> Ref<Exception> {
        let type_name = self.type_name(manager);
        let kind = if is_async { "asynchronous context manager" } else { "context manager" };
        let missing = match (is_async, exit) {
            (false, true) => " (missed __exit__ method)",
            (true, true) => " (missed __aexit__ method)",
            _ => "",
        };
        self.type_error(format!(
            "'{type_name}' object does not support the {kind} protocol{missing}"
        ))
    }

    /// The receiver of `__exit__` and its arguments for an exception.
    pub fn exit_arguments(&mut self, receiver: Value, exception: Value) -> [Value; 4] {
        let (class, traceback) = match exception.get::<Exception>() {
            Some(exception) => (
                Value::object(exception.class()),
                exception.traceback.get().map_or(Value::None, Value::object),
            ),
            None => (Value::None, Value::None),
        };
        [receiver, class, exception, traceback]
    }
}
