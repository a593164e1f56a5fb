//! Text to bytes and back: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32 with Python's error handlers.

use super::codec_errors::{
    CodecError, CodecFailure, ErrorHandler, encode_replacement, escaped_bytes, escaping_surrogate,
};
use super::escape_codecs;
use ouro_grammar::surrogate::{from_code_point, is_surrogate, to_code_point};

/// The order of the bytes in a unit of UTF-16 or UTF-32.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Endian {
    Little,
    Big,
}

/// An encoding. UTF-16 and UTF-32 without an order write a byte order mark and read one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf8WithSignature,
    Ascii,
    Latin1,
    Utf16(Option<Endian>),
    Utf32(Option<Endian>),
    UnicodeEscape,
    RawUnicodeEscape,
}

impl Encoding {
    /// The encoding called `name`, in any case and with any of the usual aliases.
    pub fn from_name(name: &str) -> Result<Self, CodecFailure> {
        use Endian::{Big, Little};
        if name == "utf-8" {
            return Ok(Encoding::Utf8);
        }
        let normal: String = name
            .chars()
            .map(|c| if matches!(c, '-' | ' ' | '.') { '_' } else { c.to_ascii_lowercase() })
            .collect();
        Ok(match normal.as_str() {
            "utf_8" | "utf8" | "u8" | "utf" | "utf8_ucs2" | "utf8_ucs4" | "cp65001" => {
                Encoding::Utf8
            }
            "utf_8_sig" => Encoding::Utf8WithSignature,
            "ascii" | "us_ascii" | "646" | "ansi_x3.4_1968" | "ansi_x3_4_1968" | "cp367"
            | "csascii" | "ibm367" | "iso646_us" | "iso_646.irv_1991" | "iso_ir_6" | "us" => {
                Encoding::Ascii
            }
            "latin_1" | "latin1" | "latin" | "l1" | "iso8859_1" | "iso_8859_1" | "8859"
            | "iso8859" | "cp819" | "csisolatin1" | "ibm819" | "iso_ir_100" => Encoding::Latin1,
            "utf_16" | "utf16" | "u16" => Encoding::Utf16(None),
            "utf_16_le" | "utf_16le" | "unicodelittleunmarked" => Encoding::Utf16(Some(Little)),
            "utf_16_be" | "utf_16be" | "unicodebigunmarked" => Encoding::Utf16(Some(Big)),
            "utf_32" | "utf32" | "u32" => Encoding::Utf32(None),
            "utf_32_le" | "utf_32le" => Encoding::Utf32(Some(Little)),
            "utf_32_be" | "utf_32be" => Encoding::Utf32(Some(Big)),
            "unicode_escape" => Encoding::UnicodeEscape,
            "raw_unicode_escape" => Encoding::RawUnicodeEscape,
            _ => return Err(CodecFailure::Lookup(format!("unknown encoding: {name}"))),
        })
    }

