//! `builtins`: the names every module sees, as a module.

use crate::object::module::Module;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let dict = vm.builtins.clone();
    let name = vm.intern("builtins");
    dict.set_str(&vm.names.name, name.into());
    let spec = vm.module_spec("builtins", None, false);
    dict.set_str(&vm.names.spec, spec);
    if dict.get_str(&vm.names.doc).is_none() {
        dict.set_str(&vm.names.doc, Value::None);
    }
    Ok(Module::new(dict))
}
