//! Snapshots of what the teaching examples print under the virtual clock, and the transcripts
//! that the book shows beside them.

use std::fs;
use std::path::Path;

use crate::support::{difference, in_parallel, judge, ouro, outcome, programs, root};

#[test]
fn examples_under_the_virtual_clock() {
    insta::glob!("../../examples", "*/*.py", |path| {
        let name = path.strip_prefix(root()).expect("examples are in the repository");
        let outcome = outcome(&mut ouro(&[Path::new("--clock"), Path::new("virtual"), name]));
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!("example", outcome.recording());
        });
    });
}

#[test]
fn the_book_shows_what_the_examples_print() {
    let examples = programs("examples");
    let results = in_parallel(&examples, |example| {
        let name = example.display().to_string();
        let outcome = outcome(&mut ouro(&["--clock", "virtual", &name]));
        // The transcript has both streams in one, as a terminal shows them: here only the lines count.
        let actual = sorted_lines(&format!("{}{}", outcome.stdout, outcome.stderr));
        let expected = sorted_lines(&transcript(example));
        (name, (actual != expected).then(|| difference(&expected, &actual)))
    });
    judge("transcripts in the book", results);
}

fn transcript(example: &Path) -> String {
    let inside = example.strip_prefix("examples").expect("the path of an example");
    let path = root().join("book/src/transcripts").join(inside).with_extension("txt");
    fs::read_to_string(&path)
        .unwrap_or_else(|_| panic!("{} has no transcript: run tests/record.py", example.display()))
}

fn sorted_lines(text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    lines.join("\n")
}
