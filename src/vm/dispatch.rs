//! The dispatch loop: fetch an instruction, do it, until control leaves native code.
//!
//! Rules for this file. The running frame lives in `registers`, a local variable whose address is
//! never taken, so that its fields stay in machine registers: what is long goes into a function of
//! `Vm` that takes values, not registers. Before anything that may run Python code, collect garbage
//! or look at frames, the registers are saved. Calls, returns, yields and resumptions only exchange
//! the frame in the registers: Python code calling Python code uses no native stack.

use ouro_grammar::ast::{BinaryOperator, Conversion};

use crate::code::CodeKind;
use crate::code::op::{Comparison, FunctionAttribute, Op};
use crate::object::code::CodeObject;
use crate::object::code::Found;
use crate::object::dict::Dict;
use crate::object::exception::Exception;
use crate::object::frame::{
    FRAME_CONSTRUCTOR, FRAME_ENTRY, FRAME_ITERABLE_COROUTINE, Frame, FramePointer, FrameState,
    Registers,
};
use crate::object::function::{CellObject, Function, NativeFunction};
use crate::object::heap::{finalization_pending, tracked_count};
use crate::object::instance::Instance;
use crate::object::iterator::{Iterator, IteratorKind};
use crate::object::list::List;
use crate::object::native::{Input, NativeCall};
use crate::object::range::Slice;
use crate::object::set::{Set, SetTable};
use crate::object::string::Str;
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::append::append_in_place;
use crate::vm::call::Prepared;
use crate::vm::generator::{Begin, Delegation, ResumeMode, Resumption};
use crate::vm::unwind::Unwound;

/// How a run of the dispatch loop ended, other than by an exception.
pub enum RunEnd {
    /// The frame it was started for returned.
    Returned(Value),
    /// The generator it was started for is suspended.
    Yielded(Value),
    /// The async generator it was started for gave an item.
    AsyncYielded(Value),
}

