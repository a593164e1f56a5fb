//! Classes: making them (`type.__new__`), their order of resolution, their layout, changing them.

use smallvec::SmallVec;

use std::cell::RefCell;
use std::rc::Rc;

use super::Vm;
use crate::builtins::types;
use crate::object::class::{Class, ClassFlags};
use crate::object::descriptor::{ClassMethod, Member, StaticMethod};
use crate::object::dict::Dict;
use crate::object::exception::Exception;
use crate::object::function::{CellObject, Function};
use crate::object::heap::{Derived, FLAG_FINALIZE, Slot};
use crate::object::instance::Instance;
use crate::object::kinds::Kind;
use crate::object::native::{Args, GetSetSpec};
use crate::object::number::{BigIntObject, BoxedFloat, ComplexObject};
use crate::object::string::Str;
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};

impl Vm {
    // ── making instances ──

    /// A new instance of a class that derives from `object` only.
    #[inline]
    pub fn instantiate(&mut self, class: &Ref<Class>) -> Ref<Instance> {
        let instance = Instance::new(class);
        if class.flags.get().has_finalizer {
            instance.as_object().set_flag(FLAG_FINALIZE);
        }
        instance
    }

    /// Turns a fresh object of a built-in class into an instance of a class derived from it; how
    /// the `__new__` of built-in classes obeys its first argument.
    pub fn as_instance_of(&mut self, value: Value, class: &Ref<Class>) -> Value {
        if self.class_of(&value).same(class) {
            return value;
        }
        // A derived instance is an object of its own, never a shared one.
        let value = match value {
            Value::Int(small) => Ref::new(BigIntObject { value: small.into() }).into(),
            Value::True | Value::False => return value,
            Value::Float(bits) => Ref::new(BoxedFloat { value: bits.get() }).into(),
            Value::Object(object) => {
                if let Some(text) = object.get::<Str>() {
                    Str::unshared(text.as_str()).into()
                } else if let Some(tuple) = object.downcast_ref::<Tuple>() {
                    Tuple::new(tuple.items().to_vec()).into()
                } else if let Some(big) = object.get::<BigIntObject>() {
                    Ref::new(BigIntObject { value: big.value.clone() }).into()
                } else if let Some(boxed) = object.get::<BoxedFloat>() {
                    Ref::new(BoxedFloat { value: boxed.value }).into()
                } else if let Some(complex) = object.get::<ComplexObject>() {
                    Ref::new(ComplexObject { value: complex.value }).into()
                } else {
                    Value::Object(object)
                }
            }
            other => other,
        };
        if let Value::Object(object) = &value {
            object.set_derived(Derived {
                class: class.clone(),
                dict: RefCell::new(None),
                slots: crate::object::class::empty_slots(class.slot_names.borrow().len()),
            });
            if class.flags.get().has_finalizer {
                object.set_flag(FLAG_FINALIZE);
            }
        }
        value
    }

    /// The first argument of a `__new__`: a class that derives from `owner`.
    #[inline]
    pub fn class_argument(&mut self, args: &Args, owner: &Ref<Class>) -> Result<Ref<Class>> {
        if let Some(class) = args.get(0).get_ref::<Class>()
            && class.is_subclass_of(owner)
            && same_layout(class, owner)
        {
            return Ok(class.clone());
        }
        Err(self.wrong_class_argument(args, owner))
    }

    #[cold]
    fn wrong_class_argument(&mut self, args: &Args, owner: &Ref<Class>) -> Ref<Exception> {
        let name = self.class_name(owner);
        let Some(class) = args.get(0).get_ref::<Class>() else {
            let message = match args.get(0).bound() {
                None => format!("{name}.__new__(): not enough arguments"),
                Some(found) => {
                    let found = self.type_name(found);
                    format!("{name}.__new__(X): X is not a type object ({found})")
                }
            };
            return self.type_error(message);
        };
        let found = self.class_name(class);
        if !class.is_subclass_of(owner) {
            return self.type_error(format!(
                "{name}.__new__({found}): {found} is not a subtype of {name}"
            ));
        }
        let solid = class.solid_base.borrow().clone().unwrap_or_else(|| class.clone());
        let right = self.class_name(&solid);
        self.type_error(format!("{name}.__new__({found}) is not safe, use {right}.__new__()"))
    }

