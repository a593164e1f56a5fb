//! Native modules.

pub mod collections;
pub mod contextvars;
pub mod functools;
pub mod itertools;
pub mod math;
pub mod operator;
pub mod random;
pub mod signal;
