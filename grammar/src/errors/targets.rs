//! Targets of assignments, loops and deletions.

use super::piece::{Found, Shape};
use super::reader::{Reader, Rule};
use crate::token::Token;

impl Reader<'_> {
    pub fn star_targets(&mut self) -> Option<()> {
        let single = self.alternative(|reader| {
            reader.star_target()?;
            reader.unless(|reader| reader.token(Token::Comma))
        });
        if single.is_some() {
            return single;
        }
        self.alternative(|reader| {
            reader.separated(Reader::star_target)?;
            reader.optional(|reader| reader.token(Token::Comma))?;
            Some(())
        })
    }

    pub fn star_target(&mut self) -> Option<()> {
        self.remembered_fit(Rule::StarTarget, |reader| {
            let starred = reader.alternative(|reader| {
                reader.token(Token::Star)?;
                reader.unless(|reader| reader.token(Token::Star))?;
                reader.star_target()
            });
            if starred.is_some() {
                return starred;
            }
            reader.target_with_star_atom()
        })
    }

    fn target_with_star_atom(&mut self) -> Option<()> {
        self.remembered_fit(Rule::TargetWithStarAtom, |reader| {
            if reader.single_subscript_attribute_target().is_some() {
                return Some(());
            }
            reader.star_atom()
        })
    }

    fn star_atom(&mut self) -> Option<()> {
        if self.name().is_some() {
            return Some(());
        }
        let group = self.alternative(|reader| {
            reader.token(Token::LeftParenthesis)?;
            reader.target_with_star_atom()?;
            reader.token(Token::RightParenthesis)
        });
        if group.is_some() {
            return Some(());
        }
        let tuple = self.alternative(|reader| {
            reader.token(Token::LeftParenthesis)?;
            reader.optional(|reader| {
                let list = reader.separated(Reader::star_target)?;
                let comma = reader.optional(|reader| reader.token(Token::Comma))?;
                (list.len() > 1 || comma.is_some()).then_some(())
            })?;
            reader.token(Token::RightParenthesis)
        });
        if tuple.is_some() {
            return Some(());
        }
        self.alternative(|reader| {
            reader.token(Token::LeftBracket)?;
            reader.optional(|reader| {
                reader.separated(Reader::star_target)?;
                reader.optional(|reader| reader.token(Token::Comma))
            })?;
            reader.token(Token::RightBracket).map(drop)
        })
    }

    pub fn single_target(&mut self) -> Option<()> {
        if self.single_subscript_attribute_target().is_some() || self.name().is_some() {
            return Some(());
        }
        self.alternative(|reader| {
            reader.token(Token::LeftParenthesis)?;
            reader.single_target()?;
            reader.token(Token::RightParenthesis).map(drop)
        })
    }

    pub fn single_subscript_attribute_target(&mut self) -> Option<()> {
        self.alternative(|reader| {
            reader.target_primary()?;
            let attribute = reader.alternative(|reader| {
                reader.token(Token::Dot)?;
                reader.name()?;
                reader.unless(Reader::target_continues)
            });
            if attribute.is_some() {
                return attribute;
            }
            reader.alternative(|reader| {
                reader.token(Token::LeftBracket)?;
                reader.slices()?;
                reader.token(Token::RightBracket)?;
                reader.unless(Reader::target_continues)
            })
        })
    }

    fn target_continues(&mut self) -> Option<usize> {
        self.any_token(&[Token::LeftParenthesis, Token::LeftBracket, Token::Dot])
    }

    /// What may stand in front of a target's last attribute or subscript.
    fn target_primary(&mut self) -> Option<Found> {
        self.remembered(Rule::TargetPrimary, |reader| {
            let start = reader.mark;
            reader.atom()?;
            reader.looks_like(Reader::target_continues).then_some(())?;
            while reader
                .alternative(|reader| {
                    reader.target_trailer()?;
                    reader.looks_like(Reader::target_continues).then_some(())
                })
                .is_some()
            {}
            Some(reader.piece(start, Shape::Name))
        })
    }

    fn target_trailer(&mut self) -> Option<()> {
        let attribute = self.alternative(|reader| {
            reader.token(Token::Dot)?;
            reader.name()
        });
        if attribute.is_some() {
            return Some(());
        }
        let subscript = self.alternative(|reader| {
            reader.token(Token::LeftBracket)?;
            reader.slices()?;
            reader.token(Token::RightBracket)
        });
        if subscript.is_some() {
            return Some(());
        }
        if self.alternative(Reader::generator).is_some() {
            return Some(());
        }
        self.alternative(|reader| {
            reader.token(Token::LeftParenthesis)?;
            reader.optional(Reader::arguments)?;
            reader.token(Token::RightParenthesis).map(drop)
        })
    }

    pub fn delete_targets(&mut self) -> Option<()> {
        self.separated(Reader::delete_target)?;
        self.optional(|reader| reader.token(Token::Comma)).map(drop)
    }

    fn delete_target(&mut self) -> Option<()> {
        self.remembered_fit(Rule::DeleteTarget, |reader| {
            if reader.single_subscript_attribute_target().is_some() || reader.name().is_some() {
                return Some(());
            }
            let group = reader.alternative(|reader| {
                reader.token(Token::LeftParenthesis)?;
                reader.delete_target()?;
                reader.token(Token::RightParenthesis)
            });
            if group.is_some() {
                return Some(());
            }
            let brackets = [
                (Token::LeftParenthesis, Token::RightParenthesis),
                (Token::LeftBracket, Token::RightBracket),
            ];
            brackets.into_iter().find_map(|(open, close)| {
                reader.alternative(|reader| {
                    reader.token(open)?;
                    reader.optional(Reader::delete_targets)?;
                    reader.token(close).map(drop)
                })
            })
        })
    }
}
