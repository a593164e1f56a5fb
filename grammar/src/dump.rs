//! Tokens and syntax tree as text, for reading and for snapshot tests: one line a token or node,
//! with the lines and columns it spans. Nodes are indented and have the names of CPython's `ast`
//! module.

use std::fmt::Write;

use crate::ast::*;
use crate::layout;
use crate::soft_keywords;
use crate::source_text::LineIndex;
use crate::span::Span;
use crate::token::{SpannedToken, Token};

/// The tokens of `source` as the grammar reads them, up to the first that is none.
pub fn dump_tokens(source: &str) -> String {
    let mut tokens = layout::tokenize(source, Token::StartModule);
    soft_keywords::mark(&mut tokens.tokens, source);
    let lines = LineIndex::new(source);
    let place = |span: Span| {
        let (first_line, first_column) = lines.position(span.start);
        let (last_line, last_column) = lines.position(span.end);
        format!("{first_line}:{first_column}-{last_line}:{last_column}")
    };
    let mut output = String::new();
    for SpannedToken { token, span } in tokens.tokens {
        let text = source.get(span.start as usize..span.end as usize).unwrap_or_default();
        let text = quoted(text.chars());
        let _ = writeln!(output, "{} {token:?} {text}", place(span));
    }
    for warning in tokens.warnings {
        let _ = writeln!(output, "{} warning: {}", place(warning.span), warning.message);
    }
    if let Some(error) = tokens.error {
        let _ = writeln!(output, "{} {error}", place(error.span));
    }
    output
}

/// The tree of `module`, which was parsed from `source`.
pub fn dump(module: &Module, source: &str) -> String {
    let mut dumper = Dumper { output: String::new(), lines: LineIndex::new(source), depth: 0 };
    dumper.output.push_str("Module\n");
    dumper.nested(|dumper| dumper.statements("body", &module.body));
    for warning in &module.warnings {
        let place = dumper.place(warning.span);
        let _ = writeln!(dumper.output, "warning {place}: {}", warning.message);
    }
    dumper.output
}

struct Dumper {
    output: String,
    lines: LineIndex,
    depth: usize,
}

impl Dumper {
    fn place(&self, span: Span) -> String {
        let (first_line, first_column) = self.lines.position(span.start);
        let (last_line, last_column) = self.lines.position(span.end);
        format!("{first_line}:{first_column}-{last_line}:{last_column}")
    }

    fn line(&mut self, label: &str, text: &str) {
        let indent = 2 * self.depth;
        let _ = writeln!(self.output, "{:indent$}{label}: {text}", "");
    }

    fn node(&mut self, label: &str, text: &str, span: Span) {
        let place = self.place(span);
        self.line(label, &format!("{text} {place}"));
    }

    fn nested(&mut self, children: impl FnOnce(&mut Dumper)) {
        self.depth += 1;
        children(self);
        self.depth -= 1;
    }

    fn statements(&mut self, label: &str, statements: &[Statement]) {
        for statement in statements {
            self.statement(label, statement);
        }
    }

