//! Where the instructions of a code object stand in the source.
//!
//! Only tracebacks and debuggers ask. For the library's code they stay the bytes that the build
//! wrote until somebody does.

use std::cell::OnceCell;
use std::ops::Deref;

use ouro_grammar::span::Span;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// For each instruction the source it stands for.
#[derive(Debug, Default)]
pub struct Spans {
    spans: OnceCell<Vec<Span>>,
    stored: &'static [u8],
}

impl FromIterator<Span> for Spans {
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Spans {
        Spans { spans: spans.into_iter().collect::<Vec<_>>().into(), stored: &[] }
    }
}

impl Deref for Spans {
    type Target = [Span];

    fn deref(&self) -> &[Span] {
        // The bytes are this build's own, as those of `LazyCode`.
        let read = || postcard::from_bytes(self.stored).expect("the library's spans are as built");
        self.spans.get_or_init(read)
    }
}

impl Serialize for Spans {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bytes = postcard::to_allocvec(&**self).map_err(serde::ser::Error::custom)?;
        serializer.serialize_bytes(&bytes)
    }
}

impl<'de: 'static> Deserialize<'de> for Spans {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Spans, D::Error> {
        let stored = <&'de [u8]>::deserialize(deserializer)?;
        if stored.is_empty() {
            return Err(D::Error::custom("spans without bytes"));
        }
        Ok(Spans { spans: OnceCell::new(), stored })
    }
}
