//! What runs when objects go: `__del__`, the `finally` of suspended generators, the warning about
//! coroutines that were never awaited, callbacks of weak references.

use crate::code::CodeKind;
use crate::object::awaiter::{Awaiter, AwaiterKind};
use crate::object::frame::{FRAME_CLOSED, Frame, FrameState};
use crate::object::heap::{
    FLAG_FINALIZE, FLAG_FINALIZED, Finalization, HeapObject, finalization_pending,
    take_finalizations,
};
use crate::object::native::NativeObject;
use crate::object::native_coroutine::NativeCoroutine;
use crate::object::weak::WeakRef;
use crate::object::{ObjectRef, Ref, Value};
use crate::vm::Vm;

/// Whether Python code or a warning is due when this frame, which nobody holds any more, goes.
pub fn frame_needs_finalizer(frame: &Frame) -> bool {
    match frame.state.get() {
        FrameState::Created => frame.linked().kind == CodeKind::Coroutine,
        FrameState::Suspended => {
            let pc = frame.pc().saturating_sub(1);
            frame.linked().kind == CodeKind::AsyncGenerator
                || frame.code().code.handler_at(pc).is_some()
                // A chain that runs through other generators has their handlers too.
                || frame.chain_length.get() > 1
                // The coroutine that is awaited has to be closed.
                || frame.has_stand_in()
        }
        FrameState::Running | FrameState::Delegated | FrameState::Finished => false,
    }
}

impl Vm {
    /// Runs what waits, in the order in which the objects went.
    #[cold]
    #[inline(never)]
    pub fn run_finalizations(&mut self) {
        while finalization_pending() {
            for finalization in take_finalizations() {
                match finalization {
                    Finalization::Object(object) => {
                        object.set_flag(FLAG_FINALIZED);
                        self.finalize_object(&object);
                    }
                    Finalization::WeakCallback(weak_ref) => {
                        let value = Value::Object(weak_ref);
                        let callback = match value.get::<WeakRef>() {
                            Some(weak_ref) => weak_ref.callback.replace(Value::None),
                            None => continue,
                        };
                        // Cleared meanwhile, by the collector.
                        if callback.is_none() {
                            continue;
                        }
                        if let Err(error) = self.call(&callback, std::slice::from_ref(&value)) {
                            self.report_unraisable(&error, None, &callback);
                        }
                    }
                }
            }
        }
    }

    /// Finalises one object; the caller has marked it, so that it happens once.
    pub fn finalize_object(&mut self, object: &ObjectRef) {
        let value = Value::Object(object.clone());
        if let Some(generator) = object.downcast_ref::<Frame>() {
            let generator = generator.clone();
            self.finalize_generator(&generator);
        } else if let Some(coroutine) = object.downcast_ref::<NativeCoroutine>() {
            let coroutine = coroutine.clone();
            self.finalize_native_coroutine(&coroutine);
        } else if let Some(awaiter) = object.get::<Awaiter>() {
            self.warn_awaiter_never_awaited(awaiter);
        } else if let Some(native) = object.get::<NativeObject>()
            && native.needs_finalizer()
        {
            native.data().finalize(self, &value);
        }
        if object.has_flag(FLAG_FINALIZE) {
            let name = self.names.del.clone();
            if let Some(del) = self.lookup_special(&value, &name) {
                let class = self.class_of(&value);
                let result =
                    self.bind(&del, Some(&value), &class).and_then(|bound| self.call(&bound, &[]));
                if let Err(error) = result {
                    self.report_unraisable(&error, None, &del);
                }
            }
        }
    }

    fn finalize_generator(&mut self, generator: &Ref<Frame>) {
        let value = Value::object(generator.clone());
        let kind = generator.linked().kind;
        if kind == CodeKind::AsyncGenerator
            && !generator.has_flag(FRAME_CLOSED)
            && let Some(finalizer) = generator.rare(|rare| rare.finalizer.clone())
        {
            if let Err(error) = self.call(&finalizer, std::slice::from_ref(&value)) {
                self.report_unraisable(&error, None, &value);
            }
            return;
        }
        match generator.state.get() {
            FrameState::Created if kind == CodeKind::Coroutine => {
                self.warn_never_awaited(generator);
            }
            FrameState::Suspended => {
                // What was being handled stays so: closing is invisible to the code around.
                if let Err(error) = self.close_generator(generator) {
                    self.report_unraisable(&error, None, &value);
                }
            }
            _ => {}
        }
    }

    /// `asend()` and `athrow()` that nobody awaited are coroutines that were never awaited.
    fn warn_awaiter_never_awaited(&mut self, awaiter: &Awaiter) {
        let Some(generator) = &awaiter.target else { return };
        let method = match awaiter.kind {
            AwaiterKind::Send => "asend",
            AwaiterKind::Throw => "athrow",
            AwaiterKind::Close => "aclose",
            AwaiterKind::Coroutine | AwaiterKind::NextDefault => return,
        };
        let name = generator.function.qualname();
        let text = format!(
            "coroutine method '{method}' of '{}' was never awaited",
            name.as_str().unwrap_or_default()
        );
        self.warn_unawaited(&text, &Value::object(generator.clone()));
    }
}
