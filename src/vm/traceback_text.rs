//! The text of tracebacks: the entry of a frame with its source lines and the markers below them.
//!
//! The rules for what is shown and marked are those of CPython 3.13's `traceback` module: anchors
//! at operators and brackets, no markers under what fills its line, long stretches shortened.

use std::rc::Rc;

use ouro_grammar::ast::{ExpressionKind, StatementKind};
use ouro_grammar::span::Span;

use crate::code::NO_SPAN;
use crate::modules::embedded;
use crate::object::dict::Dict;
use crate::object::exception::Traceback;
use crate::object::list::List;
use crate::object::module::Module;
use crate::object::{Ref, Value};
use crate::source::{Position, SourceFile};
use crate::vm::Vm;

/// How many times the same place is shown before repetitions are only counted.
const REPETITIONS_SHOWN: usize = 3;

/// How many entries of a traceback are wanted: none, all; negative: the last ones.
pub type Limit = Option<i64>;

impl Vm {
    /// One text for each entry of a traceback.
    pub fn traceback_entries(&self, traceback: &Ref<Traceback>, limit: Limit) -> Vec<String> {
        let mut entries = Vec::new();
        let mut next = Some(traceback.clone());
        while let Some(entry) = next {
            next = entry.next.get();
            entries.push(entry);
        }
        match limit {
            Some(limit) if limit >= 0 => entries.truncate(limit as usize),
            Some(limit) => {
                let kept = limit.unsigned_abs() as usize;
                entries.drain(..entries.len().saturating_sub(kept));
            }
            None => {}
        }
        let mut texts = Vec::new();
        let mut last: Option<(Ref<Traceback>, usize)> = None;
        for entry in entries {
            let count = match &last {
                Some((known, count)) if same_place(known, &entry) => count + 1,
                _ => {
                    if let Some((_, count)) = last {
                        texts.extend(repetitions(count));
                    }
                    1
                }
            };
            if count <= REPETITIONS_SHOWN {
                texts.push(self.traceback_entry(&entry));
            }
            last = Some((entry, count));
        }
        if let Some((_, count)) = last {
            texts.extend(repetitions(count));
        }
        texts
    }

    fn traceback_entry(&self, entry: &Traceback) -> String {
        let code = &entry.frame.function.code.code;
        let mut text = entry_header(entry);
        if !self.shows_lines(&code.source) {
            return text;
        }
        let source = self.lines_of(&code.source);
        let span = code.spans.get(entry.op as usize).copied().unwrap_or(NO_SPAN);
        if span == NO_SPAN {
            push_plain_line(&mut text, source, entry.line());
        } else {
            text.push_str(&marked_lines(source, code.source.position(span)));
        }
        text
    }

    /// The entries of a traceback without markers, as reports of ignored exceptions show them.
    pub fn plain_traceback_entries(&self, traceback: &Ref<Traceback>) -> Vec<String> {
        let mut texts = Vec::new();
        let mut next = Some(traceback.clone());
        while let Some(entry) = next {
            let source = &entry.frame.function.code.code.source;
            let mut text = entry_header(&entry);
            if self.shows_lines(source) {
                push_plain_line(&mut text, self.lines_of(source), entry.line());
            }
            texts.push(text);
            next = entry.next.get();
        }
        texts
    }

    /// The text of a source by its file's name: of a module of the library, of the running
    /// program, or of a file; None if it can't be read.
    pub fn source_text(&mut self, file: &str) -> Option<String> {
        if let Some(source) = embedded::find_file(file) {
            return Some(source.text.to_owned());
        }
        if let Some(shown) = self.system.shown_sources.get(file) {
            return Some(shown.text.to_string());
        }
        self.read_source(file).ok()
    }

