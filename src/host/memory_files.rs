//! Files in memory: a flat table of paths; a folder is one because it was made or because
//! something lies in it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::files::{
    Entry, FileStatus, Files, KIND_DIRECTORY, KIND_FILE, KIND_MASK, OpenOptions, Whence,
};
use super::memory::MemoryHost;
use super::{HostError, HostResult};

#[derive(Default)]
pub struct MemoryFiles {
    folders: BTreeSet<String>,
    open: HashMap<i32, OpenFile>,
    pub folder: String,
    pub variables: BTreeMap<String, String>,
}

struct OpenFile {
    path: String,
    options: OpenOptions,
    position: usize,
}

fn failure<T>(code: i32, message: &str) -> HostResult<T> {
    Err(HostError { code, message: message.to_owned() })
}

fn no_such_file<T>() -> HostResult<T> {
    failure(2, "No such file or directory")
}

impl MemoryHost {
    /// A path from the root, without `.` and `..`.
    fn absolute(&self, path: &str) -> String {
        let folder = if self.memory.folder.is_empty() { "/" } else { &self.memory.folder };
        let whole =
            if path.starts_with('/') { path.to_owned() } else { format!("{folder}/{path}") };
        let mut parts: Vec<&str> = Vec::new();
        for part in whole.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()),
                part => parts.push(part),
            }
        }
        format!("/{}", parts.join("/"))
    }

    fn is_folder(&self, path: &str) -> bool {
        let inside = format!("{}/", path.trim_end_matches('/'));
        path == "/"
            || self.memory.folders.contains(path)
            || self.files.keys().chain(&self.memory.folders).any(|file| file.starts_with(&inside))
    }

    fn check_parent(&self, path: &str) -> HostResult<()> {
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        match parent {
            "" => Ok(()),
            parent if self.is_folder(parent) => Ok(()),
            parent if self.files.contains_key(parent) => failure(20, "Not a directory"),
            _ => no_such_file(),
        }
    }

    fn opened(&mut self, file: i32) -> HostResult<&mut OpenFile> {
        match self.memory.open.get_mut(&file) {
            Some(file) => Ok(file),
            None => failure(9, "Bad file descriptor"),
        }
    }
}

impl Files for MemoryHost {
    fn open(&mut self, path: &str, options: OpenOptions) -> HostResult<i32> {
        let path = self.absolute(path);
        if self.is_folder(&path) {
            return failure(21, "Is a directory");
        }
        match (self.files.contains_key(&path), options.exclusive) {
            (true, true) => return failure(17, "File exists"),
            (false, _) if !options.create && !options.exclusive => return no_such_file(),
            (false, _) => {
                self.check_parent(&path)?;
                self.files.insert(path.clone(), Vec::new());
            }
            (true, false) => {}
        }
        if options.truncate {
            self.files.insert(path.clone(), Vec::new());
        }
        let number = (3..).find(|number| !self.memory.open.contains_key(number)).unwrap_or(3);
        self.memory.open.insert(number, OpenFile { path, options, position: 0 });
        Ok(number)
    }

    fn close(&mut self, file: i32) -> HostResult<()> {
        self.opened(file)?;
        self.memory.open.remove(&file);
        Ok(())
    }

    fn read_from(&mut self, file: i32, limit: usize) -> HostResult<Vec<u8>> {
        let opened = self.opened(file)?;
        if !opened.options.read {
            return failure(9, "Bad file descriptor");
        }
        let (path, start) = (opened.path.clone(), opened.position);
        let content = self.files.get(&path).map_or(&[][..], Vec::as_slice);
        let rest = content.get(start..).unwrap_or_default();
        let bytes = rest[..limit.min(rest.len())].to_vec();
        self.opened(file)?.position += bytes.len();
        Ok(bytes)
    }

    fn write_to(&mut self, file: i32, bytes: &[u8]) -> HostResult<usize> {
        let opened = self.opened(file)?;
        if !opened.options.write && !opened.options.append {
            return failure(9, "Bad file descriptor");
        }
        let (path, append, position) =
            (opened.path.clone(), opened.options.append, opened.position);
        let content = self.files.entry(path).or_default();
        let start = if append { content.len() } else { position };
        let end = start + bytes.len();
        if content.len() < end {
            content.resize(end, 0);
        }
        content[start..end].copy_from_slice(bytes);
        self.opened(file)?.position = end;
        Ok(bytes.len())
    }