    /// Calling a class: `__new__`, then `__init__` if that made an instance of the class.
    pub fn type_call(
        &mut self,
        class: &Ref<Class>,
        arguments: &[Value],
        names: &[Value],
    ) -> Result {
        if class.same(&self.types.type_) {
            if let ([object], []) = (arguments, names) {
                return Ok(self.class_of(object).into());
            }
            if arguments.len() - names.len() != 3 {
                return Err(self.type_error("type() takes 1 or 3 arguments"));
            }
        }
        if let ([value], []) = (arguments, names)
            && let Some(result) = self.convert(class, value)
        {
            return result;
        }
        if names.is_empty()
            && let Some(exception) = self.plain_exception(class, arguments)
        {
            return Ok(exception.into());
        }
        let new = self.names.new.clone();
        let new = match self.lookup_class(class, &new) {
            Some(_) if class.flags.get().no_instantiation => None,
            found => found,
        };
        let Some(new) = new else {
            let name = self.class_name(class);
            return Err(self.type_error(format!("cannot create '{name}' instances")));
        };
        let plain_new = new.is(&self.object_new);
        let new = self.bind(&new, None, class)?;
        let mut all = SmallVec::<[Value; 8]>::new();
        all.push(Value::from(class.clone()));
        all.extend(arguments.iter().cloned());
        let object = self.call_with_names(&new, &all, names)?;
        let made = self.class_of(&object);
        if !made.is_subclass_of(class) {
            return Ok(object);
        }
        let init = self.names.init.clone();
        if let Some(init) = self.lookup_class(&made, &init) {
            // `object`'s own minds the arguments only where `__new__` is `object`'s, too.
            if init.is(&self.object_init) && !plain_new && made.same(class) {
                return Ok(object);
            }
            let result = if super::attributes::is_plain_method(&init) {
                all[0] = object.clone();
                self.call_with_names(&init, &all, names)?
            } else {
                let bound = self.bind(&init, Some(&object), &made)?;
                self.call_with_names(&bound, arguments, names)?
            };
            if !result.is_none() {
                let found = self.type_name(&result);
                return Err(
                    self.type_error(format!("__init__() should return None, not '{found}'"))
                );
            }
        }
        Ok(object)
    }

    /// `str(value)`, `int(value)` and `float(value)`, which programs call all the time, without
    /// looking anything up; `None` for other classes.
    #[inline]
    pub fn convert(&mut self, class: &Ref<Class>, value: &Value) -> Option<Result> {
        if class.same(&self.types.str_) {
            Some(self.to_str(value).map(Value::object))
        } else if class.same(&self.types.int) {
            Some(types::int::from_value(self, value))
        } else if class.same(&self.types.float) {
            Some(types::float::from_value(self, value).map(Value::float))
        } else {
            None
        }
    }

    // ── making classes ──

    /// The metaclass that a class with these bases needs, starting from a wish.
    pub fn most_derived_metaclass(
        &mut self,
        wish: Ref<Class>,
        bases: &[Value],
    ) -> Result<Ref<Class>> {
        let mut winner = wish;
        for base in bases {
            let candidate = self.class_of(base);
            if winner.is_subclass_of(&candidate) {
                continue;
            }
            if !candidate.is_subclass_of(&winner) {
                return Err(self.type_error(
                    "metaclass conflict: the metaclass of a derived class must be \
                     a (non-strict) subclass of the metaclasses of all its bases",
                ));
            }
            winner = candidate;
        }
        Ok(winner)
    }

