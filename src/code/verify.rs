//! The check that makes a code object safe to run without further checks.
//!
//! [`verify`] follows every way control can take through the instructions, once, with the depth of
//! the operand stack, and refuses code that could
//! - run off its end or jump out of it,
//! - name a slot, constant or name that is not there, or of the wrong kind,
//! - read below the stack's bottom, grow it beyond [`Code::stack_size`], or reach an instruction
//!   with two different depths,
//! - leave or suspend a frame in a way its kind does not know.
//!
//! The compiler makes no such code; the VM relies on it, so it is checked where code comes from the
//! compiler: [`verify_all`].
//! What values lie on the stack is not checked here: instructions check that themselves.

use std::fmt;

use super::op::Op;
use super::{Code, CodeKind, Const};

/// What is wrong with a code object, and at which instruction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyError {
    pub op: usize,
    pub problem: Problem,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There are no instructions, or not one place in the source for each.
    Shape,
    /// More parameters than variables.
    Parameters,
    /// A handler outside of the code, out of order or overlapping the one before.
    HandlerTable,
    /// Control can run past the last instruction.
    RunsOff,
    Target,
    Slot,
    Constant,
    Name,
    /// An operand the instruction has no meaning for.
    Operand,
    /// An instruction that frames of this kind don't have.
    Kind,
    StackUnderflow,
    StackOverflow,
    /// Two ways to the instruction differ in the stack's depth.
    StackMismatch,
}

impl fmt::Display for VerifyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "instruction {}: {:?}", self.op, self.problem)
    }
}

impl std::error::Error for VerifyError {}

/// Checks a code object and those within it.
pub fn verify_all(code: &Code) -> Result<(), VerifyError> {
    verify(code)?;
    let mut within = code.constants.iter().filter_map(|constant| match constant {
        Const::Code(code) => Some(code),
        _ => None,
    });
    within.try_for_each(|code| verify_all(code))
}

/// Checks one code object, the code objects among its constants left out.
pub fn verify(code: &Code) -> Result<(), VerifyError> {
    let fail = |op, problem| Err(VerifyError { op, problem });
    if code.ops.is_empty() || code.ops.len() != code.spans.len() {
        return fail(0, Problem::Shape);
    }
    if code.parameter_count() as usize > code.variables.len()
        || code.positional_only_count > code.argument_count
    {
        return fail(0, Problem::Parameters);
    }
    check_handlers(code)?;
    let slots = Slots::of(code);
    for (index, op) in code.ops.iter().enumerate() {
        if let Err(problem) = check_operands(code, &slots, *op) {
            return fail(index, problem);
        }
    }
    check_stack(code)
}

fn check_handlers(code: &Code) -> Result<(), VerifyError> {
    let count = code.ops.len() as u64;
    let mut end = 0;
    for handler in &code.handlers {
        let in_range = handler.start < handler.end
            && u64::from(handler.end) <= count
            && u64::from(handler.target) < count;
        if !in_range || handler.start < end {
            return Err(VerifyError { op: handler.start as usize, problem: Problem::HandlerTable });
        }
        end = handler.end;
    }
    Ok(())
}

/// How many slots a frame has, and which of them hold cells.
struct Slots {
    is_cell: Vec<bool>,
}

impl Slots {
    fn of(code: &Code) -> Slots {
        let cells: std::collections::HashSet<_> = code.cells.iter().chain(&code.free).collect();
        Slots { is_cell: code.slot_names().map(|name| cells.contains(name)).collect() }
    }
}

