//! `re.Match`.

use super::pattern::Pattern;
use super::searched::Searched;
use crate::object::bytes::{ByteArray, Bytes};
use crate::object::dict::Dict;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native, NativeData, NativeObject};
use crate::object::tuple::Tuple;
use crate::object::{ObjectRef, Result, Value};
use crate::regex::machine::{Found, NOWHERE};
use crate::vm::Vm;

pub struct Match {
    pattern: Value,
    string: Value,
    searched: Searched,
    found: Found,
    /// The offsets between which was searched.
    range: (usize, usize),
}

impl NativeData for Match {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.pattern.visit(visit);
        self.string.visit(visit);
    }
}

pub static CLASS: ClassSpec = ClassSpec {
    name: "Match",
    module: "re",
    methods: &[
        Native::new("__copy__", "", |_, args| Ok(args.get(0).clone())),
        Native::new("__deepcopy__", "memo, /", |_, args| Ok(args.get(0).clone())),
        Native::new("__getitem__", "key, /", |vm, args| {
            let matched = this(vm, args)?;
            let group = matched.group_number(vm, args.get(1))?;
            Ok(matched.text(group).unwrap_or(Value::None))
        }),
        Native::new("__repr__", "", repr),
        Native::new("end", "group=0, /", |vm, args| Ok(span(vm, args)?.1)),
        Native::new("expand", "template", expand),
        Native::new("group", "*groups", group),
        Native::new("groupdict", "default=None", groupdict),
        Native::new("groups", "default=None", groups),
        Native::new("span", "group=0, /", |vm, args| {
            let (start, end) = span(vm, args)?;
            Ok(Tuple::new([start, end]).into())
        }),
        Native::new("start", "group=0, /", |vm, args| Ok(span(vm, args)?.0)),
    ],
    class_methods: &[Native::new(
        "__class_getitem__",
        "object, /",
        crate::builtins::types::class_getitem,
    )],
    attributes: &[
        GetSetSpec::readonly("endpos", |vm, object| {
            let matched = of(vm, object)?;
            Ok(matched.searched.index(matched.range.1).into())
        }),
        GetSetSpec::readonly("lastgroup", |vm, object| {
            let matched = of(vm, object)?;
            let last = matched.found.last_group;
            let names = &matched.pattern_data(vm)?.names;
            let name = names.iter().find(|(_, group)| *group == last);
            Ok(name.map_or(Value::None, |(name, _)| name.as_str().into()))
        }),
        GetSetSpec::readonly("lastindex", |vm, object| {
            Ok(match of(vm, object)?.found.last_group {
                0 => Value::None,
                group => group.into(),
            })
        }),
        GetSetSpec::readonly("pos", |vm, object| {
            let matched = of(vm, object)?;
            Ok(matched.searched.index(matched.range.0).into())
        }),
        GetSetSpec::readonly("re", |vm, object| Ok(of(vm, object)?.pattern.clone())),
        GetSetSpec::readonly("regs", |vm, object| {
            let matched = of(vm, object)?;
            let count = matched.found.slots.len() / 2;
            let spans: Vec<Value> = (0..count)
                .map(|group| {
                    let (start, end) = matched.place(group);
                    Tuple::new([start, end]).into()
                })
                .collect();
            Ok(Tuple::new(spans).into())
        }),
        GetSetSpec::readonly("string", |vm, object| Ok(of(vm, object)?.string.clone())),
    ],
    doc: "The result of re.match() and re.search().\nMatch objects always have a boolean value of \
          True.",
    ..ClassSpec::EMPTY
};

/// A match as an object.
pub fn make(
    vm: &mut Vm,
    pattern: &Value,
    string: &Value,
    searched: Searched,
    found: Found,
    range: (usize, usize),
) -> Value {
    let class = vm.class_for(&CLASS);
    let (pattern, string) = (pattern.clone(), string.clone());
    NativeObject::new(class, Match { pattern, string, searched, found, range }).into()
}

fn of<'a>(vm: &mut Vm, object: &'a Value) -> Result<&'a Match> {
    match object.native::<Match>() {
        Some(matched) => Ok(matched),
        None => {
            let found = vm.type_name(object);
            Err(vm.type_error(format!(
                "descriptor requires a 're.Match' object but received a '{found}'"
            )))
        }
    }
}

fn this<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a Match> {
    of(vm, args.get(0))
}

