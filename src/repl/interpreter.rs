//! One life of a session's interpreter: its namespace, its event loop, and how an entry is run.

use std::rc::Rc;
use std::time::Duration;

use crate::asyncio::description::deadlock;
use crate::asyncio::event_loop::Pause;
use crate::asyncio::future::future_state;
use crate::asyncio::inspect::{has_ready, next_timer};
use crate::asyncio::task::TaskData;
use crate::builtins::exceptions::ExceptionKind;
use crate::code::CodeKind;
use crate::compiler::{Mode, Options, has_future_annotations};
use crate::modules::streams::Channel;
use crate::object::dict::Dict;
use crate::object::frame::FramePointer;
use crate::object::function::Function;
use crate::object::{Exception, ObjectRef, Ref, Result, Value};
use crate::program::{self, Prepared, What};
use crate::source::SourceFile;
use crate::vm::Vm;
use crate::vm::collector::discard;

use super::status::format_time;
use super::world::{ClockKind, SessionHost, World};

/// What follows an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// The next prompt.
    Go,
    /// The end of the session, with an exit status.
    Exit(u8),
}

/// What came of running what was due.
pub struct Due {
    /// Whether anything may have run.
    pub ran: bool,
    /// How long nothing more happens by itself; None for ever.
    pub next: Option<Duration>,
    pub flow: Flow,
}

pub struct Interpreter {
    /// Boxed, since it must stay where it is while it has threads.
    pub vm: Box<Vm>,
    /// The names of `__main__`.
    pub globals: Ref<Dict>,
    /// The loop that lives as long as the interpreter.
    pub event_loop: Value,
    pub world: Rc<World>,
    /// How many entries there have been: they number the files of tracebacks.
    entries: usize,
    /// An entry has imported `annotations` from `__future__`.
    future_annotations: bool,
}

/// How often an entry may be told that it waits for ever before it is given up.
const DEADLOCKS_PER_ENTRY: u32 = 3;

fn new_vm(world: &Rc<World>) -> Box<Vm> {
    let mut vm = Box::new(Vm::new(Box::new(SessionHost::new(world.clone()))));
    vm.system.settings = world.settings.clone();
    vm
}

impl Interpreter {
    /// An interpreter with a fresh namespace in which `asyncio` is imported.
    ///
    /// # Errors
    /// If the library's modules cannot be run.
    pub fn new(world: Rc<World>) -> Result<Interpreter> {
        let mut vm = new_vm(&world);
        let globals = program::set_up(&mut vm, &[String::new()], "")?;
        Interpreter::with_globals(vm, globals, world)
    }

    /// An interpreter that has run a program. As with `python -i`, the prompt comes whatever became
    /// of that, and what the program raised is shown, be it `SystemExit`.
    ///
    /// # Errors
    /// If the library's modules cannot be run.
    pub fn after_program(world: Rc<World>, program: Prepared) -> Result<Interpreter> {
        let mut vm = new_vm(&world);
        let is_module = matches!(program.what, What::Module(_));
        let (globals, result) = program::start(&mut vm, program);
        let globals = match globals {
            Some(globals) => globals,
            None => program::set_up(&mut vm, &[String::new()], "")?,
        };
        let mut interpreter = Interpreter::with_globals(vm, globals, world)?;
        // The file is no longer what runs.
        if !is_module {
            let file = interpreter.vm.names.file.clone();
            interpreter.globals.remove_str(&file);
        }
        if let Err(error) = result {
            interpreter.remember(&error);
            program::show(&mut interpreter.vm, &error);
        }
        Ok(interpreter)
    }

    fn with_globals(mut vm: Box<Vm>, globals: Ref<Dict>, world: Rc<World>) -> Result<Interpreter> {
        let asyncio = vm.import("asyncio")?;
        let event_loop = vm.call_method(&asyncio, "new_event_loop", &[])?;
        let name = vm.intern("asyncio");
        if globals.get_str(&name).is_none() {
            globals.set_str(&name, asyncio);
        }
        vm.asyncio.offered_loop = Some(event_loop.clone());
        vm.asyncio.notes_waiting = true;
        let sys = vm.import("sys")?;
        for (name, prompt) in [("ps1", ">>> "), ("ps2", "... ")] {
            let name = vm.intern(name);
            vm.set_attr(&sys, &name, prompt.into())?;
        }
        Ok(Interpreter { vm, globals, event_loop, world, entries: 0, future_annotations: false })
    }

    /// The loop's time.
    pub fn time(&self) -> f64 {
        self.world.time().as_secs_f64()
    }