fn check_operands(code: &Code, slots: &Slots, op: Op) -> Result<(), Problem> {
    if op.target().is_some_and(|target| target as usize >= code.ops.len()) {
        return Err(Problem::Target);
    }
    if let Some(slot) = op.slot() {
        let is_cell = *slots.is_cell.get(slot as usize).ok_or(Problem::Slot)?;
        let needs_cell = matches!(
            op,
            Op::MakeCell(_)
                | Op::LoadClosure(_)
                | Op::LoadDeref(_)
                | Op::StoreDeref(_)
                | Op::DeleteDeref(_)
                | Op::LoadFromDictOrDeref(_)
        );
        if needs_cell && !is_cell {
            return Err(Problem::Slot);
        }
    }
    if op.name().is_some_and(|name| name as usize >= code.names.len()) {
        return Err(Problem::Name);
    }
    if let Some(constant) = op.constant() {
        let constant = code.constants.get(constant as usize).ok_or(Problem::Constant)?;
        let fits = match (op, constant) {
            (Op::MakeFunction(_), Const::Code(_)) => true,
            (Op::LoadConst(_), constant) => !matches!(constant, Const::Code(_)),
            (Op::CallKw { count, .. }, Const::Tuple(names)) => {
                names.len() <= count as usize
                    && names.iter().all(|name| matches!(name, Const::Str(_)))
            }
            _ => false,
        };
        if !fits {
            return Err(Problem::Constant);
        }
    }
    let fits = match op {
        Op::Copy(n)
        | Op::ListAppend(n)
        | Op::SetAdd(n)
        | Op::MapAdd(n)
        | Op::ListExtend(n)
        | Op::SetUpdate(n)
        | Op::DictUpdate(n)
        | Op::DictMerge(n) => n >= 1,
        Op::Swap(n) => n >= 2,
        Op::BuildSlice(n) => n == 2 || n == 3,
        Op::Raise(n) => n <= 2,
        _ => true,
    };
    if !fits {
        return Err(Problem::Operand);
    }
    let suspends = !matches!(code.kind, CodeKind::Block | CodeKind::Function);
    let known = match op {
        Op::Return => !suspends,
        Op::ReturnGenerator | Op::Delegate => suspends,
        Op::YieldValue => code.kind == CodeKind::Generator,
        Op::AsyncYieldValue => code.kind == CodeKind::AsyncGenerator,
        _ => true,
    };
    if !known {
        return Err(Problem::Kind);
    }
    Ok(())
}

/// Follows control from the first instruction and into each handler.
fn check_stack(code: &Code) -> Result<(), VerifyError> {
    let mut walk = Walk {
        before: vec![None; code.ops.len()],
        pending: Vec::new(),
        maximum: i64::from(code.stack_size),
    };
    let handler_of = handler_of_each(code);
    walk.arrive(0, 0)?;
    while let Some(mut index) = walk.pending.pop() {
        // Each instruction is taken off the list once, with the depth it was reached with.
        loop {
            let op = code.ops[index];
            let depth = walk.before[index].unwrap_or(0);
            let fail = |problem| Err(VerifyError { op: index, problem });
            if i64::from(op.stack_inputs()) > depth {
                return fail(Problem::StackUnderflow);
            }
            if let Some(handler) = handler_of[index] {
                let handler = &code.handlers[handler as usize];
                if i64::from(handler.depth) > depth {
                    return fail(Problem::StackUnderflow);
                }
                let entered = i64::from(handler.depth) + 1 + i64::from(handler.keep_origin);
                walk.arrive(handler.target as usize, entered)?;
            }
            if let Some(target) = op.target() {
                walk.arrive(target as usize, depth + i64::from(op.stack_effect(true)))?;
            }
            if op.ends_block() {
                break;
            }
            if index + 1 == code.ops.len() {
                return fail(Problem::RunsOff);
            }
            if !walk.reach(index + 1, depth + i64::from(op.stack_effect(false)))? {
                break;
            }
            index += 1;
        }
    }
    Ok(())
}

/// For each instruction the handler that covers it.
fn handler_of_each(code: &Code) -> Vec<Option<u32>> {
    let mut covering = vec![None; code.ops.len()];
    for (number, handler) in code.handlers.iter().enumerate() {
        covering[handler.start as usize..handler.end as usize].fill(Some(number as u32));
    }
    covering
}

struct Walk {
    /// The depth before each instruction, where control has come so far.
    before: Vec<Option<i64>>,
    /// Instructions reached but not yet followed.
    pending: Vec<usize>,
    maximum: i64,
}

impl Walk {
    /// Notes that control comes to an instruction with `depth`; whether it is new there.
    fn reach(&mut self, index: usize, depth: i64) -> Result<bool, VerifyError> {
        let fail = |problem| Err(VerifyError { op: index, problem });
        if depth < 0 {
            return fail(Problem::StackUnderflow);
        }
        if depth > self.maximum {
            return fail(Problem::StackOverflow);
        }
        match self.before[index] {
            None => {
                self.before[index] = Some(depth);
                Ok(true)
            }
            Some(known) if known == depth => Ok(false),
            Some(_) => fail(Problem::StackMismatch),
        }
    }