impl Match {
    fn pattern_data(&self, vm: &mut Vm) -> Result<&Pattern> {
        match self.pattern.native::<Pattern>() {
            Some(pattern) => Ok(pattern),
            None => Err(vm.type_error("a pattern is required")),
        }
    }

    /// The offsets of a group that took part.
    pub fn offsets(&self, group: usize) -> Option<(usize, usize)> {
        let slots = self.found.slots.get(2 * group..2 * group + 2)?;
        (slots[0] != NOWHERE && slots[1] != NOWHERE).then_some((slots[0], slots[1]))
    }

    fn text(&self, group: usize) -> Option<Value> {
        let (start, end) = self.offsets(group)?;
        if let Some(bytes) = self.string.get::<ByteArray>() {
            // It may have changed: what stands there now.
            let bytes = bytes.data.borrow();
            let end = end.min(bytes.len());
            return Some(Bytes::new(bytes.get(start..end).unwrap_or_default()).into());
        }
        Some(self.searched.slice(start, end))
    }

    /// Start and end of a group as scripts see them.
    fn place(&self, group: usize) -> (Value, Value) {
        match self.offsets(group) {
            Some((start, end)) => {
                (self.searched.index(start).into(), self.searched.index(end).into())
            }
            None => (Value::Int(-1), Value::Int(-1)),
        }
    }

    fn group_number(&self, vm: &mut Vm, key: &Value) -> Result<usize> {
        let number = if key.is_unbound() {
            Some(0)
        } else if vm.is_index(key) {
            usize::try_from(vm.clamped_index(key)?).ok()
        } else {
            let name = key.as_str().map(str::to_owned);
            let names = &self.pattern_data(vm)?.names;
            name.and_then(|name| names.iter().find(|(known, _)| *known == name))
                .map(|(_, group)| *group)
        };
        match number {
            Some(number) if number < self.found.slots.len() / 2 => Ok(number),
            _ => Err(vm.index_error("no such group")),
        }
    }
}

fn span(vm: &mut Vm, args: &Args) -> Result<(Value, Value)> {
    let matched = this(vm, args)?;
    let group = matched.group_number(vm, args.get(1))?;
    Ok(matched.place(group))
}

fn group(vm: &mut Vm, args: &Args) -> Result {
    let matched = this(vm, args)?;
    if !args.names.is_empty() {
        return Err(vm.type_error("Match.group() takes no keyword arguments"));
    }
    let mut texts = Vec::new();
    for key in args.rest(1) {
        let group = matched.group_number(vm, key)?;
        texts.push(matched.text(group).unwrap_or(Value::None));
    }
    match texts.len() {
        0 => Ok(matched.text(0).unwrap_or(Value::None)),
        1 => Ok(texts.pop().unwrap_or(Value::None)),
        _ => Ok(Tuple::new(texts).into()),
    }
}

fn default_of(value: &Value) -> Value {
    value.bound().cloned().unwrap_or(Value::None)
}

fn groups(vm: &mut Vm, args: &Args) -> Result {
    let matched = this(vm, args)?;
    let default = default_of(args.get(1));
    let count = matched.found.slots.len() / 2;
    let texts: Vec<Value> =
        (1..count).map(|group| matched.text(group).unwrap_or_else(|| default.clone())).collect();
    Ok(Tuple::new(texts).into())
}

fn groupdict(vm: &mut Vm, args: &Args) -> Result {
    let matched = this(vm, args)?;
    let default = default_of(args.get(1));
    let dict = Dict::new();
    for (name, group) in &matched.pattern_data(vm)?.names {
        let text = matched.text(*group).unwrap_or_else(|| default.clone());
        let name = vm.intern(name);
        drop(dict.set_str(&name, text));
    }
    Ok(dict.into())
}

fn expand(vm: &mut Vm, args: &Args) -> Result {
    let matched = this(vm, args)?;
    let pattern = matched.pattern_data(vm)?;
    let pieces = pattern.template_pieces(vm, args.get(1))?;
    let mut out = matched.searched.joined();
    pattern.expand(&pieces, &matched.searched, &matched.found, &mut out);
    Ok(out.into_value())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let matched = this(vm, args)?;
    let (start, end) = matched.place(0);
    let (start, end) = (vm.repr(&start)?, vm.repr(&end)?);
    let text = matched.text(0).unwrap_or(Value::None);
    let shown = vm.repr(&text)?;
    let shown: String = shown.as_str().chars().take(50).collect();
    let (start, end) = (start.as_str(), end.as_str());
    Ok(format!("<re.Match object; span=({start}, {end}), match={shown}>").into())
}
