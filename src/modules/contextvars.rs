//! `contextvars`: PEP 567.
//!
//! A context is a map that is shared until somebody writes to it, so that copying one, which every
//! task does, costs a reference.

use hashbrown::HashMap;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::builtins::exceptions::ExceptionKind;
use crate::object::heap::{ObjectSlot, Slot};
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::module::Module;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native, NativeData, NativeObject};
use crate::object::tuple::Tuple;
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::vm::Vm;

/// Variable (by address) to the variable itself and its value, in order of first setting.
type Bindings = HashMap<usize, (Value, Value)>;

#[derive(Default)]
pub struct ContextData {
    bindings: RefCell<Rc<Bindings>>,
    entered: Cell<bool>,
}

impl NativeData for ContextData {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        let bindings = self.bindings.borrow();
        // Shared bindings count for nobody: what they refer to stays alive.
        if Rc::strong_count(&bindings) == 1 {
            for (variable, value) in bindings.values() {
                variable.visit(visit);
                value.visit(visit);
            }
        }
    }

    fn clear(&self) {
        drop(self.bindings.take());
    }
}

struct VariableData {
    name: Value,
    default: Slot,
}

impl NativeData for VariableData {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.default.visit(visit);
    }
}

struct TokenData {
    variable: Slot,
    context: Slot,
    old: Slot,
    used: Cell<bool>,
}

impl NativeData for TokenData {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        for slot in [&self.variable, &self.context, &self.old] {
            slot.visit(visit);
        }
    }
}

/// `Token.MISSING`.
struct MissingData;

impl NativeData for MissingData {
    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}
}

static CONTEXT: ClassSpec = ClassSpec {
    name: "Context",
    module: "_contextvars",
    layout: Kind::Native,
    new: Some(&Native::new("__new__", "*args, **kwargs", new_context)),
    methods: &[
        Native::new("run", "callable, *args, **kwargs", run),
        Native::new("copy", "", copy_method),
        Native::new("get", "key, default=None, /", get),
        Native::new("keys", "", keys),
        Native::new("values", "", values),
        Native::new("items", "", items),
        Native::new("__getitem__", "key, /", getitem),
        Native::new("__contains__", "key, /", contains),
        Native::new("__len__", "", len),
        Native::new("__iter__", "", iter),
        Native::new("__eq__", "other, /", equal),
    ],
    ..ClassSpec::EMPTY
};

static VARIABLE: ClassSpec = ClassSpec {
    name: "ContextVar",
    module: "_contextvars",
    layout: Kind::Native,
    new: Some(&Native::new("__new__", "*args, **kwargs", new_variable)),
    methods: &[
        Native::new("get", "default=None, /", variable_get),
        Native::new("set", "value, /", variable_set),
        Native::new("reset", "token, /", variable_reset),
        Native::new("__repr__", "", variable_repr),
    ],
    class_methods: &[Native::new("__class_getitem__", "item, /", class_getitem)],
    attributes: &[GetSetSpec::readonly("name", variable_name)],
    ..ClassSpec::EMPTY
};

static TOKEN: ClassSpec = ClassSpec {
    name: "Token",
    module: "_contextvars",
    layout: Kind::Native,
    methods: &[Native::new("__repr__", "", token_repr)],
    class_methods: &[Native::new("__class_getitem__", "item, /", class_getitem)],
    attributes: &[
        GetSetSpec::readonly("var", token_variable),
        GetSetSpec::readonly("old_value", token_old),
    ],
    ..ClassSpec::EMPTY
};

static MISSING: ClassSpec = ClassSpec {
    name: "MISSING",
    module: "Token",
    layout: Kind::Native,
    methods: &[Native::new("__repr__", "", missing_repr)],
    ..ClassSpec::EMPTY
};

static FUNCTIONS: &[Native] = &[Native::new("copy_context", "", copy_current)];

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_contextvars");
    let dict = module.dict();
    for native in FUNCTIONS {
        let function = vm.native_function(native, "_contextvars");
        let name = vm.intern(native.name);
        drop(dict.set_str(&name, function));
    }
    let token = vm.class_for(&TOKEN);
    let missing = vm.context_missing();
    let name = vm.intern("MISSING");
    drop(token.dict().set_str(&name, missing));
    token.invalidate();
    for spec in [&CONTEXT, &VARIABLE, &TOKEN] {
        let class = vm.class_for(spec);
        let name = vm.intern(spec.name);
        drop(dict.set_str(&name, class.into()));
    }
    Ok(module)
}

