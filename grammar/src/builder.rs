//! What the grammar's actions share: the source text, the names seen so far, warnings.

use std::collections::HashMap;
use std::rc::Rc;

use crate::ast::{Identifier, Name};
use crate::error::{SyntaxError, SyntaxWarning};
use crate::identifiers;
use crate::span::Span;

/// The state of one parse.
pub struct Builder<'source> {
    source: &'source str,
    names: HashMap<&'source str, Name>,
    pub warnings: Vec<SyntaxWarning>,
    /// What is wrong with the text of the f-string that is being read.
    pub format_error: Option<SyntaxError>,
    /// Warnings about the text of the f-string that is being read.
    pub format_warnings: Vec<SyntaxWarning>,
}

impl<'source> Builder<'source> {
    pub fn new(source: &'source str, warnings: Vec<SyntaxWarning>) -> Builder<'source> {
        Builder {
            source,
            names: HashMap::new(),
            warnings,
            format_error: None,
            format_warnings: Vec::new(),
        }
    }

    /// The source text under `span`.
    pub fn text(&self, span: Span) -> &'source str {
        self.source.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// The name at `span`; equal names share their text.
    pub fn name(&mut self, span: Span) -> Name {
        let text = self.text(span);
        let entry = self.names.entry(text);
        entry
            .or_insert_with(|| {
                if text.is_ascii() {
                    Rc::from(text)
                } else {
                    Rc::from(identifiers::normalize(text))
                }
            })
            .clone()
    }

    pub fn identifier(&mut self, span: Span) -> Identifier {
        Identifier { name: self.name(span), span }
    }

    pub fn warn(&mut self, message: String, span: Span) {
        self.warnings.push(SyntaxWarning { message, span });
    }
}
