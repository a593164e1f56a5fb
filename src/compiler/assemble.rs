//! From a [`Unit`] to a [`Code`]: a sequence of passes over its instructions.
//!
//! 1. `resolve_labels`: jump operands become indices of instructions.
//! 2. `thread_jumps`: a jump to a jump goes to the end of the chain.
//! 3. `measure`: finds what is reachable and how deep the stack is there.
//! 4. `lay_out`: drops the unreachable and moves what only exceptions reach to the end.
//! 5. `sweep`: removes the superfluous.
//! 6. `spread_spans`: artificial instructions take the place of what runs before them.
//! 7. `number_slots`, `handler_table`: the final numbers.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use ouro_grammar::ast::Name;

use super::emit::{Instruction, Region, RegionId, Unit};
use crate::code::op::Op;
use crate::code::{Code, Handler, NO_SPAN};
use crate::source::SourceFile;

/// Runs all passes.
pub fn assemble(unit: Unit<'_>, source: &Rc<SourceFile>) -> Code {
    let Unit { mut instructions, labels, regions, .. } = unit;
    let mut targets = RegionTargets::new(&regions, &labels);
    resolve_labels(&mut instructions, &labels);
    thread_jumps(&mut instructions);
    let reach = measure(&instructions, &mut targets);
    lay_out(&mut instructions, &reach.of, &mut targets);
    sweep(&mut instructions, &mut targets);
    spread_spans(&mut instructions, &targets);
    let counts = unit.parameters;
    let parameter_count =
        counts.positional + counts.keyword_only + counts.varargs as u32 + counts.varkeywords as u32;
    let variables = number_slots(
        &mut instructions,
        &unit.slots.values,
        parameter_count as usize,
        &unit.cells,
        &unit.free,
    );
    let handlers = handler_table(&instructions, &targets);
    Code {
        kind: unit.code_kind,
        name: unit.name,
        qualname: unit.qualname,
        source: source.clone(),
        first_line: unit.first_line,
        argument_count: unit.parameters.positional,
        positional_only_count: unit.parameters.positional_only,
        keyword_only_count: unit.parameters.keyword_only,
        has_varargs: unit.parameters.varargs,
        has_varkeywords: unit.parameters.varkeywords,
        uses_locals_mapping: unit.uses_locals_mapping,
        docstring: unit.docstring,
        variables,
        cells: unit.cells,
        free: unit.free,
        stack_size: reach.maximum,
        spans: instructions.iter().map(|instruction| instruction.span).collect(),
        ops: instructions.iter().map(|instruction| instruction.op).collect(),
        handlers,
        constants: unit.constants,
        names: unit.names.values,
    }
}

/// A region with its target as an index of an instruction.
struct RegionTarget {
    start: u32,
    target: u32,
    keep_origin: bool,
    dropped: u32,
    depth: u32,
    /// An instruction inside is reached.
    entered: bool,
}

struct RegionTargets(Vec<RegionTarget>);

impl RegionTargets {
    fn new(regions: &[Region], labels: &[Option<u32>]) -> RegionTargets {
        let resolve = |region: &Region| RegionTarget {
            start: region.start,
            target: position(labels, region.target.0),
            keep_origin: region.keep_origin,
            dropped: region.dropped,
            depth: 0,
            entered: false,
        };
        RegionTargets(regions.iter().map(resolve).collect())
    }

    fn get(&self, id: RegionId) -> &RegionTarget {
        &self.0[id.0 as usize]
    }
}

fn position(labels: &[Option<u32>], label: u32) -> u32 {
    labels[label as usize].expect("every label is bound")
}

fn resolve_labels(instructions: &mut [Instruction], labels: &[Option<u32>]) {
    for instruction in instructions {
        if let Some(target) = instruction.op.target_mut() {
            *target = position(labels, *target);
        }
    }
}

