//! The `class` statement: `__build_class__` finds the metaclass, runs the body in a namespace and
//! has the metaclass make the class.

use crate::object::class::Class;
use crate::object::dict::Dict;
use crate::object::frame::FramePointer;
use crate::object::function::{CellObject, Function};
use crate::object::native::{Args, Native};
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

pub static BUILD_CLASS: Native =
    Native::new("__build_class__", "func, name, /, *bases, metaclass=None, **kwds", build_class);

fn build_class(vm: &mut Vm, args: &Args) -> Result {
    let count = args.positional_count();
    if count < 2 {
        return Err(vm.type_error("__build_class__: not enough arguments"));
    }
    let Some(function) = args.get(0).get_ref::<Function>() else {
        return Err(vm.type_error("__build_class__: func must be a function"));
    };
    let name = args.get(1).clone();
    if name.as_str().is_none() {
        return Err(vm.type_error("__build_class__: name is not a string"));
    }
    let written_bases = &args.values[2..count];
    let bases = vm.resolve_bases(written_bases)?;
    let changed = bases.is_some();
    let bases = bases.unwrap_or_else(|| written_bases.to_vec());

    let mut names = Vec::new();
    let mut values = Vec::new();
    let mut metaclass = None;
    for (keyword, value) in args.names.iter().zip(&args.values[count..]) {
        if keyword.as_str() == Some("metaclass") {
            metaclass = Some(value.clone());
        } else {
            names.push(keyword.clone());
            values.push(value.clone());
        }
    }
    let metaclass = match metaclass {
        Some(metaclass) => metaclass,
        None => match bases.first() {
            Some(base) => vm.class_of(base).into(),
            None => vm.types.type_.clone().into(),
        },
    };
    let metaclass = match metaclass.get_ref::<Class>() {
        Some(class) => vm.most_derived_metaclass(class.clone(), &bases)?.into(),
        None => metaclass,
    };
    let bases_tuple = Value::from(Tuple::new(bases));
    let namespace = prepare(vm, &metaclass, &name, &bases_tuple, &names, &values)?;
    let cell = vm.run_class_body(function, &namespace)?;
    if changed {
        let original = vm.intern("__orig_bases__");
        let written = Value::from(Tuple::new(written_bases.to_vec()));
        vm.set_item(&namespace, &original.into(), written)?;
    }
    let mut arguments = vec![name, bases_tuple, namespace];
    arguments.extend(values);
    let class = vm.call_with_names(&metaclass, &arguments, &names)?;
    if class.get::<Class>().is_some()
        && let Some(cell) = cell.get::<CellObject>()
    {
        check_class_cell(vm, cell, &class, &arguments[0])?;
    }
    Ok(class)
}

/// The namespace of the body: what the metaclass's `__prepare__` gives.
fn prepare(
    vm: &mut Vm,
    metaclass: &Value,
    name: &Value,
    bases: &Value,
    names: &[Value],
    values: &[Value],
) -> Result {
    if metaclass.get_ref::<Class>().is_some_and(|class| class.same(&vm.types.type_)) {
        return Ok(Dict::new().into());
    }
    let prepare = vm.names.prepare.clone();
    let Some(prepare) = vm.get_attr_optional(metaclass, &prepare)? else {
        return Ok(Dict::new().into());
    };
    let mut arguments = vec![name.clone(), bases.clone()];
    arguments.extend_from_slice(values);
    let namespace = vm.call_with_names(&prepare, &arguments, names)?;
    let getitem = vm.names.getitem.clone();
    if namespace.get::<Dict>().is_none() && vm.lookup_special(&namespace, &getitem).is_none() {
        let metaclass_name = match metaclass.get_ref::<Class>() {
            Some(class) => vm.class_name(class),
            None => "<metaclass>".to_owned(),
        };
        let found = vm.type_name(&namespace);
        return Err(vm.type_error(format!(
            "{metaclass_name}.__prepare__() must return a mapping, not {found}"
        )));
    }
    Ok(namespace)
}

/// The body's `__class__` must by now be the class that was made.
fn check_class_cell(vm: &mut Vm, cell: &CellObject, class: &Value, name: &Value) -> Result<()> {
    let content = cell.content.get();
    if content.is(class) {
        return Ok(());
    }
    let name = vm.repr(name)?;
    let shown = vm.repr(class)?;
    if content.is_unbound() {
        return Err(vm.runtime_error(format!(
            "__class__ not set defining {} as {}. Was __classcell__ propagated to type.__new__?",
            name.as_str(),
            shown.as_str()
        )));
    }
    let content = vm.repr(&content)?;
    Err(vm.type_error(format!(
        "__class__ set to {} defining {} as {}",
        content.as_str(),
        name.as_str(),
        shown.as_str()
    )))
}

impl Vm {
    /// The bases with those that are no classes replaced by their `__mro_entries__`; `None` if
    /// there is nothing to replace.
    fn resolve_bases(&mut self, bases: &[Value]) -> Result<Option<Vec<Value>>> {
        let mut resolved: Option<Vec<Value>> = None;
        for (place, base) in bases.iter().enumerate() {
            if base.get::<Class>().is_none() {
                let name = self.names.mro_entries.clone();
                if let Some(method) = self.get_attr_optional(base, &name)? {
                    let all = Value::from(Tuple::new(bases.to_vec()));
                    let entries = self.call(&method, &[all])?;
                    let Some(entries) = entries.as_tuple() else {
                        return Err(self.type_error("__mro_entries__ must return a tuple"));
                    };
                    resolved
                        .get_or_insert_with(|| bases[..place].to_vec())
                        .extend_from_slice(entries);
                    continue;
                }
            }
            if let Some(resolved) = &mut resolved {
                resolved.push(base.clone());
            }
        }
        Ok(resolved)
    }

    /// Runs the body of a class; its result is the cell of `__class__`, or None.
    fn run_class_body(&mut self, function: &Ref<Function>, namespace: &Value) -> Result {
        self.run_block(function, Some(namespace.clone()))
    }

    /// Runs the code of a module, class body or `exec`, its names in `locals` if given and in the
    /// function's globals otherwise.
    pub fn run_block(&mut self, function: &Ref<Function>, locals: Option<Value>) -> Result {
        let frame = FramePointer::new(function.clone(), []);
        frame.fill_closure();
        if let Some(locals) = locals {
            frame.rare_mut(|rare| rare.locals = Some(locals));
        }
        self.run_nested(frame)
    }
}
