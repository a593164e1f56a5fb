//! Sessions at the prompt as text: tests/transcripts. With UPDATE_TRANSCRIPTS=1 the files are
//! written anew with what the session shows.
//!
//! Those in the folder `plain` are ordinary Python: CPython's prompt shows the same.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use ouro::repl::transcript;

use crate::cpython::find_cpython;
use crate::support::{difference, in_parallel, report, root};

/// Deep recursion in a session needs the stack that the command gives it.
const STACK: usize = 256 << 20;

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = root().join("tests/transcripts").join(folder);
    let entries = folder.read_dir().expect("the folder of transcripts is readable");
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    files
}

fn run(text: String) -> String {
    let thread = std::thread::Builder::new().stack_size(STACK);
    let session = thread.spawn(move || normalised(&transcript::run(&text)));
    session.expect("a thread starts").join().expect("the session does not panic")
}

/// Addresses differ from run to run.
fn normalised(text: &str) -> String {
    let mut parts = text.split(" at 0x");
    let mut result = parts.next().unwrap_or("").to_owned();
    for part in parts {
        result.push_str(" at 0x…");
        result.push_str(part.trim_start_matches(|c: char| c.is_ascii_hexdigit() || c == '…'));
    }
    result
}

#[test]
fn sessions_show_what_the_transcripts_say() {
    let mut all = files("plain");
    all.extend(files("time"));
    assert!(all.len() >= 40, "there are {} transcripts", all.len());
    let failures: Vec<String> = in_parallel(&all, |path| {
        let expected = std::fs::read_to_string(path).expect("the transcript is readable");
        let actual = run(expected.clone());
        if actual == expected {
            return None;
        }
        if std::env::var_os("UPDATE_TRANSCRIPTS").is_some() {
            std::fs::write(path, actual).expect("the transcript is written");
            return None;
        }
        Some(format!("{}\n{}", path.display(), difference(&expected, &actual)))
    })
    .into_iter()
    .flatten()
    .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
    report(&format!("transcripts: {} sessions", all.len()));
}

#[test]
fn plain_sessions_are_those_of_cpython() {
    let Some(cpython) = find_cpython() else {
        report("transcripts: no CPython 3.13 found (set OURO_CPYTHON), nothing was compared");
        return;
    };
    let failures: Vec<String> = in_parallel(&files("plain"), |path| {
        let text = std::fs::read_to_string(path).expect("the transcript is readable");
        let (_, exchanges) = transcript::parse(&text);
        let mut typed = String::new();
        let mut expected = String::new();
        for exchange in &exchanges {
            typed.push_str(&format!("{}\n", exchange.typed));
            expected.push_str(">>> ");
            expected.push_str(&"... ".repeat(exchange.typed.matches('\n').count()));
            expected.push_str(exchange.shown.trim_end_matches('\n'));
            expected.push('\n');
        }
        let actual = cpython_session(&cpython, &typed);
        let (expected, actual) = (comparable(&expected), comparable(&actual));
        (expected != actual)
            .then(|| format!("{}\n{}", path.display(), difference(&actual, &expected)))
    })
    .into_iter()
    .flatten()
    .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// What CPython's simple prompt shows for lines that are typed; it does not repeat them.
fn cpython_session(cpython: &Path, typed: &str) -> String {
    use std::io::Write;
    crate::interrupts::let_interrupts_through();
    let mut child = Command::new("sh")
        .arg("-c")
        .arg("exec \"$0\" -u -i -q 2>&1")
        .arg(cpython)
        .env("PYTHON_BASIC_REPL", "1")
        .env("PYTHONUTF8", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("CPython starts");
    let mut stdin = child.stdin.take().expect("stdin is piped");
    stdin.write_all(typed.as_bytes()).expect("CPython reads");
    drop(stdin);
    let output = child.wait_with_output().expect("CPython ends");
    normalised(&String::from_utf8_lossy(&output.stdout))
}

/// A session without what the two prompts do differently: CPython does not number its entries, and
/// shows no line end after the last prompt.
fn comparable(text: &str) -> String {
    let mut result = String::new();
    let mut rest = text;
    while let Some(place) = rest.find("<stdin>-") {
        let (before, number) = rest.split_at(place + "<stdin>".len());
        result.push_str(before);
        rest = number[1..].trim_start_matches(|c: char| c.is_ascii_digit());
    }
    result.push_str(rest);
    // Prompts that follow each other stand on one line there.
    let joined = result.replace(">>> \n", ">>> ").replace("... \n", "... ");
    joined.trim_end().trim_end_matches(">>>").trim_end().to_owned()
}
