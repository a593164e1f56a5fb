//! Attributes and items.

use crate::code::CodeKind;
use crate::code::op::Op;
use crate::object::Value;
use crate::object::class::Class;
use crate::object::code::{AttributeSite, Found};
use crate::object::dict::Dict;
use crate::object::frame::{Position, Registers};
use crate::object::function::Function;
use crate::object::heap::Slot;
use crate::object::instance::Instance;
use crate::object::list::List;
use crate::object::range::Slice;
use crate::object::slot::value_in;
use crate::object::string::Str;
use crate::vm::Vm;
use crate::vm::inline_cache::{builtin_method, derived_method, module_attribute};
use crate::vm::instructions::calls::call_getter;
use crate::vm::instructions::stack::{let_both_go, let_go};

/// The place of an instance's attribute, if the instance is of the class and shape that were here
/// last time.
#[inline(always)]
pub(super) fn instance_attribute<'a>(object: &'a Value, site: &AttributeSite) -> Option<&'a Slot> {
    let instance = object.get_ref::<Instance>()?;
    if site.found.get() != Found::Place
        || site.shape.get() != instance.shape_id()
        || instance.class_version() != site.version.get()
    {
        return None;
    }
    instance.slot_counted_in_header(site.place.get() as usize)
}

instruction!(load_attr(vm, registers, Op::LoadAttr(index)) {
    let site = registers.attribute_site(index);
    match instance_attribute(registers.peek(1), site) {
        Some(place) => {
            let value = place.get();
            let object = std::mem::replace(registers.peek_mut(1), value);
            return let_go(vm, registers, object);
        }
        None => return load_attr_slow(vm, registers.position(), site),
    }
    return registers.go_on(vm);
});

#[inline(never)]
fn load_attr_slow(vm: &mut Vm, position: Position, site: &AttributeSite) -> Position {
    let mut registers = Registers::at(vm.current, position);
    if site.found.get() == Found::Property
        && vm.depth < vm.depth_limit
        && let Some(instance) = registers.peek(1).get_ref::<Instance>()
        && site.shape.get() == instance.shape_id()
        && instance.class_version() == site.version.get()
        && let getter = site.value.get()
        && let Some(function) = getter.get::<Function>()
        && function.code.has_simple_parameters
        && function.code.argument_count == 1
        && function.code.kind == CodeKind::Function
    {
        // The getter is called as any function: its frame's result becomes the attribute.
        let object = std::mem::replace(registers.peek_mut(1), Value::Unbound);
        return call_getter(vm, registers, getter, object);
    }
    if let Some(value) = module_attribute(registers.peek(1), site) {
        drop(std::mem::replace(registers.peek_mut(1), value));
        return registers.position();
    }
    registers.save();
    let object = registers.pop();
    let value = check!(vm, registers, vm.load_attribute(&object, site));
    registers.push(value);
    let_go(vm, registers, object)
}

instruction!(load_method(vm, registers, Op::LoadMethod(index)) {
    let site = registers.attribute_site(index);
    if let Some(instance) = registers.peek(1).get_ref::<Instance>()
        && site.found.get() == Found::Method
        && site.shape.get() == instance.shape_id()
        && instance.class_version() == site.version.get()
    {
        let method = site.value.get();
        let receiver = std::mem::replace(registers.peek_mut(1), method);
        registers.push(receiver);
    } else {
        return load_method_slow(vm, registers.position(), site);
    }
    return registers.go_on(vm);
});

#[inline(never)]
fn load_method_slow(vm: &mut Vm, position: Position, site: &AttributeSite) -> Position {
    let mut registers = Registers::at(vm.current, position);
    let method = match site.found.get() {
        Found::Method => vm.other_method(registers.peek(1), site),
        Found::BuiltinMethod => builtin_method(registers.peek(1), site),
        Found::DerivedMethod => derived_method(registers.peek(1), site),
        _ => None,
    };
    if let Some(method) = method {
        let receiver = std::mem::replace(registers.peek_mut(1), method);
        registers.push(receiver);
        return registers.go_on(vm);
    }
    if let Some(value) = module_attribute(registers.peek(1), site) {
        drop(std::mem::replace(registers.peek_mut(1), value));
        registers.push(Value::Unbound);
        return registers.position();
    }
    registers.save();
    let object = registers.pop();
    let (callable, receiver) = check!(vm, registers, vm.load_method(object, site));
    registers.push(callable);
    registers.push(receiver);
    finalize!(vm, registers);
    registers.position()
}

instruction!(store_attr(vm, registers, Op::StoreAttr(index)) {
    let site = registers.attribute_site(index);
    let object = registers.pop();
    match instance_attribute(&object, site) {
        Some(place) => {
            let old = place.replace(registers.pop());
            match object.drop_unless_last() {
                None => return let_go(vm, registers, old),
                Some(object) => return let_both_go(vm, registers.position(), object, old),
            }
        }
        None => {
            registers.push(object);
            return store_attr_slow(vm, registers.position(), site);
        }
    }
});

#[inline(never)]
fn store_attr_slow(vm: &mut Vm, position: Position, site: &AttributeSite) -> Position {
    let mut registers = Registers::at(vm.current, position);
    let object = registers.pop();
    let mut value = registers.pop();
    if site.found.get() == Found::NewPlace
        && let Some(instance) = object.get_ref::<Instance>()
        && site.shape.get() == instance.shape_id()
        && instance.class_version() == site.version.get()
    {
        match instance.take_place(site.place.get() as usize, &site.name, value) {
            None => return let_go(vm, registers, object),
            Some(given_back) => value = given_back,
        }
    }
    registers.save();
    check!(vm, registers, vm.store_attribute(&object, site, value));
    let_go(vm, registers, object)
}

