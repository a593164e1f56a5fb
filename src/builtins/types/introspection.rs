//! What looks at running code and at classes: `code`, `frame`, `traceback`, `mappingproxy`,
//! descriptors of built-in attributes.

use crate::code::CodeKind;
use crate::object::code::CodeObject;
use crate::object::descriptor::{GetSet, Member};
use crate::object::dict::{Dict, MappingProxy};
use crate::object::exception::Traceback;
use crate::object::frame::{FramePointer, FrameProxy};
use crate::object::function::CellObject;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

fn this<'a, T: crate::object::heap::HeapObject>(
    vm: &mut Vm,
    object: &'a Value,
) -> Result<&'a Ref<T>> {
    Args::positional(std::slice::from_ref(object)).receiver::<T>(vm)
}

// ── code ──

pub const CODE: ClassSpec = ClassSpec {
    name: "code",
    layout: Kind::Code,
    methods: &[
        Native::new("__repr__", "", code_repr),
        Native::new("co_lines", "", code_lines),
        Native::new("co_positions", "", |vm, args| {
            let code = args.receiver::<CodeObject>(vm)?.clone();
            let rows =
                (0..code.code.ops.len()).map(|place| {
                    match crate::modules::bytecode::position(&code.code, place) {
                        Value::None => Tuple::new([const { Value::None }; 4]).into(),
                        position => position,
                    }
                });
            vm.iter(&Tuple::new(rows.collect::<Vec<_>>()).into())
        }),
    ],
    attributes: &[
        GetSetSpec::member("co_name", |vm, o| Ok(this::<CodeObject>(vm, o)?.name.clone().into())),
        GetSetSpec::member("co_qualname", |vm, o| {
            Ok(this::<CodeObject>(vm, o)?.qualname.clone().into())
        }),
        GetSetSpec::member("co_filename", |vm, o| {
            Ok(Value::from(this::<CodeObject>(vm, o)?.code.source.name.as_str()))
        }),
        GetSetSpec::member("co_firstlineno", |vm, o| {
            Ok(Value::Int(this::<CodeObject>(vm, o)?.code.first_line.into()))
        }),
        GetSetSpec::member("co_argcount", |vm, o| {
            Ok(Value::Int(this::<CodeObject>(vm, o)?.code.argument_count.into()))
        }),
        GetSetSpec::member("co_posonlyargcount", |vm, o| {
            Ok(Value::Int(this::<CodeObject>(vm, o)?.code.positional_only_count.into()))
        }),
        GetSetSpec::member("co_kwonlyargcount", |vm, o| {
            Ok(Value::Int(this::<CodeObject>(vm, o)?.code.keyword_only_count.into()))
        }),
        GetSetSpec::readonly("co_nlocals", |vm, o| {
            Ok(this::<CodeObject>(vm, o)?.code.variables.len().into())
        }),
        GetSetSpec::readonly("co_varnames", |vm, o| {
            let code = this::<CodeObject>(vm, o)?.clone();
            Ok(names(&code.code.variables))
        }),
        GetSetSpec::readonly("co_cellvars", |vm, o| {
            let code = this::<CodeObject>(vm, o)?.clone();
            Ok(names(&code.code.cells))
        }),
        GetSetSpec::readonly("co_freevars", |vm, o| {
            let code = this::<CodeObject>(vm, o)?.clone();
            Ok(names(&code.code.free))
        }),
        GetSetSpec::member("co_names", |vm, o| {
            let code = this::<CodeObject>(vm, o)?.clone();
            Ok(names(&code.code.names))
        }),
        GetSetSpec::member("co_consts", |vm, o| {
            let code = this::<CodeObject>(vm, o)?;
            Ok(Tuple::new(code.constants.to_vec()).into())
        }),
        GetSetSpec::member("co_stacksize", |vm, o| {
            Ok(Value::Int(this::<CodeObject>(vm, o)?.code.stack_size.into()))
        }),
        GetSetSpec::member("co_flags", |vm, o| {
            let code = this::<CodeObject>(vm, o)?;
            Ok(Value::Int(code_flags(code)))
        }),
    ],
    ..ClassSpec::EMPTY
};

