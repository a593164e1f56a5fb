//! Frames: one activation of a code object.
//!
//! A frame is a heap object whose slots are its variables and, behind them, its operand stack. A
//! generator, coroutine or async generator *is* its frame: the object that a script holds and the
//! activation that the VM runs are one. Frames in execution are linked by bare pointers from callee
//! to caller; each plain frame of that chain is kept alive by one count that the chain owns, each
//! generator's frame by the operand stack of whoever runs it.
//!
//! How the running frame looks to the dispatch loop is [`Registers`]. What both do without checks
//! is sound because `crate::code::verify` has checked that every slot, constant and jump target is in
//! range and that the stack stays within its bounds; debug builds check again.

mod registers;

use std::cell::{Cell, OnceCell, RefCell};
use std::ptr::NonNull;

use crate::code::op::Op;
use crate::object::code::{CodeObject, Instruction, LinkedCode};
use crate::object::exception::Exception;
use crate::object::function::Function;
use crate::object::heap::{self, Header, HeapObject, ObjectRef, OptionalRef, Ref};
use crate::object::kinds::Kind;
use crate::object::native::NativeObject;
use crate::object::tuple::Tuple;
use crate::object::value::Value;

pub use registers::{
    AWAIT_LENGTH, ArgumentPlaces, FunctionCall, Nowhere, Position, Registers, other_operation,
    take_by_words,
};

/// Where a frame is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameState {
    /// A generator that has not been started.
    Created,
    /// At a `yield` or `await`, and the outermost of its chain.
    Suspended,
    /// Running, or below a running frame.
    Running,
    /// Run by another generator through `yield from` or `await`, whether that one is running or not.
    Delegated,
    Finished,
}

pub struct Frame {
    pub function: Ref<Function>,
    /// What the function's code has been linked to; the function keeps it.
    linked: NonNull<LinkedCode>,
    caller: Cell<Option<FramePointer>>,
    /// Of a suspended generator: the innermost frame of its chain, where it goes on.
    innermost: Cell<Option<FramePointer>>,
    /// The exception that an `except` or `finally` of this frame is handling.
    pub handled: OptionalRef<Exception>,
    rare: OnceCell<Box<RefCell<RareState>>>,
    /// The next instruction, while the frame is not in registers.
    next: Cell<*const Instruction>,
    /// Behind the last slot that holds a value, while the frame is not in registers.
    top: Cell<*mut Value>,
    /// How many slots the frame has; `u16::MAX`: ask the code.
    room: u16,
    /// Of a suspended generator: how many frames its chain has.
    pub chain_length: Cell<u32>,
    pub state: Cell<FrameState>,
    pub flags: Cell<u8>,
}

/// When this frame returns, the nested run of the VM that started it ends.
pub const FRAME_ENTRY: u8 = 1;
/// This frame is an `__init__`: its result must be None and the instance, already on the caller's
/// stack, is the result of the call.
pub const FRAME_CONSTRUCTOR: u8 = 2;
/// The frame's slots are in motion: it is being executed, or below one that is.
const FRAME_EXECUTING: u8 = 4;
/// An async generator that has told the loop's hooks about itself.
pub const FRAME_HOOKED: u8 = 8;
/// An async generator that is closed or being closed.
pub const FRAME_CLOSED: u8 = 16;
/// A generator that may be awaited (`types.coroutine`).
pub const FRAME_ITERABLE_COROUTINE: u8 = 32;
/// An async generator that is working on an item, whether it is suspended in an `await` or not.
pub const FRAME_ASYNC_RUNNING: u8 = 64;
/// What lies on top of the operand stack stands for the native coroutine that is awaited.
const FRAME_STAND_IN: u8 = 128;

/// This frame is a special method that an operator calls: its result takes the place of the two
/// operands, which are still on the caller's stack.
pub const FRAME_OPERATOR: u8 = 128;

