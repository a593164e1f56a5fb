//! The table of all kinds of heap object: one row each.
//!
//! A kind says what lies in the memory behind an object's header. It is not the object's class:
//! an instance of a Python class derived from `list` has the kind [`Kind::List`] and says through
//! its header that its class is another one.

use super::heap::{HeapObject, VTable};

macro_rules! kinds {
    ($($kind:ident => $type:ty,)*) => {
        /// What lies behind an object's header.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Kind { $($kind,)* }

        impl Kind {
            pub const COUNT: usize = [$(Kind::$kind),*].len();
            pub const ALL: [Kind; Kind::COUNT] = [$(Kind::$kind),*];
        }

        /// How to drop, visit and clear each kind; indexed by [`Kind`].
        pub(super) static VTABLES: [VTable; Kind::COUNT] = [$(VTable::of::<$type>()),*];
        $(const _: () = assert!(<$type as HeapObject>::KIND as usize == Kind::$kind as usize);)*
    };
}

kinds! {
    Str => super::string::Str,
    Bytes => super::bytes::Bytes,
    ByteArray => super::bytes::ByteArray,
    BigInt => super::number::BigIntObject,
    BoxedFloat => super::number::BoxedFloat,
    Complex => super::number::ComplexObject,
    List => super::list::List,
    Tuple => super::tuple::Tuple,
    Dict => super::dict::Dict,
    DictView => super::dict::DictView,
    Set => super::set::Set,
    FrozenSet => super::set::FrozenSet,
    Range => super::range::Range,
    Slice => super::range::Slice,
    Iterator => super::iterator::Iterator,
    Function => super::function::Function,
    NativeFunction => super::function::NativeFunction,
    BoundMethod => super::function::BoundMethod,
    Class => super::class::Class,
    Instance => super::instance::Instance,
    Shape => super::shape::Shape,
    Module => super::module::Module,
    Cell => super::function::CellObject,
    Code => super::code::CodeObject,
    Frame => super::frame::Frame,
    FrameProxy => super::frame::FrameProxy,
    Awaiter => super::awaiter::Awaiter,
    Exception => super::exception::Exception,
    Traceback => super::exception::Traceback,
    Property => super::descriptor::Property,
    StaticMethod => super::descriptor::StaticMethod,
    ClassMethod => super::descriptor::ClassMethod,
    GetSet => super::descriptor::GetSet,
    Member => super::descriptor::Member,
    Super => super::descriptor::Super,
    MappingProxy => super::dict::MappingProxy,
    WeakRef => super::weak::WeakRef,
    Native => super::native::NativeObject,
    NativeCoroutine => super::native_coroutine::NativeCoroutine,
}
