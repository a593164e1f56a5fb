//! Looking at suspended code from outside, without running or changing anything: where a generator
//! or coroutine stands, what its variables are, what it waits for.

use super::generator::at_foreign_delegate;
use super::import::is_library_file;
use crate::object::awaiter::Awaiter;
use crate::object::frame::{Frame, FramePointer, FrameState};
use crate::object::function::{BoundMethod, CellObject};
use crate::object::native_coroutine::NativeCoroutine;
use crate::object::{Ref, Value};

/// The frame of a generator, coroutine or async generator, or of what drives one.
pub fn frame_of(value: &Value) -> Option<Ref<Frame>> {
    if let Some(frame) = value.get_ref::<Frame>() {
        return Some(frame.clone());
    }
    value.get::<Awaiter>().and_then(|awaiter| awaiter.target.clone())
}

/// The coroutine written in Rust that a value is, or that it drives.
pub fn native_coroutine(value: &Value) -> Option<Ref<NativeCoroutine>> {
    match value.get::<Awaiter>() {
        Some(awaiter) => awaiter.argument.get().get_ref::<NativeCoroutine>().cloned(),
        None => value.get_ref::<NativeCoroutine>().cloned(),
    }
}

/// The frames between a generator or coroutine and the place where it stands, outermost first.
pub fn chain(root: &Ref<Frame>) -> Vec<Ref<Frame>> {
    // Delegation through foreign iterators is followed a bounded number of times.
    const MAX_LENGTH: usize = 10_000;
    let mut frames: Vec<Ref<Frame>> = Vec::new();
    let mut next = Some(root.clone());
    while let Some(part) = next
        && frames.len() < MAX_LENGTH
    {
        let root = FramePointer::of(&part);
        let mut inner = Vec::new();
        let mut current = match part.state.get() {
            FrameState::Suspended => root.innermost(),
            _ => None,
        };
        while let Some(frame) = current
            && frame != root
        {
            inner.push(frame.to_ref());
            current = frame.caller();
        }
        frames.push(part);
        frames.extend(inner.into_iter().rev());
        next = frames.last().and_then(delegate).and_then(|value| frame_of(&value));
    }
    frames
}

/// What a suspended frame delegates to, if that is not a frame of the same chain.
pub fn delegate(frame: &Ref<Frame>) -> Option<Value> {
    let pointer = FramePointer::of(frame);
    let is_settled = matches!(frame.state.get(), FrameState::Suspended | FrameState::Delegated);
    if !is_settled || !at_foreign_delegate(pointer) {
        return None;
    }
    pointer.end_stand_in();
    (pointer.stack_depth() > 0).then(|| pointer.peek(0))
}

/// Whether a frame belongs to the library that comes with the interpreter.
pub fn in_library(frame: &Frame) -> bool {
    is_library_file(&frame.code().code.source.name)
}

/// The local variables that have a value, parameters first.
pub fn locals(frame: &Ref<Frame>) -> Vec<(String, Value)> {
    let pointer = FramePointer::of(frame);
    let code = frame.code();
    if !pointer.has_variables() || frame.state.get() == FrameState::Running {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (place, name) in code.slot_names.iter().enumerate() {
        let mut value = pointer.variable(place);
        let is_cell = place >= code.free_start as usize
            || code.code.cells.iter().any(|cell| **cell == *name.as_str());
        if is_cell && let Some(cell) = value.get::<CellObject>() {
            value = cell.content.get();
        }
        // Names with a dot are the compiler's own.
        if !value.is_unbound() && !name.as_str().starts_with('.') {
            found.push((name.as_str().to_owned(), value));
        }
    }
    found
}

/// The objects that a suspended frame keeps on its operand stack, as it does inside a `with`, and
/// those whose methods lie there.
pub fn held_on_stack(frame: &Ref<Frame>) -> Vec<Value> {
    let pointer = FramePointer::of(frame);
    let is_settled = matches!(frame.state.get(), FrameState::Suspended | FrameState::Delegated);
    if !is_settled || !pointer.has_variables() {
        return Vec::new();
    }
    let held = |place| {
        let value = pointer.peek(place);
        let receiver = value.get::<BoundMethod>().map(|method| method.receiver.clone());
        receiver.unwrap_or(value)
    };
    (0..pointer.stack_depth()).map(held).collect()
}
