//! `sys`.

use super::streams::Channel;
use super::struct_sequence::{METHODS, item};
use super::{add, add_functions};
use crate::builtins::exceptions::ExceptionKind;
use crate::object::dict::Dict;
use crate::object::frame::FrameProxy;
use crate::object::kinds::Kind;
use crate::object::list::List;
use crate::object::module::Module;
use crate::object::native::{Args, ClassSpec, Native};
use crate::object::set::{FrozenSet, SetTable};
use crate::object::string::Str;
use crate::object::tuple::Tuple;
use crate::object::{Exception, Ref, Result, Value};
use crate::text::int_text::DIGITS_ALWAYS_ALLOWED;
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[
    Native::new("exit", "status=None, /", exit),
    Native::new("exc_info", "", exc_info),
    Native::new("exception", "", exception),
    Native::new("getrecursionlimit", "", |vm, _| Ok(Value::Int(vm.recursion_limit.into()))),
    Native::new("getswitchinterval", "", |vm, _| {
        Ok(Value::float(vm.threads.switch_interval.as_secs_f64()))
    }),
    Native::new("setswitchinterval", "interval, /", set_switch_interval),
    Native::new("setrecursionlimit", "limit, /", set_recursion_limit),
    Native::new("getrefcount", "object, /", reference_count),
    Native::new("getsizeof", "object, default=None", size_of),
    Native::new("_getframe", "depth=0, /", get_frame),
    Native::new("_getframemodulename", "depth=0", get_frame_module),
    Native::new("intern", "string, /", intern),
    Native::new("is_finalizing", "", |vm, _| Ok(vm.system.is_finalizing.into())),
    Native::new("getdefaultencoding", "", |_, _| Ok("utf-8".into())),
    Native::new("getfilesystemencoding", "", |_, _| Ok("utf-8".into())),
    Native::new("getfilesystemencodeerrors", "", |_, _| Ok("surrogateescape".into())),
    Native::new("get_int_max_str_digits", "", |vm, _| Ok(vm.digit_limit().into())),
    Native::new("set_int_max_str_digits", "maxdigits", set_digit_limit),
    Native::new("set_asyncgen_hooks", "firstiter=None, finalizer=None", set_async_generator_hooks),
    Native::new("get_asyncgen_hooks", "", get_async_generator_hooks),
    Native::new("set_coroutine_origin_tracking_depth", "depth", set_origin_depth),
    Native::new("get_coroutine_origin_tracking_depth", "", |vm, _| {
        Ok(Value::Int(vm.system.origin_tracking_depth.into()))
    }),
    Native::new("gettrace", "", |_, _| Ok(Value::None)),
    Native::new("settrace", "function, /", |vm, args| refuse_tracing(vm, args, "settrace")),
    Native::new("getprofile", "", |_, _| Ok(Value::None)),
    Native::new("setprofile", "function, /", |vm, args| refuse_tracing(vm, args, "setprofile")),
    Native::new("excepthook", "exctype, value, traceback, /", except_hook),
    Native::new("displayhook", "object, /", display_hook),
    Native::new("breakpointhook", "*args, **kws", crate::builtins::functions::breakpoint::hook),
    Native::new("unraisablehook", "unraisable, /", unraisable_hook),
    Native::new("_embedded_source", "filename, /", source_text),
    Native::new("_is_gil_enabled", "", |_, _| Ok(Value::True)),
    Native::new("_clear_type_cache", "", |_, _| Ok(Value::None)),
];

static VERSION_INFO: ClassSpec = ClassSpec {
    name: "version_info",
    module: "sys",
    layout: Kind::Tuple,
    methods: METHODS,
    attributes: &[
        item::<0>("major"),
        item::<1>("minor"),
        item::<2>("micro"),
        item::<3>("releaselevel"),
        item::<4>("serial"),
    ],
    ..ClassSpec::EMPTY
};

