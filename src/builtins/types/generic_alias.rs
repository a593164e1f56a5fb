//! `types.GenericAlias` (`list[int]`) and `types.UnionType` (`int | str`).

use crate::object::class::Class;
use crate::object::hash::hash_frozenset;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native, NativeData, NativeObject};
use crate::object::string::Str;
use crate::object::tuple::Tuple;
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::vm::Vm;

pub const ALIAS: ClassSpec = ClassSpec {
    name: "GenericAlias",
    module: "types",
    layout: Kind::Native,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", alias_new)),
    methods: &[
        Native::new("__repr__", "", alias_repr),
        Native::new("__eq__", "value, /", alias_eq),
        Native::new("__hash__", "", alias_hash),
        Native::new("__getitem__", "key, /", alias_getitem),
        Native::new("__call__", "*args, **kwargs", alias_call),
        Native::new("__getattribute__", "name, /", alias_getattribute),
        Native::new("__mro_entries__", "bases, /", alias_mro_entries),
        Native::new("__instancecheck__", "instance, /", alias_instancecheck),
        Native::new("__subclasscheck__", "subclass, /", alias_subclasscheck),
        Native::new("__or__", "value, /", or),
        Native::new("__ror__", "value, /", reflected_or),
        Native::new("__iter__", "", alias_iter),
    ],
    attributes: &[
        GetSetSpec::member("__origin__", |vm, o| Ok(alias(vm, o)?.origin.clone())),
        GetSetSpec::member("__args__", |vm, o| Ok(alias(vm, o)?.arguments.clone().into())),
        GetSetSpec::readonly("__parameters__", alias_parameters),
        GetSetSpec::readonly("__unpacked__", |vm, o| Ok(alias(vm, o)?.unpacked.into())),
    ],
    ..ClassSpec::EMPTY
};

pub const UNION: ClassSpec = ClassSpec {
    name: "UnionType",
    module: "types",
    layout: Kind::Native,
    methods: &[
        Native::new("__repr__", "", union_repr),
        Native::new("__eq__", "value, /", union_eq),
        Native::new("__hash__", "", union_hash),
        Native::new("__instancecheck__", "instance, /", union_instancecheck),
        Native::new("__subclasscheck__", "subclass, /", union_subclasscheck),
        Native::new("__or__", "value, /", or),
        Native::new("__ror__", "value, /", reflected_or),
        Native::new("__getitem__", "key, /", union_getitem),
    ],
    attributes: &[
        GetSetSpec::member("__args__", |vm, o| Ok(union(vm, o)?.members.clone().into())),
        GetSetSpec::readonly("__parameters__", |vm, o| {
            let members = union(vm, o)?.members.clone();
            parameters(vm, members.items())
        }),
    ],
    ..ClassSpec::EMPTY
};

struct Alias {
    origin: Value,
    arguments: Ref<Tuple>,
    /// `*tuple[int, ...]`.
    unpacked: bool,
}

impl NativeData for Alias {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.origin.visit(visit);
        visit(self.arguments.as_object());
    }
}

struct Union {
    members: Ref<Tuple>,
}

impl NativeData for Union {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        visit(self.members.as_object());
    }
}

fn alias<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a Alias> {
    match object.native::<Alias>() {
        Some(alias) => Ok(alias),
        None => Err(vm.type_error("a 'types.GenericAlias' object is required")),
    }
}

fn union<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a Union> {
    match object.native::<Union>() {
        Some(union) => Ok(union),
        None => Err(vm.type_error("a 'types.UnionType' object is required")),
    }
}

impl Vm {
    /// `origin[arguments]`, as `__class_getitem__` of the built-in containers gives it.
    pub fn generic_alias(&mut self, origin: &Value, arguments: &Value) -> Result {
        let class = self.types.generic_alias.clone();
        self.generic_alias_of(&class, origin, arguments, false)
    }

    fn generic_alias_of(
        &mut self,
        class: &Ref<Class>,
        origin: &Value,
        arguments: &Value,
        unpacked: bool,
    ) -> Result {
        let arguments = match arguments.get_ref::<Tuple>() {
            Some(tuple) => tuple.clone(),
            None => Tuple::new([arguments.clone()]),
        };
        let data = Alias { origin: origin.clone(), arguments, unpacked };
        Ok(NativeObject::new(class.clone(), data).into())
    }

