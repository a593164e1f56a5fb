//! The queue of what is ready, in blocks: first in, first out.
//!
//! A million tasks that are made at once stand in it for one turn. In one piece of memory they would
//! be moved each time it grows, and leave a hole of that size behind them; blocks are given back one
//! after the other, to whatever the tasks need next.

use std::collections::VecDeque;

use crate::object::allocator::MOST_CHUNK_BYTES;

/// How many entries a block has room for: with those of the loop it is just larger than a chunk of
/// objects, which then can take its place.
const BLOCK: usize = MOST_CHUNK_BYTES / 24 + 1;

pub struct ReadyQueue<T> {
    /// The oldest entries. It is empty only if the queue is.
    front: VecDeque<T>,
    /// What came later, in blocks of which all but the last are full.
    rest: VecDeque<VecDeque<T>>,
}

impl<T> Default for ReadyQueue<T> {
    fn default() -> ReadyQueue<T> {
        ReadyQueue { front: VecDeque::new(), rest: VecDeque::new() }
    }
}

impl<T> ReadyQueue<T> {
    pub fn is_empty(&self) -> bool {
        self.front.is_empty()
    }

    pub fn len(&self) -> usize {
        let rest = match self.rest.back() {
            None => 0,
            Some(last) => (self.rest.len() - 1) * BLOCK + last.len(),
        };
        self.front.len() + rest
    }

    #[inline]
    pub fn push_back(&mut self, entry: T) {
        if self.front.len() < BLOCK && self.rest.is_empty() {
            self.front.push_back(entry);
        } else {
            self.push_behind(entry);
        }
    }

    #[inline(never)]
    fn push_behind(&mut self, entry: T) {
        match self.rest.back_mut() {
            Some(last) if last.len() < BLOCK => last.push_back(entry),
            _ => {
                let mut block = VecDeque::with_capacity(BLOCK);
                block.push_back(entry);
                self.rest.push_back(block);
            }
        }
    }

    #[inline]
    pub fn pop_front(&mut self) -> Option<T> {
        let entry = self.front.pop_front();
        if self.front.is_empty()
            && let Some(next) = self.rest.pop_front()
        {
            self.front = next;
        }
        entry
    }

    /// Takes out what `keep` does not want to keep.
    pub fn retain(&mut self, keep: impl FnMut(&T) -> bool) {
        let all = std::mem::take(self);
        let entries = all.front.into_iter().chain(all.rest.into_iter().flatten());
        entries.filter(keep).for_each(|entry| self.push_back(entry));
    }

    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.front.iter().chain(self.rest.iter().flatten())
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, ReadyQueue};

    #[test]
    fn entries_come_out_in_their_order_across_blocks() {
        let mut queue = ReadyQueue::default();
        let (mut pushed, mut popped) = (0, 0);
        // Growing, shrinking, and growing again while blocks stand in line.
        for (pushes, pops) in [(3 * BLOCK + 5, BLOCK / 2), (BLOCK, 3 * BLOCK), (7, BLOCK + 512)] {
            for _ in 0..pushes {
                queue.push_back(pushed);
                pushed += 1;
            }
            assert_eq!(queue.len(), pushed - popped);
            assert!(queue.iter().copied().eq(popped..pushed));
            for _ in 0..pops {
                assert_eq!(queue.pop_front(), (popped < pushed).then_some(popped));
                popped = (popped + 1).min(pushed);
            }
            assert_eq!(queue.len(), pushed - popped);
            assert_eq!(queue.is_empty(), pushed == popped);
        }
        assert_eq!(queue.pop_front(), None);
    }

    #[test]
    fn what_is_taken_out_leaves_the_others_in_their_order() {
        let mut queue = ReadyQueue::default();
        (0..5 * BLOCK).for_each(|number| queue.push_back(number));
        queue.retain(|number| number % 3 == 1);
        assert!(queue.iter().copied().eq((0..5 * BLOCK).filter(|number| number % 3 == 1)));
        assert_eq!(queue.len(), queue.iter().count());
    }
}
