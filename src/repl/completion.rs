//! What can follow at the cursor: names, attributes, modules, keyword arguments, commands; and the
//! signature of the call around the cursor. From live values, without running code.

use ouro_grammar::token::{SpannedToken, Token};

use super::commands::COMMANDS;
use super::interpreter::Interpreter;
use super::lookup::{self, Parameter};
use crate::host::files::{KIND_DIRECTORY, KIND_MASK};
use crate::object::Value;
use crate::object::class::Class;
use crate::object::module::Module;
use crate::vm::Vm;

/// What a completer offers: the candidates replace the text from `start` to the cursor.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Completions {
    pub start: usize,
    pub candidates: Vec<String>,
}

const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
];

/// What can stand at the end of `text`, the part of an entry before the cursor.
pub fn complete(interpreter: &mut Interpreter, text: &str) -> Completions {
    if let Some(command) = text.strip_prefix(':') {
        return complete_command(interpreter, command);
    }
    let word = last_word(text);
    let start = text.len() - word.len();
    let before = &text[..start];
    let names = if let Some(names) = in_import(interpreter, before) {
        names
    } else if let Some(path) = before.strip_suffix('.') {
        attributes(interpreter, path)
    } else {
        let mut names = keyword_arguments(interpreter, before);
        names.extend(lookup::global_names(interpreter));
        names.extend(KEYWORDS.iter().map(|&keyword| keyword.to_owned()));
        names
    };
    Completions { start, candidates: matching(names, word) }
}

/// More candidates than anybody reads.
const MOST_CANDIDATES: usize = 10_000;

/// The candidates that begin with a word; hidden names only for who asks for them. Keyword
/// arguments come first.
fn matching(mut names: Vec<String>, word: &str) -> Vec<String> {
    names
        .retain(|name| name.starts_with(word) && (word.starts_with('_') || !name.starts_with('_')));
    names.sort_by(|a, b| b.ends_with('=').cmp(&a.ends_with('=')).then_with(|| a.cmp(b)));
    names.dedup();
    if names.len() > MOST_CANDIDATES {
        // With the last one: what all have in common stays the same.
        names.drain(MOST_CANDIDATES - 1..names.len() - 1);
    }
    names
}

/// The name that ends a text, as far as it has been typed.
fn last_word(text: &str) -> &str {
    let is_part = |c: char| c == '_' || c.is_alphanumeric();
    let start = text
        .rfind(|c| !is_part(c))
        .map_or(0, |place| place + text[place..].chars().next().map_or(1, char::len_utf8));
    &text[start..]
}

/// The path of names with dots that ends a text.
fn last_path(text: &str) -> &str {
    let is_part = |c: char| c == '_' || c == '.' || c.is_alphanumeric();
    let start = text
        .rfind(|c| !is_part(c))
        .map_or(0, |place| place + text[place..].chars().next().map_or(1, char::len_utf8));
    &text[start..]
}

fn complete_command(interpreter: &mut Interpreter, command: &str) -> Completions {
    let Some((name, argument)) = command.split_once(' ') else {
        let names = COMMANDS.iter().map(|known| format!(":{}", known.name));
        let typed = format!(":{command}");
        let candidates = names.filter(|name| name.starts_with(&typed)).collect();
        return Completions { start: 0, candidates };
    };
    if matches!(name, "why" | "frame") && !argument.contains('.') {
        let mut names: Vec<String> =
            crate::asyncio::inspect::pending_tasks(&interpreter.event_loop)
                .iter()
                .map(crate::asyncio::inspect::task_name)
                .collect();
        names.extend(lookup::global_names(interpreter));
        let start = 1 + command.len() - argument.len();
        return Completions { start, candidates: matching(names, argument) };
    }
    if name == "clock" {
        let names = vec!["real".to_owned(), "virtual".to_owned()];
        let start = 1 + command.len() - argument.len();
        return Completions { start, candidates: matching(names, argument) };
    }
    if matches!(name, "load" | "save") {
        return complete_path(interpreter, 1 + command.len(), argument);
    }
    let start = 1 + name.len() + 1;
    let inner = complete(interpreter, argument);
    Completions { start: start + inner.start, candidates: inner.candidates }
}