/// What few frames have.
#[derive(Default)]
pub struct RareState {
    /// The mapping of locals of a class body or `exec`.
    pub locals: Option<Value>,
    pub name: Option<Value>,
    pub qualname: Option<Value>,
    /// The async generator finaliser of the loop it was first run under.
    pub finalizer: Option<Value>,
    /// Where a coroutine was made, when that is recorded.
    pub origin: Option<Value>,
    /// A dict of names that were added through `f_locals` and are no variables.
    pub extra_locals: Option<Value>,
}

impl HeapObject for Frame {
    const KIND: Kind = Kind::Frame;
    const SLOTS: bool = true;

    #[inline]
    fn slot_count(&self) -> usize {
        self.slots()
    }

    #[inline]
    fn live_slots(&self) -> usize {
        (self.top.get().addr() - self.first_slot_address()) / size_of::<Value>()
    }

    fn slots_settled(&self) -> bool {
        self.flags.get() & FRAME_EXECUTING == 0
    }

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        visit(self.function.as_object());
        self.handled.visit(visit);
        if let Some(rare) = self.rare.get() {
            let rare = rare.borrow();
            let names = [&rare.name, &rare.qualname, &rare.origin];
            let others = [&rare.locals, &rare.finalizer, &rare.extra_locals];
            let values = names.into_iter().chain(others);
            values.flatten().for_each(|value| value.visit(visit));
        }
    }

    fn needs_finalizer(&self) -> bool {
        crate::vm::finalize::frame_needs_finalizer(self)
    }
}

#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<Frame>() == 72);

impl Frame {
    /// Where the slots lie: right behind the payload.
    #[inline(always)]
    fn first_slot_address(&self) -> usize {
        const { assert!(size_of::<Frame>().is_multiple_of(8)) };
        std::ptr::from_ref(self).addr() + size_of::<Frame>()
    }

    #[inline(always)]
    fn slots(&self) -> usize {
        match self.room {
            u16::MAX => self.linked().slot_count as usize,
            room => room as usize,
        }
    }

    pub fn rare<R>(&self, read: impl FnOnce(&RareState) -> R) -> R {
        match self.rare.get() {
            Some(rare) => read(&rare.borrow()),
            None => read(&RareState::default()),
        }
    }

    pub fn rare_mut<R>(&self, change: impl FnOnce(&mut RareState) -> R) -> R {
        change(&mut self.rare.get_or_init(Box::default).borrow_mut())
    }

    #[inline]
    pub fn has_flag(&self, flag: u8) -> bool {
        self.flags.get() & flag != 0
    }

    /// Whether something lies on the operand stack in place of a coroutine.
    #[inline(always)]
    pub fn has_stand_in(&self) -> bool {
        self.has_flag(FRAME_STAND_IN)
    }

    #[inline]
    pub fn set_flag(&self, flag: u8) {
        self.flags.set(self.flags.get() | flag);
    }

    #[inline]
    pub fn clear_flag(&self, flag: u8) {
        self.flags.set(self.flags.get() & !flag);
    }

    #[inline(always)]
    pub fn code(&self) -> &Ref<CodeObject> {
        &self.function.code
    }

    /// What the frame runs.
    #[inline(always)]
    pub fn linked(&self) -> &LinkedCode {
        // SAFETY: code that is linked stays so, a function keeps its code, and the frame the function.
        unsafe { self.linked.as_ref() }
    }

    /// The index of the next instruction.
    #[inline]
    pub fn pc(&self) -> u32 {
        // SAFETY: `next` points into the code's instructions.
        unsafe { self.next.get().offset_from(self.linked().instructions.as_ptr()) as u32 }
    }

    /// Sets the next instruction.
    ///
    /// # Panics
    /// If the code has no such instruction.
    pub fn set_pc(&self, pc: u32) {
        self.next.set(&raw const self.linked().instructions[pc as usize]);
    }

