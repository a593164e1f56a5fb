//! `posix`: the calls of the operating system under `os` and `io`, through the host.
//!
//! Paths are strings here; `os` makes them from whatever a script gives.

use super::{add, add_functions};
use crate::builtins::exceptions::ExceptionKind;
use crate::host::HostResult;
use crate::host::files::{FileStatus, OpenOptions, Whence};
use crate::object::bytes::Bytes;
use crate::object::dict::Dict;
use crate::object::list::List;
use crate::object::module::Module;
use crate::object::native::{Args, Native};
use crate::object::tuple::Tuple;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[
    Native::new("_exit", "status", exit),
    Native::new("chdir", "path, /", |vm, args| {
        let path = path(vm, args, 0)?;
        let result = vm.host.change_directory(&path);
        done(vm, result, args)
    }),
    Native::new("chmod", "path, mode, /", |vm, args| {
        let (path, mode) = (path(vm, args, 0)?, number(vm, args, 1)?);
        let result = vm.host.set_mode(&path, mode as u32);
        done(vm, result, args)
    }),
    Native::new("close", "fd, /", |vm, args| {
        let file = file(vm, args)?;
        let result = vm.host.close(file);
        finished(vm, result)
    }),
    Native::new("environ", "", environ),
    Native::new("fstat", "fd, /", |vm, args| {
        let file = file(vm, args)?;
        let result = vm.host.file_status(file);
        let status = checked(vm, result)?;
        Ok(status_tuple(status))
    }),
    Native::new("fsync", "fd, /", |vm, args| {
        let file = file(vm, args)?;
        let result = vm.host.sync(file);
        finished(vm, result)
    }),
    Native::new("ftruncate", "fd, length, /", |vm, args| {
        let (file, size) = (file(vm, args)?, number(vm, args, 1)?);
        let result = vm.host.truncate(file, u64::try_from(size).unwrap_or(u64::MAX));
        finished(vm, result)
    }),
    Native::new("getcwd", "", |vm, _| Ok(vm.host.current_directory().into())),
    Native::new("getpid", "", |vm, _| Ok(Value::Int(i64::from(vm.host.process_ids().0)))),
    Native::new("getppid", "", |vm, _| Ok(Value::Int(i64::from(vm.host.process_ids().1)))),
    Native::new("getuid", "", |vm, _| Ok(Value::Int(i64::from(vm.host.process_ids().2)))),
    Native::new("isatty", "fd, /", |vm, args| {
        let file = file(vm, args)?;
        Ok(vm.host.is_terminal_file(file).unwrap_or(false).into())
    }),
    Native::new("link", "src, dst, /", |vm, args| {
        let (from, to) = (path(vm, args, 0)?, path(vm, args, 1)?);
        let result = vm.host.link(&from, &to);
        done_with_two(vm, result, args)
    }),
    Native::new("listdir", "path, /", listdir),
    Native::new("lseek", "fd, position, whence, /", lseek),
    Native::new("mkdir", "path, mode, /", |vm, args| {
        let (path, mode) = (path(vm, args, 0)?, number(vm, args, 1)?);
        let result = vm.host.make_directory(&path, mode as u32);
        done(vm, result, args)
    }),
    Native::new("open", "path, flags, mode, /", open),
    Native::new("read", "fd, length, /", read),
    Native::new("readlink", "path, /", |vm, args| {
        let path = path(vm, args, 0)?;
        let result = vm.host.read_link(&path);
        match result {
            Ok(target) => Ok(target.into()),
            Err(error) => Err(vm.host_error(&error, Some(&path))),
        }
    }),
    Native::new("rename", "src, dst, /", |vm, args| {
        let (from, to) = (path(vm, args, 0)?, path(vm, args, 1)?);
        let result = vm.host.rename(&from, &to);
        done_with_two(vm, result, args)
    }),
    Native::new("rmdir", "path, /", |vm, args| {
        let path = path(vm, args, 0)?;
        let result = vm.host.remove_directory(&path);
        done(vm, result, args)
    }),
    Native::new("set_variable", "name, value, /", |vm, args| {
        let name = path(vm, args, 0)?;
        let value = args.get(1).as_str().map(str::to_owned);
        let result = vm.host.set_variable(&name, value.as_deref());
        finished(vm, result)
    }),
    Native::new("stat", "path, follow_symlinks, /", |vm, args| {
        let path = path(vm, args, 0)?;
        let follow = vm.truth(args.get(1))?;
        match vm.host.status(&path, follow) {
            Ok(status) => Ok(status_tuple(status)),
            Err(error) => Err(vm.host_error(&error, Some(&path))),
        }
    }),
    Native::new("symlink", "src, dst, /", |vm, args| {
        let (target, path) = (path(vm, args, 0)?, path(vm, args, 1)?);
        let result = vm.host.symbolic_link(&target, &path);
        done_with_two(vm, result, args)
    }),
    Native::new("unlink", "path, /", |vm, args| {
        let path = path(vm, args, 0)?;
        let result = vm.host.remove(&path);
        done(vm, result, args)
    }),
    Native::new("urandom", "size, /", |vm, args| {
        let size = number(vm, args, 0)?;
        let Ok(size) = usize::try_from(size) else {
            return Err(vm.value_error("negative argument not allowed"));
        };
        let mut bytes: Vec<u8> = vm.room_for(size)?;
        bytes.resize(size, 0);
        vm.host.entropy(&mut bytes);
        Ok(Bytes::new(bytes).into())
    }),
    Native::new("utime", "path, accessed, modified, /", |vm, args| {
        let path = path(vm, args, 0)?;
        let (accessed, modified) = (number(vm, args, 1)?, number(vm, args, 2)?);
        let result = vm.host.set_times(&path, i128::from(accessed), i128::from(modified));
        done(vm, result, args)
    }),
    Native::new("write", "fd, data, /", write),
];