impl Vm {
    fn new_context_value(&mut self, data: ContextData) -> Value {
        let class = self.class_for(&CONTEXT);
        NativeObject::new(class, data).into()
    }

    fn context_missing(&mut self) -> Value {
        if self.context_missing.is_unbound() {
            let class = self.class_for(&MISSING);
            self.context_missing = NativeObject::new(class, MissingData).into();
        }
        self.context_missing.clone()
    }

    /// The context that code runs in now; made on first use.
    pub fn current_context(&mut self) -> Value {
        if self.context.is_unbound() {
            let context = self.new_context_value(ContextData::default());
            if let Some(data) = context.native::<ContextData>() {
                data.entered.set(true);
            }
            self.context = context;
        }
        self.context.clone()
    }

    /// `contextvars.copy_context()`.
    pub fn copy_current_context(&mut self) -> Value {
        let data = match self.context.native::<ContextData>() {
            Some(data) => ContextData {
                bindings: RefCell::new(data.bindings.borrow().clone()),
                entered: Cell::new(false),
            },
            None => ContextData::default(),
        };
        self.new_context_value(data)
    }

    /// The context for a new task: None stands for an empty one that is made when it is needed,
    /// which for most tasks is never.
    pub fn context_for_task(&mut self) -> Value {
        match self.context.native::<ContextData>() {
            Some(data) if !data.bindings.borrow().is_empty() => self.copy_current_context(),
            _ => Value::None,
        }
    }

    /// Makes a task's context current, without the check that nobody else is in it; gives the one
    /// before.
    pub fn enter_task_context(&mut self, context: &ObjectSlot) -> Value {
        let context = match context.get() {
            Value::None => Value::Unbound,
            context => context,
        };
        if let Some(data) = context.native::<ContextData>() {
            data.entered.set(true);
        }
        std::mem::replace(&mut self.context, context)
    }

    /// Takes [`Vm::enter_task_context`] back; the task keeps a context that was made meanwhile.
    pub fn leave_task_context(&mut self, context: &ObjectSlot, outer: Value) {
        let inner = std::mem::replace(&mut self.context, outer);
        if let Some(data) = inner.native::<ContextData>() {
            data.entered.set(false);
            context.set(inner);
        }
    }

    /// A context without variables.
    pub fn empty_context(&mut self) -> Value {
        self.new_context_value(ContextData::default())
    }

    /// `context.run(callable, *arguments)`.
    pub fn call_in_context(
        &mut self,
        context: &Value,
        callable: &Value,
        arguments: &[Value],
    ) -> Result {
        self.run_in_context(context, |vm| vm.call(callable, arguments))
    }

    fn run_in_context(&mut self, context: &Value, f: impl FnOnce(&mut Vm) -> Result) -> Result {
        let Some(data) = context.native::<ContextData>() else { return f(self) };
        if data.entered.replace(true) {
            let text = self.repr(context)?;
            return Err(self.runtime_error(format!(
                "cannot enter context: {} is already entered",
                text.as_str()
            )));
        }
        let outer = std::mem::replace(&mut self.context, context.clone());
        let result = f(self);
        self.context = outer;
        data.entered.set(false);
        result
    }
}

fn context<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a ContextData> {
    let value: &'a Value = args.get(0);
    match value.native::<ContextData>() {
        Some(data) => Ok(data),
        None => Err(vm.type_error("descriptor requires a Context")),
    }
}

fn variable<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a VariableData> {
    match value.native::<VariableData>() {
        Some(data) => Ok(data),
        None => {
            let text = vm.repr(value)?;
            Err(vm.type_error(format!("a ContextVar key was expected, got {}", text.as_str())))
        }
    }
}

fn key_of(vm: &mut Vm, value: &Value) -> Result<usize> {
    variable(vm, value)?;
    match value {
        Value::Object(object) => Ok(object.address()),
        _ => Ok(0),
    }
}

fn new_context(vm: &mut Vm, args: &Args) -> Result {
    if args.values.len() > 1 {
        return Err(vm.type_error("Context() does not accept any arguments"));
    }
    Ok(vm.new_context_value(ContextData::default()))
}

fn copy_current(vm: &mut Vm, _: &Args) -> Result {
    Ok(vm.copy_current_context())
}

