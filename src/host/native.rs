//! The host of an ordinary operating system.

use std::collections::BTreeMap;
use std::io::{IsTerminal, Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::fiber::{Fiber, FiberEntry};
use super::native_fiber::StackPool;
use super::native_files::OpenFiles;
use super::native_signals;
use super::{FileKind, Host, HostError, HostResult, Stream, Wakeup};

/// Which clock scripts see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Waiting takes time.
    Real,
    /// Waiting moves the clock: no time passes but by waiting.
    Virtual,
}

pub struct NativeHost {
    clock: Clock,
    start: Instant,
    virtual_now: Duration,
    interrupt: Arc<AtomicBool>,
    ignores_interrupts: bool,
    output: Vec<u8>,
    output_is_terminal: bool,
    output_is_unbuffered: bool,
    stacks: StackPool,
    pub(super) open_files: OpenFiles,
    /// How often chance was asked for.
    draws: u64,
    /// What the script has changed in the environment.
    pub(super) variables: BTreeMap<String, Option<String>>,
}

/// Output is written in pieces of this size unless it goes to a terminal.
const OUTPUT_BUFFER: usize = 8192;

impl NativeHost {
    /// A host whose interrupt flag is set by Ctrl-C.
    ///
    /// # Errors
    /// If the signal handler cannot be installed.
    pub fn new(clock: Clock) -> std::io::Result<NativeHost> {
        let interrupt = Arc::new(AtomicBool::new(false));
        let ignores_interrupts = native_signals::are_interrupts_ignored();
        signal_hook::flag::register(signal_hook::consts::SIGINT, interrupt.clone())?;
        Ok(NativeHost {
            clock,
            start: Instant::now(),
            virtual_now: Duration::ZERO,
            interrupt,
            ignores_interrupts,
            output: Vec::with_capacity(OUTPUT_BUFFER),
            output_is_terminal: std::io::stdout().is_terminal(),
            output_is_unbuffered: false,
            stacks: StackPool::default(),
            open_files: OpenFiles::new(),
            draws: 0,
            variables: BTreeMap::new(),
        })
    }

    /// Output is to be written at once.
    pub fn stop_buffering(&mut self) {
        self.output_is_unbuffered = true;
    }

    /// Waits until a line can be read from a terminal: a read itself would not be cut short by a
    /// signal.
    #[cfg(unix)]
    fn wait_for_typing(&self) -> HostResult<()> {
        use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
        use std::os::fd::AsFd;

        let stdin = std::io::stdin();
        if !stdin.is_terminal() {
            return Ok(());
        }
        let mut files = [PollFd::new(stdin.as_fd(), PollFlags::POLLIN)];
        // The signal may reach another thread, so the wait goes in slices.
        loop {
            match poll(&mut files, PollTimeout::from(50u8)) {
                Ok(0) | Err(nix::errno::Errno::EINTR) => {}
                // What else there is to say, reading says.
                _ => return Ok(()),
            }
            if self.interrupt.load(Ordering::Relaxed) {
                return Err(HostError::interrupted());
            }
        }
    }

    #[cfg(not(unix))]
    fn wait_for_typing(&self) -> HostResult<()> {
        Ok(())
    }

    fn flush_output(&mut self) -> HostResult<()> {
        let mut stdout = std::io::stdout().lock();
        let result = stdout.write_all(&self.output).and_then(|()| stdout.flush());
        self.output.clear();
        result.map_err(host_error)
    }
}

pub(crate) fn host_error(error: std::io::Error) -> HostError {
    let text = error.to_string();
    let message = text.split(" (os error").next().unwrap_or_default().to_owned();
    HostError { code: error.raw_os_error().unwrap_or(0), message }
}

impl Host for NativeHost {
    fn monotonic(&self) -> Duration {
        match self.clock {
            Clock::Real => self.start.elapsed(),
            Clock::Virtual => self.virtual_now,
        }
    }

    fn wall_clock(&self) -> Duration {
        match self.clock {
            Clock::Real => SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default(),
            // A fixed moment, so that two runs print the same: 2025-01-01T00:00:00Z.
            Clock::Virtual => Duration::from_secs(1_735_689_600) + self.virtual_now,
        }
    }

    fn process_time(&self) -> Duration {
        match self.clock {
            Clock::Real => self.start.elapsed(),
            Clock::Virtual => Duration::ZERO,
        }
    }

