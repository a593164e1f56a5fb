//! `re.Pattern`, and how patterns are made.

use super::scanner::{self, Scan};
use super::searched::{Joined, Mode, Searched};
use super::{error, matched};
use crate::object::dict::{Dict, MappingProxy};
use crate::object::list::List;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native, NativeData, NativeObject};
use crate::object::tuple::Tuple;
use crate::object::{ObjectRef, Ref, Result, Value};
use crate::regex::machine::{Found, NOWHERE, Request};
use crate::regex::program::Program;
use crate::regex::template::{self, Piece};
use crate::regex::{compile as compiler, flags, parse};
use crate::vm::Vm;
use ouro_grammar::surrogate;

pub struct Pattern {
    source: Value,
    is_text: bool,
    flags: u32,
    pub program: Program,
    /// Named groups in the order of their numbers.
    pub names: Vec<(String, usize)>,
}

impl NativeData for Pattern {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.source.visit(visit);
    }
}

pub static CLASS: ClassSpec = ClassSpec {
    name: "Pattern",
    module: "re",
    methods: &[
        Native::new("__copy__", "", |_, args| Ok(args.get(0).clone())),
        Native::new("__deepcopy__", "memo, /", |_, args| Ok(args.get(0).clone())),
        Native::new("__eq__", "value, /", equals),
        Native::new("__hash__", "", hash),
        Native::new("__reduce__", "", reduce),
        Native::new("__repr__", "", repr),
        Native::new("findall", "string, pos=0, endpos=sys.maxsize", findall),
        Native::new("finditer", "string, pos=0, endpos=sys.maxsize", |vm, args| {
            make_scanner(vm, args, true)
        }),
        Native::new("fullmatch", "string, pos=0, endpos=sys.maxsize", |vm, args| {
            find(vm, args, Mode::FullMatch)
        }),
        Native::new("match", "string, pos=0, endpos=sys.maxsize", |vm, args| {
            find(vm, args, Mode::Match)
        }),
        Native::new("scanner", "string, pos=0, endpos=sys.maxsize", |vm, args| {
            make_scanner(vm, args, false)
        }),
        Native::new("search", "string, pos=0, endpos=sys.maxsize", |vm, args| {
            find(vm, args, Mode::Search)
        }),
        Native::new("split", "string, maxsplit=0", split),
        Native::new("sub", "repl, string, count=0", |vm, args| Ok(substitute(vm, args)?.0)),
        Native::new("subn", "repl, string, count=0", |vm, args| {
            let (text, count) = substitute(vm, args)?;
            Ok(Tuple::new([text, count.into()]).into())
        }),
    ],
    class_methods: &[Native::new(
        "__class_getitem__",
        "object, /",
        crate::builtins::types::class_getitem,
    )],
    attributes: &[
        GetSetSpec::member("flags", |vm, object| Ok(Value::Int(i64::from(of(vm, object)?.flags)))),
        GetSetSpec::readonly("groupindex", |vm, object| {
            let names = Dict::new();
            for (name, group) in &of(vm, object)?.names {
                let name = vm.intern(name);
                drop(names.set_str(&name, (*group).into()));
            }
            Ok(Ref::new(MappingProxy { mapping: names.into() }).into())
        }),
        GetSetSpec::member("groups", |vm, object| Ok(of(vm, object)?.program.groups.into())),
        GetSetSpec::member("pattern", |vm, object| Ok(of(vm, object)?.source.clone())),
    ],
    doc: "Compiled regular expression object.",
    ..ClassSpec::EMPTY
};

/// The code points of a pattern or template; whether it is text.
fn code_points(value: &Value) -> Option<(Vec<u32>, bool)> {
    if let Some(text) = value.as_str() {
        return Some((text.chars().map(surrogate::to_code_point).collect(), true));
    }
    let bytes = value.as_bytes()?;
    Some((bytes.iter().map(|&byte| u32::from(byte)).collect(), false))
}

/// `_sre.compile(pattern, flags, warn)`: `warn` is called with the text of each FutureWarning.
pub fn compile(vm: &mut Vm, args: &Args) -> Result {
    let source = args.get(0);
    let Some((characters, is_text)) = code_points(source) else {
        return Err(vm.type_error("first argument must be string or compiled pattern"));
    };
    let flags = u32::try_from(vm.index_i64(args.get(1))?).unwrap_or(0);
    let parsed = match parse::parse(&characters, is_text, flags) {
        Ok(parsed) => parsed,
        Err(failure) => return Err(error(vm, failure, source)),
    };
    for warning in &parsed.warnings {
        vm.call(args.get(2), &[warning.as_str().into()])?;
    }
    let (flags, names) = (parsed.flags, parsed.names.clone());
    let program = compiler::compile(parsed);
    let pattern = Pattern { source: source.clone(), is_text, flags, program, names };
    let class = vm.class_for(&CLASS);
    Ok(NativeObject::new(class, pattern).into())
}

/// `_sre.template(pattern, template)`: checks a template.
pub fn template(vm: &mut Vm, args: &Args) -> Result {
    let pattern = of(vm, args.get(0))?;
    pattern.template_pieces(vm, args.get(1))?;
    Ok(args.get(1).clone())
}

