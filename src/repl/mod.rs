//! The prompt: a session in which tasks live on between entries, without a terminal.
//!
//! - `session`: what has been entered, and the way back
//! - `interpreter`: namespace, loop, and how an entry runs
//! - `world`: the host of a session, with its clock and its memory
//! - `commands`: the table of `:` commands; `views` words what those about tasks and frames show
//! - `status`: the line above the prompt
//! - `input`: when an entry is complete, and how its next line is indented
//! - `highlight`: the colours of what is typed
//! - `lookup`: values by name without running code; `completion` builds on it: what can follow, and
//!   the signature of the call around the cursor
//! - `transcript`: whole sessions as text
//! - `front`: the terminal, and plain lines where there is none

pub mod commands;
pub mod completion;
mod files;
#[cfg(feature = "native")]
pub mod front;
pub mod highlight;
pub mod input;
pub mod interpreter;
pub mod lookup;
pub mod session;
pub mod status;
pub mod transcript;
mod views;
pub mod world;
