//! The front ends of a session on an ordinary system: a terminal with line editing, and plain lines
//! where there is none.
//!
//! The session runs in a thread of its own, which has the stack that an interpreter needs, and by
//! the real clock goes on while the prompt waits. The front end stays in the main thread, reads
//! what is typed and asks the session for completions and hints meanwhile.

mod block;
mod editor;
mod history;
mod plain;

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};

use super::completion::{Completions, complete, hint};
use super::interpreter::{Due, Flow};
use super::session::{Outcome, Session};
use super::world::ClockKind;
use crate::host::Stream;
use crate::host::native::{Clock, NativeHost, host_error};
use crate::program::Prepared;
use crate::vm::system::Settings;

/// How a session is started.
pub struct Start {
    pub clock: ClockKind,
    /// No banner.
    pub quiet: bool,
    pub settings: Settings,
    /// The program that runs first, as with `-i`.
    pub program: Option<Prepared>,
}

/// What the front end tells and asks the session.
enum ToSession {
    Typed(String),
    /// Ctrl-C at the prompt.
    Interrupted,
    /// The end of the input.
    End,
    /// What can stand at the end of the text?
    Complete(String, Sender<Completions>),
    /// What is left of the signature of the call at the end of the text?
    Hint(String, Sender<Option<String>>),
}

/// What the session asks the front end.
enum ToFront {
    /// Read an entry with these prompts.
    Read { first: String, next: String },
}

/// Prints above the line that is being edited.
type Printer = Box<dyn FnMut(String) + Send>;

/// Gives a terminal back as it was found.
type Restorer = Box<dyn FnOnce() + Send>;

/// The session's side of a conversation.
pub struct SessionSide {
    start: Start,
    incoming: Receiver<ToSession>,
    outgoing: Sender<ToFront>,
    printer: Printer,
    restorer: Restorer,
    is_colored: bool,
    is_terminal: bool,
}

/// The front end's side of a conversation.
pub struct FrontSide {
    incoming: Receiver<ToFront>,
    outgoing: Sender<ToSession>,
    front: Front,
}

enum Front {
    Editor(Box<editor::TerminalEditor>),
    Plain(plain::Lines),
}

/// Makes both sides. A terminal that can do more than lines gets an editor.
pub fn connect(start: Start) -> (SessionSide, FrontSide) {
    let (to_session, from_front) = channel();
    let (to_front, from_session) = channel();
    let is_colored = wants_color();
    let editor = match plain::is_only_choice() {
        true => None,
        false => editor::TerminalEditor::new(to_session.clone(), is_colored),
    };
    let is_terminal = editor.is_some();
    let (front, printer, restorer): (_, _, Restorer) = match editor {
        Some((editor, printer, restorer)) => (Front::Editor(Box::new(editor)), printer, restorer),
        None => (Front::Plain(plain::Lines), plain::printer(), Box::new(|| ())),
    };
    let is_colored = is_colored && is_terminal;
    let session_side = SessionSide {
        start,
        incoming: from_front,
        outgoing: to_front,
        printer,
        restorer,
        is_colored,
        is_terminal,
    };
    (session_side, FrontSide { incoming: from_session, outgoing: to_session, front })
}

/// Whether the user's environment allows colours: <https://no-color.org>.
fn wants_color() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// How a session ends.
enum Ending {
    /// With what was typed.
    Asked(u8),
    /// While the prompt waits: a task has raised `SystemExit`.
    Alone(u8),
}

impl FrontSide {
    /// Serves the session until it ends.
    pub fn serve(mut self) {
        while let Ok(ToFront::Read { first, next }) = self.incoming.recv() {
            let typed = match &mut self.front {
                Front::Editor(editor) => editor.read(&first, &next),
                Front::Plain(lines) => lines.read(&first, &next),
            };
            if self.outgoing.send(typed).is_err() {
                return;
            }
        }
    }
}

