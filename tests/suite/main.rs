//! The tests that run whole programs with the built `ouro` command.
//!
//! - `language`: the small programs of tests/language, against what CPython 3.13 was recorded to do
//! - `failing`: many short programs that must fail, each with CPython's final line
//! - `examples`: snapshots of the teaching examples under the virtual clock
//! - `differential`: examples and language programs under Ouro and an installed CPython 3.13
//! - `asyncio_names`: the book's list of what asyncio has and of what of it works
//! - `clock`: virtual time and the report of a deadlock
//! - `hostile`: input that nobody would write by hand
//! - `scale`: nothing is quadratic; machine instructions are counted with Valgrind
//! - `prompt`: the prompt in a real terminal, its screens as snapshots
//! - `transcripts`: sessions at the prompt, as text
//! - `command_line`: options, exit statuses, standard input, Ctrl-C
//! - `commands`: command lines side by side with an installed CPython 3.13
//!
//! The recordings are made by tests/record.py.

mod asyncio_names;
mod clock;
mod command_line;
mod commands;
mod cpython;
mod differential;
mod examples;
mod failing;
mod hostile;
mod interrupts;
mod language;
mod outcome;
mod prompt;
mod scale;
mod support;
mod terminal;
mod transcripts;
mod valgrind;
