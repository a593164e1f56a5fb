//! Complex numbers: their arithmetic as C compilers of CPython do it, and their text.

use super::TextError;
use super::classify::is_space;
use super::error::ErrorKind;
use super::float_text::{self, FloatKind, FloatStyle, layout};
use super::format_number::format_complex_part;
use super::format_spec::{Alignment, FormatSpec, Target, pad, unknown_format_code};

/// A complex number.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Complex {
    pub real: f64,
    pub imag: f64,
}

/// The largest exponent that is worked out by repeated multiplication.
const LARGEST_INTEGER_POWER: f64 = 100.0;

impl Complex {
    pub const ONE: Complex = Complex { real: 1.0, imag: 0.0 };

    pub fn new(real: f64, imag: f64) -> Self {
        Complex { real, imag }
    }

    pub fn plus(self, other: Complex) -> Complex {
        Complex::new(self.real + other.real, self.imag + other.imag)
    }

    pub fn minus(self, other: Complex) -> Complex {
        Complex::new(self.real - other.real, self.imag - other.imag)
    }

    pub fn times(self, other: Complex) -> Complex {
        Complex::new(
            self.real * other.real - self.imag * other.imag,
            self.real * other.imag + self.imag * other.real,
        )
    }

    pub fn negative(self) -> Complex {
        Complex::new(-self.real, -self.imag)
    }

    fn is_zero(self) -> bool {
        self.real == 0.0 && self.imag == 0.0
    }

    /// `self / other`; `None` if `other` is zero.
    pub fn divide(self, other: Complex) -> Option<Complex> {
        if other.is_zero() {
            return None;
        }
        // The larger part of the divisor is divided out first, so that nothing overflows early.
        if other.real.abs() >= other.imag.abs() {
            let ratio = other.imag / other.real;
            let denominator = other.real + other.imag * ratio;
            return Some(Complex::new(
                (self.real + self.imag * ratio) / denominator,
                (self.imag - self.real * ratio) / denominator,
            ));
        }
        if other.imag.abs() >= other.real.abs() {
            let ratio = other.real / other.imag;
            let denominator = other.real * ratio + other.imag;
            return Some(Complex::new(
                (self.real * ratio + self.imag) / denominator,
                (self.imag * ratio - self.real) / denominator,
            ));
        }
        Some(Complex::new(f64::NAN, f64::NAN))
    }

    /// `abs(self)`.
    pub fn magnitude(self) -> Result<f64, TextError> {
        let magnitude = self.real.hypot(self.imag);
        if magnitude.is_infinite() && self.real.is_finite() && self.imag.is_finite() {
            return Err(TextError::overflow("absolute value too large"));
        }
        Ok(magnitude)
    }

    /// `self ** exponent`.
    pub fn power(self, exponent: Complex) -> Result<Complex, TextError> {
        let whole = exponent.imag == 0.0
            && exponent.real == exponent.real.floor()
            && exponent.real.abs() <= LARGEST_INTEGER_POWER;
        let power = match whole {
            true => self.whole_power(exponent.real as i32),
            false => self.general_power(exponent),
        };
        let power =
            power.ok_or_else(|| TextError::zero_division("0.0 to a negative or complex power"))?;
        if power.real.is_infinite() || power.imag.is_infinite() {
            let message = "complex exponentiation".to_owned();
            return Err(TextError { kind: ErrorKind::Overflow, message });
        }
        Ok(power)
    }

    fn whole_power(self, exponent: i32) -> Option<Complex> {
        let mut rest = exponent.unsigned_abs();
        let (mut power, mut square) = (Complex::ONE, self);
        while rest > 0 {
            if rest & 1 == 1 {
                power = power.times(square);
            }
            rest >>= 1;
            square = square.times(square);
        }
        if exponent > 0 { Some(power) } else { Complex::ONE.divide(power) }
    }

    fn general_power(self, exponent: Complex) -> Option<Complex> {
        if exponent.is_zero() {
            return Some(Complex::ONE);
        }
        if self.is_zero() {
            let defined = exponent.imag == 0.0 && exponent.real >= 0.0;
            return defined.then_some(Complex::new(0.0, 0.0));
        }
        let magnitude = self.real.hypot(self.imag);
        let angle = self.imag.atan2(self.real);
        let mut length = magnitude.powf(exponent.real);
        let mut phase = angle * exponent.real;
        if exponent.imag != 0.0 {
            length *= (-angle * exponent.imag).exp();
            phase += exponent.imag * magnitude.ln();
        }
        Some(Complex::new(length * phase.cos(), length * phase.sin()))
    }
}