    /// `a | b` of classes and their kin; NotImplemented for anything else.
    pub fn union(&mut self, a: &Value, b: &Value) -> Result {
        if !self.may_be_in_union(a) || !self.may_be_in_union(b) {
            return Ok(Value::NotImplemented);
        }
        let mut members: Vec<Value> = Vec::new();
        for side in [a, b] {
            let parts = match side.native::<Union>() {
                Some(union) => union.members.items().to_vec(),
                None => vec![if side.is_none() { self.type_of_none() } else { side.clone() }],
            };
            for part in parts {
                let mut known = false;
                for member in &members {
                    known |= self.equal(member, &part)?;
                }
                if !known {
                    members.push(part);
                }
            }
        }
        if let [only] = &members[..] {
            return Ok(only.clone());
        }
        let class = self.types.union_type.clone();
        Ok(NativeObject::new(class, Union { members: Tuple::new(members) }).into())
    }

    fn may_be_in_union(&mut self, value: &Value) -> bool {
        value.is_none()
            || value.get::<Class>().is_some()
            || value.native::<Alias>().is_some()
            || value.native::<Union>().is_some()
            || self.class_of(value).name().as_str() == "TypeAliasType"
    }

    /// One argument of a generic alias, or one member of a union, as reprs show it.
    fn type_text(&mut self, value: &Value) -> Result<String> {
        if matches!(value, Value::Ellipsis) {
            return Ok("...".to_owned());
        }
        if let Some(class) = value.get_ref::<Class>() {
            return self.full_class_name(class);
        }
        Ok(self.repr(value)?.as_str().to_owned())
    }
}

// ── generic aliases ──

fn alias_new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.types.generic_alias.clone();
    let class = vm.class_argument(args, &owner)?;
    let arguments = args.rest(1);
    let [origin, parameters] = arguments else {
        let count = arguments.len();
        return Err(vm.type_error(format!("GenericAlias expected 2 arguments, got {count}")));
    };
    vm.generic_alias_of(&class, origin, parameters, false)
}

fn alias_repr(vm: &mut Vm, args: &Args) -> Result {
    let alias = alias(vm, args.get(0))?;
    let mut parts = Vec::new();
    for argument in alias.arguments.items() {
        if let Some(list) = argument.get::<crate::object::list::List>() {
            let items = list.items.borrow().clone();
            let mut inner = Vec::new();
            for item in &items {
                inner.push(vm.type_text(item)?);
            }
            parts.push(format!("[{}]", inner.join(", ")));
        } else {
            parts.push(vm.type_text(argument)?);
        }
    }
    let inner = if parts.is_empty() { "()".to_owned() } else { parts.join(", ") };
    let star = if alias.unpacked { "*" } else { "" };
    Ok(format!("{star}{}[{inner}]", vm.type_text(&alias.origin)?).into())
}

fn alias_eq(vm: &mut Vm, args: &Args) -> Result {
    let own = alias(vm, args.get(0))?;
    let Some(other) = args.get(1).native::<Alias>() else { return Ok(Value::NotImplemented) };
    if own.unpacked != other.unpacked || !vm.equal(&own.origin, &other.origin)? {
        return Ok(Value::False);
    }
    let (own, other) = (own.arguments.clone().into(), other.arguments.clone().into());
    Ok(vm.equal(&own, &other)?.into())
}

fn alias_hash(vm: &mut Vm, args: &Args) -> Result {
    let own = alias(vm, args.get(0))?;
    let origin = vm.hash(&own.origin)?;
    let arguments = vm.hash(&own.arguments.clone().into())?;
    Ok((origin ^ arguments).into())
}

fn alias_call(vm: &mut Vm, args: &Args) -> Result {
    let own = alias(vm, args.get(0))?;
    let made = vm.call_with_names(&own.origin, &args.values[1..], args.names)?;
    let name = vm.intern("__orig_class__");
    match vm.set_attr(&made, &name, args.get(0).clone()) {
        Ok(()) => {}
        // Objects that take no attributes do without.
        Err(error)
            if vm.is_exception(
                &error,
                crate::builtins::exceptions::ExceptionKind::AttributeError,
            ) || vm
                .is_exception(&error, crate::builtins::exceptions::ExceptionKind::TypeError) => {}
        Err(error) => return Err(error),
    }
    Ok(made)
}

