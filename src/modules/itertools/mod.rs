//! `itertools`.
//!
//! Each iterator is an [`Advance`]: its state and how it makes the next item. Classes, `__iter__`
//! and `__next__` are the same for all.

pub mod combinatorics;
pub mod combining;
pub mod filters;
pub mod groups;
pub mod infinite;

use crate::object::class::Class;
use crate::object::module::Module;
use crate::object::native::{Args, ClassSpec, Native, NativeData, NativeObject};
use crate::object::{Exception, ObjectRef, Ref, Result, Value};
use crate::vm::Vm;

/// Makes the module.
pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("itertools");
    let dict = module.dict();
    let tables = [
        combinatorics::CLASSES,
        combining::CLASSES,
        filters::CLASSES,
        groups::CLASSES,
        infinite::CLASSES,
    ];
    for spec in tables.into_iter().flatten() {
        let class = vm.class_for(spec);
        let name = vm.intern(spec.name);
        drop(dict.set_str(&name, class.into()));
    }
    let tee = vm.native_function(&groups::TEE_FUNCTION, "itertools");
    let name = vm.intern("tee");
    drop(dict.set_str(&name, tee));
    Ok(module)
}

/// The state of an iterator.
pub trait Advance: 'static {
    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef));

    /// The next item; `None` or a StopIteration at the end.
    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>>;
}

/// An [`Advance`] as the data of an object.
struct Iterating<T>(T);

impl<T: Advance> NativeData for Iterating<T> {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.0.visit(visit);
    }

    fn next_item(&self, vm: &mut Vm) -> Option<Result<Option<Value>>> {
        Some(vm.with_recursion_check("", |vm| self.0.advance(vm)))
    }
}

/// A table of an iterator class with the methods that all have.
const fn iterator_class(
    name: &'static str,
    new: &'static Native,
    methods: &'static [Native],
) -> ClassSpec {
    ClassSpec {
        name,
        module: "itertools",
        is_base_type: true,
        new: Some(new),
        methods,
        ..ClassSpec::EMPTY
    }
}

const ITER: Native = Native::new("__iter__", "", |_, args| Ok(args.get(0).clone()));
const NEXT: Native = Native::new("__next__", "", next);
const METHODS: &[Native] = &[ITER, NEXT];

fn next(vm: &mut Vm, args: &Args) -> Result {
    let item = match args.get(0).get::<NativeObject>() {
        Some(object) => object.data().next_item(vm),
        None => None,
    };
    match item {
        Some(Ok(Some(item))) => Ok(item),
        Some(Ok(None)) => Err(vm.stop_iteration(Value::None)),
        Some(Err(error)) => Err(error),
        None => {
            let kind = vm.type_name(args.get(0));
            Err(vm.type_error(format!("descriptor requires an iterator, not '{kind}'")))
        }
    }
}

/// The state of a receiver.
fn state<'a, T: Advance>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a T> {
    match args.get(0).native::<Iterating<T>>() {
        Some(state) => Ok(&state.0),
        None => {
            let kind = vm.type_name(args.get(0));
            Err(vm.type_error(format!("descriptor requires another object than '{kind}'")))
        }
    }
}

/// A new iterator of the class that `__new__` was asked for.
fn make(vm: &mut Vm, args: &Args, spec: &'static ClassSpec, state: impl Advance) -> Result {
    let owner = vm.class_for(spec);
    let class = vm.class_argument(args, &owner)?;
    let object = NativeObject::new(owner, Iterating(state));
    Ok(vm.as_instance_of(object.into(), &class))
}

/// Arguments by place or name, for the `__new__` of classes that take both.
struct Bound<'a> {
    values: Vec<Option<&'a Value>>,
}

impl<'a> Bound<'a> {
    /// `names` are the parameters, the first `required` of them must be there.
    fn new(
        vm: &mut Vm,
        args: &Args<'a>,
        function: &str,
        names: &[&str],
        required: usize,
    ) -> Result<Bound<'a>> {
        let positional = args.rest(1);
        if positional.len() > names.len() {
            let (most, given) = (names.len(), args.values.len() - 1);
            return Err(vm.type_error(format!(
                "{function}() takes at most {most} arguments ({given} given)"
            )));
        }
        let mut values: Vec<Option<&Value>> = positional.iter().map(Some).collect();
        values.resize(names.len(), None);
        let mut unknown = None;
        for (name, value) in args.keywords() {
            match names.iter().position(|known| *known == name) {
                Some(place) if values[place].is_none() => values[place] = Some(value),
                Some(place) => {
                    return Err(vm.type_error(format!(
                        "argument for {function}() given by name ('{name}') and position ({})",
                        place + 1
                    )));
                }
                None => unknown = Some(name),
            }
        }
        if let Some(place) = values[..required].iter().position(Option::is_none) {
            return Err(missing(vm, function, names[place], place));
        }
        if let Some(name) = unknown {
            return Err(
                vm.type_error(format!("{function}() got an unexpected keyword argument '{name}'"))
            );
        }
        Ok(Bound { values })
    }

    /// An argument that is required.
    fn get(&self, place: usize) -> &'a Value {
        self.values[place].unwrap_or(&Value::None)
    }

    fn optional(&self, place: usize) -> Option<&'a Value> {
        self.values[place]
    }
}

fn missing(vm: &mut Vm, function: &str, name: &str, place: usize) -> Ref<Exception> {
    vm.type_error(format!("{function}() missing required argument '{name}' (pos {})", place + 1))
}

/// Positional arguments only, between `least` and `most` of them.
fn positional<'a>(
    vm: &mut Vm,
    args: &Args<'a>,
    spec: &'static ClassSpec,
    least: usize,
    most: usize,
) -> Result<&'a [Value]> {
    let name = spec.name;
    let owner = vm.class_for(spec);
    let is_own = args.get(0).get_ref::<Class>().is_some_and(|class| class.same(&owner));
    if is_own && !args.names.is_empty() {
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    let given = args.rest(1);
    if (least..=most).contains(&given.len()) {
        return Ok(given);
    }
    let (bound, limit) =
        if given.len() < least { ("at least ", least) } else { ("at most ", most) };
    let bound = if least == most { "" } else { bound };
    let plural = if limit == 1 { "" } else { "s" };
    let count = given.len();
    Err(vm.type_error(format!("{name} expected {bound}{limit} argument{plural}, got {count}")))
}