/// The flags of `open`, as on Linux.
const FLAGS: &[(&str, i64)] = &[
    ("O_RDONLY", 0),
    ("O_WRONLY", 1),
    ("O_RDWR", 2),
    ("O_CREAT", 0o100),
    ("O_EXCL", 0o200),
    ("O_TRUNC", 0o1000),
    ("O_APPEND", 0o2000),
    ("O_CLOEXEC", 0o2_000_000),
];

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("posix");
    add_functions(vm, &module, "posix", FUNCTIONS);
    for &(name, value) in FLAGS {
        add(vm, &module, name, value);
    }
    Ok(module)
}

/// Ends the process on the spot: nothing is flushed, nobody is told.
fn exit(vm: &mut Vm, args: &Args) -> Result {
    let status = vm.index_i32(args.get(0))?;
    vm.host.exit(status);
    Err(vm.error(ExceptionKind::NotImplementedError, "os._exit() has no process to end here"))
}

fn path(vm: &mut Vm, args: &Args, index: usize) -> Result<String> {
    match args.get(index).as_str() {
        Some(path) if path.contains('\0') => Err(vm.value_error("embedded null byte")),
        Some(path) => Ok(path.to_owned()),
        None => {
            let found = vm.type_name(args.get(index));
            Err(vm.type_error(format!("path should be string, bytes or os.PathLike, not {found}")))
        }
    }
}

fn number(vm: &mut Vm, args: &Args, index: usize) -> Result<i64> {
    vm.index_i64(args.get(index))
}

fn file(vm: &mut Vm, args: &Args) -> Result<i32> {
    vm.index_i32(args.get(0))
}

fn checked<T>(vm: &mut Vm, result: HostResult<T>) -> Result<T> {
    result.map_err(|error| vm.host_error(&error, None))
}

fn finished(vm: &mut Vm, result: HostResult<()>) -> Result {
    checked(vm, result)?;
    Ok(Value::None)
}

