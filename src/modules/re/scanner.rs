//! One match after the other: behind `finditer`, `findall`, `split` and `sub`.

use std::cell::Cell;

use super::matched;
use super::pattern::Pattern;
use super::searched::{Mode, Searched};
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native, NativeData, NativeObject};
use crate::object::{ObjectRef, Result, Value};
use crate::regex::machine::{Found, Request};
use crate::vm::Vm;

/// The state of going through a subject.
pub struct Scan {
    pub searched: Searched,
    next: Cell<Option<usize>>,
    end: usize,
    /// The last match was empty and ended where the next search begins.
    after_empty: Cell<bool>,
}

impl Scan {
    pub fn new(searched: Searched, start: usize, end: usize) -> Scan {
        let next = Cell::new((start <= end).then_some(start));
        Scan { searched, next, end, after_empty: Cell::new(false) }
    }

    /// The next match.
    pub fn next(&self, vm: &mut Vm, pattern: &Pattern, mode: Mode) -> Result<Option<Found>> {
        let Some(start) = self.next.get() else { return Ok(None) };
        let request = Request {
            start,
            end: self.end,
            whole: mode == Mode::FullMatch,
            not_empty: self.after_empty.get(),
        };
        let found = self.searched.run(vm, &pattern.program, request, mode)?;
        match &found {
            None => self.next.set(None),
            Some(found) => {
                self.after_empty.set(found.slots[0] == found.slots[1]);
                self.next.set(Some(found.slots[1]));
            }
        }
        Ok(found)
    }
}

/// A [`Scan`] as an object.
struct Scanner {
    pattern: Value,
    string: Value,
    scan: Scan,
    range: (usize, usize),
}

impl NativeData for Scanner {
    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.pattern.visit(visit);
        self.string.visit(visit);
    }

    fn next_item(&self, vm: &mut Vm) -> Option<Result<Option<Value>>> {
        Some(self.step(vm, Mode::Search))
    }
}

impl Scanner {
    fn step(&self, vm: &mut Vm, mode: Mode) -> Result<Option<Value>> {
        let Some(pattern) = self.pattern.native::<Pattern>() else { return Ok(None) };
        let Some(found) = self.scan.next(vm, pattern, mode)? else { return Ok(None) };
        let searched = self.scan.searched.clone();
        Ok(Some(matched::make(vm, &self.pattern, &self.string, searched, found, self.range)))
    }
}

static SCANNER: ClassSpec = ClassSpec {
    name: "SRE_Scanner",
    module: "_sre",
    methods: &[
        Native::new("match", "", |vm, args| step(vm, args, Mode::Match)),
        Native::new("search", "", |vm, args| step(vm, args, Mode::Search)),
    ],
    attributes: &[GetSetSpec::readonly("pattern", |_, object| {
        Ok(object.native::<Scanner>().map_or(Value::None, |scanner| scanner.pattern.clone()))
    })],
    ..ClassSpec::EMPTY
};

static ITERATOR: ClassSpec = ClassSpec {
    name: "callable_iterator",
    methods: &[
        Native::new("__iter__", "", |_, args| Ok(args.get(0).clone())),
        Native::new("__next__", "", |vm, args| match step(vm, args, Mode::Search)? {
            Value::None => Err(vm.stop_iteration(Value::None)),
            found => Ok(found),
        }),
    ],
    ..ClassSpec::EMPTY
};

fn step(vm: &mut Vm, args: &Args, mode: Mode) -> Result {
    match args.get(0).native::<Scanner>() {
        Some(scanner) => Ok(scanner.step(vm, mode)?.unwrap_or(Value::None)),
        None => Err(vm.type_error("a scanner is required")),
    }
}

/// The object behind `Pattern.scanner` and `Pattern.finditer`.
pub fn make(
    vm: &mut Vm,
    pattern: &Value,
    string: &Value,
    searched: Searched,
    range: (usize, usize),
    is_iterator: bool,
) -> Value {
    let class = vm.class_for(if is_iterator { &ITERATOR } else { &SCANNER });
    let scan = Scan::new(searched, range.0, range.1);
    let scanner = Scanner { pattern: pattern.clone(), string: string.clone(), scan, range };
    NativeObject::new(class, scanner).into()
}