    /// The same, and puts a new instruction on the list.
    fn arrive(&mut self, index: usize, depth: i64) -> Result<(), VerifyError> {
        if self.reach(index, depth)? {
            self.pending.push(index);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::code::{Handler, NO_SPAN};
    use crate::source::SourceFile;

    fn code(ops: Vec<Op>, stack_size: u32) -> Code {
        Code {
            kind: CodeKind::Function,
            name: "f".into(),
            qualname: "f".into(),
            source: Rc::new(SourceFile::new("f.py", "")),
            first_line: 1,
            argument_count: 0,
            positional_only_count: 0,
            keyword_only_count: 0,
            has_varargs: false,
            has_varkeywords: false,
            uses_locals_mapping: false,
            docstring: None,
            variables: vec!["x".into()],
            cells: vec!["c".into()],
            free: Vec::new(),
            stack_size,
            spans: ops.iter().map(|_| NO_SPAN).collect(),
            ops,
            handlers: Vec::new(),
            constants: vec![Const::None],
            names: Vec::new(),
        }
    }

    fn problem(code: &Code) -> Option<Problem> {
        verify(code).err().map(|error| error.problem)
    }

    #[test]
    fn accepts_what_the_compiler_makes_of_return_none() {
        assert_eq!(problem(&code(vec![Op::LoadNone, Op::Return], 1)), None);
    }

    #[test]
    fn refuses_operands_out_of_range() {
        use Op::*;
        assert_eq!(problem(&code(vec![], 0)), Some(Problem::Shape));
        assert_eq!(problem(&code(vec![Jump(7)], 0)), Some(Problem::Target));
        assert_eq!(problem(&code(vec![LoadFast(2), Return], 1)), Some(Problem::Slot));
        assert_eq!(problem(&code(vec![LoadDeref(0), Return], 1)), Some(Problem::Slot));
        assert_eq!(problem(&code(vec![LoadDeref(1), Return], 1)), None);
        assert_eq!(problem(&code(vec![LoadConst(1), Return], 1)), Some(Problem::Constant));
        assert_eq!(problem(&code(vec![MakeFunction(0), Return], 1)), Some(Problem::Constant));
        assert_eq!(problem(&code(vec![LoadGlobal(0), Return], 1)), Some(Problem::Name));
        assert_eq!(problem(&code(vec![LoadNone, Copy(0), Return], 2)), Some(Problem::Operand));
    }

    #[test]
    fn refuses_stacks_out_of_bounds() {
        use Op::*;
        assert_eq!(problem(&code(vec![Pop, LoadNone, Return], 1)), Some(Problem::StackUnderflow));
        assert_eq!(problem(&code(vec![LoadNone, Return], 0)), Some(Problem::StackOverflow));
        assert_eq!(
            problem(&code(vec![LoadNone, Swap(2), Return], 1)),
            Some(Problem::StackUnderflow)
        );
        let differing = vec![LoadNone, LoadNone, PopJumpIfTrue(4), LoadNone, Pop, LoadNone, Return];
        assert_eq!(problem(&code(differing, 3)), Some(Problem::StackMismatch));
    }

    #[test]
    fn refuses_running_off_the_end_and_foreign_endings() {
        assert_eq!(problem(&code(vec![Op::LoadNone], 1)), Some(Problem::RunsOff));
        let generator_end = vec![Op::LoadNone, Op::ReturnGenerator];
        assert_eq!(problem(&code(generator_end, 1)), Some(Problem::Kind));
    }

    #[test]
    fn checks_handlers() {
        use Op::*;
        let ops = vec![LoadNone, Return, Reraise(0)];
        let handler =
            |start, end, depth| Handler { start, end, target: 2, depth, keep_origin: false };
        let mut with_handler = code(ops, 1);
        with_handler.handlers = vec![handler(0, 2, 0)];
        assert_eq!(problem(&with_handler), None);
        with_handler.handlers = vec![handler(0, 2, 1)];
        assert_eq!(problem(&with_handler), Some(Problem::StackUnderflow));
        with_handler.handlers = vec![handler(0, 2, 0), handler(1, 2, 0)];
        assert_eq!(problem(&with_handler), Some(Problem::HandlerTable));
        with_handler.handlers = vec![handler(0, 4, 0)];
        assert_eq!(problem(&with_handler), Some(Problem::HandlerTable));
    }
}
