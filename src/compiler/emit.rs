//! The code object under construction: instructions with labels, protected regions, constants,
//! names and slots.
//!
//! Jump operands are label numbers, slot operands numbers in the order of first use, until
//! [`super::assemble`] turns a unit into a [`crate::code::Code`].

use hashbrown::{HashMap, HashSet};
use std::hash::Hash;
use std::rc::Rc;

use ouro_grammar::ast::Name;
use ouro_grammar::span::Span;

use super::control::Block;
use super::scope::{Binding, ScopeId};
use crate::code::op::Op;
use crate::code::{CodeKind, Const, NO_SPAN};

/// A place that jumps go to; bound to an instruction by [`Unit::bind`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label(pub u32);

/// Index of a [`Region`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionId(pub u32);

/// Instructions whose exceptions go to a handler.
#[derive(Clone, Copy, Debug)]
pub struct Region {
    pub target: Label,
    pub keep_origin: bool,
    /// How many values of the stack at the region's start are not there for the handler.
    pub dropped: u32,
    /// The first instruction inside.
    pub start: u32,
    /// The region around.
    pub outer: Option<RegionId>,
}

/// An instruction and where it belongs.
#[derive(Clone, Copy, Debug)]
pub struct Instruction {
    pub op: Op,
    pub span: Span,
    /// The innermost region.
    pub region: Option<RegionId>,
}

/// What the source of a unit is: decides which statements are allowed in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitKind {
    Module,
    Class,
    Function,
    AsyncFunction,
    Lambda,
    Comprehension,
    TypeParameters,
}

/// Values numbered in the order of first use.
#[derive(Debug)]
pub struct Numbering<T> {
    pub values: Vec<T>,
    numbers: HashMap<T, u32>,
}

impl<T> Default for Numbering<T> {
    fn default() -> Self {
        Numbering { values: Vec::new(), numbers: HashMap::new() }
    }
}

impl<T: Clone + Eq + Hash> Numbering<T> {
    pub fn number(&mut self, value: &T) -> u32 {
        if let Some(&number) = self.numbers.get(value) {
            return number;
        }
        let number = self.values.len() as u32;
        self.values.push(value.clone());
        self.numbers.insert(value.clone(), number);
        number
    }
}

/// A constant as a key: equal only if type, value and sign of zero are.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum ConstantKey {
    None,
    True,
    False,
    Ellipsis,
    Int(num_bigint::BigInt),
    Float(u64),
    Complex(u64, u64),
    Str(Rc<str>),
    Bytes(Rc<[u8]>),
    Tuple(Vec<ConstantKey>),
    FrozenSet(Vec<ConstantKey>),
    Code(usize),
}

fn constant_key(constant: &Const) -> ConstantKey {
    match constant {
        Const::None => ConstantKey::None,
        Const::True => ConstantKey::True,
        Const::False => ConstantKey::False,
        Const::Ellipsis => ConstantKey::Ellipsis,
        Const::Int(value) => ConstantKey::Int(value.clone()),
        Const::Float(value) => ConstantKey::Float(value.to_bits()),
        Const::Complex(value) => ConstantKey::Complex(value.real.to_bits(), value.imag.to_bits()),
        Const::Str(value) => ConstantKey::Str(value.clone()),
        Const::Bytes(value) => ConstantKey::Bytes(value.clone()),
        Const::Tuple(items) => ConstantKey::Tuple(items.iter().map(constant_key).collect()),
        Const::FrozenSet(items) => ConstantKey::FrozenSet(items.iter().map(constant_key).collect()),
        Const::Code(code) => ConstantKey::Code(Rc::as_ptr(code).addr()),
    }
}

/// Counts of parameters by kind, as a code object holds them.
#[derive(Clone, Copy, Debug, Default)]
pub struct ParameterCounts {
    pub positional: u32,
    pub positional_only: u32,
    pub keyword_only: u32,
    pub varargs: bool,
    pub varkeywords: bool,
}

