//! Entries as text: when one is complete, how its next line is indented, what it binds.

use ouro_grammar::Mode;
use ouro_grammar::ast::{Constant, Expression, ExpressionKind, Statement, StatementKind};

/// The width of a level of indentation.
pub const INDENT: usize = 4;

/// Whether Enter at the end of a text means that it is to be run; otherwise it goes on with another
/// line. A statement with a body is ended by an empty line.
pub fn is_complete(text: &str) -> bool {
    if text.trim().is_empty() || text.trim_start().starts_with(':') {
        return true;
    }
    let ends_in_empty_line = text.rsplit_once('\n').is_some_and(|(_, last)| last.trim().is_empty());
    match ouro_grammar::parse(&format!("{text}\n"), Mode::Module) {
        Ok(module) => module.body.last().is_none_or(|last| !has_body(last) || ends_in_empty_line),
        // What is wrong is said after the whole statement.
        Err(error) => !error.incomplete,
    }
}

fn has_body(statement: &Statement) -> bool {
    use StatementKind as Kind;
    matches!(
        statement.kind,
        Kind::FunctionDef(_)
            | Kind::ClassDef(_)
            | Kind::For { .. }
            | Kind::While { .. }
            | Kind::If { .. }
            | Kind::With { .. }
            | Kind::Match { .. }
            | Kind::Try { .. }
    )
}

/// How many spaces the line after `text` begins with.
pub fn next_indent(text: &str) -> usize {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let width = line.len() - line.trim_start_matches(' ').len();
    let code = without_comment(line).trim();
    if code.ends_with(':') || code.ends_with(['(', '[', '{']) {
        return width + INDENT;
    }
    let first = code.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    let leaves = matches!(first, "return" | "pass" | "break" | "continue" | "raise");
    let is_open = code.ends_with([',', '\\']);
    if leaves && !is_open { width.saturating_sub(INDENT) } else { width }
}

/// A line up to its comment. Only quotes of the same line count.
fn without_comment(line: &str) -> &str {
    let mut quote = None;
    let mut characters = line.char_indices();
    while let Some((place, character)) = characters.next() {
        match (quote, character) {
            (_, '\\') => {
                characters.next();
            }
            (Some(open), c) if c == open => quote = None,
            (None, '\'' | '"') => quote = Some(character),
            (None, '#') => return &line[..place],
            _ => {}
        }
    }
    line
}

/// The module that a statement imports all names of.
pub fn imported_whole(statement: &Statement) -> Option<&str> {
    match &statement.kind {
        StatementKind::ImportFrom { module: Some(module), names, level: 0 }
            if names.iter().any(|alias| &*alias.name.name == "*") =>
        {
            Some(&module.name)
        }
        _ => None,
    }
}

/// The names that a statement assigns to `__all__`.
pub fn listed_names(statement: &Statement) -> Vec<String> {
    let StatementKind::Assign { targets, value, .. } = &statement.kind else { return Vec::new() };
    let is_list = |target: &Expression| matches!(&target.kind, ExpressionKind::Name(name) if &**name == "__all__");
    match &value.kind {
        ExpressionKind::List(items) | ExpressionKind::Tuple(items)
            if targets.iter().any(is_list) =>
        {
            let text = |item: &Expression| match &item.kind {
                ExpressionKind::Constant(Constant::Str(text)) => Some(text.to_string()),
                _ => None,
            };
            items.iter().filter_map(text).collect()
        }
        _ => Vec::new(),
    }
}

/// The names that a statement binds at the top level of a module, its branches included.
pub fn bound_names(statement: &Statement) -> Vec<String> {
    use StatementKind as Kind;
    let mut names = Vec::new();
    let blocks: Vec<&[Statement]> = match &statement.kind {
        Kind::FunctionDef(function) => {
            names.push(function.name.name.to_string());
            vec![]
        }
        Kind::ClassDef(class) => {
            names.push(class.name.name.to_string());
            vec![]
        }
        Kind::Assign { targets, .. } => {
            targets.iter().for_each(|target| add_targets(target, &mut names));
            vec![]
        }
        Kind::AnnAssign { target, .. } => {
            add_targets(target, &mut names);
            vec![]
        }
        Kind::Import(aliases) | Kind::ImportFrom { names: aliases, .. } => {
            for alias in aliases {
                let name = alias.asname.as_ref().unwrap_or(&alias.name);
                let first = name.name.split('.').next().unwrap_or_default();
                names.push(first.to_owned());
            }
            vec![]
        }
        Kind::If { body, orelse, .. } => vec![body, orelse],
        Kind::With { body, .. } => vec![body],
        Kind::Try { body, orelse, finalbody, .. } => vec![body, orelse, finalbody],
        _ => vec![],
    };
    names.extend(blocks.into_iter().flatten().flat_map(bound_names));
    names
}

fn add_targets(target: &Expression, names: &mut Vec<String>) {
    match &target.kind {
        ExpressionKind::Name(name) => names.push(name.to_string()),
        ExpressionKind::Tuple(items) | ExpressionKind::List(items) => {
            items.iter().for_each(|item| add_targets(item, names));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{is_complete, next_indent};

    #[test]
    fn entries_are_complete_when_nothing_can_follow() {
        for text in [
            "",
            "x = 1",
            "x =",
            ":advance 5",
            "f(1,\n2)",
            "def f():\n    return 1\n",
            "def f():\n    return 1\n    ",
            "if x:\n    y\nelse:\n    z\n\n",
            "class A: pass\n",
            "import asyncio\nasync def main():\n    pass\n\nasyncio.run(main())",
            "1 +* 2",
            "@dec\ndef f(): pass\n",
        ] {
            assert!(is_complete(text), "{text:?}");
        }
    }

    #[test]
    fn entries_go_on_while_something_is_open() {
        for text in [
            "def f():",
            "def f():\n    return 1",
            "f(1,",
            "'''abc",
            "x = \\",
            "for x in y: print(x)",
            "try:\n    x\n",
            "@dec",
            "if x:\n    y\nelse:\n    z",
            "async with lock:",
        ] {
            assert!(!is_complete(text), "{text:?}");
        }
    }

    #[test]
    fn the_next_line_is_indented_by_what_stands_before() {
        assert_eq!(next_indent("def f():"), 4);
        assert_eq!(next_indent("def f():  # comment: yes"), 4);
        assert_eq!(next_indent("x = '#:'"), 0);
        assert_eq!(next_indent("def f():\n    if x:"), 8);
        assert_eq!(next_indent("def f():\n    return 1"), 0);
        assert_eq!(next_indent("def f():\n    x = 1"), 4);
        assert_eq!(next_indent("f("), 4);
    }
}
