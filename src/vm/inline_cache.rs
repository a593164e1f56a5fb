//! Attributes at one place of the code: what was found there last time is remembered.
//!
//! A [`AttributeSite`] is filled when a look-up went the usual way (an instance of a Python class,
//! no `__getattribute__`) and is valid while the class's version and the instance's shape are the
//! ones it knows. The quick part of each check stands in the dispatch loop.

use crate::object::code::{AttributeSite, Found};
use crate::object::descriptor::{GetSet, Member, Property};
use crate::object::frame::Frame;
use crate::object::function::{Function, NativeFunction};
use crate::object::instance::Instance;
use crate::object::kinds::Kind;
use crate::object::module::Module;
use crate::object::native::{GetSetSpec, NativeObject};
use crate::object::{ObjectRef, Result, Value};
use crate::vm::Vm;

/// What tells one built-in class from another where the kind alone may not: [`Found::BuiltinMethod`]
/// goes by it. None for objects whose class is not that simple.
#[inline]
pub fn builtin_class_key(object: &ObjectRef) -> Option<u32> {
    if object.is_derived() {
        return None;
    }
    let kind = object.kind();
    match kind {
        Kind::Str
        | Kind::Bytes
        | Kind::ByteArray
        | Kind::List
        | Kind::Tuple
        | Kind::Dict
        | Kind::Set
        | Kind::FrozenSet => Some(kind as u32),
        Kind::Frame => Some(0x100 + object.get::<Frame>()?.code().kind as u32),
        Kind::Native => Some(0x200 + object.get::<NativeObject>()?.class_version()),
        _ => None,
    }
}

/// The value of a module's attribute that was in the same place of the same dict last time.
#[inline]
pub fn module_attribute(object: &Value, site: &AttributeSite) -> Option<Value> {
    if site.found.get() != Found::ModulePlace {
        return None;
    }
    let dict = object.get_exact::<Module>()?.dict();
    (dict.version() as usize == site.shape.get())
        .then(|| dict.value_at(site.place.get() as usize))
        .flatten()
}

/// The method of an object of a built-in class, if that is what was here last time.
#[inline]
pub fn builtin_method(object: &Value, site: &AttributeSite) -> Option<Value> {
    let Value::Object(object) = object else { return None };
    (builtin_class_key(object) == Some(site.place.get())).then(|| site.value.get())
}

/// The method of an instance of a Python class that derives from a built-in one, if that is what was
/// here last time and no attribute of the instance hides it.
#[inline]
pub fn derived_method(object: &Value, site: &AttributeSite) -> Option<Value> {
    let Value::Object(object) = object else { return None };
    let is_known = object.with_derived(|derived| {
        derived.class.version.get() == site.version.get()
            && derived.dict.borrow().as_ref().is_none_or(|dict| {
                // No name has come or gone since, or this is not one of them.
                dict.version() as usize == site.shape.get() || dict.get_str(&site.name).is_none()
            })
    });
    is_known?.then(|| site.value.get())
}

