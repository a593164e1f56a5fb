//! `_ast`: the syntax tree of a text as objects of `ast.py`.
//!
//! `ast.py` has the classes of the nodes and passes in a function that makes one of them from its
//! class's name, its fields in their order, and its place: the first line and column, the last
//! line and column, or None.

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::add_functions;
use crate::object::bytes::Bytes;
use crate::object::list::List;
use crate::object::module::Module as ModuleObject;
use crate::object::native::{Args, Native};
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::source::SourceFile;
use crate::text::complex_text::Complex;
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[Native::new("parse", "source, filename, mode, make, /", parse)];

pub fn init(vm: &mut Vm) -> Result<Ref<ModuleObject>> {
    let module = vm.new_module("_ast");
    add_functions(vm, &module, "_ast", FUNCTIONS);
    Ok(module)
}

fn parse(vm: &mut Vm, args: &Args) -> Result {
    let text = args.get(0).as_str().unwrap_or_default();
    let name = args.get(1).as_str().unwrap_or_default();
    let (mode, root) = match args.get(2).as_str() {
        Some("eval") => (ouro_grammar::Mode::Expression, "Expression"),
        Some("single") => (ouro_grammar::Mode::Interactive, "Interactive"),
        _ => (ouro_grammar::Mode::Module, "Module"),
    };
    // What stands before an expression is no indentation.
    let text = match mode {
        ouro_grammar::Mode::Expression => text.trim_start_matches([' ', '\t']),
        _ => text,
    };
    let source = SourceFile::new(name, text.to_owned());
    let tree = match ouro_grammar::parse(&source.text, mode) {
        Ok(tree) => tree,
        Err(error) => return Err(vm.syntax_error(&error, &source)),
    };
    let mut maker = Maker { vm, source: &source, make: args.get(3).clone() };
    for warning in &tree.warnings {
        let line = source.line(warning.span.start);
        maker.vm.warn_at(&warning.message, &source, line)?;
    }
    let fields = match (mode, tree.body.as_slice()) {
        (
            ouro_grammar::Mode::Expression,
            [Statement { kind: StatementKind::Expression(value), .. }],
        ) => vec![maker.load(value)?],
        (ouro_grammar::Mode::Interactive, body) => vec![maker.statements(body)?],
        (_, body) => vec![maker.statements(body)?, List::new(Vec::new()).into()],
    };
    maker.node(root, fields, None)
}

/// What an expression is there for.
#[derive(Clone, Copy)]
enum Purpose {
    Load,
    Store,
    Del,
}

struct Maker<'a> {
    vm: &'a mut Vm,
    source: &'a SourceFile,
    make: Value,
}

