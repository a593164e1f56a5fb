//! The texts of values: `repr`, `str`, `ascii`, `format`.

use crate::object::number::Integer;
use crate::object::string::Str;
use crate::object::{Ref, Result, Value};
use crate::text::format_number::{format_float, format_int};
use crate::text::format_spec::format_str;
use crate::text::{escapes, float_text};
use crate::vm::Vm;

impl Vm {
    /// `repr(value)`.
    pub fn repr(&mut self, value: &Value) -> Result<Ref<Str>> {
        if let Some(text) = immediate_text(value) {
            return Ok(text);
        }
        if let Some(text) = value.get_exact::<Str>() {
            return Ok(Str::from_string(escapes::repr_str(text.as_str())));
        }
        let name = self.names.repr.clone();
        let result = self.with_recursion_check("while getting the repr of an object", |vm| {
            vm.call_special(value, &name, &[])
        })?;
        self.expect_text(result, "__repr__")
    }

    /// `str(value)`.
    pub fn to_str(&mut self, value: &Value) -> Result<Ref<Str>> {
        if let Some(text) = immediate_text(value) {
            return Ok(text);
        }
        if let Value::Object(object) = value
            && !object.is_derived()
            && let Some(text) = object.downcast_ref::<Str>()
        {
            return Ok(text.clone());
        }
        let name = self.names.str.clone();
        let result = self.with_recursion_check("while getting the str of an object", |vm| {
            vm.call_special(value, &name, &[])
        })?;
        self.expect_text(result, "__str__")
    }

    /// Appends `str(value)` to a text that is being put together.
    pub fn push_str(&mut self, out: &mut String, value: &Value) -> Result<()> {
        match value {
            Value::Int(number) => out.push_str(itoa::Buffer::new().format(*number)),
            _ => match value.get_exact::<Str>() {
                Some(text) => out.push_str(text.as_str()),
                None => out.push_str(self.to_str(value)?.as_str()),
            },
        }
        Ok(())
    }

    /// An empty text to write in, to be given back to [`Vm::text_of_buffer`]: most results are short
    /// and need no memory but their own.
    #[inline]
    pub fn take_text_buffer(&mut self) -> String {
        std::mem::take(&mut self.text_buffer)
    }

    /// The string of a text that has been written into the buffer.
    #[inline]
    pub fn text_of_buffer(&mut self, mut text: String) -> Ref<Str> {
        const LONGEST_KEPT: usize = 4096;
        if text.len() > LONGEST_KEPT {
            return Str::from_string(text);
        }
        let string = Str::new(&text);
        text.clear();
        self.text_buffer = text;
        string
    }

    /// `ascii(value)`.
    pub fn ascii(&mut self, value: &Value) -> Result<Ref<Str>> {
        let text = self.repr(value)?;
        if text.is_ascii() {
            return Ok(text);
        }
        Ok(Str::from_string(escapes::escape_non_ascii(text.as_str())))
    }

    /// `format(value, spec)`.
    pub fn format(&mut self, value: &Value, spec: &str) -> Result<Ref<Str>> {
        if let Some(text) = self.format_exact(value, spec) {
            return text;
        }
        let name = self.names.format.clone();
        let result = self.call_special(value, &name, &[Value::from(spec)])?;
        match result {
            Some(Value::Object(object)) => match object.downcast::<Str>() {
                Ok(text) => Ok(text),
                Err(other) => Err(self.wrong_format_result(&Value::Object(other))),
            },
            Some(other) => Err(self.wrong_format_result(&other)),
            None => {
                let kind = self.type_name(value);
                Err(self.type_error(format!("Type {kind} doesn't define __format__")))
            }
        }
    }

    /// Numbers and strings of the built-in classes themselves, without looking anything up.
    fn format_exact(&mut self, value: &Value, spec: &str) -> Option<Result<Ref<Str>>> {
        let text = match value {
            Value::Int(_) | Value::Float(_) if spec.is_empty() => return Some(self.to_str(value)),
            Value::Int(number) => {
                format_int(Integer::Small(*number), spec, "int", self.digit_limit())
            }
            Value::Float(number) => format_float(number.get(), spec, "float"),
            Value::Object(object) if !object.is_derived() => {
                let text = object.downcast_ref::<Str>()?;
                if spec.is_empty() {
                    return Some(Ok(text.clone()));
                }
                format_str(text.as_str(), spec, "str")
            }
            _ => return None,
        };
        Some(self.checked(text).map(Str::from_string))
    }

    #[cold]
    fn wrong_format_result(&mut self, result: &Value) -> Ref<crate::object::Exception> {
        let kind = self.type_name(result);
        self.type_error(format!("__format__ must return a str, not {kind}"))
    }

    fn expect_text(&mut self, result: Option<Value>, method: &str) -> Result<Ref<Str>> {
        let result = result.unwrap_or(Value::None);
        match result {
            Value::Object(object) if object.get::<Str>().is_some() => {
                match object.downcast::<Str>() {
                    Ok(text) => Ok(text),
                    Err(_) => Err(self.system_error("a string is not a string")),
                }
            }
            other => {
                let kind = self.type_name(&other);
                Err(self.type_error(format!("{method} returned non-string (type {kind})")))
            }
        }
    }

    /// The `repr` of a container: `open`, its items with commas, `close`; `[...]` inside itself.
    pub fn repr_of_items(
        &mut self,
        container: &Value,
        open: &str,
        close: &str,
        mut item: impl FnMut(&mut Vm, usize) -> Option<Value>,
    ) -> Result<String> {
        let shown = self.guard_repr(container, |vm| {
            let mut text = String::from(open);
            let mut index = 0;
            while let Some(value) = item(vm, index) {
                if index > 0 {
                    text.push_str(", ");
                }
                text.push_str(vm.repr(&value)?.as_str());
                index += 1;
            }
            text.push_str(close);
            Ok(text)
        })?;
        Ok(shown.unwrap_or_else(|| format!("{open}...{close}")))
    }
}

/// The text of values that need no look-up; `str` and `repr` are the same for them.
fn immediate_text(value: &Value) -> Option<Ref<Str>> {
    Some(match value {
        Value::None => Str::new("None"),
        Value::True => Str::new("True"),
        Value::False => Str::new("False"),
        Value::Ellipsis => Str::new("Ellipsis"),
        Value::NotImplemented => Str::new("NotImplemented"),
        Value::Int(number) => int_text(*number),
        Value::Float(number) => Str::from_string(float_text::repr(number.get())),
        _ => return None,
    })
}

/// A small int in decimal, without a detour over the memory allocator.
fn int_text(number: i64) -> Ref<Str> {
    Str::new(itoa::Buffer::new().format(number))
}
