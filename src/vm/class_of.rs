//! Which class a value is an instance of.

use super::Vm;
use super::attributes::is_slot_name;
use crate::code::CodeKind;
use crate::object::awaiter::{Awaiter, AwaiterKind};
use crate::object::class::Class;
use crate::object::dict::{DictView, ViewKind};
use crate::object::exception::Exception;
use crate::object::frame::Frame;
use crate::object::function::{BoundMethod, NativeFunction};
use crate::object::instance::Instance;
use crate::object::iterator::{Iterator, IteratorKind};
use crate::object::kinds::Kind;
use crate::object::native::NativeObject;
use crate::object::{ObjectRef, Ref, Value};

impl Vm {
    /// The class of a value: `type(value)`.
    #[inline]
    pub fn class_of(&self, value: &Value) -> Ref<Class> {
        match value {
            Value::Object(object) => match object.get::<Instance>() {
                Some(instance) => instance.class(),
                None => self.class_of_object(object),
            },
            Value::Int(_) => self.types.int.clone(),
            Value::Float(_) => self.types.float.clone(),
            Value::True | Value::False => self.types.bool_.clone(),
            Value::None | Value::Unbound => self.types.none_type.clone(),
            Value::Ellipsis => self.types.ellipsis.clone(),
            Value::NotImplemented => self.types.not_implemented_type.clone(),
        }
    }

    fn class_of_object(&self, object: &ObjectRef) -> Ref<Class> {
        if let Some(exception) = object.get::<Exception>() {
            return exception.class();
        }
        if let Some(derived) = object.derived() {
            return derived.class.clone();
        }
        let types = &self.types;
        match object.kind() {
            Kind::Str => &types.str_,
            Kind::Bytes => &types.bytes,
            Kind::ByteArray => &types.bytearray,
            Kind::BigInt => &types.int,
            Kind::BoxedFloat => &types.float,
            Kind::Complex => &types.complex,
            Kind::List => &types.list,
            Kind::Tuple => &types.tuple,
            Kind::Dict => &types.dict,
            Kind::DictView => match object.get::<DictView>().map(|view| view.kind) {
                Some(ViewKind::Values) => &types.dict_values,
                Some(ViewKind::Items) => &types.dict_items,
                _ => &types.dict_keys,
            },
            Kind::Set => &types.set,
            Kind::FrozenSet => &types.frozenset,
            Kind::Range => &types.range,
            Kind::Slice => &types.slice,
            Kind::Iterator => self.class_of_iterator(object.get::<Iterator>()),
            Kind::Function => &types.function,
            Kind::NativeFunction => match object.get::<NativeFunction>() {
                Some(function) if function.is_method.get() && function.native.name != "__new__" => {
                    if is_slot_name(function.native.name) {
                        &types.wrapper_descriptor
                    } else {
                        &types.method_descriptor
                    }
                }
                _ => &types.builtin_function,
            },
            Kind::BoundMethod => {
                match object.get::<BoundMethod>().and_then(|m| m.function.get::<NativeFunction>()) {
                    Some(function) if is_slot_name(function.native.name) => &types.method_wrapper,
                    Some(_) => &types.builtin_function,
                    None => &types.method,
                }
            }
            Kind::Class => {
                let class =
                    object.get::<Class>().and_then(|class| class.metaclass.borrow().clone());
                return class.unwrap_or_else(|| types.type_.clone());
            }
            Kind::Module => &types.module,
            Kind::Cell => &types.cell,
            Kind::Code => &types.code,
            Kind::Frame => match object.get::<Frame>().map(|frame| frame.function.code.kind) {
                Some(CodeKind::Coroutine) => &types.coroutine,
                Some(CodeKind::AsyncGenerator) => &types.async_generator,
                Some(CodeKind::Generator) => &types.generator,
                _ => &types.frame,
            },
            Kind::NativeCoroutine => &types.coroutine,
            Kind::FrameProxy => &types.frame,
            Kind::Awaiter => match object.get::<Awaiter>().map(|awaiter| awaiter.kind) {
                Some(AwaiterKind::Send) => &types.async_generator_asend,
                Some(AwaiterKind::Throw | AwaiterKind::Close) => &types.async_generator_athrow,
                Some(AwaiterKind::NextDefault) => &types.anext_awaitable,
                _ => &types.coroutine_wrapper,
            },
            Kind::Traceback => &types.traceback,
            Kind::Property => &types.property,
            Kind::StaticMethod => &types.staticmethod,
            Kind::ClassMethod => &types.classmethod,
            Kind::GetSet => &types.getset_descriptor,
            Kind::Member => &types.member_descriptor,
            Kind::Super => &types.super_,
            Kind::MappingProxy => &types.mappingproxy,
            Kind::WeakRef => &types.weakref,
            Kind::Native => {
                if let Some(native) = object.get::<NativeObject>() {
                    return native.class();
                }
                &types.object
            }
            Kind::Instance | Kind::Exception | Kind::Shape => &types.object,
        }
        .clone()
    }

    fn class_of_iterator(&self, iterator: Option<&Iterator>) -> &Ref<Class> {
        let types = &self.types;
        let Some(iterator) = iterator else { return &types.iterator };
        match iterator.kind {
            IteratorKind::List => &types.list_iterator,
            IteratorKind::ListReversed => &types.list_reverseiterator,
            IteratorKind::Tuple => &types.tuple_iterator,
            IteratorKind::Str => &types.str_iterator,
            IteratorKind::StrAscii => &types.str_ascii_iterator,
            IteratorKind::Bytes => &types.bytes_iterator,
            IteratorKind::ByteArray => &types.bytearray_iterator,
            IteratorKind::Range => &types.range_iterator,
            IteratorKind::LongRange => &types.longrange_iterator,
            IteratorKind::DictKeys => &types.dict_keyiterator,
            IteratorKind::DictValues => &types.dict_valueiterator,
            IteratorKind::DictItems => &types.dict_itemiterator,
            IteratorKind::DictKeysReversed => &types.dict_reversekeyiterator,
            IteratorKind::DictValuesReversed => &types.dict_reversevalueiterator,
            IteratorKind::DictItemsReversed => &types.dict_reverseitemiterator,
            IteratorKind::Set => &types.set_iterator,
            IteratorKind::Sequence => &types.iterator,
            IteratorKind::SequenceReversed => &types.reversed,
            IteratorKind::Callable => &types.callable_iterator,
            IteratorKind::Enumerate => &types.enumerate,
            IteratorKind::Zip => &types.zip,
            IteratorKind::Map => &types.map,
            IteratorKind::Filter => &types.filter,
        }
    }

    /// The name of a value's class as error messages show it.
    pub fn type_name(&self, value: &Value) -> String {
        self.class_name(&self.class_of(value))
    }

    /// The name of a class as error messages show it: classes of extension modules of CPython
    /// carry their module.
    pub fn class_name(&self, class: &Ref<Class>) -> String {
        /// Modules that CPython has in C and Ouro in the subset: their classes have long names, too.
        const MODULES: [&str; 4] = ["_io", "array", "datetime", "decimal"];
        let name = class.name();
        if let Some(module) = class.dict().get_str(&self.names.module)
            && let Some(module) = module.as_str()
            && module != "builtins"
            && !module.contains('.')
            && (!class.flags.get().is_heap_type || MODULES.contains(&module))
        {
            return format!("{module}.{}", name.as_str());
        }
        name.as_str().to_owned()
    }
}
