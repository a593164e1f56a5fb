//! Values by name, and what names they have, without running any code of the program: no property,
//! no `__getattr__`, no `__dir__`.

use crate::modules::embedded;
use crate::object::class::Class;
use crate::object::descriptor::{ClassMethod, StaticMethod};
use crate::object::dict::Dict;
use crate::object::function::{Function, NativeFunction};
use crate::object::instance::Instance;
use crate::object::list::List;
use crate::object::module::Module;
use crate::object::{Ref, Value};
use crate::vm::Vm;

use super::interpreter::Interpreter;

/// The value of a name or of a path with dots.
pub fn resolve(interpreter: &mut Interpreter, path: &str) -> Option<Value> {
    let mut parts = path.split('.').map(str::trim);
    let first = interpreter.vm.intern(parts.next()?);
    let name = interpreter.globals.get_str(&first);
    let mut value = name.or_else(|| interpreter.vm.builtins.get_str(&first))?;
    for part in parts {
        value = attribute(&mut interpreter.vm, &value, part)?;
    }
    Some(value)
}

/// An attribute, where reading it runs no code.
fn attribute(vm: &mut Vm, value: &Value, name: &str) -> Option<Value> {
    let name = vm.intern(name);
    if let Some(module) = value.get::<Module>() {
        return module.dict().get_str(&name);
    }
    if let Some(class) = value.get_ref::<Class>() {
        return class.lookup(&name).map(unwrapped);
    }
    if let Some(instance) = value.get_ref::<Instance>()
        && let Some(found) = instance.get_attribute(&name)
    {
        return Some(found);
    }
    let found = vm.class_of(value).lookup(&name)?;
    let is_plain = found.get::<Function>().is_some()
        || found.get::<NativeFunction>().is_some()
        || found.get::<StaticMethod>().is_some()
        || found.get::<ClassMethod>().is_some()
        || vm.lookup_special(&found, &vm.names.get.clone()).is_none();
    is_plain.then(|| unwrapped(found))
}

/// The function inside a class or static method.
fn unwrapped(value: Value) -> Value {
    if let Some(method) = value.get::<StaticMethod>() {
        return method.function.get();
    }
    if let Some(method) = value.get::<ClassMethod>() {
        return method.function.get();
    }
    value
}

/// The names of a value's attributes, sorted.
pub fn attribute_names(interpreter: &mut Interpreter, value: &Value) -> Vec<String> {
    let mut names = Vec::new();
    if let Some(module) = value.get::<Module>() {
        add_keys(&module.dict(), &mut names);
        // Among them may be some that are made when they are first asked for.
        let all = interpreter.vm.intern("__all__");
        if let Some(all) = module.dict().get_str(&all) {
            let all = match all.get::<List>() {
                Some(list) => list.items.borrow().clone(),
                None => all.as_tuple().map_or(Vec::new(), <[Value]>::to_vec),
            };
            names.extend(all.iter().filter_map(|name| name.as_str().map(str::to_owned)));
        }
    } else {
        let class = match value.get_ref::<Class>() {
            Some(class) => class.clone(),
            None => interpreter.vm.class_of(value),
        };
        for base in class.mro.borrow().iter() {
            add_keys(base.dict(), &mut names);
        }
        if let Some(instance) = value.get_ref::<Instance>() {
            let own = instance.attribute_names();
            names.extend(own.iter().filter_map(|name| name.as_str().map(str::to_owned)));
        }
        if let Some(function) = value.get::<Function>() {
            function.rare(|rare| {
                if let Some(dict) = &rare.dict {
                    add_keys(dict, &mut names);
                }
            });
        }
    }
    names.sort();
    names.dedup();
    names
}

/// The names that an expression can use: those of the session and the built-in ones.
pub fn global_names(interpreter: &Interpreter) -> Vec<String> {
    let mut names = Vec::new();
    add_keys(&interpreter.globals, &mut names);
    add_keys(&interpreter.vm.builtins, &mut names);
    names
}