/// The end of a call whose first argument is a path.
fn done(vm: &mut Vm, result: HostResult<()>, args: &Args) -> Result {
    match result {
        Ok(()) => Ok(Value::None),
        Err(error) => Err(vm.host_error(&error, args.get(0).as_str())),
    }
}

fn done_with_two(vm: &mut Vm, result: HostResult<()>, args: &Args) -> Result {
    match result {
        Ok(()) => Ok(Value::None),
        Err(error) => {
            let exception = vm.host_error(&error, args.get(0).as_str());
            exception.set_field(3, args.get(1).clone());
            Err(exception)
        }
    }
}

fn status_tuple(status: FileStatus) -> Value {
    let FileStatus { mode, inode, device, links, user, group, size, times } = status;
    let mut items: Vec<Value> = vec![
        Value::Int(i64::from(mode)),
        (inode as usize).into(),
        (device as usize).into(),
        (links as usize).into(),
        Value::Int(i64::from(user)),
        Value::Int(i64::from(group)),
        (size as usize).into(),
    ];
    items.extend(times.map(|time| Value::from(num_bigint::BigInt::from(time))));
    Tuple::new(items).into()
}

fn environ(vm: &mut Vm, _: &Args) -> Result {
    let dict = Dict::new();
    for (name, value) in vm.host.environment() {
        let name = Value::from(name);
        vm.dict_set(&dict, name, value.into())?;
    }
    Ok(dict.into())
}

fn listdir(vm: &mut Vm, args: &Args) -> Result {
    let path = path(vm, args, 0)?;
    let entries = match vm.host.list(&path) {
        Ok(entries) => entries,
        Err(error) => return Err(vm.host_error(&error, Some(&path))),
    };
    let entries = entries
        .into_iter()
        .map(|(name, kind)| Tuple::new([Value::from(name), Value::Int(i64::from(kind))]).into());
    Ok(List::new(entries.collect()).into())
}

fn lseek(vm: &mut Vm, args: &Args) -> Result {
    let (file, offset) = (file(vm, args)?, number(vm, args, 1)?);
    let whence = match number(vm, args, 2)? {
        0 => Whence::Start,
        1 => Whence::Current,
        2 => Whence::End,
        _ => {
            let error = crate::host::HostError { code: 22, message: "Invalid argument".to_owned() };
            return Err(vm.host_error(&error, None));
        }
    };
    let result = vm.host.seek(file, offset, whence);
    let place = checked(vm, result)?;
    Ok((place as usize).into())
}

fn open(vm: &mut Vm, args: &Args) -> Result {
    let path = path(vm, args, 0)?;
    let (flags, mode) = (number(vm, args, 1)?, number(vm, args, 2)?);
    let has =
        |name: &str| FLAGS.iter().any(|&(known, value)| known == name && flags & value == value);
    let (write, both) = (flags & 3 == 1, flags & 3 == 2);
    let options = OpenOptions {
        read: !write,
        write: write || both,
        append: has("O_APPEND"),
        create: has("O_CREAT"),
        exclusive: has("O_CREAT") && has("O_EXCL"),
        truncate: has("O_TRUNC"),
        mode: mode as u32,
    };
    match vm.host.open(&path, options) {
        Ok(file) => Ok(Value::Int(i64::from(file))),
        Err(error) => Err(vm.host_error(&error, Some(&path))),
    }
}

fn read(vm: &mut Vm, args: &Args) -> Result {
    let (file, limit) = (file(vm, args)?, number(vm, args, 1)?);
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let result = vm.host.read_from(file, limit);
    let bytes = checked(vm, result)?;
    Ok(Bytes::new(bytes).into())
}

fn write(vm: &mut Vm, args: &Args) -> Result {
    let file = file(vm, args)?;
    let Some(bytes) = args.get(1).as_bytes().map(|bytes| bytes.to_vec()) else {
        let found = vm.type_name(args.get(1));
        return Err(vm.type_error(format!("a bytes-like object is required, not '{found}'")));
    };
    let result = vm.host.write_to(file, &bytes);
    Ok(checked(vm, result)?.into())
}
