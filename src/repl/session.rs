//! A session: what has been entered so far, the interpreter that it led to, and the way back.
//!
//! Going back runs the session anew, from its start to before the last entry, in a fresh
//! interpreter, with the answers that the world gave the first time; generators, tasks and the
//! clock come out as they were because everything that a program can notice is repeated. What each
//! entry prints is compared with what it printed before, so that a repetition that took another
//! course is noticed and not used.

use std::collections::HashSet;
use std::rc::Rc;

use super::commands;
use super::interpreter::{Due, Flow, Interpreter};
use super::status::Status;
use super::world::{ClockKind, Origin, Outside, Record, World};
use crate::host::{Host, Stream};
use crate::object::heap::tracked_objects;
use crate::object::{ObjectRef, Result as PythonResult};
use crate::program::Prepared;
use crate::vm::system::Settings;

/// An input that changed something.
#[derive(Clone)]
enum Input {
    /// The program of `-i`.
    Program(Prepared),
    /// What was typed: code or a command.
    Text(String),
}

struct Done {
    input: Input,
    record: Record,
}

/// What the front end has to do after an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Show the next prompt.
    Prompt,
    /// Write a file, say how that went, and show the next prompt.
    Save { path: String, text: String },
    /// End with this exit status.
    Exit(u8),
}

pub struct Session {
    outside: Outside,
    pub interpreter: Interpreter,
    log: Vec<Done>,
    origin: Origin,
    status: Status,
}

impl Session {
    /// A session in a world; with a program, that runs first.
    ///
    /// # Errors
    /// An exception of the library's own modules.
    pub fn new(
        host: Box<dyn Host>,
        clock: ClockKind,
        settings: Settings,
        program: Option<Prepared>,
    ) -> PythonResult<Session> {
        let outside: Outside = Rc::new(std::cell::RefCell::new(host));
        let origin = Origin::new(&outside, clock, settings);
        let world = World::new(outside.clone(), &origin);
        let mut log = Vec::new();
        let interpreter = match program {
            None => Interpreter::new(world)?,
            Some(program) => {
                world.begin(None);
                let interpreter = Interpreter::after_program(world.clone(), program.clone())?;
                log.push(Done { input: Input::Program(program), record: world.end() });
                interpreter
            }
        };
        let status = Status::default();
        Ok(Session { outside, interpreter, log, origin, status })
    }

    pub fn world(&self) -> Rc<World> {
        self.interpreter.world.clone()
    }

    /// The session's own words, on standard output.
    pub fn say(&self, text: &str) {
        self.interpreter.world.show(Stream::Output, format!("{text}\n").as_bytes());
    }

