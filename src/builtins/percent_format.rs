//! The operator `%` of `str`, `bytes` and `bytearray`.

use crate::builtins::exceptions::ExceptionKind;
use crate::object::kinds::Kind;
use crate::object::string::Str;
use crate::object::{Exception, Ref, Result, Value};
use crate::text::format_number::character;
use crate::text::int_text::IntRef;
use crate::text::percent::{Field, Key, Layout, Piece, Size, Template, unsupported_character};

use crate::vm::Vm;

/// What the fields of a template are filled with.
struct Supply<'a> {
    items: &'a [Value],
    next: usize,
    /// What keys are looked up in.
    mapping: Option<&'a Value>,
    /// What was found under the last key, unless it has been taken.
    found: Option<Value>,
}

impl<'a> Supply<'a> {
    fn new(vm: &Vm, arguments: &'a Value) -> Supply<'a> {
        let items = arguments.as_tuple().unwrap_or(std::slice::from_ref(arguments));
        let is_text = match arguments {
            Value::Object(object) => {
                matches!(object.kind(), Kind::Tuple | Kind::Str | Kind::Bytes | Kind::ByteArray)
            }
            _ => true,
        };
        let has_items = !is_text && vm.lookup_special(arguments, &vm.names.getitem).is_some();
        Supply { items, next: 0, mapping: has_items.then_some(arguments), found: None }
    }

    fn take(&mut self, vm: &mut Vm) -> Result {
        if let Some(found) = self.found.take() {
            return Ok(found);
        }
        match self.items.get(self.next) {
            Some(item) => {
                self.next += 1;
                Ok(item.clone())
            }
            None => Err(vm.type_error("not enough arguments for format string")),
        }
    }

    /// Makes the value under `key` the only item.
    fn look_up(&mut self, vm: &mut Vm, key: Value) -> Result<()> {
        let Some(mapping) = self.mapping else {
            return Err(vm.type_error("format requires a mapping"));
        };
        self.found = Some(vm.get_item(mapping, &key)?);
        self.items = &[];
        self.next = 0;
        Ok(())
    }

    fn check_all_used(&self, vm: &mut Vm, kind: &str) -> Result<()> {
        if self.next < self.items.len() && self.mapping.is_none() {
            return Err(
                vm.type_error(format!("not all arguments converted during {kind} formatting"))
            );
        }
        Ok(())
    }
}

/// Settles what a field leaves open: looks up its key and takes its `*` sizes; gives its layout and
/// the index of its conversion.
fn settle(vm: &mut Vm, supply: &mut Supply, field: &Field, for_bytes: bool) -> Result<Layout> {
    match field.key {
        Key::None => {}
        Key::Name(name) => {
            let key = if for_bytes {
                crate::object::bytes::Bytes::new(latin_1(name)).into()
            } else {
                Value::from(name)
            };
            supply.look_up(vm, key)?;
        }
        Key::Unterminated if supply.mapping.is_none() => {
            return Err(vm.type_error("format requires a mapping"));
        }
        Key::Unterminated => return Err(vm.value_error("incomplete format key")),
    }
    let mut layout = Layout {
        left: field.left,
        plus: field.plus,
        blank: field.blank,
        alternate: field.alternate,
        zero: field.zero,
        width: 0,
        precision: None,
        conversion: ' ',
    };
    match field.width {
        Size::None => {}
        Size::Given(width) => layout.width = width,
        Size::TooBig => return Err(vm.value_error("width too big")),
        Size::Argument => {
            let width = size_argument(vm, supply, i64::MAX, "ssize_t")?;
            layout.left |= width < 0;
            layout.width = width.unsigned_abs() as usize;
        }
    }
    match field.precision {
        Size::None => {}
        Size::Given(precision) => layout.precision = Some(precision),
        Size::TooBig => {
            let what = if for_bytes { "prec" } else { "precision" };
            return Err(vm.value_error(format!("{what} too big")));
        }
        Size::Argument => {
            let precision = size_argument(vm, supply, i64::from(i32::MAX), "int")?;
            layout.precision = Some(precision.max(0) as usize);
        }
    }
    match field.conversion {
        Some(conversion) => layout.conversion = conversion,
        None => return Err(vm.value_error("incomplete format")),
    }
    Ok(layout)
}

/// The argument for a `*`; `limit` and `kind` are those of the C type that CPython reads it as.
fn size_argument(vm: &mut Vm, supply: &mut Supply, limit: i64, kind: &str) -> Result<i64> {
    let value = supply.take(vm)?;
    let Some(number) = value.as_integer() else { return Err(vm.type_error("* wants int")) };
    match number.to_i64() {
        Some(number) if (-limit - 1..=limit).contains(&number) => Ok(number),
        _ => Err(vm.overflow_error(format!("Python int too large to convert to C {kind}"))),
    }
}

/// `template % arguments` of a string.
pub fn format_str(vm: &mut Vm, template: &Value, arguments: &Value) -> Result {
    let text = template.as_str().unwrap_or_default();
    let mut supply = Supply::new(vm, arguments);
    let mut out = vm.take_text_buffer();
    for piece in Template::new(text) {
        let field = match piece {
            Piece::Literal(literal) => {
                out.push_str(literal);
                continue;
            }
            Piece::Plain(b'r') => {
                let value = supply.take(vm)?;
                out.push_str(vm.repr(&value)?.as_str());
                continue;
            }
            Piece::Plain(conversion) => {
                let value = supply.take(vm)?;
                if conversion == b's' || matches!(value, Value::Int(_)) {
                    vm.push_str(&mut out, &value)?;
                } else {
                    let layout = settle(vm, &mut supply, &Field::plain(conversion), false)?;
                    let number = whole_number(vm, &value, 'd')?;
                    let limit = vm.digit_limit();
                    let digits = layout.int(number.as_integer().unwrap_or(IntRef::Small(0)), limit);
                    out.push_str(&vm.checked(digits)?);
                }
                continue;
            }
            Piece::Field(field) => field,
        };
        let layout = settle(vm, &mut supply, &field, false)?;
        let value = supply.take(vm)?;
        let formatted = match layout.conversion {
            's' => {
                let shown = vm.to_str(&value)?;
                layout.text(shown.as_str())
            }
            'r' => {
                let shown = vm.repr(&value)?;
                layout.text(shown.as_str())
            }
            'a' => {
                let shown = vm.ascii(&value)?;
                layout.text(shown.as_str())
            }
            'c' => {
                let c = one_character(vm, &value)?;
                layout.character(c.encode_utf8(&mut [0; 4]))
            }
            'd' | 'i' | 'u' | 'o' | 'x' | 'X' => {
                let number = whole_number(vm, &value, layout.conversion)?;
                let limit = vm.digit_limit();
                layout.int(number.as_integer().unwrap_or(IntRef::Small(0)), limit)
            }
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
                let number = vm.real_number(&value)?;
                layout.float(number)
            }
            other => Err(unsupported_character(other, &text[..field.offset])),
        };
        out.push_str(&vm.checked(formatted)?);
    }
    supply.check_all_used(vm, "string")?;
    Ok(vm.text_of_buffer(out).into())
}