/// The files and folders whose path begins so; it ends at `end`.
fn complete_path(interpreter: &Interpreter, end: usize, path: &str) -> Completions {
    let (folder, begun) = path.rsplit_once('/').unwrap_or((".", path));
    let folder = if folder.is_empty() { "/" } else { folder };
    // What cannot be read offers nothing.
    let entries = interpreter.world.outside().borrow().list(folder).unwrap_or_default();
    let mut candidates: Vec<String> = entries
        .into_iter()
        .filter(|(name, _)| name.starts_with(begun))
        .filter(|(name, _)| begun.starts_with('.') || !name.starts_with('.'))
        .map(|(name, kind)| match kind & KIND_MASK {
            KIND_DIRECTORY => format!("{name}/"),
            _ => name,
        })
        .collect();
    candidates.sort();
    candidates.truncate(MOST_CANDIDATES);
    Completions { start: end - begun.len(), candidates }
}

/// The attributes of what stands before a dot.
fn attributes(interpreter: &mut Interpreter, path: &str) -> Vec<String> {
    let class_of_literal = |vm: &Vm| {
        let last = path.trim_end().chars().last()?;
        Some(Value::from(match last {
            '"' | '\'' => vm.types.str_.clone(),
            ']' => vm.types.list.clone(),
            '}' => vm.types.dict.clone(),
            _ => return None,
        }))
    };
    let path_of_names = last_path(path);
    let value = match path_of_names.is_empty() {
        // `x[0].`, too, ends in a bracket: only a literal has no name before it.
        true => is_literal(path).then(|| class_of_literal(&interpreter.vm)).flatten(),
        false => lookup::resolve(interpreter, path_of_names),
    };
    value.map_or(Vec::new(), |value| lookup::attribute_names(interpreter, &value))
}

/// Whether what ends a text is a whole string, list, dict or set written out.
fn is_literal(text: &str) -> bool {
    let tokens = visible_tokens(text);
    let mut depth = 0;
    for (place, spanned) in tokens.iter().enumerate().rev() {
        match spanned.token {
            Token::RightBracket | Token::RightBrace => depth += 1,
            Token::LeftBracket | Token::LeftBrace => depth -= 1,
            Token::String if depth == 0 => return true,
            _ => {}
        }
        if depth == 0 {
            let before = place.checked_sub(1).map(|before| tokens[before].token);
            return !matches!(
                before,
                Some(Token::Name | Token::RightParenthesis | Token::RightBracket | Token::String)
            );
        }
    }
    false
}

fn visible_tokens(text: &str) -> Vec<SpannedToken> {
    let mut tokens = ouro_grammar::tokens(text);
    tokens.retain(|spanned| spanned.span.start < spanned.span.end);
    tokens
}

/// The names that an import statement can take at its end; None outside of one.
fn in_import(interpreter: &mut Interpreter, before: &str) -> Option<Vec<String>> {
    let line = before.rsplit(['\n', ';']).next().unwrap_or_default().trim_start();
    if let Some(rest) = line.strip_prefix("from ")
        && let Some((module, _)) = rest.split_once(" import")
    {
        let module = module.trim();
        let mut names = lookup::module_names(interpreter, module);
        names.extend(lookup::modules_in(interpreter, &format!("{module}.")));
        return Some(names);
    }
    let is_import = line.starts_with("from ") || line.starts_with("import ");
    is_import.then(|| lookup::modules_in(interpreter, last_path(before)))
}

/// The call around the end of a text: what is called, and which argument stands there.
struct Call<'a> {
    callee: &'a str,
    /// Arguments before the one at the cursor.
    arguments: usize,
    /// The names given so far.
    keywords: Vec<&'a str>,
}

