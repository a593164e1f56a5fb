//! Functions and their relatives: `function`, `builtin_function_or_method`, method descriptors,
//! bound methods.

use crate::builtins::docs::doc_of;
use crate::code::CodeKind;
use crate::object::class::Class;
use crate::object::code::CodeObject;
use crate::object::dict::Dict;
use crate::object::function::{BoundMethod, CellObject, Function, NativeFunction};
use crate::object::heap::Slot;
use crate::object::kinds::Kind;
use crate::object::module::Module;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

pub const FUNCTION: ClassSpec = ClassSpec {
    name: "function",
    layout: Kind::Function,
    new: Some(&Native::new(
        "__new__",
        "code, globals, name=None, argdefs=None, closure=None, kwdefaults=None",
        function_new,
    )),
    methods: &[
        Native::new("__repr__", "", function_repr),
        Native::new("__get__", "instance, owner=None, /", bind),
        Native::new("__call__", "*args, **kwargs", call),
    ],
    attributes: &[
        GetSetSpec::writable(
            "__name__",
            |vm, o| Ok(function(vm, o)?.name()),
            |vm, o, value| {
                let value = required_text(vm, "__name__", value)?;
                function(vm, o)?.rare_mut(|rare| rare.name.replace(value));
                Ok(())
            },
        ),
        GetSetSpec::writable(
            "__qualname__",
            |vm, o| Ok(function(vm, o)?.qualname()),
            |vm, o, value| {
                let value = required_text(vm, "__qualname__", value)?;
                function(vm, o)?.rare_mut(|rare| rare.qualname.replace(value));
                Ok(())
            },
        ),
        GetSetSpec::writable("__doc__", get_doc, |vm, o, value| {
            let value = if value.is_unbound() { Value::None } else { value };
            function(vm, o)?.rare_mut(|rare| rare.doc.replace(value));
            Ok(())
        }),
        GetSetSpec::writable("__module__", get_module, |vm, o, value| {
            let value = if value.is_unbound() { Value::None } else { value };
            function(vm, o)?.rare_mut(|rare| rare.module.replace(value));
            Ok(())
        }),
        GetSetSpec::writable("__annotations__", get_annotations, set_annotations),
        GetSetSpec::writable("__type_params__", get_type_params, set_type_params),
        GetSetSpec::writable("__defaults__", get_defaults, set_defaults),
        GetSetSpec::writable("__kwdefaults__", get_keyword_defaults, set_keyword_defaults),
        GetSetSpec::writable(
            "__code__",
            |vm, o| Ok(function(vm, o)?.code.clone().into()),
            set_code,
        ),
        GetSetSpec::member("__globals__", |vm, o| Ok(function(vm, o)?.globals.clone().into())),
        GetSetSpec::member("__builtins__", |vm, o| Ok(function(vm, o)?.builtins.clone().into())),
        GetSetSpec::member("__closure__", |vm, o| {
            Ok(match function(vm, o)?.closure.get() {
                Value::Unbound => Value::None,
                closure => closure,
            })
        }),
        GetSetSpec::writable("__dict__", get_dict, set_dict),
    ],
    ..ClassSpec::EMPTY
};

pub const BUILTIN_FUNCTION: ClassSpec = ClassSpec {
    name: "builtin_function_or_method",
    layout: Kind::NativeFunction,
    methods: &[
        Native::new("__repr__", "", native_repr),
        Native::new("__call__", "*args, **kwargs", call),
        Native::new("__eq__", "value, /", method_eq),
        Native::new("__hash__", "", method_hash),
    ],
    attributes: NATIVE_ATTRIBUTES,
    ..ClassSpec::EMPTY
};

pub const METHOD_DESCRIPTOR: ClassSpec = ClassSpec {
    name: "method_descriptor",
    layout: Kind::NativeFunction,
    methods: DESCRIPTOR_METHODS,
    attributes: NATIVE_ATTRIBUTES,
    ..ClassSpec::EMPTY
};