impl SessionSide {
    /// Runs the session to its end; gives the exit status.
    pub fn run(mut self) -> u8 {
        // The session keeps its own virtual clock over the real one.
        let mut host = match NativeHost::new(Clock::Real) {
            Ok(host) => host,
            Err(error) => {
                eprintln!("ouro: {error}");
                return 1;
            }
        };
        if !self.start.quiet {
            print!("{}", self.banner());
        }
        let settings = self.start.settings.clone();
        if settings.unbuffered {
            host.stop_buffering();
        }
        let program = self.start.program.take();
        // The first prompt is there before the session is, unless a program comes first.
        let is_asked = program.is_none() && self.ask_for_entry(">>> ".into(), "... ".into());
        let mut session = match Session::new(Box::new(host), self.start.clock, settings, program) {
            Ok(session) => session,
            Err(_) => {
                eprintln!("ouro: the library's asyncio cannot be imported");
                return 1;
            }
        };
        match self.converse(&mut session, is_asked) {
            Ending::Asked(status) => session.end(status),
            Ending::Alone(status) => {
                // The front end reads, and cannot be stopped from here.
                (self.restorer)();
                std::process::exit(i32::from(session.end(status)))
            }
        }
    }

    fn banner(&self) -> String {
        let version = env!("CARGO_PKG_VERSION");
        format!(
            "Ouro {version}, following Python 3.13. `await` works anywhere; :help lists commands.\n\
             {}import asyncio\n",
            self.dim(">>> ")
        )
    }

    /// A text in the background's colour.
    fn dim(&self, text: &str) -> String {
        match self.is_colored {
            true => format!("\x1b[90m{text}\x1b[0m"),
            false => text.to_owned(),
        }
    }

    /// Shows a prompt; false if the front end has gone.
    fn ask_for_entry(&self, first: String, next: String) -> bool {
        self.outgoing.send(ToFront::Read { first, next }).is_ok()
    }

    /// `is_asked`: the first prompt is there already.
    fn converse(&mut self, session: &mut Session, mut is_asked: bool) -> Ending {
        loop {
            if !std::mem::take(&mut is_asked) {
                if let Some(line) = session.status_line() {
                    let line = self.dim(&line);
                    session.say(&line);
                }
                let first = session.interpreter.prompt("ps1");
                let next = session.interpreter.prompt("ps2");
                session.world().flush();
                if !self.ask_for_entry(first, next) {
                    return Ending::Asked(0);
                }
            }
            let typed = match self.wait(session) {
                Ok(ToSession::Typed(text)) => text,
                Ok(ToSession::Interrupted) => {
                    session.say("KeyboardInterrupt");
                    continue;
                }
                Ok(_) => return Ending::Asked(0),
                Err(status) => return Ending::Alone(status),
            };
            match session.enter(&typed) {
                Outcome::Prompt => {}
                Outcome::Exit(status) => return Ending::Asked(status),
                Outcome::Save { path, text } => match std::fs::write(&path, text) {
                    Ok(()) => session.say(&format!("written to {path}")),
                    Err(error) => {
                        let reason = host_error(error).message;
                        session.say(&format!("cannot write {path}: {reason}"));
                    }
                },
            }
        }
    }

    /// Answers questions, and by the real clock lets the tasks run, until something is typed.
    ///
    /// # Errors
    /// The exit status, if a task ends the session.
    fn wait(&mut self, session: &mut Session) -> Result<ToSession, u8> {
        loop {
            let Due { next: pause, flow, .. } = self.run_background(session);
            if let Flow::Exit(status) = flow {
                return Err(status);
            }
            let message = match pause {
                None => self.incoming.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(pause) => self.incoming.recv_timeout(pause),
            };
            match message {
                Ok(ToSession::Complete(text, answer)) => {
                    // Who asked may have gone on meanwhile.
                    let _ = answer.send(complete(&mut session.interpreter, &text));
                }
                Ok(ToSession::Hint(text, answer)) => {
                    let _ = answer.send(hint(&mut session.interpreter, &text));
                }
                Ok(message) => return Ok(message),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(ToSession::End),
            }
        }
    }

    /// Lets due tasks run and shows what they print above the prompt.
    fn run_background(&mut self, session: &mut Session) -> Due {
        let world = session.world();
        world.held.replace(Some(Vec::new()));
        let due = session.run_due();
        let printed = world.held.take().unwrap_or_default();
        if !printed.is_empty() {
            let mut text = String::from_utf8_lossy(&printed).into_owned();
            if !text.ends_with('\n') {
                text.push('\n');
            }
            world.show(Stream::Output, b"");
            (self.printer)(text);
        }
        due
    }

    /// Whether the front end edits lines in a terminal.
    pub fn is_terminal(&self) -> bool {
        self.is_terminal
    }
}