    /// The name that `codecs.lookup` gives.
    pub fn official_name(self) -> &'static str {
        match self {
            Encoding::Utf8WithSignature => "utf-8-sig",
            Encoding::Latin1 => "iso8859-1",
            Encoding::UnicodeEscape => "unicode-escape",
            Encoding::RawUnicodeEscape => "raw-unicode-escape",
            other => other.name(),
        }
    }

    /// The name that errors give.
    fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 | Encoding::Utf8WithSignature => "utf-8",
            Encoding::Ascii => "ascii",
            Encoding::Latin1 => "latin-1",
            Encoding::Utf16(None) => "utf-16",
            Encoding::Utf16(Some(Endian::Little)) => "utf-16-le",
            Encoding::Utf16(Some(Endian::Big)) => "utf-16-be",
            Encoding::Utf32(None) => "utf-32",
            Encoding::Utf32(Some(Endian::Little)) => "utf-32-le",
            Encoding::Utf32(Some(Endian::Big)) => "utf-32-be",
            Encoding::UnicodeEscape => "unicodeescape",
            Encoding::RawUnicodeEscape => "rawunicodeescape",
        }
    }

    /// The first code point that a character set of a single byte does not have.
    fn limit(self) -> Option<u32> {
        match self {
            Encoding::Ascii => Some(0x80),
            Encoding::Latin1 => Some(0x100),
            _ => None,
        }
    }

    fn can_encode(self, c: char) -> bool {
        match self.limit() {
            Some(limit) => (c as u32) < limit,
            None => !is_surrogate(c),
        }
    }

    /// Appends an encodable character, or with `surrogatepass` a lone surrogate.
    fn push(self, out: &mut Vec<u8>, c: char) {
        let code = to_code_point(c);
        match self {
            Encoding::Ascii
            | Encoding::Latin1
            | Encoding::UnicodeEscape
            | Encoding::RawUnicodeEscape => out.push(code as u8),
            Encoding::Utf8 | Encoding::Utf8WithSignature if is_surrogate(c) => out.extend([
                0xe0 | (code >> 12) as u8,
                0x80 | (code >> 6 & 0x3f) as u8,
                0x80 | (code & 0x3f) as u8,
            ]),
            Encoding::Utf8 | Encoding::Utf8WithSignature => {
                out.extend(c.encode_utf8(&mut [0; 4]).as_bytes());
            }
            Encoding::Utf16(endian) => {
                let mut push = |unit: u16| match endian {
                    Some(Endian::Big) => out.extend(unit.to_be_bytes()),
                    _ => out.extend(unit.to_le_bytes()),
                };
                match code.checked_sub(0x10000) {
                    Some(rest) => {
                        push(0xd800 | (rest >> 10) as u16);
                        push(0xdc00 | (rest & 0x3ff) as u16);
                    }
                    None => push(code as u16),
                }
            }
            Encoding::Utf32(Some(Endian::Big)) => out.extend(code.to_be_bytes()),
            Encoding::Utf32(_) => out.extend(code.to_le_bytes()),
        }
    }
}

/// `text.encode(encoding, errors)`; the name of the handler is looked at only when it is needed.
pub fn encode(text: &str, encoding: Encoding, errors: &str) -> Result<Vec<u8>, CodecFailure> {
    if encoding == Encoding::Utf8 && first_reserved(text).is_none() {
        return Ok(text.as_bytes().to_vec());
    }
    let mut out = Vec::with_capacity(text.len() + 4);
    match encoding {
        Encoding::UnicodeEscape => return Ok(escape_codecs::encode(text)),
        Encoding::RawUnicodeEscape => return Ok(escape_codecs::encode_raw(text)),
        Encoding::Utf8WithSignature => out.extend(b"\xef\xbb\xbf"),
        Encoding::Utf16(None) => out.extend(b"\xff\xfe"),
        Encoding::Utf32(None) => out.extend(b"\xff\xfe\0\0"),
        _ => {}
    }
    let is_bytewise = matches!(
        encoding,
        Encoding::Utf8 | Encoding::Utf8WithSignature | Encoding::Ascii | Encoding::Latin1
    );
    if is_bytewise && text.is_ascii() {
        out.extend(text.as_bytes());
        return Ok(out);
    }
    let mut rest = text;
    let mut position = 0;
    while !rest.is_empty() {
        let plain = rest.find(|c| !encoding.can_encode(c)).unwrap_or(rest.len());
        for c in rest[..plain].chars() {
            encoding.push(&mut out, c);
            position += 1;
        }
        rest = &rest[plain..];
        if rest.is_empty() {
            break;
        }
        // UTF-16 and UTF-32 report one character at a time, the others a whole run.
        let end = if is_bytewise {
            rest.find(|c| encoding.can_encode(c)).unwrap_or(rest.len())
        } else {
            rest.chars().next().map_or(0, char::len_utf8)
        };
        let mut run: Vec<char> = rest[..end].chars().collect();
        rest = &rest[end..];
        let run_end = position + run.len();
        let handler = ErrorHandler::from_name(errors)?;
        if handler == ErrorHandler::SurrogateEscape && is_bytewise {
            // What can be given back is; an error is about what follows.
            let kept = run.iter().take_while(|c| escaped_bytes(&[**c]).is_some()).count();
            let tail = run.split_off(kept);
            out.extend(escaped_bytes(&run).unwrap_or_default());
            position += kept;
            run = tail;
        }
        encode_run(&mut out, encoding, handler, &run, position)?;
        position = run_end;
    }
    Ok(out)
}

