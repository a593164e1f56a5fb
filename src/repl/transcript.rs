//! Whole sessions as text: prompts with what is typed at them, and what is shown then.
//!
//! A transcript begins with any text; from its first `>>> ` on it is a session. Lines that begin
//! with `>>> ` and `... ` are typed, all others are shown. Empty lines before a prompt only space
//! the text out. Running a transcript gives the same text with what is really shown.

use super::session::{Outcome, Session};
use super::world::ClockKind;
use crate::host::memory::MemoryHost;
use crate::vm::system::Settings;

/// Something typed, and the lines after it.
pub struct Exchange {
    pub typed: String,
    pub shown: String,
}

/// The introduction and the exchanges of a transcript.
pub fn parse(text: &str) -> (String, Vec<Exchange>) {
    let mut introduction = String::new();
    let mut exchanges: Vec<Exchange> = Vec::new();
    let mut is_typing = false;
    for line in text.lines() {
        let line_with_end = format!("{line}\n");
        if let Some(typed) = line.strip_prefix(">>> ").or((line == ">>>").then_some("")) {
            exchanges.push(Exchange { typed: typed.to_owned(), shown: String::new() });
            is_typing = true;
        } else if let Some(exchange) = exchanges.last_mut() {
            let more = line.strip_prefix("... ").or((line == "...").then_some(""));
            match more.filter(|_| is_typing) {
                Some(more) => {
                    exchange.typed.push('\n');
                    exchange.typed.push_str(more);
                }
                None => {
                    is_typing = false;
                    exchange.shown.push_str(&line_with_end);
                }
            }
        } else {
            introduction.push_str(&line_with_end);
        }
    }
    (introduction, exchanges)
}

/// Runs a transcript in a fresh session and gives it with what is really shown.
pub fn run(text: &str) -> String {
    let (introduction, exchanges) = parse(text);
    let mut result = introduction;
    let host = MemoryHost::merging();
    let output = host.merged_output();
    let take =
        move || String::from_utf8_lossy(&std::mem::take(&mut *output.borrow_mut())).into_owned();
    let mut session =
        match Session::new(Box::new(host), ClockKind::Virtual, Settings::default(), None) {
            Ok(session) => session,
            Err(_) => return format!("{result}the session does not start\n"),
        };
    let mut status = 0;
    for exchange in exchanges {
        let outcome = session.enter(&exchange.typed);
        for (number, line) in exchange.typed.split('\n').enumerate() {
            let prompt = if number == 0 { ">>> " } else { "... " };
            result.push_str(format!("{prompt}{line}").trim_end());
            result.push('\n');
        }
        let mut shown = take();
        if outcome == Outcome::Prompt
            && let Some(line) = session.status_line()
        {
            shown.push_str(&line);
        }
        let shown = shown.trim_end_matches('\n');
        result.push_str(shown);
        if !shown.is_empty() {
            result.push('\n');
        }
        // Empty lines before the next prompt stay as they were.
        let expected = exchange.shown.trim_end_matches('\n');
        let ends = exchange.shown.len() - expected.len();
        let blanks = if expected.is_empty() { ends } else { ends - 1 };
        result.push_str(&"\n".repeat(blanks));
        if let Outcome::Exit(code) = outcome {
            status = code;
            break;
        }
    }
    session.end(status);
    result.push_str(&take());
    result
}
