//! Green threads: `threading` without threads of the operating system.
//!
//! One thread of the interpreter runs at a time. It is set aside where CPython gives the GIL away:
//! when it blocks (a lock, `time.sleep`, the event loop's wait) and, while others could run, after
//! a slice of time, between two instructions. Since natives run the dispatch loop nested, each
//! thread but the main one has a native stack of its own, a [fiber](crate::host::fiber); the core
//! works without, and then no thread can be started.
//!
//! The main thread's stack is the hub. A thread that is set aside goes back to it; there
//! `scheduler` picks the next one and resumes its fiber, or goes on in the main thread. If nobody
//! can run, the host waits for the next deadline, or moves its virtual clock; if there is none, all
//! threads wait for each other, and the main thread gets an error that says so.
//!
//! Nothing of this costs anything while there is one thread. When others want to run, two limits
//! that the dispatch loop looks at anyway are lowered, so that jumps back and calls take their slow
//! path, where the slice is counted (`update_limits` in `scheduler`).

pub mod handle;
mod imports;
pub mod local;
pub mod lock;
mod scheduler;
mod switch;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;
use std::time::Duration;

use crate::host::fiber::{Fiber, Suspend};
use crate::object::frame::FramePointer;
use crate::object::heap::WeakId;
use crate::object::string::Str;
use crate::object::{Ref, Value};
use crate::vm::Vm;
use crate::vm::resumers::Resumers;

/// Numbers in the order of creation; never used twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThreadId(pub u64);

impl ThreadId {
    pub const MAIN: ThreadId = ThreadId(0);
}

/// Why a thread that was parked goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    /// Another thread woke it.
    Signal,
    Deadline,
    /// An interrupt arrived: [`Vm::attend`] delivers it. The main thread only.
    Interrupt,
    /// Nobody can ever wake it, nor anybody else. The main thread only.
    Deadlock,
}

/// What of the interpreter's state belongs to the thread that runs; see [`Vm::swap_thread_state`].
struct ThreadState {
    current: Option<FramePointer>,
    depth: u32,
    nested_runs: u32,
    native_depth: u32,
    stack_floor: usize,
    shown_containers: Vec<usize>,
    resumers: Resumers,
    handling: u32,
    context: Value,
    running_loop: Option<Value>,
    async_generator_hooks: Option<(Value, Value)>,
    origin_tracking_depth: u32,
}

impl ThreadState {
    /// What a thread starts with.
    fn new() -> ThreadState {
        ThreadState {
            current: None,
            depth: 0,
            nested_runs: 0,
            native_depth: 0,
            stack_floor: 0,
            shown_containers: Vec::new(),
            resumers: Resumers::default(),
            handling: 0,
            context: Value::Unbound,
            running_loop: None,
            async_generator_hooks: None,
            origin_tracking_depth: 0,
        }
    }
}

struct Thread {
    /// Holds what the interpreter had when the thread was set aside.
    state: ThreadState,
    /// The main thread has none.
    fiber: Option<Box<dyn Fiber>>,
    /// How it gets back to the hub; there once it runs.
    suspend: Option<Rc<dyn Suspend>>,
    parked: Option<Parked>,
    wake: Wake,
    /// The `threading.local` objects in which it has attributes.
    locals: Vec<WeakId>,
}

struct Parked {
    deadline: Option<Duration>,
    /// Orders threads whose deadlines are the same.
    number: u64,
    /// What it waits for, for reports.
    reason: &'static str,
}

impl Thread {
    fn new(fiber: Option<Box<dyn Fiber>>) -> Thread {
        Thread {
            state: ThreadState::new(),
            fiber,
            suspend: None,
            parked: None,
            wake: Wake::Signal,
            locals: Vec::new(),
        }
    }
}

/// How long a thread may run while others could, unless `sys.setswitchinterval` says otherwise.
const SWITCH_INTERVAL: Duration = Duration::from_millis(5);

/// The threads of an interpreter.
pub struct Threads {
    pub current: ThreadId,
    table: BTreeMap<ThreadId, Thread>,
    next_id: u64,
    runnable: VecDeque<ThreadId>,
    /// Those that wait with a deadline.
    sleeping: BTreeSet<(Duration, u64, ThreadId)>,
    next_park: u64,
    /// The limits are lowered so that the slice of the running thread is counted.
    attention: bool,
    slice: Slice,
    pub switch_interval: Duration,
    /// Where the interpreter was when the first thread started: fibers refer to it.
    home: usize,
    /// Threads that must end before the program may, by their handles.
    shutdown: Vec<Value>,
    /// Modules whose code runs, and the thread that runs it.
    importing: Vec<(Ref<Str>, ThreadId)>,
    /// Threads that wait for one of these modules.
    import_waiters: Vec<ThreadId>,
    /// `_thread._count()`.
    pub started: usize,
    /// `_thread.stack_size()`; what scripts wish, which has no effect.
    pub stack_size: i64,
}

/// How much the running thread has had of its time.
#[derive(Clone, Copy, Default)]
struct Slice {
    start: Duration,
    ticks: u32,
}

impl Default for Threads {
    fn default() -> Threads {
        let mut table = BTreeMap::new();
        table.insert(ThreadId::MAIN, Thread::new(None));
        Threads {
            current: ThreadId::MAIN,
            table,
            next_id: 1,
            runnable: VecDeque::new(),
            sleeping: BTreeSet::new(),
            next_park: 0,
            attention: false,
            slice: Slice::default(),
            switch_interval: SWITCH_INTERVAL,
            home: 0,
            shutdown: Vec::new(),
            importing: Vec::new(),
            import_waiters: Vec::new(),
            started: 0,
            stack_size: 0,
        }
    }
}

const FIRST_IDENT: i64 = 0x7f00_0000_0000;
const IDENT_STEP: i64 = 0x1000;

impl Threads {
    /// What `threading.get_ident()` gives: CPython's are addresses.
    pub fn ident(id: ThreadId) -> i64 {
        FIRST_IDENT + IDENT_STEP * id.0 as i64
    }

    /// The thread of an ident.
    pub fn id_of(ident: i64) -> Option<ThreadId> {
        let number = ident.checked_sub(FIRST_IDENT)? / IDENT_STEP;
        u64::try_from(number).ok().map(ThreadId)
    }

    pub fn is_alone(&self) -> bool {
        self.table.len() == 1
    }
}

impl Vm {
    /// Notes that the running thread has attributes in a `threading.local`.
    fn note_local(&mut self, local: WeakId) {
        let current = self.threads.current;
        if let Some(thread) = self.threads.table.get_mut(&current) {
            thread.locals.push(local);
        }
    }
}
