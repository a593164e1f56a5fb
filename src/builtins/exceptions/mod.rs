//! The hierarchy of built-in exceptions, as a table.
//!
//! Source: Python library reference, "Built-in Exceptions", and `asyncio.exceptions`.

pub mod base;
pub mod group;
pub mod os;
pub mod simple;
pub mod syntax;
pub mod unicode;

use crate::object::kinds::Kind;
use crate::object::native::{ClassSpec, GetSetSpec};
use crate::object::{Exception, Result, Value};
use crate::vm::Vm;

macro_rules! exceptions {
    ($($name:ident : $base:ident [$($field:literal)*] $($module:literal)?;)*) => {
        /// A built-in exception class.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u16)]
        pub enum ExceptionKind { $($name,)* }

        impl ExceptionKind {
            pub const ALL: &'static [ExceptionKind] = &[$(ExceptionKind::$name,)*];

            pub fn name(self) -> &'static str {
                match self { $(ExceptionKind::$name => stringify!($name),)* }
            }

            /// The first base; itself for `BaseException`.
            pub fn base(self) -> ExceptionKind {
                match self { $(ExceptionKind::$name => ExceptionKind::$base,)* }
            }

            /// The attributes that this class adds, in the order of the exception's fields. A class
            /// that adds none has those of its base.
            pub fn own_fields(self) -> &'static [&'static str] {
                match self { $(ExceptionKind::$name => &[$($field),*],)* }
            }

            /// The module of the class.
            pub fn module(self) -> &'static str {
                match self {
                    $(ExceptionKind::$name => { let _module = "builtins"; $(let _module = $module;)? _module })*
                }
            }
        }
    };
}

exceptions! {
    BaseException: BaseException [];
    SystemExit: BaseException ["code"];
    KeyboardInterrupt: BaseException [];
    GeneratorExit: BaseException [];
    BaseExceptionGroup: BaseException ["message" "exceptions"];
    CancelledError: BaseException [] "asyncio.exceptions";
    Exception: BaseException [];
    ExceptionGroup: BaseExceptionGroup [];
    StopIteration: Exception ["value"];
    StopAsyncIteration: Exception [];
    ArithmeticError: Exception [];
    FloatingPointError: ArithmeticError [];
    OverflowError: ArithmeticError [];
    ZeroDivisionError: ArithmeticError [];
    AssertionError: Exception [];
    AttributeError: Exception ["name" "obj"];
    BufferError: Exception [];
    EOFError: Exception [];
    ImportError: Exception ["msg" "name" "path" "name_from"];
    ModuleNotFoundError: ImportError [];
    LookupError: Exception [];
    IndexError: LookupError [];
    KeyError: LookupError [];
    MemoryError: Exception [];
    NameError: Exception ["name"];
    UnboundLocalError: NameError [];
    OSError: Exception ["errno" "strerror" "filename" "filename2"];
    BlockingIOError: OSError [];
    ChildProcessError: OSError [];
    ConnectionError: OSError [];
    BrokenPipeError: ConnectionError [];
    ConnectionAbortedError: ConnectionError [];
    ConnectionRefusedError: ConnectionError [];
    ConnectionResetError: ConnectionError [];
    FileExistsError: OSError [];
    FileNotFoundError: OSError [];
    InterruptedError: OSError [];
    IsADirectoryError: OSError [];
    NotADirectoryError: OSError [];
    PermissionError: OSError [];
    ProcessLookupError: OSError [];
    TimeoutError: OSError [];
    ReferenceError: Exception [];
    RuntimeError: Exception [];
    NotImplementedError: RuntimeError [];
    PythonFinalizationError: RuntimeError [];
    RecursionError: RuntimeError [];
    SyntaxError: Exception ["msg" "filename" "lineno" "offset" "text" "end_lineno" "end_offset" "print_file_and_line"];
    IndentationError: SyntaxError [];
    TabError: IndentationError [];
    SystemError: Exception [];
    TypeError: Exception [];
    ValueError: Exception [];
    UnicodeError: ValueError [];
    UnicodeDecodeError: UnicodeError ["encoding" "object" "start" "end" "reason"];
    UnicodeEncodeError: UnicodeError ["encoding" "object" "start" "end" "reason"];
    UnicodeTranslateError: UnicodeError ["object" "start" "end" "reason"];
    Warning: Exception [];
    BytesWarning: Warning [];
    DeprecationWarning: Warning [];
    EncodingWarning: Warning [];
    FutureWarning: Warning [];
    ImportWarning: Warning [];
    PendingDeprecationWarning: Warning [];
    ResourceWarning: Warning [];
    RuntimeWarning: Warning [];
    SyntaxWarning: Warning [];
    UnicodeWarning: Warning [];
    UserWarning: Warning [];
    InvalidStateError: Exception [] "asyncio.exceptions";
}

impl ExceptionKind {
    /// The attributes of the class and its bases that live in the exception's fields.
    pub fn field_names(self) -> &'static [&'static str] {
        let own = self.own_fields();
        if own.is_empty() && self.base() != self { self.base().field_names() } else { own }
    }
}

/// The table that fills a class in.
pub fn spec(kind: ExceptionKind) -> &'static ClassSpec {
    use ExceptionKind::*;
    match kind {
        BaseException => &base::BASE_EXCEPTION,
        BaseExceptionGroup => &group::BASE_EXCEPTION_GROUP,
        ExceptionGroup => &group::EXCEPTION_GROUP,
        SystemExit => &simple::SYSTEM_EXIT,
        StopIteration => &simple::STOP_ITERATION,
        AttributeError => &simple::ATTRIBUTE_ERROR,
        NameError => &simple::NAME_ERROR,
        ImportError => &simple::IMPORT_ERROR,
        KeyError => &simple::KEY_ERROR,
        SyntaxError => &syntax::SYNTAX_ERROR,
        OSError => &os::OS_ERROR,
        BlockingIOError => &PLAIN,
        UnicodeDecodeError => &unicode::UNICODE_DECODE_ERROR,
        UnicodeEncodeError => &unicode::UNICODE_ENCODE_ERROR,
        UnicodeTranslateError => &unicode::UNICODE_TRANSLATE_ERROR,
        CancelledError | InvalidStateError => &PLAIN_ASYNCIO,
        _ => &PLAIN,
    }
}

/// A class that adds nothing to its base.
static PLAIN: ClassSpec =
    ClassSpec { layout: Kind::Exception, is_base_type: true, ..ClassSpec::EMPTY };

/// The same, in `asyncio.exceptions`.
static PLAIN_ASYNCIO: ClassSpec = ClassSpec {
    module: "asyncio.exceptions",
    layout: Kind::Exception,
    is_base_type: true,
    ..ClassSpec::EMPTY
};

/// The attribute of a class that is field number `INDEX` of its exceptions.
pub const fn field<const INDEX: usize>(name: &'static str) -> GetSetSpec {
    GetSetSpec::writable(name, read_field::<INDEX>, write_field::<INDEX>)
}

/// The same for an attribute that scripts cannot set.
pub const fn readonly_field<const INDEX: usize>(name: &'static str) -> GetSetSpec {
    GetSetSpec::member(name, read_field::<INDEX>)
}

fn read_field<const INDEX: usize>(_: &mut Vm, object: &Value) -> Result {
    Ok(object.get::<Exception>().map_or(Value::None, |exception| exception.field(INDEX)))
}

fn write_field<const INDEX: usize>(_: &mut Vm, object: &Value, value: Value) -> Result<()> {
    if let Some(exception) = object.get::<Exception>() {
        exception.set_field(INDEX, value);
    }
    Ok(())
}
