//! `exec`, `eval`, `compile`, `__import__`.

use std::rc::Rc;

use crate::builtins::exceptions::ExceptionKind;
use crate::compiler::{Mode, Options};
use crate::object::code::CodeObject;
use crate::object::dict::Dict;
use crate::object::function::{CellObject, Function};
use crate::object::native::{Args, Native};
use crate::object::tuple::Tuple;
use crate::object::{Exception, Ref, Result, Value};
use crate::source::SourceFile;
use crate::vm::Vm;

/// The functions of this file.
pub const FUNCTIONS: &[Native] = &[
    Native::new(
        "__import__",
        "name, globals=None, locals=None, fromlist=(), level=0",
        import_by_function,
    ),
    Native::new(
        "compile",
        "source, filename, mode, flags=0, dont_inherit=False, optimize=-1",
        compile,
    ),
    Native::new("eval", "source, /, globals=None, locals=None", |vm, args| {
        evaluate(vm, args, "eval", Mode::Expression)
    }),
    Native::new("exec", "source, /, globals=None, locals=None, *, closure=None", |vm, args| {
        evaluate(vm, args, "exec", Mode::Module)?;
        Ok(Value::None)
    }),
];

/// The text of a source argument; `None` if it is of no kind that can be one.
fn source_text(vm: &mut Vm, source: &Value) -> Result<Option<String>> {
    if let Some(text) = source.as_str() {
        return Ok(Some(text.to_owned()));
    }
    let Some(bytes) = source.as_bytes().map(|bytes| bytes.to_vec()) else { return Ok(None) };
    match ouro_grammar::decode(&bytes) {
        Ok(text) => Ok(Some(text)),
        Err(error) => {
            let source = SourceFile::new("<string>", String::new());
            Err(vm.syntax_error(&error, &source))
        }
    }
}

fn compile_text(
    vm: &mut Vm,
    text: String,
    name: &str,
    options: Options,
) -> Result<Ref<CodeObject>> {
    // What stands before an expression is no indentation.
    let text = match options.mode {
        Mode::Expression => text.trim_start_matches([' ', '\t']).to_owned(),
        _ => text,
    };
    let ends_in_the_line = options.mode == Mode::Expression && !text.ends_with('\n');
    let source = Rc::new(SourceFile::new(name, text));
    let code = vm.compile_source(&source, options);
    if let Err(error) = &code
        && ends_in_the_line
        && vm.is_exception(error, ExceptionKind::SyntaxError)
    {
        place_error_without_line_end(error, source.text.trim_end_matches('\n').is_empty());
    }
    code
}

/// CPython adds no line end to an expression: what is wrong at its end has no place in the line.
fn place_error_without_line_end(error: &Exception, is_empty: bool) {
    const LINE: usize = 2;
    const OFFSET: usize = 3;
    const TEXT: usize = 4;
    const END_LINE: usize = 5;
    const END_OFFSET: usize = 6;
    let (text, offset) = (error.field(TEXT), error.field(OFFSET));
    let (Some(text), Value::Int(offset)) = (text.as_str(), offset) else { return };
    let text = text.trim_end_matches('\n');
    let rest: String = text.chars().skip(offset.max(1) as usize - 1).collect();
    if rest.is_empty() || rest.starts_with('#') {
        error.set_field(OFFSET, Value::Int(0));
        error.set_field(END_OFFSET, Value::Int(0));
        if is_empty {
            error.set_field(LINE, Value::Int(0));
            error.set_field(END_LINE, Value::Int(0));
        }
    }
    error.set_field(TEXT, text.into());
}

