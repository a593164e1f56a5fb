//! The instruction set.
//!
//! An [`Op`] is eight bytes. The picture behind each one shows the top of the operand stack before
//! and after, top at the right: `[a, b → a+b]`. "Slot" is an index into a frame's variables (see
//! [`super::Code`] for their order), "name" an index into [`super::Code::names`], "const" into
//! [`super::Code::constants`]; jump targets are absolute indices into [`super::Code::ops`].
//! A *callable pair* is `callable, self`: `self` is the receiver of a method found by
//! [`Op::LoadMethod`], or nothing ([`Op::PushNull`]) when the callable takes its arguments alone.
//!
//! The names follow CPython 3.13's `dis` where the instruction is the same.

use ouro_grammar::ast::{BinaryOperator, Conversion};
use serde::{Deserialize, Serialize};

/// Comparisons that call rich-comparison methods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Comparison {
    Less,
    LessEqual,
    Equal,
    NotEqual,
    Greater,
    GreaterEqual,
}

/// What [`Op::SetFunctionAttribute`] sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum FunctionAttribute {
    /// A tuple: the defaults of the last positional parameters.
    Defaults,
    /// A dict: the defaults of keyword-only parameters.
    KeywordDefaults,
    /// A dict from parameter name to annotation.
    Annotations,
    /// A tuple of cells, in the order of the code's free variables.
    Closure,
    /// A tuple of type parameters.
    TypeParams,
}

/// Which `await` an error message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum AwaitKind {
    Await,
    /// The result of `__aenter__`.
    AsyncEnter,
    /// The result of `__aexit__`.
    AsyncExit,
}

/// Rare operations of one operand: `[a → result]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Intrinsic1 {
    /// The prompt's printing of an expression statement: `sys.displayhook`. Result: None.
    Print,
    /// `from m import *`: binds the module's public names in the frame's locals. Result: None.
    ImportStar,
    /// `[name → TypeVar]`.
    TypeVar,
    ParamSpec,
    TypeVarTuple,
    /// `[type_params → Generic[*type_params]]`, the implicit last base of a generic class.
    SubscriptGeneric,
    /// `[(name, type_params, function that evaluates the value) → TypeAliasType]`.
    TypeAlias,
}

