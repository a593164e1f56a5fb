//! Protocols that are not here yet.

use crate::object::dict::Dict;
use crate::object::frame::Frame;
use crate::object::function::{BoundMethod, NativeFunction};
use crate::object::module::Module;
use crate::object::native::Native;
use crate::object::string::Str;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

macro_rules! pending {
    ($($name:ident($($arg:ident: $ty:ty),*) -> $ret:ty;)*) => {
        impl Vm { $(pub fn $name(&mut self, $($arg: $ty),*) -> $ret { $(let _ = $arg;)* Err(self.system_error(concat!(stringify!($name), " is not here yet"))) })* }
    };
}

pending! {
    import(name: &str) -> Result;
    import_name(name: &Ref<Str>, globals: &Ref<Dict>, from_list: &Value, level: &Value) -> Result;
    import_from(module: &Value, name: &Ref<Str>) -> Result;
    import_star(module: &Value, locals: &Value) -> Result<()>;
    warn_deprecated(message: &str) -> Result<()>;
    sys_attribute(name: &str) -> Result;
}

impl Vm {
    pub fn report_unraisable(
        &mut self,
        error: &Ref<Exception>,
        message: Option<&str>,
        object: &Value,
    ) {
        let _ = (error, message, object);
    }

    pub fn warn_never_awaited(&mut self, coroutine: &Ref<Frame>) {
        let _ = coroutine;
    }

    pub fn new_module(&mut self, name: &str) -> Ref<Module> {
        let dict = Dict::new();
        let text = self.intern(name);
        dict.set_str(&self.names.name, text.into());
        dict.set_str(&self.names.doc, Value::None);
        dict.set_str(&self.names.package, Value::from(""));
        Module::new(dict)
    }

    pub fn bound_native(
        &mut self,
        native: &'static Native,
        receiver: &Value,
        _class: &str,
    ) -> Value {
        let function = NativeFunction::new(native, Value::None, true);
        BoundMethod::new(function.into(), receiver.clone()).into()
    }
}
