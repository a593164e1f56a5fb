//! The tokens of a program: what logos finds in the text and what the grammar reads.
//!
//! One enum serves both. logos knows the variants that carry a pattern; the variants without one
//! are made by the layout pass (`layout.rs`), which sees lines, indentation and brackets, and by
//! the soft keyword pass (`soft_keywords.rs`). No token carries a payload: its text is the slice
//! of the source under its span.

use logos::Logos;

use crate::span::Span;

/// A token and the bytes it stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpannedToken {
    pub token: Token,
    pub span: Span,
}

/// The kind of a token.
#[derive(Logos, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[logos(skip r"[ \t\x0C]+")]
pub enum Token {
    // The start of a text tells the grammar which kind of text it is.
    StartModule,
    StartExpression,

    // Layout.
    /// The end of a physical line; the layout pass drops it or makes it a `Newline`.
    #[regex(r"\r\n|\n|\r")]
    LineEnd,
    #[regex(r"\\(\r\n|\n|\r)")]
    LineContinuation,
    #[regex(r"#[^\n\r]*", allow_greedy = true)]
    Comment,
    /// The end of a logical line.
    Newline,
    Indent,
    Dedent,

    // Words.
    #[regex(r"[A-Za-z_\u{80}-\u{10FFFF}][A-Za-z0-9_\u{80}-\u{10FFFF}]*")]
    Name,
    #[token("False")]
    False,
    #[token("None")]
    None,
    #[token("True")]
    True,
    #[token("and")]
    And,
    #[token("as")]
    As,
    #[token("assert")]
    Assert,
    #[token("async")]
    Async,
    #[token("await")]
    Await,
    #[token("break")]
    Break,
    #[token("class")]
    Class,
    #[token("continue")]
    Continue,
    #[token("def")]
    Def,
    #[token("del")]
    Del,
    #[token("elif")]
    Elif,
    #[token("else")]
    Else,
    #[token("except")]
    Except,
    #[token("finally")]
    Finally,
    #[token("for")]
    For,
    #[token("from")]
    From,
    #[token("global")]
    Global,
    #[token("if")]
    If,
    #[token("import")]
    Import,
    #[token("in")]
    In,
    #[token("is")]
    Is,
    #[token("lambda")]
    Lambda,
    #[token("nonlocal")]
    Nonlocal,
    #[token("not")]
    Not,
    #[token("or")]
    Or,
    #[token("pass")]
    Pass,
    #[token("raise")]
    Raise,
    #[token("return")]
    Return,
    #[token("try")]
    Try,
    #[token("while")]
    While,
    #[token("with")]
    With,
    #[token("yield")]
    Yield,
    // Names where the line around them makes them keywords.
    Match,
    Case,
    Type,

    // Literals.
    #[regex(r"0[xX](_?[0-9a-fA-F])+")]
    #[regex(r"0[oO](_?[0-7])+")]
    #[regex(r"0[bB](_?[01])+")]
    #[regex(r"[0-9](_?[0-9])*")]
    #[regex(r"([0-9](_?[0-9])*)?\.[0-9](_?[0-9])*([eE][+-]?[0-9](_?[0-9])*)?[jJ]?")]
    #[regex(r"[0-9](_?[0-9])*\.([eE][+-]?[0-9](_?[0-9])*)?[jJ]?")]
    #[regex(r"[0-9](_?[0-9])*[eE][+-]?[0-9](_?[0-9])*[jJ]?")]
    #[regex(r"[0-9](_?[0-9])*[jJ]")]
    Number,
    /// logos finds the prefix and the opening quotes, the layout pass the rest of the literal.
    #[regex(r#"([rR]|[uU]|[bB]|[bB][rR]|[rR][bB])?("|'|"""|''')"#)]
    String,
    /// Prefix and opening quotes of an f-string.
    #[regex(r#"([fF]|[fF][rR]|[rR][fF])("|'|"""|''')"#)]
    FormatStart,
    /// Literal text inside an f-string or a format specification.
    FormatText,
    /// The same where the prefix says that backslashes are plain text.
    RawFormatText,
    /// The closing quotes of an f-string.
    FormatEnd,

    // Operators and punctuation.
    #[token("+")]
    Plus,
    #[token("-")]
    Minus,
    #[token("*")]
    Star,
    #[token("**")]
    DoubleStar,
    #[token("/")]
    Slash,
    #[token("//")]
    DoubleSlash,
    #[token("%")]
    Percent,
    #[token("@")]
    At,
    #[token("&")]
    Ampersand,
    #[token("|")]
    Bar,
    #[token("^")]
    Caret,
    #[token("~")]
    Tilde,
    #[token("<<")]
    LeftShift,
    #[token(">>")]
    RightShift,
    #[token("<")]
    Less,
    #[token(">")]
    Greater,
    #[token("<=")]
    LessEqual,
    #[token(">=")]
    GreaterEqual,
    #[token("==")]
    EqualEqual,
    #[token("!=")]
    NotEqual,
    /// Python 2's `!=`: no grammar rule takes it.
    #[token("<>")]
    LessGreater,
    #[token("!")]
    Exclamation,
    #[token("(")]
    LeftParenthesis,
    /// The parenthesis around all items of a `with` statement.
    WithParenthesis,
    #[token(")")]
    RightParenthesis,
    #[token("[")]
    LeftBracket,
    #[token("]")]
    RightBracket,
    #[token("{")]
    LeftBrace,
    #[token("}")]
    RightBrace,
    #[token(",")]
    Comma,
    #[token(":")]
    Colon,
    #[token(":=")]
    ColonEqual,
    #[token(".")]
    Dot,
    #[token("...")]
    Ellipsis,
    #[token(";")]
    Semicolon,
    #[token("->")]
    Arrow,
    #[token("=")]
    Equal,
    #[token("+=")]
    PlusEqual,
    #[token("-=")]
    MinusEqual,
    #[token("*=")]
    StarEqual,
    #[token("**=")]
    DoubleStarEqual,
    #[token("/=")]
    SlashEqual,
    #[token("//=")]
    DoubleSlashEqual,
    #[token("%=")]
    PercentEqual,
    #[token("@=")]
    AtEqual,
    #[token("&=")]
    AmpersandEqual,
    #[token("|=")]
    BarEqual,
    #[token("^=")]
    CaretEqual,
    #[token("<<=")]
    LeftShiftEqual,
    #[token(">>=")]
    RightShiftEqual,
    /// `$`, `?` and the back quote: tokens that no grammar rule takes.
    #[regex(r"[$?`]")]
    Unknown,
}

impl Token {
    /// Whether this is one of the reserved words, `match` and its like not counted.
    pub fn is_keyword(self) -> bool {
        use Token::*;
        matches!(
            self,
            False
                | None
                | True
                | And
                | As
                | Assert
                | Async
                | Await
                | Break
                | Class
                | Continue
                | Def
                | Del
                | Elif
                | Else
                | Except
                | Finally
                | For
                | From
                | Global
                | If
                | Import
                | In
                | Is
                | Lambda
                | Nonlocal
                | Not
                | Or
                | Pass
                | Raise
                | Return
                | Try
                | While
                | With
                | Yield
        )
    }
}
