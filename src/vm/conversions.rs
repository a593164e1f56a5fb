//! Between values and plain Rust: numbers, text, bytes, and the errors of the text layer.

use std::ops::Deref;

use num_bigint::BigInt;

use crate::builtins::exceptions::ExceptionKind;
use crate::object::bytes::{ByteArray, Bytes};
use crate::object::memory_view::{MemoryView, Whole};
use crate::object::number::Integer;
use crate::object::{Exception, Ref, Result, Value};
use crate::text::codec_errors::{CodecError, CodecFailure};
use crate::text::codecs::{self, Encoding};
use crate::text::int_text::{DEFAULT_DIGIT_LIMIT, IntValue};
use crate::text::number_division::int_to_float;
use crate::text::{ErrorKind, TextError};
use crate::vm::Vm;

impl From<IntValue> for Value {
    fn from(integer: IntValue) -> Value {
        match integer {
            IntValue::Small(value) => Value::Int(value),
            IntValue::Big(value) => Value::from(value),
        }
    }
}

/// The content of a bytes-like object, readable as a slice.
///
/// While it lives a `bytearray` cannot change: it must be dropped before Python code may run.
pub enum BytesView<'a> {
    Fixed(&'a [u8]),
    Borrowed(std::cell::Ref<'a, [u8]>),
    /// The items of a memoryview that do not lie beside each other.
    Collected(Vec<u8>),
}

impl Deref for BytesView<'_> {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        match self {
            BytesView::Fixed(bytes) => bytes,
            BytesView::Borrowed(bytes) => bytes,
            BytesView::Collected(bytes) => bytes,
        }
    }
}

impl Value {
    /// The content of `bytes`, `bytearray` or `memoryview`.
    #[inline]
    pub fn as_bytes(&self) -> Option<BytesView<'_>> {
        if let Some(bytes) = self.get::<Bytes>() {
            return Some(BytesView::Fixed(&bytes.data));
        }
        if let Some(bytes) = self.get::<ByteArray>() {
            let borrowed = bytes.data.borrow();
            return Some(BytesView::Borrowed(std::cell::Ref::map(borrowed, Vec::as_slice)));
        }
        self.viewed_bytes()
    }

    /// The content of a memoryview.
    #[cold]
    fn viewed_bytes(&self) -> Option<BytesView<'_>> {
        let view = self.native::<MemoryView>().filter(|view| !view.is_released.get())?;
        if !view.window.is_contiguous() {
            return Some(BytesView::Collected(view.to_vec()));
        }
        let range = view.window.range();
        Some(match view.whole() {
            Whole::Fixed(bytes) => BytesView::Fixed(bytes.get(range).unwrap_or_default()),
            Whole::Borrowed(bytes) => BytesView::Borrowed(std::cell::Ref::map(bytes, |bytes| {
                bytes.get(range).unwrap_or_default()
            })),
        })
    }
}

impl Vm {
    /// The digits that conversions between int and decimal text may have; 0 for no limit.
    pub fn digit_limit(&self) -> usize {
        self.system.int_digit_limit.unwrap_or(DEFAULT_DIGIT_LIMIT)
    }

    /// The exception that an error of the text layer stands for.
    #[cold]
    pub fn text_error(&mut self, error: TextError) -> Ref<Exception> {
        let kind = match error.kind {
            ErrorKind::Value => ExceptionKind::ValueError,
            ErrorKind::Type => ExceptionKind::TypeError,
            ErrorKind::Index => ExceptionKind::IndexError,
            ErrorKind::Overflow => ExceptionKind::OverflowError,
            ErrorKind::ZeroDivision => ExceptionKind::ZeroDivisionError,
            ErrorKind::Memory => return self.exception(ExceptionKind::MemoryError, []),
            ErrorKind::NumericalRange => {
                /// C's `ERANGE`.
                const RANGE: i64 = 34;
                let arguments = [Value::Int(RANGE), Value::from(error.message)];
                return self.exception(ExceptionKind::OverflowError, arguments);
            }
        };
        self.error(kind, error.message)
    }

    /// A result of the text layer as one of the VM.
    #[inline]
    pub fn checked<T>(&mut self, result: std::result::Result<T, TextError>) -> Result<T> {
        result.map_err(|error| self.text_error(error))
    }

