//! The prompt in a real terminal: typing, editing, completion, history, paste, interrupts, time.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::support::{ouro, outcome, outcome_with_input, report, root};
use crate::terminal::*;

fn folder(name: &str) -> PathBuf {
    let folder = root().join(env!("CARGO_TARGET_TMPDIR")).join("prompt").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

#[test]
fn banner_and_the_way_out() {
    let mut terminal = Terminal::start(&[], &[]);
    terminal.ready();
    insta::assert_snapshot!("banner", terminal.text());
    terminal.send(CTRL_D);
    assert_eq!(terminal.status(), 0);
    for (way, status) in [("exit", 0), ("quit", 0), ("exit()", 0), (":quit", 0), ("exit(3)", 3)] {
        let mut terminal = Terminal::at_prompt(&[]);
        terminal.send(way).send(ENTER);
        assert_eq!(terminal.status(), status, "{way}");
    }
}

#[test]
fn typing_has_colours_values_and_tracebacks() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.send("for x in 'ab': print(x, 12)").wait_for("12)").settle();
    assert_eq!(terminal.color_of("for"), vt100::Color::Idx(4));
    assert_eq!(terminal.color_of("'ab'"), vt100::Color::Idx(2));
    assert_eq!(terminal.color_of("12"), vt100::Color::Idx(3));
    assert_eq!(terminal.color_of("print"), vt100::Color::Idx(6));
    terminal.send(ENTER).wait_for("...").send(ENTER).ready();
    terminal.enter("_").enter("1 + 1").enter("_ * 2").enter("len(5)");
    insta::assert_snapshot!("typing", terminal.text());
}

#[test]
fn without_colours_nothing_is_coloured() {
    let mut terminal = Terminal::at_prompt(&[("NO_COLOR", "1")]);
    terminal.send("for x in 'ab': print(x)").wait_for("(x)").settle();
    assert_eq!(terminal.color_of("for"), vt100::Color::Default);
    terminal.send(ENTER).wait_for("...").send(ENTER).ready();
    assert_eq!(terminal.text(), ">>> for x in 'ab': print(x)\n...\na\nb\n>>>");
}

#[test]
fn a_block_is_indented_and_edited_as_one() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.send("def f(n):").send(ENTER).send("for i in range(n):").send(ENTER);
    terminal.send("yield i").send(ENTER).settle();
    insta::assert_snapshot!("block", terminal.text());
    // Back to the first line, a parameter more, down again and out of the loop.
    terminal.send(UP).send(UP).send(UP).send("\x05").send(LEFT).send(LEFT).send(", start=0");
    terminal.send("\x1b[B").send("\x1b[B").send("\x1b[B").send(BACKSPACE).send("yield start");
    terminal.send(ENTER).send(BACKSPACE).send(ENTER).ready();
    terminal.enter("list(f(3))");
    insta::assert_snapshot!("block_edited", terminal.text());
}

#[test]
fn completion_of_names_attributes_modules_and_keywords() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.enter("banana = [1]").enter("class Fruit: sweetness = 3\n").send(ENTER).ready();
    terminal.send("bana").send(TAB).wait_for("banana").send(".app").send(TAB).wait_for("append");
    terminal.send("(4)").send(ENTER).ready();
    terminal.enter("banana");
    terminal.send("Fruit.sw").send(TAB).wait_for(".sweetness").send(ENTER).ready();
    terminal.send("from contextl").send(TAB).wait_for("contextlib");
    terminal.send(" import closi").send(TAB).wait_for("closing").send(ENTER).ready();
    terminal.send("asyncio.create_task(na").send(TAB).wait_for("name=").send(CTRL_C).ready();
    terminal.send(":adv").send(TAB).wait_for(":advance").send(CTRL_C).ready();
    terminal.send("banana.in").send(TAB).send(TAB).wait_for("insert").settle();
    insta::assert_snapshot!("completion", terminal.text());
}

#[test]
fn import_statements_complete_what_can_be_imported() {
    let mut terminal = Terminal::at_prompt(&[]);
    for (typed, completed) in [
        ("import collections.a", "import collections.abc"),
        ("from concurrent.fu", "from concurrent.futures"),
        ("from concurrent.futures import Thr", "import ThreadPoolExecutor"),
        ("from collections.abc import AsyncGen", "import AsyncGenerator"),
        ("from math import sq", "import sqrt"),
        ("from asyncio import Barr", "import Barrier"),
        ("asyncio.Barr", "asyncio.Barrier"),
    ] {
        terminal.send(typed).send(TAB).wait_for(completed).send(CTRL_C).ready();
    }
    // Parts of the library that no program imports are not offered.
    terminal.send("import collections.").send(TAB).wait_for("import collections.abc");
}

