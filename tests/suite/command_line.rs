//! The command: its options, standard input, exit statuses, and Ctrl-C.

use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::support::{Outcome, ouro, outcome, outcome_with_input, root};

fn run(arguments: &[&str]) -> Outcome {
    outcome(&mut ouro(arguments))
}

#[test]
fn help() {
    insta::assert_snapshot!("help", run(&["--help"]).recording());
}

/// The listing is of Ouro's own instructions, so that only its form is CPython's.
#[test]
fn a_program_is_disassembled() {
    let program = b"async def pause(n):\n    await n\n";
    let listed = outcome_with_input(&mut ouro(&["-m", "dis"]), program);
    insta::assert_snapshot!("disassembled", listed.recording());
    let dashed = outcome_with_input(&mut ouro(&["-m", "dis", "-"]), program);
    assert_eq!(listed.recording(), dashed.recording());
}

#[test]
fn version_is_one_line() {
    let version = run(&["--version"]);
    assert_eq!(version.stdout, format!("ouro {} (Python 3.13.0)\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(version.status, "0");
    assert_eq!(version, run(&["-V"]));
}

#[test]
fn code_on_the_command_line() {
    let outcome = run(&["-c", "import sys; print(sys.argv, __name__)", "a", "--b"]);
    assert_eq!(outcome.stdout, "['-c', 'a', '--b'] __main__\n");
    let failing = run(&["-c", "1 / 0"]);
    assert_eq!(failing.status, "1");
    assert_eq!(
        failing.stderr,
        "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\n    \
         1 / 0\n    ~~^~~\nZeroDivisionError: division by zero\n"
    );
}

#[test]
fn what_asyncio_has_no_longer_comes_with_the_modern_spelling() {
    let decorator = run(&["-c", "import asyncio\n@asyncio.coroutine\ndef f(): pass"]);
    assert_eq!(
        decorator.stderr.split("\nAttributeError: ").last(),
        Some(
            "module 'asyncio' has no attribute 'coroutine'. \
         Did you mean: 'coroutines'?\n\
         Python 3.11 removed @asyncio.coroutine: write 'async def', and 'await' instead of \
         'yield from'\n"
        )
    );
    for call in ["Lock(loop=1)", "Queue(loop=1)", "gather(loop=1)", "wait([], loop=1)"] {
        let outcome = run(&["-c", &format!("import asyncio; asyncio.{call}")]);
        let expected = "Python 3.10 removed the argument 'loop' of asyncio's functions: \
                        leave it out, they use the loop that runs";
        assert_eq!(outcome.final_line(), expected, "{call}");
    }
}

#[test]
fn filters_of_warnings_and_development_mode() {
    let show = "import asyncio, sys, warnings
print(sys.flags.dev_mode, sys.warnoptions, asyncio.new_event_loop().get_debug())
warnings.warn('hidden', PendingDeprecationWarning)";
    let plain = run(&["-c", show]);
    assert_eq!(plain.stdout, "False [] False\n");
    assert_eq!(plain.stderr, "");
    let filtered = run(&["-W", "error", "-Wdefault::PendingDeprecationWarning", "-c", show]);
    let options = "['error', 'default::PendingDeprecationWarning']";
    assert_eq!(filtered.stdout, format!("False {options} False\n"));
    assert!(filtered.stderr.contains("<string>:3: PendingDeprecationWarning: hidden"));
    let development = run(&["-X", "dev", "-c", show]);
    assert_eq!(development.stdout, "True ['default'] True\n");
    assert!(development.stderr.contains("<string>:3: PendingDeprecationWarning: hidden"));
    let failing = run(&["-W", "error", "-c", show]);
    assert_eq!(failing.final_line(), "PendingDeprecationWarning: hidden");
    let by_environment = outcome(
        ouro(&["-W", "ignore::UserWarning", "-c", show])
            .env("PYTHONWARNINGS", "always,ignore::ResourceWarning")
            .env("PYTHONDEVMODE", "1"),
    );
    let options = "['default', 'always', 'ignore::ResourceWarning', 'ignore::UserWarning']";
    assert_eq!(by_environment.stdout, format!("True {options} True\n"));
    assert_eq!(run(&["-X", "unknown", "-c", ""]).status, "2");
}

#[test]
fn program_on_standard_input() {
    let outcome = outcome_with_input(
        &mut ouro(&["-", "argument"]),
        b"import sys\nprint(sys.argv, __name__)\nundefined\n",
    );
    assert_eq!(outcome.stdout, "['-', 'argument'] __main__\n");
    assert_eq!(outcome.final_line(), "NameError: name 'undefined' is not defined");
    assert!(outcome.stderr.contains("File \"<stdin>\", line 3, in <module>"), "{}", outcome.stderr);
}

#[test]
fn file_with_and_without_the_subcommand() {
    let file = "examples/01-iterators/01_the_iterator_protocol.py";
    let plain = run(&[file]);
    assert_eq!(plain.status, "0");
    assert_eq!(plain, run(&["run", file]));
}

#[test]
fn arguments_reach_the_program() {
    let folder = tempfile("arguments");
    let file = folder.join("arguments.py");
    std::fs::write(&file, "import sys\nprint(sys.argv[1:])\n").expect("the file is written");
    let path = file.to_str().expect("a plain path");
    for start in [&[path][..], &["run", path]] {
        let arguments = [start, &["-x", "--help", "--", "plain"]].concat();
        assert_eq!(run(&arguments).stdout, "['-x', '--help', '--', 'plain']\n");
    }
}

#[test]
fn exit_statuses() {
    for (code, status, stderr) in [
        ("pass", "0", ""),
        ("raise SystemExit", "0", ""),
        ("raise SystemExit(0)", "0", ""),
        ("raise SystemExit(3)", "3", ""),
        ("raise SystemExit(-1)", "255", ""),
        ("raise SystemExit(True)", "1", ""),
        ("raise SystemExit('why')", "1", "why\n"),
        ("raise SystemExit(2.5)", "1", "2.5\n"),
        ("raise SystemExit((1, 2))", "1", "(1, 2)\n"),
        ("import sys; sys.exit(4)", "4", ""),
        ("import sys; sys.exit()", "0", ""),
        ("exit(5)", "5", ""),
        ("quit()", "0", ""),
    ] {
        let outcome = run(&["-c", code]);
        assert_eq!((outcome.status.as_str(), outcome.stderr.as_str()), (status, stderr), "{code}");
    }
    assert_eq!(run(&["-c", "raise ValueError"]).status, "1");
    assert_eq!(run(&["-c", "x ="]).status, "1");
    assert_eq!(run(&["-c", "raise KeyboardInterrupt"]).status, "130");
}

#[test]
fn wrong_usage_and_unreadable_files_are_status_two() {
    for arguments in [
        &["--no-such-option"][..],
        &["--clock", "sideways", "-c", "pass"],
        &["no/such/file.py"],
        &["run", "no/such/file.py"],
        &["run"],
        &["-c"],
    ] {
        let outcome = run(arguments);
        assert_eq!(outcome.status, "2", "{arguments:?}: {}", outcome.stderr);
        assert_eq!(outcome.stdout, "", "{arguments:?}");
        assert!(!outcome.stderr.is_empty(), "{arguments:?}");
    }
    assert!(run(&["no/such/file.py"]).stderr.contains("no/such/file.py"));
}

#[test]
fn nothing_but_the_programs_output_is_on_standard_output() {
    let outcome = run(&["-c", "import sys; print('out'); print('err', file=sys.stderr); 1 / 0"]);
    assert_eq!(outcome.stdout, "out\n");
    assert!(outcome.stderr.starts_with("err\nTraceback"), "{}", outcome.stderr);
}

#[cfg(unix)]
#[test]
fn interrupting_an_asyncio_program_cancels_the_main_task() {
    let code = "
import asyncio
async def main():
    print('ready', flush=True)
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print('cancelled')
        raise
    finally:
        print('finally')
asyncio.run(main())
";
    let outcome = interrupted(code);
    assert_eq!(outcome.stdout, "ready\ncancelled\nfinally\n");
    assert_eq!((outcome.status.as_str(), outcome.final_line()), ("130", "KeyboardInterrupt"));
}

#[cfg(unix)]
#[test]
fn interrupting_a_busy_loop_raises_keyboard_interrupt() {
    let code = "
print('ready', flush=True)
try:
    while True:
        pass
except KeyboardInterrupt:
    print('caught')
";
    let outcome = interrupted(code);
    assert_eq!((outcome.status.as_str(), outcome.stdout.as_str()), ("0", "ready\ncaught\n"));
}

#[cfg(unix)]
#[test]
fn interrupts_reach_the_main_thread_while_another_one_computes() {
    for wait in ["time.sleep(100)", "lock.acquire()", "lock.acquire(timeout=100)"] {
        let code = format!(
            "
import threading, time
lock = threading.Lock()
lock.acquire()
def spin():
    while True:
        pass
threading.Thread(target=spin, daemon=True).start()
print('ready', flush=True)
try:
    {wait}
except KeyboardInterrupt:
    print('caught')
"
        );
        let outcome = interrupted(&code);
        assert_eq!((outcome.status.as_str(), outcome.stdout.as_str()), ("0", "ready\ncaught\n"));
    }
}

/// Whoever starts a program with interrupts ignored, as a shell does in the background, has it go
/// on until it sets a handler of its own.
#[cfg(unix)]
#[test]
fn ignored_interrupts_stay_ignored() {
    let code = "
import os, signal, sys
print(signal.getsignal(signal.SIGINT), flush=True)
signal.raise_signal(signal.SIGINT)
print('still here', flush=True)
sys.stdin.readline()
print('and here')
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print('now caught')
";
    let script =
        "trap '' INT; \"$0\" -c \"$1\" & child=$!; sleep 0.3; kill -INT $child; wait $child";
    let mut command = Command::new("sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_ouro"), code]);
    let outcome = outcome_with_input(&mut command, b"\n");
    assert_eq!(outcome.stdout, "1\nstill here\nand here\nnow caught\n".to_owned());
    assert_eq!(outcome.status, "0", "{}", outcome.stderr);
}

