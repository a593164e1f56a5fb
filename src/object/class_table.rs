//! What the table of a class written in Rust puts into the class's dict.

use super::class::Class;
use super::descriptor::{ClassMethod, GetSet, StaticMethod};
use super::function::NativeFunction;
use super::heap::{Ref, Slot};
use super::interner::Interner;
use super::native::{ClassSpec, Native};
use super::value::Value;

impl ClassSpec {
    /// Fills the dict of a class. Classes call this when somebody first asks for their dict: a
    /// program uses few of those that there are.
    pub fn fill(&'static self, class: &Ref<Class>, interner: &Interner) {
        let dict = class.dict();
        let set = |name: &str, value: Value| {
            dict.set_str(&interner.intern(name), value);
        };
        let function = |native: &'static Native, is_method: bool| -> Value {
            NativeFunction::new(native, class.clone().into(), is_method).into()
        };
        if self.module != "builtins" {
            set("__module__", interner.intern(self.module).into());
        }
        if let Some(new) = self.new {
            let method = StaticMethod { function: Slot::new(function(new, true)) };
            set("__new__", Ref::new(method).into());
        }
        for native in self.methods {
            set(native.name, function(native, true));
        }
        for native in self.class_methods {
            let method = ClassMethod { function: Slot::new(function(native, true)) };
            set(native.name, Ref::new(method).into());
        }
        for native in self.static_methods {
            let method = StaticMethod { function: Slot::new(function(native, false)) };
            set(native.name, Ref::new(method).into());
        }
        for spec in self.attributes {
            set(spec.name, Ref::new(GetSet { spec, class: class.clone() }).into());
        }
        let has = |name: &str| self.methods.iter().any(|native| native.name == name);
        if has("__eq__") && !has("__hash__") {
            set("__hash__", Value::None);
        }
        let doc = interner.intern("__doc__");
        if !self.doc.is_empty() {
            dict.set_str(&doc, Value::from(self.doc));
        } else if dict.get_str(&doc).is_none() {
            dict.set_str(&doc, Value::None);
        }
    }
}
