//! `_collections`: the containers beside the built-in ones, under Python's `collections`.

pub mod default_dict;
pub mod deque;
pub mod ordered_dict;
pub mod tuple_getter;

use crate::object::dict::Dict;
use crate::object::module::Module;
use crate::object::native::{Args, Native};
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

/// Makes the module.
pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_collections");
    let classes = [
        ("deque", deque::class(vm)),
        ("_deque_iterator", vm.class_for(&deque::ITERATOR)),
        ("_deque_reverse_iterator", vm.class_for(&deque::REVERSE_ITERATOR)),
        ("defaultdict", default_dict::class(vm)),
        ("OrderedDict", ordered_dict::class(vm)),
        ("_tuplegetter", vm.class_for(&tuple_getter::CLASS)),
    ];
    let dict = module.dict();
    for (name, class) in classes {
        let name = vm.intern(name);
        drop(dict.set_str(&name, class.into()));
    }
    static COUNT: Native = Native::new("_count_elements", "mapping, iterable, /", count_elements);
    let function = vm.native_function(&COUNT, "_collections");
    let name = vm.intern(COUNT.name);
    drop(dict.set_str(&name, function));
    Ok(module)
}

/// What `Counter.update` does with an iterable.
fn count_elements(vm: &mut Vm, args: &Args) -> Result {
    let mapping = args.get(0);
    let iterator = vm.iter(args.get(1))?;
    let get = vm.intern("get");
    let plain = |vm: &Vm, name| {
        vm.lookup_special(mapping, name).is_some_and(|method| {
            vm.types.dict.lookup(name).is_some_and(|inherited| inherited.is(&method))
        })
    };
    let set_item = vm.names.setitem.clone();
    if let Some(dict) = mapping.get_ref::<Dict>()
        && plain(vm, &get)
        && plain(vm, &set_item)
    {
        while let Some(item) = vm.next(&iterator)? {
            let hash = vm.hash(&item)?;
            let index = vm.dict_find(dict, &item, hash)?;
            match index.and_then(|index| Some((index, dict.value_at(index)?))) {
                Some((index, Value::Int(count))) if count < i64::MAX => {
                    drop(dict.replace_at(index, Value::Int(count + 1)));
                }
                Some((_, count)) => {
                    let count = add_one(vm, &count)?;
                    vm.dict_set_hashed(dict, item, hash, count)?;
                }
                None => dict.insert_absent(hash, item, Value::Int(1)),
            }
        }
        return Ok(Value::None);
    }
    while let Some(item) = vm.next(&iterator)? {
        let count = vm.call_method(mapping, "get", &[item.clone(), Value::Int(0)])?;
        let count = add_one(vm, &count)?;
        vm.set_item(mapping, &item, count)?;
    }
    Ok(Value::None)
}

fn add_one(vm: &mut Vm, count: &Value) -> Result {
    vm.binary(ouro_grammar::ast::BinaryOperator::Add, count, &Value::Int(1))
}
