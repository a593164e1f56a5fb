//! Calls: what is callable, and how arguments become parameters.
//!
//! A call is first *prepared*: classes, bound methods and objects with `__call__` are taken apart
//! until there is either a frame to run or, from a native, already the answer. The dispatch loop
//! runs such a frame without any recursion; native code that calls Python code runs it nested.

use std::sync::atomic::Ordering;

use smallvec::SmallVec;

use crate::builtins::exceptions::ExceptionKind;
use crate::builtins::exceptions::base::make as make_exception;
use crate::builtins::functions::unexpected_keyword;
use crate::code::CodeKind;
use crate::object::class::Class;
use crate::object::code::CodeObject;
use crate::object::dict::Dict;
use crate::object::frame::{
    FRAME_CONSTRUCTOR, FRAME_ENTRY, FRAME_ITERABLE_COROUTINE, FramePointer,
};
use crate::object::function::{BoundMethod, Function, NativeFunction};
use crate::object::heap::{FLAG_FINALIZE, Ref};
use crate::object::instance::Instance;
use crate::object::kinds::Kind;
use crate::object::native::{Args, Input, NativeCall, Step};
use crate::object::tuple::Tuple;
use crate::object::{Exception, Result, Value};
use crate::vm::Vm;
use crate::vm::attributes::is_slot_name;
use crate::vm::dispatch::RunEnd;

/// A call whose arguments are in place.
pub enum Prepared {
    /// This frame is to be run; its result is the call's.
    Frame(FramePointer),
    /// This `__init__` is to be run; the instance is the call's result.
    Construct(FramePointer, Value),
    /// This generator is to be resumed; what it yields is the call's result.
    Resume(Ref<crate::object::frame::Frame>, Input),
    Done(Value),
}

/// The arguments of a native's call in the order of its parameters, if they fit; what is wrong with
/// them otherwise is found out with more care.
fn arguments_in_place(
    function: &NativeFunction,
    arguments: &[Value],
    names: &[Value],
) -> Option<SmallVec<[Value; 8]>> {
    let signature = function.signature();
    let receiver = function.is_method.get() as usize;
    let positional = arguments.len() - names.len();
    if positional.checked_sub(receiver)? > signature.positional {
        return None;
    }
    let mut bound: SmallVec<[Value; 8]> = arguments[..positional].iter().cloned().collect();
    bound.resize(receiver + signature.parameters.len(), Value::Unbound);
    for (name, value) in names.iter().zip(&arguments[positional..]) {
        let name = name.as_str()?;
        let place = signature.parameters.iter().position(|known| known.name == name)?;
        if place < signature.positional_only || !bound[receiver + place].is_unbound() {
            return None;
        }
        bound[receiver + place] = value.clone();
    }
    let missing = signature.parameters.iter().zip(&bound[receiver..]).enumerate().any(
        |(place, (parameter, value))| {
            let is_required =
                place < signature.required || parameter.keyword_only && parameter.default.is_none();
            is_required && value.is_unbound()
        },
    );
    (!missing).then_some(bound)
}

/// Native code may call Python code that calls native code … so many times.
pub const MAX_NESTED_RUNS: u32 = 4000;

impl Vm {
    /// Calls with positional arguments, from native code: a nested run of the dispatch loop.
    pub fn call(&mut self, callable: &Value, arguments: &[Value]) -> Result {
        self.call_with_names(callable, arguments, &[])
    }

    /// Calls with arguments of which the last ones are given by name.
    pub fn call_with_names(
        &mut self,
        callable: &Value,
        arguments: &[Value],
        names: &[Value],
    ) -> Result {
        match self.prepare(callable, arguments, names)? {
            Prepared::Done(value) => Ok(value),
            Prepared::Frame(frame) => self.run_nested(frame),
            Prepared::Construct(frame, instance) => {
                frame.clear_flag(FRAME_CONSTRUCTOR);
                let result = self.run_nested(frame)?;
                self.check_constructor_result(&result)?;
                Ok(instance)
            }
            Prepared::Resume(generator, input) => match self.resume_nested(&generator, input)? {
                RunEnd::Yielded(value) | RunEnd::AsyncYielded(value) => Ok(value),
                RunEnd::Returned(value) => Err(self.stop_iteration(value)),
            },
        }
    }

