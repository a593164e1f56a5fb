//! Programs that parse and yet are refused, or warned about, by the compiler: the texts and places
//! of `tests/compile_errors/cases.txt`, checked against CPython 3.13 when they were recorded.

use std::fmt::Write;
use std::rc::Rc;

use ouro::compiler::{Options, compile_with_warnings};
use ouro::source::SourceFile;
use ouro_grammar::span::Span;

/// Lines and columns as CPython's `SyntaxError` counts them, from 1.
fn place(source: &SourceFile, span: Span) -> String {
    let at = source.position(span);
    format!("{}:{}-{}:{}", at.line, at.column + 1, at.end_line, at.end_column + 1)
}

#[test]
fn texts_and_places() {
    let mut report = String::new();
    for case in include_str!("compile_errors/cases.txt").split("\n---\n") {
        let case = case.trim_end();
        let source = Rc::new(SourceFile::new("case.py", case));
        let result = ouro_grammar::parse(&source.text, ouro_grammar::Mode::Module)
            .and_then(|module| compile_with_warnings(&module, &source, Options::default()));
        writeln!(report, "{case}").expect("a string takes all");
        let lines = match result {
            Ok(compiled) if compiled.warnings.is_empty() => vec!["accepted".to_owned()],
            Ok(compiled) => compiled
                .warnings
                .iter()
                .map(|warning| format!("{} {}", place(&source, warning.span), warning.message))
                .collect(),
            Err(error) => vec![format!("{} {error}", place(&source, error.span))],
        };
        for line in lines {
            writeln!(report, "=> {line}").expect("a string takes all");
        }
        report.push('\n');
    }
    insta::assert_snapshot!(report);
}
