//! `operator`: the operators as functions.

pub mod getters;

use ouro_grammar::ast::BinaryOperator;

use crate::code::op::Comparison;
use crate::object::module::Module;
use crate::object::native::{Args, Native};
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

/// `_operator`.
pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_operator");
    let dict = module.dict();
    for native in FUNCTIONS {
        let function = vm.native_function(native, "_operator");
        let name = vm.intern(native.name);
        drop(dict.set_str(&name, function));
    }
    for spec in [&getters::ATTRGETTER, &getters::ITEMGETTER, &getters::METHODCALLER] {
        let class = vm.class_for(spec);
        let name = vm.intern(spec.name);
        drop(dict.set_str(&name, class.into()));
    }
    Ok(module)
}

/// `operator`: the same, and each operator under the name of its special method too.
pub fn init_public(vm: &mut Vm) -> Result<Ref<Module>> {
    let native = Value::from(init(vm)?);
    let module = vm.new_module("operator");
    let dict = module.dict();
    let functions = native.get::<Module>().map(Module::dict);
    for (name, value) in functions.map(|dict| dict.entries()).unwrap_or_default() {
        let Some(name) = name.get_ref::<crate::object::string::Str>() else { continue };
        if name.as_str().starts_with("__") {
            continue;
        }
        if has_special_name(name.as_str()) {
            let special = format!("__{}__", name.as_str().trim_end_matches('_'));
            let special = vm.intern(&special);
            drop(dict.set_str(&special, value.clone()));
        }
        drop(dict.set_str(name, value));
    }
    let mut public: Vec<Value> = dict.keys();
    public.retain(|name| name.as_str().is_some_and(|name| !name.starts_with('_')));
    let (public, result) = vm.sort_values(public, &Value::None, false);
    result?;
    let all = vm.names.all.clone();
    drop(dict.set_str(&all, crate::object::list::List::new(public).into()));
    Ok(module)
}

fn has_special_name(name: &str) -> bool {
    !matches!(
        name,
        "attrgetter"
            | "itemgetter"
            | "methodcaller"
            | "countOf"
            | "indexOf"
            | "length_hint"
            | "is_"
            | "is_not"
            | "truth"
            | "_compare_digest"
    )
}

macro_rules! binary {
    ($name:literal, $operator:ident) => {
        Native::new($name, "a, b, /", |vm, args| {
            vm.binary(BinaryOperator::$operator, args.get(0), args.get(1))
        })
    };
}

macro_rules! inplace {
    ($name:literal, $operator:ident) => {
        Native::new($name, "a, b, /", |vm, args| {
            vm.inplace(BinaryOperator::$operator, args.get(0), args.get(1))
        })
    };
}

macro_rules! comparison {
    ($name:literal, $comparison:ident) => {
        Native::new($name, "a, b, /", |vm, args| {
            vm.compare(Comparison::$comparison, args.get(0), args.get(1))
        })
    };
}

