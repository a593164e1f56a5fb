//! The editor of a terminal: rustyline with Python's colours, indentation and completions.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashSet;
use std::io::Write;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

#[cfg(unix)]
use nix::sys::termios::{SetArg, tcgetattr, tcsetattr};
use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::{Hint, Hinter};
use rustyline::history::MemHistory;
use rustyline::validate::Validator;
use rustyline::{
    Anchor, At, Cmd, ColorMode, CompletionType, ConditionalEventHandler, Config, Context, EditMode,
    Editor, Event, EventContext, EventHandler, ExternalPrinter, Helper, KeyCode, KeyEvent,
    Modifiers, Movement, RepeatCount, Word,
};

use super::block::{self, Edit};
use super::history::History;
use super::{Printer, Restorer, ToSession};
use crate::repl::completion::may_be_in_call;
use crate::repl::highlight::{Style, builtin_names, pieces};

/// How long the editor waits for the session, which may be busy with a task.
const PATIENCE: Duration = Duration::from_millis(200);
/// Entries longer than this are not asked about at each key.
const LONG_ENTRY: usize = 20_000;

pub struct TerminalEditor {
    editor: Editor<PythonHelper, MemHistory>,
    history: History,
    shared: Shared,
}

impl TerminalEditor {
    /// An editor, what prints above its line, and what ends it while it reads; None if the terminal
    /// does not allow it.
    pub fn new(
        session: Sender<ToSession>,
        is_colored: bool,
    ) -> Option<(TerminalEditor, Printer, Restorer)> {
        let config = Config::builder()
            .completion_type(CompletionType::List)
            // Margins are drawn by the highlighter, colours or not.
            .color_mode(ColorMode::Forced)
            // Emacs's keys are bound below: in its own mode for them the editor replaces the counts
            // of the movements that keys are bound to.
            .edit_mode(EditMode::Vi)
            .max_history_size(10_000)
            .ok()?
            .auto_add_history(false)
            .build();
        let memory = MemHistory::with_config(&config);
        let mut editor = Editor::with_history(config, memory).ok()?;
        let shared = Shared::default();
        editor.set_helper(Some(PythonHelper {
            session,
            is_colored,
            next_prompt: RefCell::default(),
            line: RefCell::default(),
            shared: shared.clone(),
            builtins: builtin_names(),
        }));
        bind_keys(&mut editor, &shared);
        let history = History::open();
        for entry in history.load() {
            // An entry that the editor does not want is one fewer to recall.
            let _ = editor.add_history_entry(block::to_buffer(&entry, &block::margin("... ")));
        }
        let mut external = editor.create_external_printer().ok()?;
        let printer: Printer = Box::new(move |text| {
            if external.print(text.clone()).is_err() {
                super::plain::printer()(text);
            }
        });
        Some((TerminalEditor { editor, history, shared }, printer, restorer()))
    }

    /// Reads an entry.
    pub fn read(&mut self, first: &str, next: &str) -> ToSession {
        let margin = block::margin(next);
        self.shared.with(|state| state.margin.clone_from(&margin));
        if let Some(helper) = self.editor.helper() {
            next.clone_into(&mut helper.next_prompt.borrow_mut());
        }
        match self.read_line(first) {
            Ok(buffer) => {
                let entry = block::to_entry(&buffer);
                let kept = entry.trim_end();
                if !kept.trim().is_empty() {
                    let _ = self.editor.add_history_entry(block::to_buffer(kept, &margin));
                    if let Some(complaint) = self.history.add(kept) {
                        let _ = writeln!(std::io::stderr(), "{complaint}");
                    }
                }
                ToSession::Typed(entry)
            }
            Err(ReadlineError::Interrupted) => ToSession::Interrupted,
            // The end of the input, or a terminal that has gone.
            Err(_) => ToSession::End,
        }
    }

    /// Bytes that are not UTF-8, of a terminal that is set to something else, cost nothing but
    /// themselves.
    fn read_line(&mut self, prompt: &str) -> rustyline::Result<String> {
        let mut result = self.editor.readline(prompt);
        while let Err(ReadlineError::Io(error)) = &result
            && error.kind() == std::io::ErrorKind::InvalidData
        {
            let _ = writeln!(std::io::stderr(), "\r\nwhat came from the terminal is not UTF-8");
            let (line, cursor) = match self.editor.helper() {
                Some(helper) => helper.line.borrow().clone(),
                None => return result,
            };
            let (left, right) = line.split_at_checked(cursor).unwrap_or((&line, ""));
            result = self.editor.readline_with_initial(prompt, (left, right));
        }
        result
    }
}

