//! From a file's bytes to text, and places in that text as lines and columns.

use crate::error::{Shown, SyntaxError};
use crate::span::Span;

/// The text that `bytes` hold, as `compile` reads bytes: UTF-8, or what a coding line says
/// (PEP 263).
pub fn decode(bytes: &[u8]) -> Result<String, SyntaxError> {
    if bytes.contains(&0) {
        return Err(unplaced("source code string cannot contain null bytes".to_owned()));
    }
    decode_with(bytes, |problem| match problem {
        Problem::NotUtf8(position, error) => {
            let end = position + 1;
            SyntaxError::new(utf8_message(bytes, position, error), Span::new(position, end))
        }
        Problem::NotAscii(position) => unplaced(format!(
            "'ascii' codec can't decode byte 0x{:02x} in position {position}: \
             ordinal not in range(128)",
            bytes[position]
        )),
        Problem::UnknownEncoding(name) => unplaced(format!("unknown encoding: {name}")),
        Problem::OtherEncodingWithMark(name) => {
            unplaced(format!("encoding problem: {name} with BOM"))
        }
    })
}

/// The text of the source file `file_name`, whose content is `bytes`: as [`decode`], with the
/// errors that CPython has for files.
pub fn decode_file(bytes: &[u8], file_name: &str) -> Result<String, SyntaxError> {
    if let Some(position) = bytes.iter().position(|byte| *byte == 0) {
        let span = Span::new(position, position);
        let error = SyntaxError::new("source code cannot contain null bytes", span);
        return Err(error.with_shown(Shown::Line));
    }
    decode_with(bytes, |problem| {
        unplaced(match problem {
            Problem::NotUtf8(position, error) if coding_line(bytes).is_some() => {
                utf8_message(bytes, position, error)
            }
            Problem::NotUtf8(position, _) => {
                let line = 1 + bytes[..position].iter().filter(|byte| **byte == b'\n').count();
                format!(
                    "Non-UTF-8 code starting with '\\x{:02x}' in file {file_name} on line {line}, \
                     but no encoding declared; see https://peps.python.org/pep-0263/ for details",
                    bytes[position]
                )
            }
            Problem::NotAscii(_) => {
                format!("encoding problem: {}", coding_line(bytes).unwrap_or_default())
            }
            Problem::UnknownEncoding(name) => format!("encoding problem: {name}"),
            Problem::OtherEncodingWithMark(name) => format!("encoding problem: {name} with BOM"),
        })
    })
}

fn unplaced(message: String) -> SyntaxError {
    SyntaxError::new(message, Span::default()).with_shown(Shown::Nothing)
}

/// Why bytes are no text. Positions count from the start of the file.
enum Problem {
    NotUtf8(usize, std::str::Utf8Error),
    NotAscii(usize),
    UnknownEncoding(String),
    OtherEncodingWithMark(String),
}

fn decode_with(
    bytes: &[u8],
    describe: impl FnOnce(Problem) -> SyntaxError,
) -> Result<String, SyntaxError> {
    let (text, mark) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => (rest, 3),
        None => (bytes, 0),
    };
    let named = coding_line(text);
    let problem = match named.as_deref().map(normal_encoding_name).as_deref() {
        None | Some("utf-8") => match std::str::from_utf8(text) {
            Ok(text) => return Ok(text.to_owned()),
            Err(error) => Problem::NotUtf8(mark + error.valid_up_to(), error),
        },
        Some(other) if mark > 0 => Problem::OtherEncodingWithMark(other.to_owned()),
        Some("iso-8859-1") => return Ok(text.iter().map(|byte| char::from(*byte)).collect()),
        Some("ascii") => match text.iter().position(|byte| !byte.is_ascii()) {
            None => return Ok(String::from_utf8_lossy(text).into_owned()),
            Some(position) => Problem::NotAscii(position),
        },
        Some(_) => Problem::UnknownEncoding(named.unwrap_or_default()),
    };
    Err(describe(problem))
}

