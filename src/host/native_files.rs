//! Files of the operating system.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{IsTerminal, Read, Seek, SeekFrom, Write};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::files::{
    Entry, FileStatus, Files, KIND_DIRECTORY, KIND_FILE, KIND_LINK, OpenOptions, Whence,
};
use super::native::{NativeHost, host_error};
use super::{Host, HostError, HostResult, Stream};
use ouro_grammar::surrogate;

/// The files that a script has opened, by their numbers.
pub type OpenFiles = HashMap<i32, File>;

fn bad_file<T>() -> HostResult<T> {
    Err(HostError { code: 9, message: "Bad file descriptor".to_owned() })
}

/// A name of the system as text: bytes that are not UTF-8 become lone surrogates, as in CPython.
#[cfg(unix)]
fn text(name: &OsStr) -> String {
    use std::os::unix::ffi::OsStrExt;
    let mut text = String::new();
    for chunk in name.as_bytes().utf8_chunks() {
        text.push_str(chunk.valid());
        let escaped = chunk.invalid().iter();
        text.extend(
            escaped.filter_map(|&byte| surrogate::from_code_point(0xDC00 + u32::from(byte))),
        );
    }
    text
}

#[cfg(not(unix))]
fn text(name: &OsStr) -> String {
    name.to_string_lossy().into_owned()
}