fn of<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a Pattern> {
    match object.native::<Pattern>() {
        Some(pattern) => Ok(pattern),
        None => {
            let found = vm.type_name(object);
            Err(vm.type_error(format!(
                "descriptor requires a 're.Pattern' object but received a '{found}'"
            )))
        }
    }
}

fn this<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a Pattern> {
    of(vm, args.get(0))
}

impl Pattern {
    /// A template taken apart.
    pub fn template_pieces(&self, vm: &mut Vm, template: &Value) -> Result<Vec<Piece>> {
        let Some((characters, is_text)) = code_points(template) else {
            let found = vm.type_name(template);
            return Err(
                vm.type_error(format!("decoding to str: need a bytes-like object, {found} found"))
            );
        };
        let named = |name: &str| {
            self.names.iter().find(|(known, _)| known == name).map(|(_, group)| *group)
        };
        match template::parse(&characters, is_text, self.program.groups, &named) {
            Ok(pieces) => Ok(pieces),
            Err(failure) => Err(error(vm, failure, template)),
        }
    }

    /// Adds what a template makes of a match.
    pub fn expand(&self, pieces: &[Piece], searched: &Searched, found: &Found, out: &mut Joined) {
        for piece in pieces {
            match piece {
                Piece::Group(group) => {
                    let (start, end) = (found.slots[2 * group], found.slots[2 * group + 1]);
                    if start != NOWHERE && end != NOWHERE {
                        searched.append(start, end, out);
                    }
                }
                Piece::Literal(characters) => match out {
                    Joined::Text(out) => {
                        out.push_str(&crate::regex::tokens::text_of(characters));
                    }
                    Joined::Bytes(out) => out.extend(characters.iter().map(|&c| c as u8)),
                },
            }
        }
    }
}

/// The subject of a call and the offsets between which to search.
fn subject(vm: &mut Vm, args: &Args) -> Result<(Searched, (usize, usize))> {
    let pattern = this(vm, args)?;
    let searched = Searched::new(vm, args.get(1), pattern.is_text)?;
    let mut bound = |value: &Value, default: usize| match value {
        Value::Unbound => Ok(default),
        value => {
            if !vm.is_index(value) {
                let found = vm.type_name(value);
                return Err(
                    vm.type_error(format!("'{found}' object cannot be interpreted as an integer"))
                );
            }
            Ok(searched.offset(vm.clamped_index(value)?))
        }
    };
    let start = bound(args.get(2), 0)?;
    let end = bound(args.get(3), searched.size())?;
    Ok((searched, (start, end)))
}

fn find(vm: &mut Vm, args: &Args, mode: Mode) -> Result {
    let (searched, range) = subject(vm, args)?;
    let pattern = this(vm, args)?;
    let (start, end) = range;
    if start > end {
        return Ok(Value::None);
    }
    let request = Request { start, end, whole: mode == Mode::FullMatch, not_empty: false };
    match searched.run(vm, &pattern.program, request, mode)? {
        Some(found) => Ok(matched::make(vm, args.get(0), args.get(1), searched, found, range)),
        None => Ok(Value::None),
    }
}

fn make_scanner(vm: &mut Vm, args: &Args, is_iterator: bool) -> Result {
    let (searched, range) = subject(vm, args)?;
    Ok(scanner::make(vm, args.get(0), args.get(1), searched, range, is_iterator))
}

fn group_text(searched: &Searched, found: &Found, group: usize) -> Option<Value> {
    let (start, end) = (found.slots[2 * group], found.slots[2 * group + 1]);
    (start != NOWHERE && end != NOWHERE).then(|| searched.slice(start, end))
}

fn findall(vm: &mut Vm, args: &Args) -> Result {
    let (searched, (start, end)) = subject(vm, args)?;
    let pattern = this(vm, args)?;
    let scan = Scan::new(searched, start, end);
    let mut items = Vec::new();
    while let Some(found) = scan.next(vm, pattern, Mode::Search)? {
        let text = |group| {
            group_text(&scan.searched, &found, group).unwrap_or_else(|| scan.searched.slice(0, 0))
        };
        items.push(match pattern.program.groups {
            0 => text(0),
            1 => text(1),
            count => Tuple::new((1..count + 1).map(text).collect::<Vec<_>>()).into(),
        });
    }
    Ok(List::new(items).into())
}

/// An optional count; 0 or less than it is without limit.
fn limit(vm: &mut Vm, value: &Value) -> Result<usize> {
    let limit = if value.is_unbound() { 0 } else { vm.index_i64(value)? };
    Ok(usize::try_from(limit).unwrap_or(0))
}

