//! The tree of a pattern.

use super::case::Fold;
use super::charset::CharSet;

/// Things one after the other.
pub type Sequence = Vec<Node>;

#[derive(Debug)]
pub enum Node {
    Literal(u32, Fold),
    Set(CharSet),
    /// `.`; with DOTALL also a line feed.
    Any {
        dot_all: bool,
    },
    At(At),
    Group {
        /// None: only brackets.
        index: Option<usize>,
        body: Sequence,
    },
    Branch(Vec<Sequence>),
    Repeat {
        min: u32,
        /// [`super::MAX_REPEAT`]: without end.
        max: u32,
        kind: RepeatKind,
        body: Sequence,
    },
    Atomic(Sequence),
    Assert {
        /// Looks at what stands so many characters before.
        behind: Option<u32>,
        negative: bool,
        body: Sequence,
    },
    Backreference(usize, Fold),
    /// One sequence if the group has matched, else the other.
    Conditional {
        group: usize,
        yes: Sequence,
        no: Sequence,
    },
    /// Matches nothing.
    Fail,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepeatKind {
    Greedy,
    Lazy,
    Possessive,
}

/// Places in the subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    Start,
    LineStart,
    End,
    LineEnd,
    /// Before a last line feed too.
    EndOrLastLine,
    Boundary {
        unicode: bool,
    },
    NotBoundary {
        unicode: bool,
    },
}

/// How many characters a sequence can match: at least, at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Width {
    pub min: u64,
    pub max: u64,
}

impl Width {
    pub const EMPTY: Width = Width { min: 0, max: 0 };
    const ONE: Width = Width { min: 1, max: 1 };
    /// Wider than this is without bound.
    const LIMIT: u64 = super::MAX_REPEAT as u64;

    fn then(self, other: Width) -> Width {
        Width {
            min: self.min.saturating_add(other.min).min(Width::LIMIT),
            max: self.max.saturating_add(other.max).min(Width::LIMIT),
        }
    }

    fn or(self, other: Width) -> Width {
        Width { min: self.min.min(other.min), max: self.max.max(other.max) }
    }

    fn times(self, min: u32, max: u32) -> Width {
        let most = match (self.max, max) {
            (0, _) => 0,
            (_, super::MAX_REPEAT) => Width::LIMIT,
            (width, max) => width.saturating_mul(u64::from(max)).min(Width::LIMIT),
        };
        Width { min: self.min.saturating_mul(u64::from(min)).min(Width::LIMIT), max: most }
    }
}

/// The width of a sequence; `groups` holds those of the groups that are complete.
pub fn width(sequence: &[Node], groups: &[Option<Width>]) -> Width {
    sequence.iter().fold(Width::EMPTY, |sum, node| sum.then(node_width(node, groups)))
}

fn node_width(node: &Node, groups: &[Option<Width>]) -> Width {
    match node {
        Node::Literal(..) | Node::Set(_) | Node::Any { .. } => Width::ONE,
        Node::At(_) | Node::Assert { .. } | Node::Fail => Width::EMPTY,
        Node::Group { index: Some(index), .. } => {
            groups.get(*index).copied().flatten().unwrap_or(Width::EMPTY)
        }
        Node::Group { index: None, body } | Node::Atomic(body) => width(body, groups),
        Node::Branch(branches) => branches
            .iter()
            .map(|branch| width(branch, groups))
            .reduce(Width::or)
            .unwrap_or(Width::EMPTY),
        Node::Repeat { min, max, body, .. } => width(body, groups).times(*min, *max),
        Node::Backreference(group, _) => {
            groups.get(*group).copied().flatten().unwrap_or(Width::EMPTY)
        }
        Node::Conditional { yes, no, .. } => width(yes, groups).or(width(no, groups)),
    }
}
