//! Files as a session's program sees them: the real ones. When the session is repeated they are left
//! alone, and the program is told what it was told the first time.

use super::world::{SessionHost, World};
use crate::host::HostResult;
use crate::host::files::{Entry, FileStatus, Files, OpenOptions, Whence};

macro_rules! pass_on {
    ($($name:ident $receiver:tt ($($argument:ident: $kind:ty),*) -> $result:ty;)*) => {
        $(pass_on!(@ $name $receiver ($($argument: $kind),*) -> $result);)*
    };
    // What is done with an open file.
    (@ $name:ident using ($file:ident: $number:ty $(, $argument:ident: $kind:ty)*) -> $result:ty) => {
        fn $name(&mut self, $file: $number $(, $argument: $kind)*) -> HostResult<$result> {
            self.world.use_file($file);
            let ask = |world: &World| world.outside().borrow_mut().$name($file $(, $argument)*);
            self.world.answered(stringify!($name), ask)
        }
    };
    (@ $name:ident reading ($($argument:ident: $kind:ty),*) -> $result:ty) => {
        fn $name(&self, $($argument: $kind),*) -> HostResult<$result> {
            let ask = |world: &World| world.outside().borrow().$name($($argument),*);
            self.world.answered(stringify!($name), ask)
        }
    };
    (@ $name:ident writing ($($argument:ident: $kind:ty),*) -> $result:ty) => {
        fn $name(&mut self, $($argument: $kind),*) -> HostResult<$result> {
            let ask = |world: &World| world.outside().borrow_mut().$name($($argument),*);
            self.world.answered(stringify!($name), ask)
        }
    };
    // What stays with the process.
    (@ $name:ident lasting ($($argument:ident: $kind:ty),*) -> $result:ty) => {
        fn $name(&mut self, $($argument: $kind),*) -> HostResult<$result> {
            let ask = |world: &World| {
                world.change_process();
                world.outside().borrow_mut().$name($($argument),*)
            };
            self.world.answered(stringify!($name), ask)
        }
    };
}

impl Files for SessionHost {
    fn open(&mut self, path: &str, options: OpenOptions) -> HostResult<i32> {
        let ask = |world: &World| world.outside().borrow_mut().open(path, options);
        let opened = self.world.answered("open", ask);
        if let Ok(file) = opened {
            self.world.opened(file);
        }
        opened
    }

    fn close(&mut self, file: i32) -> HostResult<()> {
        self.world.closed(file);
        self.world.answered("close", |world| world.outside().borrow_mut().close(file))
    }

    pass_on! {
        read_from using (file: i32, limit: usize) -> Vec<u8>;
        write_to using (file: i32, bytes: &[u8]) -> usize;
        seek using (file: i32, offset: i64, whence: Whence) -> u64;
        truncate using (file: i32, size: u64) -> ();
        sync using (file: i32) -> ();
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
        change_directory lasting (path: &str) -> ();
        set_variable lasting (name: &str, value: Option<&str>) -> ();
    }

    fn process_ids(&self) -> (u32, u32, u32) {
        self.world.outside().borrow().process_ids()
    }
}
