//! Running one test file in processes of its own, and reading what `driver.py` says.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;
use std::{fs, thread};

/// How long one test may take before its process is ended.
const TIME_LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 90 } else { 30 });

/// How often a file is begun anew behind a test that ended its process.
const MAX_RESTARTS: usize = 12;

/// What became of a test.
#[derive(Clone, Debug)]
pub enum Verdict {
    Passed,
    Skipped,
    Failed(String),
}

/// All tests of a file in CPython's order.
pub struct FileOutcome {
    pub tests: Vec<(String, Verdict)>,
    /// Why CPython did not say which tests there are.
    pub not_listed: Option<String>,
}

/// Where everything is.
pub struct Setting {
    python: PathBuf,
    driver: PathBuf,
    stand_ins: PathBuf,
    /// A folder with nothing but a link to CPython's `test`.
    tests: PathBuf,
    /// Where test files may write.
    scratch: PathBuf,
}

impl Setting {
    pub fn new(python: &Path, folder: &Path) -> Result<Setting, String> {
        let script = "import test, os; print(os.path.dirname(test.__file__))";
        let output = Command::new(python)
            .args(["-c", script])
            .output()
            .map_err(|error| format!("CPython does not start: {error}"))?;
        let package = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        if package.is_empty() {
            return Err(format!("{} has no tests installed", python.display()));
        }
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("conformance");
        let (tests, scratch) = (root.join("path"), root.join("scratch"));
        let problem = |error: std::io::Error| format!("{}: {error}", root.display());
        fs::create_dir_all(&tests).map_err(problem)?;
        fs::create_dir_all(&scratch).map_err(problem)?;
        let link = tests.join("test");
        if fs::read_link(&link).ok().as_deref() != Some(Path::new(&package)) {
            let _ = fs::remove_file(&link);
            link_folder(&package, &link).map_err(problem)?;
        }
        Ok(Setting {
            python: python.to_owned(),
            driver: folder.join("driver.py"),
            stand_ins: folder.join("stand_ins"),
            tests,
            scratch,
        })
    }

    /// Runs one file.
    pub fn run(&self, name: &str) -> FileOutcome {
        let (names, not_listed) = self.list(name);
        let mut verdicts: HashMap<String, Verdict> = HashMap::new();
        let mut first = 0;
        let mut ending = String::new();
        for _ in 0..MAX_RESTARTS {
            let session = self.session(name, first);
            first += session.begun;
            verdicts.extend(session.verdicts);
            ending = session.ending;
            match session.interrupted {
                Some(test) => verdicts.insert(test, Verdict::Failed(ending.clone())),
                None => break,
            };
        }
        let tests = names
            .into_iter()
            .map(|test| {
                let verdict = verdicts
                    .get(&test)
                    .cloned()
                    .unwrap_or_else(|| Verdict::Failed(format!("not run: {ending}")));
                (test, verdict)
            })
            .collect();
        FileOutcome { tests, not_listed }
    }

    /// The tests of a file, as CPython sees them.
    fn list(&self, name: &str) -> (Vec<String>, Option<String>) {
        let output = Command::new(&self.python)
            .arg(&self.driver)
            .args(["list", name])
            .current_dir(&self.scratch)
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .output();
        let output = match output {
            Ok(output) => output,
            Err(error) => return (Vec::new(), Some(error.to_string())),
        };
        let text = String::from_utf8_lossy(&output.stdout);
        let names: Vec<String> = text
            .lines()
            .filter_map(|line| Some(plain_name(line.strip_prefix("@@ test ")?)))
            .collect();
        let problem = names.is_empty().then(|| {
            String::from_utf8_lossy(&output.stderr).lines().last().unwrap_or_default().to_owned()
        });
        (names, problem)
    }

    /// One process, from the test with the number `first` on.
    fn session(&self, name: &str, first: usize) -> Session {
        let mut session = Session::default();
        let child = Command::new(env!("CARGO_BIN_EXE_ouro"))
            .arg(&self.driver)
            .args(["run", name, &first.to_string()])
            .arg(&self.stand_ins)
            .current_dir(&self.scratch)
            .env("OUROPATH", &self.tests)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut child = match child {
            Ok(child) => child,
            Err(error) => {
                session.ending = error.to_string();
                return session;
            }
        };
        let errors = last_line_of_errors(&mut child);
        let lines = lines_of_output(&mut child);
        let mut ended = false;
        let mut in_time = true;
        loop {
            match lines.recv_timeout(TIME_LIMIT) {
                Ok(line) => ended |= session.read(&line),
                Err(RecvTimeoutError::Timeout) => {
                    in_time = false;
                    let _ = child.kill();
                    break;
                }
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        let status = child.wait();
        let error = errors.join().unwrap_or_default();
        session.ending = match (in_time, status) {
            (false, _) => "no answer in time".to_owned(),
            (true, Ok(status)) if status.success() => "the process ended".to_owned(),
            (true, Ok(status)) => format!("{status}: {error}"),
            (true, Err(error)) => error.to_string(),
        };
        if ended {
            session.interrupted = None;
        }
        session
    }
}

#[cfg(unix)]
fn link_folder(target: &str, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

#[cfg(not(unix))]
fn link_folder(target: &str, link: &Path) -> std::io::Result<()> {
    std::os::windows::fs::symlink_dir(target, link)
}

fn lines_of_output(child: &mut Child) -> mpsc::Receiver<String> {
    let (sender, lines) = mpsc::channel();
    if let Some(output) = child.stdout.take() {
        thread::spawn(move || {
            let mut reader = BufReader::new(output);
            let mut line = Vec::new();
            while reader.read_until(b'\n', &mut line).is_ok_and(|count| count > 0) {
                let text = String::from_utf8_lossy(&line).trim_end().to_owned();
                if sender.send(text).is_err() {
                    break;
                }
                line.clear();
            }
        });
    }
    lines
}

fn last_line_of_errors(child: &mut Child) -> thread::JoinHandle<String> {
    let errors = child.stderr.take();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut errors) = errors {
            let _ = errors.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).lines().last().unwrap_or_default().to_owned()
    })
}

/// What one process said.
#[derive(Default)]
struct Session {
    verdicts: Vec<(String, Verdict)>,
    /// How many tests were begun.
    begun: usize,
    /// The test that was running when the process ended.
    interrupted: Option<String>,
    ending: String,
}

impl Session {
    /// Reads a line; true for the last one of a complete run.
    fn read(&mut self, line: &str) -> bool {
        let Some(line) = line.strip_prefix("@@ ") else { return false };
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let (test, detail) = rest.split_once(" | ").unwrap_or((rest, ""));
        let test = plain_name(test);
        match word {
            "start" => {
                self.begun += 1;
                self.interrupted = Some(test);
                return false;
            }
            "pass" => self.verdicts.push((test, Verdict::Passed)),
            "skip" => self.verdicts.push((test, Verdict::Skipped)),
            "fail" => self.verdicts.push((test, Verdict::Failed(detail.to_owned()))),
            "end" => return true,
            _ => return false,
        }
        self.interrupted = None;
        false
    }
}

/// The name of a test without the package that all are in.
fn plain_name(name: &str) -> String {
    name.strip_prefix("test.").unwrap_or(name).to_owned()
}
