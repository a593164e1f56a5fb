//! The world as a session sees it: a host around the real one that owns the session's clock, notes
//! what the program was told and what it printed, and can tell and swallow it again.
//!
//! That is what makes going back possible: a session is run anew from its start with the same
//! answers, and its output is compared instead of shown.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::{HashSet, VecDeque};
use std::hash::Hasher;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use siphasher::sip::SipHasher13;

use crate::host::fiber::{Fiber, FiberEntry};
use crate::host::{FileKind, Host, HostError, HostResult, Stream, Wakeup};
use crate::vm::system::Settings;

/// Which clock a session runs by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockKind {
    /// Waiting moves the clock; between entries it stands still.
    Virtual,
    /// Time passes by itself.
    Real,
}

/// What the world has answered: the question, and a `HostResult`.
#[derive(Clone, Debug)]
pub struct Answer(&'static str, Rc<dyn Any>);

/// What became of an input: enough to repeat it and to see that the repetition is the same.
#[derive(Clone, Debug, Default)]
pub struct Record {
    pub answers: Vec<Answer>,
    /// A digest of what was printed, addresses left out.
    pub printed: u64,
    /// Why the input cannot be repeated.
    pub obstacle: Option<&'static str>,
    /// Why what it did cannot be taken back.
    pub lasting: Option<&'static str>,
    /// The files that it opened and left open.
    pub opened: Vec<i32>,
}

/// The host that all interpreters of a session share.
pub type Outside = Rc<RefCell<Box<dyn Host>>>;

/// The part of a [`SessionHost`] that the session keeps its hands on.
pub struct World {
    outside: Outside,
    /// What every interpreter of the session is started with.
    pub settings: Settings,
    interrupt: Arc<AtomicBool>,
    clock: Cell<ClockKind>,
    /// The time at which a virtual clock stands, or a real one was started.
    now: Cell<Duration>,
    /// What the outside's clock showed when the real clock was started.
    started: Cell<Duration>,
    record: RefCell<Record>,
    digest: RefCell<SipHasher13>,
    /// Answers still to be given, when the past is repeated.
    replay: RefCell<Option<VecDeque<Answer>>>,
    /// Output goes nowhere.
    pub muted: Cell<bool>,
    /// Output waits here instead of being shown: something else is on the screen.
    pub held: RefCell<Option<Vec<u8>>>,
    /// Whether the last output ended its line.
    at_line_start: Cell<bool>,
    chance: RefCell<Chance>,
    /// The variables of the environment, as the session found them.
    environment: Rc<[(String, String)]>,
    /// The files that are open.
    open_files: RefCell<HashSet<i32>>,
}

/// What is the same whenever a session is repeated, and another for each session.
#[derive(Clone)]
pub struct Origin {
    clock: ClockKind,
    settings: Settings,
    /// Where randomness comes from.
    seed: (u64, u64),
    environment: Rc<[(String, String)]>,
}

impl Origin {
    pub fn new(outside: &Outside, clock: ClockKind, settings: Settings) -> Origin {
        let mut bytes = [0; 16];
        outside.borrow_mut().entropy(&mut bytes);
        let number = u128::from_le_bytes(bytes);
        let environment = outside.borrow().environment().into();
        Origin { clock, settings, seed: (number as u64, (number >> 64) as u64), environment }
    }
}

/// Random bytes that follow from a seed.
struct Chance {
    seed: (u64, u64),
    blocks: u64,
}

impl Chance {
    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let mut hasher = SipHasher13::new_with_keys(self.seed.0, self.seed.1);
            hasher.write_u64(self.blocks);
            self.blocks += 1;
            chunk.copy_from_slice(&hasher.finish().to_le_bytes()[..chunk.len()]);
        }
    }
}

impl World {
    pub fn new(outside: Outside, origin: &Origin) -> Rc<World> {
        let interrupt = outside.borrow().interrupt_flag();
        let started = outside.borrow().monotonic();
        Rc::new(World {
            outside,
            settings: origin.settings.clone(),
            interrupt,
            clock: Cell::new(origin.clock),
            now: Cell::new(Duration::ZERO),
            started: Cell::new(started),
            record: RefCell::default(),
            digest: RefCell::new(SipHasher13::new()),
            replay: RefCell::new(None),
            muted: Cell::new(false),
            held: RefCell::new(None),
            at_line_start: Cell::new(true),
            chance: RefCell::new(Chance { seed: origin.seed, blocks: 0 }),
            environment: origin.environment.clone(),
            open_files: RefCell::default(),
        })
    }

    pub fn clock(&self) -> ClockKind {
        self.clock.get()
    }

    /// Changes the clock; the time goes on from where it is.
    pub fn set_clock(&self, clock: ClockKind) {
        self.now.set(self.time());
        self.started.set(self.outside.borrow().monotonic());
        self.clock.set(clock);
    }