fn one_character(vm: &mut Vm, value: &Value) -> Result<char> {
    if let Some(text) = value.get::<Str>() {
        return match (text.len(), text.char_at(0)) {
            (1, Some(c)) => Ok(c),
            _ => Err(vm.type_error("%c requires int or char")),
        };
    }
    let number = match vm.index(value) {
        Ok(number) => number,
        Err(error) if vm.is_exception(&error, ExceptionKind::TypeError) => {
            return Err(vm.type_error("%c requires int or char"));
        }
        Err(error) => return Err(error),
    };
    match number.as_integer().and_then(|number| number.to_i64()).and_then(character) {
        Some(c) => Ok(c),
        None => Err(vm.overflow_error("%c arg not in range(0x110000)")),
    }
}

/// The int for the conversions of whole numbers.
fn whole_number(vm: &mut Vm, value: &Value, conversion: char) -> Result {
    let needs_index = matches!(conversion, 'o' | 'x' | 'X');
    let is_text = match value {
        Value::Object(object) => {
            matches!(object.kind(), Kind::Str | Kind::Bytes | Kind::ByteArray)
        }
        _ => false,
    };
    let number = match needs_index {
        _ if is_text => Ok(None),
        true if !vm.is_index(value) => Ok(None),
        true => vm.index(value).map(Some),
        false => vm.whole_number_or_none(value),
    };
    match number {
        Ok(Some(number)) => Ok(number),
        Ok(None) => Err(wrong_number(vm, value, conversion)),
        Err(error) if vm.is_exception(&error, ExceptionKind::TypeError) => {
            Err(wrong_number(vm, value, conversion))
        }
        Err(error) => Err(error),
    }
}

