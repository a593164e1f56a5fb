//! What every program sees without importing anything.

pub mod exceptions;
pub mod refused;
pub mod types;
