//! The commands of the prompt, those that begin with a colon.

use std::rc::Rc;
use std::time::Duration;

use super::interpreter::{Flow, Interpreter};
use super::session::{Outcome, Session};
use super::status::format_time;
use super::views;
use super::world::ClockKind;
use crate::asyncio::event_loop::Pause;
use crate::asyncio::inspect::{has_ready, next_timer, pending_tasks};
use crate::host::Stream;
use crate::source::SourceFile;

pub struct Command {
    pub name: &'static str,
    /// As the list shows it; empty for none.
    pub argument: &'static str,
    pub help: &'static str,
    action: Action,
}

enum Action {
    /// It only looks, or is about the session as a whole.
    Session(fn(&mut Session, &str) -> Outcome),
    /// It changes the interpreter: it is recorded and can be undone.
    Change(fn(&mut Interpreter, &str) -> Flow),
}

const fn session(
    name: &'static str,
    argument: &'static str,
    help: &'static str,
    run: fn(&mut Session, &str) -> Outcome,
) -> Command {
    Command { name, argument, help, action: Action::Session(run) }
}

const fn change(
    name: &'static str,
    argument: &'static str,
    help: &'static str,
    run: fn(&mut Interpreter, &str) -> Flow,
) -> Command {
    Command { name, argument, help, action: Action::Change(run) }
}

/// All commands, in the order of the list.
pub static COMMANDS: &[Command] = &[
    session("help", "", "this list", help),
    session("tasks", "", "the tasks that are not done: state, line, what each waits for", tasks),
    session("why", "NAME", "why a task waits: its chain of awaits, and who could wake it", why),
    session("graph", "", "who waits for whom, as a tree", graph),
    session("frame", "NAME", "line and locals of a generator, coroutine or task", frame),
    session("dis", "NAME", "the bytecode of a function or of a piece of code", disassemble),
    change("tick", "", "run one turn of the event loop", tick),
    change("advance", "SECONDS", "let time pass, and run what becomes due", advance),
    change("run", "", "run the event loop until nothing is left to do", run_until_idle),
    change("time", "CODE", "run code and say how long it took", time),
    change("clock", "[real|virtual]", "say or choose which clock the session runs by", clock),
    change("load", "FILE", "run a file in this session", load),
    session("save", "FILE", "write what was entered to a file", save),
    session("undo", "", "go back to before the last entry", |session, _| {
        session.undo();
        Outcome::Prompt
    }),
    session("reset", "", "forget everything and begin anew", |session, _| {
        session.reset();
        Outcome::Prompt
    }),
    session("quit", "", "leave (as Ctrl-D does)", |_, _| Outcome::Exit(0)),
];

/// Splits the text after the colon into the command's name and its argument.
fn split(text: &str) -> (&str, &str) {
    let text = text.trim();
    match text.split_once(char::is_whitespace) {
        Some((name, argument)) => (name, argument.trim()),
        None => (text, ""),
    }
}

/// The command of a name, or the only one that begins so.
fn find(name: &str) -> Option<&'static Command> {
    if let Some(command) = COMMANDS.iter().find(|command| command.name == name) {
        return Some(command);
    }
    match candidates(name)[..] {
        [only] => Some(only),
        _ => None,
    }
}

fn candidates(name: &str) -> Vec<&'static Command> {
    let is_begun = |command: &&Command| !name.is_empty() && command.name.starts_with(name);
    COMMANDS.iter().filter(is_begun).collect()
}

/// Runs a command; `text` is what stands after the colon.
pub fn run(session: &mut Session, text: &str) -> Outcome {
    let (name, argument) = split(text);
    let Some(command) = find(name) else {
        let meant: Vec<String> =
            candidates(name).iter().map(|command| format!(":{}", command.name)).collect();
        session.say(&match meant.is_empty() {
            true => format!("there is no command :{name}; :help lists them"),
            false => format!(":{name} can be {}", meant.join(", ")),
        });
        return Outcome::Prompt;
    };
    if command.argument.is_empty() && !argument.is_empty() {
        session.say(&format!(":{} takes no argument", command.name));
        return Outcome::Prompt;
    }
    let is_optional = command.argument.starts_with('[') || command.argument.is_empty();
    if argument.is_empty() && !is_optional {
        session.say(&format!("say which: :{} {}", command.name, command.argument));
        return Outcome::Prompt;
    }
    match command.action {
        Action::Session(run) => run(session, argument),
        Action::Change(_) => {
            let full = format!(":{} {argument}", command.name);
            session.perform(full.trim_end())
        }
    }
}