    /// Jumps by the operand of a jump instruction, the one before the next.
    ///
    /// # Panics
    /// If the code has no such instruction.
    pub fn jump(&self, distance: u32) {
        self.set_pc(self.pc().wrapping_add(distance));
    }

    /// The line the frame is at.
    pub fn line(&self) -> u32 {
        let code = self.code();
        let op = (self.pc() as usize).saturating_sub(1);
        if self.state.get() == FrameState::Created {
            code.code.first_line
        } else {
            code.code.line(op)
        }
    }
}

/// A bare pointer to a live frame. It is `Copy` and counts nothing: see the module's text for what
/// keeps the frame alive.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct FramePointer(NonNull<Header>);

impl std::ops::Deref for FramePointer {
    type Target = Frame;

    #[inline(always)]
    fn deref(&self) -> &Frame {
        // SAFETY: pointers are kept only in the chain of frames in execution, in suspended chains
        // and in registers; all of them live as long as the frame (see the module's text).
        unsafe { Ref::<Frame>::payload(self.0) }
    }
}

impl FramePointer {
    /// The pointer of a frame that somebody else keeps alive.
    #[inline(always)]
    pub fn of(frame: &Ref<Frame>) -> FramePointer {
        FramePointer(frame.as_raw())
    }

    /// A new count for the frame.
    #[inline(always)]
    pub fn to_ref(self) -> Ref<Frame> {
        // SAFETY: the frame is alive; the count that `from_raw` takes over is given back by
        // `into_raw`, so that in the end one has been added.
        unsafe {
            let frame = Ref::<Frame>::from_raw(self.0);
            let counted = frame.clone();
            frame.into_raw();
            counted
        }
    }

    #[inline(always)]
    pub fn caller(self) -> Option<FramePointer> {
        self.caller.get()
    }

    #[inline(always)]
    pub fn set_caller(self, caller: Option<FramePointer>) {
        self.caller.set(caller);
    }

    #[inline]
    pub fn innermost(self) -> Option<FramePointer> {
        self.innermost.get()
    }

    #[inline]
    pub fn set_innermost(self, frame: Option<FramePointer>) {
        self.innermost.set(frame);
    }

    /// Marks the frame as being in execution: its slots belong to the registers.
    #[inline(always)]
    pub fn set_executing(self) {
        self.set_flag(FRAME_EXECUTING);
    }

    /// Marks the slots as settled: the frame is suspended or over.
    #[inline(always)]
    pub fn set_settled(self) {
        self.clear_flag(FRAME_EXECUTING);
    }

    #[inline(always)]
    fn first_slot(self) -> *mut Value {
        // SAFETY: the frame is alive.
        unsafe { Ref::<Frame>::first_slot(self.0) }
    }

    #[inline(always)]
    fn slot(self, index: usize) -> *mut Value {
        debug_assert!(index < self.slots());
        // SAFETY: the frame is alive and has that many slots.
        unsafe { self.first_slot().add(index) }
    }

    /// The depth of the operand stack.
    #[inline]
    pub fn stack_depth(self) -> u32 {
        self.live_slots() as u32 - self.code().variable_count
    }

    /// Pushes onto the operand stack of a frame that is not in registers.
    #[inline(always)]
    pub fn push(self, value: Value) {
        let top = self.top.get();
        debug_assert!(self.live_slots() < self.slots());
        // SAFETY: the slot holds no value, and it is inside the frame: verified code has room for
        // what the instruction it is at gives.
        unsafe {
            top.write(value);
            self.top.set(top.add(1));
        }
    }

    /// Gives a suspended frame the value of the `yield` it stands at.
    #[inline(always)]
    pub fn receive(self, value: Value) {
        let next = self.next.get();
        // SAFETY: `next` points into the code's instructions, and verified code goes on behind a
        // `Pop`.
        unsafe {
            let is_popped = matches!((*next).op, Op::Pop | Op::PopJumpBackward(_));
            if is_popped && !matches!(value, Value::Object(_)) {
                // Nobody uses it.
                self.next.set(next.add(1));
                return;
            }
        }
        self.push(value);
    }

