//! Trees to programs.

use super::MAX_REPEAT;
use super::case::Fold;
use super::parse::Pattern;
use super::program::{Instruction, One, Program, Start};
use super::syntax::{At, Node, RepeatKind, Sequence};
use ouro_grammar::surrogate;

/// Makes the program of a pattern.
pub fn compile(pattern: Pattern) -> Program {
    let mut compiler = Compiler {
        program: Program {
            instructions: Vec::new(),
            sets: Vec::new(),
            groups: pattern.groups,
            counters: 0,
            start: Start::Anywhere,
        },
    };
    compiler.program.start = prefix_of(&pattern.body);
    compiler.sequence(pattern.body);
    compiler.emit(Instruction::Match);
    if matches!(compiler.program.start, Start::Anywhere) {
        let first = compiler
            .program
            .instructions
            .iter()
            .find(|instruction| !matches!(instruction, Instruction::Save(_)));
        if let Some(
            Instruction::One(One::Set(set))
            | Instruction::Greedy { one: One::Set(set), min: 1.., .. }
            | Instruction::Lazy { one: One::Set(set), min: 1.., .. },
        ) = first
        {
            compiler.program.start = Start::Set(*set);
        }
    }
    compiler.program
}

/// What every match of a sequence begins with.
fn prefix_of(sequence: &[Node]) -> Start {
    let mut prefix = Vec::new();
    for node in sequence {
        match node {
            Node::Literal(c, Fold::Exact) => prefix.push(stored(*c)),
            Node::At(At::Start) if prefix.is_empty() => return Start::AtStart,
            _ => break,
        }
    }
    if prefix.is_empty() { Start::Anywhere } else { Start::Prefix(prefix) }
}

/// A code point as the subject stores it.
fn stored(c: u32) -> u32 {
    surrogate::from_code_point(c).map_or(c, |c| c as u32)
}

struct Compiler {
    program: Program,
}

impl Compiler {
    fn emit(&mut self, instruction: Instruction) -> usize {
        self.program.instructions.push(instruction);
        self.program.instructions.len() - 1
    }

    fn here(&self) -> usize {
        self.program.instructions.len()
    }

    fn sequence(&mut self, sequence: Sequence) {
        for node in sequence {
            self.node(node);
        }
    }

    /// What a node compares one character with, if it does nothing else.
    fn one(&mut self, node: Node) -> Result<One, Node> {
        Ok(match node {
            Node::Literal(c, Fold::Exact) => One::Literal(stored(c)),
            Node::Literal(c, fold) => One::Folded(c, fold),
            Node::Any { dot_all: true } => One::Anything,
            Node::Any { dot_all: false } => One::NotLineFeed,
            Node::Set(set) => {
                self.program.sets.push(set);
                One::Set(self.program.sets.len() - 1)
            }
            other => return Err(other),
        })
    }

    fn node(&mut self, node: Node) {
        let node = match self.one(node) {
            Ok(one) => {
                self.emit(Instruction::One(one));
                return;
            }
            Err(node) => node,
        };
        match node {
            Node::Literal(..) | Node::Any { .. } | Node::Set(_) => {}
            Node::At(at) => {
                self.emit(Instruction::At(at));
            }
            Node::Group { index: None, body } => self.sequence(body),
            Node::Group { index: Some(index), body } => {
                self.emit(Instruction::Save(2 * index));
                self.sequence(body);
                self.emit(Instruction::Save(2 * index + 1));
            }
            Node::Branch(branches) => self.branch(branches),
            Node::Repeat { min, max, kind, body } => self.repeat(min, max, kind, body),
            Node::Atomic(body) => self.atomic(|compiler| compiler.sequence(body)),
            Node::Assert { behind, negative, body } => {
                let at = self.emit(Instruction::Fail);
                self.sequence(body);
                self.emit(Instruction::Done);
                let next = self.here();
                self.program.instructions[at] = Instruction::Assert { behind, negative, next };
            }
            Node::Backreference(group, fold) => {
                self.emit(Instruction::Backreference(group, fold));
            }
            Node::Conditional { group, yes, no } => {
                let at = self.emit(Instruction::Fail);
                self.sequence(yes);
                let end = self.emit(Instruction::Fail);
                self.program.instructions[at] = Instruction::UnlessGroup(group, self.here());
                self.sequence(no);
                self.program.instructions[end] = Instruction::Jump(self.here());
            }
            Node::Fail => {
                self.emit(Instruction::Fail);
            }
        }
    }

    fn branch(&mut self, branches: Vec<Sequence>) {
        let last = branches.len() - 1;
        let mut ends = Vec::new();
        for (index, branch) in branches.into_iter().enumerate() {
            if index == last {
                self.sequence(branch);
                break;
            }
            let fork = self.emit(Instruction::Fail);
            self.sequence(branch);
            ends.push(self.emit(Instruction::Fail));
            self.program.instructions[fork] = Instruction::Fork(self.here());
        }
        let end = self.here();
        for at in ends {
            self.program.instructions[at] = Instruction::Jump(end);
        }
    }

    fn atomic(&mut self, body: impl FnOnce(&mut Compiler)) {
        let at = self.emit(Instruction::Fail);
        body(self);
        self.emit(Instruction::Done);
        self.program.instructions[at] = Instruction::Atomic { next: self.here() };
    }

    fn repeat(&mut self, min: u32, max: u32, kind: RepeatKind, body: Sequence) {
        match self.simple(body) {
            Ok(one) => {
                self.emit(match kind {
                    RepeatKind::Greedy => Instruction::Greedy { one, min, max },
                    RepeatKind::Lazy => Instruction::Lazy { one, min, max },
                    RepeatKind::Possessive => Instruction::Possessive { one, min, max },
                });
            }
            Err(body) if kind == RepeatKind::Possessive => {
                // Each round is taken in the first way it can, and so is the whole.
                self.atomic(|compiler| {
                    let rounds = vec![Node::Atomic(body)];
                    compiler.general_repeat(min, max, false, rounds);
                });
            }
            Err(body) => self.general_repeat(min, max, kind == RepeatKind::Lazy, body),
        }
    }

    /// A body that is nothing but one character, perhaps in brackets.
    fn simple(&mut self, mut body: Sequence) -> Result<One, Sequence> {
        if body.len() != 1 {
            return Err(body);
        }
        let Some(node) = body.pop() else { return Err(body) };
        match node {
            Node::Group { index: None, body } => {
                self.simple(body).map_err(|body| vec![Node::Group { index: None, body }])
            }
            node => self.one(node).map_err(|node| vec![node]),
        }
    }

    fn general_repeat(&mut self, min: u32, max: u32, lazy: bool, body: Sequence) {
        if (min, max) == (0, 1) && !lazy {
            // The usual optional part needs no counting.
            let fork = self.emit(Instruction::Fail);
            self.sequence(body);
            self.program.instructions[fork] = Instruction::Fork(self.here());
            return;
        }
        let counter = self.program.counters;
        self.program.counters += 1;
        self.emit(Instruction::Enter(counter));
        // The first look at the loop is the same as after a round.
        let jump = self.emit(Instruction::Fail);
        let start = self.here();
        self.sequence(body);
        self.program.instructions[jump] = Instruction::Jump(self.here());
        self.emit(Instruction::Again { counter, min, max, lazy, body: start });
        debug_assert!(max == MAX_REPEAT || max >= min);
    }
}