impl Vm {
    /// Runs frames from `start` on until the frame or generator that native code waits for is done.
    /// With `pending`, that exception is raised in `start` first.
    ///
    /// # Errors
    /// The exception that left the frame or generator.
    pub fn run(&mut self, start: FramePointer, pending: Option<Ref<Exception>>) -> Result<RunEnd> {
        self.current = Some(start);
        let mut registers = Registers::load(start);

        // Raises: looks for a handler, in this frame or further out.
        macro_rules! raise {
            ($exception:expr) => {{
                let exception = $exception;
                registers.save();
                match self.raise_in(registers.frame(), exception) {
                    Unwound::Handler(frame) => {
                        self.current = Some(frame);
                        registers = Registers::load(frame);
                        if finalization_pending() {
                            self.run_finalizations();
                        }
                        continue;
                    }
                    Unwound::Exit(end) => return end,
                }
            }};
        }
        // Raises what was thrown into a generator: its context is its own affair.
        macro_rules! throw {
            ($exception:expr) => {
                match self.unwind(registers.frame(), $exception, true) {
                    Unwound::Handler(frame) => {
                        self.current = Some(frame);
                        registers = Registers::load(frame);
                        continue;
                    }
                    Unwound::Exit(end) => return end,
                }
            };
        }
        macro_rules! check {
            ($result:expr) => {
                match $result {
                    Ok(value) => value,
                    Err(exception) => raise!(exception),
                }
            };
        }
        // After something may have been dropped: runs the finalisers that are due.
        macro_rules! finalize {
            () => {
                if finalization_pending() {
                    registers.save();
                    self.run_finalizations();
                }
            };
        }
        macro_rules! enter_frame {
            ($frame:expr) => {{
                let frame: FramePointer = $frame;
                frame.set_caller(Some(registers.frame()));
                self.current = Some(frame);
                registers = Registers::load(frame);
            }};
        }
        // Goes on in another frame whose state has been prepared.
        macro_rules! switch_to {
            ($frame:expr) => {{
                let frame: FramePointer = $frame;
                self.current = Some(frame);
                registers = Registers::load(frame);
            }};
        }
        macro_rules! resumption {
            ($resumption:expr) => {
                match $resumption {
                    Resumption::Continue(frame) => switch_to!(frame),
                    Resumption::Raise(frame, exception) => {
                        switch_to!(frame);
                        raise!(exception)
                    }
                    Resumption::Exit(end) => return Ok(end),
                }
            };
        }
        macro_rules! prepared {
            ($prepared:expr) => {
                match $prepared {
                    Prepared::Done(value) => {
                        registers.push(value);
                        finalize!();
                    }
                    Prepared::Frame(frame) => {
                        registers.save();
                        check!(self.enter(frame));
                        enter_frame!(frame);
                    }
                    Prepared::Construct(frame, instance) => {
                        registers.push(instance);
                        registers.save();
                        check!(self.enter(frame));
                        enter_frame!(frame);
                    }
                    Prepared::Resume(generator, input) => {
                        registers.save();
                        match check!(self.begin_resume(&generator, input, ResumeMode::Call)) {
                            Begin::Run(frame) => switch_to!(frame),
                            Begin::Raise(frame, exception) => {
                                switch_to!(frame);
                                throw!(exception)
                            }
                            Begin::Yielded(value) => registers.push(value),
                            Begin::Returned(value) => raise!(self.stop_iteration(value)),
                        }
                    }
                }
            };
        }

        macro_rules! load_fast {
            ($slot:expr) => {{
                let slot: u32 = $slot;
                let value = registers.variable(slot).clone();
                if value.is_unbound() {
                    raise!(self.unbound_local(registers.code(), slot));
                }
                registers.push(value);
            }};
        }
        macro_rules! compare {
            ($comparison:expr) => {{
                registers.save();
                let b = registers.pop();
                let a = registers.pop();
                let value = check!(self.compare($comparison, &a, &b));
                registers.push(value);
                drop((a, b));
                finalize!();
            }};
        }
        macro_rules! return_value {
            ($value:expr) => {{
                let value: Value = $value;

                let frame = registers.frame();
                registers.save();
                self.depth -= 1;
                let caller = frame.caller();
                let flags = frame.flags.get();
                if flags & (FRAME_ENTRY | FRAME_CONSTRUCTOR) != 0 {
                    frame.state.set(FrameState::Finished);
                    frame.release();
                    if flags & FRAME_ENTRY != 0 {
                        self.current = caller;
                        if finalization_pending() {
                            self.run_finalizations();
                        }
                        return Ok(RunEnd::Returned(value));
                    }
                    if let Some(caller) = caller {
                        switch_to!(caller);
                    }
                    check!(self.check_constructor_result(&value));
                } else {
                    frame.state.set(FrameState::Finished);
                    frame.release();
                    let Some(caller) = caller else {
                        unreachable!("a frame without caller has the entry flag")
                    };
                    switch_to!(caller);
                    registers.push(value);
                }
                finalize!();
            }};
        }
        macro_rules! for_iter {
            ($target:expr) => {{
                let target: u32 = $target;

                let Value::Object(object) = registers.peek(1) else {
                    raise!(self.system_error("iteration over no iterator"));
                };
                if let Some(iterator) = object.get::<Iterator>() {
                    match iterator.kind {
                        IteratorKind::Range => {
                            let left = iterator.end.get();
                            if left > 0 {
                                let number = iterator.position.get();
                                iterator.position.set(number.wrapping_add(iterator.step.get()));
                                iterator.end.set(left - 1);
                                registers.push(Value::Int(number));
                                continue;
                            }
                            drop(registers.pop());
                            registers.jump(target);
                            continue;
                        }
                        IteratorKind::List => {
                            let place = iterator.position.get() as usize;
                            let item = match iterator.source.get() {
                                Value::Object(source) => {
                                    source.get::<List>().and_then(|list| list.get(place))
                                }
                                _ => None,
                            };
                            match item {
                                Some(item) => {
                                    iterator.position.set(place as i64 + 1);
                                    registers.push(item);
                                }
                                None => {
                                    iterator.exhaust();
                                    drop(registers.pop());
                                    registers.jump(target);
                                    finalize!();
                                }
                            }
                            continue;
                        }
                        _ => {}
                    }
                } else if let Some(generator) = object.downcast_ref::<Frame>() {
                    registers.save();
                    let mode = ResumeMode::ForIter(target);
                    if let Ok(frame) = self.resume_suspended(generator, Value::None, mode) {
                        switch_to!(frame);
                        continue;
                    }
                    let generator = generator.clone();
                    match check!(self.begin_resume(&generator, Input::Send(Value::None), mode)) {
                        Begin::Run(frame) => switch_to!(frame),
                        Begin::Raise(frame, exception) => {
                            switch_to!(frame);
                            throw!(exception)
                        }
                        Begin::Yielded(value) => registers.push(value),
                        Begin::Returned(_) => {
                            drop(registers.pop());
                            registers.jump(target);
                        }
                    }
                    continue;
                }
                registers.save();
                let iterator = registers.peek(1).clone();
                match check!(self.next(&iterator)) {
                    Some(item) => registers.push(item),
                    None => {
                        drop(iterator);
                        drop(registers.pop());
                        registers.jump(target);
                    }
                }
                finalize!();
            }};
        }

        if let Some(exception) = pending {
            match self.unwind(start, exception, true) {
                Unwound::Handler(frame) => switch_to!(frame),
                Unwound::Exit(end) => return end,
            }
        }

        loop {
            match registers.fetch() {
                Op::Nop => {}

                // ── the operand stack ──
                Op::Pop => {
                    if let Value::Object(object) = registers.pop() {
                        drop(object);
                        finalize!();
                    }
                }
                Op::Copy(from_top) => {
                    let value = registers.peek(from_top as usize).clone();
                    registers.push(value);
                }
                Op::Swap(from_top) => {
                    let top = std::mem::replace(registers.peek_mut(1), Value::Unbound);
                    let other = std::mem::replace(registers.peek_mut(from_top as usize), top);
                    *registers.peek_mut(1) = other;
                }
                Op::PushNull => registers.push(Value::Unbound),

                // ── constants ──
                Op::LoadConst(index) => {
                    let value = registers.constant(index).clone();
                    registers.push(value);
                }
                Op::LoadNone => registers.push(Value::None),
                Op::LoadTrue => registers.push(Value::True),
                Op::LoadFalse => registers.push(Value::False),
                Op::LoadInt(value) => registers.push(Value::Int(value as i64)),
                Op::LoadAssertionError => {
                    let kind = crate::builtins::exceptions::ExceptionKind::AssertionError;
                    let class = self.exception_class(kind).clone();
                    registers.push(Value::object(class));
                }

                // ── variables ──
                Op::LoadFast(slot) => load_fast!(slot),
                Op::LoadFastAndClear(slot) => {
                    let value = std::mem::replace(registers.variable_mut(slot), Value::Unbound);
                    registers.push(value);
                }
                Op::StoreFast(slot) => {
                    let value = registers.pop();
                    let old = std::mem::replace(registers.variable_mut(slot), value);
                    if let Value::Object(object) = old {
                        drop(object);
                        finalize!();
                    }
                }
                Op::DeleteFast(slot) => {
                    let old = std::mem::replace(registers.variable_mut(slot), Value::Unbound);
                    if old.is_unbound() {
                        raise!(self.unbound_local(registers.code(), slot));
                    }
                    drop(old);
                    finalize!();
                }
                Op::MakeCell(slot) => {
                    let content = std::mem::replace(registers.variable_mut(slot), Value::Unbound);
                    *registers.variable_mut(slot) = Value::object(CellObject::new(content));
                }
                Op::LoadClosure(slot) => {
                    let cell = registers.variable(slot).clone();
                    registers.push(cell);
                }
                Op::LoadDeref(slot) => {
                    let value = registers.cell(slot).map_or(Value::Unbound, |c| c.content.get());
                    if value.is_unbound() {
                        raise!(self.unbound_cell(registers.code(), slot));
                    }
                    registers.push(value);
                }
                Op::StoreDeref(slot) => {
                    let value = registers.pop();
                    if let Some(cell) = registers.cell(slot) {
                        cell.content.set(value);
                    }
                    finalize!();
                }
                Op::DeleteDeref(slot) => {
                    let old = registers.cell(slot).map_or(Value::Unbound, |c| c.content.take());
                    if old.is_unbound() {
                        raise!(self.unbound_cell(registers.code(), slot));
                    }
                    drop(old);
                    finalize!();
                }
                Op::LoadFromDictOrDeref(slot) => {
                    let mapping = registers.pop();
                    let name = registers.code().slot_names[slot as usize].clone();
                    registers.save();
                    let value = match check!(self.mapping_get(&mapping, &name)) {
                        Some(value) => value,
                        None => {
                            let value =
                                registers.cell(slot).map_or(Value::Unbound, |c| c.content.get());
                            if value.is_unbound() {
                                raise!(self.unbound_cell(registers.code(), slot));
                            }
                            value
                        }
                    };
                    registers.push(value);
                }
                Op::LoadFromDictOrGlobals(name) => {
                    let mapping = registers.pop();
                    let name = registers.code().names[name as usize].clone();
                    registers.save();
                    let value = match check!(self.mapping_get(&mapping, &name)) {
                        Some(value) => value,
                        None => check!(self.load_global(registers.function(), &name)),
                    };
                    registers.push(value);
                }
                Op::LoadGlobal(index) => {
                    let site = &registers.code().global_sites[index as usize];
                    let function = registers.function();
                    let value = if site.globals_version.get() == function.globals.version() {
                        let builtins_version = site.builtins_version.get();
                        if builtins_version == 0 {
                            function.globals.value_at(site.place.get() as usize)
                        } else if builtins_version == function.builtins.version() {
                            function.builtins.value_at(site.place.get() as usize)
                        } else {
                            None
                        }
                    } else {
                        None
                    };
                    let value = match value {
                        Some(value) => value,
                        None => check!(self.load_global_slow(function, site)),
                    };
                    registers.push(value);
                }
                Op::StoreGlobal(name) => {
                    let value = registers.pop();
                    let name = &registers.code().names[name as usize];
                    drop(registers.globals().set_str(name, value));
                    finalize!();
                }
                Op::DeleteGlobal(name) => {
                    let name = &registers.code().names[name as usize];
                    match registers.globals().remove_str(name) {
                        Some(old) => drop(old),
                        None => raise!(self.name_error(name)),
                    }
                    finalize!();
                }
                Op::LoadName(name) => {
                    let name = registers.code().names[name as usize].clone();
                    registers.save();
                    let value = check!(self.load_name(registers.frame(), &name));
                    registers.push(value);
                }
                Op::StoreName(name) => {
                    let value = registers.pop();
                    let name = registers.code().names[name as usize].clone();
                    registers.save();
                    check!(self.store_name(registers.frame(), &name, value));
                    finalize!();
                }
                Op::DeleteName(name) => {
                    let name = registers.code().names[name as usize].clone();
                    registers.save();
                    check!(self.delete_name(registers.frame(), &name));
                    finalize!();
                }
                Op::LoadLocals => {
                    let locals = self.frame_locals_mapping(registers.frame());
                    registers.push(locals);
                }
                Op::SetupAnnotations => {
                    registers.save();
                    check!(self.setup_annotations(registers.frame()));
                }

                // ── attributes and items ──
                Op::LoadAttr(index) => {
                    let site = &registers.code().sites[index as usize];
                    if let Some(instance) = registers.peek(1).get_ref::<Instance>()
                        && site.found.get() == Found::Place
                        && site.shape.get() == instance.shape_id()
                        && instance.with_class(|class| class.version.get() == site.version.get())
                    {
                        let value = instance.slots()[site.place.get() as usize].get();
                        let object = std::mem::replace(registers.peek_mut(1), value);
                        drop(object);
                        finalize!();
                    } else {
                        registers.save();
                        let object = registers.pop();
                        let value = check!(self.load_attribute(&object, site));
                        registers.push(value);
                        drop(object);
                        finalize!();
                    }
                }
                Op::LoadMethod(index) => {
                    let site = &registers.code().sites[index as usize];
                    if let Some(instance) = registers.peek(1).get_ref::<Instance>()
                        && site.found.get() == Found::Method
                        && site.shape.get() == instance.shape_id()
                        && instance.with_class(|class| class.version.get() == site.version.get())
                    {
                        let method = site.value.get();
                        let receiver = std::mem::replace(registers.peek_mut(1), method);
                        registers.push(receiver);
                    } else {
                        registers.save();
                        let object = registers.pop();
                        let (callable, receiver) = check!(self.load_method(object, site));
                        registers.push(callable);
                        registers.push(receiver);
                        finalize!();
                    }
                }
                Op::StoreAttr(index) => {
                    let site = &registers.code().sites[index as usize];
                    let object = registers.pop();
                    let value = registers.pop();
                    if let Some(instance) = object.get_ref::<Instance>()
                        && site.found.get() == Found::Place
                        && site.shape.get() == instance.shape_id()
                        && instance.with_class(|class| class.version.get() == site.version.get())
                    {
                        instance.slots()[site.place.get() as usize].set(value);
                    } else {
                        registers.save();
                        check!(self.store_attribute(&object, site, value));
                    }
                    drop(object);
                    finalize!();
                }
                Op::DeleteAttr(name) => {
                    let name = registers.code().names[name as usize].clone();
                    let object = registers.pop();
                    registers.save();
                    check!(self.delete_attr(&object, &name));
                    drop(object);
                    finalize!();
                }
                Op::LoadSuperAttr(name) => {
                    let name = registers.code().names[name as usize].clone();
                    registers.save();
                    let operands = registers.pop_values(3);
                    let value = check!(self.load_super_attribute(
                        &operands[0],
                        &operands[1],
                        &operands[2],
                        &name
                    ));
                    registers.push(value);
                }
                Op::LoadSuperMethod(name) => {
                    let name = registers.code().names[name as usize].clone();
                    registers.save();
                    let operands = registers.pop_values(3);
                    let (callable, receiver) = check!(self.load_super_method(
                        &operands[0],
                        &operands[1],
                        &operands[2],
                        &name
                    ));
                    registers.push(callable);
                    registers.push(receiver);
                }
                Op::BinarySubscr => {
                    let fast = list_item(registers.peek(2), registers.peek(1));
                    match fast {
                        Some(value) => {
                            drop(registers.pop());
                            let list = std::mem::replace(registers.peek_mut(1), value);
                            drop(list);
                            finalize!();
                        }
                        None => {
                            registers.save();
                            let index = registers.pop();
                            let object = registers.pop();
                            let value = check!(self.get_item(&object, &index));
                            registers.push(value);
                            drop((object, index));
                            finalize!();
                        }
                    }
                }
                Op::StoreSubscr => {
                    registers.save();
                    let index = registers.pop();
                    let object = registers.pop();
                    let value = registers.pop();
                    check!(self.set_item(&object, &index, value));
                    drop((object, index));
                    finalize!();
                }
                Op::DeleteSubscr => {
                    registers.save();
                    let index = registers.pop();
                    let object = registers.pop();
                    check!(self.delete_item(&object, &index));
                    drop((object, index));
                    finalize!();
                }
                Op::BuildSlice(count) => {
                    let step = if count == 3 { registers.pop() } else { Value::None };
                    let stop = registers.pop();
                    let start = registers.pop();
                    registers.push(Value::object(Slice::new(start, stop, step)));
                }

                // ── operators ──
                Op::Binary(operator) => {
                    match binary_fast(operator, registers.peek(2), registers.peek(1)) {
                        Some(value) => {
                            // Neither operand holds a pointer.
                            drop(registers.pop());
                            *registers.peek_mut(1) = value;
                        }
                        None => {
                            registers.save();
                            let b = registers.pop();
                            let a = registers.pop();
                            let value = check!(self.binary(operator, &a, &b));
                            registers.push(value);
                            drop((a, b));
                            finalize!();
                        }
                    }
                }
                Op::InplaceBinary(operator) => {
                    match binary_fast(operator, registers.peek(2), registers.peek(1)) {
                        Some(value) => {
                            drop(registers.pop());
                            *registers.peek_mut(1) = value;
                        }
                        None if operator == BinaryOperator::Add
                            && append_in_place(&mut registers) => {}
                        None => {
                            registers.save();
                            let b = registers.pop();
                            let a = registers.pop();
                            let value = check!(self.inplace(operator, &a, &b));
                            registers.push(value);
                            drop((a, b));
                            finalize!();
                        }
                    }
                }
                Op::UnaryNegative => {
                    registers.save();
                    let value = registers.pop();
                    let result = check!(self.negative(&value));
                    registers.push(result);
                }
                Op::UnaryPositive => {
                    registers.save();
                    let value = registers.pop();
                    let result = check!(self.positive(&value));
                    registers.push(result);
                }
                Op::UnaryInvert => {
                    registers.save();
                    let value = registers.pop();
                    let result = check!(self.invert(&value));
                    registers.push(result);
                }
                Op::UnaryNot => {
                    registers.save();
                    let value = registers.pop();
                    let truth = check!(self.truth(&value));
                    registers.push(Value::bool(!truth));
                    drop(value);
                    finalize!();
                }
                Op::ToBool => {
                    registers.save();
                    let value = registers.pop();
                    let truth = check!(self.truth(&value));
                    registers.push(Value::bool(truth));
                }
                Op::Compare(comparison) => {
                    let fast = match (registers.peek(2), registers.peek(1)) {
                        (Value::Int(a), Value::Int(b)) => Some(compare_fast(comparison, a, b)),
                        (Value::Float(a), Value::Float(b)) => {
                            Some(compare_fast(comparison, &a.get(), &b.get()))
                        }
                        _ => None,
                    };
                    match fast {
                        Some(truth) => {
                            drop(registers.pop());
                            *registers.peek_mut(1) = Value::bool(truth);
                        }
                        None => compare!(comparison),
                    }
                }
                Op::Is(negated) => {
                    let b = registers.pop();
                    let a = registers.pop();
                    registers.push(Value::bool(a.is(&b) != negated));
                    drop((a, b));
                    finalize!();
                }
                Op::Contains(negated) => {
                    registers.save();
                    let container = registers.pop();
                    let item = registers.pop();
                    let found = check!(self.contains(&container, &item));
                    registers.push(Value::bool(found != negated));
                    drop((container, item));
                    finalize!();
                }

                // ── jumps ──
                Op::Jump(target) => registers.jump(target),
                Op::JumpBackward(target) => {
                    if self.interrupt.load(std::sync::atomic::Ordering::Relaxed)
                        || tracked_count() > self.attention_threshold
                    {
                        registers.save();
                        check!(self.attend());
                    }
                    registers.jump(target);
                }
                Op::PopJumpIfFalse(target) => {
                    let truth = match registers.peek(1) {
                        Value::True => true,
                        Value::False => false,
                        _ => {
                            registers.save();
                            let value = registers.peek(1).clone();
                            check!(self.truth(&value))
                        }
                    };
                    if let Value::Object(object) = registers.pop() {
                        drop(object);
                        finalize!();
                    }
                    if !truth {
                        registers.jump(target);
                    }
                }
                Op::PopJumpIfTrue(target) => {
                    let truth = match registers.peek(1) {
                        Value::True => true,
                        Value::False => false,
                        _ => {
                            registers.save();
                            let value = registers.peek(1).clone();
                            check!(self.truth(&value))
                        }
                    };
                    if let Value::Object(object) = registers.pop() {
                        drop(object);
                        finalize!();
                    }
                    if truth {
                        registers.jump(target);
                    }
                }
                Op::PopJumpIfNone(target) => {
                    if registers.pop().is_none() {
                        registers.jump(target);
                    }
                }
                Op::PopJumpIfNotNone(target) => {
                    if !registers.pop().is_none() {
                        registers.jump(target);
                    }
                }
                Op::JumpIfFalseOrPop(target) => {
                    registers.save();
                    let value = registers.peek(1).clone();
                    if check!(self.truth(&value)) {
                        drop(registers.pop());
                    } else {
                        registers.jump(target);
                    }
                }
                Op::JumpIfTrueOrPop(target) => {
                    registers.save();
                    let value = registers.peek(1).clone();
                    if check!(self.truth(&value)) {
                        registers.jump(target);
                    } else {
                        drop(registers.pop());
                    }
                }

                // ── building ──
                Op::BuildTuple(count) => {
                    let items = registers.pop_values(count as usize);
                    registers.push(Value::object(Tuple::new(items)));
                }
                Op::BuildList(count) => {
                    let items = registers.pop_values(count as usize);
                    registers.push(Value::object(List::new(items)));
                }
                Op::BuildSet(count) => {
                    registers.save();
                    let items = registers.pop_values(count as usize);
                    let set = Set::new(SetTable::default());
                    check!(
                        items.into_iter().try_for_each(|item| self.set_add(&set, item).map(drop))
                    );
                    registers.push(Value::object(set));
                }
                Op::BuildMap(count) => {
                    registers.save();
                    let items = registers.pop_values(2 * count as usize);
                    let dict = Dict::with_capacity(count as usize);
                    check!(items.chunks_exact(2).try_for_each(|pair| {
                        self.dict_set(&dict, pair[0].clone(), pair[1].clone())
                    }));
                    drop(items);
                    registers.push(Value::object(dict));
                }
                Op::BuildString(count) => {
                    let items = registers.top_values(count as usize);
                    let length = items.iter().map(|s| s.as_str().map_or(0, str::len)).sum();
                    let mut text = String::with_capacity(length);
                    for item in items {
                        text.push_str(item.as_str().unwrap_or_default());
                    }
                    registers.drop_values(count as usize);
                    registers.push(Value::object(Str::from_string(text)));
                }
                Op::ConvertValue(conversion) => {
                    registers.save();
                    let value = registers.pop();
                    let text = check!(match conversion {
                        Conversion::Repr => self.repr(&value),
                        Conversion::Ascii => self.ascii(&value),
                        Conversion::Str | Conversion::None => self.to_str(&value),
                    });
                    registers.push(Value::object(text));
                }
                Op::FormatSimple => {
                    if registers.peek(1).get_exact::<Str>().is_none() {
                        registers.save();
                        let value = registers.pop();
                        let text = check!(self.format(&value, ""));
                        registers.push(Value::object(text));
                    }
                }
                Op::FormatWithSpec => {
                    registers.save();
                    let spec = registers.pop();
                    let value = registers.pop();
                    let text = check!(self.format(&value, spec.as_str().unwrap_or_default()));
                    registers.push(Value::object(text));
                }
                Op::ListAppend(from_top) => {
                    let item = registers.pop();
                    if let Some(list) = registers.peek(from_top as usize).get::<List>() {
                        list.items.borrow_mut().push(item);
                    }
                }
                Op::SetAdd(from_top) => {
                    registers.save();
                    let item = registers.pop();
                    if let Some(set) = registers.peek(from_top as usize).get_ref::<Set>().cloned() {
                        check!(self.set_add(&set, item));
                    }
                }
                Op::MapAdd(from_top) => {
                    registers.save();
                    let value = registers.pop();
                    let key = registers.pop();
                    if let Some(dict) = registers.peek(from_top as usize).get_ref::<Dict>().cloned()
                    {
                        check!(self.dict_set(&dict, key, value));
                    }
                }
                Op::ListExtend(from_top) => {
                    registers.save();
                    let iterable = registers.pop();
                    let list = registers.peek(from_top as usize).clone();
                    check!(self.extend_list_star(&list, &iterable));
                }
                Op::SetUpdate(from_top) => {
                    registers.save();
                    let iterable = registers.pop();
                    if let Some(set) = registers.peek(from_top as usize).get_ref::<Set>().cloned() {
                        check!(self.set_update(&set, &iterable));
                    }
                }
                Op::DictUpdate(from_top) => {
                    registers.save();
                    let mapping = registers.pop();
                    if let Some(dict) = registers.peek(from_top as usize).get_ref::<Dict>().cloned()
                    {
                        check!(self.dict_update_star(&dict, &mapping));
                    }
                }
                Op::DictMerge(from_top) => {
                    registers.save();
                    let mapping = registers.pop();
                    // callable, self, args, dict
                    let callable = registers.peek(from_top as usize + 3).clone();
                    if let Some(dict) = registers.peek(from_top as usize).get_ref::<Dict>().cloned()
                    {
                        check!(self.dict_merge_keywords(&dict, &mapping, &callable));
                    }
                }
                Op::ListToTuple => {
                    let list = registers.pop();
                    let items = list.get::<List>().map(|list| list.items.take());
                    registers.push(Value::object(Tuple::new(items.unwrap_or_default())));
                }
                Op::UnpackSequence(count) => {
                    let count = count as usize;
                    let value = registers.pop();
                    if let Some(tuple) = value.get_ref::<Tuple>()
                        && tuple.len() == count
                        && !tuple.as_object().is_derived()
                    {
                        for item in tuple.items().iter().rev() {
                            registers.push(item.clone());
                        }
                    } else {
                        registers.save();
                        let items = check!(self.unpack(&value, count));
                        for item in items.into_iter().rev() {
                            registers.push(item);
                        }
                    }
                    drop(value);
                    finalize!();
                }
                Op::UnpackEx(before, after) => {
                    registers.save();
                    let value = registers.pop();
                    let items =
                        check!(self.unpack_with_star(&value, before as usize, after as usize));
                    for item in items.into_iter().rev() {
                        registers.push(item);
                    }
                }

                // ── calls ──
                Op::Call(count) => {
                    let count = count as usize;
                    let has_receiver = !registers.peek(count + 1).is_unbound();
                    let total = count + has_receiver as usize;
                    if let Some(function) = registers.peek(count + 2).get::<Function>()
                        && function.code.has_simple_parameters
                        && function.code.argument_count as usize == total
                        && self.depth < self.depth_limit
                    {
                        let Some(frame) = registers.frame_of_call(total, has_receiver) else {
                            unreachable!("the callable is a function")
                        };
                        let code = frame.code();
                        if !frame.function.closure.is_unbound() {
                            frame.fill_closure(code);
                        }
                        registers.save();
                        if code.kind == CodeKind::Function {
                            self.depth += 1;
                            enter_frame!(frame);
                        } else {
                            let code = code.clone();
                            let generator = self.generator_object(&code, frame);
                            registers.push(generator);
                        }
                    } else if let Some(native) = registers.peek(count + 2).get::<NativeFunction>()
                        && let NativeCall::Resume(_) = native.native.call
                        && (total == 1 || total == 2 && native.is_method.get())
                        && let Some(generator) = registers.peek(total).get_ref::<Frame>()
                        && generator.state.get() == FrameState::Suspended
                        && generator.code().kind != CodeKind::AsyncGenerator
                    {
                        let value = if total == 2 { registers.pop() } else { Value::None };
                        let generator = registers.pop();
                        if !has_receiver {
                            drop(registers.pop());
                        }
                        drop(registers.pop());
                        registers.save();
                        let Value::Object(object) = generator else {
                            unreachable!("it has been looked at")
                        };
                        let Ok(generator) = object.downcast::<Frame>() else {
                            unreachable!("it has been looked at")
                        };
                        match self.resume_suspended(&generator, value, ResumeMode::Call) {
                            Ok(frame) => switch_to!(frame),
                            Err(_) => {
                                raise!(self.recursion_error("maximum recursion depth exceeded"))
                            }
                        }
                    } else {
                        registers.save();
                        let arguments = registers.top_values(total);
                        let callable = registers.peek(count + 2).clone();
                        let prepared = self.prepare(&callable, arguments, &[]);
                        registers.drop_values(count + 2);
                        drop(callable);
                        prepared!(check!(prepared));
                    }
                }
                Op::CallKw { count, names } => {
                    let count = count as usize;
                    let has_receiver = !registers.peek(count + 1).is_unbound();
                    let total = count + has_receiver as usize;
                    registers.save();
                    let names = registers.constant(names).clone();
                    let arguments = registers.top_values(total);
                    let callable = registers.peek(count + 2).clone();
                    let names = names.as_tuple().unwrap_or(&[]);
                    let prepared = self.prepare(&callable, arguments, names);
                    registers.drop_values(count + 2);
                    drop(callable);
                    prepared!(check!(prepared));
                }
                Op::CallEx(has_keywords) => {
                    registers.save();
                    let keywords = if has_keywords { registers.pop() } else { Value::Unbound };
                    let arguments = registers.pop();
                    let receiver = registers.pop();
                    let callable = registers.pop();
                    let prepared = self.prepare_star(&callable, receiver, &arguments, &keywords);
                    drop((callable, arguments, keywords));
                    prepared!(check!(prepared));
                }
                Op::MakeFunction(index) => {
                    let Some(code) = registers.constant(index).get_ref::<CodeObject>().cloned()
                    else {
                        raise!(self.system_error("a function without code"));
                    };
                    let function = registers.function();
                    let new = Function::new(
                        code,
                        function.globals.clone(),
                        function.builtins.clone(),
                        None,
                    );
                    registers.push(Value::object(new));
                }
                Op::SetFunctionAttribute(attribute) => {
                    let function = registers.pop();
                    let value = registers.pop();
                    let function = set_function_attribute(function, attribute, value);
                    registers.push(function);
                }
                Op::LoadBuildClass => {
                    let name = self.names.build_class.clone();
                    match registers.function().builtins.get_str(&name) {
                        Some(function) => registers.push(function),
                        None => raise!(self.name_error(&name)),
                    }
                }
                Op::Return => {
                    let value = registers.pop();
                    return_value!(value);
                }
                Op::ReturnGenerator => {
                    let value = registers.pop();
                    registers.save();
                    resumption!(self.finish_generator(registers.frame(), value));
                    finalize!();
                }
                Op::CallIntrinsic1(intrinsic) => {
                    registers.save();
                    let operand = registers.pop();
                    let result = check!(self.intrinsic1(registers.frame(), intrinsic, operand));
                    registers.push(result);
                }
                Op::CallIntrinsic2(intrinsic) => {
                    registers.save();
                    let second = registers.pop();
                    let first = registers.pop();
                    let result = check!(self.intrinsic2(intrinsic, first, second));
                    registers.push(result);
                }

                // ── iteration, generators, coroutines ──
                Op::GetIter => {
                    if registers
                        .peek(1)
                        .get::<Frame>()
                        .is_some_and(|frame| frame.function.code.kind == CodeKind::Generator)
                        || registers.peek(1).get::<Iterator>().is_some()
                    {
                        continue;
                    }
                    registers.save();
                    let iterable = registers.pop();
                    let iterator = check!(self.iter(&iterable));
                    registers.push(iterator);
                    drop(iterable);
                    finalize!();
                }
                Op::ForIter(target) => for_iter!(target),
                Op::YieldValue => {
                    let value = registers.pop();
                    registers.save();
                    resumption!(self.suspend(registers.frame(), value));
                }
                Op::AsyncYieldValue => {
                    let value = registers.pop();
                    registers.save();
                    resumption!(self.suspend_async_generator(registers.frame(), value));
                }
                Op::GetYieldFromIter => {
                    registers.save();
                    let operand = registers.pop();
                    let in_coroutine = registers.code().kind == CodeKind::Coroutine
                        || registers.frame().has_flag(FRAME_ITERABLE_COROUTINE);
                    let iterator = check!(self.yield_from_iterator(operand, in_coroutine));
                    registers.push(iterator);
                }
                Op::GetAwaitable(kind) => {
                    registers.save();
                    let operand = registers.pop();
                    let iterator = check!(self.awaitable_iterator(operand, kind));
                    registers.push(iterator);
                }
                Op::Delegate => {
                    let input = registers.pop();
                    let target = registers.peek(1).clone();
                    registers.save();
                    match self.delegate(registers.frame(), target, input) {
                        Ok(Delegation::Run(frame)) => switch_to!(frame),
                        Ok(Delegation::Raise(frame, exception)) => {
                            switch_to!(frame);
                            raise!(exception)
                        }
                        Ok(Delegation::Yielded(value)) => {
                            // The instruction runs again with what is sent in.
                            registers.step_back();
                            registers.save();
                            resumption!(self.suspend(registers.frame(), value));
                        }
                        Ok(Delegation::Returned(value)) => {
                            let target = std::mem::replace(registers.peek_mut(1), value);
                            drop(target);
                            finalize!();
                        }
                        Err(exception) => raise!(exception),
                    }
                }
                Op::GetAsyncIter => {
                    registers.save();
                    let operand = registers.pop();
                    let iterator = check!(self.async_iter(&operand));
                    registers.push(iterator);
                }
                Op::GetAsyncNext => {
                    registers.save();
                    let iterator = registers.peek(1).clone();
                    let awaitable = check!(self.async_next(&iterator));
                    registers.push(awaitable);
                }
                Op::EndAsyncFor => {
                    let exception = registers.pop();
                    let Ok(exception) = as_exception(exception) else {
                        raise!(self.system_error("a handler without exception"));
                    };
                    let kind = crate::builtins::exceptions::ExceptionKind::StopAsyncIteration;
                    if self.is_exception(&exception, kind) {
                        drop(registers.pop());
                        drop(exception);
                        finalize!();
                    } else {
                        registers.save();
                        match self.unwind(registers.frame(), exception, false) {
                            Unwound::Handler(frame) => switch_to!(frame),
                            Unwound::Exit(end) => return end,
                        }
                    }
                }

                // ── exceptions ──
                Op::Raise(count) => {
                    registers.save();
                    let cause = if count == 2 { Some(registers.pop()) } else { None };
                    let raised = if count >= 1 { Some(registers.pop()) } else { None };
                    let again = raised.is_none();
                    match self.make_raised(raised, cause) {
                        Ok(exception) if again => {
                            match self.unwind(registers.frame(), exception, false) {
                                Unwound::Handler(frame) => switch_to!(frame),
                                Unwound::Exit(end) => return end,
                            }
                        }
                        Ok(exception) | Err(exception) => raise!(exception),
                    }
                }
                Op::Reraise(_) => {
                    let exception = registers.pop();
                    let Ok(exception) = as_exception(exception) else {
                        raise!(self.system_error("nothing to raise again"));
                    };
                    registers.save();
                    match self.unwind(registers.frame(), exception, false) {
                        Unwound::Handler(frame) => switch_to!(frame),
                        Unwound::Exit(end) => return end,
                    }
                    finalize!();
                }
                Op::PushExcInfo => {
                    let exception = registers.pop();
                    let Ok(handled) = as_exception(exception.clone()) else {
                        raise!(self.system_error("a handler without exception"));
                    };
                    let before = registers.frame().handled.replace(Some(handled));
                    self.handling += 1;
                    registers.push(before.map_or(Value::None, Value::object));
                    registers.push(exception);
                }
                Op::PopExcept => {
                    let before = as_exception(registers.pop()).ok();
                    drop(registers.frame().handled.replace(before));
                    self.handling = self.handling.saturating_sub(1);
                    finalize!();
                }
                Op::CheckExcMatch => {
                    registers.save();
                    let class = registers.pop();
                    let exception = registers.peek(1).clone();
                    let matches = check!(self.exception_matches(&exception, &class));
                    registers.push(Value::bool(matches));
                }
                Op::CheckEgMatch => {
                    registers.save();
                    let class = registers.pop();
                    let exception = registers.pop();
                    let (rest, matched) = check!(self.group_matches(&exception, &class));
                    // What the handler's body handles is its part of the group.
                    if let Ok(group) = as_exception(matched.clone()) {
                        drop(registers.frame().handled.replace(Some(group)));
                    }
                    registers.push(rest);
                    registers.push(matched);
                }
                Op::BeforeWith => {
                    registers.save();
                    let manager = registers.pop();
                    let (exit, receiver, entered) = check!(self.enter_context(&manager, false));
                    registers.push(exit);
                    registers.push(receiver);
                    let (callable, receiver) = entered;
                    let arguments = if receiver.is_unbound() { vec![] } else { vec![receiver] };
                    let prepared = self.prepare(&callable, &arguments, &[]);
                    prepared!(check!(prepared));
                }
                Op::BeforeAsyncWith => {
                    registers.save();
                    let manager = registers.pop();
                    let (exit, receiver, entered) = check!(self.enter_context(&manager, true));
                    registers.push(exit);
                    registers.push(receiver);
                    let (callable, receiver) = entered;
                    let arguments = if receiver.is_unbound() { vec![] } else { vec![receiver] };
                    let prepared = self.prepare(&callable, &arguments, &[]);
                    prepared!(check!(prepared));
                }
                Op::WithExceptStart => {
                    registers.save();
                    // exit, self, origin, handled before, exception
                    let exception = registers.peek(1).clone();
                    let receiver = registers.peek(4).clone();
                    let exit = registers.peek(5).clone();
                    let arguments = self.exit_arguments(receiver, exception);
                    let prepared = self.prepare(&exit, &arguments, &[]);
                    prepared!(check!(prepared));
                }

                // ── imports ──
                Op::ImportName(name) => {
                    let name = registers.code().names[name as usize].clone();
                    registers.save();
                    let from_list = registers.pop();
                    let level = registers.pop();
                    let globals = registers.globals().clone();
                    let module = check!(self.import_name(&name, &globals, &from_list, &level));
                    registers.push(module);
                }
                Op::ImportFrom(name) => {
                    let name = registers.code().names[name as usize].clone();
                    registers.save();
                    let module = registers.peek(1).clone();
                    let value = check!(self.import_from(&module, &name));
                    registers.push(value);
                }

                // ── match ──
                Op::MatchSequence => {
                    let matches = self.is_sequence_for_match(registers.peek(1));
                    registers.push(Value::bool(matches));
                }
                Op::MatchMapping => {
                    let matches = self.is_mapping_for_match(registers.peek(1));
                    registers.push(Value::bool(matches));
                }
                Op::MatchKeys => {
                    registers.save();
                    let keys = registers.peek(1).clone();
                    let subject = registers.peek(2).clone();
                    let values = check!(self.match_keys(&subject, &keys));
                    registers.push(values);
                }
                Op::MatchClass(count) => {
                    registers.save();
                    let names = registers.pop();
                    let class = registers.pop();
                    let subject = registers.pop();
                    let values = check!(self.match_class(&subject, &class, count as usize, &names));
                    registers.push(values);
                }
                Op::GetLen => {
                    registers.save();
                    let value = registers.peek(1).clone();
                    let length = check!(self.length(&value));
                    registers.push(length.into());
                }

                // ── fused instructions ──
                Op::LoadFastLoadFast(a, b) => {
                    let first = registers.variable(a as u32).clone();
                    if first.is_unbound() {
                        raise!(self.unbound_local(registers.code(), a as u32));
                    }
                    registers.push(first);
                    let second = registers.variable(b as u32).clone();
                    if !second.is_unbound() {
                        registers.push(second);
                        registers.skip(1);
                    }
                }
                Op::FastBinaryInt { operator, slot, value } => {
                    let constant = Value::Int(value as i64);
                    match binary_fast(operator, registers.variable(slot as u32), &constant) {
                        Some(value) => {
                            registers.push(value);
                            registers.skip(2);
                        }
                        None => load_fast!(slot as u32),
                    }
                }
                Op::FastBinaryFast { operator, a, b } => {
                    let (first, second) =
                        (registers.variable(a as u32), registers.variable(b as u32));
                    match binary_fast(operator, first, second) {
                        Some(value) => {
                            registers.push(value);
                            registers.skip(2);
                        }
                        None => load_fast!(a as u32),
                    }
                }
                Op::AccumulateInt { operator, slot, value } => {
                    let constant = Value::Int(value as i64);
                    match binary_fast(operator, registers.variable(slot as u32), &constant) {
                        Some(value) => {
                            // What was there is a number.
                            *registers.variable_mut(slot as u32) = value;
                            registers.skip(3);
                        }
                        None => load_fast!(slot as u32),
                    }
                }
                Op::AccumulateFast { operator, a, b } => {
                    let (first, second) =
                        (registers.variable(a as u32), registers.variable(b as u32));
                    match binary_fast(operator, first, second) {
                        Some(value) => {
                            *registers.variable_mut(a as u32) = value;
                            registers.skip(3);
                        }
                        None => load_fast!(a as u32),
                    }
                }
                Op::FastCompareIntJump { comparison, slot, value } => {
                    match registers.variable(slot as u32) {
                        Value::Int(number) => {
                            if compare_fast(comparison, number, &(value as i64)) {
                                registers.skip(3);
                            } else if let Op::PopJumpIfFalse(target) = registers.op_ahead(2) {
                                registers.jump(target);
                            }
                        }
                        _ => load_fast!(slot as u32),
                    }
                }
                Op::FastCompareFastJump { comparison, a, b } => {
                    let truth = match (registers.variable(a as u32), registers.variable(b as u32)) {
                        (Value::Int(a), Value::Int(b)) => Some(compare_fast(comparison, a, b)),
                        (Value::Float(a), Value::Float(b)) => {
                            Some(compare_fast(comparison, &a.get(), &b.get()))
                        }
                        _ => None,
                    };
                    match truth {
                        Some(true) => registers.skip(3),
                        Some(false) => {
                            if let Op::PopJumpIfFalse(target) = registers.op_ahead(2) {
                                registers.jump(target);
                            }
                        }
                        None => load_fast!(a as u32),
                    }
                }
                Op::CompareJump { comparison, target } => {
                    let truth = match (registers.peek(2), registers.peek(1)) {
                        (Value::Int(a), Value::Int(b)) => Some(compare_fast(comparison, a, b)),
                        (Value::Float(a), Value::Float(b)) => {
                            Some(compare_fast(comparison, &a.get(), &b.get()))
                        }
                        _ => None,
                    };
                    match truth {
                        Some(truth) => {
                            registers.drop_values(2);
                            if truth {
                                registers.skip(1);
                            } else {
                                registers.jump(target);
                            }
                        }
                        None => compare!(comparison),
                    }
                }
                Op::FastAttr { slot, site } => {
                    let site = &registers.code().sites[site as usize];
                    if let Some(instance) = registers.variable(slot as u32).get_ref::<Instance>()
                        && site.found.get() == Found::Place
                        && site.shape.get() == instance.shape_id()
                        && instance.with_class(|class| class.version.get() == site.version.get())
                    {
                        let value = instance.slots()[site.place.get() as usize].get();
                        registers.push(value);
                        registers.skip(1);
                    } else {
                        load_fast!(slot as u32);
                    }
                }
                Op::FastSubscrFast { a, b } => {
                    let item =
                        list_item(registers.variable(a as u32), registers.variable(b as u32));
                    match item {
                        Some(item) => {
                            registers.push(item);
                            registers.skip(2);
                        }
                        None => load_fast!(a as u32),
                    }
                }
                Op::ReturnFast(slot) => {
                    // The variable goes with the frame, so its value can be moved out.
                    let value = std::mem::replace(registers.variable_mut(slot), Value::Unbound);
                    if value.is_unbound() {
                        raise!(self.unbound_local(registers.code(), slot));
                    }
                    return_value!(value);
                }
                Op::ForIterStore { slot, target } => {
                    if let Value::Object(object) = registers.peek(1)
                        && let Some(iterator) = object.get::<Iterator>()
                        && iterator.kind == IteratorKind::Range
                    {
                        let left = iterator.end.get();
                        if left > 0 {
                            let number = iterator.position.get();
                            iterator.position.set(number.wrapping_add(iterator.step.get()));
                            iterator.end.set(left - 1);
                            let old = std::mem::replace(
                                registers.variable_mut(slot as u32),
                                Value::Int(number),
                            );
                            registers.skip(1);
                            if let Value::Object(object) = old {
                                drop(object);
                                finalize!();
                            }
                        } else {
                            drop(registers.pop());
                            registers.jump(target);
                        }
                    } else {
                        for_iter!(target);
                    }
                }
            }
        }
    }
}

