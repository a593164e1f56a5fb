//! What stands in brackets: groups, tuples, lists, sets, dicts and comprehensions.

use super::piece::{Found, Shape, TargetUse};
use super::reader::{Reader, Rule};
use crate::span::Span;
use crate::token::Token;

impl Reader<'_> {
    pub fn parenthesized(&mut self) -> Option<Found> {
        if let Some(tuple) = self.alternative(Reader::tuple) {
            return Some(tuple);
        }
        if let Some(group) = self.alternative(Reader::group) {
            return Some(group);
        }
        self.alternative(Reader::generator)
    }

    pub fn bracketed(&mut self) -> Option<Found> {
        if let Some(list) = self.alternative(Reader::list) {
            return Some(list);
        }
        let comprehension = self.alternative(|reader| {
            let start = reader.token(Token::LeftBracket)?;
            reader.named_expression()?;
            reader.generator_clauses()?;
            reader.token(Token::RightBracket)?;
            Some(reader.piece(start, Shape::ListComprehension))
        });
        if comprehension.is_none() {
            self.mistake(Reader::invalid_comprehension);
        }
        comprehension
    }

    pub fn braced(&mut self) -> Option<Found> {
        if let Some(dict) = self.alternative(Reader::dict) {
            return Some(dict);
        }
        let set = self.alternative(|reader| {
            let start = reader.token(Token::LeftBrace)?;
            reader.star_named_expressions()?;
            reader.token(Token::RightBrace)?;
            Some(reader.piece(start, Shape::Set))
        });
        if set.is_some() {
            return set;
        }
        let comprehension = self.alternative(|reader| {
            let start = reader.token(Token::LeftBrace)?;
            reader.key_value_pair()?;
            reader.generator_clauses()?;
            reader.token(Token::RightBrace)?;
            Some(reader.piece(start, Shape::DictComprehension))
        });
        if comprehension.is_some() {
            return comprehension;
        }
        self.mistake(|reader| {
            reader.token(Token::LeftBrace)?;
            let stars = reader.token(Token::DoubleStar)?;
            reader.bit_or()?;
            reader.generator_clauses()?;
            reader.token(Token::RightBrace)?;
            let span = reader.place(stars);
            reader.raise("dict unpacking cannot be used in dict comprehension", span)
        });
        let comprehension = self.alternative(|reader| {
            let start = reader.token(Token::LeftBrace)?;
            reader.named_expression()?;
            reader.generator_clauses()?;
            reader.token(Token::RightBrace)?;
            Some(reader.piece(start, Shape::SetComprehension))
        });
        if comprehension.is_none() {
            self.mistake(Reader::invalid_comprehension);
        }
        comprehension
    }

    // Sequences and groups.

    pub fn tuple(&mut self) -> Option<Found> {
        let start = self.token(Token::LeftParenthesis)?;
        let elements = self.optional(|reader| {
            let mut elements = vec![reader.star_named_expression()?];
            reader.token(Token::Comma)?;
            elements.extend(reader.optional(Reader::star_named_expressions)?.unwrap_or_default());
            Some(elements)
        })?;
        self.token(Token::RightParenthesis)?;
        Some(self.piece(start, Shape::Tuple(elements.unwrap_or_default())))
    }

    pub fn list(&mut self) -> Option<Found> {
        let start = self.token(Token::LeftBracket)?;
        let elements = self.optional(Reader::star_named_expressions)?;
        self.token(Token::RightBracket)?;
        Some(self.piece(start, Shape::List(elements.unwrap_or_default())))
    }

    fn group(&mut self) -> Option<Found> {
        let group = self.alternative(|reader| {
            reader.token(Token::LeftParenthesis)?;
            let inner = match reader.alternative(Reader::yield_expression) {
                Some(inner) => inner,
                None => reader.named_expression()?,
            };
            reader.token(Token::RightParenthesis)?;
            Some(inner)
        });
        if group.is_some() {
            return group;
        }
        self.mistake(|reader| {
            reader.alternative(|reader| {
                reader.token(Token::LeftParenthesis)?;
                let starred = reader.starred_expression()?;
                reader.token(Token::RightParenthesis)?;
                reader.raise::<()>("cannot use starred expression here", starred.span)
            });
            reader.token(Token::LeftParenthesis)?;
            let stars = reader.token(Token::DoubleStar)?;
            reader.expression()?;
            reader.token(Token::RightParenthesis)?;
            let span = reader.place(stars);
            reader.raise("cannot use double starred expression here", span)
        });
        None
    }

    // Dicts.

    fn dict(&mut self) -> Option<Found> {
        let dict = self.alternative(|reader| {
            let start = reader.token(Token::LeftBrace)?;
            reader.optional(|reader| {
                reader.separated(Reader::dict_item)?;
                reader.optional(|reader| reader.token(Token::Comma))
            })?;
            reader.token(Token::RightBrace)?;
            Some(reader.piece(start, Shape::Dict))
        });
        if dict.is_none() {
            // CPython tries this in the first pass too.
            self.alternative(|reader| {
                reader.token(Token::LeftBrace)?;
                reader.invalid_dict_items()
            });
        }
        dict
    }

    fn dict_item(&mut self) -> Option<()> {
        let unpacked = self.alternative(|reader| {
            reader.token(Token::DoubleStar)?;
            reader.bit_or()
        });
        if unpacked.is_some() {
            return Some(());
        }
        self.key_value_pair()
    }

    fn key_value_pair(&mut self) -> Option<()> {
        self.expression()?;
        self.token(Token::Colon)?;
        self.expression().map(drop)
    }

    fn invalid_dict_items(&mut self) -> Option<()> {
        self.alternative(|reader| {
            // The list of items stops in front of the comma behind which no item follows.
            reader.separated(Reader::dict_item)?;
            reader.token(Token::Comma)?;
            reader.alternative(|reader| {
                let key = reader.expression()?;
                reader.unless(|reader| reader.token(Token::Colon))?;
                let last = key.span.end.saturating_sub(1).max(key.span.start);
                let span = Span { start: last, end: last };
                reader.raise::<()>("':' expected after dictionary key", span)
            });
            reader.invalid_dict_value()
        });
        self.invalid_dict_value()
    }

    fn invalid_dict_value(&mut self) -> Option<()> {
        self.alternative(|reader| {
            reader.expression()?;
            reader.token(Token::Colon)?;
            let star = reader.token(Token::Star)?;
            reader.bit_or()?;
            let message = "cannot use a starred expression in a dictionary value";
            let start = reader.place(star).start;
            reader.raise_up_to_furthest::<()>(start, message)
        });
        self.alternative(|reader| {
            reader.expression()?;
            let colon = reader.token(Token::Colon)?;
            reader
                .looks_like(|reader| reader.any_token(&[Token::RightBrace, Token::Comma]))
                .then_some(())?;
            let span = reader.place(colon);
            reader.raise::<()>("expression expected after dictionary key and ':'", span)
        })
    }

    // Comprehensions.

    pub fn generator(&mut self) -> Option<Found> {
        let generator = self.alternative(|reader| {
            let start = reader.token(Token::LeftParenthesis)?;
            if reader.assignment_expression().is_none() {
                reader.unnamed_expression()?;
            }
            reader.generator_clauses()?;
            reader.token(Token::RightParenthesis)?;
            Some(reader.piece(start, Shape::Generator))
        });
        if generator.is_none() {
            self.mistake(Reader::invalid_comprehension);
        }
        generator
    }

    /// The `for` and `if` clauses; what is found is the last expression in them.
    pub fn generator_clauses(&mut self) -> Option<Found> {
        self.remembered(Rule::GeneratorClauses, |reader| {
            let mut last = reader.generator_clause()?;
            while let Some(next) = reader.alternative(Reader::generator_clause) {
                last = next;
            }
            Some(last)
        })
    }

    fn generator_clause(&mut self) -> Option<Found> {
        let mut committed = false;
        let clause = self.alternative(|reader| {
            reader.optional(|reader| reader.token(Token::Async))?;
            reader.token(Token::For)?;
            reader.star_targets()?;
            reader.token(Token::In)?;
            committed = true;
            let mut last = reader.disjunction()?;
            while let Some(condition) = reader.alternative(|reader| {
                reader.token(Token::If)?;
                reader.disjunction()
            }) {
                last = condition;
            }
            Some(last)
        });
        if clause.is_none() && !committed {
            // CPython tries this in the first pass too.
            self.alternative(|reader| {
                reader.optional(|reader| reader.token(Token::Async))?;
                reader.token(Token::For)?;
                reader.separated(Reader::bit_or)?;
                reader.optional(|reader| reader.token(Token::Comma))?;
                reader.unless(|reader| reader.token(Token::In))?;
                reader.raise_at_furthest::<()>("'in' expected after for-loop variables")
            });
            self.mistake(Reader::invalid_for_target);
        }
        clause
    }

    pub fn invalid_for_target(&mut self) -> Option<()> {
        self.optional(|reader| reader.token(Token::Async))?;
        self.token(Token::For)?;
        let targets = self.star_expressions()?;
        self.raise_invalid_target(&targets, TargetUse::For);
        None
    }

    fn invalid_comprehension(&mut self) -> Option<()> {
        self.alternative(|reader| {
            reader.any_token(&[Token::LeftBracket, Token::LeftParenthesis, Token::LeftBrace])?;
            let starred = reader.starred_expression()?;
            reader.generator_clauses()?;
            let message = "iterable unpacking cannot be used in comprehension";
            reader.raise::<()>(message, starred.span)
        });
        let message = "did you forget parentheses around the comprehension target?";
        self.alternative(|reader| {
            reader.any_token(&[Token::LeftBracket, Token::LeftBrace])?;
            let first = reader.star_named_expression()?;
            reader.token(Token::Comma)?;
            let rest = reader.star_named_expressions()?;
            reader.generator_clauses()?;
            let span = rest.last().map_or(first.span, |last| first.span.to(last.span));
            reader.raise::<()>(message, span)
        });
        self.any_token(&[Token::LeftBracket, Token::LeftBrace])?;
        let first = self.star_named_expression()?;
        let comma = self.token(Token::Comma)?;
        let span = first.span.to(self.place(comma));
        self.generator_clauses()?;
        self.raise(message, span)
    }
}
