//! Native stacks for green threads: what the core asks of a host that has them.
//!
//! Natives run the dispatch loop nested, so a thread that is set aside in the middle of a `sort`
//! key or of an event loop leaves Rust frames behind: each green thread needs a stack of its own.

use std::rc::Rc;

/// What both sides of a switch work on. It is handed over with each switch, as each side must
/// count on the other one to have changed it.
pub type Shared = *mut ();

/// What runs on a fiber; it starts when the fiber is first resumed.
pub type FiberEntry = Box<dyn FnOnce(Rc<dyn Suspend>, Shared)>;

/// A stack of its own, and what runs there, seen from outside.
pub trait Fiber {
    /// Goes on until the fiber suspends itself or ends; true: it has ended.
    fn resume(&mut self, shared: Shared) -> bool;
}

/// A fiber seen from inside.
pub trait Suspend {
    /// Goes back to whoever resumed the fiber, until it is resumed again.
    fn suspend(&self, shared: Shared);
    /// The lowest address of the stack.
    fn stack_end(&self) -> usize;
}
