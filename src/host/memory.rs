//! A host without an operating system: virtual time, captured output, files in memory.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::memory_files::MemoryFiles;
use super::{FileKind, Host, HostError, HostResult, Stream, Wakeup};

/// For tests and for embedding where there is no operating system.
#[derive(Default)]
pub struct MemoryHost {
    pub now: Duration,
    pub output: Vec<u8>,
    pub errors: Vec<u8>,
    pub input: Vec<u8>,
    pub files: HashMap<String, Vec<u8>>,
    /// Where both streams go, in the order in which they are written to, if somebody wants that.
    merged: Option<Rc<RefCell<Vec<u8>>>>,
    interrupt: Arc<AtomicBool>,
    random_state: u64,
    pub(super) memory: MemoryFiles,
}

impl MemoryHost {
    /// A host whose two streams go to one place.
    pub fn merging() -> MemoryHost {
        MemoryHost { merged: Some(Rc::default()), ..MemoryHost::default() }
    }

    /// What has been written to both streams of a merging host, shared with it.
    pub fn merged_output(&self) -> Rc<RefCell<Vec<u8>>> {
        self.merged.clone().unwrap_or_default()
    }
}

impl Host for MemoryHost {
    fn monotonic(&self) -> Duration {
        self.now
    }

    fn wall_clock(&self) -> Duration {
        self.now
    }

    fn process_time(&self) -> Duration {
        self.now
    }

    fn wait_until(&mut self, deadline: Option<Duration>) -> Wakeup {
        if let Some(deadline) = deadline {
            self.now = self.now.max(deadline);
        }
        Wakeup::Deadline
    }

    fn spend(&mut self, time: Duration) {
        self.now += time;
    }

    fn interrupt_flag(&self) -> Arc<AtomicBool> {
        self.interrupt.clone()
    }

    fn write(&mut self, stream: Stream, bytes: &[u8]) -> HostResult<()> {
        if let Some(merged) = &self.merged {
            merged.borrow_mut().extend_from_slice(bytes);
            return Ok(());
        }
        match stream {
            Stream::Output => self.output.extend_from_slice(bytes),
            Stream::Error => self.errors.extend_from_slice(bytes),
        }
        Ok(())
    }

    fn flush(&mut self, _: Stream) -> HostResult<()> {
        Ok(())
    }

    fn is_terminal(&self, _: Stream) -> bool {
        false
    }

    fn read_line(&mut self) -> HostResult<Vec<u8>> {
        let end = memchr::memchr(b'\n', &self.input).map_or(self.input.len(), |at| at + 1);
        Ok(self.input.drain(..end).collect())
    }

    fn read_file(&mut self, path: &str) -> HostResult<Vec<u8>> {
        self.files
            .get(path)
            .cloned()
            .ok_or_else(|| HostError { code: 2, message: "No such file or directory".to_owned() })
    }

    fn file_kind(&self, path: &str) -> Option<FileKind> {
        if self.files.contains_key(path) {
            return Some(FileKind::File);
        }
        let folder = format!("{}/", path.trim_end_matches('/'));
        self.files.keys().any(|file| file.starts_with(&folder)).then_some(FileKind::Directory)
    }

    fn entropy(&mut self, bytes: &mut [u8]) {
        // SplitMix64: repeatable, which is what tests want.
        for byte in bytes {
            self.random_state = self.random_state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut mixed = self.random_state;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            *byte = (mixed >> 56) as u8;
        }
    }

    fn environment(&self) -> Vec<(String, String)> {
        self.memory.variables.clone().into_iter().collect()
    }

    fn current_directory(&self) -> String {
        if self.memory.folder.is_empty() { "/".to_owned() } else { self.memory.folder.clone() }
    }
}