fn add_keys(dict: &Ref<Dict>, names: &mut Vec<String>) {
    names.extend(dict.keys().iter().filter_map(|key| key.as_str().map(str::to_owned)));
}

/// The names that a module offers: those of the live module, or, if it has not been imported, those
/// of a fresh one that is native, or those that its source assigns at its top level.
pub fn module_names(interpreter: &mut Interpreter, module: &str) -> Vec<String> {
    let name = interpreter.vm.intern(module);
    if let Some(live) = interpreter.vm.modules.get_str(&name)
        && live.get::<Module>().is_some()
    {
        return attribute_names(interpreter, &live);
    }
    if let Some(init) = crate::modules::built_in(module).or(crate::modules::native(module)) {
        return match init(&mut interpreter.vm) {
            Ok(fresh) => attribute_names(interpreter, &fresh.into()),
            Err(_) => Vec::new(),
        };
    }
    let Some(source) = embedded::find(module) else { return Vec::new() };
    let Ok(tree) = ouro_grammar::parse(source.text, ouro_grammar::Mode::Module) else {
        return Vec::new();
    };
    let mut names: Vec<String> = tree.body.iter().flat_map(super::input::bound_names).collect();
    names.extend(tree.body.iter().flat_map(super::input::listed_names));
    for statement in &tree.body {
        if let Some(other) = super::input::imported_whole(statement)
            && other != module
        {
            let public = module_names(interpreter, other);
            names.extend(public.into_iter().filter(|name| !name.starts_with('_')));
        }
    }
    names.sort();
    names.dedup();
    names
}

/// What can follow `path`, which is empty or ends in a dot, in the name of a module.
pub fn modules_in(interpreter: &Interpreter, path: &str) -> Vec<String> {
    let names = modules(interpreter).into_iter();
    names.filter_map(|name| Some(name.strip_prefix(path)?.split('.').next()?.to_owned())).collect()
}

/// The modules that can be imported.
fn modules(interpreter: &Interpreter) -> Vec<String> {
    let mut names: Vec<String> = crate::modules::NATIVE_NAMES
        .iter()
        .map(|&name| name.to_owned())
        .chain(embedded::names().map(str::to_owned))
        .collect();
    add_keys(&interpreter.vm.modules, &mut names);
    names.retain(|name| name != "__main__");
    names.sort();
    names.dedup();
    names
}

/// A parameter of a function.
pub struct Parameter {
    /// With its default, as in a signature.
    pub text: String,
    /// The name, if it can be given by keyword.
    pub keyword: Option<String>,
}

/// The parameters of something that can be called, the receiver of a method left out; None if they
/// are not known.
pub fn parameters(
    interpreter: &mut Interpreter,
    callable: &Value,
    is_method: bool,
) -> Option<Vec<Parameter>> {
    use crate::object::function::BoundMethod;
    if let Some(method) = callable.get::<BoundMethod>() {
        return parameters(interpreter, &method.function.clone(), true);
    }
    if let Some(class) = callable.get_ref::<Class>() {
        let class = class.clone();
        let (new, init) = (interpreter.vm.names.new.clone(), interpreter.vm.names.init.clone());
        let own = |found: &Value| {
            found.get::<Function>().is_some() || found.get::<NativeFunction>().is_some()
        };
        let init = class
            .lookup_with_owner(&init)
            .filter(|(found, owner)| own(found) && !owner.same(&interpreter.vm.types.object));
        let new = class
            .lookup_with_owner(&new)
            .filter(|(_, owner)| !owner.same(&interpreter.vm.types.object));
        let (constructor, _) = init.or(new)?;
        return parameters(interpreter, &unwrapped(constructor), true);
    }
    if let Some(native) = callable.get::<NativeFunction>() {
        let signature = native.native.signature;
        if signature == "*args, **kwargs" {
            // Which ones it takes, it finds out by itself.
            return None;
        }
        let mut only_positional = signature.contains('/');
        let mut found = Vec::new();
        for part in split_parameters(signature) {
            if part == "/" {
                only_positional = false;
            }
            let name = part.split('=').next().unwrap_or_default().trim();
            let is_name = !part.starts_with('*') && part != "/";
            let keyword = (is_name && !only_positional).then(|| name.to_owned());
            found.push(Parameter { text: part.to_owned(), keyword });
        }
        return Some(found);
    }
    if let Some(function) = callable.get_ref::<Function>() {
        return Some(function_parameters(interpreter, &function.clone(), usize::from(is_method)));
    }
    // An object whose class says how it is called.
    let call = interpreter.vm.intern("__call__");
    let call = interpreter.vm.class_of(callable).lookup(&call)?;
    let function = call.get_ref::<Function>()?.clone();
    Some(function_parameters(interpreter, &function, 1))
}

