//! Imports: finding a module, running it once, and what `import` statements bind.
//!
//! Modules come from four places, in this order: those that are part of the interpreter as in
//! CPython (`sys`, `time` …), the folders of `sys.path`, and what CPython keeps in its library:
//! native modules and the embedded Python sources.

use std::rc::Rc;

use crate::builtins::exceptions::ExceptionKind;
use crate::builtins::types::bool_::INVERT_WARNING;
use crate::code::lazy::LazyCode;
use crate::code::stored;
use crate::compiler::{Compiled, Mode, Options, compile_with_warnings};
use crate::host::FileKind;
use crate::modules::{self, embedded};
use crate::object::class::Class;
use crate::object::code::CodeObject;
use crate::object::dict::Dict;
use crate::object::function::Function;
use crate::object::instance::Instance;
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::module::Module;
use crate::object::native::{ClassSpec, GetSetSpec};
use crate::object::string::Str;
use crate::object::{Exception, Ref, Result, Value};
use crate::source::SourceFile;
use crate::vm::Vm;

/// Where the source of a module was found.
struct Found {
    /// The name of its file.
    file: String,
    text: FoundText,
    /// The folder that holds the modules of a package.
    package_folder: Option<String>,
}

enum FoundText {
    Text(String),
    Embedded(&'static embedded::Source),
    /// A folder without `__init__.py`.
    Namespace,
    Native(modules::Init),
}

/// Whether an entry of a path is the embedded library, or a package in it.
fn is_library(folder: &Value) -> bool {
    folder.as_str().is_some_and(|folder| folder.starts_with("<ouro>"))
}

fn find_in_library(name: &str) -> Option<Found> {
    if let Some(init) = modules::native(name) {
        let text = FoundText::Native(init);
        return Some(Found { file: String::new(), text, package_folder: None });
    }
    let source = embedded::find(name)?;
    let file = source.file();
    let package_folder =
        source.is_package.then(|| file.trim_end_matches("/__init__.py").to_owned());
    Some(Found { file, text: FoundText::Embedded(source), package_folder })
}

/// The embedded library is shown to live here.
pub const LIBRARY_FOLDER: &str = "<ouro>/lib/python3.13";

/// Whether a file's name is one of the library's.
pub fn is_library_file(file: &str) -> bool {
    file.starts_with(LIBRARY_FOLDER)
}

impl Vm {
    /// A module with the attributes that all have; it is not entered in `sys.modules`.
    pub fn new_module(&mut self, name: &str) -> Ref<Module> {
        let dict = Dict::new();
        let text = self.intern(name);
        dict.set_str(&self.names.name, text.into());
        dict.set_str(&self.names.doc, Value::None);
        let parent = match name.rsplit_once('.') {
            Some((parent, _)) => parent,
            None => "",
        };
        dict.set_str(&self.names.package, Value::from(parent));
        let loader = self.intern("__loader__");
        dict.set_str(&loader, Value::None);
        let spec = self.module_spec(name, None, false);
        dict.set_str(&self.names.spec, spec);
        Module::new(dict)
    }

    /// The `__spec__` of a module.
    pub fn module_spec(&mut self, name: &str, origin: Option<&str>, is_package: bool) -> Value {
        let class = self.class_for(&MODULE_SPEC);
        class.update_flags(|flags| flags.has_dict = true);
        let spec = Instance::new(&class);
        let parent = match (is_package, name.rsplit_once('.')) {
            (true, _) => name,
            (false, Some((parent, _))) => parent,
            (false, None) => "",
        };
        let attributes = [
            ("name", Value::from(name)),
            ("loader", Value::None),
            ("origin", Value::from(origin.unwrap_or("built-in"))),
            ("loader_state", Value::None),
            ("submodule_search_locations", Value::None),
            ("parent", Value::from(parent)),
            ("has_location", origin.is_some().into()),
            ("cached", Value::None),
            ("_initializing", Value::False),
        ];
        for (attribute, value) in attributes {
            let attribute = self.intern(attribute);
            spec.set_attribute(&attribute, value);
        }
        spec.into()
    }

