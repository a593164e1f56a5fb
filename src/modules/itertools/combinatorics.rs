//! `product`, `permutations`, `combinations`, `combinations_with_replacement`.

use std::cell::RefCell;

use super::{Advance, Bound, METHODS, iterator_class, make};
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::tuple::Tuple;
use crate::object::{ObjectRef, Result, Value};
use crate::vm::Vm;

/// The classes of this file.
pub const CLASSES: &[&ClassSpec] = &[&COMBINATIONS, &WITH_REPLACEMENT, &PERMUTATIONS, &PRODUCT];

macro_rules! class {
    ($static:ident = $name:literal, $new:ident) => {
        static $static: ClassSpec =
            iterator_class($name, &Native::new("__new__", "*args, **kwargs", $new), METHODS);
    };
}

class!(COMBINATIONS = "combinations", new_combinations);
class!(WITH_REPLACEMENT = "combinations_with_replacement", new_with_replacement);
class!(PERMUTATIONS = "permutations", new_permutations);
class!(PRODUCT = "product", new_product);

/// How the indices of one selection follow from those of the one before.
#[derive(Clone, Copy)]
enum Rule {
    Product,
    Permutations,
    Combinations,
    WithReplacement,
}

/// Selections from pools of values, in lexicographic order of their indices.
struct Selections {
    rule: Rule,
    /// For `product` one pool for each place, otherwise a single one.
    pools: Vec<Vec<Value>>,
    state: RefCell<State>,
}

struct State {
    /// The indices of the next selection; none at the end.
    indices: Option<Vec<usize>>,
    /// Of permutations: how far each place has been turned.
    cycles: Vec<usize>,
    length: usize,
}

impl Advance for Selections {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.pools.iter().flatten().for_each(|value| value.visit(visit));
    }

    fn advance(&self, _: &mut Vm) -> Result<Option<Value>> {
        let mut state = self.state.borrow_mut();
        let length = state.length;
        let Some(indices) = &state.indices else { return Ok(None) };
        let pool = |place: usize| match self.rule {
            Rule::Product => &self.pools[place],
            _ => &self.pools[0],
        };
        let chosen: Vec<Value> =
            indices[..length].iter().enumerate().map(|(i, &at)| pool(i)[at].clone()).collect();
        self.step(&mut state);
        Ok(Some(Tuple::new(chosen).into()))
    }
}

impl Selections {
    fn step(&self, state: &mut State) {
        let length = state.length;
        let Some(mut indices) = state.indices.take() else { return };
        let size = self.pools.first().map_or(0, Vec::len);
        let more = match self.rule {
            Rule::Product => {
                let place = (0..length).rev().find(|&i| indices[i] + 1 < self.pools[i].len());
                if let Some(place) = place {
                    indices[place] += 1;
                    indices[place + 1..].fill(0);
                }
                place.is_some()
            }
            Rule::Combinations => {
                let place = (0..length).rev().find(|&i| indices[i] != i + size - length);
                if let Some(place) = place {
                    indices[place] += 1;
                    for i in place + 1..length {
                        indices[i] = indices[i - 1] + 1;
                    }
                }
                place.is_some()
            }
            Rule::WithReplacement => {
                let place = (0..length).rev().find(|&i| indices[i] + 1 != size);
                if let Some(place) = place {
                    let value = indices[place] + 1;
                    indices[place..length].fill(value);
                }
                place.is_some()
            }
            Rule::Permutations => next_permutation(&mut indices, &mut state.cycles, length),
        };
        if more {
            state.indices = Some(indices);
        }
    }
}

fn next_permutation(indices: &mut [usize], cycles: &mut [usize], length: usize) -> bool {
    let size = indices.len();
    for place in (0..length).rev() {
        cycles[place] -= 1;
        if cycles[place] == 0 {
            indices[place..].rotate_left(1);
            cycles[place] = size - place;
        } else {
            indices.swap(place, size - cycles[place]);
            return true;
        }
    }
    false
}