/// The first instruction from `index` on that does something.
fn skip_nops(instructions: &[Instruction], mut index: u32) -> u32 {
    while matches!(instructions.get(index as usize), Some(Instruction { op: Op::Nop, .. })) {
        index += 1;
    }
    index
}

fn thread_jumps(instructions: &mut [Instruction]) {
    for index in (0..instructions.len()).rev() {
        // Each step goes along one more jump; chains are short and circles must end.
        for _ in 0..8 {
            let Some(threaded) = thread_once(instructions, index) else { break };
            instructions[index] = threaded;
        }
    }
}

fn thread_once(instructions: &[Instruction], index: usize) -> Option<Instruction> {
    use Op::*;
    let here = instructions[index];
    let target = here.op.target()?;
    let landing_index = skip_nops(instructions, target);
    let landing = instructions.get(landing_index as usize)?;
    let after = landing_index + 1;
    let op = match (here.op, landing.op) {
        (Jump(_), Return | ReturnGenerator) => {
            return Some(Instruction { region: here.region, ..*landing });
        }
        (Jump(_), Jump(next)) => Jump(next),
        (Jump(_), JumpBackward(next)) => JumpBackward(next),
        (PopJumpIfFalse(_), Jump(next)) => PopJumpIfFalse(next),
        (PopJumpIfTrue(_), Jump(next)) => PopJumpIfTrue(next),
        (PopJumpIfNone(_), Jump(next)) => PopJumpIfNone(next),
        (PopJumpIfNotNone(_), Jump(next)) => PopJumpIfNotNone(next),
        (JumpIfFalseOrPop(_), Jump(next) | JumpIfFalseOrPop(next)) => JumpIfFalseOrPop(next),
        (JumpIfTrueOrPop(_), Jump(next) | JumpIfTrueOrPop(next)) => JumpIfTrueOrPop(next),
        (JumpIfFalseOrPop(_), PopJumpIfFalse(next)) => PopJumpIfFalse(next),
        (JumpIfTrueOrPop(_), PopJumpIfTrue(next)) => PopJumpIfTrue(next),
        (JumpIfFalseOrPop(_), PopJumpIfTrue(_) | JumpIfTrueOrPop(_)) => PopJumpIfFalse(after),
        (JumpIfTrueOrPop(_), PopJumpIfFalse(_) | JumpIfFalseOrPop(_)) => PopJumpIfTrue(after),
        _ => return None,
    };
    // Only `JumpBackward` notices interrupts: nothing else may close a loop.
    let goes_back = op.target().is_some_and(|target| target as usize <= index);
    if op == here.op || (goes_back && !matches!(op, JumpBackward(_))) {
        return None;
    }
    Some(Instruction { op, ..here })
}

/// Whether and how control comes to an instruction.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    Never,
    /// Only by way of an exception handler.
    ByException,
    Normally,
}

struct Reached {
    of: Vec<Reach>,
    /// The depth that the stack needs.
    maximum: u32,
}

