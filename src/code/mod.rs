//! What the compiler produces: code objects, free of run-time values.

mod constant;
pub mod disassemble;
pub mod lazy;
pub mod mnemonic;
pub mod op;
pub mod spans;
pub mod stored;
pub mod verify;

use std::rc::Rc;

use num_bigint::BigInt;
use ouro_grammar::ast::Name;
use ouro_grammar::span::Span;
use serde::{Deserialize, Serialize};

use crate::source::SourceFile;
use lazy::LazyCode;
use op::Op;
use spans::Spans;

/// What kind of activation a code object makes when it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CodeKind {
    /// A module, a class body or the source of `exec`: run once, not called.
    Block,
    Function,
    Generator,
    Coroutine,
    AsyncGenerator,
}

/// A constant, tuples and code objects included.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum Const {
    None,
    True,
    False,
    Ellipsis,
    Int(BigInt),
    Float(f64),
    Complex(crate::text::complex_text::Complex),
    Str(#[serde(deserialize_with = "stored::text")] Rc<str>),
    Bytes(Rc<[u8]>),
    Tuple(Vec<Const>),
    /// The right side of `x in {1, 2}`.
    FrozenSet(Vec<Const>),
    Code(Rc<LazyCode>),
}

/// A stretch of instructions whose exceptions go to `target`.
///
/// A table of handlers is sorted and its stretches do not overlap: an instruction has at most the
/// handler of the innermost `try` or `with` around it. On an exception in `start..end` (indices of
/// ops) the operand stack is cut to `depth`, with `keep_origin` the index of the
/// failing op is pushed as an int, then the exception, and control goes to `target`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handler {
    pub start: u32,
    pub end: u32,
    pub target: u32,
    pub depth: u32,
    pub keep_origin: bool,
}

/// A code object.
///
/// A frame's variables lie in slots in this order: `variables` (parameters first: positional,
/// keyword-only, `*args`, `**kwargs`; then other locals), the `cells` that are not also variables,
/// the `free` variables. A parameter that is a cell is in both `variables` and `cells` and has one
/// slot; a local that is a cell is in `cells` only. The prologue holds a [`Op::MakeCell`] for each
/// cell; the slots of free variables are filled by the call.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Code {
    pub kind: CodeKind,
    #[serde(deserialize_with = "stored::text")]
    pub name: Name,
    #[serde(deserialize_with = "stored::text")]
    pub qualname: Name,
    #[serde(skip, default = "stored::no_source")]
    pub source: Rc<SourceFile>,
    /// The line of `def` or of the first decorator; 1 for a module.
    pub first_line: u32,
    /// All positional parameters, positional-only ones included.
    pub argument_count: u32,
    pub positional_only_count: u32,
    pub keyword_only_count: u32,
    pub has_varargs: bool,
    pub has_varkeywords: bool,
    /// Names are read from a mapping of locals (class bodies, `exec` with two mappings): the code
    /// uses [`Op::LoadName`] and its kin.
    pub uses_locals_mapping: bool,
    pub docstring: Option<Rc<str>>,
    #[serde(deserialize_with = "stored::texts")]
    pub variables: Vec<Name>,
    #[serde(deserialize_with = "stored::texts")]
    pub cells: Vec<Name>,
    #[serde(deserialize_with = "stored::texts")]
    pub free: Vec<Name>,
    pub stack_size: u32,
    pub ops: Vec<Op>,
    /// For each op the source it stands for; [`NO_SPAN`] where it stands for none.
    pub spans: Spans,
    pub handlers: Vec<Handler>,
    pub constants: Vec<Const>,
    #[serde(deserialize_with = "stored::texts")]
    pub names: Vec<Name>,
}

/// The span of an instruction that belongs to no place in the source.
pub const NO_SPAN: Span = Span { start: u32::MAX, end: u32::MAX };

impl Code {
    /// The number of parameters, `*args` and `**kwargs` included.
    pub fn parameter_count(&self) -> u32 {
        self.argument_count
            + self.keyword_only_count
            + self.has_varargs as u32
            + self.has_varkeywords as u32
    }

    /// The names of all slots in their order.
    pub fn slot_names(&self) -> impl Iterator<Item = &Name> {
        let parameters = self.variables.get(..self.parameter_count() as usize).unwrap_or_default();
        let extra_cells = self.cells.iter().filter(|name| !parameters.contains(name));
        self.variables.iter().chain(extra_cells).chain(&self.free)
    }

    /// The handler that covers an instruction.
    #[inline]
    pub fn handler_at(&self, op: u32) -> Option<&Handler> {
        let place = self.handlers.partition_point(|handler| handler.end <= op);
        self.handlers.get(place).filter(|handler| handler.start <= op)
    }

    /// The line an instruction belongs to: that of the nearest one before it which has a place.
    pub fn line(&self, op: usize) -> u32 {
        let before = self.spans.get(..=op).unwrap_or(&[]);
        match before.iter().rev().find(|span| **span != NO_SPAN) {
            Some(span) => self.source.line(span.start),
            None => self.first_line,
        }
    }
}
