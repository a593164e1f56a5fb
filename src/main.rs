//! The `ouro` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    ouro::cli::main()
}
