//! Modules that one thread runs while another one imports them.

use super::ThreadId;
use crate::object::string::Str;
use crate::object::{Ref, Result};
use crate::vm::Vm;

impl Vm {
    /// The running thread begins to run a module.
    pub fn begin_import(&mut self, name: &Ref<Str>) {
        self.threads.importing.push((name.clone(), self.threads.current));
    }

    /// It has run the module, whatever came of it.
    pub fn end_import(&mut self, name: &Ref<Str>) {
        let current = self.threads.current;
        let importing = &mut self.threads.importing;
        let place = importing.iter().rposition(|(module, by)| *by == current && module.same(name));
        if let Some(place) = place {
            importing.remove(place);
        }
        for waiter in std::mem::take(&mut self.threads.import_waiters) {
            self.unpark(waiter);
        }
    }

    /// Waits while another thread runs the module. Not if that thread waits for an import, too: as
    /// in CPython, circles of imports see modules that are not finished.
    ///
    /// # Errors
    /// What an interrupt raises.
    #[inline]
    pub fn wait_for_import(&mut self, name: &Ref<Str>) -> Result<()> {
        while let Some(thread) = self.importing_thread(name) {
            if thread == self.threads.current || self.threads.import_waiters.contains(&thread) {
                break;
            }
            let current = self.threads.current;
            self.threads.import_waiters.push(current);
            let wake = self.park_checked(None, "an import");
            self.threads.import_waiters.retain(|waiter| *waiter != current);
            wake?;
        }
        Ok(())
    }

    fn importing_thread(&self, name: &Ref<Str>) -> Option<ThreadId> {
        let mut importing = self.threads.importing.iter();
        importing.find(|(module, _)| module.same(name)).map(|(_, thread)| *thread)
    }
}