static FLAGS: ClassSpec = ClassSpec {
    name: "flags",
    module: "sys",
    layout: Kind::Tuple,
    methods: METHODS,
    attributes: &[
        item::<0>("debug"),
        item::<1>("inspect"),
        item::<2>("interactive"),
        item::<3>("optimize"),
        item::<4>("dont_write_bytecode"),
        item::<5>("no_user_site"),
        item::<6>("no_site"),
        item::<7>("ignore_environment"),
        item::<8>("verbose"),
        item::<9>("bytes_warning"),
        item::<10>("quiet"),
        item::<11>("hash_randomization"),
        item::<12>("isolated"),
        item::<13>("dev_mode"),
        item::<14>("utf8_mode"),
        item::<15>("warn_default_encoding"),
        item::<16>("safe_path"),
        item::<17>("int_max_str_digits"),
    ],
    ..ClassSpec::EMPTY
};

static FLOAT_INFO: ClassSpec = ClassSpec {
    name: "float_info",
    module: "sys",
    layout: Kind::Tuple,
    methods: METHODS,
    attributes: &[
        item::<0>("max"),
        item::<1>("max_exp"),
        item::<2>("max_10_exp"),
        item::<3>("min"),
        item::<4>("min_exp"),
        item::<5>("min_10_exp"),
        item::<6>("dig"),
        item::<7>("mant_dig"),
        item::<8>("epsilon"),
        item::<9>("radix"),
        item::<10>("rounds"),
    ],
    ..ClassSpec::EMPTY
};

static INT_INFO: ClassSpec = ClassSpec {
    name: "int_info",
    module: "sys",
    layout: Kind::Tuple,
    methods: METHODS,
    attributes: &[
        item::<0>("bits_per_digit"),
        item::<1>("sizeof_digit"),
        item::<2>("default_max_str_digits"),
        item::<3>("str_digits_check_threshold"),
    ],
    ..ClassSpec::EMPTY
};

static HASH_INFO: ClassSpec = ClassSpec {
    name: "hash_info",
    module: "sys",
    layout: Kind::Tuple,
    methods: METHODS,
    attributes: &[
        item::<0>("width"),
        item::<1>("modulus"),
        item::<2>("inf"),
        item::<3>("nan"),
        item::<4>("imag"),
        item::<5>("algorithm"),
        item::<6>("hash_bits"),
        item::<7>("seed_bits"),
        item::<8>("cutoff"),
    ],
    ..ClassSpec::EMPTY
};

static ASYNC_GENERATOR_HOOKS: ClassSpec = ClassSpec {
    name: "asyncgen_hooks",
    module: "sys",
    layout: Kind::Tuple,
    methods: METHODS,
    attributes: &[item::<0>("firstiter"), item::<1>("finalizer")],
    ..ClassSpec::EMPTY
};