/// Everything but the alias's own few attributes comes from the class.
fn alias_getattribute(vm: &mut Vm, args: &Args) -> Result {
    let own = alias(vm, args.get(0))?;
    let name = super::object::attribute_name(vm, args.get(1))?;
    let text = name.as_str();
    let is_exception = matches!(
        text,
        "__class__"
            | "__origin__"
            | "__args__"
            | "__unpacked__"
            | "__parameters__"
            | "__typing_unpacked_tuple_args__"
            | "__mro_entries__"
            | "__reduce_ex__"
            | "__reduce__"
            | "__copy__"
            | "__deepcopy__"
            | "__or__"
            | "__ror__"
            | "__iter__"
            | "__eq__"
            | "__hash__"
            | "__repr__"
            | "__getitem__"
            | "__call__"
            | "__instancecheck__"
            | "__subclasscheck__"
    );
    if !is_exception {
        return vm.get_attr(&own.origin, &name);
    }
    let class = vm.class_of(args.get(0));
    match vm.object_attribute(args.get(0), &class, &name)? {
        Some(value) => Ok(value),
        None => Err(vm.attribute_missing(args.get(0), &name)),
    }
}

fn alias_mro_entries(vm: &mut Vm, args: &Args) -> Result {
    Ok(Tuple::new([alias(vm, args.get(0))?.origin.clone()]).into())
}

fn alias_instancecheck(vm: &mut Vm, _: &Args) -> Result {
    Err(vm.type_error("isinstance() argument 2 cannot be a parameterized generic"))
}

fn alias_subclasscheck(vm: &mut Vm, _: &Args) -> Result {
    Err(vm.type_error("issubclass() argument 2 cannot be a parameterized generic"))
}

fn alias_iter(vm: &mut Vm, args: &Args) -> Result {
    let own = alias(vm, args.get(0))?;
    let class = vm.types.generic_alias.clone();
    let unpacked = vm.generic_alias_of(&class, &own.origin, &own.arguments.clone().into(), true)?;
    let list = crate::object::list::List::new(vec![unpacked]);
    vm.iter(&list.into())
}

/// The type variables among the arguments, each once, inner ones included.
fn parameters(vm: &mut Vm, arguments: &[Value]) -> Result {
    let mut found: Vec<Value> = Vec::new();
    let substitute = vm.intern("__typing_subst__");
    let parameters_name = vm.intern("__parameters__");
    for argument in arguments {
        if argument.get::<Class>().is_some() {
            continue;
        }
        let own: Vec<Value> = if vm.lookup_special(argument, &substitute).is_some() {
            vec![argument.clone()]
        } else if argument.get::<Str>().is_some() {
            continue;
        } else {
            match vm.get_attr_optional(argument, &parameters_name)? {
                Some(inner) => inner.as_tuple().unwrap_or(&[]).to_vec(),
                None => continue,
            }
        };
        for parameter in own {
            if !found.iter().any(|known| known.is(&parameter)) {
                found.push(parameter);
            }
        }
    }
    Ok(Tuple::new(found).into())
}

fn alias_parameters(vm: &mut Vm, object: &Value) -> Result {
    let arguments = alias(vm, object)?.arguments.clone();
    parameters(vm, arguments.items())
}

