//! Constant expressions.
//!
//! Folded is what CPython folds where it can be seen or saves much work: tuples of constants,
//! signed numbers, arithmetic on numbers and concatenation of strings within its limits of size,
//! `not`, and items of constant sequences. What would raise is left to run time.

use num_bigint::{BigInt, Sign};
use num_traits::{ToPrimitive, Zero};
use ouro_grammar::ast::*;

use super::Compiler;
use crate::code::Const;
use crate::text::complex_text::Complex;

/// CPython's limits: bits of a product or shift, bits of a power, length of a string or tuple.
const MAX_INT_BITS: u64 = 128;
const MAX_TEXT: usize = 4096;
const MAX_ITEMS: usize = 256;

/// A constant compared as Python does: `1`, `1.0` and `True` are one key.
#[derive(PartialEq, Eq, Hash)]
pub enum Key {
    Number(BigInt),
    Float(u64),
    Text(Name),
    Bytes(std::rc::Rc<[u8]>),
    Other(String),
}

impl Key {
    pub fn of(constant: &Const) -> Key {
        match constant {
            Const::True => Key::Number(1.into()),
            Const::False => Key::Number(0.into()),
            Const::Int(value) => Key::Number(value.clone()),
            Const::Float(value) if value.fract() == 0.0 => {
                Key::Number(num_traits::FromPrimitive::from_f64(*value).unwrap_or_default())
            }
            Const::Float(value) => Key::Float(value.to_bits()),
            Const::Str(text) => Key::Text(text.clone()),
            Const::Bytes(bytes) => Key::Bytes(bytes.clone()),
            other => Key::Other(format!("{other:?}")),
        }
    }
}

/// The constant that a literal stands for.
pub fn literal(constant: &Constant) -> Const {
    match constant {
        Constant::None => Const::None,
        Constant::True => Const::True,
        Constant::False => Const::False,
        Constant::Ellipsis => Const::Ellipsis,
        Constant::Int(value) => Const::Int(value.clone()),
        Constant::Float(value) => Const::Float(*value),
        Constant::Imaginary(value) => Const::Complex(Complex::new(0.0, *value)),
        Constant::Str(text) => Const::Str(text.clone()),
        Constant::Bytes(bytes) => Const::Bytes(bytes.clone()),
    }
}

/// Whether a constant is true.
pub fn truth(constant: &Const) -> bool {
    match constant {
        Const::None | Const::False => false,
        Const::True | Const::Ellipsis | Const::Code(_) => true,
        Const::Int(value) => !value.is_zero(),
        Const::Float(value) => *value != 0.0,
        Const::Complex(value) => value.real != 0.0 || value.imag != 0.0,
        Const::Str(text) => !text.is_empty(),
        Const::Bytes(bytes) => !bytes.is_empty(),
        Const::Tuple(items) | Const::FrozenSet(items) => !items.is_empty(),
    }
}

impl<'a> Compiler<'a> {
    /// The value of an expression that can be computed now.
    pub(super) fn constant(&mut self, expression: &Expression) -> Option<Const> {
        use ExpressionKind::*;
        match &expression.kind {
            Constant(constant) => return Some(literal(constant)),
            Name(name) if &**name == "__debug__" => {
                return Some(boolean(self.options.optimize == 0));
            }
            Binary { .. } | Unary { .. } | Tuple(_) | Subscript { .. } => {}
            _ => return None,
        }
        // Each node is folded once, however often it is asked for.
        let address = std::ptr::from_ref(expression).addr();
        if let Some(known) = self.folded.get(&address) {
            return known.clone();
        }
        let value = self.fold(expression);
        self.folded.insert(address, value.clone());
        value
    }

    /// The values of expressions that are all constant.
    pub(super) fn constants(&mut self, expressions: &[Expression]) -> Option<Vec<Const>> {
        expressions.iter().map(|expression| self.constant(expression)).collect()
    }

