//! The text of an exception: its traceback, what it is chained to, the tree of a group, the place
//! of a syntax error, notes and suggestions.

use std::collections::HashSet;

use super::Vm;
use super::suggestions::closest;
use super::traceback_text::Limit;
use crate::builtins::exceptions::ExceptionKind;
use crate::object::class::Class;
use crate::object::frame::FramePointer;
use crate::object::kinds::Kind;
use crate::object::string::Str;
use crate::object::{Exception, Ref, Result, Value};

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// How many members of a group are shown, and how deep groups in groups go.
const MAX_GROUP_WIDTH: usize = 15;
const MAX_GROUP_DEPTH: usize = 10;

/// An exception to be shown, and where in the list of nodes those are that belong to it.
struct Node {
    exception: Ref<Exception>,
    cause: Option<usize>,
    context: Option<usize>,
    members: Option<Vec<usize>>,
}

/// The margin of exception groups.
#[derive(Default)]
struct Margin {
    depth: usize,
    needs_close: bool,
}

impl Margin {
    fn indent(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    /// Puts the margin in front of every line.
    fn apply(&self, text: &str, character: char) -> String {
        let mut prefix = self.indent();
        if self.depth > 0 {
            prefix.push(character);
            prefix.push(' ');
        }
        if prefix.is_empty() {
            return text.to_owned();
        }
        let mut result = String::with_capacity(text.len() + 16);
        for line in text.split_inclusive('\n') {
            result.push_str(&prefix);
            result.push_str(line);
        }
        result
    }
}

impl Vm {
    /// What an uncaught exception prints.
    pub fn format_exception(&mut self, exception: &Ref<Exception>) -> String {
        self.format_exception_lines(exception, None, true).concat()
    }

    /// The same in pieces that end in newlines, as `traceback.format_exception` gives them.
    pub fn format_exception_lines(
        &mut self,
        exception: &Ref<Exception>,
        limit: Limit,
        chain: bool,
    ) -> Vec<String> {
        self.adopt_cached_lines();
        let nodes = self.exception_nodes(exception);
        let mut lines = Vec::new();
        self.format_node(&nodes, 0, limit, chain, &mut Margin::default(), &mut lines);
        lines
    }

    /// All exceptions that belong to one, each once.
    fn exception_nodes(&self, exception: &Ref<Exception>) -> Vec<Node> {
        let mut seen = HashSet::from([exception.address()]);
        let node = |exception: Ref<Exception>| Node {
            exception,
            cause: None,
            context: None,
            members: None,
        };
        let mut nodes = vec![node(exception.clone())];
        let mut waiting = vec![0];
        while let Some(index) = waiting.pop() {
            let exception = nodes[index].exception.clone();
            let cause = exception.cause.get();
            if let Some(cause) = cause
                && seen.insert(cause.address())
            {
                nodes[index].cause = Some(nodes.len());
                waiting.push(nodes.len());
                nodes.push(node(cause));
            }
            let context = exception.context.get();
            if nodes[index].cause.is_none()
                && !exception.suppress_context.get()
                && let Some(context) = context
                && seen.insert(context.address())
            {
                nodes[index].context = Some(nodes.len());
                waiting.push(nodes.len());
                nodes.push(node(context));
            }
            if self.is_exception(&exception, ExceptionKind::BaseExceptionGroup) {
                let members = exception.field(1);
                let members = members.as_tuple().unwrap_or(&[]);
                let mut places = Vec::with_capacity(members.len());
                for member in members {
                    let Some(member) = member.get_ref::<Exception>() else { continue };
                    seen.insert(member.address());
                    places.push(nodes.len());
                    waiting.push(nodes.len());
                    nodes.push(node(member.clone()));
                }
                nodes[index].members = Some(places);
            }
        }
        nodes
    }

    fn format_node(
        &mut self,
        nodes: &[Node],
        index: usize,
        limit: Limit,
        chain: bool,
        margin: &mut Margin,
        lines: &mut Vec<String>,
    ) {
        let mut order: Vec<(Option<&str>, usize)> = Vec::new();
        let mut next = Some(index);
        while let Some(current) = next {
            let node = &nodes[current];
            let (message, linked) = match (node.cause, node.context) {
                _ if !chain => (None, None),
                (Some(cause), _) => (Some(CAUSE), Some(cause)),
                (None, Some(context)) => (Some(CONTEXT), Some(context)),
                (None, None) => (None, None),
            };
            order.push((message, current));
            next = linked;
        }
        for (message, current) in order.into_iter().rev() {
            if let Some(message) = message {
                lines.push(margin.apply(message, '|'));
            }
            let node = &nodes[current];
            match &node.members {
                None => {
                    self.format_one(&node.exception, limit, "Traceback", '|', margin, lines);
                }
                Some(_) if margin.depth > MAX_GROUP_DEPTH => {
                    let text = format!("... (max_group_depth is {MAX_GROUP_DEPTH})\n");
                    lines.push(margin.apply(&text, '|'));
                }
                Some(members) => {
                    self.format_group(nodes, node, members, limit, chain, margin, lines);
                }
            }
        }
    }

