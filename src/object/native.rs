//! How functions and classes written in Rust look to the VM.
//!
//! A native is a row in a static table: a name, a Rust function and a signature in Python's own
//! notation, from which come the checks of arguments, the error texts and what `inspect.signature`
//! shows.

use super::exception::{Exception, Result};
use super::frame::Frame;
use super::heap::Ref;
use super::kinds::Kind;
pub use super::native_object::{NativeData, NativeObject};
use super::string::Str;
use super::value::Value;
use crate::builtins::exceptions::ExceptionKind;
use crate::vm::Vm;

/// A function that answers at once; to run Python code it calls the VM, which runs it nested.
pub type NativeFn = fn(&mut Vm, &Args) -> Result<Value>;
/// A function that may answer "go on with this": resuming a generator or calling something takes
/// no native stack then.
pub type ControlFn = fn(&mut Vm, &Args) -> Result<Step>;

#[derive(Clone, Copy)]
pub enum NativeCall {
    Plain(NativeFn),
    Control(ControlFn),
    /// `next` and `send`: resumes the generator that is the first of one or two arguments, with the
    /// second one or None. With so many arguments the dispatch loop does that by itself; the function
    /// is for all other cases.
    Resume(ControlFn, u8),
    /// `throw`: raises its second argument in the generator that is the first one. The same holds.
    Throw(ControlFn),
}

/// What a [`ControlFn`] answers.
pub enum Step {
    Return(Value),
    /// The call's result is what the generator or coroutine yields, or StopIteration when it ends.
    Resume {
        target: Ref<Frame>,
        input: Input,
    },
    /// The call's result is this call's.
    Call {
        callable: Value,
        arguments: Vec<Value>,
    },
}

/// How a suspended frame is woken.
pub enum Input {
    Send(Value),
    Throw(Ref<Exception>),
}

/// A row of a table of natives.
pub struct Native {
    pub name: &'static str,
    pub call: NativeCall,
    /// In Python's notation without parentheses and without `self`: `"sep=None, maxsplit=-1"`,
    /// `"object, /"`. An absent argument reaches the function as [`Value::Unbound`]; the default's
    /// text is for readers. With a `*name` or `**name` in it the function gets its arguments as
    /// they were written.
    pub signature: &'static str,
    /// A call gives a coroutine, as that of an `async def` does; and what an `await` of the call
    /// asks first.
    pub await_now: Option<AwaitNowFn>,
    /// In CPython it is a function written in Python: wrong arguments are told in its words.
    pub like_python: bool,
}

/// Does at once what an `await` of the call would do, without a coroutine, if nothing has to be
/// waited for; None if something has.
pub type AwaitNowFn = fn(&mut Vm, &Args) -> Result<Option<Value>>;

impl Native {
    pub const fn new(name: &'static str, signature: &'static str, function: NativeFn) -> Native {
        Native::of(name, signature, NativeCall::Plain(function))
    }

    const fn of(name: &'static str, signature: &'static str, call: NativeCall) -> Native {
        Native { name, call, signature, await_now: None, like_python: false }
    }

    /// A function that CPython has in Python.
    pub const fn python(name: &'static str, signature: &'static str, function: NativeFn) -> Native {
        Native { like_python: true, ..Native::new(name, signature, function) }
    }

    /// A coroutine function: `function` makes the coroutine.
    pub const fn coroutine(
        name: &'static str,
        signature: &'static str,
        function: NativeFn,
        await_now: AwaitNowFn,
    ) -> Native {
        Native { await_now: Some(await_now), ..Native::python(name, signature, function) }
    }

    pub const fn control(
        name: &'static str,
        signature: &'static str,
        function: ControlFn,
    ) -> Native {
        Native::of(name, signature, NativeCall::Control(function))
    }
}

impl Native {
    /// See [`NativeCall::Resume`].
    pub const fn resume(
        name: &'static str,
        signature: &'static str,
        function: ControlFn,
        arguments: u8,
    ) -> Native {
        Native::of(name, signature, NativeCall::Resume(function, arguments))
    }

    /// See [`NativeCall::Throw`].
    pub const fn throw(name: &'static str, signature: &'static str, function: ControlFn) -> Native {
        Native::of(name, signature, NativeCall::Throw(function))
    }
}

/// Sets a computed attribute; gets [`Value::Unbound`] for `del`.
pub type SetterFn = fn(&mut Vm, &Value, Value) -> Result<()>;

/// A computed attribute of a built-in class.
pub struct GetSetSpec {
    pub name: &'static str,
    pub get: fn(&mut Vm, &Value) -> Result<Value>,
    /// Gets [`Value::Unbound`] for `del`. None: "attribute … is not writable".
    pub set: Option<SetterFn>,
}

impl GetSetSpec {
    pub const fn readonly(
        name: &'static str,
        get: fn(&mut Vm, &Value) -> Result<Value>,
    ) -> GetSetSpec {
        GetSetSpec { name, get, set: None }
    }

