//! The virtual machine: code in motion.
//!
//! [`Vm`] holds the whole state of an interpreter. The other files of this folder are its parts,
//! each an `impl Vm`: `dispatch` runs instructions, `call` makes frames, `generator` suspends and
//! resumes them, `unwind` finds handlers; `attributes`, `operators`, `iterate`, `containers` are
//! the protocols of the language, for the VM and for natives alike.

pub mod append;
pub mod attributes;
pub mod awaiting;
pub mod build_class;
pub mod call;
pub mod class_of;
pub mod classes;
pub mod collector;
pub mod containers;
pub mod contexts;
pub mod conversions;
pub mod dispatch;
pub mod errors;
pub mod exception_text;
pub mod finalize;
pub mod fuse;
pub mod generator;
pub mod groups;
pub mod hashing;
pub mod import;
pub mod inline_cache;
pub mod inspect;
pub mod instance_checks;
pub mod instructions;
pub mod interrupts;
pub mod intrinsics;
pub mod iterate;
pub mod link;
pub mod matching;
pub mod method_cache;
pub mod names;
pub mod native_coroutine;
pub mod operators;
mod python_arguments;
pub mod recursion;
pub mod resumers;
pub mod slices;
pub mod sort;
pub mod spread;
pub mod startup;
pub mod suggestions;
pub mod super_access;
pub mod system;
pub mod text;
pub mod traceback_text;
pub mod unraisable;
pub mod unwind;
pub mod variables;
pub mod warnings;

use hashbrown::HashMap;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::asyncio::registry::AsyncioState;
use crate::builtins::exceptions::ExceptionKind;
use crate::builtins::types::Types;
use crate::host::Host;
use crate::object::class::Class;
use crate::object::dict::Dict;
use crate::object::frame::FramePointer;
use crate::object::interner::Interner;
use crate::object::string::Str;
use crate::object::{Ref, Result, Value};
use crate::threads::Threads;
use method_cache::MethodCache;
use names::Names;
use system::SystemState;

/// An interpreter.
pub struct Vm {
    pub host: Box<dyn Host>,
    pub names: Names,
    pub types: Types,
    /// The built-in exception classes, by [`ExceptionKind`].
    pub exception_classes: Vec<Ref<Class>>,
    /// The names every module sees.
    pub builtins: Ref<Dict>,
    /// `sys.modules`.
    pub modules: Ref<Dict>,
    pub interner: Rc<Interner>,
    pub method_cache: MethodCache,
    /// The classes of native modules, by the address of their table.
    pub native_classes: HashMap<usize, Ref<Class>>,
    /// How deep native functions that call themselves are in each other.
    pub native_depth: u32,
    /// The addresses of the containers whose `repr` is being made, outermost first.
    pub shown_containers: Vec<usize>,
    pub system: SystemState,
    /// Becomes true when an interrupt arrives.
    pub interrupt: Arc<AtomicBool>,
    /// How the innermost run of the dispatch loop has ended, until it says so to its caller.
    pub run_end: Option<Result<dispatch::RunEnd>>,
    /// Where texts are put together: see [`Vm::take_text_buffer`].
    text_buffer: String,
    /// The innermost frame in execution; its registers are saved while native code runs.
    pub current: Option<FramePointer>,
    /// Python frames in execution.
    pub depth: u32,
    /// So many jumps back and returns from now, somebody looks whether there is anything to do between
    /// instructions.
    pub rounds: u32,
    /// See [`Nowhere`](crate::object::frame::Nowhere).
    pub nowhere: crate::object::frame::Nowhere,
    /// What `rounds` starts from.
    pub rounds_per_look: u32,
    pub recursion_limit: u32,
    /// Calls look at this: the recursion limit, or 0 while threads compete.
    pub depth_limit: u32,
    /// Below this address native code goes no deeper.
    pub stack_floor: usize,
    /// Runs of the dispatch loop inside each other.
    pub nested_runs: Cell<u32>,
    /// Who waits for generators in execution.
    pub resumers: resumers::Resumers,
    /// How many frames are inside an `except` or `finally`: 0 saves the search.
    pub handling: u32,
    pub collector_enabled: bool,
    /// The collector runs when more objects than this are registered.
    pub collection_threshold: usize,
    /// `object.__new__` and `object.__init__`, to recognise classes that keep them.
    pub object_new: Value,
    pub object_init: Value,
    /// The `contextvars` context that code runs in; unbound until somebody asks.
    pub context: Value,
    pub context_missing: Value,
    pub asyncio: AsyncioState,
    pub threads: Threads,
}

impl Vm {
    /// The one string object of an interned text.
    pub fn intern(&mut self, text: &str) -> Ref<Str> {
        self.interner.intern(text)
    }

    /// The interned object equal to `string`: itself if it is interned.
    pub fn intern_str(&mut self, string: &Ref<Str>) -> Ref<Str> {
        self.interner.intern_str(string)
    }

    pub fn exception_class(&self, kind: ExceptionKind) -> &Ref<Class> {
        &self.exception_classes[kind as usize]
    }

    pub fn type_of_none(&self) -> Value {
        Value::object(self.types.none_type.clone())
    }
}
