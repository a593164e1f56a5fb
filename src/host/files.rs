//! Files and folders, as a host gives them.
//!
//! An open file is a number, as on POSIX; 0 to 2 are the standard streams. Whatever a host does not
//! have fails as a kernel without that call would.

use super::{HostError, HostResult};

/// How a file is opened.
#[derive(Clone, Copy, Debug, Default)]
pub struct OpenOptions {
    pub read: bool,
    pub write: bool,
    pub append: bool,
    pub create: bool,
    /// The file must not exist yet.
    pub exclusive: bool,
    pub truncate: bool,
    /// Permissions of a new file.
    pub mode: u32,
}

/// Where a position is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whence {
    Start,
    Current,
    End,
}

/// What is known about a file.
#[derive(Clone, Copy, Debug, Default)]
pub struct FileStatus {
    /// Kind and permissions, as on POSIX.
    pub mode: u32,
    pub inode: u64,
    pub device: u64,
    pub links: u64,
    pub user: u32,
    pub group: u32,
    pub size: u64,
    /// Times of access, modification and change, in nanoseconds since 1970.
    pub times: [i128; 3],
}

/// An entry of a folder: its name and its kind as the bits of a mode.
pub type Entry = (String, u32);

pub const KIND_FILE: u32 = 0o100_000;
pub const KIND_DIRECTORY: u32 = 0o040_000;
pub const KIND_LINK: u32 = 0o120_000;
pub const KIND_MASK: u32 = 0o170_000;

fn missing<T>() -> HostResult<T> {
    Err(HostError { code: 38, message: "Function not implemented".to_owned() })
}

/// Each function fails with what the operating system says.
pub trait Files {
    fn open(&mut self, path: &str, options: OpenOptions) -> HostResult<i32> {
        let _ = (path, options);
        missing()
    }
    fn close(&mut self, file: i32) -> HostResult<()> {
        let _ = file;
        missing()
    }
    /// Up to `limit` bytes; none at the end of the file.
    fn read_from(&mut self, file: i32, limit: usize) -> HostResult<Vec<u8>> {
        let _ = (file, limit);
        missing()
    }
    /// How many of the bytes were written.
    fn write_to(&mut self, file: i32, bytes: &[u8]) -> HostResult<usize> {
        let _ = (file, bytes);
        missing()
    }
    fn seek(&mut self, file: i32, offset: i64, whence: Whence) -> HostResult<u64> {
        let _ = (file, offset, whence);
        missing()
    }
    fn truncate(&mut self, file: i32, size: u64) -> HostResult<()> {
        let _ = (file, size);
        missing()
    }
    fn sync(&mut self, file: i32) -> HostResult<()> {
        let _ = file;
        missing()
    }
    fn is_terminal_file(&self, file: i32) -> HostResult<bool> {
        let _ = file;
        missing()
    }
    fn file_status(&self, file: i32) -> HostResult<FileStatus> {
        let _ = file;
        missing()
    }
    fn status(&self, path: &str, follow_links: bool) -> HostResult<FileStatus> {
        let _ = (path, follow_links);
        missing()
    }
    fn list(&self, path: &str) -> HostResult<Vec<Entry>> {
        let _ = path;
        missing()
    }
    fn make_directory(&mut self, path: &str, mode: u32) -> HostResult<()> {
        let _ = (path, mode);
        missing()
    }
    fn remove_directory(&mut self, path: &str) -> HostResult<()> {
        let _ = path;
        missing()
    }
    fn remove(&mut self, path: &str) -> HostResult<()> {
        let _ = path;
        missing()
    }
    fn rename(&mut self, from: &str, to: &str) -> HostResult<()> {
        let _ = (from, to);
        missing()
    }
    /// A second name for a file.
    fn link(&mut self, from: &str, to: &str) -> HostResult<()> {
        let _ = (from, to);
        missing()
    }
    fn symbolic_link(&mut self, target: &str, path: &str) -> HostResult<()> {
        let _ = (target, path);
        missing()
    }
    fn read_link(&self, path: &str) -> HostResult<String> {
        let _ = path;
        missing()
    }
    fn set_mode(&mut self, path: &str, mode: u32) -> HostResult<()> {
        let _ = (path, mode);
        missing()
    }
    /// Times of access and modification in nanoseconds since 1970.
    fn set_times(&mut self, path: &str, accessed: i128, modified: i128) -> HostResult<()> {
        let _ = (path, accessed, modified);
        missing()
    }
    fn change_directory(&mut self, path: &str) -> HostResult<()> {
        let _ = path;
        missing()
    }
    /// Sets or removes a variable of the environment.
    fn set_variable(&mut self, name: &str, value: Option<&str>) -> HostResult<()> {
        let _ = (name, value);
        missing()
    }
    /// The process, its parent, and the user.
    fn process_ids(&self) -> (u32, u32, u32) {
        (1, 0, 0)
    }
}