/// The other way round.
#[cfg(unix)]
fn system(path: &str) -> OsString {
    use std::os::unix::ffi::OsStringExt;
    if !path.chars().any(surrogate::is_surrogate) {
        return path.into();
    }
    let mut bytes = Vec::new();
    for character in path.chars() {
        match surrogate::to_code_point(character) {
            code @ 0xDC80..=0xDCFF => bytes.push((code - 0xDC00) as u8),
            _ => bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    OsString::from_vec(bytes)
}

#[cfg(not(unix))]
fn system(path: &str) -> OsString {
    path.into()
}

fn moment(nanoseconds: i128) -> SystemTime {
    let magnitude = Duration::from_nanos(nanoseconds.unsigned_abs() as u64);
    if nanoseconds < 0 { UNIX_EPOCH - magnitude } else { UNIX_EPOCH + magnitude }
}

#[cfg(unix)]
fn status_of(metadata: &fs::Metadata) -> FileStatus {
    use std::os::unix::fs::MetadataExt;
    let time = |seconds: i64, rest: i64| i128::from(seconds) * 1_000_000_000 + i128::from(rest);
    FileStatus {
        mode: metadata.mode(),
        inode: metadata.ino(),
        device: metadata.dev(),
        links: metadata.nlink(),
        user: metadata.uid(),
        group: metadata.gid(),
        size: metadata.len(),
        times: [
            time(metadata.atime(), metadata.atime_nsec()),
            time(metadata.mtime(), metadata.mtime_nsec()),
            time(metadata.ctime(), metadata.ctime_nsec()),
        ],
    }
}

#[cfg(not(unix))]
fn status_of(metadata: &fs::Metadata) -> FileStatus {
    let time = |time: std::io::Result<SystemTime>| {
        let since = time.ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        since.map_or(0, |since| since.as_nanos() as i128)
    };
    let read_only = metadata.permissions().readonly();
    let permissions = if read_only { 0o444 } else { 0o666 };
    FileStatus {
        mode: kind_of(&metadata.file_type()) | permissions,
        links: 1,
        size: metadata.len(),
        times: [time(metadata.accessed()), time(metadata.modified()), time(metadata.created())],
        ..FileStatus::default()
    }
}

fn kind_of(kind: &fs::FileType) -> u32 {
    if kind.is_dir() {
        KIND_DIRECTORY
    } else if kind.is_symlink() {
        KIND_LINK
    } else if kind.is_file() {
        KIND_FILE
    } else {
        0
    }
}

#[cfg(unix)]
fn number_of(file: &File) -> i32 {
    use std::os::fd::AsRawFd;
    file.as_raw_fd()
}

#[cfg(not(unix))]
fn number_of(_: &File) -> i32 {
    use std::sync::atomic::{AtomicI32, Ordering};
    static NEXT: AtomicI32 = AtomicI32::new(3);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

impl NativeHost {
    fn opened(&self, file: i32) -> HostResult<&File> {
        match self.open_files.get(&file) {
            Some(file) => Ok(file),
            None => bad_file(),
        }
    }
}

impl Files for NativeHost {
    fn open(&mut self, path: &str, options: OpenOptions) -> HostResult<i32> {
        let mut open = fs::OpenOptions::new();
        open.read(options.read).write(options.write).append(options.append);
        open.create(options.create && !options.exclusive).create_new(options.exclusive);
        open.truncate(options.truncate);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut open, options.mode);
        let file = open.open(system(path)).map_err(host_error)?;
        let number = number_of(&file);
        self.open_files.insert(number, file);
        Ok(number)
    }

    fn close(&mut self, file: i32) -> HostResult<()> {
        match self.open_files.remove(&file) {
            Some(_) => Ok(()),
            None if (0..3).contains(&file) => Ok(()),
            None => bad_file(),
        }
    }

    fn read_from(&mut self, file: i32, limit: usize) -> HostResult<Vec<u8>> {
        let mut bytes = Vec::new();
        if file == 0 {
            // Through the buffer that `input` reads from.
            let mut stdin = std::io::stdin().lock();
            let mut part = vec![0; limit.min(1 << 16)];
            let count = stdin.read(&mut part).map_err(host_error)?;
            part.truncate(count);
            return Ok(part);
        }
        let mut opened = self.opened(file)?;
        let size = opened.metadata().map_or(0, |metadata| metadata.len());
        bytes.resize(limit.min((size as usize).max(1 << 16)), 0);
        loop {
            match opened.read(&mut bytes) {
                Ok(count) => {
                    bytes.truncate(count);
                    return Ok(bytes);
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(host_error(error)),
            }
        }
    }

    fn write_to(&mut self, file: i32, bytes: &[u8]) -> HostResult<usize> {
        let stream = match file {
            1 => Stream::Output,
            2 => Stream::Error,
            _ => return self.opened(file)?.write(bytes).map_err(host_error),
        };
        Host::write(self, stream, bytes)?;
        self.flush(stream)?;
        Ok(bytes.len())
    }

    fn seek(&mut self, file: i32, offset: i64, whence: Whence) -> HostResult<u64> {
        let place = match whence {
            Whence::Start => match u64::try_from(offset) {
                Ok(offset) => SeekFrom::Start(offset),
                Err(_) => {
                    return Err(HostError { code: 22, message: "Invalid argument".to_owned() });
                }
            },
            Whence::Current => SeekFrom::Current(offset),
            Whence::End => SeekFrom::End(offset),
        };
        if (0..3).contains(&file) {
            return Err(HostError { code: 29, message: "Illegal seek".to_owned() });
        }
        self.opened(file)?.seek(place).map_err(host_error)
    }

    fn truncate(&mut self, file: i32, size: u64) -> HostResult<()> {
        self.opened(file)?.set_len(size).map_err(host_error)
    }

    fn sync(&mut self, file: i32) -> HostResult<()> {
        self.opened(file)?.sync_all().map_err(host_error)
    }

    fn is_terminal_file(&self, file: i32) -> HostResult<bool> {
        match file {
            0 => Ok(std::io::stdin().is_terminal()),
            1 => Ok(std::io::stdout().is_terminal()),
            2 => Ok(std::io::stderr().is_terminal()),
            _ => Ok(self.opened(file)?.is_terminal()),
        }
    }

    fn file_status(&self, file: i32) -> HostResult<FileStatus> {
        if (0..3).contains(&file) {
            return self.status(&format!("/dev/fd/{file}"), true);
        }
        let metadata = self.opened(file)?.metadata().map_err(host_error)?;
        Ok(status_of(&metadata))
    }

    fn status(&self, path: &str, follow_links: bool) -> HostResult<FileStatus> {
        let path = system(path);
        let metadata = if follow_links { fs::metadata(path) } else { fs::symlink_metadata(path) };
        Ok(status_of(&metadata.map_err(host_error)?))
    }

    fn list(&self, path: &str) -> HostResult<Vec<Entry>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(system(path)).map_err(host_error)? {
            let entry = entry.map_err(host_error)?;
            let kind = entry.file_type().map_or(0, |kind| kind_of(&kind));
            entries.push((text(&entry.file_name()), kind));
        }
        Ok(entries)
    }

    fn make_directory(&mut self, path: &str, mode: u32) -> HostResult<()> {
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, mode);
        #[cfg(not(unix))]
        let _ = mode;
        builder.recursive(false).create(system(path)).map_err(host_error)
    }

    fn remove_directory(&mut self, path: &str) -> HostResult<()> {
        fs::remove_dir(system(path)).map_err(host_error)
    }

    fn remove(&mut self, path: &str) -> HostResult<()> {
        fs::remove_file(system(path)).map_err(host_error)
    }

    fn rename(&mut self, from: &str, to: &str) -> HostResult<()> {
        fs::rename(system(from), system(to)).map_err(host_error)
    }

    fn link(&mut self, from: &str, to: &str) -> HostResult<()> {
        fs::hard_link(system(from), system(to)).map_err(host_error)
    }

    #[cfg(unix)]
    fn symbolic_link(&mut self, target: &str, path: &str) -> HostResult<()> {
        std::os::unix::fs::symlink(system(target), system(path)).map_err(host_error)
    }

    fn read_link(&self, path: &str) -> HostResult<String> {
        let target = fs::read_link(system(path)).map_err(host_error)?;
        Ok(text(target.as_os_str()))
    }

    #[cfg(unix)]
    fn set_mode(&mut self, path: &str, mode: u32) -> HostResult<()> {
        use std::os::unix::fs::PermissionsExt;
        let permissions = fs::Permissions::from_mode(mode);
        fs::set_permissions(system(path), permissions).map_err(host_error)
    }

    fn set_times(&mut self, path: &str, accessed: i128, modified: i128) -> HostResult<()> {
        let times =
            fs::FileTimes::new().set_accessed(moment(accessed)).set_modified(moment(modified));
        let file = File::open(system(path)).map_err(host_error)?;
        file.set_times(times).map_err(host_error)
    }

    fn change_directory(&mut self, path: &str) -> HostResult<()> {
        std::env::set_current_dir(system(path)).map_err(host_error)
    }

    fn set_variable(&mut self, name: &str, value: Option<&str>) -> HostResult<()> {
        // The process's own environment stays as it is: changing it is not safe beside other
        // threads, and nothing but the script and what it starts looks at it.
        self.variables.insert(name.to_owned(), value.map(str::to_owned));
        Ok(())
    }

    fn process_ids(&self) -> (u32, u32, u32) {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let user = fs::metadata("/proc/self").map_or(0, |metadata| metadata.uid());
            (std::process::id(), std::os::unix::process::parent_id(), user)
        }
        #[cfg(not(unix))]
        (std::process::id(), 0, 0)
    }
}
