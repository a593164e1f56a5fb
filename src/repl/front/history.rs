//! The history of entries on disk: one line for each, with `\n` for the line ends inside.
//!
//! Each entry is written when it is entered, so that nothing is lost when the terminal goes away.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::host::native::host_error;

/// When the file has more entries than this, it is cut to half.
const LIMIT: usize = 20_000;

pub struct History {
    path: Option<PathBuf>,
    /// The user has been told that entries are not kept.
    has_complained: bool,
}

impl History {
    /// The history at its usual place: `OURO_HISTORY`, or `ouro/history` in the XDG state folder.
    /// With an empty `OURO_HISTORY` none is kept.
    pub fn open() -> History {
        let path = match std::env::var_os("OURO_HISTORY") {
            Some(path) => (!path.is_empty()).then(|| PathBuf::from(path)),
            None => state_folder().map(|folder| folder.join("ouro").join("history")),
        };
        History { path, has_complained: false }
    }

    /// The entries, oldest first. What cannot be read is not there.
    pub fn load(&self) -> Vec<String> {
        let Some(path) = &self.path else { return Vec::new() };
        let mut bytes = Vec::new();
        // Devices can go on for ever.
        let is_file = std::fs::metadata(path).is_ok_and(|metadata| metadata.is_file());
        let mut read = || File::open(path).and_then(|mut file| file.read_to_end(&mut bytes));
        if !is_file || read().is_err() {
            return Vec::new();
        }
        let text = String::from_utf8_lossy(&bytes);
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        let kept = match lines.len() > LIMIT {
            true => {
                let kept = &lines[lines.len() - LIMIT / 2..];
                // The long file does no harm if it cannot be replaced.
                let _ = replace(path, kept);
                kept
            }
            false => &lines[..],
        };
        kept.iter().map(|line| decoded(line)).collect()
    }

    /// Adds an entry; the first time that fails, gives the reason.
    pub fn add(&mut self, entry: &str) -> Option<String> {
        let path = self.path.as_ref()?;
        let error = append(path, entry).err()?;
        let reason = host_error(error).message;
        let message = format!("history is not kept: {}: {reason}", path.display());
        (!std::mem::replace(&mut self.has_complained, true)).then_some(message)
    }
}

fn state_folder() -> Option<PathBuf> {
    let absolute =
        |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("XDG_STATE_HOME").or_else(|| Some(absolute("HOME")?.join(".local").join("state")))
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    // What is typed is nobody else's business.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn append(path: &Path, entry: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = options().append(true).create(true).open(path)?;
    // What a full disk has cut off must not run into the next entry.
    let start = if ends_its_line(path)? { "" } else { "\n" };
    // One write, so that two sessions do not mix their entries.
    file.write_all(format!("{start}{}\n", encoded(entry)).as_bytes())
}

fn ends_its_line(path: &Path) -> std::io::Result<bool> {
    let metadata = std::fs::metadata(path)?;
    if !metadata.is_file() || metadata.len() == 0 {
        return Ok(true);
    }
    let mut file = File::open(path)?;
    file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

fn replace(path: &Path, lines: &[&str]) -> std::io::Result<()> {
    let fresh = path.with_extension("new");
    let mut file = options().write(true).create(true).truncate(true).open(&fresh)?;
    file.write_all(format!("{}\n", lines.join("\n")).as_bytes())?;
    file.sync_all()?;
    std::fs::rename(fresh, path)
}

fn encoded(entry: &str) -> String {
    entry.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r")
}

fn decoded(line: &str) -> String {
    let mut entry = String::with_capacity(line.len());
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n') => entry.push('\n'),
                Some('r') => entry.push('\r'),
                Some(other) => entry.push(other),
                None => entry.push('\\'),
            },
            other => entry.push(other),
        }
    }
    entry
}

#[cfg(test)]
mod tests {
    use super::{decoded, encoded};

    #[test]
    fn entries_survive_the_file() {
        for entry in ["x", "def f():\n    return '\\n'", "a\\", "\\n", "é\r\n"] {
            assert_eq!(decoded(&encoded(entry)), entry);
            assert!(!encoded(entry).contains('\n'));
        }
    }
}