/// Runs an input that changes the interpreter: code, or a command with its colon.
pub fn perform(interpreter: &mut Interpreter, text: &str) -> Flow {
    let Some(command) = text.strip_prefix(':') else {
        return interpreter.run_entry(text);
    };
    let (name, argument) = split(command);
    match find(name).map(|command| &command.action) {
        Some(Action::Change(run)) => run(interpreter, argument),
        _ => Flow::Go,
    }
}

impl Interpreter {
    fn say(&self, text: &str) {
        self.world.finish_line();
        self.world.show(Stream::Output, format!("{text}\n").as_bytes());
    }
}

// ── looking ──

fn help(session: &mut Session, _: &str) -> Outcome {
    let calls: Vec<String> = COMMANDS
        .iter()
        .map(|command| format!(":{} {}", command.name, command.argument).trim_end().to_owned())
        .collect();
    let width = calls.iter().map(String::len).max().unwrap_or(0);
    for (call, command) in calls.iter().zip(COMMANDS) {
        session.say(&format!("{call:width$}  {}", command.help));
    }
    session
        .say("Everything else is Python; `await` works anywhere. NAME? asks for help on a name.");
    Outcome::Prompt
}

fn tasks(session: &mut Session, _: &str) -> Outcome {
    let text = views::tasks(&mut session.interpreter);
    session.say(&text);
    Outcome::Prompt
}

fn why(session: &mut Session, name: &str) -> Outcome {
    let text = views::why(&mut session.interpreter, name);
    session.say(&text);
    Outcome::Prompt
}

fn graph(session: &mut Session, _: &str) -> Outcome {
    let text = views::graph(&mut session.interpreter);
    session.say(&text);
    Outcome::Prompt
}

fn frame(session: &mut Session, name: &str) -> Outcome {
    let text = views::frame(&mut session.interpreter, name);
    session.say(&text);
    Outcome::Prompt
}

fn disassemble(session: &mut Session, subject: &str) -> Outcome {
    match views::disassemble(&mut session.interpreter, subject) {
        Ok(text) => session.say(text.trim_end()),
        Err(error) => {
            session.interpreter.report(&error);
        }
    }
    Outcome::Prompt
}

// ── time ──

/// Says what came of a request to run, if that is worth a line.
fn tell_pause(interpreter: &Interpreter, pause: Option<Pause>) {
    match pause {
        Some(Pause::Interrupted) => interpreter.say("interrupted; what still waits, waits"),
        Some(Pause::Stuck) => tell_idle(interpreter),
        Some(Pause::Reached) | None => {}
    }
}

/// Says why nothing will happen.
fn tell_idle(interpreter: &Interpreter) {
    let waiting = pending_tasks(&interpreter.event_loop).len();
    interpreter.say(&match waiting {
        0 => "nothing to run".to_owned(),
        1 => "nothing to run: 1 task waits, and nothing wakes it; :why tells more".to_owned(),
        n => format!("nothing to run: {n} tasks wait, and nothing wakes them; :why tells more"),
    });
}

fn tick(interpreter: &mut Interpreter, _: &str) -> Flow {
    let event_loop = interpreter.event_loop.clone();
    if !has_ready(&event_loop) && next_timer(&event_loop).is_none() {
        tell_idle(interpreter);
        return Flow::Go;
    }
    let before = interpreter.time();
    interpreter.vm.asyncio.ran = Some(Vec::new());
    let mut turns = 0;
    let (pause, flow) = interpreter.run_turns(|_| {
        turns += 1;
        turns > 1
    });
    let ran = interpreter.vm.asyncio.ran.take().unwrap_or_default();
    let names: Vec<String> = ran.into_iter().map(|view| view.what).collect();
    let mut text = match names.is_empty() {
        true => "nothing ran".to_owned(),
        false => format!("ran {}", names.join(", ")),
    };
    if interpreter.time() > before && interpreter.world.clock() == ClockKind::Virtual {
        text.push_str(&format!(", after waiting until t={}", format_time(interpreter.time())));
    }
    interpreter.say(&text);
    if pause == Some(Pause::Interrupted) {
        tell_pause(interpreter, pause);
    }
    flow
}

