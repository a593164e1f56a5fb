//! Stars: `f(*args, **kwargs)`, `[*a, *b]`, `{**a}`, `a, *b = c`.

use smallvec::SmallVec;

use crate::object::dict::Dict;
use crate::object::function::{Function, NativeFunction};
use crate::object::list::List;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::call::Prepared;

impl Vm {
    /// A call with a tuple of positional arguments and a dict of named ones.
    pub fn prepare_star(
        &mut self,
        callable: &Value,
        receiver: Value,
        arguments: &Value,
        keywords: &Value,
    ) -> Result<Prepared> {
        let mut values = SmallVec::<[Value; 8]>::new();
        if !receiver.is_unbound() {
            values.push(receiver);
        }
        match arguments.as_exact_tuple() {
            Some(items) => values.extend(items.iter().cloned()),
            None => {
                if self.star_iterable(arguments)? {
                    values.extend(self.collect(arguments)?);
                } else {
                    let function = self.callable_text(callable)?;
                    let name = self.type_name(arguments);
                    return Err(self.type_error(format!(
                        "{function} argument after * must be an iterable, not {name}"
                    )));
                }
            }
        }
        let mut names = SmallVec::<[Value; 8]>::new();
        if let Some(dict) = keywords.get::<Dict>() {
            for (name, value) in dict.entries() {
                if name.as_str().is_none() {
                    return Err(self.type_error("keywords must be strings"));
                }
                names.push(name);
                values.push(value);
            }
        }
        self.prepare(callable, &values, &names)
    }

    /// Whether `*value` makes sense; decides between CPython's two messages.
    fn star_iterable(&mut self, value: &Value) -> Result<bool> {
        let iter = self.names.iter.clone();
        let getitem = self.names.getitem.clone();
        Ok(self.lookup_special(value, &iter).is_some()
            || self.lookup_special(value, &getitem).is_some())
    }

    /// How messages about arguments name a callable: `module.f()`, or its repr.
    fn callable_text(&mut self, callable: &Value) -> Result<String> {
        let qualname = self.names.qualname.clone();
        let module = self.names.module.clone();
        let callable = match callable.get::<crate::object::function::BoundMethod>() {
            Some(method) => method.function.clone(),
            None => callable.clone(),
        };
        if callable.get::<Function>().is_some()
            || callable.get::<NativeFunction>().is_some()
            || callable.get::<crate::object::class::Class>().is_some()
        {
            let name = self.get_attr_optional(&callable, &qualname)?;
            let module = self.get_attr_optional(&callable, &module)?;
            if let Some(name) = name.as_ref().and_then(Value::as_str) {
                return Ok(match module.as_ref().and_then(Value::as_str) {
                    Some(module) if module != "builtins" => format!("{module}.{name}()"),
                    _ => format!("{name}()"),
                });
            }
        }
        Ok(self.to_str(&callable)?.as_str().to_owned())
    }

    /// `[*iterable]`.
    pub fn extend_list_star(&mut self, list: &Value, iterable: &Value) -> Result<()> {
        if !self.star_iterable(iterable)? {
            let name = self.type_name(iterable);
            return Err(self.type_error(format!("Value after * must be an iterable, not {name}")));
        }
        let items = self.collect(iterable)?;
        if let Some(list) = list.get::<List>() {
            list.items.borrow_mut().extend(items);
        }
        Ok(())
    }

    /// `{**mapping}`.
    pub fn dict_update_star(&mut self, dict: &Ref<Dict>, mapping: &Value) -> Result<()> {
        let keys = self.names.keys.clone();
        if mapping.get::<Dict>().is_none() && self.get_attr_optional(mapping, &keys)?.is_none() {
            let name = self.type_name(mapping);
            return Err(self.type_error(format!("'{name}' object is not a mapping")));
        }
        self.dict_update(dict, mapping)
    }

    /// `f(**mapping)`: no name may come twice.
    pub fn dict_merge_keywords(
        &mut self,
        dict: &Ref<Dict>,
        mapping: &Value,
        callable: &Value,
    ) -> Result<()> {
        let keys_name = self.names.keys.clone();
        let entries = if let Some(other) = mapping.get_exact::<Dict>() {
            other.entries()
        } else if self.get_attr_optional(mapping, &keys_name)?.is_some() {
            let keys = self.call_method(mapping, "keys", &[])?;
            let mut entries = Vec::new();
            for key in self.collect(&keys)? {
                let value = self.get_item(mapping, &key)?;
                entries.push((key, value));
            }
            entries
        } else {
            let function = self.callable_text(callable)?;
            let name = self.type_name(mapping);
            return Err(self.type_error(format!(
                "{function} argument after ** must be a mapping, not {name}"
            )));
        };
        for (key, value) in entries {
            if self.dict_get(dict, &key)?.is_some() {
                let function = self.callable_text(callable)?;
                let key = self.to_str(&key)?;
                let key = key.as_str();
                return Err(self.type_error(format!(
                    "{function} got multiple values for keyword argument '{key}'"
                )));
            }
            self.dict_set(dict, key, value)?;
        }
        Ok(())
    }
}