pub const WRAPPER_DESCRIPTOR: ClassSpec = ClassSpec {
    name: "wrapper_descriptor",
    layout: Kind::NativeFunction,
    methods: DESCRIPTOR_METHODS,
    attributes: NATIVE_ATTRIBUTES,
    ..ClassSpec::EMPTY
};

pub const METHOD_WRAPPER: ClassSpec = ClassSpec {
    name: "method-wrapper",
    layout: Kind::BoundMethod,
    methods: &[
        Native::new("__repr__", "", native_repr),
        Native::new("__call__", "*args, **kwargs", call),
        Native::new("__eq__", "value, /", method_eq),
        Native::new("__hash__", "", method_hash),
    ],
    attributes: NATIVE_ATTRIBUTES,
    ..ClassSpec::EMPTY
};

const DESCRIPTOR_METHODS: &[Native] = &[
    Native::new("__repr__", "", native_repr),
    Native::new("__get__", "instance, owner=None, /", bind),
    Native::new("__call__", "*args, **kwargs", call),
];

const NATIVE_ATTRIBUTES: &[GetSetSpec] = &[
    GetSetSpec::readonly("__name__", |vm, o| Ok(native(vm, o)?.native.name.into())),
    GetSetSpec::readonly("__qualname__", native_qualname),
    GetSetSpec::readonly("__module__", native_module),
    GetSetSpec::readonly("__doc__", native_doc),
    GetSetSpec::readonly("__self__", native_self),
    GetSetSpec::readonly("__objclass__", native_class),
    GetSetSpec::readonly("__text_signature__", native_signature),
];

/// The docstring of a special method that stands behind a built-in function.
fn special_doc(name: &str) -> Value {
    match name {
        "__iter__" | "__next__" => format!("Implement {}(self).", name.trim_matches('_')).into(),
        "__len__" | "__repr__" | "__str__" | "__hash__" => {
            format!("Return {}(self).", name.trim_matches('_')).into()
        }
        _ => Value::None,
    }
}

pub const METHOD: ClassSpec = ClassSpec {
    name: "method",
    layout: Kind::BoundMethod,
    new: Some(&Native::new("__new__", "*args, **kwargs", method_new)),
    methods: &[
        Native::new("__repr__", "", method_repr),
        Native::new("__call__", "*args, **kwargs", call),
        Native::new("__get__", "instance, owner=None, /", |_, args| Ok(args.get(0).clone())),
        Native::new("__eq__", "value, /", method_eq),
        Native::new("__hash__", "", method_hash),
        Native::new("__getattribute__", "name, /", method_getattribute),
    ],
    attributes: &[
        GetSetSpec::member("__func__", |vm, o| Ok(bound(vm, o)?.function.clone())),
        GetSetSpec::member("__self__", |vm, o| Ok(bound(vm, o)?.receiver.clone())),
        GetSetSpec::readonly("__doc__", |vm, o| {
            let function = bound(vm, o)?.function.clone();
            let name = vm.names.doc.clone();
            vm.get_attr(&function, &name)
        }),
    ],
    ..ClassSpec::EMPTY
};

fn function<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a Ref<Function>> {
    Args::positional(std::slice::from_ref(object)).receiver::<Function>(vm)
}

fn bound<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a Ref<BoundMethod>> {
    Args::positional(std::slice::from_ref(object)).receiver::<BoundMethod>(vm)
}

/// The native behind a native function or a bound one.
fn native<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a NativeFunction> {
    if let Some(function) = object.get::<NativeFunction>() {
        return Ok(function);
    }
    match object.get::<BoundMethod>().and_then(|method| method.function.get::<NativeFunction>()) {
        Some(function) => Ok(function),
        None => Err(vm.type_error("a built-in function is required")),
    }
}

fn call(vm: &mut Vm, args: &Args) -> Result {
    vm.call_with_names(args.get(0), &args.values[1..], args.names)
}

fn bind(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.class_of(args.get(1));
    match args.get(1).is_none() {
        true => Ok(args.get(0).clone()),
        false => vm.bind(args.get(0), Some(args.get(1)), &class),
    }
}

// ── functions ──

