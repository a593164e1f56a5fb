//! The symbol table: which names each block of a program binds and where every name is found.
//!
//! [`collect`] walks the tree and notes how each block uses each name; [`resolve`] then walks the
//! blocks and decides for every name whether it is local, a cell, free or global. A block is a
//! module, class body, function, lambda, comprehension, or one of the scopes that type parameters
//! (PEP 695) bring with them. Comprehensions that are not generators are inlined into the block
//! around them (PEP 709) unless that block can see into a class.

mod collect;
mod resolve;
#[cfg(test)]
mod tests;

use hashbrown::HashMap;

use ouro_grammar::ast::{Module, Name};
use ouro_grammar::span::Span;

use super::error::Outcome;

pub use collect::{MAX_NESTING, parameters_in_slot_order};

/// Index of a [`Scope`] in the [`SymbolTable`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ScopeId(pub u32);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeKind {
    Module,
    Class,
    /// A function, lambda or comprehension.
    Function,
    /// The names of a `[T]` list.
    TypeParameters,
    /// A bound, constraint or default of a type parameter.
    TypeVariable,
    /// The value of a `type` statement.
    TypeAlias,
    /// An annotation under `from __future__ import annotations`: looked at, never run.
    Annotation,
}

impl ScopeKind {
    /// Whether names bound here live in slots of a frame.
    pub fn is_function_like(self) -> bool {
        matches!(
            self,
            ScopeKind::Function
                | ScopeKind::TypeParameters
                | ScopeKind::TypeVariable
                | ScopeKind::TypeAlias
        )
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComprehensionKind {
    List,
    Set,
    Dict,
    Generator,
}

/// Where a name is found at run time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    Local,
    /// Declared by `global`.
    GlobalExplicit,
    /// Found nowhere around: in the globals or the builtins.
    GlobalImplicit,
    /// Bound in a block around, through its cell.
    Free,
    /// Bound here and used by a block inside.
    Cell,
}

/// How a block uses a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses(u16);

impl Uses {
    pub const GLOBAL: Uses = Uses(1);
    /// Assigned in the block.
    pub const LOCAL: Uses = Uses(1 << 1);
    pub const PARAMETER: Uses = Uses(1 << 2);
    pub const NONLOCAL: Uses = Uses(1 << 3);
    /// Read.
    pub const READ: Uses = Uses(1 << 4);
    /// A free variable that shares its name with a class's own.
    pub const FREE_CLASS: Uses = Uses(1 << 5);
    pub const IMPORTED: Uses = Uses(1 << 6);
    pub const ANNOTATED: Uses = Uses(1 << 7);
    /// Target of a comprehension's `for`.
    pub const ITERATION_TARGET: Uses = Uses(1 << 8);
    pub const TYPE_PARAMETER: Uses = Uses(1 << 9);
    /// A cell because of an inlined comprehension.
    pub const COMPREHENSION_CELL: Uses = Uses(1 << 10);
    /// Every way of binding a name in its block.
    pub const BOUND: Uses = Uses(1 << 1 | 1 << 2 | 1 << 6 | 1 << 9);

