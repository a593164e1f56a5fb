//! Counts machine instructions per operation with Valgrind, and compares them with a record:
//! `cargo bench --bench instructions`.
//!
//! Times depend on the machine and on what else it does; the number of instructions hardly does,
//! so that a slowdown of some percent shows. Each program of this folder runs with a small and a
//! large number of operations, and the difference is what the operations cost.
//!
//! ```text
//! cargo bench --bench instructions              # compare with baseline.txt
//! cargo bench --bench instructions -- --record  # write baseline.txt anew
//! ```
//!
//! A record holds for one version of the compiler. With another one, or without Valgrind, nothing is
//! compared. Where the source lies, the environment, the processor's features and the memory
//! functions that the C library picks for it change a count by less than 0.1 %, so that a record made
//! on one machine serves on others.

#[path = "../../tests/suite/valgrind.rs"]
mod valgrind;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

/// Operations of the small and of the large run.
const RUNS: [u64; 2] = [1_000, 11_000];

/// How much of a count may be added before the comparison fails, in percent.
const TOLERANCE: f64 = 3.0;

fn main() -> ExitCode {
    let record = env::args().any(|argument| argument == "--record");
    if !valgrind::is_available() {
        println!("instructions: no Valgrind found, nothing was measured");
        return ExitCode::SUCCESS;
    }
    match measure_all().and_then(|counts| if record { write(&counts) } else { compare(&counts) }) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("instructions: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Instructions per operation, by the name of the program.
type Counts = BTreeMap<String, f64>;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/instructions")
}

fn baseline() -> PathBuf {
    folder().join("baseline.txt")
}

/// What the counts hold for.
fn compiler() -> String {
    let rustc = env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let output = Command::new(rustc).arg("--version").output();
    let version = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    format!("{} on {}", version.unwrap_or_default(), env::consts::ARCH)
}

fn measure_all() -> Result<Counts, String> {
    let mut counts = Counts::new();
    let entries = folder().read_dir().map_err(|error| error.to_string())?;
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.extension().is_some_and(|extension| extension == "py") {
            let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
            let [small, large] = [measure(&path, RUNS[0])?, measure(&path, RUNS[1])?];
            let each = (large as f64 - small as f64) / (RUNS[1] - RUNS[0]) as f64;
            counts.insert(name.unwrap_or_default(), each);
        }
    }
    Ok(counts)
}

/// The instructions of a whole run.
fn measure(program: &Path, operations: u64) -> Result<u64, String> {
    let operations = operations.to_string();
    let arguments = [program.as_os_str(), OsStr::new(&operations)];
    valgrind::instructions(env!("CARGO_BIN_EXE_ouro"), &arguments)
        .map_err(|report| format!("{} failed:\n{report}", program.display()))
}

fn write(counts: &Counts) -> Result<bool, String> {
    let mut text = format!("{}\n", compiler());
    for (name, count) in counts {
        let _ = writeln!(text, "{name} {count:.1}");
        println!("{name:24}{count:10.1}");
    }
    fs::write(baseline(), text).map_err(|error| format!("{}: {error}", baseline().display()))?;
    Ok(true)
}

/// Prints the counts beside the recorded ones; false if one has grown too much.
fn compare(counts: &Counts) -> Result<bool, String> {
    let text = fs::read_to_string(baseline())
        .map_err(|error| format!("{}: {error}", baseline().display()))?;
    let (recorded_with, rows) = text.split_once('\n').unwrap_or_default();
    let recorded: BTreeMap<&str, f64> = rows
        .lines()
        .filter_map(|row| {
            let (name, count) = row.split_once(' ')?;
            Some((name, count.parse().ok()?))
        })
        .collect();
    let (mut grown, mut shrunk) = (0, 0);
    for (name, count) in counts {
        let Some(before) = recorded.get(name.as_str()) else {
            println!("{name:24}{count:10.1}   not recorded");
            grown += 1;
            continue;
        };
        let percent = (count / before - 1.0) * 100.0;
        let mark = match percent {
            _ if percent > TOLERANCE => "   SLOWER",
            _ if percent < -TOLERANCE => "   faster",
            _ => "",
        };
        grown += (percent > TOLERANCE) as u32;
        shrunk += (percent < -TOLERANCE) as u32;
        println!("{name:24}{count:10.1}{before:10.1}{percent:+8.1} %{mark}");
    }
    if recorded_with != compiler() {
        println!("instructions: recorded with {recorded_with}, not compared");
        return Ok(true);
    }
    println!("instructions: {} rows, {grown} slower by more than {TOLERANCE} %", counts.len());
    if shrunk > 0 {
        println!("instructions: {shrunk} faster by more than {TOLERANCE} %, to be recorded anew");
    }
    Ok(grown == 0)
}
