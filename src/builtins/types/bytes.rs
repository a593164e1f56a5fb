//! `bytes`: the class, and how bytes are made of other objects.

use crate::object::bytes::Bytes;
use crate::object::iterator::{Iterator, IteratorKind};
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::string::Str;
use crate::object::tuple::Tuple;
use crate::object::{Result, Value};
use crate::text::escapes;
use crate::vm::Vm;

use super::arguments::string_argument;
use super::bytes_methods::{as_class, from_hex, make_translation, with_shared_methods};

pub const CLASS: ClassSpec = ClassSpec {
    name: "bytes",
    layout: Kind::Bytes,
    is_base_type: true,
    new: Some(&Native::new("__new__", "source=b'', encoding='utf-8', errors='strict'", new)),
    methods: with_shared_methods![
        Native::new("__bytes__", "", |vm, args| {
            let content = args.receiver::<Bytes>(vm)?.data.clone();
            Ok(exact(args.get(0), &content))
        }),
        Native::new("__getnewargs__", "", |vm, args| {
            let content = args.receiver::<Bytes>(vm)?.data.clone();
            Ok(Tuple::new([Bytes::new(content).into()]).into())
        }),
        Native::new("__hash__", "", |vm, args| {
            Ok(crate::object::hash::hash_bytes(&args.receiver::<Bytes>(vm)?.data).into())
        }),
        Native::new("__iter__", "", |vm, args| {
            args.receiver::<Bytes>(vm)?;
            Ok(Iterator::new(IteratorKind::Bytes, args.get(0).clone()).into())
        }),
        Native::new("__repr__", "", |vm, args| {
            Ok(escapes::repr_bytes(&args.receiver::<Bytes>(vm)?.data).into())
        }),
        Native::new("__rmod__", "value, /", |_, _| Ok(Value::NotImplemented)),
        Native::new("__sizeof__", "", |vm, args| {
            Ok((33 + args.receiver::<Bytes>(vm)?.data.len()).into())
        }),
        Native::new("__str__", "", |vm, args| {
            Ok(escapes::repr_bytes(&args.receiver::<Bytes>(vm)?.data).into())
        }),
    ],
    class_methods: &[Native::new("fromhex", "string, /", |vm, args| {
        let content = Bytes::new(from_hex(vm, args)?).into();
        let own = args.get(0).get_ref().is_some_and(|class| vm.types.bytes.same(class));
        as_class(vm, args.get(0), own, content)
    })],
    static_methods: &[Native::new("maketrans", "frm, to, /", make_translation)],
    doc: "bytes(source): a sequence of bytes that never changes, from an iterable of ints, a text\n\
          and its encoding, a bytes-like object, or a count of zeros.",
    ..ClassSpec::EMPTY
};

/// Bytes as an exact `bytes`.
fn exact(value: &Value, content: &[u8]) -> Value {
    match value {
        Value::Object(object) if object.is_derived() => Bytes::new(content).into(),
        _ => value.clone(),
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.bytes.clone();
    let class = vm.class_argument(args, &owner)?;
    let source = args.get(1);
    let is_plain = args.get(2).is_unbound() && args.get(3).is_unbound();
    if class.same(&owner) && is_plain && source.get_exact::<Bytes>().is_some() {
        return Ok(source.clone());
    }
    let is_exact_string = source.get_exact::<Str>().is_some();
    if is_plain && source.get_exact::<Bytes>().is_none() && !is_exact_string {
        let name = vm.names.bytes.clone();
        if let Some(result) = vm.call_special(source, &name, &[])? {
            if result.get::<Bytes>().is_none() {
                let kind = vm.type_name(&result);
                let message = format!("__bytes__ returned non-bytes (type {kind})");
                return Err(vm.type_error(message));
            }
            return Ok(vm.as_instance_of(result, &class));
        }
    }
    let content = content_of_arguments(vm, args, "bytes")?;
    Ok(vm.as_instance_of(Bytes::new(content).into(), &class))
}

/// The content that the arguments of `bytes()` or `bytearray()` describe.
pub fn content_of_arguments(vm: &mut Vm, args: &Args, kind: &str) -> Result<Vec<u8>> {
    let (source, encoding, errors) = (args.get(1), args.get(2), args.get(3));
    let encoding = match encoding {
        Value::Unbound => None,
        value => Some(string_argument(vm, value, format_args!("{kind}() argument 'encoding'"))?),
    };
    let given_errors = match errors {
        Value::Unbound => None,
        value => Some(string_argument(vm, value, format_args!("{kind}() argument 'errors'"))?),
    };
    if source.as_str().is_some() {
        let Some(encoding) = encoding else {
            return Err(vm.type_error("string argument without an encoding"));
        };
        return vm.encode(source, encoding, given_errors.unwrap_or("strict"));
    }
    if encoding.is_some() {
        return Err(vm.type_error("encoding without a string argument"));
    }
    if !errors.is_unbound() {
        return Err(vm.type_error("errors without a string argument"));
    }
    match source {
        Value::Unbound => return Ok(Vec::new()),
        value if value.as_bytes().is_none() && vm.is_index(value) => {
            let count = vm.index_count(value)?;
            if count < 0 {
                return Err(vm.value_error("negative count"));
            }
            let mut content = Vec::new();
            if content.try_reserve_exact(count as usize).is_err() {
                return Err(vm.text_error(crate::text::TextError::memory()));
            }
            content.resize(count as usize, 0);
            return Ok(content);
        }
        _ => {}
    }
    content_or_error(vm, source, kind)
}

/// The content of a bytes-like object, or of an iterable of numbers: what `bytes(value)` holds.
pub fn content_of(vm: &mut Vm, value: &Value) -> Result<Vec<u8>> {
    if value.as_bytes().is_none() {
        let name = vm.names.bytes.clone();
        if let Some(result) = vm.call_special(value, &name, &[])?
            && let Some(bytes) = result.as_bytes()
        {
            return Ok(bytes.to_vec());
        }
    }
    content_or_error(vm, value, "bytes")
}

fn content_or_error(vm: &mut Vm, value: &Value, kind: &str) -> Result<Vec<u8>> {
    if let Some(bytes) = value.as_bytes() {
        return Ok(bytes.to_vec());
    }
    if value.as_str().is_some() || !vm.is_iterable(value) {
        let found = vm.type_name(value);
        return Err(vm.type_error(format!("cannot convert '{found}' object to {kind}")));
    }
    let mut content = Vec::new();
    let what = if kind == "bytes" { "bytes" } else { "byte" };
    vm.for_each(value, |vm, item| {
        let number = vm.index(&item)?;
        let byte = number.as_integer().and_then(|number| number.to_i64());
        match byte.and_then(|byte| u8::try_from(byte).ok()) {
            Some(byte) => content.push(byte),
            None => return Err(vm.value_error(format!("{what} must be in range(0, 256)"))),
        }
        Ok(true)
    })?;
    Ok(content)
}
