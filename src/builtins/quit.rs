//! `exit` and `quit`: for the prompt, but scripts use them too.

use crate::builtins::exceptions::ExceptionKind;
use crate::object::native::{Args, Native};
use crate::object::{Result, Value};
use crate::vm::Vm;

static FUNCTIONS: &[Native] =
    &[Native::new("exit", "code=None", quit), Native::new("quit", "code=None", quit)];

fn quit(vm: &mut Vm, args: &Args) -> Result {
    let code = args.get(0).bound().cloned().unwrap_or(Value::None);
    let error = vm.exception(ExceptionKind::SystemExit, [code.clone()]);
    error.set_field(0, code);
    Err(error)
}

impl Vm {
    pub fn add_quit_functions(&mut self) {
        for native in FUNCTIONS {
            let function = self.native_function(native, "_sitebuiltins");
            let name = self.intern(native.name);
            self.builtins.set_str(&name, function);
        }
    }
}