/// Runs of instructions of one line: where they start and end, and the line or None.
fn code_lines(vm: &mut Vm, args: &Args) -> Result {
    let code = args.receiver::<CodeObject>(vm)?.clone();
    let mut runs: Vec<(usize, Option<u32>)> = Vec::new();
    for place in 0..code.code.ops.len() {
        let span = code.code.spans.get(place).filter(|span| **span != crate::code::NO_SPAN);
        let line = span.map(|span| code.code.source.line(span.start));
        if runs.last().is_none_or(|(_, last)| *last != line) {
            runs.push((place, line));
        }
    }
    let ends = runs.iter().skip(1).map(|(start, _)| *start).chain([code.code.ops.len()]);
    let rows = runs.iter().zip(ends).map(|((start, line), end)| {
        let line = line.map_or(Value::None, |line| Value::Int(line.into()));
        Tuple::new([(2 * start).into(), (2 * end).into(), line]).into()
    });
    vm.iter(&Tuple::new(rows.collect::<Vec<_>>()).into())
}

fn names(names: &[ouro_grammar::ast::Name]) -> Value {
    Tuple::new(names.iter().map(|name| Value::from(&**name)).collect::<Vec<_>>()).into()
}

/// `inspect.CO_*`.
fn code_flags(code: &CodeObject) -> i64 {
    // CO_ITERABLE_COROUTINE
    let mut flags = (code.makes_iterable_coroutines.get() as i64) << 8;
    let code = &code.code;
    if code.kind != CodeKind::Block {
        // CO_OPTIMIZED | CO_NEWLOCALS
        flags |= 0x3;
    }
    flags |= (code.has_varargs as i64) << 2;
    flags |= (code.has_varkeywords as i64) << 3;
    flags
        | match code.kind {
            CodeKind::Generator => 0x20,
            CodeKind::Coroutine => 0x80,
            CodeKind::AsyncGenerator => 0x200,
            CodeKind::Block | CodeKind::Function => 0,
        }
}

fn code_repr(vm: &mut Vm, args: &Args) -> Result {
    let code = args.receiver::<CodeObject>(vm)?;
    Ok(format!(
        "<code object {} at {:#x}, file \"{}\", line {}>",
        code.name.as_str(),
        code.address(),
        code.code.source.name,
        code.code.first_line
    )
    .into())
}

// ── frames ──

pub const FRAME: ClassSpec = ClassSpec {
    name: "frame",
    layout: Kind::FrameProxy,
    methods: &[
        Native::new("__repr__", "", frame_repr),
        Native::new("clear", "", frame_clear),
        Native::new("__eq__", "value, /", frame_eq),
        Native::new("__hash__", "", frame_hash),
    ],
    attributes: &[
        GetSetSpec::readonly("f_code", |vm, o| {
            Ok(this::<FrameProxy>(vm, o)?.frame.function.code.clone().into())
        }),
        GetSetSpec::readonly("f_globals", |vm, o| {
            Ok(this::<FrameProxy>(vm, o)?.frame.function.globals.clone().into())
        }),
        GetSetSpec::readonly("f_builtins", |vm, o| {
            Ok(this::<FrameProxy>(vm, o)?.frame.function.builtins.clone().into())
        }),
        GetSetSpec::readonly("f_locals", frame_locals),
        GetSetSpec::readonly("f_lineno", |vm, o| {
            Ok(Value::Int(this::<FrameProxy>(vm, o)?.frame.line().into()))
        }),
        GetSetSpec::readonly("f_lasti", |vm, o| {
            Ok(Value::Int(i64::from(this::<FrameProxy>(vm, o)?.frame.pc()) * 2 - 2))
        }),
        GetSetSpec::readonly("f_back", frame_back),
        GetSetSpec::readonly("f_trace", |_, _| Ok(Value::None)),
    ],
    ..ClassSpec::EMPTY
};

fn frame_repr(vm: &mut Vm, args: &Args) -> Result {
    let proxy = args.receiver::<FrameProxy>(vm)?;
    let code = proxy.frame.code();
    Ok(format!(
        "<frame at {:#x}, file '{}', line {}, code {}>",
        proxy.frame.address(),
        code.code.source.name,
        proxy.frame.line(),
        code.name.as_str()
    )
    .into())
}

