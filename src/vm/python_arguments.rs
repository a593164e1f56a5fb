//! Arguments of natives that CPython has in Python: the errors about wrong ones are those of a
//! Python function.

use crate::object::function::NativeFunction;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

/// A hint for those who follow an old book.
const LOOP_ARGUMENT: &str = "Python 3.10 removed the argument 'loop' of asyncio's functions: \
     leave it out, they use the loop that runs";

impl Vm {
    /// The name of the module in which a native function, or the class of a method, stands.
    fn home_of(&mut self, function: &NativeFunction) -> Result<String> {
        let mut module = function.module.get();
        if module.as_str().is_none() {
            let name = self.names.module.clone();
            module = self.get_attr_optional(&function.owner.get(), &name)?.unwrap_or(Value::None);
        }
        Ok(module.as_str().unwrap_or_default().to_owned())
    }

    /// What a function written in Python says of a keyword that it does not have; `known` are
    /// those that it has, `module` is where it stands.
    #[cold]
    pub fn unexpected_keyword<'a>(
        &mut self,
        function: &str,
        module: &str,
        wrong: &str,
        known: impl ExactSizeIterator<Item = &'a str>,
    ) -> Ref<Exception> {
        let hint = match crate::vm::suggestions::closest(wrong, known) {
            Some(suggestion) => format!(". Did you mean '{suggestion}'?"),
            None => String::new(),
        };
        let message = format!("{function}() got an unexpected keyword argument '{wrong}'{hint}");
        let error = self.type_error(message);
        if wrong == "loop" && (module == "asyncio" || module.starts_with("asyncio.")) {
            self.add_note(&error, LOOP_ARGUMENT);
        }
        error
    }

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
                    let module = self.home_of(function)?;
                    return Err(self.unexpected_keyword(&name, &module, keyword, known));
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
