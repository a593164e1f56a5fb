//! `_codecs`: which encodings the interpreter knows by itself; the rest is in `codecs.py`.

use super::add_functions;
use crate::object::module::Module;
use crate::object::native::Native;
use crate::object::{Ref, Result, Value};
use crate::text::codecs::Encoding;
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[Native::new("known_name", "encoding, /", |vm, args| {
    let Some(name) = args.get(0).as_str() else {
        let kind = vm.type_name(args.get(0));
        return Err(vm.type_error(format!("lookup() argument must be str, not {kind}")));
    };
    Ok(Encoding::from_name(name).map_or(Value::None, |encoding| encoding.official_name().into()))
})];

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_codecs");
    add_functions(vm, &module, "_codecs", FUNCTIONS);
    Ok(module)
}