/// Lets `handler` deal with characters that `encoding` does not have.
fn encode_run(
    out: &mut Vec<u8>,
    encoding: Encoding,
    handler: ErrorHandler,
    run: &[char],
    start: usize,
) -> Result<(), CodecFailure> {
    match handler {
        _ if run.is_empty() => {}
        ErrorHandler::Ignore => {}
        ErrorHandler::SurrogatePass if encoding.limit().is_none() => {
            run.iter().for_each(|c| encoding.push(out, *c));
        }
        ErrorHandler::Strict | ErrorHandler::SurrogateEscape | ErrorHandler::SurrogatePass => {
            let reason = match encoding {
                Encoding::Ascii => "ordinal not in range(128)",
                Encoding::Latin1 => "ordinal not in range(256)",
                _ => "surrogates not allowed",
            };
            return Err(CodecFailure::Conversion(CodecError {
                encoding: encoding.name(),
                start,
                end: start + run.len(),
                reason,
            }));
        }
        ErrorHandler::Replace
        | ErrorHandler::BackslashReplace
        | ErrorHandler::XmlCharRefReplace
        | ErrorHandler::NameReplace => {
            encode_replacement(handler, run).chars().for_each(|c| encoding.push(out, c));
        }
    }
    Ok(())
}

/// `bytes.decode(encoding, errors)`; the name of the handler is looked at only when it is needed.
pub fn decode(bytes: &[u8], encoding: Encoding, errors: &str) -> Result<String, CodecFailure> {
    let (encoding, skipped) = match (encoding, bytes) {
        (Encoding::Utf8WithSignature, [0xef, 0xbb, 0xbf, ..]) => (Encoding::Utf8, 3),
        (Encoding::Utf8WithSignature, _) => (Encoding::Utf8, 0),
        (Encoding::Utf16(None), [0xfe, 0xff, ..]) => (Encoding::Utf16(Some(Endian::Big)), 2),
        (Encoding::Utf16(None), [0xff, 0xfe, ..]) => (Encoding::Utf16(Some(Endian::Little)), 2),
        (Encoding::Utf16(None), _) => (Encoding::Utf16(Some(Endian::Little)), 0),
        (Encoding::Utf32(None), [0, 0, 0xfe, 0xff, ..]) => (Encoding::Utf32(Some(Endian::Big)), 4),
        (Encoding::Utf32(None), [0xff, 0xfe, 0, 0, ..]) => {
            (Encoding::Utf32(Some(Endian::Little)), 4)
        }
        (Encoding::Utf32(None), _) => (Encoding::Utf32(Some(Endian::Little)), 0),
        (other, _) => (other, 0),
    };
    // The bytes of a signature don't count in positions, those of a byte order mark do.
    let is_signature = matches!(encoding, Encoding::Utf8);
    let (bytes, mut at) = if is_signature { (&bytes[skipped..], 0) } else { (bytes, skipped) };
    let mut out = String::with_capacity(bytes.len());
    while let Err(error) = decode_from(&mut out, bytes, at, encoding) {
        at = recover(&mut out, bytes, encoding, error, errors)?;
    }
    Ok(out)
}

