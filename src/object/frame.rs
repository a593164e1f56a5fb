//! Frames: one activation of a code object; the other file with unsafe code.
//!
//! A frame is a heap object whose slots are its variables and, behind them, its operand stack. A
//! generator, coroutine or async generator *is* its frame: the object that a script holds and the
//! activation that the VM runs are one. Frames in execution are linked by bare pointers from callee
//! to caller; each plain frame of that chain is kept alive by one count that the chain owns, each
//! generator's frame by the operand stack of whoever runs it.
//!
//! [`Registers`] is the running frame as the dispatch loop sees it: pointers to its variables, its
//! stack top and its next instruction, kept in machine registers. Its methods trust the code object:
//! `crate::code::verify` has checked that every slot, constant and jump target is in range and that
//! the stack stays within its bounds, which is what makes the unchecked accesses here sound; debug
//! builds check them again.

use std::cell::{Cell, RefCell};
use std::ptr::NonNull;

use super::code::CodeObject;
use super::dict::Dict;
use super::exception::Exception;
use super::function::{CellObject, Function};
use super::heap::{self, Header, HeapObject, ObjectRef, Ref};
use super::kinds::Kind;
use super::value::Value;
use crate::code::op::Op;

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
    caller: Cell<Option<FramePointer>>,
    /// Of a suspended generator: the innermost frame of its chain, where it goes on.
    innermost: Cell<Option<FramePointer>>,
    /// The exception that an `except` or `finally` of this frame is handling.
    pub handled: RefCell<Option<Ref<Exception>>>,
    rare: RefCell<Option<Box<RareState>>>,
    /// The next instruction, while the frame is not in registers.
    pub pc: Cell<u32>,
    /// How many slots hold values, variables included.
    live: Cell<u32>,
    slots: u32,
    /// How many generator frames a suspended chain has.
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
}

impl HeapObject for Frame {
    const KIND: Kind = Kind::Frame;
    const SLOTS: bool = true;

    fn slot_count(&self) -> usize {
        self.slots as usize
    }

    fn live_slots(&self) -> usize {
        self.live.get() as usize
    }

    fn slots_settled(&self) -> bool {
        self.flags.get() & FRAME_EXECUTING == 0
    }

    fn traverse(&self, visit: &mut dyn FnMut(&ObjectRef)) {
        visit(self.function.as_object());
        if let Some(handled) = &*self.handled.borrow() {
            visit(handled.as_object());
        }
        if let Some(rare) = &*self.rare.borrow() {
            let values = [&rare.locals, &rare.name, &rare.qualname, &rare.finalizer, &rare.origin];
            values.into_iter().flatten().for_each(|value| value.visit(visit));
        }
    }

    fn needs_finalizer(&self) -> bool {
        crate::vm::finalize::frame_needs_finalizer(self)
    }
}

impl Frame {
    pub fn rare<R>(&self, read: impl FnOnce(&RareState) -> R) -> R {
        match &*self.rare.borrow() {
            Some(rare) => read(rare),
            None => read(&RareState::default()),
        }
    }

    pub fn rare_mut<R>(&self, change: impl FnOnce(&mut RareState) -> R) -> R {
        change(self.rare.borrow_mut().get_or_insert_default())
    }

    pub fn has_flag(&self, flag: u8) -> bool {
        self.flags.get() & flag != 0
    }

    pub fn set_flag(&self, flag: u8) {
        self.flags.set(self.flags.get() | flag);
    }

    pub fn clear_flag(&self, flag: u8) {
        self.flags.set(self.flags.get() & !flag);
    }

    #[inline(always)]
    pub fn code(&self) -> &Ref<CodeObject> {
        &self.function.code
    }

