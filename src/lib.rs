//! Ouro: an interpreter for the part of Python in which people write generators and asyncio
//! programs.

pub mod asyncio;
pub mod builtins;
#[cfg(feature = "native")]
pub mod cli;
pub mod code;
pub mod compiler;
pub mod host;
pub mod modules;
pub mod object;
pub mod program;
pub mod regex;
pub mod repl;
pub mod source;
pub mod text;
pub mod threads;
pub mod vm;
