//! `_heapq`: the functions of `heapq` that work on one heap. In a heap, item k is not greater than
//! items 2k+1 and 2k+2; in one with the largest first, not less.
//!
//! A comparison may run Python code, which may change the very list: so no borrow is held during
//! one, and a list that has another length afterwards is an error.

use super::add_functions;
use crate::builtins::exceptions::ExceptionKind;
use crate::object::list::List;
use crate::object::module::Module;
use crate::object::native::{Args, Native};
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_heapq");
    add_functions(vm, &module, "_heapq", FUNCTIONS);
    Ok(module)
}

const FUNCTIONS: &[Native] = &[
    Native::new("heappush", "heap, item, /", push),
    Native::new("heappop", "heap, /", |vm, args| pop(vm, args, Order::LEAST_FIRST)),
    Native::new("heapify", "heap, /", |vm, args| heapify(vm, args, Order::LEAST_FIRST)),
    Native::new("heapreplace", "heap, item, /", |vm, args| replace(vm, args, Order::LEAST_FIRST)),
    Native::new("heappushpop", "heap, item, /", push_pop),
    Native::new("_heappop_max", "heap, /", |vm, args| pop(vm, args, Order::GREATEST_FIRST)),
    Native::new("_heapify_max", "heap, /", |vm, args| heapify(vm, args, Order::GREATEST_FIRST)),
    Native::new("_heapreplace_max", "heap, item, /", |vm, args| {
        replace(vm, args, Order::GREATEST_FIRST)
    }),
];

/// Which item is at the top.
#[derive(Clone, Copy)]
struct Order {
    greatest_first: bool,
}

impl Order {
    const LEAST_FIRST: Order = Order { greatest_first: false };
    const GREATEST_FIRST: Order = Order { greatest_first: true };

    /// Whether `a` belongs above `b`.
    fn is_above(self, vm: &mut Vm, a: &Value, b: &Value) -> Result<bool> {
        if self.greatest_first { vm.less(b, a) } else { vm.less(a, b) }
    }
}

/// The list that is the first argument.
fn heap<'a>(vm: &mut Vm, args: &Args<'a>, function: &str, count: usize) -> Result<&'a Ref<List>> {
    match args.get(0).get_ref::<List>() {
        Some(list) => Ok(list),
        None => {
            let number = if count > 1 { " 1" } else { "" };
            let kind = vm.type_name(args.get(0));
            Err(vm.type_error(format!("{function}() argument{number} must be list, not {kind}")))
        }
    }
}

fn item(vm: &mut Vm, list: &List, place: usize) -> Result {
    match list.items.borrow().get(place) {
        Some(item) => Ok(item.clone()),
        None => Err(vm.error(ExceptionKind::IndexError, "index out of range")),
    }
}

fn swap(list: &List, a: usize, b: usize) {
    let mut items = list.items.borrow_mut();
    if a.max(b) < items.len() {
        items.swap(a, b);
    }
}

fn check_length(vm: &mut Vm, list: &List, length: usize) -> Result<()> {
    match list.items.borrow().len() == length {
        true => Ok(()),
        false => Err(vm.runtime_error("list changed size during iteration")),
    }
}

/// Moves an item up until it does not belong above its parent; not above `start`.
fn rise(vm: &mut Vm, list: &List, start: usize, place: usize, order: Order) -> Result<()> {
    let length = list.items.borrow().len();
    let mut place = place;
    while place > start {
        let parent = (place - 1) / 2;
        let (own, above) = (item(vm, list, place)?, item(vm, list, parent)?);
        let rises = order.is_above(vm, &own, &above)?;
        check_length(vm, list, length)?;
        if !rises {
            break;
        }
        swap(list, place, parent);
        place = parent;
    }
    Ok(())
}

/// Moves an item down to a leaf, always along the child that belongs above the other, and then up
/// to its place: an item from the end of the heap mostly belongs near a leaf, so this needs fewer
/// comparisons than stopping on the way.
fn sink(vm: &mut Vm, list: &List, start: usize, order: Order) -> Result<()> {
    let length = list.items.borrow().len();
    let mut place = start;
    while 2 * place + 1 < length {
        let mut child = 2 * place + 1;
        if child + 1 < length {
            let (left, right) = (item(vm, list, child)?, item(vm, list, child + 1)?);
            let left_is_above = order.is_above(vm, &left, &right)?;
            check_length(vm, list, length)?;
            child += usize::from(!left_is_above);
        }
        swap(list, place, child);
        place = child;
    }
    rise(vm, list, start, place, order)
}

fn push(vm: &mut Vm, args: &Args) -> Result {
    let list = heap(vm, args, "heappush", 2)?;
    list.items.borrow_mut().push(args.get(1).clone());
    let last = list.items.borrow().len() - 1;
    rise(vm, list, 0, last, Order::LEAST_FIRST)?;
    Ok(Value::None)
}

fn pop(vm: &mut Vm, args: &Args, order: Order) -> Result {
    let name = if order.greatest_first { "_heappop_max" } else { "heappop" };
    let list = heap(vm, args, name, 1)?;
    let last = list.items.borrow_mut().pop();
    let Some(last) = last else {
        return Err(vm.error(ExceptionKind::IndexError, "index out of range"));
    };
    if list.items.borrow().is_empty() {
        return Ok(last);
    }
    let top = std::mem::replace(&mut list.items.borrow_mut()[0], last);
    sink(vm, list, 0, order)?;
    Ok(top)
}

fn replace(vm: &mut Vm, args: &Args, order: Order) -> Result {
    let name = if order.greatest_first { "_heapreplace_max" } else { "heapreplace" };
    let list = heap(vm, args, name, 2)?;
    let top = item(vm, list, 0)?;
    list.items.borrow_mut()[0] = args.get(1).clone();
    sink(vm, list, 0, order)?;
    Ok(top)
}

fn push_pop(vm: &mut Vm, args: &Args) -> Result {
    let list = heap(vm, args, "heappushpop", 2)?;
    let new = args.get(1).clone();
    if list.items.borrow().is_empty() {
        return Ok(new);
    }
    let top = item(vm, list, 0)?;
    if !vm.less(&top, &new)? {
        return Ok(new);
    }
    if list.items.borrow().is_empty() {
        return Err(vm.error(ExceptionKind::IndexError, "index out of range"));
    }
    let top = std::mem::replace(&mut list.items.borrow_mut()[0], new);
    sink(vm, list, 0, Order::LEAST_FIRST)?;
    Ok(top)
}

fn heapify(vm: &mut Vm, args: &Args, order: Order) -> Result {
    let name = if order.greatest_first { "_heapify_max" } else { "heapify" };
    let list = heap(vm, args, name, 1)?;
    let length = list.items.borrow().len();
    for place in (0..length / 2).rev() {
        sink(vm, list, place, order)?;
    }
    Ok(Value::None)
}
