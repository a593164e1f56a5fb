//! Every public name of asyncio exists, and either works or says that it needs I/O: the page of
//! the book that lists them is up to date. tests/asyncio_names/table.py does the checking.

use std::process::Command;

use crate::cpython::find_cpython;
use crate::support::{ouro, outcome, root};

#[test]
fn the_page_of_names_is_up_to_date() {
    let table = outcome(&mut ouro(&["tests/asyncio_names/table.py"]));
    assert_eq!(table.status, "0", "{}", table.stderr);
    let page = root().join("book/src/asyncio_names.md");
    let page = std::fs::read_to_string(page).expect("the page is there");
    assert!(
        table.stdout == page,
        "the page is stale: its new text is what ouro tests/asyncio_names/table.py prints"
    );
}

#[test]
fn the_recorded_names_are_cpythons() {
    let Some(python) = find_cpython() else { return };
    let mut command = Command::new(python);
    command.arg("tests/asyncio_names/names.py").current_dir(root());
    let recorded = root().join("tests/asyncio_names/names.expected");
    let recorded = std::fs::read_to_string(recorded).expect("the recording is there");
    assert_eq!(outcome(&mut command).recording(), recorded);
}