    /// Has tracebacks show the lines that a script has put into `linecache.cache` for sources that
    /// lie in no file.
    pub fn adopt_cached_lines(&mut self) {
        let (module, cache) = (self.intern("linecache"), self.intern("cache"));
        let Some(module) = self.modules.get_str(&module) else { return };
        let Some(cache) = module.get::<Module>().and_then(|m| m.dict().get_str(&cache)) else {
            return;
        };
        let Some(cache) = cache.get::<Dict>() else { return };
        for (name, entry) in cache.entries() {
            let Some(name) = name.as_str().filter(|name| name.starts_with('<')) else { continue };
            let Some([_, Value::None, lines, _]) = entry.as_tuple() else { continue };
            let Some(lines) = lines.get::<List>() else { continue };
            let mut text = String::new();
            for line in lines.items.borrow().iter() {
                let Some(line) = line.as_str() else { return };
                text.push_str(line.trim_end_matches('\n'));
                text.push('\n');
            }
            self.system.show_source(&Rc::new(SourceFile::new(name, text)));
        }
    }

    /// Whether tracebacks show lines of a source: those of files and of `-c`, but not of strings
    /// that a script compiles.
    pub(super) fn shows_lines(&self, source: &SourceFile) -> bool {
        let is_unnamed = source.name.starts_with('<') && !source.name.starts_with("<ouro>/");
        !is_unnamed || self.system.shown_sources.contains_key(&source.name)
    }

    /// The source that lines are taken from: CPython goes by the name, so that a string compiled
    /// under the name of `-c` shows lines of the command.
    pub(super) fn lines_of<'a>(&'a self, source: &'a SourceFile) -> &'a SourceFile {
        self.system.shown_sources.get(&source.name).map_or(source, |known| known)
    }
}

fn entry_header(entry: &Traceback) -> String {
    let code = &entry.frame.function.code.code;
    format!("  File \"{}\", line {}, in {}\n", code.source.name, entry.line(), code.name)
}

fn push_plain_line(text: &mut String, source: &SourceFile, line: u32) {
    let line = source.line_text(line).trim();
    if !line.is_empty() {
        text.push_str(&format!("    {line}\n"));
    }
}

fn same_place(a: &Traceback, b: &Traceback) -> bool {
    let (code_a, code_b) = (&a.frame.function.code.code, &b.frame.function.code.code);
    a.line() == b.line() && code_a.name == code_b.name && code_a.source.name == code_b.source.name
}

fn repetitions(count: usize) -> Option<String> {
    let more = count.checked_sub(REPETITIONS_SHOWN).filter(|&more| more > 0)?;
    let plural = if more > 1 { "s" } else { "" };
    Some(format!("  [Previous line repeated {more} more time{plural}]\n"))
}

/// A place in a stretch of source: line and character, both from 0.
type Place = (usize, usize);

/// What is marked with carets inside a stretch that is marked with tildes.
struct Anchors {
    left: Place,
    right: Place,
}

/// The source lines of a position, indented, with markers.
fn marked_lines(source: &SourceFile, position: Position) -> String {
    let count = (position.end_line - position.line) as usize + 1;
    let original: Vec<&str> =
        (position.line..=position.end_line).map(|line| source.line_text(line).trim_end()).collect();
    let lines: Vec<Vec<char>> = dedent(&original);
    if lines.iter().all(|line| line.iter().all(|c| c.is_whitespace())) {
        return String::new();
    }
    let (Some(first), Some(last)) = (original.first(), original.last()) else {
        return String::new();
    };
    let removed = first.chars().count() - lines[0].len();
    let start = characters(first, position.column as usize).saturating_sub(removed);
    let end = characters(last, position.end_column as usize).saturating_sub(removed);

    let segment = segment_of(&lines, start, end);
    let anchors = find_anchors(&segment);
    let shows_markers = shows_markers(&lines, start, end, anchors.as_ref());

    let mut significant = vec![0, count as isize - 1];
    let mut shifted = None;
    if let Some(anchors) = &anchors {
        let shift = |(line, column): Place| -> Place {
            let column = if line == 0 { column + start } else { column };
            (line, display_width(&lines[line.min(count - 1)], column))
        };
        for (line, _) in [anchors.left, anchors.right] {
            let line = line as isize;
            significant.extend([line - 1, line, line + 1]);
        }
        shifted = Some(Anchors { left: shift(anchors.left), right: shift(anchors.right) });
    }
    significant.retain(|&line| line >= 0 && line < count as isize);
    significant.sort_unstable();
    significant.dedup();

    let view = View {
        start: display_width(&lines[0], start),
        end: display_width(&lines[count - 1], end),
        lines: &lines,
        anchors: shifted,
        shows_markers,
    };
    let mut shown: Vec<String> = Vec::new();
    let mut previous: Option<usize> = None;
    for line in significant {
        let line = line as usize;
        if let Some(previous) = previous {
            match line - previous {
                2 => view.push_line(line - 1, &mut shown),
                between @ 3.. => shown.push(format!("...<{} lines>...", between - 1)),
                _ => {}
            }
        }
        view.push_line(line, &mut shown);
        previous = Some(line);
    }
    let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
    let mut text = String::new();
    for line in dedent(&shown) {
        text.push_str("    ");
        text.extend(line);
        text.push('\n');
    }
    text
}