    /// The session's time: how long it has lasted by its own clock.
    pub fn time(&self) -> Duration {
        match self.clock.get() {
            ClockKind::Virtual => self.now.get(),
            ClockKind::Real => {
                let passed = self.outside.borrow().monotonic().saturating_sub(self.started.get());
                self.now.get() + passed
            }
        }
    }

    /// Moves a virtual clock forward.
    pub fn move_to(&self, time: Duration) {
        self.now.set(self.now.get().max(time));
    }

    /// Time by the clock on the wall, whatever the session's clock.
    pub fn real_time(&self) -> Duration {
        self.outside.borrow().monotonic()
    }

    /// Starts the record of an input; when the past is repeated, with the answers of then.
    pub fn begin(&self, answers: Option<Vec<Answer>>) {
        let mut record = Record::default();
        if self.clock.get() == ClockKind::Real {
            record.obstacle = Some("ran by the real clock");
        }
        self.record.replace(record);
        self.digest.replace(SipHasher13::new());
        self.replay.replace(answers.map(VecDeque::from));
    }

    /// Ends the record of an input.
    pub fn end(&self) -> Record {
        let mut record = self.record.take();
        record.printed = self.digest.borrow().finish();
        self.replay.replace(None);
        record
    }

    /// Says why the present input cannot be repeated.
    pub fn obstruct(&self, reason: &'static str) {
        self.record.borrow_mut().obstacle.get_or_insert(reason);
    }

    /// Ends the line that output has left unfinished.
    pub fn finish_line(&self) {
        if !self.at_line_start.get() {
            self.show(Stream::Output, b"\n");
        }
    }

    /// Shows something that is not the program's.
    pub fn show(&self, stream: Stream, bytes: &[u8]) {
        if self.muted.get() || bytes.is_empty() {
            return;
        }
        self.at_line_start.set(bytes.ends_with(b"\n"));
        if let Some(held) = &mut *self.held.borrow_mut() {
            held.extend_from_slice(bytes);
            return;
        }
        // Who cannot be told cannot be told that either.
        let _ = self.outside.borrow_mut().write(stream, bytes);
    }

    /// Sends what has been shown so far on its way.
    pub fn flush(&self) {
        if !self.muted.get() {
            let _ = self.outside.borrow_mut().flush(Stream::Output);
        }
    }

    pub fn outside(&self) -> &Outside {
        &self.outside
    }

    /// What the outside answers, or, when the past is repeated, what it answered then.
    ///
    /// # Errors
    /// What the outside says, or that the past was different.
    pub fn answered<T: Clone + 'static>(
        &self,
        question: &'static str,
        ask: impl FnOnce(&World) -> HostResult<T>,
    ) -> HostResult<T> {
        let next = self.replay.borrow_mut().as_mut().map(VecDeque::pop_front);
        let answer = match next {
            None => ask(self),
            Some(Some(Answer(asked, answer))) if asked == question => {
                answer.downcast_ref().cloned().unwrap_or_else(|| Err(different_past()))
            }
            Some(_) => Err(different_past()),
        };
        self.record.borrow_mut().answers.push(Answer(question, Rc::new(answer.clone())));
        answer
    }

    // ── files ──

    pub fn opened(&self, file: i32) {
        self.open_files.borrow_mut().insert(file);
        self.record.borrow_mut().opened.push(file);
    }

    pub fn closed(&self, file: i32) {
        self.use_file(file);
        self.open_files.borrow_mut().remove(&file);
        self.record.borrow_mut().opened.retain(|opened| *opened != file);
    }

    /// The position in a file that an earlier input has opened does not go back.
    pub fn use_file(&self, file: i32) {
        let mut record = self.record.borrow_mut();
        if self.open_files.borrow().contains(&file) && !record.opened.contains(&file) {
            record.lasting.get_or_insert("used a file that was open before");
        }
    }

    pub fn change_process(&self) {
        let reason = "changed the working directory or the environment";
        self.record.borrow_mut().lasting.get_or_insert(reason);
    }
}

/// The host of a session's interpreter.
pub struct SessionHost {
    pub(super) world: Rc<World>,
}

impl SessionHost {
    pub fn new(world: Rc<World>) -> SessionHost {
        SessionHost { world }
    }
}

/// The past was different: the program asks for what it did not ask for then.
fn different_past() -> HostError {
    HostError { code: 5, message: "Input/output error".to_owned() }
}

impl Host for SessionHost {
    fn monotonic(&self) -> Duration {
        self.world.time()
    }

