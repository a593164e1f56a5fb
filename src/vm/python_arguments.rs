//! Arguments of natives that CPython has in Python: the errors about wrong ones are those of a
//! Python function.

use crate::object::function::NativeFunction;
use crate::object::{Result, Value};
use crate::vm::Vm;

impl Vm {
    /// The arguments in the order of the parameters, absent ones unbound.
    ///
    /// # Errors
    /// TypeError, in the words of Python functions.
    #[cold]
    pub fn bind_like_python(
        &mut self,
        function: &NativeFunction,
        arguments: &[Value],
        names: &[Value],
    ) -> Result<Vec<Value>> {
        let signature = function.signature();
        let receiver = function.is_method.get() as usize;
        let name = match receiver {
            1 => self.native_name(function),
            _ => function.native.name.to_owned(),
        };
        let given = arguments.len() - names.len();
        let mut bound: Vec<Value> = arguments[..given].to_vec();
        bound.resize((receiver + signature.parameters.len()).max(given), Value::Unbound);
        for (keyword, value) in names.iter().zip(&arguments[given..]) {
            let keyword = keyword.as_str().unwrap_or_default();
            match signature.parameters.iter().position(|known| known.name == keyword) {
                Some(place) if bound[receiver + place].is_unbound() => {
                    bound[receiver + place] = value.clone();
                }
                Some(_) => {
                    return Err(self.type_error(format!(
                        "{name}() got multiple values for argument '{keyword}'"
                    )));
                }
                None => {
                    let known = signature.parameters.iter().map(|known| known.name);
                    let hint = match crate::vm::suggestions::closest(keyword, known) {
                        Some(suggestion) => format!(". Did you mean '{suggestion}'?"),
                        None => String::new(),
                    };
                    return Err(self.type_error(format!(
                        "{name}() got an unexpected keyword argument '{keyword}'{hint}"
                    )));
                }
            }
        }
        let most = receiver + signature.positional;
        if given > most {
            let least = receiver + signature.required;
            let takes = match least == most {
                true => most.to_string(),
                false => format!("from {least} to {most}"),
            };
            let plural = if takes == "1" { "" } else { "s" };
            let verb = if given == 1 { "was" } else { "were" };
            return Err(self.type_error(format!(
                "{name}() takes {takes} positional argument{plural} but {given} {verb} given"
            )));
        }
        let own = (0..receiver).map(|_| "self");
        let required = signature.parameters[..signature.required].iter().map(|known| known.name);
        let missing: Vec<String> = own
            .chain(required)
            .zip(&bound)
            .filter(|(_, value)| value.is_unbound())
            .map(|(parameter, _)| format!("'{parameter}'"))
            .collect();
        if !missing.is_empty() {
            let plural = if missing.len() == 1 { "" } else { "s" };
            let list = match missing.as_slice() {
                [one] => one.clone(),
                [first, second] => format!("{first} and {second}"),
                [front @ .., last] => format!("{}, and {last}", front.join(", ")),
                [] => String::new(),
            };
            return Err(self.type_error(format!(
                "{name}() missing {} required positional argument{plural}: {list}",
                missing.len()
            )));
        }
        Ok(bound)
    }
}