/// Rare operations of two operands: `[a, b → result]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Intrinsic2 {
    /// `[original, list of exceptions or None → exception to raise or None]`: after `except*`.
    PrepareReraiseStar,
    /// `[name, function that evaluates the bound → TypeVar]`.
    TypeVarWithBound,
    /// `[name, function that evaluates the constraints → TypeVar]`.
    TypeVarWithConstraints,
    /// `[type parameter, function that evaluates the default → type parameter]`.
    SetTypeParamDefault,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Op {
    /// Does nothing. `[→]`
    Nop,

    // ── the operand stack ──
    /// `[a →]`
    Pop,
    /// Copies the `n`th value from the top, 1 being the top itself. `[…, v, … → …, v, …, v]`
    Copy(u32),
    /// Exchanges the top with the `n`th value from the top; `n ≥ 2`.
    Swap(u32),
    /// The empty half of a callable pair. `[→ nothing]`
    PushNull,

    // ── constants ──
    /// const `[→ v]`
    LoadConst(u32),
    LoadNone,
    LoadTrue,
    LoadFalse,
    /// An int that fits. `[→ int]`
    LoadInt(i32),
    /// `[→ AssertionError]`
    LoadAssertionError,

    // ── variables ──
    /// slot; UnboundLocalError when unbound. `[→ v]`
    LoadFast(u32),
    /// slot; leaves it unbound; an unbound one gives nothing (used by inlined comprehensions,
    /// which put back what they found with `StoreFast`). `[→ v or nothing]`
    LoadFastAndClear(u32),
    /// slot `[v →]`
    StoreFast(u32),
    /// slot; UnboundLocalError when unbound. `[→]`
    DeleteFast(u32),
    /// slot: puts its content into a new cell, in the slot. `[→]`
    MakeCell(u32),
    /// slot: the cell itself, for a closure. `[→ cell]`
    LoadClosure(u32),
    /// slot of a cell; NameError when empty. `[→ v]`
    LoadDeref(u32),
    /// slot of a cell. `[v →]`
    StoreDeref(u32),
    /// slot of a cell. `[→]`
    DeleteDeref(u32),
    /// slot of a cell: looks into the mapping first (class bodies). `[mapping → v]`
    LoadFromDictOrDeref(u32),
    /// name: looks into the mapping, then globals, then builtins. `[mapping → v]`
    LoadFromDictOrGlobals(u32),
    /// name: globals, then builtins. `[→ v]`
    LoadGlobal(u32),
    StoreGlobal(u32),
    DeleteGlobal(u32),
    /// name: the frame's mapping of locals (class bodies, `exec`), then globals, then builtins.
    LoadName(u32),
    StoreName(u32),
    DeleteName(u32),
    /// The frame's mapping of locals. `[→ mapping]`
    LoadLocals,
    /// Makes `__annotations__` in the locals if it is not there. `[→]`
    SetupAnnotations,

    // ── attributes and items ──
    /// name `[o → o.name]`
    LoadAttr(u32),
    /// name `[o → callable, self]`: a callable pair, without making a bound method.
    LoadMethod(u32),
    /// name `[v, o →]`: `o.name = v`
    StoreAttr(u32),
    /// name `[o →]`
    DeleteAttr(u32),
    /// name; `super(class, self).name`. `[super, class, self → v]`
    LoadSuperAttr(u32),
    /// name; likewise as a callable pair. `[super, class, self → callable, self]`
    LoadSuperMethod(u32),
    /// `[o, index → o[index]]`
    BinarySubscr,
    /// `[v, o, index →]`: `o[index] = v`
    StoreSubscr,
    /// `[o, index →]`
    DeleteSubscr,
    /// 2 or 3 operands. `[start, stop(, step) → slice]`
    BuildSlice(u32),

    // ── operators ──
    /// `[a, b → a ∘ b]`
    Binary(BinaryOperator),
    /// `[a, b → a ∘= b]`
    InplaceBinary(BinaryOperator),
    UnaryNegative,
    UnaryPositive,
    UnaryInvert,
    /// `[a → not a]`
    UnaryNot,
    /// `[a → bool(a)]`
    ToBool,
    /// `[a, b → a ∘ b]`
    Compare(Comparison),
    /// `[a, b → a is b]`; true: `is not`.
    Is(bool),
    /// `[a, b → a in b]`; true: `not in`.
    Contains(bool),

    // ── jumps ──
    Jump(u32),
    /// Closes a loop; the place where interrupts are noticed.
    JumpBackward(u32),
    /// `[a →]`; these test the truth of any value, `__bool__` and all.
    PopJumpIfFalse(u32),
    PopJumpIfTrue(u32),
    PopJumpIfNone(u32),
    PopJumpIfNotNone(u32),
    /// `[a → a]` and jump, or `[a →]`.
    JumpIfFalseOrPop(u32),
    JumpIfTrueOrPop(u32),

    // ── building ──
    /// `[v1 … vn → tuple]`
    BuildTuple(u32),
    BuildList(u32),
    BuildSet(u32),
    /// n pairs. `[k1, v1 … kn, vn → dict]`
    BuildMap(u32),
    /// Joins n strings (the pieces of an f-string). `[s1 … sn → str]`
    BuildString(u32),
    /// `[v → str(v), repr(v), ascii(v)]`
    ConvertValue(Conversion),
    /// `[v → format(v, "")]`
    FormatSimple,
    /// `[v, spec → format(v, spec)]`
    FormatWithSpec,
    /// Appends to the list that is `n`th from the top once the item is popped; the same counting
    /// below. `[list, …, v → list, …]`
    ListAppend(u32),
    SetAdd(u32),
    /// `[dict, …, k, v → dict, …]`
    MapAdd(u32),
    /// Extends the list `n`th from the top by an iterable. `[list, …, it → list, …]`
    ListExtend(u32),
    SetUpdate(u32),
    /// `{**mapping}`: later keys win.
    DictUpdate(u32),
    /// `f(**mapping)`: a key twice is a TypeError naming the function, which lies under the dict as
    /// `callable, self, args tuple, dict`.
    DictMerge(u32),
    /// `[list → tuple]`
    ListToTuple,
    /// `[sequence → vn … v1]`: v1 on top.
    UnpackSequence(u32),
    /// `a, *b, c = it` with the counts before and after the star; first value on top.
    UnpackEx(u16, u16),

    // ── calls ──
    /// n arguments. `[callable, self, a1 … an → result]`
    Call(u32),
    /// `count` arguments of which the last ones are named by the const tuple `names`.
    /// `[callable, self, a1 … an → result]`
    CallKw {
        count: u16,
        names: u32,
    },
    /// `f(*args, **kwargs)`. Without keywords `[callable, self, args → result]`, with (true)
    /// `[callable, self, args, dict → result]`. `args` is a tuple, or for a single `*args` whatever
    /// stands there: a TypeError about it names the function.
    CallEx(bool),
    /// const of a code object. `[→ function]`
    MakeFunction(u32),
    /// `[value, function → function]`
    SetFunctionAttribute(FunctionAttribute),
    /// `[→ __build_class__]`
    LoadBuildClass,
    /// `[v → ]` and leave the function.
    Return,
    /// The same in a generator, coroutine or async generator.
    ReturnGenerator,
    CallIntrinsic1(Intrinsic1),
    CallIntrinsic2(Intrinsic2),

    // ── iteration, generators, coroutines ──
    /// `[o → iter(o)]`
    GetIter,
    /// target: where to go when the iterator is exhausted. `[it → it, next]` or `[it →]` and jump.
    ForIter(u32),
    /// Suspends a generator or coroutine. `[v → what send() gave]`
    YieldValue,
    /// `yield` in an async generator. `[v → what asend() gave]`
    AsyncYieldValue,
    /// The iterator of `yield from`. `[o → iterator]`
    GetYieldFromIter,
    /// The iterator of `await`. `[o → awaitable iterator]`
    GetAwaitable(AwaitKind),
    /// Runs a sub-iterator to its end, passing on all it yields: the rest of `yield from` and
    /// `await`. `[iterator, value to send (None at first) → result]`
    Delegate,
    /// `[o → o.__aiter__()]`
    GetAsyncIter,
    /// `[async iterator → async iterator, awaitable of its next item]`
    GetAsyncNext,
    /// The handler around the await of `GetAsyncNext`: ends the loop on StopAsyncIteration, raises
    /// anything else again. `[async iterator, exception →]`
    EndAsyncFor,

    // ── exceptions ──
    /// 0: raise again what is being handled; 1: `[exc →]`; 2: `[exc, cause →]`.
    Raise(u32),
    /// Raises without a new traceback entry. `n` > 0: the `n`th value below the exception is where
    /// the exception first came from, as pushed for a handler with `keep_origin`. `[exc →]`
    Reraise(u32),
    /// First instruction of a handler: makes the exception the one being handled.
    /// `[exc → what was handled before, exc]`
    PushExcInfo,
    /// `[what was handled before →]`
    PopExcept,
    /// `[exc, class or tuple → exc, bool]`
    CheckExcMatch,
    /// `[exc, class or tuple → rest or None, match or None]`
    CheckEgMatch,
    /// `[manager → __exit__, self, result of __enter__]`: the first two are a callable pair.
    BeforeWith,
    /// `[manager → __aexit__, self, awaitable of __aenter__]`
    BeforeAsyncWith,
    /// Calls the exit pair of a `with` whose body raised.
    /// `[exit, self, origin, handled before, exc → exit, self, origin, handled before, exc, result]`
    WithExceptStart,

    // ── imports ──
    /// name `[level, fromlist → module]`
    ImportName(u32),
    /// name `[module → module, module.name]`
    ImportFrom(u32),

    // ── match ──
    /// `[subject → subject, bool]`
    MatchSequence,
    MatchMapping,
    /// `[subject, keys → subject, keys, values tuple or None]`
    MatchKeys,
    /// n positional patterns. `[subject, class, keyword names → attributes tuple or None]`
    MatchClass(u32),
    /// `[o → o, len(o)]`
    GetLen,

    // ── fused instructions ──
    // Never made by the compiler: linking puts them over the first of several instructions, which
    // all stay where they are. A fused instruction does the work of all of them and skips the rest,
    // or, when its operands are not of the kind it knows, only that of the first one.
    /// `LoadFast a; LoadFast b`
    LoadFastLoadFast(u16, u16),
    /// `LoadFast slot; LoadInt value; Binary` or `InplaceBinary`
    FastBinaryInt {
        operator: BinaryOperator,
        slot: u16,
        value: i32,
    },
    /// `LoadFast a; LoadFast b; Binary` or `InplaceBinary`
    FastBinaryFast {
        operator: BinaryOperator,
        a: u16,
        b: u16,
    },
    /// `LoadFast slot; LoadInt value; InplaceBinary; StoreFast slot`
    AccumulateInt {
        operator: BinaryOperator,
        slot: u16,
        value: i32,
    },
    /// `LoadFast a; LoadFast b; InplaceBinary; StoreFast a`
    AccumulateFast {
        operator: BinaryOperator,
        a: u16,
        b: u16,
    },
    /// `LoadFast slot; LoadInt value; Compare; PopJumpIfFalse`
    FastCompareIntJump {
        comparison: Comparison,
        slot: u16,
        value: i32,
    },
    /// `LoadFast a; LoadFast b; Compare; PopJumpIfFalse`
    FastCompareFastJump {
        comparison: Comparison,
        a: u16,
        b: u16,
    },
    /// `LoadFast slot; LoadConst constant; Compare; PopJumpIfFalse`
    FastCompareConstJump {
        comparison: Comparison,
        slot: u16,
        constant: u16,
    },
    /// `Compare; PopJumpIfFalse`
    CompareJump {
        comparison: Comparison,
        target: u32,
    },
    /// `Contains; PopJumpIfFalse`
    ContainsJump {
        negated: bool,
        target: u32,
    },
    /// `LoadFast slot; LoadAttr site`
    FastAttr {
        slot: u16,
        site: u32,
    },
    /// `LoadFast a; LoadFast b; BinarySubscr`
    FastSubscrFast {
        a: u16,
        b: u16,
    },
    /// `LoadFast slot; LoadInt value; BinarySubscr`
    FastSubscrInt {
        slot: u16,
        value: i32,
    },
    /// `Copy 2; Copy 2; BinarySubscr`: the item that an augmented assignment is about to change.
    CopySubscr,
    /// `Swap 3; Swap 2; StoreSubscr`: how an augmented assignment to an item ends.
    SwapStoreSubscr,
    /// `LoadFast slot; Return`
    ReturnFast(u32),
    /// `LoadFast slot; YieldValue`
    YieldFast(u32),
    /// `ForIter target; StoreFast slot`
    ForIterStore {
        slot: u16,
        target: u32,
    },
    /// `LoadGlobal site; PushNull`
    LoadGlobalNull(u32),
    /// `StoreFast slot; JumpBackward target`
    StoreFastJump {
        slot: u16,
        target: u32,
    },
    /// `Pop; JumpBackward target`
    PopJumpBackward(u32),
}