#[test]
fn load_and_save_complete_files() {
    let folder = folder("paths");
    std::fs::create_dir(folder.join("inner folder")).expect("the folder is made");
    std::fs::write(folder.join("inner folder").join("program.py"), "print('loaded')\n")
        .expect("the file is written");
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.enter(&format!("import os; os.chdir({folder:?})"));
    terminal.send(":load inn").send(TAB).wait_for("inner folder/").send("pro").send(TAB);
    terminal.wait_for("folder/program.py").send(ENTER).wait_for("\nloaded").ready();
    terminal.send(":save /et").send(TAB).wait_for(":save /etc/");
}

#[test]
fn a_list_of_names_can_be_left() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.send("asyncio.").send(TAB).send(TAB).wait_for("possibilities?").send(CTRL_C);
    terminal.wait_for(">>> asyncio.\n>>> asyncio.").send(TAB).send(TAB);
    terminal.wait_for("asyncio.\nDisplay").send("y").wait_for("--More--").send(CTRL_C).settle();
    assert!(terminal.text().ends_with("--More--\n>>> asyncio."), "{}", terminal.text());
    terminal.send(CTRL_C).wait_for("KeyboardInterrupt").ready();
    // There may be more names than anybody counts.
    terminal.enter("globals().update((f'n_{i}', i) for i in range(70_000))");
    terminal.send("n_").send(TAB).send(TAB).wait_for("possibilities?").send("y");
    terminal.wait_for("--More--").send("q").settle();
    terminal.send("69999").send(ENTER).ready();
    assert!(terminal.text().ends_with("n_69999\n69999\n>>>"), "{}", terminal.text());
}

#[test]
fn a_hint_shows_the_signature() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.send("def greet(name, times=2): pass").send(ENTER).send(ENTER).ready();
    terminal.send("greet(").wait_for("greet(name, times=2)");
    terminal.send("'x',").wait_for("greet('x',times=2)").send(" 1)").send(ENTER).ready();
    assert!(terminal.text().ends_with("greet('x', 1)\n>>>"), "{}", terminal.text());
    // Not inside of a text, nor for what tells nothing.
    terminal.send("greet('(").settle();
    assert!(terminal.text().ends_with("\n>>> greet('("), "{}", terminal.text());
    terminal.send(CTRL_C).ready().send("range(").settle();
    assert!(terminal.text().ends_with("\n>>> range("), "{}", terminal.text());
    terminal.send(CTRL_C).ready();
    // An object that can be called.
    terminal.send("class Twice:").send(ENTER).send("def __call__(self, what): pass").send(ENTER);
    terminal.send(ENTER).ready();
    terminal.enter("twice = Twice()").send("twice(").wait_for("twice(what)");
}

#[test]
fn history_is_recalled_and_kept() {
    let file = folder("history").join("deep").join("history");
    let path = file.to_str().expect("a plain path");
    let mut terminal = Terminal::at_prompt(&[("OURO_HISTORY", path)]);
    terminal.enter("x = 'first'");
    terminal.send("async def work():").send(ENTER).send("return 'recalled'").send(ENTER);
    terminal.send(ENTER).ready();
    terminal.enter("y = 2");
    // A window that is closed loses nothing.
    terminal.hang_up();
    terminal.status();
    let mut terminal = Terminal::at_prompt(&[("OURO_HISTORY", path)]);
    terminal.send(UP).wait_for("y = 2").send(UP).wait_for("return 'recalled'").settle();
    insta::assert_snapshot!("history", terminal.text());
    terminal.send(ENTER).send(ENTER).ready();
    terminal.enter("await work()");
    terminal
        .send(CTRL_R)
        .wait_for("search")
        .send("first")
        .wait_for("x = 'first'")
        .send(ENTER)
        .ready();
    terminal.enter("x");
    assert!(terminal.text().ends_with("'first'\n>>>"), "{}", terminal.text());
}

