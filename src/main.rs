//! The `ouro` command: see [`ouro::cli`].

use std::hint::black_box;
use std::process::ExitCode;

/// Memory at the beginning of a cache line.
#[repr(align(64))]
struct CacheLine([u8; 64]);

/// The system begins the stack anywhere, by the size of the environment and by chance. With a variable
/// on it that begins a cache line, what all others share with a line, and so how long the same loop
/// takes, no longer depends on that: it could be half as long again.
fn main() -> ExitCode {
    let line = CacheLine([0; 64]);
    let status = ouro::cli::main();
    black_box(&line.0);
    status
}