    fn wall_clock(&self) -> Duration {
        match self.world.clock.get() {
            ClockKind::Real => self.world.outside.borrow().wall_clock(),
            // A fixed moment, so that every session prints the same: 2025-01-01T00:00:00Z.
            ClockKind::Virtual => Duration::from_secs(1_735_689_600) + self.world.now.get(),
        }
    }

    fn process_time(&self) -> Duration {
        match self.world.clock.get() {
            ClockKind::Real => self.world.outside.borrow().process_time(),
            ClockKind::Virtual => Duration::ZERO,
        }
    }

    fn wait_until(&mut self, deadline: Option<Duration>) -> Wakeup {
        let world = &self.world;
        match (world.clock.get(), deadline) {
            (ClockKind::Virtual, Some(deadline)) => {
                world.flush();
                world.move_to(deadline);
                Wakeup::Deadline
            }
            (_, deadline) => {
                let begin = world.now.get();
                let started = world.started.get();
                let outside = deadline.map(|deadline| started + deadline.saturating_sub(begin));
                world.outside.borrow_mut().wait_until(outside)
            }
        }
    }

    fn can_be_woken(&self) -> bool {
        self.world.outside.borrow().can_be_woken()
    }

    fn take_interrupt(&mut self) -> bool {
        let arrived = self.world.outside.borrow_mut().take_interrupt();
        if arrived {
            self.world.obstruct("was interrupted");
        }
        arrived
    }

    fn exit(&mut self, status: i32) {
        self.world.outside.borrow_mut().exit(status);
    }

    fn ignores_interrupts(&self) -> bool {
        self.world.outside.borrow().ignores_interrupts()
    }

    fn interrupt_flag(&self) -> Arc<AtomicBool> {
        self.world.interrupt.clone()
    }

    fn write(&mut self, stream: Stream, bytes: &[u8]) -> HostResult<()> {
        let world = &self.world;
        digest(&mut world.digest.borrow_mut(), bytes);
        if world.muted.get() {
            return Ok(());
        }
        if !bytes.is_empty() {
            world.at_line_start.set(bytes.ends_with(b"\n"));
        }
        if let Some(held) = &mut *world.held.borrow_mut() {
            held.extend_from_slice(bytes);
            return Ok(());
        }
        let mut outside = world.outside.borrow_mut();
        if stream == Stream::Error {
            // Both go to one place here: what was printed first is seen first.
            outside.flush(Stream::Output)?;
        }
        outside.write(stream, bytes)
    }

    fn flush(&mut self, stream: Stream) -> HostResult<()> {
        match self.world.muted.get() {
            true => Ok(()),
            false => self.world.outside.borrow_mut().flush(stream),
        }
    }

    fn is_terminal(&self, stream: Stream) -> bool {
        self.world.outside.borrow().is_terminal(stream)
    }

    fn read_line(&mut self) -> HostResult<Vec<u8>> {
        self.world.answered("read_line", |world| {
            world.flush();
            let line = world.outside.borrow_mut().read_line();
            world.at_line_start.set(true);
            line
        })
    }

    fn read_file(&mut self, path: &str) -> HostResult<Vec<u8>> {
        self.world.answered("read_file", |world| world.outside.borrow_mut().read_file(path))
    }

    fn file_kind(&self, path: &str) -> Option<FileKind> {
        let ask = |world: &World| Ok(world.outside.borrow().file_kind(path));
        self.world.answered("file_kind", ask).unwrap_or_default()
    }

    fn entropy(&mut self, bytes: &mut [u8]) {
        match self.world.clock.get() {
            ClockKind::Real => self.world.outside.borrow_mut().entropy(bytes),
            ClockKind::Virtual => self.world.chance.borrow_mut().fill(bytes),
        }
    }

    fn spend(&mut self, time: Duration) {
        if self.world.clock.get() == ClockKind::Virtual {
            self.world.now.set(self.world.now.get() + time);
        }
    }

    fn fiber(&mut self, entry: FiberEntry) -> HostResult<Box<dyn Fiber>> {
        self.world.outside.borrow_mut().fiber(entry)
    }

    fn environment(&self) -> Vec<(String, String)> {
        self.world.environment.to_vec()
    }

    fn current_directory(&self) -> String {
        let ask = |world: &World| Ok(world.outside.borrow().current_directory());
        self.world.answered("current_directory", ask).unwrap_or_default()
    }
}

/// Adds output to a digest, but not the digits of addresses, which are new each time.
fn digest(hasher: &mut SipHasher13, bytes: &[u8]) {
    let mut rest = bytes;
    while let Some(place) = memchr::memmem::find(rest, b"0x") {
        let (before, address) = rest.split_at(place + 2);
        hasher.write(before);
        let digits = address.iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
        if digits < 6 {
            hasher.write(&address[..digits]);
        }
        rest = &address[digits..];
    }
    hasher.write(rest);
}
