//! A readable listing of a code object, in the manner of Python's `dis`.

use std::fmt::{self, Write};

use super::op::Op;
use super::{Code, Const, NO_SPAN};

/// Lists a code object and the code objects among its constants.
pub fn disassemble(code: &Code) -> String {
    let mut listing = Listing { text: String::new() };
    // Writing to a string does not fail.
    let _ = listing.code(code);
    listing.text
}

struct Listing {
    text: String,
}

impl Listing {
    fn code(&mut self, code: &Code) -> fmt::Result {
        writeln!(self.text, "{} ({:?}, line {})", code.qualname, code.kind, code.first_line)?;
        self.parameters(code)?;
        self.names("variables", &code.variables)?;
        self.names("cells", &code.cells)?;
        self.names("free", &code.free)?;
        if let Some(docstring) = &code.docstring {
            writeln!(self.text, "  docstring: {docstring:?}")?;
        }
        writeln!(self.text, "  stack: {}", code.stack_size)?;
        let mut is_target = vec![false; code.ops.len()];
        let jumps = code.ops.iter().filter_map(Op::target);
        for target in jumps.chain(code.handlers.iter().map(|handler| handler.target)) {
            if let Some(target) = is_target.get_mut(target as usize) {
                *target = true;
            }
        }
        let mut last_line = None;
        for (index, op) in code.ops.iter().enumerate() {
            let line = match code.spans.get(index) {
                Some(span) if *span != NO_SPAN => Some(code.source.line(span.start)),
                _ => None,
            };
            let shown_line = match line {
                Some(line) if last_line != Some(line) => line.to_string(),
                Some(_) => String::new(),
                None => "-".to_owned(),
            };
            last_line = line;
            let mark = if is_target[index] { ">" } else { " " };
            let text = operation(code, op);
            writeln!(self.text, "{shown_line:>5} {mark}{index:>4}  {text}")?;
        }
        for handler in &code.handlers {
            let origin = if handler.keep_origin { " with origin" } else { "" };
            writeln!(
                self.text,
                "  handler: {}..{} -> {} depth {}{origin}",
                handler.start, handler.end, handler.target, handler.depth
            )?;
        }
        for constant in &code.constants {
            if let Const::Code(inner) = constant {
                self.text.push('\n');
                self.code(inner)?;
            }
        }
        Ok(())
    }

    fn parameters(&mut self, code: &Code) -> fmt::Result {
        if code.parameter_count() == 0 {
            return Ok(());
        }
        write!(self.text, "  parameters: {}", code.argument_count)?;
        if code.positional_only_count > 0 {
            write!(self.text, ", {} of them positional-only", code.positional_only_count)?;
        }
        if code.keyword_only_count > 0 {
            write!(self.text, ", {} keyword-only", code.keyword_only_count)?;
        }
        if code.has_varargs {
            self.text.push_str(", *args");
        }
        if code.has_varkeywords {
            self.text.push_str(", **kwargs");
        }
        self.text.push('\n');
        Ok(())
    }

    fn names(&mut self, title: &str, names: &[ouro_grammar::ast::Name]) -> fmt::Result {
        if names.is_empty() {
            return Ok(());
        }
        writeln!(self.text, "  {title}: {}", names.join(", "))
    }
}

/// An instruction with the meaning of its operand.
fn operation(code: &Code, op: &Op) -> String {
    let shown = format!("{op:?}");
    let meaning = if let Some(target) = op.target() {
        return format!("{} -> {target}", shown.split('(').next().unwrap_or(&shown));
    } else if let Some(slot) = op.slot() {
        code.slot_names().nth(slot as usize).map(|name| name.to_string())
    } else if let Some(name) = op.name() {
        code.names.get(name as usize).map(|name| name.to_string())
    } else if let Some(constant) = op.constant() {
        code.constants.get(constant as usize).map(Const::to_string)
    } else {
        None
    };
    match meaning {
        Some(meaning) => format!("{shown} {meaning}"),
        None => shown,
    }
}