impl Maker<'_> {
    fn node(&mut self, class: &str, fields: Vec<Value>, span: Option<Span>) -> Result {
        let place = match span {
            None => Value::None,
            Some(span) => {
                let place = self.source.position(span);
                let numbers = [place.line, place.column, place.end_line, place.end_column];
                Tuple::new(numbers.map(|number| Value::Int(number.into()))).into()
            }
        };
        let class = self.vm.intern(class).into();
        let make = self.make.clone();
        self.vm.call(&make, &[class, Tuple::new(fields).into(), place])
    }

    /// A node without fields and place: an operator or a purpose.
    fn word(&mut self, class: &str) -> Result {
        self.node(class, Vec::new(), None)
    }

    fn list<T>(&mut self, items: &[T], mut make: impl FnMut(&mut Self, &T) -> Result) -> Result {
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            values.push(make(self, item)?);
        }
        Ok(List::new(values).into())
    }

    fn optional<T>(
        &mut self,
        item: Option<&T>,
        make: impl FnOnce(&mut Self, &T) -> Result,
    ) -> Result {
        item.map_or(Ok(Value::None), |item| make(self, item))
    }

    fn statements(&mut self, statements: &[Statement]) -> Result {
        self.list(statements, Self::statement)
    }

    fn load(&mut self, expression: &Expression) -> Result {
        self.expression(expression, Purpose::Load)
    }

    fn loads(&mut self, expressions: &[Expression]) -> Result {
        self.list(expressions, Self::load)
    }

    fn load_if_any(&mut self, expression: Option<&Expression>) -> Result {
        self.optional(expression, Self::load)
    }

    fn store(&mut self, expression: &Expression) -> Result {
        self.expression(expression, Purpose::Store)
    }

    fn identifier(&mut self, identifier: &Identifier) -> Result {
        Ok(self.vm.intern(&identifier.name).into())
    }

    fn statement(&mut self, statement: &Statement) -> Result {
        use StatementKind::*;
        let none = Value::None;
        let (class, fields) = match &statement.kind {
            FunctionDef(function) => {
                let fields = vec![
                    self.identifier(&function.name)?,
                    self.parameters(&function.parameters)?,
                    self.statements(&function.body)?,
                    self.loads(&function.decorators)?,
                    self.load_if_any(function.returns.as_ref())?,
                    none,
                    self.type_params(&function.type_params)?,
                ];
                (if function.is_async { "AsyncFunctionDef" } else { "FunctionDef" }, fields)
            }
            ClassDef(class) => {
                let fields = vec![
                    self.identifier(&class.name)?,
                    self.loads(&class.bases)?,
                    self.list(&class.keywords, Self::keyword)?,
                    self.statements(&class.body)?,
                    self.loads(&class.decorators)?,
                    self.type_params(&class.type_params)?,
                ];
                ("ClassDef", fields)
            }
            Return(value) => ("Return", vec![self.load_if_any(value.as_ref())?]),
            Delete(targets) => {
                let targets =
                    self.list(targets, |maker, target| maker.expression(target, Purpose::Del))?;
                ("Delete", vec![targets])
            }
            Assign { targets, value } => {
                ("Assign", vec![self.list(targets, Self::store)?, self.load(value)?, none])
            }
            AugAssign { target, operator, value } => {
                let fields = vec![
                    self.store(target)?,
                    self.word(binary_operator(*operator))?,
                    self.load(value)?,
                ];
                ("AugAssign", fields)
            }
            AnnAssign { target, annotation, value, simple } => {
                let fields = vec![
                    self.store(target)?,
                    self.load(annotation)?,
                    self.load_if_any(value.as_ref())?,
                    Value::Int((*simple).into()),
                ];
                ("AnnAssign", fields)
            }
            TypeAlias { name, type_params, value } => {
                let fields =
                    vec![self.store(name)?, self.type_params(type_params)?, self.load(value)?];
                ("TypeAlias", fields)
            }
            For { is_async, target, iter, body, orelse } => {
                let fields = vec![
                    self.store(target)?,
                    self.load(iter)?,
                    self.statements(body)?,
                    self.statements(orelse)?,
                    none,
                ];
                (if *is_async { "AsyncFor" } else { "For" }, fields)
            }
            While { test, body, orelse } => {
                let test = self.load(test)?;
                ("While", vec![test, self.statements(body)?, self.statements(orelse)?])
            }
            If { test, body, orelse } => {
                let test = self.load(test)?;
                ("If", vec![test, self.statements(body)?, self.statements(orelse)?])
            }
            With { is_async, items, body } => {
                let items = self.list(items, |maker, item| {
                    let context = maker.load(&item.context)?;
                    let target = maker.optional(item.target.as_ref(), Self::store)?;
                    maker.node("withitem", vec![context, target], None)
                })?;
                let fields = vec![items, self.statements(body)?, none];
                (if *is_async { "AsyncWith" } else { "With" }, fields)
            }
            Match { subject, cases } => {
                let subject = self.load(subject)?;
                let cases = self.list(cases, |maker, case| {
                    let fields = vec![
                        maker.pattern(&case.pattern)?,
                        maker.load_if_any(case.guard.as_ref())?,
                        maker.statements(&case.body)?,
                    ];
                    maker.node("match_case", fields, None)
                })?;
                ("Match", vec![subject, cases])
            }
            Raise { exc, cause } => {
                let exc = self.load_if_any(exc.as_ref())?;
                ("Raise", vec![exc, self.load_if_any(cause.as_ref())?])
            }
            Try { body, handlers, orelse, finalbody, is_star } => {
                let body = self.statements(body)?;
                let handlers = self.list(handlers, |maker, handler| {
                    let fields = vec![
                        maker.load_if_any(handler.class.as_ref())?,
                        maker.optional(handler.name.as_ref(), Self::identifier)?,
                        maker.statements(&handler.body)?,
                    ];
                    maker.node("ExceptHandler", fields, Some(handler.span))
                })?;
                let fields =
                    vec![body, handlers, self.statements(orelse)?, self.statements(finalbody)?];
                (if *is_star { "TryStar" } else { "Try" }, fields)
            }
            Assert { test, message } => {
                let test = self.load(test)?;
                ("Assert", vec![test, self.load_if_any(message.as_ref())?])
            }
            Import(names) => ("Import", vec![self.list(names, Self::alias)?]),
            ImportFrom { module, names, level } => {
                let fields = vec![
                    self.optional(module.as_ref(), Self::identifier)?,
                    self.list(names, Self::alias)?,
                    Value::Int((*level).into()),
                ];
                ("ImportFrom", fields)
            }
            Global(names) => ("Global", vec![self.list(names, Self::identifier)?]),
            Nonlocal(names) => ("Nonlocal", vec![self.list(names, Self::identifier)?]),
            Expression(value) => ("Expr", vec![self.load(value)?]),
            Pass => ("Pass", Vec::new()),
            Break => ("Break", Vec::new()),
            Continue => ("Continue", Vec::new()),
        };
        self.node(class, fields, Some(statement.span))
    }

    fn alias(&mut self, alias: &Alias) -> Result {
        let name = self.identifier(&alias.name)?;
        let asname = self.optional(alias.asname.as_ref(), Self::identifier)?;
        self.node("alias", vec![name, asname], Some(alias.span))
    }

    fn keyword(&mut self, keyword: &Keyword) -> Result {
        let name = self.optional(keyword.name.as_ref(), Self::identifier)?;
        let value = self.load(&keyword.value)?;
        self.node("keyword", vec![name, value], Some(keyword.span))
    }

    fn type_params(&mut self, params: &[TypeParam]) -> Result {
        self.list(params, |maker, param| {
            let mut fields = vec![maker.identifier(&param.name)?];
            let class = match &param.kind {
                TypeParamKind::TypeVar { bound } => {
                    fields.push(maker.load_if_any(bound.as_ref())?);
                    "TypeVar"
                }
                TypeParamKind::TypeVarTuple => "TypeVarTuple",
                TypeParamKind::ParamSpec => "ParamSpec",
            };
            fields.push(maker.load_if_any(param.default.as_ref())?);
            maker.node(class, fields, Some(param.span))
        })
    }

    fn parameters(&mut self, parameters: &Parameters) -> Result {
        let positional = || parameters.positional_only.iter().chain(&parameters.positional);
        let defaults: Vec<&Expression> =
            positional().filter_map(|parameter| parameter.default.as_ref()).collect();
        let fields = vec![
            self.list(&parameters.positional_only, Self::parameter)?,
            self.list(&parameters.positional, Self::parameter)?,
            self.optional(parameters.vararg.as_deref(), Self::parameter)?,
            self.list(&parameters.keyword_only, Self::parameter)?,
            self.list(&parameters.keyword_only, |maker, parameter| {
                maker.load_if_any(parameter.default.as_ref())
            })?,
            self.optional(parameters.kwarg.as_deref(), Self::parameter)?,
            self.list(&defaults, |maker, default| maker.load(default))?,
        ];
        self.node("arguments", fields, None)
    }

    fn parameter(&mut self, parameter: &Parameter) -> Result {
        let fields = vec![
            self.identifier(&parameter.name)?,
            self.load_if_any(parameter.annotation.as_ref())?,
            Value::None,
        ];
        self.node("arg", fields, Some(parameter.span))
    }

    fn pattern(&mut self, pattern: &Pattern) -> Result {
        let (class, fields) = match &pattern.kind {
            PatternKind::Value(value) => ("MatchValue", vec![self.load(value)?]),
            PatternKind::Singleton(value) => ("MatchSingleton", vec![constant(self.vm, value)]),
            PatternKind::Sequence(patterns) => {
                ("MatchSequence", vec![self.list(patterns, Self::pattern)?])
            }
            PatternKind::Mapping { keys, patterns, rest } => {
                let fields = vec![
                    self.loads(keys)?,
                    self.list(patterns, Self::pattern)?,
                    self.optional(rest.as_ref(), Self::identifier)?,
                ];
                ("MatchMapping", fields)
            }
            PatternKind::Class { class, patterns, keywords } => {
                let fields = vec![
                    self.load(class)?,
                    self.list(patterns, Self::pattern)?,
                    self.list(keywords, |maker, (name, _)| maker.identifier(name))?,
                    self.list(keywords, |maker, (_, pattern)| maker.pattern(pattern))?,
                ];
                ("MatchClass", fields)
            }
            PatternKind::Star(name) => {
                ("MatchStar", vec![self.optional(name.as_ref(), Self::identifier)?])
            }
            PatternKind::As { pattern, name } => {
                let pattern = self.optional(pattern.as_deref(), Self::pattern)?;
                ("MatchAs", vec![pattern, self.optional(name.as_ref(), Self::identifier)?])
            }
            PatternKind::Or(patterns) => ("MatchOr", vec![self.list(patterns, Self::pattern)?]),
        };
        self.node(class, fields, Some(pattern.span))
    }

    fn expression(&mut self, expression: &Expression, purpose: Purpose) -> Result {
        self.vm.enter_native()?;
        let made = self.expression_parts(expression, purpose);
        self.vm.leave_native();
        made
    }

    fn expression_parts(&mut self, expression: &Expression, purpose: Purpose) -> Result {
        use ExpressionKind::*;
        let span = expression.span;
        let (class, fields) = match &expression.kind {
            BoolOp { operator, values } => {
                let operator = match operator {
                    BoolOperator::And => "And",
                    BoolOperator::Or => "Or",
                };
                ("BoolOp", vec![self.word(operator)?, self.loads(values)?])
            }
            Named { target, value } => ("NamedExpr", vec![self.store(target)?, self.load(value)?]),
            Binary { left, operator, right } => {
                let left = self.load(left)?;
                let operator = self.word(binary_operator(*operator))?;
                ("BinOp", vec![left, operator, self.load(right)?])
            }
            Unary { operator, operand } => {
                let operator = match operator {
                    UnaryOperator::Invert => "Invert",
                    UnaryOperator::Not => "Not",
                    UnaryOperator::Plus => "UAdd",
                    UnaryOperator::Minus => "USub",
                };
                ("UnaryOp", vec![self.word(operator)?, self.load(operand)?])
            }
            Lambda { parameters, body } => {
                ("Lambda", vec![self.parameters(parameters)?, self.load(body)?])
            }
            IfExp { test, body, orelse } => {
                ("IfExp", vec![self.load(test)?, self.load(body)?, self.load(orelse)?])
            }
            Dict { keys, values } => {
                let keys = self.list(keys, |maker, key| maker.load_if_any(key.as_ref()))?;
                ("Dict", vec![keys, self.loads(values)?])
            }
            Set(elements) => ("Set", vec![self.loads(elements)?]),
            List(elements) => ("List", self.sequence(elements, purpose)?),
            Tuple(elements) => ("Tuple", self.sequence(elements, purpose)?),
            ListComp { element, generators } => {
                ("ListComp", vec![self.load(element)?, self.comprehensions(generators)?])
            }
            SetComp { element, generators } => {
                ("SetComp", vec![self.load(element)?, self.comprehensions(generators)?])
            }
            DictComp { key, value, generators } => {
                let (key, value) = (self.load(key)?, self.load(value)?);
                ("DictComp", vec![key, value, self.comprehensions(generators)?])
            }
            Generator { element, generators } => {
                ("GeneratorExp", vec![self.load(element)?, self.comprehensions(generators)?])
            }
            Await(value) => ("Await", vec![self.load(value)?]),
            Yield(value) => ("Yield", vec![self.load_if_any(value.as_deref())?]),
            YieldFrom(value) => ("YieldFrom", vec![self.load(value)?]),
            Compare { left, operators, comparators } => {
                let left = self.load(left)?;
                let operators = self
                    .list(operators, |maker, operator| maker.word(compare_operator(*operator)))?;
                ("Compare", vec![left, operators, self.loads(comparators)?])
            }
            Call { function, arguments, keywords } => {
                let fields = vec![
                    self.load(function)?,
                    self.loads(arguments)?,
                    self.list(keywords, Self::keyword)?,
                ];
                ("Call", fields)
            }
            JoinedString(parts) => ("JoinedStr", vec![self.format_parts(parts)?]),
            Constant(value) => {
                let start = &self.source.text[span.start as usize..];
                // The prefix of a text that was written as `u"…"`.
                let kind = match (value, start.as_bytes()) {
                    (ouro_grammar::ast::Constant::Str(_), [b'u', b'"' | b'\'', ..]) => "u".into(),
                    _ => Value::None,
                };
                ("Constant", vec![constant(self.vm, value), kind])
            }
            Attribute { value, attribute } => {
                let value = self.load(value)?;
                let name = self.identifier(attribute)?;
                ("Attribute", vec![value, name, self.purpose(purpose)?])
            }
            Subscript { value, index } => {
                let (value, index) = (self.load(value)?, self.load(index)?);
                ("Subscript", vec![value, index, self.purpose(purpose)?])
            }
            Starred(value) => {
                let value = self.expression(value, purpose)?;
                ("Starred", vec![value, self.purpose(purpose)?])
            }
            Name(name) => {
                let name = self.vm.intern(name).into();
                ("Name", vec![name, self.purpose(purpose)?])
            }
            Slice { lower, upper, step } => {
                let fields = vec![
                    self.load_if_any(lower.as_deref())?,
                    self.load_if_any(upper.as_deref())?,
                    self.load_if_any(step.as_deref())?,
                ];
                ("Slice", fields)
            }
        };
        self.node(class, fields, Some(span))
    }

    fn purpose(&mut self, purpose: Purpose) -> Result {
        self.word(match purpose {
            Purpose::Load => "Load",
            Purpose::Store => "Store",
            Purpose::Del => "Del",
        })
    }

    fn sequence(&mut self, elements: &[Expression], purpose: Purpose) -> Result<Vec<Value>> {
        let elements = self.list(elements, |maker, element| maker.expression(element, purpose))?;
        Ok(vec![elements, self.purpose(purpose)?])
    }

    fn comprehensions(&mut self, generators: &[Comprehension]) -> Result {
        self.list(generators, |maker, generator| {
            let fields = vec![
                maker.store(&generator.target)?,
                maker.load(&generator.iter)?,
                maker.loads(&generator.conditions)?,
                Value::Int(generator.is_async.into()),
            ];
            maker.node("comprehension", fields, None)
        })
    }

    /// The parts of an f-string; literals beside each other are one constant.
    fn format_parts(&mut self, parts: &[FormatPart]) -> Result {
        let mut values = Vec::new();
        let mut literal: Option<(String, Span)> = None;
        for part in parts {
            match part {
                FormatPart::Literal { text, span } => {
                    literal = Some(match literal.take() {
                        None => (text.to_string(), *span),
                        Some((before, place)) => (before + text, place.to(*span)),
                    });
                }
                FormatPart::Field(field) => {
                    if let Some(literal) = literal.take() {
                        values.push(self.literal(literal)?);
                    }
                    values.push(self.format_field(field)?);
                }
            }
        }
        if let Some(literal) = literal {
            values.push(self.literal(literal)?);
        }
        Ok(List::new(values).into())
    }

    fn literal(&mut self, (text, span): (String, Span)) -> Result {
        self.node("Constant", vec![text.into(), Value::None], Some(span))
    }

    fn format_field(&mut self, field: &FormatField) -> Result {
        let conversion = match field.conversion {
            Conversion::None => -1,
            Conversion::Str => i64::from(b's'),
            Conversion::Repr => i64::from(b'r'),
            Conversion::Ascii => i64::from(b'a'),
        };
        let value = self.load(&field.value)?;
        let spec = match &field.spec {
            None => Value::None,
            Some(parts) => {
                // From the colon to the closing brace.
                let end = field.span.end.saturating_sub(1);
                let first = parts.first().map_or(end, |part| match part {
                    FormatPart::Literal { span, .. } => span.start,
                    FormatPart::Field(field) => field.span.start,
                });
                let span = Span { start: first.saturating_sub(1), end };
                let parts = self.format_parts(parts)?;
                self.node("JoinedStr", vec![parts], Some(span))?
            }
        };
        let fields = vec![value, Value::Int(conversion), spec];
        self.node("FormattedValue", fields, Some(field.span))
    }
}

