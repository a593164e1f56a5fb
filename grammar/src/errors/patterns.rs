//! The patterns of `match` statements.

use super::piece::{Found, Shape};
use super::reader::{Reader, Rule};
use crate::token::Token;

impl Reader<'_> {
    pub fn patterns(&mut self) -> Option<()> {
        if self.alternative(Reader::open_sequence_pattern).is_some() {
            return Some(());
        }
        self.pattern().map(drop)
    }

    fn open_sequence_pattern(&mut self) -> Option<()> {
        self.maybe_star_pattern()?;
        self.token(Token::Comma)?;
        self.optional(Reader::maybe_sequence_pattern).map(drop)
    }

    fn maybe_sequence_pattern(&mut self) -> Option<()> {
        self.separated(Reader::maybe_star_pattern)?;
        self.optional(|reader| reader.token(Token::Comma)).map(drop)
    }

    fn maybe_star_pattern(&mut self) -> Option<()> {
        let star = self.remembered_fit(Rule::StarPattern, |reader| {
            reader.token(Token::Star)?;
            if reader.alternative(Reader::capture_target).is_some() {
                return Some(());
            }
            reader.word("_").map(drop)
        });
        if star.is_some() {
            return star;
        }
        self.pattern().map(drop)
    }

    fn pattern(&mut self) -> Option<Found> {
        let start = self.mark;
        let with_name = self.alternative(|reader| {
            reader.or_pattern()?;
            reader.token(Token::As)?;
            reader.capture_target()
        });
        if with_name.is_some() {
            return Some(self.piece(start, Shape::Name));
        }
        self.mistake(Reader::invalid_as_pattern);
        self.alternative(Reader::or_pattern)?;
        Some(self.piece(start, Shape::Name))
    }

    fn invalid_as_pattern(&mut self) -> Option<()> {
        self.or_pattern()?;
        self.token(Token::As)?;
        if let Some(wildcard) = self.word("_") {
            let span = self.place(wildcard);
            return self.raise("cannot use '_' as a target", span);
        }
        self.unless(Reader::name)?;
        let target = self.expression()?;
        self.raise("invalid pattern target", target.span)
    }

    fn or_pattern(&mut self) -> Option<()> {
        self.closed_pattern()?;
        self.many(|reader| {
            reader.token(Token::Bar)?;
            reader.closed_pattern()
        })?;
        Some(())
    }

    fn closed_pattern(&mut self) -> Option<()> {
        self.remembered_fit(Rule::ClosedPattern, |reader| {
            if reader.alternative(Reader::literal_pattern).is_some()
                || reader.alternative(Reader::capture_target).is_some()
            {
                return Some(());
            }
            let wildcard = reader.word("_");
            if wildcard.is_some() {
                return Some(());
            }
            if reader.alternative(Reader::value_pattern).is_some()
                || reader.alternative(Reader::group_or_sequence_pattern).is_some()
                || reader.alternative(Reader::mapping_pattern).is_some()
            {
                return Some(());
            }
            reader.alternative(Reader::class_pattern)
        })
    }

    fn literal_pattern(&mut self) -> Option<()> {
        let number = self.alternative(|reader| {
            reader.optional(|reader| reader.token(Token::Minus))?;
            let real = reader.token(Token::Number)?;
            if reader.any_token(&[Token::Plus, Token::Minus]).is_some() {
                let imaginary = reader.token(Token::Number)?;
                let (real, imaginary) = (reader.place(real), reader.place(imaginary));
                if reader.is_imaginary(real) {
                    return reader.raise("real number required in complex literal", real);
                }
                if !reader.is_imaginary(imaginary) {
                    let message = "imaginary number required in complex literal";
                    return reader.raise(message, imaginary);
                }
            }
            Some(())
        });
        if number.is_some() || self.strings().is_some() {
            return Some(());
        }
        self.any_token(&[Token::None, Token::True, Token::False]).map(drop)
    }

    fn capture_target(&mut self) -> Option<()> {
        let name = self.name()?;
        if self.piece_text(&name) == "_" {
            return None;
        }
        self.unless(Reader::continues_name)
    }

    fn continues_name(&mut self) -> Option<usize> {
        self.any_token(&[Token::Dot, Token::LeftParenthesis, Token::Equal])
    }

    fn value_pattern(&mut self) -> Option<()> {
        if self.name_or_attribute()? < 2 {
            return None;
        }
        self.unless(Reader::continues_name)
    }

    /// A dotted name; how many names it has.
    fn name_or_attribute(&mut self) -> Option<usize> {
        self.name()?;
        let attributes = self.many(|reader| {
            reader.token(Token::Dot)?;
            reader.name()
        })?;
        Some(1 + attributes.len())
    }

    fn group_or_sequence_pattern(&mut self) -> Option<()> {
        let group = self.alternative(|reader| {
            reader.token(Token::LeftParenthesis)?;
            reader.pattern()?;
            reader.token(Token::RightParenthesis)
        });
        if group.is_some() {
            return Some(());
        }
        let list = self.alternative(|reader| {
            reader.token(Token::LeftBracket)?;
            reader.optional(Reader::maybe_sequence_pattern)?;
            reader.token(Token::RightBracket)
        });
        if list.is_some() {
            return Some(());
        }
        self.token(Token::LeftParenthesis)?;
        self.optional(Reader::open_sequence_pattern)?;
        self.token(Token::RightParenthesis).map(drop)
    }

    fn mapping_pattern(&mut self) -> Option<()> {
        self.token(Token::LeftBrace)?;
        let items = self.optional(|reader| reader.separated(Reader::key_value_pattern))?;
        let comma = items.is_some() && self.optional(|r| r.token(Token::Comma))?.is_some();
        if items.is_none() || comma {
            let rest = self.optional(|reader| {
                reader.token(Token::DoubleStar)?;
                reader.capture_target()
            })?;
            if rest.is_some() {
                self.optional(|reader| reader.token(Token::Comma))?;
            }
        }
        self.token(Token::RightBrace).map(drop)
    }

    fn key_value_pattern(&mut self) -> Option<()> {
        if self.alternative(Reader::literal_pattern).is_none() && self.name_or_attribute()? < 2 {
            return None;
        }
        self.token(Token::Colon)?;
        self.pattern().map(drop)
    }

    fn class_pattern(&mut self) -> Option<()> {
        let class = self.alternative(|reader| {
            reader.name_or_attribute()?;
            reader.token(Token::LeftParenthesis)?;
            let positional = reader.optional(Reader::positional_patterns)?;
            let has_comma = positional.is_none()
                || reader.optional(|reader| reader.token(Token::Comma))?.is_some();
            if has_comma {
                let keywords = reader.optional(Reader::keyword_patterns)?;
                if keywords.is_some() {
                    reader.optional(|reader| reader.token(Token::Comma))?;
                }
            }
            reader.token(Token::RightParenthesis)
        });
        if class.is_some() {
            return Some(());
        }
        self.mistake(|reader| {
            reader.name_or_attribute()?;
            reader.token(Token::LeftParenthesis)?;
            reader.optional(|reader| {
                reader.positional_patterns()?;
                reader.token(Token::Comma)
            })?;
            reader.keyword_patterns()?;
            reader.token(Token::Comma)?;
            let late = reader.positional_patterns()?;
            let span = late.first()?.span.to(late.last()?.span);
            reader.raise("positional patterns follow keyword patterns", span)
        });
        None
    }

    fn positional_patterns(&mut self) -> Option<Vec<Found>> {
        self.separated(Reader::pattern)
    }

    fn keyword_patterns(&mut self) -> Option<()> {
        self.separated(|reader| {
            reader.name()?;
            reader.token(Token::Equal)?;
            reader.pattern()
        })
        .map(drop)
    }
}
