//! Protocols that are not here yet.

use crate::object::dict::Dict;
use crate::object::string::Str;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;
use ouro_grammar::ast::BinaryOperator;

macro_rules! pending {
    ($($name:ident($($arg:ident: $ty:ty),*) -> $ret:ty;)*) => {
        impl Vm { $(pub fn $name(&mut self, $($arg: $ty),*) -> $ret { $(let _ = $arg;)* Err(self.system_error(concat!(stringify!($name), " is not here yet"))) })* }
    };
}

pending! {
    truth(a: &Value) -> Result<bool>;
    equal(a: &Value, b: &Value) -> Result<bool>;
    hash(a: &Value) -> Result<i64>;
    contains(a: &Value, b: &Value) -> Result<bool>;
    length(a: &Value) -> Result<usize>;
    index_i64(a: &Value) -> Result<i64>;
    binary(operator: BinaryOperator, a: &Value, b: &Value) -> Result;
    iter(a: &Value) -> Result;
    collect(a: &Value) -> Result<Vec<Value>>;
    repr(a: &Value) -> Result<Ref<Str>>;
    to_str(a: &Value) -> Result<Ref<Str>>;
    get_item(a: &Value, b: &Value) -> Result;
    dict_set(dict: &Ref<Dict>, key: Value, value: Value) -> Result<()>;
    import(name: &str) -> Result;
    fill_builtins() -> Result<()>;
}