/// `repr(value)`.
pub fn repr(value: Complex) -> String {
    let imag = shortest(value.imag);
    if value.real == 0.0 && value.real.is_sign_positive() {
        return format!("{imag}j");
    }
    let sign = if imag.starts_with('-') { "" } else { "+" };
    format!("({}{sign}{imag}j)", shortest(value.real))
}

/// A part of a number, without the `.0` of a whole float.
fn shortest(value: f64) -> String {
    let style = FloatStyle::new(FloatKind::Shortest, 0);
    layout(value, &style).unwrap_or_else(|_| float_text::repr(value))
}

/// The number that `complex(text)` reads; `None` where `text` is none.
pub fn parse(text: &str) -> Option<Complex> {
    let mut text = text.trim_matches(is_space);
    if let Some(inner) = text.strip_prefix('(') {
        text = inner.strip_suffix(')')?.trim_matches(is_space);
    }
    let is_plain = |part: &str| !part.chars().any(is_space);
    let Some(number) = text.strip_suffix(['j', 'J']) else {
        return float_text::parse(text)
            .filter(|_| is_plain(text))
            .map(|real| Complex::new(real, 0.0));
    };
    if !is_plain(number) {
        return None;
    }
    // The imaginary part begins at the last sign that belongs to no exponent.
    let start = number
        .char_indices()
        .rev()
        .filter(|(at, c)| {
            matches!(c, '+' | '-')
                && !(number[..*at].ends_with(['e', 'E'])
                    && number[..at - 1].ends_with(|c: char| c.is_numeric() || c == '.'))
        })
        .map(|(at, _)| at)
        .next()
        .unwrap_or(0);
    let (real, imag) = number.split_at(start);
    let imag = match imag {
        "" | "+" => 1.0,
        "-" => -1.0,
        imag => float_text::parse(imag)?,
    };
    let real = if real.is_empty() { 0.0 } else { float_text::parse(real)? };
    Some(Complex::new(real, imag))
}

/// `format(value, spec)` for a complex number whose type is called `type_name`.
pub fn format_complex(value: Complex, spec: &str, type_name: &str) -> Result<String, TextError> {
    if spec.is_empty() {
        return Ok(repr(value));
    }
    let spec = FormatSpec::parse(spec, Target::Float, type_name)?;
    match spec.kind {
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n') => {}
        Some(kind) => return Err(unknown_format_code(kind, type_name)),
    }
    if spec.fill == '0' {
        return Err(TextError::value("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == Alignment::AfterSign {
        let message = "'=' alignment flag is not allowed in complex format specifier";
        return Err(TextError::value(message));
    }
    let like_repr = spec.kind.is_none();
    let mut part = FormatSpec { width: None, ..spec.clone() };
    let real = format_complex_part(value.real, &part)?;
    part.sign = Some('+');
    let imag = format_complex_part(value.imag, &part)?;
    let text = if like_repr && value.real == 0.0 && value.real.is_sign_positive() {
        part.sign = spec.sign;
        format!("{}j", format_complex_part(value.imag, &part)?)
    } else if like_repr {
        format!("({real}{imag}j)")
    } else {
        format!("{real}{imag}j")
    };
    pad(&text, &spec)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts() {
        for (text, real, imag, shown) in [
            ("1+2j", 1.0, 2.0, "(1+2j)"),
            (" ( 1e5+J ) ", 1e5, 1.0, "(100000+1j)"),
            ("-j", 0.0, -1.0, "-1j"),
            ("1e-5j", 0.0, 1e-5, "1e-05j"),
            ("3", 3.0, 0.0, "(3+0j)"),
            ("-0.0-0.0j", -0.0, -0.0, "(-0-0j)"),
        ] {
            let number = parse(text).unwrap();
            assert_eq!(number, Complex::new(real, imag), "{text}");
            assert_eq!(repr(number), shown);
        }
        for text in ["", "1 + 2j", "+-1j", "1+2", "j1", "(1+2j", "1j+2"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn powers_and_quotients() {
        let i = Complex::new(0.0, 1.0);
        assert_eq!(i.power(Complex::new(2.0, 0.0)).unwrap(), Complex::new(-1.0, 0.0));
        assert_eq!(i.divide(Complex::new(0.0, 0.0)), None);
        assert_eq!(Complex::ONE.divide(i), Some(Complex::new(0.0, -1.0)));
    }
}