impl Op {
    /// Where the instruction may jump to.
    pub fn target(&self) -> Option<u32> {
        use Op::*;
        match *self {
            Jump(t) | JumpBackward(t) | PopJumpIfFalse(t) | PopJumpIfTrue(t) | PopJumpIfNone(t)
            | PopJumpIfNotNone(t) | JumpIfFalseOrPop(t) | JumpIfTrueOrPop(t) | ForIter(t) => {
                Some(t)
            }
            _ => None,
        }
    }

    /// The same, to set it; fused instructions have it, too.
    pub fn target_mut(&mut self) -> Option<&mut u32> {
        use Op::*;
        match self {
            Jump(t)
            | JumpBackward(t)
            | PopJumpIfFalse(t)
            | PopJumpIfTrue(t)
            | PopJumpIfNone(t)
            | PopJumpIfNotNone(t)
            | JumpIfFalseOrPop(t)
            | JumpIfTrueOrPop(t)
            | ForIter(t)
            | CompareJump { target: t, .. }
            | ContainsJump { target: t, .. }
            | ForIterStore { target: t, .. }
            | StoreFastJump { target: t, .. }
            | PopJumpBackward(t) => Some(t),
            _ => None,
        }
    }

    /// The slot operand.
    pub fn slot(&self) -> Option<u32> {
        use Op::*;
        match *self {
            LoadFast(slot)
            | LoadFastAndClear(slot)
            | StoreFast(slot)
            | DeleteFast(slot)
            | MakeCell(slot)
            | LoadClosure(slot)
            | LoadDeref(slot)
            | StoreDeref(slot)
            | DeleteDeref(slot)
            | LoadFromDictOrDeref(slot) => Some(slot),
            _ => None,
        }
    }

