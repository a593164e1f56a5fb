//! Runs programs: depth first, with a stack of what is still to be tried.
//!
//! The stack also holds what must be put back when the machine returns to an earlier choice: the
//! marks of groups and the counters of loops. So marks are always those of the path that is being
//! tried, whatever loops and assertions lie on it.

use super::MAX_REPEAT;
use super::case::Fold;
use super::charset::Class;
use super::program::{Instruction, One, Place, Program, Start};
use super::subject::Subject;
use super::syntax::At;

/// A slot that holds no position.
pub const NOWHERE: usize = usize::MAX;

/// What a search is asked for.
#[derive(Clone, Copy)]
pub struct Request {
    pub start: usize,
    /// The subject ends here.
    pub end: usize,
    /// The match must reach the end.
    pub whole: bool,
    /// The match must not be empty if it begins at `start`.
    pub not_empty: bool,
}

/// A match.
#[derive(Clone, Debug)]
pub struct Found {
    /// Start and end of each group, the whole first; [`NOWHERE`] if it took no part.
    pub slots: Vec<usize>,
    /// The group that was closed last; 0 if none was.
    pub last_group: usize,
}

/// The search was stopped from outside.
pub struct Stopped;

/// Asked now and then; true stops the search.
pub type Poll<'a> = &'a mut dyn FnMut() -> bool;

enum Entry {
    /// Another way to go on.
    Choice {
        at: Place,
        position: usize,
    },
    /// Characters that a greedy repetition can give back: down to `least`.
    GiveBack {
        next: Place,
        least: usize,
        position: usize,
    },
    /// Characters that a lazy repetition can still take.
    TakeMore {
        at: Place,
        left: u32,
        position: usize,
    },
    Slot {
        slot: usize,
        old: usize,
        last_group: usize,
    },
    Counter {
        counter: usize,
        old: Counter,
    },
}

#[derive(Clone, Copy)]
struct Counter {
    rounds: u32,
    /// Where the last round began.
    last: usize,
}

/// How many steps between two looks at the outside.
const POLL_EVERY: u32 = 1 << 14;

struct Machine<'a, S: Subject> {
    program: &'a Program,
    subject: S,
    request: Request,
    /// Where the match that is being tried begins.
    begin: usize,
    slots: Vec<usize>,
    last_group: usize,
    counters: Vec<Counter>,
    stack: Vec<Entry>,
    steps: u32,
    poll: Poll<'a>,
}

/// A match that begins at the start of the request.
///
/// # Errors
/// [`Stopped`] if `poll` says so.
pub fn match_at<S: Subject>(
    program: &Program,
    subject: S,
    request: Request,
    poll: Poll<'_>,
) -> Result<Option<Found>, Stopped> {
    let mut machine = Machine::new(program, subject, request, poll);
    machine.attempt(request.start)
}

/// The first match that begins at the start of the request or later.
///
/// # Errors
/// [`Stopped`] if `poll` says so.
pub fn search<S: Subject>(
    program: &Program,
    subject: S,
    request: Request,
    poll: Poll<'_>,
) -> Result<Option<Found>, Stopped> {
    let mut machine = Machine::new(program, subject, request, poll);
    let mut at = request.start;
    let prefix = match &program.start {
        Start::Prefix(characters) => {
            let mut bytes = Vec::new();
            characters.iter().for_each(|&c| S::encode(c, &mut bytes));
            bytes
        }
        _ => Vec::new(),
    };
    let finder = memchr::memmem::Finder::new(&prefix);
    loop {
        match &program.start {
            Start::Anywhere => {}
            Start::AtStart => return machine.attempt(at),
            Start::Prefix(_) => {
                let Some(rest) = subject.bytes().get(at..request.end) else { return Ok(None) };
                let Some(found) = finder.find(rest) else { return Ok(None) };
                at += found;
            }
            Start::Set(set) => {
                let set = &program.sets[*set];
                loop {
                    if at >= request.end {
                        return Ok(None);
                    }
                    match subject.next(at) {
                        Some((c, _)) if set.contains(c) => break,
                        Some((_, next)) => at = next,
                        None => return Ok(None),
                    }
                    machine.step()?;
                }
            }
        }
        if let Some(found) = machine.attempt(at)? {
            return Ok(Some(found));
        }
        machine.step()?;
        match subject.next(at) {
            Some((_, next)) if at < request.end => at = next,
            _ => return Ok(None),
        }
    }
}

