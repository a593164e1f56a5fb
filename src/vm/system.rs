//! State of the interpreter that belongs to no frame: what `sys` and its neighbours manage.

use std::collections::HashMap;

use crate::object::Value;
use crate::object::heap::WeakId;

#[derive(Default)]
pub struct SystemState {
    /// The weak references without callback, by the object they stand for.
    pub weak_references: HashMap<WeakId, WeakId>,
    /// When so many are known, the dead ones are thrown out.
    pub weak_references_limit: usize,
    /// `sys.set_asyncgen_hooks`: `firstiter` and `finalizer`.
    pub async_generator_hooks: Option<(Value, Value)>,
    /// `sys.set_coroutine_origin_tracking_depth`.
    pub origin_tracking_depth: u32,
    /// `signal.signal(SIGINT, …)`: a callable, 0 for the default, 1 to ignore. None: untouched.
    pub interrupt_handler: Option<Value>,
    /// `atexit.register`: function, arguments, their names.
    pub exit_functions: Vec<(Value, Vec<Value>, Vec<Value>)>,
}
