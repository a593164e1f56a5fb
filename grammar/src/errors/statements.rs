//! Simple statements.

use super::piece::{Found, TargetUse, invalid_target};
use super::reader::{Reader, Rule};
use crate::token::Token;

const AUGMENTED: [Token; 13] = [
    Token::PlusEqual,
    Token::MinusEqual,
    Token::StarEqual,
    Token::AtEqual,
    Token::SlashEqual,
    Token::PercentEqual,
    Token::AmpersandEqual,
    Token::BarEqual,
    Token::CaretEqual,
    Token::LeftShiftEqual,
    Token::RightShiftEqual,
    Token::DoubleStarEqual,
    Token::DoubleSlashEqual,
];

impl Reader<'_> {
    /// Statements up to the end of the text.
    pub fn file(&mut self) -> Option<()> {
        self.many(Reader::statement)?;
        self.end()
    }

    /// An expression up to the end of the text.
    pub fn lone_expression(&mut self) -> Option<()> {
        self.plain_expressions()?;
        self.many(|reader| reader.token(Token::Newline))?;
        self.end()
    }

    pub fn statement(&mut self) -> Option<()> {
        if self.alternative(Reader::compound_statement).is_some() {
            return Some(());
        }
        self.alternative(Reader::simple_statements)
    }

    pub fn simple_statements(&mut self) -> Option<()> {
        self.alternative(Reader::simple_statement)?;
        while self
            .alternative(|reader| {
                reader.token(Token::Semicolon)?;
                reader.simple_statement()
            })
            .is_some()
        {}
        self.optional(|reader| reader.token(Token::Semicolon))?;
        self.token(Token::Newline)?;
        Some(())
    }

    pub fn simple_statement(&mut self) -> Option<()> {
        self.remembered_fit(Rule::SimpleStatement, |reader| {
            if reader.assignment().is_some() {
                return Some(());
            }
            if reader.alternative(Reader::type_alias).is_some() {
                return Some(());
            }
            if reader.alternative(Reader::star_expressions).is_some() {
                return Some(());
            }
            match reader.peek()? {
                Token::Return => reader.alternative(Reader::return_statement),
                Token::Import | Token::From => reader.alternative(Reader::import_statement),
                Token::Raise => reader.alternative(Reader::raise_statement),
                Token::Pass | Token::Break | Token::Continue => {
                    reader.any_token(&[Token::Pass, Token::Break, Token::Continue]).map(drop)
                }
                Token::Del => reader.alternative(Reader::delete_statement),
                Token::Yield => reader.alternative(Reader::yield_expression).map(drop),
                Token::Assert => reader.alternative(Reader::assert_statement),
                Token::Global | Token::Nonlocal => reader.alternative(|reader| {
                    reader.any_token(&[Token::Global, Token::Nonlocal])?;
                    reader.separated(Reader::name).map(drop)
                }),
                _ => None,
            }
        })
    }

    fn assignment(&mut self) -> Option<()> {
        let annotated = self.alternative(|reader| {
            reader.name()?;
            reader.annotation_and_value()
        });
        if annotated.is_some() {
            return annotated;
        }
        let annotated = self.alternative(|reader| {
            let parenthesized = reader.alternative(|reader| {
                reader.token(Token::LeftParenthesis)?;
                reader.single_target()?;
                reader.token(Token::RightParenthesis)
            });
            if parenthesized.is_none() {
                reader.single_subscript_attribute_target()?;
            }
            reader.annotation_and_value()
        });
        if annotated.is_some() {
            return annotated;
        }
        let assigned = self.alternative(|reader| {
            reader.some(Reader::assignment_target)?;
            reader.assigned_value()?;
            reader.unless(|reader| reader.token(Token::Equal))
        });
        if assigned.is_some() {
            return assigned;
        }
        let mut is_augmented = false;
        let augmented = self.alternative(|reader| {
            reader.single_target()?;
            reader.any_token(&AUGMENTED)?;
            is_augmented = true;
            reader.assigned_value().map(drop)
        });
        if is_augmented {
            return augmented;
        }
        self.mistake(Reader::invalid_assignment);
        None
    }

    fn annotation_and_value(&mut self) -> Option<()> {
        self.token(Token::Colon)?;
        self.expression()?;
        self.optional(|reader| {
            reader.token(Token::Equal)?;
            reader.assigned_value()
        })?;
        Some(())
    }

    fn assignment_target(&mut self) -> Option<()> {
        self.star_targets()?;
        self.token(Token::Equal).map(drop)
    }

    /// What may stand behind `=`.
    pub fn assigned_value(&mut self) -> Option<Found> {
        if let Some(value) = self.alternative(Reader::yield_expression) {
            return Some(value);
        }
        self.alternative(Reader::star_expressions)
    }

    fn invalid_assignment(&mut self) -> Option<()> {
        self.alternative(|reader| {
            let target = reader.invalid_annotated_target()?;
            reader.token(Token::Colon)?;
            reader.expression()?;
            let name = target.name();
            let message = format!("only single target (not {name}) can be annotated");
            reader.raise::<()>(message, target.span)
        });
        self.alternative(|reader| {
            let target = reader.star_named_expression()?;
            reader.token(Token::Comma)?;
            reader.many(Reader::star_named_expressions)?;
            reader.token(Token::Colon)?;
            reader.expression()?;
            let message = "only single target (not tuple) can be annotated";
            reader.raise::<()>(message, target.span)
        });
        self.alternative(|reader| {
            let target = reader.expression()?;
            reader.token(Token::Colon)?;
            reader.expression()?;
            reader.raise::<()>("illegal target for annotation", target.span)
        });
        let matched = self.alternative(|reader| {
            reader.many(Reader::assignment_target)?;
            let target = reader.star_expressions()?;
            reader.token(Token::Equal)?;
            reader.raise_invalid_target(&target, TargetUse::Assign);
            Some(())
        });
        if matched.is_some() {
            return None;
        }
        self.alternative(|reader| {
            reader.many(Reader::assignment_target)?;
            let value = reader.yield_expression()?;
            reader.token(Token::Equal)?;
            reader.raise::<()>("assignment to yield expression not possible", value.span)
        });
        self.alternative(|reader| {
            let target = reader.star_expressions()?;
            reader.any_token(&AUGMENTED)?;
            reader.assigned_value()?;
            let name = target.name();
            let message = format!("'{name}' is an illegal expression for augmented assignment");
            reader.raise::<()>(message, target.span)
        })
    }

    fn invalid_annotated_target(&mut self) -> Option<Found> {
        if let Some(list) = self.alternative(Reader::list) {
            return Some(list);
        }
        if let Some(tuple) = self.alternative(Reader::tuple) {
            return Some(tuple);
        }
        self.alternative(|reader| {
            reader.token(Token::LeftParenthesis)?;
            let target = reader.invalid_annotated_target()?;
            reader.token(Token::RightParenthesis)?;
            Some(target)
        })
    }

    /// The error for the part of `piece` that can't be a target, if there is one.
    pub fn raise_invalid_target(&mut self, piece: &Found, target_use: TargetUse) {
        if let Some(part) = invalid_target(piece, target_use) {
            let verb = if target_use == TargetUse::Delete { "delete" } else { "assign to" };
            self.raise::<()>(format!("cannot {verb} {}", part.name()), part.span);
        }
    }

    fn type_alias(&mut self) -> Option<()> {
        self.word("type")?;
        self.name()?;
        self.optional(Reader::type_params)?;
        self.token(Token::Equal)?;
        self.expression().map(drop)
    }

    fn return_statement(&mut self) -> Option<()> {
        self.token(Token::Return)?;
        self.optional(Reader::star_expressions).map(drop)
    }

    fn raise_statement(&mut self) -> Option<()> {
        self.token(Token::Raise)?;
        let exception = self.optional(Reader::expression)?;
        if exception.is_some() {
            self.optional(|reader| {
                reader.token(Token::From)?;
                reader.expression()
            })?;
        }
        Some(())
    }

    fn assert_statement(&mut self) -> Option<()> {
        self.token(Token::Assert)?;
        self.expression()?;
        self.optional(|reader| {
            reader.token(Token::Comma)?;
            reader.expression()
        })?;
        Some(())
    }

    fn delete_statement(&mut self) -> Option<()> {
        let deletes = self.alternative(|reader| {
            reader.token(Token::Del)?;
            reader.delete_targets()?;
            reader
                .looks_like(|reader| reader.any_token(&[Token::Semicolon, Token::Newline]))
                .then_some(())
        });
        if deletes.is_some() {
            return deletes;
        }
        self.mistake(|reader| {
            reader.token(Token::Del)?;
            let targets = reader.star_expressions()?;
            reader.raise_invalid_target(&targets, TargetUse::Delete);
            None
        });
        None
    }

    // Imports.

    fn import_statement(&mut self) -> Option<()> {
        self.mistake(Reader::invalid_import);
        let import = self.alternative(|reader| {
            reader.token(Token::Import)?;
            reader.separated(|reader| {
                reader.import_path()?;
                reader.import_asname()
            })?;
            Some(())
        });
        if import.is_some() {
            return import;
        }
        self.alternative(|reader| {
            reader.token(Token::From)?;
            let dots = reader.many(|reader| reader.any_token(&[Token::Dot, Token::Ellipsis]))?;
            let module = reader.optional(Reader::import_path)?;
            if module.is_none() && dots.is_empty() {
                return None;
            }
            reader.token(Token::Import)?;
            reader.import_targets()
        })
    }

    fn import_path(&mut self) -> Option<()> {
        self.name()?;
        self.many(|reader| {
            reader.token(Token::Dot)?;
            reader.name()
        })?;
        Some(())
    }

    fn import_asname(&mut self) -> Option<()> {
        self.optional(|reader| {
            reader.token(Token::As)?;
            reader.name()
        })
        .map(drop)
    }

    fn import_names(&mut self) -> Option<()> {
        self.separated(|reader| {
            reader.name()?;
            reader.import_asname()
        })
        .map(drop)
    }

    fn import_targets(&mut self) -> Option<()> {
        let parenthesized = self.alternative(|reader| {
            reader.token(Token::LeftParenthesis)?;
            reader.import_names()?;
            reader.optional(|reader| reader.token(Token::Comma))?;
            reader.token(Token::RightParenthesis)
        });
        if parenthesized.is_some() {
            return Some(());
        }
        let plain = self.alternative(|reader| {
            reader.import_names()?;
            reader.unless(|reader| reader.token(Token::Comma))
        });
        if plain.is_some() {
            return plain;
        }
        if self.token(Token::Star).is_some() {
            return Some(());
        }
        self.mistake(|reader| {
            reader.alternative(|reader| {
                reader.import_names()?;
                reader.token(Token::Comma)?;
                reader.token(Token::Newline)?;
                reader.raise_at_furthest::<()>(
                    "trailing comma not allowed without surrounding parentheses",
                )
            });
            reader.missing_import_names()
        });
        None
    }

    fn missing_import_names(&mut self) -> Option<()> {
        let newline = self.token(Token::Newline)?;
        let start = self.place(newline).start;
        self.raise_up_to_furthest(start, "Expected one or more names after 'import'")
    }

    fn invalid_import(&mut self) -> Option<()> {
        self.alternative(|reader| {
            let keyword = reader.token(Token::Import)?;
            reader.separated(Reader::import_path)?;
            reader.token(Token::From)?;
            reader.import_path()?;
            let start = reader.place(keyword).start;
            reader.raise_up_to_furthest::<()>(
                start,
                "Did you mean to use 'from ... import ...' instead?",
            )
        });
        self.token(Token::Import)?;
        self.missing_import_names()
    }
}