/// Arithmetic on two small ints or two floats.
#[inline(always)]
fn binary_fast(operator: BinaryOperator, a: &Value, b: &Value) -> Option<Value> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => match operator {
            BinaryOperator::Add => a.checked_add(*b).map(Value::Int),
            BinaryOperator::Subtract => a.checked_sub(*b).map(Value::Int),
            BinaryOperator::Multiply => a.checked_mul(*b).map(Value::Int),
            BinaryOperator::And => Some(Value::Int(a & b)),
            BinaryOperator::Modulo if *b > 0 => Some(Value::Int(a.rem_euclid(*b))),
            BinaryOperator::FloorDivide if *b > 0 => Some(Value::Int(a.div_euclid(*b))),
            _ => None,
        },
        (Value::Float(a), Value::Float(b)) => match operator {
            BinaryOperator::Add => Some(Value::float(a.get() + b.get())),
            BinaryOperator::Subtract => Some(Value::float(a.get() - b.get())),
            BinaryOperator::Multiply => Some(Value::float(a.get() * b.get())),
            _ => None,
        },
        _ => None,
    }
}

/// An item of a list by an index in range.
#[inline(always)]
fn list_item(container: &Value, index: &Value) -> Option<Value> {
    let (Some(list), Value::Int(index)) = (container.get_exact::<List>(), index) else {
        return None;
    };
    let items = list.items.borrow();
    let place = if *index < 0 { index + items.len() as i64 } else { *index };
    items.get(usize::try_from(place).ok()?).cloned()
}

