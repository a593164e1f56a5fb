//! Sorting: `list.sort` and `sorted`.
//!
//! A stable merge sort of natural runs, short ones extended by binary insertion, so that sorted
//! stretches cost next to nothing and a list of fewer than 64 items is compared in the order in
//! which CPython compares it. Comparisons may run Python code, raise, and contradict each other:
//! whatever happens, the result is a permutation of what was there.

use crate::object::string::Str;
use crate::object::{Result, Value};
use crate::vm::Vm;

/// A list shorter than this is one run.
const MINIMUM: usize = 64;

impl Vm {
    /// Sorts values by their keys (`key` may be None). The values come back in any case, in some
    /// order.
    pub fn sort_values(
        &mut self,
        mut values: Vec<Value>,
        key: &Value,
        reverse: bool,
    ) -> (Vec<Value>, Result<()>) {
        if key.is_none() || key.is_unbound() {
            return self.sort_by_themselves(values, reverse);
        }
        let mut keys = Vec::with_capacity(values.len());
        for value in &values {
            match self.call(key, std::slice::from_ref(value)) {
                Ok(key) => keys.push(key),
                Err(error) => return (values, Err(error)),
            }
        }
        let (order, result) = self.sorted_order(&keys, reverse);
        (in_order(&mut values, &order), result)
    }

    fn sort_by_themselves(
        &mut self,
        mut values: Vec<Value>,
        reverse: bool,
    ) -> (Vec<Value>, Result<()>) {
        if values.len() < 2 {
            return (values, Ok(()));
        }
        if let Some(mut numbers) = all_ints(&values) {
            // Equal ints are the same: stability means nothing.
            numbers.sort_unstable();
            if reverse {
                numbers.reverse();
            }
            return (numbers.into_iter().map(Value::Int).collect(), Ok(()));
        }
        if values.iter().all(|value| value.get_exact::<Str>().is_some()) {
            if reverse {
                values.reverse();
            }
            values.sort_by(|a, b| a.as_str().cmp(&b.as_str()));
            if reverse {
                values.reverse();
            }
            return (values, Ok(()));
        }
        let (order, result) = self.sorted_order(&values, reverse);
        (in_order(&mut values, &order), result)
    }

    /// The places of the keys in ascending order; in descending order, equal ones keep theirs.
    fn sorted_order(&mut self, keys: &[Value], reverse: bool) -> (Vec<u32>, Result<()>) {
        let mut order: Vec<u32> = (0..keys.len() as u32).collect();
        // Reversed before and after, equal keys end up as they stood.
        if reverse {
            order.reverse();
        }
        let mut result = Ok(());
        if let Some(ints) = all_ints(keys) {
            order.sort_by_key(|&place| ints[place as usize]);
        } else if let Some(floats) = all_floats(keys) {
            order.sort_by(|&a, &b| floats[a as usize].total_cmp(&floats[b as usize]));
        } else if keys.iter().all(|key| key.get_exact::<Str>().is_some()) {
            order.sort_by(|&a, &b| keys[a as usize].as_str().cmp(&keys[b as usize].as_str()));
        } else {
            result = Sorter { vm: self, keys, order: &mut order, pending: Vec::new() }.run();
        }
        if reverse {
            order.reverse();
        }
        (order, result)
    }
}

/// Moves values to the places that `order` names one by one.
fn in_order(values: &mut [Value], order: &[u32]) -> Vec<Value> {
    let take = |&place: &u32| std::mem::replace(&mut values[place as usize], Value::Unbound);
    order.iter().map(take).collect()
}

fn all_ints(values: &[Value]) -> Option<Vec<i64>> {
    let number = |value: &Value| match value {
        Value::Int(number) => Some(*number),
        _ => None,
    };
    values.iter().map(number).collect()
}

/// Floats that `total_cmp` orders as `<` does: no NaN, no negative zero.
fn all_floats(values: &[Value]) -> Option<Vec<f64>> {
    let number = |value: &Value| match value {
        Value::Float(number) => {
            Some(number.get()).filter(|n| !n.is_nan() && (*n != 0.0 || n.is_sign_positive()))
        }
        _ => None,
    };
    values.iter().map(number).collect()
}

struct Sorter<'a> {
    vm: &'a mut Vm,
    keys: &'a [Value],
    order: &'a mut [u32],
    /// Sorted runs that wait to be merged: start and length.
    pending: Vec<(usize, usize)>,
}