    /// Traceback and message of one exception.
    fn format_one(
        &mut self,
        exception: &Ref<Exception>,
        limit: Limit,
        title: &str,
        character: char,
        margin: &Margin,
        lines: &mut Vec<String>,
    ) {
        let traceback = exception.traceback.get();
        if let Some(traceback) = traceback {
            let entries = self.traceback_entries(&traceback, limit);
            if !entries.is_empty() {
                let header = format!("{title} (most recent call last):\n");
                lines.push(margin.apply(&header, character));
            }
            lines.extend(entries.iter().map(|entry| margin.apply(entry, '|')));
        }
        for line in self.exception_message_lines(exception) {
            lines.push(margin.apply(&line, '|'));
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn format_group(
        &mut self,
        nodes: &[Node],
        node: &Node,
        members: &[usize],
        limit: Limit,
        chain: bool,
        margin: &mut Margin,
        lines: &mut Vec<String>,
    ) {
        let is_outermost = margin.depth == 0;
        if is_outermost {
            margin.depth += 1;
        }
        let character = if is_outermost { '+' } else { '|' };
        self.format_one(
            &node.exception,
            limit,
            "Exception Group Traceback",
            character,
            margin,
            lines,
        );
        let shown = members.len().min(MAX_GROUP_WIDTH + 1);
        margin.needs_close = false;
        for (place, &member) in members.iter().take(shown).enumerate() {
            let is_last = place + 1 == shown;
            if is_last {
                // A group in this place may close the frame itself.
                margin.needs_close = true;
            }
            let is_rest = place >= MAX_GROUP_WIDTH;
            let title = if is_rest { "...".to_owned() } else { (place + 1).to_string() };
            let corner = if place == 0 { "+-" } else { "  " };
            lines.push(format!(
                "{}{corner}+---------------- {title} ----------------\n",
                margin.indent()
            ));
            margin.depth += 1;
            if is_rest {
                let rest = members.len() - MAX_GROUP_WIDTH;
                let plural = if rest > 1 { "s" } else { "" };
                lines.push(margin.apply(&format!("and {rest} more exception{plural}\n"), '|'));
            } else {
                self.format_node(nodes, member, limit, chain, margin, lines);
            }
            if is_last && margin.needs_close {
                let line = "+------------------------------------\n";
                lines.push(format!("{}{line}", margin.indent()));
                margin.needs_close = false;
            }
            margin.depth -= 1;
        }
        if is_outermost {
            margin.depth = 0;
        }
    }

    /// The lines below the traceback: place of a syntax error, class and text, notes.
    pub fn exception_message_lines(&mut self, exception: &Ref<Exception>) -> Vec<String> {
        let mut lines = Vec::new();
        let name = self.exception_class_text(exception);
        if self.is_exception(exception, ExceptionKind::SyntaxError) {
            self.format_syntax_error(exception, &name, &mut lines);
        } else {
            let text = self.safe_text(&exception.clone().into(), "exception", Vm::to_str);
            let suggestion = self.suggestion_text(exception);
            let text = text + &suggestion;
            lines.push(match text.is_empty() {
                true => format!("{name}\n"),
                false => format!("{name}: {text}\n"),
            });
        }
        self.format_notes(exception, &mut lines);
        lines
    }

    /// The class with its module, which is left out for built-in ones and for the script's own.
    pub fn exception_class_text(&mut self, exception: &Ref<Exception>) -> String {
        let class = exception.class();
        let qualname = class.qualname.borrow().clone();
        match class.lookup(&self.names.module).as_ref().map(|module| module.as_str()) {
            Some(Some("__main__" | "builtins")) | None => qualname.as_str().to_owned(),
            Some(Some(module)) => format!("{module}.{}", qualname.as_str()),
            Some(None) => format!("<unknown>.{}", qualname.as_str()),
        }
    }

    /// A text, or `<what str() failed>`.
    fn safe_text(
        &mut self,
        value: &Value,
        what: &str,
        function: fn(&mut Vm, &Value) -> Result<Ref<Str>>,
    ) -> String {
        match function(self, value) {
            Ok(text) => text.as_str().to_owned(),
            Err(_) => {
                let function = if what == "__notes__" { "repr" } else { "str" };
                format!("<{what} {function}() failed>")
            }
        }
    }

    fn format_notes(&mut self, exception: &Ref<Exception>, lines: &mut Vec<String>) {
        let name = self.names.notes.clone();
        let notes = match self.get_attr_optional(&exception.clone().into(), &name) {
            Ok(None | Some(Value::None)) => return,
            Ok(Some(notes)) => notes,
            Err(error) => {
                let shown = self.safe_text(&error.into(), "__notes__", Vm::repr);
                lines.push(format!("Ignored error getting __notes__: {shown}\n"));
                return;
            }
        };
        let is_sequence = matches!(&notes, Value::Object(object)
            if matches!(object.kind(), Kind::List | Kind::Tuple))
            || self.class_of(&notes).flags.get().is_sequence;
        let items = if is_sequence { self.collect(&notes).ok() } else { None };
        let Some(items) = items else {
            let shown = self.safe_text(&notes, "__notes__", Vm::repr);
            lines.push(format!("{shown}\n"));
            return;
        };
        for note in items {
            let text = self.safe_text(&note, "note", Vm::to_str);
            lines.extend(text.split('\n').map(|line| format!("{line}\n")));
        }
    }

    fn format_syntax_error(
        &mut self,
        exception: &Ref<Exception>,
        name: &str,
        lines: &mut Vec<String>,
    ) {
        let mut field_text = |index: usize| {
            let field = exception.field(index);
            match field.is_none() {
                true => None,
                false => Some(self.safe_text(&field, "field", Vm::to_str)),
            }
        };
        let message = field_text(0).filter(|text| !text.is_empty());
        let filename = field_text(1);
        let line = field_text(2);
        let text = field_text(4);
        let number = |index: usize| match exception.field(index) {
            Value::Int(number) => Some(number),
            _ => None,
        };
        let mut suffix = String::new();
        match (&line, &filename) {
            (Some(line), _) => {
                let filename = filename.as_deref().filter(|name| !name.is_empty());
                let filename = filename.unwrap_or("<string>");
                lines.push(format!("  File \"{filename}\", line {line}\n"));
            }
            (None, Some(filename)) => suffix = format!(" ({filename})"),
            (None, None) => {}
        }
        if let Some(text) = text {
            let same_line = number(2) == number(5);
            lines.extend(syntax_error_line(&text, number(3), same_line, number(6)));
        }
        let message = message.as_deref().unwrap_or("<no detail available>");
        lines.push(format!("{name}: {message}{suffix}\n"));
    }

    // ── suggestions ──

    /// `. Did you mean: 'x'?` and its kin; nothing if nothing comes to mind.
    fn suggestion_text(&mut self, exception: &Ref<Exception>) -> String {
        let is = |vm: &Vm, kind| vm.is_exception(exception, kind);
        let wrong = if is(self, ExceptionKind::ImportError) {
            exception.field(3)
        } else if is(self, ExceptionKind::NameError) || is(self, ExceptionKind::AttributeError) {
            exception.field(0)
        } else {
            return String::new();
        };
        let Some(wrong) = wrong.as_str_ref().cloned() else { return String::new() };
        let suggestion = self.suggestion(exception, &wrong);
        let mut text = match &suggestion {
            Some(suggestion) => format!(". Did you mean: '{suggestion}'?"),
            None => String::new(),
        };
        if is(self, ExceptionKind::NameError)
            && crate::modules::is_standard_library_name(wrong.as_str())
        {
            let begin = if suggestion.is_some() { " Or did" } else { ". Did" };
            text.push_str(&format!("{begin} you forget to import '{}'?", wrong.as_str()));
        }
        text
    }

    fn suggestion(&mut self, exception: &Ref<Exception>, wrong: &Ref<Str>) -> Option<String> {
        let hides_private = !wrong.as_str().starts_with('_');
        let visible = |names: Vec<String>, hides: bool| -> Vec<String> {
            names.into_iter().filter(|name| !hides || !name.starts_with('_')).collect()
        };
        let candidates = if self.is_exception(exception, ExceptionKind::AttributeError) {
            let object = exception.field(1);
            let names = self.directory(&object).ok()?;
            let inside = self.is_self_of_innermost_frame(exception, &object);
            visible(names, hides_private && !inside)
        } else if self.is_exception(exception, ExceptionKind::ImportError) {
            let module = exception.field(1);
            let module = self.import(module.as_str()?).ok()?;
            visible(self.directory(&module).ok()?, hides_private)
        } else {
            let frame = innermost_frame(exception)?;
            let pointer = FramePointer::of(&frame);
            let locals = self.frame_locals(pointer).ok()?;
            let mut names: Vec<Vec<String>> = Vec::new();
            for mapping in [
                locals.clone(),
                frame.function.globals.clone().into(),
                frame.function.builtins.clone().into(),
            ] {
                let keys = self.collect(&mapping).ok()?;
                names.push(keys.iter().filter_map(Value::as_str).map(str::to_owned).collect());
            }
            if let Some(builtins) = names.last_mut() {
                self.sort_as_builtins(builtins);
            }
            let names: Vec<String> = names.concat();
            if let Some(locals) = locals.get::<crate::object::dict::Dict>()
                && let Some(own) = locals.get_str(&self.names.self_)
                && let Ok(Some(_)) = self.get_attr_optional(&own, wrong)
            {
                return Some(format!("self.{}", wrong.as_str()));
            }
            names
        };
        closest(wrong.as_str(), candidates.iter().map(String::as_str)).map(str::to_owned)
    }

    /// Of names that are equally close the first is suggested: CPython's built-ins begin with the
    /// functions, `aiter` and `anext` behind their plain counterparts, then come classes.
    fn sort_as_builtins(&mut self, names: &mut [String]) {
        names.sort_by_cached_key(|name| {
            let is_upper = name.starts_with(|first: char| first.is_uppercase());
            let key = self.intern(name);
            let value = self.builtins.get_str(&key);
            let is_class = value.is_some_and(|value| value.get::<Class>().is_some());
            let name = match name.as_str() {
                "aiter" => "iter ",
                "anext" => "next ",
                name => name,
            };
            (is_upper, is_class, name.to_owned())
        });
    }

    /// Whether the innermost frame's `self` is that object.
    fn is_self_of_innermost_frame(&mut self, exception: &Ref<Exception>, object: &Value) -> bool {
        let Some(frame) = innermost_frame(exception) else { return false };
        let Ok(locals) = self.frame_locals(FramePointer::of(&frame)) else { return false };
        locals
            .get::<crate::object::dict::Dict>()
            .and_then(|locals| locals.get_str(&self.names.self_))
            .is_some_and(|own| own.is(object))
    }

    /// `dir(object)`, as texts in order.
    pub fn directory(&mut self, object: &Value) -> Result<Vec<String>> {
        let name = self.names.dir.clone();
        let listed = self.call_special(object, &name, &[])?.unwrap_or(Value::None);
        let items = self.collect(&listed)?;
        let mut names: Vec<String> =
            items.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        names.sort();
        Ok(names)
    }
}

fn innermost_frame(exception: &Ref<Exception>) -> Option<Ref<crate::object::frame::Frame>> {
    let mut entry = exception.traceback.get()?;
    loop {
        let next = entry.next.get();
        match next {
            Some(next) => entry = next,
            None => return Some(entry.frame.clone()),
        }
    }
}

/// The line of a syntax error and the carets below it. Columns count characters from 1.
fn syntax_error_line(
    text: &str,
    offset: Option<i64>,
    same_line: bool,
    end_offset: Option<i64>,
) -> Vec<String> {
    let whole = text.trim_end_matches('\n');
    let shown = whole.trim_start_matches([' ', '\n', '\x0c']);
    let mut lines = vec![format!("    {shown}\n")];
    let Some(mut offset) = offset else { return lines };
    let length = text.chars().count() as i64;
    let whole_length = whole.chars().count() as i64;
    let spaces = whole_length - shown.chars().count() as i64;
    let mut end = match same_line {
        true => end_offset.filter(|&end| end != 0).unwrap_or(offset),
        false => whole_length + 1,
    };
    if !text.is_empty() && offset > length {
        offset = whole_length + 1;
    }
    if !text.is_empty() && end > length {
        end = whole_length + 1;
    }
    if offset >= end || end < 0 {
        end = offset + 1;
    }
    let column = offset - 1 - spaces;
    if column < 0 {
        return lines;
    }
    let column = column as usize;
    // White space other than blanks is kept, so that the carets stay below their text.
    let before: String =
        shown.chars().take(column).map(|c| if c.is_whitespace() { c } else { ' ' }).collect();
    let width = (end - 1 - spaces).saturating_sub(column as i64).max(0) as usize;
    lines.push(format!("    {before}{}\n", "^".repeat(width)));
    lines
}