fn run(vm: &mut Vm, args: &Args) -> Result {
    context(vm, args)?;
    if args.positional_count() < 2 {
        return Err(vm.type_error("run() missing 1 required positional argument"));
    }
    let (callable, rest) = (args.get(1), &args.values[2..]);
    vm.run_in_context(args.get(0), |vm| vm.call_with_names(callable, rest, args.names))
}

fn copy_method(vm: &mut Vm, args: &Args) -> Result {
    let data = context(vm, args)?;
    let copy = ContextData {
        bindings: RefCell::new(data.bindings.borrow().clone()),
        entered: Cell::new(false),
    };
    Ok(vm.new_context_value(copy))
}

fn find(vm: &mut Vm, args: &Args) -> Result<Option<Value>> {
    let data = context(vm, args)?;
    let key = key_of(vm, args.get(1))?;
    Ok(data.bindings.borrow().get(&key).map(|(_, value)| value.clone()))
}

fn get(vm: &mut Vm, args: &Args) -> Result {
    let default = args.get(2).bound().cloned().unwrap_or(Value::None);
    Ok(find(vm, args)?.unwrap_or(default))
}

fn getitem(vm: &mut Vm, args: &Args) -> Result {
    match find(vm, args)? {
        Some(value) => Ok(value),
        None => Err(vm.key_error(args.get(1))),
    }
}

fn contains(vm: &mut Vm, args: &Args) -> Result {
    Ok(find(vm, args)?.is_some().into())
}

fn pairs(vm: &mut Vm, args: &Args) -> Result<Vec<(Value, Value)>> {
    let bindings = context(vm, args)?.bindings.borrow().clone();
    Ok(bindings.values().cloned().collect())
}

fn keys(vm: &mut Vm, args: &Args) -> Result {
    let keys = pairs(vm, args)?.into_iter().map(|(variable, _)| variable).collect();
    Ok(List::new(keys).into())
}

fn values(vm: &mut Vm, args: &Args) -> Result {
    let values = pairs(vm, args)?.into_iter().map(|(_, value)| value).collect();
    Ok(List::new(values).into())
}

fn items(vm: &mut Vm, args: &Args) -> Result {
    let items = pairs(vm, args)?
        .into_iter()
        .map(|(variable, value)| Tuple::new([variable, value]).into())
        .collect();
    Ok(List::new(items).into())
}

fn len(vm: &mut Vm, args: &Args) -> Result {
    Ok(context(vm, args)?.bindings.borrow().len().into())
}

fn iter(vm: &mut Vm, args: &Args) -> Result {
    let keys = keys(vm, args)?;
    vm.iter(&keys)
}

fn equal(vm: &mut Vm, args: &Args) -> Result {
    let own = context(vm, args)?.bindings.borrow().clone();
    let Some(other) = args.get(1).native::<ContextData>() else {
        return Ok(Value::NotImplemented);
    };
    let other = other.bindings.borrow().clone();
    if own.len() != other.len() {
        return Ok(Value::False);
    }
    for (key, (_, value)) in own.iter() {
        match other.get(key) {
            Some((_, theirs)) if vm.equal(value, theirs)? => {}
            _ => return Ok(Value::False),
        }
    }
    Ok(Value::True)
}

fn class_getitem(vm: &mut Vm, args: &Args) -> Result {
    vm.generic_alias(args.get(0), args.get(1))
}

fn new_variable(vm: &mut Vm, args: &Args) -> Result {
    let positional = &args.values[1..args.positional_count()];
    let [name] = positional else {
        let limit = if positional.is_empty() { "exactly" } else { "at most" };
        let given = positional.len();
        return Err(vm.type_error(format!(
            "ContextVar() takes {limit} 1 positional argument ({given} given)"
        )));
    };
    let named = &args.values[args.positional_count()..];
    let mut default = Value::Unbound;
    for (key, value) in args.names.iter().zip(named) {
        let key = key.as_str().unwrap_or_default();
        if key != "default" {
            return Err(
                vm.type_error(format!("ContextVar() got an unexpected keyword argument '{key}'"))
            );
        }
        default = value.clone();
    }
    if name.as_str().is_none() {
        return Err(vm.type_error("context variable name must be a str"));
    }
    let class = vm.class_for(&VARIABLE);
    let data = VariableData { name: name.clone(), default: Slot::new(default) };
    Ok(NativeObject::new(class, data).into())
}

