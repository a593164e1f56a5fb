//! Ouro: an interpreter for the part of Python in which people write generators and asyncio
//! programs.

pub mod code;
pub mod source;