#[test]
fn what_the_search_finds_is_run_as_a_whole() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.send("async def work():").send(ENTER).send("return 'found'").send(ENTER);
    terminal.send(ENTER).ready();
    terminal.enter("del work").send(CTRL_R).wait_for("search").send("async").settle();
    terminal.send(ENTER).ready();
    terminal.enter("await work()");
    assert!(terminal.text().ends_with("'found'\n>>>"), "{}", terminal.text());
}

#[test]
fn what_is_deleted_can_be_yanked() {
    let mut terminal = Terminal::at_prompt(&[]);
    // The last word, the line, and what follows the cursor.
    terminal.send("'one two'\x17\x19 + \x19").wait_for("two' + two'").send("\x15\x19\x19");
    terminal.wait_for("two''one").send("\x01\x0b'\x19'").wait_for("''one").send(CTRL_C).ready();
}

#[test]
fn what_is_typed_ahead_is_not_lost() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.send("import time; time.sleep(0.2)\r1 + 1\r2 +").wait_for("\n2\n").settle();
    assert!(terminal.text().ends_with(">>> 1 + 1\n2\n>>> 2 +"), "{}", terminal.text());
    terminal.send(" 2").send(ENTER).wait_for("\n4\n");
}

#[test]
fn bytes_that_are_not_utf8_cost_only_themselves() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.send("def f():").send(ENTER).send("return 'a").settle();
    terminal.send_bytes(b"\xff\xfe").wait_for("not UTF-8").settle();
    terminal.send("b'").send(ENTER).send(ENTER).ready();
    terminal.enter("f()");
    assert!(terminal.text().ends_with("'ab'\n>>>"), "{}", terminal.text());
}

#[test]
fn an_entry_that_was_cut_off_harms_no_other() {
    let file = folder("cut_history").join("history");
    std::fs::write(&file, "x = 1\ny = 'cut").expect("the file is written");
    let path = file.to_str().expect("a plain path");
    let mut terminal = Terminal::at_prompt(&[("OURO_HISTORY", path)]);
    terminal.enter("z = 3").enter("z = 4");
    let kept = std::fs::read_to_string(&file).expect("the file is there");
    assert_eq!(kept, "x = 1\ny = 'cut\nz = 3\nz = 4\n");
}

#[test]
fn a_pasted_program_may_have_empty_lines() {
    let mut terminal = Terminal::at_prompt(&[]);
    let program = "import asyncio\n\nasync def main():\n    print('hello')\n\n    await \
                   asyncio.sleep(1)\n    print('bye')\n\n\nasyncio.run(main())";
    terminal.send(&format!("\x1b[200~{program}\x1b[201~")).wait_for("run(main())").settle();
    terminal.send(ENTER).wait_for("bye").ready();
    insta::assert_snapshot!("paste", terminal.text());
}

#[test]
fn interrupts_stop_code_awaits_and_typing() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.send("not to be run").wait_for("run").send(CTRL_C).ready();
    terminal.send("while True: pass").send(ENTER).wait_for("...").send(ENTER).settle();
    terminal.send(CTRL_C).wait_for("<stdin>-1").ready();
    terminal.enter(":clock real");
    terminal.send("await asyncio.sleep(1000)").send(ENTER).settle();
    terminal.send(CTRL_C).wait_for("<stdin>-2").ready();
    terminal.enter("'still here'");
    insta::assert_snapshot!("interrupts", terminal.text());
}

#[test]
fn an_interrupt_stops_a_recursion() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.send("def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)").send(ENTER);
    terminal.wait_for("...").send(ENTER).ready();
    terminal.send("fib(90)").send(ENTER).settle();
    terminal.send(CTRL_C).wait_for("KeyboardInterrupt").ready();
    assert!(terminal.text().contains("\"<stdin>-1\", line 1, in fib"), "{}", terminal.text());
    terminal.enter("fib(10)");
    assert!(terminal.text().ends_with("55\n>>>"), "{}", terminal.text());
}

#[test]
fn an_interrupted_loop_names_a_line_of_the_loop() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.send("def spin():").send(ENTER).send("n = 0").send(ENTER);
    terminal.send("while True:").send(ENTER).send("n += 1").send(ENTER).send("n -= 1").send(ENTER);
    terminal.send(BACKSPACE).send(BACKSPACE).send(ENTER).ready();
    terminal.send("spin()").send(ENTER).settle();
    terminal.send(CTRL_C).wait_for("KeyboardInterrupt").ready();
    let screen = terminal.text();
    let in_loop = |line: u32| screen.contains(&format!("\"<stdin>-1\", line {line}, in spin"));
    assert!((3..=5).any(in_loop), "{screen}");
}