/// What gives the terminal back as it is now, without the editor's doing.
fn restorer() -> Restorer {
    #[cfg(unix)]
    if let Ok(mode) = tcgetattr(std::io::stdin()) {
        return Box::new(move || {
            let mut stdout = std::io::stdout();
            // A terminal that has gone needs nothing.
            let _ = tcsetattr(std::io::stdin(), SetArg::TCSADRAIN, &mode);
            let _ = stdout.write_all(b"\x1b[?2004l\n").and_then(|()| stdout.flush());
        });
    }
    Box::new(|| ())
}

// ── keys ──

type KeyAction = fn(&str, usize) -> Edit;

/// The keys that have to know about margins.
const BLOCK_KEYS: [(KeyEvent, KeyAction); 16] = [
    (plain(KeyCode::Backspace), block::backspace),
    (control('H'), block::backspace),
    (plain(KeyCode::Delete), block::delete),
    (control('D'), block::delete),
    (plain(KeyCode::Left), block::left),
    (control('B'), block::left),
    (plain(KeyCode::Right), block::right),
    (control('F'), block::right),
    (plain(KeyCode::Home), block::home),
    (control('A'), block::home),
    (control('U'), block::delete_line),
    (control('W'), block::delete_word),
    (plain(KeyCode::Up), block::up),
    (control('P'), block::up),
    (plain(KeyCode::Down), block::down),
    (control('N'), block::down),
];

const BACK_A_WORD: Movement = Movement::BackwardWord(1, Word::Emacs);
const ON_A_WORD: Movement = Movement::ForwardWord(1, At::AfterEnd, Word::Emacs);

/// The keys that do the same everywhere.
const PLAIN_KEYS: [(KeyEvent, Cmd); 22] = [
    (control('Y'), Cmd::Yank(1, Anchor::Before)),
    (control('E'), Cmd::Move(Movement::EndOfLine)),
    (control('K'), Cmd::Kill(Movement::EndOfLine)),
    (control('L'), Cmd::ClearScreen),
    (control('G'), Cmd::Abort),
    (alt(KeyCode::Char('b')), Cmd::Move(BACK_A_WORD)),
    (alt(KeyCode::Left), Cmd::Move(BACK_A_WORD)),
    (KeyEvent(KeyCode::Left, Modifiers::CTRL), Cmd::Move(BACK_A_WORD)),
    (alt(KeyCode::Char('f')), Cmd::Move(ON_A_WORD)),
    (alt(KeyCode::Right), Cmd::Move(ON_A_WORD)),
    (KeyEvent(KeyCode::Right, Modifiers::CTRL), Cmd::Move(ON_A_WORD)),
    (alt(KeyCode::Char('d')), Cmd::Kill(ON_A_WORD)),
    (alt(KeyCode::Backspace), Cmd::Kill(BACK_A_WORD)),
    (alt(KeyCode::Char('c')), Cmd::CapitalizeWord),
    (alt(KeyCode::Char('l')), Cmd::DowncaseWord),
    (alt(KeyCode::Char('u')), Cmd::UpcaseWord),
    (alt(KeyCode::Char('t')), Cmd::TransposeWords(1)),
    (alt(KeyCode::Char('y')), Cmd::YankPop),
    (alt(KeyCode::Char('<')), Cmd::BeginningOfHistory),
    (alt(KeyCode::Char('>')), Cmd::EndOfHistory),
    (alt(KeyCode::Enter), Cmd::AcceptLine),
    (plain(KeyCode::Esc), Cmd::Noop),
];

const fn plain(code: KeyCode) -> KeyEvent {
    KeyEvent(code, Modifiers::NONE)
}

const fn control(letter: char) -> KeyEvent {
    KeyEvent(KeyCode::Char(letter), Modifiers::CTRL)
}

const fn alt(code: KeyCode) -> KeyEvent {
    KeyEvent(code, Modifiers::ALT)
}

