//! `_hashlib`: digests, over the crates of RustCrypto.

use std::cell::RefCell;

use blake2::{Blake2b512, Blake2s256};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512};

use super::{add, add_functions};
use crate::object::bytes::Bytes;
use crate::object::module::Module;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native, NativeData, NativeObject};
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::vm::Vm;

macro_rules! algorithms {
    ($($name:literal $variant:ident $block:literal;)*) => {
        /// A digest in the making.
        #[derive(Clone)]
        enum State { $($variant($variant),)* }

        /// The algorithms by their names.
        const NAMES: &[&str] = &[$($name),*];

        impl State {
            fn new(name: &str) -> Option<State> {
                match name {
                    $($name => Some(State::$variant($variant::new())),)*
                    _ => None,
                }
            }

            fn update(&mut self, data: &[u8]) {
                match self { $(State::$variant(state) => state.update(data),)* }
            }

            fn digest(&self) -> Vec<u8> {
                match self { $(State::$variant(state) => state.clone().finalize().to_vec(),)* }
            }

            fn name(&self) -> &'static str {
                match self { $(State::$variant(_) => $name,)* }
            }

            fn block_size(&self) -> i64 {
                match self { $(State::$variant(_) => $block,)* }
            }
        }
    };
}

algorithms! {
    "md5" Md5 64;
    "sha1" Sha1 64;
    "sha224" Sha224 64;
    "sha256" Sha256 64;
    "sha384" Sha384 128;
    "sha512" Sha512 128;
    "sha3_224" Sha3_224 144;
    "sha3_256" Sha3_256 136;
    "sha3_384" Sha3_384 104;
    "sha3_512" Sha3_512 72;
    "blake2b" Blake2b512 128;
    "blake2s" Blake2s256 64;
}

/// The states want more alignment than objects of native modules have: they are boxed.
struct Hash(Box<RefCell<State>>);

impl NativeData for Hash {
    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}
}

static CLASS: ClassSpec = ClassSpec {
    name: "HASH",
    module: "_hashlib",
    methods: &[
        Native::new("__repr__", "", |vm, args| {
            let (name, address) = (this(vm, args)?.0.borrow().name(), vm.identity(args.get(0)));
            Ok(format!("<{name} _hashlib.HASH object @ {address:#x}>").into())
        }),
        Native::new("copy", "", |vm, args| {
            let state = this(vm, args)?.0.clone();
            let class = vm.class_for(&CLASS);
            Ok(NativeObject::new(class, Hash(state)).into())
        }),
        Native::new("digest", "", |vm, args| {
            Ok(Bytes::new(this(vm, args)?.0.borrow().digest()).into())
        }),
        Native::new("hexdigest", "", |vm, args| {
            let digest = this(vm, args)?.0.borrow().digest();
            Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>().into())
        }),
        Native::new("update", "obj, /", |vm, args| {
            let hash = this(vm, args)?;
            update(vm, hash, args.get(1))?;
            Ok(Value::None)
        }),
    ],
    attributes: &[
        GetSetSpec::readonly("block_size", |vm, object| {
            Ok(Value::Int(of(vm, object)?.0.borrow().block_size()))
        }),
        GetSetSpec::readonly("digest_size", |vm, object| {
            Ok(of(vm, object)?.0.borrow().digest().len().into())
        }),
        GetSetSpec::readonly("name", |vm, object| Ok(of(vm, object)?.0.borrow().name().into())),
    ],
    doc: "A digest in the making.",
    ..ClassSpec::EMPTY
};

static FUNCTIONS: &[Native] = &[Native::new("new", "name, data, /", |vm, args| {
    let name = args.get(0).as_str().unwrap_or_default();
    let Some(state) = State::new(name) else {
        return Err(vm.value_error(format!("unsupported hash type {name}")));
    };
    let hash = Hash(Box::new(RefCell::new(state)));
    update(vm, &hash, args.get(1))?;
    let class = vm.class_for(&CLASS);
    Ok(NativeObject::new(class, hash).into())
})];

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_hashlib");
    add_functions(vm, &module, "_hashlib", FUNCTIONS);
    let class = vm.class_for(&CLASS);
    add(vm, &module, "HASH", class);
    let names: Vec<Value> = NAMES.iter().map(|&name| name.into()).collect();
    add(vm, &module, "names", crate::object::list::List::new(names));
    Ok(module)
}

fn of<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a Hash> {
    match object.native::<Hash>() {
        Some(hash) => Ok(hash),
        None => Err(vm.type_error("a hash object is required")),
    }
}

fn this<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a Hash> {
    of(vm, args.get(0))
}

fn update(vm: &mut Vm, hash: &Hash, data: &Value) -> Result<()> {
    if data.as_str().is_some() {
        return Err(vm.type_error("Strings must be encoded before hashing"));
    }
    let Some(bytes) = data.as_bytes() else {
        return Err(vm.type_error("object supporting the buffer API required"));
    };
    hash.0.borrow_mut().update(&bytes);
    Ok(())
}
