//! The second walk: decides for every name of every block where it is found.

use hashbrown::{HashMap, HashSet};
use std::rc::Rc;

use ouro_grammar::ast::Name;

use super::{Binding, ComprehensionKind, ScopeId, ScopeKind, Symbol, SymbolTable, Uses};
use crate::compiler::error::{Outcome, syntax_error};

type Names = HashSet<Name>;

/// Fills in [`Symbol::binding`] everywhere.
pub fn resolve(table: &mut SymbolTable) -> Outcome {
    let mut free = Names::new();
    let around =
        Around { bound: None, globals: Rc::default(), type_parameters: Rc::default(), class: None };
    resolve_block(table, SymbolTable::MODULE, around, &mut free)
}

/// What the blocks around one bring into it. The sets are shared by all children of a block until
/// one changes its own.
#[derive(Clone)]
struct Around {
    /// Names bound in functions around; none for a module.
    bound: Option<Rc<Names>>,
    globals: Rc<Names>,
    type_parameters: Rc<Names>,
    /// The class that a type parameter scope sees into.
    class: Option<ScopeId>,
}

fn resolve_block(
    table: &mut SymbolTable,
    id: ScopeId,
    mut around: Around,
    free: &mut Names,
) -> Outcome {
    let kind = table.scope(id).kind;
    let mut bindings: HashMap<Name, Binding> = HashMap::new();
    let mut local = Names::new();
    let mut new_free = Names::new();
    // A class's own names are hidden from what is inside it.
    let hiding = (kind == ScopeKind::Class).then(|| around.clone());
    let names: Vec<(Name, Uses)> =
        table.scope(id).symbols.iter().map(|(name, symbol)| (name.clone(), symbol.uses)).collect();
    for (name, uses) in names {
        let binding = resolve_name(table, id, &name, uses, &mut around, &mut local, free)?;
        bindings.insert(name, binding);
    }
    let children = table.scope(id).children.clone();
    let mut inner = hiding.unwrap_or_else(|| around.clone());
    if !children.is_empty() {
        let bound = Rc::make_mut(inner.bound.get_or_insert_default());
        if kind == ScopeKind::Class {
            bound.insert("__class__".into());
            bound.insert("__classdict__".into());
        } else if kind.is_function_like() {
            bound.extend(local);
        }
    }
    let mut inlined_cells = Names::new();
    for child in children {
        let entry = table.scope(child);
        let class = match entry.can_see_class {
            true if kind == ScopeKind::Class => Some(id),
            true => around.class,
            false => None,
        };
        let inline = entry.comprehension.is_some_and(|kind| kind != ComprehensionKind::Generator)
            && !table.scope(id).can_see_class;
        let mut child_free = Names::new();
        let type_parameters = around.type_parameters.clone();
        let inner = Around { class, type_parameters, ..inner.clone() };
        resolve_block(table, child, inner, &mut child_free)?;
        if inline {
            table.scope_mut(child).inlined = true;
            inline_comprehension(
                table,
                id,
                child,
                &mut bindings,
                &mut child_free,
                &mut inlined_cells,
            );
        }
        new_free.extend(child_free);
    }
    adopt_inlined_children(table, id);

    if kind.is_function_like() {
        for (name, binding) in &mut bindings {
            if *binding == Binding::Local
                && (new_free.contains(name) || inlined_cells.contains(name))
            {
                *binding = Binding::Cell;
                new_free.remove(name);
            }
        }
    } else if kind == ScopeKind::Class {
        let class_cell = new_free.remove("__class__");
        let class_dict = new_free.remove("__classdict__");
        let scope = table.scope_mut(id);
        scope.needs_class_cell = class_cell;
        scope.needs_class_dict = class_dict;
    }

    let scope = table.scope_mut(id);
    for (name, binding) in bindings {
        let cell = inlined_cells.contains(&name);
        if let Some(symbol) = scope.symbols.get_mut(&name) {
            symbol.binding = binding;
            if cell {
                symbol.uses = symbol.uses.with(Uses::COMPREHENSION_CELL);
            }
        }
    }
    let mut passed_on: Vec<&Name> = new_free.iter().collect();
    passed_on.sort();
    for name in passed_on {
        if let Some(symbol) = scope.symbols.get_mut(name) {
            if kind == ScopeKind::Class {
                symbol.uses = symbol.uses.with(Uses::FREE_CLASS);
            }
        } else if around.bound.as_ref().is_none_or(|bound| bound.contains(name)) {
            scope
                .symbols
                .insert(name.clone(), Symbol { uses: Uses::default(), binding: Binding::Free });
        }
    }
    free.extend(new_free);
    Ok(())
}

