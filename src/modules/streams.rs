//! `sys.stdin`, `sys.stdout` and `sys.stderr`: text streams over the host.

use std::cell::Cell;

use crate::builtins::exceptions::ExceptionKind;
use crate::builtins::exceptions::os::subclass_for;
use crate::host::{HostError, Stream};
use crate::object::bytes::{ByteArray, Bytes};
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native, NativeData, NativeObject};
use crate::object::string::Str;
use crate::object::{Exception, ObjectRef, Ref, Result, Value};
use crate::vm::Vm;
use ouro_grammar::surrogate;

/// Which of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    Input,
    Output,
    Error,
}

pub struct TextStream {
    pub channel: Channel,
    closed: Cell<bool>,
}

impl NativeData for TextStream {
    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}
}

/// The bytes below a text stream.
struct ByteStream {
    channel: Channel,
}

impl NativeData for ByteStream {
    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}
}

static TEXT: ClassSpec = ClassSpec {
    name: "TextIOWrapper",
    module: "_io",
    layout: Kind::Native,
    methods: &[
        Native::new("write", "text, /", write),
        Native::new("writelines", "lines, /", writelines),
        Native::new("flush", "", flush),
        Native::new("isatty", "", isatty),
        Native::new("fileno", "", fileno),
        Native::new("readable", "", |vm, args| {
            Ok((stream(vm, args.get(0))?.channel == Channel::Input).into())
        }),
        Native::new("writable", "", |vm, args| {
            Ok((stream(vm, args.get(0))?.channel != Channel::Input).into())
        }),
        Native::new("seekable", "", |_, _| Ok(Value::False)),
        Native::new("close", "", close),
        Native::new("reconfigure", "**kwargs", |_, _| Ok(Value::None)),
        Native::new("readline", "size=-1, /", readline),
        Native::new("readlines", "hint=-1, /", readlines),
        Native::new("read", "size=-1, /", read),
        Native::new("__iter__", "", |_, args| Ok(args.get(0).clone())),
        Native::new("__next__", "", next_line),
        Native::new("__enter__", "", |_, args| Ok(args.get(0).clone())),
        Native::new("__exit__", "*args", |_, _| Ok(Value::None)),
        Native::new("__repr__", "", repr),
    ],
    attributes: &[
        GetSetSpec::readonly("name", |vm, o| Ok(stream_name(stream(vm, o)?.channel).into())),
        GetSetSpec::readonly("mode", |vm, o| {
            Ok(if stream(vm, o)?.channel == Channel::Input { "r" } else { "w" }.into())
        }),
        GetSetSpec::readonly("encoding", |_, _| Ok("utf-8".into())),
        GetSetSpec::readonly("errors", |vm, o| {
            let error = stream(vm, o)?.channel == Channel::Error;
            Ok(if error { "backslashreplace" } else { "strict" }.into())
        }),
        GetSetSpec::readonly("newlines", |_, _| Ok(Value::None)),
        GetSetSpec::readonly("line_buffering", |vm, o| {
            let channel = stream(vm, o)?.channel;
            let is_buffered = !vm.system.settings.unbuffered;
            Ok((is_buffered && (channel == Channel::Error || is_terminal(vm, channel))).into())
        }),
        GetSetSpec::readonly("write_through", |vm, o| {
            let channel = stream(vm, o)?.channel;
            let is_unbuffered = vm.system.settings.unbuffered && channel == Channel::Output;
            Ok((channel == Channel::Error || is_unbuffered).into())
        }),
        GetSetSpec::readonly("closed", |vm, o| Ok(stream(vm, o)?.closed.get().into())),
        GetSetSpec::readonly("buffer", |vm, o| {
            let channel = stream(vm, o)?.channel;
            let class = vm.class_for(&BYTES);
            Ok(NativeObject::new(class, ByteStream { channel }).into())
        }),
    ],
    ..ClassSpec::EMPTY
};

static BYTES: ClassSpec = ClassSpec {
    name: "BufferedWriter",
    module: "_io",
    layout: Kind::Native,
    methods: &[
        Native::new("write", "buffer, /", write_bytes),
        Native::new("flush", "", |vm, args| {
            let channel = bytes_channel(vm, args.get(0))?;
            vm.flush_stream(channel)?;
            Ok(Value::None)
        }),
        Native::new("isatty", "", |vm, args| {
            let channel = bytes_channel(vm, args.get(0))?;
            Ok(is_terminal(vm, channel).into())
        }),
        Native::new("fileno", "", |vm, args| {
            Ok(Value::Int(file_number(bytes_channel(vm, args.get(0))?)))
        }),
        Native::new("readline", "size=-1, /", |vm, args| {
            bytes_channel(vm, args.get(0))?;
            Ok(Bytes::new(vm.input_line()?).into())
        }),
        Native::new("read", "size=-1, /", |vm, args| {
            bytes_channel(vm, args.get(0))?;
            let mut all = Vec::new();
            loop {
                let line = vm.input_line()?;
                if line.is_empty() {
                    return Ok(Bytes::new(all).into());
                }
                all.extend(line);
            }
        }),
    ],
    attributes: &[GetSetSpec::readonly("name", |vm, o| {
        Ok(stream_name(bytes_channel(vm, o)?).into())
    })],
    ..ClassSpec::EMPTY
};

