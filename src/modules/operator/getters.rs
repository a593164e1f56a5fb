//! `attrgetter`, `itemgetter`, `methodcaller`.

use crate::object::native::{Args, ClassSpec, Native, NativeData, NativeObject};
use crate::object::tuple::Tuple;
use crate::object::{ObjectRef, Result, Value};
use crate::vm::Vm;

/// What each of the three holds: the names, keys or arguments it was made with.
struct Getter {
    values: Vec<Value>,
    /// Of `methodcaller`: the names of the last values.
    names: Vec<Value>,
}

impl NativeData for Getter {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.values.iter().for_each(|value| value.visit(visit));
    }
}

/// `attrgetter`.
pub static ATTRGETTER: ClassSpec = ClassSpec {
    name: "attrgetter",
    module: "operator",
    new: Some(&Native::new("__new__", "attr, /, *attrs", new_attrgetter)),
    methods: &[
        Native::new("__call__", "obj, /", call_attrgetter),
        Native::new("__reduce__", "", reduce),
        Native::new("__repr__", "", repr),
    ],
    doc: "Return a callable object that fetches the given attribute(s) from its operand.",
    ..ClassSpec::EMPTY
};

/// `itemgetter`.
pub static ITEMGETTER: ClassSpec = ClassSpec {
    name: "itemgetter",
    module: "operator",
    new: Some(&Native::new("__new__", "item, /, *items", new_itemgetter)),
    methods: &[
        Native::new("__call__", "obj, /", call_itemgetter),
        Native::new("__reduce__", "", reduce),
        Native::new("__repr__", "", repr),
    ],
    doc: "Return a callable object that fetches the given item(s) from its operand.",
    ..ClassSpec::EMPTY
};

/// `methodcaller`.
pub static METHODCALLER: ClassSpec = ClassSpec {
    name: "methodcaller",
    module: "operator",
    new: Some(&Native::new("__new__", "name, /, *args, **kwargs", new_methodcaller)),
    methods: &[
        Native::new("__call__", "obj, /", call_methodcaller),
        Native::new("__reduce__", "", reduce),
        Native::new("__repr__", "", repr),
    ],
    doc: "Return a callable object that calls the given method on its operand.",
    ..ClassSpec::EMPTY
};

fn this<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a Getter> {
    match args.get(0).native::<Getter>() {
        Some(getter) => Ok(getter),
        None => Err(vm.type_error("descriptor requires an object of the operator module")),
    }
}

/// The arguments of a class that takes at least one by position and none by name.
fn plain_values<'a>(vm: &mut Vm, args: &Args<'a>, name: &str) -> Result<&'a [Value]> {
    if !args.names.is_empty() {
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    if args.values.len() < 2 {
        return Err(vm.type_error(format!("{name} expected 1 argument, got 0")));
    }
    Ok(args.rest(1))
}

fn make(vm: &mut Vm, spec: &'static ClassSpec, values: &[Value], names: &[Value]) -> Value {
    let class = vm.class_for(spec);
    let getter = Getter { values: values.to_vec(), names: names.to_vec() };
    NativeObject::new(class, getter).into()
}

fn new_attrgetter(vm: &mut Vm, args: &Args) -> Result {
    let values = plain_values(vm, args, "attrgetter")?;
    if values.iter().any(|name| name.as_str().is_none()) {
        return Err(vm.type_error("attribute name must be a string"));
    }
    Ok(make(vm, &ATTRGETTER, values, &[]))
}

fn new_itemgetter(vm: &mut Vm, args: &Args) -> Result {
    let values = plain_values(vm, args, "itemgetter")?;
    Ok(make(vm, &ITEMGETTER, values, &[]))
}

fn new_methodcaller(vm: &mut Vm, args: &Args) -> Result {
    let Some(name) = args.rest(1).first() else {
        return Err(vm.type_error("methodcaller needs at least one argument, the method name"));
    };
    if name.as_str().is_none() {
        return Err(vm.type_error("method name must be a string"));
    }
    Ok(make(vm, &METHODCALLER, &args.values[1..], args.names))
}

/// One result alone, several as a tuple.
fn each(vm: &mut Vm, args: &Args, read: impl Fn(&mut Vm, &Value, &Value) -> Result) -> Result {
    let getter = this(vm, args)?;
    if let [single] = &getter.values[..] {
        return read(vm, args.get(1), single);
    }
    let mut results = Vec::with_capacity(getter.values.len());
    for value in &getter.values {
        results.push(read(vm, args.get(1), value)?);
    }
    Ok(Tuple::new(results).into())
}

fn call_attrgetter(vm: &mut Vm, args: &Args) -> Result {
    each(vm, args, |vm, object, path| {
        let mut object = object.clone();
        for name in path.as_str().unwrap_or_default().split('.') {
            let name = vm.intern(name);
            object = vm.get_attr(&object, &name)?;
        }
        Ok(object)
    })
}

fn call_itemgetter(vm: &mut Vm, args: &Args) -> Result {
    each(vm, args, |vm, object, key| vm.get_item(object, key))
}

fn call_methodcaller(vm: &mut Vm, args: &Args) -> Result {
    let getter = this(vm, args)?;
    let Some((name, arguments)) = getter.values.split_first() else { return Ok(Value::None) };
    let name = vm.intern(name.as_str().unwrap_or_default());
    let method = vm.get_attr(args.get(1), &name)?;
    vm.call_with_names(&method, arguments, &getter.names)
}

fn reduce(vm: &mut Vm, args: &Args) -> Result {
    let getter = this(vm, args)?;
    let class = vm.class_of(args.get(0));
    if getter.names.is_empty() {
        let arguments = Tuple::new(getter.values.clone());
        return Ok(Tuple::new([class.into(), arguments.into()]).into());
    }
    let functools = vm.import("functools")?;
    let positional = getter.values.len() - getter.names.len();
    let mut all = vec![Value::from(class)];
    all.push(getter.values[0].clone());
    all.extend_from_slice(&getter.values[positional..]);
    let partial = vm.intern("partial");
    let partial = vm.get_attr(&functools, &partial)?;
    let maker = vm.call_with_names(&partial, &all, &getter.names)?;
    let arguments = Tuple::new(getter.values[1..positional].to_vec());
    Ok(Tuple::new([maker, arguments.into()]).into())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let getter = this(vm, args)?;
    let name = vm.type_name(args.get(0));
    let text = vm.guard_repr(args.get(0), |vm| {
        let mut parts = Vec::with_capacity(getter.values.len());
        let positional = getter.values.len() - getter.names.len();
        for (index, value) in getter.values.iter().enumerate() {
            let shown = vm.repr(value)?;
            parts.push(match index.checked_sub(positional).and_then(|at| getter.names.get(at)) {
                Some(name) => format!("{}={}", name.as_str().unwrap_or_default(), shown.as_str()),
                None => shown.as_str().to_owned(),
            });
        }
        Ok(parts.join(", "))
    })?;
    Ok(format!("{name}({})", text.as_deref().unwrap_or("...")).into())
}
