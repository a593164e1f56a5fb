//! The one error of this layer: which Python exception it becomes, and its message.

/// The Python exception class that an error of this layer stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    Value,
    Type,
    Index,
    Overflow,
    ZeroDivision,
    Memory,
    /// An `OverflowError` whose arguments are 34 (C's `ERANGE`) and the message.
    NumericalRange,
}

/// Why a function of this layer has no answer: the class and message of the Python exception that
/// the caller raises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextError {
    pub kind: ErrorKind,
    pub message: String,
}

impl TextError {
    /// A `ValueError`.
    pub fn value(message: impl Into<String>) -> Self {
        TextError { kind: ErrorKind::Value, message: message.into() }
    }

    /// A `TypeError`.
    pub fn type_error(message: impl Into<String>) -> Self {
        TextError { kind: ErrorKind::Type, message: message.into() }
    }

    /// An `IndexError`.
    pub fn index(message: impl Into<String>) -> Self {
        TextError { kind: ErrorKind::Index, message: message.into() }
    }

    /// An `OverflowError`.
    pub fn overflow(message: impl Into<String>) -> Self {
        TextError { kind: ErrorKind::Overflow, message: message.into() }
    }

    /// A `ZeroDivisionError`.
    pub fn zero_division(message: impl Into<String>) -> Self {
        TextError { kind: ErrorKind::ZeroDivision, message: message.into() }
    }

    /// A `MemoryError`, which has no message.
    pub fn memory() -> Self {
        TextError { kind: ErrorKind::Memory, message: String::new() }
    }
}

/// The most bytes that one result of formatting, padding or repeating may have.
const LARGEST_RESULT: usize =
    if usize::BITS > 32 { (usize::MAX >> 30) + 1 } else { usize::MAX >> 1 };

/// Appends `fill` `count` times, or fails with a `MemoryError` where a width or precision from a
/// script asks for more than the machine can be expected to have.
pub fn push_repeated(out: &mut String, fill: char, count: usize) -> Result<(), TextError> {
    let bytes = count.checked_mul(fill.len_utf8()).filter(|bytes| *bytes <= LARGEST_RESULT);
    let bytes = bytes.ok_or_else(TextError::memory)?;
    out.try_reserve(bytes).map_err(|_| TextError::memory())?;
    out.extend(std::iter::repeat_n(fill, count));
    Ok(())
}
