//! Examples and language programs run under Ouro and under an installed CPython 3.13, side by side.
//!
//! CPython is found by the variable OURO_CPYTHON, then among pyenv's versions, then as
//! `python3.13`. Where there is none the test says so and checks nothing.

use std::env;
use std::path::PathBuf;
use std::process::Command;

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

fn find_cpython() -> Option<PathBuf> {
    let mut candidates: Vec<PathBuf> =
        env::var_os("OURO_CPYTHON").map(PathBuf::from).into_iter().collect();
    let pyenv = env::var_os("PYENV_ROOT")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".pyenv")));
    if let Some(versions) = pyenv.and_then(|root| root.join("versions").read_dir().ok()) {
        let mut found: Vec<PathBuf> = versions
            .filter_map(|version| Some(version.ok()?.path()))
            .filter(|path| {
                path.file_name().is_some_and(|n| n.to_string_lossy().starts_with("3.13."))
            })
            .map(|path| path.join("bin/python3"))
            .collect();
        found.sort();
        candidates.append(&mut found);
    }
    candidates.push(PathBuf::from("python3.13"));
    candidates.into_iter().find(|candidate| {
        let version = Command::new(candidate).arg("--version").output();
        version.is_ok_and(|out| String::from_utf8_lossy(&out.stdout).starts_with("Python 3.13."))
    })
}
