//! Tokens and trees of small programs, as `dump` prints them. The trees' kinds and places are
//! those of CPython's `ast` module.

use ouro_grammar::{Mode, dump, parse};

#[test]
fn tokens() {
    insta::glob!("tokens/*.py", |path| {
        let source = std::fs::read_to_string(path).expect("the file is readable");
        insta::assert_snapshot!(dump::dump_tokens(&source));
    });
}

#[test]
fn trees() {
    insta::glob!("trees/*.py", |path| {
        let source = std::fs::read_to_string(path).expect("the file is readable");
        let module = parse(&source, Mode::Module).expect("the program is valid");
        insta::assert_snapshot!(dump::dump(&module, &source));
    });
}
