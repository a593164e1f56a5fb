//! Examples and language programs run under Ouro and under an installed CPython 3.13, side by side.
//!
//! Where there is no CPython 3.13 the test says so and checks nothing.

use std::path::Path;
use std::process::Command;

use crate::cpython::find_cpython;
use crate::support::{difference, in_parallel, judge, ouro, outcome, programs, report, root};

const ATTEMPTS: usize = 3;

#[test]
fn ouro_and_cpython_side_by_side() {
    let Some(cpython) = find_cpython() else {
        report("differential: no CPython 3.13 found (set OURO_CPYTHON), nothing was compared");
        return;
    };
    report(&format!("differential: comparing with {}", cpython.display()));
    let mut all = programs("examples");
    all.extend(programs("tests/language"));
    assert!(all.len() >= 300);
    let results = in_parallel(&all, |program| {
        let name = program.display().to_string();
        // CPython runs on the real clock, where a loaded machine can delay a timer: only a
        // difference that repeats counts.
        let mut failure = compare(&cpython, &name);
        for _ in 1..ATTEMPTS {
            failure = failure.and_then(|_| compare(&cpython, &name));
        }
        (name, failure)
    });
    judge("programs under CPython and Ouro", results);
}

/// How the program differs between the two interpreters, if it does.
fn compare(cpython: &Path, program: &str) -> Option<String> {
    let expected = outcome(
        Command::new(cpython)
            .arg(program)
            .current_dir(root())
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("PYTHONUTF8", "1"),
    );
    let actual = outcome(&mut ouro(&["--clock", "virtual", program]));
    (actual != expected).then(|| difference(&expected.recording(), &actual.recording()))
}