    /// One that CPython keeps in a field of the object; that has other words for a refusal.
    pub const fn member(
        name: &'static str,
        get: fn(&mut Vm, &Value) -> Result<Value>,
    ) -> GetSetSpec {
        let set: SetterFn =
            |vm, _, _| Err(vm.error(ExceptionKind::AttributeError, "readonly attribute"));
        GetSetSpec { name, get, set: Some(set) }
    }

    pub const fn writable(
        name: &'static str,
        get: fn(&mut Vm, &Value) -> Result<Value>,
        set: fn(&mut Vm, &Value, Value) -> Result<()>,
    ) -> GetSetSpec {
        GetSetSpec { name, get, set: Some(set) }
    }
}

/// A built-in class, as a table.
pub struct ClassSpec {
    pub name: &'static str,
    /// `builtins` unless it says otherwise.
    pub module: &'static str,
    pub layout: Kind,
    pub is_base_type: bool,
    /// `__new__`: gets the class first. None: inherited, or "cannot create 'x' instances".
    pub new: Option<&'static Native>,
    pub methods: &'static [Native],
    pub class_methods: &'static [Native],
    pub static_methods: &'static [Native],
    pub attributes: &'static [GetSetSpec],
    pub doc: &'static str,
}

impl ClassSpec {
    /// A class without anything: for `..ClassSpec::EMPTY`.
    pub const EMPTY: ClassSpec = ClassSpec {
        name: "",
        module: "builtins",
        layout: Kind::Native,
        is_base_type: false,
        new: None,
        methods: &[],
        class_methods: &[],
        static_methods: &[],
        attributes: &[],
        doc: "",
    };
}

/// The arguments of a native: positional ones, then those given by name.
pub struct Args<'a> {
    pub values: &'a [Value],
    /// The names of the last values: strings.
    pub names: &'a [Value],
}

impl<'a> Args<'a> {
    pub fn positional(values: &'a [Value]) -> Args<'a> {
        Args { values, names: &[] }
    }

    /// How many arguments are positional, the receiver included.
    pub fn positional_count(&self) -> usize {
        self.values.len() - self.names.len()
    }

    /// An argument by its place (the receiver of a method is 0); [`Value::Unbound`] if it is absent.
    #[inline(always)]
    pub fn get(&self, index: usize) -> &'a Value {
        self.values.get(index).unwrap_or(&Value::Unbound)
    }

    /// The positional arguments from a place on.
    pub fn rest(&self, from: usize) -> &'a [Value] {
        self.values.get(from..self.positional_count()).unwrap_or(&[])
    }

    /// The arguments given by name.
    pub fn keywords(&self) -> impl Iterator<Item = (&'a str, &'a Value)> + use<'a> {
        let values = &self.values[self.positional_count()..];
        self.names.iter().map(|name| name.as_str().unwrap_or_default()).zip(values)
    }
}

/// A signature taken apart.
#[derive(Debug)]
pub struct Signature {
    pub parameters: Vec<Parameter>,
    /// How many of the parameters may be given by position, and how many must.
    pub positional: usize,
    pub required: usize,
    /// How many can only be given by position.
    pub positional_only: usize,
    /// The function takes `*args` or `**kwargs`: it checks by itself.
    pub is_raw: bool,
}

#[derive(Debug)]
pub struct Parameter {
    pub name: &'static str,
    pub default: Option<&'static str>,
    pub keyword_only: bool,
}

impl Signature {
    pub fn parse(text: &'static str) -> Signature {
        let mut signature = Signature {
            parameters: Vec::new(),
            positional: 0,
            required: 0,
            positional_only: 0,
            is_raw: false,
        };
        let mut keyword_only = false;
        for part in split_parameters(text) {
            match part {
                "/" => signature.positional_only = signature.parameters.len(),
                "*" => keyword_only = true,
                _ if part.starts_with('*') => {
                    signature.is_raw = true;
                    keyword_only = true;
                }
                _ => {
                    let (name, default) = match part.split_once('=') {
                        Some((name, default)) => (name, Some(default)),
                        None => (part, None),
                    };
                    if !keyword_only {
                        signature.positional += 1;
                        signature.required += default.is_none() as usize;
                    }
                    signature.parameters.push(Parameter { name, default, keyword_only });
                }
            }
        }
        signature
    }
}

/// Splits at commas that are not inside quotes or brackets.
fn split_parameters(text: &'static str) -> impl Iterator<Item = &'static str> {
    let mut depth = 0;
    let mut quoted = false;
    text.split(move |character| {
        match character {
            '\'' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => depth -= 1,
            _ => {}
        }
        character == ',' && depth == 0 && !quoted
    })
    .map(str::trim)
    .filter(|part| !part.is_empty())
}

impl Value {
    /// The text of a string, as a counted pointer.
    pub fn as_str_ref(&self) -> Option<&Ref<Str>> {
        self.get_ref::<Str>()
    }
}