/// The Python that Ouro follows.
const VERSION: &str = "3.13.0";

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("sys");
    add_functions(vm, &module, "sys", FUNCTIONS);
    for (hook, original) in [
        ("excepthook", "__excepthook__"),
        ("displayhook", "__displayhook__"),
        ("breakpointhook", "__breakpointhook__"),
        ("unraisablehook", "__unraisablehook__"),
    ] {
        let hook = vm.intern(hook);
        if let Some(function) = module.dict().get_str(&hook) {
            add(vm, &module, original, function);
        }
    }
    for (name, original, channel) in [
        ("stdin", "__stdin__", Channel::Input),
        ("stdout", "__stdout__", Channel::Output),
        ("stderr", "__stderr__", Channel::Error),
    ] {
        let stream = vm.text_stream(channel);
        add(vm, &module, name, stream.clone());
        add(vm, &module, original, stream);
    }
    let modules = vm.modules.clone();
    add(vm, &module, "modules", modules);
    add(vm, &module, "argv", List::new(vec!["".into()]));
    add(vm, &module, "orig_argv", List::new(Vec::new()));
    add(vm, &module, "path", List::new(Vec::new()));
    add(vm, &module, "meta_path", List::new(Vec::new()));
    add(vm, &module, "path_hooks", List::new(Vec::new()));
    add(vm, &module, "path_importer_cache", Dict::new());
    let options = vm.system.settings.warnings.iter().map(|option| option.as_str().into()).collect();
    add(vm, &module, "warnoptions", List::new(options));
    let options = Dict::new();
    if vm.system.settings.dev_mode {
        options.set_str(&vm.intern("dev"), Value::True);
    }
    add(vm, &module, "_xoptions", options);
    let version = format!("{VERSION} (Ouro {})", env!("CARGO_PKG_VERSION"));
    add(vm, &module, "version", version);
    let version_items =
        || vec![Value::Int(3), Value::Int(13), Value::Int(0), "final".into(), Value::Int(0)];
    let version_info = vm.struct_sequence(&VERSION_INFO, version_items());
    add(vm, &module, "version_info", version_info.clone());
    add(vm, &module, "hexversion", Value::Int(0x030d_00f0));
    add(vm, &module, "api_version", Value::Int(1013));
    let implementation = vm.namespace(&[
        ("name", "ouro".into()),
        ("cache_tag", Value::None),
        ("version", version_info),
        ("hexversion", Value::Int(0x030d_00f0)),
    ]);
    add(vm, &module, "implementation", implementation);
    let settings = &vm.system.settings;
    let mut flags = vec![Value::Int(0); 18];
    flags[1] = Value::Int(settings.inspect.into());
    flags[2] = Value::Int(settings.interactive.into());
    flags[3] = Value::Int(settings.optimize.into());
    flags[4] = Value::Int(1);
    flags[10] = Value::Int(settings.quiet.into());
    flags[13] = settings.dev_mode.into();
    flags[16] = Value::False;
    flags[17] = Value::Int(4300);
    let flags = vm.struct_sequence(&FLAGS, flags);
    add(vm, &module, "flags", flags);
    let float_info = vm.struct_sequence(
        &FLOAT_INFO,
        vec![
            Value::float(f64::MAX),
            Value::Int(1024),
            Value::Int(308),
            Value::float(f64::MIN_POSITIVE),
            Value::Int(-1021),
            Value::Int(-307),
            Value::Int(15),
            Value::Int(53),
            Value::float(f64::EPSILON),
            Value::Int(2),
            Value::Int(1),
        ],
    );
    add(vm, &module, "float_info", float_info);
    let int_info = vm.struct_sequence(
        &INT_INFO,
        vec![Value::Int(30), Value::Int(4), Value::Int(4300), Value::Int(640)],
    );
    add(vm, &module, "int_info", int_info);
    let hash_info = vm.struct_sequence(
        &HASH_INFO,
        vec![
            Value::Int(64),
            Value::Int((1 << 61) - 1),
            Value::Int(314_159),
            Value::Int(0),
            Value::Int(1_000_003),
            "siphash13".into(),
            Value::Int(64),
            Value::Int(128),
            Value::Int(0),
        ],
    );
    add(vm, &module, "hash_info", hash_info);
    add(vm, &module, "maxsize", Value::Int(i64::MAX));
    add(vm, &module, "maxunicode", Value::Int(0x0010_ffff));
    add(vm, &module, "byteorder", "little");
    add(vm, &module, "platform", "linux");
    add(vm, &module, "float_repr_style", "short");
    add(vm, &module, "executable", "ouro");
    for name in ["prefix", "exec_prefix", "base_prefix", "base_exec_prefix"] {
        add(vm, &module, name, "<ouro>");
    }
    add(vm, &module, "platlibdir", "lib");
    add(vm, &module, "dont_write_bytecode", Value::True);
    add(vm, &module, "pycache_prefix", Value::None);
    let native: Vec<Value> = super::NATIVE_NAMES.iter().map(|&name| name.into()).collect();
    add(vm, &module, "builtin_module_names", Tuple::new(native));
    // Computed on demand: the set is large.
    add(vm, &module, "copyright", "");
    let getattr = vm.native_function(&GETATTR, "sys");
    add(vm, &module, "__getattr__", getattr);
    Ok(module)
}

static GETATTR: Native = Native::new("__getattr__", "name, /", |vm, args| {
    let name = crate::builtins::types::object::attribute_name(vm, args.get(0))?;
    if name.as_str() == "stdlib_module_names" {
        let mut table = SetTable::default();
        for name in super::names::STANDARD_LIBRARY {
            let text = vm.intern(name);
            table.insert_absent(text.hash(), text.into());
        }
        let set = Value::from(FrozenSet::new(table));
        let sys = vm.import("sys")?;
        vm.set_attr(&sys, &name, set.clone())?;
        return Ok(set);
    }
    let sys = vm.import("sys")?;
    let message = format!("module 'sys' has no attribute '{}'", name.as_str());
    Err(vm.attribute_error(message, &sys, &name))
});

