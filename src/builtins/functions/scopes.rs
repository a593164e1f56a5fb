//! `globals` and `locals`.

use crate::object::native::Native;
use crate::object::{Result, Value};
use crate::vm::Vm;

/// The functions of this file.
pub const FUNCTIONS: &[Native] = &[
    Native::new("globals", "", |vm, _| vm.current_globals()),
    Native::new("locals", "", |vm, _| vm.current_locals()),
];

impl Vm {
    /// The globals of the innermost frame.
    pub fn current_globals(&mut self) -> Result {
        match self.current {
            Some(frame) => Ok(Value::object(frame.function.globals.clone())),
            None => Err(self.system_error("frame does not exist")),
        }
    }

    /// The locals of the innermost frame: the mapping itself in a module or class body, otherwise
    /// a new dict.
    pub fn current_locals(&mut self) -> Result {
        match self.current {
            Some(frame) => self.frame_locals(frame),
            None => Err(self.system_error("frame does not exist")),
        }
    }
}