    /// `type.__new__(metaclass, name, bases, namespace, **keywords)`.
    pub fn new_class(
        &mut self,
        metaclass: &Ref<Class>,
        name: &Ref<Str>,
        bases: &[Value],
        namespace: &Ref<Dict>,
        keywords: &[(Value, Value)],
    ) -> Result<Ref<Class>> {
        let bases = self.checked_bases(bases)?;
        let (base, solid) = self.best_base(&bases)?;
        let name = self.intern_str(name);
        if name.as_str().contains('\0') {
            return Err(self.value_error("type name must not contain null characters"));
        }
        let class = Class::bare(name.clone(), base.layout);
        class.metaclass.replace(Some(metaclass.clone()));
        class.bases.replace(bases.clone());
        class.solid_base.replace(Some(solid));
        class.exception_kind.set(base.exception_kind.get());
        self.copy_namespace(&class, namespace)?;

        let mut flags = ClassFlags { is_heap_type: true, is_base_type: true, ..Default::default() };
        flags.has_dict = bases.iter().any(|base| base.flags.get().has_dict);
        flags.matches_self = bases.iter().any(|base| base.flags.get().matches_self);
        flags.no_instantiation = base.flags.get().no_instantiation;
        class.flags.set(flags);
        self.add_slots(&class, &base)?;

        let mro = self.compute_mro(&class)?;
        class.mro.replace(mro);
        self.apply_pattern_kind(&class);
        inherit_pattern_kind(&class);
        if class.dict().get_str(&self.names.doc).is_none() {
            class.dict().set_str(&self.names.doc, Value::None);
        }
        if class.dict().get_str(&self.names.eq).is_some()
            && class.dict().get_str(&self.names.hash).is_none()
        {
            class.dict().set_str(&self.names.hash, Value::None);
        }
        self.compute_flags(&class);
        class.invalidate();
        for base in &bases {
            base.add_subclass(&class);
        }
        if let Some(cell) = class.dict().remove_str(&self.names.class_cell) {
            let Some(cell) = cell.get::<CellObject>() else {
                let found = self.class_of(&cell);
                let found = self.repr(&found.into())?;
                let message =
                    format!("__classcell__ must be a nonlocal cell, not {}", found.as_str());
                return Err(self.type_error(message));
            };
            cell.content.set(class.clone().into());
            class.invalidate();
        }
        self.set_names(&class)?;
        self.init_subclass(&class, keywords)?;
        Ok(class)
    }

    fn checked_bases(&mut self, bases: &[Value]) -> Result<Vec<Ref<Class>>> {
        let mut classes = Vec::with_capacity(bases.len().max(1));
        for base in bases {
            let Some(base) = base.get_ref::<Class>() else {
                return Err(self.type_error("bases must be types"));
            };
            if !base.flags.get().is_base_type {
                let name = self.class_name(base);
                return Err(
                    self.type_error(format!("type '{name}' is not an acceptable base type"))
                );
            }
            classes.push(base.clone());
        }
        if classes.is_empty() {
            classes.push(self.types.object.clone());
        }
        Ok(classes)
    }

    /// The base that decides about the layout of instances, and the class that made that layout.
    fn best_base(&mut self, bases: &[Ref<Class>]) -> Result<(Ref<Class>, Ref<Class>)> {
        let mut best: Option<(Ref<Class>, Ref<Class>)> = None;
        for base in bases {
            let solid = base.solid_base.borrow().clone().unwrap_or_else(|| base.clone());
            match &best {
                None => best = Some((base.clone(), solid)),
                Some((_, winner)) if winner.is_subclass_of(&solid) => {}
                Some((_, winner)) if solid.is_subclass_of(winner) => {
                    best = Some((base.clone(), solid));
                }
                Some(_) => {
                    return Err(self.type_error("multiple bases have instance lay-out conflict"));
                }
            }
        }
        Ok(best.unwrap_or_else(|| (self.types.object.clone(), self.types.object.clone())))
    }

    /// Fills the class's dict from the namespace of its body.
    fn copy_namespace(&mut self, class: &Ref<Class>, namespace: &Ref<Dict>) -> Result<()> {
        let mut qualname = None;
        for (key, value) in namespace.entries() {
            let Some(name) = key.as_str_ref() else {
                self.dict_set(class.dict(), key.clone(), value)?;
                continue;
            };
            let name = self.intern_str(name);
            if name.same(&self.names.qualname) {
                qualname = Some(value);
                continue;
            }
            class.dict().set_str(&name, value);
        }
        match qualname {
            None => {}
            Some(text) => match text.as_str_ref() {
                Some(text) => {
                    class.qualname.replace(text.clone());
                }
                None => {
                    let found = self.type_name(&text);
                    return Err(
                        self.type_error(format!("type __qualname__ must be a str, not {found}"))
                    );
                }
            },
        }
        if class.dict().get_str(&self.names.module).is_none()
            && let Some(frame) = self.current
            && let Some(module) = frame.function.globals.get_str(&self.names.name)
        {
            class.dict().set_str(&self.names.module, module);
        }
        self.wrap_special_functions(class);
        Ok(())
    }