#[test]
fn an_interrupt_stops_input() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.send("name = input('who? ')").send(ENTER).wait_for("\nwho?");
    terminal.send("An").wait_for("An").send(CTRL_C).wait_for("KeyboardInterrupt").ready();
    terminal.send("name = input('who? ')").send(ENTER).settle();
    terminal.send("Bea").send(ENTER).ready();
    terminal.enter("name");
    assert!(terminal.text().ends_with("'Bea'\n>>>"), "{}", terminal.text());
    // In a program as well.
    let file = folder("input").join("program.py");
    std::fs::write(&file, "name = input('who? ')\nprint(name)\n").expect("the file is written");
    let mut terminal = Terminal::start(&[file.to_str().expect("a plain path")], &[]);
    terminal.wait_for("who?").send("An").wait_for("An").send(CTRL_C).wait_for("KeyboardInterrupt");
    assert_eq!(terminal.status(), 130);
}

#[test]
fn an_interrupt_stops_a_run_and_leaves_the_tasks() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.send("async def forever():").send(ENTER).send("while True: await asyncio.sleep(1)");
    terminal.send(ENTER).send(ENTER).ready();
    terminal.enter("t = asyncio.create_task(forever())");
    terminal.send(":run").send(ENTER).settle();
    terminal.send(CTRL_C).wait_for("interrupted").ready();
    terminal.enter("t.done()");
    assert!(terminal.text().contains("False\n"), "{}", terminal.text());
}

#[test]
fn by_the_virtual_clock_tasks_wait_for_you() {
    let mut terminal = Terminal::at_prompt(&[]);
    for line in ["async def tick():", "for n in range(3):", "await asyncio.sleep(1)", "print(n)"] {
        terminal.send(line).send(ENTER);
    }
    terminal.send(BACKSPACE).send(BACKSPACE).send(ENTER).ready();
    terminal.enter("t = asyncio.create_task(tick())").enter(":tick").enter(":advance 2");
    terminal.enter(":tasks").enter(":why Task-1").enter(":frame t").enter(":run");
    insta::assert_snapshot!("virtual_clock", terminal.text());
}

#[test]
fn commands_explain_themselves_and_what_there_is() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.enter(":help");
    insta::assert_snapshot!("help_of_commands", terminal.text());
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.send("async def sum_up(): return sum(await asyncio.gather(one(), one()))");
    terminal.send(ENTER).send(ENTER).ready();
    terminal.send("async def one(): await asyncio.sleep(2); return 1");
    terminal.send(ENTER).send(ENTER).ready();
    terminal.enter("total = asyncio.create_task(sum_up(), name='total')").enter(":tick");
    terminal.enter(":graph").enter(":dis lambda a: a + 1").enter(":help graph");
    terminal.enter(":nonsense");
    insta::assert_snapshot!("graph_and_dis", terminal.text());
    // A figure of a real clock has no place in a snapshot.
    terminal.enter(":time total").wait_for("took");
}

#[test]
fn the_partner_of_a_bracket_is_marked() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.send("spam(eggs[0])").wait_for("[0])").settle();
    let marked =
        |terminal: &Terminal| ["(eggs", "[0", "])"].map(|text| terminal.is_underlined(text));
    assert_eq!(marked(&terminal), [true, false, false]);
    terminal.send(LEFT).send(LEFT).settle();
    assert_eq!(marked(&terminal), [false, true, true]);
    terminal.send(LEFT).send(LEFT).send(LEFT).settle();
    assert_eq!(marked(&terminal), [false, false, false]);
}

#[test]
fn by_the_real_clock_output_appears_above_the_line() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.send("async def later(): await asyncio.sleep(0.3); print('from', 'the task')");
    terminal.send(ENTER).send(ENTER).ready();
    terminal.enter(":clock real");
    terminal.send("t = asyncio.create_task(later())").send(ENTER).wait_for("ready");
    terminal.send("'typed mean").wait_for("from the task").send("while'").settle();
    let screen = terminal.text();
    assert!(screen.ends_with("from the task\n>>> 'typed meanwhile'"), "{screen}");
    terminal.send(ENTER).ready();
    assert!(
        terminal.text().contains("'typed meanwhile'\n'typed meanwhile'\n"),
        "{}",
        terminal.text()
    );
}

