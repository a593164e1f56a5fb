//! The programs of tests/failing/cases.txt end with CPython's exit status and final line.

use std::fs;

use crate::support::{in_parallel, judge, ouro, outcome, root};

#[test]
fn failing_programs_end_with_cpythons_final_line() {
    let text =
        fs::read_to_string(root().join("tests/failing/cases.txt")).expect("cases.txt is readable");
    let cases: Vec<&str> = text.split("### ").skip(1).collect();
    assert!(cases.len() >= 100);
    let results = in_parallel(&cases, |case| {
        let (title, rest) = case.split_once('\n').expect("a case has a title and a program");
        let (code, expected) =
            rest.split_once("==> ").expect("a case is recorded: run tests/record.py");
        let outcome = outcome(&mut ouro(&["--clock", "virtual", "-c", code]));
        let actual = format!("{} {}", outcome.status, outcome.final_line());
        let expected = expected.trim_end_matches('\n');
        let failure =
            (actual != expected).then(|| format!("{code}    - {expected}\n    + {actual}\n"));
        (title.to_owned(), failure)
    });
    judge("failing programs", results);
}
