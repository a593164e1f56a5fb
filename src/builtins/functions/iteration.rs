//! `iter`, `next`, `aiter`, `anext`.

use crate::builtins::exceptions::ExceptionKind;
use crate::code::CodeKind;
use crate::object::awaiter::{Awaiter, AwaiterKind};
use crate::object::frame::Frame;
use crate::object::iterator::{Iterator, IteratorKind};
use crate::object::native::{Args, Input, Native, Step};
use crate::object::{Result, Value};
use crate::vm::Vm;

/// The functions of this file.
pub const FUNCTIONS: &[Native] = &[
    Native::new("aiter", "async_iterable, /", async_iter),
    Native::new("anext", "aiterator, default=None, /", async_next),
    Native::new("iter", "object, sentinel=None, /", iter),
    Native::resume("next", "iterator, default=None, /", next, 1),
];

fn iter(vm: &mut Vm, args: &Args) -> Result {
    let Some(sentinel) = args.get(1).bound() else { return vm.iter(args.get(0)) };
    if !vm.is_callable(args.get(0)) {
        return Err(vm.type_error("iter(v, w): v must be callable"));
    }
    let (callable, sentinel) = (args.get(0).clone(), sentinel.clone());
    Ok(Iterator::with(IteratorKind::Callable, callable, sentinel, 0, 0, 0).into())
}

/// Without a default a generator is resumed by the dispatch loop itself: no native stack is used,
/// however long the chain of generators that resume each other.
fn next(vm: &mut Vm, args: &Args) -> Result<Step> {
    let iterator = args.get(0);
    let default = args.get(1).bound();
    if default.is_none()
        && let Some(target) = iterator.get_ref::<Frame>()
        && target.linked().kind == CodeKind::Generator
    {
        let input = Input::Send(Value::None);
        return Ok(Step::Resume { target: target.clone(), input });
    }
    if !vm.is_iterator(iterator) {
        let kind = vm.type_name(iterator);
        return Err(vm.type_error(format!("'{kind}' object is not an iterator")));
    }
    if default.is_none() && iterator.get::<Iterator>().is_none() {
        // An exhausted iterator's own StopIteration comes through, with its value.
        let name = vm.names.next.clone();
        let item = vm.call_special(iterator, &name, &[])?;
        return Ok(Step::Return(item.unwrap_or(Value::None)));
    }
    let next = if default.is_none() { vm.next_or_stop(iterator) } else { vm.next(iterator) };
    match (next?, default) {
        (Some(item), _) => Ok(Step::Return(item)),
        (None, Some(default)) => Ok(Step::Return(default.clone())),
        (None, None) => Err(vm.exception(ExceptionKind::StopIteration, [])),
    }
}

fn async_iter(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.names.aiter.clone();
    let Some(iterator) = vm.call_special(args.get(0), &name, &[])? else {
        let kind = vm.type_name(args.get(0));
        return Err(vm.type_error(format!("'{kind}' object is not an async iterable")));
    };
    let anext = vm.names.anext.clone();
    if vm.lookup_special(&iterator, &anext).is_none() {
        let kind = vm.type_name(&iterator);
        return Err(
            vm.type_error(format!("aiter() returned not an async iterator of type '{kind}'"))
        );
    }
    Ok(iterator)
}

fn async_next(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.names.anext.clone();
    let Some(awaitable) = vm.call_special(args.get(0), &name, &[])? else {
        let kind = vm.type_name(args.get(0));
        return Err(vm.type_error(format!("'{kind}' object is not an async iterator")));
    };
    let Some(default) = args.get(1).bound() else { return Ok(awaitable) };
    let awaiter = Awaiter::new(AwaiterKind::NextDefault, None, awaitable);
    awaiter.fallback.set(default.clone());
    Ok(awaiter.into())
}
