//! Who waits for the generators in execution: a stack with an entry for each of them.

use crate::object::Ref;
use crate::object::frame::{Frame, FramePointer};

/// Who waits for a generator to yield.
pub struct Resumer {
    /// The frame that goes on then.
    pub from: Option<FramePointer>,
    pub root: Ref<Frame>,
    pub mode: ResumeMode,
    /// How many frames are in execution below the generator's chain.
    pub depth: u32,
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
/// entry without calling anything, which `Vec::push` would; and an entry is written and read field by
/// field, because one that moves as a whole goes over memory.
#[derive(Default)]
pub struct Resumers {
    places: Vec<Place>,
    count: usize,
}

/// A place of the stack: a [`Resumer`] as long as it has a root.
struct Place {
    root: Option<Ref<Frame>>,
    from: Option<FramePointer>,
    mode: ResumeMode,
    depth: u32,
    thrown: u32,
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
        let empty =
            || Place { root: None, from: None, mode: ResumeMode::Native, depth: 0, thrown: 0 };
        self.places.resize_with(places, empty);
    }

    #[inline(always)]
    pub fn pop(&mut self) -> Option<Resumer> {
        self.pop_if(|_, _| true)
    }

    /// The same, if the root and the frame that goes on after it are such as are wanted.
    #[inline(always)]
    pub fn pop_if(
        &mut self,
        wanted: impl FnOnce(&Ref<Frame>, Option<FramePointer>) -> bool,
    ) -> Option<Resumer> {
        let top = self.count.checked_sub(1)?;
        let place = self.places.get_mut(top)?;
        if !wanted(place.root.as_ref()?, place.from) {
            return None;
        }
        self.count = top;
        let &mut Place { ref mut root, from, mode, depth, thrown } = place;
        Some(Resumer { root: root.take()?, from, mode, depth, thrown })
    }

    /// A frame has left the innermost chain, and `depth` frames are left in execution; tells whether an
    /// exception that was thrown into the chain was still on its way through that frame.
    #[inline(always)]
    pub fn shorten_chain(&mut self, depth: u32) -> bool {
        let Some(place) = self.count.checked_sub(1).and_then(|top| self.places.get_mut(top)) else {
            return false;
        };
        if place.thrown == 0 {
            return false;
        }
        let left = depth - place.depth;
        let thrown = place.thrown > left;
        place.thrown = place.thrown.min(left);
        thrown
    }

    /// Which frame goes on after each generator in execution, innermost first.
    pub fn waiting_frames(&self) -> impl Iterator<Item = Option<FramePointer>> {
        self.places[..self.count].iter().rev().map(|place| place.from)
    }
}

/// An empty place on top of the stack.
pub struct Vacancy<'a> {
    place: &'a mut Place,
    count: &'a mut usize,
}

impl Vacancy<'_> {
    #[inline(always)]
    pub fn fill(self, resumer: Resumer) {
        let empty = self.place.root.replace(resumer.root);
        debug_assert!(empty.is_none());
        // Nothing is to be dropped, and nothing is to be called for it.
        std::mem::forget(empty);
        self.place.from = resumer.from;
        self.place.mode = resumer.mode;
        self.place.depth = resumer.depth;
        self.place.thrown = resumer.thrown;
        *self.count += 1;
    }
}
