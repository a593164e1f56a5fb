//! The line above the prompt: the time and how much is going on in the session's loop.

use super::interpreter::Interpreter;
use super::world::ClockKind;
use crate::asyncio::inspect::{Counts, counts};

/// What the prompt has said last.
#[derive(Default)]
pub struct Status {
    said: Option<(String, Counts)>,
}

impl Status {
    /// The line for the present state: None when nothing goes on, or nothing has changed since it
    /// was said.
    pub fn line(&mut self, interpreter: &Interpreter) -> Option<String> {
        let time = interpreter.time_text(interpreter.time());
        let counts = counts(&interpreter.event_loop, interpreter.time());
        let is_idle = counts == Counts::default();
        let now = (time, counts);
        if is_idle && self.said.is_none() {
            return None;
        }
        let is_said = self.said.as_ref().is_some_and(|said| match interpreter.world.clock() {
            ClockKind::Virtual => *said == now,
            // The time by itself is no news.
            ClockKind::Real => said.1 == now.1,
        });
        if is_said {
            return None;
        }
        let parts = [(counts.ready, "ready"), (counts.waiting, "waiting")];
        let mut line = format!("t={}", now.0);
        for (count, word) in parts.into_iter().filter(|(count, _)| *count > 0) {
            line.push_str(&format!(" · {count} {word}"));
        }
        if is_idle {
            line.push_str(" · idle");
        }
        // Once it is said that all is quiet, there is nothing more to say.
        self.said = (!is_idle).then_some(now);
        Some(line)
    }
}

/// A time in seconds: two decimals, more where they say something.
pub fn format_time(seconds: f64) -> String {
    let text = format!("{seconds:.6}");
    let keep = text.find('.').map_or(text.len(), |point| point + 3);
    let end = text.trim_end_matches('0').len().max(keep);
    text[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::format_time;

    #[test]
    fn times_have_two_decimals_or_more() {
        assert_eq!(format_time(0.0), "0.00");
        assert_eq!(format_time(3.0), "3.00");
        assert_eq!(format_time(0.1 + 0.2), "0.30");
        assert_eq!(format_time(1.125), "1.125");
        assert_eq!(format_time(3600.000001), "3600.000001");
    }
}