    /// `__new__` is a static method and the two hooks are class methods, without being told.
    fn wrap_special_functions(&mut self, class: &Ref<Class>) {
        let new = self.names.new.clone();
        if let Some(function) = class.dict().get_str(&new)
            && function.get::<Function>().is_some()
        {
            let method = Ref::new(StaticMethod { function: Slot::new(function) });
            class.dict().set_str(&new, method.into());
        }
        for name in [self.names.init_subclass.clone(), self.names.class_getitem.clone()] {
            if let Some(function) = class.dict().get_str(&name)
                && function.get::<Function>().is_some()
            {
                let method = Ref::new(ClassMethod { function: Slot::new(function) });
                class.dict().set_str(&name, method.into());
            }
        }
    }

    /// Reads `__slots__`, makes its members, and decides whether instances have a dict.
    fn add_slots(&mut self, class: &Ref<Class>, base: &Ref<Class>) -> Result<()> {
        let inherited = base.slot_names.borrow().clone();
        let had_dict = class.flags.get().has_dict;
        let Some(slots) = class.dict().get_str(&self.names.slots) else {
            class.slot_names.replace(inherited);
            class.update_flags(|flags| flags.has_dict = true);
            if !had_dict {
                self.add_computed_attributes(class, &INSTANCE_DICT);
            }
            self.add_weakref_attribute(class, base);
            return Ok(());
        };
        let slots = match slots.as_str_ref() {
            Some(_) => vec![slots],
            None => self.collect(&slots)?,
        };
        if !slots.is_empty() && matches!(base.layout, Kind::BigInt | Kind::Tuple | Kind::Bytes) {
            let name = self.class_name(base);
            return Err(self
                .type_error(format!("nonempty __slots__ not supported for subtype of '{name}'")));
        }
        let mut adds_dict = false;
        let mut adds_weakref = false;
        let mut names: Vec<Ref<Str>> = Vec::with_capacity(slots.len());
        for slot in &slots {
            let Some(name) = slot.as_str_ref() else {
                let found = self.type_name(slot);
                return Err(
                    self.type_error(format!("__slots__ items must be strings, not '{found}'"))
                );
            };
            if !is_identifier(name.as_str()) {
                return Err(self.type_error("__slots__ must be identifiers"));
            }
            match name.as_str() {
                "__dict__" => {
                    if had_dict || adds_dict {
                        return Err(self.type_error("__dict__ slot disallowed: we already got one"));
                    }
                    adds_dict = true;
                }
                "__weakref__" => {
                    if adds_weakref {
                        return Err(
                            self.type_error("__weakref__ slot disallowed: we already got one")
                        );
                    }
                    adds_weakref = true;
                }
                text => {
                    let mangled = mangle(class.name().as_str(), text);
                    let mangled = self.intern(&mangled);
                    let is_own_name = ["__qualname__", "__classcell__"].contains(&text);
                    if !is_own_name && class.dict().get_str(&mangled).is_some() {
                        return Err(self.value_error(format!(
                            "'{text}' in __slots__ conflicts with class variable"
                        )));
                    }
                    names.push(mangled);
                }
            }
        }
        names.sort_by(|a, b| a.as_str().cmp(b.as_str()));
        names.dedup_by(|a, b| a.same(b));
        let mut all = inherited;
        for name in &names {
            let place = all.len() as u32;
            let member = Ref::new(Member { name: name.clone(), class: class.clone(), place });
            class.dict().set_str(name, member.into());
            all.push(name.clone());
        }
        class.slot_names.replace(all);
        if !names.is_empty() {
            class.solid_base.replace(Some(class.clone()));
        }
        class.update_flags(|flags| flags.has_dict = had_dict || adds_dict);
        if adds_dict {
            self.add_computed_attributes(class, &INSTANCE_DICT);
        }
        if adds_weakref {
            self.add_weakref_attribute(class, base);
        }
        Ok(())
    }

    fn add_weakref_attribute(&mut self, class: &Ref<Class>, base: &Ref<Class>) {
        let name = self.intern("__weakref__");
        if base.lookup(&name).is_none() && base.layout == Kind::Instance {
            self.add_computed_attributes(class, &INSTANCE_WEAKREF);
        }
    }

