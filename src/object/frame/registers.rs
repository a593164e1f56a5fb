//! The running frame as the dispatch loop sees it: pointers to its variables, its stack top and its
//! next instruction, kept in machine registers.

use std::mem::MaybeUninit;
use std::ptr::NonNull;

use super::{Frame, FramePointer, FrameState};
use crate::code::CodeKind;
use crate::code::op::Op;
use crate::object::code::{AttributeSite, CallShape, GlobalSite, Instruction, LinkedCode};
use crate::object::dict::Dict;
use crate::object::function::{CellObject, Function};
use crate::object::heap::{self, Ref};
use crate::object::value::Value;
use crate::vm::Vm;

/// `GetAwaitable`, `LoadNone`, `Delegate`: what the compiler makes of an `await`.
pub const AWAIT_LENGTH: usize = 3;

/// Where execution is: the next instruction and the top of the operand stack, both of the frame
/// that is `Vm::current`. Two words, so that they travel from instruction to instruction in machine
/// registers.
pub struct Position {
    next: *const Instruction,
    top: *mut Value,
}

/// No instruction, in a place where the compiler cannot know it: a function that gives a constant on one
/// of its ways makes calls of the jumps on the others.
#[derive(Clone, Copy)]
pub struct Nowhere(*const Instruction);

impl Default for Nowhere {
    fn default() -> Nowhere {
        Nowhere(std::ptr::null())
    }
}

impl Position {
    /// The position that ends a run of the dispatch loop.
    #[inline(always)]
    pub fn over(nowhere: Nowhere) -> Position {
        Position { next: nowhere.0, top: nowhere.0.cast_mut().cast() }
    }

    #[inline(always)]
    pub fn is_over(&self) -> bool {
        self.next.is_null()
    }

    /// Does the next instruction.
    #[inline(always)]
    pub fn step(self, vm: &mut Vm) -> Position {
        // SAFETY: only `Registers` makes positions that are not over, and `next` points to an
        // instruction of the running frame's code.
        (unsafe { (*self.next).run })(vm, self)
    }
}

/// Where the function of an instruction cannot get to: it was given another operation than its own.
/// Without the test, which every instruction would make, loops run some percent faster.
///
/// # Safety
/// It must not be called.
#[inline(always)]
pub unsafe fn other_operation() -> ! {
    debug_assert!(false, "`handler` goes by the operation");
    // SAFETY: passed on to the caller.
    unsafe { std::hint::unreachable_unchecked() }
}

/// The running frame, as the functions of instructions see it.
pub struct Registers {
    frame: FramePointer,
    next: *const Instruction,
    top: *mut Value,
}

impl Registers {
    /// A frame that is not in registers yet.
    #[inline(always)]
    pub fn load(frame: FramePointer) -> Registers {
        Registers { frame, next: frame.next.get(), top: frame.top.get() }
    }

    /// The running frame at a position.
    #[inline(always)]
    pub fn at(current: Option<FramePointer>, position: Position) -> Registers {
        debug_assert!(current.is_some());
        // SAFETY: a position is always one of the running frame.
        let frame = unsafe { current.unwrap_unchecked() };
        Registers { frame, next: position.next, top: position.top }
    }