    /// Takes what was typed at a prompt: code, a command, a question.
    pub fn enter(&mut self, text: &str) -> Outcome {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Outcome::Prompt;
        }
        let outcome = match trimmed.strip_prefix(':') {
            Some(command) => commands::run(self, command),
            None => self.enter_code(text.trim_end()),
        };
        self.interpreter.world.finish_line();
        self.interpreter.world.flush();
        outcome
    }

    fn enter_code(&mut self, text: &str) -> Outcome {
        let word = text.trim();
        if matches!(word, "exit" | "quit") && !self.is_redefined(word) {
            return Outcome::Exit(0);
        }
        if word == "help" && !self.is_redefined(word) {
            return self.perform("help()");
        }
        if let Some(subject) = question(text) {
            return self.perform(&format!("help({subject})"));
        }
        self.perform(text)
    }

    /// Whether the program has given a name of its own to something.
    fn is_redefined(&mut self, name: &str) -> bool {
        let name = self.interpreter.vm.intern(name);
        self.interpreter.globals.get_str(&name).is_some()
    }

    /// Runs code or a command that changes something, and keeps a record of it.
    pub fn perform(&mut self, text: &str) -> Outcome {
        let world = self.world();
        world.begin(None);
        let flow = commands::perform(&mut self.interpreter, text);
        let record = world.end();
        self.log.push(Done { input: Input::Text(text.to_owned()), record });
        match flow {
            Flow::Go => Outcome::Prompt,
            Flow::Exit(status) => Outcome::Exit(status),
        }
    }

    /// By the real clock: runs what is ready or due while the prompt waits.
    pub fn run_due(&mut self) -> Due {
        let interpreter = &mut self.interpreter;
        if interpreter.world.clock() == ClockKind::Virtual {
            return Due { ran: false, next: None, flow: Flow::Go };
        }
        let due = interpreter.run_due();
        if due.ran
            && let Some(done) = self.log.last_mut()
        {
            done.record.obstacle.get_or_insert("ran by the real clock");
        }
        due
    }

    /// The line above the prompt, if there is something new to say.
    pub fn status_line(&mut self) -> Option<String> {
        self.status.line(&self.interpreter)
    }

    /// What was typed so far, commands as comments.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for done in &self.log {
            let Input::Text(entry) = &done.input else { continue };
            match entry.starts_with(':') {
                true => text.push_str(&format!("# {entry}\n")),
                false => text.push_str(&format!("{entry}\n")),
            }
            if entry.contains('\n') {
                text.push('\n');
            }
        }
        text
    }

    /// Forgets everything and begins anew.
    pub fn reset(&mut self) {
        let world = &self.interpreter.world;
        let origin = Origin::new(&self.outside, world.clock(), world.settings.clone());
        let world = World::new(self.outside.clone(), &origin);
        let objects = tracked_objects();
        match Interpreter::new(world) {
            Ok(fresh) => {
                self.origin = origin;
                self.replace(fresh, objects);
                self.log.clear();
                self.say("a new session");
            }
            Err(error) => {
                self.interpreter.report(&error);
            }
        }
    }

    /// Goes back to before the last entry.
    pub fn undo(&mut self) {
        let Some((last, kept)) = self.log.split_last() else {
            return self.say("nothing to undo");
        };
        if let Input::Program(_) = last.input {
            return self.say("nothing to undo: the program of -i is where the session begins");
        }
        let obstacle = kept
            .iter()
            .enumerate()
            .find_map(|(place, done)| done.record.obstacle.map(|reason| (place, reason)));
        if let Some((place, reason)) = obstacle {
            let entry = describe(&self.log[place].input);
            return self.say(&format!(
                "cannot undo: {entry} {reason}, and going back means to run it again"
            ));
        }
        let undone = describe(&last.input);
        if let Some(reason) = last.record.lasting {
            return self.say(&format!("cannot undo: {undone} {reason}"));
        }
        // What the present interpreter would throw away later must not be thrown away by the
        // fresh one.
        self.interpreter.world.muted.set(true);
        self.interpreter.vm.collect_garbage();
        self.interpreter.world.muted.set(false);
        let objects = tracked_objects();
        match self.repeat(self.log.len() - 1) {
            Ok(fresh) => {
                let left_open = self.log.pop().map(|done| done.record.opened).unwrap_or_default();
                self.replace(fresh, objects);
                for file in left_open {
                    // Nobody can close it any more.
                    let _ = self.outside.borrow_mut().close(file);
                }
                self.say(&format!("undone: {undone}"));
            }
            Err(place) => {
                let entry = describe(&self.log[place].input);
                self.say(&format!("cannot undo: {entry} did something else when it was run again"));
            }
        }
    }

    /// Runs the first inputs of the session anew; the place of the input that took another course
    /// if one does.
    fn repeat(&self, count: usize) -> Result<Interpreter, usize> {
        let known: HashSet<usize> = tracked_objects().iter().map(ObjectRef::address).collect();
        let world = World::new(self.outside.clone(), &self.origin);
        world.muted.set(true);
        let (interpreter, different) = self.repeat_in(&world, &self.log[..count]);
        world.muted.set(false);
        match (interpreter, different) {
            (Some(interpreter), None) => Ok(interpreter),
            (interpreter, different) => {
                if let Some(interpreter) = interpreter {
                    let objects = tracked_objects().into_iter();
                    let fresh = objects.filter(|object| !known.contains(&object.address()));
                    interpreter.discard(fresh.collect());
                }
                Err(different.unwrap_or(0))
            }
        }
    }

    /// The interpreter that these inputs lead to in a world, and the place of the first one that
    /// took another course.
    fn repeat_in(&self, world: &Rc<World>, log: &[Done]) -> (Option<Interpreter>, Option<usize>) {
        let mut inputs = log.iter().enumerate().peekable();
        let first = match inputs.peek() {
            Some((_, Done { input: Input::Program(program), record })) => {
                world.begin(Some(record.answers.clone()));
                let started = Interpreter::after_program(world.clone(), program.clone());
                let different = world.end().printed != record.printed;
                inputs.next();
                started.map(|interpreter| (interpreter, different))
            }
            _ => Interpreter::new(world.clone()).map(|interpreter| (interpreter, false)),
        };
        let (mut interpreter, different) = match first {
            Ok(first) => first,
            Err(_) => return (None, Some(0)),
        };
        if different {
            return (Some(interpreter), Some(0));
        }
        for (place, done) in inputs {
            let Input::Text(text) = &done.input else { continue };
            world.begin(Some(done.record.answers.clone()));
            let flow = commands::perform(&mut interpreter, text);
            if world.end().printed != done.record.printed || flow != Flow::Go {
                return (Some(interpreter), Some(place));
            }
        }
        (Some(interpreter), None)
    }

    /// Puts a fresh interpreter in the place of the present one, of which the collector knows these
    /// objects. Nothing of the old one runs any more: its finalisers would run among the new
    /// objects.
    fn replace(&mut self, fresh: Interpreter, objects: Vec<ObjectRef>) {
        std::mem::replace(&mut self.interpreter, fresh).discard(objects);
        self.status = Status::default();
    }

    /// Ends the session; gives the exit status.
    pub fn end(self, status: u8) -> u8 {
        self.interpreter.end(status)
    }
}

/// What `x?` asks about.
fn question(text: &str) -> Option<&str> {
    let subject = text.trim().strip_suffix('?')?.trim_end();
    let is_name = !subject.is_empty()
        && subject.split('.').all(|part| {
            let mut characters = part.chars();
            characters.next().is_some_and(|c| c == '_' || c.is_alphabetic())
                && characters.all(|c| c == '_' || c.is_alphanumeric())
        });
    is_name.then_some(subject)
}

/// An input in a few words.
fn describe(input: &Input) -> String {
    let text = match input {
        Input::Program(_) => return "the program of -i".to_owned(),
        Input::Text(text) => text,
    };
    const WIDTH: usize = 50;
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let is_whole = lines.next().is_none() && first.chars().count() <= WIDTH;
    let shown: String = first.chars().take(WIDTH).collect();
    format!("`{}{}`", shown.trim_end(), if is_whole { "" } else { " …" })
}
