//! Code objects as bytes: the embedded library is compiled when the interpreter is built.
//!
//! The build script writes each library module with [`encode`]; an import reads it with
//! [`decode`], the code objects within it when they are needed. The bytes are private to one build,
//! which has verified the code before it wrote them.

use std::rc::Rc;

use serde::{Deserialize, Deserializer};

use super::{Code, Const};
use crate::source::SourceFile;

/// What went wrong while code was written or read.
pub type StoredError = postcard::Error;

/// The bytes of a code object and of all code objects within it, without their source.
pub fn encode(code: &Code) -> Result<Vec<u8>, StoredError> {
    postcard::to_allocvec(code)
}

/// The code object that [`encode`] wrote, compiled from `source`.
pub fn decode(bytes: &'static [u8], source: &Rc<SourceFile>) -> Result<Rc<Code>, StoredError> {
    let mut code: Code = postcard::from_bytes(bytes)?;
    code.source = source.clone();
    for constant in &code.constants {
        if let Const::Code(inner) = constant {
            inner.set_source(source);
        }
    }
    Ok(Rc::new(code))
}

/// What stands for the source until [`decode`] has put the right one in.
pub(super) fn no_source() -> Rc<SourceFile> {
    thread_local! {
        static NONE: Rc<SourceFile> = Rc::default();
    }
    NONE.with(Rc::clone)
}

/// A text, copied once: serde's own way makes a box of it first.
pub(super) fn text<'a, D: Deserializer<'a>>(deserializer: D) -> Result<Rc<str>, D::Error> {
    <&str>::deserialize(deserializer).map(Rc::from)
}

/// Several texts, in the same way.
pub(super) fn texts<'a, D: Deserializer<'a>>(deserializer: D) -> Result<Vec<Rc<str>>, D::Error> {
    let texts = Vec::<&str>::deserialize(deserializer)?;
    Ok(texts.into_iter().map(Rc::from).collect())
}