    /// Runs a frame to its end, inside native code.
    pub fn run_nested(&mut self, frame: FramePointer) -> Result {
        let runs = self.nested_runs.get();
        if runs >= MAX_NESTED_RUNS || self.stack_is_short() {
            frame.release();
            return Err(self.recursion_error("maximum recursion depth exceeded"));
        }
        self.nested_runs.set(runs + 1);
        frame.set_flag(FRAME_ENTRY);
        let caller = self.current;
        frame.set_caller(caller);
        let end = self.enter(frame).and_then(|()| self.run(frame, None));
        self.current = caller;
        self.nested_runs.set(runs);
        match end? {
            RunEnd::Returned(value) | RunEnd::Yielded(value) | RunEnd::AsyncYielded(value) => {
                Ok(value)
            }
        }
    }

    /// Counts a new frame; RecursionError when there are too many, and then the frame is released.
    #[inline(always)]
    pub fn enter(&mut self, frame: FramePointer) -> Result<()> {
        if self.call_needs_attention() {
            return self.enter_with_attention(frame);
        }
        self.depth += 1;
        Ok(())
    }

    /// Whether a call has to go the long way: it is too deep, threads compete, or an interrupt has
    /// arrived.
    #[inline(always)]
    pub fn call_needs_attention(&self) -> bool {
        self.depth >= self.depth_limit || self.interrupt.load(Ordering::Relaxed)
    }

    #[cold]
    fn enter_with_attention(&mut self, frame: FramePointer) -> Result<()> {
        if self.depth >= self.recursion_limit {
            frame.release();
            return Err(self.recursion_error("maximum recursion depth exceeded"));
        }
        self.tick();
        if let Err(error) = self.take_interrupt() {
            frame.release();
            return Err(error);
        }
        self.depth += 1;
        Ok(())
    }

    pub fn check_constructor_result(&mut self, result: &Value) -> Result<()> {
        if result.is_none() {
            return Ok(());
        }
        let name = self.type_name(result);
        Err(self.type_error(format!("__init__() should return None, not '{name}'")))
    }

    /// Takes a callable apart until there is a frame to run or an answer.
    pub fn prepare(
        &mut self,
        callable: &Value,
        arguments: &[Value],
        names: &[Value],
    ) -> Result<Prepared> {
        let Value::Object(object) = callable else {
            return self.prepare_other(callable, arguments, names);
        };
        match object.kind() {
            Kind::Function => match object.downcast_ref::<Function>() {
                Some(function) => self.prepare_function(function, arguments, names),
                None => unreachable!("the kind has been looked at"),
            },
            Kind::NativeFunction => match object.downcast_ref::<NativeFunction>() {
                Some(native) => self.call_native(native, arguments, names),
                None => unreachable!("the kind has been looked at"),
            },
            Kind::BoundMethod => match object.get::<BoundMethod>() {
                Some(method) => {
                    let mut all = Vec::with_capacity(arguments.len() + 1);
                    all.push(method.receiver.clone());
                    all.extend_from_slice(arguments);
                    self.prepare(&method.function, &all, names)
                }
                None => unreachable!("the kind has been looked at"),
            },
            Kind::Class => match object.downcast_ref::<Class>() {
                Some(class) => self.prepare_class(class, callable, arguments, names),
                None => unreachable!("the kind has been looked at"),
            },
            _ => self.prepare_other(callable, arguments, names),
        }
    }

    /// Objects with `__call__`.
    fn prepare_other(
        &mut self,
        callable: &Value,
        arguments: &[Value],
        names: &[Value],
    ) -> Result<Prepared> {
        let name = self.names.call.clone();
        let Some(method) = self.lookup_special(callable, &name) else {
            let name = self.type_name(callable);
            return Err(self.type_error(format!("'{name}' object is not callable")));
        };
        if method.get::<Function>().is_some()
            || method.get::<NativeFunction>().is_some_and(|native| native.is_method.get())
        {
            let mut all = Vec::with_capacity(arguments.len() + 1);
            all.push(callable.clone());
            all.extend_from_slice(arguments);
            return self.prepare(&method, &all, names);
        }
        // `__call__` is itself an object with `__call__`, and so on: a chain that a script can
        // make endless.
        self.with_recursion_check("", |vm| {
            let class = vm.class_of(callable);
            let bound = vm.bind(&method, Some(callable), &class)?;
            vm.call_with_names(&bound, arguments, names).map(Prepared::Done)
        })
    }