impl Sorter<'_> {
    fn run(&mut self) -> Result<()> {
        let length = self.order.len();
        let minimum_run = minimum_run(length);
        let mut start = 0;
        while start < length {
            let mut run = self.count_run(start, length)?;
            if run < minimum_run {
                let forced = minimum_run.min(length - start);
                self.insert_binary(start, start + run, start + forced)?;
                run = forced;
            }
            self.pending.push((start, run));
            self.merge_where_due(false)?;
            start += run;
        }
        self.merge_where_due(true)
    }

    fn less(&mut self, a: u32, b: u32) -> Result<bool> {
        let keys = self.keys;
        self.vm.less(&keys[a as usize], &keys[b as usize])
    }

    /// The length of the run that begins at `start`; a descending one is turned round.
    fn count_run(&mut self, start: usize, end: usize) -> Result<usize> {
        let mut at = start + 1;
        if at >= end {
            return Ok(end - start);
        }
        while at < end && !self.less(self.order[at], self.order[at - 1])? {
            at += 1;
        }
        if at == end {
            return Ok(end - start);
        }
        if at > start + 1 {
            if self.less(self.order[start], self.order[at - 1])? {
                return Ok(at - start);
            }
            // All equal so far: turned round now, they are right when the run is turned round.
            self.order[start..at].reverse();
        }
        at += 1;
        let mut equal = 0;
        while at < end {
            if self.less(self.order[at], self.order[at - 1])? {
                if equal > 0 {
                    self.order[at - equal - 1..at].reverse();
                    equal = 0;
                }
            } else if self.less(self.order[at - 1], self.order[at])? {
                break;
            } else {
                equal += 1;
            }
            at += 1;
        }
        if equal > 0 {
            self.order[at - equal - 1..at].reverse();
        }
        self.order[start..at].reverse();
        // What follows may go on upwards from the run's new end.
        while at < end && !self.less(self.order[at], self.order[at - 1])? {
            at += 1;
        }
        Ok(at - start)
    }

    /// Sorts `start..end`, of which the part up to `sorted` is sorted.
    fn insert_binary(&mut self, start: usize, sorted: usize, end: usize) -> Result<()> {
        for at in sorted..end {
            let (mut left, mut right) = (start, at);
            while left < right {
                let middle = left + (right - left) / 2;
                if self.less(self.order[at], self.order[middle])? {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            self.order[left..=at].rotate_right(1);
        }
        Ok(())
    }

    /// Keeps the pending runs' lengths falling fast, so that merges are balanced; `all` merges
    /// them into one.
    fn merge_where_due(&mut self, all: bool) -> Result<()> {
        while self.pending.len() > 1 {
            let last = self.pending.len() - 1;
            let length = |index: usize| self.pending[index].1;
            let below = if last > 1 { Some(length(last - 2)) } else { None };
            let at = if below.is_some_and(|below| below <= length(last - 1) + length(last)) {
                if below.is_some_and(|below| below < length(last)) { last - 2 } else { last - 1 }
            } else if all || length(last - 1) <= length(last) {
                last - 1
            } else {
                break;
            };
            self.merge(at)?;
        }
        Ok(())
    }

    /// Merges the pending runs `at` and `at + 1`.
    fn merge(&mut self, at: usize) -> Result<()> {
        let (start, left_length) = self.pending[at];
        let (middle, right_length) = self.pending.remove(at + 1);
        self.pending[at].1 = left_length + right_length;
        let end = middle + right_length;
        if !self.less(self.order[middle], self.order[middle - 1])? {
            return Ok(());
        }
        let left = self.order[start..middle].to_vec();
        let (mut from_left, mut from_right, mut to) = (0, middle, start);
        let mut result = Ok(());
        while from_left < left.len() && from_right < end {
            match self.less(self.order[from_right], left[from_left]) {
                Ok(true) => {
                    self.order[to] = self.order[from_right];
                    from_right += 1;
                }
                Ok(false) => {
                    self.order[to] = left[from_left];
                    from_left += 1;
                }
                Err(error) => {
                    result = Err(error);
                    break;
                }
            }
            to += 1;
        }
        // The room up to `from_right` is exactly what is left of the left run.
        let rest = &left[from_left..];
        self.order[to..to + rest.len()].copy_from_slice(rest);
        result
    }
}

/// So short a run is extended: the length over a power of two, so that runs merge evenly.
fn minimum_run(mut length: usize) -> usize {
    let mut odd = 0;
    while length >= MINIMUM {
        odd |= length & 1;
        length >>= 1;
    }
    length + odd
}
