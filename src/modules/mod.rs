//! Native modules.

pub mod contextvars;
