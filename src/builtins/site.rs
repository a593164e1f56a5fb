//! `exit`, `quit` and `help`: for the prompt, but scripts use them too.

use crate::builtins::exceptions::ExceptionKind;
use crate::modules::streams::Channel;
use crate::object::native::{Args, Native};
use crate::object::{Result, Value};
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[
    Native::new("exit", "code=None", quit),
    Native::new("quit", "code=None", quit),
    Native::new("help", "object=..., /", help),
];

fn quit(vm: &mut Vm, args: &Args) -> Result {
    let code = args.get(0).bound().cloned().unwrap_or(Value::None);
    let error = vm.exception(ExceptionKind::SystemExit, [code.clone()]);
    error.set_field(0, code);
    Err(error)
}

fn help(vm: &mut Vm, args: &Args) -> Result {
    if args.get(0).is_unbound() {
        let text =
            "help(x) tells about x. At the prompt x? does the same, and :help lists commands.\n";
        vm.write_text(Channel::Output, text)?;
        return Ok(Value::None);
    }
    let module = vm.import("_help")?;
    vm.call_method(&module, "show", &[args.get(0).clone()])
}

impl Vm {
    pub fn add_site_functions(&mut self) {
        for native in FUNCTIONS {
            let function = self.native_function(native, "_sitebuiltins");
            let name = self.intern(native.name);
            self.builtins.set_str(&name, function);
        }
    }
}
