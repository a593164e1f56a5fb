//! The built-in classes: one file each, listed here.

pub mod classmethod;
pub mod frame_locals;
pub mod function;
pub mod generator;
pub mod generic_alias;
pub mod introspection;
pub mod list;
pub mod memoryview;
pub mod module;
pub mod object;
pub mod property;
pub mod staticmethod;
pub mod super_;
pub mod type_;
pub mod weakref;

pub mod arguments;
pub mod bool_;
pub mod bytearray;
pub mod bytes;
pub mod bytes_methods;
pub mod bytes_search;
pub mod complex;
pub mod dict;
pub mod dict_views;
pub mod float;
pub mod int;
pub mod iterators;
pub mod none;
pub mod range;
pub mod set;
pub mod slice;
pub mod str_;
pub mod str_search;
pub mod str_split;
pub mod tuple;

use crate::object::class::Class;
use crate::object::native::{Args, ClassSpec};
use crate::object::{Ref, Result};
use crate::vm::Vm;

macro_rules! types {
    ($($field:ident : $base:ident = $spec:expr;)*) => {
        /// The built-in classes by name.
        pub struct Types { $(pub $field: Ref<Class>,)* }

        /// The tables that fill the classes in: field, class, base, table.
        pub struct TypeRow {
            pub class: Ref<Class>,
            pub base: Ref<Class>,
            pub spec: &'static ClassSpec,
        }

        impl Types {
            /// All classes, still empty. `bare` makes a class from its name and layout.
            pub fn new(mut bare: impl FnMut(&'static ClassSpec) -> Ref<Class>) -> Types {
                Types { $($field: { static SPEC: ClassSpec = $spec; bare(&SPEC) },)* }
            }

            /// One row for each class, bases before derived classes.
            pub fn rows(&self) -> Vec<TypeRow> {
                vec![$(TypeRow {
                    class: self.$field.clone(),
                    base: self.$base.clone(),
                    spec: { static SPEC: ClassSpec = $spec; &SPEC },
                },)*]
            }
        }
    };
}

types! {
    object: object = object::CLASS;
    type_: object = type_::CLASS;
    int: object = int::CLASS;
    bool_: int = bool_::CLASS;
    float: object = float::CLASS;
    complex: object = complex::CLASS;
    none_type: object = none::NONE;
    ellipsis: object = none::ELLIPSIS;
    not_implemented_type: object = none::NOT_IMPLEMENTED;
    str_: object = str_::CLASS;
    bytes: object = bytes::CLASS;
    bytearray: object = bytearray::CLASS;
    list: object = list::CLASS;
    tuple: object = tuple::CLASS;
    dict: object = dict::CLASS;
    dict_keys: object = dict_views::KEYS;
    dict_values: object = dict_views::VALUES;
    dict_items: object = dict_views::ITEMS;
    mappingproxy: object = introspection::MAPPING_PROXY;
    set: object = set::CLASS;
    frozenset: object = set::FROZEN_CLASS;
    range: object = range::CLASS;
    slice: object = slice::CLASS;
    list_iterator: object = iterators::iterator("list_iterator");
    list_reverseiterator: object = iterators::iterator("list_reverseiterator");
    tuple_iterator: object = iterators::iterator("tuple_iterator");
    str_iterator: object = iterators::iterator("str_iterator");
    str_ascii_iterator: object = iterators::iterator("str_ascii_iterator");
    bytes_iterator: object = iterators::iterator("bytes_iterator");
    bytearray_iterator: object = iterators::iterator("bytearray_iterator");
    range_iterator: object = iterators::iterator("range_iterator");
    longrange_iterator: object = iterators::iterator("longrange_iterator");
    dict_keyiterator: object = iterators::iterator("dict_keyiterator");
    dict_valueiterator: object = iterators::iterator("dict_valueiterator");
    dict_itemiterator: object = iterators::iterator("dict_itemiterator");
    dict_reversekeyiterator: object = iterators::iterator("dict_reversekeyiterator");
    dict_reversevalueiterator: object = iterators::iterator("dict_reversevalueiterator");
    dict_reverseitemiterator: object = iterators::iterator("dict_reverseitemiterator");
    set_iterator: object = iterators::iterator("set_iterator");
    iterator: object = iterators::iterator("iterator");
    reversed: object = iterators::REVERSED;
    callable_iterator: object = iterators::CALLABLE;
    enumerate: object = iterators::ENUMERATE;
    zip: object = iterators::ZIP;
    map: object = iterators::MAP;
    filter: object = iterators::FILTER;
    function: object = function::FUNCTION;
    builtin_function: object = function::BUILTIN_FUNCTION;
    method_descriptor: object = function::METHOD_DESCRIPTOR;
    wrapper_descriptor: object = function::WRAPPER_DESCRIPTOR;
    method_wrapper: object = function::METHOD_WRAPPER;
    method: object = function::METHOD;
    generic_alias: object = generic_alias::ALIAS;
    union_type: object = generic_alias::UNION;
    module: object = module::CLASS;
    cell: object = function::CELL;
    code: object = introspection::CODE;
    frame: object = introspection::FRAME;
    generator: object = generator::GENERATOR;
    coroutine: object = generator::COROUTINE;
    async_generator: object = generator::ASYNC_GENERATOR;
    coroutine_wrapper: object = generator::COROUTINE_WRAPPER;
    async_generator_asend: object = generator::ASEND;
    async_generator_athrow: object = generator::ATHROW;
    anext_awaitable: object = generator::ANEXT;
    traceback: object = introspection::TRACEBACK;
    property: object = property::CLASS;
    staticmethod: object = staticmethod::CLASS;
    classmethod: object = classmethod::CLASS;
    getset_descriptor: object = introspection::GETSET;
    member_descriptor: object = introspection::MEMBER;
    super_: object = super_::CLASS;
    weakref: object = weakref::CLASS;
}

/// `__class_getitem__` of the classes that can be parametrised: `list[int]`.
pub fn class_getitem(vm: &mut Vm, args: &Args) -> Result {
    vm.generic_alias(args.get(0), args.get(1))
}
