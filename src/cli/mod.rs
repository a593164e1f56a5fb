//! The command line: which program to run, and how the process ends.

mod arguments;
mod run;

use std::ffi::OsString;
use std::io::IsTerminal;
use std::process::ExitCode;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use crate::host::native::Clock;
use crate::host::native_fiber::run_on_stack;
use crate::repl::front::{self, Start};
use crate::repl::world::ClockKind;
use crate::vm::system::Settings;
use run::Program;

/// The version of Ouro and that of the Python that it follows.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (Python 3.13.0)");

/// Runs Python programs full of generators and coroutines.
#[derive(Parser, Default)]
#[command(name = "ouro", version = VERSION, about, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    options: Options,
    /// Run this code
    #[arg(short = 'c', value_name = "CODE", allow_hyphen_values = true, conflicts_with = "module")]
    code: Option<String>,
    /// Run this module as a program
    #[arg(short = 'm', value_name = "MODULE")]
    module: Option<String>,
    #[command(flatten)]
    prompt: PromptOptions,
    /// The program, `-` for standard input, and its arguments; without one the prompt
    #[arg(value_name = "FILE", trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

#[derive(Args, Default)]
struct Options {
    /// Which clock the program sees: real for a program, virtual at the prompt unless given
    #[arg(long, value_enum)]
    clock: Option<ClockOption>,
    /// Without assertions, `__debug__` being false; twice: without docstrings, too
    #[arg(short = 'O', action = ArgAction::Count)]
    optimize: u8,
    /// Write standard output at once, piece by piece
    #[arg(short = 'u', overrides_with = "unbuffered")]
    unbuffered: bool,
    /// Development mode: every warning is shown, and event loops are in debug mode
    #[arg(short = 'X', value_enum, value_name = "OPTION")]
    x: Vec<XOption>,
    /// A filter of warnings: `error`, `ignore::DeprecationWarning` and the like
    #[arg(short = 'W', value_name = "FILTER", allow_hyphen_values = true)]
    warnings: Vec<String>,
}

/// How the prompt looks and when it comes.
#[derive(Args, Default)]
struct PromptOptions {
    /// Go on at the prompt after the program
    #[arg(short = 'i', overrides_with = "interactive")]
    interactive: bool,
    /// No banner before the prompt
    #[arg(short = 'q', overrides_with = "quiet")]
    quiet: bool,
}

impl Options {
    /// With what the environment adds; of the filters, that of dev mode is the weakest and those of
    /// `-W` are the strongest.
    fn settings(&self, prompt: &PromptOptions) -> Settings {
        let dev_mode = !self.x.is_empty() || variable("PYTHONDEVMODE").is_some();
        let mut warnings: Vec<String> =
            dev_mode.then(|| "default".to_owned()).into_iter().collect();
        let listed = variable("PYTHONWARNINGS").unwrap_or_default();
        warnings.extend(listed.split(',').filter(|word| !word.is_empty()).map(str::to_owned));
        warnings.extend(self.warnings.iter().cloned());
        Settings {
            dev_mode,
            warnings,
            optimize: self.optimize.max(level("PYTHONOPTIMIZE")),
            unbuffered: self.unbuffered || level("PYTHONUNBUFFERED") > 0,
            inspect: prompt.interactive || level("PYTHONINSPECT") > 0,
            interactive: prompt.interactive,
            quiet: prompt.quiet,
        }
    }
}

/// A variable of the environment that is not empty.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// A variable that stands for an option given so many times; any other text is as good as 1.
fn level(name: &str) -> u8 {
    variable(name).map_or(0, |value| value.parse().unwrap_or(1))
}

#[derive(Clone, Copy, ValueEnum)]
enum XOption {
    /// Development mode
    Dev,
}

#[derive(Clone, Copy, ValueEnum)]
enum ClockOption {
    /// Waiting takes time
    Real,
    /// Waiting moves the clock and takes no time
    Virtual,
}

#[derive(Subcommand)]
enum Command {
    /// Open the prompt: `await` anywhere, tasks that live on, time that one can see
    Repl {
        #[command(flatten)]
        options: Options,
        /// No banner
        #[arg(short = 'q')]
        quiet: bool,
    },
    /// Run a program from a file
    Run {
        #[command(flatten)]
        options: Options,
        /// The program and its arguments
        #[arg(
            value_name = "FILE",
            required = true,
            trailing_var_arg = true,
            allow_hyphen_values = true
        )]
        arguments: Vec<String>,
    },
}