fn stream<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a TextStream> {
    match object.native::<TextStream>() {
        Some(stream) => Ok(stream),
        None => Err(vm.type_error("a text stream is required")),
    }
}

fn bytes_channel(vm: &mut Vm, object: &Value) -> Result<Channel> {
    match object.native::<ByteStream>() {
        Some(stream) => Ok(stream.channel),
        None => Err(vm.type_error("a byte stream is required")),
    }
}

fn stream_name(channel: Channel) -> &'static str {
    match channel {
        Channel::Input => "<stdin>",
        Channel::Output => "<stdout>",
        Channel::Error => "<stderr>",
    }
}

fn file_number(channel: Channel) -> i64 {
    match channel {
        Channel::Input => 0,
        Channel::Output => 1,
        Channel::Error => 2,
    }
}

fn is_terminal(vm: &Vm, channel: Channel) -> bool {
    match channel {
        Channel::Input => false,
        Channel::Output => vm.host.is_terminal(Stream::Output),
        Channel::Error => vm.host.is_terminal(Stream::Error),
    }
}

impl Vm {
    /// A new `TextIOWrapper`.
    pub fn text_stream(&mut self, channel: Channel) -> Value {
        let class = self.class_for(&TEXT);
        NativeObject::new(class, TextStream { channel, closed: Cell::new(false) }).into()
    }

    /// Writes text as `sys.stdout.write` does.
    pub fn write_text(&mut self, channel: Channel, text: &str) -> Result<()> {
        let stream = match channel {
            Channel::Input => {
                let class = "UnsupportedOperation";
                return Err(self.value_error(format!("{class}: not writable")));
            }
            Channel::Output => Stream::Output,
            Channel::Error => Stream::Error,
        };
        let escaped;
        let mut text = text;
        if !text.is_ascii() && text.chars().any(surrogate::is_surrogate) {
            if channel == Channel::Output {
                return Err(self.surrogate_error(text));
            }
            escaped = escape_surrogates(text);
            text = &escaped;
        }
        match self.host.write(stream, text.as_bytes()) {
            Ok(()) => Ok(()),
            Err(error) => Err(self.output_error(channel, &error)),
        }
    }

    /// An error of writing; remembers that nobody reads any more.
    fn output_error(&mut self, channel: Channel, error: &HostError) -> Ref<Exception> {
        const BROKEN_PIPE: i32 = 32;
        self.system.output_closed |= channel == Channel::Output && error.code == BROKEN_PIPE;
        self.host_error(error, None)
    }

    fn surrogate_error(&mut self, text: &str) -> Ref<Exception> {
        let place = text.chars().position(surrogate::is_surrogate).unwrap_or(0);
        let count = text.chars().skip(place).take_while(|&c| surrogate::is_surrogate(c)).count();
        let fields = [
            Value::from("utf-8"),
            Value::from(text),
            Value::from(place),
            Value::from(place + count),
            Value::from("surrogates not allowed"),
        ];
        let error = self.exception(ExceptionKind::UnicodeEncodeError, fields.clone());
        for (index, field) in fields.into_iter().enumerate() {
            error.set_field(index, field);
        }
        error
    }

    pub fn flush_stream(&mut self, channel: Channel) -> Result<()> {
        let stream = match channel {
            Channel::Input => return Ok(()),
            Channel::Output => Stream::Output,
            Channel::Error => Stream::Error,
        };
        match self.host.flush(stream) {
            Ok(()) => Ok(()),
            Err(error) => Err(self.output_error(channel, &error)),
        }
    }

    /// The OSError for what a host says.
    #[cold]
    pub fn host_error(&mut self, error: &HostError, path: Option<&str>) -> Ref<Exception> {
        let code = i64::from(error.code);
        let kind = subclass_for(code).unwrap_or(ExceptionKind::OSError);
        let arguments = [Value::Int(code), Value::from(error.message.as_str())];
        let exception = self.exception(kind, arguments.clone());
        for (index, argument) in arguments.into_iter().enumerate() {
            exception.set_field(index, argument);
        }
        if let Some(path) = path {
            exception.set_field(2, path.into());
        }
        exception
    }

    /// One line of standard input, its end included; empty at the end of input.
    pub fn input_line(&mut self) -> Result<Vec<u8>> {
        loop {
            match self.host.read_line() {
                Ok(line) => return Ok(line),
                Err(error) if error.is_interrupted() => self.take_interrupt()?,
                Err(error) => return Err(self.host_error(&error, None)),
            }
        }
    }
}

fn escape_surrogates(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if surrogate::is_surrogate(character) {
            escaped.push_str(&format!("\\u{:04x}", surrogate::to_code_point(character)));
        } else {
            escaped.push(character);
        }
    }
    escaped
}

