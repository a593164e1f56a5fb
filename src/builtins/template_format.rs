//! `str.format` and `str.format_map`.

use crate::object::native::Args;
use crate::object::string::Str;
use crate::object::{Result, Value};
use crate::text::format_template::{
    Argument, Field, FieldNumbering, Step, Template, split_name, unknown_conversion,
};
use crate::vm::Vm;

/// Where the values of the fields come from.
struct Source<'a> {
    /// `None` for `format_map`.
    positional: Option<&'a [Value]>,
    names: Names<'a>,
}

enum Names<'a> {
    Arguments(Vec<(&'a str, &'a Value)>),
    Mapping(&'a Value),
}

/// Specifications may hold fields, whose own specifications may not.
const DEEPEST: u32 = 2;

/// `str.format`.
pub fn format(vm: &mut Vm, args: &Args) -> Result {
    let text = args.receiver::<Str>(vm)?;
    let source = Source {
        positional: Some(args.rest(1)),
        names: Names::Arguments(args.keywords().collect()),
    };
    fill(vm, text.as_str(), &source, &mut FieldNumbering::default(), DEEPEST).map(Value::from)
}

/// `str.format_map`.
pub fn format_map(vm: &mut Vm, args: &Args) -> Result {
    let text = args.receiver::<Str>(vm)?;
    let source = Source { positional: None, names: Names::Mapping(args.get(1)) };
    fill(vm, text.as_str(), &source, &mut FieldNumbering::default(), DEEPEST).map(Value::from)
}

fn fill(
    vm: &mut Vm,
    template: &str,
    source: &Source,
    numbering: &mut FieldNumbering,
    depth: u32,
) -> Result<String> {
    if depth == 0 {
        return Err(vm.value_error("Max string recursion exceeded"));
    }
    let mut out = String::with_capacity(template.len() + 16);
    for piece in Template::new(template) {
        let piece = vm.checked(piece)?;
        out.push_str(piece.literal);
        if let Some(field) = &piece.field {
            let value = field_value(vm, field.name, source, numbering)?;
            let value = converted(vm, value, field)?;
            let spec;
            let spec = if field.spec_has_fields {
                spec = fill(vm, field.spec, source, numbering, depth - 1)?;
                &spec
            } else {
                field.spec
            };
            out.push_str(vm.format(&value, spec)?.as_str());
        }
    }
    Ok(out)
}

fn converted(vm: &mut Vm, value: Value, field: &Field) -> Result {
    match field.conversion {
        None => Ok(value),
        Some('r') => vm.repr(&value).map(Value::object),
        Some('s') => vm.to_str(&value).map(Value::object),
        Some('a') => vm.ascii(&value).map(Value::object),
        Some(other) => Err(vm.text_error(unknown_conversion(other))),
    }
}

fn field_value(vm: &mut Vm, name: &str, source: &Source, numbering: &mut FieldNumbering) -> Result {
    let (first, steps) = split_name(name);
    let argument = numbering.argument(first);
    let mut value = match vm.checked(argument)? {
        Argument::Position(place) => match source.positional {
            None => {
                return Err(vm.value_error("Format string contains positional fields"));
            }
            Some(values) => match values.get(place) {
                Some(value) => value.clone(),
                None => {
                    return Err(vm.index_error(format!(
                        "Replacement index {place} out of range for positional args tuple"
                    )));
                }
            },
        },
        Argument::Keyword(name) => match &source.names {
            Names::Mapping(mapping) => vm.get_item(mapping, &Value::from(name))?,
            Names::Arguments(arguments) => {
                match arguments.iter().find(|(known, _)| *known == name) {
                    Some((_, value)) => (*value).clone(),
                    None => return Err(vm.key_error(&Value::from(name))),
                }
            }
        },
    };
    for step in steps {
        value = match vm.checked(step)? {
            Step::Attribute(name) => {
                let name = vm.intern(name);
                vm.get_attr(&value, &name)?
            }
            Step::Index(place) => vm.get_item(&value, &Value::from(place))?,
            Step::Key(key) => vm.get_item(&value, &Value::from(key))?,
        };
    }
    Ok(value)
}
