//! Slices and indices: from what a script writes between brackets to places in a sequence.

use crate::object::range::Slice;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;

/// A slice's numbers, not yet fitted to a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SliceNumbers {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
}

/// The places of a sequence that a slice names: `count` of them, from `start` on, `step` apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlicePlaces {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
    pub count: usize,
}

impl SliceNumbers {
    /// Fits the slice to a sequence of that length.
    pub fn fit(self, length: usize) -> SlicePlaces {
        let length = length as i64;
        let backwards = self.step < 0;
        let clamp = |place: i64| {
            if place < 0 {
                let place = place.saturating_add(length);
                if place >= 0 {
                    place
                } else if backwards {
                    -1
                } else {
                    0
                }
            } else if place >= length {
                if backwards { length - 1 } else { length }
            } else {
                place
            }
        };
        let (start, stop) = (clamp(self.start), clamp(self.stop));
        let count = if backwards {
            if stop < start { (start - stop - 1) / -self.step + 1 } else { 0 }
        } else if start < stop {
            (stop - start - 1) / self.step + 1
        } else {
            0
        };
        SlicePlaces { start, stop, step: self.step, count: count as usize }
    }
}

impl SlicePlaces {
    /// The places in the order of the slice.
    pub fn places(self) -> impl ExactSizeIterator<Item = usize> {
        (0..self.count).map(move |n| (self.start + n as i64 * self.step) as usize)
    }

    /// The places as a range, for slices without gaps: `stop` is never before `start`.
    pub fn contiguous(self) -> Option<std::ops::Range<usize>> {
        (self.step == 1).then(|| self.start as usize..self.start as usize + self.count)
    }
}

impl Vm {
    /// A slice's numbers; asks for `__index__` where they are not ints.
    pub fn slice_numbers(&mut self, slice: &Slice) -> Result<SliceNumbers> {
        let step = match &slice.step {
            Value::None => 1,
            step => match self.slice_index(step)? {
                0 => return Err(self.value_error("slice step cannot be zero")),
                step => step.max(-i64::MAX),
            },
        };
        let start = match &slice.start {
            Value::None if step < 0 => i64::MAX,
            Value::None => 0,
            start => self.slice_index(start)?,
        };
        let stop = match &slice.stop {
            Value::None if step < 0 => i64::MIN,
            Value::None => i64::MAX,
            stop => self.slice_index(stop)?,
        };
        Ok(SliceNumbers { start, stop, step })
    }

    /// One number of a slice; too large ones are cut.
    fn slice_index(&mut self, value: &Value) -> Result<i64> {
        if let Value::Int(number) = value {
            return Ok(*number);
        }
        if !self.is_index(value) {
            return Err(self
                .type_error("slice indices must be integers or None or have an __index__ method"));
        }
        self.clamped_index(value)
    }

    /// An optional `start` or `stop` argument of a method: cut to what fits.
    pub fn clamped_index(&mut self, value: &Value) -> Result<i64> {
        let index = self.index(value)?;
        Ok(match index.as_integer() {
            Some(number) => match number.to_i64() {
                Some(number) => number,
                None if number.is_negative() => i64::MIN,
                None => i64::MAX,
            },
            None => 0,
        })
    }

    /// A `start` or `stop` argument of `index()` and its kin, fitted to a length.
    pub fn search_bound(&mut self, value: &Value, length: usize, default: usize) -> Result<usize> {
        let place = match value {
            Value::Unbound => return Ok(default),
            Value::Int(number) => *number,
            value if self.is_index(value) => self.clamped_index(value)?,
            _ => {
                return Err(
                    self.type_error("slice indices must be integers or have an __index__ method")
                );
            }
        };
        Ok(if place < 0 {
            place.saturating_add(length as i64).max(0) as usize
        } else {
            (place as u64).min(length as u64) as usize
        })
    }

    /// The place in a sequence of that length; `None` when it is out of range. `kind` names the
    /// sequence in the message for what cannot be an index: `"list"`.
    #[inline]
    pub fn place(&mut self, index: &Value, length: usize, kind: &str) -> Result<Option<usize>> {
        let number = match index {
            Value::Int(number) => *number,
            _ => self.subscript_index(index, kind)?,
        };
        let number = if number < 0 { number.wrapping_add(length as i64) } else { number };
        Ok(usize::try_from(number).ok().filter(|&place| place < length))
    }

    fn subscript_index(&mut self, index: &Value, kind: &str) -> Result<i64> {
        if !self.is_index(index) {
            return Err(self.wrong_index(index, kind));
        }
        let number = self.index(index)?;
        match number.as_integer().and_then(|number| number.to_i64()) {
            Some(number) => Ok(number),
            None => {
                let kind = self.type_name(index);
                Err(self.index_error(format!("cannot fit '{kind}' into an index-sized integer")))
            }
        }
    }

    #[cold]
    fn wrong_index(&mut self, index: &Value, kind: &str) -> Ref<Exception> {
        let found = self.type_name(index);
        if kind == "string" {
            return self.type_error(format!("string indices must be integers, not '{found}'"));
        }
        self.type_error(format!("{kind} indices must be integers or slices, not {found}"))
    }
}
