//! The command line: which program to run, and how the process ends.

mod run;

use std::io::IsTerminal;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::host::native::Clock;
use run::Program;

/// Runs Python programs full of generators and coroutines.
#[derive(Parser)]
#[command(name = "ouro", version, about, args_conflicts_with_subcommands = true)]
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
    /// The program, `-` for standard input, and its arguments
    #[arg(value_name = "FILE", trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

#[derive(Args)]
struct Options {
    /// Which clock the program sees
    #[arg(long, value_enum, default_value_t = ClockOption::Real)]
    clock: ClockOption,
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

/// Runs the command and tells the process's exit status.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let (options, program) = match program(cli) {
        Ok(chosen) => chosen,
        Err(message) => {
            eprintln!("ouro: {message}");
            return ExitCode::from(2);
        }
    };
    let clock = match options.clock {
        ClockOption::Real => Clock::Real,
        ClockOption::Virtual => Clock::Virtual,
    };
    let program = std::sync::Arc::new(program);
    for size in STACK_SIZES {
        let program = program.clone();
        let thread = std::thread::Builder::new()
            .name("interpreter".to_owned())
            .stack_size(size)
            .spawn(move || run::run(&program, clock));
        if let Ok(thread) = thread {
            // A panic has been reported on stderr by then.
            return ExitCode::from(thread.join().unwrap_or(101));
        }
    }
    eprintln!("ouro: not enough memory for the interpreter's stack");
    ExitCode::from(1)
}

/// What to run.
fn program(cli: Cli) -> Result<(Options, Program), String> {
    if let Some(Command::Run { options, arguments }) = cli.command {
        return Ok((options, file_program(arguments)));
    }
    let program = if let Some(code) = cli.code {
        Program::Code { code, arguments: cli.arguments }
    } else if let Some(module) = cli.module {
        Program::Module { module, arguments: cli.arguments }
    } else if !cli.arguments.is_empty() {
        file_program(cli.arguments)
    } else if std::io::stdin().is_terminal() {
        return Err("there is no prompt yet; run a program with `ouro FILE`".to_owned());
    } else {
        Program::Input { arguments: vec![String::new()] }
    };
    Ok((cli.options, program))
}

fn file_program(arguments: Vec<String>) -> Program {
    match arguments.first().map(String::as_str) {
        Some("-") | None => Program::Input { arguments },
        Some(_) => Program::File { arguments },
    }
}