fn bound_value(vm: &mut Vm, variable: &Value) -> Result<Option<Value>> {
    let key = key_of(vm, variable)?;
    Ok(vm
        .context
        .native::<ContextData>()
        .and_then(|data| data.bindings.borrow().get(&key).map(|(_, value)| value.clone())))
}

fn variable_get(vm: &mut Vm, args: &Args) -> Result {
    if let Some(value) = bound_value(vm, args.get(0))? {
        return Ok(value);
    }
    if let Some(default) = args.get(1).bound() {
        return Ok(default.clone());
    }
    match variable(vm, args.get(0))?.default.get() {
        Value::Unbound => Err(vm.exception(ExceptionKind::LookupError, [args.get(0).clone()])),
        default => Ok(default),
    }
}

fn bind(vm: &mut Vm, variable: &Value, value: Option<Value>) -> Result<()> {
    let key = key_of(vm, variable)?;
    let context = vm.current_context();
    let Some(data) = context.native::<ContextData>() else { return Ok(()) };
    let mut bindings = data.bindings.borrow().clone();
    data.bindings.replace(Rc::default());
    let map = Rc::make_mut(&mut bindings);
    let old = match value {
        Some(value) => map.insert(key, (variable.clone(), value)),
        None => map.remove(&key),
    };
    data.bindings.replace(bindings);
    drop(old);
    Ok(())
}

fn variable_set(vm: &mut Vm, args: &Args) -> Result {
    let old = match bound_value(vm, args.get(0))? {
        Some(value) => value,
        None => vm.context_missing(),
    };
    bind(vm, args.get(0), Some(args.get(1).clone()))?;
    let class = vm.class_for(&TOKEN);
    let context = vm.current_context();
    let token = TokenData {
        variable: Slot::new(args.get(0).clone()),
        context: Slot::new(context),
        old: Slot::new(old),
        used: Cell::new(false),
    };
    Ok(NativeObject::new(class, token).into())
}

fn variable_reset(vm: &mut Vm, args: &Args) -> Result {
    let Some(token) = args.get(1).native::<TokenData>() else {
        let text = vm.repr(args.get(1))?;
        return Err(vm.type_error(format!("expected an instance of Token, got {}", text.as_str())));
    };
    let text = vm.repr(args.get(1))?;
    if token.used.get() {
        let message = format!("{} has already been used once", text.as_str());
        return Err(vm.runtime_error(message));
    }
    if !token.variable.get().is(args.get(0)) {
        let message = format!("{} was created by a different ContextVar", text.as_str());
        return Err(vm.value_error(message));
    }
    let current = vm.current_context();
    if !token.context.get().is(&current) {
        let message = format!("{} was created in a different Context", text.as_str());
        return Err(vm.value_error(message));
    }
    token.used.set(true);
    let old = token.old.get();
    let old = (old.native::<MissingData>().is_none()).then_some(old);
    bind(vm, args.get(0), old)?;
    Ok(Value::None)
}

fn variable_repr(vm: &mut Vm, args: &Args) -> Result {
    let data = variable(vm, args.get(0))?;
    let name = vm.repr(&data.name)?;
    let default = match data.default.get() {
        Value::Unbound => String::new(),
        default => format!(" default={}", vm.repr(&default)?.as_str()),
    };
    let address = key_of(vm, args.get(0))?;
    Ok(format!("<ContextVar name={}{default} at {address:#x}>", name.as_str()).into())
}

fn variable_name(vm: &mut Vm, value: &Value) -> Result {
    Ok(variable(vm, value)?.name.clone())
}

fn token<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a TokenData> {
    match value.native::<TokenData>() {
        Some(data) => Ok(data),
        None => Err(vm.type_error("descriptor requires a Token")),
    }
}

fn token_repr(vm: &mut Vm, args: &Args) -> Result {
    let data = token(vm, args.get(0))?;
    let variable = vm.repr(&data.variable.get())?;
    let used = if data.used.get() { " used" } else { "" };
    let address = match args.get(0) {
        Value::Object(object) => object.address(),
        _ => 0,
    };
    Ok(format!("<Token{used} var={} at {address:#x}>", variable.as_str()).into())
}

fn token_variable(vm: &mut Vm, value: &Value) -> Result {
    Ok(token(vm, value)?.variable.get())
}

fn token_old(vm: &mut Vm, value: &Value) -> Result {
    Ok(token(vm, value)?.old.get())
}

fn missing_repr(_: &mut Vm, _: &Args) -> Result {
    Ok("<Token.MISSING>".into())
}
