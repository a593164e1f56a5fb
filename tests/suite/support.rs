//! Running programs, normalising what they print, and comparing it.

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

/// No test program needs nearly as long, even in a debug build.
const TIME_LIMIT: Duration = Duration::from_secs(60);

/// What a program did: its exit status and what it printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The exit status, or a word for how else it ended.
    pub status: String,
    /// All of standard output.
    pub stdout: String,
    /// All of standard error.
    pub stderr: String,
}

impl Outcome {
    /// The text form in which outcomes are recorded and compared, the same as tests/record.py's.
    pub fn recording(&self) -> String {
        let mut text = format!("--- exit status\n{}\n", self.status);
        for (name, stream) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            let _ = writeln!(text, "--- {name}");
            text.push_str(stream);
            if !stream.is_empty() && !stream.ends_with('\n') {
                text.push_str("\n[no newline at the end]\n");
            }
        }
        text
    }

    /// The last line of standard error.
    pub fn final_line(&self) -> &str {
        self.stderr.trim_end_matches('\n').rsplit('\n').next().unwrap_or("")
    }
}

/// The root of the repository, where every program is started.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
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

/// Takes out what says where a program ran instead of what it did: the path of the repository,
/// frames of CPython's own library with their source lines, and addresses.
pub fn normalise(text: &str) -> String {
    let text = text.replace(&format!("{}/", root().display()), "");
    let mut kept = String::with_capacity(text.len());
    let mut dropping: Option<String> = None;
    for line in text.split_inclusive('\n') {
        if dropping.as_ref().is_some_and(|indent| line.starts_with(indent.as_str())) {
            continue;
        }
        dropping = library_frame(line);
        if dropping.is_none() {
            kept.push_str(line);
        }
    }
    without_addresses(&kept)
}

/// If `line` is a traceback's line for a frame in CPython's library, the indentation of the
/// source lines that belong to it.
fn library_frame(line: &str) -> Option<String> {
    let start = line.find("File \"")?;
    let (indent, rest) = line.split_at(start);
    let in_library = (rest.contains("lib/python3.13/")
        || rest.starts_with("File \"<frozen runpy>\""))
        && rest.contains("\", line ");
    (in_library && indent.chars().all(|c| c == ' ' || c == '|')).then(|| format!("{indent}  "))
}

fn without_addresses(text: &str) -> String {
    let mut parts = text.split("0x");
    let mut result = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let digits = part.bytes().take_while(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')).count();
        result.push_str("0x");
        if digits >= 6 {
            result.push('…');
            result.push_str(&part[digits..]);
        } else {
            result.push_str(part);
        }
    }
    result
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

/// The lines of `expected` and `actual` that differ, between a few that do not.
pub fn difference(expected: &str, actual: &str) -> String {
    const CONTEXT: usize = 3;
    let expected: Vec<&str> = expected.lines().collect();
    let actual: Vec<&str> = actual.lines().collect();
    let same = |pair: &(&&str, &&str)| pair.0 == pair.1;
    let head = expected.iter().zip(&actual).take_while(same).count();
    let limit = expected.len().min(actual.len()) - head;
    let tail = expected.iter().rev().zip(actual.iter().rev()).take(limit).take_while(same).count();
    let mut text = String::new();
    let mut lines = |sign: char, lines: &[&str]| {
        for line in lines {
            let _ = writeln!(text, "    {sign} {line}");
        }
    };
    lines(' ', &expected[head.saturating_sub(CONTEXT)..head]);
    lines('-', &expected[head..expected.len() - tail]);
    lines('+', &actual[head..actual.len() - tail]);
    lines(
        ' ',
        &expected[expected.len() - tail..(expected.len() - tail + CONTEXT).min(expected.len())],
    );
    text
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
