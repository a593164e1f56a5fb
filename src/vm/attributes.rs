//! Attributes: what `object.name` means for every kind of object.
//!
//! The order is Python's: a data descriptor of the class wins over what the object itself has,
//! which wins over other attributes of the class; what is missing goes to `__getattr__`. Classes,
//! modules and `super` objects look in places of their own. Names are interned before anything is
//! looked up, so that attributes of instances are found by comparing pointers.

use smallvec::SmallVec;

use super::Vm;
use crate::builtins::exceptions::ExceptionKind;
use crate::object::class::Class;
use crate::object::descriptor::{ClassMethod, GetSet, Member, Property, StaticMethod, Super};
use crate::object::dict::Dict;
use crate::object::exception::Exception;
use crate::object::function::{BoundMethod, Function, NativeFunction};
use crate::object::heap::Derived;
use crate::object::instance::Instance;
use crate::object::kinds::Kind;
use crate::object::module::Module;
use crate::object::string::Str;
use crate::object::{ObjectRef, Ref, Result, Value};

impl Vm {
    // ── the class side ──

    /// The attribute that a class has by itself or from its bases, as it lies in the class.
    #[inline]
    pub fn lookup_class(&self, class: &Ref<Class>, name: &Ref<Str>) -> Option<Value> {
        if !name.is_interned() {
            return class.lookup(name);
        }
        self.method_cache.lookup(class, name)
    }

    /// The attribute of the value's class, unbound: how special methods are found.
    #[inline]
    pub fn lookup_special(&self, value: &Value, name: &Ref<Str>) -> Option<Value> {
        if let Value::Object(object) = value
            && let Some(instance) = object.get::<Instance>()
        {
            return self.lookup_class(instance.shape().class(), name);
        }
        self.lookup_class(&self.class_of(value), name)
    }

    /// Calls a special method; `None` if the class has none.
    pub fn call_special(
        &mut self,
        value: &Value,
        name: &Ref<Str>,
        arguments: &[Value],
    ) -> Result<Option<Value>> {
        let Some(method) = self.lookup_special(value, name) else { return Ok(None) };
        self.call_unbound(&method, value, arguments).map(Some)
    }

    /// Calls an attribute of a value's class as a method of that value.
    pub fn call_unbound(
        &mut self,
        method: &Value,
        receiver: &Value,
        arguments: &[Value],
    ) -> Result {
        if is_plain_method(method) {
            let mut all: SmallVec<[Value; 4]> = SmallVec::with_capacity(arguments.len() + 1);
            all.push(receiver.clone());
            all.extend(arguments.iter().cloned());
            return self.call(method, &all);
        }
        let class = self.class_of(receiver);
        let bound = self.bind(method, Some(receiver), &class)?;
        self.call(&bound, arguments)
    }

    /// Calls a method by name.
    pub fn call_method(&mut self, value: &Value, name: &str, arguments: &[Value]) -> Result {
        let name = self.intern(name);
        if let Value::Object(object) = value
            && object.kind() != Kind::Instance
            && object.kind() != Kind::Class
            && object.kind() != Kind::Module
            && let Some(method) = self.lookup_special(value, &name)
            && is_plain_method(&method)
            && self.own_attribute(object, &name).is_none()
        {
            return self.call_unbound(&method, value, arguments);
        }
        let method = self.get_attr(value, &name)?;
        self.call(&method, arguments)
    }

    // ── descriptors ──

    /// What a class's attribute becomes when it is read through an object (or through the class
    /// itself: `object` is none).
    pub fn bind(
        &mut self,
        attribute: &Value,
        object: Option<&Value>,
        class: &Ref<Class>,
    ) -> Result {
        let Value::Object(target) = attribute else { return Ok(attribute.clone()) };
        if target.is_derived() {
            return self.bind_by_get(attribute, object, class);
        }
        match target.kind() {
            Kind::Function => Ok(match object {
                Some(object) => BoundMethod::new(attribute.clone(), object.clone()).into(),
                None => attribute.clone(),
            }),
            Kind::NativeFunction => Ok(match (object, attribute.get::<NativeFunction>()) {
                (Some(object), Some(function)) if function.is_method.get() => {
                    BoundMethod::new(attribute.clone(), object.clone()).into()
                }
                _ => attribute.clone(),
            }),
            Kind::StaticMethod => {
                Ok(attribute.get::<StaticMethod>().map_or(Value::None, |m| m.function.get()))
            }
            Kind::ClassMethod => {
                let function =
                    attribute.get::<ClassMethod>().map_or(Value::None, |m| m.function.get());
                Ok(BoundMethod::new(function, class.clone().into()).into())
            }
            Kind::Property | Kind::GetSet | Kind::Member => match object {
                Some(object) => self.read_data_descriptor(attribute, object, class),
                None => Ok(attribute.clone()),
            },
            Kind::Instance | Kind::Native | Kind::Super => {
                self.bind_by_get(attribute, object, class)
            }
            _ => Ok(attribute.clone()),
        }
    }