    /// The float that a number is; what CPython's functions ask of a "real number".
    pub fn real_number(&mut self, value: &Value) -> Result<f64> {
        match self.real_number_or_none(value)? {
            Some(number) => Ok(number),
            None => {
                let kind = self.type_name(value);
                Err(self.type_error(format!("must be real number, not {kind}")))
            }
        }
    }

    /// The float that a number is; `None` for what is no number.
    pub fn real_number_or_none(&mut self, value: &Value) -> Result<Option<f64>> {
        if let Value::Float(number) = value {
            return Ok(Some(number.get()));
        }
        let is_plain = match value {
            Value::Object(object) => !object.is_derived(),
            _ => true,
        };
        if is_plain && let Some(number) = value.as_float() {
            return Ok(Some(number));
        }
        if is_plain && let Some(number) = value.as_integer() {
            return self.checked(int_to_float(number)).map(Some);
        }
        let name = self.names.float.clone();
        if let Some(result) = self.call_special(value, &name, &[])? {
            return match result.as_float() {
                Some(number) => {
                    if matches!(result, Value::Object(_)) {
                        let class = self.type_name(value);
                        self.warn_of_subclass(&format!("{class}.__float__"), &result, "float")?;
                    }
                    Ok(Some(number))
                }
                None => {
                    let (class, kind) = (self.type_name(value), self.type_name(&result));
                    Err(self
                        .type_error(format!("{class}.__float__ returned non-float (type {kind})")))
                }
            };
        }
        if self.is_index(value) {
            let index = self.index(value)?;
            if let Some(number) = index.as_integer() {
                return self.checked(int_to_float(number)).map(Some);
            }
        }
        Ok(None)
    }

    /// The int that a number is by `__int__` or `__index__`; `None` for what has neither.
    pub fn whole_number_or_none(&mut self, value: &Value) -> Result<Option<Value>> {
        let is_plain = match value {
            Value::Object(object) => !object.is_derived(),
            _ => true,
        };
        if is_plain && let Some(number) = value.as_integer() {
            return Ok(Some(match number {
                Integer::Small(number) => Value::Int(number),
                Integer::Big(_) => value.clone(),
            }));
        }
        let name = self.names.int.clone();
        if let Some(result) = self.call_special(value, &name, &[])? {
            return match result.as_integer() {
                Some(number) => {
                    let number = Value::from(number.to_bigint());
                    if !self.class_of(&result).same(&self.types.int) {
                        self.warn_of_subclass("__int__", &result, "int")?;
                    }
                    Ok(Some(number))
                }
                None => {
                    let kind = self.type_name(&result);
                    Err(self.type_error(format!("__int__ returned non-int (type {kind})")))
                }
            };
        }
        if self.is_index(value) {
            let index = self.index(value)?;
            return Ok(index.as_integer().map(|number| Value::from(number.to_bigint())));
        }
        Ok(None)
    }

    /// "… returned non-int": an instance of a derived class is taken, with a warning.
    fn warn_of_subclass(&mut self, method: &str, result: &Value, wanted: &str) -> Result<()> {
        let kind = self.type_name(result);
        self.warn_deprecated(&format!(
            "{method} returned non-{wanted} (type {kind}).  The ability to return an instance of a \
             strict subclass of {wanted} is deprecated, and may be removed in a future version of \
             Python."
        ))
    }

    /// What `__trunc__` says, which `int()` asks last.
    pub fn truncated_or_none(&mut self, value: &Value) -> Result<Option<Value>> {
        let name = self.intern("__trunc__");
        if self.lookup_special(value, &name).is_none() {
            return Ok(None);
        }
        self.warn_deprecated("The delegation of int() to __trunc__ is deprecated.")?;
        let Some(result) = self.call_special(value, &name, &[])? else { return Ok(None) };
        if let Some(number) = result.as_integer() {
            return Ok(Some(Value::from(number.to_bigint())));
        }
        if !self.is_index(&result) {
            let kind = self.type_name(&result);
            return Err(self.type_error(format!("__trunc__ returned non-Integral (type {kind})")));
        }
        let index = self.index(&result)?;
        Ok(index.as_integer().map(|number| Value::from(number.to_bigint())))
    }