    /// `sys.name`.
    pub fn sys_attribute(&mut self, name: &str) -> Result {
        let name_text = self.intern(name);
        let sys = self.intern("sys");
        let dict = self.modules.get_str(&sys).and_then(|sys| Some(sys.get::<Module>()?.dict()));
        match dict.and_then(|dict| dict.get_str(&name_text)) {
            Some(value) => Ok(value),
            None => Err(self.runtime_error(format!("lost sys.{name}"))),
        }
    }

    /// The module of that full name, imported if need be: what `importlib.import_module` gives.
    pub fn import(&mut self, name: &str) -> Result {
        let name_text = self.intern(name);
        self.wait_for_import(&name_text)?;
        if let Some(known) = self.modules.get_str(&name_text) {
            if !known.is_none() {
                return Ok(known);
            }
            let message = format!("import of {name} halted; None in sys.modules");
            return Err(self.module_not_found(message, name));
        }
        self.enter_native()?;
        let module = self.import_absent(name, &name_text);
        self.leave_native();
        module
    }

    fn import_absent(&mut self, name: &str, name_text: &Ref<Str>) -> Result {
        let mut parent_path = None;
        if let Some((parent, _)) = name.rsplit_once('.') {
            let parent_module = self.import(parent)?;
            // The parent may have imported it.
            if let Some(known) = self.modules.get_str(name_text) {
                return Ok(known);
            }
            let path = self.names.path.clone();
            match self.get_attr_optional(&parent_module, &path)? {
                Some(path) => parent_path = Some(path),
                None => {
                    let message = format!("No module named '{name}'; '{parent}' is not a package");
                    return Err(self.module_not_found(message, name));
                }
            }
        }
        let module = self.load(name, parent_path.as_ref())?;
        if let Some((parent, child)) = name.rsplit_once('.') {
            let parent = self.intern(parent);
            if let Some(parent) = self.modules.get_str(&parent) {
                let child = self.intern(child);
                self.set_attr(&parent, &child, module.clone())?;
            }
        }
        Ok(module)
    }

    /// Finds a module that is not there yet, and runs it.
    fn load(&mut self, name: &str, parent_path: Option<&Value>) -> Result {
        if parent_path.is_none()
            && let Some(init) = modules::built_in(name)
        {
            return self.load_native(name, init);
        }
        if let Some(found) = self.find(name, parent_path)? {
            return self.run_found(name, found);
        }
        let message = format!("No module named '{name}'");
        let error = self.module_not_found(message, name);
        if let Some(note) = modules::note_for_missing(name) {
            self.add_note(&error, &note);
        }
        Err(error)
    }

    /// Finds the source of a module, or the function that makes it.
    fn find(&mut self, name: &str, path: Option<&Value>) -> Result<Option<Found>> {
        let folders = match path {
            Some(path) => path.clone(),
            None => self.sys_attribute("path")?,
        };
        let folders = self.collect(&folders)?;
        // What lies in the folders before the library hides the library's modules, as in CPython.
        let library = folders.iter().position(is_library).unwrap_or(folders.len());
        let (before, after) = folders.split_at(library);
        if let Some(found) = self.find_in_folders(name, before)? {
            return Ok(Some(found));
        }
        match find_in_library(name) {
            Some(found) => Ok(Some(found)),
            None => self.find_in_folders(name, after),
        }
    }

    /// The `__spec__` that a module would have; None where there is no such module.
    pub fn find_spec(&mut self, name: &str, path: Option<&Value>) -> Result {
        if path.is_none() && modules::built_in(name).is_some() {
            return Ok(self.module_spec(name, None, false));
        }
        let Some(found) = self.find(name, path)? else { return Ok(Value::None) };
        self.spec_of_found(name, &found)
    }

    fn spec_of_found(&mut self, name: &str, found: &Found) -> Result {
        let origin = match found.text {
            FoundText::Text(_) | FoundText::Embedded(_) => Some(found.file.as_str()),
            FoundText::Namespace | FoundText::Native(_) => None,
        };
        let spec = self.module_spec(name, origin, found.package_folder.is_some());
        if let Some(folder) = &found.package_folder {
            let locations = self.intern("submodule_search_locations");
            let path = List::new(vec![Value::from(folder.as_str())]);
            self.set_attr(&spec, &locations, path.into())?;
        }
        Ok(spec)
    }

