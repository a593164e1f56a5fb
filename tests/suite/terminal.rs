//! A program in a terminal of its own: keys go in, a screen comes out.

use std::io::{Read, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::interrupts::let_interrupts_through;
use crate::support::root;

/// How long a screen is waited for; a debug build on a loaded machine is slow.
const PATIENCE: Duration = Duration::from_secs(60);
const ROWS: u16 = 30;
const COLUMNS: u16 = 80;

pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    /// Keeps the terminal open.
    _master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    screen: Arc<Mutex<vt100::Parser>>,
    /// How many pieces of output have been shown.
    shown: Arc<AtomicUsize>,
    /// How many had been when keys were last sent.
    shown_before: usize,
}

pub const UP: &str = "\x1b[A";
pub const LEFT: &str = "\x1b[D";
pub const ENTER: &str = "\r";
pub const TAB: &str = "\t";
pub const BACKSPACE: &str = "\x7f";
pub const CTRL_C: &str = "\x03";
pub const CTRL_D: &str = "\x04";
pub const CTRL_R: &str = "\x12";

fn nonzero(size: u16) -> std::num::NonZeroU16 {
    std::num::NonZeroU16::new(size).expect("a screen has cells")
}

impl Terminal {
    /// Starts `ouro` in a terminal. Without a setting of its own there is no history.
    pub fn start(arguments: &[&str], environment: &[(&str, &str)]) -> Terminal {
        let_interrupts_through();
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a terminal is made");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_ouro"));
        command.args(arguments);
        command.cwd(root());
        command.env_remove("NO_COLOR");
        command.env("TERM", "xterm-256color");
        command.env("OURO_HISTORY", "");
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("ouro starts");
        let mut reader = pair.master.try_clone_reader().expect("the terminal can be read");
        let keys = pair.master.take_writer().expect("the terminal can be written to");
        let screen = Arc::new(Mutex::new(vt100::Parser::new(nonzero(ROWS), nonzero(COLUMNS), 0)));
        let shared = screen.clone();
        let shown = Arc::new(AtomicUsize::new(0));
        let count_shown = shown.clone();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                shared.lock().expect("the screen is whole").process(&bytes[..count]);
                count_shown.fetch_add(1, Ordering::SeqCst);
            }
        });
        Terminal { child, _master: pair.master, keys, screen, shown, shown_before: 0 }
    }

    /// The same, up to the first prompt, without banner.
    pub fn at_prompt(environment: &[(&str, &str)]) -> Terminal {
        let mut terminal = Terminal::start(&["-q"], environment);
        terminal.wait_for(">>>");
        terminal
    }

    pub fn send(&mut self, keys: &str) -> &mut Terminal {
        self.send_bytes(keys.as_bytes())
    }

    /// Sends what may be no text.
    pub fn send_bytes(&mut self, keys: &[u8]) -> &mut Terminal {
        self.shown_before = self.shown.load(Ordering::SeqCst);
        self.keys.write_all(keys).expect("keys are taken");
        self
    }

    /// Sends an entry and Enter, and waits for the next prompt.
    pub fn enter(&mut self, entry: &str) -> &mut Terminal {
        self.send(entry).send(ENTER).ready()
    }

    /// The text of the screen.
    pub fn text(&self) -> String {
        let screen = self.screen.lock().expect("the screen is whole").screen().contents();
        let lines: Vec<&str> = screen.lines().map(str::trim_end).collect();
        lines.join("\n").trim_end().to_owned()
    }

    /// The colour of a text's first character on the screen.
    pub fn color_of(&self, text: &str) -> vt100::Color {
        self.cell_of(text).fgcolor()
    }

    /// Whether a text's first character on the screen is underlined.
    pub fn is_underlined(&self, text: &str) -> bool {
        self.cell_of(text).underline()
    }

    fn cell_of(&self, text: &str) -> vt100::Cell {
        let parser = self.screen.lock().expect("the screen is whole");
        for row in 0..ROWS {
            let line = parser.screen().contents_between(row, 0, row, COLUMNS);
            if let Some(place) = line.find(text) {
                let column = line[..place].chars().count() as u16;
                return parser.screen().cell(row, column).expect("a cell of the screen").clone();
            }
        }
        panic!("{text:?} is not on the screen");
    }

    /// Waits until the screen shows something.
    pub fn wait_for(&mut self, text: &str) -> &mut Terminal {
        self.wait_until(|screen| screen.contains(text), text)
    }

    /// Waits until the answer to the last keys ends in an empty prompt, and nothing more comes.
    pub fn ready(&mut self) -> &mut Terminal {
        let (shown, before) = (self.shown.clone(), self.shown_before);
        let is_ready = move |screen: &str| {
            shown.load(Ordering::SeqCst) > before && screen.lines().last() == Some(">>>")
        };
        self.wait_until(is_ready, "an empty prompt");
        self.settle()
    }

    /// Waits until the screen has not changed for a while.
    pub fn settle(&mut self) -> &mut Terminal {
        let mut before = self.text();
        let mut quiet = 0;
        while quiet < 4 {
            thread::sleep(Duration::from_millis(40));
            let now = self.text();
            quiet = if now == before { quiet + 1 } else { 0 };
            before = now;
        }
        self
    }

    fn wait_until(&mut self, holds: impl Fn(&str) -> bool, what: &str) -> &mut Terminal {
        let started = Instant::now();
        loop {
            let screen = self.text();
            if holds(&screen) {
                return self;
            }
            assert!(
                started.elapsed() < PATIENCE,
                "waited for {what:?}, the screen shows:\n{screen}"
            );
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Ends the program as the system does when its terminal goes away.
    pub fn hang_up(&mut self) {
        let id = self.child.process_id().expect("the program runs");
        let sent = std::process::Command::new("kill").args(["-HUP", &id.to_string()]).status();
        assert!(sent.is_ok_and(|status| status.success()), "the signal is sent");
    }

    /// Waits for the end; gives the exit status.
    pub fn status(&mut self) -> u32 {
        let started = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("the program can be waited for") {
                return status.exit_code();
            }
            if started.elapsed() > PATIENCE {
                let _ = self.child.kill();
                panic!("the program does not end; the screen shows:\n{}", self.text());
            }
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
    }
}
