//! Docstrings: the string a body starts with, its indentation removed.

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

/// The docstring of a body, its place, and the statements after it.
pub fn split(body: &[Statement]) -> Option<(&str, Span, &[Statement])> {
    let (first, rest) = body.split_first()?;
    let StatementKind::Expression(expression) = &first.kind else { return None };
    let ExpressionKind::Constant(Constant::Str(text)) = &expression.kind else { return None };
    Some((text, expression.span, rest))
}

/// Expands tabs and removes the indentation that all lines but the first share; blank lines do
/// not count and become empty.
pub fn clean(text: &str) -> String {
    let expanded = expand_tabs(text);
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let mut lines = expanded.split('\n');
    let first = lines.next().unwrap_or_default();
    let margin = lines
        .clone()
        .filter(|line| !line.trim_start_matches(' ').is_empty())
        .map(indent)
        .min()
        .unwrap_or(0);
    let mut cleaned = first.trim_start_matches(' ').to_owned();
    for line in lines {
        cleaned.push('\n');
        cleaned.push_str(&line[margin.min(indent(line))..]);
    }
    cleaned
}

/// Replaces tabs by spaces up to the next multiple of eight columns.
fn expand_tabs(text: &str) -> String {
    if !text.contains('\t') {
        return text.to_owned();
    }
    let mut expanded = String::with_capacity(text.len());
    let mut column = 0;
    for character in text.chars() {
        match character {
            '\t' => {
                let spaces = 8 - column % 8;
                expanded.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            '\n' | '\r' => {
                expanded.push(character);
                column = 0;
            }
            _ => {
                expanded.push(character);
                column += 1;
            }
        }
    }
    expanded
}