/// What [`marked_lines`] shows, once everything is known.
struct View<'a> {
    lines: &'a [Vec<char>],
    start: usize,
    end: usize,
    anchors: Option<Anchors>,
    shows_markers: bool,
}

impl View<'_> {
    fn push_line(&self, line: usize, shown: &mut Vec<String>) {
        let text = &self.lines[line];
        shown.push(text.iter().collect());
        if !self.shows_markers {
            return;
        }
        let blank = text.iter().take_while(|c| c.is_whitespace()).count();
        let width =
            if line + 1 == self.lines.len() { self.end } else { display_width(text, text.len()) };
        let marker = |column: usize| {
            if column < blank || line == 0 && column < self.start {
                return ' ';
            }
            match &self.anchors {
                Some(Anchors { left, right })
                    if (line, column) >= *left && (line, column) < *right =>
                {
                    '^'
                }
                Some(_) => '~',
                None => '^',
            }
        };
        shown.push((0..width).map(marker).collect());
    }
}

/// The lines without the white space that all of them begin with; blank lines become empty.
fn dedent(lines: &[&str]) -> Vec<Vec<char>> {
    let is_blank = |line: &str| line.chars().all(char::is_whitespace);
    let margin_of =
        |line: &str| -> String { line.chars().take_while(|&c| c == ' ' || c == '\t').collect() };
    let mut margin: Option<String> = None;
    for line in lines.iter().filter(|line| !is_blank(line)) {
        let own = margin_of(line);
        margin = Some(match margin {
            None => own,
            Some(known) => {
                known.chars().zip(own.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
            }
        });
    }
    let width = margin.unwrap_or_default().chars().count();
    lines
        .iter()
        .map(|line| match is_blank(line) {
            true => Vec::new(),
            false => line.chars().skip(width).collect(),
        })
        .collect()
}

/// How many characters stand before a byte offset.
fn characters(line: &str, offset: usize) -> usize {
    let offset = offset.min(line.len());
    match line.get(..offset) {
        Some(before) => before.chars().count(),
        None => String::from_utf8_lossy(&line.as_bytes()[..offset]).chars().count(),
    }
}

fn segment_of(lines: &[Vec<char>], start: usize, end: usize) -> String {
    let mut segment = String::new();
    let last = lines.len() - 1;
    for (index, line) in lines.iter().enumerate() {
        let from = if index == 0 { start.min(line.len()) } else { 0 };
        let to = if index == last { end.min(line.len()) } else { line.len() };
        if index > 0 {
            segment.push('\n');
        }
        segment.extend(line.get(from..to).unwrap_or(&[]));
    }
    segment
}

/// Where the operator of a binary operation or the brackets of a call or subscript are.
fn find_anchors(segment: &str) -> Option<Anchors> {
    let wrapped = format!("(\n{segment}\n)");
    let tree = ouro_grammar::parse(&wrapped, ouro_grammar::Mode::Module).ok()?;
    let [statement] = &tree.body[..] else { return None };
    let StatementKind::Expression(expression) = &statement.kind else { return None };
    let text =
        Segment { text: segment, lines: segment.lines().map(|l| l.chars().collect()).collect() };
    match &expression.kind {
        ExpressionKind::Binary { left, right, .. } => {
            let place = text.valid(text.end_of(left.span)?)?;
            let (line, column) = text.find(place, |c| !c.is_whitespace() && c != ')')?;
            let mut after = column + 1;
            let right_start = text.place((right.span.start as usize).checked_sub(2)?)?;
            if let Some(&next) = text.lines[line].get(after)
                && (right_start.0 > line || after < right_start.1)
                && !next.is_whitespace()
                && next != '\\'
                && next != '#'
            {
                after += 1;
            }
            Some(Anchors { left: (line, column), right: (line, after) })
        }
        ExpressionKind::Subscript { value, .. } => {
            let place = text.valid(text.end_of(value.span)?)?;
            let left = text.find(place, |c| c == '[')?;
            Some(Anchors { left, right: text.end_of(expression.span)? })
        }
        ExpressionKind::Call { function, .. } => {
            let place = text.valid(text.end_of(function.span)?)?;
            let left = text.find(place, |c| c == '(')?;
            Some(Anchors { left, right: text.end_of(expression.span)? })
        }
        _ => None,
    }
}

/// A stretch of source as places count it.
struct Segment<'a> {
    text: &'a str,
    lines: Vec<Vec<char>>,
}