    /// Tells each attribute of a new class its name.
    fn set_names(&mut self, class: &Ref<Class>) -> Result<()> {
        let set_name = self.names.set_name.clone();
        for (key, value) in class.dict().entries() {
            if !matches!(value, Value::Object(_)) || value.get::<Function>().is_some() {
                continue;
            }
            if self.lookup_special(&value, &set_name).is_none() {
                continue;
            }
            let arguments = [class.clone().into(), key.clone()];
            if let Err(error) = self.call_special(&value, &set_name, &arguments) {
                let kind = self.type_name(&value);
                let key = self.repr(&key)?;
                let name = class.name();
                let note = format!(
                    "Error calling __set_name__ on '{kind}' instance {} in '{}'",
                    key.as_str(),
                    name.as_str()
                );
                self.add_note(&error, &note);
                return Err(error);
            }
        }
        Ok(())
    }

    /// `super(cls, cls).__init_subclass__(**keywords)`.
    fn init_subclass(&mut self, class: &Ref<Class>, keywords: &[(Value, Value)]) -> Result<()> {
        let name = self.names.init_subclass.clone();
        let receiver = Value::from(class.clone());
        let Some(hook) = self.attribute_behind(class, &receiver, class, &name)? else {
            return Ok(());
        };
        let (names, values): (Vec<_>, Vec<_>) = keywords.iter().cloned().unzip();
        self.call_with_names(&hook, &values, &names)?;
        Ok(())
    }

    // ── the order of resolution ──

    /// The MRO of a class whose bases are set, by its metaclass's `mro` if that has its own.
    pub fn compute_mro(&mut self, class: &Ref<Class>) -> Result<Rc<[Ref<Class>]>> {
        let metaclass = class.metaclass.borrow().clone();
        if let Some(metaclass) = metaclass
            && !metaclass.same(&self.types.type_)
        {
            let name = self.intern("mro");
            let own = self.lookup_class(&metaclass, &name);
            let standard = self.types.type_.dict().get_str(&name);
            if let (Some(own), Some(standard)) = (own, standard)
                && !own.is(&standard)
            {
                return self.custom_mro(class, &own);
            }
        }
        self.linearize(class)
    }

    fn custom_mro(&mut self, class: &Ref<Class>, method: &Value) -> Result<Rc<[Ref<Class>]>> {
        // The method may look at the class, which needs some order for that.
        let standard = self.linearize(class)?;
        class.mro.replace(standard);
        let result = self.call_unbound(method, &class.clone().into(), &[])?;
        let mut mro = Vec::new();
        for item in self.collect(&result)? {
            match item.get_ref::<Class>() {
                Some(class) => mro.push(class.clone()),
                None => {
                    let found = self.type_name(&item);
                    return Err(self.type_error(format!("mro() returned a non-class ('{found}')")));
                }
            }
        }
        Ok(mro.into())
    }

    /// C3: the MRO of a class from those of its bases.
    pub fn linearize(&mut self, class: &Ref<Class>) -> Result<Rc<[Ref<Class>]>> {
        let bases = class.bases.borrow().clone();
        if let [base] = &bases[..] {
            let rest = base.mro.borrow().clone();
            return Ok(std::iter::once(class.clone()).chain(rest.iter().cloned()).collect());
        }
        for (index, base) in bases.iter().enumerate() {
            if bases[..index].iter().any(|other| other.same(base)) {
                let name = base.name();
                return Err(self.type_error(format!("duplicate base class {}", name.as_str())));
            }
        }
        let mut lists: Vec<Vec<Ref<Class>>> =
            bases.iter().map(|base| base.mro.borrow().iter().rev().cloned().collect()).collect();
        lists.push(bases.iter().rev().cloned().collect());
        let mut mro = vec![class.clone()];
        loop {
            lists.retain(|list| !list.is_empty());
            if lists.is_empty() {
                return Ok(mro.into());
            }
            let in_a_tail = |candidate: &Ref<Class>| {
                lists.iter().any(|list| list[..list.len() - 1].iter().any(|c| c.same(candidate)))
            };
            let mut heads = lists.iter().filter_map(|list| list.last());
            let Some(next) = heads.find(|head| !in_a_tail(head)).cloned() else {
                return Err(self.mro_conflict(&lists));
            };
            for list in &mut lists {
                if list.last().is_some_and(|head| head.same(&next)) {
                    list.pop();
                }
            }
            mro.push(next);
        }
    }