    /// Reads a property, a computed attribute or a place of `__slots__`.
    pub fn read_data_descriptor(
        &mut self,
        descriptor: &Value,
        object: &Value,
        class: &Ref<Class>,
    ) -> Result {
        if let Some(property) = descriptor.get::<Property>() {
            let getter = property.getter.get();
            if getter.is_none() {
                let message = self.property_message(property, class, "has no getter");
                return Err(self.error(ExceptionKind::AttributeError, message));
            }
            return self.call(&getter, std::slice::from_ref(object));
        }
        if let Some(getset) = descriptor.get::<GetSet>() {
            self.check_receiver(getset.spec.name, &getset.class, object, class)?;
            return (getset.spec.get)(self, object);
        }
        if let Some(member) = descriptor.get::<Member>() {
            self.check_receiver(member.name.as_str(), &member.class, object, class)?;
            return match member_slot(object, member.place, |slot| slot.get()) {
                Some(Value::Unbound) | None => {
                    let name = member.name.clone();
                    Err(self.attribute_missing(object, &name))
                }
                Some(value) => Ok(value),
            };
        }
        Ok(descriptor.clone())
    }

    fn check_receiver(
        &mut self,
        name: &str,
        expected: &Ref<Class>,
        object: &Value,
        class: &Ref<Class>,
    ) -> Result<()> {
        if class.is_subclass_of(expected) || self.class_of(object).is_subclass_of(expected) {
            return Ok(());
        }
        let expected = self.class_name(expected);
        let found = self.type_name(object);
        Err(self.type_error(format!(
            "descriptor '{name}' for '{expected}' objects doesn't apply to a '{found}' object"
        )))
    }

    fn property_message(&mut self, property: &Property, class: &Ref<Class>, what: &str) -> String {
        let qualname = class.qualname.borrow().clone();
        let qualname = qualname.as_str();
        match property.name.get().as_str() {
            Some(name) => format!("property '{name}' of '{qualname}' object {what}"),
            None => format!("property of '{qualname}' object {what}"),
        }
    }

    fn bind_by_get(
        &mut self,
        attribute: &Value,
        object: Option<&Value>,
        class: &Ref<Class>,
    ) -> Result {
        let Some(get) = self.lookup_special(attribute, &self.names.get) else {
            return Ok(attribute.clone());
        };
        let object = object.cloned().unwrap_or(Value::None);
        self.call_unbound(&get, attribute, &[object, class.clone().into()])
    }

    /// Whether an attribute of a class wins over what the object itself has.
    #[inline]
    pub fn is_data_descriptor(&self, attribute: &Value) -> bool {
        let Value::Object(object) = attribute else { return false };
        match object.kind() {
            Kind::Property | Kind::GetSet | Kind::Member => true,
            Kind::Instance | Kind::Native => {
                self.lookup_special(attribute, &self.names.set).is_some()
                    || self.lookup_special(attribute, &self.names.delete).is_some()
            }
            _ => {
                object.is_derived()
                    && (self.lookup_special(attribute, &self.names.set).is_some()
                        || self.lookup_special(attribute, &self.names.delete).is_some())
            }
        }
    }