    /// A class: `type.__call__`, without further ado for classes made of plain Python.
    fn prepare_class(
        &mut self,
        class: &Ref<Class>,
        callable: &Value,
        arguments: &[Value],
        names: &[Value],
    ) -> Result<Prepared> {
        if let Some(init) = self.plain_constructor(class) {
            if let Some(function) = init.get_ref::<Function>() {
                let positional = &arguments[..arguments.len() - names.len()];
                let instance = self.new_plain(class, positional);
                let mut all = SmallVec::<[Value; 8]>::new();
                all.push(instance.clone());
                all.extend(arguments.iter().cloned());
                return Ok(match self.prepare_function(function, &all, names)? {
                    Prepared::Frame(frame) => {
                        frame.set_flag(FRAME_CONSTRUCTOR);
                        Prepared::Construct(frame, instance)
                    }
                    // A generator or coroutine as `__init__`.
                    Prepared::Done(other) => {
                        self.check_constructor_result(&other)?;
                        Prepared::Done(instance)
                    }
                    other => other,
                });
            }
            // `object` takes no arguments, an exception keeps any that have no names.
            if arguments.is_empty() || names.is_empty() && class.layout == Kind::Exception {
                return Ok(Prepared::Done(self.new_plain(class, arguments)));
            }
        }
        let plain_metaclass = match &*class.metaclass.borrow() {
            Some(metaclass) => metaclass.same(&self.types.type_),
            None => true,
        };
        if !plain_metaclass {
            return self.prepare_other(callable, arguments, names);
        }
        self.type_call(class, arguments, names).map(Prepared::Done)
    }

    /// The `__init__` of a class whose instances are made by `type.__call__` and the `__new__` of
    /// `object` or `BaseException`: a Python function, or the one that belongs to that `__new__`.
    #[inline]
    pub fn plain_constructor(&mut self, class: &Ref<Class>) -> Option<Value> {
        if class.constructor_version.get() == class.version.get() {
            let init = class.constructor.get();
            return (!init.is_unbound()).then_some(init);
        }
        self.find_plain_constructor(class)
    }

    #[inline(never)]
    fn find_plain_constructor(&mut self, class: &Ref<Class>) -> Option<Value> {
        let plain_metaclass = match &*class.metaclass.borrow() {
            Some(metaclass) => metaclass.same(&self.types.type_),
            None => true,
        };
        let flags = class.flags.get();
        let mut constructor = Value::Unbound;
        let (new_name, init_name) = (self.names.new.clone(), self.names.init.clone());
        let plain = match class.layout {
            Kind::Instance if flags.is_heap_type && !flags.is_abstract => {
                Some((self.object_new.clone(), self.object_init.clone()))
            }
            Kind::Exception => {
                let base = self.exception_class(ExceptionKind::BaseException).dict();
                base.get_str(&new_name).zip(base.get_str(&init_name))
            }
            _ => None,
        };
        if plain_metaclass
            && let Some((plain_new, plain_init)) = plain
            && self.lookup_class(class, &new_name).is_some_and(|new| new.is(&plain_new))
            && let Some(init) = self.lookup_class(class, &init_name)
            && (init.get::<Function>().is_some() || init.is(&plain_init))
        {
            constructor = init;
        }
        class.constructor.set(constructor.clone());
        class.constructor_version.set(class.version.get());
        (!constructor.is_unbound()).then_some(constructor)
    }

    /// What the `__new__` of a class with a plain constructor gives.
    #[inline]
    pub fn new_plain(&mut self, class: &Ref<Class>, arguments: &[Value]) -> Value {
        if class.layout == Kind::Exception {
            return make_exception(class, arguments).into();
        }
        Value::object(self.new_instance(class))
    }

    /// A new exception, if making one of this class only keeps its arguments.
    #[inline]
    pub fn plain_exception(
        &mut self,
        class: &Ref<Class>,
        arguments: &[Value],
    ) -> Option<Ref<Exception>> {
        let keeps_arguments = class.layout == Kind::Exception
            && self.plain_constructor(class)?.get::<NativeFunction>().is_some();
        keeps_arguments.then(|| make_exception(class, arguments))
    }