    fn mro_conflict(&mut self, lists: &[Vec<Ref<Class>>]) -> Ref<Exception> {
        let mut heads: Vec<Ref<Class>> = Vec::new();
        for head in lists.iter().filter_map(|list| list.last()) {
            if !heads.iter().any(|known| known.same(head)) {
                heads.push(head.clone());
            }
        }
        let names: Vec<String> =
            heads.iter().map(|class| class.name().as_str().to_owned()).collect();
        self.type_error(format!(
            "Cannot create a consistent method resolution order (MRO) for bases {}",
            names.join(", ")
        ))
    }

    // ── changing classes ──

    /// What `type.__setattr__` does; [`Value::Unbound`] deletes.
    pub fn set_class_attribute(
        &mut self,
        class: &Ref<Class>,
        name: &Ref<Str>,
        value: Value,
    ) -> Result<()> {
        if !class.flags.get().is_heap_type {
            let type_name = self.class_name(class);
            return Err(self.type_error(format!(
                "cannot set '{}' attribute of immutable type '{type_name}'",
                name.as_str()
            )));
        }
        let class_value = Value::from(class.clone());
        let metaclass = self.class_of(&class_value);
        if let Some(attribute) = self.lookup_class(&metaclass, name)
            && self.is_data_descriptor(&attribute)
        {
            return self.write_data_descriptor(&attribute, &class_value, value);
        }
        self.store_class_attribute(class, name, value)
    }

    /// Puts a value into a class's dict and tells the caches.
    pub fn store_class_attribute(
        &mut self,
        class: &Ref<Class>,
        name: &Ref<Str>,
        value: Value,
    ) -> Result<()> {
        let old = if value.is_unbound() {
            match class.dict().remove_str(name) {
                Some(old) => Some(old),
                None => return Err(self.attribute_missing(&class.clone().into(), name)),
            }
        } else {
            class.dict().set_str(name, value)
        };
        class.invalidate();
        match name.as_str() {
            "__del__" | "__getattribute__" | "__getattr__" | "__setattr__" | "__delattr__" => {
                self.compute_flags_below(class);
            }
            "__abc_tpflags__" => self.apply_pattern_kind(class),
            _ => {}
        }
        drop(old);
        Ok(())
    }

    /// The flags that follow from special methods.
    pub fn compute_flags(&mut self, class: &Ref<Class>) {
        let owner_is_built_in = |vm: &Vm, name: &Ref<Str>| match class.lookup_with_owner(name) {
            None => true,
            Some((_, owner)) => {
                let types = &vm.types;
                [&types.object, &types.type_, &types.module, &types.super_]
                    .into_iter()
                    .any(|standard| owner.same(standard))
            }
        };
        let names = &self.names;
        let has_finalizer = class.lookup(&names.del).is_some();
        let has_getattr = class.lookup(&names.getattr).is_some();
        let custom_getattribute = !owner_is_built_in(self, &names.getattribute);
        let custom_setattr =
            !owner_is_built_in(self, &names.setattr) || !owner_is_built_in(self, &names.delattr);
        class.update_flags(|flags| {
            flags.has_finalizer = has_finalizer;
            flags.has_getattr = has_getattr;
            flags.custom_getattribute = custom_getattribute;
            flags.custom_setattr = custom_setattr;
        });
    }

    /// The same for a class and all that derive from it.
    pub fn compute_flags_below(&mut self, class: &Ref<Class>) {
        let mut waiting = vec![class.clone()];
        while let Some(class) = waiting.pop() {
            self.compute_flags(&class);
            waiting.extend(class.subclasses());
        }
    }

    /// `__abc_tpflags__` says that instances match sequence or mapping patterns; those of derived
    /// classes do as well, unless the class is known to be something already.
    fn apply_pattern_kind(&mut self, class: &Ref<Class>) {
        let name = self.intern("__abc_tpflags__");
        let Some(Value::Int(bits)) = class.dict().get_str(&name) else { return };
        let mut waiting = vec![class.clone()];
        while let Some(class) = waiting.pop() {
            let flags = class.flags.get();
            if flags.is_sequence || flags.is_mapping {
                continue;
            }
            class.update_flags(|flags| {
                flags.is_sequence = bits & 32 != 0;
                flags.is_mapping = bits & 64 != 0;
            });
            waiting.extend(class.subclasses());
        }
    }

