//! The exceptions of encoding and decoding.

use super::base::set_arguments;
use super::field;
use crate::object::bytes::{ByteArray, Bytes};
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::string::Str;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

const BASE: ClassSpec =
    ClassSpec { layout: Kind::Exception, is_base_type: true, ..ClassSpec::EMPTY };

pub static UNICODE_DECODE_ERROR: ClassSpec = ClassSpec {
    methods: &[
        Native::new("__init__", "*args, **kwargs", decode_init),
        Native::new("__str__", "", decode_str),
    ],
    attributes: &[
        field::<0>("encoding"),
        field::<1>("object"),
        field::<2>("start"),
        field::<3>("end"),
        field::<4>("reason"),
    ],
    ..BASE
};

pub static UNICODE_ENCODE_ERROR: ClassSpec = ClassSpec {
    methods: &[
        Native::new("__init__", "*args, **kwargs", encode_init),
        Native::new("__str__", "", encode_str),
    ],
    attributes: &[
        field::<0>("encoding"),
        field::<1>("object"),
        field::<2>("start"),
        field::<3>("end"),
        field::<4>("reason"),
    ],
    ..BASE
};

pub static UNICODE_TRANSLATE_ERROR: ClassSpec = ClassSpec {
    methods: &[
        Native::new("__init__", "*args, **kwargs", translate_init),
        Native::new("__str__", "", translate_str),
    ],
    attributes: &[
        field::<0>("object"),
        field::<1>("start"),
        field::<2>("end"),
        field::<3>("reason"),
    ],
    ..BASE
};

/// What an argument must be.
#[derive(Clone, Copy, PartialEq)]
enum Wanted {
    Text,
    Data,
    Number,
}

fn read(vm: &mut Vm, args: &Args, wanted: &[Wanted]) -> Result {
    super::base::refuse_keywords(vm, args)?;
    let exception = set_arguments(vm, args)?;
    let arguments = args.rest(1);
    if arguments.len() != wanted.len() {
        let (expected, given) = (wanted.len(), arguments.len());
        return Err(
            vm.type_error(format!("function takes exactly {expected} arguments ({given} given)"))
        );
    }
    for (index, (value, wanted)) in arguments.iter().zip(wanted).enumerate() {
        let value = match wanted {
            Wanted::Text if value.get::<Str>().is_none() => {
                let found = vm.type_name(value);
                let place = index + 1;
                return Err(vm.type_error(format!("argument {place} must be str, not {found}")));
            }
            Wanted::Data if value.get::<Bytes>().is_none() => match value.get::<ByteArray>() {
                Some(data) => Bytes::new(data.data.borrow().clone()).into(),
                None => {
                    let found = vm.type_name(value);
                    return Err(
                        vm.type_error(format!("a bytes-like object is required, not '{found}'"))
                    );
                }
            },
            Wanted::Number => vm.index_i64(value)?.into(),
            _ => value.clone(),
        };
        exception.set_field(index, value);
    }
    Ok(Value::None)
}

fn decode_init(vm: &mut Vm, args: &Args) -> Result {
    use Wanted::*;
    read(vm, args, &[Text, Data, Number, Number, Text])
}

fn encode_init(vm: &mut Vm, args: &Args) -> Result {
    use Wanted::*;
    read(vm, args, &[Text, Text, Number, Number, Text])
}

fn translate_init(vm: &mut Vm, args: &Args) -> Result {
    use Wanted::*;
    read(vm, args, &[Text, Number, Number, Text])
}

fn number(exception: &Ref<Exception>, index: usize) -> i64 {
    match exception.field(index) {
        Value::Int(value) => value,
        _ => 0,
    }
}

fn decode_str(vm: &mut Vm, args: &Args) -> Result {
    let exception = args.receiver::<Exception>(vm)?;
    let encoding = vm.to_str(&exception.field(0))?;
    let reason = vm.to_str(&exception.field(4))?;
    let (start, end) = (number(exception, 2), number(exception, 3));
    let byte = exception
        .field(1)
        .get::<Bytes>()
        .filter(|_| end == start + 1)
        .and_then(|bytes| bytes.data.get(usize::try_from(start).ok()?).copied());
    let what = match byte {
        Some(byte) => format!("byte 0x{byte:02x} in position {start}"),
        None => format!("bytes in position {start}-{}", end - 1),
    };
    Ok(format!("'{}' codec can't decode {what}: {}", encoding.as_str(), reason.as_str()).into())
}

/// `character '\xff' in position 2` or `characters in position 2-4`.
fn characters(object: &Value, start: i64, end: i64) -> String {
    let character = object
        .get::<Str>()
        .filter(|_| end == start + 1)
        .and_then(|text| text.char_at(usize::try_from(start).ok()?));
    match character.map(ouro_grammar::surrogate::to_code_point) {
        Some(code @ ..=0xff) => format!("character '\\x{code:02x}' in position {start}"),
        Some(code @ ..=0xffff) => format!("character '\\u{code:04x}' in position {start}"),
        Some(code) => format!("character '\\U{code:08x}' in position {start}"),
        None => format!("characters in position {start}-{}", end - 1),
    }
}

fn encode_str(vm: &mut Vm, args: &Args) -> Result {
    let exception = args.receiver::<Exception>(vm)?;
    let encoding = vm.to_str(&exception.field(0))?;
    let reason = vm.to_str(&exception.field(4))?;
    let what = characters(&exception.field(1), number(exception, 2), number(exception, 3));
    Ok(format!("'{}' codec can't encode {what}: {}", encoding.as_str(), reason.as_str()).into())
}

fn translate_str(vm: &mut Vm, args: &Args) -> Result {
    let exception = args.receiver::<Exception>(vm)?;
    let reason = vm.to_str(&exception.field(3))?;
    let what = characters(&exception.field(0), number(exception, 1), number(exception, 2));
    Ok(format!("can't translate {what}: {}", reason.as_str()).into())
}