fn open_stream<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a TextStream> {
    let stream = stream(vm, object)?;
    if stream.closed.get() {
        return Err(vm.value_error("I/O operation on closed file."));
    }
    Ok(stream)
}

fn write(vm: &mut Vm, args: &Args) -> Result {
    let channel = open_stream(vm, args.get(0))?.channel;
    let Some(text) = args.get(1).get::<Str>() else {
        let found = vm.type_name(args.get(1));
        return Err(vm.type_error(format!("write() argument must be str, not {found}")));
    };
    vm.write_text(channel, text.as_str())?;
    Ok(text.len().into())
}

fn writelines(vm: &mut Vm, args: &Args) -> Result {
    for line in vm.collect(args.get(1))? {
        vm.call_method(args.get(0), "write", &[line])?;
    }
    Ok(Value::None)
}

fn flush(vm: &mut Vm, args: &Args) -> Result {
    let channel = open_stream(vm, args.get(0))?.channel;
    vm.flush_stream(channel)?;
    Ok(Value::None)
}

fn isatty(vm: &mut Vm, args: &Args) -> Result {
    let channel = open_stream(vm, args.get(0))?.channel;
    Ok(is_terminal(vm, channel).into())
}

fn fileno(vm: &mut Vm, args: &Args) -> Result {
    Ok(Value::Int(file_number(open_stream(vm, args.get(0))?.channel)))
}

fn close(vm: &mut Vm, args: &Args) -> Result {
    let stream = stream(vm, args.get(0))?;
    if !stream.closed.replace(true) {
        vm.flush_stream(stream.channel)?;
    }
    Ok(Value::None)
}

fn decoded_line(vm: &mut Vm) -> Result<String> {
    let mut line = vm.input_line()?;
    // Universal newlines.
    if line.ends_with(b"\r\n") {
        line.truncate(line.len() - 2);
        line.push(b'\n');
    }
    match String::from_utf8(line) {
        Ok(text) => Ok(text),
        Err(error) => {
            let place = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let byte = bytes.get(place).copied().unwrap_or(0);
            let fields = [
                Value::from("utf-8"),
                Bytes::new(bytes).into(),
                Value::from(place),
                Value::from(place + 1),
                Value::from(if byte & 0xc0 == 0x80 {
                    "invalid start byte"
                } else {
                    "invalid continuation byte"
                }),
            ];
            let error = vm.exception(ExceptionKind::UnicodeDecodeError, fields.clone());
            for (index, field) in fields.into_iter().enumerate() {
                error.set_field(index, field);
            }
            Err(error)
        }
    }
}

fn input_only(vm: &mut Vm, object: &Value) -> Result<()> {
    if open_stream(vm, object)?.channel == Channel::Input {
        return Ok(());
    }
    Err(vm.error(ExceptionKind::OSError, "not readable"))
}

fn readline(vm: &mut Vm, args: &Args) -> Result {
    input_only(vm, args.get(0))?;
    Ok(decoded_line(vm)?.into())
}

fn readlines(vm: &mut Vm, args: &Args) -> Result {
    input_only(vm, args.get(0))?;
    let mut lines = Vec::new();
    loop {
        let line = decoded_line(vm)?;
        if line.is_empty() {
            return Ok(List::new(lines).into());
        }
        lines.push(line.into());
    }
}

fn read(vm: &mut Vm, args: &Args) -> Result {
    input_only(vm, args.get(0))?;
    let mut all = String::new();
    loop {
        let line = decoded_line(vm)?;
        if line.is_empty() {
            return Ok(all.into());
        }
        all.push_str(&line);
    }
}

fn next_line(vm: &mut Vm, args: &Args) -> Result {
    input_only(vm, args.get(0))?;
    let line = decoded_line(vm)?;
    if line.is_empty() {
        return Err(vm.stop_iteration(Value::None));
    }
    Ok(line.into())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let channel = stream(vm, args.get(0))?.channel;
    let name = stream_name(channel);
    let mode = if channel == Channel::Input { "r" } else { "w" };
    Ok(format!("<_io.TextIOWrapper name='{name}' mode='{mode}' encoding='utf-8'>").into())
}

fn write_bytes(vm: &mut Vm, args: &Args) -> Result {
    let channel = bytes_channel(vm, args.get(0))?;
    let data = match (args.get(1).get::<Bytes>(), args.get(1).get::<ByteArray>()) {
        (Some(bytes), _) => bytes.data.to_vec(),
        (_, Some(bytes)) => bytes.data.borrow().clone(),
        _ => {
            let found = vm.type_name(args.get(1));
            return Err(vm.type_error(format!("a bytes-like object is required, not '{found}'")));
        }
    };
    let stream = if channel == Channel::Error { Stream::Error } else { Stream::Output };
    match vm.host.write(stream, &data) {
        Ok(()) => Ok(data.len().into()),
        Err(error) => Err(vm.host_error(&error, None)),
    }
}