/// `types.FunctionType`: a function from a code object.
fn function_new(vm: &mut Vm, args: &Args) -> Result {
    let argument = |place: usize| args.get(place).bound().filter(|value| !value.is_none());
    let Some(code) = args.get(1).get_ref::<CodeObject>() else {
        let kind = vm.type_name(args.get(1));
        return Err(vm.type_error(format!("function() argument 'code' must be code, not {kind}")));
    };
    let Some(globals) = args.get(2).get_ref::<Dict>() else {
        let kind = vm.type_name(args.get(2));
        return Err(
            vm.type_error(format!("function() argument 'globals' must be dict, not {kind}"))
        );
    };
    if code.kind == CodeKind::Block {
        return Err(vm.not_implemented_error(
            "making a function from the code of a module or class is not supported by Ouro",
        ));
    }
    let name = argument(3);
    if name.is_some_and(|name| name.as_str().is_none()) {
        return Err(vm.type_error("arg 3 (name) must be None or string"));
    }
    let defaults = argument(4);
    if defaults.is_some_and(|defaults| defaults.as_tuple().is_none()) {
        return Err(vm.type_error("arg 4 (defaults) must be None or tuple"));
    }
    let closure = function_closure(vm, code, argument(5))?;
    let keyword_defaults = argument(6);
    if keyword_defaults.is_some_and(|defaults| defaults.get::<Dict>().is_none()) {
        return Err(vm.type_error("arg 6 (kwdefaults) must be None or dict"));
    }
    let builtins = vm.builtins.clone();
    let function = Function::new(code.clone(), globals.clone(), builtins, closure);
    if let Some(name) = name {
        function.rare_mut(|rare| rare.name.replace(name.clone()));
    }
    if let Some(defaults) = defaults {
        function.defaults.set(defaults.clone());
    }
    if let Some(defaults) = keyword_defaults {
        function.keyword_defaults.set(defaults.clone());
    }
    Ok(function.into())
}

/// The closure given for a code object, which has to have as many cells as that has free variables.
fn function_closure(
    vm: &mut Vm,
    code: &Ref<CodeObject>,
    closure: Option<&Value>,
) -> Result<Option<Ref<Tuple>>> {
    let count = code.code.free.len();
    let Some(closure) = closure else {
        return match count {
            0 => Ok(None),
            _ => Err(vm.type_error("arg 5 (closure) must be tuple")),
        };
    };
    let Some(cells) = closure.get_ref::<Tuple>() else {
        return Err(vm.type_error("arg 5 (closure) must be None or tuple"));
    };
    if cells.len() != count {
        let (name, given) = (code.name.as_str().to_owned(), cells.len());
        return Err(
            vm.value_error(format!("{name} requires closure of length {count}, not {given}"))
        );
    }
    if let Some(other) = cells.items().iter().find(|cell| cell.get::<CellObject>().is_none()) {
        let kind = vm.type_name(other);
        return Err(vm.type_error(format!("arg 5 (closure) expected cell, found {kind}")));
    }
    Ok(Some(cells.clone()))
}

fn function_repr(vm: &mut Vm, args: &Args) -> Result {
    let function = args.receiver::<Function>(vm)?;
    let name = vm.to_str(&function.qualname())?;
    Ok(format!("<function {} at {:#x}>", name.as_str(), function.address()).into())
}

fn required_text(vm: &mut Vm, name: &str, value: Value) -> Result {
    if value.as_str().is_none() {
        return Err(vm.type_error(format!("{name} must be set to a string object")));
    }
    Ok(value)
}

fn get_doc(vm: &mut Vm, object: &Value) -> Result {
    let function = function(vm, object)?;
    if let Some(doc) = function.rare(|rare| rare.doc.clone()) {
        return Ok(doc);
    }
    Ok(function.code.code.docstring.as_ref().map_or(Value::None, |text| Value::from(&**text)))
}

fn get_module(vm: &mut Vm, object: &Value) -> Result {
    let function = function(vm, object)?;
    if let Some(module) = function.rare(|rare| rare.module.clone()) {
        return Ok(module);
    }
    Ok(function.globals.get_str(&vm.names.name).unwrap_or(Value::None))
}

