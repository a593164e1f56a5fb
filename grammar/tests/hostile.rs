//! Texts made to break a parser: each ends in a tree or in an error, soon, and without a panic.

use ouro_grammar::{Mode, SyntaxErrorKind, decode, parse};

const MANY: usize = 100_000;

/// The outcome of parsing `source` on a stack like the interpreter's: the error's kind and
/// message, or "parsed". The tree is dropped on that stack too.
fn outcome(source: String) -> String {
    let parsing = std::thread::Builder::new().stack_size(512 << 20).spawn(move || {
        match parse(&source, Mode::Module) {
            Ok(_) => "parsed".to_owned(),
            Err(error) if error.kind == SyntaxErrorKind::SyntaxError => error.message,
            Err(error) => error.to_string(),
        }
    });
    parsing.expect("a thread can start").join().expect("parsing does not panic")
}

const PARSER_OVERFLOW: &str =
    "MemoryError: Parser stack overflowed - Python source too complex to parse";
const COMPILER_OVERFLOW: &str =
    "RecursionError: maximum recursion depth exceeded during compilation";

#[test]
fn brackets_nest_two_hundred_deep() {
    let nested = |depth: usize| format!("{}{}", "(".repeat(depth), ")".repeat(depth));
    assert_eq!(outcome(nested(200)), "parsed");
    assert_eq!(outcome(nested(201)), "too many nested parentheses");
    assert_eq!(outcome(nested(MANY)), "too many nested parentheses");
    assert_eq!(outcome("[{(".repeat(MANY)), "too many nested parentheses");
    assert_eq!(outcome("f'{".repeat(MANY)), "too many nested f-strings");
}

#[test]
fn blocks_nest_a_hundred_deep() {
    let nested = |depth: usize| -> String {
        let header = |level: usize| format!("{}if x:\n", " ".repeat(level));
        (0..depth).map(header).chain([" ".repeat(depth) + "pass"]).collect()
    };
    assert_eq!(outcome(nested(99)), "parsed");
    assert_eq!(outcome(nested(100)), "IndentationError: too many levels of indentation");
    assert_eq!(outcome(nested(5_000)), "IndentationError: too many levels of indentation");
}

#[test]
fn operators_nest_as_deep_as_in_cpython() {
    let after = |operator: &str, count: usize| operator.repeat(count) + "x";
    for operator in ["-", "not ", "a if b else ", "2 ** ", "lambda: ", "lambda a, b=1: "] {
        assert_eq!(outcome(after(operator, 2_900)), "parsed", "{operator}");
        assert_eq!(outcome(after(operator, MANY)), PARSER_OVERFLOW, "{operator}");
    }
    for operator in ["1 + ", "1 * ", "a.", "a @ "] {
        assert_eq!(outcome(after(operator, 9_000)), "parsed", "{operator}");
        assert_eq!(outcome(after(operator, MANY)), COMPILER_OVERFLOW, "{operator}");
    }
    for trailer in ["()", "[0]", ".b"] {
        assert_eq!(outcome("a".to_owned() + &trailer.repeat(MANY)), COMPILER_OVERFLOW);
    }
    let elifs = |count: usize| "if a: pass\n".to_owned() + &"elif b: pass\n".repeat(count);
    assert_eq!(outcome(elifs(5_000)), "parsed");
    assert_eq!(outcome(elifs(MANY)), PARSER_OVERFLOW);
}

#[test]
fn what_does_not_nest_has_no_limit() {
    for unit in ["a and ", "a < ", "a = ", "a, ", "f(a, b=c), ", "-a, ", "lambda: b, ", "'a' "] {
        let source = unit.repeat(MANY) + if unit == "'a' " { "''" } else { "x" };
        assert_eq!(outcome(source), "parsed", "{unit}");
    }
    for line in ["x = 1\n", "@a\ndef f(): pass\n", "x = f'{a}{{' f'b'\n", "a; b\n"] {
        assert_eq!(outcome(line.repeat(MANY / 10)), "parsed", "{line}");
    }
}

#[test]
fn long_lines_are_read() {
    for text in [format!("x = '{}'", "a".repeat(10 << 20)), "#".repeat(10 << 20)] {
        assert_eq!(outcome(text), "parsed");
    }
    assert_eq!(outcome("x".repeat(10 << 20)), "parsed");
    assert_eq!(outcome("1 + ".repeat(10 << 20) + "1"), COMPILER_OVERFLOW);
}

/// The rules for mistakes try many alternatives: nesting must not multiply them.
#[test]
fn mistakes_are_found_soon() {
    for (open, close) in
        [("(", ")"), ("[", "]"), ("f(", ")"), ("f(a=", ")"), ("{1: ", "}"), ("a[", "]"), ("{", "}")]
    {
        let source = format!("{}a b{}", open.repeat(150), close.repeat(150));
        assert_eq!(outcome(source), "invalid syntax. Perhaps you forgot a comma?", "{open}");
    }
    for header in ["def f():", "class A:", "if x:", "try:", "with x:", "for x in y:", "while x:"] {
        let line = |level: usize| format!("{}{header}\n", " ".repeat(level));
        let source: String = (0..95).map(line).chain([" ".repeat(95) + "x y\n"]).collect();
        assert_eq!(outcome(source), "invalid syntax", "{header}");
    }
    assert_eq!(outcome("x = 1\n".repeat(MANY) + "x y"), "invalid syntax");
    assert_eq!(outcome("x y ".repeat(MANY)), PARSER_OVERFLOW);
}

#[test]
fn random_text_does_not_panic() {
    let words = [
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "'",
        "\"",
        "'''",
        "f'",
        "rb\"",
        "\\",
        "\n",
        "\r\n",
        "\t",
        "  ",
        ":",
        ":=",
        "=",
        ",",
        ";",
        ".",
        "...",
        "*",
        "**",
        "@",
        "->",
        "!",
        "0x",
        "1_",
        "1e",
        "é",
        "€",
        "\u{200b}",
        "\0",
        "if",
        "else",
        "for",
        "in",
        "def",
        "class",
        "lambda",
        "match",
        "case",
        "type",
        "_",
        "with",
        "as",
        "try",
        "except",
        "async",
        "await",
        "yield",
        "x",
        "#",
        "{x!r:",
        "}'",
        "\\N{",
        "import",
        "from",
        "print",
        "\u{10F000}",
    ];
    // A small generator of pseudo-random numbers, so that failures can be repeated.
    let mut state = 12_345_u64;
    let mut next = move |limit: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % limit
    };
    for _ in 0..20_000 {
        let length = 1 + next(12);
        let mut source = String::new();
        for _ in 0..length {
            source.push_str(words[next(words.len())]);
            if next(3) > 0 {
                source.push(' ');
            }
        }
        for mode in [Mode::Module, Mode::Expression, Mode::Interactive] {
            if let Err(error) = parse(&source, mode) {
                assert!(error.span.start <= error.span.end, "{source:?}");
                assert!(error.span.end as usize <= source.len(), "{source:?}: {error}");
            }
        }
    }
}

#[test]
fn random_bytes_do_not_panic() {
    let mut state = 1_u64;
    for _ in 0..20_000 {
        let bytes: Vec<u8> = (0..16)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(99);
                (state >> 40) as u8
            })
            .collect();
        if let Ok(text) = decode(&bytes) {
            let _ = parse(&text, Mode::Module);
        }
    }
}