impl<'a, S: Subject> Machine<'a, S> {
    fn new(program: &'a Program, subject: S, request: Request, poll: Poll<'a>) -> Self {
        Machine {
            program,
            subject,
            request,
            begin: 0,
            slots: vec![NOWHERE; 2 * program.groups + 2],
            last_group: 0,
            counters: vec![Counter { rounds: 0, last: NOWHERE }; program.counters],
            stack: Vec::new(),
            steps: 0,
            poll,
        }
    }

    #[inline]
    fn step(&mut self) -> Result<(), Stopped> {
        self.steps += 1;
        if self.steps >= POLL_EVERY {
            self.steps = 0;
            if (self.poll)() {
                return Err(Stopped);
            }
        }
        Ok(())
    }

    fn attempt(&mut self, at: usize) -> Result<Option<Found>, Stopped> {
        self.begin = at;
        let end = self.run(0, at)?;
        let found = end.map(|end| {
            let mut slots = self.slots.clone();
            slots[0] = at;
            slots[1] = end;
            Found { slots, last_group: self.last_group }
        });
        // What the marks were before the attempt: none.
        if found.is_none() {
            debug_assert!(self.slots.iter().all(|&slot| slot == NOWHERE));
        }
        Ok(found)
    }

    #[inline]
    fn next(&self, at: usize) -> Option<(u32, usize)> {
        if at >= self.request.end { None } else { self.subject.next(at) }
    }

    #[inline]
    fn accepts(&self, one: One, c: u32) -> bool {
        match one {
            One::Literal(wanted) => c == wanted,
            One::Folded(wanted, fold) => fold.lower(c) == wanted,
            One::Set(set) => self.program.sets[set].contains(c),
            One::NotLineFeed => c != 10,
            One::Anything => true,
        }
    }

    /// Takes up to `max` characters; how many, and the position after them.
    fn take(&mut self, one: One, mut at: usize, max: u32) -> Result<(u32, usize), Stopped> {
        let mut count = 0;
        while count < max || max == MAX_REPEAT {
            let Some((c, next)) = self.next(at) else { break };
            if !self.accepts(one, c) {
                break;
            }
            at = next;
            count = count.saturating_add(1);
            self.step()?;
        }
        Ok((count, at))
    }

    fn save(&mut self, slot: usize, position: usize) {
        let old = std::mem::replace(&mut self.slots[slot], position);
        self.stack.push(Entry::Slot { slot, old, last_group: self.last_group });
        if slot % 2 == 1 {
            self.last_group = slot / 2;
        }
    }

    fn set_counter(&mut self, counter: usize, new: Counter) {
        let old = std::mem::replace(&mut self.counters[counter], new);
        self.stack.push(Entry::Counter { counter, old });
    }

    /// Goes back to the last choice above `base`, undoing what was done since.
    fn backtrack(&mut self, base: usize) -> Option<(Place, usize)> {
        while self.stack.len() > base {
            match self.stack.pop()? {
                Entry::Choice { at, position } => return Some((at, position)),
                Entry::GiveBack { next, least, position } => {
                    let position = match self.subject.previous(position) {
                        Some((_, before)) => before,
                        None => least,
                    };
                    if position > least {
                        self.stack.push(Entry::GiveBack { next, least, position });
                    }
                    return Some((next, position));
                }
                Entry::TakeMore { at, left, position } => {
                    let Some(Instruction::Lazy { one, .. }) = self.program.instructions.get(at)
                    else {
                        continue;
                    };
                    let Some((c, after)) = self.next(position) else { continue };
                    if !self.accepts(*one, c) {
                        continue;
                    }
                    let left = if left == MAX_REPEAT { left } else { left - 1 };
                    if left > 0 {
                        self.stack.push(Entry::TakeMore { at, left, position: after });
                    }
                    return Some((at + 1, after));
                }
                Entry::Slot { slot, old, last_group } => {
                    self.slots[slot] = old;
                    self.last_group = last_group;
                }
                Entry::Counter { counter, old } => self.counters[counter] = old,
            }
        }
        None
    }

