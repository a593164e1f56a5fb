//! Warnings that the interpreter itself gives.
//!
//! Once a script has imported `warnings`, that module decides. Until then its default filters
//! are followed here, so that a script without warnings does not pay for it.

use crate::builtins::exceptions::ExceptionKind;
use crate::object::frame::Frame;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

/// One warning at one place: shown once.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ShownWarning {
    kind: ExceptionKind,
    text: String,
    file: String,
    line: u32,
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
        let (file, line, is_main) = self.warning_place();
        self.show_warning(kind, text, &file, line, is_main);
        Ok(())
    }

    /// Gives a DeprecationWarning at the line that is being executed.
    ///
    /// # Errors
    /// As for [`Vm::warn`].
    pub fn warn_deprecated(&mut self, text: &str) -> Result<()> {
        self.warn(ExceptionKind::DeprecationWarning, text)
    }

    /// Gives a warning about a line of a source.
    ///
    /// # Errors
    /// As for [`Vm::warn`].
    pub fn warn_at(
        &mut self,
        kind: ExceptionKind,
        text: &str,
        file: &str,
        line: u32,
    ) -> Result<()> {
        if let Some(module) = self.warnings_module() {
            let class = self.exception_class(kind).clone();
            let arguments = [text.into(), class.into(), file.into(), Value::Int(line.into())];
            self.call_method(&module, "warn_explicit", &arguments)?;
            return Ok(());
        }
        self.show_warning(kind, text, file, line, false);
        Ok(())
    }

    /// Warns about a coroutine that goes without ever having been awaited.
    pub fn warn_never_awaited(&mut self, coroutine: &Ref<Frame>) {
        let value = Value::from(coroutine.clone());
        if let Some(module) = self.warnings_module() {
            let function = "_warn_unawaited_coroutine";
            if let Err(error) = self.call_method(&module, function, std::slice::from_ref(&value)) {
                self.report_unraisable(&error, None, &value);
            }
            return;
        }
        let qualname = coroutine.rare(|rare| rare.qualname.clone());
        let qualname = qualname.unwrap_or_else(|| coroutine.code().qualname.clone().into());
        let mut text =
            format!("coroutine '{}' was never awaited", qualname.as_str().unwrap_or_default());
        if let Some(origin) = coroutine.rare(|rare| rare.origin.clone()) {
            text.push_str("\nCoroutine created at (most recent call last)\n");
            text.push_str(self.origin_text(&origin).trim_end_matches('\n'));
        }
        let (file, line, is_main) = self.warning_place();
        if self.show_warning(ExceptionKind::RuntimeWarning, &text, &file, line, is_main)
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

    /// The file and line that is being executed, and whether that is the script itself.
    fn warning_place(&mut self) -> (String, u32, bool) {
        match self.current {
            Some(frame) => {
                let name = frame.function.globals.get_str(&self.names.name);
                let is_main = name.as_ref().and_then(Value::as_str) == Some("__main__");
                (frame.code().code.source.name.clone(), frame.line(), is_main)
            }
            None => ("<sys>".to_owned(), 0, false),
        }
    }

    /// Shows a warning unless the default filters hide it or it has been shown; tells whether.
    fn show_warning(
        &mut self,
        kind: ExceptionKind,
        text: &str,
        file: &str,
        line: u32,
        is_main: bool,
    ) -> bool {
        use ExceptionKind::*;
        let hidden = match kind {
            DeprecationWarning => !is_main,
            PendingDeprecationWarning | ImportWarning | ResourceWarning => true,
            _ => false,
        };
        let shown = ShownWarning { kind, text: text.to_owned(), file: file.to_owned(), line };
        if hidden || !self.system.shown_warnings.insert(shown) {
            return false;
        }
        let mut message = format!("{file}:{line}: {}: {text}\n", kind.name());
        let source = self.source_line(file, line);
        if !source.is_empty() {
            message.push_str(&format!("  {source}\n"));
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
        match &self.system.shown_source {
            Some(source) if source.name == file => source.line_text(line).trim().to_owned(),
            _ => String::new(),
        }
    }
}