    /// `object.__new__` for a class of plain instances.
    #[inline]
    pub fn new_instance(&mut self, class: &Ref<Class>) -> Ref<Instance> {
        let instance = Instance::new(class);
        if class.flags.get().has_finalizer {
            instance.as_object().set_flag(FLAG_FINALIZE);
        }
        instance
    }

    /// A native, with its arguments checked against its signature.
    pub fn call_native(
        &mut self,
        function: &Ref<NativeFunction>,
        arguments: &[Value],
        names: &[Value],
    ) -> Result<Prepared> {
        let signature = function.signature();
        let receiver = function.is_method.get() as usize;
        if signature.is_raw {
            return self.run_native(function, &Args { values: arguments, names });
        }
        if names.is_empty() {
            let given = arguments.len().wrapping_sub(receiver);
            if given >= signature.required && given <= signature.positional {
                return self.run_native(function, &Args::positional(arguments));
            }
        }
        if let Some(bound) = arguments_in_place(function, arguments, names) {
            return self.run_native(function, &Args::positional(&bound));
        }
        let bound = match function.native.like_python {
            true => self.bind_like_python(function, arguments, names)?,
            false => self.bind_native(function, arguments, names)?,
        };
        self.run_native(function, &Args::positional(&bound))
    }

    #[inline(always)]
    fn run_native(&mut self, function: &Ref<NativeFunction>, args: &Args) -> Result<Prepared> {
        let result = match function.native.call {
            NativeCall::Plain(run) => run(self, args).map(Prepared::Done),
            NativeCall::Control(run) | NativeCall::Resume(run, _) | NativeCall::Throw(run) => {
                match run(self, args) {
                    Ok(Step::Return(value)) => Ok(Prepared::Done(value)),
                    Ok(Step::Resume { target, input }) => Ok(Prepared::Resume(target, input)),
                    Ok(Step::Call { callable, arguments }) => {
                        self.prepare(&callable, &arguments, &[])
                    }
                    Err(error) => Err(error),
                }
            }
        };
        result.map_err(|error| self.name_wrong_receiver(function, args, error))
    }

    /// A method that was called on a value of another class has failed: the error that says so.
    #[cold]
    pub fn name_wrong_receiver(
        &mut self,
        function: &Ref<NativeFunction>,
        args: &Args,
        error: Ref<Exception>,
    ) -> Ref<Exception> {
        let owner = function.owner.get();
        let name = function.native.name;
        let (Some(owner), true) = (owner.get_ref::<Class>(), function.is_method.get()) else {
            return error;
        };
        let receiver = args.get(0);
        // The receiver of a class method is a class.
        let is_right = match receiver.get_ref::<Class>() {
            Some(class) => class.is_subclass_of(owner),
            None => false,
        };
        if is_right || name == "__new__" || self.class_of(receiver).is_subclass_of(owner) {
            return error;
        }
        let (wanted, found) = (self.class_name(owner), self.type_name(receiver));
        self.type_error(match is_slot_name(name) {
            true => {
                format!("descriptor '{name}' requires a '{wanted}' object but received a '{found}'")
            }
            false => format!(
                "descriptor '{name}' for '{wanted}' objects doesn't apply to a '{found}' object"
            ),
        })
    }

