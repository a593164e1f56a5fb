//! The part of the library that is written in Python: its text, to be shown, and its code.

/// A module's source.
pub struct Source {
    /// With dots.
    pub name: &'static str,
    pub is_package: bool,
    /// Its file, seen from the library's folder.
    pub path: &'static str,
    pub text: &'static str,
    /// The text compiled, as [`crate::code::stored`] writes it.
    pub code: &'static [u8],
}

/// Modules, and packages with what is in them, that are written in C in CPython.
const IN_C_ELSEWHERE: [&str; 8] =
    ["_codec_registry", "_files", "array", "binascii", "datetime", "decimal", "io", "struct"];

impl Source {
    /// Whether the module is written in C in CPython, so that no traceback shows its functions.
    pub fn is_in_c_elsewhere(&self) -> bool {
        let top = self.name.split('.').next().unwrap_or_default();
        IN_C_ELSEWHERE.contains(&top)
    }

    /// The name of its file as tracebacks show it.
    pub fn file(&self) -> String {
        format!("{}/{}", crate::vm::import::LIBRARY_FOLDER, self.path)
    }
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
