//! The instructions as `dis` shows them: names, numbers and the meaning of operands.
//!
//! Where CPython has the same instruction it has the same name here; the numbers are Ouro's own.

use ouro_grammar::ast::{BinaryOperator, Conversion};

use super::op::{Comparison, Op};

macro_rules! mnemonics {
    ($($variant:ident $name:literal,)*) => {
        /// The names by their numbers.
        pub const NAMES: &[&str] = &[$($name),*];

        /// The name of an instruction.
        pub fn name(op: &Op) -> &'static str {
            match op { $(Op::$variant { .. } => $name,)* }
        }
    };
}

mnemonics! {
    Nop "NOP",
    Pop "POP_TOP",
    Copy "COPY",
    Swap "SWAP",
    PushNull "PUSH_NULL",
    LoadConst "LOAD_CONST",
    LoadNone "LOAD_NONE",
    LoadTrue "LOAD_TRUE",
    LoadFalse "LOAD_FALSE",
    LoadInt "LOAD_INT",
    LoadAssertionError "LOAD_ASSERTION_ERROR",
    LoadFast "LOAD_FAST",
    LoadFastAndClear "LOAD_FAST_AND_CLEAR",
    StoreFast "STORE_FAST",
    DeleteFast "DELETE_FAST",
    MakeCell "MAKE_CELL",
    LoadClosure "LOAD_CLOSURE",
    LoadDeref "LOAD_DEREF",
    StoreDeref "STORE_DEREF",
    DeleteDeref "DELETE_DEREF",
    LoadFromDictOrDeref "LOAD_FROM_DICT_OR_DEREF",
    LoadFromDictOrGlobals "LOAD_FROM_DICT_OR_GLOBALS",
    LoadGlobal "LOAD_GLOBAL",
    StoreGlobal "STORE_GLOBAL",
    DeleteGlobal "DELETE_GLOBAL",
    LoadName "LOAD_NAME",
    StoreName "STORE_NAME",
    DeleteName "DELETE_NAME",
    LoadLocals "LOAD_LOCALS",
    SetupAnnotations "SETUP_ANNOTATIONS",
    LoadAttr "LOAD_ATTR",
    LoadMethod "LOAD_METHOD",
    StoreAttr "STORE_ATTR",
    DeleteAttr "DELETE_ATTR",
    LoadSuperAttr "LOAD_SUPER_ATTR",
    LoadSuperMethod "LOAD_SUPER_METHOD",
    BinarySubscr "BINARY_SUBSCR",
    StoreSubscr "STORE_SUBSCR",
    DeleteSubscr "DELETE_SUBSCR",
    BuildSlice "BUILD_SLICE",
    Binary "BINARY_OP",
    InplaceBinary "BINARY_OP_INPLACE",
    UnaryNegative "UNARY_NEGATIVE",
    UnaryPositive "UNARY_POSITIVE",
    UnaryInvert "UNARY_INVERT",
    UnaryNot "UNARY_NOT",
    ToBool "TO_BOOL",
    Compare "COMPARE_OP",
    Is "IS_OP",
    Contains "CONTAINS_OP",
    Jump "JUMP_FORWARD",
    JumpBackward "JUMP_BACKWARD",
    PopJumpIfFalse "POP_JUMP_IF_FALSE",
    PopJumpIfTrue "POP_JUMP_IF_TRUE",
    PopJumpIfNone "POP_JUMP_IF_NONE",
    PopJumpIfNotNone "POP_JUMP_IF_NOT_NONE",
    JumpIfFalseOrPop "JUMP_IF_FALSE_OR_POP",
    JumpIfTrueOrPop "JUMP_IF_TRUE_OR_POP",
    BuildTuple "BUILD_TUPLE",
    BuildList "BUILD_LIST",
    BuildSet "BUILD_SET",
    BuildMap "BUILD_MAP",
    BuildString "BUILD_STRING",
    ConvertValue "CONVERT_VALUE",
    FormatSimple "FORMAT_SIMPLE",
    FormatWithSpec "FORMAT_WITH_SPEC",
    ListAppend "LIST_APPEND",
    SetAdd "SET_ADD",
    MapAdd "MAP_ADD",
    ListExtend "LIST_EXTEND",
    SetUpdate "SET_UPDATE",
    DictUpdate "DICT_UPDATE",
    DictMerge "DICT_MERGE",
    ListToTuple "LIST_TO_TUPLE",
    UnpackSequence "UNPACK_SEQUENCE",
    UnpackEx "UNPACK_EX",
    Call "CALL",
    CallKw "CALL_KW",
    CallEx "CALL_FUNCTION_EX",
    MakeFunction "MAKE_FUNCTION",
    SetFunctionAttribute "SET_FUNCTION_ATTRIBUTE",
    LoadBuildClass "LOAD_BUILD_CLASS",
    Return "RETURN_VALUE",
    ReturnGenerator "RETURN_VALUE_OF_GENERATOR",
    CallIntrinsic1 "CALL_INTRINSIC_1",
    CallIntrinsic2 "CALL_INTRINSIC_2",
    GetIter "GET_ITER",
    ForIter "FOR_ITER",
    YieldValue "YIELD_VALUE",
    AsyncYieldValue "YIELD_VALUE_OF_ASYNC_GENERATOR",
    GetYieldFromIter "GET_YIELD_FROM_ITER",
    GetAwaitable "GET_AWAITABLE",
    Delegate "DELEGATE",
    GetAsyncIter "GET_AITER",
    GetAsyncNext "GET_ANEXT",
    EndAsyncFor "END_ASYNC_FOR",
    Raise "RAISE_VARARGS",
    Reraise "RERAISE",
    PushExcInfo "PUSH_EXC_INFO",
    PopExcept "POP_EXCEPT",
    CheckExcMatch "CHECK_EXC_MATCH",
    CheckEgMatch "CHECK_EG_MATCH",
    BeforeWith "BEFORE_WITH",
    BeforeAsyncWith "BEFORE_ASYNC_WITH",
    WithExceptStart "WITH_EXCEPT_START",
    ImportName "IMPORT_NAME",
    ImportFrom "IMPORT_FROM",
    MatchSequence "MATCH_SEQUENCE",
    MatchMapping "MATCH_MAPPING",
    MatchKeys "MATCH_KEYS",
    MatchClass "MATCH_CLASS",
    GetLen "GET_LEN",
    LoadFastLoadFast "LOAD_FAST_LOAD_FAST",
    FastBinaryInt "LOAD_FAST_LOAD_INT_BINARY_OP",
    FastBinaryFast "LOAD_FAST_LOAD_FAST_BINARY_OP",
    AccumulateInt "ACCUMULATE_INT",
    AccumulateFast "ACCUMULATE_FAST",
    FastCompareIntJump "LOAD_FAST_LOAD_INT_COMPARE_OP_JUMP",
    FastCompareFastJump "LOAD_FAST_LOAD_FAST_COMPARE_OP_JUMP",
    FastCompareConstJump "LOAD_FAST_LOAD_CONST_COMPARE_OP_JUMP",
    CompareJump "COMPARE_OP_JUMP",
    ContainsJump "CONTAINS_OP_JUMP",
    FastAttr "LOAD_FAST_LOAD_ATTR",
    FastSubscrFast "LOAD_FAST_LOAD_FAST_BINARY_SUBSCR",
    FastSubscrInt "LOAD_FAST_LOAD_INT_BINARY_SUBSCR",
    CopySubscr "COPY_COPY_BINARY_SUBSCR",
    SwapStoreSubscr "SWAP_SWAP_STORE_SUBSCR",
    ReturnFast "LOAD_FAST_RETURN_VALUE",
    YieldFast "LOAD_FAST_YIELD_VALUE",
    ForIterStore "FOR_ITER_STORE_FAST",
    LoadGlobalNull "LOAD_GLOBAL_PUSH_NULL",
    StoreFastJump "STORE_FAST_JUMP_BACKWARD",
    PopJumpBackward "POP_TOP_JUMP_BACKWARD",
}

