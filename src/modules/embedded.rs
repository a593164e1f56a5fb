//! The part of the library that is written in Python, as text inside the interpreter.

/// A module's source.
pub struct Source {
    /// With dots.
    pub name: &'static str,
    pub is_package: bool,
    /// Its file, seen from the library's folder.
    pub path: &'static str,
    pub text: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The source of a module; the table is in order of the names.
pub fn find(name: &str) -> Option<&'static Source> {
    let place = SOURCES.binary_search_by(|source| source.name.cmp(name)).ok()?;
    SOURCES.get(place)
}

/// The source behind a file name as tracebacks show it.
pub fn find_file(file: &str) -> Option<&'static Source> {
    let path = file.strip_prefix(crate::vm::import::LIBRARY_FOLDER)?.strip_prefix('/')?;
    SOURCES.iter().find(|source| source.path == path)
}

/// The names of all modules.
pub fn names() -> impl Iterator<Item = &'static str> {
    SOURCES.iter().map(|source| source.name)
}