    /// Forgets the choices above `base` but not how to undo what was done.
    fn commit(&mut self, base: usize) {
        let mut kept = base;
        for index in base..self.stack.len() {
            if matches!(self.stack[index], Entry::Slot { .. } | Entry::Counter { .. }) {
                self.stack.swap(kept, index);
                kept += 1;
            }
        }
        self.stack.truncate(kept);
    }

    /// Undoes everything above `base`.
    fn undo(&mut self, base: usize) {
        while self.stack.len() > base {
            match self.stack.pop() {
                Some(Entry::Slot { slot, old, last_group }) => {
                    self.slots[slot] = old;
                    self.last_group = last_group;
                }
                Some(Entry::Counter { counter, old }) => self.counters[counter] = old,
                _ => {}
            }
        }
    }

    /// Runs up to `Match` or `Done`; the position there. What was on the stack stays; recursion is
    /// as deep as assertions and atomic groups are nested in the pattern.
    fn run(&mut self, start: Place, from: usize) -> Result<Option<usize>, Stopped> {
        let base = self.stack.len();
        let (mut at, mut position) = (start, from);
        loop {
            self.step()?;
            let next = match self.program.instructions[at] {
                Instruction::One(one) => match self.next(position) {
                    Some((c, after)) if self.accepts(one, c) => Some((at + 1, after)),
                    _ => None,
                },
                Instruction::At(place) => self.is_at(place, position).then_some((at + 1, position)),
                Instruction::Save(slot) => {
                    self.save(slot, position);
                    Some((at + 1, position))
                }
                Instruction::Jump(place) => Some((place, position)),
                Instruction::Fork(place) => {
                    self.stack.push(Entry::Choice { at: place, position });
                    Some((at + 1, position))
                }
                Instruction::Greedy { one, min, max } => {
                    let (count, end) = self.take(one, position, max)?;
                    if count < min {
                        None
                    } else {
                        if count > min {
                            let mut least = position;
                            for _ in 0..min {
                                least = self.subject.next(least).map_or(least, |(_, next)| next);
                            }
                            let next = at + 1;
                            self.stack.push(Entry::GiveBack { next, least, position: end });
                        }
                        Some((at + 1, end))
                    }
                }
                Instruction::Lazy { one, min, max } => {
                    let (count, end) = self.take(one, position, min)?;
                    if count < min {
                        None
                    } else {
                        let left = if max == MAX_REPEAT { max } else { max - min };
                        if left > 0 {
                            self.stack.push(Entry::TakeMore { at, left, position: end });
                        }
                        Some((at + 1, end))
                    }
                }
                Instruction::Possessive { one, min, max } => {
                    let (count, end) = self.take(one, position, max)?;
                    (count >= min).then_some((at + 1, end))
                }
                Instruction::Enter(counter) => {
                    self.set_counter(counter, Counter { rounds: 0, last: NOWHERE });
                    // The jump to the end of the loop counts as no round.
                    let Some(&Instruction::Jump(again)) = self.program.instructions.get(at + 1)
                    else {
                        return Ok(None);
                    };
                    self.look_at_loop(again, position)
                }
                Instruction::Again { counter, .. } => {
                    let Counter { rounds, last } = self.counters[counter];
                    self.set_counter(counter, Counter { rounds: rounds.saturating_add(1), last });
                    self.look_at_loop(at, position)
                }
                Instruction::Assert { behind, negative, next } => {
                    self.assert(at + 1, position, behind, negative)?.then_some((next, position))
                }
                Instruction::Atomic { next } => {
                    let base = self.stack.len();
                    let end = self.run(at + 1, position)?;
                    if end.is_some() {
                        self.commit(base);
                    }
                    end.map(|end| (next, end))
                }
                Instruction::Done => return Ok(Some(position)),
                Instruction::Backreference(group, fold) => {
                    self.same_as_group(group, fold, position)?.map(|end| (at + 1, end))
                }
                Instruction::UnlessGroup(group, place) => {
                    let next = if self.group(group).is_some() { at + 1 } else { place };
                    Some((next, position))
                }
                Instruction::Fail => None,
                Instruction::Match => {
                    let Request { end, start, whole, not_empty } = self.request;
                    let refused = whole && position != end
                        || not_empty && position == start && self.begin == start;
                    if !refused {
                        return Ok(Some(position));
                    }
                    None
                }
            };
            (at, position) = match next {
                Some(next) => next,
                None => match self.backtrack(base) {
                    Some(next) => next,
                    None => return Ok(None),
                },
            };
        }
    }