    /// The running frame at an instruction that is to be done: its operation, and the registers
    /// with the next one.
    #[inline(always)]
    pub fn fetch<'a>(current: Option<FramePointer>, position: Position) -> (Registers, &'a Op) {
        // SAFETY: verified code never runs off its end; the frame keeps its code alive while it
        // runs.
        unsafe {
            let op = &(*position.next).op;
            let next = position.next.add(1);
            (Registers::at(current, Position { next, top: position.top }), op)
        }
    }

    /// Where to go on.
    #[inline(always)]
    pub fn position(self) -> Position {
        Position { next: self.next, top: self.top }
    }

    /// Does the next instruction: how most instructions end.
    ///
    /// In optimised builds this is a jump from one instruction's function to the next one's, without
    /// the way over the dispatch loop, and the processor learns for each instruction what follows it.
    /// Nothing depends on the compiler's making a jump of it: every cycle of a program passes jumps back
    /// or returns, which now and then give the dispatch loop its turn.
    #[inline(always)]
    pub fn go_on(self, vm: &mut Vm) -> Position {
        if cfg!(any(debug_assertions, target_family = "wasm")) {
            self.position()
        } else {
            self.position().step(vm)
        }
    }

    #[inline(always)]
    fn slots(&self) -> *mut Value {
        self.frame.first_slot()
    }

    #[inline(always)]
    pub fn frame(&self) -> FramePointer {
        self.frame
    }

    /// What the frame runs.
    #[inline(always)]
    pub fn code<'a>(&self) -> &'a LinkedCode {
        // SAFETY: the running frame is alive, and its code as long as it runs.
        unsafe { Ref::<Frame>::payload(self.frame.0).linked() }
    }

    /// Writes instruction and stack depth back to the frame.
    #[inline(always)]
    pub fn save(&self) {
        self.frame.next.set(self.next);
        self.frame.top.set(self.top);
    }

    /// Ends the chain's count of a plain frame that is over. If nobody else holds it (a traceback, a
    /// closure of the debugger), its variables go and its memory is free at once.
    #[inline(always)]
    pub fn release(self) {
        let raw = self.frame.0;
        // SAFETY: the caller gives up the chain's count. A frame that is over needs no finaliser,
        // and if this count is the only one and nothing else knows the frame, it can be taken apart.
        unsafe {
            if Ref::<Frame>::count(raw) != 1 || !heap::is_plain(raw) {
                self.save();
                self.frame.state.set(FrameState::Finished);
                return self.frame.release();
            }
            self.take_apart();
        }
    }

    /// Gives up what the frame holds, and its memory.
    ///
    /// # Safety
    /// Nobody may know the frame but through the only count, which the caller gives up.
    #[inline(always)]
    unsafe fn take_apart(&self) {
        // SAFETY: passed on to the caller.
        unsafe {
            // Variables go in their order, as in CPython.
            let mut slot = self.slots();
            while slot < self.top {
                drop(slot.read());
                slot = slot.add(1);
            }
            let raw = self.frame.0;
            let frame: *const Frame = Ref::<Frame>::payload(raw);
            let slots = (*frame).slots();
            drop((&raw const (*frame).function).read());
            drop((&raw const (*frame).handled).read());
            drop((&raw const (*frame).rare).read());
            heap::free_with_slots::<Frame>(raw, slots);
        }
    }

    /// A coroutine or generator that `caller` delegates to is over: gives up what it holds, and puts its
    /// result in its place on the caller's stack.
    #[inline(always)]
    pub fn release_delegated(self, caller: FramePointer, result: Value) {
        let raw = self.frame.0;
        // SAFETY: what is delegated to lies on top of the caller's stack. If that is the only count of
        // the frame and nothing else knows it, it can be taken apart: a frame that is over needs no
        // finaliser.
        unsafe {
            if Ref::<Frame>::count(raw) == 1 && heap::is_plain(raw) && caller.has_on_top(raw) {
                self.take_apart();
                caller.top.get().sub(1).write(result);
                return;
            }
        }
        self.save();
        self.frame.finish_delegated(caller, result);
    }

    /// Takes the stack depth from the frame, after something changed it there.
    #[inline(always)]
    pub fn reload_depth(&mut self) {
        self.top = self.frame.top.get();
    }

    /// The index of the next instruction.
    #[inline(always)]
    pub fn pc(&self) -> u32 {
        // SAFETY: both point into the code's instructions.
        unsafe { self.next.offset_from(self.code().instructions.as_ptr()) as u32 }
    }

    /// Jumps by the operand of a jump instruction that has just been fetched.
    #[inline(always)]
    pub fn jump(&mut self, distance: u32) {
        // SAFETY: jump targets are verified.
        self.next = unsafe { self.next.offset(distance as i32 as isize) };
        debug_assert!((self.pc() as usize) < self.code().instructions.len());
    }

    /// Goes back to the instruction just fetched, to run it again.
    #[inline(always)]
    pub fn step_back(&mut self) {
        // SAFETY: an instruction has been fetched.
        self.next = unsafe { self.next.sub(1) };
    }

    /// The instruction that is being done.
    #[inline(always)]
    pub fn op_at_work(&self) -> Op {
        debug_assert!(self.pc() > 0);
        // SAFETY: an instruction has been fetched.
        unsafe { (*self.next.sub(1)).op }
    }

    /// Whether the next instructions await the value on top of the stack.
    #[inline(always)]
    pub fn at_await(&self) -> bool {
        matches!(self.op_ahead(0), Op::GetAwaitable(_))
    }

    /// Whether the next instructions, as many as of an `await`, delegate to the value on top of the
    /// stack.
    #[inline(always)]
    pub fn at_yield_from(&self) -> bool {
        matches!(self.op_ahead(0), Op::GetYieldFromIter)
    }

    /// Skips instructions whose work a fused one has done.
    #[inline(always)]
    pub fn skip(&mut self, count: usize) {
        debug_assert!((self.pc() as usize) + count < self.code().instructions.len());
        // SAFETY: a fused instruction stands in front of the instructions it skips.
        self.next = unsafe { self.next.add(count) };
    }

    /// The instruction `ahead` of the next one, which a fused instruction stands for.
    #[inline(always)]
    pub fn op_ahead(&self, ahead: usize) -> Op {
        debug_assert!((self.pc() as usize) + ahead < self.code().instructions.len());
        // SAFETY: as in `skip`.
        unsafe { (*self.next.add(ahead)).op }
    }

    #[inline(always)]
    fn check(&self, slot: *const Value) {
        debug_assert!(
            slot >= self.slots().cast_const()
                // SAFETY: one past the slots is still in or at the end of the allocation.
                && slot < unsafe { self.slots().add(self.frame.slots()) }.cast_const()
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

    /// Exchanges the topmost value and another one, counted as in [`Registers::peek`].
    #[inline(always)]
    pub fn swap(&mut self, from_top: usize) {
        // SAFETY: the stack's bounds are verified.
        unsafe {
            let (top, other) = (self.top.sub(1), self.top.sub(from_top));
            self.check(other);
            std::ptr::swap(top, other);
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

    /// Drops the topmost value, an object that somebody else holds, too.
    #[inline(always)]
    pub fn drop_shared(&mut self) {
        match self.pop() {
            Value::Object(object) => object.drop_shared(),
            _ => debug_assert!(false, "not an object"),
        }
    }

    /// Forgets the topmost values, none of which is an object.
    #[inline(always)]
    pub fn drop_numbers(&mut self, count: usize) {
        for _ in 0..count {
            let value = std::mem::ManuallyDrop::new(self.pop());
            debug_assert!(!matches!(*value, Value::Object(_)));
        }
    }

    /// Puts the result of an operator in the place of its operands, neither of which is an object.
    #[inline(always)]
    pub fn replace_numbers(&mut self, value: Value) {
        self.drop_numbers(2);
        self.push(value);
    }

    /// Sets a variable that holds a number to another one.
    #[inline(always)]
    pub fn set_number(&mut self, slot: u32, value: Value) {
        let variable = self.variable_mut(slot);
        debug_assert!(!matches!(variable, Value::Object(_)));
        std::mem::forget(std::mem::replace(variable, value));
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
        unsafe { &*self.slots().add(slot as usize) }
    }

    #[inline(always)]
    pub fn variable_mut(&mut self, slot: u32) -> &mut Value {
        debug_assert!(slot < self.code().variable_count);
        // SAFETY: as in `variable`.
        unsafe { &mut *self.slots().add(slot as usize) }
    }

    #[inline(always)]
    pub fn constant(&self, index: u32) -> &Value {
        debug_assert!((index as usize) < self.code().constants.len());
        // SAFETY: constants are verified.
        unsafe { self.code().constants.get_unchecked(index as usize) }
    }

    #[inline(always)]
    pub fn global_site<'a>(&self, index: u32) -> &'a GlobalSite {
        debug_assert!((index as usize) < self.code().global_sites.len());
        // SAFETY: linking makes a site for each instruction that has one.
        unsafe { self.code().global_sites.get_unchecked(index as usize) }
    }

    #[inline(always)]
    pub fn attribute_site<'a>(&self, index: u32) -> &'a AttributeSite {
        debug_assert!((index as usize) < self.code().sites.len());
        // SAFETY: as in `global_site`.
        unsafe { self.code().sites.get_unchecked(index as usize) }
    }

    /// Makes the frame of a call of a Python function with simple parameters: `count` arguments on
    /// top, under them the callable pair's empty half unless the receiver is one of the arguments,
    /// under that the function. All of them move over; parameters beyond `count` are unbound.
    ///
    /// # Panics
    /// If there is no function, or `count` is more than it has variables.
    #[inline(always)]
    pub fn frame_of_call(&mut self, count: usize, has_receiver: bool) -> FramePointer {
        let (frame, arguments, variables) = self.take_call(count, has_receiver);
        assert!(count <= variables);
        // SAFETY: the arguments are moved out of this frame, whose stack has been cut below them,
        // into the first variables of the new one, which has room for them.
        unsafe { frame.move_arguments(arguments, count, variables) };
        frame
    }

    /// The same for a function that has `count` parameters, if a block of the right size is free:
    /// nothing is called for it.
    #[inline(always)]
    pub fn frame_in_free_block(&mut self, call: &FunctionCall) -> Option<FramePointer> {
        let &FunctionCall { function, code, count, has_receiver } = call;
        debug_assert!(
            self.peek(count + 2 - has_receiver as usize)
                .get_ref::<Function>()
                .is_some_and(|place| std::ptr::eq(place, function))
        );
        // SAFETY: the code is the function's, which lies on the stack. The function is moved out and
        // the stack is cut below it; the empty half holds no pointer. The arguments move into the
        // new frame, in which verified code has a variable for each parameter.
        unsafe {
            debug_assert!(code.as_ref().argument_count as usize == count);
            let (header, payload) = heap::reuse_raw::<Frame>(code.as_ref().slot_count as usize)?;
            let function = std::ptr::read(function);
            self.top = self.top.sub(count);
            let arguments = self.top.cast_const();
            self.top = self.top.sub(2 - has_receiver as usize);
            let frame = FramePointer::initialize(header, payload, function, code);
            frame.move_arguments(arguments, count, code.as_ref().variable_count as usize);
            Some(frame)
        }
    }

    /// The call of a Python function with `count` arguments on top of the stack; `None` if something
    /// else is called, or a function that has not been linked yet.
    #[inline(always)]
    pub fn function_call(&self, count: usize) -> Option<FunctionCall> {
        let has_receiver = !self.peek(count + 1).is_unbound();
        let function = self.peek(count + 2).get_ref::<Function>()?;
        let code = NonNull::from_ref(function.code.linked()?);
        Some(FunctionCall { function, code, count: count + has_receiver as usize, has_receiver })
    }

    /// The same for a call in which arguments go by name: `places` says for each parameter which
    /// argument it gets, or that it gets its default.
    #[inline(always)]
    pub fn frame_of_keyword_call(
        &mut self,
        count: usize,
        has_receiver: bool,
        places: &ArgumentPlaces,
    ) -> FramePointer {
        assert!(places.is_permutation(count));
        let (frame, arguments, variables) = self.take_call(count, has_receiver);
        let positional = places.positional;
        assert!(count <= variables && positional + places.named_count <= variables);
        // SAFETY: as in `frame_of_call`; each argument is moved once, as has been checked.
        unsafe {
            let slots = Ref::<Frame>::first_slot(frame.0);
            for index in 0..positional {
                slots.add(index).write(arguments.add(index).read());
            }
            for (index, &place) in places.named[..places.named_count].iter().enumerate() {
                let index = positional + index;
                slots.add(index).write(match place {
                    0..FIRST_DEFAULT => arguments.add(place as usize).read(),
                    _ => frame.function.default_at(index, (place - FIRST_DEFAULT) as usize),
                });
            }
            for index in positional + places.named_count..variables {
                slots.add(index).write(Value::Unbound);
            }
            frame.top.set(slots.add(variables));
        }
        frame
    }

    /// Takes function and arguments of a call off the stack: the new frame, where the arguments
    /// still lie, and how many variables the frame has.
    #[inline(always)]
    fn take_call(
        &mut self,
        count: usize,
        has_receiver: bool,
    ) -> (FramePointer, *const Value, usize) {
        // SAFETY: the stack's bounds are verified. The function is moved out and the stack is cut
        // below it; the empty half holds no pointer; the caller moves the arguments.
        unsafe {
            self.top = self.top.sub(count);
            let arguments = self.top.cast_const();
            self.top = self.top.sub(2 - has_receiver as usize);
            let Value::Object(function) = self.top.read() else { panic!("no function") };
            let Ok(function) = function.downcast::<Function>() else { panic!("no function") };
            let (frame, variables) = FramePointer::allocate(function);
            (frame, arguments, variables)
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

/// The call of a Python function, as long as it lies on the stack.
pub struct FunctionCall {
    function: *const Ref<Function>,
    code: NonNull<LinkedCode>,
    /// How many arguments there are, the receiver included.
    pub count: usize,
    pub has_receiver: bool,
}

impl FunctionCall {
    #[inline(always)]
    pub fn shape(&self) -> CallShape {
        // SAFETY: the function on the stack keeps its code.
        unsafe { self.code.as_ref().call_shape }
    }

    /// See [`CodeObject::makes_iterable_coroutines`](crate::object::code::CodeObject).
    #[inline(always)]
    pub fn makes_iterable_coroutine(&self) -> bool {
        // SAFETY: the function lies on the stack.
        unsafe { (&*self.function).code.makes_iterable_coroutines.get() }
    }

    #[inline(always)]
    pub fn kind(&self) -> CodeKind {
        // SAFETY: as in `shape`.
        unsafe { self.code.as_ref().kind }
    }
}

impl FramePointer {
    /// Moves arguments into the first variables of a new frame; the others are unbound.
    ///
    /// # Safety
    /// The arguments must be no more than the variables, and they move: they are not dropped where
    /// they were.
    #[inline(always)]
    unsafe fn move_arguments(self, arguments: *const Value, count: usize, variables: usize) {
        // SAFETY: passed on to the caller; the frame has room for its variables.
        unsafe {
            let slots = self.first_slot();
            for index in 0..count {
                move_value(arguments.add(index), slots.add(index));
            }
            for index in count..variables {
                slots.add(index).write(Value::Unbound);
            }
            self.top.set(slots.add(variables));
        }
    }
}

/// Moves a value, a word at a time. It has usually been written just before, a word at a time: a copy
/// of both words at once would have to wait until they have left the processor's store buffer. The
/// reads are volatile to keep them apart.
///
/// # Safety
/// There must be a value at `from` and room for one at `to`.
#[inline(always)]
unsafe fn move_value(from: *const Value, to: *mut Value) {
    const { assert!(size_of::<Value>() == 2 * size_of::<u64>()) };
    // SAFETY: passed on to the caller; any bytes may be moved as `MaybeUninit`.
    unsafe {
        let from = from.cast::<MaybeUninit<u64>>();
        let to = to.cast::<MaybeUninit<u64>>();
        to.write(from.read_volatile());
        to.add(1).write(from.add(1).read_volatile());
    }
}

/// Moves a value out of a place where it has just been written; no object is left there.
#[inline(always)]
pub fn take_by_words(place: &mut Value) -> Value {
    let mut value = MaybeUninit::<Value>::uninit();
    // SAFETY: the value moves, and its place gets one that is no object.
    unsafe {
        move_value(place, value.as_mut_ptr());
        std::ptr::write(place, Value::Unbound);
        value.assume_init()
    }
}

/// Where the parameters of a call in which arguments go by name get their values from.
pub struct ArgumentPlaces {
    /// The first so many parameters get the arguments with their numbers.
    positional: usize,
    /// For each further parameter the number of its argument, or, from `FIRST_DEFAULT` on, the place
    /// of its default.
    named: [u8; MOST_NAMED],
    named_count: usize,
}

/// So many parameters may follow those that are given by position.
const MOST_NAMED: usize = 16;
const FIRST_DEFAULT: u8 = 64;

impl ArgumentPlaces {
    #[inline(always)]
    pub fn new(positional: usize) -> ArgumentPlaces {
        ArgumentPlaces { positional, named: [0; MOST_NAMED], named_count: 0 }
    }

    /// The next parameter gets an argument. `None` if there are too many.
    #[inline(always)]
    pub fn push_argument(&mut self, number: usize) -> Option<()> {
        if number >= FIRST_DEFAULT as usize {
            return None;
        }
        self.push(number as u8)
    }

    /// The next parameter gets a default, which lies in that place. `None` if there are too many.
    #[inline(always)]
    pub fn push_default(&mut self, place: usize) -> Option<()> {
        if place >= (u8::MAX - FIRST_DEFAULT) as usize {
            return None;
        }
        self.push(place as u8 + FIRST_DEFAULT)
    }

    #[inline(always)]
    fn push(&mut self, place: u8) -> Option<()> {
        *self.named.get_mut(self.named_count)? = place;
        self.named_count += 1;
        Some(())
    }

    /// Whether each of `count` arguments has one place.
    #[inline(always)]
    fn is_permutation(&self, count: usize) -> bool {
        if count >= 64 || self.positional > count {
            return false;
        }
        let mut seen = (1_u64 << self.positional) - 1;
        let mut places = self.positional;
        for &place in &self.named[..self.named_count] {
            if place < FIRST_DEFAULT {
                seen |= 1 << place;
                places += 1;
            }
        }
        places == count && seen == (1 << count) - 1
    }
}