    fn fold(&mut self, expression: &Expression) -> Option<Const> {
        use ExpressionKind::*;
        match &expression.kind {
            Tuple(items) => Some(Const::Tuple(self.constants(items)?)),
            Unary { operator, operand } => {
                let operand = self.constant(operand)?;
                if *operator == UnaryOperator::Invert
                    && let Some(value) = bool_as_int(&operand)
                {
                    if self.options.keep_bool_inversions {
                        return None;
                    }
                    self.bool_inversions += 1;
                    return Some(Const::Int((!value).into()));
                }
                fold_unary(*operator, &operand)
            }
            Binary { .. } => self.fold_chain(expression),
            Subscript { value, index } => {
                let index = self.constant(index)?;
                fold_item(&self.constant(value)?, &index)
            }
            _ => None,
        }
    }

    /// Folds operators that nest to the left from the inside, without recursion.
    fn fold_chain(&mut self, outermost: &Expression) -> Option<Const> {
        let mut chain = Vec::new();
        let mut expression = outermost;
        while let ExpressionKind::Binary { left, operator, right } = &expression.kind {
            chain.push((expression, *operator, &**right));
            expression = left;
        }
        let mut value = self.constant(expression);
        for (node, operator, right) in chain.into_iter().rev() {
            value = match value {
                Some(left) => {
                    self.constant(right).and_then(|right| fold_binary(&left, operator, &right))
                }
                None => None,
            };
            self.folded.insert(std::ptr::from_ref(node).addr(), value.clone());
        }
        value
    }
}

fn boolean(value: bool) -> Const {
    if value { Const::True } else { Const::False }
}

/// The value of an int or a bool.
fn integer(constant: &Const) -> Option<BigInt> {
    match constant {
        Const::Int(value) => Some(value.clone()),
        Const::True => Some(1.into()),
        Const::False => Some(0.into()),
        _ => None,
    }
}

/// A number as a float, if nothing is lost.
fn float(constant: &Const) -> Option<f64> {
    match constant {
        Const::Float(value) => Some(*value),
        other => {
            let value = integer(other)?;
            if value.bits() <= 53 { value.to_f64() } else { None }
        }
    }
}

/// Any number as a complex one, if nothing is lost.
fn complex(constant: &Const) -> Option<Complex> {
    match constant {
        Const::Complex(value) => Some(*value),
        other => float(other).map(|real| Complex::new(real, 0.0)),
    }
}

fn fold_complex(a: Complex, operator: BinaryOperator, b: Complex) -> Option<Complex> {
    match operator {
        BinaryOperator::Add => Some(a.plus(b)),
        BinaryOperator::Subtract => Some(a.minus(b)),
        BinaryOperator::Multiply => Some(a.times(b)),
        BinaryOperator::TrueDivide => a.divide(b),
        _ => None,
    }
}

fn bool_as_int(constant: &Const) -> Option<i32> {
    match constant {
        Const::True => Some(1),
        Const::False => Some(0),
        _ => None,
    }
}

fn fold_unary(operator: UnaryOperator, operand: &Const) -> Option<Const> {
    match operator {
        UnaryOperator::Not => Some(boolean(!truth(operand))),
        UnaryOperator::Minus => match operand {
            Const::Float(value) => Some(Const::Float(-value)),
            Const::Complex(value) => Some(Const::Complex(value.negative())),
            other => Some(Const::Int(-integer(other)?)),
        },
        UnaryOperator::Plus => match operand {
            Const::Float(value) => Some(Const::Float(*value)),
            Const::Complex(value) => Some(Const::Complex(*value)),
            other => Some(Const::Int(integer(other)?)),
        },
        UnaryOperator::Invert => match operand {
            Const::Int(value) => Some(Const::Int(!value)),
            _ => None,
        },
    }
}

fn fold_binary(left: &Const, operator: BinaryOperator, right: &Const) -> Option<Const> {
    if let (Some(a), Some(b)) = (integer(left), integer(right)) {
        return fold_integers(left, right, &a, operator, &b);
    }
    if let (Some(a), Some(b)) = (float(left), float(right)) {
        return fold_floats(a, operator, b).map(Const::Float);
    }
    if let (Some(a), Some(b)) = (complex(left), complex(right)) {
        return fold_complex(a, operator, b).map(Const::Complex);
    }
    match operator {
        BinaryOperator::Add => concatenate(left, right),
        BinaryOperator::Multiply => match (integer(left), integer(right)) {
            (Some(count), None) => repeat(right, &count),
            (None, Some(count)) => repeat(left, &count),
            _ => None,
        },
        _ => None,
    }
}