    /// Lets instances of a native class have attributes of their own, in a `__dict__`.
    pub fn give_instances_a_dict(&mut self, class: &Ref<Class>) {
        if !class.flags.get().has_dict {
            class.update_flags(|flags| flags.has_dict = true);
            self.add_computed_attributes(class, &INSTANCE_DICT);
        }
    }

    /// `error.add_note(text)`, for the interpreter itself.
    pub fn add_note(&mut self, error: &Ref<Exception>, text: &str) {
        let dict = error.dict();
        let notes = dict.get_str(&self.names.notes);
        match notes.as_ref().and_then(|notes| notes.get::<crate::object::list::List>()) {
            Some(list) => list.items.borrow_mut().push(text.into()),
            None => {
                let list = crate::object::list::List::new(vec![text.into()]);
                dict.set_str(&self.names.notes, list.into());
            }
        }
    }
}

/// Whether instances of both classes are made of the same kind of object.
fn same_layout(a: &Ref<Class>, b: &Ref<Class>) -> bool {
    match (&*a.solid_base.borrow(), &*b.solid_base.borrow()) {
        (Some(a), Some(b)) => a.layout == b.layout,
        _ => true,
    }
}

/// `_Class__name` for a private name of a class.
pub fn mangle(class: &str, name: &str) -> String {
    let class = class.trim_start_matches('_');
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') || class.is_empty() {
        return name.to_owned();
    }
    format!("_{class}{name}")
}

fn is_identifier(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|first| first == '_' || first.is_alphabetic())
        && characters.all(|character| character == '_' || character.is_alphanumeric())
}

/// The `__dict__` of instances of Python classes.
static INSTANCE_DICT: [GetSetSpec; 1] =
    [GetSetSpec::writable("__dict__", get_instance_dict, set_instance_dict)];

/// The `__weakref__` of instances of Python classes.
static INSTANCE_WEAKREF: [GetSetSpec; 1] =
    [GetSetSpec::readonly("__weakref__", |_, _| Ok(Value::None))];

fn get_instance_dict(vm: &mut Vm, object: &Value) -> Result {
    let class = vm.class_of(object);
    if let Value::Object(heap_object) = object
        && let Some(dict) = vm.own_dict_for_writing(heap_object, &class)
    {
        return Ok(dict.into());
    }
    let name = vm.names.dict.clone();
    Err(vm.attribute_missing(object, &name))
}

impl Vm {
    /// The error for a `__dict__` that is to be set to something else than a dictionary.
    #[cold]
    pub fn wrong_dict(&mut self, value: &Value) -> Ref<crate::object::Exception> {
        if value.is_unbound() {
            return self.type_error("cannot delete __dict__");
        }
        let found = self.type_name(value);
        self.type_error(format!("__dict__ must be set to a dictionary, not a '{found}'"))
    }
}

fn set_instance_dict(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let Value::Object(heap_object) = object else { return Ok(()) };
    let dict = match value.get_ref::<Dict>() {
        Some(dict) => dict.clone(),
        None if value.is_unbound() => Dict::new(),
        None => {
            return Err(vm.wrong_dict(&value));
        }
    };
    if let Some(instance) = heap_object.downcast_ref::<Instance>() {
        instance.set_dict(dict);
    } else if let Some(exception) = heap_object.get::<Exception>() {
        drop(exception.dict.replace(Some(dict)));
    } else if let Some(derived) = heap_object.derived() {
        drop(derived.dict.replace(Some(dict)));
    }
    Ok(())
}

/// The first class of the MRO that is a sequence or a mapping to patterns decides.
fn inherit_pattern_kind(class: &Ref<Class>) {
    let mro = class.mro.borrow().clone();
    for base in mro.iter() {
        let kind = base.flags.get();
        if kind.is_sequence || kind.is_mapping {
            class.update_flags(|flags| {
                flags.is_sequence = kind.is_sequence;
                flags.is_mapping = kind.is_mapping;
            });
            return;
        }
    }
}