    /// Whether a loop goes on, after its counter was moved.
    fn look_at_loop(&mut self, at: Place, position: usize) -> Option<(Place, usize)> {
        let Some(&Instruction::Again { counter, min, max, lazy, body }) =
            self.program.instructions.get(at)
        else {
            return None;
        };
        let Counter { rounds, last } = self.counters[counter];
        if rounds < min {
            return Some((body, position));
        }
        // A round that took nothing is not followed by another.
        let another = (rounds < max || max == MAX_REPEAT) && position != last;
        if !another {
            return Some((at + 1, position));
        }
        if lazy {
            // Should the rest fail, the round begins with the counter as it is noted here.
            self.set_counter(counter, Counter { rounds, last: position });
            self.stack.push(Entry::Choice { at: body, position });
            return Some((at + 1, position));
        }
        self.stack.push(Entry::Choice { at: at + 1, position });
        self.set_counter(counter, Counter { rounds, last: position });
        Some((body, position))
    }

    fn assert(
        &mut self,
        body: Place,
        position: usize,
        back: Option<u32>,
        negative: bool,
    ) -> Result<bool, Stopped> {
        let Some(from) = self.subject.back(position, back.unwrap_or(0) as usize) else {
            return Ok(negative);
        };
        let base = self.stack.len();
        let end = self.run(body, from)?;
        let holds = end.is_some();
        if holds && !negative {
            self.commit(base);
        } else {
            self.undo(base);
        }
        Ok(holds != negative)
    }

    fn group(&self, group: usize) -> Option<(usize, usize)> {
        let (start, end) = (self.slots[2 * group], self.slots[2 * group + 1]);
        (start != NOWHERE && end != NOWHERE && start <= end).then_some((start, end))
    }

    fn same_as_group(
        &mut self,
        group: usize,
        fold: Fold,
        position: usize,
    ) -> Result<Option<usize>, Stopped> {
        let Some((mut from, end)) = self.group(group) else { return Ok(None) };
        let mut position = position;
        while from < end {
            let (Some((wanted, next)), Some((c, after))) =
                (self.subject.next(from), self.next(position))
            else {
                return Ok(None);
            };
            if fold.lower(wanted) != fold.lower(c) {
                return Ok(None);
            }
            (from, position) = (next, after);
            self.step()?;
        }
        Ok(Some(position))
    }

    fn is_at(&self, at: At, position: usize) -> bool {
        let end = self.request.end;
        let line_feed = |found: Option<(u32, usize)>| matches!(found, Some((10, _)));
        match at {
            At::Start => position == 0,
            At::LineStart => position == 0 || line_feed(self.subject.previous(position)),
            At::End => position == end,
            At::LineEnd => position == end || line_feed(self.next(position)),
            At::EndOrLastLine => {
                position == end || position + 1 == end && line_feed(self.next(position))
            }
            At::Boundary { unicode } => end != 0 && self.is_boundary(position, unicode),
            At::NotBoundary { unicode } => end != 0 && !self.is_boundary(position, unicode),
        }
    }

    fn is_boundary(&self, position: usize, unicode: bool) -> bool {
        let is_word = |found: Option<(u32, usize)>| {
            found.is_some_and(|(c, _)| Class::Word.contains(c, unicode) || c == '_' as u32)
        };
        is_word(self.subject.previous(position)) != is_word(self.next(position))
    }
}