/// The encoding named by a comment in the first two lines.
fn coding_line(bytes: &[u8]) -> Option<String> {
    for line in bytes.split(|byte| *byte == b'\n').take(2) {
        let text = line.iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\x0C' | b'\r'));
        let Some(start) = text else { continue };
        if line[start] != b'#' {
            return None;
        }
        let comment = &line[start..];
        for place in 0..comment.len() {
            let Some([b':' | b'=', name @ ..]) = comment[place..].strip_prefix(b"coding") else {
                continue;
            };
            let name = name.trim_ascii_start();
            let length = name
                .iter()
                .take_while(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(byte))
                .count();
            if length > 0 {
                return Some(String::from_utf8_lossy(&name[..length]).into_owned());
            }
        }
    }
    None
}

/// One name for each encoding that Ouro reads.
fn normal_encoding_name(name: &str) -> String {
    let name = name.to_ascii_lowercase().replace('_', "-");
    match name.as_str() {
        "utf-8" | "utf8" | "utf-8-sig" | "u8" | "utf" | "cp65001" => "utf-8".to_owned(),
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "iso-latin-1" | "l1" | "latin"
        | "8859" | "cp819" => "iso-8859-1".to_owned(),
        "ascii" | "us-ascii" | "646" => "ascii".to_owned(),
        _ if name.starts_with("utf-8-") => "utf-8".to_owned(),
        _ if ["latin-1-", "iso-8859-1-", "iso-latin-1-"]
            .iter()
            .any(|prefix| name.starts_with(prefix)) =>
        {
            "iso-8859-1".to_owned()
        }
        _ => name,
    }
}

/// What CPython's UTF-8 decoder says about the bytes at `position`.
fn utf8_message(bytes: &[u8], position: usize, error: std::str::Utf8Error) -> String {
    let first = bytes[position];
    let length = error.error_len().unwrap_or(bytes.len() - position);
    let reason = if !(0xC2..=0xF4).contains(&first) {
        "invalid start byte"
    } else if error.error_len().is_none() {
        "unexpected end of data"
    } else {
        "invalid continuation byte"
    };
    let place = if length == 1 {
        format!("byte 0x{first:02x} in position {position}")
    } else {
        format!("bytes in position {position}-{}", position + length - 1)
    };
    format!("(unicode error) 'utf-8' codec can't decode {place}: {reason}")
}

/// Where the lines of a text start.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    length: u32,
}

impl LineIndex {
    pub fn new(source: &str) -> LineIndex {
        let bytes = source.as_bytes();
        let mut starts = vec![0];
        for (position, byte) in bytes.iter().enumerate() {
            let ends_line = match byte {
                b'\n' => true,
                b'\r' => bytes.get(position + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends_line {
                starts.push(position as u32 + 1);
            }
        }
        LineIndex { starts, length: bytes.len() as u32 }
    }

    /// The line, counted from 1, and the column in bytes, counted from 0, of a byte of the text.
    pub fn position(&self, offset: u32) -> (u32, u32) {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        (line as u32, offset - start)
    }

    /// Where `span` ends: the line of its last byte and the column behind it. A span may hold a
    /// line end, which then counts as one more column.
    pub fn end_position(&self, span: Span) -> (u32, u32) {
        if span.end <= span.start {
            return self.position(span.start);
        }
        let (line, column) = self.position(span.end - 1);
        (line, column + 1)
    }

    /// The line, counted from 1, of a byte of the text.
    pub fn line(&self, offset: u32) -> u32 {
        self.position(offset).0
    }

    /// How many lines there are.
    pub fn line_count(&self) -> u32 {
        self.starts.len() as u32
    }

    /// The bytes of a line, counted from 1, without its line end; empty for a line that isn't.
    pub fn line_span(&self, line: u32) -> Span {
        let Some(&start) = line.checked_sub(1).and_then(|index| self.starts.get(index as usize))
        else {
            return Span { start: self.length, end: self.length };
        };
        Span { start, end: self.starts.get(line as usize).copied().unwrap_or(self.length) }
    }

    /// The text of a line, counted from 1, without its line end. `source` is the indexed text.
    pub fn line_text<'source>(&self, source: &'source str, line: u32) -> &'source str {
        let span = self.line_span(line);
        let text = source.get(span.start as usize..span.end as usize).unwrap_or_default();
        text.trim_end_matches(['\n', '\r'])
    }
}