/// The number of an instruction.
pub fn number(op: &Op) -> usize {
    let name = name(op);
    NAMES.iter().position(|known| *known == name).unwrap_or_default()
}

/// What an operand means.
pub enum Operand {
    /// There is none.
    Nothing,
    /// A number that means itself.
    Number(i64),
    /// The index of an instruction.
    Target(u32),
    /// The place of a variable.
    Slot(u32),
    Name(u32),
    Constant(u32),
    /// `count` arguments, the last of them named by a constant.
    Arguments {
        count: u16,
        names: u32,
    },
    /// One of a few kinds, and what it is called.
    Kind(i64, String),
}

/// The operand of an instruction.
pub fn operand(op: &Op) -> Operand {
    if let Some(target) = op.target() {
        return Operand::Target(target);
    } else if let Some(slot) = op.slot() {
        return Operand::Slot(slot);
    } else if let Some(name) = op.name() {
        return Operand::Name(name);
    }
    match *op {
        Op::LoadConst(constant) | Op::MakeFunction(constant) => Operand::Constant(constant),
        Op::CallKw { count, names } => Operand::Arguments { count, names },
        Op::LoadInt(number) => Operand::Number(number.into()),
        Op::Copy(n)
        | Op::Swap(n)
        | Op::BuildSlice(n)
        | Op::BuildTuple(n)
        | Op::BuildList(n)
        | Op::BuildSet(n)
        | Op::BuildMap(n)
        | Op::BuildString(n)
        | Op::ListAppend(n)
        | Op::SetAdd(n)
        | Op::MapAdd(n)
        | Op::ListExtend(n)
        | Op::SetUpdate(n)
        | Op::DictUpdate(n)
        | Op::DictMerge(n)
        | Op::UnpackSequence(n)
        | Op::Call(n)
        | Op::Raise(n)
        | Op::Reraise(n)
        | Op::MatchClass(n) => Operand::Number(n.into()),
        // As in CPython: the second count stands above the first.
        Op::UnpackEx(before, after) => Operand::Number(i64::from(before) | i64::from(after) << 8),
        Op::Is(inverted) | Op::Contains(inverted) => Operand::Number(inverted.into()),
        Op::CallEx(keywords) => Operand::Number(keywords.into()),
        Op::Binary(operator) => Operand::Kind(operator as i64, symbol(operator).to_owned()),
        Op::InplaceBinary(operator) => {
            Operand::Kind(operator as i64, format!("{}=", symbol(operator)))
        }
        Op::Compare(comparison) => {
            let symbol = match comparison {
                Comparison::Less => "<",
                Comparison::LessEqual => "<=",
                Comparison::Equal => "==",
                Comparison::NotEqual => "!=",
                Comparison::Greater => ">",
                Comparison::GreaterEqual => ">=",
            };
            Operand::Kind(comparison as i64, symbol.to_owned())
        }
        Op::ConvertValue(conversion) => {
            let text = match conversion {
                Conversion::None => "",
                Conversion::Str => "str",
                Conversion::Repr => "repr",
                Conversion::Ascii => "ascii",
            };
            Operand::Kind(conversion as i64, text.to_owned())
        }
        Op::SetFunctionAttribute(attribute) => {
            Operand::Kind(attribute as i64, words(&format!("{attribute:?}"), " ").to_lowercase())
        }
        Op::GetAwaitable(kind) => {
            Operand::Kind(kind as i64, words(&format!("{kind:?}"), " ").to_lowercase())
        }
        Op::CallIntrinsic1(intrinsic) => {
            let text = words(&format!("{intrinsic:?}"), "_").to_uppercase();
            Operand::Kind(intrinsic as i64, format!("INTRINSIC_{text}"))
        }
        Op::CallIntrinsic2(intrinsic) => {
            let text = words(&format!("{intrinsic:?}"), "_").to_uppercase();
            Operand::Kind(intrinsic as i64, format!("INTRINSIC_{text}"))
        }
        _ => Operand::Nothing,
    }
}

/// `TypeVarWithBound` with a separator between its words.
fn words(text: &str, separator: &str) -> String {
    let mut parted = String::new();
    for (place, letter) in text.char_indices() {
        if place > 0 && letter.is_ascii_uppercase() {
            parted.push_str(separator);
        }
        parted.push(letter);
    }
    parted
}

fn symbol(operator: BinaryOperator) -> &'static str {
    match operator {
        BinaryOperator::Add => "+",
        BinaryOperator::Subtract => "-",
        BinaryOperator::Multiply => "*",
        BinaryOperator::MatrixMultiply => "@",
        BinaryOperator::TrueDivide => "/",
        BinaryOperator::FloorDivide => "//",
        BinaryOperator::Modulo => "%",
        BinaryOperator::Power => "**",
        BinaryOperator::LeftShift => "<<",
        BinaryOperator::RightShift => ">>",
        BinaryOperator::And => "&",
        BinaryOperator::Or => "|",
        BinaryOperator::Xor => "^",
    }
}