/// Decodes from `at` until the end or the first error.
fn decode_from(
    out: &mut String,
    bytes: &[u8],
    at: usize,
    encoding: Encoding,
) -> Result<(), CodecError> {
    match encoding {
        Encoding::Utf8 | Encoding::Utf8WithSignature => decode_utf8(out, bytes, at),
        Encoding::Latin1 => {
            out.extend(bytes[at..].iter().map(|byte| *byte as char));
            Ok(())
        }
        Encoding::Ascii => {
            let rest = &bytes[at..];
            let end = rest.iter().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
            out.extend(rest[..end].iter().map(|byte| *byte as char));
            if end == rest.len() {
                return Ok(());
            }
            let reason = "ordinal not in range(128)";
            Err(CodecError { encoding: "ascii", start: at + end, end: at + end + 1, reason })
        }
        Encoding::UnicodeEscape => escape_codecs::decode(out, bytes, at, false),
        Encoding::RawUnicodeEscape => escape_codecs::decode(out, bytes, at, true),
        Encoding::Utf16(endian) => decode_utf16(out, bytes, at, endian, encoding.name()),
        Encoding::Utf32(endian) => decode_utf32(out, bytes, at, endian, encoding.name()),
    }
}

fn decode_utf8(out: &mut String, bytes: &[u8], at: usize) -> Result<(), CodecError> {
    let rest = &bytes[at..];
    let (valid, failed) = match std::str::from_utf8(rest) {
        Ok(text) => (text, None),
        Err(error) => {
            let end = error.valid_up_to();
            (std::str::from_utf8(&rest[..end]).unwrap_or_default(), Some(error.error_len()))
        }
    };
    let error = |start: usize, length: usize, reason| {
        Err(CodecError { encoding: "utf-8", start, end: start + length, reason })
    };
    if let Some((stored, c)) = first_reserved(valid) {
        out.push_str(&valid[..stored]);
        return error(at + stored, c.len_utf8(), RESERVED);
    }
    out.push_str(valid);
    let start = at + valid.len();
    match failed {
        None => Ok(()),
        Some(None) => error(start, bytes.len() - start, "unexpected end of data"),
        Some(Some(length)) => match bytes[start] {
            0xc2..=0xf4 => error(start, length, "invalid continuation byte"),
            _ => error(start, length, "invalid start byte"),
        },
    }
}

/// Why a code point is refused that stands for a surrogate inside Ouro's strings.
const RESERVED: &str = "code points U+10F000 to U+10F7FF are not supported";

/// The first character that a text must not hold as itself.
fn first_reserved(text: &str) -> Option<(usize, char)> {
    // All of them begin with the same byte, which few texts have.
    memchr::memchr(0xf4, text.as_bytes())?;
    text.char_indices().find(|(_, c)| is_surrogate(*c))
}

fn decode_utf16(
    out: &mut String,
    bytes: &[u8],
    mut at: usize,
    endian: Option<Endian>,
    encoding: &'static str,
) -> Result<(), CodecError> {
    let unit = |at: usize| match bytes.get(at..at + 2) {
        Some(&[first, second]) if endian == Some(Endian::Big) => {
            Some(u32::from(u16::from_be_bytes([first, second])))
        }
        Some(&[first, second]) => Some(u32::from(u16::from_le_bytes([first, second]))),
        _ => None,
    };
    let error = |start, end, reason| Err(CodecError { encoding, start, end, reason });
    while at < bytes.len() {
        let Some(first) = unit(at) else {
            return error(at, bytes.len(), "truncated data");
        };
        match first {
            0xd800..=0xdbff => match unit(at + 2) {
                Some(second @ 0xdc00..=0xdfff) => {
                    let code = 0x10000 + ((first & 0x3ff) << 10 | (second & 0x3ff));
                    match from_code_point(code) {
                        Some(c) => out.push(c),
                        None => return error(at, at + 4, RESERVED),
                    }
                    at += 2;
                }
                Some(_) => return error(at, at + 2, "illegal UTF-16 surrogate"),
                None => return error(at, bytes.len(), "unexpected end of data"),
            },
            0xdc00..=0xdfff => return error(at, at + 2, "illegal encoding"),
            _ => out.extend(char::from_u32(first)),
        }
        at += 2;
    }
    Ok(())
}

