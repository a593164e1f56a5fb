//! The arguments of calls and class headers.

use super::piece::{Found, Shape};
use super::reader::{Reader, Rule};
use crate::token::Token;

/// What was read of a list of arguments.
#[derive(Default)]
struct Arguments {
    positional: Vec<Found>,
    /// Whether a `**` is among them.
    unpacks_keywords: bool,
}

impl Reader<'_> {
    pub fn arguments(&mut self) -> Option<()> {
        self.remembered_fit(Rule::Arguments, |reader| {
            let arguments = reader.alternative(|reader| {
                reader.argument_list()?;
                reader.optional(|reader| reader.token(Token::Comma))?;
                reader.looks_like(|reader| reader.token(Token::RightParenthesis)).then_some(())
            });
            if arguments.is_none() {
                reader.mistake(Reader::invalid_arguments);
            }
            arguments
        })
    }

    fn argument_list(&mut self) -> Option<Arguments> {
        let with_positional = self.alternative(|reader| {
            let positional = reader.separated(Reader::positional_argument)?;
            let keywords = reader.optional(|reader| {
                reader.token(Token::Comma)?;
                reader.keyword_arguments()
            })?;
            let mut arguments = keywords.unwrap_or_default();
            arguments.positional.splice(0..0, positional);
            Some(arguments)
        });
        if with_positional.is_some() {
            return with_positional;
        }
        self.alternative(Reader::keyword_arguments)
    }

    fn positional_argument(&mut self) -> Option<Found> {
        if let Some(starred) = self.alternative(Reader::starred_expression) {
            return Some(starred);
        }
        self.alternative(|reader| {
            let value = match reader.assignment_expression() {
                Some(named) => named,
                None => reader.unnamed_expression()?,
            };
            reader.unless(|reader| reader.token(Token::Equal))?;
            Some(value)
        })
    }

    fn keyword_arguments(&mut self) -> Option<Arguments> {
        let gather = |items: Vec<Option<Found>>, unpacks_keywords: bool| Arguments {
            positional: items.into_iter().flatten().collect(),
            unpacks_keywords,
        };
        let both = self.alternative(|reader| {
            let items = reader.separated(Reader::keyword_or_starred)?;
            reader.token(Token::Comma)?;
            let unpacked = reader.separated(Reader::keyword_or_double_starred)?;
            Some(gather(items, unpacked.contains(&true)))
        });
        if both.is_some() {
            return both;
        }
        let starred = self.alternative(|reader| {
            let items = reader.separated(Reader::keyword_or_starred)?;
            Some(gather(items, false))
        });
        if starred.is_some() {
            return starred;
        }
        self.alternative(|reader| {
            let unpacked = reader.separated(Reader::keyword_or_double_starred)?;
            Some(gather(vec![], unpacked.contains(&true)))
        })
    }

    fn keyword(&mut self) -> Option<()> {
        self.name()?;
        self.token(Token::Equal)?;
        self.expression().map(drop)
    }

    /// The starred expression, if it is one.
    fn keyword_or_starred(&mut self) -> Option<Option<Found>> {
        self.mistake(Reader::invalid_keyword);
        if self.alternative(Reader::keyword).is_some() {
            return Some(None);
        }
        self.alternative(Reader::starred_expression).map(Some)
    }

    /// Whether it is double starred.
    fn keyword_or_double_starred(&mut self) -> Option<bool> {
        self.mistake(Reader::invalid_keyword);
        if self.alternative(Reader::keyword).is_some() {
            return Some(false);
        }
        self.alternative(|reader| {
            reader.token(Token::DoubleStar)?;
            reader.expression()
        })
        .map(|_| true)
    }

    pub fn starred_expression(&mut self) -> Option<Found> {
        self.mistake(|reader| {
            let star = reader.token(Token::Star)?;
            reader.expression()?;
            reader.token(Token::Equal)?;
            reader.expression()?;
            let span = reader.span_from(star);
            reader.raise("cannot assign to iterable argument unpacking", span)
        });
        let starred = self.alternative(|reader| {
            let start = reader.token(Token::Star)?;
            let value = reader.expression()?;
            Some(reader.piece(start, Shape::Starred(value)))
        });
        if starred.is_none() {
            // CPython tries this in the first pass too.
            self.alternative(|reader| {
                reader.token(Token::Star)?;
                reader.raise_at_furthest::<()>("Invalid star expression")
            });
        }
        starred
    }

    fn invalid_arguments(&mut self) -> Option<()> {
        let parenthesize = "Generator expression must be parenthesized";
        self.alternative(|reader| {
            let with_positional = reader.alternative(|reader| {
                reader.separated(Reader::positional_argument)?;
                reader.token(Token::Comma)?;
                reader.keyword_arguments()
            });
            if with_positional.is_none() {
                reader.keyword_arguments()?;
            }
            let comma = reader.token(Token::Comma)?;
            reader.separated(|reader| {
                reader.starred_expression()?;
                reader.unless(|reader| reader.token(Token::Equal))
            })?;
            let start = reader.place(comma).start;
            reader.raise_up_to_furthest::<()>(
                start,
                "iterable argument unpacking follows keyword argument unpacking",
            )
        });
        self.alternative(|reader| {
            let element = reader.expression()?;
            let last = reader.generator_clauses()?;
            reader.token(Token::Comma)?;
            reader.optional(|reader| {
                if reader.alternative(Reader::argument_list).is_none() {
                    reader.expression()?;
                    reader.generator_clauses()?;
                }
                Some(())
            })?;
            reader.raise::<()>(parenthesize, element.span.to(last.span))
        });
        self.alternative(|reader| {
            let start = reader.mark;
            reader.name()?;
            reader.token(Token::Equal)?;
            let span = reader.span_from(start);
            reader.expression()?;
            reader.generator_clauses()?;
            reader.raise::<()>("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", span)
        });
        self.alternative(|reader| {
            reader.optional(|reader| {
                reader.argument_list()?;
                reader.token(Token::Comma)
            })?;
            let start = reader.mark;
            reader.name()?;
            reader.token(Token::Equal)?;
            let span = reader.span_from(start);
            reader
                .looks_like(|reader| reader.any_token(&[Token::Comma, Token::RightParenthesis]))
                .then_some(())?;
            reader.raise::<()>("expected argument value expression", span)
        });
        let matched = self.alternative(|reader| {
            let arguments = reader.argument_list()?;
            let last = reader.generator_clauses()?;
            if let [_, .., element] = &arguments.positional[..] {
                reader.raise::<()>(parenthesize, element.span.to(last.span));
            }
            Some(())
        });
        if matched.is_some() {
            return None;
        }
        self.alternative(|reader| {
            reader.argument_list()?;
            reader.token(Token::Comma)?;
            let element = reader.expression()?;
            let last = reader.generator_clauses()?;
            reader.raise::<()>(parenthesize, element.span.to(last.span))
        });
        let first = self.argument_list()?;
        self.token(Token::Comma)?;
        self.argument_list()?;
        self.raise_at_furthest(if first.unpacks_keywords {
            "positional argument follows keyword argument unpacking"
        } else {
            "positional argument follows keyword argument"
        })
    }

    fn invalid_keyword(&mut self) -> Option<()> {
        self.alternative(|reader| {
            let start = reader.any_token(&[Token::True, Token::False, Token::None])?;
            reader.token(Token::Equal)?;
            let message = format!("cannot assign to {}", reader.text(start));
            let span = reader.span_from(start);
            reader.raise::<()>(message, span)
        });
        self.alternative(|reader| {
            let start = reader.mark;
            reader.name()?;
            reader.token(Token::Equal)?;
            let span = reader.span_from(start);
            reader.expression()?;
            reader.generator_clauses()?;
            reader.raise::<()>("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", span)
        });
        self.alternative(|reader| {
            reader.unless(|reader| {
                reader.name()?;
                reader.token(Token::Equal)
            })?;
            let value = reader.expression()?;
            let equal = reader.token(Token::Equal)?;
            let span = value.span.to(reader.place(equal));
            let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
            reader.raise::<()>(message, span)
        });
        let start = self.token(Token::DoubleStar)?;
        self.expression()?;
        self.token(Token::Equal)?;
        self.expression()?;
        let span = self.span_from(start);
        self.raise("cannot assign to keyword argument unpacking", span)
    }
}