/// Follows control through the instructions: first the normal ways, then those of the handlers.
fn measure(instructions: &[Instruction], regions: &mut RegionTargets) -> Reached {
    let mut starts: HashMap<u32, Vec<usize>> = HashMap::new();
    for (id, region) in regions.0.iter().enumerate() {
        starts.entry(region.start).or_default().push(id);
    }
    let mut of = vec![Reach::Never; instructions.len()];
    let mut maximum = 0;
    let mut pending = vec![(0u32, 0u32)];
    let mut handlers: Vec<(u32, u32)> = Vec::new();
    let mut way = Reach::Normally;
    loop {
        let Some((mut index, mut depth)) = pending.pop() else {
            way = Reach::ByException;
            match handlers.pop() {
                Some(handler) => pending.push(handler),
                None => break,
            }
            continue;
        };
        while let Some(instruction) = instructions.get(index as usize) {
            if of[index as usize] != Reach::Never {
                break;
            }
            of[index as usize] = way;
            for &id in starts.get(&index).into_iter().flatten() {
                let region = &mut regions.0[id];
                region.depth = depth.saturating_sub(region.dropped);
            }
            if instruction.op != Op::Nop
                && let Some(RegionId(id)) = instruction.region
            {
                let region = &mut regions.0[id as usize];
                let depth = region.depth + 1 + region.keep_origin as u32;
                if !std::mem::replace(&mut region.entered, true) {
                    maximum = maximum.max(depth);
                    // The end of an `async for` comes as an exception, and yet is the normal way.
                    let ends_loop = instructions
                        .get(region.target as usize)
                        .is_some_and(|handler| handler.op == Op::EndAsyncFor);
                    let list = if ends_loop { &mut pending } else { &mut handlers };
                    list.push((region.target, depth));
                }
            }
            let after = |jump| depth.saturating_add_signed(instruction.op.stack_effect(jump));
            if let Some(target) = instruction.op.target() {
                maximum = maximum.max(after(true));
                pending.push((target, after(true)));
            }
            if instruction.op.ends_block() {
                break;
            }
            depth = after(false);
            maximum = maximum.max(depth);
            index += 1;
        }
    }
    Reached { of, maximum }
}

/// Drops what is never reached and moves the code of handlers behind the rest, so that the normal
/// way runs straight on.
fn lay_out(instructions: &mut Vec<Instruction>, reach: &[Reach], regions: &mut RegionTargets) {
    let mut laid_out = Vec::with_capacity(instructions.len());
    let mut moved = vec![0u32; instructions.len()];
    for way in [Reach::Normally, Reach::ByException] {
        for (index, &instruction) in instructions.iter().enumerate() {
            if reach[index] != way {
                continue;
            }
            moved[index] = laid_out.len() as u32;
            laid_out.push(instruction);
            let goes_on = !instruction.op.ends_block();
            // Jumps still count as before, until all instructions have moved.
            if goes_on && reach.get(index + 1).is_some_and(|&next| next != way) {
                let op = Op::Jump(index as u32 + 1);
                laid_out.push(Instruction { op, span: NO_SPAN, ..instruction });
            }
        }
    }
    renumber_targets(&mut laid_out, regions, &moved);
    *instructions = laid_out;
}

fn renumber_targets(instructions: &mut [Instruction], regions: &mut RegionTargets, moved: &[u32]) {
    for instruction in instructions {
        if let Some(target) = instruction.op.target_mut() {
            *target = moved[*target as usize];
        }
    }
    for region in &mut regions.0 {
        region.target = moved[region.target as usize];
    }
}

/// Removes `Nop`s, jumps to the next instruction and jumps over jumps.
fn sweep(instructions: &mut Vec<Instruction>, regions: &mut RegionTargets) {
    let mut is_target = vec![false; instructions.len() + 1];
    for target in instructions.iter().filter_map(|instruction| instruction.op.target()) {
        is_target[target as usize] = true;
    }
    for region in regions.0.iter().filter(|region| region.entered) {
        is_target[region.target as usize] = true;
    }
    let mut keep = vec![true; instructions.len()];
    for index in 0..instructions.len() {
        if !keep[index] {
            continue;
        }
        let next = (index + 1..instructions.len()).find(|&next| keep[next]);
        let Instruction { op, span, .. } = instructions[index];
        if let Some(next) = next
            && let Op::Jump(far) = instructions[next].op
            && op.target() == Some(next as u32 + 1)
            && !is_target[next]
            && let Some(inverted) = invert(op, far)
        {
            instructions[index].op = inverted;
            keep[next] = false;
            continue;
        }
        match op {
            Op::Jump(target)
                if next.is_some_and(|next| target as usize > index && target as usize <= next) =>
            {
                keep[index] = false;
            }
            Op::Nop => {
                // A `pass` at the end of a loop is where the jump back belongs.
                keep[index] = false;
                if let Some(next) = next
                    && instructions[next].span == NO_SPAN
                    && !is_target[next]
                {
                    instructions[next].span = span;
                }
            }
            _ => {}
        }
    }

    let mut moved = Vec::with_capacity(instructions.len() + 1);
    let mut count = 0;
    for &kept in &keep {
        moved.push(count);
        count += kept as u32;
    }
    moved.push(count);
    let mut index = 0;
    instructions.retain(|_| {
        index += 1;
        keep[index - 1]
    });
    renumber_targets(instructions, regions, &moved);
}

