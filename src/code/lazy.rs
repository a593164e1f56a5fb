//! A code object that is read when somebody needs it.
//!
//! Most functions of the library are never called by the program that imports them: until then
//! their code stays the bytes that the build wrote, and costs nothing but its place in the binary.

use std::cell::OnceCell;
use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Code, stored};
use crate::source::SourceFile;

/// A code object, or its bytes and its source; it dereferences to the code object.
pub struct LazyCode {
    code: OnceCell<Rc<Code>>,
    stored: &'static [u8],
    source: OnceCell<Rc<SourceFile>>,
}

impl LazyCode {
    /// A code object that is there.
    pub fn new(code: Rc<Code>) -> LazyCode {
        LazyCode { code: code.into(), stored: &[], source: OnceCell::new() }
    }

    /// Says what the code was compiled from; what is there already knows it.
    pub(super) fn set_source(&self, source: &Rc<SourceFile>) {
        self.source.get_or_init(|| source.clone());
    }

    #[cold]
    fn read(&self) -> Rc<Code> {
        let source = self.source.get().cloned().unwrap_or_default();
        // The bytes are this build's own: `ouro`'s build script has written and read them.
        stored::decode(self.stored, &source).expect("the library's code is as it was built")
    }
}

impl Deref for LazyCode {
    type Target = Rc<Code>;

    #[inline]
    fn deref(&self) -> &Rc<Code> {
        self.code.get_or_init(|| self.read())
    }
}

impl fmt::Debug for LazyCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}

impl Serialize for LazyCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bytes = stored::encode(self).map_err(serde::ser::Error::custom)?;
        serializer.serialize_bytes(&bytes)
    }
}

impl<'de: 'static> Deserialize<'de> for LazyCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<LazyCode, D::Error> {
        let stored = <&'de [u8]>::deserialize(deserializer)?;
        if stored.is_empty() {
            return Err(D::Error::custom("a code object without bytes"));
        }
        Ok(LazyCode { code: OnceCell::new(), stored, source: OnceCell::new() })
    }
}