/// `list[T][int]`: puts arguments in the place of type variables.
fn substitute(
    vm: &mut Vm,
    whole: &Value,
    arguments: &[Value],
    given: &Value,
) -> Result<Vec<Value>> {
    let variables = parameters(vm, arguments)?;
    let variables = variables.as_tuple().unwrap_or(&[]).to_vec();
    if variables.is_empty() {
        let shown = vm.repr(whole)?;
        return Err(vm.type_error(format!("{} is not a generic class", shown.as_str())));
    }
    let given = match given.as_tuple() {
        Some(items) => items.to_vec(),
        None => vec![given.clone()],
    };
    if given.len() != variables.len() {
        let shown = vm.repr(whole)?;
        let what = if given.len() > variables.len() { "many" } else { "few" };
        let (actual, expected) = (given.len(), variables.len());
        return Err(vm.type_error(format!(
            "Too {what} arguments for {}; actual {actual}, expected {expected}",
            shown.as_str()
        )));
    }
    let parameters_name = vm.intern("__parameters__");
    let mut result = Vec::with_capacity(arguments.len());
    for argument in arguments {
        if let Some(place) = variables.iter().position(|variable| variable.is(argument)) {
            result.push(given[place].clone());
            continue;
        }
        let inner = match argument.get::<Class>() {
            Some(_) => None,
            None => vm.get_attr_optional(argument, &parameters_name)?,
        };
        let inner = inner.as_ref().and_then(Value::as_tuple).unwrap_or(&[]).to_vec();
        if inner.is_empty() {
            result.push(argument.clone());
            continue;
        }
        let chosen: Vec<Value> = inner
            .iter()
            .filter_map(|variable| {
                let place = variables.iter().position(|known| known.is(variable))?;
                Some(given[place].clone())
            })
            .collect();
        let key = Value::from(Tuple::new(chosen));
        result.push(vm.get_item(argument, &key)?);
    }
    Ok(result)
}

fn alias_getitem(vm: &mut Vm, args: &Args) -> Result {
    let own = alias(vm, args.get(0))?;
    let (origin, arguments) = (own.origin.clone(), own.arguments.clone());
    let result = substitute(vm, args.get(0), arguments.items(), args.get(1))?;
    vm.generic_alias(&origin, &Tuple::new(result).into())
}

// ── unions ──

fn or(vm: &mut Vm, args: &Args) -> Result {
    vm.union(args.get(0), args.get(1))
}

fn reflected_or(vm: &mut Vm, args: &Args) -> Result {
    vm.union(args.get(1), args.get(0))
}

fn union_repr(vm: &mut Vm, args: &Args) -> Result {
    let members = union(vm, args.get(0))?.members.clone();
    let mut parts = Vec::new();
    for member in members.items() {
        let is_none = member.get_ref::<Class>().is_some_and(|c| c.same(&vm.types.none_type));
        parts.push(if is_none { "None".to_owned() } else { vm.type_text(member)? });
    }
    Ok(parts.join(" | ").into())
}

fn union_eq(vm: &mut Vm, args: &Args) -> Result {
    let own = union(vm, args.get(0))?.members.clone();
    let Some(other) = args.get(1).native::<Union>() else { return Ok(Value::NotImplemented) };
    let other = other.members.clone();
    if own.len() != other.len() {
        return Ok(Value::False);
    }
    for member in own.items() {
        let mut found = false;
        for candidate in other.items() {
            found |= vm.equal(member, candidate)?;
        }
        if !found {
            return Ok(Value::False);
        }
    }
    Ok(Value::True)
}

fn union_hash(vm: &mut Vm, args: &Args) -> Result {
    let members = union(vm, args.get(0))?.members.clone();
    let mut hashes = Vec::with_capacity(members.len());
    for member in members.items() {
        hashes.push(vm.hash(member)?);
    }
    Ok(hash_frozenset(hashes.into_iter()).into())
}

fn union_instancecheck(vm: &mut Vm, args: &Args) -> Result {
    let members = union(vm, args.get(0))?.members.clone();
    for member in members.items() {
        if vm.is_instance(args.get(1), member)? {
            return Ok(Value::True);
        }
    }
    Ok(Value::False)
}

fn union_subclasscheck(vm: &mut Vm, args: &Args) -> Result {
    if args.get(1).get::<Class>().is_none() {
        return Err(vm.type_error("issubclass() arg 1 must be a class"));
    }
    let members = union(vm, args.get(0))?.members.clone();
    for member in members.items() {
        if vm.is_subclass(args.get(1), member)? {
            return Ok(Value::True);
        }
    }
    Ok(Value::False)
}

fn union_getitem(vm: &mut Vm, args: &Args) -> Result {
    let members = union(vm, args.get(0))?.members.clone();
    let result = substitute(vm, args.get(0), members.items(), args.get(1))?;
    let mut result = result.into_iter();
    let mut union = result.next().unwrap_or(Value::None);
    for member in result {
        union = vm.union(&union, &member)?;
    }
    Ok(union)
}
