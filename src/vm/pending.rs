//! Protocols that are not here yet.

use crate::object::Result;
use crate::vm::Vm;

macro_rules! pending {
    ($($name:ident($($arg:ident: $ty:ty),*) -> $ret:ty;)*) => {
        impl Vm { $(pub fn $name(&mut self, $($arg: $ty),*) -> $ret { $(let _ = $arg;)* Err(self.system_error(concat!(stringify!($name), " is not here yet"))) })* }
    };
}

pending! {
    import(name: &str) -> Result;
    fill_builtins() -> Result<()>;
}