instruction!(delete_attr(vm, registers, Op::DeleteAttr(name)) {
    let name = registers.code().names[name as usize].clone();
    let object = registers.pop();
    registers.save();
    check!(vm, registers, vm.delete_attr(&object, &name));
    drop(object);
    finalize!(vm, registers);
});

instruction!(load_super_attr(vm, registers, Op::LoadSuperAttr(name)) {
    let name = registers.code().names[name as usize].clone();
    registers.save();
    let operands = registers.pop_values(3);
    let value = check!(vm, registers, vm.load_super_attribute(
        &operands[0],
        &operands[1],
        &operands[2],
        &name
    ));
    registers.push(value);
});

instruction!(load_super_method(vm, registers, Op::LoadSuperMethod(index)) {
    let site = &registers.code().sites[index as usize];
    if site.found.get() == Found::SuperMethod
        && let Some(instance) = registers.peek(1).get_ref::<Instance>()
        && instance.class_version() == site.version.get()
        && let Some(class) = registers.peek(2).get_ref::<Class>()
        && class.version.get() == site.place.get()
        && let Some(super_value) = registers.peek(3).get_ref::<Class>()
        && super_value.same(&vm.types.super_)
    {
        let receiver = registers.pop();
        // The class is in the MRO of the receiver's.
        registers.drop_shared();
        registers.drop_shared();
        registers.push(site.value.get());
        registers.push(receiver);
        return registers.go_on(vm);
    }
    return load_super_method_slow(vm, registers.position(), site);
});

#[inline(never)]
fn load_super_method_slow(vm: &mut Vm, position: Position, site: &AttributeSite) -> Position {
    let mut registers = Registers::at(vm.current, position);
    registers.save();
    let [super_value, class, receiver] = registers.top_values(3) else {
        unreachable!("three values have been asked for")
    };
    let found = vm.load_super_method(super_value, class, receiver, site);
    registers.drop_values(3);
    let (callable, receiver) = check!(vm, registers, found);
    registers.push(callable);
    registers.push(receiver);
    registers.position()
}

instruction!(binary_subscr(vm, registers, Op::BinarySubscr) {
    match list_item(registers.peek(2), registers.peek(1)) {
        Some(value) => {
            registers.drop_numbers(1);
            let list = std::mem::replace(registers.peek_mut(1), value);
            return let_go(vm, registers, list);
        }
        None => return binary_subscr_slow(vm, registers.position()),
    }
    return registers.go_on(vm);
});

#[inline(never)]
fn binary_subscr_slow(vm: &mut Vm, position: Position) -> Position {
    let mut registers = Registers::at(vm.current, position);
    if let (Some(dict), Some(key)) =
        (registers.peek(2).get_exact::<Dict>(), registers.peek(1).get_exact::<Str>())
        && let Some(value) = dict.get_str(key)
    {
        drop(registers.pop());
        let dict = std::mem::replace(registers.peek_mut(1), value);
        return let_go(vm, registers, dict);
    }
    registers.save();
    let index = registers.pop();
    let object = registers.pop();
    let value = check!(vm, registers, vm.get_item(&object, &index));
    registers.push(value);
    drop((object, index));
    finalize!(vm, registers);
    registers.position()
}

instruction!(store_subscr(vm, registers, Op::StoreSubscr) {
    return store_item(vm, registers);
});

/// Stores an item: container and key are on top, the value under them.
#[inline(always)]
pub(super) fn store_item(vm: &mut Vm, mut registers: Registers) -> Position {
    if let [container, Value::Int(index)] = registers.top_values(2)
        && let Some(list) = container.get_exact::<List>()
    {
        let mut items = list.items.borrow_mut();
        let place = if *index < 0 { *index + items.len() as i64 } else { *index };
        if let Some(item) = usize::try_from(place).ok().and_then(|place| items.get_mut(place)) {
            std::mem::swap(registers.peek_mut(3), item);
            drop(items);
            registers.drop_numbers(1);
            let container = registers.pop();
            let old = registers.pop();
            return match old.drop_unless_last() {
                None => let_go(vm, registers, container),
                Some(old) => let_both_go(vm, registers.position(), old, container),
            };
        }
    }
    store_subscr_slow(vm, registers.position())
}

#[inline(never)]
fn store_subscr_slow(vm: &mut Vm, position: Position) -> Position {
    let mut registers = Registers::at(vm.current, position);
    registers.save();
    let key = registers.pop();
    let container = registers.pop();
    let value = registers.pop();
    if let Some(dict) = container.get_exact::<Dict>() {
        check!(vm, registers, vm.dict_set(dict, key, value));
        finalize!(vm, registers);
        return let_go(vm, registers, container);
    }
    check!(vm, registers, vm.set_item(&container, &key, value));
    drop((container, key));
    finalize!(vm, registers);
    registers.position()
}

instruction!(delete_subscr(vm, registers, Op::DeleteSubscr) {
    registers.save();
    let index = registers.pop();
    let object = registers.pop();
    check!(vm, registers, vm.delete_item(&object, &index));
    drop((object, index));
    finalize!(vm, registers);
});

instruction!(build_slice(vm, registers, Op::BuildSlice(count)) {
    let step = if count == 3 { registers.pop() } else { Value::None };
    let stop = registers.pop();
    let start = registers.pop();
    registers.push(Value::object(Slice::new(start, stop, step)));
});

/// An item of a list by an index in range.
#[inline(always)]
pub(super) fn list_item(container: &Value, index: &Value) -> Option<Value> {
    let (Some(list), Value::Int(index)) = (container.get_exact::<List>(), index) else {
        return None;
    };
    let place = if *index < 0 { index + list.items.borrow().len() as i64 } else { *index };
    value_in(&list.items, usize::try_from(place).ok()?)
}