    /// Whether any of `other`'s uses is among these.
    pub fn any(self, other: Uses) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    pub fn with(self, other: Uses) -> Uses {
        Uses(self.0 | other.0)
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Symbol {
    pub uses: Uses,
    pub binding: Binding,
}

/// Names in the order in which they were first met.
#[derive(Debug, Default)]
pub struct Symbols {
    names: Vec<Name>,
    table: HashMap<Name, Symbol>,
}

impl Symbols {
    pub fn get(&self, name: &str) -> Option<Symbol> {
        self.table.get(name).copied()
    }

    /// How `name` is used; nothing if it is not known.
    pub fn uses(&self, name: &str) -> Uses {
        self.get(name).map_or(Uses::default(), |symbol| symbol.uses)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&Name, Symbol)> {
        self.names.iter().filter_map(|name| Some((name, self.get(name)?)))
    }

    fn insert(&mut self, name: Name, symbol: Symbol) {
        if self.table.insert(name.clone(), symbol).is_none() {
            self.names.push(name);
        }
    }

    fn remove(&mut self, name: &str) {
        if self.table.remove(name).is_some() {
            self.names.retain(|known| &**known != name);
        }
    }

    fn get_mut(&mut self, name: &str) -> Option<&mut Symbol> {
        self.table.get_mut(name)
    }
}

#[derive(Debug)]
pub struct Scope {
    pub kind: ScopeKind,
    pub name: Name,
    pub symbols: Symbols,
    pub children: Vec<ScopeId>,
    pub comprehension: Option<ComprehensionKind>,
    /// Compiled into the block around it.
    pub inlined: bool,
    /// Contains `yield`, or is a generator expression.
    pub generator: bool,
    /// Contains `await` and its kin, or is an `async def`.
    pub coroutine: bool,
    /// Has annotated variables.
    pub annotations_used: bool,
    /// A class whose methods need the `__class__` cell.
    pub needs_class_cell: bool,
    /// A class whose type parameter scopes need its namespace.
    pub needs_class_dict: bool,
    /// Scopes of type parameters inside a class see the class's names.
    pub can_see_class: bool,
    /// In the type parameter scope of a class only these names are mangled.
    pub mangled: Option<Vec<Name>>,
    /// Where `global`, `nonlocal` and binding walruses stand.
    directives: Vec<(Name, Span)>,
    /// The targets of the comprehension are being visited.
    in_iteration_target: bool,
    /// The iterables of comprehensions being visited.
    iterable_depth: u32,
    /// What is visited, for messages: "a TypeVar bound".
    place: &'static str,
}

impl Scope {
    fn new(kind: ScopeKind, name: Name) -> Scope {
        Scope {
            kind,
            name,
            symbols: Symbols::default(),
            children: Vec::new(),
            comprehension: None,
            inlined: false,
            generator: false,
            coroutine: false,
            annotations_used: false,
            needs_class_cell: false,
            needs_class_dict: false,
            can_see_class: false,
            mangled: None,
            directives: Vec::new(),
            in_iteration_target: false,
            iterable_depth: 0,
            place: "",
        }
    }

    /// Where a name is found; names the block never mentions are global.
    pub fn binding(&self, name: &str) -> Binding {
        self.symbols.get(name).map_or(Binding::GlobalImplicit, |symbol| symbol.binding)
    }
}

/// Which scope of a node is meant: a generic function has one of its own and one for its type
/// parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScopePart {
    Body,
    TypeParameters,
    Bound,
    Default,
}

/// All scopes of a program, found again by the address of the node that opens them.
#[derive(Debug)]
pub struct SymbolTable {
    scopes: Vec<Scope>,
    by_node: HashMap<(usize, ScopePart), ScopeId>,
}

impl SymbolTable {
    pub const MODULE: ScopeId = ScopeId(0);

    /// Analyses a program. With `top_level_await` the module itself may be a coroutine; with
    /// `future_annotations` annotations are never run.
    pub fn new(
        module: &Module,
        top_level_await: bool,
        future_annotations: bool,
    ) -> Outcome<SymbolTable> {
        let mut table = collect::collect(module, top_level_await, future_annotations)?;
        resolve::resolve(&mut table)?;
        Ok(table)
    }

    pub fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0 as usize]
    }

    fn scope_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.scopes[id.0 as usize]
    }

    /// The scope that `node` opens. Every node the collector has seen has one.
    pub fn of<T>(&self, node: &T, part: ScopePart) -> ScopeId {
        self.by_node.get(&(address(node), part)).copied().unwrap_or(SymbolTable::MODULE)
    }
}

fn address<T>(node: &T) -> usize {
    std::ptr::from_ref(node).addr()
}

/// A class's private names: `__x` in class `C` is `_C__x`.
pub fn mangle(class: Option<&Name>, name: &Name) -> Name {
    let Some(class) = class else { return name.clone() };
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') {
        return name.clone();
    }
    match class.trim_start_matches('_') {
        "" => name.clone(),
        stem => format!("_{stem}{name}").into(),
    }
}