    /// Pops from the operand stack of a frame that is not in registers.
    #[inline(always)]
    pub fn pop(self) -> Value {
        assert!(self.live_slots() > 0);
        // SAFETY: the topmost slot holds a value, which is moved out.
        unsafe {
            let top = self.top.get().sub(1);
            self.top.set(top);
            top.read()
        }
    }

    /// A value from the top of the operand stack of a frame that is not in registers; 0 is the top.
    pub fn peek(self, from_top: u32) -> Value {
        assert!((from_top as usize) < self.live_slots());
        // SAFETY: the slot holds a value.
        unsafe { (*self.top.get().sub(1 + from_top as usize)).clone() }
    }

    /// Lets something lie on top of the operand stack in place of the coroutine that is awaited.
    pub fn let_stand_in(self, stand_in: Value) -> Value {
        self.set_flag(FRAME_STAND_IN);
        self.replace(0, stand_in)
    }

    /// Puts the coroutine back that is awaited, before anybody looks or goes on.
    #[inline(always)]
    pub fn end_stand_in(self) {
        if self.has_stand_in() {
            self.put_coroutine_back();
        }
    }

    #[inline(never)]
    fn put_coroutine_back(self) {
        self.clear_flag(FRAME_STAND_IN);
        let stand_in = self.peek(0);
        let coroutine =
            stand_in.get::<NativeObject>().and_then(|object| object.data().coroutine(&stand_in));
        if let Some(coroutine) = coroutine {
            drop(self.replace(0, coroutine.into()));
        }
    }

    /// Whether the topmost value of the operand stack is that frame.
    #[inline(always)]
    fn has_on_top(self, frame: NonNull<Header>) -> bool {
        debug_assert!(self.stack_depth() > 0);
        // SAFETY: the slot holds a value.
        let top = unsafe { &*self.top.get().sub(1) };
        top.get_ref::<Frame>().is_some_and(|top| top.as_raw() == frame)
    }

    /// Replaces a value of the operand stack, counted from the top.
    #[inline]
    pub fn replace(self, from_top: u32, value: Value) -> Value {
        assert!((from_top as usize) < self.live_slots());
        // SAFETY: the slot holds a value.
        unsafe { std::mem::replace(&mut *self.top.get().sub(1 + from_top as usize), value) }
    }

    /// Drops values until the operand stack is that deep.
    #[inline]
    pub fn truncate_stack(self, depth: u32) {
        let kept = (self.linked().variable_count + depth) as usize;
        assert!(kept <= self.slots());
        // SAFETY: at most one past the last slot.
        let target = unsafe { self.first_slot().add(kept) };
        while self.top.get() > target {
            drop(self.pop());
        }
    }

    /// The content of a variable's slot (a cell as a cell).
    #[inline]
    pub fn variable(self, index: usize) -> Value {
        assert!(index < self.live_slots());
        // SAFETY: variables hold values from the beginning to the end of a frame's life.
        unsafe { (*self.slot(index)).clone() }
    }

    #[inline]
    pub fn set_variable(self, index: usize, value: Value) -> Value {
        assert!(index < self.live_slots());
        // SAFETY: as in `variable`.
        unsafe { std::mem::replace(&mut *self.slot(index), value) }
    }

    /// Whether the slots hold values still: false once a frame that is over has let them go.
    pub fn has_variables(self) -> bool {
        self.live_slots() >= self.code().variable_count as usize
    }

    /// Drops all variables and the operand stack: the frame is over.
    #[inline]
    pub fn clear_slots(self) {
        let first = self.first_slot();
        let live = self.live_slots();
        self.top.set(first);
        for index in 0..live {
            // SAFETY: the slot held a value and no longer counts as live.
            drop(unsafe { first.add(index).read() });
        }
    }

