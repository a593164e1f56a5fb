//! Everything outside the program, as a trait: the core asks the host for time, output, source
//! files and chance, and never calls an operating system itself.

pub mod fiber;
pub mod files;
pub mod memory;
mod memory_files;
#[cfg(feature = "native")]
pub mod native;
#[cfg(feature = "native")]
pub mod native_fiber;
#[cfg(feature = "native")]
mod native_files;
#[cfg(feature = "native")]
mod native_signals;

use std::time::Duration;

/// Why a host could not do what it was asked.
#[derive(Clone, Debug)]
pub struct HostError {
    /// An `errno` of POSIX; 0 where there is none.
    pub code: i32,
    pub message: String,
}

/// `errno`'s EINTR.
const INTERRUPTED: i32 = 4;

impl HostError {
    /// An interrupt came first.
    pub fn interrupted() -> HostError {
        HostError { code: INTERRUPTED, message: "Interrupted system call".to_owned() }
    }

    pub fn is_interrupted(&self) -> bool {
        self.code == INTERRUPTED
    }
}

pub type HostResult<T> = Result<T, HostError>;

/// Where output goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    Output,
    Error,
}

/// What woke a host that was waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wakeup {
    /// The time has come.
    Deadline,
    /// An interrupt (Ctrl-C) arrived.
    Interrupt,
}

pub trait Host: files::Files {
    /// Time since some fixed moment; never goes back.
    fn monotonic(&self) -> Duration;
    /// Time since 1970 in UTC.
    fn wall_clock(&self) -> Duration;
    /// Processor time used so far.
    fn process_time(&self) -> Duration;
    /// Waits until `monotonic` has reached `deadline`; for ever without one. A host with a virtual
    /// clock moves its clock instead.
    fn wait_until(&mut self, deadline: Option<Duration>) -> Wakeup;
    /// A thread has computed for so long that others want to run. A virtual clock, which stands
    /// still meanwhile, moves on, lest those wait for ever whose deadline it does not reach.
    fn spend(&mut self, time: Duration) {
        let _ = time;
    }
    /// Ends the process at once; comes back where there is none to end.
    fn exit(&mut self, status: i32) {
        let _ = status;
    }
    /// Whether the program was started with interrupts ignored: it then keeps to that.
    fn ignores_interrupts(&self) -> bool {
        false
    }

    /// Whether anything outside can ever wake the program (signals, readiness).
    fn can_be_woken(&self) -> bool {
        false
    }
    /// Whether an interrupt has arrived since the last call.
    fn take_interrupt(&mut self) -> bool {
        false
    }
    /// A flag that becomes true when an interrupt arrives, cheap to look at.
    fn interrupt_flag(&self) -> std::sync::Arc<std::sync::atomic::AtomicBool>;
    fn write(&mut self, stream: Stream, bytes: &[u8]) -> HostResult<()>;
    fn flush(&mut self, stream: Stream) -> HostResult<()>;
    fn is_terminal(&self, stream: Stream) -> bool;
    /// One line of standard input with its end; empty at the end of input. If an interrupt arrives
    /// meanwhile, the error is [`HostError::interrupted`].
    fn read_line(&mut self) -> HostResult<Vec<u8>>;
    /// The content of a file: source text or data.
    fn read_file(&mut self, path: &str) -> HostResult<Vec<u8>>;
    /// What lies at a path.
    fn file_kind(&self, path: &str) -> Option<FileKind>;
    /// Unpredictable bytes.
    fn entropy(&mut self, bytes: &mut [u8]);
    /// The environment of the process.
    fn environment(&self) -> Vec<(String, String)>;
    /// One of the environment's variables.
    fn environment_variable(&self, name: &str) -> Option<String> {
        let mut variables = self.environment().into_iter();
        variables.find_map(|(known, value)| (known == name).then_some(value))
    }
    fn current_directory(&self) -> String;
    /// A native stack for a green thread, on which `entry` runs.
    ///
    /// # Errors
    /// Where there is no room for one, or no such thing at all.
    fn fiber(&mut self, entry: fiber::FiberEntry) -> HostResult<Box<dyn fiber::Fiber>> {
        drop(entry);
        Err(HostError { code: 0, message: "no native stacks".to_owned() })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    File,
    Directory,
    Other,
}
