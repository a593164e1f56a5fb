//! Names: globals, builtins, the locals of class bodies, and the errors of unbound ones.

use crate::builtins::exceptions::ExceptionKind;
use crate::object::code::{GlobalSite, LinkedCode};
use crate::object::dict::Dict;
use crate::object::frame::FramePointer;
use crate::object::function::Function;
use crate::object::string::Str;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

impl Vm {
    #[cold]
    pub fn name_error(&mut self, name: &Ref<Str>) -> Ref<Exception> {
        let message = format!("name '{}' is not defined", name.as_str());
        let error = self.error(ExceptionKind::NameError, message);
        error.set_field(0, Value::object(name.clone()));
        error
    }

    #[cold]
    pub fn unbound_local(&mut self, code: &LinkedCode, slot: u32) -> Ref<Exception> {
        let name = &code.slot_names[slot as usize];
        let message = format!(
            "cannot access local variable '{}' where it is not associated with a value",
            name.as_str()
        );
        // Its attribute `name` stays None: the name is known, so nothing is suggested.
        self.error(ExceptionKind::UnboundLocalError, message)
    }

    #[cold]
    pub fn unbound_cell(&mut self, code: &LinkedCode, slot: u32) -> Ref<Exception> {
        if slot < code.free_start {
            return self.unbound_local(code, slot);
        }
        let name = code.slot_names[slot as usize].clone();
        let message = format!(
            "cannot access free variable '{}' where it is not associated with a value in enclosing \
             scope",
            name.as_str()
        );
        let error = self.error(ExceptionKind::NameError, message);
        error.set_field(0, Value::object(name));
        error
    }

    /// A global or built-in name.
    pub fn load_global(&mut self, function: &Function, name: &Ref<Str>) -> Result {
        match function.globals.get_str(name).or_else(|| function.builtins.get_str(name)) {
            Some(value) => Ok(value),
            None => Err(self.name_error(name)),
        }
    }

    /// The same, remembering the place for next time.
    #[cold]
    #[inline(never)]
    pub fn load_global_slow(&mut self, function: &Function, site: &GlobalSite) -> Result {
        if let Some(place) = function.globals.index_of_str(&site.name) {
            site.globals_version.set(function.globals.version());
            site.builtins_version.set(0);
            site.place.set(place as u32);
            if let Some(value) = function.globals.value_at(place) {
                return Ok(value);
            }
        } else if let Some(place) = function.builtins.index_of_str(&site.name) {
            site.globals_version.set(function.globals.version());
            site.builtins_version.set(function.builtins.version());
            site.place.set(place as u32);
            if let Some(value) = function.builtins.value_at(place) {
                return Ok(value);
            }
        }
        Err(self.name_error(&site.name))
    }

    /// A name in a mapping of locals, which need not be a dict.
    pub fn mapping_get(&mut self, mapping: &Value, name: &Ref<Str>) -> Result<Option<Value>> {
        if let Some(dict) = mapping.get_exact::<Dict>() {
            return Ok(dict.get_str(name));
        }
        match self.get_item(mapping, &Value::object(name.clone())) {
            Ok(value) => Ok(Some(value)),
            Err(error) if self.is_exception(&error, ExceptionKind::KeyError) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The mapping that holds a frame's locals when its code uses one; the globals otherwise.
    pub fn frame_locals_mapping(&mut self, frame: FramePointer) -> Value {
        match frame.locals_mapping() {
            Some(locals) => locals,
            None => Value::object(frame.function.globals.clone()),
        }
    }

    pub fn load_name(&mut self, frame: FramePointer, name: &Ref<Str>) -> Result {
        let locals = self.frame_locals_mapping(frame);
        match self.mapping_get(&locals, name)? {
            Some(value) => Ok(value),
            None => {
                let function = frame.function.clone();
                self.load_global(&function, name)
            }
        }
    }

    pub fn store_name(&mut self, frame: FramePointer, name: &Ref<Str>, value: Value) -> Result<()> {
        let locals = self.frame_locals_mapping(frame);
        if let Some(dict) = locals.get_exact::<Dict>() {
            drop(dict.set_str(name, value));
            return Ok(());
        }
        self.set_item(&locals, &Value::object(name.clone()), value)
    }

    pub fn delete_name(&mut self, frame: FramePointer, name: &Ref<Str>) -> Result<()> {
        let locals = self.frame_locals_mapping(frame);
        if let Some(dict) = locals.get_exact::<Dict>() {
            return match dict.remove_str(name) {
                Some(_) => Ok(()),
                None => Err(self.name_error(name)),
            };
        }
        match self.delete_item(&locals, &Value::object(name.clone())) {
            Err(error) if self.is_exception(&error, ExceptionKind::KeyError) => {
                Err(self.name_error(name))
            }
            other => other,
        }
    }

    /// Makes `__annotations__` in a frame's locals if there is none.
    pub fn setup_annotations(&mut self, frame: FramePointer) -> Result<()> {
        let locals = self.frame_locals_mapping(frame);
        let name = self.names.annotations.clone();
        if self.mapping_get(&locals, &name)?.is_none() {
            self.set_item(&locals, &Value::object(name), Value::object(Dict::new()))?;
        }
        Ok(())
    }
}