impl Segment<'_> {
    /// The place of a byte.
    fn place(&self, offset: usize) -> Option<Place> {
        let before = self.text.get(..offset)?;
        let line = before.matches('\n').count();
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        Some((line, before[start..].chars().count()))
    }

    /// The end of an expression; two bytes stand before the segment where it was parsed.
    fn end_of(&self, span: Span) -> Option<Place> {
        self.place((span.end as usize).checked_sub(2)?)
    }

    /// The place itself, or the next one that holds a character.
    fn valid(&self, (mut line, mut column): Place) -> Option<Place> {
        while column >= self.lines.get(line)?.len() {
            column = 0;
            line += 1;
        }
        Some((line, column))
    }

    /// The first character from a place on that `wanted` takes; comments and continuations are
    /// skipped.
    fn find(&self, mut place: Place, wanted: impl Fn(char) -> bool) -> Option<Place> {
        loop {
            let character = *self.lines.get(place.0)?.get(place.1)?;
            if character == '\\' || character == '#' {
                place = self.valid((place.0 + 1, 0))?;
            } else if wanted(character) {
                return Some(place);
            } else {
                place = self.valid((place.0, place.1 + 1))?;
            }
        }
    }
}

/// No markers where they would cover all there is to see.
fn shows_markers(lines: &[Vec<char>], start: usize, end: usize, anchors: Option<&Anchors>) -> bool {
    if is_simple_call(lines, start, end) {
        return false;
    }
    if anchors.is_some() {
        return true;
    }
    let before = lines[0].iter().take(start).any(|c| !c.is_whitespace());
    let after = lines[lines.len() - 1].iter().skip(end).any(|c| !c.is_whitespace());
    before || after
}

/// `return f(…)` and `x = f(…)` with the call to the end of the line need no markers.
fn is_simple_call(lines: &[Vec<char>], start: usize, end: usize) -> bool {
    let text: Vec<String> = lines.iter().map(|line| line.iter().collect()).collect();
    let text = text.join("\n");
    let Ok(tree) = ouro_grammar::parse(&text, ouro_grammar::Mode::Module) else {
        // `return` outside of a function is a matter of the compiler, so a text that does not
        // parse is just a part of a statement.
        return false;
    };
    let Some(statement) = tree.body.first() else { return true };
    let call = match &statement.kind {
        StatementKind::Return(Some(value)) => match &value.kind {
            ExpressionKind::Call { function, .. }
                if matches!(function.kind, ExpressionKind::Name(_)) =>
            {
                value
            }
            _ => return false,
        },
        StatementKind::Assign { targets, value } => match (&targets[..], &value.kind) {
            ([target], ExpressionKind::Call { .. })
                if matches!(target.kind, ExpressionKind::Name(_)) =>
            {
                value
            }
            _ => return false,
        },
        _ => return false,
    };
    let segment = Segment { text: &text, lines: Vec::new() };
    let byte_column = |offset: usize| {
        let line_start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
        offset - line_start
    };
    let (Some(first), Some(last)) =
        (segment.place(call.span.start as usize), segment.place(call.span.end as usize))
    else {
        return false;
    };
    first.0 == 0
        && last.0 + 1 == lines.len()
        && byte_column(call.span.start as usize) == start
        && byte_column(call.span.end as usize) == end
}