fn get_annotations(vm: &mut Vm, object: &Value) -> Result {
    let function = function(vm, object)?;
    if let Some(annotations) = function.rare(|rare| rare.annotations.clone()) {
        return Ok(annotations);
    }
    let made = Value::from(Dict::new());
    function.rare_mut(|rare| rare.annotations = Some(made.clone()));
    Ok(made)
}

fn set_annotations(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let function = function(vm, object)?;
    if value.is_none() || value.is_unbound() {
        function.rare_mut(|rare| rare.annotations.take());
        return Ok(());
    }
    if value.get::<Dict>().is_none() {
        return Err(vm.type_error("__annotations__ must be set to a dict object"));
    }
    function.rare_mut(|rare| rare.annotations.replace(value));
    Ok(())
}

fn get_type_params(vm: &mut Vm, object: &Value) -> Result {
    let found = function(vm, object)?.rare(|rare| rare.type_params.clone());
    Ok(found.unwrap_or_else(|| Tuple::new([]).into()))
}

fn set_type_params(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    if value.as_tuple().is_none() {
        return Err(vm.type_error("__type_params__ must be set to a tuple"));
    }
    function(vm, object)?.rare_mut(|rare| rare.type_params.replace(value));
    Ok(())
}

fn slot_or_none(slot: &Slot) -> Value {
    if slot.is_unbound() { Value::None } else { slot.get() }
}

fn get_defaults(vm: &mut Vm, object: &Value) -> Result {
    Ok(slot_or_none(&function(vm, object)?.defaults))
}

fn set_defaults(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let value = if value.is_none() { Value::Unbound } else { value };
    if !value.is_unbound() && value.as_tuple().is_none() {
        return Err(vm.type_error("__defaults__ must be set to a tuple object"));
    }
    function(vm, object)?.defaults.set(value);
    Ok(())
}

fn get_keyword_defaults(vm: &mut Vm, object: &Value) -> Result {
    Ok(slot_or_none(&function(vm, object)?.keyword_defaults))
}

fn set_keyword_defaults(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let value = if value.is_none() { Value::Unbound } else { value };
    if !value.is_unbound() && value.get::<Dict>().is_none() {
        return Err(vm.type_error("__kwdefaults__ must be set to a dict object"));
    }
    function(vm, object)?.keyword_defaults.set(value);
    Ok(())
}

fn set_code(vm: &mut Vm, _: &Value, _: Value) -> Result<()> {
    Err(vm.not_implemented_error("changing a function's __code__ is not supported by Ouro"))
}

/// `__dict__` of functions and other objects that always may have attributes.
pub fn get_dict(vm: &mut Vm, object: &Value) -> Result {
    if let Some(function) = object.get::<Function>() {
        let dict = function.rare_mut(|rare| rare.dict.get_or_insert_with(Dict::new).clone());
        return Ok(dict.into());
    }
    if let Some(module) = object.get::<Module>() {
        return Ok(module.dict().into());
    }
    let class = vm.class_of(object);
    if let Value::Object(heap_object) = object
        && let Some(dict) = vm.own_dict_for_writing(heap_object, &class)
    {
        return Ok(dict.into());
    }
    let name = vm.names.dict.clone();
    Err(vm.attribute_missing(object, &name))
}

pub fn set_dict(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let Some(dict) = value.get_ref::<Dict>() else {
        return Err(vm.wrong_dict(&value));
    };
    if let Some(function) = object.get::<Function>() {
        function.rare_mut(|rare| rare.dict.replace(dict.clone()));
        return Ok(());
    }
    let class = vm.class_of(object);
    if let Value::Object(heap_object) = object
        && vm.own_dict_for_writing(heap_object, &class).is_some()
        && let Some(derived) = heap_object.derived()
    {
        drop(derived.dict.replace(Some(dict.clone())));
    }
    Ok(())
}

// ── native functions ──

