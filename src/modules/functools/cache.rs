//! `functools.lru_cache`: the wrapper that remembers results.

use std::cell::Cell;

use super::partial::with_dict;
use crate::object::class::Class;
use crate::object::dict::Dict;
use crate::object::function::BoundMethod;
use crate::object::heap::Slot;
use crate::object::native::{Args, ClassSpec, Native, NativeData, NativeObject};
use crate::object::string::Str;
use crate::object::tuple::Tuple;
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::vm::Vm;

struct Cache {
    function: Slot,
    /// Results by key; for a bounded cache the least recently used one is first.
    results: Ref<Dict>,
    /// None: unbounded.
    maximum: Option<usize>,
    typed: bool,
    /// Makes the result of `cache_info()`.
    info: Slot,
    hits: Cell<i64>,
    misses: Cell<i64>,
    /// Stands in keys between positional arguments and those given by name.
    mark: Value,
}

impl NativeData for Cache {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.function.visit(visit);
        visit(self.results.as_object());
        self.info.visit(visit);
        self.mark.visit(visit);
    }

    fn clear(&self) {
        self.function.set(Value::None);
        self.info.set(Value::None);
        self.results.clear_entries();
    }
}

static CLASS: ClassSpec = ClassSpec {
    name: "_lru_cache_wrapper",
    module: "functools",
    is_base_type: true,
    new: Some(&Native::new("__new__", "user_function, maxsize, typed, cache_info_type", new)),
    methods: &[
        Native::new("cache_clear", "", cache_clear),
        Native::new("cache_info", "", cache_info),
        Native::new("__call__", "*args, **kwargs", call),
        Native::new("__copy__", "", |_, args| Ok(args.get(0).clone())),
        Native::new("__deepcopy__", "memo, /", |_, args| Ok(args.get(0).clone())),
        Native::new("__get__", "instance, owner=None, /", get),
        Native::new("__reduce__", "", reduce),
    ],
    ..ClassSpec::EMPTY
};

/// The class; its instances have a `__dict__`.
pub fn class(vm: &mut Vm) -> Ref<Class> {
    let class = vm.class_for(&CLASS);
    vm.give_instances_a_dict(&class);
    class
}

fn this<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a Cache> {
    match value.native::<Cache>() {
        Some(cache) => Ok(cache),
        None => Err(vm.type_error("descriptor requires a 'functools._lru_cache_wrapper' object")),
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = class(vm);
    let class = vm.class_argument(args, &owner)?;
    let function = args.get(1);
    if !vm.is_callable(function) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let maximum = match args.get(2) {
        Value::None => None,
        size if size.as_integer().is_some() => Some(vm.index_i64(size)?.max(0) as usize),
        _ => return Err(vm.type_error("maxsize should be integer or None")),
    };
    let cache = Cache {
        function: Slot::new(function.clone()),
        results: Dict::new(),
        maximum,
        typed: vm.truth(args.get(3))?,
        info: Slot::new(args.get(4).clone()),
        hits: Cell::new(0),
        misses: Cell::new(0),
        mark: vm.instantiate(&vm.types.object.clone()).into(),
    };
    let object = NativeObject::new(owner, cache);
    Ok(with_dict(object, &class))
}

/// The key of a call: a single int or string stands for itself, anything else is a tuple.
fn key_of(vm: &mut Vm, cache: &Cache, args: &Args) -> Value {
    let positional = args.rest(1);
    if !cache.typed
        && args.names.is_empty()
        && let [single] = positional
        && (matches!(single, Value::Int(_)) || single.get_exact::<Str>().is_some())
    {
        return single.clone();
    }
    let given = &args.values[args.positional_count()..];
    let mut parts = positional.to_vec();
    if !args.names.is_empty() {
        parts.push(cache.mark.clone());
        for (name, value) in args.names.iter().zip(given) {
            parts.push(name.clone());
            parts.push(value.clone());
        }
    }
    if cache.typed {
        for value in positional.iter().chain(given) {
            parts.push(vm.class_of(value).into());
        }
    }
    Tuple::new(parts).into()
}

fn call(vm: &mut Vm, args: &Args) -> Result {
    let cache = this(vm, args.get(0))?;
    let function = cache.function.get();
    let given = &args.values[1..];
    let compute = |vm: &mut Vm| {
        cache.misses.set(cache.misses.get() + 1);
        vm.call_with_names(&function, given, args.names)
    };
    if cache.maximum == Some(0) {
        return compute(vm);
    }
    let key = key_of(vm, cache, args);
    let hash = vm.hash(&key)?;
    let results = &cache.results;
    if let Some(index) = vm.dict_find(results, &key, hash)? {
        let found = match cache.maximum {
            None => results.value_at(index),
            // The keys may ask for results while they are compared: nothing moves in vain then, or
            // the search would begin anew for ever.
            Some(_) if results.next_entry(index + 1).is_none() => results.value_at(index),
            // Used just now: goes to the end.
            Some(_) => results.remove_at(index).map(|(key, value)| {
                results.insert_absent(hash, key, value.clone());
                value
            }),
        };
        if let Some(value) = found {
            cache.hits.set(cache.hits.get() + 1);
            return Ok(value);
        }
    }
    let value = compute(vm)?;
    let Some(maximum) = cache.maximum else {
        vm.dict_set_hashed(results, key, hash, value.clone())?;
        return Ok(value);
    };
    // The call may have brought in the same key.
    if vm.dict_find(results, &key, hash)?.is_none() {
        if results.len() >= maximum
            && let Some((index, ..)) = results.next_entry(0)
        {
            drop(results.remove_at(index));
        }
        results.insert_absent(hash, key, value.clone());
    }
    Ok(value)
}

fn cache_info(vm: &mut Vm, args: &Args) -> Result {
    let cache = this(vm, args.get(0))?;
    let maximum = cache.maximum.map_or(Value::None, Value::from);
    let numbers = [
        Value::Int(cache.hits.get()),
        Value::Int(cache.misses.get()),
        maximum,
        cache.results.len().into(),
    ];
    vm.call(&cache.info.get(), &numbers)
}

fn cache_clear(vm: &mut Vm, args: &Args) -> Result {
    let cache = this(vm, args.get(0))?;
    cache.hits.set(0);
    cache.misses.set(0);
    cache.results.clear_entries();
    Ok(Value::None)
}

/// A cached function in a class is a method like any other.
fn get(vm: &mut Vm, args: &Args) -> Result {
    this(vm, args.get(0))?;
    if args.get(1).is_none() {
        return Ok(args.get(0).clone());
    }
    Ok(BoundMethod::new(args.get(0).clone(), args.get(1).clone()).into())
}

fn reduce(vm: &mut Vm, args: &Args) -> Result {
    this(vm, args.get(0))?;
    let name = vm.names.qualname.clone();
    vm.get_attr(args.get(0), &name)
}