    /// A time of the loop as it is shown. By the real clock small parts of a second say nothing.
    pub fn time_text(&self, seconds: f64) -> String {
        match self.world.clock() {
            ClockKind::Virtual => format_time(seconds),
            ClockKind::Real => format!("{seconds:.2}"),
        }
    }

    /// A prompt that the program may have changed: `sys.ps1` or `sys.ps2`.
    pub fn prompt(&mut self, name: &str) -> String {
        let value = self.vm.sys_attribute(name).unwrap_or_else(|_| {
            // It has been deleted.
            if name == "ps1" { ">>> " } else { "... " }.into()
        });
        match value.as_str() {
            Some(text) => text.to_owned(),
            None => match self.vm.to_str(&value) {
                Ok(text) => text.as_str().to_owned(),
                Err(_) => String::new(),
            },
        }
    }

    /// Runs what was typed.
    pub fn run_entry(&mut self, text: &str) -> Flow {
        self.entries += 1;
        let name = format!("<stdin>-{}", self.entries);
        let source = Rc::new(SourceFile::new(name, format!("{text}\n")));
        self.run_source(&source)
    }

    /// Runs a source in the session's namespace and reports what it raises.
    pub fn run_source(&mut self, source: &Rc<SourceFile>) -> Flow {
        let flow = match self.execute(source) {
            Ok(()) => Flow::Go,
            Err(error) => self.report(&error),
        };
        self.flush();
        flow
    }

    /// Shows what the program has printed, through whatever it has put in the place of stdout.
    pub fn flush(&mut self) {
        if let Ok(stdout) = self.vm.sys_attribute("stdout")
            && !stdout.is_none()
            && let Err(error) = self.vm.call_method(&stdout, "flush", &[])
        {
            self.vm.report_unraisable(&error, None, &stdout);
        }
        let _ = self.vm.flush_stream(Channel::Output);
    }

    fn execute(&mut self, source: &Rc<SourceFile>) -> Result<()> {
        let options = Options {
            mode: Mode::Prompt,
            top_level_await: true,
            future_annotations: self.future_annotations,
            ..self.vm.compiler_options()
        };
        let code = self.vm.compile_source(source, options)?;
        if source.text.contains("__future__")
            && let Ok(module) = ouro_grammar::parse(&source.text, ouro_grammar::Mode::Module)
        {
            self.future_annotations |= has_future_annotations(&module);
        }
        self.vm.system.show_source(source);
        let builtins = self.vm.builtins.clone();
        let kind = code.kind;
        let function = Function::new(code.clone(), self.globals.clone(), builtins, None);
        if kind != CodeKind::Coroutine {
            return self.vm.run_block(&function, None).map(drop);
        }
        let frame = FramePointer::new(function, []);
        frame.fill_closure();
        let coroutine = self.vm.generator_object(frame, false);
        self.run_task(&coroutine, &source.name)
    }

    /// Runs a coroutine as a task of the session's loop, and the other tasks with it, until it is
    /// done.
    fn run_task(&mut self, coroutine: &Value, name: &str) -> Result<()> {
        let event_loop = self.event_loop.clone();
        if self.is_loop_closed()? {
            self.vm.call_method(coroutine, "close", &[])?;
            return Err(self.vm.runtime_error("Event loop is closed"));
        }
        let context = self.vm.current_context();
        let task = self.vm.new_task(&event_loop, coroutine, name.into(), context)?;
        if let Some(data) = task.native::<TaskData>() {
            // The entry's own end is reported by the prompt.
            data.set_log_destroy_pending(false);
        }
        let is_done = |task: &Value| future_state(task).is_none_or(|future| future.is_done());
        let mut deadlocks = 0;
        let mut ending = None;
        loop {
            let driven = self.vm.drive_loop(&event_loop, Some(&task), |_| is_done(&task));
            if is_done(&task) {
                if let Some(future) = future_state(&task) {
                    future.log_traceback.set(false);
                }
                if let Some(error) = ending {
                    return Err(error);
                }
                driven?;
                return self.vm.call_method(&task, "result", &[]).map(drop);
            }
            let pause = match driven {
                Ok(pause) => pause,
                // An exception that ends the loop, from another task: the entry does not outlive it,
                // and may clean up as at the end of `asyncio.run`.
                Err(error) if ending.is_none() => {
                    self.vm.call_method(&task, "cancel", &[])?;
                    ending = Some(error);
                    continue;
                }
                Err(error) => return Err(error),
            };
            let error = match pause {
                Pause::Interrupted => self.vm.exception(ExceptionKind::KeyboardInterrupt, []),
                Pause::Stuck => {
                    deadlocks += 1;
                    let error = deadlock(&mut self.vm, &event_loop);
                    if deadlocks >= DEADLOCKS_PER_ENTRY {
                        return Err(error);
                    }
                    error
                }
                Pause::Reached => {
                    self.vm.runtime_error("Event loop stopped before Future completed.")
                }
            };
            self.vm.throw_into_task(&task, error)?;
        }
    }

