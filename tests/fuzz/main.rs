//! Programs with small faults put in at random: whatever they are, the interpreter itself must not fall
//! over.
//!
//! A case takes a program of `tests/language` or `examples` apart into words and signs, changes a
//! few of them (`mutate.rs`) and runs the result in a process of its own with little memory. It fails
//! when a signal ends the process or Rust code panics; a program that runs on when it is interrupted
//! is named. What a case does depends on its number alone.
//!
//! ```text
//! cargo test --test fuzz                               # some hundred cases
//! cargo test --test fuzz -- --seconds 1200 --first N   # as many as fit, from number N on
//! cargo test --test fuzz -- --show N                   # prints program N
//! cargo test --test fuzz -- --seconds 600 --compare    # differences from CPython 3.13, too
//! ```
//!
//! The programs of failing cases are kept in the folder that the last line names.

#[path = "../suite/cpython.rs"]
mod cpython;
#[path = "../suite/interrupts.rs"]
mod interrupts;
mod mutate;
#[path = "../suite/outcome.rs"]
mod outcome;
mod run;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use mutate::Corpus;
use run::{Runner, Verdict};

/// Cases that are run when no time is given.
const FEW: u64 = 300;

/// What the command line asks for.
struct Options {
    first: u64,
    time: Option<Duration>,
    compare: bool,
    show: Option<u64>,
}

fn main() -> ExitCode {
    let Some(options) = Options::read(env::args().skip(1)) else {
        eprintln!("fuzz: a number is missing; see the first lines of tests/fuzz/main.rs");
        return ExitCode::FAILURE;
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = Corpus::read(&[root.join("tests/language"), root.join("examples")]);
    if let Some(number) = options.show {
        print!("{}", corpus.program(number));
        return ExitCode::SUCCESS;
    }
    interrupts::let_interrupts_through();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz");
    let cpython = options.compare.then(cpython::find_cpython);
    if let Some(None) = cpython {
        println!("fuzz: no CPython 3.13 found (set OURO_CPYTHON), nothing is compared");
    }
    let runner = Runner::new(&folder, cpython.flatten());
    let failures = run_cases(&corpus, &runner, &options);
    if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

impl Options {
    /// What is no option of this test is one of `cargo test` for other tests. `None` if the number
    /// behind an option is missing.
    fn read(mut arguments: impl Iterator<Item = String>) -> Option<Options> {
        let mut options = Options { first: 0, time: None, compare: false, show: None };
        while let Some(argument) = arguments.next() {
            let mut number = || arguments.next()?.parse::<u64>().ok();
            match argument.as_str() {
                "--first" => options.first = number()?,
                "--seconds" => options.time = Some(Duration::from_secs(number()?)),
                "--show" => options.show = Some(number()?),
                "--compare" => options.compare = true,
                _ => {}
            }
        }
        Some(options)
    }
}

/// Runs the cases, as many at once as there are cores, and returns the numbers of those that failed.
fn run_cases(corpus: &Corpus, runner: &Runner, options: &Options) -> Vec<u64> {
    let started = Instant::now();
    let next = AtomicU64::new(options.first);
    let goes_on = |number: u64| match options.time {
        Some(time) => started.elapsed() < time,
        None => number < options.first + FEW,
    };
    let failures = Mutex::new(Vec::new());
    let cases = AtomicU64::new(0);
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if !goes_on(number) {
                        break;
                    }
                    let program = corpus.program(number);
                    cases.fetch_add(1, Ordering::Relaxed);
                    match runner.run(number, &program) {
                        Verdict::Passed => {}
                        Verdict::Stuck => println!("fuzz: case {number}: ran on when interrupted"),
                        Verdict::Failed(why) => {
                            println!("fuzz: case {number}: {why}");
                            failures.lock().expect("no worker panicked").push(number);
                        }
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().expect("no worker panicked");
    let (cases, failed) = (cases.into_inner(), failures.len());
    println!("fuzz: {} passed, {failed} failed", cases - failed as u64);
    if failed > 0 {
        println!("fuzz: the programs are in {}", runner.folder().display());
    }
    failures
}

/// The files below `folder` with this extension, sorted.
fn files_below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in folder.read_dir().into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The text of a file, if it is text.
fn read_text(path: &Path) -> Option<String> {
    fs::read_to_string(path).ok()
}
