//! `isinstance` and `issubclass`, with the hooks that metaclasses may have for them.

use super::Vm;
use crate::object::class::Class;
use crate::object::descriptor::GetSet;
use crate::object::{Ref, Result, Value};

impl Vm {
    /// `isinstance(object, class)`, where `class` may be a tuple or a union.
    pub fn is_instance(&mut self, object: &Value, class: &Value) -> Result<bool> {
        if let Some(target) = class.get_ref::<Class>() {
            let own = self.class_of(object);
            if own.same(target) {
                return Ok(true);
            }
            if self.class_of(class).same(&self.types.type_) {
                return self.is_instance_plainly(object, &own, target);
            }
        } else if let Some(items) = class.as_tuple() {
            return self.with_recursion_check("in __instancecheck__", |vm| {
                for item in items {
                    if vm.is_instance(object, item)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            });
        }
        let special = self.names.instancecheck.clone();
        let answer = self.with_recursion_check("in __instancecheck__", |vm| {
            vm.call_special(class, &special, std::slice::from_ref(object))
        })?;
        if let Some(answer) = answer {
            return self.truth(&answer);
        }
        let bases = self.intern("__bases__");
        if class.get::<Class>().is_none() && self.get_attr_optional(class, &bases)?.is_none() {
            return Err(
                self.type_error("isinstance() arg 2 must be a type, a tuple of types, or a union")
            );
        }
        let own = self.names.class.clone();
        match self.get_attr_optional(object, &own)? {
            Some(own) => self.is_subclass_by_bases(&own, class),
            None => Ok(false),
        }
    }

    /// `type.__instancecheck__`: the class itself and what `__class__` says.
    pub fn is_instance_plainly(
        &mut self,
        object: &Value,
        own: &Ref<Class>,
        target: &Ref<Class>,
    ) -> Result<bool> {
        if own.is_subclass_of(target) {
            return Ok(true);
        }
        let name = self.names.class.clone();
        let is_plain = matches!(self.lookup_class(own, &name), Some(found)
            if found.get::<GetSet>().is_some());
        if is_plain && !own.flags.get().custom_getattribute {
            return Ok(false);
        }
        match self.get_attr_optional(object, &name)? {
            Some(said) => {
                Ok(said.get_ref::<Class>().is_some_and(|class| class.is_subclass_of(target)))
            }
            None => Ok(false),
        }
    }

    /// `issubclass(class, other)`, where `other` may be a tuple or a union.
    pub fn is_subclass(&mut self, class: &Value, other: &Value) -> Result<bool> {
        if let Some(target) = other.get_ref::<Class>() {
            if self.class_of(other).same(&self.types.type_) {
                if let Some(class) = class.get_ref::<Class>() {
                    return Ok(class.is_subclass_of(target));
                }
                return self.is_subclass_by_bases(class, other);
            }
        } else if let Some(items) = other.as_tuple() {
            self.enter_native()?;
            let mut answer = Ok(false);
            for item in items {
                answer = self.is_subclass(class, item);
                if !matches!(answer, Ok(false)) {
                    break;
                }
            }
            self.leave_native();
            return answer;
        }
        let special = self.names.subclasscheck.clone();
        let answer = self.with_recursion_check("in __subclasscheck__", |vm| {
            vm.call_special(other, &special, std::slice::from_ref(class))
        })?;
        if let Some(answer) = answer {
            return self.truth(&answer);
        }
        self.is_subclass_by_bases(class, other)
    }

    /// `issubclass` for things that have `__bases__` without being classes, and its complaints.
    pub fn is_subclass_by_bases(&mut self, class: &Value, other: &Value) -> Result<bool> {
        if let (Some(class), Some(other)) = (class.get_ref::<Class>(), other.get_ref::<Class>()) {
            return Ok(class.is_subclass_of(other));
        }
        let bases = self.intern("__bases__");
        let is_classlike = |vm: &mut Vm, value: &Value| -> Result<bool> {
            Ok(match vm.get_attr_optional(value, &bases)? {
                Some(found) => found.as_tuple().is_some(),
                None => false,
            })
        };
        if !is_classlike(self, class)? {
            return Err(self.type_error("issubclass() arg 1 must be a class"));
        }
        if !is_classlike(self, other)? {
            return Err(self
                .type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union"));
        }
        let mut waiting = vec![class.clone()];
        let mut steps = 0;
        while let Some(class) = waiting.pop() {
            steps += 1;
            if class.is(other) {
                return Ok(true);
            }
            if steps > 100_000 {
                return Err(self.recursion_error("maximum recursion depth exceeded"));
            }
            if let Some(found) = self.get_attr_optional(&class, &bases)?
                && let Some(items) = found.as_tuple()
            {
                waiting.extend(items.iter().rev().cloned());
            }
        }
        Ok(false)
    }
}