    fn seek(&mut self, file: i32, offset: i64, whence: Whence) -> HostResult<u64> {
        let opened = self.opened(file)?;
        let (path, position) = (opened.path.clone(), opened.position as i64);
        let base = match whence {
            Whence::Start => 0,
            Whence::Current => position,
            Whence::End => self.files.get(&path).map_or(0, |content| content.len() as i64),
        };
        match usize::try_from(base + offset) {
            Ok(place) => {
                self.opened(file)?.position = place;
                Ok(place as u64)
            }
            Err(_) => failure(22, "Invalid argument"),
        }
    }

    fn truncate(&mut self, file: i32, size: u64) -> HostResult<()> {
        let path = self.opened(file)?.path.clone();
        self.files.entry(path).or_default().resize(size as usize, 0);
        Ok(())
    }

    fn sync(&mut self, file: i32) -> HostResult<()> {
        self.opened(file).map(drop)
    }

    fn is_terminal_file(&self, _: i32) -> HostResult<bool> {
        Ok(false)
    }

    fn file_status(&self, file: i32) -> HostResult<FileStatus> {
        match self.memory.open.get(&file) {
            Some(opened) => self.status(&opened.path.clone(), true),
            None => failure(9, "Bad file descriptor"),
        }
    }

    fn status(&self, path: &str, _: bool) -> HostResult<FileStatus> {
        let path = self.absolute(path);
        let status = FileStatus { links: 1, ..FileStatus::default() };
        if let Some(content) = self.files.get(&path) {
            let size = content.len() as u64;
            return Ok(FileStatus { mode: KIND_FILE | 0o644, size, ..status });
        }
        if self.is_folder(&path) {
            return Ok(FileStatus { mode: KIND_DIRECTORY | 0o755, ..status });
        }
        no_such_file()
    }

    fn list(&self, path: &str) -> HostResult<Vec<Entry>> {
        let path = self.absolute(path);
        if self.files.contains_key(&path) {
            return failure(20, "Not a directory");
        }
        if !self.is_folder(&path) {
            return no_such_file();
        }
        let inside = format!("{}/", path.trim_end_matches('/'));
        let mut entries: BTreeMap<String, u32> = BTreeMap::new();
        for file in self.files.keys().chain(&self.memory.folders) {
            let Some(rest) = file.strip_prefix(&inside) else { continue };
            let is_file = !rest.contains('/') && self.files.contains_key(file);
            let name = rest.split('/').next().unwrap_or(rest);
            let kind = if is_file { KIND_FILE } else { KIND_DIRECTORY };
            entries.insert(name.to_owned(), kind & KIND_MASK);
        }
        Ok(entries.into_iter().collect())
    }

    fn make_directory(&mut self, path: &str, _: u32) -> HostResult<()> {
        let path = self.absolute(path);
        if self.files.contains_key(&path) || self.is_folder(&path) {
            return failure(17, "File exists");
        }
        self.check_parent(&path)?;
        self.memory.folders.insert(path);
        Ok(())
    }

    fn remove_directory(&mut self, path: &str) -> HostResult<()> {
        if !self.list(path)?.is_empty() {
            return failure(39, "Directory not empty");
        }
        let path = self.absolute(path);
        self.memory.folders.remove(&path);
        Ok(())
    }

    fn remove(&mut self, path: &str) -> HostResult<()> {
        let path = self.absolute(path);
        if self.is_folder(&path) {
            return failure(21, "Is a directory");
        }
        match self.files.remove(&path) {
            Some(_) => Ok(()),
            None => no_such_file(),
        }
    }

    fn rename(&mut self, from: &str, to: &str) -> HostResult<()> {
        let (from, to) = (self.absolute(from), self.absolute(to));
        self.check_parent(&to)?;
        if let Some(content) = self.files.remove(&from) {
            self.files.insert(to, content);
            return Ok(());
        }
        if !self.is_folder(&from) {
            return no_such_file();
        }
        let inside = format!("{from}/");
        let moved = |path: &String| match path.strip_prefix(&inside) {
            Some(rest) => format!("{to}/{rest}"),
            None if *path == from => to.clone(),
            None => path.clone(),
        };
        self.files = self.files.drain().map(|(path, content)| (moved(&path), content)).collect();
        self.memory.folders = self.memory.folders.iter().map(moved).collect();
        self.memory.folders.insert(to);
        Ok(())
    }

    fn change_directory(&mut self, path: &str) -> HostResult<()> {
        let path = self.absolute(path);
        if !self.is_folder(&path) {
            return no_such_file();
        }
        self.memory.folder = path;
        Ok(())
    }

    fn set_variable(&mut self, name: &str, value: Option<&str>) -> HostResult<()> {
        match value {
            Some(value) => drop(self.memory.variables.insert(name.to_owned(), value.to_owned())),
            None => drop(self.memory.variables.remove(name)),
        }
        Ok(())
    }
}
