//! The syntax tree: what the grammar makes and the compiler reads.
//!
//! Names and shapes follow CPython's `ast` module, so that a reader of its documentation finds
//! their way; what differs is noted at the node. Every node carries the [`Span`] CPython gives it.

use std::rc::Rc;

use num_bigint::BigInt;

use crate::error::SyntaxWarning;
use serde::{Deserialize, Serialize};

use crate::span::Span;

/// A name, already in NFKC form.
pub type Name = Rc<str>;

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Identifier {
    pub name: Name,
    pub span: Span,
}

/// A whole file, or one statement block of the prompt.
#[derive(Clone, Debug, PartialEq)]
pub struct Module {
    pub body: Vec<Statement>,
    /// What is suspicious in the text, in its order.
    pub warnings: Vec<SyntaxWarning>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    pub span: Span,
    pub kind: StatementKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum StatementKind {
    FunctionDef(Box<FunctionDef>),
    ClassDef(Box<ClassDef>),
    Return(Option<Expression>),
    Delete(Vec<Expression>),
    Assign {
        targets: Vec<Expression>,
        value: Expression,
    },
    AugAssign {
        target: Expression,
        operator: BinaryOperator,
        value: Expression,
    },
    /// `simple` is true for a bare name without parentheses: only those enter `__annotations__`.
    AnnAssign {
        target: Expression,
        annotation: Expression,
        value: Option<Expression>,
        simple: bool,
    },
    TypeAlias {
        name: Expression,
        type_params: Vec<TypeParam>,
        value: Expression,
    },
    For {
        is_async: bool,
        target: Expression,
        iter: Expression,
        body: Vec<Statement>,
        orelse: Vec<Statement>,
    },
    While {
        test: Expression,
        body: Vec<Statement>,
        orelse: Vec<Statement>,
    },
    /// `elif` is an `If` alone in `orelse`.
    If {
        test: Expression,
        body: Vec<Statement>,
        orelse: Vec<Statement>,
    },
    With {
        is_async: bool,
        items: Vec<WithItem>,
        body: Vec<Statement>,
    },
    Match {
        subject: Expression,
        cases: Vec<MatchCase>,
    },
    Raise {
        exc: Option<Expression>,
        cause: Option<Expression>,
    },
    /// `is_star`: the handlers are `except*`.
    Try {
        body: Vec<Statement>,
        handlers: Vec<ExceptHandler>,
        orelse: Vec<Statement>,
        finalbody: Vec<Statement>,
        is_star: bool,
    },
    Assert {
        test: Expression,
        message: Option<Expression>,
    },
    Import(Vec<Alias>),
    /// `level` counts the leading dots. A star import has one alias named `*`.
    ImportFrom {
        module: Option<Identifier>,
        names: Vec<Alias>,
        level: u32,
    },
    Global(Vec<Identifier>),
    Nonlocal(Vec<Identifier>),
    Expression(Expression),
    Pass,
    Break,
    Continue,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FunctionDef {
    pub is_async: bool,
    pub name: Identifier,
    pub type_params: Vec<TypeParam>,
    pub parameters: Parameters,
    pub returns: Option<Expression>,
    pub body: Vec<Statement>,
    pub decorators: Vec<Expression>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ClassDef {
    pub name: Identifier,
    pub type_params: Vec<TypeParam>,
    pub bases: Vec<Expression>,
    pub keywords: Vec<Keyword>,
    pub body: Vec<Statement>,
    pub decorators: Vec<Expression>,
}

/// A parameter list. Unlike CPython's `arguments`, each parameter holds its own default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parameters {
    pub positional_only: Vec<Parameter>,
    pub positional: Vec<Parameter>,
    /// `*args`; a bare `*` leaves this empty.
    pub vararg: Option<Box<Parameter>>,
    pub keyword_only: Vec<Parameter>,
    pub kwarg: Option<Box<Parameter>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// From the name to the end of the annotation, the default left out.
    pub span: Span,
    pub name: Identifier,
    pub annotation: Option<Expression>,
    pub default: Option<Expression>,
}

/// PEP 695 and 696.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeParam {
    pub span: Span,
    pub name: Identifier,
    pub kind: TypeParamKind,
    pub default: Option<Expression>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum TypeParamKind {
    TypeVar { bound: Option<Expression> },
    TypeVarTuple,
    ParamSpec,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WithItem {
    pub context: Expression,
    pub target: Option<Expression>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ExceptHandler {
    pub span: Span,
    pub class: Option<Expression>,
    pub name: Option<Identifier>,
    pub body: Vec<Statement>,
}

/// `name as asname`; a dotted module name is one name with dots in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Alias {
    pub span: Span,
    pub name: Identifier,
    pub asname: Option<Identifier>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct MatchCase {
    pub span: Span,
    pub pattern: Pattern,
    pub guard: Option<Expression>,
    pub body: Vec<Statement>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    pub span: Span,
    pub kind: PatternKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum PatternKind {
    /// A number, string or dotted name, compared by `==`.
    Value(Expression),
    /// `None`, `True`, `False`, compared by `is`.
    Singleton(Constant),
    Sequence(Vec<Pattern>),
    /// `keys` and `patterns` run side by side; `rest` is the name after `**`.
    Mapping {
        keys: Vec<Expression>,
        patterns: Vec<Pattern>,
        rest: Option<Identifier>,
    },
    Class {
        class: Expression,
        patterns: Vec<Pattern>,
        keywords: Vec<(Identifier, Pattern)>,
    },
    /// `*name` or `*_` (no name) inside a sequence.
    Star(Option<Identifier>),
    /// `pattern as name`, a bare capture (no pattern) or the wildcard (neither).
    As {
        pattern: Option<Box<Pattern>>,
        name: Option<Identifier>,
    },
    Or(Vec<Pattern>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    pub span: Span,
    pub kind: ExpressionKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ExpressionKind {
    BoolOp {
        operator: BoolOperator,
        values: Vec<Expression>,
    },
    /// `target := value`.
    Named {
        target: Box<Expression>,
        value: Box<Expression>,
    },
    Binary {
        left: Box<Expression>,
        operator: BinaryOperator,
        right: Box<Expression>,
    },
    Unary {
        operator: UnaryOperator,
        operand: Box<Expression>,
    },
    Lambda {
        parameters: Box<Parameters>,
        body: Box<Expression>,
    },
    /// `body if test else orelse`.
    IfExp {
        test: Box<Expression>,
        body: Box<Expression>,
        orelse: Box<Expression>,
    },
    /// A `None` key stands for `**value`.
    Dict {
        keys: Vec<Option<Expression>>,
        values: Vec<Expression>,
    },
    Set(Vec<Expression>),
    List(Vec<Expression>),
    Tuple(Vec<Expression>),
    ListComp {
        element: Box<Expression>,
        generators: Vec<Comprehension>,
    },
    SetComp {
        element: Box<Expression>,
        generators: Vec<Comprehension>,
    },
    DictComp {
        key: Box<Expression>,
        value: Box<Expression>,
        generators: Vec<Comprehension>,
    },
    Generator {
        element: Box<Expression>,
        generators: Vec<Comprehension>,
    },
    Await(Box<Expression>),
    Yield(Option<Box<Expression>>),
    YieldFrom(Box<Expression>),
    Compare {
        left: Box<Expression>,
        operators: Vec<CompareOperator>,
        comparators: Vec<Expression>,
    },
    Call {
        function: Box<Expression>,
        arguments: Vec<Expression>,
        keywords: Vec<Keyword>,
    },
    /// An f-string, adjacent literals joined.
    JoinedString(Vec<FormatPart>),
    Constant(Constant),
    Attribute {
        value: Box<Expression>,
        attribute: Identifier,
    },
    Subscript {
        value: Box<Expression>,
        index: Box<Expression>,
    },
    Starred(Box<Expression>),
    Name(Name),
    Slice {
        lower: Option<Box<Expression>>,
        upper: Option<Box<Expression>>,
        step: Option<Box<Expression>>,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    None,
    True,
    False,
    Ellipsis,
    Int(BigInt),
    Float(f64),
    /// The imaginary part; the real one is zero.
    Imaginary(f64),
    /// Lone surrogates are kept as [`crate::surrogate`] describes.
    Str(Rc<str>),
    Bytes(Rc<[u8]>),
}

/// A piece of an f-string or of a format specification.
#[derive(Clone, Debug, PartialEq)]
pub enum FormatPart {
    Literal { text: Rc<str>, span: Span },
    Field(Box<FormatField>),
}

/// `{value!conversion:spec}`. The text that `{value=}` prints is a literal in front of the field.
#[derive(Clone, Debug, PartialEq)]
pub struct FormatField {
    pub span: Span,
    pub value: Expression,
    pub conversion: Conversion,
    pub spec: Option<Vec<FormatPart>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

/// `for target in iter if conditions…`.
#[derive(Clone, Debug, PartialEq)]
pub struct Comprehension {
    pub is_async: bool,
    pub target: Expression,
    pub iter: Expression,
    pub conditions: Vec<Expression>,
}

/// `name=value` in a call or class header; no name stands for `**value`.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    pub span: Span,
    pub name: Option<Identifier>,
    pub value: Expression,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoolOperator {
    And,
    Or,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum BinaryOperator {
    Add,
    Subtract,
    Multiply,
    MatrixMultiply,
    TrueDivide,
    FloorDivide,
    Modulo,
    Power,
    LeftShift,
    RightShift,
    And,
    Or,
    Xor,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOperator {
    Invert,
    Not,
    Plus,
    Minus,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareOperator {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Is,
    IsNot,
    In,
    NotIn,
}
