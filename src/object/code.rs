//! Code objects as the VM runs them: constants as values, names interned, places for caches.

use std::cell::{Cell, OnceCell};
use std::ops::Deref;
use std::rc::Rc;

use super::frame::Position;
use super::heap::{HeapObject, ObjectRef, Ref, Slot};
use super::interner::Interner;
use super::kinds::Kind;
use super::string::Str;
use super::value::Value;
use crate::code::lazy::LazyCode;
use crate::code::op::Op;
use crate::code::{Code, CodeKind};
use crate::vm::Vm;
use crate::vm::link::link;

/// A code object as scripts and functions hold it.
///
/// It dereferences to what the VM needs of it, which is made when it is first needed: an import
/// makes many functions of which a program calls few.
pub struct CodeObject {
    pub code: Rc<LazyCode>,
    /// Generators of this code may be awaited: `types.coroutine`.
    pub makes_iterable_coroutines: Cell<bool>,
    interner: Rc<Interner>,
    linked: OnceCell<LinkedCode>,
}

/// What the VM needs to run a code object.
pub struct LinkedCode {
    pub name: Ref<Str>,
    pub qualname: Ref<Str>,
    /// What `code.ops` says, but the operands of attribute and global instructions are places in `sites`
    /// and `global_sites`, and those of jumps are distances from the instruction behind, in two's
    /// complement.
    pub instructions: Box<[Instruction]>,
    pub constants: Box<[Value]>,
    pub names: Box<[Ref<Str>]>,
    pub slot_names: Box<[Ref<Str>]>,
    pub sites: Box<[AttributeSite]>,
    pub global_sites: Box<[GlobalSite]>,
    pub kind: CodeKind,
    /// Variables, cells and free variables.
    pub variable_count: u32,
    /// All slots of a frame, operand stack included.
    pub slot_count: u32,
    pub argument_count: u32,
    /// How many of these parameters go by position only, and how many others by name only.
    pub positional_only_count: u32,
    pub keyword_only_count: u32,
    /// All parameters are positional: arguments become variables without further ado when their
    /// number is right.
    pub has_simple_parameters: bool,
    /// What a call has to know first: see [`CallShape`].
    pub call_shape: CallShape,
    /// The same, but for parameters that go by name only.
    pub has_named_parameters_only: bool,
    /// All parameters are positional, and what is left of the arguments goes to `*args`.
    pub takes_rest: bool,
    pub free_start: u32,
}

/// What has to be done for a call, in one word: the number of parameters and what the call makes; or
/// that there are other than simple parameters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct CallShape(u32);

impl CallShape {
    const GENERATOR: u32 = 1 << 30;
    const OTHER: CallShape = CallShape(u32::MAX);

    pub fn of(code: &Code) -> CallShape {
        let simple = code.kind != CodeKind::Block
            && !code.has_varargs
            && !code.has_varkeywords
            && code.keyword_only_count == 0
            && code.argument_count < CallShape::GENERATOR;
        if !simple {
            return CallShape::OTHER;
        }
        let generator = if code.kind == CodeKind::Function { 0 } else { CallShape::GENERATOR };
        CallShape(code.argument_count | generator)
    }

    /// A call with so many arguments is a frame with these as its first variables.
    #[inline(always)]
    pub fn is_plain_call(self, arguments: usize) -> bool {
        self.0 as usize == arguments
    }

    /// The same for the frame of a generator or coroutine.
    #[inline(always)]
    pub fn makes_generator(self, arguments: usize) -> bool {
        self.0 as usize == arguments | CallShape::GENERATOR as usize
    }
}

impl CodeObject {
    /// A code object that has been verified and whose strings are to be `interner`'s.
    pub fn new(code: LazyCode, interner: &Rc<Interner>) -> Ref<CodeObject> {
        CodeObject::within(&Rc::new(code), interner)
    }

    /// The same for one among the constants of another.
    pub fn within(code: &Rc<LazyCode>, interner: &Rc<Interner>) -> Ref<CodeObject> {
        Ref::new(CodeObject {
            code: code.clone(),
            makes_iterable_coroutines: Cell::new(false),
            interner: interner.clone(),
            linked: OnceCell::new(),
        })
    }

    /// What has been linked, for who knows that it has been.
    #[inline(always)]
    pub fn linked(&self) -> Option<&LinkedCode> {
        self.linked.get()
    }
}

impl Deref for CodeObject {
    type Target = LinkedCode;

    #[inline(always)]
    fn deref(&self) -> &LinkedCode {
        self.linked.get_or_init(|| link(&self.code, &self.interner))
    }
}