/// The conditional jump on the opposite condition.
fn invert(op: Op, target: u32) -> Option<Op> {
    match op {
        Op::PopJumpIfFalse(_) => Some(Op::PopJumpIfTrue(target)),
        Op::PopJumpIfTrue(_) => Some(Op::PopJumpIfFalse(target)),
        Op::PopJumpIfNone(_) => Some(Op::PopJumpIfNotNone(target)),
        Op::PopJumpIfNotNone(_) => Some(Op::PopJumpIfNone(target)),
        _ => None,
    }
}

/// Gives instructions without a place the place of the one that runs before them, where that is
/// always the same one.
fn spread_spans(instructions: &mut [Instruction], regions: &RegionTargets) {
    // The ways to each instruction besides going straight on: how many, and where from.
    let mut ways = vec![(0u32, 0usize); instructions.len()];
    let mut come = |target: u32, from: usize| {
        if let Some((count, source)) = ways.get_mut(target as usize) {
            *count += 1;
            *source = from;
        }
    };
    for (index, instruction) in instructions.iter().enumerate() {
        if let Some(target) = instruction.op.target() {
            come(target, index);
        }
    }
    for region in regions.0.iter().filter(|region| region.entered) {
        // Handlers are entered from anywhere.
        come(region.target, 0);
        come(region.target, 0);
    }
    for index in 1..instructions.len() {
        if instructions[index].span != NO_SPAN {
            continue;
        }
        let straight = !instructions[index - 1].op.ends_block();
        let before = match (straight, ways[index]) {
            (true, (0, _)) => index - 1,
            (false, (1, source)) => source,
            _ => continue,
        };
        instructions[index].span = instructions[before].span;
    }
}

/// Puts variables, cells and free variables in the order of a frame; returns the variables.
///
/// A parameter that is a cell stays among the variables; any other cell does not.
fn number_slots(
    instructions: &mut [Instruction],
    names: &[Name],
    parameter_count: usize,
    cells: &[Name],
    free: &[Name],
) -> Vec<Name> {
    let closure: HashSet<&Name> = cells.iter().chain(free).collect();
    let variables: Vec<Name> = names
        .iter()
        .enumerate()
        .filter(|(index, name)| *index < parameter_count || !closure.contains(name))
        .map(|(_, name)| name.clone())
        .collect();
    let mut numbers: HashMap<&Name, u32> = HashMap::new();
    for name in variables.iter().chain(cells).chain(free) {
        let next = numbers.len() as u32;
        numbers.entry(name).or_insert(next);
    }
    for instruction in instructions {
        if let Some(slot) = instruction.op.slot_mut() {
            *slot = numbers[&names[*slot as usize]];
        }
    }
    variables
}

/// The stretches of instructions of one region each; they never overlap, since an instruction's
/// exceptions go to its innermost region.
fn handler_table(instructions: &[Instruction], regions: &RegionTargets) -> Vec<Handler> {
    let mut handlers: Vec<Handler> = Vec::new();
    let mut current = None;
    for (index, instruction) in instructions.iter().enumerate() {
        let index = index as u32;
        let Some(id) = instruction.region else {
            current = None;
            continue;
        };
        if current == Some(id)
            && let Some(handler) = handlers.last_mut()
        {
            handler.end = index + 1;
            continue;
        }
        let region = regions.get(id);
        handlers.push(Handler {
            start: index,
            end: index + 1,
            target: region.target,
            depth: region.depth,
            keep_origin: region.keep_origin,
        });
        current = Some(id);
    }
    handlers
}