    /// Sets through a data descriptor; [`Value::Unbound`] deletes.
    pub fn write_data_descriptor(
        &mut self,
        descriptor: &Value,
        object: &Value,
        value: Value,
    ) -> Result<()> {
        let Value::Object(target) = descriptor else { return Ok(()) };
        let class = self.class_of(object);
        if !target.is_derived() {
            if let Some(property) = descriptor.get::<Property>() {
                return self.write_property(property, object, value, &class);
            }
            if let Some(getset) = descriptor.get::<GetSet>() {
                self.check_receiver(getset.spec.name, &getset.class, object, &class)?;
                return match getset.spec.set {
                    Some(set) => set(self, object, value),
                    None => {
                        let owner = self.class_name(&getset.class);
                        let name = getset.spec.name;
                        Err(self.error(
                            ExceptionKind::AttributeError,
                            format!("attribute '{name}' of '{owner}' objects is not writable"),
                        ))
                    }
                };
            }
            if let Some(member) = descriptor.get::<Member>() {
                self.check_receiver(member.name.as_str(), &member.class, object, &class)?;
                let deleting = value.is_unbound();
                let old = member_slot(object, member.place, |slot| slot.replace(value));
                return match old {
                    Some(Value::Unbound) if deleting => {
                        let name = member.name.clone();
                        Err(self.error(ExceptionKind::AttributeError, name.as_str()))
                    }
                    _ => Ok(()),
                };
            }
        }
        let (special, arguments) = if value.is_unbound() {
            (self.names.delete.clone(), vec![object.clone()])
        } else {
            (self.names.set.clone(), vec![object.clone(), value])
        };
        match self.call_special(descriptor, &special, &arguments)? {
            Some(_) => Ok(()),
            None => Err(self.error(ExceptionKind::AttributeError, special.as_str())),
        }
    }

    pub fn write_property(
        &mut self,
        property: &Property,
        object: &Value,
        value: Value,
        class: &Ref<Class>,
    ) -> Result<()> {
        let deleting = value.is_unbound();
        let function = if deleting { property.deleter.get() } else { property.setter.get() };
        if function.is_none() {
            let what = if deleting { "has no deleter" } else { "has no setter" };
            let message = self.property_message(property, class, what);
            return Err(self.error(ExceptionKind::AttributeError, message));
        }
        if deleting {
            self.call(&function, std::slice::from_ref(object))?;
        } else {
            self.call(&function, &[object.clone(), value])?;
        }
        Ok(())
    }

    // ── reading ──

    /// `object.name`.
    pub fn get_attr(&mut self, object: &Value, name: &Ref<Str>) -> Result {
        if !name.is_interned() {
            let name = self.intern_str(name);
            return self.get_attr(object, &name);
        }
        let class = self.class_of(object);
        let flags = class.flags.get();
        let found = if flags.custom_getattribute {
            self.call_getattribute(object, name).map(Some)
        } else {
            self.own_or_class_attribute(object, &class, name)
        };
        match found {
            Ok(Some(value)) => Ok(value),
            Ok(None) if flags.has_getattr => self.call_getattr(object, name),
            Ok(None) => Err(self.attribute_missing(object, name)),
            Err(error)
                if flags.has_getattr
                    && self.is_exception(&error, ExceptionKind::AttributeError) =>
            {
                self.call_getattr(object, name)
            }
            Err(error) => Err(error),
        }
    }

    /// `object.name`, or `None` where that raises AttributeError.
    pub fn get_attr_optional(&mut self, object: &Value, name: &Ref<Str>) -> Result<Option<Value>> {
        if !name.is_interned() {
            let name = self.intern_str(name);
            return self.get_attr_optional(object, &name);
        }
        let class = self.class_of(object);
        let flags = class.flags.get();
        let found = if flags.custom_getattribute || flags.has_getattr {
            self.get_attr(object, name).map(Some)
        } else {
            self.own_or_class_attribute(object, &class, name)
        };
        match found {
            Err(error) if self.is_exception(&error, ExceptionKind::AttributeError) => Ok(None),
            found => found,
        }
    }

    fn call_getattribute(&mut self, object: &Value, name: &Ref<Str>) -> Result {
        let special = self.names.getattribute.clone();
        match self.call_special(object, &special, &[name.clone().into()])? {
            Some(value) => Ok(value),
            None => Err(self.attribute_missing(object, name)),
        }
    }

    fn call_getattr(&mut self, object: &Value, name: &Ref<Str>) -> Result {
        let special = self.names.getattr.clone();
        match self.call_special(object, &special, &[name.clone().into()])? {
            Some(value) => Ok(value),
            None => Err(self.attribute_missing(object, name)),
        }
    }