fn selections(
    vm: &mut Vm,
    args: &Args,
    spec: &'static ClassSpec,
    rule: Rule,
    pools: Vec<Vec<Value>>,
    length: usize,
    indices: Option<Vec<usize>>,
) -> Result {
    let size = pools.first().map_or(0, Vec::len);
    let cycles = match rule {
        Rule::Permutations if indices.is_some() => (0..length).map(|i| size - i).collect(),
        _ => Vec::new(),
    };
    let state = RefCell::new(State { indices, cycles, length });
    make(vm, args, spec, Selections { rule, pools, state })
}

/// The pool of an iterable and the length of the selections.
fn pool_and_length(vm: &mut Vm, args: &Args, name: &str) -> Result<(Vec<Value>, usize)> {
    let bound = Bound::new(vm, args, name, &["iterable", "r"], 2)?;
    let length = vm.index_i64(bound.get(1))?;
    let pool = vm.collect(bound.get(0))?;
    match usize::try_from(length) {
        Ok(length) => Ok((pool, length)),
        Err(_) => Err(vm.value_error("r must be non-negative")),
    }
}

fn zeros(vm: &mut Vm, count: usize) -> Result<Vec<usize>> {
    let mut indices = vm.room_for(count)?;
    indices.resize(count, 0);
    Ok(indices)
}

fn new_combinations(vm: &mut Vm, args: &Args) -> Result {
    let (pool, length) = pool_and_length(vm, args, "combinations")?;
    let first = (length <= pool.len()).then(|| (0..length).collect());
    selections(vm, args, &COMBINATIONS, Rule::Combinations, vec![pool], length, first)
}

fn new_with_replacement(vm: &mut Vm, args: &Args) -> Result {
    let (pool, length) = pool_and_length(vm, args, "combinations_with_replacement")?;
    let first = if length == 0 || !pool.is_empty() { Some(zeros(vm, length)?) } else { None };
    selections(vm, args, &WITH_REPLACEMENT, Rule::WithReplacement, vec![pool], length, first)
}

fn new_permutations(vm: &mut Vm, args: &Args) -> Result {
    let bound = Bound::new(vm, args, "permutations", &["iterable", "r"], 1)?;
    let pool = vm.collect(bound.get(0))?;
    let length = match bound.optional(1) {
        None | Some(Value::None) => pool.len(),
        Some(length) if length.as_integer().is_none() => {
            return Err(vm.type_error("Expected int as r"));
        }
        Some(length) => match usize::try_from(vm.index_i64(length)?) {
            Ok(length) => length,
            Err(_) => return Err(vm.value_error("r must be non-negative")),
        },
    };
    let first = (length <= pool.len()).then(|| (0..pool.len()).collect());
    selections(vm, args, &PERMUTATIONS, Rule::Permutations, vec![pool], length, first)
}

fn new_product(vm: &mut Vm, args: &Args) -> Result {
    let mut repeat = 1;
    for (name, value) in args.keywords() {
        if name != "repeat" {
            return Err(
                vm.type_error(format!("product() got an unexpected keyword argument '{name}'"))
            );
        }
        repeat = vm.index_i64(value)?;
    }
    let Ok(repeat) = usize::try_from(repeat) else {
        return Err(vm.value_error("repeat argument cannot be negative"));
    };
    let mut pools = Vec::new();
    if repeat > 0 {
        for iterable in args.rest(1) {
            pools.push(vm.collect(iterable)?);
        }
    }
    if pools.len().checked_mul(repeat).is_none_or(|places| places > isize::MAX as usize / 64) {
        return Err(vm.overflow_error("repeat argument too large"));
    }
    let round = pools.len();
    let length = round * repeat;
    let first =
        if pools.iter().all(|pool| !pool.is_empty()) { Some(zeros(vm, length)?) } else { None };
    let mut all: Vec<Vec<Value>> = vm.room_for(length)?;
    all.extend((0..length).map(|i| pools[i % round].clone()));
    selections(vm, args, &PRODUCT, Rule::Product, all, length, first)
}
