//! `BaseExceptionGroup` and `ExceptionGroup`: making them, and taking them apart.

use super::base::make;
use super::{ExceptionKind, readonly_field};
use crate::object::class::Class;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::string::Str;
use crate::object::tuple::Tuple;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

pub static BASE_EXCEPTION_GROUP: ClassSpec = ClassSpec {
    layout: Kind::Exception,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__init__", "*args, **kwargs", init),
        Native::new("__str__", "", str),
        Native::new("__repr__", "", repr),
        Native::new("derive", "excs, /", derive),
        Native::new("split", "matcher_value, /", split),
        Native::new("subgroup", "matcher_value, /", subgroup),
    ],
    class_methods: &[Native::new("__class_getitem__", "object, /", class_getitem)],
    attributes: &[readonly_field::<0>("message"), readonly_field::<1>("exceptions")],
    ..ClassSpec::EMPTY
};

pub static EXCEPTION_GROUP: ClassSpec =
    ClassSpec { layout: Kind::Exception, is_base_type: true, ..ClassSpec::EMPTY };

fn class_getitem(vm: &mut Vm, args: &Args) -> Result {
    vm.generic_alias(args.get(0), args.get(1))
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let base_group = vm.exception_class(ExceptionKind::BaseExceptionGroup).clone();
    let mut class = vm.class_argument(args, &base_group)?;
    let arguments = args.rest(1);
    let [message, exceptions] = arguments else {
        let count = arguments.len();
        return Err(vm.type_error(format!(
            "BaseExceptionGroup.__new__() takes exactly 2 arguments ({count} given)"
        )));
    };
    if message.get::<Str>().is_none() {
        let found = vm.type_name(message);
        return Err(vm.type_error(format!(
            "BaseExceptionGroup.__new__() argument 1 must be str, not {found}"
        )));
    }
    let items = sequence(vm, exceptions)?;
    if items.is_empty() {
        return Err(vm.value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    let mut nests_base_exceptions = false;
    for (index, item) in items.iter().enumerate() {
        let Some(item) = item.get_ref::<Exception>() else {
            return Err(vm.value_error(format!(
                "Item {index} of second argument (exceptions) is not an exception"
            )));
        };
        nests_base_exceptions |= !vm.is_exception(item, ExceptionKind::Exception);
    }
    let group = vm.exception_class(ExceptionKind::ExceptionGroup).clone();
    if class.same(&base_group) {
        if !nests_base_exceptions {
            class = group;
        }
    } else if nests_base_exceptions {
        if class.same(&group) {
            return Err(vm.type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
        }
        if class.is_subclass_of(vm.exception_class(ExceptionKind::Exception)) {
            let name = class.name();
            return Err(vm.type_error(format!("Cannot nest BaseExceptions in '{}'", name.as_str())));
        }
    }
    let exception = make(&class, arguments);
    exception.set_field(0, message.clone());
    exception.set_field(1, Tuple::new(items).into());
    Ok(exception.into())
}

/// The items of a sequence, which need not be a list or tuple.
fn sequence(vm: &mut Vm, value: &Value) -> Result<Vec<Value>> {
    let getitem = vm.names.getitem.clone();
    let is_mapping = vm.class_of(value).flags.get().is_mapping;
    if is_mapping
        || matches!(value, Value::Object(object) if matches!(object.kind(), Kind::Set | Kind::FrozenSet))
        || vm.lookup_special(value, &getitem).is_none()
    {
        return Err(vm.type_error("second argument (exceptions) must be a sequence"));
    }
    vm.collect(value)
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    super::base::refuse_keywords(vm, args)?;
    super::base::set_arguments(vm, args)?;
    Ok(Value::None)
}

fn str(vm: &mut Vm, args: &Args) -> Result {
    let group = args.receiver::<Exception>(vm)?;
    let message = vm.to_str(&group.field(0))?;
    let count = group.field(1).as_tuple().map_or(0, <[Value]>::len);
    let plural = if count == 1 { "" } else { "s" };
    Ok(format!("{} ({count} sub-exception{plural})", message.as_str()).into())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let group = args.receiver::<Exception>(vm)?;
    let name = group.class().name();
    let arguments = group.args();
    let shown = vm.repr(&arguments.into())?;
    Ok(format!("{}{}", name.as_str(), shown.as_str()).into())
}

fn derive(vm: &mut Vm, args: &Args) -> Result {
    let group = args.receiver::<Exception>(vm)?;
    let class = vm.exception_class(ExceptionKind::BaseExceptionGroup).clone();
    vm.call(&class.into(), &[group.field(0), args.get(1).clone()])
}

/// What a group is split by.
enum Matcher {
    /// A class or a tuple of classes.
    Classes(Value),
    Predicate(Value),
}

impl Matcher {
    fn from_value(vm: &mut Vm, value: &Value) -> Result<Matcher> {
        let is_exception_class = |vm: &Vm, value: &Value| {
            value.get_ref::<Class>().is_some_and(|class| {
                class.is_subclass_of(vm.exception_class(ExceptionKind::BaseException))
            })
        };
        if is_exception_class(vm, value) {
            return Ok(Matcher::Classes(value.clone()));
        }
        if let Some(items) = value.as_tuple()
            && items.iter().all(|item| is_exception_class(vm, item))
        {
            return Ok(Matcher::Classes(value.clone()));
        }
        let call = vm.names.call.clone();
        let is_callable = vm.lookup_special(value, &call).is_some()
            || matches!(value, Value::Object(object) if matches!(
                object.kind(),
                Kind::Function | Kind::NativeFunction | Kind::BoundMethod
            ));
        if is_callable && value.get::<Class>().is_none() {
            return Ok(Matcher::Predicate(value.clone()));
        }
        Err(vm.type_error(
            "expected an exception type, a tuple of exception types, or a callable \
             (other than a class)",
        ))
    }

    fn matches(&self, vm: &mut Vm, exception: &Ref<Exception>) -> Result<bool> {
        match self {
            Matcher::Classes(classes) => {
                let classes = match classes.as_tuple() {
                    Some(items) => items.to_vec(),
                    None => vec![classes.clone()],
                };
                let own = exception.class();
                Ok(classes.iter().any(|class| {
                    class.get_ref::<Class>().is_some_and(|class| own.is_subclass_of(class))
                }))
            }
            Matcher::Predicate(function) => {
                let answer = vm.call(function, &[exception.clone().into()])?;
                vm.truth(&answer)
            }
        }
    }
}

/// Both halves of a split; none where nothing is in it.
struct Halves {
    matching: Option<Ref<Exception>>,
    rest: Option<Ref<Exception>>,
}

fn split(vm: &mut Vm, args: &Args) -> Result {
    let group = args.receiver::<Exception>(vm)?;
    let matcher = Matcher::from_value(vm, args.get(1))?;
    let halves = split_recursively(vm, group, &matcher)?;
    let value = |half: Option<Ref<Exception>>| half.map_or(Value::None, Value::from);
    Ok(Tuple::new([value(halves.matching), value(halves.rest)]).into())
}

fn subgroup(vm: &mut Vm, args: &Args) -> Result {
    let group = args.receiver::<Exception>(vm)?;
    let matcher = Matcher::from_value(vm, args.get(1))?;
    let halves = split_recursively(vm, group, &matcher)?;
    Ok(halves.matching.map_or(Value::None, Value::from))
}

fn is_group(vm: &Vm, exception: &Ref<Exception>) -> bool {
    vm.is_exception(exception, ExceptionKind::BaseExceptionGroup)
}

fn split_recursively(vm: &mut Vm, exception: &Ref<Exception>, matcher: &Matcher) -> Result<Halves> {
    if matcher.matches(vm, exception)? {
        return Ok(Halves { matching: Some(exception.clone()), rest: None });
    }
    if !is_group(vm, exception) {
        return Ok(Halves { matching: None, rest: Some(exception.clone()) });
    }
    let (matching, rest) = vm.with_recursion_check("in exceptiongroup_split_recursive", |vm| {
        split_members(vm, exception, matcher)
    })?;
    Ok(Halves {
        matching: derived_group(vm, exception, matching)?,
        rest: derived_group(vm, exception, rest)?,
    })
}

fn split_members(
    vm: &mut Vm,
    group: &Ref<Exception>,
    matcher: &Matcher,
) -> Result<(Vec<Value>, Vec<Value>)> {
    let members = group.field(1);
    let (mut matching, mut rest) = (Vec::new(), Vec::new());
    for member in members.as_tuple().unwrap_or(&[]) {
        let Some(member) = member.get_ref::<Exception>() else { continue };
        let halves = split_recursively(vm, member, matcher)?;
        matching.extend(halves.matching.map(Value::from));
        rest.extend(halves.rest.map(Value::from));
    }
    Ok((matching, rest))
}

/// A group like `group` with other members, by its `derive`; none without members.
fn derived_group(
    vm: &mut Vm,
    group: &Ref<Exception>,
    members: Vec<Value>,
) -> Result<Option<Ref<Exception>>> {
    if members.is_empty() {
        return Ok(None);
    }
    let list = crate::object::list::List::new(members);
    let made = vm.call_method(&group.clone().into(), "derive", &[list.into()])?;
    let Some(made) = made.get_ref::<Exception>().filter(|made| is_group(vm, made)) else {
        return Err(vm.type_error("derive must return an instance of BaseExceptionGroup"));
    };
    let traceback = group.traceback.get();
    drop(made.traceback.replace(traceback));
    let context = group.context.get();
    drop(made.context.replace(context));
    let cause = group.cause.get();
    made.suppress_context.set(group.suppress_context.get());
    drop(made.cause.replace(cause));
    let notes = vm.names.notes.clone();
    if let Some(found) = vm.get_attr_optional(&group.clone().into(), &notes)?
        && let Some(list) = found.get::<crate::object::list::List>()
    {
        let copy = crate::object::list::List::new(list.items.borrow().clone());
        vm.set_attr(&made.clone().into(), &notes, copy.into())?;
    }
    Ok(Some(made.clone()))
}