    /// What the `__getattribute__` of the object's built-in class finds.
    fn own_or_class_attribute(
        &mut self,
        object: &Value,
        class: &Ref<Class>,
        name: &Ref<Str>,
    ) -> Result<Option<Value>> {
        if let Value::Object(heap_object) = object {
            match heap_object.kind() {
                Kind::Class => {
                    if let Some(target) = object.get_ref::<Class>() {
                        return self.class_attribute(target, class, name);
                    }
                }
                Kind::Module => return self.module_attribute(object, class, name),
                Kind::Super => return self.super_attribute(object, class, name),
                _ => {}
            }
        }
        self.object_attribute(object, class, name)
    }

    /// What `object.__getattribute__` finds.
    pub fn object_attribute(
        &mut self,
        object: &Value,
        class: &Ref<Class>,
        name: &Ref<Str>,
    ) -> Result<Option<Value>> {
        let attribute = self.lookup_class(class, name);
        if let Some(attribute) = &attribute
            && self.is_data_descriptor(attribute)
        {
            return self.bind(attribute, Some(object), class).map(Some);
        }
        if let Value::Object(heap_object) = object
            && let Some(value) = self.own_attribute(heap_object, name)
        {
            return Ok(Some(value));
        }
        match attribute {
            Some(attribute) => self.bind(&attribute, Some(object), class).map(Some),
            None => Ok(None),
        }
    }

    /// What `type.__getattribute__` finds.
    pub fn class_attribute(
        &mut self,
        class: &Ref<Class>,
        metaclass: &Ref<Class>,
        name: &Ref<Str>,
    ) -> Result<Option<Value>> {
        let meta_attribute = self.lookup_class(metaclass, name);
        let class_value = Value::from(class.clone());
        if let Some(attribute) = &meta_attribute
            && self.is_data_descriptor(attribute)
        {
            return self.bind(attribute, Some(&class_value), metaclass).map(Some);
        }
        if let Some(attribute) = self.lookup_class(class, name) {
            return self.bind(&attribute, None, class).map(Some);
        }
        match meta_attribute {
            Some(attribute) => self.bind(&attribute, Some(&class_value), metaclass).map(Some),
            None => Ok(None),
        }
    }

    fn module_attribute(
        &mut self,
        module: &Value,
        class: &Ref<Class>,
        name: &Ref<Str>,
    ) -> Result<Option<Value>> {
        if let Some(found) = self.object_attribute(module, class, name)? {
            return Ok(Some(found));
        }
        let Some(dict) = module.get::<Module>().map(Module::dict) else { return Ok(None) };
        match dict.get_str(&self.names.getattr) {
            Some(getattr) => self.call(&getattr, &[name.clone().into()]).map(Some),
            None => Ok(None),
        }
    }

    fn super_attribute(
        &mut self,
        object: &Value,
        class: &Ref<Class>,
        name: &Ref<Str>,
    ) -> Result<Option<Value>> {
        if let Some(super_object) = object.get::<Super>()
            && !name.same(&self.names.class)
        {
            let this_class = super_object.this_class.get();
            let receiver = super_object.object.get();
            let object_class = super_object.object_class.get();
            if let (Some(this_class), Some(object_class)) =
                (this_class.get_ref::<Class>(), object_class.get_ref::<Class>())
                && let Some(found) =
                    self.attribute_behind(this_class, &receiver, object_class, name)?
            {
                return Ok(Some(found));
            }
        }
        self.object_attribute(object, class, name)
    }

    /// The attribute that the classes behind `this_class` in the MRO of `object_class` have.
    pub fn attribute_behind(
        &mut self,
        this_class: &Ref<Class>,
        receiver: &Value,
        object_class: &Ref<Class>,
        name: &Ref<Str>,
    ) -> Result<Option<Value>> {
        let Some(attribute) = self.raw_attribute_behind(this_class, object_class, name) else {
            return Ok(None);
        };
        let through_class = receiver.get_ref::<Class>().is_some_and(|c| c.same(object_class));
        let receiver = if through_class { None } else { Some(receiver) };
        self.bind(&attribute, receiver, object_class).map(Some)
    }