    /// An argument that CPython takes as `int`.
    pub fn index_i32(&mut self, value: &Value) -> Result<i32> {
        let number = self.index(value)?;
        let small = number.as_integer().and_then(|number| number.to_i64());
        match small.and_then(|number| i32::try_from(number).ok()) {
            Some(number) => Ok(number),
            None => Err(self.overflow_error("Python int too large to convert to C int")),
        }
    }

    /// An int of any size from an argument that must be one.
    pub fn index_big(&mut self, value: &Value) -> Result<BigInt> {
        let index = self.index(value)?;
        Ok(index.as_integer().map(|number| number.to_bigint()).unwrap_or_default())
    }

    /// Text to bytes.
    pub fn encode(&mut self, text: &Value, encoding: &str, errors: &str) -> Result<Vec<u8>> {
        let Ok(known) = Encoding::from_name(encoding) else {
            return self.encode_by_registry("encode", text, encoding, errors);
        };
        match codecs::encode(text.as_str().unwrap_or(""), known, errors) {
            Ok(bytes) => Ok(bytes),
            Err(CodecFailure::Lookup(_)) => {
                self.encode_by_registry("encode_with_handler", text, encoding, errors)
            }
            Err(failure) => Err(self.codec_failure(failure, text, true)),
        }
    }

    /// Bytes to text.
    pub fn decode(&mut self, bytes: &[u8], encoding: &str, errors: &str) -> Result<String> {
        let Ok(known) = Encoding::from_name(encoding) else {
            return self.decode_by_registry("decode", bytes, encoding, errors);
        };
        match codecs::decode(bytes, known, errors) {
            Ok(text) => Ok(text),
            Err(CodecFailure::Lookup(_)) => {
                self.decode_by_registry("decode_with_handler", bytes, encoding, errors)
            }
            Err(failure) => {
                let object = match &failure {
                    CodecFailure::Conversion(_) => Bytes::new(bytes).into(),
                    _ => Value::None,
                };
                Err(self.codec_failure(failure, &object, false))
            }
        }
    }

    /// Encodes as encodings and error handlers that the program has registered have it.
    fn encode_by_registry(
        &mut self,
        function: &str,
        text: &Value,
        encoding: &str,
        errors: &str,
    ) -> Result<Vec<u8>> {
        let result = self.ask_codec_registry(function, text.clone(), encoding, errors)?;
        Ok(result.as_bytes().map(|bytes| bytes.to_vec()).unwrap_or_default())
    }

    /// Decodes likewise.
    fn decode_by_registry(
        &mut self,
        function: &str,
        bytes: &[u8],
        encoding: &str,
        errors: &str,
    ) -> Result<String> {
        let data = Bytes::new(bytes).into();
        let result = self.ask_codec_registry(function, data, encoding, errors)?;
        Ok(result.as_str().unwrap_or_default().to_owned())
    }

    fn ask_codec_registry(
        &mut self,
        function: &str,
        object: Value,
        encoding: &str,
        errors: &str,
    ) -> Result {
        let registry = self.import("_codec_registry")?;
        let name = self.intern(function);
        let function = self.get_attr(&registry, &name)?;
        self.call(&function, &[object, encoding.into(), errors.into()])
    }

    #[cold]
    fn codec_failure(
        &mut self,
        failure: CodecFailure,
        object: &Value,
        encoding: bool,
    ) -> Ref<Exception> {
        match failure {
            CodecFailure::Conversion(error) => self.unicode_error(error, object, encoding),
            CodecFailure::Lookup(message) => self.error(ExceptionKind::LookupError, message),
            CodecFailure::WrongDirection(message) => self.type_error(message),
        }
    }

    /// A UnicodeEncodeError or UnicodeDecodeError with its fields.
    fn unicode_error(
        &mut self,
        error: CodecError,
        object: &Value,
        encoding: bool,
    ) -> Ref<Exception> {
        let kind = if encoding {
            ExceptionKind::UnicodeEncodeError
        } else {
            ExceptionKind::UnicodeDecodeError
        };
        let fields = [
            Value::from(error.encoding),
            object.clone(),
            Value::from(error.start),
            Value::from(error.end),
            Value::from(error.reason),
        ];
        let exception = self.exception(kind, fields.clone());
        for (place, field) in fields.into_iter().enumerate() {
            exception.set_field(place, field);
        }
        exception
    }
}
