//! Regular expressions with Python's syntax, semantics and error texts.
//!
//! No crate has all three of what scripts rely on here: the exact backtracking order of CPython's
//! `sre` with its marks and zero-width rules, patterns over bytes, and a search that Ctrl-C can
//! stop. So a pattern is parsed to a tree ([`parse`]), turned into a program ([`compile`]) and run
//! by a backtracking machine with a stack of its own ([`machine`]), all without unsafe code and
//! without Python objects.

pub mod case;
pub mod charset;
pub mod compile;
pub mod machine;
pub mod parse;
pub mod program;
pub mod subject;
pub mod syntax;
pub mod template;
pub mod tokens;

/// The flags of `re`, as numbers.
pub mod flags {
    pub const IGNORECASE: u32 = 2;
    pub const LOCALE: u32 = 4;
    pub const MULTILINE: u32 = 8;
    pub const DOTALL: u32 = 16;
    pub const UNICODE: u32 = 32;
    pub const VERBOSE: u32 = 64;
    pub const DEBUG: u32 = 128;
    pub const ASCII: u32 = 256;
    /// Of these only one may be on.
    pub const TYPES: u32 = ASCII | LOCALE | UNICODE;
}

/// The most that a repetition may count, and what stands for "without end".
pub const MAX_REPEAT: u32 = u32::MAX;
/// The most groups a pattern may have.
pub const MAX_GROUPS: u32 = 1_073_741_823;

/// Why a pattern or a template is wrong.
#[derive(Debug)]
pub enum RegexError {
    /// `re.PatternError`: its text and where in the pattern, in characters.
    Pattern {
        message: String,
        position: Option<usize>,
    },
    Value(String),
    Overflow(String),
    Index(String),
    /// Nested too deeply for the native stack.
    Recursion,
}

impl RegexError {
    pub fn at(message: impl Into<String>, position: usize) -> RegexError {
        RegexError::Pattern { message: message.into(), position: Some(position) }
    }
}
