//! An entry of several lines in an editor that knows one prompt.
//!
//! The editor counts columns by itself and has a prompt for the first line only. So that the others
//! get theirs, each line end in its buffer is followed by a margin: characters that nobody types,
//! as many as the prompt of further lines is wide, which are shown as that prompt. The functions
//! here say how the keys have to treat it.

use crate::repl::input::{INDENT, is_complete, next_indent};

/// A character of the private use area, one column wide.
const MARGIN: char = '\u{E0A5}';

/// What a key does.
#[derive(Debug, PartialEq, Eq)]
pub enum Edit {
    /// The entry is done.
    Accept,
    Insert(String),
    /// Move by so many characters, back if negative.
    Move(i64),
    /// Delete so many characters before the cursor.
    DeleteBack(usize),
    /// Delete a word before the cursor, to be yanked.
    KillWord,
    /// Delete what stands before the cursor in the first line, to be yanked.
    KillToStart,
    /// Delete so many characters after the cursor.
    DeleteForward(usize),
    Nothing,
    /// What the key does by itself.
    Default,
}

/// The margin for a prompt.
pub fn margin(prompt: &str) -> String {
    MARGIN.to_string().repeat(prompt.chars().count())
}

/// An entry as the editor holds it.
pub fn to_buffer(entry: &str, margin: &str) -> String {
    entry.replace('\n', &format!("\n{margin}"))
}

/// The entry that the editor holds.
pub fn to_entry(buffer: &str) -> String {
    buffer.replace(MARGIN, "")
}

/// How long the margin at the start of a text is, in bytes.
pub fn margin_at(text: &str) -> usize {
    text.len() - text.trim_start_matches(MARGIN).len()
}

/// The part of the cursor's line that stands before the cursor, without margin.
fn line_before(buffer: &str, cursor: usize) -> &str {
    let before = &buffer[..cursor];
    let line = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
    &line[margin_at(line)..]
}

/// How many characters of margin and line end stand before the cursor.
fn seam_before(buffer: &str, cursor: usize) -> usize {
    let before = &buffer[..cursor];
    let without = before.trim_end_matches(MARGIN);
    let margin = before.chars().count() - without.chars().count();
    if without.ends_with('\n') { margin + 1 } else { 0 }
}

/// How many characters of line end and margin stand after the cursor.
fn seam_after(buffer: &str, cursor: usize) -> usize {
    match buffer[cursor..].strip_prefix('\n') {
        Some(rest) => 1 + rest.chars().take_while(|&c| c == MARGIN).count(),
        None => 0,
    }
}

/// Enter: runs what is complete, and else begins a line with the right indentation.
pub fn enter(buffer: &str, cursor: usize, margin: &str) -> Edit {
    let is_at_end = buffer[cursor..].trim().is_empty();
    let is_one_line = !buffer.contains('\n');
    if (is_at_end || is_one_line) && is_complete(&to_entry(buffer)) {
        return Edit::Accept;
    }
    let indent = next_indent(&to_entry(&buffer[..cursor]));
    Edit::Insert(format!("\n{margin}{}", " ".repeat(indent)))
}

/// Tab: indents where nothing stands before the cursor.
pub fn tab(buffer: &str, cursor: usize) -> Edit {
    let line = line_before(buffer, cursor);
    match line.trim().is_empty() {
        true => Edit::Insert(" ".repeat(INDENT - line.len() % INDENT)),
        false => Edit::Default,
    }
}

/// Backspace: takes back a line, or a level of indentation.
pub fn backspace(buffer: &str, cursor: usize) -> Edit {
    let seam = seam_before(buffer, cursor);
    if seam > 0 {
        return Edit::DeleteBack(seam);
    }
    let line = line_before(buffer, cursor);
    let is_indentation = !line.is_empty() && line.bytes().all(|byte| byte == b' ');
    match is_indentation {
        true => Edit::DeleteBack((line.len() - 1) % INDENT + 1),
        false => Edit::Default,
    }
}

/// Delete and Ctrl-D.
pub fn delete(buffer: &str, cursor: usize) -> Edit {
    match seam_after(buffer, cursor) {
        // In an empty entry, Ctrl-D is the end of the session.
        0 if buffer.is_empty() => Edit::Default,
        0 if cursor == buffer.len() => Edit::Nothing,
        0 => Edit::DeleteForward(1),
        seam => Edit::DeleteForward(seam),
    }
}

pub fn left(buffer: &str, cursor: usize) -> Edit {
    match seam_before(buffer, cursor) {
        0 => Edit::Default,
        seam => Edit::Move(-(seam as i64)),
    }
}

pub fn right(buffer: &str, cursor: usize) -> Edit {
    match seam_after(buffer, cursor) {
        0 => Edit::Default,
        seam => Edit::Move(seam as i64),
    }
}

pub fn home(buffer: &str, cursor: usize) -> Edit {
    match line_before(buffer, cursor).chars().count() {
        0 => Edit::Nothing,
        count => Edit::Move(-(count as i64)),
    }
}

/// Deletes from the start of the line to the cursor.
pub fn delete_line(buffer: &str, cursor: usize) -> Edit {
    match line_before(buffer, cursor).chars().count() {
        0 => Edit::Nothing,
        count if count == buffer[..cursor].chars().count() => Edit::KillToStart,
        count => Edit::DeleteBack(count),
    }
}