fn resolve_name(
    table: &SymbolTable,
    id: ScopeId,
    name: &Name,
    uses: Uses,
    around: &mut Around,
    local: &mut Names,
    free: &mut Names,
) -> Outcome<Binding> {
    let directive = || {
        let directives = &table.scope(id).directives;
        directives
            .iter()
            .find(|(declared, _)| declared == name)
            .map(|(_, span)| *span)
            .unwrap_or_default()
    };
    if uses.any(Uses::GLOBAL) {
        if uses.any(Uses::NONLOCAL) {
            return syntax_error(format!("name '{name}' is nonlocal and global"), directive());
        }
        Rc::make_mut(&mut around.globals).insert(name.clone());
        if let Some(bound) = &mut around.bound {
            remove(bound, name);
        }
        return Ok(Binding::GlobalExplicit);
    }
    if uses.any(Uses::NONLOCAL) {
        let Some(bound) = &around.bound else {
            return syntax_error("nonlocal declaration not allowed at module level", directive());
        };
        if !bound.contains(name) {
            return syntax_error(format!("no binding for nonlocal '{name}' found"), directive());
        }
        if around.type_parameters.contains(name) {
            return syntax_error(
                format!("nonlocal binding not allowed for type parameter '{name}'"),
                directive(),
            );
        }
        free.insert(name.clone());
        return Ok(Binding::Free);
    }
    if uses.any(Uses::BOUND) {
        local.insert(name.clone());
        remove(&mut around.globals, name);
        if uses.any(Uses::TYPE_PARAMETER) {
            Rc::make_mut(&mut around.type_parameters).insert(name.clone());
        } else {
            remove(&mut around.type_parameters, name);
        }
        return Ok(Binding::Local);
    }
    // A name bound by the class around is looked up there first and in the globals then: a
    // function around the class that binds it too is passed over.
    if let Some(class) = around.class {
        let in_class = table.scope(class).symbols.uses(name);
        if in_class.any(Uses::GLOBAL) {
            return Ok(Binding::GlobalExplicit);
        }
        if in_class.any(Uses::BOUND) && !in_class.any(Uses::NONLOCAL) {
            return Ok(Binding::GlobalImplicit);
        }
    }
    if around.bound.as_ref().is_some_and(|bound| bound.contains(name)) {
        free.insert(name.clone());
        return Ok(Binding::Free);
    }
    Ok(Binding::GlobalImplicit)
}

/// Removes a name from a shared set, without copying the set if the name is not in it.
fn remove(names: &mut Rc<Names>, name: &Name) {
    if names.contains(name) {
        Rc::make_mut(names).remove(name);
    }
}

/// Takes the names of an inlined comprehension into the block around it.
fn inline_comprehension(
    table: &mut SymbolTable,
    outer: ScopeId,
    comprehension: ScopeId,
    bindings: &mut HashMap<Name, Binding>,
    comprehension_free: &mut Names,
    inlined_cells: &mut Names,
) {
    let names: Vec<(Name, Symbol)> = table
        .scope(comprehension)
        .symbols
        .iter()
        .map(|(name, symbol)| (name.clone(), symbol))
        .collect();
    let in_class = table.scope(outer).kind == ScopeKind::Class;
    let mut drop_class_name = false;
    for (name, symbol) in names {
        if symbol.uses.any(Uses::PARAMETER) {
            continue;
        }
        if symbol.binding == Binding::Cell || symbol.uses.any(Uses::COMPREHENSION_CELL) {
            inlined_cells.insert(name.clone());
        }
        match table.scope(outer).symbols.get(&name) {
            None => {
                let mut binding = symbol.binding;
                // `__class__` is never free through a class.
                if binding == Binding::Free && in_class && &*name == "__class__" {
                    binding = Binding::GlobalImplicit;
                    comprehension_free.remove(&name);
                    drop_class_name = true;
                }
                bindings.insert(name.clone(), binding);
                table.scope_mut(outer).symbols.insert(name, Symbol { uses: symbol.uses, binding });
            }
            Some(existing) => {
                // What is free in the comprehension and bound around it is simply local, unless a
                // function inside the comprehension needs it as a cell.
                if existing.uses.any(Uses::BOUND)
                    && !in_class
                    && !free_in_a_child(table, comprehension, &name)
                {
                    comprehension_free.remove(&name);
                }
            }
        }
    }
    if drop_class_name {
        table.scope_mut(comprehension).symbols.remove("__class__");
    }
}

/// Puts the blocks inside an inlined comprehension in the comprehension's place.
fn adopt_inlined_children(table: &mut SymbolTable, id: ScopeId) {
    let children = std::mem::take(&mut table.scope_mut(id).children);
    let mut adopted = Vec::with_capacity(children.len());
    for child in children {
        match table.scope(child).inlined {
            true => adopted.extend_from_slice(&table.scope(child).children),
            false => adopted.push(child),
        }
    }
    table.scope_mut(id).children = adopted;
}

fn free_in_a_child(table: &SymbolTable, id: ScopeId, name: &str) -> bool {
    table.scope(id).children.iter().any(|&child| table.scope(child).binding(name) == Binding::Free)
}