fn frame_eq(_: &mut Vm, args: &Args) -> Result {
    Ok(match (args.get(0).get::<FrameProxy>(), args.get(1).get::<FrameProxy>()) {
        (Some(a), Some(b)) => a.frame.same(&b.frame).into(),
        _ => Value::NotImplemented,
    })
}

fn frame_hash(vm: &mut Vm, args: &Args) -> Result {
    let address = args.receiver::<FrameProxy>(vm)?.frame.address();
    Ok(crate::object::hash::hash_address(address).into())
}

fn frame_back(vm: &mut Vm, object: &Value) -> Result {
    let frame = FramePointer::of(&this::<FrameProxy>(vm, object)?.frame);
    let frames = vm.frames();
    let back = match frames.iter().position(|&running| running == frame) {
        Some(place) => frames.get(place + 1).copied(),
        None => frame.caller(),
    };
    Ok(back.map_or(Value::None, |caller| FrameProxy::new(caller.to_ref()).into()))
}

fn frame_clear(vm: &mut Vm, args: &Args) -> Result {
    use crate::object::frame::FrameState;
    let proxy = args.receiver::<FrameProxy>(vm)?;
    match proxy.frame.state.get() {
        FrameState::Finished => {
            FramePointer::of(&proxy.frame).clear_slots();
            Ok(Value::None)
        }
        FrameState::Suspended => Err(vm.runtime_error("cannot clear a suspended frame")),
        FrameState::Created => {
            let frame = proxy.frame.clone();
            if frame.linked().kind == CodeKind::Coroutine {
                vm.warn_never_awaited(&frame);
            }
            vm.close_generator(&frame)
        }
        FrameState::Running | FrameState::Delegated => {
            // A plain frame that nobody runs any more keeps this state.
            Err(vm.runtime_error("cannot clear an executing frame"))
        }
    }
}

fn frame_locals(vm: &mut Vm, object: &Value) -> Result {
    let frame = this::<FrameProxy>(vm, object)?.frame.clone();
    vm.frame_locals_proxy(&frame)
}

impl Vm {
    /// The frames in execution, innermost first.
    pub fn frames(&self) -> Vec<FramePointer> {
        let mut frames = Vec::new();
        let mut resumers = self.resumers.waiting_frames();
        let mut frame = self.current;
        while let Some(current) = frame {
            frames.push(current);
            frame = match current.caller() {
                Some(caller) => Some(caller),
                None if matches!(current.linked().kind, CodeKind::Function | CodeKind::Block) => {
                    None
                }
                // The outermost frame of a generator: whoever resumed it goes on from here.
                None => resumers.next().flatten(),
            };
        }
        frames
    }

    /// The variables of a frame as a mapping: a fresh dict for a function, the real namespace of
    /// anything else.
    pub fn frame_locals(&mut self, frame: FramePointer) -> Result {
        if let Some(mapping) = frame.locals_mapping() {
            return Ok(mapping);
        }
        let code = frame.code().clone();
        if code.kind == CodeKind::Block {
            return Ok(frame.function.globals.clone().into());
        }
        let locals = Dict::new();
        if frame.has_variables() {
            for (place, name) in code.slot_names.iter().enumerate() {
                let value = match frame.variable(place) {
                    Value::Object(object) if object.get::<CellObject>().is_some() => {
                        let is_cell = code.code.cells.iter().any(|cell| **cell == *name.as_str())
                            || place >= code.free_start as usize;
                        match object.get::<CellObject>() {
                            Some(cell) if is_cell => cell.content.get(),
                            _ => Value::Object(object),
                        }
                    }
                    value => value,
                };
                if !value.is_unbound() {
                    drop(locals.set_str(name, value));
                }
            }
        }
        if let Some(extra) = frame.rare(|rare| rare.extra_locals.clone()) {
            self.dict_update(&locals, &extra)?;
        }
        Ok(locals.into())
    }
}

// ── tracebacks ──

