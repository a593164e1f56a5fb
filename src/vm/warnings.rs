//! Warnings that the interpreter itself gives.
//!
//! Once a script has imported `warnings`, that module decides. Until then its default filters
//! are followed here, so that a script without warnings does not pay for it.

use crate::builtins::exceptions::ExceptionKind;
use crate::object::frame::Frame;
use crate::object::{Ref, Result, Value};
use crate::source::SourceFile;
use crate::vm::Vm;

/// One warning at one place: shown once.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ShownWarning {
    kind: ExceptionKind,
    text: String,
    file: String,
    line: u32,
}

/// Where a warning points to, and whether that is in the script itself.
struct Place {
    file: String,
    line: u32,
    is_main: bool,
}

impl Vm {
    /// Gives a warning at the line that is being executed.
    ///
    /// # Errors
    /// The warning itself, if a filter of the script makes it an error.
    pub fn warn(&mut self, kind: ExceptionKind, text: &str) -> Result<()> {
        if let Some(module) = self.warnings_module() {
            let class = self.exception_class(kind).clone();
            self.call_method(&module, "warn", &[text.into(), class.into()])?;
            return Ok(());
        }
        let place = self.warning_place();
        let shown = self.source_line(&place.file, place.line);
        self.show_warning(kind, text, place, &shown);
        Ok(())
    }

    /// Gives a DeprecationWarning at the line that is being executed.
    ///
    /// # Errors
    /// As for [`Vm::warn`].
    pub fn warn_deprecated(&mut self, text: &str) -> Result<()> {
        self.warn(ExceptionKind::DeprecationWarning, text)
    }

    /// Gives a SyntaxWarning about a line of a source.
    ///
    /// # Errors
    /// As for [`Vm::warn`].
    pub fn warn_at(&mut self, text: &str, source: &SourceFile, line: u32) -> Result<()> {
        let kind = ExceptionKind::SyntaxWarning;
        if let Some(module) = self.warnings_module() {
            let class = self.exception_class(kind).clone();
            let file = Value::from(source.name.as_str());
            let arguments = [text.into(), class.into(), file, Value::Int(line.into())];
            self.call_method(&module, "warn_explicit", &arguments)?;
            return Ok(());
        }
        let place = Place { file: source.name.clone(), line, is_main: false };
        let shown = match self.shows_lines(source) {
            true => source.line_text(line).trim().to_owned(),
            false => String::new(),
        };
        self.show_warning(kind, text, place, &shown);
        Ok(())
    }

    /// Warns about a coroutine that goes without ever having been awaited.
    pub fn warn_never_awaited(&mut self, coroutine: &Ref<Frame>) {
        let value = Value::from(coroutine.clone());
        let qualname = coroutine.rare(|rare| rare.qualname.clone());
        let qualname = qualname.unwrap_or_else(|| coroutine.code().qualname.clone().into());
        let origin = coroutine.rare(|rare| rare.origin.clone());
        self.warn_coroutine_never_awaited(&value, qualname.as_str().unwrap_or_default(), origin);
    }

    /// The same for a coroutine of any kind.
    pub fn warn_coroutine_never_awaited(
        &mut self,
        value: &Value,
        qualname: &str,
        origin: Option<Value>,
    ) {
        if let Some(module) = self.warnings_module() {
            let function = "_warn_unawaited_coroutine";
            let result = self.call_method(&module, function, std::slice::from_ref(value));
            let Err(error) = result else { return };
            self.report_unraisable(&error, None, value);
            if !self.is_exception(&error, ExceptionKind::RuntimeWarning) {
                let text = format!("coroutine '{qualname}' was never awaited");
                self.warn_unawaited(&text, value);
            }
            return;
        }
        let mut text = format!("coroutine '{qualname}' was never awaited");
        if let Some(origin) = origin {
            text.push_str("\nCoroutine created at (most recent call last)\n");
            text.push_str(self.origin_text(&origin).trim_end_matches('\n'));
        }
        let place = self.warning_place();
        self.show_unawaited(&text, place);
    }

