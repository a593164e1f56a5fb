//! Native modules.

pub mod collections;
pub mod contextvars;
