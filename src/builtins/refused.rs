//! Built-in names of CPython that Ouro does not have, each with its reason.

/// What to tell a script that uses such a name.
pub fn refusal(name: &str) -> Option<String> {
    let reason = match name {
        "memoryview" => "memoryview is not supported by Ouro; bytes and bytearray are",
        _ => return None,
    };
    Some(format!("name '{name}' is not defined ({reason})"))
}