fn bind_keys(editor: &mut Editor<PythonHelper, MemHistory>, shared: &Shared) {
    let tab = TabHandler(shared.clone());
    editor.bind_sequence(plain(KeyCode::Tab), EventHandler::Conditional(Box::new(tab)));
    let interrupt = InterruptHandler(shared.clone());
    editor.bind_sequence(control('C'), EventHandler::Conditional(Box::new(interrupt)));
    for (key, action) in BLOCK_KEYS {
        let handler = EventHandler::Conditional(Box::new(KeyHandler(action)));
        editor.bind_sequence(key, handler);
    }
    for (key, command) in PLAIN_KEYS {
        editor.bind_sequence(key, EventHandler::Simple(command));
    }
    for key in [plain(KeyCode::Enter), control('J'), control('M')] {
        let enter = EnterHandler(shared.clone());
        editor.bind_sequence(key, EventHandler::Conditional(Box::new(enter)));
    }
    editor.bind_sequence(Event::Any, EventHandler::Conditional(Box::new(OtherKeys)));
}

/// Keys without a meaning of their own do not lead into vi's other mode.
struct OtherKeys;

impl ConditionalEventHandler for OtherKeys {
    fn handle(&self, event: &Event, _: RepeatCount, _: bool, _: &EventContext) -> Option<Cmd> {
        match event.get(0) {
            Some(KeyEvent(KeyCode::Char(_), modifiers)) if modifiers.contains(Modifiers::ALT) => {
                Some(Cmd::Noop)
            }
            _ => None,
        }
    }
}

struct KeyHandler(KeyAction);

impl ConditionalEventHandler for KeyHandler {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext) -> Option<Cmd> {
        command((self.0)(context.line(), context.pos()))
    }
}

/// What keys have to know of what is shown.
#[derive(Default)]
struct State {
    margin: String,
    listing: Listing,
    /// The history is being searched.
    is_searching: bool,
}

#[derive(Clone, Default)]
struct Shared(Arc<Mutex<State>>);

impl Shared {
    fn with<T>(&self, look: impl FnOnce(&mut State) -> T) -> T {
        // Nobody leaves it half done.
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Where the list of candidates is. While it is shown the editor asks whether to go on, and knows
/// no interrupt.
#[derive(Clone, Copy, Default)]
enum Listing {
    #[default]
    None,
    /// The next Tab shows it.
    Offered,
    /// For a line of so many bytes with the cursor there; when that line is drawn again, the list
    /// has ended.
    Shown { length: usize, cursor: usize },
}

impl Listing {
    /// After a line was drawn. Before the list is shown the cursor may have gone to the line's end.
    fn after_drawing(self, drawn: usize, drawn_cursor: usize) -> Listing {
        match self {
            Listing::Shown { length, cursor }
                if drawn == length && drawn_cursor == length && cursor != length =>
            {
                self
            }
            Listing::Shown { .. } => Listing::None,
            other => other,
        }
    }
}

struct TabHandler(Shared);

impl ConditionalEventHandler for TabHandler {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext) -> Option<Cmd> {
        let (line, cursor) = (context.line(), context.pos());
        self.0.with(|state| {
            if let Listing::Offered = state.listing {
                state.listing = Listing::Shown { length: line.len(), cursor };
            }
        });
        command(block::tab(line, cursor))
    }
}

struct InterruptHandler(Shared);

impl ConditionalEventHandler for InterruptHandler {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, _: &EventContext) -> Option<Cmd> {
        let is_listing = self.0.with(|state| matches!(state.listing, Listing::Shown { .. }));
        Some(match is_listing {
            // The editor takes that for a no.
            true => Cmd::Kill(Movement::BackwardChar(1)),
            false => Cmd::Interrupt,
        })
    }
}

struct EnterHandler(Shared);

impl ConditionalEventHandler for EnterHandler {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext) -> Option<Cmd> {
        command(self.0.with(|state| match state.is_searching {
            // What was found has been run before: it is complete wherever the cursor is.
            true => Edit::Accept,
            false => block::enter(context.line(), context.pos(), &state.margin),
        }))
    }
}

fn command(edit: Edit) -> Option<Cmd> {
    let count = |count: usize| RepeatCount::try_from(count).unwrap_or(RepeatCount::MAX);
    Some(match edit {
        Edit::Accept => Cmd::AcceptLine,
        Edit::Insert(text) => Cmd::Insert(1, text),
        Edit::Move(by) if by < 0 => Cmd::Move(Movement::BackwardChar(count(-by as usize))),
        Edit::Move(by) => Cmd::Move(Movement::ForwardChar(count(by as usize))),
        Edit::DeleteBack(by) => Cmd::Kill(Movement::BackwardChar(count(by))),
        Edit::KillWord => Cmd::Kill(Movement::BackwardWord(1, Word::Big)),
        Edit::KillToStart => Cmd::Kill(Movement::BeginningOfLine),
        Edit::DeleteForward(by) => Cmd::Kill(Movement::ForwardChar(count(by))),
        Edit::Nothing => Cmd::Noop,
        Edit::Default => return None,
    })
}

