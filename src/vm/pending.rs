//! Protocols that are not here yet.

use crate::object::Value;
use crate::object::function::{BoundMethod, NativeFunction};
use crate::object::native::Native;
use crate::vm::Vm;

impl Vm {
    pub fn bound_native(
        &mut self,
        native: &'static Native,
        receiver: &Value,
        _class: &str,
    ) -> Value {
        let function = NativeFunction::new(native, Value::None, true);
        BoundMethod::new(function.into(), receiver.clone()).into()
    }
}