/// The columns that the first characters of a line take up on a terminal.
fn display_width(line: &[char], count: usize) -> usize {
    if line.iter().all(char::is_ascii) {
        return count;
    }
    line.iter().take(count).map(|&character| if is_wide(character) { 2 } else { 1 }).sum()
}

/// Unicode's East Asian Width "wide" and "fullwidth", by its large blocks.
fn is_wide(character: char) -> bool {
    matches!(character as u32,
        0x1100..=0x115F
        | 0x231A..=0x231B
        | 0x2329..=0x232A
        | 0x23E9..=0x23EC
        | 0x23F0
        | 0x23F3
        | 0x25FD..=0x25FE
        | 0x2614..=0x2615
        | 0x2648..=0x2653
        | 0x267F
        | 0x2693
        | 0x26A1
        | 0x26AA..=0x26AB
        | 0x26BD..=0x26BE
        | 0x26C4..=0x26C5
        | 0x26CE
        | 0x26D4
        | 0x26EA
        | 0x26F2..=0x26F3
        | 0x26F5
        | 0x26FA
        | 0x26FD
        | 0x2705
        | 0x270A..=0x270B
        | 0x2728
        | 0x274C
        | 0x274E
        | 0x2753..=0x2755
        | 0x2757
        | 0x2795..=0x2797
        | 0x27B0
        | 0x27BF
        | 0x2B1B..=0x2B1C
        | 0x2B50
        | 0x2B55
        | 0x2E80..=0x303E
        | 0x3041..=0x33FF
        | 0x3400..=0x4DBF
        | 0x4E00..=0xA4CF
        | 0xA960..=0xA97F
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE10..=0xFE19
        | 0xFE30..=0xFE6F
        | 0xFF01..=0xFF60
        | 0xFFE0..=0xFFE6
        | 0x16FE0..=0x18AFF
        | 0x1B000..=0x1B2FF
        | 0x1F004
        | 0x1F0CF
        | 0x1F18E
        | 0x1F191..=0x1F19A
        | 0x1F200..=0x1F320
        | 0x1F32D..=0x1F335
        | 0x1F337..=0x1F37C
        | 0x1F37E..=0x1F393
        | 0x1F3A0..=0x1F3CA
        | 0x1F3CF..=0x1F3D3
        | 0x1F3E0..=0x1F3F0
        | 0x1F3F4
        | 0x1F3F8..=0x1F43E
        | 0x1F440
        | 0x1F442..=0x1F4FC
        | 0x1F4FF..=0x1F53D
        | 0x1F54B..=0x1F54E
        | 0x1F550..=0x1F567
        | 0x1F57A
        | 0x1F595..=0x1F596
        | 0x1F5A4
        | 0x1F5FB..=0x1F64F
        | 0x1F680..=0x1F6C5
        | 0x1F6CC
        | 0x1F6D0..=0x1F6D2
        | 0x1F6D5..=0x1F6D7
        | 0x1F6DC..=0x1F6DF
        | 0x1F6EB..=0x1F6EC
        | 0x1F6F4..=0x1F6FC
        | 0x1F7E0..=0x1F7EB
        | 0x1F7F0
        | 0x1F90C..=0x1F93A
        | 0x1F93C..=0x1F945
        | 0x1F947..=0x1F9FF
        | 0x1FA70..=0x1FAFF
        | 0x20000..=0x3FFFD
    )
}
