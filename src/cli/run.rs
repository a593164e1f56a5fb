//! Finding and reading the program that the command line names, and running it.

use crate::host::native::{Clock, NativeHost};
use crate::host::{FileKind, Host};
use crate::program::{Prepared, What, finish, report, start};
use crate::vm::Vm;
use crate::vm::system::Settings;

/// Where a program comes from, and the arguments it sees.
pub enum Program {
    /// The first argument is the file.
    File {
        arguments: Vec<String>,
    },
    Code {
        code: String,
        arguments: Vec<String>,
    },
    Module {
        module: String,
        arguments: Vec<String>,
    },
    /// Standard input; the first argument is `-` or empty.
    Input {
        arguments: Vec<String>,
    },
}
/// Wrong usage, or a file that cannot be read.
const STATUS_USAGE: u8 = 2;

/// Runs a program; the result is the exit status.
pub fn run(program: &Program, clock: Clock, settings: &Settings) -> u8 {
    let mut host = match NativeHost::new(clock) {
        Ok(host) => host,
        Err(error) => {
            eprintln!("ouro: {error}");
            return 1;
        }
    };
    if settings.unbuffered {
        host.stop_buffering();
    }
    let prepared = match prepare(program, &mut host) {
        Ok(prepared) => prepared,
        Err(message) => {
            eprintln!("ouro: {message}");
            return STATUS_USAGE;
        }
    };
    let mut vm = Vm::new(Box::new(host));
    vm.system.settings = settings.clone();
    let status = match start(&mut vm, prepared).1 {
        Ok(()) => 0,
        Err(error) => report(&mut vm, &error),
    };
    let status = finish(&mut vm, status);
    // The operating system takes the memory back faster than the interpreter could.
    std::mem::forget(vm);
    status
}
/// Finds and reads a program for somebody else to run.
///
/// # Errors
/// A message about what cannot be read.
pub fn read(program: &Program) -> std::result::Result<Prepared, String> {
    let mut host = NativeHost::new(Clock::Real).map_err(|error| error.to_string())?;
    prepare(program, &mut host)
}

fn prepare(program: &Program, host: &mut NativeHost) -> std::result::Result<Prepared, String> {
    match program {
        Program::File { arguments } => {
            let file = arguments.first().map_or("", String::as_str);
            let path = absolute(file, host);
            if host.file_kind(&path) == Some(FileKind::Directory) {
                let arguments = arguments.clone();
                return Ok(Prepared { arguments, folder: path, what: What::Folder });
            }
            let bytes = host.read_file(&path).map_err(|error| {
                format!("can't open file '{path}': [Errno {}] {}", error.code, error.message)
            })?;
            Ok(Prepared {
                arguments: arguments.clone(),
                folder: folder_of(&path),
                what: What::Source { name: path, bytes, is_file: true },
            })
        }
        Program::Code { code, arguments } => {
            let mut all = vec!["-c".to_owned()];
            all.extend(arguments.iter().cloned());
            Ok(Prepared {
                arguments: all,
                folder: String::new(),
                what: What::Source {
                    name: "<string>".to_owned(),
                    // CPython, too, ends the text with a line end of its own.
                    bytes: format!("{code}\n").into_bytes(),
                    is_file: false,
                },
            })
        }
        Program::Input { arguments } => {
            let mut bytes = Vec::new();
            loop {
                let line = host.read_line().map_err(|error| error.message)?;
                if line.is_empty() {
                    break;
                }
                bytes.extend(line);
            }
            Ok(Prepared {
                arguments: arguments.clone(),
                folder: String::new(),
                what: What::Source { name: "<stdin>".to_owned(), bytes, is_file: false },
            })
        }
        Program::Module { module, arguments } => {
            let mut all = vec!["-m".to_owned()];
            all.extend(arguments.iter().cloned());
            Ok(Prepared {
                arguments: all,
                folder: host.current_directory(),
                what: What::Module(module.clone()),
            })
        }
    }
}

/// A path from the root, as it was written apart from that.
fn absolute(path: &str, host: &NativeHost) -> String {
    if path.starts_with('/') {
        return path.to_owned();
    }
    format!("{}/{path}", host.current_directory().trim_end_matches('/'))
}

/// The folder of an absolute path, without `.` and `..`.
fn folder_of(path: &str) -> String {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    format!("/{}", parts.join("/"))
}
