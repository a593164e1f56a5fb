//! Parameter lists of functions and lambdas, and type parameters.

use super::piece::{Found, Shape};
use super::reader::{Reader, Rule};
use crate::token::Token;

/// Whose parameters are read: only a function's may be annotated, and the lists end differently.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Function,
    Lambda,
}

impl Owner {
    fn end(self) -> Token {
        match self {
            Owner::Function => Token::RightParenthesis,
            Owner::Lambda => Token::Colon,
        }
    }
}

impl Reader<'_> {
    pub fn function_parameters(&mut self) -> Option<()> {
        self.parameters(Owner::Function)
    }

    pub fn lambda_parameters(&mut self) -> Option<()> {
        self.parameters(Owner::Lambda)
    }

    fn parameters(&mut self, owner: Owner) -> Option<()> {
        self.mistake(|reader| reader.invalid_parameters(owner));
        let after_slash = self.alternative(|reader| {
            reader.slash_without_default(owner)?;
            reader.many(|reader| reader.plain_parameter(owner))?;
            reader.many(|reader| reader.default_parameter(owner))?;
            reader.optional(|reader| reader.starred_parameters(owner)).map(drop)
        });
        if after_slash.is_some() {
            return after_slash;
        }
        let after_slash = self.alternative(|reader| {
            reader.slash_with_default(owner)?;
            reader.many(|reader| reader.default_parameter(owner))?;
            reader.optional(|reader| reader.starred_parameters(owner)).map(drop)
        });
        if after_slash.is_some() {
            return after_slash;
        }
        let plain = self.alternative(|reader| {
            reader.some(|reader| reader.plain_parameter(owner))?;
            reader.many(|reader| reader.default_parameter(owner))?;
            reader.optional(|reader| reader.starred_parameters(owner)).map(drop)
        });
        if plain.is_some() {
            return plain;
        }
        let with_defaults = self.alternative(|reader| {
            reader.some(|reader| reader.default_parameter(owner))?;
            reader.optional(|reader| reader.starred_parameters(owner)).map(drop)
        });
        if with_defaults.is_some() {
            return with_defaults;
        }
        self.alternative(|reader| reader.starred_parameters(owner))
    }

    // Single parameters; all but `parameter` take the comma behind them.

    fn parameter(&mut self, owner: Owner) -> Option<Found> {
        self.alternative(|reader| {
            let start = reader.mark;
            reader.name()?;
            if owner == Owner::Function {
                reader.optional(|reader| {
                    reader.token(Token::Colon)?;
                    reader.expression()
                })?;
            }
            Some(reader.piece(start, Shape::Name))
        })
    }

    /// The comma behind a parameter, or the end of the list in sight.
    fn parameter_end(&mut self, owner: Owner) -> Option<()> {
        if self.token(Token::Comma).is_some() {
            return Some(());
        }
        self.looks_like(|reader| reader.token(owner.end())).then_some(())
    }

    fn default(&mut self) -> Option<()> {
        let default = self.alternative(|reader| {
            reader.token(Token::Equal)?;
            reader.expression()
        });
        if default.is_some() {
            return Some(());
        }
        self.mistake(|reader| {
            let equal = reader.token(Token::Equal)?;
            reader
                .looks_like(|reader| reader.any_token(&[Token::RightParenthesis, Token::Comma]))
                .then_some(())?;
            let span = reader.place(equal);
            reader.raise("expected default value expression", span)
        });
        None
    }

    fn plain_parameter(&mut self, owner: Owner) -> Option<Found> {
        self.alternative(|reader| {
            let parameter = reader.parameter(owner)?;
            reader.parameter_end(owner)?;
            Some(parameter)
        })
    }

    fn default_parameter(&mut self, owner: Owner) -> Option<()> {
        self.alternative(|reader| {
            reader.parameter(owner)?;
            reader.default()?;
            reader.parameter_end(owner)
        })
    }

    fn any_parameter(&mut self, owner: Owner) -> Option<()> {
        self.alternative(|reader| {
            reader.parameter(owner)?;
            reader.optional(Reader::default)?;
            reader.parameter_end(owner)
        })
    }

    fn slash_without_default(&mut self, owner: Owner) -> Option<()> {
        self.alternative(|reader| {
            reader.some(|reader| reader.plain_parameter(owner))?;
            reader.token(Token::Slash)?;
            reader.parameter_end(owner)
        })
    }

    fn slash_with_default(&mut self, owner: Owner) -> Option<()> {
        self.alternative(|reader| {
            reader.many(|reader| reader.plain_parameter(owner))?;
            reader.some(|reader| reader.default_parameter(owner))?;
            reader.token(Token::Slash)?;
            reader.parameter_end(owner)
        })
    }

    fn any_slash(&mut self, owner: Owner) -> Option<()> {
        if self.slash_without_default(owner).is_some() {
            return Some(());
        }
        self.slash_with_default(owner)
    }

    /// `*args`, `*`, `**kwargs` and what is between them.
    fn starred_parameters(&mut self, owner: Owner) -> Option<()> {
        self.mistake(|reader| reader.invalid_starred_parameters(owner));
        let arguments = self.alternative(|reader| {
            reader.token(Token::Star)?;
            if reader.plain_parameter(owner).is_none() {
                if owner == Owner::Lambda {
                    return None;
                }
                // `*args: *Ts`
                reader.name()?;
                reader.token(Token::Colon)?;
                reader.token(Token::Star)?;
                reader.bit_or()?;
                reader.parameter_end(owner)?;
            }
            reader.many(|reader| reader.any_parameter(owner))?;
            reader.optional(|reader| reader.keyword_parameters(owner)).map(drop)
        });
        if arguments.is_some() {
            return arguments;
        }
        let bare = self.alternative(|reader| {
            reader.token(Token::Star)?;
            reader.token(Token::Comma)?;
            reader.some(|reader| reader.any_parameter(owner))?;
            reader.optional(|reader| reader.keyword_parameters(owner)).map(drop)
        });
        if bare.is_some() {
            return bare;
        }
        self.alternative(|reader| reader.keyword_parameters(owner))
    }

    fn keyword_parameters(&mut self, owner: Owner) -> Option<()> {
        self.mistake(|reader| reader.invalid_keyword_parameters(owner));
        self.alternative(|reader| {
            reader.token(Token::DoubleStar)?;
            reader.plain_parameter(owner).map(drop)
        })
    }

    // Mistakes.

    fn invalid_parameters(&mut self, owner: Owner) -> Option<()> {
        self.alternative(|reader| {
            let slash = reader.token(Token::Slash)?;
            reader.token(Token::Comma)?;
            let span = reader.place(slash);
            reader.raise::<()>("at least one argument must precede /", span)
        });
        self.alternative(|reader| {
            reader.any_slash(owner)?;
            reader.many(|reader| reader.any_parameter(owner))?;
            let slash = reader.token(Token::Slash)?;
            let span = reader.place(slash);
            reader.raise::<()>("/ may appear only once", span)
        });
        self.alternative(|reader| {
            reader.optional(|reader| reader.slash_without_default(owner))?;
            reader.many(|reader| reader.plain_parameter(owner))?;
            if reader.slash_with_default(owner).is_none() {
                reader.some(|reader| reader.default_parameter(owner))?;
            }
            let parameter = reader.plain_parameter(owner)?;
            reader.raise::<()>(
                "parameter without a default follows parameter with a default",
                parameter.span,
            )
        });
        self.alternative(|reader| {
            reader.many(|reader| reader.plain_parameter(owner))?;
            let start = reader.token(Token::LeftParenthesis)?;
            if owner == Owner::Function {
                reader.some(|reader| reader.plain_parameter(owner))?;
            } else {
                reader.separated(|reader| reader.parameter(owner))?;
            }
            reader.optional(|reader| reader.token(Token::Comma))?;
            reader.token(Token::RightParenthesis)?;
            let span = reader.span_from(start);
            reader.raise::<()>(
                match owner {
                    Owner::Function => "Function parameters cannot be parenthesized",
                    Owner::Lambda => "Lambda expression parameters cannot be parenthesized",
                },
                span,
            )
        });
        self.alternative(|reader| {
            reader.optional(|reader| reader.any_slash(owner))?;
            reader.many(|reader| reader.any_parameter(owner))?;
            reader.token(Token::Star)?;
            reader.comma_or_parameter(owner)?;
            reader.many(|reader| reader.any_parameter(owner))?;
            let slash = reader.token(Token::Slash)?;
            let span = reader.place(slash);
            reader.raise::<()>("/ must be ahead of *", span)
        });
        self.some(|reader| reader.any_parameter(owner))?;
        self.token(Token::Slash)?;
        let star = self.token(Token::Star)?;
        let span = self.place(star);
        self.raise("expected comma between / and *", span)
    }

    fn comma_or_parameter(&mut self, owner: Owner) -> Option<()> {
        if self.token(Token::Comma).is_some() {
            return Some(());
        }
        self.plain_parameter(owner).map(drop)
    }

    fn invalid_starred_parameters(&mut self, owner: Owner) -> Option<()> {
        self.alternative(|reader| {
            let star = reader.token(Token::Star)?;
            if reader.token(owner.end()).is_none() {
                reader.token(Token::Comma)?;
                reader.any_token(&[owner.end(), Token::DoubleStar])?;
            }
            let message = "named arguments must follow bare *";
            if owner == Owner::Lambda {
                return reader.raise_at_furthest::<()>(message);
            }
            let span = reader.place(star);
            reader.raise(message, span)
        });
        self.alternative(|reader| {
            reader.token(Token::Star)?;
            reader.parameter(owner)?;
            let equal = reader.token(Token::Equal)?;
            let span = reader.place(equal);
            reader.raise::<()>("var-positional argument cannot have default value", span)
        });
        self.token(Token::Star)?;
        self.comma_or_parameter(owner)?;
        self.many(|reader| reader.any_parameter(owner))?;
        let star = self.token(Token::Star)?;
        self.comma_or_parameter(owner)?;
        let span = self.place(star);
        self.raise("* argument may appear only once", span)
    }

    fn invalid_keyword_parameters(&mut self, owner: Owner) -> Option<()> {
        self.alternative(|reader| {
            reader.token(Token::DoubleStar)?;
            reader.parameter(owner)?;
            let equal = reader.token(Token::Equal)?;
            let span = reader.place(equal);
            reader.raise::<()>("var-keyword argument cannot have default value", span)
        });
        let message = "arguments cannot follow var-keyword argument";
        self.alternative(|reader| {
            reader.token(Token::DoubleStar)?;
            reader.parameter(owner)?;
            reader.token(Token::Comma)?;
            let parameter = reader.parameter(owner)?;
            reader.raise::<()>(message, parameter.span)
        });
        self.token(Token::DoubleStar)?;
        self.parameter(owner)?;
        self.token(Token::Comma)?;
        let star = self.any_token(&[Token::Star, Token::DoubleStar, Token::Slash])?;
        let span = self.place(star);
        self.raise(message, span)
    }

    // Type parameters.

    pub fn type_params(&mut self) -> Option<()> {
        self.mistake(|reader| {
            reader.token(Token::LeftBracket)?;
            let bracket = reader.token(Token::RightBracket)?;
            let start = reader.place(bracket).start;
            reader.raise_up_to_furthest(start, "Type parameter list cannot be empty")
        });
        self.token(Token::LeftBracket)?;
        self.separated(Reader::type_param)?;
        self.optional(|reader| reader.token(Token::Comma))?;
        self.token(Token::RightBracket).map(drop)
    }

    fn type_param(&mut self) -> Option<()> {
        self.remembered_fit(Rule::TypeParam, |reader| {
            let variable = reader.alternative(|reader| {
                reader.name()?;
                reader.optional(|reader| {
                    reader.token(Token::Colon)?;
                    reader.expression()
                })?;
                reader.type_param_default(Reader::expression)
            });
            if variable.is_some() {
                return variable;
            }
            reader.mistake(Reader::invalid_type_param);
            let tuple = reader.alternative(|reader| {
                reader.token(Token::Star)?;
                reader.name()?;
                reader.type_param_default(Reader::star_named_expression)
            });
            if tuple.is_some() {
                return tuple;
            }
            reader.alternative(|reader| {
                reader.token(Token::DoubleStar)?;
                reader.name()?;
                reader.type_param_default(Reader::expression)
            })
        })
    }

    fn type_param_default(&mut self, value: fn(&mut Self) -> Option<Found>) -> Option<()> {
        self.optional(|reader| {
            reader.token(Token::Equal)?;
            value(reader)
        })
        .map(drop)
    }

    fn invalid_type_param(&mut self) -> Option<()> {
        let star = self.any_token(&[Token::Star, Token::DoubleStar])?;
        self.name()?;
        let colon = self.token(Token::Colon)?;
        let bound = self.expression()?;
        let kind = if self.text(star) == "*" { "TypeVarTuple" } else { "ParamSpec" };
        let what = if matches!(bound.shape, Shape::Tuple(_)) { "constraints" } else { "bound" };
        let start = self.place(colon).start;
        self.raise_up_to_furthest(start, format!("cannot use {what} with {kind}"))
    }
}
