//! Counting machine instructions with Valgrind.

use std::env;
use std::ffi::OsStr;
use std::process::Command;

/// Whether Valgrind is installed and can run a program here.
pub fn is_available() -> bool {
    instructions::<&str>("true", &[]).is_ok()
}

/// The machine instructions of a whole run of `program`, whose exit status must be 0.
///
/// Of the environment it sees only where programs are, so that nothing set on a machine changes
/// what is counted.
pub fn instructions<S: AsRef<OsStr>>(
    program: impl AsRef<OsStr>,
    arguments: &[S],
) -> Result<u64, String> {
    let mut command = Command::new("valgrind");
    command
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(arguments)
        .env_clear();
    for variable in ["PATH", "VALGRIND_LIB"] {
        if let Some(value) = env::var_os(variable) {
            command.env(variable, value);
        }
    }
    let output = command.output().map_err(|error| format!("valgrind: {error}"))?;
    let report = String::from_utf8_lossy(&output.stderr);
    let collected = report.lines().find_map(|line| line.split("Collected :").nth(1));
    match collected.and_then(|count| count.trim().parse().ok()) {
        Some(count) if output.status.success() => Ok(count),
        _ => Err(report.into_owned()),
    }
}
