//! The fields of f-strings.

use super::piece::Found;
use super::reader::Reader;
use crate::token::Token;

impl Reader<'_> {
    pub fn format_string(&mut self) -> Option<()> {
        self.alternative(|reader| {
            reader.token(Token::FormatStart)?;
            reader.many(Reader::format_part)?;
            reader.token(Token::FormatEnd).map(drop)
        })
    }

    fn format_part(&mut self) -> Option<()> {
        if self.alternative(Reader::format_field).is_some() {
            return Some(());
        }
        self.token(Token::FormatText).map(drop)
    }

    fn format_field(&mut self) -> Option<()> {
        let field = self.alternative(|reader| {
            reader.token(Token::LeftBrace)?;
            reader.assigned_value()?;
            reader.optional(|reader| reader.token(Token::Equal))?;
            let conversion = reader.optional(Reader::format_conversion)?;
            reader.optional(|reader| {
                reader.token(Token::Colon)?;
                reader.many(Reader::format_part)
            })?;
            reader.token(Token::RightBrace)?;
            let letter = conversion.as_ref().map_or("s", |name| reader.piece_text(name));
            if !matches!(letter, "s" | "r" | "a") {
                let message = format!(
                    "f-string: invalid conversion character '{letter}': expected 's', 'r', or 'a'"
                );
                return reader.raise(message, conversion?.span);
            }
            Some(())
        });
        if field.is_none() {
            self.mistake(Reader::invalid_format_field);
        }
        field
    }

    fn format_conversion(&mut self) -> Option<Found> {
        let sign = self.token(Token::Exclamation)?;
        let name = self.name()?;
        if self.place(sign).end != name.span.start {
            let span = self.span_from(sign);
            // The misspelling is CPython's.
            let message = "f-string: conversion type must come right after the exclamanation mark";
            return self.raise(message, span);
        }
        Some(name)
    }

    fn invalid_format_field(&mut self) -> Option<()> {
        let brace = self.token(Token::LeftBrace)?;
        let followers = [
            (Token::Equal, "="),
            (Token::Exclamation, "!"),
            (Token::Colon, ":"),
            (Token::RightBrace, "}"),
        ];
        for (token, text) in followers {
            if self.peek() == Some(token) {
                let message = format!("f-string: valid expression required before '{text}'");
                return self.raise_here(message);
            }
        }
        if !self.looks_like(Reader::assigned_value) {
            return self.raise_here("f-string: expecting a valid expression after '{'");
        }
        self.mark = brace + 1;
        self.assigned_value()?;
        let after_value = [Token::Equal, Token::Exclamation, Token::Colon, Token::RightBrace];
        if !self.looks_like(|reader| reader.any_token(&after_value)) {
            return self.raise_here("f-string: expecting '=', or '!', or ':', or '}'");
        }
        if self.token(Token::Equal).is_some()
            && !self.looks_like(|reader| reader.any_token(&after_value[1..]))
        {
            return self.raise_here("f-string: expecting '!', or ':', or '}'");
        }
        self.alternative(|reader| {
            reader.token(Token::Exclamation)?;
            match reader.peek() {
                Some(Token::Colon | Token::RightBrace) => {
                    reader.raise_here::<()>("f-string: missing conversion character")
                }
                Some(Token::Name) => None,
                _ => reader.raise_here("f-string: invalid conversion character"),
            }
        });
        self.optional(|reader| {
            reader.token(Token::Exclamation)?;
            reader.name()
        })?;
        if !self.looks_like(|reader| reader.any_token(&[Token::Colon, Token::RightBrace])) {
            return self.raise_here("f-string: expecting ':' or '}'");
        }
        if self.token(Token::Colon).is_some() {
            self.many(Reader::format_part)?;
            if self.peek() != Some(Token::RightBrace) {
                return self.raise_here("f-string: expecting '}', or format specs");
            }
        }
        if self.peek() != Some(Token::RightBrace) {
            return self.raise_here("f-string: expecting '}'");
        }
        None
    }
}