    fn expressions<'a>(
        &mut self,
        label: &str,
        expressions: impl IntoIterator<Item = &'a Expression>,
    ) {
        for expression in expressions {
            self.expression(label, expression);
        }
    }

    fn names(&mut self, label: &str, identifiers: &[Identifier]) {
        for identifier in identifiers {
            self.line(label, &identifier.name);
        }
    }

    fn statement(&mut self, label: &str, statement: &Statement) {
        use StatementKind::*;
        let span = statement.span;
        let heading = match &statement.kind {
            FunctionDef(function) => {
                let prefix = if function.is_async { "Async" } else { "" };
                format!("{prefix}FunctionDef {}", function.name.name)
            }
            ClassDef(class) => format!("ClassDef {}", class.name.name),
            Return(_) => "Return".into(),
            Delete(_) => "Delete".into(),
            Assign { .. } => "Assign".into(),
            AugAssign { operator, .. } => format!("AugAssign {}", binary_operator(*operator)),
            AnnAssign { simple, .. } => format!("AnnAssign simple={}", u8::from(*simple)),
            TypeAlias { .. } => "TypeAlias".into(),
            For { is_async, .. } => if *is_async { "AsyncFor" } else { "For" }.into(),
            While { .. } => "While".into(),
            If { .. } => "If".into(),
            With { is_async, .. } => if *is_async { "AsyncWith" } else { "With" }.into(),
            Match { .. } => "Match".into(),
            Raise { .. } => "Raise".into(),
            Try { is_star, .. } => if *is_star { "TryStar" } else { "Try" }.into(),
            Assert { .. } => "Assert".into(),
            Import(_) => "Import".into(),
            ImportFrom { level, .. } => format!("ImportFrom level={level}"),
            Global(_) => "Global".into(),
            Nonlocal(_) => "Nonlocal".into(),
            Expression(_) => "Expr".into(),
            Pass => "Pass".into(),
            Break => "Break".into(),
            Continue => "Continue".into(),
        };
        self.node(label, &heading, span);
        self.nested(|dumper| dumper.statement_parts(&statement.kind));
    }

    fn statement_parts(&mut self, kind: &StatementKind) {
        use StatementKind::*;
        match kind {
            FunctionDef(function) => {
                self.expressions("decorator", &function.decorators);
                self.type_params(&function.type_params);
                self.parameters(&function.parameters);
                self.expressions("returns", &function.returns);
                self.statements("body", &function.body);
            }
            ClassDef(class) => {
                self.expressions("decorator", &class.decorators);
                self.type_params(&class.type_params);
                self.expressions("base", &class.bases);
                self.keywords(&class.keywords);
                self.statements("body", &class.body);
            }
            Return(value) => self.expressions("value", value),
            Delete(targets) => self.expressions("target", targets),
            Assign { targets, value } => {
                self.expressions("target", targets);
                self.expression("value", value);
            }
            AugAssign { target, value, .. } => {
                self.expression("target", target);
                self.expression("value", value);
            }
            AnnAssign { target, annotation, value, .. } => {
                self.expression("target", target);
                self.expression("annotation", annotation);
                self.expressions("value", value);
            }
            TypeAlias { name, type_params, value } => {
                self.expression("name", name);
                self.type_params(type_params);
                self.expression("value", value);
            }
            For { target, iter, body, orelse, .. } => {
                self.expression("target", target);
                self.expression("iter", iter);
                self.statements("body", body);
                self.statements("orelse", orelse);
            }
            While { test, body, orelse } | If { test, body, orelse } => {
                self.expression("test", test);
                self.statements("body", body);
                self.statements("orelse", orelse);
            }
            With { items, body, .. } => {
                for item in items {
                    self.expression("context", &item.context);
                    self.expressions("as", &item.target);
                }
                self.statements("body", body);
            }
            Match { subject, cases } => {
                self.expression("subject", subject);
                for case in cases {
                    self.line("case", "match_case");
                    self.nested(|dumper| {
                        dumper.pattern("pattern", &case.pattern);
                        dumper.expressions("guard", &case.guard);
                        dumper.statements("body", &case.body);
                    });
                }
            }
            Raise { exc, cause } => {
                self.expressions("exc", exc);
                self.expressions("cause", cause);
            }
            Try { body, handlers, orelse, finalbody, .. } => {
                self.statements("body", body);
                for handler in handlers {
                    self.node("handler", "ExceptHandler", handler.span);
                    self.nested(|dumper| {
                        dumper.expressions("class", &handler.class);
                        dumper.names("name", handler.name.as_slice());
                        dumper.statements("body", &handler.body);
                    });
                }
                self.statements("orelse", orelse);
                self.statements("finalbody", finalbody);
            }
            Assert { test, message } => {
                self.expression("test", test);
                self.expressions("message", message);
            }
            Import(names) => self.aliases(names),
            ImportFrom { module, names, .. } => {
                self.names("module", module.as_slice());
                self.aliases(names);
            }
            Global(names) | Nonlocal(names) => self.names("name", names),
            Expression(value) => self.expression("value", value),
            Pass | Break | Continue => {}
        }
    }

    fn aliases(&mut self, aliases: &[Alias]) {
        for alias in aliases {
            let text = match &alias.asname {
                Some(asname) => format!("{} as {}", alias.name.name, asname.name),
                None => alias.name.name.to_string(),
            };
            self.node("alias", &text, alias.span);
        }
    }

    fn type_params(&mut self, params: &[TypeParam]) {
        for param in params {
            let (kind, bound) = match &param.kind {
                TypeParamKind::TypeVar { bound } => ("TypeVar", bound.as_ref()),
                TypeParamKind::TypeVarTuple => ("TypeVarTuple", None),
                TypeParamKind::ParamSpec => ("ParamSpec", None),
            };
            self.node("type_param", &format!("{kind} {}", param.name.name), param.span);
            self.nested(|dumper| {
                dumper.expressions("bound", bound);
                dumper.expressions("default", &param.default);
            });
        }
    }

    fn parameters(&mut self, parameters: &Parameters) {
        for parameter in &parameters.positional_only {
            self.parameter("positional_only", parameter);
        }
        for parameter in &parameters.positional {
            self.parameter("positional", parameter);
        }
        if let Some(parameter) = &parameters.vararg {
            self.parameter("vararg", parameter);
        }
        for parameter in &parameters.keyword_only {
            self.parameter("keyword_only", parameter);
        }
        if let Some(parameter) = &parameters.kwarg {
            self.parameter("kwarg", parameter);
        }
    }

    fn parameter(&mut self, label: &str, parameter: &Parameter) {
        self.node(label, &parameter.name.name, parameter.span);
        self.nested(|dumper| {
            dumper.expressions("annotation", &parameter.annotation);
            dumper.expressions("default", &parameter.default);
        });
    }

    fn keywords(&mut self, keywords: &[Keyword]) {
        for keyword in keywords {
            let name = keyword.name.as_ref().map_or("**", |name| &name.name);
            self.node("keyword", name, keyword.span);
            self.nested(|dumper| dumper.expression("value", &keyword.value));
        }
    }

    fn pattern(&mut self, label: &str, pattern: &Pattern) {
        let of = |name: &Option<Identifier>| match name {
            Some(name) => format!(" {}", name.name),
            None => String::new(),
        };
        let heading = match &pattern.kind {
            PatternKind::Value(_) => "MatchValue".into(),
            PatternKind::Singleton(value) => format!("MatchSingleton {}", constant(value)),
            PatternKind::Sequence(_) => "MatchSequence".into(),
            PatternKind::Mapping { rest, .. } => format!("MatchMapping{}", of(rest)),
            PatternKind::Class { .. } => "MatchClass".into(),
            PatternKind::Star(name) => format!("MatchStar{}", of(name)),
            PatternKind::As { name, .. } => format!("MatchAs{}", of(name)),
            PatternKind::Or(_) => "MatchOr".into(),
        };
        self.node(label, &heading, pattern.span);
        self.nested(|dumper| match &pattern.kind {
            PatternKind::Value(value) => dumper.expression("value", value),
            PatternKind::Sequence(patterns) | PatternKind::Or(patterns) => {
                for inner in patterns {
                    dumper.pattern("pattern", inner);
                }
            }
            PatternKind::Mapping { keys, patterns, .. } => {
                for (key, inner) in keys.iter().zip(patterns) {
                    dumper.expression("key", key);
                    dumper.pattern("pattern", inner);
                }
            }
            PatternKind::Class { class, patterns, keywords } => {
                dumper.expression("class", class);
                for inner in patterns {
                    dumper.pattern("pattern", inner);
                }
                for (name, inner) in keywords {
                    dumper.pattern(&name.name, inner);
                }
            }
            PatternKind::As { pattern: Some(inner), .. } => dumper.pattern("pattern", inner),
            _ => {}
        });
    }

    fn expression(&mut self, label: &str, expression: &Expression) {
        use ExpressionKind::*;
        let heading = match &expression.kind {
            BoolOp { operator: BoolOperator::And, .. } => "BoolOp and".into(),
            BoolOp { operator: BoolOperator::Or, .. } => "BoolOp or".into(),
            Named { .. } => "NamedExpr".into(),
            Binary { operator, .. } => format!("BinOp {}", binary_operator(*operator)),
            Unary { operator, .. } => format!("UnaryOp {}", unary_operator(*operator)),
            Lambda { .. } => "Lambda".into(),
            IfExp { .. } => "IfExp".into(),
            Dict { .. } => "Dict".into(),
            Set(_) => "Set".into(),
            List(_) => "List".into(),
            Tuple(_) => "Tuple".into(),
            ListComp { .. } => "ListComp".into(),
            SetComp { .. } => "SetComp".into(),
            DictComp { .. } => "DictComp".into(),
            Generator { .. } => "GeneratorExp".into(),
            Await(_) => "Await".into(),
            Yield(_) => "Yield".into(),
            YieldFrom(_) => "YieldFrom".into(),
            Compare { operators, .. } => {
                let names: Vec<_> = operators.iter().map(|each| compare_operator(*each)).collect();
                format!("Compare {}", names.join(", "))
            }
            Call { .. } => "Call".into(),
            JoinedString(_) => "JoinedStr".into(),
            Constant(value) => format!("Constant {}", constant(value)),
            Attribute { attribute, .. } => format!("Attribute {}", attribute.name),
            Subscript { .. } => "Subscript".into(),
            Starred(_) => "Starred".into(),
            Name(name) => format!("Name {name}"),
            Slice { .. } => "Slice".into(),
        };
        self.node(label, &heading, expression.span);
        self.nested(|dumper| dumper.expression_parts(&expression.kind));
    }

    fn expression_parts(&mut self, kind: &ExpressionKind) {
        use ExpressionKind::*;
        match kind {
            BoolOp { values, .. } => self.expressions("value", values),
            Named { target, value } => {
                self.expression("target", target);
                self.expression("value", value);
            }
            Binary { left, right, .. } => {
                self.expression("left", left);
                self.expression("right", right);
            }
            Unary { operand, .. } => self.expression("operand", operand),
            Lambda { parameters, body } => {
                self.parameters(parameters);
                self.expression("body", body);
            }
            IfExp { test, body, orelse } => {
                self.expression("test", test);
                self.expression("body", body);
                self.expression("orelse", orelse);
            }
            Dict { keys, values } => {
                for (key, value) in keys.iter().zip(values) {
                    self.expressions("key", key);
                    self.expression("value", value);
                }
            }
            Set(elements) | List(elements) | Tuple(elements) => {
                self.expressions("element", elements);
            }
            ListComp { element, generators }
            | SetComp { element, generators }
            | Generator { element, generators } => {
                self.expression("element", element);
                self.generators(generators);
            }
            DictComp { key, value, generators } => {
                self.expression("key", key);
                self.expression("value", value);
                self.generators(generators);
            }
            Await(value) | YieldFrom(value) | Starred(value) => self.expression("value", value),
            Yield(value) => self.expressions("value", value.as_deref()),
            Compare { left, comparators, .. } => {
                self.expression("left", left);
                self.expressions("comparator", comparators);
            }
            Call { function, arguments, keywords } => {
                self.expression("function", function);
                self.expressions("argument", arguments);
                self.keywords(keywords);
            }
            JoinedString(parts) => self.format_parts("value", parts),
            Attribute { value, .. } => self.expression("value", value),
            Subscript { value, index } => {
                self.expression("value", value);
                self.expression("index", index);
            }
            Slice { lower, upper, step } => {
                self.expressions("lower", lower.as_deref());
                self.expressions("upper", upper.as_deref());
                self.expressions("step", step.as_deref());
            }
            Constant(_) | Name(_) => {}
        }
    }

    fn generators(&mut self, generators: &[Comprehension]) {
        for generator in generators {
            let kind = if generator.is_async { "async comprehension" } else { "comprehension" };
            self.line("generator", kind);
            self.nested(|dumper| {
                dumper.expression("target", &generator.target);
                dumper.expression("iter", &generator.iter);
                dumper.expressions("condition", &generator.conditions);
            });
        }
    }

    fn format_parts(&mut self, label: &str, parts: &[FormatPart]) {
        for part in parts {
            match part {
                FormatPart::Literal { text, .. } => self.line(label, &quoted(text.chars())),
                FormatPart::Field(field) => {
                    let conversion = match field.conversion {
                        Conversion::None => "",
                        Conversion::Str => " !s",
                        Conversion::Repr => " !r",
                        Conversion::Ascii => " !a",
                    };
                    self.node(label, &format!("FormattedValue{conversion}"), field.span);
                    self.nested(|dumper| {
                        dumper.expression("value", &field.value);
                        if let Some(spec) = &field.spec {
                            dumper.line("spec", "JoinedStr");
                            dumper.nested(|dumper| dumper.format_parts("value", spec));
                        }
                    });
                }
            }
        }
    }
}