/// How much stack the interpreter gets: as much address space as there is, since natives that
/// call each other through the script's objects go deep. Only what is used takes memory.
const STACK_SIZES: [usize; 4] = [1 << 30, 256 << 20, 64 << 20, 16 << 20];

/// What the command line asks for.
enum Task {
    Run { program: Program, clock: Clock, settings: Settings },
    Prompt { program: Option<Program>, clock: ClockKind, settings: Settings },
}

/// Runs the command and tells the process's exit status.
pub fn main() -> ExitCode {
    match task(command_line(std::env::args_os().collect())) {
        Task::Run { program, clock, settings } => {
            let run = || run::run(&program, clock, &settings);
            run_on_stack(&STACK_SIZES, run).map_or_else(|_| no_stack(), ExitCode::from)
        }
        Task::Prompt { program, clock, settings } => prompt(program, clock, settings),
    }
}

fn command_line(arguments: Vec<OsString>) -> Cli {
    match arguments::of_plain_program(&arguments) {
        // Setting up the parser takes as long as many a program.
        Some(arguments) => Cli { arguments, ..Cli::default() },
        None => Cli::parse_from(arguments::separated(arguments)),
    }
}

#[cold]
fn no_stack() -> ExitCode {
    eprintln!("ouro: not enough memory for the interpreter's stack");
    ExitCode::from(1)
}

fn prompt(program: Option<Program>, clock: ClockKind, settings: Settings) -> ExitCode {
    let quiet = settings.quiet || program.is_some();
    let program = program.as_ref().map(run::read).transpose().unwrap_or_else(|message| {
        // As with `python -i`, the prompt comes all the same.
        eprintln!("ouro: {message}");
        None
    });
    let (session, front) = front::connect(Start { clock, quiet, settings, program });
    // The session runs in a thread of its own, so that lines can be edited meanwhile.
    let session = std::sync::Arc::new(std::sync::Mutex::new(Some(session)));
    for size in STACK_SIZES {
        let session = session.clone();
        let thread = std::thread::Builder::new()
            .name("interpreter".to_owned())
            .stack_size(size)
            .spawn(move || {
                let taken = session.lock().ok().and_then(|mut session| session.take());
                taken.map_or(1, front::SessionSide::run)
            });
        if let Ok(thread) = thread {
            front.serve();
            // A panic has been reported on stderr by then.
            return ExitCode::from(thread.join().unwrap_or(101));
        }
    }
    no_stack()
}

/// What to do.
fn task(cli: Cli) -> Task {
    let run = |options: &Options, settings, program| {
        let clock = match options.clock {
            Some(ClockOption::Virtual) => Clock::Virtual,
            Some(ClockOption::Real) | None => Clock::Real,
        };
        Task::Run { program, clock, settings }
    };
    let prompt = |options: &Options, settings, program| {
        let clock = match options.clock {
            Some(ClockOption::Real) => ClockKind::Real,
            Some(ClockOption::Virtual) | None => ClockKind::Virtual,
        };
        Task::Prompt { program, clock, settings }
    };
    match cli.command {
        Some(Command::Run { options, arguments }) => {
            let settings = options.settings(&PromptOptions::default());
            return run(&options, settings, file_program(arguments));
        }
        Some(Command::Repl { options, quiet }) => {
            let asked = PromptOptions { interactive: false, quiet };
            return prompt(&options, options.settings(&asked), None);
        }
        None => {}
    }
    // CPython, too, has its prompt for coroutines there.
    let is_prompt_module = cli.module.as_deref() == Some("asyncio") && cli.arguments.is_empty();
    let program = if is_prompt_module {
        None
    } else if let Some(code) = cli.code {
        Some(Program::Code { code, arguments: cli.arguments })
    } else if let Some(module) = cli.module {
        Some(Program::Module { module, arguments: cli.arguments })
    } else if !cli.arguments.is_empty() {
        Some(file_program(cli.arguments))
    } else {
        None
    };
    let settings = cli.options.settings(&cli.prompt);
    let is_terminal = std::io::stdin().is_terminal();
    let is_prompt = is_prompt_module
        || settings.interactive
        || is_terminal && (settings.inspect || program.is_none());
    match program {
        program if is_prompt => prompt(&cli.options, settings, program),
        Some(program) => run(&cli.options, settings, program),
        None => {
            let program = Program::Input { arguments: vec![String::new()] };
            run(&cli.options, settings, program)
        }
    }
}

fn file_program(arguments: Vec<String>) -> Program {
    match arguments.first().map(String::as_str) {
        Some("-") | None => Program::Input { arguments },
        Some(_) => Program::File { arguments },
    }
}
