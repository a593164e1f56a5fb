//! Interrupts reach the programs under test, however the tests themselves were started.

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Once};

use signal_hook::consts::SIGINT;
use signal_hook::flag::register_conditional_default;

/// A shell starts what runs in the background with SIGINT ignored, and programs inherit that. What
/// has a handler here is back at its default in a new program; here, too, it does what it did.
pub fn let_interrupts_through() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let always = Arc::new(AtomicBool::new(true));
        register_conditional_default(SIGINT, always).expect("interrupts can be handled");
    });
}
