//! Input that nobody would write by hand: each program runs or ends in the right exception, and
//! none makes the interpreter itself fall over.

use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::process::Stdio;

use crate::support::{Outcome, ouro, outcome, report};

/// How a program of this file may end.
enum End {
    /// With this exit status and this final line.
    Fails(&'static str),
    /// With exit status 0 and this output.
    Prints(&'static str),
    /// CPython's limit is one of its own implementation: running to the end is as good as ending
    /// with this final line.
    PrintsOrFails(&'static str, &'static str),
}

use End::{Fails, Prints, PrintsOrFails};

const MANY: usize = 100_000;
const TOO_DEEP: &str = "RecursionError: maximum recursion depth exceeded";
const TOO_COMPLEX: &str =
    "MemoryError: Parser stack overflowed - Python source too complex to parse";
const TOO_DEEP_TO_COMPILE: &str =
    "RecursionError: maximum recursion depth exceeded during compilation";

#[test]
fn programs_that_are_no_text() {
    check(
        "no_text",
        vec![
            (
                "not_utf8",
                b"x = 1\nprint('\xff\xfe')\n".to_vec(),
                Fails(
                    "SyntaxError: Non-UTF-8 code starting with '\\xff' in file {path} on line 2, but no encoding \
             declared; see https://peps.python.org/pep-0263/ for details",
                ),
            ),
            (
                "nul_byte",
                b"x = 1\0\nprint(x)\n".to_vec(),
                Fails("SyntaxError: source code cannot contain null bytes"),
            ),
            (
                "control_character",
                b"x = 1 \x01 2\n".to_vec(),
                Fails("SyntaxError: invalid non-printable character U+0001"),
            ),
            ("byte_order_mark", b"\xef\xbb\xbfprint('bom')\n".to_vec(), Prints("bom\n")),
            (
                "windows_line_ends",
                b"if 1:\r\n    x = '''a\r\nb'''\r\nprint(repr(x))\r\n".to_vec(),
                Prints("'a\\nb'\n"),
            ),
            ("old_macintosh_line_ends", b"if 1:\r    print('cr')\r".to_vec(), Prints("cr\n")),
            ("form_feed", b"\x0cprint('form feed')\n".to_vec(), Prints("form feed\n")),
            ("no_line_end", b"print('no line end')".to_vec(), Prints("no line end\n")),
            ("empty", Vec::new(), Prints("")),
            ("only_a_comment", b"# nothing".to_vec(), Prints("")),
        ],
    );
}

#[test]
fn programs_that_are_too_long() {
    let long_string = format!("x = '{}'\nprint(len(x))\n", "a".repeat(100_000_000));
    let long_comment = format!("#{}\nprint('after')\n", "#".repeat(100_000_000));
    check(
        "long",
        vec![
            ("string_of_100_megabytes", long_string.into(), Prints("100000000\n")),
            ("comment_of_100_megabytes", long_comment.into(), Prints("after\n")),
            ("statements", format!("{}print(x)\n", "x = 1\n".repeat(MANY)).into(), Prints("1\n")),
            ("arguments", format!("print(max({}2))\n", "1,".repeat(MANY)).into(), Prints("2\n")),
            ("items", format!("print(len([{}]))\n", "1,".repeat(MANY)).into(), Prints("100000\n")),
            (
                "adjacent_strings",
                format!("print(len({}))\n", "'a' ".repeat(MANY)).into(),
                Prints("100000\n"),
            ),
            (
                "boolean_operands",
                format!("print({}1)\n", "1 and ".repeat(MANY)).into(),
                Prints("1\n"),
            ),
            (
                "comparison_chain",
                format!("print({}1)\n", "1 < ".repeat(MANY)).into(),
                Prints("False\n"),
            ),
        ],
    );
}

#[test]
fn programs_that_are_nested_too_deep() {
    let nested = |open: &str, inner: &str, close: &str| {
        format!("{}{inner}{}\n", open.repeat(MANY), close.repeat(MANY)).into_bytes()
    };
    let ladder = |line: &str, levels: usize| {
        let lines: String =
            (0..levels).map(|level| format!("{}{line}\n", " ".repeat(level))).collect();
        format!("{lines}{}pass\nprint('end')\n", " ".repeat(levels)).into_bytes()
    };
    let elifs: String = (1..MANY).map(|n| format!("elif x == {n}: pass\n")).collect();
    check(
        "nested",
        vec![
            (
                "parentheses",
                nested("(", "", ")"),
                Fails("SyntaxError: too many nested parentheses"),
            ),
            ("brackets", nested("[", "", "]"), Fails("SyntaxError: too many nested parentheses")),
            ("braces", nested("{", "", "}"), Fails("SyntaxError: too many nested parentheses")),
            (
                "open_brackets",
                "(".repeat(MANY).into(),
                Fails("SyntaxError: too many nested parentheses"),
            ),
            (
                "f_strings",
                nested("f\"{", "1", "}\""),
                Fails("SyntaxError: too many nested f-strings"),
            ),
            (
                "ifs",
                ladder("if 1:", 3_000),
                Fails("IndentationError: too many levels of indentation"),
            ),
            ("functions", ladder("def f():", 90), Prints("end\n")),
            (
                "loops",
                ladder("for i in [1]:", 90),
                Fails("SyntaxError: too many statically nested blocks"),
            ),
            (
                "elifs",
                format!("x = 5\nif x == 0: pass\n{elifs}print(x)\n").into(),
                PrintsOrFails("5\n", TOO_COMPLEX),
            ),
            (
                "conditional_expressions",
                nested("1 if 0 else ", "print(2)", ""),
                PrintsOrFails("2\n", TOO_COMPLEX),
            ),
            ("nots", nested("not ", "print(2)", ""), PrintsOrFails("2\n", TOO_COMPLEX)),
            (
                "minus_signs",
                format!("print({}1)\n", "-".repeat(MANY)).into(),
                PrintsOrFails("1\n", TOO_COMPLEX),
            ),
            (
                "powers",
                format!("print({}1)\n", "1**".repeat(MANY)).into(),
                PrintsOrFails("1\n", TOO_COMPLEX),
            ),
            ("lambdas", nested("lambda: ", "1", ""), PrintsOrFails("", TOO_COMPLEX)),
            (
                "sums",
                format!("print({}1)\n", "1+".repeat(MANY)).into(),
                PrintsOrFails("100001\n", TOO_DEEP_TO_COMPILE),
            ),
            (
                "attributes",
                format!("print{}\n", ".b".repeat(MANY)).into(),
                PrintsOrFails("", TOO_DEEP_TO_COMPILE),
            ),
            (
                "calls",
                format!("print{}\n", "()".repeat(MANY)).into(),
                PrintsOrFails("", TOO_DEEP_TO_COMPILE),
            ),
        ],
    );
}

#[test]
fn programs_that_recurse_without_end() {
    check(
        "recursion",
        vec![
            ("function", "def f(): f()\nf()\n".into(), Fails(TOO_DEEP)),
            ("two_functions", "def f(): g()\ndef g(): f()\nf()\n".into(), Fails(TOO_DEEP)),
            (
                "repr",
                "class A:\n    def __repr__(self): return repr(self)\nrepr(A())\n".into(),
                Fails(TOO_DEEP),
            ),
            (
                "str",
                "class A:\n    def __str__(self): return f'{self}'\nstr(A())\n".into(),
                Fails(TOO_DEEP),
            ),
            (
                "eq",
                "class A:\n    def __eq__(self, o): return self == o\nA() == A()\n".into(),
                Fails(TOO_DEEP),
            ),
            (
                "getattr",
                "class A:\n    def __getattr__(self, n): return getattr(self, n + 'x')\nA().y\n"
                    .into(),
                Fails(TOO_DEEP),
            ),
            ("sort_key", "def f(x): return sorted([x], key=f)\nf(1)\n".into(), Fails(TOO_DEEP)),
            (
                "property",
                "class A:\n    @property\n    def p(self): return self.p\nA().p\n".into(),
                Fails(TOO_DEEP),
            ),
            (
                "caught",
                "def f():\n    try: f()\n    except RecursionError: return\nf()\nprint('end')\n"
                    .into(),
                Prints("end\n"),
            ),
            (
                "generator",
                "def g(n):\n    if n: yield from g(n - 1)\n    else: yield 1\nnext(g(100_000))\n"
                    .into(),
                Fails(TOO_DEEP),
            ),
            (
                "coroutine",
                "async def f(n): return await f(n - 1) if n else 1\nf(100_000).send(None)\n".into(),
                Fails(TOO_DEEP),
            ),
            (
                "repr_of_a_list",
                "x = []\nfor _ in range(100_000): x = [x]\nrepr(x)\n".into(),
                Fails(
                    "RecursionError: maximum recursion depth exceeded while getting the repr of an object",
                ),
            ),
            (
                "comparison_of_lists",
                "x, y = [], []\nfor _ in range(100_000): x, y = [x], [y]\nx == y\n".into(),
                Fails("RecursionError: maximum recursion depth exceeded in comparison"),
            ),
            (
                "hash_of_a_tuple",
                "x = ()\nfor _ in range(100_000): x = (x,)\nhash(x)\nprint('end')\n".into(),
                PrintsOrFails("end\n", TOO_DEEP),
            ),
            (
                "chain_of_maps",
                "x = iter([1])\nfor _ in range(100_000): x = map(str, x)\nprint(next(x))\n".into(),
                PrintsOrFails("1\n", TOO_DEEP),
            ),
            (
                "isinstance",
                "x = int\nfor _ in range(100_000): x = (x,)\nisinstance('', x)\n".into(),
                Fails("RecursionError: maximum recursion depth exceeded in __instancecheck__"),
            ),
        ],
    );
}

#[test]
fn chains_that_are_built_one_by_one() {
    let generators = "
def g(inner):
    yield from inner
it = iter([1])
for _ in range(100_000):
    it = g(it)
print(next(it))
";
    let coroutines = "
async def f(inner):
    return (await inner) if inner else 1
c = None
for _ in range(100_000):
    c = f(c)
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
";
    let linked = "
class Node: pass
x = None
for _ in range(1_000_000):
    node = Node()
    node.next, x = x, node
del node, x
print('dropped')
";
    let exceptions = "
e = None
for i in range(100_000):
    new = ValueError(i)
    new.__context__, e = e, new
del new, e
print('dropped')
";
    check("chains", vec![
        ("generators", generators.into(), PrintsOrFails("1\n", TOO_DEEP)),
        ("coroutines", coroutines.into(), PrintsOrFails("1\n", TOO_DEEP)),
        ("nested_lists_dropped", "x = None\nfor _ in range(1_000_000): x = [x]\ndel x\nprint('dropped')\n".into(), Prints("dropped\n")),
        ("linked_objects_dropped", linked.into(), Prints("dropped\n")),
        ("exceptions_dropped", exceptions.into(), Prints("dropped\n")),
        ("classes", "c = object\nfor _ in range(1000): c = type('C', (c,), {})\nprint(len(c.__mro__))\n".into(), Prints("1001\n")),
    ]);
}

#[test]
fn sizes_beyond_all_memory() {
    check(
        "sizes",
        vec![
            ("string", "'a' * (1 << 62)\n".into(), Fails("MemoryError")),
            ("list", "[0] * (1 << 62)\n".into(), Fails("MemoryError")),
            ("bytes", "bytes(10**15)\n".into(), Fails("MemoryError")),
            ("shift", "1 << (1 << 40)\n".into(), Fails("MemoryError")),
            ("format_width", "f'{1:{10**15}}'\n".into(), Fails("MemoryError")),
            ("justified", "'a'.ljust(10**15)\n".into(), Fails("MemoryError")),
            (
                "text_of_a_long_number",
                "str(10**5000)\n".into(),
                Fails(
                    "ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit",
                ),
            ),
            (
                "number_of_a_long_text",
                "int('1' * 5000)\n".into(),
                Fails(
                    "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit",
                ),
            ),
            (
                "index",
                "[1][10**30]\n".into(),
                Fails("IndexError: cannot fit 'int' into an index-sized integer"),
            ),
            (
                "slices",
                "print([1, 2][:10**30], 'ab'[-10**30:], (1, 2)[::10**30], range(9)[10**20:])\n"
                    .into(),
                Prints("[1, 2] ab (1,) range(9, 9)\n"),
            ),
            (
                "rounding",
                "print(round(1.5, 10**10), round(1.5, -10**10))\n".into(),
                Prints("1.5 0.0\n"),
            ),
        ],
    );
}

/// A string that only one variable holds is the same object after `+=`: it has grown in place, so
/// that building a long one takes no time that grows with its square.
#[test]
fn strings_grow_in_place() {
    let program = "
def last_in_a_loop(text):
    start = id(text)
    for part in ['a', 'b', 'c']:
        text += part
    return id(text) == start

def first_in_a_loop(text):
    start, count = id(text), 0
    while count < 3:
        text += 'a'
        count += 1
    return id(text) == start

def with_a_plus(text):
    start = id(text)
    for _ in range(3):
        text = text + 'a'
    return id(text) == start

def suspended(text):
    start = id(text)
    while len(text) < 50:
        text += 'a'
        yield
    yield id(text) == start

def fresh():
    return ''.join(['some text that is ', 'nobody else\\'s'])

print(last_in_a_loop(fresh()), first_in_a_loop(fresh()), with_a_plus(fresh()))
print(*[done for done in suspended(fresh()) if done is not None])
";
    let outcome = outcome(&mut ouro(&["-c", program]));
    assert_eq!(
        outcome.recording(),
        "--- exit status\n0\n--- stdout\nTrue True True\nTrue\n--- stderr\n"
    );
}

#[test]
fn a_closed_output_pipe_ends_the_program_quietly() {
    let mut child = ouro(&["-c", "for i in range(10_000_000): print('line', i)"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("ouro starts");
    let mut start = [0; 100];
    let mut stdout = child.stdout.take().expect("stdout is piped");
    stdout.read_exact(&mut start).expect("some output");
    drop(stdout);
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_ne!(output.status.code(), Some(101));
}

fn check(group: &str, cases: Vec<(&str, Vec<u8>, End)>) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("hostile").join(group);
    fs::create_dir_all(&folder).expect("a folder for the programs");
    let mut failures = String::new();
    let total = cases.len();
    let mut failed = 0;
    for (name, source, end) in cases {
        let path = folder.join(format!("{name}.py"));
        fs::write(&path, source).expect("the program is written");
        let outcome = outcome(ouro(&["--clock", "virtual"]).arg(&path));
        let normalised = crate::support::normalise(&path.display().to_string());
        if let Some(failure) = disagreement(&outcome, &end, &normalised) {
            failed += 1;
            failures.push_str(&format!("{group}/{name}: {failure}\n"));
        }
        let _ = fs::remove_file(&path);
    }
    report(&format!("hostile {group}: {} passed, {failed} failed", total - failed));
    assert!(failed == 0, "\n{failures}");
}

fn disagreement(outcome: &Outcome, end: &End, path: &str) -> Option<String> {
    let fails =
        |line: &str| outcome.status == "1" && outcome.final_line() == line.replace("{path}", path);
    let prints =
        |text: &str| outcome.status == "0" && outcome.stdout == text && outcome.stderr.is_empty();
    // Reports of what was left behind may follow, and Ouro says what it was doing.
    let fails_about = |line: &str| {
        outcome.status == "1" && outcome.stderr.lines().any(|shown| shown.starts_with(line))
    };
    let (agrees, expected) = match end {
        Fails(line) => (fails(line), (*line).to_owned()),
        Prints(text) => (prints(text), format!("the output {text:?}")),
        PrintsOrFails(text, line) => {
            // A program may also fail in the way its meaning asks for, once it gets that far.
            let runs =
                outcome.status == "1" && text.is_empty() && !outcome.stderr.contains("panicked");
            (prints(text) || fails_about(line) || runs, format!("the output {text:?} or {line}"))
        }
    };
    (!agrees).then(|| {
        let shorten = |text: &str| text.chars().take(200).collect::<String>();
        format!(
            "expected {expected}\n    got status {}, output {:?}, final line {:?}",
            outcome.status,
            shorten(&outcome.stdout),
            shorten(outcome.final_line())
        )
    })
}