    /// The same, to set it.
    pub fn slot_mut(&mut self) -> Option<&mut u32> {
        use Op::*;
        match self {
            LoadFast(slot)
            | LoadFastAndClear(slot)
            | StoreFast(slot)
            | DeleteFast(slot)
            | MakeCell(slot)
            | LoadClosure(slot)
            | LoadDeref(slot)
            | StoreDeref(slot)
            | DeleteDeref(slot)
            | LoadFromDictOrDeref(slot) => Some(slot),
            _ => None,
        }
    }

    /// The index into [`super::Code::names`].
    pub fn name(&self) -> Option<u32> {
        use Op::*;
        match *self {
            LoadFromDictOrGlobals(name)
            | LoadGlobal(name)
            | StoreGlobal(name)
            | DeleteGlobal(name)
            | LoadName(name)
            | StoreName(name)
            | DeleteName(name)
            | LoadAttr(name)
            | LoadMethod(name)
            | StoreAttr(name)
            | DeleteAttr(name)
            | LoadSuperAttr(name)
            | LoadSuperMethod(name)
            | ImportName(name)
            | ImportFrom(name) => Some(name),
            _ => None,
        }
    }

    /// The index into [`super::Code::constants`].
    pub fn constant(&self) -> Option<u32> {
        use Op::*;
        match *self {
            LoadConst(constant) | MakeFunction(constant) => Some(constant),
            CallKw { names, .. } => Some(names),
            _ => None,
        }
    }

