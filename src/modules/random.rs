//! `_random`: the Mersenne Twister under `random`.

use std::cell::RefCell;

use sha2::{Digest, Sha512};

use crate::object::bytes::Bytes;
use crate::object::kinds::Kind;
use crate::object::module::Module;
use crate::object::native::{Args, ClassSpec, Native, NativeData, NativeObject};
use crate::object::tuple::Tuple;
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::text::int_text::IntRef;
use crate::text::mersenne_twister::MersenneTwister;
use crate::vm::Vm;

struct Generator(RefCell<MersenneTwister>);

impl NativeData for Generator {
    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}
}

static RANDOM: ClassSpec = ClassSpec {
    name: "Random",
    module: "_random",
    layout: Kind::Native,
    is_base_type: true,
    new: Some(&Native::new("__new__", "*args, **kwargs", new)),
    methods: &[
        Native::new("__init__", "n=None, /", seed),
        Native::new("getrandbits", "k, /", random_bits),
        Native::new("getstate", "", get_state),
        Native::new("random", "", |vm, args| Ok(generator(vm, args)?.borrow_mut().random().into())),
        Native::new("seed", "n=None, /", seed),
        Native::new("setstate", "state, /", set_state),
    ],
    doc: "A generator of pseudo-random numbers with its own state.",
    ..ClassSpec::EMPTY
};

static FUNCTIONS: &[Native] = &[Native::new("_sha512", "data, /", sha512)];

/// Makes the module.
pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_random");
    let dict = module.dict();
    for native in FUNCTIONS {
        let function = vm.native_function(native, "_random");
        let name = vm.intern(native.name);
        drop(dict.set_str(&name, function));
    }
    let class = vm.class_for(&RANDOM);
    let name = vm.intern(RANDOM.name);
    drop(dict.set_str(&name, class.into()));
    Ok(module)
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let owner = vm.class_for(&RANDOM);
    let class = vm.class_argument(args, &owner)?;
    let data = Generator(RefCell::new(MersenneTwister::from_int(IntRef::Small(0))));
    let object = NativeObject::new(owner, data).into();
    Ok(vm.as_instance_of(object, &class))
}

fn generator<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a RefCell<MersenneTwister>> {
    match args.get(0).native::<Generator>() {
        Some(generator) => Ok(&generator.0),
        None => {
            let kind = vm.type_name(args.get(0));
            Err(vm.type_error(format!(
                "descriptor requires a '_random.Random' object but received a '{kind}'"
            )))
        }
    }
}

fn seed(vm: &mut Vm, args: &Args) -> Result {
    let fresh = match args.get(1) {
        Value::Unbound | Value::None => {
            let mut bytes = [0; 624 * 4];
            vm.host.entropy(&mut bytes);
            let (words, _) = bytes.as_chunks::<4>();
            let key: Vec<u32> = words.iter().map(|word| u32::from_le_bytes(*word)).collect();
            MersenneTwister::from_key(&key)
        }
        value => match value.as_integer() {
            Some(number) => MersenneTwister::from_int(number),
            None => {
                // Other objects give their hash, read as a number without sign.
                let hash = vm.hash(value)? as u64;
                MersenneTwister::from_key(&[hash as u32, (hash >> 32) as u32][..words_of(hash)])
            }
        },
    };
    generator(vm, args)?.replace(fresh);
    Ok(Value::None)
}

/// How many 32-bit words a number takes.
fn words_of(number: u64) -> usize {
    if number >> 32 == 0 { 1 } else { 2 }
}

fn random_bits(vm: &mut Vm, args: &Args) -> Result {
    let count = vm.index_i32(args.get(1))?;
    match u64::try_from(count) {
        Err(_) => Err(vm.value_error("number of bits must be non-negative")),
        Ok(count) => Ok(generator(vm, args)?.borrow_mut().bits(count).into()),
    }
}

fn get_state(vm: &mut Vm, args: &Args) -> Result {
    let generator = generator(vm, args)?.borrow();
    let (words, index) = generator.state();
    let state: Vec<Value> =
        words.iter().map(|word| Value::Int(i64::from(*word))).chain([Value::from(index)]).collect();
    Ok(Tuple::new(state).into())
}

fn set_state(vm: &mut Vm, args: &Args) -> Result {
    let Some(state) = args.get(1).as_tuple() else {
        return Err(vm.type_error("state vector must be a tuple"));
    };
    let Some((index, words)) = state.split_last() else {
        return Err(vm.value_error("state vector is the wrong size"));
    };
    let mut numbers = Vec::with_capacity(words.len());
    for word in words {
        numbers.push(vm.index_i64(word)? as u32);
    }
    let index = vm.index_i64(index)?;
    let restored = vm.checked(MersenneTwister::from_state(&numbers, index))?;
    generator(vm, args)?.replace(restored);
    Ok(Value::None)
}

fn sha512(vm: &mut Vm, args: &Args) -> Result {
    match args.get(0).as_bytes() {
        Some(data) => Ok(Bytes::new(Sha512::digest(&*data).to_vec()).into()),
        None => {
            let kind = vm.type_name(args.get(0));
            Err(vm.type_error(format!("a bytes-like object is required, not '{kind}'")))
        }
    }
}
