//! Calls: what is callable, and how arguments become parameters.

use crate::object::{Result, Value};
use crate::vm::Vm;

impl Vm {
    /// Calls with positional arguments, from native code: a nested run of the dispatch loop.
    pub fn call(&mut self, callable: &Value, arguments: &[Value]) -> Result {
        self.call_with_names(callable, arguments, &[])
    }

    /// Calls with arguments of which the last ones are given by name.
    pub fn call_with_names(
        &mut self,
        callable: &Value,
        arguments: &[Value],
        names: &[Value],
    ) -> Result {
        let _ = (callable, arguments, names);
        Err(self.system_error("calls are not here yet"))
    }
}