    fn load_native(&mut self, name: &str, init: fn(&mut Vm) -> Result<Ref<Module>>) -> Result {
        let module = Value::from(init(self)?);
        let name = self.intern(name);
        self.modules.set_str(&name, module.clone());
        Ok(module)
    }

    /// Looks for a module's file in some folders of a package, or of `sys.path`.
    fn find_in_folders(&mut self, name: &str, folders: &[Value]) -> Result<Option<Found>> {
        let last = name.rsplit('.').next().unwrap_or(name);
        if last.is_empty() {
            return Ok(None);
        }
        let mut namespace = None;
        for folder in folders {
            let Some(folder) = folder.as_str() else { continue };
            let base = match folder {
                "" | "." => format!("{}/{last}", self.host.current_directory()),
                _ if folder.starts_with('/') => format!("{}/{last}", folder.trim_end_matches('/')),
                _ => {
                    let here = self.host.current_directory();
                    format!("{here}/{}/{last}", folder.trim_end_matches('/'))
                }
            };
            let init = format!("{base}/__init__.py");
            let is_folder = self.host.file_kind(&base) == Some(FileKind::Directory);
            if is_folder && self.host.file_kind(&init) == Some(FileKind::File) {
                let text = FoundText::Text(self.read_source(&init)?);
                return Ok(Some(Found { file: init, text, package_folder: Some(base) }));
            }
            let file = format!("{base}.py");
            if self.host.file_kind(&file) == Some(FileKind::File) {
                let text = FoundText::Text(self.read_source(&file)?);
                return Ok(Some(Found { file, text, package_folder: None }));
            }
            if is_folder && namespace.is_none() {
                namespace = Some(base);
            }
        }
        // A folder without `__init__.py` is a package only where nothing else has the name.
        let taken = modules::native(name).is_some() || embedded::find(name).is_some();
        Ok(namespace.filter(|_| !taken).map(|folder| Found {
            file: String::new(),
            text: FoundText::Namespace,
            package_folder: Some(folder),
        }))
    }

    /// A file's text, decoded as Python reads its sources.
    pub fn read_source(&mut self, path: &str) -> Result<String> {
        let bytes = match self.host.read_file(path) {
            Ok(bytes) => bytes,
            Err(error) => return Err(self.host_error(&error, Some(path))),
        };
        match ouro_grammar::decode_file(&bytes, path) {
            Ok(text) => Ok(text),
            Err(error) => {
                let source = SourceFile::new(path, String::from_utf8_lossy(&bytes).into_owned());
                Err(self.syntax_error(&error, &source))
            }
        }
    }

    fn run_found(&mut self, name: &str, found: Found) -> Result {
        if let FoundText::Native(init) = found.text {
            return self.load_native(name, init);
        }
        let module = self.new_module(name);
        let dict = module.dict();
        let spec = self.spec_of_found(name, &found)?;
        dict.set_str(&self.names.spec, spec.clone());
        if found.package_folder.is_some() {
            let locations = self.intern("submodule_search_locations");
            let path = self.get_attr(&spec, &locations)?;
            dict.set_str(&self.names.path, path);
            let package = self.intern(name);
            dict.set_str(&self.names.package, package.into());
        }
        let value = Value::from(module);
        let name_text = self.intern(name);
        if let FoundText::Namespace = found.text {
            self.modules.set_str(&name_text, value.clone());
            return Ok(value);
        }
        dict.set_str(&self.names.file, Value::from(found.file.as_str()));
        let initializing = self.intern("_initializing");
        self.set_attr(&spec, &initializing, Value::True)?;
        self.modules.set_str(&name_text, value.clone());
        self.begin_import(&name_text);
        let result = match found.text {
            FoundText::Text(text) => {
                self.run_source(&Rc::new(SourceFile::new(found.file, text)), &dict)
            }
            FoundText::Embedded(source) => self.run_embedded(source, &dict),
            FoundText::Namespace | FoundText::Native(_) => Ok(Value::None),
        };
        self.end_import(&name_text);
        self.set_attr(&spec, &initializing, Value::False)?;
        if let Err(error) = result {
            drop(self.modules.remove_str(&name_text));
            return Err(error);
        }
        // The module may have put something else in its place.
        Ok(self.modules.get_str(&name_text).unwrap_or(value))
    }