fn native_repr(vm: &mut Vm, args: &Args) -> Result {
    let name = native(vm, args.get(0))?.native.name;
    if let Some(method) = args.get(0).get::<BoundMethod>() {
        let receiver = method.receiver.clone();
        let kind = vm.type_name(&receiver);
        let address = vm.identity(&receiver);
        let what = match crate::vm::attributes::is_slot_name(name) {
            true => format!("<method-wrapper '{name}' of {kind} object at {address:#x}>"),
            false => format!("<built-in method {name} of {kind} object at {address:#x}>"),
        };
        return Ok(what.into());
    }
    let function = native(vm, args.get(0))?;
    let owner = function.owner.get();
    let Some(owner) = owner.get_ref::<Class>() else {
        return Ok(format!("<built-in function {name}>").into());
    };
    let address = owner.address();
    let owner = vm.class_name(owner);
    Ok(if !function.is_method.get() || name == "__new__" {
        format!("<built-in method {name} of type object at {address:#x}>")
    } else if crate::vm::attributes::is_slot_name(name) {
        format!("<slot wrapper '{name}' of '{owner}' objects>")
    } else {
        format!("<method '{name}' of '{owner}' objects>")
    }
    .into())
}

fn native_qualname(vm: &mut Vm, object: &Value) -> Result {
    let function = native(vm, object)?;
    let name = function.native.name;
    Ok(match function.owner.get().get_ref::<Class>() {
        Some(owner) => format!("{}.{name}", owner.qualname.borrow().as_str()).into(),
        None => name.into(),
    })
}

fn native_doc(vm: &mut Vm, object: &Value) -> Result {
    let function = native(vm, object)?;
    let name = function.native.name;
    let doc = match (function.owner.get().get_ref::<Class>(), function.module.get().as_str_ref()) {
        (Some(owner), _) => doc_of(&format!("{}.{name}", owner.qualname.borrow().as_str())),
        (None, Some(module)) if module.as_str() != "builtins" => {
            doc_of(&format!("{}.{name}", module.as_str()))
        }
        _ => doc_of(name),
    };
    Ok(doc.map_or_else(|| special_doc(name), Value::from))
}

fn native_module(vm: &mut Vm, object: &Value) -> Result {
    let function = native(vm, object)?;
    if function.is_method.get() && object.get::<NativeFunction>().is_some() {
        let name = vm.names.module.clone();
        return Err(vm.attribute_missing(object, &name));
    }
    Ok(function.module.get())
}

fn native_self(vm: &mut Vm, object: &Value) -> Result {
    if let Some(method) = object.get::<BoundMethod>() {
        return Ok(method.receiver.clone());
    }
    let function = native(vm, object)?;
    if function.is_method.get() && function.native.name != "__new__" {
        let name = vm.intern("__self__");
        return Err(vm.attribute_missing(object, &name));
    }
    let owner = function.owner.get();
    if !owner.is_unbound() {
        return Ok(owner);
    }
    match function.module.get().as_str_ref() {
        Some(module) => Ok(vm.modules.get_str(module).unwrap_or(Value::None)),
        None => Ok(Value::None),
    }
}

fn native_class(vm: &mut Vm, object: &Value) -> Result {
    let function = native(vm, object)?;
    let owner = function.owner.get();
    if function.is_method.get() && object.get::<NativeFunction>().is_some() && !owner.is_unbound() {
        return Ok(owner);
    }
    let name = vm.intern("__objclass__");
    Err(vm.attribute_missing(object, &name))
}

fn native_signature(vm: &mut Vm, object: &Value) -> Result {
    let function = native(vm, object)?;
    let signature = function.native.signature;
    let text = match (function.is_method.get(), signature.is_empty()) {
        (true, true) => "($self, /)".to_owned(),
        (true, false) => format!("($self, {signature})"),
        (false, _) => format!("({signature})"),
    };
    Ok(text.into())
}

// ── bound methods ──

fn method_new(vm: &mut Vm, args: &Args) -> Result {
    let arguments = args.rest(1);
    let [function, receiver] = arguments else {
        let count = arguments.len();
        return Err(vm.type_error(format!("method expected 2 arguments, got {count}")));
    };
    if !vm.is_callable(function) {
        return Err(vm.type_error("first argument must be callable"));
    }
    if receiver.is_none() {
        return Err(vm.type_error("instance must not be None"));
    }
    Ok(BoundMethod::new(function.clone(), receiver.clone()).into())
}