/// An operation and the function that does it, so that going on from one instruction to the next
/// takes no look-up.
#[derive(Clone, Copy)]
pub struct Instruction {
    pub run: Handler,
    pub op: Op,
}

/// What an instruction does: from a position to the next one.
pub type Handler = fn(&mut Vm, Position) -> Position;

/// Where an instruction reads or writes an attribute, and what it found there last time.
pub struct AttributeSite {
    pub name: Ref<Str>,
    /// The class's version; 0: nothing known.
    pub version: Cell<u32>,
    pub found: Cell<Found>,
    /// The instance's shape; the version of a module's dict, or of the dict in which an instance of
    /// a class derived from a built-in one has its attributes.
    pub shape: Cell<usize>,
    /// The place in the instance, or in a module's dict; of what kind the built-in object was; the
    /// version of the class behind which `super()` searched.
    pub place: Cell<u32>,
    /// What the class had.
    pub value: Slot,
    /// The methods of other classes that take turns with the one above.
    others: OnceCell<Box<OtherMethods>>,
}

/// The methods that instances of several classes had at one place of a program.
#[derive(Default)]
struct OtherMethods {
    known: [OtherMethod; 4],
    /// Which of them is forgotten next.
    oldest: Cell<usize>,
}

/// A method and the class version and shape of the instances that have it.
#[derive(Default)]
struct OtherMethod {
    version: Cell<u32>,
    shape: Cell<usize>,
    value: Slot,
}

/// What an attribute turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Nothing,
    /// A place in the instance.
    Place,
    /// A place in the instance that a store takes into use.
    NewPlace,
    /// A function of the class, not hidden by the instance: a method.
    Method,
    /// Something else in the class that is no descriptor.
    ClassValue,
    /// A property of the class with a Python getter.
    Property,
    /// A place of `__slots__`.
    Member,
    /// A method of a built-in class whose instances have no attributes of their own.
    BuiltinMethod,
    /// A method of an instance of a Python class that derives from a built-in one.
    DerivedMethod,
    /// A place in a module's dict.
    ModulePlace,
    /// A computed attribute of a built-in class.
    GetSet,
    /// A method behind a class in the instance's MRO, for `super()`.
    SuperMethod,
}

/// Where an instruction reads a global, and in which place of which dict it was last time.
pub struct GlobalSite {
    pub name: Ref<Str>,
    pub globals_version: Cell<u64>,
    /// 0: the name is in the globals.
    pub builtins_version: Cell<u64>,
    pub place: Cell<u32>,
}

impl AttributeSite {
    pub fn new(name: Ref<Str>) -> AttributeSite {
        AttributeSite {
            name,
            version: Cell::new(0),
            found: Cell::new(Found::Nothing),
            shape: Cell::new(0),
            place: Cell::new(0),
            value: Slot::new(Value::Unbound),
            others: OnceCell::new(),
        }
    }

    /// The method of an instance of another class than the site's own, if it was here lately.
    #[inline(always)]
    pub fn other_method(&self, version: u32, shape: usize) -> Option<Value> {
        let mut known = self.others.get()?.known.iter();
        let other =
            known.find(|other| other.version.get() == version && other.shape.get() == shape)?;
        Some(other.value.get())
    }

    pub fn remember_other_method(&self, version: u32, shape: usize, method: Value) {
        let others = self.others.get_or_init(Box::default);
        let place = others.oldest.get();
        others.oldest.set((place + 1) % others.known.len());
        let other = &others.known[place];
        other.version.set(version);
        other.shape.set(shape);
        other.value.set(method);
    }

    fn visit(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        self.value.visit(visit);
        for other in self.others.get().iter().flat_map(|others| &others.known) {
            other.value.visit(visit);
        }
    }

    /// Forgets what is known.
    fn clear(&self) {
        self.version.set(0);
        self.value.set(Value::Unbound);
        for other in self.others.get().iter().flat_map(|others| &others.known) {
            other.version.set(0);
            other.value.set(Value::Unbound);
        }
    }
}

impl GlobalSite {
    pub fn new(name: Ref<Str>) -> GlobalSite {
        GlobalSite {
            name,
            globals_version: Cell::new(0),
            builtins_version: Cell::new(0),
            place: Cell::new(0),
        }
    }
}

impl HeapObject for CodeObject {
    const KIND: Kind = Kind::Code;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        if let Some(linked) = self.linked() {
            linked.constants.iter().for_each(|constant| constant.visit(visit));
            linked.sites.iter().for_each(|site| site.visit(visit));
        }
    }

    fn clear(&self) {
        for site in self.linked().iter().flat_map(|linked| &linked.sites) {
            site.clear();
        }
    }
}