    fn wait_until(&mut self, deadline: Option<Duration>) -> Wakeup {
        // What the program has said so far should be seen while it waits.
        let _ = self.flush_output();
        if self.clock == Clock::Virtual
            && let Some(deadline) = deadline
        {
            self.virtual_now = self.virtual_now.max(deadline);
            return Wakeup::Deadline;
        }
        loop {
            if self.interrupt.load(Ordering::Relaxed) {
                return Wakeup::Interrupt;
            }
            let left = match deadline {
                Some(deadline) => deadline.saturating_sub(self.monotonic()),
                None => Duration::MAX,
            };
            if left.is_zero() {
                return Wakeup::Deadline;
            }
            // Sleeping is not cut short by a signal, so it goes in slices.
            std::thread::sleep(left.min(Duration::from_millis(50)));
        }
    }

    fn spend(&mut self, time: Duration) {
        self.virtual_now += time;
    }

    fn take_interrupt(&mut self) -> bool {
        self.interrupt.swap(false, Ordering::Relaxed)
    }

    fn exit(&mut self, status: i32) {
        std::process::exit(status);
    }

    fn ignores_interrupts(&self) -> bool {
        self.ignores_interrupts
    }

    fn interrupt_flag(&self) -> Arc<AtomicBool> {
        self.interrupt.clone()
    }

    fn write(&mut self, stream: Stream, bytes: &[u8]) -> HostResult<()> {
        match stream {
            Stream::Output => {
                self.output.extend_from_slice(bytes);
                if self.output_is_unbuffered
                    || self.output.len() >= OUTPUT_BUFFER
                    || self.output_is_terminal && bytes.contains(&b'\n')
                {
                    self.flush_output()?;
                }
                Ok(())
            }
            Stream::Error => std::io::stderr().write_all(bytes).map_err(host_error),
        }
    }

    fn flush(&mut self, stream: Stream) -> HostResult<()> {
        match stream {
            Stream::Output => self.flush_output(),
            Stream::Error => Ok(()),
        }
    }

    fn is_terminal(&self, stream: Stream) -> bool {
        match stream {
            Stream::Output => self.output_is_terminal,
            Stream::Error => std::io::stderr().is_terminal(),
        }
    }

    fn read_line(&mut self) -> HostResult<Vec<u8>> {
        self.wait_for_typing()?;
        let mut line = Vec::new();
        let mut stdin = std::io::stdin().lock();
        std::io::BufRead::read_until(&mut stdin, b'\n', &mut line).map_err(host_error)?;
        Ok(line)
    }

    fn read_file(&mut self, path: &str) -> HostResult<Vec<u8>> {
        let mut content = Vec::new();
        std::fs::File::open(path)
            .and_then(|mut file| file.read_to_end(&mut content))
            .map_err(host_error)?;
        Ok(content)
    }

    fn file_kind(&self, path: &str) -> Option<FileKind> {
        let metadata = std::fs::metadata(path).ok()?;
        Some(if metadata.is_file() {
            FileKind::File
        } else if metadata.is_dir() {
            FileKind::Directory
        } else {
            FileKind::Other
        })
    }

    fn entropy(&mut self, bytes: &mut [u8]) {
        if self.clock == Clock::Virtual {
            // Each call gives other bytes, and every run the same ones: the first zeros, then those
            // of a xorshift generator.
            let mut state = self.draws.wrapping_mul(0x9E37_79B9_7F4A_7C15);
            self.draws += 1;
            for byte in bytes {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                *byte = (state >> 56) as u8;
            }
            return;
        }
        let read = std::fs::File::open("/dev/urandom").and_then(|mut file| file.read_exact(bytes));
        if read.is_err() {
            // Without a source of entropy the clock must do.
            let mut state = self.wall_clock().as_nanos() as u64;
            for byte in bytes {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                *byte = (state >> 56) as u8;
            }
        }
    }

    fn environment(&self) -> Vec<(String, String)> {
        let mut variables: Vec<(String, String)> = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .filter(|(name, _)| !self.variables.contains_key(name))
            .collect();
        let changed = self.variables.iter();
        variables.extend(changed.filter_map(|(name, value)| Some((name.clone(), value.clone()?))));
        variables
    }

    fn environment_variable(&self, name: &str) -> Option<String> {
        match self.variables.get(name) {
            Some(changed) => changed.clone(),
            None => std::env::var(name).ok(),
        }
    }

    fn current_directory(&self) -> String {
        std::env::current_dir().map(|path| path.display().to_string()).unwrap_or_default()
    }

    fn fiber(&mut self, entry: FiberEntry) -> HostResult<Box<dyn Fiber>> {
        self.stacks.fiber(entry)
    }
}

impl Drop for NativeHost {
    fn drop(&mut self) {
        let _ = self.flush_output();
    }
}