/// One code object under construction; `'a` is the life of the tree.
pub struct Unit<'a> {
    pub kind: UnitKind,
    pub scope: ScopeId,
    pub code_kind: CodeKind,
    pub name: Name,
    pub qualname: Name,
    pub first_line: u32,
    pub parameters: ParameterCounts,
    pub uses_locals_mapping: bool,
    pub docstring: Option<Rc<str>>,
    /// The class whose private names are mangled.
    pub class: Option<Name>,
    /// The loops, `try`s and `with`s around the current place.
    pub blocks: Vec<Block<'a>>,
    /// Names whose binding an inlined comprehension changes while it is compiled.
    pub overrides: HashMap<Name, Binding>,
    /// Names that an inlined comprehension keeps in slots of a module or class.
    pub hidden: HashSet<Name>,
    pub in_inlined_comprehension: bool,
    /// Attributes that a class's methods assign to `self`.
    pub static_attributes: Numbering<Name>,
    pub slots: Numbering<Name>,
    pub cells: Vec<Name>,
    pub free: Vec<Name>,
    pub names: Numbering<Name>,
    pub constants: Vec<Const>,
    constant_numbers: HashMap<ConstantKey, u32>,
    pub instructions: Vec<Instruction>,
    /// For each label the instruction it is bound to.
    pub labels: Vec<Option<u32>>,
    pub regions: Vec<Region>,
    pub region: Option<RegionId>,
}

impl<'a> Unit<'a> {
    pub fn new(kind: UnitKind, scope: ScopeId, name: Name, first_line: u32) -> Unit<'a> {
        Unit {
            kind,
            scope,
            code_kind: CodeKind::Function,
            qualname: name.clone(),
            name,
            first_line,
            parameters: ParameterCounts::default(),
            uses_locals_mapping: false,
            docstring: None,
            class: None,
            blocks: Vec::new(),
            overrides: HashMap::new(),
            hidden: HashSet::new(),
            in_inlined_comprehension: false,
            static_attributes: Numbering::default(),
            slots: Numbering::default(),
            cells: Vec::new(),
            free: Vec::new(),
            names: Numbering::default(),
            constants: Vec::new(),
            constant_numbers: HashMap::new(),
            instructions: Vec::new(),
            labels: Vec::new(),
            regions: Vec::new(),
            region: None,
        }
    }

    pub fn emit(&mut self, op: Op, span: Span) {
        self.instructions.push(Instruction { op, span, region: self.region });
    }

    /// Loads a constant, through the shortest instruction there is for it.
    pub fn load_constant(&mut self, constant: Const, span: Span) {
        let op = match &constant {
            Const::None => Op::LoadNone,
            Const::True => Op::LoadTrue,
            Const::False => Op::LoadFalse,
            Const::Int(value) => match i32::try_from(value) {
                Ok(small) => Op::LoadInt(small),
                Err(_) => Op::LoadConst(self.constant(constant)),
            },
            _ => Op::LoadConst(self.constant(constant)),
        };
        self.emit(op, span);
    }

    pub fn load_string(&mut self, text: &Rc<str>, span: Span) {
        self.load_constant(Const::Str(text.clone()), span);
    }

    /// The number of a constant.
    pub fn constant(&mut self, constant: Const) -> u32 {
        let key = constant_key(&constant);
        if let Some(&number) = self.constant_numbers.get(&key) {
            return number;
        }
        let number = self.constants.len() as u32;
        self.constants.push(constant);
        self.constant_numbers.insert(key, number);
        number
    }

    pub fn label(&mut self) -> Label {
        self.labels.push(None);
        Label(self.labels.len() as u32 - 1)
    }

    /// Binds a label to the instruction that comes next.
    pub fn bind(&mut self, label: Label) {
        self.labels[label.0 as usize] = Some(self.instructions.len() as u32);
    }

    /// A label bound here.
    pub fn label_here(&mut self) -> Label {
        let label = self.label();
        self.bind(label);
        label
    }

    /// Emits an instruction that jumps to `label`.
    pub fn emit_jump(&mut self, jump: fn(u32) -> Op, label: Label, span: Span) {
        self.emit(jump(label.0), span);
    }

    /// An unconditional jump, backward or forward.
    pub fn jump(&mut self, label: Label, span: Span) {
        match self.labels[label.0 as usize] {
            Some(_) => self.emit(Op::JumpBackward(label.0), span),
            None => self.emit(Op::Jump(label.0), span),
        }
    }

    /// From here on exceptions go to `target`, the stack cut to what it holds now less `dropped`.
    pub fn protect(&mut self, target: Label, keep_origin: bool, dropped: u32) {
        let id = RegionId(self.regions.len() as u32);
        let start = self.instructions.len() as u32;
        self.regions.push(Region { target, keep_origin, dropped, start, outer: self.region });
        self.region = Some(id);
        // A region may start where control is diverted at once: it needs an instruction of its own
        // for its depth to be known.
        self.instructions.push(Instruction { op: Op::Nop, span: NO_SPAN, region: self.region });
    }

    /// Ends the innermost region.
    pub fn unprotect(&mut self) {
        if let Some(RegionId(id)) = self.region {
            self.region = self.regions[id as usize].outer;
        }
    }
}
