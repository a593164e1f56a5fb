//! Measures Ouro beside CPython 3.13, in the same run: `cargo bench`.
//!
//! Every program in this folder is a row; it prints its name and the nanoseconds one operation
//! took, best of several repeats, or, in the group `memory`, the bytes one object takes. The
//! interpreters take turns, the median over the rounds counts,
//! and each group ends with the geometric mean of its ratios.
//!
//! ```text
//! cargo bench                                  # all rows
//! cargo bench -- loop coroutines_send          # the group `loop`, and one row
//! cargo bench -- --rounds 5 --json table.json  # more rounds, and the table as JSON
//! cargo bench -- --interpreter pypy3           # a further interpreter; may be repeated
//! cargo bench -- --list                        # the names of the rows
//! ```

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

#[path = "../tests/suite/cpython.rs"]
mod cpython;

/// What the geometric mean of a group has to reach: a first mark, and the goal.
const GROUPS: [(&str, &str, f64, f64); 5] = [
    ("coroutines", "coroutines without a loop", 2.0, 4.2),
    ("loop", "the event loop", 5.0, 10.0),
    ("language", "the plain language", 1.0, 1.5),
    ("startup", "starting up", 1.0, 2.0),
    ("memory", "memory", 1.5, 2.0),
];

/// What the rows of a group count.
fn unit(group: &str) -> &'static str {
    match group {
        "memory" => "bytes per object",
        _ => "ns per operation",
    }
}

/// Rows that are not programs in the folder: the wall time of a whole process, in nanoseconds.
const STARTUP_ROWS: [(&str, &str); 2] = [
    ("startup_empty_script", ""),
    ("startup_asyncio_run", "import asyncio\nasync def main(): pass\nasyncio.run(main())\n"),
];
const STARTUP_RUNS: usize = 20;

struct Options {
    chosen: Vec<String>,
    interpreters: Vec<PathBuf>,
    rounds: usize,
    json: Option<PathBuf>,
    list: bool,
}

/// The median over the rounds, in the unit of the group, for each interpreter that could run the row.
type Measured = Vec<Option<f64>>;

fn main() -> ExitCode {
    let options = match parse_arguments(env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    let rows = rows(&options.chosen);
    if options.list {
        rows.iter().for_each(|row| println!("{row}"));
        return ExitCode::SUCCESS;
    }
    if rows.is_empty() {
        eprintln!("no row or group has that name; --list prints them all");
        return ExitCode::from(2);
    }
    let mut interpreters = vec![PathBuf::from(env!("CARGO_BIN_EXE_ouro"))];
    match cpython::find_cpython() {
        Some(cpython) => interpreters.push(cpython),
        None => println!("no CPython 3.13 found (set OURO_CPYTHON): there are no ratios"),
    }
    interpreters.extend(options.interpreters);
    let names: Vec<String> = interpreters.iter().map(|path| name_of(path)).collect();
    for (name, path) in names.iter().zip(&interpreters) {
        println!("{name}: {}", path.display());
    }

    let mut table: BTreeMap<String, Measured> = BTreeMap::new();
    for row in &rows {
        let mut rounds = vec![Vec::new(); interpreters.len()];
        for _ in 0..options.rounds {
            for (interpreter, times) in interpreters.iter().zip(&mut rounds) {
                times.extend(measure(interpreter, row));
            }
        }
        table.insert(row.clone(), rounds.into_iter().map(median).collect());
        eprint!(".");
    }
    eprintln!();
    print_table(&names, &table);
    if let Some(path) = options.json
        && let Err(error) = fs::write(&path, as_json(&names, &table))
    {
        eprintln!("{}: {error}", path.display());
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn parse_arguments(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options {
        chosen: Vec::new(),
        interpreters: Vec::new(),
        rounds: 3,
        json: None,
        list: false,
    };
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value"));
        match argument.as_str() {
            // Cargo passes this to every benchmark.
            "--bench" => {}
            "--list" => options.list = true,
            "--json" => options.json = Some(value()?.into()),
            "--interpreter" => options.interpreters.push(value()?.into()),
            "--rounds" => {
                let rounds = value()?;
                options.rounds = rounds.parse().map_err(|_| format!("{rounds} is no number"))?;
            }
            option if option.starts_with('-') => return Err(format!("unknown option {option}")),
            row => options.chosen.push(row.to_owned()),
        }
    }
    Ok(options)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches")
}

/// The rows whose name or group is among `chosen`, all of them when it is empty.
fn rows(chosen: &[String]) -> Vec<String> {
    let programs = folder().read_dir().into_iter().flatten().filter_map(|entry| {
        let path = entry.ok()?.path();
        let is_program = path.extension().is_some_and(|e| e == "py");
        is_program.then(|| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()))?
    });
    let startup = STARTUP_ROWS.iter().map(|(name, _)| (*name).to_owned());
    let mut rows: Vec<String> = programs
        .chain(startup)
        .filter(|row| GROUPS.iter().any(|(group, ..)| group_of(row) == *group))
        .filter(|row| chosen.is_empty() || chosen.iter().any(|c| c == row || c == group_of(row)))
        .collect();
    rows.sort();
    rows
}

fn group_of(row: &str) -> &str {
    row.split('_').next().unwrap_or(row)
}

/// A short name for an interpreter: the first words of its `--version`.
fn name_of(path: &Path) -> String {
    let output = Command::new(path).arg("--version").output();
    let text = output.map(|o| String::from_utf8_lossy(&o.stdout).into_owned()).unwrap_or_default();
    let name: Vec<&str> = text.split_whitespace().take(2).collect();
    if name.is_empty() { path.display().to_string() } else { name.join(" ") }
}

/// Nanoseconds per operation of one run of `row`, if the interpreter can run it.
fn measure(interpreter: &Path, row: &str) -> Option<f64> {
    if let Some((_, code)) = STARTUP_ROWS.iter().find(|(name, _)| *name == row) {
        return startup_time(interpreter, code);
    }
    let program = folder().join(row).with_extension("py");
    let output = Command::new(interpreter)
        .arg(&program)
        .stdin(Stdio::null())
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let result = text.split_whitespace().nth(1).and_then(|number| number.parse().ok());
    if result.is_none() {
        let stderr = String::from_utf8_lossy(&output.stderr);
        let last = stderr.lines().last().unwrap_or("it printed nothing");
        eprintln!("{} cannot run {row}: {last}", interpreter.display());
    }
    result
}

fn startup_time(interpreter: &Path, code: &str) -> Option<f64> {
    let mut best = f64::INFINITY;
    for _ in 0..STARTUP_RUNS {
        let started = Instant::now();
        let status =
            Command::new(interpreter).args(["-c", code]).stdin(Stdio::null()).status().ok()?;
        if !status.success() {
            return None;
        }
        best = best.min(started.elapsed().as_nanos() as f64);
    }
    Some(best)
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        length if length % 2 == 1 => Some(values[middle]),
        _ => Some((values[middle - 1] + values[middle]) / 2.0),
    }
}

