//! Native modules.

pub mod collections;
pub mod contextvars;
pub mod math;
pub mod random;
