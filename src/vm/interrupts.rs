//! What happens between instructions: interrupts and the collector.

use std::sync::atomic::Ordering;

use crate::builtins::exceptions::ExceptionKind;
use crate::modules::signal::SIG_IGN;
use crate::object::frame::{Frame, FrameProxy};
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::threads::ThreadId;
use crate::vm::Vm;

/// After so many jumps back and returns the dispatch loop gets its turn, and the collector may run.
pub const ROUNDS_PER_LOOK: u32 = 256;

impl Vm {
    /// Looks after whatever asked for attention: the collector, an interrupt.
    ///
    /// # Errors
    /// KeyboardInterrupt, or what the script's own handler of SIGINT raises.
    #[cold]
    #[inline(never)]
    pub fn attend(&mut self) -> Result<()> {
        self.rounds = self.rounds_per_look;
        self.collect_if_due();
        self.tick();
        self.take_interrupt()
    }

    /// Delivers an interrupt, if one has arrived.
    ///
    /// # Errors
    /// KeyboardInterrupt, or what the script's own handler of SIGINT raises.
    #[cold]
    pub fn take_interrupt(&mut self) -> Result<()> {
        if !self.interrupt.load(Ordering::Relaxed) {
            return Ok(());
        }
        // Signals are the main thread's affair.
        if self.threads.current != ThreadId::MAIN {
            self.interrupt_main_thread();
            return Ok(());
        }
        if !self.host.take_interrupt() {
            return Ok(());
        }
        self.interrupt.store(false, Ordering::Relaxed);
        self.deliver_interrupt()
    }

    /// Calls the handler of SIGINT.
    ///
    /// # Errors
    /// KeyboardInterrupt, or what the script's own handler raises.
    pub fn deliver_interrupt(&mut self) -> Result<()> {
        let handler = self.system.interrupt_handler.clone();
        match handler {
            Some(Value::Int(SIG_IGN)) => Ok(()),
            Some(handler @ Value::Object(_)) => {
                let frame = match self.current {
                    Some(frame) => FrameProxy::new(frame.to_ref()).into(),
                    None => Value::None,
                };
                self.call(&handler, &[Value::Int(2), frame]).map(drop)
            }
            _ if self.asyncio.postpones_interrupt() => Ok(()),
            _ => Err(self.exception(ExceptionKind::KeyboardInterrupt, [])),
        }
    }

    /// Remembers where a coroutine was made: `cr_origin`.
    #[cold]
    pub fn record_origin(&mut self, coroutine: &Ref<Frame>) {
        let mut frames = self.frames();
        frames.truncate(self.system.origin_tracking_depth as usize);
        let origin = Tuple::new(frames.into_iter().map(|frame| {
            let code = &frame.code().code;
            Value::from(Tuple::new([
                Value::from(code.source.name.as_str()),
                Value::Int(frame.line() as i64),
                Value::from(&*code.name),
            ]))
        }));
        coroutine.rare_mut(|rare| rare.origin = Some(origin.into()));
    }
}