    /// The same without binding.
    pub fn raw_attribute_behind(
        &self,
        this_class: &Ref<Class>,
        object_class: &Ref<Class>,
        name: &Ref<Str>,
    ) -> Option<Value> {
        let mro = object_class.mro.borrow();
        let place = mro.iter().position(|class| class.same(this_class))?;
        mro[place + 1..].iter().find_map(|class| class.dict().get_str(name))
    }

    /// An attribute that lies in the object itself.
    #[inline]
    fn own_attribute(&self, object: &ObjectRef, name: &Ref<Str>) -> Option<Value> {
        if let Some(instance) = object.downcast_ref::<Instance>() {
            return instance.get_attribute(name);
        }
        own_dict(object)?.get_str(name)
    }

    // ── writing ──

    /// `object.name = value`.
    pub fn set_attr(&mut self, object: &Value, name: &Ref<Str>, value: Value) -> Result<()> {
        self.write_attr(object, name, value)
    }

    /// `del object.name`.
    pub fn delete_attr(&mut self, object: &Value, name: &Ref<Str>) -> Result<()> {
        self.write_attr(object, name, Value::Unbound)
    }

    fn write_attr(&mut self, object: &Value, name: &Ref<Str>, value: Value) -> Result<()> {
        if !name.is_interned() {
            let name = self.intern_str(name);
            return self.write_attr(object, &name, value);
        }
        let class = self.class_of(object);
        if class.flags.get().custom_setattr {
            let (special, arguments) = if value.is_unbound() {
                (self.names.delattr.clone(), vec![name.clone().into()])
            } else {
                (self.names.setattr.clone(), vec![name.clone().into(), value])
            };
            self.call_special(object, &special, &arguments)?;
            return Ok(());
        }
        if let Some(target) = object.get_ref::<Class>() {
            return self.set_class_attribute(target, name, value);
        }
        self.set_object_attribute(object, name, value)
    }

    /// What `object.__setattr__` does; [`Value::Unbound`] deletes.
    pub fn set_object_attribute(
        &mut self,
        object: &Value,
        name: &Ref<Str>,
        value: Value,
    ) -> Result<()> {
        let class = self.class_of(object);
        let attribute = self.lookup_class(&class, name);
        if let Some(attribute) = &attribute
            && self.is_data_descriptor(attribute)
        {
            return self.write_data_descriptor(attribute, object, value);
        }
        if let Value::Object(heap_object) = object {
            if let Some(instance) = heap_object.downcast_ref::<Instance>() {
                if class.flags.get().has_dict {
                    if !value.is_unbound() {
                        instance.set_attribute(name, value);
                        return Ok(());
                    }
                    if instance.delete_attribute(name) {
                        return Ok(());
                    }
                    return Err(self.attribute_missing(object, name));
                }
            } else if let Some(dict) = self.own_dict_for_writing(heap_object, &class) {
                if !value.is_unbound() {
                    drop(dict.set_str(name, value));
                    return Ok(());
                }
                return match dict.remove_str(name) {
                    Some(_) => Ok(()),
                    None => Err(self.attribute_missing(object, name)),
                };
            }
        }
        let type_name = self.class_name(&class);
        let message = if attribute.is_some() {
            format!("'{type_name}' object attribute '{}' is read-only", name.as_str())
        } else if class.flags.get().custom_setattr {
            format!("'{type_name}' object has no attribute '{}'", name.as_str())
        } else {
            format!(
                "'{type_name}' object has no attribute '{}' and no __dict__ for setting new attributes",
                name.as_str()
            )
        };
        if attribute.is_some() {
            return Err(self.error(ExceptionKind::AttributeError, message));
        }
        Err(self.attribute_error(message, object, name))
    }

    /// The dict of an object that is no plain instance, made if need be; none if its class gives it
    /// none.
    pub fn own_dict_for_writing(
        &self,
        object: &ObjectRef,
        class: &Ref<Class>,
    ) -> Option<Ref<Dict>> {
        if let Some(instance) = object.downcast_ref::<Instance>() {
            return class.flags.get().has_dict.then(|| instance.dict_object());
        }
        if let Some(function) = object.get::<Function>() {
            return Some(function.rare_mut(|rare| rare.dict.get_or_insert_with(Dict::new).clone()));
        }
        if let Some(module) = object.get::<Module>() {
            return Some(module.dict());
        }
        if let Some(exception) = object.get::<Exception>() {
            return Some(exception.dict());
        }
        if !class.flags.get().has_dict {
            return None;
        }
        match object.derived() {
            Some(derived) => Some(derived.dict.borrow_mut().get_or_insert_with(Dict::new).clone()),
            None => {
                let dict = Dict::new();
                object.set_derived(Derived {
                    class: class.clone(),
                    dict: std::cell::RefCell::new(Some(dict.clone())),
                    slots: Box::new([]),
                });
                Some(dict)
            }
        }
    }