#[test]
fn unbuffered_output_is_seen_at_once_and_exit_loses_the_rest() {
    let code = "import os; print('text', end=''); os._exit(3)";
    let buffered = run(&["-c", code]);
    assert_eq!((buffered.status.as_str(), buffered.stdout.as_str()), ("3", ""));
    let unbuffered = run(&["-u", "-c", code]);
    assert_eq!((unbuffered.status.as_str(), unbuffered.stdout.as_str()), ("3", "text"));
}

#[test]
fn prompt_after_a_program() {
    let typed = b"print(x, __debug__)\n";
    let mut command = ouro(&["-iqO", "-c", "x = 7"]);
    let after = outcome_with_input(&mut command, typed);
    assert!(after.stdout.contains("7 False"), "{}", after.stdout);
    assert!(!after.stdout.contains("Ouro"), "{}", after.stdout);
    let dev = outcome_with_input(
        &mut ouro(&["-i", "-X", "dev"]),
        b"import sys; sys.flags.dev_mode, sys.flags.interactive\n",
    );
    assert!(dev.stdout.contains("(True, 1)"), "{}", dev.stdout);
    // The variable asks for the prompt where somebody can type.
    let by_variable = outcome(ouro(&["-c", "print(1)"]).env("PYTHONINSPECT", "1"));
    assert_eq!(by_variable.stdout, "1\n");
    let coroutines =
        outcome_with_input(&mut ouro(&["-m", "asyncio"]), b"await asyncio.sleep(0, 5)\n");
    assert!(coroutines.stdout.contains('5'), "{}", coroutines.stdout);
}

/// Starts a program that prints a line when it is ready, and sends it an interrupt.
#[cfg(unix)]
fn interrupted(code: &str) -> Outcome {
    use std::io::{BufRead, BufReader, Read};

    let mut child = ouro(&["-c", code])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("ouro starts");
    let mut reader = BufReader::new(child.stdout.take().expect("stdout is piped"));
    let mut stdout = String::new();
    reader.read_line(&mut stdout).expect("the first line");
    thread::sleep(Duration::from_millis(100));
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(sent.is_ok_and(|status| status.success()), "the signal is sent");
    reader.read_to_string(&mut stdout).expect("the rest of the output");
    let output = child.wait_with_output().expect("the program ends");
    Outcome {
        status: output.status.code().map_or("killed".to_owned(), |code| code.to_string()),
        stdout,
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

fn tempfile(name: &str) -> std::path::PathBuf {
    let folder = root().join(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}
