//! The protocol of `match`: Python reference, "The match statement".

use crate::object::class::Class;
use crate::object::dict::Dict;
use crate::object::string::Str;
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

impl Vm {
    pub fn is_sequence_for_match(&self, value: &Value) -> bool {
        self.class_of(value).flags.get().is_sequence
    }

    pub fn is_mapping_for_match(&self, value: &Value) -> bool {
        self.class_of(value).flags.get().is_mapping
    }

    /// The values of all `keys`, or None.
    pub fn match_keys(&mut self, subject: &Value, keys: &Value) -> Result {
        let keys = keys.as_tuple().unwrap_or(&[]);
        let mut values = Vec::with_capacity(keys.len());
        let seen = Dict::new();
        // `get` with a default that no mapping can hold, so that defaultdicts are left alone.
        let marker = Value::object(Tuple::new([]));
        let marker = match subject.get_exact::<Dict>() {
            Some(_) => Value::Unbound,
            None => marker,
        };
        for key in keys {
            if self.dict_get(&seen, key)?.is_some() {
                let text = self.repr(key)?;
                return Err(self.value_error(format!(
                    "mapping pattern checks duplicate key ({})",
                    text.as_str()
                )));
            }
            self.dict_set(&seen, key.clone(), Value::None)?;
            let found = if let Some(dict) = subject.get_ref::<Dict>()
                && marker.is_unbound()
            {
                self.dict_get(&dict.clone(), key)?
            } else {
                let value = self.call_method(subject, "get", &[key.clone(), marker.clone()])?;
                if value.is(&marker) { None } else { Some(value) }
            };
            match found {
                Some(value) => values.push(value),
                None => return Ok(Value::None),
            }
        }
        Ok(Value::object(Tuple::new(values)))
    }

    /// The attributes that a class pattern asks for, or None.
    pub fn match_class(
        &mut self,
        subject: &Value,
        class: &Value,
        positional: usize,
        names: &Value,
    ) -> Result {
        let Some(class_object) = class.get_ref::<Class>() else {
            return Err(self.type_error("called match pattern must be a class"));
        };
        if !self.is_instance(subject, class)? {
            return Ok(Value::None);
        }
        let names = names.as_tuple().unwrap_or(&[]);
        let class_name = class_object.name().as_str().to_owned();
        let mut values = Vec::with_capacity(positional + names.len());
        let mut seen: Vec<Ref<Str>> = Vec::new();
        if positional > 0 {
            let attribute = self.names.match_args.clone();
            let match_args = self.get_attr_optional(class, &attribute)?;
            let whole = match_args.is_none() && class_object.flags.get().matches_self;
            let match_args = match match_args {
                Some(args) => match args.as_tuple() {
                    Some(items) => items.to_vec(),
                    None => {
                        let got = self.type_name(&args);
                        return Err(self.type_error(format!(
                            "{class_name}.__match_args__ must be a tuple (got {got})"
                        )));
                    }
                },
                None => Vec::new(),
            };
            let allowed = if whole { 1 } else { match_args.len() };
            if positional > allowed {
                let plural = if allowed == 1 { "" } else { "s" };
                return Err(self.type_error(format!(
                    "{class_name}() accepts {allowed} positional sub-pattern{plural} ({positional} \
                     given)"
                )));
            }
            if whole {
                values.push(subject.clone());
            } else {
                for name in &match_args[..positional] {
                    let Some(name) = name.as_str_ref() else {
                        let got = self.type_name(name);
                        return Err(self.type_error(format!(
                            "__match_args__ elements must be strings (got {got})"
                        )));
                    };
                    let name = self.intern_str(name);
                    match self.match_attribute(subject, &class_name, &name, &mut seen)? {
                        Some(value) => values.push(value),
                        None => return Ok(Value::None),
                    }
                }
            }
        }
        for name in names {
            let Some(name) = name.as_str_ref() else { continue };
            let name = self.intern_str(name);
            match self.match_attribute(subject, &class_name, &name, &mut seen)? {
                Some(value) => values.push(value),
                None => return Ok(Value::None),
            }
        }
        Ok(Value::object(Tuple::new(values)))
    }

    fn match_attribute(
        &mut self,
        subject: &Value,
        class_name: &str,
        name: &Ref<Str>,
        seen: &mut Vec<Ref<Str>>,
    ) -> Result<Option<Value>> {
        if seen.iter().any(|known| known.same(name)) {
            return Err(self.type_error(format!(
                "{class_name}() got multiple sub-patterns for attribute '{}'",
                name.as_str()
            )));
        }
        seen.push(name.clone());
        self.get_attr_optional(subject, name)
    }
}