    // ── errors ──

    /// AttributeError with the fields that suggestions need.
    #[cold]
    pub fn attribute_error(
        &mut self,
        message: String,
        object: &Value,
        name: &Ref<Str>,
    ) -> Ref<Exception> {
        let error = self.error(ExceptionKind::AttributeError, message);
        error.set_field(0, name.clone().into());
        error.set_field(1, object.clone());
        error
    }

    /// The AttributeError for an attribute that is not there.
    #[cold]
    pub fn attribute_missing(&mut self, object: &Value, name: &Ref<Str>) -> Ref<Exception> {
        let text = name.as_str();
        let message = if let Some(class) = object.get_ref::<Class>() {
            format!("type object '{}' has no attribute '{text}'", self.class_name(class))
        } else if object.get::<Module>().is_some() {
            self.module_attribute_message(object, text)
        } else {
            format!("'{}' object has no attribute '{text}'", self.type_name(object))
        };
        self.attribute_error(message, object, name)
    }

    /// The `__name__` of a module.
    pub fn module_name(&self, module: &Value) -> String {
        let dict = module.get::<Module>().map(Module::dict);
        let name = dict.and_then(|dict| dict.get_str(&self.names.name));
        name.as_ref().and_then(Value::as_str).unwrap_or("?").to_owned()
    }
}

/// The dict of an object that is no plain instance, if it has been made.
fn own_dict(object: &ObjectRef) -> Option<Ref<Dict>> {
    match object.kind() {
        Kind::Function => object.get::<Function>()?.rare(|rare| rare.dict.clone()),
        Kind::Module => Some(object.get::<Module>()?.dict()),
        Kind::Exception => object.get::<Exception>()?.dict.get(),
        _ => object.derived()?.dict.borrow().clone(),
    }
}

/// The place of `__slots__` in an object.
fn member_slot(
    object: &Value,
    place: u32,
    access: impl FnOnce(&crate::object::heap::Slot) -> Value,
) -> Option<Value> {
    if let Some(instance) = object.get_ref::<Instance>() {
        return instance.slots().get(place as usize).map(access);
    }
    let Value::Object(object) = object else { return None };
    object.derived()?.slots.get(place as usize).map(access)
}

/// Whether calling the attribute with the receiver in front is all that binding means.
#[inline]
pub fn is_plain_method(attribute: &Value) -> bool {
    match attribute {
        Value::Object(object) if !object.is_derived() => match object.kind() {
            Kind::Function => true,
            Kind::NativeFunction => {
                object.get::<NativeFunction>().is_some_and(|function| function.is_method.get())
            }
            _ => false,
        },
        _ => false,
    }
}

/// Whether CPython makes a method of this name from a slot of the type: a "slot wrapper".
pub fn is_slot_name(name: &str) -> bool {
    name.starts_with("__")
        && name.ends_with("__")
        && !matches!(
            name,
            "__reduce__"
                | "__reduce_ex__"
                | "__sizeof__"
                | "__dir__"
                | "__format__"
                | "__init_subclass__"
                | "__subclasshook__"
                | "__class_getitem__"
                | "__getstate__"
                | "__setstate__"
                | "__getnewargs__"
                | "__reversed__"
                | "__length_hint__"
                | "__instancecheck__"
                | "__subclasscheck__"
                | "__prepare__"
                | "__copy__"
                | "__deepcopy__"
                | "__round__"
                | "__trunc__"
                | "__ceil__"
                | "__floor__"
                | "__enter__"
                | "__exit__"
                | "__new__"
                | "__subclasses__"
                | "__import__"
                | "__build_class__"
                | "__mro_entries__"
                | "__set_name__"
        )
}
