//! The editor of a terminal: rustyline with Python's colours, indentation and completions.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashSet;
use std::io::Write;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::{Hint, Hinter};
use rustyline::history::MemHistory;
use rustyline::validate::Validator;
use rustyline::{
    At, Cmd, ColorMode, CompletionType, ConditionalEventHandler, Config, Context, EditMode, Editor,
    Event, EventContext, EventHandler, ExternalPrinter, Helper, KeyCode, KeyEvent, Modifiers,
    Movement, RepeatCount, Word,
};

use super::block::{self, Edit};
use super::history::History;
use super::{Printer, ToSession};
use crate::repl::completion::may_be_in_call;
use crate::repl::highlight::{Style, builtin_names, pieces};

/// How long the editor waits for the session, which may be busy with a task.
const PATIENCE: Duration = Duration::from_millis(200);
/// Entries longer than this are not asked about at each key.
const LONG_ENTRY: usize = 20_000;

pub struct TerminalEditor {
    editor: Editor<PythonHelper, MemHistory>,
    history: History,
    margin: Arc<Mutex<String>>,
}

impl TerminalEditor {
    /// An editor and what prints above its line; None if the terminal does not allow it.
    pub fn new(session: Sender<ToSession>, is_colored: bool) -> Option<(TerminalEditor, Printer)> {
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
        let margin = Arc::new(Mutex::new(block::margin("... ")));
        editor.set_helper(Some(PythonHelper {
            session,
            is_colored,
            next_prompt: RefCell::default(),
            builtins: builtin_names(),
        }));
        bind_keys(&mut editor, &margin);
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
        Some((TerminalEditor { editor, history, margin }, printer))
    }

    /// Reads an entry.
    pub fn read(&mut self, first: &str, next: &str) -> ToSession {
        let margin = block::margin(next);
        if let Ok(mut shared) = self.margin.lock() {
            shared.clone_from(&margin);
        }
        if let Some(helper) = self.editor.helper() {
            next.clone_into(&mut helper.next_prompt.borrow_mut());
        }
        match self.editor.readline(first) {
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
}

// ── keys ──

type KeyAction = fn(&str, usize) -> Edit;

/// The keys that have to know about margins.
const BLOCK_KEYS: [(KeyEvent, KeyAction); 17] = [
    (plain(KeyCode::Tab), block::tab),
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
const PLAIN_KEYS: [(KeyEvent, Cmd); 21] = [
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

fn bind_keys(editor: &mut Editor<PythonHelper, MemHistory>, margin: &Arc<Mutex<String>>) {
    for (key, action) in BLOCK_KEYS {
        let handler = EventHandler::Conditional(Box::new(KeyHandler(action)));
        editor.bind_sequence(key, handler);
    }
    for (key, command) in PLAIN_KEYS {
        editor.bind_sequence(key, EventHandler::Simple(command));
    }
    for key in [plain(KeyCode::Enter), control('J'), control('M')] {
        let enter = EnterHandler(margin.clone());
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

struct EnterHandler(Arc<Mutex<String>>);

impl ConditionalEventHandler for EnterHandler {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext) -> Option<Cmd> {
        let margin = self.0.lock().map(|margin| margin.clone()).unwrap_or_default();
        command(block::enter(context.line(), context.pos(), &margin))
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

    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(&'s self, prompt: &'p str, _: bool) -> Cow<'b, str> {
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
        // What is replaced lies in the cursor's line, after its margin.
        let start = pos - length.saturating_sub(found.start).min(pos);
        Ok((start, found.candidates))
    }
}
