//! How deep native code may go: containers inside containers, natives that call natives.
//!
//! Python frames are counted by the dispatch loop. What recurses on the native stack (the `repr`,
//! hash or comparison of nested containers) is counted here, so that it ends in a RecursionError
//! and never in an overflow of the stack.

use crate::object::heap::ObjectRef;
use crate::object::{Result, Value};
use crate::vm::Vm;

/// CPython's `Py_C_RECURSION_LIMIT`.
const NATIVE_DEPTH_LIMIT: u32 = 10_000;

/// The native recursion that is going on.
#[derive(Default)]
pub struct NativeRecursion {
    depth: u32,
    /// The containers whose `repr` is being made, outermost first: seen again they show as `...`.
    shown: Vec<usize>,
}

impl Vm {
    /// Runs `f` one level deeper; RecursionError where that is too deep. `where_` ends the message:
    /// `"in comparison"`, or nothing.
    pub fn with_recursion_check<R>(
        &mut self,
        where_: &str,
        f: impl FnOnce(&mut Vm) -> Result<R>,
    ) -> Result<R> {
        if self.recursion.depth >= NATIVE_DEPTH_LIMIT {
            let message = format!("maximum recursion depth exceeded {where_}");
            return Err(self.recursion_error(message.trim_end()));
        }
        self.recursion.depth += 1;
        let result = f(self);
        self.recursion.depth -= 1;
        result
    }

    /// Runs `f` unless the `repr` of the same object is already being made further out: then the
    /// answer is `None`.
    pub fn guard_repr<R>(
        &mut self,
        object: &Value,
        f: impl FnOnce(&mut Vm) -> Result<R>,
    ) -> Result<Option<R>> {
        let Value::Object(object) = object else { return f(self).map(Some) };
        let address = ObjectRef::address(object);
        // Nested containers are few, and the search goes from the innermost.
        if self.recursion.shown.iter().rev().any(|&shown| shown == address) {
            return Ok(None);
        }
        self.recursion.shown.push(address);
        let result = f(self);
        self.recursion.shown.pop();
        result.map(Some)
    }
}
