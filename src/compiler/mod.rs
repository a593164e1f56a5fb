//! From the syntax tree to bytecode.
//!
//! `scope` finds out what every name means; the files named after parts of the language emit
//! instructions into a `emit::Unit`, one for each code object; `assemble` turns a unit into a
//! [`Code`]. What is emitted, in which order and with which place in the source follows CPython
//! 3.13, since order and places are visible in what a program prints.

mod assemble;
mod assignment;
mod asynchronous;
mod call;
mod class;
mod comprehension;
mod control;
mod docstring;
mod emit;
mod error;
mod exception;
mod expression;
mod fold;
mod format;
mod function;
mod future;
mod matching;
mod name;
mod scope;
mod statement;
mod type_parameter;
mod unparse;
mod warning;

use hashbrown::{HashMap, HashSet};
use std::rc::Rc;

use ouro_grammar::ast::{Module, Name, Statement, StatementKind};
use ouro_grammar::span::Span;
use ouro_grammar::{SyntaxError, SyntaxWarning};

use crate::code::op::{Intrinsic1, Op};
use crate::code::{Code, CodeKind, Const, NO_SPAN};
use crate::source::SourceFile;
use emit::{Unit, UnitKind};
use error::{Outcome, too_deep};
use scope::{Binding, MAX_NESTING, Scope, ScopeId, SymbolTable, Uses};

pub use unparse::unparse;

/// What a program is compiled for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    #[default]
    Module,
    /// One expression, whose value the code returns: `eval`.
    Expression,
    /// One statement at a prompt: expression statements print their values.
    Interactive,
    /// Any number of statements at a prompt: those of the last logical line print their values.
    Prompt,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    pub mode: Mode,
    /// Names of the outermost block live in a mapping apart from the globals, as for `exec` with
    /// two mappings.
    pub locals_mapping: bool,
    /// From 1 on leave out `assert` and take `__debug__` as false, from 2 on leave out docstrings.
    pub optimize: u8,
    /// Allow `await` outside of functions: the code is then a coroutine.
    pub top_level_await: bool,
    /// Leave `~True` to run time: somebody has made its warning an error.
    pub keep_bool_inversions: bool,
    /// Annotations become strings, as `from __future__ import annotations` has it.
    pub future_annotations: bool,
}

/// Whether a program asks for annotations to become strings.
pub fn has_future_annotations(module: &Module) -> bool {
    future::future_imports(module).is_ok_and(|future| future.annotations)
}

/// A compiled program and what is to be said about it.
pub struct Compiled {
    pub code: Rc<Code>,
    /// What looks like a mistake.
    pub warnings: Vec<SyntaxWarning>,
    /// How many constants like `~True`, which are deprecated, have been computed.
    pub bool_inversions: usize,
}

/// Compiles a program.
pub fn compile(
    module: &Module,
    source: &Rc<SourceFile>,
    options: Options,
) -> Result<Rc<Code>, SyntaxError> {
    compile_with_warnings(module, source, options).map(|compiled| compiled.code)
}

/// Compiles a program and tells what looks like a mistake in it.
pub fn compile_with_warnings(
    module: &Module,
    source: &Rc<SourceFile>,
    options: Options,
) -> Result<Compiled, SyntaxError> {
    let future = future::future_imports(module)?;
    let future_annotations = options.future_annotations || future.annotations;
    let symbols = SymbolTable::new(module, options.top_level_await, future_annotations)?;
    let mut unit = Unit::new(UnitKind::Module, SymbolTable::MODULE, "<module>".into(), 1);
    unit.code_kind = match symbols.scope(SymbolTable::MODULE).coroutine {
        true => CodeKind::Coroutine,
        false => CodeKind::Block,
    };
    unit.uses_locals_mapping = options.locals_mapping;
    let mut compiler = Compiler {
        source,
        options,
        future_annotations,
        future_end: future.end,
        symbols,
        unit,
        outer: Vec::new(),
        depth: 0,
        shown_from: match options.mode {
            Mode::Module | Mode::Expression => u32::MAX,
            Mode::Interactive => 0,
            Mode::Prompt => last_logical_line(module, source),
        },
        folded: HashMap::new(),
        warnings: Vec::new(),
        warned: HashSet::new(),
        bool_inversions: 0,
    };
    compiler.prologue();
    compiler.module(module)?;
    let code = assemble::assemble(compiler.unit, source);
    Ok(Compiled {
        code: Rc::new(code),
        warnings: compiler.warnings,
        bool_inversions: compiler.bool_inversions,
    })
}

/// Where the last logical line of a program begins.
fn last_logical_line(module: &Module, source: &SourceFile) -> u32 {
    let mut statements = module.body.iter().rev();
    let Some(mut first) = statements.next() else { return 0 };
    for earlier in statements {
        if source.line(earlier.span.end) != source.line(first.span.start) {
            break;
        }
        first = earlier;
    }
    first.span.start
}

/// The state of a compilation; `'a` is the life of the tree.
struct Compiler<'a> {
    source: &'a Rc<SourceFile>,
    options: Options,
    future_annotations: bool,
    /// Where the last allowed `from __future__ import` ends.
    future_end: u32,
    symbols: SymbolTable,
    /// The code object being written.
    unit: Unit<'a>,
    /// The ones around it.
    outer: Vec<Unit<'a>>,
    depth: u32,
    /// Expression statements outside of functions and classes that begin here or later print their
    /// values.
    shown_from: u32,
    /// Values of constant expressions by the address of their node.
    folded: HashMap<usize, Option<Const>>,
    warnings: Vec<SyntaxWarning>,
    /// The places of the warnings.
    warned: HashSet<Span>,
    bool_inversions: usize,
}

