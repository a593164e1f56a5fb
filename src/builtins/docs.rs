//! The docstrings of functions and methods written in Rust. They lie together in a text, which is
//! looked through when somebody asks: a program that does not ask pays nothing.

const TEXT: &str = include_str!("docs.txt");

/// The docstring of a native: `str.upper`, `len`, `math.sqrt`.
pub fn doc_of(name: &str) -> Option<&'static str> {
    TEXT.lines().filter(|line| !line.starts_with('#')).find_map(|line| {
        let (names, text) = line.split_once(": ")?;
        names.split(", ").any(|known| known == name).then_some(text)
    })
}

#[cfg(test)]
mod tests {
    use super::{TEXT, doc_of};

    #[test]
    fn each_name_has_one_sentence() {
        let mut names = Vec::new();
        for line in TEXT.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (before, text) = line.split_once(": ").expect("names and a text");
            assert!(text.ends_with('.'), "{line}");
            names.extend(before.split(", "));
        }
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(doc_of("bytes.upper").is_some_and(|text| text == "A copy in upper case."));
        assert_eq!(doc_of("bytes"), None);
    }
}
