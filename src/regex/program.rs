//! What a pattern is turned into.

use super::case::Fold;
use super::charset::CharSet;
use super::syntax::At;

/// Where in a program.
pub type Place = usize;

/// What one character is compared with.
#[derive(Clone, Copy, Debug)]
pub enum One {
    Literal(u32),
    /// In lower case.
    Folded(u32, Fold),
    /// A set of the program, by its number.
    Set(usize),
    /// `.`
    NotLineFeed,
    Anything,
}

#[derive(Clone, Copy, Debug)]
pub enum Instruction {
    One(One),
    At(At),
    /// Remembers the position: the start of group n is slot 2n, its end slot 2n + 1.
    Save(usize),
    Jump(Place),
    /// Goes on with the next instruction, and if that fails at the place.
    Fork(Place),
    /// As many characters as possible, giving back one after the other.
    Greedy {
        one: One,
        min: u32,
        max: u32,
    },
    /// As few characters as possible, taking one after the other.
    Lazy {
        one: One,
        min: u32,
        max: u32,
    },
    /// As many characters as possible.
    Possessive {
        one: One,
        min: u32,
        max: u32,
    },
    /// Before the first round of a loop.
    Enter(usize),
    /// After each round of a loop, whose body begins at the place.
    Again {
        counter: usize,
        min: u32,
        max: u32,
        lazy: bool,
        body: Place,
    },
    /// What follows, up to `Done`, matches here or so many characters before; then on at the place.
    Assert {
        behind: Option<u32>,
        negative: bool,
        next: Place,
    },
    /// What follows, up to `Done`, in the first way it can; then on at the place.
    Atomic {
        next: Place,
    },
    /// The end of an assertion or atomic group.
    Done,
    Backreference(usize, Fold),
    /// On at the place if the group has not matched.
    UnlessGroup(usize, Place),
    Fail,
    /// The whole has matched.
    Match,
}

/// How matches can begin.
#[derive(Debug)]
pub enum Start {
    Anywhere,
    /// Only at the very start.
    AtStart,
    /// With these characters, as the subject stores them.
    Prefix(Vec<u32>),
    /// With a character of the program's set.
    Set(usize),
}

#[derive(Debug)]
pub struct Program {
    pub instructions: Vec<Instruction>,
    pub sets: Vec<CharSet>,
    pub groups: usize,
    pub counters: usize,
    pub start: Start,
}