    /// See [`Registers::release_delegated`].
    #[inline(never)]
    fn finish_delegated(self, caller: FramePointer, result: Value) {
        self.state.set(FrameState::Finished);
        self.set_settled();
        self.clear_slots();
        self.set_caller(None);
        drop(caller.replace(0, result));
    }

    /// Ends the chain's count of a plain frame that is over and not in registers.
    #[inline(never)]
    pub fn release(self) {
        // SAFETY: the caller gives up the chain's count; a frame that is over needs no finaliser.
        unsafe {
            if Ref::<Frame>::count(self.0) == 1 {
                self.clear_slots();
                heap::discard::<Frame>(self.0);
            } else {
                self.set_settled();
                drop(Ref::<Frame>::from_raw(self.0));
            }
        }
    }

    /// Makes the frame of a call; `arguments` become the first variables, the others are unbound.
    /// The chain owns the new frame's count.
    pub fn new(
        function: Ref<Function>,
        arguments: impl IntoIterator<Item = Value>,
    ) -> FramePointer {
        let (frame, variables) = FramePointer::allocate(function);
        let mut arguments = arguments.into_iter();
        for _ in 0..variables {
            frame.push(arguments.next().unwrap_or(Value::Unbound));
        }
        frame
    }

    /// The frame of a call with positional arguments. `None` if they do not fit, or the function takes
    /// arguments by name only or any by name: then the general rules say what happens.
    #[inline]
    pub fn of_positional_call(
        function: &Ref<Function>,
        receiver: Option<&Value>,
        arguments: &[Value],
    ) -> Option<FramePointer> {
        let code = &**function.code;
        let wanted = code.argument_count as usize;
        let given = arguments.len() + usize::from(receiver.is_some());
        let fits = given <= wanted && (code.has_simple_parameters || code.takes_rest)
            || code.takes_rest && (wanted > 0 || receiver.is_none());
        if !fits {
            return None;
        }
        let defaults;
        let mut used_defaults: &[Value] = &[];
        if given < wanted {
            defaults = function.defaults.get();
            let defaults = defaults.as_tuple()?;
            used_defaults = &defaults[defaults.len().checked_sub(wanted - given)?..];
        }
        let (own, rest) = arguments.split_at(arguments.len() - given.saturating_sub(wanted));
        let (frame, variables) = FramePointer::allocate(function.clone());
        let mut pushed = 0;
        for value in receiver.into_iter().chain(own).chain(used_defaults) {
            frame.push(value.clone());
            pushed += 1;
        }
        if code.takes_rest {
            frame.push(Value::object(Tuple::new(rest.iter().cloned())));
            pushed += 1;
        }
        for _ in pushed..variables {
            frame.push(Value::Unbound);
        }
        Some(frame)
    }

    /// A frame without variables yet, and how many it is to have.
    #[inline(always)]
    fn allocate(function: Ref<Function>) -> (FramePointer, usize) {
        let code = NonNull::from_ref(&**function.code);
        // SAFETY: the function keeps its code; `initialize` does what is asked for.
        unsafe {
            let LinkedCode { slot_count, variable_count, .. } = *code.as_ref();
            let (header, payload) = heap::allocate_raw::<Frame>(slot_count as usize);
            let frame = FramePointer::initialize(header, payload, function, code);
            (frame, variable_count as usize)
        }
    }