pub const TRACEBACK: ClassSpec = ClassSpec {
    name: "traceback",
    layout: Kind::Traceback,
    attributes: &[
        GetSetSpec::readonly("tb_frame", |vm, o| {
            Ok(FrameProxy::new(this::<Traceback>(vm, o)?.frame.clone()).into())
        }),
        GetSetSpec::readonly("tb_lineno", |vm, o| {
            Ok(Value::Int(this::<Traceback>(vm, o)?.line().into()))
        }),
        GetSetSpec::readonly("tb_lasti", |vm, o| {
            Ok(Value::Int(i64::from(this::<Traceback>(vm, o)?.op) * 2))
        }),
        GetSetSpec::writable(
            "tb_next",
            |vm, o| {
                let next = this::<Traceback>(vm, o)?.next.get();
                Ok(next.map_or(Value::None, Value::from))
            },
            set_next,
        ),
    ],
    ..ClassSpec::EMPTY
};

fn set_next(vm: &mut Vm, object: &Value, value: Value) -> Result<()> {
    let traceback = this::<Traceback>(vm, object)?;
    let next = match value.get_ref::<Traceback>() {
        Some(next) => next.clone(),
        None if value.is_none() => {
            drop(traceback.next.take());
            return Ok(());
        }
        None => {
            let found = vm.type_name(&value);
            return Err(vm.type_error(format!("expected traceback object, got '{found}'")));
        }
    };
    let mut entry = Some(next.clone());
    while let Some(current) = entry {
        if current.same(traceback) {
            return Err(vm.value_error("traceback loop detected"));
        }
        entry = current.next.get();
    }
    drop(traceback.next.replace(Some(next)));
    Ok(())
}

// ── mappingproxy ──

pub const MAPPING_PROXY: ClassSpec = ClassSpec {
    name: "mappingproxy",
    layout: Kind::MappingProxy,
    new: Some(&Native::new("__new__", "*args, **kwargs", proxy_new)),
    methods: &[
        Native::new("__getitem__", "key, /", |vm, args| {
            let mapping = proxied(vm, args)?;
            vm.get_item(&mapping, args.get(1))
        }),
        Native::new("__contains__", "key, /", |vm, args| {
            let mapping = proxied(vm, args)?;
            Ok(vm.contains(&mapping, args.get(1))?.into())
        }),
        Native::new("__len__", "", |vm, args| {
            let mapping = proxied(vm, args)?;
            Ok(vm.length(&mapping)?.into())
        }),
        Native::new("__iter__", "", |vm, args| {
            let mapping = proxied(vm, args)?;
            vm.iter(&mapping)
        }),
        Native::new("__reversed__", "", |vm, args| pass_on(vm, args, "__reversed__")),
        Native::new("__repr__", "", |vm, args| {
            let mapping = proxied(vm, args)?;
            let shown = vm.repr(&mapping)?;
            Ok(format!("mappingproxy({})", shown.as_str()).into())
        }),
        Native::new("__str__", "", |vm, args| {
            let mapping = proxied(vm, args)?;
            Ok(vm.to_str(&mapping)?.into())
        }),
        Native::new("__eq__", "value, /", |vm, args| {
            let mapping = proxied(vm, args)?;
            let other = match args.get(1).get::<MappingProxy>() {
                Some(proxy) => proxy.mapping.clone(),
                None => args.get(1).clone(),
            };
            Ok(vm.equal(&mapping, &other)?.into())
        }),
        Native::new("__hash__", "", |vm, args| {
            let mapping = proxied(vm, args)?;
            Ok(vm.hash(&mapping)?.into())
        }),
        Native::new("__or__", "value, /", |vm, args| merge(vm, args, false)),
        Native::new("__ror__", "value, /", |vm, args| merge(vm, args, true)),
        Native::new("get", "key, default=None, /", |vm, args| {
            let mapping = proxied(vm, args)?;
            let default = args.get(2).bound().cloned().unwrap_or(Value::None);
            vm.call_method(&mapping, "get", &[args.get(1).clone(), default])
        }),
        Native::new("keys", "", |vm, args| pass_on(vm, args, "keys")),
        Native::new("values", "", |vm, args| pass_on(vm, args, "values")),
        Native::new("items", "", |vm, args| pass_on(vm, args, "items")),
        Native::new("copy", "", |vm, args| pass_on(vm, args, "copy")),
    ],
    class_methods: &[Native::new("__class_getitem__", "object, /", |vm, args| {
        vm.generic_alias(args.get(0), args.get(1))
    })],
    ..ClassSpec::EMPTY
};