#[cold]
fn wrong_number(vm: &mut Vm, value: &Value, conversion: char) -> Ref<Exception> {
    let wanted = if matches!(conversion, 'o' | 'x' | 'X') { "an integer" } else { "a real number" };
    let kind = vm.type_name(value);
    vm.type_error(format!("%{conversion} format: {wanted} is required, not {kind}"))
}

/// The bytes of a text whose characters stand for bytes.
fn latin_1(text: &str) -> Vec<u8> {
    text.chars().map(|c| c as u32 as u8).collect()
}

/// `template % arguments` of bytes; what comes out becomes `bytes` or `bytearray` in the caller.
pub fn format_bytes(vm: &mut Vm, template: &[u8], arguments: &Value) -> Result<Vec<u8>> {
    let text: String = template.iter().map(|byte| *byte as char).collect();
    let mut supply = Supply::new(vm, arguments);
    let mut out = Vec::with_capacity(template.len() + 16);
    for piece in Template::new(&text) {
        let field = match piece {
            Piece::Literal(literal) => {
                out.extend(latin_1(literal));
                continue;
            }
            Piece::Plain(conversion) => Field::plain(conversion),
            Piece::Field(field) => field,
        };
        let layout = settle(vm, &mut supply, &field, true)?;
        let value = supply.take(vm)?;
        let formatted = match layout.conversion {
            's' | 'b' => {
                let bytes = bytes_of(vm, &value)?;
                layout.text(&bytes.iter().map(|byte| *byte as char).collect::<String>())
            }
            'r' | 'a' => {
                let shown = vm.ascii(&value)?;
                layout.text(shown.as_str())
            }
            'c' => {
                let byte = one_byte(vm, &value)?;
                layout.character((byte as char).encode_utf8(&mut [0; 4]))
            }
            'd' | 'i' | 'u' | 'o' | 'x' | 'X' => {
                let number = whole_number(vm, &value, layout.conversion)?;
                let limit = vm.digit_limit();
                layout.int(number.as_integer().unwrap_or(IntRef::Small(0)), limit)
            }
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => match vm.real_number_or_none(&value)? {
                Some(number) => layout.float(number),
                None => {
                    let kind = vm.type_name(&value);
                    return Err(vm.type_error(format!("float argument required, not {kind}")));
                }
            },
            other => {
                let mut error = unsupported_character(other, &text[..field.offset]);
                error.message = error.message.replace("'?'", &format!("'{other}'"));
                Err(error)
            }
        };
        out.extend(latin_1(&vm.checked(formatted)?));
    }
    supply.check_all_used(vm, "bytes")?;
    Ok(out)
}

/// What `%b` shows: the content of a bytes-like object, or what `__bytes__` gives.
fn bytes_of(vm: &mut Vm, value: &Value) -> Result<Vec<u8>> {
    if let Some(bytes) = value.as_bytes() {
        return Ok(bytes.to_vec());
    }
    let name = vm.names.bytes.clone();
    if let Some(result) = vm.call_special(value, &name, &[])? {
        if let Some(bytes) = result.as_bytes() {
            return Ok(bytes.to_vec());
        }
        let kind = vm.type_name(&result);
        return Err(vm.type_error(format!("__bytes__ returned non-bytes (type {kind})")));
    }
    let kind = vm.type_name(value);
    Err(vm.type_error(format!(
        "%b requires a bytes-like object, or an object that implements __bytes__, not '{kind}'"
    )))
}

fn one_byte(vm: &mut Vm, value: &Value) -> Result<u8> {
    if let Some(bytes) = value.as_bytes() {
        if let [byte] = *bytes {
            return Ok(byte);
        }
    } else if vm.is_index(value) {
        let number = vm.index(value)?;
        let byte = number.as_integer().and_then(|number| number.to_i64());
        return match byte.and_then(|byte| u8::try_from(byte).ok()) {
            Some(byte) => Ok(byte),
            None => Err(vm.overflow_error("%c arg not in range(256)")),
        };
    }
    Err(vm.type_error("%c requires an integer in range(256) or a single byte"))
}
