//! The command line: which program to run, and how the process ends.

mod run;

use std::ffi::OsString;
use std::io::IsTerminal;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::host::native::Clock;
use crate::host::native_fiber::run_on_stack;
use crate::repl::front::{self, Start};
use crate::repl::world::ClockKind;
use run::Program;

/// Runs Python programs full of generators and coroutines.
#[derive(Parser)]
#[command(name = "ouro", version, about, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    options: Options,
    #[command(flatten)]
    diagnostics: Diagnostics,
    /// Run this code
    #[arg(short = 'c', value_name = "CODE", allow_hyphen_values = true, conflicts_with = "module")]
    code: Option<String>,
    /// Run this module as a program
    #[arg(short = 'm', value_name = "MODULE")]
    module: Option<String>,
    /// Go on at the prompt after the program
    #[arg(short = 'i')]
    interactive: bool,
    /// No banner before the prompt
    #[arg(short = 'q')]
    quiet: bool,
    /// The program, `-` for standard input, and its arguments; without one the prompt
    #[arg(value_name = "FILE", trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

#[derive(Args)]
struct Options {
    /// Which clock the program sees: real for a program, virtual at the prompt unless given
    #[arg(long, value_enum)]
    clock: Option<ClockOption>,
}

#[derive(Args, Clone)]
struct Diagnostics {
    /// Development mode: every warning is shown, and event loops are in debug mode
    #[arg(short = 'X', value_enum, value_name = "OPTION")]
    x: Vec<XOption>,
    /// A filter of warnings: `error`, `ignore::DeprecationWarning` and the like
    #[arg(short = 'W', value_name = "FILTER", allow_hyphen_values = true)]
    warnings: Vec<String>,
}

impl Diagnostics {
    fn are_asked_for(&self) -> bool {
        !self.x.is_empty() || !self.warnings.is_empty()
    }

    /// With what the environment adds; dev mode is the weakest filter, `-W` the strongest.
    fn settings(self) -> run::Settings {
        let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let dev_mode = !self.x.is_empty() || variable("PYTHONDEVMODE").is_some();
        let mut warnings: Vec<String> =
            dev_mode.then(|| "default".to_owned()).into_iter().collect();
        let listed = variable("PYTHONWARNINGS").unwrap_or_default();
        warnings.extend(listed.split(',').filter(|word| !word.is_empty()).map(str::to_owned));
        warnings.extend(self.warnings);
        run::Settings { dev_mode, warnings }
    }
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
        #[command(flatten)]
        diagnostics: Diagnostics,
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
    Run { program: Program, clock: Clock, settings: run::Settings },
    Prompt { program: Option<Program>, clock: ClockKind, quiet: bool },
}

/// Runs the command and tells the process's exit status.
pub fn main() -> ExitCode {
    match task(Cli::parse_from(separated(std::env::args_os()))) {
        Task::Run { program, clock, settings } => {
            let run = || run::run(&program, clock, &settings);
            run_on_stack(&STACK_SIZES, run).map_or_else(|_| no_stack(), ExitCode::from)
        }
        Task::Prompt { program, clock, quiet } => prompt(program, clock, quiet),
    }
}

/// The arguments with a space in `-Werror` and the like, which the parser would take for files, as
/// a file's name may begin with a hyphen.
fn separated(arguments: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut separated = Vec::new();
    let mut is_option = true;
    let mut is_value = true;
    for argument in arguments {
        let text = argument.to_str().unwrap_or_default();
        if is_value || !is_option {
            is_value = false;
        } else if let Some(("-W" | "-X", value)) = text.split_at_checked(2)
            && !value.is_empty()
        {
            separated.push(text[..2].into());
            separated.push(value.into());
            continue;
        } else {
            is_value = ["-W", "-X", "--clock"].contains(&text);
            is_option = text == "run" || text.starts_with('-') && !["-c", "-m"].contains(&text);
        }
        separated.push(argument);
    }
    separated
}

#[cold]
fn no_stack() -> ExitCode {
    eprintln!("ouro: not enough memory for the interpreter's stack");
    ExitCode::from(1)
}

fn prompt(program: Option<Program>, clock: ClockKind, quiet: bool) -> ExitCode {
    let program = program.as_ref().map(run::read).transpose().unwrap_or_else(|message| {
        // As with `python -i`, the prompt comes all the same.
        eprintln!("ouro: {message}");
        None
    });
    let (session, front) = front::connect(Start { clock, quiet, program });
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
    let run = |options: Options, program, diagnostics: Diagnostics| {
        let clock = match options.clock {
            Some(ClockOption::Virtual) => Clock::Virtual,
            Some(ClockOption::Real) | None => Clock::Real,
        };
        Task::Run { program, clock, settings: diagnostics.settings() }
    };
    let prompt = |options: Options, program, quiet| {
        let clock = match options.clock {
            Some(ClockOption::Real) => ClockKind::Real,
            Some(ClockOption::Virtual) | None => ClockKind::Virtual,
        };
        Task::Prompt { program, clock, quiet }
    };
    match cli.command {
        Some(Command::Run { options, diagnostics, arguments }) => {
            return run(options, file_program(arguments), diagnostics);
        }
        Some(Command::Repl { options, quiet }) => return prompt(options, None, quiet),
        None => {}
    }
    let program = if let Some(code) = cli.code {
        Some(Program::Code { code, arguments: cli.arguments })
    } else if let Some(module) = cli.module {
        Some(Program::Module { module, arguments: cli.arguments })
    } else if !cli.arguments.is_empty() {
        Some(file_program(cli.arguments))
    } else {
        None
    };
    let is_prompt = cli.interactive || program.is_none() && std::io::stdin().is_terminal();
    if is_prompt && cli.diagnostics.are_asked_for() {
        Cli::command()
            .error(ErrorKind::ArgumentConflict, "-X and -W are for programs, not for the prompt")
            .exit();
    }
    match program {
        Some(program) if is_prompt => prompt(cli.options, Some(program), true),
        None if is_prompt => prompt(cli.options, None, cli.quiet),
        Some(program) => run(cli.options, program, cli.diagnostics),
        None => {
            let program = Program::Input { arguments: vec![String::new()] };
            run(cli.options, program, cli.diagnostics)
        }
    }
}

fn file_program(arguments: Vec<String>) -> Program {
    match arguments.first().map(String::as_str) {
        Some("-") | None => Program::Input { arguments },
        Some(_) => Program::File { arguments },
    }
}