    /// Writes all fields of a frame that has no variables yet.
    ///
    /// # Safety
    /// The code must be the function's; the place must have come from the heap for its slots.
    #[inline(always)]
    unsafe fn initialize(
        header: NonNull<Header>,
        frame: *mut Frame,
        function: Ref<Function>,
        code: NonNull<LinkedCode>,
    ) -> FramePointer {
        // SAFETY: all fields are written. `top` is the first slot: none counts as initialised.
        unsafe {
            let top = Ref::<Frame>::first_slot(header);
            let next = code.as_ref().instructions.as_ptr();
            let slots = code.as_ref().slot_count;
            (&raw mut (*frame).next).write(Cell::new(next));
            (&raw mut (*frame).function).write(function);
            (&raw mut (*frame).linked).write(code);
            (&raw mut (*frame).caller).write(Cell::new(None));
            (&raw mut (*frame).innermost).write(Cell::new(None));
            (&raw mut (*frame).handled).write(OptionalRef::default());
            (&raw mut (*frame).rare).write(OnceCell::new());
            (&raw mut (*frame).top).write(Cell::new(top));
            (&raw mut (*frame).room).write(slots.min(u16::MAX as u32) as u16);
            (&raw mut (*frame).chain_length).write(Cell::new(0));
            (&raw mut (*frame).state).write(Cell::new(FrameState::Running));
            (&raw mut (*frame).flags).write(Cell::new(FRAME_EXECUTING));
        }
        FramePointer(header)
    }

    /// Puts the cells of the function's closure into their slots.
    #[inline]
    pub fn fill_closure(self) {
        let closure = self.function.closure.get();
        let cells = closure.as_tuple().unwrap_or(&[]);
        let start = self.linked().free_start as usize;
        assert!(start + cells.len() <= self.live_slots());
        for (index, cell) in cells.iter().enumerate() {
            let slot = self.slot(start + index);
            // SAFETY: the slot holds a value, as has been checked; in a new frame it is none that
            // would have to be dropped.
            unsafe {
                debug_assert!((*slot).is_unbound());
                slot.write(cell.clone());
            }
        }
    }

    /// Turns the chain's count of a new frame into the counted pointer of a generator object.
    ///
    /// With `awaited_next` the collector does not hear of it yet: nothing but the operand stack of
    /// the frame that awaits it will hold it until their chain is suspended.
    #[inline]
    pub fn into_generator(self, awaited_next: bool) -> Ref<Frame> {
        self.state.set(FrameState::Created);
        self.set_settled();
        // SAFETY: the caller gives up the chain's count.
        let generator = unsafe { Ref::<Frame>::from_raw(self.0) };
        if !awaited_next {
            heap::ensure_tracked(generator.as_object());
        }
        generator
    }

    /// Whether the collector knows the frame.
    #[inline(always)]
    pub fn is_tracked(self) -> bool {
        // SAFETY: the frame is alive.
        unsafe { Ref::<Frame>::is_tracked(self.0) }
    }

    /// Keeps to the rule that the collector knows the callers of each generator that it knows.
    #[inline(always)]
    pub fn known_with_callers(self) {
        if self.is_tracked()
            && let Some(caller) = self.caller()
            && !caller.is_tracked()
        {
            caller.track_chain();
        }
    }

    /// Makes the collector know this frame and its callers, up to the first that it knows.
    #[inline(never)]
    pub fn track_chain(self) {
        let mut next = Some(self);
        while let Some(frame) = next
            && !frame.is_tracked()
        {
            expose(&frame.to_ref());
            next = frame.caller();
        }
    }

    /// The mapping of locals, for code that uses one.
    pub fn locals_mapping(self) -> Option<Value> {
        self.rare(|rare| rare.locals.clone())
    }
}

/// Makes a frame known to the collector, because a script can reach it now.
pub fn expose(frame: &Ref<Frame>) {
    heap::ensure_tracked(frame.as_object());
}

/// A frame as scripts see it: `sys._getframe()`, `gi_frame`, `tb_frame`.
pub struct FrameProxy {
    pub frame: Ref<Frame>,
}

impl FrameProxy {
    pub fn new(frame: Ref<Frame>) -> Ref<FrameProxy> {
        expose(&frame);
        Ref::new(FrameProxy { frame })
    }
}

impl HeapObject for FrameProxy {
    const KIND: Kind = Kind::FrameProxy;

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        visit(self.frame.as_object());
    }
}
