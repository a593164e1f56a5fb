//! `_functools`: the part of Python's `functools` that is native.

pub mod cache;
pub mod partial;

use crate::code::op::Comparison;
use crate::object::heap::Slot;
use crate::object::module::Module;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native, NativeData, NativeObject};
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::vm::Vm;

/// Makes the module.
pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_functools");
    let dict = module.dict();
    for native in FUNCTIONS {
        let function = vm.native_function(native, "_functools");
        let name = vm.intern(native.name);
        drop(dict.set_str(&name, function));
    }
    let classes = [("partial", partial::class(vm)), ("_lru_cache_wrapper", cache::class(vm))];
    for (name, class) in classes {
        let name = vm.intern(name);
        drop(dict.set_str(&name, class.into()));
    }
    Ok(module)
}

static FUNCTIONS: &[Native] = &[
    Native::new("cmp_to_key", "mycmp", cmp_to_key),
    Native::new("reduce", "function, iterable, initial=None, /", reduce),
];

fn reduce(vm: &mut Vm, args: &Args) -> Result {
    let function = args.get(0);
    if !vm.is_iterable(args.get(1)) {
        return Err(vm.type_error("reduce() arg 2 must support iteration"));
    }
    let iterator = vm.iter(args.get(1))?;
    let mut result = match args.get(2).bound() {
        Some(initial) => initial.clone(),
        None => match vm.next(&iterator)? {
            Some(first) => first,
            None => {
                let message = "reduce() of empty iterable with no initial value";
                return Err(vm.type_error(message));
            }
        },
    };
    while let Some(item) = vm.next(&iterator)? {
        result = vm.call(function, &[result, item])?;
    }
    Ok(result)
}

/// What `cmp_to_key` gives (without an object) and what calling that gives (with one).
struct Key {
    compare: Slot,
    object: Slot,
}

impl NativeData for Key {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.compare.visit(visit);
        self.object.visit(visit);
    }
}

static KEY: ClassSpec = ClassSpec {
    name: "KeyWrapper",
    module: "functools",
    methods: &[
        Native::new("__call__", "obj", wrap),
        Native::new("__eq__", "value, /", |vm, args| compare(vm, args, Comparison::Equal)),
        Native::new("__ge__", "value, /", |vm, args| compare(vm, args, Comparison::GreaterEqual)),
        Native::new("__gt__", "value, /", |vm, args| compare(vm, args, Comparison::Greater)),
        Native::new("__le__", "value, /", |vm, args| compare(vm, args, Comparison::LessEqual)),
        Native::new("__lt__", "value, /", |vm, args| compare(vm, args, Comparison::Less)),
        Native::new("__ne__", "value, /", |vm, args| compare(vm, args, Comparison::NotEqual)),
    ],
    attributes: &[GetSetSpec::readonly("obj", |vm, value| {
        match value.native::<Key>().map(|key| key.object.get()) {
            Some(object) if !object.is_unbound() => Ok(object),
            _ => {
                Err(vm.error(crate::builtins::exceptions::ExceptionKind::AttributeError, "object"))
            }
        }
    })],
    ..ClassSpec::EMPTY
};

fn make_key(vm: &mut Vm, compare: Value, object: Value) -> Value {
    let class = vm.class_for(&KEY);
    let key = Key { compare: Slot::new(compare), object: Slot::new(object) };
    NativeObject::new(class, key).into()
}

fn cmp_to_key(vm: &mut Vm, args: &Args) -> Result {
    Ok(make_key(vm, args.get(0).clone(), Value::Unbound))
}

fn wrap(vm: &mut Vm, args: &Args) -> Result {
    match args.get(0).native::<Key>() {
        Some(key) => Ok(make_key(vm, key.compare.get(), args.get(1).clone())),
        None => Err(vm.type_error("descriptor requires a 'functools.KeyWrapper' object")),
    }
}

fn compare(vm: &mut Vm, args: &Args, comparison: Comparison) -> Result {
    let (Some(key), Some(other)) = (args.get(0).native::<Key>(), args.get(1).native::<Key>())
    else {
        return Err(vm.type_error("other argument must be K instance"));
    };
    let objects = [key.object.get(), other.object.get()];
    let answer = vm.call(&key.compare.get(), &objects)?;
    vm.compare(comparison, &answer, &Value::Int(0))
}