fn advance(interpreter: &mut Interpreter, argument: &str) -> Flow {
    let seconds = match argument.parse::<f64>() {
        Ok(seconds) if (0.0..=1e9).contains(&seconds) => seconds,
        _ => {
            interpreter.say(&format!("not a number of seconds: {argument}"));
            return Flow::Go;
        }
    };
    if interpreter.world.clock() == ClockKind::Real {
        interpreter.say("the clock is real and goes by itself; :clock virtual stops it");
        return Flow::Go;
    }
    let target = interpreter.world.time() + Duration::from_nanos((seconds * 1e9).round() as u64);
    let end = target.as_secs_f64() + 1e-9;
    let event_loop = interpreter.event_loop.clone();
    let nothing_due = |event_loop: &_| {
        !has_ready(event_loop) && next_timer(event_loop).is_none_or(|when| when >= end)
    };
    let (pause, flow) = match nothing_due(&event_loop) {
        true => (Some(Pause::Reached), Flow::Go),
        false => interpreter.run_turns(|_| nothing_due(&event_loop)),
    };
    match pause {
        Some(Pause::Reached | Pause::Stuck) => interpreter.world.move_to(target),
        pause => tell_pause(interpreter, pause),
    }
    flow
}

fn run_until_idle(interpreter: &mut Interpreter, _: &str) -> Flow {
    let event_loop = interpreter.event_loop.clone();
    let is_idle = |event_loop: &_| !has_ready(event_loop) && next_timer(event_loop).is_none();
    if is_idle(&event_loop) {
        tell_idle(interpreter);
        return Flow::Go;
    }
    let (pause, flow) = interpreter.run_turns(|_| is_idle(&event_loop));
    match pause {
        Some(Pause::Reached) if !is_idle(&event_loop) => {
            interpreter.say("the program has stopped the loop");
        }
        Some(Pause::Reached) if !pending_tasks(&event_loop).is_empty() => tell_idle(interpreter),
        Some(Pause::Reached) => {}
        pause => tell_pause(interpreter, pause),
    }
    flow
}

fn clock(interpreter: &mut Interpreter, argument: &str) -> Flow {
    let wanted = match argument {
        "" => interpreter.world.clock(),
        "real" => ClockKind::Real,
        "virtual" => ClockKind::Virtual,
        _ => {
            interpreter.say("say which: :clock real or :clock virtual");
            return Flow::Go;
        }
    };
    if wanted != interpreter.world.clock() {
        interpreter.world.set_clock(wanted);
    }
    interpreter.say(match wanted {
        ClockKind::Virtual => "the clock is virtual: time passes only by waiting",
        ClockKind::Real => "the clock is real: tasks run while the prompt waits",
    });
    Flow::Go
}

fn time(interpreter: &mut Interpreter, code: &str) -> Flow {
    let (real, session) = (interpreter.world.real_time(), interpreter.time());
    let flow = interpreter.run_entry(code);
    let real = interpreter.world.real_time().saturating_sub(real);
    let passed = interpreter.time() - session;
    let mut text = format!("took {}", format_duration(real));
    if interpreter.world.clock() == ClockKind::Virtual {
        text.push_str(&format!(", and {} s of virtual time", format_time(passed)));
    }
    interpreter.say(&text);
    flow
}

/// A measured time, to three digits.
fn format_duration(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    let (value, unit) = match seconds {
        s if s >= 1.0 => (s, "s"),
        s if s >= 1e-3 => (s * 1e3, "ms"),
        s => (s * 1e6, "µs"),
    };
    let decimals = match value {
        v if v >= 100.0 => 0,
        v if v >= 10.0 => 1,
        _ => 2,
    };
    format!("{value:.decimals$} {unit}")
}

// ── files ──

fn load(interpreter: &mut Interpreter, path: &str) -> Flow {
    let text = match interpreter.vm.read_source(path) {
        Ok(text) => text,
        Err(error) => {
            if interpreter
                .vm
                .is_exception(&error, crate::builtins::exceptions::ExceptionKind::OSError)
            {
                let message = error.field(1);
                let message = message.as_str().unwrap_or_default();
                interpreter.say(&format!("cannot read {path}: {message}"));
                return Flow::Go;
            }
            return interpreter.report(&error);
        }
    };
    let source = Rc::new(SourceFile::new(path, text));
    interpreter.run_source(&source)
}

fn save(session: &mut Session, path: &str) -> Outcome {
    Outcome::Save { path: path.to_owned(), text: session.text() }
}
