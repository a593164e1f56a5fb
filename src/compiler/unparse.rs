//! Expressions back to text: annotations under `from __future__ import annotations`.
//!
//! The text is what CPython stores: parentheses only where precedence asks for them, strings in
//! their `repr`.

use ouro_grammar::ast::{self, *};

use crate::text::escapes;

/// The text of an expression.
pub fn unparse(expression: &Expression) -> String {
    let mut writer = Writer { text: String::new() };
    writer.expression(expression, Precedence::Test);
    writer.text
}

/// How tightly an operator binds; what stands inside a tighter one needs parentheses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Precedence {
    Tuple,
    Test,
    Or,
    And,
    Not,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Arithmetic,
    Term,
    Factor,
    Power,
    Await,
    Atom,
}

impl Precedence {
    fn tighter(self) -> Precedence {
        use Precedence::*;
        match self {
            Tuple => Test,
            Test => Or,
            Or => And,
            And => Not,
            Not => Compare,
            Compare => BitOr,
            BitOr => BitXor,
            BitXor => BitAnd,
            BitAnd => Shift,
            Shift => Arithmetic,
            Arithmetic => Term,
            Term => Factor,
            Factor => Power,
            Power => Await,
            Await | Atom => Atom,
        }
    }
}

struct Writer {
    text: String,
}

impl Writer {
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn parenthesised(&mut self, needed: bool, write: impl FnOnce(&mut Writer)) {
        if needed {
            self.push("(");
        }
        write(self);
        if needed {
            self.push(")");
        }
    }

