//! What a pattern is applied to: a string or bytes, and positions in it as scripts count them.

use std::sync::atomic::Ordering;

use crate::object::bytes::Bytes;
use crate::object::string::Str;
use crate::object::{Ref, Result, Value};
use crate::regex::machine::{self, Found, Request};
use crate::regex::program::Program;
use crate::regex::subject;
use crate::vm::Vm;

/// A subject that cannot change while it is searched.
#[derive(Clone)]
pub enum Searched {
    Text(Ref<Str>),
    Bytes(Ref<Bytes>),
}

/// How a search goes about it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Search,
    Match,
    FullMatch,
}

impl Searched {
    /// The subject of a call; `is_text` tells what the pattern is for.
    pub fn new(vm: &mut Vm, value: &Value, is_text: bool) -> Result<Searched> {
        let searched = if let Some(text) = value.get_ref::<Str>() {
            Searched::Text(text.clone())
        } else if let Some(bytes) = value.get_ref::<Bytes>() {
            Searched::Bytes(bytes.clone())
        } else if let Some(bytes) = value.as_bytes() {
            Searched::Bytes(Bytes::new(bytes.to_vec()))
        } else {
            let found = vm.type_name(value);
            return Err(
                vm.type_error(format!("expected string or bytes-like object, got '{found}'"))
            );
        };
        match (&searched, is_text) {
            (Searched::Text(_), false) => {
                Err(vm.type_error("cannot use a bytes pattern on a string-like object"))
            }
            (Searched::Bytes(_), true) => {
                Err(vm.type_error("cannot use a string pattern on a bytes-like object"))
            }
            _ => Ok(searched),
        }
    }

    /// How many bytes it has.
    pub fn size(&self) -> usize {
        match self {
            Searched::Text(text) => text.as_str().len(),
            Searched::Bytes(bytes) => bytes.data.len(),
        }
    }

    /// The offset of an index, which may lie outside.
    pub fn offset(&self, index: i64) -> usize {
        let index = usize::try_from(index).unwrap_or(0);
        match self {
            Searched::Text(text) => text.byte_offset(index.min(text.len())),
            Searched::Bytes(bytes) => index.min(bytes.data.len()),
        }
    }

    /// The index that scripts give to an offset.
    pub fn index(&self, offset: usize) -> usize {
        match self {
            Searched::Text(text) => text.character_index(offset),
            Searched::Bytes(_) => offset,
        }
    }

    pub fn slice(&self, start: usize, end: usize) -> Value {
        match self {
            Searched::Text(text) => text.as_str().get(start..end).unwrap_or_default().into(),
            Searched::Bytes(bytes) => {
                Bytes::new(bytes.data.get(start..end).unwrap_or_default()).into()
            }
        }
    }

    /// Puts parts of subjects or templates together.
    pub fn append(&self, start: usize, end: usize, out: &mut Joined) {
        match (self, out) {
            (Searched::Text(text), Joined::Text(out)) => {
                out.push_str(text.as_str().get(start..end).unwrap_or_default());
            }
            (Searched::Bytes(bytes), Joined::Bytes(out)) => {
                out.extend_from_slice(bytes.data.get(start..end).unwrap_or_default());
            }
            _ => {}
        }
    }

    /// Room for a result of the same kind.
    pub fn joined(&self) -> Joined {
        match self {
            Searched::Text(_) => Joined::Text(String::new()),
            Searched::Bytes(_) => Joined::Bytes(Vec::new()),
        }
    }

    /// Runs a program. An interrupt is delivered in the midst of it.
    pub fn run(
        &self,
        vm: &mut Vm,
        program: &Program,
        request: Request,
        mode: Mode,
    ) -> Result<Option<Found>> {
        let mut failure = None;
        let mut poll = || {
            if !vm.interrupt.load(Ordering::Relaxed) {
                return false;
            }
            failure = vm.attend().err();
            failure.is_some()
        };
        let result = match (self, mode) {
            (Searched::Text(text), Mode::Search) => {
                machine::search(program, subject(text), request, &mut poll)
            }
            (Searched::Text(text), _) => {
                machine::match_at(program, subject(text), request, &mut poll)
            }
            (Searched::Bytes(bytes), Mode::Search) => {
                machine::search(program, subject::Bytes(&bytes.data), request, &mut poll)
            }
            (Searched::Bytes(bytes), _) => {
                machine::match_at(program, subject::Bytes(&bytes.data), request, &mut poll)
            }
        };
        match (result, failure) {
            (Ok(found), _) => Ok(found),
            (Err(machine::Stopped), Some(error)) => Err(error),
            (Err(machine::Stopped), None) => Ok(None),
        }
    }
}

fn subject(text: &Str) -> subject::Text<'_> {
    subject::Text { text: text.as_str(), is_ascii: text.is_ascii() }
}

/// A text or bytes in the making.
pub enum Joined {
    Text(String),
    Bytes(Vec<u8>),
}

impl Joined {
    /// Adds a piece that a script gave; what it is if it does not fit.
    pub fn push(&mut self, vm: &mut Vm, piece: &Value, count: usize) -> Result<()> {
        match self {
            Joined::Text(out) => match piece.as_str() {
                Some(text) => out.push_str(text),
                None => {
                    let found = vm.type_name(piece);
                    return Err(vm.type_error(format!(
                        "sequence item {count}: expected str instance, {found} found"
                    )));
                }
            },
            Joined::Bytes(out) => {
                let Some(bytes) = piece.as_bytes() else {
                    let found = vm.type_name(piece);
                    return Err(vm.type_error(format!(
                        "sequence item {count}: expected a bytes-like object, {found} found"
                    )));
                };
                out.extend_from_slice(&bytes);
            }
        }
        Ok(())
    }

    pub fn into_value(self) -> Value {
        match self {
            Joined::Text(text) => text.into(),
            Joined::Bytes(bytes) => Bytes::new(bytes).into(),
        }
    }
}