    /// Parses, compiles and runs a source as a module.
    pub fn run_source(&mut self, source: &Rc<SourceFile>, globals: &Ref<Dict>) -> Result {
        // Not the frame that imports is to blame for what the compiler says.
        let importer = self.current.take();
        let code = self.compile_source(source, self.compiler_options());
        self.current = importer;
        let code = code?;
        self.run_module_code(code, globals)
    }

    /// Runs a module of the embedded library, which was compiled when the interpreter was built.
    pub fn run_embedded(
        &mut self,
        source: &'static embedded::Source,
        globals: &Ref<Dict>,
    ) -> Result {
        let mut file = SourceFile::new(source.file(), source.text);
        file.is_without_entries = source.is_in_c_elsewhere();
        let file = Rc::new(file);
        let code = match stored::decode(source.code, &file) {
            Ok(code) => CodeObject::new(LazyCode::new(code), &self.interner),
            Err(error) => {
                return Err(self.system_error(format!("{}: {error}", source.file())));
            }
        };
        self.run_module_code(code, globals)
    }

    fn run_module_code(&mut self, code: Ref<CodeObject>, globals: &Ref<Dict>) -> Result {
        let builtins = self.builtins.clone();
        if globals.get_str(&self.names.builtins).is_none() {
            let name = self.intern("builtins");
            let module = self.modules.get_str(&name).unwrap_or_else(|| builtins.clone().into());
            globals.set_str(&self.names.builtins, module);
        }
        let function = Function::new(code, globals.clone(), builtins, None);
        self.run_block(&function, None)
    }

    /// How the command line asks programs to be compiled.
    pub fn compiler_options(&self) -> Options {
        Options { optimize: self.system.settings.optimize, ..Options::default() }
    }

    /// Parses and compiles a source, ready to run.
    pub fn compile_source(
        &mut self,
        source: &Rc<SourceFile>,
        options: Options,
    ) -> Result<Ref<CodeObject>> {
        let mode = match options.mode {
            Mode::Module | Mode::Prompt => ouro_grammar::Mode::Module,
            Mode::Expression => ouro_grammar::Mode::Expression,
            Mode::Interactive => ouro_grammar::Mode::Interactive,
        };
        let tree = match ouro_grammar::parse(&source.text, mode) {
            Ok(tree) => tree,
            Err(error) => return Err(self.syntax_error(&error, source)),
        };
        let Compiled { mut code, warnings, bool_inversions } =
            match compile_with_warnings(&tree, source, options) {
                Ok(compiled) => compiled,
                Err(error) => return Err(self.syntax_error(&error, source)),
            };
        for _ in 0..bool_inversions {
            if self.warn_deprecated(INVERT_WARNING).is_err() {
                let options = Options { keep_bool_inversions: true, ..options };
                if let Ok(compiled) = compile_with_warnings(&tree, source, options) {
                    code = compiled.code;
                }
                break;
            }
        }
        for warning in tree.warnings.iter().chain(&warnings) {
            let line = source.line(warning.span.start);
            if let Err(error) = self.warn_at(&warning.message, source, line) {
                if !self.is_exception(&error, ExceptionKind::SyntaxWarning) {
                    return Err(error);
                }
                // A filter has made the warning an error: then it is one of syntax.
                let error = ouro_grammar::SyntaxError::new(&*warning.message, warning.span);
                return Err(self.syntax_error(&error, source));
            }
        }
        self.code_object(&code)
    }

    #[cold]
    fn module_not_found(&mut self, message: String, name: &str) -> Ref<Exception> {
        let error = self.error(ExceptionKind::ModuleNotFoundError, message.clone());
        error.set_field(0, message.into());
        error.set_field(1, name.into());
        error
    }