/// Text in double quotes, everything but plain ASCII escaped.
fn quoted(characters: impl Iterator<Item = char>) -> String {
    let mut output = String::from("\"");
    for character in characters {
        match character {
            '"' | '\\' => output.extend(['\\', character]),
            ' '..='~' => output.push(character),
            _ => {
                let code_point = crate::surrogate::to_code_point(character);
                let _ = write!(output, "\\u{{{code_point:x}}}");
            }
        }
    }
    output.push('"');
    output
}

fn constant(value: &Constant) -> String {
    match value {
        Constant::None => "None".into(),
        Constant::True => "True".into(),
        Constant::False => "False".into(),
        Constant::Ellipsis => "...".into(),
        Constant::Int(value) => value.to_string(),
        Constant::Float(value) => format!("{value:?}"),
        Constant::Imaginary(value) => format!("{value:?}j"),
        Constant::Str(text) => quoted(text.chars()),
        Constant::Bytes(bytes) => {
            format!("b{}", quoted(bytes.iter().map(|byte| char::from(*byte))))
        }
    }
}

fn binary_operator(operator: BinaryOperator) -> &'static str {
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

fn unary_operator(operator: UnaryOperator) -> &'static str {
    match operator {
        UnaryOperator::Invert => "~",
        UnaryOperator::Not => "not",
        UnaryOperator::Plus => "+",
        UnaryOperator::Minus => "-",
    }
}

fn compare_operator(operator: CompareOperator) -> &'static str {
    match operator {
        CompareOperator::Equal => "==",
        CompareOperator::NotEqual => "!=",
        CompareOperator::Less => "<",
        CompareOperator::LessEqual => "<=",
        CompareOperator::Greater => ">",
        CompareOperator::GreaterEqual => ">=",
        CompareOperator::Is => "is",
        CompareOperator::IsNot => "is not",
        CompareOperator::In => "in",
        CompareOperator::NotIn => "not in",
    }
}
