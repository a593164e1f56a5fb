//! What the codecs do with text or bytes that they can't convert: the error handlers by name, and
//! the details of `UnicodeEncodeError` and `UnicodeDecodeError`.

use ouro_grammar::surrogate::{from_code_point, to_code_point};

/// Where and why a conversion fails: the fields of the two Unicode exceptions beside the object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodecError {
    pub encoding: &'static str,
    /// The first character or byte that can't be converted.
    pub start: usize,
    /// One past the last of them.
    pub end: usize,
    pub reason: &'static str,
}

/// Why `encode` or `decode` has no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodecFailure {
    /// A `UnicodeEncodeError` or `UnicodeDecodeError`.
    Conversion(CodecError),
    /// A `LookupError`: there is no such encoding or error handler.
    Lookup(String),
    /// A `TypeError`: the error handler is for the other direction.
    WrongDirection(&'static str),
}

/// An error handler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorHandler {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    XmlCharRefReplace,
    NameReplace,
    SurrogateEscape,
    SurrogatePass,
}

impl ErrorHandler {
    /// The handler called `name`.
    pub fn from_name(name: &str) -> Result<Self, CodecFailure> {
        Ok(match name {
            "strict" => ErrorHandler::Strict,
            "ignore" => ErrorHandler::Ignore,
            "replace" => ErrorHandler::Replace,
            "backslashreplace" => ErrorHandler::BackslashReplace,
            "xmlcharrefreplace" => ErrorHandler::XmlCharRefReplace,
            "namereplace" => ErrorHandler::NameReplace,
            "surrogateescape" => ErrorHandler::SurrogateEscape,
            "surrogatepass" => ErrorHandler::SurrogatePass,
            _ => {
                return Err(CodecFailure::Lookup(format!("unknown error handler name '{name}'")));
            }
        })
    }
}

/// The text that stands for characters that can't be encoded, for the handlers that write one.
pub fn encode_replacement(handler: ErrorHandler, characters: &[char]) -> String {
    characters
        .iter()
        .map(|c| {
            let code = to_code_point(*c);
            match handler {
                ErrorHandler::Replace => "?".to_string(),
                ErrorHandler::XmlCharRefReplace => format!("&#{code};"),
                ErrorHandler::NameReplace => match unicode_names2::name(*c) {
                    Some(name) => format!("\\N{{{name}}}"),
                    None => backslash(code),
                },
                ErrorHandler::BackslashReplace => backslash(code),
                _ => String::new(),
            }
        })
        .collect()
}

/// A code point as the escape of a string literal.
fn backslash(code: u32) -> String {
    match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    }
}

/// The bytes that `surrogateescape` once decoded to these characters; `None` if it did not.
pub fn escaped_bytes(characters: &[char]) -> Option<Vec<u8>> {
    characters
        .iter()
        .map(|c| match to_code_point(*c) {
            code @ 0xdc80..=0xdcff => Some((code - 0xdc00) as u8),
            _ => None,
        })
        .collect()
}

/// The surrogate that `surrogateescape` decodes a byte to; `None` for ASCII, which it leaves alone.
pub fn escaping_surrogate(byte: u8) -> Option<char> {
    if byte < 0x80 { None } else { from_code_point(0xdc00 + u32::from(byte)) }
}
