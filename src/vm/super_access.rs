//! `super().name` without making a `super` object.

use crate::object::class::Class;
use crate::object::code::{AttributeSite, Found};
use crate::object::instance::Instance;
use crate::object::string::Str;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::inline_cache::is_method;

impl Vm {
    /// `super_value(class, receiver).name`, where `super_value` is normally the class `super`.
    pub fn load_super_attribute(
        &mut self,
        super_value: &Value,
        class: &Value,
        receiver: &Value,
        name: &Ref<Str>,
    ) -> Result {
        if let Some(this_class) = self.plain_super(super_value, class, name) {
            let object_class = self.super_check(&this_class, receiver)?;
            if let Some(value) =
                self.attribute_behind(&this_class, receiver, &object_class, name)?
            {
                return Ok(value);
            }
        }
        let object = self.call(super_value, &[class.clone(), receiver.clone()])?;
        self.get_attr(&object, name)
    }

    /// The same as a callable pair, filling the cache.
    pub fn load_super_method(
        &mut self,
        super_value: &Value,
        class: &Value,
        receiver: &Value,
        site: &AttributeSite,
    ) -> Result<(Value, Value)> {
        let name = &site.name;
        if let Some(this_class) = self.plain_super(super_value, class, name)
            && receiver.get::<Class>().is_none()
        {
            let object_class = self.super_check(&this_class, receiver)?;
            if let Some(method) = self.raw_attribute_behind(&this_class, &object_class, name)
                && is_method(&method)
            {
                if let Some(instance) = receiver.get_ref::<Instance>()
                    && instance.class_version() == object_class.version.get()
                {
                    site.version.set(object_class.version.get());
                    site.place.set(this_class.version.get());
                    site.value.set(method.clone());
                    site.found.set(Found::SuperMethod);
                }
                return Ok((method, receiver.clone()));
            }
        }
        let value = self.load_super_attribute(super_value, class, receiver, name)?;
        Ok((value, Value::Unbound))
    }

    /// The class behind which to search, if `super` has not been replaced.
    fn plain_super(
        &self,
        super_value: &Value,
        class: &Value,
        name: &Ref<Str>,
    ) -> Option<Ref<Class>> {
        let is_builtin =
            super_value.get_ref::<Class>().is_some_and(|known| known.same(&self.types.super_));
        // `super().__class__` is `super` itself.
        if !is_builtin || name.same(&self.names.class) {
            return None;
        }
        class.get_ref::<Class>().cloned()
    }
}