#[test]
fn by_the_real_clock_threads_run_while_the_prompt_waits() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.enter("import threading, time").enter(":clock real");
    terminal
        .enter("def later(): time.sleep(0.3); print('from', 'the thread')\n")
        .send(ENTER)
        .ready();
    terminal.enter("threading.Thread(target=later).start()").send("'typed").wait_for("the thread");
    terminal.settle();
    assert!(terminal.text().ends_with("from the thread\n>>> 'typed"), "{}", terminal.text());
}

#[test]
fn by_the_real_clock_a_task_can_end_the_session() {
    for environment in [&[][..], &[("TERM", "dumb")]] {
        let mut terminal = Terminal::at_prompt(environment);
        terminal.enter(":clock real");
        terminal.send("async def leave(): await asyncio.sleep(0.5); raise SystemExit(4)");
        terminal.send(ENTER).wait_for("...").send(ENTER).ready();
        terminal.send("t = asyncio.create_task(leave())").send(ENTER);
        assert_eq!(terminal.status(), 4);
    }
}

#[test]
fn chance_is_new_in_each_session_and_repeated_by_undo() {
    let numbers = |entries: &str| {
        let outcome = outcome_with_input(&mut ouro(&["repl", "-q"]), entries.as_bytes());
        let lines = outcome.stdout.lines().map(|line| line.trim_start_matches(">>> ").to_owned());
        lines.filter(|line| line.starts_with('(')).collect::<Vec<String>>()
    };
    let entries = "import random, uuid\n(random.random(), str(uuid.uuid4()))\n:undo\n\
                   (random.random(), str(uuid.uuid4()))\n(random.random(), str(uuid.uuid4()))\n";
    let first = numbers(entries);
    assert_eq!(first.len(), 3, "{first:?}");
    assert_eq!(first[0], first[1]);
    assert_ne!(first[1], first[2]);
    assert_ne!(
        first[0].split_once(' ').unwrap_or_default().1,
        first[2].split_once(' ').unwrap_or_default().1
    );
    assert_ne!(first[0], numbers(entries)[0]);
}

#[test]
fn undo_takes_back_a_generator_a_task_and_time() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.enter("g = (n * n for n in range(10))").enter("next(g), next(g)");
    terminal.enter("t = asyncio.create_task(asyncio.sleep(3)); await asyncio.sleep(1); next(g)");
    terminal.enter(":undo").enter(":tasks").enter("asyncio.get_running_loop().time()");
    terminal.enter("next(g)");
    insta::assert_snapshot!("undo", terminal.text());
}

#[test]
fn undo_leaves_files_alone() {
    let folder = folder("undo_files");
    let session = |entries: &str| {
        let mut command = ouro(&["repl", "-q"]);
        let outcome = outcome_with_input(command.current_dir(&folder), entries.as_bytes());
        assert_eq!((outcome.status.as_str(), outcome.stderr.as_str()), ("0", ""));
        outcome.stdout
    };
    // What was read is read again, from memory, and what was written is not written again.
    let shown = session(
        "import os\nwith open('a', 'a') as f: _ = f.write('once')\n\nx = open('a').read()\n\
         os.remove('a')\ny = 1\n:undo\n:undo\nx\n",
    );
    let undone = "undone: `y = 1`\n>>> undone: `os.remove('a')`\n>>> 'once'";
    assert!(shown.contains(undone), "{shown}");
    assert!(!folder.join("a").exists());
    let shown = session(
        "f = open('b', 'w+')\nf.write('12345')\nf.seek(0)\nz = 1\n:undo\nf.read(2)\n:undo\n\
         f.read(2)\ng = open('b')\n:undo\nlen(os.listdir('/proc/self/fd')) if 0 else 7\n",
    );
    assert!(shown.contains("undone: `z = 1`\n>>> '12'\n>>> cannot undo: `f.read(2)` used a file that was open before\n>>> '34'\n>>> >>> undone: `g = open('b')`\n>>> 7"), "{shown}");
    let shown = session(
        "import os\nos.mkdir('c'); os.chdir('c')\n:undo\nx = 1\n:undo\nos.path.basename(os.getcwd())\n",
    );
    assert!(shown.contains("cannot undo: `os.mkdir('c'); os.chdir('c')` changed the working directory or the environment\n>>> >>> undone: `x = 1`\n>>> 'c'"), "{shown}");
}

