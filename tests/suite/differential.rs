//! Examples and language programs run under Ouro and under an installed CPython 3.13, side by side.
//!
//! Where there is no CPython 3.13 the test says so and checks nothing.

use std::process::Command;

use crate::cpython::find_cpython;
use crate::support::{
    Outcome, difference, in_parallel, judge, ouro, outcome, programs, report, root,
};

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
        let expected: Outcome = outcome(
            Command::new(&cpython)
                .arg(&name)
                .current_dir(root())
                .env("PYTHONDONTWRITEBYTECODE", "1")
                .env("PYTHONUTF8", "1"),
        );
        let actual = outcome(&mut ouro(&["--clock", "virtual", &name]));
        let failure =
            (actual != expected).then(|| difference(&expected.recording(), &actual.recording()));
        (name, failure)
    });
    judge("programs under CPython and Ouro", results);
}