// ── what is shown while typing ──

struct PythonHelper {
    session: Sender<ToSession>,
    is_colored: bool,
    next_prompt: RefCell<String>,
    /// The line as it was last shown, and the cursor in it.
    line: RefCell<(String, usize)>,
    shared: Shared,
    builtins: HashSet<&'static str>,
}

impl Helper for PythonHelper {}

impl Validator for PythonHelper {}

impl PythonHelper {
    /// Asks the session something; None if it has no time for an answer.
    fn ask<T>(&self, question: impl FnOnce(Sender<T>) -> ToSession) -> Option<T> {
        let (sender, receiver) = channel();
        self.session.send(question(sender)).ok()?;
        receiver.recv_timeout(PATIENCE).ok()
    }

    fn styled(&self, text: &str, style: Style) -> String {
        let escape = style.escape();
        match self.is_colored && !escape.is_empty() {
            true => format!("{escape}{text}\x1b[0m"),
            false => text.to_owned(),
        }
    }
}

impl Highlighter for PythonHelper {
    fn highlight<'l>(&self, line: &'l str, pos: usize) -> Cow<'l, str> {
        *self.line.borrow_mut() = (line.to_owned(), pos);
        self.shared.with(|state| state.listing = state.listing.after_drawing(line.len(), pos));
        // The colours are those of the entry, without margins.
        let entry = block::to_entry(line);
        let cursor = block::to_entry(line.get(..pos).unwrap_or(line)).len();
        let is_builtin = |name: &str| self.builtins.contains(name);
        let prompt = self.next_prompt.borrow();
        let prompt = self.styled(&prompt, Style::Comment);
        let mut shown = String::with_capacity(line.len() * 2);
        let mut rest = line;
        for (range, style) in pieces(&entry, Some(cursor), &is_builtin) {
            for (number, part) in entry[range].split('\n').enumerate() {
                if number > 0 {
                    shown.push('\n');
                    rest = rest.strip_prefix('\n').unwrap_or(rest);
                    let margin = block::margin_at(rest);
                    if margin > 0 {
                        shown.push_str(&prompt);
                        rest = &rest[margin..];
                    }
                }
                if !part.is_empty() {
                    shown.push_str(&self.styled(part, style));
                    rest = rest.get(part.len()..).unwrap_or_default();
                }
            }
        }
        Cow::Owned(shown)
    }

    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(
        &'s self,
        prompt: &'p str,
        is_usual: bool,
    ) -> Cow<'b, str> {
        self.shared.with(|state| state.is_searching = !is_usual);
        Cow::Owned(self.styled(prompt, Style::Command))
    }

    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        Cow::Owned(self.styled(hint, Style::Comment))
    }

    fn highlight_char(&self, line: &str, _: usize, kind: CmdKind) -> bool {
        // Long entries keep their colours until something else makes the line be drawn.
        kind != CmdKind::MoveCursor || line.len() < LONG_ENTRY
    }
}

struct SignatureHint(String);

impl Hint for SignatureHint {
    fn display(&self) -> &str {
        &self.0
    }

    fn completion(&self) -> Option<&str> {
        // A signature is to be read, not to be typed.
        None
    }
}

impl Hinter for PythonHelper {
    type Hint = SignatureHint;

    fn hint(&self, line: &str, pos: usize, _: &Context<'_>) -> Option<SignatureHint> {
        if pos < line.len() || line.len() > LONG_ENTRY || !may_be_in_call(line) {
            return None;
        }
        let entry = block::to_entry(line);
        self.ask(|answer| ToSession::Hint(entry, answer)).flatten().map(SignatureHint)
    }
}

impl Completer for PythonHelper {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        pos: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        let entry = block::to_entry(&line[..pos]);
        let length = entry.len();
        let found = self.ask(|answer| ToSession::Complete(entry, answer)).unwrap_or_default();
        self.shared.with(|state| {
            state.listing = match found.candidates.len() {
                0 | 1 => Listing::None,
                _ => Listing::Offered,
            };
        });
        // What is replaced lies in the cursor's line, after its margin.
        let start = pos - length.saturating_sub(found.start).min(pos);
        Ok((start, found.candidates))
    }
}
