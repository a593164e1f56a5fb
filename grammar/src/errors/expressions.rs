//! Expressions, from lists of them down to names and numbers.

use super::piece::{Found, Piece, Shape};
use super::reader::{Reader, Rule};
use crate::token::Token;

/// Names that are keywords in some places. CPython takes every name with which one of them begins
/// for the keyword here.
const SOFT_KEYWORDS: [&str; 4] = ["_", "case", "match", "type"];

impl Reader<'_> {
    // Lists.

    /// Items with commas between and perhaps behind them: a tuple, or the only item.
    fn tuple_or_single(&mut self, item: impl FnMut(&mut Self) -> Option<Found>) -> Option<Found> {
        let start = self.mark;
        let mut items = self.separated(item)?;
        let comma = self.optional(|reader| reader.token(Token::Comma))?;
        if items.len() == 1 && comma.is_none() {
            return items.pop();
        }
        Some(self.piece(start, Shape::Tuple(items)))
    }

    pub fn star_expressions(&mut self) -> Option<Found> {
        self.tuple_or_single(Reader::star_expression)
    }

    fn star_expression(&mut self) -> Option<Found> {
        self.remembered(Rule::StarExpression, |reader| {
            if let Some(starred) = reader.alternative(Reader::starred_operand) {
                return Some(starred);
            }
            reader.expression()
        })
    }

    fn starred_operand(&mut self) -> Option<Found> {
        let start = self.token(Token::Star)?;
        let value = self.bit_or()?;
        Some(self.piece(start, Shape::Starred(value)))
    }

    pub fn plain_expressions(&mut self) -> Option<Found> {
        self.tuple_or_single(Reader::expression)
    }

    pub fn star_named_expression(&mut self) -> Option<Found> {
        if let Some(starred) = self.alternative(Reader::starred_operand) {
            return Some(starred);
        }
        self.named_expression()
    }

    pub fn star_named_expressions(&mut self) -> Option<Vec<Found>> {
        let list = self.separated(Reader::star_named_expression)?;
        self.optional(|reader| reader.token(Token::Comma))?;
        Some(list)
    }

    // Named expressions.

    pub fn assignment_expression(&mut self) -> Option<Found> {
        self.alternative(|reader| {
            let start = reader.mark;
            reader.name()?;
            reader.token(Token::ColonEqual)?;
            reader.expression()?;
            Some(reader.piece(start, Shape::Named))
        })
    }

    pub fn named_expression(&mut self) -> Option<Found> {
        self.remembered(Rule::NamedExpression, |reader| {
            if let Some(named) = reader.assignment_expression() {
                return Some(named);
            }
            reader.mistake(|reader| {
                reader.remembered_fit(Rule::InvalidNamedExpression, |reader| {
                    reader.invalid_named_expression()
                })
            });
            reader.alternative(Reader::unnamed_expression)
        })
    }

    /// An expression without `:=` behind it.
    pub fn unnamed_expression(&mut self) -> Option<Found> {
        let expression = self.expression()?;
        self.unless(|reader| reader.token(Token::ColonEqual))?;
        Some(expression)
    }

    fn invalid_named_expression(&mut self) -> Option<()> {
        self.alternative(|reader| {
            let target = reader.expression()?;
            reader.token(Token::ColonEqual)?;
            reader.expression()?;
            let message = format!("cannot use assignment expressions with {}", target.name());
            reader.raise::<()>(message, target.span)
        });
        self.alternative(|reader| {
            let target = reader.name()?;
            reader.token(Token::Equal)?;
            let value = reader.bit_or()?;
            reader.unless(Reader::assigns)?;
            reader.raise::<()>(
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                target.span.to(value.span),
            )
        });
        self.alternative(|reader| {
            reader.unless(|reader| {
                if reader.alternative(Reader::list).is_some()
                    || reader.alternative(Reader::tuple).is_some()
                    || reader.alternative(Reader::generator).is_some()
                {
                    return Some(());
                }
                reader.any_token(&[Token::True, Token::None, Token::False]).map(drop)
            })?;
            let target = reader.bit_or()?;
            reader.token(Token::Equal)?;
            reader.bit_or()?;
            reader.unless(Reader::assigns)?;
            let name = target.name();
            let message =
                format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?");
            reader.raise::<()>(message, target.span)
        })
    }

    fn assigns(&mut self) -> Option<usize> {
        self.any_token(&[Token::Equal, Token::ColonEqual])
    }

    pub fn yield_expression(&mut self) -> Option<Found> {
        let start = self.token(Token::Yield)?;
        let from = self.alternative(|reader| {
            reader.token(Token::From)?;
            reader.expression()
        });
        if from.is_none() {
            self.optional(Reader::star_expressions)?;
        }
        Some(self.piece(start, Shape::Yield))
    }

    // Conditional expressions and lambdas.

    pub fn expression(&mut self) -> Option<Found> {
        self.remembered(Rule::Expression, |reader| {
            reader.mistake(Reader::invalid_expression);
            reader.mistake(Reader::invalid_legacy_expression);
            reader.plain_expression()
        })
    }

    fn plain_expression(&mut self) -> Option<Found> {
        let conditional = self.alternative(|reader| {
            let start = reader.mark;
            reader.disjunction()?;
            reader.token(Token::If)?;
            reader.disjunction()?;
            reader.token(Token::Else)?;
            reader.expression()?;
            Some(reader.piece(start, Shape::Conditional))
        });
        if conditional.is_some() {
            return conditional;
        }
        if let Some(disjunction) = self.alternative(Reader::disjunction) {
            return Some(disjunction);
        }
        self.alternative(|reader| {
            let start = reader.token(Token::Lambda)?;
            reader.optional(Reader::lambda_parameters)?;
            reader.token(Token::Colon)?;
            reader.expression()?;
            Some(reader.piece(start, Shape::Lambda))
        })
    }

    fn invalid_expression(&mut self) -> Option<()> {
        let two_expressions = self.alternative(|reader| {
            reader.unless(|reader| {
                let index = reader.token(Token::Name)?;
                let is_soft_keyword =
                    SOFT_KEYWORDS.iter().any(|keyword| keyword.starts_with(reader.text(index)));
                (is_soft_keyword || reader.token(Token::String).is_some()).then_some(())
            })?;
            let first = reader.disjunction()?;
            let second = reader.without_mistakes(Reader::plain_expression)?;
            if !reader.is_legacy_statement(&first) && reader.inside_brackets() {
                reader.raise::<()>(
                    "invalid syntax. Perhaps you forgot a comma?",
                    first.span.to(second.span),
                );
            }
            Some(())
        });
        if two_expressions.is_some() {
            return None;
        }
        self.alternative(|reader| {
            let body = reader.disjunction()?;
            reader.token(Token::If)?;
            let test = reader.disjunction()?;
            reader.unless(|reader| reader.any_token(&[Token::Else, Token::Colon]))?;
            let span = body.span.to(test.span);
            reader.raise::<()>("expected 'else' after 'if' expression", span)
        });
        self.alternative(|reader| {
            let start = reader.token(Token::Lambda)?;
            reader.optional(Reader::lambda_parameters)?;
            reader.token(Token::Colon)?;
            let span = reader.span_from(start);
            reader.looks_like(|reader| reader.token(Token::FormatText)).then_some(())?;
            reader.raise::<()>(
                "f-string: lambda expressions are not allowed without parentheses",
                span,
            )
        })
    }

    /// Whether `piece` names a statement of Python 2 that has become a function.
    fn is_legacy_statement(&self, piece: &Piece) -> bool {
        matches!(piece.shape, Shape::Name) && matches!(self.piece_text(piece), "print" | "exec")
    }

    fn invalid_legacy_expression(&mut self) -> Option<()> {
        let name = self.name()?;
        self.unless(|reader| reader.token(Token::LeftParenthesis))?;
        let argument = self.star_expressions()?;
        if self.is_legacy_statement(&name) {
            let word = self.piece_text(&name);
            let message =
                format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?");
            self.raise::<()>(message, name.span.to(argument.span));
        }
        None
    }

    // Operators.

    /// Operands with an operator between them, or the only operand.
    fn chain(
        &mut self,
        operators: &[Token],
        mut operand: impl FnMut(&mut Self) -> Option<Found>,
    ) -> Option<Found> {
        let start = self.mark;
        let first = self.alternative(&mut operand)?;
        let rest = self.many(|reader| {
            reader.any_token(operators)?;
            operand(reader)
        })?;
        if rest.is_empty() {
            return Some(first);
        }
        Some(self.piece(start, Shape::Operation))
    }

    pub fn disjunction(&mut self) -> Option<Found> {
        self.remembered(Rule::Disjunction, |reader| reader.chain(&[Token::Or], Reader::conjunction))
    }

    fn conjunction(&mut self) -> Option<Found> {
        self.remembered(Rule::Conjunction, |reader| reader.chain(&[Token::And], Reader::inversion))
    }

    pub fn inversion(&mut self) -> Option<Found> {
        self.remembered(Rule::Inversion, |reader| {
            let inverted = reader.alternative(|reader| {
                let start = reader.token(Token::Not)?;
                reader.inversion()?;
                Some(reader.piece(start, Shape::Operation))
            });
            if inverted.is_some() {
                return inverted;
            }
            reader.comparison()
        })
    }

    fn comparison(&mut self) -> Option<Found> {
        let start = self.mark;
        let left = self.alternative(Reader::bit_or)?;
        let rest = self.many(|reader| {
            let by_in = reader.comparison_operator()?;
            reader.bit_or()?;
            Some(by_in)
        })?;
        match rest.first() {
            None => Some(left),
            Some(&by_in) => Some(self.piece(start, Shape::Comparison { left, by_in })),
        }
    }

    /// Takes a comparison operator; the result tells whether it is `in`.
    fn comparison_operator(&mut self) -> Option<bool> {
        let simple = [
            Token::EqualEqual,
            Token::NotEqual,
            Token::LessEqual,
            Token::Less,
            Token::GreaterEqual,
            Token::Greater,
        ];
        if self.any_token(&simple).is_some() {
            return Some(false);
        }
        let not_in = self.alternative(|reader| {
            reader.token(Token::Not)?;
            reader.token(Token::In)
        });
        if not_in.is_some() {
            return Some(false);
        }
        if self.token(Token::In).is_some() {
            return Some(true);
        }
        self.token(Token::Is)?;
        self.optional(|reader| {
            reader.token(Token::Not)?;
            // `is` and a `not` that begins an operand read alike; no operand begins so.
            Some(())
        })?;
        Some(false)
    }

    pub fn bit_or(&mut self) -> Option<Found> {
        self.remembered(Rule::BitOr, |reader| {
            reader.chain(&[Token::Bar], |reader| {
                reader.chain(&[Token::Caret], |reader| {
                    reader.chain(&[Token::Ampersand], Reader::shift)
                })
            })
        })
    }

    fn shift(&mut self) -> Option<Found> {
        self.mistake(|reader| {
            reader.sum()?;
            reader.any_token(&[
                Token::Plus,
                Token::Minus,
                Token::Star,
                Token::Slash,
                Token::Percent,
                Token::DoubleSlash,
                Token::At,
            ])?;
            reader.misplaced_not(Reader::inversion)
        });
        self.chain(&[Token::LeftShift, Token::RightShift], Reader::sum)
    }

    fn misplaced_not(&mut self, operand: fn(&mut Self) -> Option<Found>) -> Option<()> {
        let start = self.token(Token::Not)?;
        operand(self)?;
        let span = self.span_from(start);
        self.raise("'not' after an operator must be parenthesized", span)
    }

    fn sum(&mut self) -> Option<Found> {
        self.remembered(Rule::Sum, |reader| {
            reader.chain(&[Token::Plus, Token::Minus], Reader::term)
        })
    }

    fn term(&mut self) -> Option<Found> {
        self.remembered(Rule::Term, |reader| {
            reader.mistake(|reader| {
                reader.any_token(&[Token::Plus, Token::Minus, Token::Tilde])?;
                reader.misplaced_not(Reader::factor)
            });
            let operators =
                [Token::Star, Token::Slash, Token::DoubleSlash, Token::Percent, Token::At];
            reader.chain(&operators, Reader::factor)
        })
    }

    fn factor(&mut self) -> Option<Found> {
        self.remembered(Rule::Factor, |reader| {
            let signed = reader.alternative(|reader| {
                let start = reader.any_token(&[Token::Plus, Token::Minus, Token::Tilde])?;
                reader.factor()?;
                Some(reader.piece(start, Shape::Operation))
            });
            if signed.is_some() {
                return signed;
            }
            let start = reader.mark;
            let base = reader.await_primary()?;
            let power = reader.alternative(|reader| {
                reader.token(Token::DoubleStar)?;
                reader.factor()
            });
            if power.is_none() {
                return Some(base);
            }
            Some(reader.piece(start, Shape::Operation))
        })
    }

    // Primaries.

    fn await_primary(&mut self) -> Option<Found> {
        self.remembered(Rule::AwaitPrimary, |reader| {
            let awaited = reader.alternative(|reader| {
                let start = reader.token(Token::Await)?;
                reader.primary()?;
                Some(reader.piece(start, Shape::Await))
            });
            if awaited.is_some() {
                return awaited;
            }
            reader.primary()
        })
    }

    fn primary(&mut self) -> Option<Found> {
        self.remembered(Rule::Primary, |reader| {
            let start = reader.mark;
            let mut primary = reader.alternative(Reader::atom)?;
            while let Some(shape) = reader.alternative(Reader::trailer) {
                primary = reader.piece(start, shape);
            }
            Some(primary)
        })
    }

    fn trailer(&mut self) -> Option<Shape> {
        let attribute = self.alternative(|reader| {
            reader.token(Token::Dot)?;
            reader.name()
        });
        if attribute.is_some() {
            return Some(Shape::Attribute);
        }
        if self.alternative(Reader::generator).is_some() {
            return Some(Shape::Call);
        }
        let call = self.alternative(|reader| {
            reader.token(Token::LeftParenthesis)?;
            reader.optional(Reader::arguments)?;
            reader.token(Token::RightParenthesis)
        });
        if call.is_some() {
            return Some(Shape::Call);
        }
        self.alternative(|reader| {
            reader.token(Token::LeftBracket)?;
            reader.slices()?;
            reader.token(Token::RightBracket)
        })?;
        Some(Shape::Subscript)
    }

    pub fn slices(&mut self) -> Option<Found> {
        let single = self.alternative(|reader| {
            let slice = reader.slice()?;
            reader.unless(|reader| reader.token(Token::Comma))?;
            Some(slice)
        });
        if single.is_some() {
            return single;
        }
        self.alternative(|reader| {
            let start = reader.mark;
            let items = reader.separated(|reader| {
                if let Some(slice) = reader.alternative(Reader::slice) {
                    return Some(slice);
                }
                reader.starred_expression()
            })?;
            reader.optional(|reader| reader.token(Token::Comma))?;
            Some(reader.piece(start, Shape::Tuple(items)))
        })
    }

    fn slice(&mut self) -> Option<Found> {
        let slice = self.alternative(|reader| {
            let start = reader.mark;
            reader.optional(Reader::expression)?;
            reader.token(Token::Colon)?;
            reader.optional(Reader::expression)?;
            reader.optional(|reader| {
                reader.token(Token::Colon)?;
                reader.optional(Reader::expression)
            })?;
            Some(reader.piece(start, Shape::Slice))
        });
        if slice.is_some() {
            return slice;
        }
        self.named_expression()
    }

    pub fn atom(&mut self) -> Option<Found> {
        self.remembered(Rule::Atom, |reader| {
            let start = reader.mark;
            let shape = match reader.peek()? {
                Token::Name => Shape::Name,
                Token::True => Shape::True,
                Token::False => Shape::False,
                Token::None => Shape::None,
                Token::Number => Shape::Literal,
                Token::Ellipsis => Shape::Ellipsis,
                Token::String | Token::FormatStart => return reader.strings(),
                Token::LeftParenthesis => return reader.parenthesized(),
                Token::LeftBracket => return reader.bracketed(),
                Token::LeftBrace => return reader.braced(),
                _ => return None,
            };
            reader.mark += 1;
            Some(reader.piece(start, shape))
        })
    }

    /// Adjacent string literals.
    pub fn strings(&mut self) -> Option<Found> {
        self.remembered(Rule::Strings, |reader| {
            let start = reader.mark;
            let mut is_format = false;
            let literals = reader.some(|reader| {
                if let Some(index) = reader.token(Token::String) {
                    let text = reader.text(index);
                    let prefix = text.find(['"', '\'']).unwrap_or(0);
                    return Some(text[..prefix].contains(['b', 'B']));
                }
                reader.format_string()?;
                is_format = true;
                Some(false)
            })?;
            if literals.contains(&true) && literals.contains(&false) {
                return reader.raise_at_furthest("cannot mix bytes and nonbytes literals");
            }
            let shape = if is_format { Shape::FormatString } else { Shape::Literal };
            Some(reader.piece(start, shape))
        })
    }
}