fn evaluate(vm: &mut Vm, args: &Args, name: &str, mode: Mode) -> Result {
    let argument = |place: usize| args.get(place).bound().filter(|value| !value.is_none());
    let (globals, locals) = (argument(1), argument(2));
    if let Some(locals) = locals
        && !vm.has_items(locals)
    {
        let kind = vm.type_name(locals);
        return Err(vm.type_error(match mode {
            Mode::Expression => "locals must be a mapping".to_owned(),
            _ => format!("locals must be a mapping or None, not {kind}"),
        }));
    }
    let globals = match globals {
        None => None,
        Some(globals) => match globals.get_ref::<Dict>() {
            Some(dict) => Some(dict.clone()),
            None => {
                let kind = vm.type_name(globals);
                return Err(vm.type_error(match mode {
                    Mode::Expression => "globals must be a dict".to_owned(),
                    _ => format!("{name}() globals must be a dict, not {kind}"),
                }));
            }
        },
    };
    let locals = match (locals, &globals) {
        (Some(locals), _) => locals.clone(),
        (None, Some(globals)) => globals.clone().into(),
        (None, None) => vm.current_locals()?,
    };
    let globals = match globals {
        Some(globals) => globals,
        None => match vm.current {
            Some(frame) => frame.function.globals.clone(),
            None => return Err(vm.system_error("frame does not exist")),
        },
    };
    let own_locals = !locals.get_ref::<Dict>().is_some_and(|dict| dict.same(&globals));
    let mut closure = None;
    let code = if let Some(code) = args.get(0).get_ref::<CodeObject>() {
        match mode {
            Mode::Module => closure = closure_for(vm, code, argument(3))?,
            _ if code.code.free.is_empty() => {}
            _ => {
                return Err(vm.type_error(format!(
                    "code object passed to {name}() may not contain free variables"
                )));
            }
        }
        code.clone()
    } else {
        if mode == Mode::Module && argument(3).is_some() {
            return Err(vm.type_error("closure can only be used when source is a code object"));
        }
        let Some(text) = source_text(vm, args.get(0))? else {
            return Err(
                vm.type_error(format!("{name}() arg 1 must be a string, bytes or code object"))
            );
        };
        let options = Options { mode, locals_mapping: own_locals, ..vm.compiler_options() };
        compile_text(vm, text, "<string>", options)?
    };
    let builtins = builtins_of(vm, &globals);
    let locals = code.code.uses_locals_mapping.then_some(locals);
    let function = Function::new(code, globals, builtins, closure);
    vm.run_block(&function, locals)
}

/// The cells for the free variables of code that `exec` is to run.
fn closure_for(
    vm: &mut Vm,
    code: &Ref<CodeObject>,
    closure: Option<&Value>,
) -> Result<Option<Ref<Tuple>>> {
    let count = code.code.free.len();
    match (count, closure) {
        (0, None) => return Ok(None),
        (0, Some(_)) => return Err(vm.type_error("cannot use a closure with this code object")),
        _ => {}
    }
    if let Some(cells) = closure.and_then(Value::get_ref::<Tuple>)
        && cells.len() == count
        && cells.items().iter().all(|cell| cell.get::<CellObject>().is_some())
    {
        return Ok(Some(cells.clone()));
    }
    Err(vm.type_error(format!("code object requires a closure of exactly length {count}")))
}

impl Vm {
    /// Whether a value has items: what `PyMapping_Check` asks.
    fn has_items(&self, value: &Value) -> bool {
        self.lookup_special(value, &self.names.getitem).is_some()
    }
}

/// The built-in names that code with these globals sees: `__builtins__`, which is entered if it is
/// not there.
fn builtins_of(vm: &mut Vm, globals: &Ref<Dict>) -> Ref<Dict> {
    let name = vm.names.builtins.clone();
    match globals.get_str(&name) {
        Some(builtins) => match builtins.get_ref::<Dict>() {
            Some(dict) => dict.clone(),
            None => vm.builtins.clone(),
        },
        None => {
            drop(globals.set_str(&name, vm.builtins.clone().into()));
            vm.builtins.clone()
        }
    }
}

