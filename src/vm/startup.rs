//! Making an interpreter: the built-in classes filled from their tables, the exceptions, the names
//! every module sees.
//!
//! Everything here runs before an empty script, so it does only what every script needs.

use hashbrown::HashMap;
use std::cell::Cell;
use std::rc::Rc;

use super::Vm;
use super::interrupts::ROUNDS_PER_LOOK;
use super::names::Names;
use crate::builtins::exceptions::{self, ExceptionKind};
use crate::builtins::types::Types;
use crate::host::Host;
use crate::modules::signal::SIG_IGN;
use crate::object::class::{Class, ClassFlags};
use crate::object::descriptor::GetSet;
use crate::object::dict::Dict;
use crate::object::function::{BoundMethod, NativeFunction};
use crate::object::interner::Interner;
use crate::object::kinds::Kind;
use crate::object::native::{ClassSpec, GetSetSpec, Native};
use crate::object::{Ref, Value};

impl Vm {
    /// An interpreter that has not run anything yet.
    pub fn new(host: Box<dyn Host>) -> Vm {
        let interner = Interner::default();
        let intern = |text: &str| interner.intern(text);
        let names = Names::new(intern);
        let types = Types::new(|spec| Class::bare(intern(spec.name), spec.layout));
        let exception_classes = ExceptionKind::ALL
            .iter()
            .map(|kind| Class::bare(intern(kind.name()), Kind::Exception))
            .collect();
        let interrupt = host.interrupt_flag();
        let mut vm = Vm {
            host,
            names,
            types,
            exception_classes,
            builtins: Dict::new(),
            modules: Dict::new(),
            interner: Rc::new(interner),
            method_cache: Default::default(),
            native_classes: HashMap::new(),
            native_depth: 0,
            shown_containers: Vec::new(),
            system: Default::default(),
            interrupt,
            run_end: None,
            text_buffer: String::new(),
            current: None,
            depth: 0,
            nowhere: Default::default(),
            rounds: ROUNDS_PER_LOOK,
            rounds_per_look: ROUNDS_PER_LOOK,
            recursion_limit: 1000,
            depth_limit: 1000,
            stack_floor: 0,
            nested_runs: Cell::new(0),
            resumers: Default::default(),
            handling: 0,
            collector_enabled: true,
            collection_threshold: 50_000,
            object_new: Value::Unbound,
            object_init: Value::Unbound,
            context: Value::Unbound,
            context_missing: Value::Unbound,
            asyncio: Default::default(),
            threads: Default::default(),
        };
        if vm.host.ignores_interrupts() {
            vm.system.interrupt_handler = Some(Value::Int(SIG_IGN));
        }
        for row in vm.types.rows() {
            let base = (!row.class.same(&row.base)).then_some(row.base);
            vm.fill_class(&row.class, base.as_ref(), row.spec);
        }
        vm.mark_pattern_kinds();
        vm.fill_exceptions();
        vm.fill_builtins();
        vm.add_site_functions();
        let object = vm.types.object.clone();
        let (new, init) = (vm.names.new.clone(), vm.names.init.clone());
        vm.object_new = vm.lookup_class(&object, &new).unwrap_or(Value::Unbound);
        vm.object_init = vm.lookup_class(&object, &init).unwrap_or(Value::Unbound);
        vm
    }

    /// Gives a bare class its bases and its MRO; its dict is filled from its table when somebody first
    /// asks for it.
    pub fn fill_class(
        &mut self,
        class: &Ref<Class>,
        base: Option<&Ref<Class>>,
        spec: &'static ClassSpec,
    ) {
        class.metaclass.replace(Some(self.types.type_.clone()));
        let mut flags = class.flags.get();
        if let Some(base) = base {
            class.bases.replace(vec![base.clone()]);
            let mro: Rc<[Ref<Class>]> =
                std::iter::once(class.clone()).chain(base.mro.borrow().iter().cloned()).collect();
            class.mro.replace(mro);
            base.add_lasting_subclass(class);
            let inherited = base.flags.get();
            flags.has_dict = inherited.has_dict;
            flags.no_instantiation = inherited.no_instantiation && base.layout == class.layout;
            let keeps_layout = base.layout == class.layout;
            class.solid_base.replace(match keeps_layout {
                true => base.solid_base.borrow().clone(),
                false => Some(class.clone()),
            });
        } else {
            class.mro.replace(Rc::from([class.clone()]));
            class.solid_base.replace(Some(class.clone()));
        }
        flags.is_base_type = spec.is_base_type;
        flags.has_dict |=
            matches!(spec.layout, Kind::Function | Kind::Module | Kind::Exception | Kind::Class);
        if spec.new.is_some() {
            flags.no_instantiation = false;
        } else if spec.layout != Kind::Instance
            && base.is_none_or(|base| base.layout != spec.layout)
        {
            flags.no_instantiation = true;
        }
        let inherited = base.map(|base| base.flags.get()).unwrap_or_default();
        self.flags_of_table(&mut flags, class, inherited, spec);
        class.flags.set(flags);
        class.set_table(spec, self.interner.clone());
        class.invalidate();
    }

