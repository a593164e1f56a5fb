//! `_string`: the templates of `str.format` taken apart, for classes that fill them by themselves.

use std::cell::Cell;

use super::add_functions;
use crate::object::module::Module;
use crate::object::native::{Args, ClassSpec, Native, NativeData, NativeObject};
use crate::object::tuple::Tuple;
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::text::format_template::{Step, Steps, Template, first_argument, split_name};
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[
    Native::new("formatter_field_name_split", "field_name, /", split),
    Native::new("formatter_parser", "format_string, /", |vm, args| {
        let text = text(vm, args)?;
        let class = vm.class_for(&FORMATTER_ITERATOR);
        Ok(NativeObject::new(class, Pieces { text, read: Cell::new(0) }).into())
    }),
];

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_string");
    add_functions(vm, &module, "_string", FUNCTIONS);
    Ok(module)
}

fn text(vm: &mut Vm, args: &Args) -> Result<Box<str>> {
    match args.get(0).as_str() {
        Some(text) => Ok(text.into()),
        None => {
            let kind = vm.type_name(args.get(0));
            Err(vm.type_error(format!("expected str, got {kind}")))
        }
    }
}

static FORMATTER_ITERATOR: ClassSpec = ClassSpec {
    name: "formatteriterator",
    module: "_string",
    methods: &[
        Native::new("__iter__", "", |_, args| Ok(args.get(0).clone())),
        Native::new("__next__", "", |vm, args| next(vm, args.get(0))),
    ],
    ..ClassSpec::EMPTY
};

static FIELD_NAME_ITERATOR: ClassSpec = ClassSpec {
    name: "fieldnameiterator",
    module: "_string",
    methods: &[
        Native::new("__iter__", "", |_, args| Ok(args.get(0).clone())),
        Native::new("__next__", "", |vm, args| next(vm, args.get(0))),
    ],
    ..ClassSpec::EMPTY
};

fn next(vm: &mut Vm, iterator: &Value) -> Result {
    let found = if let Some(pieces) = iterator.native::<Pieces>() {
        pieces.advance(vm)?
    } else if let Some(steps) = iterator.native::<NameSteps>() {
        steps.advance(vm)?
    } else {
        return Err(vm.type_error("an iterator over a template is required"));
    };
    found.ok_or_else(|| vm.stop_iteration(Value::None))
}

/// The pieces of a template that are left.
struct Pieces {
    text: Box<str>,
    /// How many bytes have been read.
    read: Cell<usize>,
}

impl Pieces {
    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        let mut template = Template::new(self.text.get(self.read.get()..).unwrap_or_default());
        let Some(piece) = template.next() else { return Ok(None) };
        self.read.set(self.text.len() - template.rest().len());
        let piece = vm.checked(piece)?;
        let literal = Value::from(piece.literal);
        let row = match piece.field {
            None => [literal, Value::None, Value::None, Value::None],
            Some(field) => [
                literal,
                field.name.into(),
                field.spec.into(),
                field.conversion.map_or(Value::None, |letter| letter.to_string().into()),
            ],
        };
        Ok(Some(Tuple::new(row).into()))
    }
}

impl NativeData for Pieces {
    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}

    fn next_item(&self, vm: &mut Vm) -> Option<Result<Option<Value>>> {
        Some(self.advance(vm))
    }
}

/// The look-ups of a field's name that are left.
struct NameSteps {
    text: Box<str>,
    read: Cell<usize>,
}

impl NameSteps {
    fn advance(&self, vm: &mut Vm) -> Result<Option<Value>> {
        let mut steps = Steps::new(self.text.get(self.read.get()..).unwrap_or_default());
        let Some(step) = steps.next() else { return Ok(None) };
        self.read.set(self.text.len() - steps.rest().len());
        let (is_attribute, name) = match vm.checked(step)? {
            Step::Attribute(name) => (true, name.into()),
            Step::Index(index) => (false, Value::from(index)),
            Step::Key(key) => (false, key.into()),
        };
        Ok(Some(Tuple::new([is_attribute.into(), name]).into()))
    }
}

impl NativeData for NameSteps {
    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}

    fn next_item(&self, vm: &mut Vm) -> Option<Result<Option<Value>>> {
        Some(self.advance(vm))
    }
}

fn split(vm: &mut Vm, args: &Args) -> Result {
    let text = text(vm, args)?;
    let (first, steps) = split_name(&text);
    let rest: Box<str> = steps.rest().into();
    let first = match vm.checked(first_argument(first))? {
        Some(index) => index.into(),
        None => Value::from(first),
    };
    let class = vm.class_for(&FIELD_NAME_ITERATOR);
    let steps = NativeObject::new(class, NameSteps { text: rest, read: Cell::new(0) });
    Ok(Tuple::new([first, steps.into()]).into())
}
