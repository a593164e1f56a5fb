//! The built-in functions, by what they are about.
//!
//! Built-in classes that scripts call like functions (`int`, `map`, `reversed` …) are in
//! [`super::types`].

pub mod aggregates;
pub mod breakpoint;
pub mod evaluation;
pub mod iteration;
pub mod numbers;
pub mod objects;
pub mod output;
pub mod scopes;

use crate::object::native::{Args, Native};
use crate::object::{Result, Value};
use crate::vm::Vm;

/// All tables of functions.
const TABLES: &[&[Native]] = &[
    aggregates::FUNCTIONS,
    breakpoint::FUNCTIONS,
    evaluation::FUNCTIONS,
    iteration::FUNCTIONS,
    numbers::FUNCTIONS,
    objects::FUNCTIONS,
    output::FUNCTIONS,
    scopes::FUNCTIONS,
];

/// The names of the built-in functions.
pub fn names() -> impl Iterator<Item = &'static str> {
    TABLES.iter().copied().flatten().map(|native| native.name)
}

impl Vm {
    /// Fills the names every module sees: functions, built-in classes and constants. The
    /// exceptions are entered with their classes.
    pub fn fill_builtins(&mut self) {
        for table in TABLES {
            for native in *table {
                let function = self.native_function(native, "builtins");
                self.define_builtin(native.name, function);
            }
        }
        let build_class = &crate::vm::build_class::BUILD_CLASS;
        let function = self.native_function(build_class, "builtins");
        self.define_builtin(build_class.name, function);
        let memory_view = self.class_for(&super::types::memoryview::CLASS);
        memory_view.update_flags(|flags| flags.is_sequence = true);
        self.define_builtin("memoryview", memory_view.into());
        let types = &self.types;
        let classes = [
            ("object", &types.object),
            ("type", &types.type_),
            ("int", &types.int),
            ("bool", &types.bool_),
            ("complex", &types.complex),
            ("float", &types.float),
            ("str", &types.str_),
            ("bytes", &types.bytes),
            ("bytearray", &types.bytearray),
            ("list", &types.list),
            ("tuple", &types.tuple),
            ("dict", &types.dict),
            ("set", &types.set),
            ("frozenset", &types.frozenset),
            ("range", &types.range),
            ("slice", &types.slice),
            ("enumerate", &types.enumerate),
            ("zip", &types.zip),
            ("map", &types.map),
            ("filter", &types.filter),
            ("reversed", &types.reversed),
            ("property", &types.property),
            ("staticmethod", &types.staticmethod),
            ("classmethod", &types.classmethod),
            ("super", &types.super_),
        ]
        .map(|(name, class)| (name, Value::from(class.clone())));
        for (name, class) in classes {
            self.define_builtin(name, class);
        }
        for (name, value) in [
            ("None", Value::None),
            ("True", Value::True),
            ("False", Value::False),
            ("Ellipsis", Value::Ellipsis),
            ("NotImplemented", Value::NotImplemented),
            ("__debug__", Value::True),
            ("__name__", "builtins".into()),
            ("__package__", "".into()),
            ("__loader__", Value::None),
            ("__spec__", Value::None),
        ] {
            self.define_builtin(name, value);
        }
        let doc = "Built-in functions, types, exceptions, and other objects.";
        self.define_builtin("__doc__", doc.into());
    }

    /// Gives every program a name.
    pub fn define_builtin(&mut self, name: &str, value: Value) {
        let name = self.intern(name);
        self.builtins.set_str(&name, value);
    }
}

/// Checks the number of positional arguments of a function that checks by itself.
fn expect_count(vm: &mut Vm, args: &Args, function: &str, least: usize, most: usize) -> Result<()> {
    let count = args.positional_count();
    if (least..=most).contains(&count) {
        return Ok(());
    }
    let (bound, wanted) = if count < least { ("at least", least) } else { ("at most", most) };
    let bound = if least == most { String::new() } else { format!("{bound} ") };
    let plural = if wanted == 1 { "" } else { "s" };
    Err(vm.type_error(format!("{function} expected {bound}{wanted} argument{plural}, got {count}")))
}

/// "f() got an unexpected keyword argument 'x'", with the known name that was meant.
pub fn unexpected_keyword(
    vm: &mut Vm,
    function: &str,
    name: &str,
    known: &[&str],
) -> crate::object::Ref<crate::object::Exception> {
    let hint = match crate::vm::suggestions::closest(name, known.iter().copied()) {
        Some(meant) => format!(". Did you mean '{meant}'?"),
        None => String::new(),
    };
    vm.type_error(format!("{function}() got an unexpected keyword argument '{name}'{hint}"))
}
