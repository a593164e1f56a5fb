//! Running programs and judging what they did.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::interrupts::let_interrupts_through;
pub use crate::outcome::{Outcome, difference, normalise, root};

/// No test program needs nearly as long, even in a debug build.
const TIME_LIMIT: Duration = Duration::from_secs(60);

impl Outcome {
    /// The last line of standard error.
    pub fn final_line(&self) -> &str {
        self.stderr.trim_end_matches('\n').rsplit('\n').next().unwrap_or("")
    }
}

/// The `ouro` command under test, to be run in the root of the repository.
pub fn ouro<S: AsRef<OsStr>>(arguments: &[S]) -> Command {
    let_interrupts_through();
    let mut command = Command::new(env!("CARGO_BIN_EXE_ouro"));
    command.args(arguments).current_dir(root());
    for variable in [
        "PYTHONASYNCIODEBUG",
        "PYTHONDEVMODE",
        "PYTHONINSPECT",
        "PYTHONOPTIMIZE",
        "PYTHONUNBUFFERED",
        "PYTHONWARNINGS",
    ] {
        command.env_remove(variable);
    }
    command
}

/// Runs `command` without standard input and normalises what it prints.
pub fn outcome(command: &mut Command) -> Outcome {
    outcome_with_input(command, b"")
}

/// Runs `command` with `input` on standard input and normalises what it prints.
pub fn outcome_with_input(command: &mut Command, input: &[u8]) -> Outcome {
    let_interrupts_through();
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("stdin is piped");
    let stdout = read_in_background(child.stdout.take().expect("stdout is piped"));
    let stderr = read_in_background(child.stderr.take().expect("stderr is piped"));
    // A program that ends without reading all of its input closes the pipe: that is no error here.
    let _ = stdin.write_all(input);
    drop(stdin);

    let started = Instant::now();
    let mut pause = Duration::from_millis(1);
    let status = loop {
        match child.try_wait().expect("the command can be waited for") {
            Some(status) => break status.code().map_or("killed".to_owned(), |c| c.to_string()),
            None if started.elapsed() > TIME_LIMIT => {
                let _ = child.kill();
                let _ = child.wait();
                break format!("stopped after {} s", TIME_LIMIT.as_secs());
            }
            None => thread::sleep(pause),
        }
        pause = (pause * 2).min(Duration::from_millis(20));
    };
    let text = |reader: thread::JoinHandle<Vec<u8>>| {
        let bytes = reader.join().expect("the reader does not panic");
        normalise(&String::from_utf8_lossy(&bytes))
    };
    Outcome { status, stdout: text(stdout), stderr: text(stderr) }
}

fn read_in_background(mut stream: impl Read + Send + 'static) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        bytes
    })
}

/// The programs directly inside the folders of `folder`, as paths relative to the root, sorted.
pub fn programs(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for topic in entries(&root().join(folder)) {
        found.extend(
            entries(&topic).into_iter().filter(|p| p.extension().is_some_and(|e| e == "py")),
        );
    }
    let mut found: Vec<PathBuf> =
        found.iter().filter_map(|p| p.strip_prefix(root()).ok()).map(Path::to_owned).collect();
    found.sort();
    assert!(!found.is_empty(), "there are programs in {folder}");
    found
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = folder.read_dir() else { return Vec::new() };
    entries.filter_map(|entry| Some(entry.ok()?.path())).collect()
}

/// Applies `work` to every item on as many threads as the machine has, and keeps the order.
pub fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(BTreeMap::new());
    let threads = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(index) else { break };
                    let result = work(item);
                    results.lock().expect("no worker panicked").insert(index, result);
                }
            });
        }
    });
    results.into_inner().expect("no worker panicked").into_values().collect()
}

/// Writes a line that the test runner does not hold back when the test passes.
pub fn report(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Programs that are known to behave differently from CPython, with the reason:
/// the lines `"path" = "reason"` of tests/known_differences.toml.
pub fn known_differences() -> BTreeMap<String, String> {
    let path = root().join("tests/known_differences.toml");
    let text = std::fs::read_to_string(&path).expect("tests/known_differences.toml is readable");
    let mut known = BTreeMap::new();
    for line in text.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') || line.starts_with('[') {
            continue;
        }
        let (program, reason) = line.split_once(" = ").expect("each line is \"path\" = \"reason\"");
        let program = program.trim().trim_matches('"').to_owned();
        assert!(root().join(&program).exists(), "{program} is listed but does not exist");
        known.insert(program, reason.trim().trim_matches('"').to_owned());
    }
    known
}

/// Prints the tally, and fails when a program differs that is not listed as a known difference,
/// or when a listed one does not differ: the list cannot rot.
pub fn judge(title: &str, results: Vec<(String, Option<String>)>) {
    let known = known_differences();
    let total = results.len();
    let mut failures = String::new();
    let (mut failed, mut expected_failures) = (0, 0);
    for (name, failure) in results {
        match (failure, known.get(&name)) {
            (None, None) => {}
            (Some(_), Some(_)) => expected_failures += 1,
            (Some(failure), None) => {
                failed += 1;
                let _ = writeln!(failures, "{name}\n{failure}");
            }
            (None, Some(_)) => {
                failed += 1;
                let _ = writeln!(
                    failures,
                    "{name}\n    is listed in tests/known_differences.toml but does not differ\n"
                );
            }
        }
    }
    let passed = total - failed - expected_failures;
    let known = match expected_failures {
        0 => String::new(),
        n => format!(", {n} known differences"),
    };
    let tally = format!("{title}: {passed} passed, {failed} failed{known}");
    report(&tally);
    assert!(failed == 0, "\n{failures}\n{tally}");
}