/// A signature's text at its commas; those inside brackets and strings do not count.
fn split_parameters(signature: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut quote, mut start) = (0, None, 0);
    for (place, character) in signature.char_indices() {
        match (quote, character) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(character),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth -= 1,
            (None, ',') if depth == 0 => {
                parts.push(signature[start..place].trim());
                start = place + 1;
            }
            _ => {}
        }
    }
    parts.push(signature[start..].trim());
    parts.retain(|part| !part.is_empty());
    parts
}

fn function_parameters(
    interpreter: &mut Interpreter,
    function: &Ref<Function>,
    skip: usize,
) -> Vec<Parameter> {
    let code = function.code.code.clone();
    let positional = code.argument_count as usize;
    let only_positional = code.positional_only_count as usize;
    let keywords = code.keyword_only_count as usize;
    let defaults = function.defaults.get().as_tuple().map_or(Vec::new(), <[Value]>::to_vec);
    let keyword_defaults = function.keyword_defaults.get();
    let mut found = Vec::new();
    let name = |place: usize| code.variables.get(place).map_or("", |name| &**name).to_owned();
    for place in skip..positional {
        let default =
            (place + defaults.len()).checked_sub(positional).and_then(|i| defaults.get(i));
        let text = with_default(interpreter, &name(place), default);
        let keyword = (place >= only_positional).then(|| name(place));
        found.push(Parameter { text, keyword });
        if place + 1 == only_positional {
            found.push(Parameter { text: "/".to_owned(), keyword: None });
        }
    }
    let mut next = positional + keywords;
    if code.has_varargs {
        found.push(Parameter { text: format!("*{}", name(next)), keyword: None });
        next += 1;
    } else if keywords > 0 {
        found.push(Parameter { text: "*".to_owned(), keyword: None });
    }
    for place in positional..positional + keywords {
        let text = name(place);
        let key = interpreter.vm.intern(&text);
        let default = keyword_defaults.get::<Dict>().and_then(|dict| dict.get_str(&key));
        let shown = with_default(interpreter, &text, default.as_ref());
        found.push(Parameter { text: shown, keyword: Some(text) });
    }
    if code.has_varkeywords {
        found.push(Parameter { text: format!("**{}", name(next)), keyword: None });
    }
    found
}

/// A parameter with its default; only the text of plain values is shown, since making that of others
/// runs code.
fn with_default(interpreter: &mut Interpreter, name: &str, default: Option<&Value>) -> String {
    let Some(default) = default else { return name.to_owned() };
    let types = &interpreter.vm.types;
    let class = interpreter.vm.class_of(default);
    let is_plain =
        [&types.int, &types.float, &types.str_, &types.bytes, &types.bool_, &types.none_type]
            .iter()
            .any(|plain| class.same(plain));
    let shown = match is_plain {
        true => interpreter.vm.repr(default).map(|text| text.as_str().to_owned()).ok(),
        false => None,
    };
    format!("{name}={}", shown.as_deref().unwrap_or("…"))
}