static FUNCTIONS: &[Native] = &[
    Native::new("abs", "a, /", |vm, args| {
        let abs = vm.intern("abs");
        let abs = vm.builtins.get_str(&abs).unwrap_or(Value::None);
        vm.call(&abs, std::slice::from_ref(args.get(0)))
    }),
    binary!("add", Add),
    binary!("and_", And),
    Native::new("call", "obj, /, *args, **kwargs", call),
    Native::new("concat", "a, b, /", |vm, args| {
        expect_sequence(vm, args.get(0))?;
        vm.binary(BinaryOperator::Add, args.get(0), args.get(1))
    }),
    Native::new("contains", "a, b, /", |vm, args| {
        vm.contains(args.get(0), args.get(1)).map(Value::bool)
    }),
    Native::new("countOf", "a, b, /", count_of),
    Native::new("delitem", "a, b, /", |vm, args| {
        vm.delete_item(args.get(0), args.get(1))?;
        Ok(Value::None)
    }),
    comparison!("eq", Equal),
    binary!("floordiv", FloorDivide),
    comparison!("ge", GreaterEqual),
    Native::new("getitem", "a, b, /", |vm, args| vm.get_item(args.get(0), args.get(1))),
    comparison!("gt", Greater),
    inplace!("iadd", Add),
    inplace!("iand", And),
    Native::new("iconcat", "a, b, /", |vm, args| {
        expect_sequence(vm, args.get(0))?;
        vm.inplace(BinaryOperator::Add, args.get(0), args.get(1))
    }),
    inplace!("ifloordiv", FloorDivide),
    inplace!("ilshift", LeftShift),
    inplace!("imatmul", MatrixMultiply),
    inplace!("imod", Modulo),
    inplace!("imul", Multiply),
    Native::new("index", "a, /", |vm, args| vm.index(args.get(0))),
    Native::new("indexOf", "a, b, /", index_of),
    Native::new("inv", "a, /", |vm, args| vm.invert(args.get(0))),
    Native::new("invert", "a, /", |vm, args| vm.invert(args.get(0))),
    inplace!("ior", Or),
    inplace!("ipow", Power),
    inplace!("irshift", RightShift),
    Native::new("is_", "a, b, /", |_, args| Ok(args.get(0).is(args.get(1)).into())),
    Native::new("is_not", "a, b, /", |_, args| Ok((!args.get(0).is(args.get(1))).into())),
    inplace!("isub", Subtract),
    inplace!("itruediv", TrueDivide),
    inplace!("ixor", Xor),
    comparison!("le", LessEqual),
    Native::new("length_hint", "obj, default=0, /", length_hint),
    binary!("lshift", LeftShift),
    comparison!("lt", Less),
    binary!("matmul", MatrixMultiply),
    binary!("mod", Modulo),
    binary!("mul", Multiply),
    comparison!("ne", NotEqual),
    Native::new("neg", "a, /", |vm, args| vm.negative(args.get(0))),
    Native::new("not_", "a, /", |vm, args| Ok((!vm.truth(args.get(0))?).into())),
    binary!("or_", Or),
    Native::new("pos", "a, /", |vm, args| vm.positive(args.get(0))),
    binary!("pow", Power),
    binary!("rshift", RightShift),
    Native::new("setitem", "a, b, c, /", |vm, args| {
        vm.set_item(args.get(0), args.get(1), args.get(2).clone())?;
        Ok(Value::None)
    }),
    binary!("sub", Subtract),
    binary!("truediv", TrueDivide),
    Native::new("truth", "a, /", |vm, args| vm.truth(args.get(0)).map(Value::bool)),
    binary!("xor", Xor),
];

fn call(vm: &mut Vm, args: &Args) -> Result {
    let Some((callable, arguments)) = args.values.split_first() else {
        return Err(vm.type_error("call expected at least 1 argument, got 0"));
    };
    vm.call_with_names(callable, arguments, args.names)
}

fn expect_sequence(vm: &mut Vm, value: &Value) -> Result<()> {
    let name = vm.names.getitem.clone();
    if vm.lookup_special(value, &name).is_some() {
        return Ok(());
    }
    let kind = vm.type_name(value);
    Err(vm.type_error(format!("'{kind}' object can't be concatenated")))
}

fn count_of(vm: &mut Vm, args: &Args) -> Result {
    let iterator = vm.iter_container(args.get(0))?;
    let mut count = 0;
    while let Some(item) = vm.next(&iterator)? {
        count += i64::from(vm.equal(&item, args.get(1))?);
    }
    Ok(Value::Int(count))
}

fn index_of(vm: &mut Vm, args: &Args) -> Result {
    let iterator = vm.iter_container(args.get(0))?;
    let mut index = 0;
    while let Some(item) = vm.next(&iterator)? {
        if vm.equal(&item, args.get(1))? {
            return Ok(Value::Int(index));
        }
        index += 1;
    }
    Err(vm.value_error("sequence.index(x): x not in sequence"))
}

fn length_hint(vm: &mut Vm, args: &Args) -> Result {
    let default = match args.get(1).bound() {
        None => 0,
        Some(default) => vm.index_i64(default)?,
    };
    let hint = vm.length_hint(args.get(0))?;
    Ok(hint.map_or(Value::Int(default), Value::from))
}
