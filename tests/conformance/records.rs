//! What is written down of earlier runs: how much passed, and why the rest fails.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::run::Verdict;

/// How many tests of a file ended how.
#[derive(Clone, Copy, Default)]
pub struct Counts {
    pub passed: usize,
    pub failed: usize,
    pub skipped: usize,
    /// Failed, and not meant to pass: tests of CPython's insides.
    pub excused: usize,
}

impl Counts {
    pub fn add(&mut self, other: &Counts) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.excused += other.excused;
    }

    /// A line of the table; the share is of the tests that ran and count.
    pub fn row(&self, name: &str) -> String {
        let counted = self.passed + self.failed;
        let share = if counted == 0 { 100.0 } else { 100.0 * self.passed as f64 / counted as f64 };
        format!(
            "{name:34} {:7} {:7} {:7} {:7}  {share:5.1} %",
            self.passed, self.failed, self.skipped, self.excused
        )
    }
}

/// `baseline.txt`: a line for each file, with the numbers of the table.
pub struct Baseline {
    path: PathBuf,
    files: BTreeMap<String, Counts>,
}

impl Baseline {
    pub fn read(path: &Path) -> Baseline {
        let text = fs::read_to_string(path).unwrap_or_default();
        let mut files = BTreeMap::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let [name, numbers @ ..] = words.as_slice() else { continue };
            let number = |at: usize| numbers.get(at).and_then(|word| word.parse().ok());
            let counts = Counts {
                passed: number(0).unwrap_or(0),
                failed: number(1).unwrap_or(0),
                skipped: number(2).unwrap_or(0),
                excused: number(3).unwrap_or(0),
            };
            files.insert((*name).to_owned(), counts);
        }
        Baseline { path: path.to_owned(), files }
    }

    pub fn passed(&self, name: &str) -> Option<usize> {
        self.files.get(name).map(|counts| counts.passed)
    }

    pub fn set(&mut self, name: &str, counts: Counts) {
        self.files.insert(name.to_owned(), counts);
    }

    pub fn write(&self) {
        let mut text = String::from(
            "# File, passed, failed, skipped, excused: written by\n\
             # cargo test --release --test conformance -- all --record\n",
        );
        for (name, counts) in &self.files {
            let _ = writeln!(
                text,
                "{name} {} {} {} {}",
                counts.passed, counts.failed, counts.skipped, counts.excused
            );
        }
        if let Err(error) = fs::write(&self.path, text) {
            println!("{}: {error}", self.path.display());
        }
    }
}

/// A group of failing tests.
struct Cause {
    /// `[counts] reason`, `[sometimes] reason` or `[excused] reason`.
    heading: String,
    excused: bool,
    /// The tests measure time: on another machine, or an idle one, they pass.
    sometimes: bool,
    tests: BTreeMap<String, String>,
}

/// `failing.txt`: each failing test under a heading that gives the cause.
pub struct Failing {
    path: PathBuf,
    introduction: String,
    causes: Vec<Cause>,
}

const UNKNOWN: &str = "[counts] not looked into yet";

impl Failing {
    pub fn read(path: &Path) -> Failing {
        let text = fs::read_to_string(path).unwrap_or_default();
        let mut introduction = String::new();
        let mut causes: Vec<Cause> = Vec::new();
        for line in text.lines() {
            let line = line.trim_end();
            if line.starts_with('[') {
                causes.push(Cause {
                    heading: line.to_owned(),
                    excused: line.starts_with("[excused]"),
                    sometimes: line.starts_with("[sometimes]"),
                    tests: BTreeMap::new(),
                });
            } else if line.starts_with('#') {
                let _ = writeln!(introduction, "{line}");
            } else if let Some(cause) = causes.last_mut()
                && !line.is_empty()
            {
                let (test, note) = line.split_once("  # ").unwrap_or((line, ""));
                cause.tests.insert(test.to_owned(), note.to_owned());
            }
        }
        Failing { path: path.to_owned(), introduction, causes }
    }

    pub fn is_excused(&self, test: &str) -> bool {
        self.causes.iter().any(|cause| cause.excused && cause.tests.contains_key(test))
    }

    /// Says which tests of a file fail without being named here, and which are named but do not
    /// fail; with `record` the file is brought up to date instead.
    pub fn compare(
        &mut self,
        file: &str,
        tests: &[(String, Verdict)],
        record: bool,
    ) -> Vec<String> {
        let mut complaints = Vec::new();
        let mut failed = BTreeSet::new();
        for (test, verdict) in tests {
            let Verdict::Failed(message) = verdict else { continue };
            failed.insert(test.as_str());
            if self.causes.iter().any(|cause| cause.tests.contains_key(test)) {
                continue;
            }
            if record {
                self.unknown().tests.insert(test.clone(), shortened(message));
            } else {
                complaints.push(format!("fails, unnamed: {test}  # {message}"));
            }
        }
        let prefix = format!("{file}.");
        for cause in self.causes.iter_mut().filter(|cause| !cause.sometimes) {
            let stale: Vec<String> = cause
                .tests
                .keys()
                .filter(|test| test.starts_with(&prefix) || *test == file)
                .filter(|test| !failed.contains(test.as_str()))
                .cloned()
                .collect();
            for test in stale {
                if record {
                    cause.tests.remove(&test);
                } else {
                    complaints.push(format!("named as failing, but does not fail: {test}"));
                }
            }
        }
        complaints
    }

    fn unknown(&mut self) -> &mut Cause {
        let at = self.causes.iter().position(|cause| cause.heading == UNKNOWN);
        let at = at.unwrap_or_else(|| {
            self.causes.push(Cause {
                heading: UNKNOWN.to_owned(),
                excused: false,
                sometimes: false,
                tests: BTreeMap::new(),
            });
            self.causes.len() - 1
        });
        &mut self.causes[at]
    }

    pub fn write(&self) {
        let mut text = self.introduction.clone();
        for cause in self.causes.iter().filter(|cause| !cause.tests.is_empty()) {
            let _ = writeln!(text, "\n{}", cause.heading);
            for (test, note) in &cause.tests {
                let _ = match note.as_str() {
                    "" => writeln!(text, "{test}"),
                    note => writeln!(text, "{test}  # {note}"),
                };
            }
        }
        if let Err(error) = fs::write(&self.path, text) {
            println!("{}: {error}", self.path.display());
        }
    }
}

/// Which kind of exception it was: messages may quote the tests.
fn shortened(message: &str) -> String {
    message.split([':', '|']).next().unwrap_or_default().trim().to_owned()
}