    /// Runs turns of the loop until `enough`, which is asked before each one, says so. Gives why it
    /// stopped; errors that end the loop are reported.
    pub fn run_turns(&mut self, enough: impl FnMut(&mut Vm) -> bool) -> (Option<Pause>, Flow) {
        let event_loop = self.event_loop.clone();
        let outcome = match self.vm.drive_loop(&event_loop, None, enough) {
            Ok(pause) => (Some(pause), Flow::Go),
            Err(error) => (None, self.report(&error)),
        };
        self.flush();
        outcome
    }

    /// Runs what is ready or due, without waiting.
    pub fn run_due(&mut self) -> Due {
        // A program that is always ready must let the prompt have its turn.
        const TURNS: u32 = 100;
        let is_due = |event_loop: &Value, now: f64| {
            has_ready(event_loop) || next_timer(event_loop).is_some_and(|when| when <= now)
        };
        let event_loop = self.event_loop.clone();
        let has_threads = !self.vm.threads.is_alone();
        let next_thread = self.vm.run_other_threads();
        let (mut turns, mut flow) = (0, Flow::Go);
        if is_due(&event_loop, self.time()) {
            (_, flow) = self.run_turns(|vm| {
                let enough = turns == TURNS || !is_due(&event_loop, vm.loop_time());
                turns += u32::from(!enough);
                enough
            });
        } else if has_threads {
            self.flush();
        }
        let now = self.world.time();
        let next_timer = match has_ready(&event_loop) {
            true => Some(Duration::ZERO),
            false => next_timer(&event_loop).map(|when| {
                Duration::from_secs_f64((when - now.as_secs_f64()).clamp(0.0, 86_400.0))
            }),
        };
        let next_thread = next_thread.map(|deadline| deadline.saturating_sub(now));
        let next = [next_timer, next_thread].into_iter().flatten().min();
        Due { ran: turns > 0 || has_threads, next, flow }
    }

    /// Tells of an exception that nobody caught.
    pub fn report(&mut self, error: &Ref<Exception>) -> Flow {
        if self.vm.is_exception(error, ExceptionKind::SystemExit) {
            return Flow::Exit(program::exit_status(&mut self.vm, error));
        }
        self.remember(error);
        program::report(&mut self.vm, error);
        Flow::Go
    }

    /// `sys.last_exc` and its three elders.
    fn remember(&mut self, error: &Ref<Exception>) {
        let traceback = error.traceback.get().map_or(Value::None, Value::from);
        let Ok(sys) = self.vm.import("sys") else { return };
        for (name, value) in [
            ("last_exc", Value::from(error.clone())),
            ("last_type", error.class().into()),
            ("last_value", error.clone().into()),
            ("last_traceback", traceback),
        ] {
            let name = self.vm.intern(name);
            // `sys` takes any attribute.
            let _ = self.vm.set_attr(&sys, &name, value);
        }
    }

    /// Ends the session: what still runs is cancelled and may clean up, as at the end of
    /// `asyncio.run`, and the interpreter is taken down.
    pub fn end(mut self, status: u8) -> u8 {
        if let Err(error) = self.close_loop() {
            self.report(&error);
        }
        self.vm.asyncio.offered_loop = None;
        let status = program::finish(&mut self.vm, status);
        // The operating system takes the memory back faster than the interpreter could.
        std::mem::forget(self);
        status
    }

    /// Takes the interpreter down without a sound. `objects` are those that the collector knows of
    /// it.
    pub fn discard(self, objects: Vec<ObjectRef>) {
        let Interpreter { vm, globals, event_loop, .. } = self;
        drop((globals, event_loop));
        discard(vm, objects);
    }

    fn is_loop_closed(&mut self) -> Result<bool> {
        let event_loop = self.event_loop.clone();
        let closed = self.vm.call_method(&event_loop, "is_closed", &[])?;
        self.vm.truth(&closed)
    }

    fn close_loop(&mut self) -> Result<()> {
        let event_loop = self.event_loop.clone();
        if self.is_loop_closed()? {
            return Ok(());
        }
        let runners = self.vm.import("asyncio.runners")?;
        self.vm.call_method(&runners, "_cancel_all_tasks", std::slice::from_ref(&event_loop))?;
        let shutdown = self.vm.call_method(&event_loop, "shutdown_asyncgens", &[])?;
        self.vm.call_method(&event_loop, "run_until_complete", &[shutdown])?;
        self.vm.call_method(&event_loop, "close", &[]).map(drop)
    }
}
