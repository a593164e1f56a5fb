//! Running one case and judging what became of it.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::outcome::{Outcome, difference, normalise};

/// When a program that is still running is interrupted.
const TIME_LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 5 });

/// How much memory a process may have, in kilobytes: of addresses, most of which are stacks.
const MEMORY: u64 = 4_000_000;

/// More at once than this should have been a MemoryError.
const LARGE: u64 = 1 << 30;

/// What is read of a program's output; one without end may print without end.
const OUTPUT_LIMIT: u64 = 1 << 20;

/// What became of a case.
pub enum Verdict {
    Passed,
    /// It ran on after it was interrupted: to be looked at; some do so under CPython, too.
    Stuck,
    Failed(String),
}

/// Runs programs.
pub struct Runner {
    /// Where failing programs are kept.
    folder: PathBuf,
    /// What they run in.
    scratch: PathBuf,
    /// CPython, if outcomes are compared with it.
    cpython: Option<PathBuf>,
}

/// How a process ended, if it was not killed.
struct Ended {
    status: Option<ExitStatus>,
    interrupted: bool,
    stdout: String,
    stderr: String,
}

impl Runner {
    pub fn new(folder: &Path, cpython: Option<PathBuf>) -> Runner {
        let scratch = folder.join("scratch");
        fs::create_dir_all(&scratch).expect("the target folder can be written");
        Runner { folder: folder.to_owned(), scratch, cpython }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Runs a program; it stays in the folder if it fails.
    pub fn run(&self, number: u64, program: &str) -> Verdict {
        let path = self.folder.join(format!("{number}.py"));
        fs::write(&path, program).expect("the target folder can be written");
        let interpreter = Path::new(env!("CARGO_BIN_EXE_ouro"));
        let ended = self.run_process(interpreter, &["--clock", "virtual"], &path);
        if ended.status.is_none() {
            return Verdict::Stuck;
        }
        let mut failure = crash(&ended);
        if failure.is_none() && !ended.interrupted {
            failure = self.compare(&path, ended);
        }
        match failure {
            Some(why) => Verdict::Failed(why),
            None => {
                let _ = fs::remove_file(&path);
                Verdict::Passed
            }
        }
    }

    /// How the outcome differs from CPython's, if that is wanted.
    fn compare(&self, path: &Path, ended: Ended) -> Option<String> {
        let expected = self.run_process(self.cpython.as_ref()?, &[], path);
        if expected.interrupted || expected.status?.code().is_none() {
            return None;
        }
        let [expected, actual] = [expected, ended].map(|ended| Outcome {
            status: ended.status.and_then(|s| s.code()).map_or("killed".into(), |c| c.to_string()),
            stdout: normalise(&ended.stdout),
            stderr: normalise(&ended.stderr),
        });
        (expected != actual)
            .then(|| format!("differs\n{}", difference(&expected.recording(), &actual.recording())))
    }

    fn run_process(&self, interpreter: &Path, options: &[&str], program: &Path) -> Ended {
        let mut child = Command::new("sh")
            .args(["-c", &format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\"")])
            .arg(interpreter)
            .args(options)
            .arg(program)
            .current_dir(&self.scratch)
            .env("PYTHONHASHSEED", "0")
            .env("PYTHONUTF8", "1")
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("RUST_BACKTRACE", "0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("a shell starts");
        let stdout = read_in_background(child.stdout.take().expect("stdout is piped"));
        let stderr = read_in_background(child.stderr.take().expect("stderr is piped"));
        let mut status = wait(&mut child);
        let interrupted = status.is_none();
        // A program that catches one interrupt ends at a second or third one.
        for _ in 0..3 {
            if status.is_none() {
                let id = child.id().to_string();
                let _ = Command::new("kill").args(["-INT", &id]).status();
                status = wait(&mut child);
            }
        }
        if status.is_none() {
            let _ = child.kill();
            let _ = child.wait();
        }
        let [stdout, stderr] = [stdout, stderr]
            .map(|reader| reader.join().expect("the reader does not panic"))
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        Ended { status, interrupted, stdout, stderr }
    }
}

/// The status with which the process ends before the time is over.
fn wait(child: &mut Child) -> Option<ExitStatus> {
    let started = Instant::now();
    let mut pause = Duration::from_millis(1);
    while started.elapsed() < TIME_LIMIT {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
    None
}

fn read_in_background(mut stream: impl Read + Send + 'static) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stream.by_ref().take(OUTPUT_LIMIT).read_to_end(&mut bytes);
        let _ = std::io::copy(&mut stream, &mut std::io::sink());
        bytes
    })
}

/// What is wrong with a run whatever the program was.
fn crash(ended: &Ended) -> Option<String> {
    let last_words = || ended.stderr.lines().take(3).collect::<Vec<_>>().join("\n");
    if ended.stderr.contains("panicked at") {
        return Some(format!("a panic\n{}", last_words()));
    }
    let status = ended.status?;
    if status.code().is_some() || is_out_of_memory(&ended.stderr) {
        return None;
    }
    // Python programs end by the signal that interrupted them.
    (!ended.interrupted).then(|| format!("ended by a signal ({status})\n{}", last_words()))
}

/// Whether the process ended because many small objects had filled its memory.
fn is_out_of_memory(stderr: &str) -> bool {
    let failed = stderr.split("memory allocation of ").nth(1);
    let bytes = failed.and_then(|text| text.split(' ').next()?.parse::<u64>().ok());
    bytes.is_some_and(|bytes| bytes < LARGE)
}