fn call_around(text: &str) -> Option<Call<'_>> {
    let tokens = visible_tokens(text);
    let mut open: Vec<usize> = Vec::new();
    for (place, spanned) in tokens.iter().enumerate() {
        match spanned.token {
            Token::LeftParenthesis
            | Token::WithParenthesis
            | Token::LeftBracket
            | Token::LeftBrace => open.push(place),
            Token::RightParenthesis | Token::RightBracket | Token::RightBrace => {
                open.pop();
            }
            _ => {}
        }
    }
    let place = open.pop()?;
    let opening = tokens[place];
    if opening.token != Token::LeftParenthesis {
        return None;
    }
    let callee = last_path(&text[..opening.span.start as usize]);
    let is_definition = place >= 2
        && matches!(tokens[place - 2].token, Token::Def | Token::Class)
        && tokens[place - 1].token == Token::Name;
    if callee.is_empty() || is_definition || KEYWORDS.contains(&callee) {
        return None;
    }
    let (mut depth, mut arguments, mut keywords) = (0, 0, Vec::new());
    for (offset, spanned) in tokens[place + 1..].iter().enumerate() {
        match spanned.token {
            Token::LeftParenthesis | Token::LeftBracket | Token::LeftBrace => depth += 1,
            Token::RightParenthesis | Token::RightBracket | Token::RightBrace => depth -= 1,
            Token::Comma if depth == 0 => arguments += 1,
            Token::Equal if depth == 0 => {
                let name = tokens[place + offset].span;
                keywords.push(&text[name.start as usize..name.end as usize]);
            }
            _ => {}
        }
    }
    Some(Call { callee, arguments, keywords })
}

/// The parameters of the call around the end of a text.
fn parameters_around(interpreter: &mut Interpreter, call: &Call<'_>) -> Option<Vec<Parameter>> {
    let value = lookup::resolve(interpreter, call.callee)?;
    // A function that is reached through an instance gets that as its first argument.
    let owner =
        call.callee.rsplit_once('.').and_then(|(owner, _)| lookup::resolve(interpreter, owner));
    let is_method = owner
        .is_some_and(|owner| owner.get::<Module>().is_none() && owner.get::<Class>().is_none());
    lookup::parameters(interpreter, &value, is_method)
}

fn keyword_arguments(interpreter: &mut Interpreter, before: &str) -> Vec<String> {
    let Some(call) = call_around(before) else { return Vec::new() };
    // A name can only begin an argument.
    if !before.trim_end().ends_with(['(', ',']) {
        return Vec::new();
    }
    let parameters = parameters_around(interpreter, &call).unwrap_or_default();
    let keywords = parameters.into_iter().skip(call.arguments).filter_map(|p| p.keyword);
    keywords
        .filter(|keyword| !call.keywords.contains(&keyword.as_str()))
        .map(|keyword| format!("{keyword}="))
        .collect()
}

/// Whether a text may end inside a call: cheap, to be asked at each key.
pub fn may_be_in_call(text: &str) -> bool {
    !text.starts_with(':') && text.contains('(')
}

/// What is left of the signature of the call around the end of a text.
pub fn hint(interpreter: &mut Interpreter, text: &str) -> Option<String> {
    let end = visible_tokens(text).last().map_or(0, |last| last.span.end as usize);
    if !text[end..].trim().is_empty() {
        // A text that has not been closed, or a comment.
        return None;
    }
    let call = call_around(text)?;
    // The value of a named argument is still to come.
    if text.trim_end().ends_with('=') {
        return None;
    }
    let parameters = parameters_around(interpreter, &call)?;
    // While an argument is being written, the next ones are what is of interest.
    let begins_argument = text.trim_end().ends_with(['(', ',']);
    let skip = call.arguments + usize::from(!begins_argument);
    let rest: Vec<String> = parameters
        .into_iter()
        .skip(skip)
        .filter(|parameter| {
            let given = parameter.keyword.as_deref();
            !given.is_some_and(|name| call.keywords.contains(&name))
        })
        .map(|parameter| parameter.text)
        .collect();
    if rest.is_empty() && call.arguments > 0 {
        return None;
    }
    let lead = if begins_argument { "" } else { ", " };
    let lead = if rest.is_empty() { "" } else { lead };
    Some(format!("{lead}{})", rest.join(", ")))
}