fn compile(vm: &mut Vm, args: &Args) -> Result {
    let Some(name) = args.get(1).as_str() else {
        let kind = vm.type_name(args.get(1));
        return Err(vm.type_error(format!("expected str, bytes or os.PathLike object, not {kind}")));
    };
    let Some(mode) = args.get(2).as_str() else {
        let kind = vm.type_name(args.get(2));
        return Err(vm.type_error(format!("compile() argument 'mode' must be str, not {kind}")));
    };
    let mode = match mode {
        "exec" => Mode::Module,
        "eval" => Mode::Expression,
        "single" => Mode::Interactive,
        _ => {
            return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'"));
        }
    };
    let flags = match args.get(3).bound() {
        Some(flags) => vm.index_i32(flags)?,
        None => 0,
    };
    if flags & !(FUTURE_FLAGS | ONLY_AST | ALLOW_TOP_LEVEL_AWAIT | TYPE_COMMENTS | OPTIMIZED) != 0 {
        return Err(vm.value_error("compile(): unrecognised flags"));
    }
    if flags & (TYPE_COMMENTS | OPTIMIZED) != 0 {
        return Err(vm.value_error("compile(): Ouro has no type comments and no optimised trees"));
    }
    let level = match args.get(5).bound() {
        Some(level) => vm.index_i32(level)?,
        None => -1,
    };
    if !(-1..=2).contains(&level) {
        return Err(vm.value_error("compile(): invalid optimize value"));
    }
    if args.get(0).get::<CodeObject>().is_some() {
        return Ok(args.get(0).clone());
    }
    let Some(text) = source_text(vm, args.get(0))? else {
        if let Some(reason) = syntax_tree_refusal(vm, args.get(0))? {
            return Err(vm.type_error(reason));
        }
        return Err(vm.type_error("compile() arg 1 must be a string, bytes or AST object"));
    };
    if flags & ONLY_AST != 0 {
        let module = vm.import("ast")?;
        let function = vm.intern("_tree");
        let function = vm.get_attr(&module, &function)?;
        return vm.call(&function, &[text.into(), name.into(), args.get(2).clone()]);
    }
    let options = Options {
        mode,
        // Whoever runs the code may give it locals of their own.
        locals_mapping: true,
        optimize: u8::try_from(level).unwrap_or(vm.system.settings.optimize),
        top_level_await: flags & ALLOW_TOP_LEVEL_AWAIT != 0,
        future_annotations: flags & FUTURE_ANNOTATIONS != 0,
        keep_bool_inversions: false,
    };
    Ok(compile_text(vm, text, name, options)?.into())
}

// `ast.PyCF_*`
const ONLY_AST: i32 = 0x400;
const TYPE_COMMENTS: i32 = 0x1000;
const ALLOW_TOP_LEVEL_AWAIT: i32 = 0x2000;
const OPTIMIZED: i32 = 0x8000;
const FUTURE_ANNOTATIONS: i32 = 0x100_0000;
/// What `__future__` has as `compiler_flag`.
const FUTURE_FLAGS: i32 = 0x1fe_0010;

/// What to say to a script that wants a syntax tree compiled.
fn syntax_tree_refusal(vm: &mut Vm, value: &Value) -> Result<Option<&'static str>> {
    let name = vm.intern("ast");
    let Some(module) = vm.modules.get_str(&name) else { return Ok(None) };
    let name = vm.intern("AST");
    let class = vm.get_attr(&module, &name)?;
    Ok(vm
        .is_instance(value, &class)?
        .then_some("Ouro does not compile syntax trees; ast.unparse() gives the text of one"))
}

fn import_by_function(vm: &mut Vm, args: &Args) -> Result {
    let Some(name) = args.get(0).get_ref::<crate::object::string::Str>() else {
        return Err(vm.type_error("module name must be a string"));
    };
    let globals = match args.get(1).get_ref::<Dict>() {
        Some(globals) => globals.clone(),
        None => Dict::new(),
    };
    let from_list = args.get(3).bound().cloned().unwrap_or(Value::None);
    let level = args.get(4).bound().cloned().unwrap_or(Value::Int(0));
    vm.import_name(name, &globals, &from_list, &level)
}
