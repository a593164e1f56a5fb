//! Wrong programs and what CPython says about them.
//!
//! Each file under `tests/mistakes` holds programs, one behind the other, divided by lines of
//! `%%`. The snapshots are CPython's answers, written by `tests/mistakes/record.py`; the test
//! fails where Ouro says something else or points elsewhere.

use std::fmt::Write;

use ouro_grammar::{LineIndex, Mode, SyntaxError, parse};

#[test]
fn mistakes_are_named_as_cpython_names_them() {
    insta::glob!("mistakes/*.txt", |path| {
        let text = std::fs::read_to_string(path).expect("the file is readable");
        let mut answers = String::new();
        for program in text.split("\n%%\n") {
            let answer = match parse(program, Mode::Module) {
                Ok(_) => "no error".to_owned(),
                Err(error) => describe(program, &error),
            };
            let _ = writeln!(answers, "{program}\n=> {answer}\n");
        }
        insta::assert_snapshot!(answers);
    });
}

/// The error with its place as CPython's attributes give it: lines and columns in characters,
/// both counted from 1.
fn describe(program: &str, error: &SyntaxError) -> String {
    let lines = LineIndex::new(program);
    let place = |(line, column): (u32, u32)| {
        let text = lines.line_text(program, line);
        let characters = text[..(column as usize).min(text.len())].chars().count();
        format!("{line}:{}", characters + 1 + (column as usize).saturating_sub(text.len()))
    };
    let start = place(lines.position(error.span.start));
    let mut end = place(lines.end_position(error.span));
    // CPython measures the end on the first line, where it means nothing.
    if lines.end_position(error.span).0 != lines.line(error.span.start) {
        end = format!("{}:*", lines.end_position(error.span).0);
    }
    format!("{error} ({start}-{end})")
}