    /// A RuntimeWarning about an awaitable of an async generator that goes without having been
    /// awaited.
    pub fn warn_unawaited(&mut self, text: &str, source: &Value) {
        let place = self.warning_place();
        if let Some(module) = self.warnings_module() {
            let class = self.exception_class(ExceptionKind::RuntimeWarning).clone();
            let file = Value::from(place.file.as_str());
            let line = Value::Int(place.line.into());
            let arguments = [text.into(), class.into(), file, line, source.clone()];
            let name = self.intern("warn_explicit");
            let result = self.get_attr(&module, &name).and_then(|function| {
                self.call_with_names(&function, &arguments, &["source".into()])
            });
            if let Err(error) = result {
                // A filter made an error of it: that happened in the running code.
                drop(error.traceback.take());
                self.report_unraisable(&error, None, source);
            }
            return;
        }
        self.show_unawaited(text, place);
    }

    /// Shows a warning about something never awaited, with CPython's line of advice.
    fn show_unawaited(&mut self, text: &str, place: Place) {
        let shown = self.source_line(&place.file, place.line);
        if self.show_warning(ExceptionKind::RuntimeWarning, text, place, &shown)
            && self.current.is_some()
        {
            self.write_to_stderr(
                "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n",
            );
        }
    }

    fn origin_text(&self, origin: &Value) -> String {
        let mut text = String::new();
        for entry in origin.as_tuple().unwrap_or(&[]).iter().rev() {
            let Some([file, Value::Int(line), function]) = entry.as_tuple() else { continue };
            let (file, function) =
                (file.as_str().unwrap_or_default(), function.as_str().unwrap_or_default());
            text.push_str(&format!("  File \"{file}\", line {line}, in {function}\n"));
            let source = self.source_line(file, *line as u32);
            if !source.is_empty() {
                text.push_str(&format!("    {source}\n"));
            }
        }
        text
    }

    fn warnings_module(&mut self) -> Option<Value> {
        let name = self.intern("warnings");
        self.modules.get_str(&name).filter(|module| !module.is_none() && !self.system.is_finalizing)
    }

    /// What is being executed.
    fn warning_place(&mut self) -> Place {
        match self.current {
            Some(frame) => {
                let name = frame.function.globals.get_str(&self.names.name);
                let is_main = name.as_ref().and_then(Value::as_str) == Some("__main__");
                Place { file: frame.code().code.source.name.clone(), line: frame.line(), is_main }
            }
            None => Place { file: "<sys>".to_owned(), line: 0, is_main: false },
        }
    }

    /// Shows a warning unless the default filters hide it or it has been shown; tells whether.
    fn show_warning(
        &mut self,
        kind: ExceptionKind,
        text: &str,
        place: Place,
        source: &str,
    ) -> bool {
        use ExceptionKind::*;
        let hidden = match kind {
            DeprecationWarning => !place.is_main,
            PendingDeprecationWarning | ImportWarning | ResourceWarning => true,
            _ => false,
        };
        if hidden {
            return false;
        }
        let Place { file, line, .. } = place;
        let mut message = format!("{file}:{line}: {}: {text}\n", kind.name());
        if !source.is_empty() {
            message.push_str(&format!("  {source}\n"));
        }
        if !self.system.shown_warnings.insert(ShownWarning {
            kind,
            text: text.to_owned(),
            file,
            line,
        }) {
            return false;
        }
        self.write_to_stderr(&message);
        true
    }

    /// A line of a source by its file's name, without white space around it; empty if there is
    /// none.
    fn source_line(&self, file: &str, line: u32) -> String {
        let mut frame = self.current;
        while let Some(current) = frame {
            let source = &current.code().code.source;
            if source.name == file && self.shows_lines(source) {
                return self.lines_of(source).line_text(line).trim().to_owned();
            }
            frame = current.caller();
        }
        match self.system.shown_sources.get(file) {
            Some(source) => source.line_text(line).trim().to_owned(),
            None => String::new(),
        }
    }
}