    /// The line the frame is at.
    pub fn line(&self) -> u32 {
        let code = self.code();
        let op = (self.pc.get() as usize).saturating_sub(1);
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

    pub fn innermost(self) -> Option<FramePointer> {
        self.innermost.get()
    }

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
    fn slot(self, index: usize) -> *mut Value {
        debug_assert!(index < self.slots as usize);
        // SAFETY: the frame is alive and has that many slots.
        unsafe { Ref::<Frame>::first_slot(self.0).add(index) }
    }

    /// The depth of the operand stack.
    pub fn stack_depth(self) -> u32 {
        self.live.get() - self.code().variable_count
    }

    /// Pushes onto the operand stack of a frame that is not in registers.
    #[inline(always)]
    pub fn push(self, value: Value) {
        let live = self.live.get();
        assert!(live < self.slots);
        // SAFETY: the slot is inside the frame and holds no value.
        unsafe { self.slot(live as usize).write(value) };
        self.live.set(live + 1);
    }

    /// Pops from the operand stack of a frame that is not in registers.
    #[inline(always)]
    pub fn pop(self) -> Value {
        let live = self.live.get() - 1;
        assert!(live < self.slots);
        self.live.set(live);
        // SAFETY: the slot holds a value, which is moved out.
        unsafe { self.slot(live as usize).read() }
    }

    /// A value from the top of the operand stack of a frame that is not in registers; 0 is the top.
    pub fn peek(self, from_top: u32) -> Value {
        let index = self.live.get() - 1 - from_top;
        assert!(index < self.live.get());
        // SAFETY: the slot holds a value.
        unsafe { (*self.slot(index as usize)).clone() }
    }

    /// Replaces a value of the operand stack, counted from the top.
    pub fn replace(self, from_top: u32, value: Value) -> Value {
        let index = self.live.get() - 1 - from_top;
        assert!(index < self.live.get());
        // SAFETY: the slot holds a value.
        unsafe { std::mem::replace(&mut *self.slot(index as usize), value) }
    }

    /// Drops values until the operand stack is that deep.
    pub fn truncate_stack(self, depth: u32) {
        let target = self.code().variable_count + depth;
        while self.live.get() > target {
            drop(self.pop());
        }
    }

    /// The content of a variable's slot (a cell as a cell).
    pub fn variable(self, index: usize) -> Value {
        assert!(index < self.live.get() as usize);
        // SAFETY: variables hold values from the beginning to the end of a frame's life.
        unsafe { (*self.slot(index)).clone() }
    }

    pub fn set_variable(self, index: usize, value: Value) -> Value {
        assert!(index < self.live.get() as usize);
        // SAFETY: as in `variable`.
        unsafe { std::mem::replace(&mut *self.slot(index), value) }
    }

    /// Whether the slots hold values still: false once a frame that is over has let them go.
    pub fn has_variables(self) -> bool {
        self.live.get() >= self.code().variable_count
    }

    /// Drops all variables and the operand stack: the frame is over.
    pub fn clear_slots(self) {
        for index in 0..self.live.replace(0) {
            // SAFETY: the slot held a value and no longer counts as live.
            drop(unsafe { self.slot(index as usize).read() });
        }
    }

    /// Ends the chain's count of a plain frame. If nobody else holds it (a traceback, a closure of
    /// the debugger), its variables go and its memory is free at once.
    #[inline(always)]
    pub fn release(self) {
        // SAFETY: the caller gives up the chain's count.
        unsafe {
            if Ref::<Frame>::count(self.0) == 1 {
                // Variables go in their order, as in CPython.
                for index in 0..self.live.replace(0) {
                    drop(self.slot(index as usize).read());
                }
            }
            self.set_settled();
            drop(Ref::<Frame>::from_raw(self.0));
        }
    }

    /// Makes the frame of a call; `arguments` become the first variables, the others are unbound.
    /// The chain owns the new frame's count.
    pub fn new(
        function: Ref<Function>,
        code: &CodeObject,
        arguments: impl IntoIterator<Item = Value>,
    ) -> FramePointer {
        let frame = FramePointer::allocate(function, code);
        let mut arguments = arguments.into_iter();
        for _ in 0..code.variable_count {
            frame.push(arguments.next().unwrap_or(Value::Unbound));
        }
        frame
    }

    #[inline(always)]
    fn allocate(function: Ref<Function>, code: &CodeObject) -> FramePointer {
        let frame = Frame {
            function,
            caller: Cell::new(None),
            innermost: Cell::new(None),
            handled: RefCell::new(None),
            rare: RefCell::new(None),
            pc: Cell::new(0),
            live: Cell::new(0),
            slots: code.slot_count,
            chain_length: Cell::new(0),
            state: Cell::new(FrameState::Running),
            flags: Cell::new(FRAME_EXECUTING),
        };
        // SAFETY: `live` is 0: no slot counts as initialised.
        FramePointer(unsafe { heap::with_raw_slots(frame) }.into_raw())
    }

    /// Puts the cells of the function's closure into their slots.
    pub fn fill_closure(self, code: &CodeObject) {
        let function = self.function.clone();
        let closure = function.closure.get();
        for (index, cell) in closure.as_tuple().unwrap_or(&[]).iter().enumerate() {
            drop(self.set_variable(code.free_start as usize + index, cell.clone()));
        }
    }

    /// Turns the chain's count of a new frame into the counted pointer of a generator object.
    pub fn into_generator(self) -> Ref<Frame> {
        self.state.set(FrameState::Created);
        self.set_settled();
        // SAFETY: the caller gives up the chain's count.
        let generator = unsafe { Ref::<Frame>::from_raw(self.0) };
        heap::ensure_tracked(generator.as_object());
        generator
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

/// The running frame, for the dispatch loop.
pub struct Registers {
    frame: FramePointer,
    slots: *mut Value,
    top: *mut Value,
    next: *const Op,
    code: NonNull<CodeObject>,
}

impl Registers {
    #[inline(always)]
    pub fn load(frame: FramePointer) -> Registers {
        let code = &frame.function.code;
        // SAFETY: a code object has at least one instruction and `pc` is in range (verified); the
        // slots up to `live` hold values.
        unsafe {
            let slots = Ref::<Frame>::first_slot(frame.0);
            Registers {
                frame,
                slots,
                top: slots.add(frame.live.get() as usize),
                next: code.ops.as_ptr().add(frame.pc.get() as usize),
                code: NonNull::from(&**code),
            }
        }
    }

    #[inline(always)]
    pub fn frame(&self) -> FramePointer {
        self.frame
    }

    /// The code object. The frame holds the function and the function its code.
    #[inline(always)]
    pub fn code<'a>(&self) -> &'a CodeObject {
        // SAFETY: see above.
        unsafe { self.code.as_ref() }
    }

    /// Writes instruction and stack depth back to the frame.
    #[inline(always)]
    pub fn save(&self) {
        self.frame.pc.set(self.pc());
        self.save_depth();
    }

    #[inline(always)]
    fn save_depth(&self) {
        // SAFETY: both point into the frame's slots.
        self.frame.live.set(unsafe { self.top.offset_from(self.slots) } as u32);
    }

    /// Takes the stack depth from the frame, after something changed it there.
    #[inline(always)]
    pub fn reload_depth(&mut self) {
        // SAFETY: `live` is at most the number of slots.
        self.top = unsafe { self.slots.add(self.frame.live.get() as usize) };
    }

    /// The index of the next instruction.
    #[inline(always)]
    pub fn pc(&self) -> u32 {
        // SAFETY: both point into the code's instructions.
        unsafe { self.next.offset_from(self.code().ops.as_ptr()) as u32 }
    }

    #[inline(always)]
    pub fn fetch(&mut self) -> Op {
        debug_assert!((self.pc() as usize) < self.code().ops.len());
        // SAFETY: verified code never runs off its end.
        unsafe {
            let op = *self.next;
            self.next = self.next.add(1);
            op
        }
    }

    #[inline(always)]
    pub fn jump(&mut self, target: u32) {
        debug_assert!((target as usize) < self.code().ops.len());
        // SAFETY: jump targets are verified.
        self.next = unsafe { self.code().ops.as_ptr().add(target as usize) };
    }

    /// Goes back to the instruction just fetched, to run it again.
    #[inline(always)]
    pub fn step_back(&mut self) {
        // SAFETY: an instruction has been fetched.
        self.next = unsafe { self.next.sub(1) };
    }

    /// Skips instructions whose work a fused one has done.
    #[inline(always)]
    pub fn skip(&mut self, count: usize) {
        debug_assert!((self.pc() as usize) + count < self.code().ops.len());
        // SAFETY: a fused instruction stands in front of the instructions it skips.
        self.next = unsafe { self.next.add(count) };
    }

    /// The instruction `ahead` of the next one, which a fused instruction stands for.
    #[inline(always)]
    pub fn op_ahead(&self, ahead: usize) -> Op {
        debug_assert!((self.pc() as usize) + ahead < self.code().ops.len());
        // SAFETY: as in `skip`.
        unsafe { *self.next.add(ahead) }
    }

    #[inline(always)]
    fn check(&self, slot: *const Value) {
        debug_assert!(
            slot >= self.slots.cast_const()
                // SAFETY: one past the slots is still in or at the end of the allocation.
                && slot < unsafe { self.slots.add(self.frame.slots as usize) }.cast_const()
        );
    }

    #[inline(always)]
    pub fn push(&mut self, value: Value) {
        self.check(self.top);
        // SAFETY: the stack's bounds are verified.
        unsafe {
            self.top.write(value);
            self.top = self.top.add(1);
        }
    }

    #[inline(always)]
    pub fn pop(&mut self) -> Value {
        // SAFETY: the stack's bounds are verified.
        unsafe {
            self.top = self.top.sub(1);
            self.check(self.top);
            self.top.read()
        }
    }

    /// A value of the stack, 1 being the top.
    #[inline(always)]
    pub fn peek(&self, from_top: usize) -> &Value {
        // SAFETY: the stack's bounds are verified.
        unsafe {
            let slot = self.top.sub(from_top);
            self.check(slot);
            &*slot
        }
    }

    #[inline(always)]
    pub fn peek_mut(&mut self, from_top: usize) -> &mut Value {
        // SAFETY: the stack's bounds are verified.
        unsafe {
            let slot = self.top.sub(from_top);
            self.check(slot);
            &mut *slot
        }
    }

    /// The topmost values, lowest first.
    #[inline(always)]
    pub fn top_values<'a>(&self, count: usize) -> &'a [Value] {
        // SAFETY: the stack's bounds are verified; the values stay where they are until the caller
        // of a native has its answer.
        unsafe { std::slice::from_raw_parts(self.top.sub(count), count) }
    }

    /// Drops the topmost values, the topmost first.
    #[inline(always)]
    pub fn drop_values(&mut self, count: usize) {
        for _ in 0..count {
            drop(self.pop());
        }
    }

    /// Moves the topmost values out, lowest first.
    pub fn pop_values(&mut self, count: usize) -> Vec<Value> {
        let mut values = Vec::with_capacity(count);
        // SAFETY: the stack's bounds are verified; the values are moved, and the stack is cut.
        unsafe {
            self.top = self.top.sub(count);
            std::ptr::copy_nonoverlapping(self.top, values.as_mut_ptr(), count);
            values.set_len(count);
        }
        values
    }

    #[inline(always)]
    pub fn variable(&self, slot: u32) -> &Value {
        debug_assert!(slot < self.code().variable_count);
        // SAFETY: slots are verified, and variables always hold values.
        unsafe { &*self.slots.add(slot as usize) }
    }

    #[inline(always)]
    pub fn variable_mut(&mut self, slot: u32) -> &mut Value {
        debug_assert!(slot < self.code().variable_count);
        // SAFETY: as in `variable`.
        unsafe { &mut *self.slots.add(slot as usize) }
    }

    #[inline(always)]
    pub fn constant(&self, index: u32) -> &Value {
        debug_assert!((index as usize) < self.code().constants.len());
        // SAFETY: constants are verified.
        unsafe { self.code().constants.get_unchecked(index as usize) }
    }

    /// Makes the frame of a call of simple code: `count` arguments on top, under them the callable
    /// pair's empty half unless the receiver is one of the arguments, under that the function. All
    /// of them move over.
    #[inline(always)]
    pub fn frame_of_call(&mut self, count: usize, has_receiver: bool) -> Option<FramePointer> {
        // SAFETY: the stack's bounds are verified. Function and arguments are moved out and the
        // stack is cut below them; the empty half holds no pointer. The new frame has room for all
        // variables, of which the arguments are the first.
        unsafe {
            self.top = self.top.sub(count);
            let arguments = self.top;
            self.top = self.top.sub(2 - has_receiver as usize);
            let Value::Object(function) = self.top.read() else { return None };
            let Ok(function) = function.downcast::<Function>() else { return None };
            let code = NonNull::from(&*function.code);
            let frame = FramePointer::allocate(function, code.as_ref());
            let variables = code.as_ref().variable_count;
            debug_assert!(count <= variables as usize);
            let slots = Ref::<Frame>::first_slot(frame.0);
            std::ptr::copy_nonoverlapping(arguments, slots, count);
            for index in count..variables as usize {
                slots.add(index).write(Value::Unbound);
            }
            frame.live.set(variables);
            Some(frame)
        }
    }

    /// The content of the cell in a slot.
    #[inline(always)]
    pub fn cell(&self, slot: u32) -> Option<&CellObject> {
        self.variable(slot).get::<CellObject>()
    }

    pub fn globals(&self) -> &Ref<Dict> {
        // The reference lives as long as the registers, and the frame as long as they do.
        &self.function().globals
    }

    #[inline(always)]
    pub fn function(&self) -> &Function {
        // SAFETY: the running frame is alive.
        unsafe { &Ref::<Frame>::payload(self.frame.0).function }
    }
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