fn split(vm: &mut Vm, args: &Args) -> Result {
    let pattern = this(vm, args)?;
    let searched = Searched::new(vm, args.get(1), pattern.is_text)?;
    let negative = matches!(args.get(2), Value::Int(count) if *count < 0);
    let limit = limit(vm, args.get(2))?;
    let size = searched.size();
    let scan = Scan::new(searched, 0, size);
    let mut parts = Vec::new();
    let mut last = 0;
    let mut count = 0;
    while !negative && (limit == 0 || count < limit) {
        let Some(found) = scan.next(vm, pattern, Mode::Search)? else { break };
        parts.push(scan.searched.slice(last, found.slots[0]));
        for group in 1..=pattern.program.groups {
            parts.push(group_text(&scan.searched, &found, group).unwrap_or(Value::None));
        }
        last = found.slots[1];
        count += 1;
    }
    parts.push(scan.searched.slice(last, size));
    Ok(List::new(parts).into())
}

/// What each match is replaced with.
enum Replacement {
    Function(Value),
    Literal(Value),
    Template(Vec<Piece>),
}

fn substitute(vm: &mut Vm, args: &Args) -> Result<(Value, usize)> {
    let pattern = this(vm, args)?;
    let replacement = args.get(1);
    let has_backslash = match (replacement.as_str(), replacement.as_bytes()) {
        (Some(text), _) => Some(text.contains('\\')),
        (_, Some(bytes)) => Some(bytes.contains(&b'\\')),
        _ => None,
    };
    let replacement = match has_backslash {
        Some(true) => Replacement::Template(pattern.template_pieces(vm, replacement)?),
        Some(false) => Replacement::Literal(replacement.clone()),
        None if vm.is_callable(replacement) => Replacement::Function(replacement.clone()),
        None => Replacement::Template(pattern.template_pieces(vm, replacement)?),
    };
    let string = args.get(2);
    let searched = Searched::new(vm, string, pattern.is_text)?;
    let negative = matches!(args.get(3), Value::Int(count) if *count < 0);
    let limit = limit(vm, args.get(3))?;
    let size = searched.size();
    let mut out = searched.joined();
    let scan = Scan::new(searched, 0, size);
    let mut last = 0;
    let mut count = 0;
    let mut pieces = 0;
    while !negative && (limit == 0 || count < limit) {
        let Some(found) = scan.next(vm, pattern, Mode::Search)? else { break };
        let (start, end) = (found.slots[0], found.slots[1]);
        if last < start {
            scan.searched.append(last, start, &mut out);
            pieces += 1;
        }
        match &replacement {
            Replacement::Literal(text) => out.push(vm, text, pieces)?,
            Replacement::Template(parts) => pattern.expand(parts, &scan.searched, &found, &mut out),
            Replacement::Function(function) => {
                let searched = scan.searched.clone();
                let matched = matched::make(vm, args.get(0), string, searched, found, (0, size));
                let text = vm.call(function, &[matched])?;
                if !text.is_none() {
                    out.push(vm, &text, pieces)?;
                }
            }
        }
        pieces += 1;
        last = end;
        count += 1;
    }
    if count == 0 {
        return Ok((scan.searched.slice(0, size), 0));
    }
    scan.searched.append(last, size, &mut out);
    Ok((out.into_value(), count))
}

fn equals(vm: &mut Vm, args: &Args) -> Result {
    let pattern = this(vm, args)?;
    let Some(other) = args.get(1).native::<Pattern>() else { return Ok(Value::NotImplemented) };
    if pattern.flags != other.flags || pattern.is_text != other.is_text {
        return Ok(Value::False);
    }
    Ok(vm.equal(&pattern.source, &other.source)?.into())
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    let pattern = this(vm, args)?;
    let parts = [pattern.source.clone(), Value::Int(i64::from(pattern.flags))];
    Ok(Value::Int(vm.hash_items(&parts)?))
}

fn reduce(vm: &mut Vm, args: &Args) -> Result {
    let pattern = this(vm, args)?;
    let module = vm.import("re")?;
    let name = vm.intern("_compile");
    let function = vm.get_attr(&module, &name)?;
    let arguments = [pattern.source.clone(), Value::Int(i64::from(pattern.flags))];
    Ok(Tuple::new([function, Tuple::new(arguments).into()]).into())
}

const FLAG_NAMES: &[(u32, &str)] = &[
    (flags::IGNORECASE, "re.IGNORECASE"),
    (flags::LOCALE, "re.LOCALE"),
    (flags::MULTILINE, "re.MULTILINE"),
    (flags::DOTALL, "re.DOTALL"),
    (flags::UNICODE, "re.UNICODE"),
    (flags::VERBOSE, "re.VERBOSE"),
    (flags::DEBUG, "re.DEBUG"),
    (flags::ASCII, "re.ASCII"),
];

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let pattern = this(vm, args)?;
    let mut left = pattern.flags;
    if pattern.is_text && left & flags::TYPES == flags::UNICODE {
        left &= !flags::UNICODE;
    }
    let mut names = Vec::new();
    for &(flag, name) in FLAG_NAMES {
        if left & flag != 0 {
            names.push(name.to_owned());
            left &= !flag;
        }
    }
    if left != 0 {
        names.push(format!("{left:#x}"));
    }
    let source = vm.repr(&pattern.source)?;
    let source: String = source.as_str().chars().take(200).collect();
    Ok(match names.is_empty() {
        true => format!("re.compile({source})"),
        false => format!("re.compile({source}, {})", names.join("|")),
    }
    .into())
}
