//! Functions: Python's, native ones, bound methods, and the cells that closures share.

use std::cell::{Cell, OnceCell, RefCell};

use super::code::CodeObject;
use super::dict::Dict;
use super::frame::ArgumentPlaces;
use super::heap::{HeapObject, ObjectRef, Ref, Slot};
use super::kinds::Kind;
use super::native::{Native, Signature};
use super::tuple::Tuple;
use super::value::Value;

/// A variable shared by closures.
pub struct CellObject {
    pub content: Slot,
}

impl CellObject {
    pub fn new(content: Value) -> Ref<CellObject> {
        Ref::new(CellObject { content: Slot::new(content) })
    }
}

impl HeapObject for CellObject {
    const KIND: Kind = Kind::Cell;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.content.visit(visit);
    }

    fn clear(&self) {
        self.content.set(Value::Unbound);
    }
}

/// What a `def` or `lambda` makes.
pub struct Function {
    pub code: Ref<CodeObject>,
    pub globals: Ref<Dict>,
    pub builtins: Ref<Dict>,
    /// A tuple of cells, in the order of the code's free variables, or unbound.
    pub closure: Slot,
    /// A tuple, or unbound.
    pub defaults: Slot,
    /// A dict, or unbound.
    pub keyword_defaults: Slot,
    rare: RefCell<Option<Box<RareAttributes>>>,
}

/// Attributes that few functions have or change; unbound ones come from the code.
#[derive(Default)]
pub struct RareAttributes {
    pub name: Option<Value>,
    pub qualname: Option<Value>,
    pub doc: Option<Value>,
    pub module: Option<Value>,
    pub annotations: Option<Value>,
    pub type_params: Option<Value>,
    pub dict: Option<Ref<Dict>>,
}

impl Function {
    /// Where the parameters get their values from in a call with `total` arguments, of which the
    /// last ones go by `names`. None if the function takes `*args` or `**kwargs` or the arguments do
    /// not fit: then the general rules say what happens.
    #[inline]
    pub fn places_of_arguments(&self, total: usize, names: &[Value]) -> Option<ArgumentPlaces> {
        let code = &**self.code;
        let positional_parameters = code.argument_count as usize;
        let wanted = positional_parameters + code.keyword_only_count as usize;
        let positional = total - names.len();
        if !code.has_named_parameters_only || total > wanted || positional > positional_parameters {
            return None;
        }
        let mut places = ArgumentPlaces::new(positional);
        let mut used = 0;
        for place in positional..wanted {
            let name = &code.slot_names[place];
            let is_name = |given: &Value| given.as_object().is_some_and(|given| given.is(name));
            let given = names.iter().position(is_name);
            if let Some(index) = given
                && place >= code.positional_only_count as usize
            {
                used += 1;
                places.push_argument(positional + index)?;
            } else if place < positional_parameters {
                let defaults = self.defaults.get();
                let defaults = defaults.as_tuple()?;
                let index = (place + defaults.len()).checked_sub(positional_parameters)?;
                places.push_default(index)?;
            } else {
                let defaults = self.keyword_defaults.get();
                places.push_default(defaults.get::<Dict>()?.index_of_str(name)?)?;
            }
        }
        (used == names.len()).then_some(places)
    }

    /// The default of a parameter that lies in that place of the tuple or dict of defaults.
    #[inline(always)]
    pub(super) fn default_at(&self, parameter: usize, place: usize) -> Value {
        if parameter < self.code.argument_count as usize {
            let defaults = self.defaults.get();
            return defaults.as_tuple().unwrap_or(&[])[place].clone();
        }
        let defaults = self.keyword_defaults.get();
        defaults.get::<Dict>().map_or(Value::Unbound, |defaults| defaults.value_at_known(place))
    }

