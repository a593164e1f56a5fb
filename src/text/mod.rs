//! Text and numbers as Python knows them, without Python's objects.
//!
//! Plain functions over `&str`, bytes, `f64`, `i64` and `BigInt`: number parsing and printing, the
//! format mini-language, `%` and `str.format` templates, escapes, letter case, character classes,
//! codecs, division, the Mersenne Twister. The built-in types and modules stand on them;
//! nothing in here knows the virtual machine. Strings are Ouro's: valid UTF-8 in which lone
//! surrogates are stored as `ouro_grammar::surrogate` says.

pub mod case;
pub mod classify;
pub mod codec_errors;
pub mod codecs;
pub mod combinatorics;
pub mod complex_text;
pub mod error;
pub mod escape_codecs;
pub mod escapes;
pub mod find;
pub mod float_text;
pub mod format_number;
pub mod format_spec;
pub mod format_template;
pub mod int_arithmetic;
pub mod int_bytes;
pub mod int_text;
pub mod mersenne_twister;
pub mod number_division;
pub mod number_power;
pub mod percent;
pub mod real_functions;
pub mod split;
mod unicode_tables;

pub use error::{ErrorKind, TextError};
