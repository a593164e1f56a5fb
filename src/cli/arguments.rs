//! The arguments as CPython divides them, spelt out for the parser.
//!
//! The parser would take `-Werror` or `-iq` for a file, as a file's name may begin with a hyphen;
//! and what follows the program, the program gets, whatever it looks like.

use std::ffi::OsString;

/// The options of one letter that take a value, and those of them that name the program.
const WITH_VALUE: &[char] = &['W', 'X', 'c', 'm'];
const PROGRAM: &[char] = &['c', 'm'];
/// Words after which options may still come.
const SUBCOMMANDS: &[&str] = &["run", "repl"];

/// The arguments of a command line that begins with a program's file: all the rest is the program's.
pub fn of_plain_program(arguments: &[OsString]) -> Option<Vec<String>> {
    let arguments = arguments.get(1..)?;
    if !is_file(arguments.first()?.to_str()?) {
        return None;
    }
    arguments.iter().map(|argument| argument.to_str().map(str::to_owned)).collect()
}

fn is_word(text: &str) -> bool {
    !text.starts_with('-') || text == "-"
}

fn is_file(text: &str) -> bool {
    is_word(text) && !SUBCOMMANDS.contains(&text)
}

/// The arguments, each option by itself, and `--` before what belongs to the program of `-c` or
/// `-m`.
pub fn separated(arguments: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut arguments = arguments.into_iter();
    let mut separated: Vec<OsString> = arguments.next().into_iter().collect();
    while let Some(argument) = arguments.next() {
        let text = argument.to_str().unwrap_or_default().to_owned();
        separated.push(argument);
        if is_file(&text) || text == "--" {
            break;
        }
        if text == "--clock" {
            separated.extend(arguments.next());
        }
        if is_word(&text) || text.starts_with("--") {
            continue;
        }
        separated.pop();
        if split_options(&text, &mut arguments, &mut separated) {
            separated.push("--".into());
            break;
        }
    }
    separated.extend(arguments);
    separated
}

/// Takes options of one letter apart; tells whether the last one names the program.
fn split_options(
    text: &str,
    arguments: &mut impl Iterator<Item = OsString>,
    separated: &mut Vec<OsString>,
) -> bool {
    let letters = &text[1..];
    for (place, letter) in letters.char_indices() {
        separated.push(format!("-{letter}").into());
        if !WITH_VALUE.contains(&letter) {
            continue;
        }
        match &letters[place + letter.len_utf8()..] {
            "" => match arguments.next() {
                Some(value) => separated.push(value),
                None => return false,
            },
            value => separated.push(value.into()),
        }
        return PROGRAM.contains(&letter);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{of_plain_program, separated};

    fn split(line: &str) -> String {
        let arguments = line.split(' ').map(Into::into);
        let separated = separated(arguments);
        separated.iter().filter_map(|argument| argument.to_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn options_stand_by_themselves() {
        assert_eq!(split("ouro -iq -Wd -Xdev a.py -Wd"), "ouro -i -q -W d -X dev a.py -Wd");
        assert_eq!(split("ouro -OOu -W -x -"), "ouro -O -O -u -W -x -");
        assert_eq!(split("ouro --clock real -OW d run"), "ouro --clock real -O -W d run");
        assert_eq!(split("ouro run -uO a.py -uO"), "ouro run -u -O a.py -uO");
    }

    #[test]
    fn a_plain_program_needs_no_parser() {
        let plain = |line: &str| {
            let arguments: Vec<_> = line.split(' ').map(Into::into).collect();
            of_plain_program(&arguments).map(|arguments| arguments.join(" "))
        };
        assert_eq!(plain("ouro a.py -x run").as_deref(), Some("a.py -x run"));
        assert_eq!(plain("ouro - -O").as_deref(), Some("- -O"));
        assert_eq!(plain("ouro run a.py"), None);
        assert_eq!(plain("ouro -O a.py"), None);
        assert_eq!(plain("ouro --help"), None);
        assert_eq!(plain("ouro"), None);
    }

    #[test]
    fn the_program_gets_what_follows_it() {
        assert_eq!(split("ouro -ic code -x --"), "ouro -i -c code -- -x --");
        assert_eq!(split("ouro -munittest -v"), "ouro -m unittest -- -v");
        assert_eq!(split("ouro -c"), "ouro -c");
        assert_eq!(split("ouro -- -x"), "ouro -- -x");
    }
}
