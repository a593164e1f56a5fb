//! Prints the syntax trees of the named files, or what is wrong with them:
//! `cargo run -p ouro-grammar --example tree FILE...`

use ouro_grammar::{LineIndex, Mode, decode_file, dump, parse};

fn main() {
    // Deep texts nest deep trees: give them the stack that the interpreter gives itself.
    let printing = std::thread::Builder::new().stack_size(512 << 20).spawn(print_trees);
    printing.expect("a thread can start").join().expect("printing does not panic");
}

fn print_trees() {
    for path in std::env::args().skip(1) {
        println!("{path}");
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                println!("can't read it: {error}");
                continue;
            }
        };
        let text = match decode_file(&bytes, &path) {
            Ok(text) => text,
            Err(error) => {
                println!("{error}");
                continue;
            }
        };
        match parse(&text, Mode::Module) {
            Ok(module) => print!("{}", dump::dump(&module, &text)),
            Err(error) => {
                let lines = LineIndex::new(&text);
                let (start, end) =
                    (lines.position(error.span.start), lines.position(error.span.end));
                println!("{error} at {}:{}-{}:{}", start.0, start.1, end.0, end.1);
            }
        }
    }
}
