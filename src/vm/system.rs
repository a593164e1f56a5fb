//! State of the interpreter that belongs to no frame: what `sys` and its neighbours manage.

use hashbrown::{HashMap, HashSet};
use std::rc::Rc;

use crate::object::Value;
use crate::object::heap::WeakId;
use crate::source::SourceFile;
use crate::vm::warnings::ShownWarning;

/// What the command line and the environment say about how programs run.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// `sys.flags.dev_mode`.
    pub dev_mode: bool,
    /// `sys.warnoptions`.
    pub warnings: Vec<String>,
    /// `sys.flags.optimize`: from 1 on there are no assertions, from 2 on no docstrings.
    pub optimize: u8,
    /// The prompt comes after the program.
    pub inspect: bool,
    /// The prompt was asked for by an option.
    pub interactive: bool,
    /// The prompt has no banner.
    pub quiet: bool,
    /// Standard output is not buffered.
    pub unbuffered: bool,
}

#[derive(Default)]
pub struct SystemState {
    pub settings: Settings,
    /// The weak references without callback, by the object they stand for.
    pub weak_references: HashMap<WeakId, WeakId>,
    /// When so many are known, the dead ones are thrown out.
    pub weak_references_limit: usize,
    /// `sys.set_asyncgen_hooks`: `firstiter` and `finalizer`.
    pub async_generator_hooks: Option<(Value, Value)>,
    /// `sys.set_coroutine_origin_tracking_depth`.
    pub origin_tracking_depth: u32,
    /// `sys.set_int_max_str_digits`; None: untouched.
    pub int_digit_limit: Option<usize>,
    /// `signal.signal(SIGINT, …)`: a callable, 0 for the default, 1 to ignore. None: untouched.
    pub interrupt_handler: Option<Value>,
    /// The sources whose lines tracebacks show although they lie in no file, by name: that of `-c`
    /// and what is typed at a prompt.
    pub shown_sources: HashMap<String, Rc<SourceFile>>,
    /// The interpreter is ending.
    pub is_finalizing: bool,
    /// Whoever read standard output has gone.
    pub output_closed: bool,
    /// Warnings shown while the `warnings` module is not there.
    pub shown_warnings: HashSet<ShownWarning>,
    /// `atexit.register`: function, arguments, their names.
    pub exit_functions: Vec<(Value, Vec<Value>, Vec<Value>)>,
}

impl SystemState {
    /// Has tracebacks show the lines of a source that lies in no file.
    pub fn show_source(&mut self, source: &Rc<SourceFile>) {
        self.shown_sources.insert(source.name.clone(), source.clone());
    }
}
