//! Tuples, lists, sets, dicts and strings from what is on the operand stack, and unpacking.

use ouro_grammar::ast::Conversion;

use crate::code::op::Op;
use crate::object::Value;
use crate::object::dict::Dict;
use crate::object::list::List;
use crate::object::set::{Set, SetTable};
use crate::object::string::Str;
use crate::object::tuple::Tuple;

instruction!(build_tuple(vm, registers, Op::BuildTuple(count)) {
    let items = registers.pop_values(count as usize);
    registers.push(Value::object(Tuple::new(items)));
    return registers.go_on(vm);
});

instruction!(build_list(vm, registers, Op::BuildList(count)) {
    let items = registers.pop_values(count as usize);
    registers.push(Value::object(List::new(items)));
    return registers.go_on(vm);
});

instruction!(build_set(vm, registers, Op::BuildSet(count)) {
    registers.save();
    let set = Set::new(SetTable::default());
    let items = registers.top_values(count as usize);
    check!(vm, registers, items.iter().try_for_each(|item| vm.set_add(&set, item.clone()).map(drop)));
    registers.drop_values(count as usize);
    registers.push(Value::object(set));
});

instruction!(build_map(vm, registers, Op::BuildMap(count)) {
    registers.save();
    let items = registers.pop_values(2 * count as usize);
    let dict = Dict::with_capacity(count as usize);
    check!(vm, registers, items.chunks_exact(2).try_for_each(|pair| {
        vm.dict_set(&dict, pair[0].clone(), pair[1].clone())
    }));
    drop(items);
    registers.push(Value::object(dict));
});

instruction!(build_string(vm, registers, Op::BuildString(count)) {
    let items = registers.top_values(count as usize);
    let (mut length, mut characters) = (0, 0);
    for item in items {
        if let Some(piece) = item.get::<Str>() {
            length += piece.as_str().len();
            characters += piece.len();
        }
    }
    let text = Str::assemble(length, characters, |write| {
        items.iter().for_each(|item| write(item.as_str().unwrap_or_default()));
    });
    registers.drop_values(count as usize);
    registers.push(Value::object(text));
});

instruction!(convert_value(vm, registers, Op::ConvertValue(conversion)) {
    registers.save();
    let value = registers.pop();
    let text = check!(vm, registers, match conversion {
        Conversion::Repr => vm.repr(&value),
        Conversion::Ascii => vm.ascii(&value),
        Conversion::Str | Conversion::None => vm.to_str(&value),
    });
    registers.push(Value::object(text));
});

instruction!(format_simple(vm, registers, Op::FormatSimple) {
    if registers.peek(1).get_exact::<Str>().is_none() {
        registers.save();
        let value = registers.pop();
        let text = check!(vm, registers, vm.format(&value, ""));
        registers.push(Value::object(text));
    }
});

instruction!(format_with_spec(vm, registers, Op::FormatWithSpec) {
    registers.save();
    let spec = registers.pop();
    let value = registers.pop();
    let text = check!(vm, registers, vm.format(&value, spec.as_str().unwrap_or_default()));
    registers.push(Value::object(text));
});

instruction!(list_append(vm, registers, Op::ListAppend(from_top)) {
    let item = registers.pop();
    if let Some(list) = registers.peek(from_top as usize).get::<List>() {
        list.items.borrow_mut().push(item);
    }
    return registers.go_on(vm);
});

instruction!(set_add(vm, registers, Op::SetAdd(from_top)) {
    registers.save();
    let item = registers.pop();
    if let Some(set) = registers.peek(from_top as usize).get_ref::<Set>().cloned() {
        check!(vm, registers, vm.set_add(&set, item));
    }
});

instruction!(map_add(vm, registers, Op::MapAdd(from_top)) {
    registers.save();
    let value = registers.pop();
    let key = registers.pop();
    if let Some(dict) = registers.peek(from_top as usize).get_ref::<Dict>().cloned()
    {
        check!(vm, registers, vm.dict_set(&dict, key, value));
    }
});

instruction!(list_extend(vm, registers, Op::ListExtend(from_top)) {
    registers.save();
    let iterable = registers.pop();
    let list = registers.peek(from_top as usize).clone();
    check!(vm, registers, vm.extend_list_star(&list, &iterable));
});

instruction!(set_update(vm, registers, Op::SetUpdate(from_top)) {
    registers.save();
    let iterable = registers.pop();
    if let Some(set) = registers.peek(from_top as usize).get_ref::<Set>().cloned() {
        check!(vm, registers, vm.set_update(&set, &iterable));
    }
});

instruction!(dict_update(vm, registers, Op::DictUpdate(from_top)) {
    registers.save();
    let mapping = registers.pop();
    if let Some(dict) = registers.peek(from_top as usize).get_ref::<Dict>().cloned()
    {
        check!(vm, registers, vm.dict_update_star(&dict, &mapping));
    }
});

instruction!(dict_merge(vm, registers, Op::DictMerge(from_top)) {
    registers.save();
    let mapping = registers.pop();
    // callable, self, args, dict
    let callable = registers.peek(from_top as usize + 3).clone();
    if let Some(dict) = registers.peek(from_top as usize).get_ref::<Dict>().cloned()
    {
        check!(vm, registers, vm.dict_merge_keywords(&dict, &mapping, &callable));
    }
});

instruction!(list_to_tuple(vm, registers, Op::ListToTuple) {
    let list = registers.pop();
    let items = list.get::<List>().map(|list| list.items.take());
    registers.push(Value::object(Tuple::new(items.unwrap_or_default())));
});

instruction!(unpack_sequence(vm, registers, Op::UnpackSequence(count)) {
    let count = count as usize;
    let value = registers.pop();
    if let Some(tuple) = value.get_ref::<Tuple>()
        && tuple.len() == count
        && !tuple.as_object().is_derived()
    {
        for item in tuple.items().iter().rev() {
            registers.push(item.clone());
        }
    } else {
        registers.save();
        let items = check!(vm, registers, vm.unpack(&value, count));
        for item in items.into_iter().rev() {
            registers.push(item);
        }
    }
    drop(value);
    finalize!(vm, registers);
});

instruction!(unpack_ex(vm, registers, Op::UnpackEx(before, after)) {
    registers.save();
    let value = registers.pop();
    let items =
        check!(vm, registers, vm.unpack_with_star(&value, before as usize, after as usize));
    for item in items.into_iter().rev() {
        registers.push(item);
    }
});