/// How many times as fast as CPython, the second interpreter, the first one is.
fn ratio(measured: &Measured) -> Option<f64> {
    Some(measured.get(1).copied()?? / measured.first().copied()??)
}

fn print_table(names: &[String], table: &BTreeMap<String, Measured>) {
    for (group, title, mark, goal) in GROUPS {
        let rows: Vec<_> = table.iter().filter(|(row, _)| group_of(row) == group).collect();
        if rows.is_empty() {
            continue;
        }
        println!("\n{title} ({})", unit(group));
        print!("{:44}", "");
        names.iter().for_each(|name| print!("{name:>16}"));
        println!("{:>9}", "ratio");
        let mut ratios = Vec::new();
        for (row, measured) in rows {
            print!("{:44}", row.strip_prefix(group).unwrap_or(row).trim_start_matches('_'));
            for time in measured {
                match time {
                    Some(time) => print!("{time:16.1}"),
                    None => print!("{:>16}", "-"),
                }
            }
            match ratio(measured) {
                Some(ratio) => {
                    println!("{ratio:9.2}");
                    ratios.push(ratio);
                }
                None => println!("{:>9}", "-"),
            }
        }
        if !ratios.is_empty() {
            let mean = (ratios.iter().map(|r| r.ln()).sum::<f64>() / ratios.len() as f64).exp();
            let lowest = ratios.iter().copied().fold(f64::INFINITY, f64::min);
            println!(
                "geometric mean {mean:.2} (first mark {mark}, goal {goal}), lowest {lowest:.2}, {} rows",
                ratios.len()
            );
        }
    }
}

fn as_json(names: &[String], table: &BTreeMap<String, Measured>) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let number =
        |value: Option<f64>| value.map_or("null".to_owned(), |value| format!("{value:.3}"));
    let rows: Vec<String> = table
        .iter()
        .map(|(row, measured)| {
            let times: Vec<String> = names
                .iter()
                .zip(measured)
                .map(|(name, time)| format!("{}: {}", quoted(name), number(*time)))
                .collect();
            format!(
                "    {{\"row\": {}, \"group\": {}, \"unit\": {}, \"values\": {{{}}}, \"ratio\": {}}}",
                quoted(row),
                quoted(group_of(row)),
                quoted(unit(group_of(row))),
                times.join(", "),
                number(ratio(measured))
            )
        })
        .collect();
    format!("{{\n  \"version\": 2,\n  \"rows\": [\n{}\n  ]\n}}\n", rows.join(",\n"))
}