impl Vm {
    /// `callable(value)`.
    pub fn is_callable(&self, value: &Value) -> bool {
        match value {
            Value::Object(object) => {
                matches!(
                    object.kind(),
                    Kind::Function | Kind::NativeFunction | Kind::BoundMethod | Kind::Class
                ) || self.lookup_special(value, &self.names.call).is_some()
            }
            _ => false,
        }
    }
}

fn method_repr(vm: &mut Vm, args: &Args) -> Result {
    let method = args.receiver::<BoundMethod>(vm)?;
    let (function, receiver) = (method.function.clone(), method.receiver.clone());
    let qualname = vm.names.qualname.clone();
    let name = match vm.get_attr_optional(&function, &qualname)? {
        Some(name) if name.as_str().is_some() => name,
        _ => {
            let name = vm.names.name.clone();
            vm.get_attr_optional(&function, &name)?.unwrap_or_else(|| "?".into())
        }
    };
    let receiver = vm.repr(&receiver)?;
    let name = name.as_str().unwrap_or("?");
    Ok(format!("<bound method {name} of {}>", receiver.as_str()).into())
}

fn method_eq(vm: &mut Vm, args: &Args) -> Result {
    let (Some(a), Some(b)) = (args.get(0).get::<BoundMethod>(), args.get(1).get::<BoundMethod>())
    else {
        return Ok(match args.get(0).is(args.get(1)) {
            true => Value::True,
            false => Value::NotImplemented,
        });
    };
    let (own, other) = (a.function.clone(), b.function.clone());
    Ok((a.receiver.is(&b.receiver) && vm.equal(&own, &other)?).into())
}

fn method_hash(vm: &mut Vm, args: &Args) -> Result {
    let Some(method) = args.get(0).get::<BoundMethod>() else {
        return Ok(crate::object::hash::hash_address(vm.identity(args.get(0))).into());
    };
    let receiver = crate::object::hash::hash_address(vm.identity(&method.receiver));
    let function = method.function.clone();
    Ok((receiver ^ vm.hash(&function)?).into())
}

/// A bound method has the attributes of its function.
fn method_getattribute(vm: &mut Vm, args: &Args) -> Result {
    let method = args.receiver::<BoundMethod>(vm)?;
    let name = super::object::attribute_name(vm, args.get(1))?;
    let class = vm.class_of(args.get(0));
    match vm.lookup_class(&class, &name) {
        Some(attribute) => vm.bind(&attribute, Some(args.get(0)), &class),
        None => {
            let function = method.function.clone();
            vm.get_attr(&function, &name)
        }
    }
}

// ── cells ──

pub const CELL: ClassSpec = ClassSpec {
    name: "cell",
    layout: Kind::Cell,
    new: Some(&Native::new("__new__", "*args, **kwargs", |_, args| {
        let content = args.rest(1).first().cloned().unwrap_or(Value::Unbound);
        Ok(CellObject::new(content).into())
    })),
    methods: &[Native::new("__repr__", "", cell_repr)],
    attributes: &[GetSetSpec::writable("cell_contents", cell_contents, |vm, o, value| {
        Args::positional(std::slice::from_ref(o)).receiver::<CellObject>(vm)?.content.set(value);
        Ok(())
    })],
    ..ClassSpec::EMPTY
};

fn cell_contents(vm: &mut Vm, object: &Value) -> Result {
    let content =
        Args::positional(std::slice::from_ref(object)).receiver::<CellObject>(vm)?.content.get();
    if content.is_unbound() {
        return Err(vm.value_error("cell is empty"));
    }
    Ok(content)
}

fn cell_repr(vm: &mut Vm, args: &Args) -> Result {
    let cell = args.receiver::<CellObject>(vm)?;
    let address = cell.address();
    let content = cell.content.get();
    let what = if content.is_unbound() {
        "empty".to_owned()
    } else {
        format!("{} object at {:#x}", vm.type_name(&content), vm.identity(&content))
    };
    Ok(format!("<cell at {address:#x}: {what}>").into())
}