fn exit(vm: &mut Vm, args: &Args) -> Result {
    let arguments = match args.get(0) {
        Value::Unbound | Value::None => vec![],
        status => vec![status.clone()],
    };
    let code = args.get(0).bound().cloned().unwrap_or(Value::None);
    let error = vm.exception(ExceptionKind::SystemExit, arguments);
    error.set_field(0, code);
    Err(error)
}

fn exception(vm: &mut Vm, _: &Args) -> Result {
    Ok(vm.handled_exception().map_or(Value::None, Value::from))
}

fn exc_info(vm: &mut Vm, _: &Args) -> Result {
    let parts = match vm.handled_exception() {
        Some(exception) => {
            let traceback = exception.traceback.get();
            [exception.class().into(), exception.into(), traceback.map_or(Value::None, Value::from)]
        }
        None => [Value::None, Value::None, Value::None],
    };
    Ok(Tuple::new(parts).into())
}

/// `sys.set_int_max_str_digits`.
fn set_digit_limit(vm: &mut Vm, args: &Args) -> Result {
    let limit = vm.index_i32(args.get(0))?;
    match usize::try_from(limit) {
        Ok(limit) if limit == 0 || limit >= DIGITS_ALWAYS_ALLOWED => {
            vm.system.int_digit_limit = Some(limit);
            Ok(Value::None)
        }
        _ => {
            Err(vm
                .value_error(format!("maxdigits must be 0 or larger than {DIGITS_ALWAYS_ALLOWED}")))
        }
    }
}

fn set_switch_interval(vm: &mut Vm, args: &Args) -> Result {
    let seconds = match args.get(0).as_float() {
        Some(seconds) => seconds,
        None => vm.index_i64(args.get(0))? as f64,
    };
    if seconds <= 0.0 {
        return Err(vm.value_error("switch interval must be strictly positive"));
    }
    vm.threads.switch_interval =
        std::time::Duration::try_from_secs_f64(seconds).unwrap_or(std::time::Duration::MAX);
    Ok(Value::None)
}

fn set_recursion_limit(vm: &mut Vm, args: &Args) -> Result {
    let limit = vm.index_i64(args.get(0))?;
    if limit < 1 {
        return Err(vm.value_error("recursion limit must be greater or equal than 1"));
    }
    let Ok(limit) = u32::try_from(limit) else {
        return Err(vm.overflow_error("Python int too large to convert to C int"));
    };
    if vm.depth >= limit {
        let depth = vm.depth;
        return Err(vm.recursion_error(format!(
            "cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit \
             is too low"
        )));
    }
    vm.recursion_limit = limit;
    vm.update_limits();
    Ok(Value::None)
}

/// The count that holds for the object outside of this call, plus one for the argument, as
/// CPython counts it.
fn reference_count(_: &mut Vm, args: &Args) -> Result {
    Ok(match args.get(0) {
        Value::Object(object) => Value::Int(object.strong_count().into()),
        // Values without a heap object exist once for ever.
        _ => Value::Int(4_294_967_295),
    })
}

fn size_of(vm: &mut Vm, args: &Args) -> Result {
    vm.call_method(args.get(0), "__sizeof__", &[])
}

fn get_frame(vm: &mut Vm, args: &Args) -> Result {
    let depth = match args.get(0).bound() {
        Some(depth) => vm.index_i64(depth)?,
        None => 0,
    };
    let frame = vm.frames().get(depth.max(0) as usize).copied();
    match frame {
        Some(frame) => Ok(FrameProxy::new(frame.to_ref()).into()),
        None => Err(vm.value_error("call stack is not deep enough")),
    }
}

fn get_frame_module(vm: &mut Vm, args: &Args) -> Result {
    let depth = match args.get(0).bound() {
        Some(depth) => vm.index_i64(depth)?,
        None => 0,
    };
    let frame = vm.frames().get(depth.max(0) as usize).copied();
    Ok(match frame {
        Some(frame) => frame.function.globals.get_str(&vm.names.name).unwrap_or(Value::None),
        None => Value::None,
    })
}

