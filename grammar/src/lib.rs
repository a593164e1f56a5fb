//! From the text of a Python program to its syntax tree: the first stage of Ouro.

pub mod ast;
pub mod span;
pub mod surrogate;