#[test]
fn files_are_loaded_and_saved() {
    let folder = folder("files");
    let saved = folder.join("saved.py");
    let path = saved.to_str().expect("a plain path");
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.enter("x = 41").enter("print(x + 1)");
    terminal.enter(&format!(":save {path}"));
    assert_eq!(
        std::fs::read_to_string(&saved).expect("the file is there"),
        "x = 41\nprint(x + 1)\n"
    );
    terminal.enter(":save /no/such/folder/file").wait_for("cannot write");
    terminal.enter(":reset").enter(&format!(":load {path}")).wait_for("42");
}

#[test]
fn a_program_can_be_followed_by_the_prompt() {
    let file = folder("interactive").join("program.py");
    std::fs::write(&file, "import sys\nword = 'kept'\nprint('ran', sys.argv[1:])\n1 / 0\n")
        .expect("the file is written");
    let mut terminal = Terminal::start(&["-i", file.to_str().expect("a plain path"), "arg"], &[]);
    terminal.wait_for("ZeroDivisionError").ready();
    terminal.enter("word");
    assert!(terminal.text().contains("ran ['arg']"), "{}", terminal.text());
    assert!(terminal.text().ends_with("'kept'\n>>>"), "{}", terminal.text());
    // A program that leaves is followed by the prompt all the same, and is no longer `__file__`.
    std::fs::write(&file, "import sys\nsys.exit(3)\n").expect("the file is written");
    let path = file.to_str().expect("a plain path");
    let after = |file: &str, typed: &[u8]| outcome_with_input(&mut ouro(&["-i", file]), typed);
    let outcome = after(path, b"sys.last_exc, '__file__' in globals()\n");
    assert_eq!(outcome.stdout, ">>> (SystemExit(3), False)\n>>> \n");
    assert!(outcome.stderr.contains("line 2, in <module>\n    sys.exit(3)"), "{}", outcome.stderr);
    assert!(outcome.stderr.ends_with("SystemExit: 3\n"), "{}", outcome.stderr);
    let outcome = after("/no/such/file", b"1 + 1\n");
    assert_eq!(outcome.stdout, ">>> 2\n>>> \n");
    assert!(outcome.stderr.contains("can't open file '/no/such/file'"), "{}", outcome.stderr);
}

#[test]
fn threads_outlive_the_interpreter_that_is_left_behind() {
    let entries = "import threading, time\nthreading.Thread(target=time.sleep, args=(1,)).start()\n1\n\
                   :undo\nthreading.active_count()\n";
    let outcome = outcome_with_input(&mut ouro(&["repl", "-q"]), entries.as_bytes());
    assert_eq!(outcome.stderr, "");
    assert_eq!(
        (outcome.status.as_str(), outcome.stdout.as_str()),
        ("0", ">>> >>> >>> 1\n>>> undone: `1`\n>>> 2\n>>> \n")
    );
    let file = folder("threads").join("program.py");
    std::fs::write(
        &file,
        "import threading, time\nt = threading.Thread(target=time.sleep, args=(0.2,))\nt.start()\n",
    )
    .expect("the file is written");
    let outcome =
        outcome_with_input(&mut ouro(&["-i", file.to_str().expect("a plain path")]), b"t.join()\n");
    assert_eq!((outcome.status.as_str(), outcome.stderr.as_str()), ("0", ""));
}

#[test]
fn a_program_can_ask_for_input() {
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.send("name = input('who? ')").send(ENTER).wait_for("\nwho?");
    terminal.send("Ann").send(ENTER).ready();
    terminal.enter("name").enter("x = 1").enter(":undo").enter("name");
    assert!(terminal.text().ends_with("'Ann'\n>>>"), "{}", terminal.text());
}

#[test]
fn a_dumb_terminal_has_plain_prompts() {
    let mut terminal = Terminal::at_prompt(&[("TERM", "dumb")]);
    terminal.enter("1 + 1");
    terminal.send("def f():").send(ENTER).wait_for("...").send("    return 5").send(ENTER).settle();
    terminal.send(ENTER).ready();
    terminal.enter("f()");
    insta::assert_snapshot!("dumb", terminal.text());
    terminal.send(CTRL_D);
    assert_eq!(terminal.status(), 0);
}

