//! Who waits for the generators in execution: a stack with an entry for each of them.

use crate::object::Ref;
use crate::object::frame::{Frame, FramePointer};

/// Who waits for a generator to yield.
pub struct Resumer {
    /// The frame that goes on then.
    pub from: Option<FramePointer>,
    pub root: Ref<Frame>,
    pub mode: ResumeMode,
    /// How many frames of the chain an exception that was thrown in has not left yet.
    pub thrown: u32,
}

/// What becomes of what a generator yields or returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResumeMode {
    /// The next item of a `for` loop; at the end the loop's jump.
    ForIter(u32),
    /// The result of a call of `next` or `send`; at the end StopIteration.
    Call,
    /// Native code waits: the nested run of the dispatch loop ends.
    Native,
}

/// The stack. Its places are made before they are needed, so that resuming a generator writes its
/// entry without calling anything, which `Vec::push` would.
#[derive(Default)]
pub struct Resumers {
    places: Vec<Option<Resumer>>,
    count: usize,
}

impl Resumers {
    #[inline(always)]
    pub fn push(&mut self, resumer: Resumer) {
        if self.count == self.places.len() {
            self.grow();
        }
        if let Some(vacancy) = self.vacancy() {
            vacancy.fill(resumer);
        }
    }

    /// The place for the next entry, if it has been made.
    #[inline(always)]
    pub fn vacancy(&mut self) -> Option<Vacancy<'_>> {
        Some(Vacancy { place: self.places.get_mut(self.count)?, count: &mut self.count })
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        let places = (2 * self.places.len()).max(16);
        self.places.resize_with(places, || None);
    }

    #[inline(always)]
    pub fn pop(&mut self) -> Option<Resumer> {
        let top = self.count.checked_sub(1)?;
        let resumer = self.places.get_mut(top)?.take();
        self.count = top;
        resumer
    }

    /// The same, if it is one of those that are wanted.
    #[inline(always)]
    pub fn pop_if(&mut self, wanted: impl FnOnce(&Resumer) -> bool) -> Option<Resumer> {
        let top = self.count.checked_sub(1)?;
        let place = self.places.get_mut(top)?;
        if !wanted(place.as_ref()?) {
            return None;
        }
        self.count = top;
        place.take()
    }

    #[inline(always)]
    pub fn last(&self) -> Option<&Resumer> {
        self.places.get(self.count.checked_sub(1)?)?.as_ref()
    }

    #[inline(always)]
    pub fn last_mut(&mut self) -> Option<&mut Resumer> {
        self.places.get_mut(self.count.checked_sub(1)?)?.as_mut()
    }

    /// The entries, innermost first.
    pub fn innermost_first(&self) -> impl Iterator<Item = &Resumer> {
        self.places[..self.count].iter().rev().flatten()
    }
}

/// An empty place on top of the stack.
pub struct Vacancy<'a> {
    place: &'a mut Option<Resumer>,
    count: &'a mut usize,
}

impl Vacancy<'_> {
    #[inline(always)]
    pub fn fill(self, resumer: Resumer) {
        let empty = self.place.replace(resumer);
        debug_assert!(empty.is_none());
        // Nothing is to be dropped, and nothing is to be called for it.
        std::mem::forget(empty);
        *self.count += 1;
    }
}