    /// Python's rules for arguments of natives, with the messages of CPython's built-in functions.
    #[cold]
    fn bind_native(
        &mut self,
        function: &Ref<NativeFunction>,
        arguments: &[Value],
        names: &[Value],
    ) -> Result<Vec<Value>> {
        let signature = function.signature();
        let receiver = function.is_method.get() as usize;
        let full_name = self.native_name(function);
        let short_name = match function.native.name {
            "__new__" => full_name.as_str(),
            name => name,
        };
        let positional = arguments.len() - names.len();
        if positional < receiver {
            let message = format!("unbound method {full_name}() needs an argument");
            return Err(self.type_error(message));
        }
        let given = positional - receiver;
        let takes_names = signature.positional_only < signature.parameters.len();
        if !names.is_empty() && !takes_names {
            return Err(self.type_error(format!("{full_name}() takes no keyword arguments")));
        }
        let total = given + names.len();
        if given > signature.positional && names.is_empty() && matches!(&*full_name, "int" | "str")
        {
            // CPython calls these two classes by a way of their own.
            let limit = signature.positional;
            let message = format!("{full_name} expected at most {limit} arguments, got {given}");
            return Err(self.type_error(message));
        }
        if !takes_names {
            let expected = signature.positional;
            let message = if let Some(class) = class_that_unpacks(&full_name) {
                format!("{class} expected 1 argument, got {given}")
            } else if receiver == 1 && is_wrapped_slot(function.native.name) {
                let required = signature.required;
                let (bound, wanted) = match (required == expected, given < required) {
                    (true, _) => ("", expected),
                    (false, true) => ("at least ", required),
                    (false, false) => ("at most ", expected),
                };
                let plural = if wanted == 1 { "" } else { "s" };
                format!("expected {bound}{wanted} argument{plural}, got {given}")
            } else if expected == 0 {
                format!("{full_name}() takes no arguments ({given} given)")
            } else if expected == 1 && signature.required == 1 {
                format!("{full_name}() takes exactly one argument ({given} given)")
            } else {
                let (bound, limit) = if signature.required == expected {
                    ("", expected)
                } else if given < signature.required {
                    ("at least ", signature.required)
                } else {
                    ("at most ", expected)
                };
                let plural = if limit == 1 { "" } else { "s" };
                format!("{short_name} expected {bound}{limit} argument{plural}, got {given}")
            };
            return Err(self.type_error(message));
        }
        if given > signature.positional {
            let limit = signature.positional;
            let plural = if limit == 1 { "" } else { "s" };
            let message = if limit == 0 {
                format!("{short_name}() takes no positional arguments")
            } else if signature.positional < signature.parameters.len() {
                let bound = if signature.required == limit { "exactly" } else { "at most" };
                format!(
                    "{short_name}() takes {bound} {limit} positional argument{plural} ({given} given)"
                )
            } else {
                let bound = if signature.required == limit { "exactly" } else { "at most" };
                format!("{short_name}() takes {bound} {limit} argument{plural} ({total} given)")
            };
            return Err(self.type_error(message));
        }
        let mut bound = arguments[..positional].to_vec();
        bound.resize(receiver + signature.parameters.len(), Value::Unbound);
        for (name, value) in names.iter().zip(&arguments[positional..]) {
            let name = name.as_str().unwrap_or_default();
            let place = signature.parameters.iter().position(|p| p.name == name);
            match place {
                Some(place) if place >= signature.positional_only => {
                    if !bound[receiver + place].is_unbound() {
                        let message = format!(
                            "argument for {short_name}() given by name ('{name}') and position ({})",
                            place + 1
                        );
                        return Err(self.type_error(message));
                    }
                    bound[receiver + place] = value.clone();
                }
                _ => {
                    let known = &signature.parameters[signature.positional_only..];
                    let known = known.iter().map(|parameter| parameter.name);
                    let known: Vec<&str> = known.collect();
                    return Err(unexpected_keyword(self, short_name, name, &known));
                }
            }
        }
        for place in 0..signature.required {
            if bound[receiver + place].is_unbound() {
                let message = if place < signature.positional_only {
                    let plural = if signature.required == 1 { "" } else { "s" };
                    format!(
                        "{short_name}() takes at least {} positional argument{plural} ({given} given)",
                        signature.required
                    )
                } else {
                    format!(
                        "{short_name}() missing required argument '{}' (pos {})",
                        signature.parameters[place].name,
                        place + 1
                    )
                };
                return Err(self.type_error(message));
            }
        }
        Ok(bound)
    }

    /// A native's name as messages give it: with its class or module; a class for its `__new__`.
    pub fn native_name(&self, function: &NativeFunction) -> String {
        let name = function.native.name;
        match (function.owner.get().get::<Class>(), function.module.get().as_str()) {
            (Some(class), _) if name == "__new__" => class.name().as_str().to_owned(),
            (Some(class), _) => format!("{}.{name}", class.name().as_str()),
            (None, None | Some("builtins")) => name.to_owned(),
            (None, Some(module)) => format!("{module}.{name}"),
        }
    }

    /// A Python function: a frame, or the generator object that a call of a generator function is.
    pub fn prepare_function(
        &mut self,
        function: &Ref<Function>,
        arguments: &[Value],
        names: &[Value],
    ) -> Result<Prepared> {
        let positional = match names {
            [] => FramePointer::of_positional_call(function, None, arguments),
            _ => None,
        };
        let frame = match positional {
            Some(frame) => frame,
            None => {
                let values = self.bind_arguments(function, &function.code, arguments, names)?;
                FramePointer::new(function.clone(), values)
            }
        };
        if !function.closure.is_unbound() {
            frame.fill_closure();
        }
        Ok(self.frame_or_generator(frame))
    }

