//! Compound statements.

use super::piece::TargetUse;
use super::reader::{Reader, Rule};
use crate::token::Token;

impl Reader<'_> {
    pub fn compound_statement(&mut self) -> Option<()> {
        match self.peek()? {
            Token::Def => self.function_definition(),
            Token::At => {
                if self.alternative(Reader::function_definition).is_some() {
                    return Some(());
                }
                self.class_definition()
            }
            Token::Async => {
                if self.alternative(Reader::function_definition).is_some()
                    || self.alternative(Reader::with_statement).is_some()
                {
                    return Some(());
                }
                self.for_statement()
            }
            Token::If => self.if_statement(),
            Token::Class => self.class_definition(),
            Token::With => self.with_statement(),
            Token::For => self.for_statement(),
            Token::Try => self.try_statement(),
            Token::While => self.while_statement(),
            _ => self.match_statement(),
        }
    }

    pub fn block(&mut self) -> Option<()> {
        self.remembered_fit(Rule::Block, |reader| {
            let block = reader.alternative(|reader| {
                reader.token(Token::Newline)?;
                reader.token(Token::Indent)?;
                reader.some(Reader::statement)?;
                reader.token(Token::Dedent)
            });
            if block.is_some() {
                return Some(());
            }
            if reader.alternative(Reader::simple_statements).is_some() {
                return Some(());
            }
            reader.mistake(|reader| {
                reader.missing_block()?;
                reader.raise_indentation("expected an indented block")
            });
            None
        })
    }

    /// The end of a header line with no block behind it.
    fn missing_block(&mut self) -> Option<()> {
        self.token(Token::Newline)?;
        self.unless(|reader| reader.token(Token::Indent))
    }

    /// The mistakes that all headers share: no colon at the end of the line, and no block. The
    /// header is the rest of the line behind the keyword.
    fn invalid_header(
        &mut self,
        what: &str,
        keyword: Token,
        mut header: impl FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.alternative(|reader| {
            reader.optional(|reader| reader.token(Token::Async))?;
            reader.token(keyword)?;
            header(reader)?;
            reader.token(Token::Newline)?;
            reader.raise_at_furthest::<()>("expected ':'")
        });
        self.optional(|reader| reader.token(Token::Async))?;
        let start = self.token(keyword)?;
        header(self)?;
        self.token(Token::Colon)?;
        self.missing_block()?;
        self.raise_no_block(what, start)
    }

    /// The mistake of a header that no block follows.
    fn invalid_indent(
        &mut self,
        what: &str,
        keyword: Token,
        header: impl FnOnce(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.optional(|reader| reader.token(Token::Async))?;
        let start = self.token(keyword)?;
        header(self)?;
        self.token(Token::Colon)?;
        self.missing_block()?;
        self.raise_no_block(what, start)
    }

    // Definitions.

    fn decorators(&mut self) -> Option<()> {
        self.many(|reader| {
            reader.token(Token::At)?;
            reader.named_expression()?;
            reader.token(Token::Newline)
        })
        .map(drop)
    }

    fn function_definition(&mut self) -> Option<()> {
        self.decorators()?;
        self.mistake(Reader::invalid_function_definition);
        self.optional(|reader| reader.token(Token::Async))?;
        self.token(Token::Def)?;
        self.name()?;
        self.optional(Reader::type_params)?;
        self.token(Token::LeftParenthesis)?;
        self.function_header_rest()?;
        self.token(Token::Colon)?;
        self.block()
    }

    /// What stands between the opening parenthesis and the colon.
    fn function_header_rest(&mut self) -> Option<()> {
        self.optional(Reader::function_parameters)?;
        self.token(Token::RightParenthesis)?;
        self.optional(Reader::return_annotation).map(drop)
    }

    fn invalid_function_definition(&mut self) -> Option<()> {
        self.alternative(|reader| {
            reader.invalid_indent("function definition", Token::Def, |reader| {
                reader.name()?;
                reader.optional(Reader::type_params)?;
                reader.token(Token::LeftParenthesis)?;
                reader.function_header_rest()
            })
        });
        self.optional(|reader| reader.token(Token::Async))?;
        self.token(Token::Def)?;
        self.name()?;
        self.optional(Reader::type_params)?;
        self.forced(Token::LeftParenthesis, "(")?;
        self.function_header_rest()?;
        self.forced(Token::Colon, ":")?;
        self.block()
    }

    fn return_annotation(&mut self) -> Option<()> {
        self.token(Token::Arrow)?;
        self.expression().map(drop)
    }

    fn class_definition(&mut self) -> Option<()> {
        self.decorators()?;
        self.mistake(|reader| {
            reader.invalid_header("class definition", Token::Class, Reader::class_header)
        });
        self.token(Token::Class)?;
        self.class_header()?;
        self.token(Token::Colon)?;
        self.block()
    }

    fn class_header(&mut self) -> Option<()> {
        self.name()?;
        self.optional(Reader::type_params)?;
        self.optional(|reader| {
            reader.token(Token::LeftParenthesis)?;
            reader.optional(Reader::arguments)?;
            reader.token(Token::RightParenthesis)
        })
        .map(drop)
    }

    // Conditions and loops.

    fn condition(&mut self) -> Option<()> {
        self.named_expression().map(drop)
    }

    fn if_statement(&mut self) -> Option<()> {
        self.mistake(|reader| {
            reader.invalid_header("'if' statement", Token::If, Reader::condition)
        });
        self.token(Token::If)?;
        self.condition()?;
        self.token(Token::Colon)?;
        self.block()?;
        self.elifs_and_else()
    }

    fn elifs_and_else(&mut self) -> Option<()> {
        while self.alternative(Reader::elif_block).is_some() {}
        self.optional(Reader::else_block).map(drop)
    }

    fn elif_block(&mut self) -> Option<()> {
        if self.peek() != Some(Token::Elif) {
            return None;
        }
        self.mistake(|reader| {
            reader.invalid_header("'elif' statement", Token::Elif, Reader::condition)
        });
        self.token(Token::Elif)?;
        self.condition()?;
        self.token(Token::Colon)?;
        self.block()
    }

    fn else_block(&mut self) -> Option<()> {
        self.mistake(|reader| reader.invalid_indent("'else' statement", Token::Else, |_| Some(())));
        self.token(Token::Else)?;
        self.forced(Token::Colon, ":")?;
        self.block()
    }

    fn while_statement(&mut self) -> Option<()> {
        self.mistake(|reader| {
            reader.invalid_header("'while' statement", Token::While, Reader::condition)
        });
        self.token(Token::While)?;
        self.condition()?;
        self.token(Token::Colon)?;
        self.block()?;
        self.optional(Reader::else_block).map(drop)
    }

    fn for_statement(&mut self) -> Option<()> {
        self.mistake(|reader| {
            reader.invalid_header("'for' statement", Token::For, |reader| {
                reader.star_targets()?;
                reader.token(Token::In)?;
                reader.star_expressions().map(drop)
            })
        });
        let mut committed = false;
        let statement = self.alternative(|reader| {
            reader.optional(|reader| reader.token(Token::Async))?;
            reader.token(Token::For)?;
            reader.star_targets()?;
            reader.token(Token::In)?;
            committed = true;
            reader.star_expressions()?;
            reader.token(Token::Colon)?;
            reader.block()?;
            reader.optional(Reader::else_block).map(drop)
        });
        if statement.is_none() && !committed {
            self.mistake(Reader::invalid_for_target);
        }
        statement
    }

    // With statements.

    fn with_statement(&mut self) -> Option<()> {
        self.mistake(|reader| {
            reader.alternative(|reader| {
                reader.invalid_indent("'with' statement", Token::With, |reader| {
                    reader.separated(Reader::loose_with_item).map(drop)
                })
            });
            reader.invalid_indent(
                "'with' statement",
                Token::With,
                Reader::loose_parenthesized_with_items,
            )
        });
        let parenthesized = self.alternative(|reader| {
            reader.optional(|reader| reader.token(Token::Async))?;
            reader.token(Token::With)?;
            reader.token(Token::LeftParenthesis)?;
            reader.separated(Reader::with_item)?;
            reader.optional(|reader| reader.token(Token::Comma))?;
            reader.token(Token::RightParenthesis)?;
            reader.token(Token::Colon)?;
            reader.block()
        });
        if parenthesized.is_some() {
            return parenthesized;
        }
        let plain = self.alternative(|reader| {
            reader.optional(|reader| reader.token(Token::Async))?;
            reader.token(Token::With)?;
            reader.separated(Reader::with_item)?;
            reader.token(Token::Colon)?;
            reader.block()
        });
        if plain.is_some() {
            return plain;
        }
        self.mistake(|reader| {
            reader.optional(|reader| reader.token(Token::Async))?;
            reader.token(Token::With)?;
            reader.alternative(|reader| {
                reader.separated(Reader::loose_with_item)?;
                reader.token(Token::Newline)?;
                reader.raise_at_furthest::<()>("expected ':'")
            });
            reader.loose_parenthesized_with_items()?;
            reader.token(Token::Newline)?;
            reader.raise_at_furthest("expected ':'")
        });
        None
    }

    fn with_item(&mut self) -> Option<()> {
        let with_target = self.alternative(|reader| {
            reader.expression()?;
            reader.token(Token::As)?;
            reader.star_target()?;
            reader.looks_like(Reader::with_item_end).then_some(())
        });
        if with_target.is_some() {
            return with_target;
        }
        self.mistake(|reader| {
            reader.expression()?;
            reader.token(Token::As)?;
            let target = reader.expression()?;
            reader.looks_like(Reader::with_item_end).then_some(())?;
            reader.raise_invalid_target(&target, TargetUse::Assign);
            None
        });
        self.expression().map(drop)
    }

    fn with_item_end(&mut self) -> Option<usize> {
        self.any_token(&[Token::Comma, Token::RightParenthesis, Token::Colon])
    }

    /// An item as the rules for mistakes read it: whatever follows the target.
    fn loose_with_item(&mut self) -> Option<()> {
        self.expression()?;
        self.with_target()
    }

    fn with_target(&mut self) -> Option<()> {
        self.optional(|reader| {
            reader.token(Token::As)?;
            reader.star_target()
        })
        .map(drop)
    }

    fn loose_parenthesized_with_items(&mut self) -> Option<()> {
        self.token(Token::LeftParenthesis)?;
        self.separated(|reader| {
            reader.plain_expressions()?;
            reader.with_target()
        })?;
        self.optional(|reader| reader.token(Token::Comma))?;
        self.token(Token::RightParenthesis).map(drop)
    }

    // Try statements.

    fn try_statement(&mut self) -> Option<()> {
        self.mistake(Reader::invalid_try_statement);
        self.token(Token::Try)?;
        self.forced(Token::Colon, ":")?;
        self.block()?;
        if self.alternative(Reader::finally_block).is_some() {
            return Some(());
        }
        let handlers = self.alternative(|reader| {
            reader.some(Reader::except_block)?;
            reader.optional(Reader::else_block)?;
            reader.optional(Reader::finally_block).map(drop)
        });
        if handlers.is_some() {
            return handlers;
        }
        self.alternative(|reader| {
            reader.some(Reader::except_star_block)?;
            reader.optional(Reader::else_block)?;
            reader.optional(Reader::finally_block).map(drop)
        })
    }

    fn invalid_try_statement(&mut self) -> Option<()> {
        self.alternative(|reader| {
            reader.invalid_indent("'try' statement", Token::Try, |_| Some(()))
        });
        self.alternative(|reader| {
            reader.token(Token::Try)?;
            reader.token(Token::Colon)?;
            reader.block()?;
            reader.unless(|reader| reader.any_token(&[Token::Except, Token::Finally]))?;
            reader.raise_at_furthest::<()>("expected 'except' or 'finally' block")
        });
        let both = "cannot have both 'except' and 'except*' on the same 'try'";
        self.alternative(|reader| {
            reader.token(Token::Try)?;
            reader.token(Token::Colon)?;
            reader.many(Reader::block)?;
            reader.some(Reader::except_block)?;
            let start = reader.token(Token::Except)?;
            reader.token(Token::Star)?;
            let span = reader.span_from(start);
            reader.except_class()?;
            reader.token(Token::Colon)?;
            reader.raise::<()>(both, span)
        });
        self.token(Token::Try)?;
        self.token(Token::Colon)?;
        self.many(Reader::block)?;
        self.some(Reader::except_star_block)?;
        let start = self.token(Token::Except)?;
        self.optional(Reader::except_class)?;
        self.token(Token::Colon)?;
        let span = self.place(start);
        self.raise(both, span)
    }

    /// An exception class and perhaps a name for the exception.
    fn except_class(&mut self) -> Option<()> {
        self.expression()?;
        self.optional(|reader| {
            reader.token(Token::As)?;
            reader.name()
        })
        .map(drop)
    }

    fn except_block(&mut self) -> Option<()> {
        self.mistake(|reader| {
            reader.alternative(|reader| {
                reader.invalid_indent("'except' statement", Token::Except, Reader::except_class)
            });
            reader.invalid_indent("'except' statement", Token::Except, |_| Some(()))
        });
        let with_class = self.alternative(|reader| {
            reader.token(Token::Except)?;
            reader.except_class()?;
            reader.token(Token::Colon)?;
            reader.block()
        });
        if with_class.is_some() {
            return with_class;
        }
        let bare = self.alternative(|reader| {
            reader.token(Token::Except)?;
            reader.token(Token::Colon)?;
            reader.block()
        });
        if bare.is_none() {
            self.mistake(Reader::invalid_except);
        }
        bare
    }

    fn except_star_block(&mut self) -> Option<()> {
        self.mistake(|reader| {
            reader.invalid_indent("'except*' statement", Token::Except, |reader| {
                reader.token(Token::Star)?;
                reader.except_class()
            })
        });
        let with_class = self.alternative(|reader| {
            reader.token(Token::Except)?;
            reader.token(Token::Star)?;
            reader.except_class()?;
            reader.token(Token::Colon)?;
            reader.block()
        });
        if with_class.is_none() {
            self.mistake(Reader::invalid_except);
        }
        with_class
    }

    fn invalid_except(&mut self) -> Option<()> {
        self.alternative(|reader| {
            reader.token(Token::Except)?;
            reader.optional(|reader| reader.token(Token::Star))?;
            let first = reader.expression()?;
            reader.token(Token::Comma)?;
            reader.plain_expressions()?;
            reader.optional(|reader| {
                reader.token(Token::As)?;
                reader.name()
            })?;
            reader.token(Token::Colon)?;
            reader.raise_up_to_furthest::<()>(
                first.span.start,
                "multiple exception types must be parenthesized",
            )
        });
        self.alternative(|reader| {
            reader.token(Token::Except)?;
            reader.optional(|reader| reader.token(Token::Star))?;
            reader.except_class()?;
            reader.token(Token::Newline)?;
            reader.raise_at_furthest::<()>("expected ':'")
        });
        self.alternative(|reader| {
            reader.token(Token::Except)?;
            reader.token(Token::Newline)?;
            reader.raise_at_furthest::<()>("expected ':'")
        });
        self.token(Token::Except)?;
        self.token(Token::Star)?;
        self.any_token(&[Token::Newline, Token::Colon])?;
        self.raise_at_furthest("expected one or more exception types")
    }

    fn finally_block(&mut self) -> Option<()> {
        self.mistake(|reader| {
            reader.invalid_indent("'finally' statement", Token::Finally, |_| Some(()))
        });
        self.token(Token::Finally)?;
        self.forced(Token::Colon, ":")?;
        self.block()
    }

    // Match statements.

    fn match_statement(&mut self) -> Option<()> {
        let statement = self.alternative(|reader| {
            reader.word("match")?;
            reader.subject()?;
            reader.token(Token::Colon)?;
            reader.token(Token::Newline)?;
            reader.token(Token::Indent)?;
            reader.some(Reader::case_block)?;
            reader.token(Token::Dedent).map(drop)
        });
        if statement.is_some() {
            return statement;
        }
        self.mistake(|reader| {
            reader.alternative(|reader| {
                reader.word("match")?;
                reader.subject()?;
                reader.token(Token::Newline)?;
                reader.raise_at_furthest::<()>("expected ':'")
            });
            let start = reader.word("match")?;
            reader.subject()?;
            reader.token(Token::Colon)?;
            reader.missing_block()?;
            reader.raise_no_block("'match' statement", start)
        });
        None
    }

    fn subject(&mut self) -> Option<()> {
        let tuple = self.alternative(|reader| {
            reader.star_named_expression()?;
            reader.token(Token::Comma)?;
            reader.optional(Reader::star_named_expressions)
        });
        if tuple.is_some() {
            return Some(());
        }
        self.named_expression().map(drop)
    }

    fn case_block(&mut self) -> Option<()> {
        self.mistake(|reader| {
            reader.alternative(|reader| {
                reader.case_header()?;
                reader.token(Token::Newline)?;
                reader.raise_at_furthest::<()>("expected ':'")
            });
            let start = reader.mark;
            reader.case_header()?;
            reader.token(Token::Colon)?;
            reader.missing_block()?;
            reader.raise_no_block("'case' statement", start)
        });
        self.case_header()?;
        self.token(Token::Colon)?;
        self.block()
    }

    fn case_header(&mut self) -> Option<()> {
        self.word("case")?;
        self.patterns()?;
        self.optional(|reader| {
            reader.token(Token::If)?;
            reader.named_expression()
        })
        .map(drop)
    }
}
