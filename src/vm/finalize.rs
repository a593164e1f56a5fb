//! What runs when objects go: `__del__`, the `finally` of suspended generators, the warning about
//! coroutines that were never awaited, callbacks of weak references.

use crate::code::CodeKind;
use crate::object::frame::{Frame, FrameState};

/// Whether Python code or a warning is due when this frame, which nobody holds any more, goes.
pub fn frame_needs_finalizer(frame: &Frame) -> bool {
    match frame.state.get() {
        FrameState::Created => frame.function.code.kind == CodeKind::Coroutine,
        FrameState::Suspended => {
            let pc = frame.pc.get().saturating_sub(1);
            frame.function.code.kind == CodeKind::AsyncGenerator
                || frame.function.code.code.handlers.iter().any(|h| h.start <= pc && pc < h.end)
                // A chain that runs through other generators has their handlers too.
                || frame.chain_length.get() > 1
        }
        FrameState::Running | FrameState::Delegated | FrameState::Finished => false,
    }
}