    fn separated<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Writer, &T)) {
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.push(", ");
            }
            write(self, item);
        }
    }

    fn items(&mut self, items: &[Expression]) {
        self.separated(items, |writer, item| writer.expression(item, Precedence::Test));
    }

    fn expression(&mut self, expression: &Expression, level: Precedence) {
        use ExpressionKind::*;
        match &expression.kind {
            BoolOp { operator, values } => {
                let (text, own) = match operator {
                    BoolOperator::And => (" and ", Precedence::And),
                    BoolOperator::Or => (" or ", Precedence::Or),
                };
                self.parenthesised(level > own, |writer| {
                    for (index, value) in values.iter().enumerate() {
                        if index > 0 {
                            writer.push(text);
                        }
                        writer.expression(value, own.tighter());
                    }
                });
            }
            Named { target, value } => {
                self.parenthesised(level > Precedence::Tuple, |writer| {
                    writer.expression(target, Precedence::Atom);
                    writer.push(" := ");
                    writer.expression(value, Precedence::Atom);
                });
            }
            Binary { left, operator, right } => self.binary(left, *operator, right, level),
            Unary { operator, operand } => {
                let (text, own) = match operator {
                    UnaryOperator::Not => ("not ", Precedence::Not),
                    UnaryOperator::Invert => ("~", Precedence::Factor),
                    UnaryOperator::Plus => ("+", Precedence::Factor),
                    UnaryOperator::Minus => ("-", Precedence::Factor),
                };
                self.parenthesised(level > own, |writer| {
                    writer.push(text);
                    writer.expression(operand, own);
                });
            }
            Lambda { parameters, body } => {
                self.parenthesised(level > Precedence::Test, |writer| {
                    writer.push("lambda");
                    // As CPython has it: without a space in front of anything but plain names.
                    if !parameters.positional.is_empty() {
                        writer.push(" ");
                    }
                    writer.parameters(parameters);
                    writer.push(": ");
                    writer.expression(body, Precedence::Test);
                });
            }
            IfExp { test, body, orelse } => {
                self.parenthesised(level > Precedence::Test, |writer| {
                    writer.expression(body, Precedence::Or);
                    writer.push(" if ");
                    writer.expression(test, Precedence::Or);
                    writer.push(" else ");
                    writer.expression(orelse, Precedence::Test);
                });
            }
            Dict { keys, values } => {
                self.push("{");
                let pairs: Vec<_> = keys.iter().zip(values).collect();
                self.separated(&pairs, |writer, (key, value)| match key {
                    Some(key) => {
                        writer.expression(key, Precedence::Test);
                        writer.push(": ");
                        writer.expression(value, Precedence::Test);
                    }
                    None => {
                        writer.push("**");
                        writer.expression(value, Precedence::BitOr);
                    }
                });
                self.push("}");
            }
            Set(items) => {
                self.push("{");
                self.items(items);
                self.push("}");
            }
            List(items) => {
                self.push("[");
                self.items(items);
                self.push("]");
            }
            Tuple(items) if items.is_empty() => self.push("()"),
            Tuple(items) => self.parenthesised(level > Precedence::Tuple, |writer| {
                writer.items(items);
                if items.len() == 1 {
                    writer.push(",");
                }
            }),
            ListComp { element, generators } => {
                self.comprehension("[", element, None, generators, "]");
            }
            SetComp { element, generators } => {
                self.comprehension("{", element, None, generators, "}");
            }
            Generator { element, generators } => {
                self.comprehension("(", element, None, generators, ")");
            }
            DictComp { key, value, generators } => {
                self.comprehension("{", key, Some(value), generators, "}");
            }
            Await(value) => self.parenthesised(level > Precedence::Await, |writer| {
                writer.push("await ");
                writer.expression(value, Precedence::Atom);
            }),
            Yield(None) => self.push("(yield)"),
            Yield(Some(value)) => {
                self.push("(yield ");
                self.expression(value, Precedence::Test);
                self.push(")");
            }
            YieldFrom(value) => {
                self.push("(yield from ");
                self.expression(value, Precedence::Test);
                self.push(")");
            }
            Compare { left, operators, comparators } => {
                let inner = Precedence::Compare.tighter();
                self.parenthesised(level > Precedence::Compare, |writer| {
                    writer.expression(left, inner);
                    for (operator, comparator) in operators.iter().zip(comparators) {
                        writer.push(comparison_text(*operator));
                        writer.expression(comparator, inner);
                    }
                });
            }
            Call { function, arguments, keywords } => self.call(function, arguments, keywords),
            JoinedString(parts) => {
                let mut body = String::new();
                format_parts(parts, &mut body);
                self.push("f");
                self.push(&escapes::repr_str(&body));
            }
            Constant(value) => {
                match value {
                    // No literal reads as infinity, only one that is too large.
                    ast::Constant::Float(value) if value.is_infinite() => self.push("1e309"),
                    ast::Constant::Imaginary(value) if value.is_infinite() => self.push("1e309j"),
                    ast::Constant::Ellipsis => self.push("..."),
                    value => self.push(&super::fold::literal(value).to_string()),
                }
            }
            Attribute { value, attribute } => {
                self.expression(value, Precedence::Atom);
                let whole = ast_is_int(value);
                self.push(if whole { " ." } else { "." });
                self.push(&attribute.name);
            }
            Subscript { value, index } => {
                self.expression(value, Precedence::Atom);
                self.push("[");
                self.expression(index, Precedence::Tuple);
                self.push("]");
            }
            Starred(value) => {
                self.push("*");
                self.expression(value, Precedence::BitOr);
            }
            Name(name) => self.push(name),
            Slice { lower, upper, step } => {
                if let Some(lower) = lower {
                    self.expression(lower, Precedence::Test);
                }
                self.push(":");
                if let Some(upper) = upper {
                    self.expression(upper, Precedence::Test);
                }
                if let Some(step) = step {
                    self.push(":");
                    self.expression(step, Precedence::Test);
                }
            }
        }
    }

    fn binary(
        &mut self,
        left: &Expression,
        operator: BinaryOperator,
        right: &Expression,
        level: Precedence,
    ) {
        let (text, own) = operator_text(operator);
        let to_the_right = operator == BinaryOperator::Power;
        let tighter = own.tighter();
        let (left_level, right_level) = if to_the_right { (tighter, own) } else { (own, tighter) };
        self.parenthesised(level > own, |writer| {
            writer.expression(left, left_level);
            writer.push(text);
            writer.expression(right, right_level);
        });
    }

    fn call(&mut self, function: &Expression, arguments: &[Expression], keywords: &[Keyword]) {
        self.expression(function, Precedence::Atom);
        if let ([only @ Expression { kind: ExpressionKind::Generator { .. }, .. }], []) =
            (arguments, keywords)
        {
            // The generator's own parentheses serve.
            return self.expression(only, Precedence::Test);
        }
        self.push("(");
        self.items(arguments);
        if !arguments.is_empty() && !keywords.is_empty() {
            self.push(", ");
        }
        self.separated(keywords, |writer, keyword| {
            match &keyword.name {
                Some(name) => {
                    writer.push(&name.name);
                    writer.push("=");
                }
                None => writer.push("**"),
            }
            writer.expression(&keyword.value, Precedence::Test);
        });
        self.push(")");
    }

    fn comprehension(
        &mut self,
        open: &str,
        element: &Expression,
        value: Option<&Expression>,
        generators: &[Comprehension],
        close: &str,
    ) {
        self.push(open);
        self.expression(element, Precedence::Test);
        if let Some(value) = value {
            self.push(": ");
            self.expression(value, Precedence::Test);
        }
        for generator in generators {
            self.push(if generator.is_async { " async for " } else { " for " });
            self.expression(&generator.target, Precedence::Tuple);
            self.push(" in ");
            self.expression(&generator.iter, Precedence::Or);
            for condition in &generator.conditions {
                self.push(" if ");
                self.expression(condition, Precedence::Or);
            }
        }
        self.push(close);
    }

    fn parameters(&mut self, parameters: &Parameters) {
        let mut first = true;
        let mut separate = |writer: &mut Writer| {
            if !std::mem::take(&mut first) {
                writer.push(", ");
            }
        };
        for parameter in &parameters.positional_only {
            separate(self);
            self.parameter("", parameter);
        }
        if !parameters.positional_only.is_empty() {
            separate(self);
            self.push("/");
        }
        for parameter in &parameters.positional {
            separate(self);
            self.parameter("", parameter);
        }
        if let Some(vararg) = &parameters.vararg {
            separate(self);
            self.parameter("*", vararg);
        } else if !parameters.keyword_only.is_empty() {
            separate(self);
            self.push("*");
        }
        for parameter in &parameters.keyword_only {
            separate(self);
            self.parameter("", parameter);
        }
        if let Some(kwarg) = &parameters.kwarg {
            separate(self);
            self.parameter("**", kwarg);
        }
    }

    fn parameter(&mut self, stars: &str, parameter: &Parameter) {
        self.push(stars);
        self.push(&parameter.name.name);
        if let Some(annotation) = &parameter.annotation {
            self.push(": ");
            self.expression(annotation, Precedence::Test);
        }
        if let Some(default) = &parameter.default {
            self.push("=");
            self.expression(default, Precedence::Test);
        }
    }
}

