//! `from __future__ import …`: what it changes and where it may stand.

use ouro_grammar::ast::*;
use ouro_grammar::span::Span;

use super::docstring;
use super::error::{Outcome, syntax_error};

/// What a program asks of the future.
#[derive(Clone, Copy, Debug, Default)]
pub struct Future {
    pub annotations: bool,
    /// Where the last of the leading imports ends.
    pub end: u32,
}

/// Features that are the language's own by now.
const PAST: [&str; 9] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
];

/// Reads the imports at the beginning of a program.
pub fn future_imports(module: &Module) -> Outcome<Future> {
    let mut future = Future::default();
    let body = docstring::split(&module.body).map_or(module.body.as_slice(), |(_, _, rest)| rest);
    for statement in body {
        let StatementKind::ImportFrom { module: Some(from), names, level: 0 } = &statement.kind
        else {
            break;
        };
        if &*from.name != "__future__" {
            break;
        }
        for alias in names {
            // Of an error only the start is known.
            let start = statement.span.start as usize;
            feature(&alias.name.name, &mut future, Span::new(start, start))?;
        }
        future.end = statement.span.end;
    }
    Ok(future)
}

fn feature(name: &str, future: &mut Future, span: Span) -> Outcome {
    match name {
        "annotations" => future.annotations = true,
        "braces" => return syntax_error("not a chance", span),
        _ if PAST.contains(&name) => {}
        _ => return syntax_error(format!("future feature {name} is not defined"), span),
    }
    Ok(())
}