fn decode_utf32(
    out: &mut String,
    bytes: &[u8],
    mut at: usize,
    endian: Option<Endian>,
    encoding: &'static str,
) -> Result<(), CodecError> {
    let error = |start, end, reason| Err(CodecError { encoding, start, end, reason });
    while at < bytes.len() {
        let Some(&[a, b, c, d]) = bytes.get(at..at + 4) else {
            return error(at, bytes.len(), "truncated data");
        };
        let code = match endian {
            Some(Endian::Big) => u32::from_be_bytes([a, b, c, d]),
            _ => u32::from_le_bytes([a, b, c, d]),
        };
        match (code, from_code_point(code)) {
            (0xd800..=0xdfff, _) => {
                let reason = "code point in surrogate code point range(0xd800, 0xe000)";
                return error(at, at + 4, reason);
            }
            (_, Some(c)) => out.push(c),
            (..=0x10ffff, None) => return error(at, at + 4, RESERVED),
            _ => return error(at, at + 4, "code point not in range(0x110000)"),
        }
        at += 4;
    }
    Ok(())
}

/// Lets the handler called `errors` deal with bytes that can't be decoded: where to go on.
fn recover(
    out: &mut String,
    bytes: &[u8],
    encoding: Encoding,
    error: CodecError,
    errors: &str,
) -> Result<usize, CodecFailure> {
    let wrong = &bytes[error.start..error.end];
    match ErrorHandler::from_name(errors)? {
        ErrorHandler::Strict => return Err(CodecFailure::Conversion(error)),
        ErrorHandler::Ignore => {}
        ErrorHandler::Replace => out.push('\u{fffd}'),
        ErrorHandler::BackslashReplace => {
            wrong.iter().for_each(|byte| out.push_str(&format!("\\x{byte:02x}")));
        }
        ErrorHandler::XmlCharRefReplace | ErrorHandler::NameReplace => {
            return Err(CodecFailure::WrongDirection(
                "don't know how to handle UnicodeDecodeError in error callback",
            ));
        }
        ErrorHandler::SurrogateEscape => {
            // An ASCII byte among the wrong ones is read again, unless it is the first.
            let escaped: String =
                wrong.iter().map_while(|byte| escaping_surrogate(*byte)).collect();
            if escaped.is_empty() {
                return Err(CodecFailure::Conversion(error));
            }
            out.push_str(&escaped);
            return Ok(error.start + escaped.chars().count());
        }
        ErrorHandler::SurrogatePass => {
            let (code, length) = match (encoding, &bytes[error.start..]) {
                (Encoding::Utf8, [0xed, b @ 0xa0..=0xbf, c @ 0x80..=0xbf, ..]) => {
                    (0xd000 | u32::from(b & 0x3f) << 6 | u32::from(c & 0x3f), 3)
                }
                (Encoding::Utf16(Some(Endian::Big)), [a, b, ..]) => {
                    (u32::from(u16::from_be_bytes([*a, *b])), 2)
                }
                (Encoding::Utf16(_), [a, b, ..]) => (u32::from(u16::from_le_bytes([*a, *b])), 2),
                (Encoding::Utf32(Some(Endian::Big)), [a, b, c, d, ..]) => {
                    (u32::from_be_bytes([*a, *b, *c, *d]), 4)
                }
                (Encoding::Utf32(_), [a, b, c, d, ..]) => (u32::from_le_bytes([*a, *b, *c, *d]), 4),
                _ => (0, 0),
            };
            match code {
                0xd800..=0xdfff => out.extend(from_code_point(code)),
                _ => return Err(CodecFailure::Conversion(error)),
            }
            return Ok(error.start + length);
        }
    }
    Ok(error.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surrogate(code: u32) -> char {
        from_code_point(code).unwrap()
    }

    fn details(failure: CodecFailure) -> (usize, usize, &'static str) {
        match failure {
            CodecFailure::Conversion(error) => (error.start, error.end, error.reason),
            other => panic!("no error of conversion but {other:?}"),
        }
    }

    #[test]
    fn names() {
        for (name, encoding) in
            [("UTF8", Encoding::Utf8), ("Latin-1", Encoding::Latin1), ("us-ascii", Encoding::Ascii)]
        {
            assert_eq!(Encoding::from_name(name), Ok(encoding));
        }
        let unknown = CodecFailure::Lookup("unknown encoding: x".to_string());
        assert_eq!(Encoding::from_name("x"), Err(unknown));
    }

    #[test]
    fn encoding_with_handlers() {
        let text = format!("é€😀{}", surrogate(0xd800));
        let ascii = |errors| encode(&text, Encoding::Ascii, errors);
        assert_eq!(ascii("ignore").unwrap(), b"");
        assert_eq!(ascii("replace").unwrap(), b"????");
        assert_eq!(ascii("backslashreplace").unwrap(), br"\xe9\u20ac\U0001f600\ud800");
        assert_eq!(ascii("xmlcharrefreplace").unwrap(), b"&#233;&#8364;&#128512;&#55296;");
        assert!(ascii("namereplace").unwrap().starts_with(br"\N{LATIN SMALL LETTER E WITH ACUTE}"));
        assert_eq!(details(ascii("strict").unwrap_err()), (0, 4, "ordinal not in range(128)"));
        let utf8 = encode(&text, Encoding::Utf8, "surrogatepass").unwrap();
        assert!(utf8.ends_with(b"\xed\xa0\x80"));
        assert_eq!(decode(&utf8, Encoding::Utf8, "surrogatepass").unwrap(), text);
    }

    #[test]
    fn escaping_surrogates() {
        let decoded = decode(b"a\xff\xe2\x82", Encoding::Utf8, "surrogateescape").unwrap();
        assert_eq!(decoded.chars().count(), 4);
        let encoded = encode(&decoded, Encoding::Utf8, "surrogateescape").unwrap();
        assert_eq!(encoded, b"a\xff\xe2\x82");
        let mixed = format!("{}é", surrogate(0xdc80));
        let error = encode(&mixed, Encoding::Ascii, "surrogateescape").unwrap_err();
        assert_eq!(details(error), (1, 2, "ordinal not in range(128)"));
    }

    #[test]
    fn wrong_utf8() {
        let error = |bytes: &[u8]| details(decode(bytes, Encoding::Utf8, "strict").unwrap_err());
        assert_eq!(error(b"\xe2\x82a"), (0, 2, "invalid continuation byte"));
        assert_eq!(error(b"a\xe2\x82"), (1, 3, "unexpected end of data"));
        assert_eq!(error(b"\xc0\x80"), (0, 1, "invalid start byte"));
        assert_eq!(error("\u{10f000}".as_bytes()), (0, 4, RESERVED));
        assert_eq!(decode(b"\xed\xa0\x80", Encoding::Utf8, "replace").unwrap().chars().count(), 3);
    }

    #[test]
    fn utf16_and_utf32() {
        for name in ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"] {
            let encoding = Encoding::from_name(name).unwrap();
            let bytes = encode("aé😀", encoding, "strict").unwrap();
            assert_eq!(decode(&bytes, encoding, "strict").unwrap(), "aé😀", "{name}");
        }
        let little = Encoding::Utf16(Some(Endian::Little));
        let error = |bytes: &[u8]| details(decode(bytes, little, "strict").unwrap_err());
        assert_eq!(error(b"\x00\xd8\x00"), (0, 3, "unexpected end of data"));
        assert_eq!(error(b"\x00\xd8a\x00"), (0, 2, "illegal UTF-16 surrogate"));
        assert_eq!(error(b"\x00\xdc"), (0, 2, "illegal encoding"));
    }
}