impl Vm {
    /// `object.name`, filling the cache.
    #[inline(never)]
    pub fn load_attribute(&mut self, object: &Value, site: &AttributeSite) -> Result {
        if let Some(module) = object.get_exact::<Module>() {
            let dict = module.dict();
            if let Some(place) = dict.index_of_str(&site.name)
                && let Some(value) = dict.value_at(place)
            {
                site.shape.set(dict.version() as usize);
                site.place.set(place as u32);
                site.found.set(Found::ModulePlace);
                return Ok(value);
            }
        }
        let Some(instance) = object.get_ref::<Instance>() else {
            return match self.computed_attribute(object, site) {
                Some(spec) => (spec.get)(self, object),
                None => self.get_attr(object, &site.name),
            };
        };
        let class = instance.class();
        if class.version.get() == site.version.get() && instance.shape_id() == site.shape.get() {
            match site.found.get() {
                Found::Property => {
                    let getter = site.value.get();
                    return self.call(&getter, std::slice::from_ref(object));
                }
                Found::Member => {
                    let value = instance.slots()[site.place.get() as usize].get();
                    if !value.is_unbound() {
                        return Ok(value);
                    }
                }
                Found::ClassValue => return Ok(site.value.get()),
                _ => {}
            }
        }
        let flags = class.flags.get();
        if flags.custom_getattribute {
            return self.get_attr(object, &site.name);
        }
        let in_class = self.lookup_class(&class, &site.name);
        let found = match &in_class {
            None => match instance.attribute_place(&site.name) {
                Some(place) => {
                    site.place.set(place as u32);
                    Found::Place
                }
                None => Found::Nothing,
            },
            Some(value) => {
                if let Some(property) = value.get_exact::<Property>() {
                    let getter = property.getter.get();
                    if getter.get::<Function>().is_some() {
                        site.value.set(getter);
                        Found::Property
                    } else {
                        Found::Nothing
                    }
                } else if let Some(member) = value.get::<Member>() {
                    site.place.set(member.place);
                    Found::Member
                } else if is_plain_value(value) {
                    match instance.attribute_place(&site.name) {
                        Some(place) => {
                            site.place.set(place as u32);
                            Found::Place
                        }
                        None if !instance.has_dict() => {
                            site.value.set(value.clone());
                            Found::ClassValue
                        }
                        None => Found::Nothing,
                    }
                } else {
                    Found::Nothing
                }
            }
        };
        if found == Found::Nothing {
            site.version.set(0);
            site.found.set(Found::Nothing);
        } else {
            site.version.set(class.version.get());
            site.shape.set(instance.shape_id());
            site.found.set(found);
        }
        self.get_attr(object, &site.name)
    }

    /// The method of an instance whose class is not the one the site knows: where several classes
    /// take turns, the site remembers some of them.
    #[inline]
    pub fn other_method(&self, object: &Value, site: &AttributeSite) -> Option<Value> {
        let instance = object.get_ref::<Instance>()?;
        let (version, shape_id) = (instance.class_version(), instance.shape_id());
        if let Some(method) = site.other_method(version, shape_id) {
            return Some(method);
        }
        if instance.has_dict() || instance.attribute_place(&site.name).is_some() {
            return None;
        }
        let shape = instance.shape();
        let class = shape.class();
        if class.version.get() == site.version.get() || class.flags.get().custom_getattribute {
            return None;
        }
        let method = self.lookup_class(class, &site.name)?;
        method.get::<Function>()?;
        site.remember_other_method(version, shape_id, method.clone());
        Some(method)
    }

    /// `object.name` about to be called: a callable pair.
    #[inline(never)]
    pub fn load_method(&mut self, object: Value, site: &AttributeSite) -> Result<(Value, Value)> {
        let class = self.class_of(&object);
        if let Some(instance) = object.get_ref::<Instance>() {
            let flags = class.flags.get();
            if !flags.custom_getattribute
                && let Some(method) = self.lookup_class(&class, &site.name)
                && is_method(&method)
                && instance.get_attribute(&site.name).is_none()
            {
                if !instance.has_dict() {
                    site.version.set(class.version.get());
                    site.shape.set(instance.shape_id());
                    site.found.set(Found::Method);
                    site.value.set(method.clone());
                }
                return Ok((method, object));
            }
        } else if let Value::Object(reference) = &object
            && matches!(reference.kind(), Kind::Module | Kind::Class | Kind::Super)
        {
            return Ok((self.load_attribute(&object, site)?, Value::Unbound));
        } else if !class.flags.get().is_heap_type {
            // A built-in class: its instances have no attributes of their own that could hide a
            // method, but for functions and exceptions.
            if class.version.get() == site.version.get() && site.found.get() == Found::Method {
                return Ok((site.value.get(), object));
            }
            let key = object.as_object().and_then(builtin_class_key);
            if (!class.flags.get().has_dict || key.is_some())
                && let Some(method) = self.lookup_class(&class, &site.name)
                && is_method(&method)
            {
                site.version.set(class.version.get());
                site.shape.set(0);
                site.found.set(Found::Method);
                if let Some(key) = key {
                    site.place.set(key);
                    site.found.set(Found::BuiltinMethod);
                }
                site.value.set(method.clone());
                return Ok((method, object));
            }
        } else if let Value::Object(reference) = &object
            && !class.flags.get().custom_getattribute
            && let Some(hidden) = reference.with_derived(|derived| {
                let dict = derived.dict.borrow();
                dict.as_ref().is_some_and(|dict| dict.get_str(&site.name).is_some())
            })
            && !hidden
        {
            // An instance of a Python class that derives from a built-in one.
            if let Some(method) = self.lookup_class(&class, &site.name)
                && is_method(&method)
            {
                let version = reference.with_derived(|derived| {
                    derived.dict.borrow().as_ref().map_or(0, |dict| dict.version())
                });
                site.version.set(class.version.get());
                site.shape.set(version.unwrap_or(0) as usize);
                site.found.set(Found::DerivedMethod);
                site.value.set(method.clone());
                return Ok((method, object));
            }
        }
        Ok((self.get_attr(&object, &site.name)?, Value::Unbound))
    }

