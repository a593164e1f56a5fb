//! Ouro.
