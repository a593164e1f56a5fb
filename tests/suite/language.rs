//! Every program of tests/language does what CPython 3.13.0 was recorded to do.

use std::fs;
use std::path::Path;

use crate::support::{difference, in_parallel, judge, ouro, outcome, programs, root};

#[test]
fn language_programs_do_what_cpython_does() {
    let programs = programs("tests/language");
    let results = in_parallel(&programs, |program| {
        let name = program.display().to_string();
        let actual = outcome(&mut ouro(&["--clock", "virtual", &name])).recording();
        let expected = recorded(program);
        (name, (actual != expected).then(|| difference(&expected, &actual)))
    });
    judge("language programs", results);
}

fn recorded(program: &Path) -> String {
    let path = root().join(program).with_extension("expected");
    fs::read_to_string(&path)
        .unwrap_or_else(|_| panic!("{} has no recording: run tests/record.py", program.display()))
}