    #[cold]
    fn import_error(
        &mut self,
        message: String,
        name: Value,
        path: Value,
        name_from: Value,
    ) -> Ref<Exception> {
        let error = self.error(ExceptionKind::ImportError, message.clone());
        error.set_field(0, message.into());
        error.set_field(1, name);
        error.set_field(2, path);
        error.set_field(3, name_from);
        error
    }

    // ── what the statements do ──

    /// `import name` and `from name import …`: the module that the statement goes on with.
    pub fn import_name(
        &mut self,
        name: &Ref<Str>,
        globals: &Ref<Dict>,
        from_list: &Value,
        level: &Value,
    ) -> Result {
        let import = self.builtins.get_str(&self.names.import);
        if let Some(import) = import
            && import.get::<crate::object::function::NativeFunction>().is_none()
        {
            // A script has put its own function in place.
            let arguments = [
                name.clone().into(),
                globals.clone().into(),
                Value::None,
                from_list.clone(),
                level.clone(),
            ];
            return self.call(&import, &arguments);
        }
        let level = match level {
            Value::Int(level) => *level,
            _ => 0,
        };
        self.import_statement(name.as_str(), globals, from_list, level)
    }

    /// What `__import__` does.
    pub fn import_statement(
        &mut self,
        name: &str,
        globals: &Ref<Dict>,
        from_list: &Value,
        level: i64,
    ) -> Result {
        let full_name = match level {
            0 => {
                if name.is_empty() {
                    return Err(self.value_error("Empty module name"));
                }
                name.to_owned()
            }
            _ => self.resolve_relative(name, globals, level)?,
        };
        let module = self.import(&full_name)?;
        let names = match from_list.as_tuple() {
            Some(names) => names.to_vec(),
            None if from_list.is_none() || from_list.is_unbound() => Vec::new(),
            None => self.collect(from_list)?,
        };
        if names.is_empty() {
            if level == 0 {
                let top = name.split('.').next().unwrap_or(name);
                return self.import(top);
            }
            // `import` has no relative form; `__import__` may ask for one.
            let cut = name.len() - name.split('.').next().unwrap_or(name).len();
            let top = full_name[..full_name.len() - cut].to_owned();
            return self.import(&top);
        }
        let path = self.names.path.clone();
        if self.get_attr_optional(&module, &path)?.is_some() {
            self.import_submodules(&module, &full_name, &names)?;
        }
        Ok(module)
    }