fn proxied(vm: &mut Vm, args: &Args) -> Result {
    Ok(args.receiver::<MappingProxy>(vm)?.mapping.clone())
}

fn pass_on(vm: &mut Vm, args: &Args, name: &str) -> Result {
    let mapping = proxied(vm, args)?;
    vm.call_method(&mapping, name, &[])
}

fn merge(vm: &mut Vm, args: &Args, reflected: bool) -> Result {
    let own = proxied(vm, args)?;
    let other = match args.get(1).get::<MappingProxy>() {
        Some(proxy) => proxy.mapping.clone(),
        None => args.get(1).clone(),
    };
    let (left, right) = if reflected { (other, own) } else { (own, other) };
    vm.binary(ouro_grammar::ast::BinaryOperator::Or, &left, &right)
}

fn proxy_new(vm: &mut Vm, args: &Args) -> Result {
    let [mapping] = args.rest(1) else {
        return Err(vm.type_error("mappingproxy() missing required argument 'mapping' (pos 1)"));
    };
    let getitem = vm.names.getitem.clone();
    let is_sequence = matches!(mapping, Value::Object(object)
        if matches!(object.kind(), Kind::List | Kind::Tuple));
    if is_sequence || vm.lookup_special(mapping, &getitem).is_none() {
        let found = vm.type_name(mapping);
        return Err(
            vm.type_error(format!("mappingproxy() argument must be a mapping, not {found}"))
        );
    }
    Ok(Ref::new(MappingProxy { mapping: mapping.clone() }).into())
}

// ── descriptors of built-in attributes ──

pub const GETSET: ClassSpec = ClassSpec {
    name: "getset_descriptor",
    layout: Kind::GetSet,
    methods: DESCRIPTOR_METHODS,
    attributes: DESCRIPTOR_ATTRIBUTES,
    ..ClassSpec::EMPTY
};

pub const MEMBER: ClassSpec = ClassSpec {
    name: "member_descriptor",
    layout: Kind::Member,
    methods: DESCRIPTOR_METHODS,
    attributes: DESCRIPTOR_ATTRIBUTES,
    ..ClassSpec::EMPTY
};

const DESCRIPTOR_METHODS: &[Native] = &[
    Native::new("__get__", "instance, owner=None, /", |vm, args| {
        if args.get(1).is_none() {
            return Ok(args.get(0).clone());
        }
        let class = vm.class_of(args.get(1));
        vm.read_data_descriptor(args.get(0), args.get(1), &class)
    }),
    Native::new("__set__", "instance, value, /", |vm, args| {
        vm.write_data_descriptor(args.get(0), args.get(1), args.get(2).clone())?;
        Ok(Value::None)
    }),
    Native::new("__delete__", "instance, /", |vm, args| {
        vm.write_data_descriptor(args.get(0), args.get(1), Value::Unbound)?;
        Ok(Value::None)
    }),
    Native::new("__repr__", "", |vm, args| {
        let (what, name, class) = described(args.get(0));
        let class = class.map_or_else(String::new, |class| vm.class_name(&class));
        Ok(format!("<{what} '{name}' of '{class}' objects>").into())
    }),
];

const DESCRIPTOR_ATTRIBUTES: &[GetSetSpec] = &[
    GetSetSpec::readonly("__name__", |_, o| Ok(described(o).1.into())),
    GetSetSpec::readonly("__qualname__", |_, o| {
        let (_, name, class) = described(o);
        let class = class.map(|class| class.qualname.borrow().as_str().to_owned());
        Ok(format!("{}.{name}", class.unwrap_or_default()).into())
    }),
    GetSetSpec::readonly("__objclass__", |_, o| {
        Ok(described(o).2.map_or(Value::None, Value::from))
    }),
    GetSetSpec::readonly("__doc__", |_, _| Ok(Value::None)),
];

/// What a descriptor is, its name and its class.
fn described(value: &Value) -> (&'static str, String, Option<Ref<crate::object::class::Class>>) {
    if let Some(getset) = value.get::<GetSet>() {
        return ("attribute", getset.spec.name.to_owned(), Some(getset.class.clone()));
    }
    match value.get::<Member>() {
        Some(member) => ("member", member.name.as_str().to_owned(), Some(member.class.clone())),
        None => ("attribute", String::new(), None),
    }
}