    /// `object.name = value`, filling the cache.
    #[inline(never)]
    pub fn store_attribute(
        &mut self,
        object: &Value,
        site: &AttributeSite,
        value: Value,
    ) -> Result<()> {
        if let Some(instance) = object.get_ref::<Instance>() {
            let class = instance.class();
            let flags = class.flags.get();
            if flags.has_dict && !flags.custom_setattr {
                let plain = match self.lookup_class(&class, &site.name) {
                    None => true,
                    Some(value) => is_plain_value(&value) || is_method(&value),
                };
                if plain {
                    let before = instance.shape_id();
                    let is_new = instance.attribute_place(&site.name).is_none();
                    instance.set_attribute(&site.name, value);
                    if let Some(place) = instance.attribute_place(&site.name) {
                        site.version.set(class.version.get());
                        site.place.set(place as u32);
                        if is_new {
                            site.shape.set(before);
                            site.found.set(Found::NewPlace);
                        } else {
                            site.shape.set(instance.shape_id());
                            site.found.set(Found::Place);
                        }
                    }
                    return Ok(());
                }
            }
        }
        if let Some(spec) = self.computed_attribute(object, site)
            && let Some(set) = spec.set
        {
            return set(self, object, value);
        }
        self.set_attr(object, &site.name, value)
    }

    /// The computed attribute of a built-in class that the name means for an object, if nothing of
    /// the object's class or of its own can come before it; filling the cache.
    fn computed_attribute(
        &mut self,
        object: &Value,
        site: &AttributeSite,
    ) -> Option<&'static GetSetSpec> {
        if let Value::Object(object) = object
            && matches!(object.kind(), Kind::Class | Kind::Module | Kind::Super | Kind::Instance)
        {
            return None;
        }
        let class = self.class_of(object);
        if class.version.get() == site.version.get() {
            return match site.found.get() {
                Found::GetSet => site.value.get().get::<GetSet>().map(|found| found.spec),
                _ => None,
            };
        }
        site.version.set(class.version.get());
        site.found.set(Found::Nothing);
        let flags = class.flags.get();
        let found = self.lookup_class(&class, &site.name)?;
        let getset = found.get::<GetSet>()?;
        if flags.custom_getattribute
            || flags.has_getattr
            || flags.custom_setattr
            || !class.is_subclass_of(&getset.class)
        {
            return None;
        }
        site.found.set(Found::GetSet);
        site.value.set(found.clone());
        Some(getset.spec)
    }
}

/// Functions bind their receiver when they are called through an instance.
pub fn is_method(value: &Value) -> bool {
    value.get::<Function>().is_some()
        || value.get::<NativeFunction>().is_some_and(|native| native.is_method.get())
}

/// Values of built-in classes that are no descriptors.
fn is_plain_value(value: &Value) -> bool {
    match value {
        Value::Object(object) => {
            matches!(
                object.kind(),
                Kind::Str
                    | Kind::Bytes
                    | Kind::BigInt
                    | Kind::BoxedFloat
                    | Kind::Complex
                    | Kind::List
                    | Kind::Tuple
                    | Kind::Dict
                    | Kind::Set
                    | Kind::FrozenSet
                    | Kind::Range
            ) && !object.is_derived()
        }
        _ => true,
    }
}