fn intern(vm: &mut Vm, args: &Args) -> Result {
    match args.get(0).get_exact::<Str>() {
        Some(text) => Ok(vm.intern(text.as_str()).into()),
        None => {
            let found = vm.type_name(args.get(0));
            Err(vm.type_error(format!("intern() argument must be str, not {found}")))
        }
    }
}

fn set_async_generator_hooks(vm: &mut Vm, args: &Args) -> Result {
    let (mut first, mut finalizer) =
        vm.system.async_generator_hooks.clone().unwrap_or((Value::None, Value::None));
    for (place, name) in [(0, "firstiter"), (1, "finalizer")] {
        let Some(hook) = args.get(place).bound() else { continue };
        if !hook.is_none() && !vm.is_callable(hook) {
            let found = vm.type_name(hook);
            return Err(vm.type_error(format!("callable {name} expected, got {found}")));
        }
        if place == 0 {
            first = hook.clone();
        } else {
            finalizer = hook.clone();
        }
    }
    let nothing = first.is_none() && finalizer.is_none();
    vm.system.async_generator_hooks = (!nothing).then_some((first, finalizer));
    Ok(Value::None)
}

fn get_async_generator_hooks(vm: &mut Vm, _: &Args) -> Result {
    let (first, finalizer) =
        vm.system.async_generator_hooks.clone().unwrap_or((Value::None, Value::None));
    Ok(vm.struct_sequence(&ASYNC_GENERATOR_HOOKS, vec![first, finalizer]))
}

fn set_origin_depth(vm: &mut Vm, args: &Args) -> Result {
    let depth = vm.index_i64(args.get(0))?;
    match u32::try_from(depth) {
        Ok(depth) => {
            vm.system.origin_tracking_depth = depth;
            Ok(Value::None)
        }
        Err(_) => Err(vm.value_error("depth must be >= 0")),
    }
}

/// The text of a source file for `linecache`, embedded or not; None if there is none.
fn source_text(vm: &mut Vm, args: &Args) -> Result {
    let Some(file) = args.get(0).as_str() else { return Ok(Value::None) };
    if let Some(source) = super::embedded::find_file(file) {
        return Ok(source.text.into());
    }
    let known = vm.system.shown_sources.get(file).map(|source| source.text.to_string());
    if let Some(text) = known {
        return Ok(text.into());
    }
    if file.starts_with('<') {
        return Ok(Value::None);
    }
    let text = vm.host.read_file(file).ok().and_then(|bytes| ouro_grammar::decode(&bytes).ok());
    Ok(text.map_or(Value::None, Value::from))
}

fn refuse_tracing(vm: &mut Vm, args: &Args, name: &str) -> Result {
    if args.get(0).is_none() {
        return Ok(Value::None);
    }
    Err(vm.not_implemented_error(format!("sys.{name}() is not supported by Ouro")))
}

fn except_hook(vm: &mut Vm, args: &Args) -> Result {
    let Some(error) = args.get(1).get_ref::<Exception>() else { return Ok(Value::None) };
    if let Some(traceback) = args.get(2).get_ref::<crate::object::exception::Traceback>() {
        drop(error.traceback.replace(Some(traceback.clone())));
    }
    let text = vm.format_exception(error);
    vm.write_to_stderr(&text);
    Ok(Value::None)
}

fn display_hook(vm: &mut Vm, args: &Args) -> Result {
    let value = args.get(0);
    if value.is_none() {
        return Ok(Value::None);
    }
    let underscore = vm.intern("_");
    vm.builtins.set_str(&underscore, Value::None);
    let shown = vm.repr(value)?;
    let stdout = vm.sys_attribute("stdout")?;
    vm.call_method(&stdout, "write", &[format!("{}\n", shown.as_str()).into()])?;
    vm.builtins.set_str(&underscore, value.clone());
    Ok(Value::None)
}

fn unraisable_hook(vm: &mut Vm, args: &Args) -> Result {
    let mut part = |name: &str| {
        let name = vm.intern(name);
        vm.get_attr(args.get(0), &name)
    };
    let error = part("exc_value")?;
    let message = part("err_msg")?;
    let object = part("object")?;
    if let Some(error) = error.get_ref::<Exception>() {
        vm.print_unraisable(error, message.as_str(), &object);
    }
    Ok(Value::None)
}