    /// The names of `from package import …` that are no attributes yet may be modules.
    fn import_submodules(
        &mut self,
        module: &Value,
        full_name: &str,
        names: &[Value],
    ) -> Result<()> {
        for name in names {
            let Some(name) = name.as_str_ref() else {
                let found = self.type_name(name);
                return Err(
                    self.type_error(format!("Item in ``from list'' must be str, not {found}"))
                );
            };
            let name = self.intern_str(name);
            if name.as_str() == "*" {
                let all = self.names.all.clone();
                if let Some(all) = self.get_attr_optional(module, &all)? {
                    let all = self.collect(&all)?;
                    let all: Vec<Value> =
                        all.into_iter().filter(|name| name.as_str() != Some("*")).collect();
                    self.import_submodules(module, full_name, &all)?;
                }
                continue;
            }
            if self.get_attr_optional(module, &name)?.is_some() {
                continue;
            }
            let submodule = format!("{full_name}.{}", name.as_str());
            match self.import(&submodule) {
                Ok(_) => {}
                Err(error)
                    if self.is_exception(&error, ExceptionKind::ModuleNotFoundError)
                        && error.field(1).as_str() == Some(&submodule) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// The full name of a relative import.
    pub fn resolve_relative(
        &mut self,
        name: &str,
        globals: &Ref<Dict>,
        level: i64,
    ) -> Result<String> {
        let package = match globals.get_str(&self.names.package) {
            Some(package) if !package.is_none() => package.as_str().unwrap_or_default().to_owned(),
            _ => {
                let own = globals.get_str(&self.names.name).unwrap_or(Value::None);
                let own = own.as_str().unwrap_or_default();
                match globals.get_str(&self.names.path) {
                    Some(_) => own.to_owned(),
                    None => own.rsplit_once('.').map_or(String::new(), |(p, _)| p.to_owned()),
                }
            }
        };
        if package.is_empty() {
            return Err(self.import_error(
                "attempted relative import with no known parent package".to_owned(),
                Value::None,
                Value::None,
                Value::None,
            ));
        }
        let mut base = package.as_str();
        for _ in 1..level {
            match base.rsplit_once('.') {
                Some((shorter, _)) => base = shorter,
                None => {
                    return Err(self.import_error(
                        "attempted relative import beyond top-level package".to_owned(),
                        Value::None,
                        Value::None,
                        Value::None,
                    ));
                }
            }
        }
        Ok(if name.is_empty() { base.to_owned() } else { format!("{base}.{name}") })
    }

    /// `from module import name`.
    pub fn import_from(&mut self, module: &Value, name: &Ref<Str>) -> Result {
        if let Some(value) = self.get_attr_optional(module, name)? {
            return Ok(value);
        }
        let module_name = self.names.name.clone();
        let module_name = self.get_attr_optional(module, &module_name)?.unwrap_or(Value::None);
        let Some(package) = module_name.as_str() else {
            let message =
                format!("cannot import name '{}' from '<unknown module name>'", name.as_str());
            return Err(self.import_error(message, Value::None, Value::None, name.clone().into()));
        };
        // A module that is being imported further out is in sys.modules only.
        let full_name = self.intern(&format!("{package}.{}", name.as_str()));
        if let Some(found) = self.modules.get_str(&full_name) {
            return Ok(found);
        }
        let file = self.names.file.clone();
        let file = self.get_attr_optional(module, &file)?.unwrap_or(Value::None);
        let name_text = name.as_str();
        let file_text = file.as_str().unwrap_or("unknown location").to_owned();
        let message = if self.is_initializing(module)? {
            if self.shadows_library(package, &file) {
                format!(
                    "cannot import name '{name_text}' from '{package}' (consider renaming \
                     '{file_text}' since it has the same name as the standard library module \
                     named '{package}' and the import system gives it precedence)"
                )
            } else {
                format!(
                    "cannot import name '{name_text}' from partially initialized module \
                     '{package}' (most likely due to a circular import) ({file_text})"
                )
            }
        } else if self.shadows_library(package, &file) {
            format!(
                "cannot import name '{name_text}' from '{package}' (consider renaming \
                 '{file_text}' since it has the same name as the standard library module named \
                 '{package}' and the import system gives it precedence)"
            )
        } else {
            format!("cannot import name '{name_text}' from '{package}' ({file_text})")
        };
        Err(self.import_error(message, module_name.clone(), file, name.clone().into()))
    }

    /// `from module import *`.
    pub fn import_star(&mut self, module: &Value, locals: &Value) -> Result<()> {
        let all = self.names.all.clone();
        let (names, skip_private) = match self.get_attr_optional(module, &all)? {
            Some(all) => (self.collect(&all)?, false),
            None => {
                let dict = self.names.dict.clone();
                let Some(dict) = self.get_attr_optional(module, &dict)? else {
                    let message = "from-import-* object has no __dict__ and no __all__".to_owned();
                    return Err(self.import_error(message, Value::None, Value::None, Value::None));
                };
                (self.collect(&dict)?, true)
            }
        };
        for name in names {
            let Some(text) = name.as_str_ref() else {
                let module_name = self.module_name(module);
                let found = self.type_name(&name);
                let place = if skip_private { "Key" } else { "Item" };
                let holder = if skip_private { "__dict__" } else { "__all__" };
                return Err(self.type_error(format!(
                    "{place} in {module_name}.{holder} must be str, not {found}"
                )));
            };
            if skip_private && text.as_str().starts_with('_') {
                continue;
            }
            let text = self.intern_str(text);
            let value = self.get_attr(module, &text)?;
            match locals.get_exact::<Dict>() {
                Some(dict) => drop(dict.set_str(&text, value)),
                None => self.set_item(locals, &name, value)?,
            }
        }
        Ok(())
    }

    // ── what messages ask about a module ──

    fn is_initializing(&mut self, module: &Value) -> Result<bool> {
        let spec = self.names.spec.clone();
        let initializing = self.intern("_initializing");
        let Some(spec) = self.get_attr_optional(module, &spec)? else { return Ok(false) };
        match self.get_attr_optional(&spec, &initializing)? {
            Some(answer) => self.truth(&answer),
            None => Ok(false),
        }
    }

    /// Whether a module beside the script has the name of one of the library's.
    fn shadows_library(&mut self, name: &str, file: &Value) -> bool {
        self.lies_beside_script(file) && modules::is_standard_library_name(name)
    }

    fn lies_beside_script(&mut self, file: &Value) -> bool {
        let Some(file) = file.as_str() else { return false };
        let Ok(path) = self.sys_attribute("path") else { return false };
        let first = path.get::<List>().and_then(|path| path.get(0));
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        first.as_ref().and_then(Value::as_str).is_some_and(|first| first == folder)
    }

    /// The message of the AttributeError for a module without that attribute.
    pub fn module_attribute_message(&mut self, module: &Value, attribute: &str) -> String {
        let dict = match module.get::<Module>() {
            Some(module) => module.dict(),
            None => return String::new(),
        };
        let Some(name) = dict.get_str(&self.names.name) else {
            return format!("module has no attribute '{attribute}'");
        };
        let name = name.as_str().unwrap_or("?").to_owned();
        let file = dict.get_str(&self.names.file).unwrap_or(Value::None);
        let file_text = file.as_str().unwrap_or_default().to_owned();
        if self.shadows_library(&name, &file) {
            return format!(
                "module '{name}' has no attribute '{attribute}' (consider renaming '{file_text}' \
                 since it has the same name as the standard library module named '{name}' and \
                 the import system gives it precedence)"
            );
        }
        if matches!(self.is_initializing(module), Ok(true)) {
            if self.lies_beside_script(&file) {
                return format!(
                    "module '{name}' has no attribute '{attribute}' (consider renaming \
                     '{file_text}' if it has the same name as a third-party module you intended \
                     to import)"
                );
            }
            let from =
                if file_text.is_empty() { String::new() } else { format!(" from '{file_text}'") };
            return format!(
                "partially initialized module '{name}'{from} has no attribute '{attribute}' \
                 (most likely due to a circular import)"
            );
        }
        let submodule = self.intern(&format!("{name}.{attribute}"));
        if let Some(submodule) = self.modules.get_str(&submodule)
            && matches!(self.is_initializing(&submodule), Ok(true))
        {
            return format!(
                "cannot access submodule '{attribute}' of module '{name}' (most likely due to a \
                 circular import)"
            );
        }
        format!("module '{name}' has no attribute '{attribute}'")
    }
}

/// `importlib.machinery.ModuleSpec`, as far as scripts look at it.
static MODULE_SPEC: ClassSpec = ClassSpec {
    name: "ModuleSpec",
    module: "_frozen_importlib",
    layout: Kind::Instance,
    is_base_type: true,
    methods: &[crate::object::native::Native::new("__repr__", "", |vm, args| {
        let name = vm.intern("name");
        let name = vm.get_attr(args.get(0), &name)?;
        let name = vm.repr(&name)?;
        let origin = vm.intern("origin");
        let origin = vm.get_attr(args.get(0), &origin)?;
        let origin = vm.repr(&origin)?;
        Ok(format!("ModuleSpec(name={}, loader=None, origin={})", name.as_str(), origin.as_str())
            .into())
    })],
    attributes: &[GetSetSpec::readonly("__dict__", |vm, object| {
        let class: Ref<Class> = vm.class_of(object);
        match object {
            Value::Object(heap_object) => {
                Ok(vm.own_dict_for_writing(heap_object, &class).map_or(Value::None, Value::from))
            }
            _ => Ok(Value::None),
        }
    })],
    ..ClassSpec::EMPTY
};