#[test]
fn without_a_terminal_lines_are_read() {
    let outcome = outcome_with_input(
        &mut ouro(&["repl"]),
        b"x = 2\nfor i in range(2):\n    print(i * x)\n\nawait asyncio.sleep(1, 'slept')\nexit(4)\n",
    );
    assert_eq!(outcome.status, "4");
    insta::assert_snapshot!("plain", outcome.stdout);
    // A pipe into the command alone is a program.
    let outcome = outcome_with_input(&mut ouro::<&str>(&[]), b"x = 2\nx\nprint(x, __name__)\n");
    assert_eq!((outcome.stdout.as_str(), outcome.status.as_str()), ("2 __main__\n", "0"));
}

#[test]
fn odd_circumstances_end_nothing_but_the_session() {
    // Standard input is closed, or is no text.
    let outcome = outcome(ouro(&["repl", "-q"]).env("LC_ALL", "C"));
    assert_eq!((outcome.status.as_str(), outcome.stdout.as_str()), ("0", ">>> \n"));
    let outcome = outcome_with_input(
        ouro(&["repl", "-q"]).env("LANG", "de_DE.ISO-8859-1").env("LC_ALL", "de_DE.ISO-8859-1"),
        b"x = '\xff\xfe'\nprint('\xc3\xa9')\n",
    );
    assert!(outcome.stdout.contains("\u{e9}\n"), "{}", outcome.stdout);
    assert_eq!(outcome.status, "0");
    // The terminal goes away while code runs.
    let mut terminal = Terminal::at_prompt(&[]);
    terminal.enter(":clock real");
    terminal.send("await asyncio.sleep(0.3)").send(ENTER).settle();
    terminal.hang_up();
    terminal.status();
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_costs_a_line_and_no_entry() {
    let mut terminal = Terminal::at_prompt(&[("OURO_HISTORY", "/dev/full")]);
    terminal.enter("x = 1").enter("x + 1");
    let screen = terminal.text();
    assert!(screen.contains("history is not kept: /dev/full"), "{screen}");
    assert_eq!(screen.matches("history is not kept").count(), 1, "{screen}");
    assert!(screen.ends_with("2\n>>>"), "{screen}");
    terminal.send(UP).wait_for("x + 1");
}

/// The best of several measurements.
fn best(count: u32, mut measure: impl FnMut() -> Duration) -> Duration {
    (0..count).map(|_| measure()).min().unwrap_or_default()
}

/// Says how quick the prompt is; the book names the figures of a release build. What is asserted
/// holds for a debug build on a loaded machine, too.
#[test]
fn figures_of_the_prompt() {
    let start = best(20, || {
        let started = Instant::now();
        let _terminal = Terminal::at_prompt(&[]);
        started.elapsed()
    });

    let mut terminal = Terminal::at_prompt(&[]);
    terminal.enter("globals().update((f'name_{n:05}_end', n) for n in range(10_000))");
    let mut numbers = 4000..;
    let completion = best(5, || {
        let number = numbers.next().expect("there is a next number");
        terminal.send(&format!("name_0{number}")).settle();
        let started = Instant::now();
        terminal.send(TAB).wait_for(&format!("name_0{number}_end"));
        let elapsed = started.elapsed();
        terminal.send(ENTER).ready();
        elapsed
    });
    assert!(terminal.text().ends_with("\n4004\n>>>"), "{}", terminal.text());

    let function = |n: u32| format!("def f_{n}(x):\n    y = [x * {n}]\n    return y[0] + {n}\n");
    let functions: Vec<String> = (0..500).map(function).collect();
    let program = format!("{}\nprint('all', f_499(1))", functions.join("\n"));
    assert_eq!(program.lines().count(), 2001);
    let paste = best(5, || {
        let mut terminal = Terminal::at_prompt(&[]);
        terminal.settle();
        let started = Instant::now();
        terminal.send(&format!("\x1b[200~{program}\x1b[201~")).send(ENTER).wait_for("all 998");
        started.elapsed()
    });

    let milliseconds = |duration: Duration| format!("{:.1} ms", duration.as_secs_f64() * 1e3);
    report(&format!(
        "prompt: start to prompt {}, completion among 10,000 names {}, paste of 2,000 lines {}",
        milliseconds(start),
        milliseconds(completion),
        milliseconds(paste),
    ));
    assert!(start < Duration::from_secs(1) && completion < Duration::from_secs(1));
    assert!(paste < Duration::from_secs(3));
}