fn ast_is_int(expression: &Expression) -> bool {
    matches!(expression.kind, ExpressionKind::Constant(Constant::Int(_)))
}

/// The inside of an f-string, braces doubled.
fn format_parts(parts: &[FormatPart], body: &mut String) {
    for part in parts {
        match part {
            FormatPart::Literal { text, .. } => {
                body.push_str(&text.replace('{', "{{").replace('}', "}}"));
            }
            FormatPart::Field(field) => {
                let value = {
                    let mut writer = Writer { text: String::new() };
                    writer.expression(&field.value, Precedence::Or);
                    writer.text
                };
                body.push('{');
                if value.starts_with('{') {
                    body.push(' ');
                }
                body.push_str(&value);
                body.push_str(match field.conversion {
                    Conversion::None => "",
                    Conversion::Str => "!s",
                    Conversion::Repr => "!r",
                    Conversion::Ascii => "!a",
                });
                if let Some(spec) = &field.spec {
                    body.push(':');
                    format_parts(spec, body);
                }
                body.push('}');
            }
        }
    }
}

fn operator_text(operator: BinaryOperator) -> (&'static str, Precedence) {
    match operator {
        BinaryOperator::Add => (" + ", Precedence::Arithmetic),
        BinaryOperator::Subtract => (" - ", Precedence::Arithmetic),
        BinaryOperator::Multiply => (" * ", Precedence::Term),
        BinaryOperator::MatrixMultiply => (" @ ", Precedence::Term),
        BinaryOperator::TrueDivide => (" / ", Precedence::Term),
        BinaryOperator::FloorDivide => (" // ", Precedence::Term),
        BinaryOperator::Modulo => (" % ", Precedence::Term),
        BinaryOperator::Power => (" ** ", Precedence::Power),
        BinaryOperator::LeftShift => (" << ", Precedence::Shift),
        BinaryOperator::RightShift => (" >> ", Precedence::Shift),
        BinaryOperator::And => (" & ", Precedence::BitAnd),
        BinaryOperator::Or => (" | ", Precedence::BitOr),
        BinaryOperator::Xor => (" ^ ", Precedence::BitXor),
    }
}

fn comparison_text(operator: CompareOperator) -> &'static str {
    match operator {
        CompareOperator::Equal => " == ",
        CompareOperator::NotEqual => " != ",
        CompareOperator::Less => " < ",
        CompareOperator::LessEqual => " <= ",
        CompareOperator::Greater => " > ",
        CompareOperator::GreaterEqual => " >= ",
        CompareOperator::Is => " is ",
        CompareOperator::IsNot => " is not ",
        CompareOperator::In => " in ",
        CompareOperator::NotIn => " not in ",
    }
}