    fn frame_or_generator(&mut self, frame: FramePointer) -> Prepared {
        if matches!(frame.linked().kind, CodeKind::Function | CodeKind::Block) {
            return Prepared::Frame(frame);
        }
        Prepared::Done(self.generator_object(frame, false))
    }

    /// The object that a call of a generator, coroutine or async generator function gives.
    #[inline]
    pub fn generator_object(&mut self, frame: FramePointer, awaited_next: bool) -> Value {
        let generator = frame.into_generator(awaited_next);
        generator.chain_length.set(1);
        let code = generator.code();
        if code.makes_iterable_coroutines.get() {
            generator.set_flag(FRAME_ITERABLE_COROUTINE);
        }
        if code.kind == CodeKind::Coroutine && self.system.origin_tracking_depth > 0 {
            self.record_origin(&generator);
        }
        Value::object(generator)
    }

    /// Python's rules for arguments: Python reference, "Calls".
    fn bind_arguments(
        &mut self,
        function: &Ref<Function>,
        code: &CodeObject,
        arguments: &[Value],
        names: &[Value],
    ) -> Result<SmallVec<[Value; 8]>> {
        let layout = &code.code;
        let positional = layout.argument_count as usize;
        let keyword_only = layout.keyword_only_count as usize;
        let named = positional + keyword_only;
        let given = arguments.len() - names.len();
        let mut values: SmallVec<[Value; 8]> = SmallVec::new();
        values.extend(arguments[..given.min(positional)].iter().cloned());
        values.resize(named, Value::Unbound);

        let mut extra_names = Vec::new();
        for (name, value) in names.iter().zip(&arguments[given..]) {
            let Some(text) = name.as_str_ref() else {
                return Err(self.type_error("keywords must be strings"));
            };
            let place = code.slot_names[..named]
                .iter()
                .position(|known| known.same(text) || known.as_str() == text.as_str());
            match place {
                Some(place) if place >= layout.positional_only_count as usize => {
                    if !values[place].is_unbound() {
                        let message = format!(
                            "{}() got multiple values for argument '{}'",
                            self.function_name(function),
                            text.as_str()
                        );
                        return Err(self.type_error(message));
                    }
                    values[place] = value.clone();
                }
                _ => extra_names.push((name.clone(), value.clone())),
            }
        }
        if !layout.has_varkeywords && !extra_names.is_empty() {
            return Err(self.unexpected_names(function, code, &extra_names));
        }
        if given > positional && !layout.has_varargs {
            return Err(self.too_many_positional(function, code, given, &values));
        }

        if values.iter().any(Value::is_unbound) {
            let defaults = function.defaults.get();
            let defaults = defaults.as_tuple().unwrap_or(&[]);
            let first_default = positional - defaults.len().min(positional);
            for place in first_default..positional {
                if values[place].is_unbound() {
                    values[place] = defaults[place - first_default].clone();
                }
            }
            if values[..positional].iter().any(Value::is_unbound) {
                return Err(self.missing_arguments(function, code, &values, 0..positional));
            }
            if keyword_only > 0 {
                let defaults = function.keyword_defaults.get();
                let given = values.iter_mut().zip(&code.slot_names).skip(positional);
                for (value, name) in given {
                    if value.is_unbound()
                        && let Some(defaults) = defaults.get::<Dict>()
                        && let Some(default) = defaults.get_str(name)
                    {
                        *value = default;
                    }
                }
                if values[positional..].iter().any(Value::is_unbound) {
                    return Err(self.missing_arguments(function, code, &values, positional..named));
                }
            }
        }
        if layout.has_varargs {
            let extra = arguments.get(positional..given).unwrap_or(&[]);
            values.push(Value::object(Tuple::new(extra.iter().cloned())));
        }
        if layout.has_varkeywords {
            let extra = Dict::new();
            for (name, value) in extra_names {
                if let Some(name) = name.as_str_ref() {
                    let name = self.intern_str(name);
                    extra.set_str(&name, value);
                }
            }
            values.push(Value::object(extra));
        }
        Ok(values)
    }