    /// What [`Vm::compute_flags`] would find out, from the table and the base alone.
    fn flags_of_table(
        &self,
        flags: &mut ClassFlags,
        class: &Ref<Class>,
        inherited: ClassFlags,
        table: &ClassSpec,
    ) {
        let types = &self.types;
        let is_standard = [&types.object, &types.type_, &types.module, &types.super_]
            .into_iter()
            .any(|standard| class.same(standard));
        let has = |name: &str| table.methods.iter().any(|native| native.name == name);
        flags.has_finalizer = inherited.has_finalizer || has("__del__");
        flags.has_getattr = inherited.has_getattr || has("__getattr__");
        flags.custom_getattribute = match has("__getattribute__") {
            true => !is_standard,
            false => inherited.custom_getattribute,
        };
        flags.custom_setattr = match has("__setattr__") || has("__delattr__") {
            true => !is_standard,
            false => inherited.custom_setattr,
        };
    }

    pub fn add_computed_attributes(&mut self, class: &Ref<Class>, specs: &'static [GetSetSpec]) {
        for spec in specs {
            let getset = Ref::new(GetSet { spec, class: class.clone() });
            let name = self.intern(spec.name);
            class.dict().set_str(&name, getset.into());
        }
    }

    /// Which built-in classes sequence, mapping and class patterns know.
    fn mark_pattern_kinds(&mut self) {
        let types = &self.types;
        for class in [&types.list, &types.tuple, &types.range] {
            class.update_flags(|flags| flags.is_sequence = true);
        }
        for class in [&types.dict, &types.mappingproxy] {
            class.update_flags(|flags| flags.is_mapping = true);
        }
        let whole = [
            &types.bool_,
            &types.bytearray,
            &types.bytes,
            &types.dict,
            &types.float,
            &types.frozenset,
            &types.int,
            &types.list,
            &types.set,
            &types.str_,
            &types.tuple,
        ];
        for class in whole {
            class.update_flags(|flags| flags.matches_self = true);
        }
    }

    fn fill_exceptions(&mut self) {
        for &kind in ExceptionKind::ALL {
            let class = self.exception_class(kind).clone();
            let base = match kind {
                ExceptionKind::BaseException => self.types.object.clone(),
                _ => self.exception_class(kind.base()).clone(),
            };
            self.fill_class(&class, Some(&base), exceptions::spec(kind));
            class.exception_kind.set(kind as u16);
            if !kind.own_fields().is_empty() {
                class.solid_base.replace(Some(class.clone()));
            }
            if kind == ExceptionKind::ExceptionGroup {
                // The one built-in class with two bases.
                let exception = self.exception_class(ExceptionKind::Exception).clone();
                let mro = [
                    &class,
                    &base,
                    &exception,
                    self.exception_class(ExceptionKind::BaseException),
                    &self.types.object,
                ];
                class.mro.replace(mro.into_iter().cloned().collect());
                class.bases.borrow_mut().push(exception.clone());
                exception.add_lasting_subclass(&class);
                class.invalidate();
            }
            if kind.module() != "builtins" {
                // It is not there for scripts until they import its module.
                base.remove_subclass(&class);
            } else {
                let name = class.name();
                self.builtins.set_str(&name, class.clone().into());
            }
        }
        for alias in ["EnvironmentError", "IOError"] {
            let class = self.exception_class(ExceptionKind::OSError).clone();
            let name = self.intern(alias);
            self.builtins.set_str(&name, class.into());
        }
    }

    /// The class of a table that a native module brings: made on first use, a subclass of `object`.
    pub fn class_for(&mut self, spec: &'static ClassSpec) -> Ref<Class> {
        let object = self.types.object.clone();
        self.class_for_with_base(spec, &object)
    }

    /// The same with another base.
    pub fn class_for_with_base(
        &mut self,
        spec: &'static ClassSpec,
        base: &Ref<Class>,
    ) -> Ref<Class> {
        let key = std::ptr::from_ref(spec) as usize;
        if let Some(class) = self.native_classes.get(&key) {
            return class.clone();
        }
        let name = self.intern(spec.name);
        let class = Class::bare(name, spec.layout);
        self.native_classes.insert(key, class.clone());
        self.fill_class(&class, Some(base), spec);
        class
    }

    /// A function of a native module.
    pub fn native_function(&mut self, native: &'static Native, module: &str) -> Value {
        let function = NativeFunction::new(native, Value::Unbound, false);
        let module = self.intern(module);
        function.module.set(module.into());
        function.into()
    }
}

impl Vm {
    /// A native with its receiver, for callbacks that the interpreter makes.
    pub fn bound_native(&mut self, native: &'static Native, receiver: &Value) -> Value {
        let function = NativeFunction::new(native, Value::None, true);
        BoundMethod::new(function.into(), receiver.clone()).into()
    }
}
