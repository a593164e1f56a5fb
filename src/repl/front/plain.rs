//! Prompts and lines, nothing more: where there is no terminal, or none that can do more.

use std::io::{BufRead, IsTerminal, Write};

use super::{Printer, ToSession};
use crate::repl::input::is_complete;

/// Whether there is nothing to edit lines with.
pub fn is_only_choice() -> bool {
    let is_dumb = std::env::var("TERM").is_ok_and(|term| term == "dumb" || term.is_empty());
    let is_unwanted = std::env::var_os("OURO_BASIC_REPL").is_some_and(|value| !value.is_empty());
    let is_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    is_dumb || is_unwanted || !is_terminal
}

/// Prints as it comes.
pub fn printer() -> Printer {
    Box::new(|text| {
        let mut stdout = std::io::stdout().lock();
        // Nobody reads any more: the next read ends the session.
        let _ = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
    })
}

pub struct Lines;

impl Lines {
    /// Reads an entry line by line.
    pub fn read(&mut self, first: &str, next: &str) -> ToSession {
        let mut text = String::new();
        let mut prompt = first;
        loop {
            printer()(prompt.to_owned());
            let mut line = Vec::new();
            let read = std::io::stdin().lock().read_until(b'\n', &mut line);
            let is_end = !line.ends_with(b"\n");
            if !matches!(read, Ok(1..)) || line.is_empty() {
                printer()("\n".to_owned());
                return match text.is_empty() {
                    true => ToSession::End,
                    false => ToSession::Typed(text),
                };
            }
            let line = String::from_utf8_lossy(&line);
            text.push_str(line.trim_end_matches(['\n', '\r']));
            if is_complete(&text) || is_end {
                return ToSession::Typed(text);
            }
            text.push('\n');
            prompt = next;
        }
    }
}