#[inline(always)]
fn compare_fast<T: PartialOrd>(comparison: Comparison, a: &T, b: &T) -> bool {
    match comparison {
        Comparison::Less => a < b,
        Comparison::LessEqual => a <= b,
        Comparison::Equal => a == b,
        Comparison::NotEqual => a != b,
        Comparison::Greater => a > b,
        Comparison::GreaterEqual => a >= b,
    }
}

/// The exception in a value that handlers pass around.
#[inline]
pub fn as_exception(value: Value) -> std::result::Result<Ref<Exception>, Value> {
    match value {
        Value::Object(object) => object.downcast::<Exception>().map_err(Value::Object),
        other => Err(other),
    }
}

fn set_function_attribute(function: Value, attribute: FunctionAttribute, value: Value) -> Value {
    let Some(target) = function.get::<Function>() else { return function };
    match attribute {
        FunctionAttribute::Defaults => target.defaults.set(value),
        FunctionAttribute::KeywordDefaults => target.keyword_defaults.set(value),
        FunctionAttribute::Annotations => {
            target.rare_mut(|rare| rare.annotations = Some(value));
        }
        FunctionAttribute::TypeParams => {
            target.rare_mut(|rare| rare.type_params = Some(value));
        }
        FunctionAttribute::Closure => target.closure.set(value),
    }
    function
}