/// Deletes the word before the cursor.
pub fn delete_word(buffer: &str, cursor: usize) -> Edit {
    let line = line_before(buffer, cursor);
    if line.trim().is_empty() {
        return backspace(buffer, cursor);
    }
    let rest = line.trim_end();
    match rest.rfind(char::is_whitespace) {
        // A margin would be taken for a part of the word.
        None if line.len() < cursor => Edit::DeleteBack(line.chars().count()),
        _ => Edit::KillWord,
    }
}

/// Up, within the entry: to the same column of the line above.
pub fn up(buffer: &str, cursor: usize) -> Edit {
    let before = &buffer[..cursor];
    let Some(end_of_above) = before.rfind('\n') else { return Edit::Default };
    let column = line_before(buffer, cursor).chars().count();
    let above = line_before(buffer, end_of_above).chars().count();
    let back = before[end_of_above..].chars().count() + above.saturating_sub(column);
    Edit::Move(-(back as i64))
}

/// Down, within the entry.
pub fn down(buffer: &str, cursor: usize) -> Edit {
    let Some(length) = buffer[cursor..].find('\n') else { return Edit::Default };
    let column = line_before(buffer, cursor).chars().count();
    let below = &buffer[cursor + length + 1..];
    let line = below.split('\n').next().unwrap_or_default();
    let margin = line.chars().take_while(|&c| c == MARGIN).count();
    let width = line.chars().count() - margin;
    let rest_of_line = buffer[cursor..cursor + length].chars().count();
    Edit::Move((rest_of_line + 1 + margin + column.min(width)) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn buffer(text: &str) -> (String, usize) {
        let cursor = text.find('|').expect("a cursor");
        let before = to_buffer(&text[..cursor], &margin("... "));
        let whole = to_buffer(&text.replace('|', ""), &margin("... "));
        (whole, before.len())
    }

    /// The text after an edit, the cursor marked.
    fn after(text: &str, key: fn(&str, usize) -> Edit) -> String {
        let (buffer, cursor) = buffer(text);
        let characters: Vec<char> = buffer.chars().collect();
        let place = buffer[..cursor].chars().count();
        let (left, right, place) = match key(&buffer, cursor) {
            Edit::Move(by) => {
                let place = (place as i64 + by) as usize;
                (characters[..place].to_vec(), characters[place..].to_vec(), place)
            }
            Edit::DeleteBack(count) => {
                (characters[..place - count].to_vec(), characters[place..].to_vec(), 0)
            }
            Edit::DeleteForward(count) => {
                (characters[..place].to_vec(), characters[place + count..].to_vec(), 0)
            }
            Edit::Default => return "default".to_owned(),
            Edit::KillWord | Edit::KillToStart => return "kill".to_owned(),
            Edit::Nothing => return text.to_owned(),
            other => return format!("{other:?}"),
        };
        let _ = place;
        let join = |part: Vec<char>| to_entry(&part.into_iter().collect::<String>());
        format!("{}|{}", join(left), join(right))
    }

    #[test]
    fn keys_step_over_the_margin() {
        assert_eq!(after("ab\n|cd", left), "ab|\ncd");
        assert_eq!(after("ab\nc|d", left), "default");
        assert_eq!(after("ab|\ncd", right), "ab\n|cd");
        assert_eq!(after("ab\ncd|", home), "ab\n|cd");
        assert_eq!(after("ab\n|cd", home), "ab\n|cd");
        assert_eq!(after("ab\n|cd", backspace), "ab|cd");
        assert_eq!(after("ab\n        |cd", backspace), "ab\n    |cd");
        assert_eq!(after("ab|\ncd", delete), "ab|cd");
        assert_eq!(after("ab\nc d|", delete_word), "kill");
        assert_eq!(after("ab\ncd|", delete_word), "ab\n|");
        assert_eq!(after("ab cd|", delete_line), "kill");
        assert_eq!(after("ab\n|cd", delete_word), "ab|cd");
        assert_eq!(after("ab\ncd|", delete_line), "ab\n|");
    }

    #[test]
    fn the_cursor_keeps_its_column() {
        assert_eq!(after("abc\nde|f", up), "ab|c\ndef");
        assert_eq!(after("a\ndef|", up), "a|\ndef");
        assert_eq!(after("ab|c\ndef", down), "abc\nde|f");
        assert_eq!(after("abc|\nd", down), "abc\nd|");
        assert_eq!(after("a\nb|c\nde", down), "a\nbc\nd|e");
        assert_eq!(after("a\nbc\nd|e", up), "a\nb|c\nde");
        assert_eq!(after("abc|", up), "default");
    }

    #[test]
    fn enter_indents_or_accepts() {
        let margin = margin("... ");
        let press = |text: &str| {
            let (buffer, cursor) = buffer(text);
            match enter(&buffer, cursor, &margin) {
                Edit::Insert(text) => to_entry(&text),
                other => format!("{other:?}"),
            }
        };
        assert_eq!(press("x = 1|"), "Accept");
        assert_eq!(press("x =| 1"), "Accept");
        assert_eq!(press("def f():|"), "\n    ");
        assert_eq!(press("def f():\n    return 1|"), "\n");
        assert_eq!(press("def f():\n    return 1\n|"), "Accept");
        assert_eq!(press("def f():|\n    return 1\n"), "\n    ");
    }
}
