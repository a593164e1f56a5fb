//! Constants as Python's `repr` shows them.

use std::fmt;

use super::Const;
use crate::text::{complex_text, escapes, float_text};

impl fmt::Display for Const {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Const::None => formatter.write_str("None"),
            Const::True => formatter.write_str("True"),
            Const::False => formatter.write_str("False"),
            Const::Ellipsis => formatter.write_str("Ellipsis"),
            Const::Int(value) => write!(formatter, "{value}"),
            Const::Float(value) => formatter.write_str(&float_text::repr(*value)),
            Const::Complex(value) => formatter.write_str(&complex_text::repr(*value)),
            Const::Str(text) => formatter.write_str(&escapes::repr_str(text)),
            Const::Bytes(bytes) => formatter.write_str(&escapes::repr_bytes(bytes)),
            Const::Tuple(items) => match items.as_slice() {
                [only] => write!(formatter, "({only},)"),
                items => {
                    formatter.write_str("(")?;
                    write_items(items, formatter)?;
                    formatter.write_str(")")
                }
            },
            Const::FrozenSet(items) => {
                formatter.write_str("frozenset({")?;
                write_items(items, formatter)?;
                formatter.write_str("})")
            }
            Const::Code(code) => write!(formatter, "<code object {}>", code.qualname),
        }
    }
}

fn write_items(items: &[Const], formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            formatter.write_str(", ")?;
        }
        write!(formatter, "{item}")?;
    }
    Ok(())
}