    pub fn new(
        code: Ref<CodeObject>,
        globals: Ref<Dict>,
        builtins: Ref<Dict>,
        closure: Option<Ref<Tuple>>,
    ) -> Ref<Function> {
        Ref::new(Function {
            code,
            globals,
            builtins,
            closure: Slot::new(closure.map_or(Value::Unbound, Value::object)),
            defaults: Slot::new(Value::Unbound),
            keyword_defaults: Slot::new(Value::Unbound),
            rare: RefCell::new(None),
        })
    }

    pub fn rare<R>(&self, read: impl FnOnce(&RareAttributes) -> R) -> R {
        match &*self.rare.borrow() {
            Some(rare) => read(rare),
            None => read(&RareAttributes::default()),
        }
    }

    pub fn rare_mut<R>(&self, change: impl FnOnce(&mut RareAttributes) -> R) -> R {
        change(self.rare.borrow_mut().get_or_insert_default())
    }

    pub fn name(&self) -> Value {
        self.rare(|rare| rare.name.clone()).unwrap_or_else(|| self.code.name.clone().into())
    }

    pub fn qualname(&self) -> Value {
        self.rare(|rare| rare.qualname.clone()).unwrap_or_else(|| self.code.qualname.clone().into())
    }
}

impl HeapObject for Function {
    const KIND: Kind = Kind::Function;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        visit(self.code.as_object());
        visit(self.globals.as_object());
        visit(self.builtins.as_object());
        self.closure.visit(visit);
        self.defaults.visit(visit);
        self.keyword_defaults.visit(visit);
        if let Some(rare) = &*self.rare.borrow() {
            let values = [
                &rare.name,
                &rare.qualname,
                &rare.doc,
                &rare.module,
                &rare.annotations,
                &rare.type_params,
            ];
            values.into_iter().flatten().for_each(|value| value.visit(visit));
            if let Some(dict) = &rare.dict {
                visit(dict.as_object());
            }
        }
    }

    fn clear(&self) {
        self.defaults.set(Value::Unbound);
        self.keyword_defaults.set(Value::Unbound);
        drop(self.rare.take());
        // The cells of the closure may belong to others; those that are garbage are cleared.
    }
}

/// A function written in Rust: built-in functions, methods of built-in classes, slot wrappers.
pub struct NativeFunction {
    pub native: &'static Native,
    /// For functions of a module or bound methods of a class: what they belong to.
    pub owner: Slot,
    /// The module's name, for `__module__`.
    pub module: Slot,
    signature: OnceCell<Signature>,
    /// Whether the function is a method that lies in a class.
    pub is_method: Cell<bool>,
}

impl NativeFunction {
    pub fn new(native: &'static Native, owner: Value, is_method: bool) -> Ref<NativeFunction> {
        Ref::new(NativeFunction {
            native,
            owner: Slot::new(owner),
            module: Slot::new(Value::None),
            signature: OnceCell::new(),
            is_method: Cell::new(is_method),
        })
    }

    /// Whether a call with that many positional arguments, the receiver included, can go to the
    /// native function as it is.
    #[inline]
    pub fn takes_positional(&self, count: usize) -> bool {
        let signature = self.signature();
        let given = count.wrapping_sub(self.is_method.get() as usize);
        signature.is_raw || (given >= signature.required && given <= signature.positional)
    }

    #[inline]
    pub fn signature(&self) -> &Signature {
        self.signature.get_or_init(|| Signature::parse(self.native.signature))
    }
}

impl HeapObject for NativeFunction {
    const KIND: Kind = Kind::NativeFunction;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.owner.visit(visit);
        self.module.visit(visit);
    }
}

/// A callable with its first argument.
pub struct BoundMethod {
    pub function: Value,
    pub receiver: Value,
}

impl HeapObject for BoundMethod {
    const KIND: Kind = Kind::BoundMethod;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.function.visit(visit);
        self.receiver.visit(visit);
    }
}

impl BoundMethod {
    pub fn new(function: Value, receiver: Value) -> Ref<BoundMethod> {
        Ref::new(BoundMethod { function, receiver })
    }
}