    fn function_name(&self, function: &Function) -> String {
        function.qualname().as_str().unwrap_or("<function>").to_owned()
    }

    #[cold]
    fn unexpected_names(
        &mut self,
        function: &Ref<Function>,
        code: &CodeObject,
        extra: &[(Value, Value)],
    ) -> Ref<crate::object::Exception> {
        let name = self.function_name(function);
        let positional_only = &code.slot_names[..code.code.positional_only_count as usize];
        let passed: Vec<&str> = positional_only
            .iter()
            .map(|known| known.as_str())
            .filter(|known| extra.iter().any(|(given, _)| given.as_str() == Some(known)))
            .collect();
        if !passed.is_empty() {
            let list = passed.join(", ");
            return self.type_error(format!(
                "{name}() got some positional-only arguments passed as keyword arguments: '{list}'"
            ));
        }
        let wrong = extra[0].0.as_str().unwrap_or_default().to_owned();
        let known: Vec<String> = code.slot_names[positional_only.len()
            ..(code.code.argument_count + code.code.keyword_only_count) as usize]
            .iter()
            .map(|known| known.as_str().to_owned())
            .collect();
        let module = function.globals.get_str(&self.names.name).unwrap_or(Value::None);
        let module = module.as_str().unwrap_or_default();
        self.unexpected_keyword(&name, module, &wrong, known.iter().map(String::as_str))
    }

    #[cold]
    fn too_many_positional(
        &mut self,
        function: &Ref<Function>,
        code: &CodeObject,
        given: usize,
        values: &[Value],
    ) -> Ref<crate::object::Exception> {
        let name = self.function_name(function);
        let positional = code.code.argument_count as usize;
        let defaults = function.defaults.get().as_tuple().map_or(0, <[Value]>::len);
        let keyword_given = values[positional..].iter().filter(|value| !value.is_unbound()).count();
        let takes = if defaults > 0 {
            format!("from {} to {positional}", positional - defaults)
        } else {
            positional.to_string()
        };
        let plural = if positional == 1 && defaults == 0 { "" } else { "s" };
        let (more, verb) = if keyword_given > 0 {
            let given_plural = if given == 1 { "" } else { "s" };
            let keyword_plural = if keyword_given == 1 { "" } else { "s" };
            (
                format!(
                    " positional argument{given_plural} (and {keyword_given} keyword-only argument{keyword_plural})"
                ),
                "were",
            )
        } else {
            (String::new(), if given == 1 { "was" } else { "were" })
        };
        self.type_error(format!(
            "{name}() takes {takes} positional argument{plural} but {given}{more} {verb} given"
        ))
    }

    #[cold]
    fn missing_arguments(
        &mut self,
        function: &Ref<Function>,
        code: &CodeObject,
        values: &[Value],
        places: std::ops::Range<usize>,
    ) -> Ref<crate::object::Exception> {
        let name = self.function_name(function);
        let is_positional = places.end <= code.code.argument_count as usize;
        let kind = if is_positional { "positional" } else { "keyword-only" };
        let missing: Vec<String> = places
            .filter(|&place| values[place].is_unbound())
            .map(|place| format!("'{}'", code.slot_names[place].as_str()))
            .collect();
        let plural = if missing.len() == 1 { "" } else { "s" };
        let list = match missing.as_slice() {
            [one] => one.clone(),
            [first, second] => format!("{first} and {second}"),
            [front @ .., last] => format!("{}, and {last}", front.join(", ")),
            [] => String::new(),
        };
        self.type_error(format!(
            "{name}() missing {} required {kind} argument{plural}: {list}",
            missing.len()
        ))
    }
}

/// Special methods that CPython lets count their arguments themselves, and with other words: the
/// class that these begin with.
fn class_that_unpacks(full_name: &str) -> Option<&str> {
    let (class, method) = full_name.rsplit_once('.')?;
    matches!(
        (class, method),
        ("classmethod" | "staticmethod", "__init__")
            | ("attrgetter" | "itemgetter" | "methodcaller", "__call__")
    )
    .then_some(class)
}

/// Whether a special method's arguments are counted by CPython's wrapper of a slot.
fn is_wrapped_slot(name: &str) -> bool {
    is_slot_name(name)
        && !matches!(name, "__new__" | "__init__" | "__call__" | "__getitem__" | "__contains__")
}
