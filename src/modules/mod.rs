//! Native modules, each a file with an `init` that makes it on first import.

pub mod atexit;
pub mod builtins;
pub mod bytecode;
pub mod codecs;
pub mod collections;
pub mod contextvars;
pub mod embedded;
pub mod errno;
pub mod functools;
pub mod gc;
pub mod hashes;
pub mod heapq;
pub mod importlib;
pub mod itertools;
pub mod math;
pub mod names;
pub mod namespace;
pub mod operator;
pub mod posix;
pub mod random;
pub mod re;
pub mod signal;
pub mod streams;
pub mod string_templates;
pub mod struct_sequence;
pub mod structs;
pub mod syntax_tree;
pub mod sys;
pub mod thread;
pub mod time;
pub mod traceback;
pub mod types;
pub mod unicode;
pub mod weakref;

use crate::object::module::Module;
use crate::object::native::Native;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

/// Makes a module.
pub type Init = fn(&mut Vm) -> Result<Ref<Module>>;

/// The modules that CPython has inside the interpreter: no file beside a script hides them.
pub fn built_in(name: &str) -> Option<Init> {
    Some(match name {
        "atexit" => atexit::init,
        "builtins" => builtins::init,
        "errno" => errno::init,
        "gc" => gc::init,
        "sys" => sys::init,
        "time" => time::init,
        "_thread" => thread::init,
        "_weakref" => weakref::init,
        _ => return None,
    })
}

/// The other native modules.
pub fn native(name: &str) -> Option<Init> {
    Some(match name {
        "_asyncio" => crate::asyncio::init,
        "_contextvars" => contextvars::init,
        "_collections" => collections::init,
        // The second name is for our own library: scripts may put something else in place of the
        // first one.
        "_functools" | "_ouro_functools" => functools::init,
        "_ast" => syntax_tree::init,
        "_codecs" => codecs::init,
        "_dis" => bytecode::init,
        "_hashlib" => hashes::init,
        "_heapq" => heapq::init,
        "_string" => string_templates::init,
        "_struct" => structs::init,
        "posix" => posix::init,
        "_random" => random::init,
        "_sre" => re::init,
        "_traceback" => traceback::init,
        "_importlib" => importlib::init,
        "itertools" => itertools::init,
        "math" => math::init,
        "_operator" => operator::init,
        "operator" => operator::init_public,
        "_signal" => signal::init,
        "_types" => types::init,
        "unicodedata" => unicode::init,
        _ => return None,
    })
}

/// All that [`built_in`] and [`native`] know.
pub const NATIVE_NAMES: &[&str] = &[
    "_ast",
    "_asyncio",
    "_codecs",
    "_collections",
    "_contextvars",
    "_dis",
    "_functools",
    "_hashlib",
    "_heapq",
    "_importlib",
    "_operator",
    "_random",
    "_signal",
    "_sre",
    "_string",
    "_struct",
    "_thread",
    "_traceback",
    "_types",
    "_weakref",
    "atexit",
    "builtins",
    "errno",
    "gc",
    "itertools",
    "math",
    "operator",
    "posix",
    "sys",
    "time",
    "unicodedata",
];

/// Whether CPython's library has a module of that name.
pub fn is_standard_library_name(name: &str) -> bool {
    names::STANDARD_LIBRARY.binary_search(&name).is_ok()
}

/// What to tell a script that asks for a module of CPython's library that is not here.
pub fn note_for_missing(name: &str) -> Option<String> {
    if !is_standard_library_name(name) {
        return None;
    }
    let instead = INSTEAD.iter().find(|(missing, _)| *missing == name).map(|(_, instead)| *instead);
    Some(match instead {
        Some(nearest) => format!("Ouro does not have '{name}'; the nearest it has is '{nearest}'"),
        None => format!("'{name}' is a module of CPython's library that Ouro does not have"),
    })
}

/// What comes nearest to modules that are missing.
const INSTEAD: &[(&str, &str)] = &[
    ("cmath", "math"),
    ("configparser", "json"),
    ("getopt", "argparse"),
    ("marshal", "json"),
    ("multiprocessing", "concurrent.futures"),
    ("optparse", "argparse"),
    ("pickle", "json"),
    ("select", "asyncio"),
    ("selectors", "asyncio"),
    ("shelve", "json"),
    ("socket", "asyncio"),
    ("socketserver", "asyncio"),
    ("sqlite3", "json"),
    ("ssl", "asyncio"),
    ("subprocess", "asyncio"),
    ("tomllib", "json"),
    ("zoneinfo", "datetime"),
];

/// Puts functions into a module.
pub fn add_functions(vm: &mut Vm, module: &Ref<Module>, name: &str, natives: &'static [Native]) {
    let dict = module.dict();
    for native in natives {
        let function = vm.native_function(native, name);
        let name = vm.intern(native.name);
        drop(dict.set_str(&name, function));
    }
}

/// Puts one value into a module.
pub fn add(vm: &mut Vm, module: &Ref<Module>, name: &str, value: impl Into<Value>) {
    let name = vm.intern(name);
    drop(module.dict().set_str(&name, value.into()));
}