fn constant(vm: &mut Vm, value: &Constant) -> Value {
    match value {
        Constant::None => Value::None,
        Constant::True => Value::True,
        Constant::False => Value::False,
        Constant::Ellipsis => Value::Ellipsis,
        Constant::Int(value) => value.clone().into(),
        Constant::Float(value) => Value::float(*value),
        Constant::Imaginary(value) => Value::from(Complex { real: 0.0, imag: *value }),
        Constant::Str(text) => vm.intern(text).into(),
        Constant::Bytes(bytes) => Bytes::new(&bytes[..]).into(),
    }
}

fn binary_operator(operator: BinaryOperator) -> &'static str {
    match operator {
        BinaryOperator::Add => "Add",
        BinaryOperator::Subtract => "Sub",
        BinaryOperator::Multiply => "Mult",
        BinaryOperator::MatrixMultiply => "MatMult",
        BinaryOperator::TrueDivide => "Div",
        BinaryOperator::FloorDivide => "FloorDiv",
        BinaryOperator::Modulo => "Mod",
        BinaryOperator::Power => "Pow",
        BinaryOperator::LeftShift => "LShift",
        BinaryOperator::RightShift => "RShift",
        BinaryOperator::And => "BitAnd",
        BinaryOperator::Or => "BitOr",
        BinaryOperator::Xor => "BitXor",
    }
}

fn compare_operator(operator: CompareOperator) -> &'static str {
    match operator {
        CompareOperator::Equal => "Eq",
        CompareOperator::NotEqual => "NotEq",
        CompareOperator::Less => "Lt",
        CompareOperator::LessEqual => "LtE",
        CompareOperator::Greater => "Gt",
        CompareOperator::GreaterEqual => "GtE",
        CompareOperator::Is => "Is",
        CompareOperator::IsNot => "IsNot",
        CompareOperator::In => "In",
        CompareOperator::NotIn => "NotIn",
    }
}