    /// Whether control never reaches the instruction behind.
    pub fn ends_block(&self) -> bool {
        use Op::*;
        matches!(self, Jump(_) | JumpBackward(_) | Return | ReturnGenerator | Raise(_) | Reraise(_))
    }

    /// How the depth of the operand stack changes: when control goes on, or (`jump`) when the
    /// instruction jumps.
    pub fn stack_effect(&self, jump: bool) -> i32 {
        use Op::*;
        match *self {
            Nop
            | Swap(_)
            | DeleteFast(_)
            | MakeCell(_)
            | DeleteDeref(_)
            | DeleteGlobal(_)
            | DeleteName(_)
            | SetupAnnotations
            | LoadAttr(_)
            | UnaryNegative
            | UnaryPositive
            | UnaryInvert
            | UnaryNot
            | ToBool
            | Jump(_)
            | JumpBackward(_)
            | ConvertValue(_)
            | FormatSimple
            | ListToTuple
            | GetIter
            | YieldValue
            | AsyncYieldValue
            | GetYieldFromIter
            | GetAwaitable(_)
            | GetAsyncIter
            | CallIntrinsic1(_)
            | CheckExcMatch
            | CheckEgMatch
            | LoadFromDictOrDeref(_)
            | LoadFromDictOrGlobals(_) => 0,
            Copy(_) | PushNull | LoadConst(_) | LoadNone | LoadTrue | LoadFalse | LoadInt(_)
            | LoadAssertionError | LoadFast(_) | LoadFastAndClear(_) | LoadClosure(_)
            | LoadDeref(_) | LoadGlobal(_) | LoadName(_) | LoadLocals | LoadMethod(_)
            | MakeFunction(_) | LoadBuildClass | GetAsyncNext | PushExcInfo | WithExceptStart
            | ImportFrom(_) | MatchSequence | MatchMapping | MatchKeys | GetLen => 1,
            BeforeWith | BeforeAsyncWith => 2,
            Pop
            | StoreFast(_)
            | StoreDeref(_)
            | StoreGlobal(_)
            | StoreName(_)
            | DeleteAttr(_)
            | BinarySubscr
            | Binary(_)
            | InplaceBinary(_)
            | Compare(_)
            | Is(_)
            | Contains(_)
            | PopJumpIfFalse(_)
            | PopJumpIfTrue(_)
            | PopJumpIfNone(_)
            | PopJumpIfNotNone(_)
            | FormatWithSpec
            | ListAppend(_)
            | SetAdd(_)
            | ListExtend(_)
            | SetUpdate(_)
            | DictUpdate(_)
            | DictMerge(_)
            | SetFunctionAttribute(_)
            | Return
            | ReturnGenerator
            | CallIntrinsic2(_)
            | Delegate
            | Reraise(_)
            | PopExcept
            | ImportName(_)
            | LoadSuperMethod(_) => -1,
            StoreAttr(_) | DeleteSubscr | MapAdd(_) | LoadSuperAttr(_) | MatchClass(_)
            | EndAsyncFor => -2,
            StoreSubscr => -3,
            JumpIfFalseOrPop(_) | JumpIfTrueOrPop(_) => {
                if jump {
                    0
                } else {
                    -1
                }
            }
            ForIter(_) => {
                if jump {
                    -1
                } else {
                    1
                }
            }
            BuildSlice(n) | BuildTuple(n) | BuildList(n) | BuildSet(n) | BuildString(n) => {
                1 - n as i32
            }
            BuildMap(n) => 1 - 2 * n as i32,
            UnpackSequence(n) => n as i32 - 1,
            UnpackEx(before, after) => before as i32 + after as i32,
            Call(n) => -1 - n as i32,
            CallKw { count, .. } => -1 - count as i32,
            CallEx(keywords) => {
                if keywords {
                    -3
                } else {
                    -2
                }
            }
            Raise(n) => -(n as i32),
            LoadFastLoadFast(..)
            | FastBinaryInt { .. }
            | FastBinaryFast { .. }
            | AccumulateInt { .. }
            | AccumulateFast { .. }
            | FastCompareIntJump { .. }
            | FastCompareFastJump { .. }
            | FastCompareConstJump { .. }
            | CompareJump { .. }
            | ContainsJump { .. }
            | FastAttr { .. }
            | FastSubscrFast { .. }
            | FastSubscrInt { .. }
            | CopySubscr
            | SwapStoreSubscr
            | ReturnFast(_)
            | YieldFast(_)
            | ForIterStore { .. }
            | LoadGlobalNull(_)
            | StoreFastJump { .. }
            | PopJumpBackward(_) => unreachable!("fused instructions are made after all checks"),
        }
    }

