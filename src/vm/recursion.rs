//! How deep native code may go: containers inside containers, natives that call natives.
//!
//! Python frames are counted by the dispatch loop. What recurses on the native stack (the `repr`,
//! hash or comparison of nested containers) is counted here, so that it ends in a RecursionError
//! and never in an overflow of the stack.

use crate::object::{Result, Value};
use crate::vm::Vm;

/// CPython's `Py_C_RECURSION_LIMIT`.
const NATIVE_DEPTH_LIMIT: u32 = 10_000;

impl Vm {
    /// Runs `f` one level deeper; RecursionError where that is too deep. `where_` ends the message:
    /// `"in comparison"`, or nothing.
    pub fn with_recursion_check<R>(
        &mut self,
        where_: &str,
        f: impl FnOnce(&mut Vm) -> Result<R>,
    ) -> Result<R> {
        if self.native_depth >= NATIVE_DEPTH_LIMIT || self.stack_is_short() {
            let message = format!("maximum recursion depth exceeded {where_}");
            return Err(self.recursion_error(message.trim_end()));
        }
        self.native_depth += 1;
        let result = f(self);
        self.native_depth -= 1;
        result
    }

    /// Counts a native function that calls itself through objects of the script's making.
    pub fn enter_native(&mut self) -> Result<()> {
        if self.native_depth >= NATIVE_DEPTH_LIMIT || self.stack_is_short() {
            return Err(self.recursion_error("maximum recursion depth exceeded"));
        }
        self.native_depth += 1;
        Ok(())
    }

    /// Whether the native stack comes to its end, as it does sooner in a thread.
    #[inline(always)]
    pub fn stack_is_short(&self) -> bool {
        let here = 0u8;
        (&raw const here as usize) < self.stack_floor
    }

    /// Takes [`Vm::enter_native`] back.
    pub fn leave_native(&mut self) {
        self.native_depth -= 1;
    }

    /// Runs `f` unless the `repr` of the same object is already being made further out: then the
    /// answer is `None`.
    pub fn guard_repr<R>(
        &mut self,
        object: &Value,
        f: impl FnOnce(&mut Vm) -> Result<R>,
    ) -> Result<Option<R>> {
        let Value::Object(object) = object else { return f(self).map(Some) };
        let address = object.address();
        // Nested containers are few, and the search goes from the innermost.
        if self.shown_containers.iter().rev().any(|&shown| shown == address) {
            return Ok(None);
        }
        self.shown_containers.push(address);
        let result = f(self);
        self.shown_containers.pop();
        result.map(Some)
    }
}