impl<'a> Compiler<'a> {
    fn module(&mut self, module: &'a Module) -> Outcome {
        if self.options.mode == Mode::Expression {
            let Some(Statement { kind: StatementKind::Expression(value), .. }) =
                module.body.first()
            else {
                self.return_none(NO_SPAN);
                return Ok(());
            };
            self.expression(value)?;
            self.emit_return(NO_SPAN);
            return Ok(());
        }
        if self.scope().annotations_used {
            self.unit.emit(Op::SetupAnnotations, NO_SPAN);
        }
        let body = self.leading_docstring(&module.body)?;
        self.statements(body)?;
        self.return_none(NO_SPAN);
        Ok(())
    }

    /// Stores the docstring of a module or class; returns the statements after it.
    fn leading_docstring(&mut self, body: &'a [Statement]) -> Outcome<&'a [Statement]> {
        let is_typed = matches!(self.options.mode, Mode::Interactive | Mode::Prompt);
        if is_typed && self.outer.is_empty() {
            return Ok(body);
        }
        let Some((text, span, rest)) = docstring::split(body) else { return Ok(body) };
        if self.options.optimize >= 2 {
            return Ok(rest);
        }
        let text: Rc<str> = docstring::clean(text).into();
        self.unit.load_string(&text, span);
        self.store_name(&"__doc__".into(), span)?;
        Ok(rest)
    }

    // ── units ──

    /// Starts a code object inside the current one.
    fn enter(&mut self, kind: UnitKind, scope: ScopeId, name: Name, first_line: u32) {
        let mut unit = Unit::new(kind, scope, name, first_line);
        unit.class = self.unit.class.clone();
        unit.qualname = self.qualified_name(kind, &unit.name);
        let around = std::mem::replace(&mut self.unit, unit);
        self.outer.push(around);
        self.closure_names();
    }

    /// Finishes the current code object and goes back to the one around.
    fn leave(&mut self) -> Rc<Code> {
        let around = self.outer.pop().expect("every unit entered has one around it");
        let unit = std::mem::replace(&mut self.unit, around);
        Rc::new(assemble::assemble(unit, self.source))
    }

    /// Lists the cells and free variables of the current unit.
    fn closure_names(&mut self) {
        let scope = self.symbols.scope(self.unit.scope);
        let mut cells: Vec<Name> = Vec::new();
        let mut free: Vec<Name> = Vec::new();
        for (name, symbol) in scope.symbols.iter() {
            if symbol.binding == Binding::Free || symbol.uses.any(Uses::FREE_CLASS) {
                free.push(name.clone());
            } else if symbol.binding == Binding::Cell || symbol.uses.any(Uses::COMPREHENSION_CELL) {
                cells.push(name.clone());
            }
        }
        if scope.needs_class_cell {
            cells.push("__class__".into());
        }
        if scope.needs_class_dict {
            cells.push("__classdict__".into());
        }
        cells.sort();
        free.sort();
        self.unit.cells = cells;
        self.unit.free = free;
    }

    /// Makes the cells. Parameters must have their slots by now.
    fn prologue(&mut self) {
        if self.outer.is_empty() {
            self.closure_names();
        }
        for name in self.unit.cells.clone() {
            let slot = self.unit.slots.number(&name);
            self.unit.emit(Op::MakeCell(slot), NO_SPAN);
        }
    }

    /// A name as `__qualname__` shows it.
    fn qualified_name(&self, kind: UnitKind, name: &Name) -> Name {
        // The scope of type parameters is not there for names inside it.
        let mut parent = &self.unit;
        let mut around = self.outer.iter().rev();
        if parent.kind == UnitKind::TypeParameters
            && let Some(unit) = around.next()
        {
            parent = unit;
        }
        if parent.kind == UnitKind::Module {
            return name.clone();
        }
        if matches!(kind, UnitKind::Function | UnitKind::AsyncFunction | UnitKind::Class) {
            let mangled = scope::mangle(parent.class.as_ref(), name);
            let binding = self.symbols.scope(parent.scope).binding(&mangled);
            if binding == Binding::GlobalExplicit {
                return name.clone();
            }
        }
        let locals = match parent.kind {
            UnitKind::Function | UnitKind::AsyncFunction | UnitKind::Lambda => ".<locals>",
            _ => "",
        };
        format!("{}{locals}.{name}", parent.qualname).into()
    }

    fn scope(&self) -> &Scope {
        self.symbols.scope(self.unit.scope)
    }

    fn line(&self, span: Span) -> u32 {
        self.source.line(span.start)
    }

    /// Counts a level of nesting; [`Compiler::depth`] goes down again with the level.
    fn deeper(&mut self, span: Span) -> Outcome {
        self.depth += 1;
        if self.depth > MAX_NESTING {
            return too_deep(span);
        }
        Ok(())
    }

    // ── common endings ──

    fn emit_return(&mut self, span: Span) {
        let op = match self.unit.code_kind {
            CodeKind::Generator | CodeKind::Coroutine | CodeKind::AsyncGenerator => {
                Op::ReturnGenerator
            }
            CodeKind::Block | CodeKind::Function => Op::Return,
        };
        self.unit.emit(op, span);
    }

    fn return_none(&mut self, span: Span) {
        self.unit.emit(Op::LoadNone, span);
        self.emit_return(span);
    }

    fn print_value(&mut self, span: Span) {
        self.unit.emit(Op::CallIntrinsic1(Intrinsic1::Print), span);
        self.unit.emit(Op::Pop, NO_SPAN);
    }
}
