//! Files as a session's program sees them: the real ones. What was done to them cannot be done again
//! with the same answers, so an input that uses them stands in the way of going back.

use super::world::{SessionHost, different_past};
use crate::host::HostResult;
use crate::host::files::{Entry, FileStatus, Files, OpenOptions, Whence};

/// Why such an input cannot be repeated.
const OBSTACLE: &str = "used files";

macro_rules! pass_on {
    ($($name:ident $receiver:tt ($($argument:ident: $kind:ty),*) -> $result:ty;)*) => {
        $(pass_on!(@ $name $receiver ($($argument: $kind),*) -> $result);)*
    };
    (@ $name:ident reading ($($argument:ident: $kind:ty),*) -> $result:ty) => {
        fn $name(&self, $($argument: $kind),*) -> HostResult<$result> {
            let Some(outside) = self.files(OBSTACLE) else { return Err(different_past()) };
            let outside = outside.borrow();
            outside.$name($($argument),*)
        }
    };
    (@ $name:ident writing ($($argument:ident: $kind:ty),*) -> $result:ty) => {
        fn $name(&mut self, $($argument: $kind),*) -> HostResult<$result> {
            let Some(outside) = self.files(OBSTACLE) else { return Err(different_past()) };
            let mut outside = outside.borrow_mut();
            outside.$name($($argument),*)
        }
    };
}

impl Files for SessionHost {
    pass_on! {
        open writing (path: &str, options: OpenOptions) -> i32;
        close writing (file: i32) -> ();
        read_from writing (file: i32, limit: usize) -> Vec<u8>;
        write_to writing (file: i32, bytes: &[u8]) -> usize;
        seek writing (file: i32, offset: i64, whence: Whence) -> u64;
        truncate writing (file: i32, size: u64) -> ();
        sync writing (file: i32) -> ();
        is_terminal_file reading (file: i32) -> bool;
        file_status reading (file: i32) -> FileStatus;
        status reading (path: &str, follow_links: bool) -> FileStatus;
        list reading (path: &str) -> Vec<Entry>;
        make_directory writing (path: &str, mode: u32) -> ();
        remove_directory writing (path: &str) -> ();
        remove writing (path: &str) -> ();
        rename writing (from: &str, to: &str) -> ();
        link writing (from: &str, to: &str) -> ();
        symbolic_link writing (target: &str, path: &str) -> ();
        read_link reading (path: &str) -> String;
        set_mode writing (path: &str, mode: u32) -> ();
        set_times writing (path: &str, accessed: i128, modified: i128) -> ();
        change_directory writing (path: &str) -> ();
        set_variable writing (name: &str, value: Option<&str>) -> ();
    }

    fn process_ids(&self) -> (u32, u32, u32) {
        self.files(OBSTACLE).map_or((1, 0, 0), |outside| outside.borrow().process_ids())
    }
}
