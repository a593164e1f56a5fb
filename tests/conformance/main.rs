//! CPython's own test files, unmodified, run by Ouro from an installed CPython 3.13.
//!
//! `cargo test --release --test conformance -- all` runs every file of `files.txt` and prints what
//! passed, failed and was skipped; without an argument only a few quick files are run, with names
//! (`test_dict test_set`) those. Nothing of CPython is in this tree: its folder `test` is reached
//! through `OUROPATH`, and of its library nothing else is. What the tests' helpers import and Ouro
//! does not have is in `stand_ins`, at the end of `sys.path`.
//!
//! `baseline.txt` holds what passed last time: a number may only rise. `failing.txt` names every
//! test that fails, by cause. `-- all --record` brings both up to date, and refuses to lower.

#[path = "../suite/cpython.rs"]
mod cpython;
#[path = "../suite/interrupts.rs"]
mod interrupts;
mod records;
mod run;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;
use std::{env, fs, thread};

use records::{Baseline, Counts, Failing};
use run::{FileOutcome, Setting, Verdict};

/// What runs without an argument: seconds in a debug build.
const QUICK: &[&str] = &["test_bool", "test_contains", "test_augassign", "test_keywordonlyarg"];

fn main() -> ExitCode {
    interrupts::let_interrupts_through();
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (options, names): (Vec<_>, Vec<_>) =
        arguments.into_iter().partition(|argument| argument.starts_with("--"));
    let record = options.iter().any(|option| option == "--record");
    let Some(python) = cpython::find_cpython() else {
        println!("conformance: no CPython 3.13 found (set OURO_CPYTHON), nothing was run");
        return ExitCode::SUCCESS;
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    let known = read_list(&folder.join("files.txt"));
    let chosen: Vec<String> = match names.first().map(String::as_str) {
        None => QUICK.iter().map(|&name| name.to_owned()).collect(),
        Some("all") => known,
        Some(_) => names,
    };
    let setting = match Setting::new(&python, &folder) {
        Ok(setting) => setting,
        Err(message) => {
            println!("conformance: {message}, nothing was run");
            return ExitCode::SUCCESS;
        }
    };
    let started = Instant::now();
    let outcomes = run_all(&setting, &chosen);
    println!("\n{} files in {:.0} s", outcomes.len(), started.elapsed().as_secs_f64());
    judge(&folder, outcomes, record)
}

fn read_list(path: &PathBuf) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap_or_default();
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// Runs the files, as many at once as there are cores.
fn run_all(setting: &Setting, names: &[String]) -> BTreeMap<String, FileOutcome> {
    let next = AtomicUsize::new(0);
    let outcomes = Mutex::new(BTreeMap::new());
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..workers.min(names.len()) {
            scope.spawn(|| {
                while let Some(name) = names.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let outcome = setting.run(name);
                    if let Ok(mut outcomes) = outcomes.lock() {
                        outcomes.insert(name.clone(), outcome);
                    }
                }
            });
        }
    });
    outcomes.into_inner().unwrap_or_default()
}

/// Prints the table and compares it with the records.
fn judge(folder: &Path, outcomes: BTreeMap<String, FileOutcome>, record: bool) -> ExitCode {
    let mut baseline = Baseline::read(&folder.join("baseline.txt"));
    let mut failing = Failing::read(&folder.join("failing.txt"));
    let mut complaints = Vec::new();
    let mut sum = Counts::default();
    println!("{:34} {:>7} {:>7} {:>7} {:>7}  share", "", "passed", "failed", "skipped", "excused");
    for (name, outcome) in &outcomes {
        let mut counts = Counts::default();
        for (test, verdict) in &outcome.tests {
            match verdict {
                Verdict::Passed => counts.passed += 1,
                Verdict::Skipped => counts.skipped += 1,
                Verdict::Failed(_) if failing.is_excused(test) => counts.excused += 1,
                Verdict::Failed(_) => counts.failed += 1,
            }
        }
        if let Some(message) = &outcome.not_listed {
            complaints.push(format!("{name}: CPython cannot list its tests: {message}"));
        }
        println!("{}", counts.row(name));
        sum.add(&counts);
        if let Some(before) = baseline.passed(name)
            && counts.passed < before
        {
            complaints.push(format!("{name}: {} passed, {before} did before", counts.passed));
        }
        // A file that was never recorded is only shown.
        if record || baseline.passed(name).is_some() {
            complaints.extend(failing.compare(name, &outcome.tests, record));
        }
        if record {
            baseline.set(name, counts);
        }
    }
    println!("{}", sum.row("all"));
    if record && complaints.is_empty() {
        baseline.write();
        failing.write();
    }
    for complaint in &complaints {
        println!("{complaint}");
    }
    if complaints.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