fn fold_integers(
    left: &Const,
    right: &Const,
    a: &BigInt,
    operator: BinaryOperator,
    b: &BigInt,
) -> Option<Const> {
    use num_integer::Integer;
    let value = match operator {
        BinaryOperator::Add => a + b,
        BinaryOperator::Subtract => a - b,
        BinaryOperator::Multiply => {
            if a.bits() + b.bits() > MAX_INT_BITS {
                return None;
            }
            a * b
        }
        BinaryOperator::TrueDivide => {
            if b.is_zero() {
                return None;
            }
            return Some(Const::Float(float(left)? / float(right)?));
        }
        BinaryOperator::FloorDivide if !b.is_zero() => a.div_floor(b),
        BinaryOperator::Modulo if !b.is_zero() => a.mod_floor(b),
        BinaryOperator::Power => {
            let exponent = b.to_u32()?;
            if a.bits() * u64::from(exponent) > MAX_INT_BITS {
                return None;
            }
            a.pow(exponent)
        }
        BinaryOperator::LeftShift => {
            let count = b.to_u64()?;
            if count > MAX_INT_BITS || a.bits() + count > MAX_INT_BITS {
                return None;
            }
            a << count
        }
        BinaryOperator::RightShift => a >> b.to_u64()?,
        // On two bools these give a bool.
        BinaryOperator::And | BinaryOperator::Or | BinaryOperator::Xor => {
            if !matches!((left, right), (Const::Int(_), _) | (_, Const::Int(_))) {
                return None;
            }
            match operator {
                BinaryOperator::And => a & b,
                BinaryOperator::Or => a | b,
                _ => a ^ b,
            }
        }
        _ => return None,
    };
    Some(Const::Int(value))
}

fn fold_floats(a: f64, operator: BinaryOperator, b: f64) -> Option<f64> {
    match operator {
        BinaryOperator::Add => Some(a + b),
        BinaryOperator::Subtract => Some(a - b),
        BinaryOperator::Multiply => Some(a * b),
        BinaryOperator::TrueDivide if b != 0.0 => Some(a / b),
        _ => None,
    }
}

fn concatenate(left: &Const, right: &Const) -> Option<Const> {
    match (left, right) {
        (Const::Str(a), Const::Str(b)) => Some(Const::Str(format!("{a}{b}").into())),
        (Const::Bytes(a), Const::Bytes(b)) => {
            Some(Const::Bytes(a.iter().chain(b.iter()).copied().collect()))
        }
        (Const::Tuple(a), Const::Tuple(b)) => {
            Some(Const::Tuple(a.iter().chain(b).cloned().collect()))
        }
        _ => None,
    }
}

fn repeat(sequence: &Const, count: &BigInt) -> Option<Const> {
    let count = match count.sign() {
        Sign::Minus => 0,
        _ => count.to_usize()?,
    };
    let fits = |length: usize, limit: usize| {
        length.checked_mul(count).is_some_and(|length| length <= limit)
    };
    match sequence {
        Const::Str(text) if fits(text.chars().count(), MAX_TEXT) => {
            Some(Const::Str(text.repeat(count).into()))
        }
        Const::Bytes(bytes) if fits(bytes.len(), MAX_TEXT) => {
            Some(Const::Bytes(bytes.repeat(count).into()))
        }
        Const::Tuple(items) if fits(items.len(), MAX_ITEMS) => {
            Some(Const::Tuple(items.iter().cycle().take(items.len() * count).cloned().collect()))
        }
        _ => None,
    }
}

/// An item of a constant sequence, if it is there.
fn fold_item(sequence: &Const, index: &Const) -> Option<Const> {
    let index = integer(index)?.to_i64()?;
    let position = |length: usize| {
        let index = if index < 0 { index.checked_add_unsigned(length as u64)? } else { index };
        usize::try_from(index).ok().filter(|&index| index < length)
    };
    match sequence {
        Const::Str(text) => {
            let characters: Vec<char> = text.chars().collect();
            let character = characters[position(characters.len())?];
            Some(Const::Str(character.to_string().into()))
        }
        Const::Bytes(bytes) => Some(Const::Int(bytes[position(bytes.len())?].into())),
        Const::Tuple(items) => Some(items[position(items.len())?].clone()),
        _ => None,
    }
}