    /// How many values of the operand stack the instruction looks at, counted from the top.
    pub fn stack_inputs(&self) -> u32 {
        use Op::*;
        match *self {
            Nop | PushNull | LoadConst(_) | LoadNone | LoadTrue | LoadFalse | LoadInt(_)
            | LoadAssertionError | LoadFast(_) | LoadFastAndClear(_) | DeleteFast(_)
            | MakeCell(_) | LoadClosure(_) | LoadDeref(_) | DeleteDeref(_) | LoadGlobal(_)
            | DeleteGlobal(_) | LoadName(_) | DeleteName(_) | LoadLocals | SetupAnnotations
            | Jump(_) | JumpBackward(_) | MakeFunction(_) | LoadBuildClass => 0,
            Pop
            | StoreFast(_)
            | StoreDeref(_)
            | LoadFromDictOrDeref(_)
            | LoadFromDictOrGlobals(_)
            | StoreGlobal(_)
            | StoreName(_)
            | LoadAttr(_)
            | LoadMethod(_)
            | DeleteAttr(_)
            | UnaryNegative
            | UnaryPositive
            | UnaryInvert
            | UnaryNot
            | ToBool
            | PopJumpIfFalse(_)
            | PopJumpIfTrue(_)
            | PopJumpIfNone(_)
            | PopJumpIfNotNone(_)
            | JumpIfFalseOrPop(_)
            | JumpIfTrueOrPop(_)
            | ConvertValue(_)
            | FormatSimple
            | ListToTuple
            | UnpackSequence(_)
            | UnpackEx(_, _)
            | Return
            | ReturnGenerator
            | CallIntrinsic1(_)
            | GetIter
            | ForIter(_)
            | YieldValue
            | AsyncYieldValue
            | GetYieldFromIter
            | GetAwaitable(_)
            | GetAsyncIter
            | GetAsyncNext
            | PushExcInfo
            | PopExcept
            | BeforeWith
            | BeforeAsyncWith
            | ImportFrom(_)
            | MatchSequence
            | MatchMapping
            | GetLen => 1,
            StoreAttr(_)
            | BinarySubscr
            | DeleteSubscr
            | Binary(_)
            | InplaceBinary(_)
            | Compare(_)
            | Is(_)
            | Contains(_)
            | FormatWithSpec
            | SetFunctionAttribute(_)
            | CallIntrinsic2(_)
            | Delegate
            | EndAsyncFor
            | CheckExcMatch
            | CheckEgMatch
            | ImportName(_)
            | MatchKeys => 2,
            LoadSuperAttr(_) | LoadSuperMethod(_) | StoreSubscr | MatchClass(_) => 3,
            WithExceptStart => 5,
            Copy(n) | Swap(n) => n,
            BuildSlice(n) | BuildTuple(n) | BuildList(n) | BuildSet(n) | BuildString(n)
            | Raise(n) => n,
            BuildMap(n) => n.saturating_mul(2),
            ListAppend(n) | SetAdd(n) | ListExtend(n) | SetUpdate(n) | DictUpdate(n)
            | Reraise(n) => n.saturating_add(1),
            MapAdd(n) => n.saturating_add(2),
            DictMerge(n) => n.saturating_add(4),
            Call(n) => n.saturating_add(2),
            CallKw { count, .. } => count as u32 + 2,
            CallEx(keywords) => 3 + keywords as u32,
            LoadFastLoadFast(..)
            | FastBinaryInt { .. }
            | FastBinaryFast { .. }
            | AccumulateInt { .. }
            | AccumulateFast { .. }
            | FastCompareIntJump { .. }
            | FastCompareFastJump { .. }
            | FastCompareConstJump { .. }
            | CompareJump { .. }
            | ContainsJump { .. }
            | FastAttr { .. }
            | FastSubscrFast { .. }
            | FastSubscrInt { .. }
            | CopySubscr
            | SwapStoreSubscr
            | ReturnFast(_)
            | YieldFast(_)
            | ForIterStore { .. }
            | LoadGlobalNull(_)
            | StoreFastJump { .. }
            | PopJumpBackward(_) => unreachable!("fused instructions are made after all checks"),
        }
    }
}
