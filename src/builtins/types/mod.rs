//! The built-in classes: one file each, listed here.

pub mod classmethod;
pub mod function;
pub mod generic_alias;
pub mod introspection;
pub mod list;
pub mod module;
pub mod object;
pub mod property;
pub mod staticmethod;
pub mod super_;
pub mod type_;
pub mod weakref;

use crate::object::Ref;
use crate::object::class::Class;
use crate::object::kinds::Kind;
use crate::object::native::ClassSpec;

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

/// A class that has no table of its own yet beside its name.
const fn plain(name: &'static str, layout: Kind) -> ClassSpec {
    ClassSpec { name, layout, ..ClassSpec::EMPTY }
}

types! {
    object: object = object::CLASS;
    type_: object = type_::CLASS;
    int: object = plain("int", Kind::BigInt);
    bool_: int = plain("bool", Kind::BigInt);
    float: object = plain("float", Kind::BoxedFloat);
    none_type: object = plain("NoneType", Kind::Native);
    ellipsis: object = plain("ellipsis", Kind::Native);
    not_implemented_type: object = plain("NotImplementedType", Kind::Native);
    str_: object = plain("str", Kind::Str);
    bytes: object = plain("bytes", Kind::Bytes);
    bytearray: object = plain("bytearray", Kind::ByteArray);
    list: object = list::CLASS;
    tuple: object = plain("tuple", Kind::Tuple);
    dict: object = plain("dict", Kind::Dict);
    dict_keys: object = plain("dict_keys", Kind::DictView);
    dict_values: object = plain("dict_values", Kind::DictView);
    dict_items: object = plain("dict_items", Kind::DictView);
    mappingproxy: object = introspection::MAPPING_PROXY;
    set: object = plain("set", Kind::Set);
    frozenset: object = plain("frozenset", Kind::FrozenSet);
    range: object = plain("range", Kind::Range);
    slice: object = plain("slice", Kind::Slice);
    list_iterator: object = plain("list_iterator", Kind::Iterator);
    list_reverseiterator: object = plain("list_reverseiterator", Kind::Iterator);
    tuple_iterator: object = plain("tuple_iterator", Kind::Iterator);
    str_iterator: object = plain("str_iterator", Kind::Iterator);
    str_ascii_iterator: object = plain("str_ascii_iterator", Kind::Iterator);
    bytes_iterator: object = plain("bytes_iterator", Kind::Iterator);
    bytearray_iterator: object = plain("bytearray_iterator", Kind::Iterator);
    range_iterator: object = plain("range_iterator", Kind::Iterator);
    longrange_iterator: object = plain("longrange_iterator", Kind::Iterator);
    dict_keyiterator: object = plain("dict_keyiterator", Kind::Iterator);
    dict_valueiterator: object = plain("dict_valueiterator", Kind::Iterator);
    dict_itemiterator: object = plain("dict_itemiterator", Kind::Iterator);
    dict_reversekeyiterator: object = plain("dict_reversekeyiterator", Kind::Iterator);
    dict_reversevalueiterator: object = plain("dict_reversevalueiterator", Kind::Iterator);
    dict_reverseitemiterator: object = plain("dict_reverseitemiterator", Kind::Iterator);
    set_iterator: object = plain("set_iterator", Kind::Iterator);
    iterator: object = plain("iterator", Kind::Iterator);
    reversed: object = plain("reversed", Kind::Iterator);
    callable_iterator: object = plain("callable_iterator", Kind::Iterator);
    enumerate: object = plain("enumerate", Kind::Iterator);
    zip: object = plain("zip", Kind::Iterator);
    map: object = plain("map", Kind::Iterator);
    filter: object = plain("filter", Kind::Iterator);
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
    generator: object = plain("generator", Kind::Frame);
    coroutine: object = plain("coroutine", Kind::Frame);
    async_generator: object = plain("async_generator", Kind::Frame);
    coroutine_wrapper: object = plain("coroutine_wrapper", Kind::Awaiter);
    async_generator_asend: object = plain("async_generator_asend", Kind::Awaiter);
    async_generator_athrow: object = plain("async_generator_athrow", Kind::Awaiter);
    anext_awaitable: object = plain("anext_awaitable", Kind::Awaiter);
    traceback: object = introspection::TRACEBACK;
    property: object = property::CLASS;
    staticmethod: object = staticmethod::CLASS;
    classmethod: object = classmethod::CLASS;
    getset_descriptor: object = introspection::GETSET;
    member_descriptor: object = introspection::MEMBER;
    super_: object = super_::CLASS;
    weakref: object = weakref::CLASS;
}
