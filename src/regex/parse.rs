//! Patterns to trees, with CPython's error texts.

use std::collections::HashMap;

use super::case::Fold;
use super::charset::{CharSet, Class, Item};
use super::syntax::{At, Node, RepeatKind, Sequence, Width, width};
use super::tokens::{Token, Tokens, control_escape, is_ascii_letter, is_number, is_octal, quoted};
use super::{MAX_GROUPS, MAX_REPEAT, RegexError, flags};
use ouro_grammar::surrogate;

type Parsed<T> = Result<T, RegexError>;

/// A pattern, understood.
pub struct Pattern {
    pub body: Sequence,
    /// With the flags that the pattern itself turns on.
    pub flags: u32,
    /// How many groups, without the whole.
    pub groups: usize,
    /// Named groups in the order of their numbers.
    pub names: Vec<(String, usize)>,
    /// Texts of FutureWarnings.
    pub warnings: Vec<String>,
}

/// How deep brackets may be nested.
const MAX_DEPTH: usize = 2000;

/// Understands a pattern, given as code points.
///
/// # Errors
/// If it is not a pattern, or its flags don't go together.
pub fn parse(pattern: &[u32], is_text: bool, flags: u32) -> Parsed<Pattern> {
    let mut parser = Parser {
        tokens: Tokens::new(pattern, is_text)?,
        flags,
        widths: vec![None],
        names: Vec::new(),
        by_name: HashMap::new(),
        referenced: Vec::new(),
        lookbehind_groups: None,
        warnings: Vec::new(),
    };
    let body = parser.alternatives(flags, 0)?;
    parser.flags = checked_flags(is_text, parser.flags)?;
    if parser.tokens.peek().is_some() {
        return Err(parser.tokens.error("unbalanced parenthesis", 0));
    }
    for &(group, position) in &parser.referenced {
        if group >= parser.widths.len() {
            return Err(RegexError::at(format!("invalid group reference {group}"), position));
        }
    }
    Ok(Pattern {
        body,
        flags: parser.flags,
        groups: parser.widths.len() - 1,
        names: parser.names,
        warnings: parser.warnings,
    })
}

fn checked_flags(is_text: bool, flags: u32) -> Parsed<u32> {
    let wrong = |text: &str| Err(RegexError::Value(text.to_owned()));
    if is_text {
        if flags & flags::LOCALE != 0 {
            return wrong("cannot use LOCALE flag with a str pattern");
        }
        if flags & flags::ASCII != 0 && flags & flags::UNICODE != 0 {
            return wrong("ASCII and UNICODE flags are incompatible");
        }
        let unicode = if flags & flags::ASCII == 0 { flags::UNICODE } else { 0 };
        return Ok(flags | unicode);
    }
    if flags & flags::UNICODE != 0 {
        return wrong("cannot use UNICODE flag with a bytes pattern");
    }
    if flags & flags::LOCALE != 0 && flags & flags::ASCII != 0 {
        return wrong("ASCII and LOCALE flags are incompatible");
    }
    Ok(flags)
}

/// What a backslash and the next character mean.
enum Escape {
    Literal(u32),
    Class(Item),
    At(At),
    Reference(usize),
}

struct Parser<'a> {
    tokens: Tokens<'a>,
    /// Those that hold for the whole pattern.
    flags: u32,
    /// Of each group, known when it is closed.
    widths: Vec<Option<Width>>,
    names: Vec<(String, usize)>,
    by_name: HashMap<String, usize>,
    /// Groups that conditions ask for by number, and where: they may come later.
    referenced: Vec<(usize, usize)>,
    /// Inside a look-behind: how many groups there were before.
    lookbehind_groups: Option<usize>,
    warnings: Vec<String>,
}

fn inline_flag(c: char) -> Option<u32> {
    Some(match c {
        'i' => flags::IGNORECASE,
        'L' => flags::LOCALE,
        'm' => flags::MULTILINE,
        's' => flags::DOTALL,
        'x' => flags::VERBOSE,
        'a' => flags::ASCII,
        'u' => flags::UNICODE,
        _ => return None,
    })
}

impl Parser<'_> {
    fn fold(&self, flags: u32) -> Fold {
        match () {
            () if flags & flags::IGNORECASE == 0 => Fold::Exact,
            () if self.is_unicode(flags) => Fold::Unicode,
            () => Fold::Ascii,
        }
    }

    fn is_unicode(&self, flags: u32) -> bool {
        self.tokens.is_text && flags & flags::ASCII == 0
    }

    fn literal(&self, c: u32, flags: u32) -> Node {
        let fold = self.fold(flags);
        if !fold.is_cased(c) {
            return Node::Literal(c, Fold::Exact);
        }
        let lower = fold.lower(c);
        if fold.equivalents(lower).is_empty() {
            return Node::Literal(lower, fold);
        }
        Node::Set(CharSet::new(false, fold, &[Item::Range(c, c)]))
    }

    /// What stands between brackets, or the whole: alternatives with `|` between them.
    fn alternatives(&mut self, mut flags: u32, depth: usize) -> Parsed<Sequence> {
        if depth > MAX_DEPTH {
            return Err(RegexError::Recursion);
        }
        let mut branches = Vec::new();
        loop {
            let first = depth == 0 && branches.is_empty();
            branches.push(self.sequence(flags, depth + 1, first)?);
            if !self.tokens.accept('|')? {
                break;
            }
            if depth == 0 {
                flags = self.flags;
            }
        }
        if branches.len() == 1 {
            return Ok(branches.pop().unwrap_or_default());
        }
        Ok(vec![Node::Branch(branches)])
    }

    /// One alternative. `first` where flags for the whole may stand.
    fn sequence(&mut self, mut flags: u32, depth: usize, first: bool) -> Parsed<Sequence> {
        let mut sequence = Vec::new();
        while let Some(token) = self.tokens.peek() {
            if matches!(token, Token::Plain(c) if c == '|' as u32 || c == ')' as u32) {
                break;
            }
            self.tokens.take()?;
            let c = match token {
                Token::Escape(c) => {
                    let node = self.escape(c, flags)?;
                    sequence.push(node);
                    continue;
                }
                Token::Plain(c) => c,
            };
            let character = char::from_u32(c).unwrap_or('\u{fffd}');
            if flags & flags::VERBOSE != 0 {
                if matches!(character, ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c') {
                    continue;
                }
                if character == '#' {
                    self.skip_comment()?;
                    continue;
                }
            }
            match character {
                '[' => {
                    let node = self.set(flags)?;
                    sequence.push(node);
                }
                '*' | '+' | '?' | '{' => self.repeat(character, flags, &mut sequence)?,
                '.' => sequence.push(Node::Any { dot_all: flags & flags::DOTALL != 0 }),
                '(' => {
                    let may_set = first && sequence.is_empty();
                    match self.group(flags, depth, may_set)? {
                        Group::Node(node) => sequence.push(node),
                        Group::Nothing => {}
                        Group::Flags => flags = self.flags,
                    }
                }
                '^' => sequence.push(Node::At(match flags & flags::MULTILINE {
                    0 => At::Start,
                    _ => At::LineStart,
                })),
                '$' => sequence.push(Node::At(match flags & flags::MULTILINE {
                    0 => At::EndOrLastLine,
                    _ => At::LineEnd,
                })),
                _ => sequence.push(self.literal(c, flags)),
            }
        }
        Ok(sequence)
    }

    /// The rest of a comment in a verbose pattern.
    fn skip_comment(&mut self) -> Parsed<()> {
        while let Some(token) = self.tokens.take()? {
            if token == Token::Plain('\n' as u32) {
                break;
            }
        }
        Ok(())
    }

    /// A backslash outside of brackets.
    fn escape(&mut self, c: u32, flags: u32) -> Parsed<Node> {
        let unicode = self.is_unicode(flags);
        Ok(match self.escape_meaning(c, unicode)? {
            Escape::Literal(c) => self.literal(c, flags),
            Escape::Class(item) => Node::Set(CharSet::new(false, Fold::Exact, &[item])),
            Escape::At(at) => Node::At(at),
            Escape::Reference(group) => Node::Backreference(group, self.fold(flags)),
        })
    }

    fn escape_meaning(&mut self, c: u32, unicode: bool) -> Parsed<Escape> {
        let character = char::from_u32(c).unwrap_or('\u{fffd}');
        match character {
            'A' => return Ok(Escape::At(At::Start)),
            'b' => return Ok(Escape::At(At::Boundary { unicode })),
            'B' => return Ok(Escape::At(At::NotBoundary { unicode })),
            'Z' => return Ok(Escape::At(At::End)),
            _ => {}
        }
        if let Some(item) = class_item(character, unicode) {
            return Ok(Escape::Class(item));
        }
        if let Some(code) = control_escape(c) {
            return Ok(Escape::Literal(code));
        }
        if let Some(code) = self.numeric_escape(character)? {
            return Ok(Escape::Literal(code));
        }
        match character {
            '0' => {
                let digits = self.tokens.take_while(2, is_octal)?;
                Ok(Escape::Literal(u32::from_str_radix(&digits, 8).unwrap_or(0)))
            }
            '1'..='9' => self.number_escape(character),
            _ => self.plain_escape(c),
        }
    }

    /// `\x..`, `\u....`, `\U........`, `\N{...}`.
    fn numeric_escape(&mut self, kind: char) -> Parsed<Option<u32>> {
        let is_text = self.tokens.is_text;
        let length = match kind {
            'x' => 2,
            'u' if is_text => 4,
            'U' if is_text => 8,
            'N' if is_text => return self.named_escape().map(Some),
            _ => return Ok(None),
        };
        let digits = self.tokens.take_while(length, |c| c.is_ascii_hexdigit())?;
        let text = format!("\\{kind}{digits}");
        if digits.len() != length {
            let message = format!("incomplete escape {text}");
            return Err(self.tokens.error(message, text.len()));
        }
        match u32::from_str_radix(&digits, 16) {
            Ok(code) if code <= 0x10FFFF => Ok(Some(code)),
            _ => Err(self.tokens.error(format!("bad escape {text}"), text.len())),
        }
    }

    fn named_escape(&mut self) -> Parsed<u32> {
        if !self.tokens.accept('{')? {
            return Err(self.tokens.error("missing {", 0));
        }
        let name = self.tokens.until('}', "character name")?;
        match ouro_grammar::identifiers::named_character(&name) {
            Some(character) => Ok(character as u32),
            None => {
                let length = name.chars().count() + r"\N{}".len();
                let message = format!("undefined character name {}", quoted(&name));
                Err(self.tokens.error(message, length))
            }
        }
    }

    /// A backslash and a digit: an octal number or a reference to a group.
    fn number_escape(&mut self, first: char) -> Parsed<Escape> {
        let mut text = String::from(first);
        text.push_str(&self.tokens.take_while(1, |c| c.is_ascii_digit())?);
        if text.len() == 2 && text.chars().all(is_octal) {
            let third = self.tokens.take_while(1, is_octal)?;
            if !third.is_empty() {
                text.push_str(&third);
                return self.octal(&text).map(Escape::Literal);
            }
        }
        let group: usize = text.parse().unwrap_or(0);
        if group < self.widths.len() {
            if self.widths.get(group).copied().flatten().is_none() {
                let length = text.len() + 1;
                return Err(self.tokens.error("cannot refer to an open group", length));
            }
            self.check_lookbehind_group(group)?;
            return Ok(Escape::Reference(group));
        }
        Err(self.tokens.error(format!("invalid group reference {group}"), text.len()))
    }

    fn octal(&mut self, digits: &str) -> Parsed<u32> {
        match u32::from_str_radix(digits, 8) {
            Ok(code) if code <= 0o377 => Ok(code),
            _ => {
                let message = format!("octal escape value \\{digits} outside of range 0-0o377");
                Err(self.tokens.error(message, digits.len() + 1))
            }
        }
    }

    fn plain_escape(&mut self, c: u32) -> Parsed<Escape> {
        if is_ascii_letter(c) || char::from_u32(c).is_some_and(|c| c.is_ascii_digit()) {
            let text = Token::Escape(c).text();
            return Err(self.tokens.error(format!("bad escape {text}"), 2));
        }
        Ok(Escape::Literal(c))
    }

    fn check_lookbehind_group(&mut self, group: usize) -> Parsed<()> {
        let Some(limit) = self.lookbehind_groups else { return Ok(()) };
        if self.widths.get(group).copied().flatten().is_none() {
            return Err(self.tokens.error("cannot refer to an open group", 0));
        }
        if group >= limit {
            let message = "cannot refer to group defined in the same lookbehind subpattern";
            return Err(self.tokens.error(message, 0));
        }
        Ok(())
    }

    /// A set; its bracket has been read.
    fn set(&mut self, flags: u32) -> Parsed<Node> {
        let start = self.tokens.position() - 1;
        let unicode = self.is_unicode(flags);
        if self.tokens.is_next('[') {
            let place = self.tokens.position();
            self.warnings.push(format!("Possible nested set at position {place}"));
        }
        let negative = self.tokens.accept('^')?;
        let mut items = Vec::new();
        loop {
            let Some(token) = self.tokens.take()? else { return Err(self.unterminated(start)) };
            if token == Token::Plain(']' as u32) && !items.is_empty() {
                break;
            }
            if let Token::Plain(c) = token
                && !items.is_empty()
                && let Some(character @ ('-' | '&' | '~' | '|')) = char::from_u32(c)
                && self.tokens.is_next(character)
            {
                let kind = match character {
                    '-' => "difference",
                    '&' => "intersection",
                    '~' => "symmetric difference",
                    _ => "union",
                };
                let place = self.tokens.position() - 1;
                self.warnings.push(format!("Possible set {kind} at position {place}"));
            }
            let first = self.set_item(token, unicode)?;
            if !self.tokens.accept('-')? {
                items.push(first);
                continue;
            }
            let Some(end) = self.tokens.take()? else { return Err(self.unterminated(start)) };
            if end == Token::Plain(']' as u32) {
                items.push(first);
                items.push(Item::Range('-' as u32, '-' as u32));
                break;
            }
            if end == Token::Plain('-' as u32) {
                let place = self.tokens.position() - 2;
                self.warnings.push(format!("Possible set difference at position {place}"));
            }
            let last = self.set_item(end, unicode)?;
            match (first, last) {
                (Item::Range(low, _), Item::Range(high, _)) if low <= high => {
                    items.push(Item::Range(low, high));
                }
                _ => {
                    let text = format!("{}-{}", token.text(), end.text());
                    let length = token.width() + 1 + end.width();
                    let message = format!("bad character range {text}");
                    return Err(self.tokens.error(message, length));
                }
            }
        }
        Ok(Node::Set(CharSet::new(negative, self.fold(flags), &items)))
    }

    fn unterminated(&self, start: usize) -> RegexError {
        RegexError::at("unterminated character set", start)
    }

    fn set_item(&mut self, token: Token, unicode: bool) -> Parsed<Item> {
        let c = match token {
            Token::Plain(c) => return Ok(Item::Range(c, c)),
            Token::Escape(c) => c,
        };
        let character = char::from_u32(c).unwrap_or('\u{fffd}');
        if let Some(item) = class_item(character, unicode) {
            return Ok(item);
        }
        let code = match control_escape(c) {
            Some(code) => code,
            None => match self.numeric_escape(character)? {
                Some(code) => code,
                None if is_octal(character) => {
                    let mut digits = String::from(character);
                    digits.push_str(&self.tokens.take_while(2, is_octal)?);
                    self.octal(&digits)?
                }
                None => match self.plain_escape(c)? {
                    Escape::Literal(code) => code,
                    _ => c,
                },
            },
        };
        Ok(Item::Range(code, code))
    }

    /// A repetition of what stands before it.
    fn repeat(&mut self, sign: char, flags: u32, sequence: &mut Sequence) -> Parsed<()> {
        let here = self.tokens.position();
        let (min, max) = match sign {
            '?' => (0, 1),
            '*' => (0, MAX_REPEAT),
            '+' => (1, MAX_REPEAT),
            _ => match self.counts(here)? {
                Some(counts) => counts,
                None => {
                    sequence.push(self.literal('{' as u32, flags));
                    return Ok(());
                }
            },
        };
        let length = self.tokens.position() - here + 1;
        match sequence.last() {
            None | Some(Node::At(_)) => {
                return Err(self.tokens.error("nothing to repeat", length));
            }
            Some(Node::Repeat { .. }) => return Err(self.tokens.error("multiple repeat", length)),
            Some(_) => {}
        }
        let kind = if self.tokens.accept('?')? {
            RepeatKind::Lazy
        } else if self.tokens.accept('+')? {
            RepeatKind::Possessive
        } else {
            RepeatKind::Greedy
        };
        let body: Sequence = sequence.pop().into_iter().collect();
        sequence.push(Node::Repeat { min, max, kind, body });
        Ok(())
    }

    /// The numbers of `{2,5}` without the first bracket; nothing if these are no such numbers.
    fn counts(&mut self, here: usize) -> Parsed<Option<(u32, u32)>> {
        if self.tokens.is_next('}') {
            return Ok(None);
        }
        let digit = |c: char| c.is_ascii_digit();
        let low = self.tokens.take_while(usize::MAX, digit)?;
        let high = match self.tokens.accept(',')? {
            true => self.tokens.take_while(usize::MAX, digit)?,
            false => low.clone(),
        };
        if !self.tokens.accept('}')? {
            self.tokens.seek(here)?;
            return Ok(None);
        }
        let number = |text: &str, absent: u32| match text {
            "" => Ok(absent),
            _ => match text.parse::<u32>() {
                Ok(number) if number < MAX_REPEAT => Ok(number),
                _ => Err(RegexError::Overflow("the repetition number is too large".to_owned())),
            },
        };
        let (min, max) = (number(&low, 0)?, number(&high, MAX_REPEAT)?);
        if max < min {
            let length = self.tokens.position() - here;
            return Err(self.tokens.error("min repeat greater than max repeat", length));
        }
        Ok(Some((min, max)))
    }

    fn required(&mut self) -> Parsed<char> {
        match self.tokens.take()? {
            None => Err(self.tokens.error("unexpected end of pattern", 0)),
            // An escape is none of the characters that may follow, and is shown as it is.
            Some(Token::Escape(_)) => Ok('\\'),
            Some(Token::Plain(c)) => Ok(surrogate::from_code_point(c).unwrap_or('\u{fffd}')),
        }
    }

    fn close(&mut self, start: usize) -> Parsed<()> {
        if self.tokens.accept(')')? {
            return Ok(());
        }
        Err(RegexError::at("missing ), unterminated subpattern", start))
    }

    /// What begins with a bracket, which has been read.
    fn group(&mut self, flags: u32, depth: usize, may_set: bool) -> Parsed<Group> {
        let start = self.tokens.position() - 1;
        let mut inner = flags;
        let mut capture = true;
        let mut atomic = false;
        let mut name = None;
        if self.tokens.accept('?')? {
            let next = self.tokens.peek();
            match self.required()? {
                'P' => match self.named()? {
                    Named::Group(text) => name = Some(text),
                    Named::Reference(group) => {
                        let fold = self.fold(flags);
                        return Ok(Group::Node(Node::Backreference(group, fold)));
                    }
                },
                ':' => capture = false,
                '#' => return self.comment(start),
                sign @ ('=' | '!' | '<') => {
                    return self.assertion(sign, start, flags, depth).map(Group::Node);
                }
                '(' => return self.conditional(start, flags, depth).map(Group::Node),
                '>' => {
                    capture = false;
                    atomic = true;
                }
                c if c == '-' || inline_flag(c).is_some() => match self.inline_flags(c)? {
                    None if !may_set => {
                        let message = "global flags not at the start of the expression";
                        return Err(RegexError::at(message, start));
                    }
                    None => return Ok(Group::Flags),
                    Some((on, off)) => {
                        if on & flags::TYPES != 0 {
                            inner &= !flags::TYPES;
                        }
                        inner = (inner | on) & !off;
                        capture = false;
                    }
                },
                _ => {
                    let text = next.map(Token::text).unwrap_or_default();
                    let length = next.map_or(0, Token::width) + 1;
                    return Err(self.tokens.error(format!("unknown extension ?{text}"), length));
                }
            }
        }
        let index = match capture {
            true => Some(self.open_group(name)?),
            false => None,
        };
        let body = self.alternatives(inner, depth + 1)?;
        self.close(start)?;
        if let Some(index) = index {
            self.widths[index] = Some(width(&body, &self.widths));
        }
        Ok(Group::Node(if atomic { Node::Atomic(body) } else { Node::Group { index, body } }))
    }

    fn open_group(&mut self, name: Option<String>) -> Parsed<usize> {
        let index = self.widths.len();
        self.widths.push(None);
        if let Some(name) = name {
            if let Some(&before) = self.by_name.get(&name) {
                let message = format!(
                    "redefinition of group name {} as group {index}; was group {before}",
                    quoted(&name)
                );
                return Err(self.tokens.error(message, name.chars().count() + 1));
            }
            self.by_name.insert(name.clone(), index);
            self.names.push((name, index));
        }
        Ok(index)
    }

    fn comment(&mut self, start: usize) -> Parsed<Group> {
        loop {
            match self.tokens.take()? {
                None => return Err(RegexError::at("missing ), unterminated comment", start)),
                Some(Token::Plain(c)) if c == ')' as u32 => return Ok(Group::Nothing),
                Some(_) => {}
            }
        }
    }

    /// After `(?P`.
    fn named(&mut self) -> Parsed<Named> {
        if self.tokens.accept('<')? {
            let name = self.tokens.until('>', "group name")?;
            self.tokens.check_group_name(&name, 1)?;
            return Ok(Named::Group(name));
        }
        if self.tokens.accept('=')? {
            let name = self.tokens.until(')', "group name")?;
            self.tokens.check_group_name(&name, 1)?;
            let group = self.group_named(&name)?;
            if self.widths.get(group).copied().flatten().is_none() {
                let length = name.chars().count() + 1;
                return Err(self.tokens.error("cannot refer to an open group", length));
            }
            self.check_lookbehind_group(group)?;
            return Ok(Named::Reference(group));
        }
        let next = self.tokens.peek();
        self.required()?;
        let text = next.map(Token::text).unwrap_or_default();
        let length = next.map_or(0, Token::width) + 2;
        Err(self.tokens.error(format!("unknown extension ?P{text}"), length))
    }

    fn group_named(&mut self, name: &str) -> Parsed<usize> {
        match self.by_name.get(name) {
            Some(&group) => Ok(group),
            None => {
                let message = format!("unknown group name {}", quoted(name));
                Err(self.tokens.error(message, name.chars().count() + 1))
            }
        }
    }

    /// After `(?=`, `(?!` or `(?<`.
    fn assertion(
        &mut self,
        mut sign: char,
        start: usize,
        flags: u32,
        depth: usize,
    ) -> Parsed<Node> {
        let behind = sign == '<';
        let outer = self.lookbehind_groups;
        if behind {
            let next = self.tokens.peek();
            sign = self.required()?;
            if sign != '=' && sign != '!' {
                let text = next.map(Token::text).unwrap_or_default();
                let length = next.map_or(0, Token::width) + 2;
                return Err(self.tokens.error(format!("unknown extension ?<{text}"), length));
            }
            if outer.is_none() {
                self.lookbehind_groups = Some(self.widths.len());
            }
        }
        let body = self.alternatives(flags, depth + 1)?;
        self.lookbehind_groups = outer;
        self.close(start)?;
        let behind = match behind {
            true => Some(self.fixed_width(&body)?),
            false => None,
        };
        let negative = sign == '!';
        if negative && body.is_empty() {
            return Ok(Node::Fail);
        }
        Ok(Node::Assert { behind, negative, body })
    }

    /// How far a look-behind looks.
    fn fixed_width(&self, body: &[Node]) -> Parsed<u32> {
        let wrong =
            |message: &str| RegexError::Pattern { message: message.to_owned(), position: None };
        let width = width(body, &self.widths);
        match u32::try_from(width.min) {
            Ok(MAX_REPEAT) | Err(_) => Err(wrong("looks too much behind")),
            Ok(_) if width.min != width.max => {
                Err(wrong("look-behind requires fixed-width pattern"))
            }
            Ok(back) => Ok(back),
        }
    }

    /// After `(?(`.
    fn conditional(&mut self, start: usize, flags: u32, depth: usize) -> Parsed<Node> {
        let name = self.tokens.until(')', "group name")?;
        let length = name.chars().count() + 1;
        let group = if is_number(&name) {
            let group = name.parse::<usize>().unwrap_or(usize::MAX);
            if group == 0 {
                return Err(self.tokens.error("bad group number", length));
            }
            if group >= MAX_GROUPS as usize {
                let number = name.trim_start_matches('0');
                return Err(self.tokens.error(format!("invalid group reference {number}"), length));
            }
            self.referenced.push((group, self.tokens.position() - length));
            group
        } else {
            self.tokens.check_group_name(&name, 1)?;
            self.group_named(&name)?
        };
        self.check_lookbehind_group(group)?;
        let yes = self.sequence(flags, depth + 1, false)?;
        let mut no = Vec::new();
        if self.tokens.accept('|')? {
            no = self.sequence(flags, depth + 1, false)?;
            if self.tokens.is_next('|') {
                let message = "conditional backref with more than two branches";
                return Err(self.tokens.error(message, 0));
            }
        }
        self.close(start)?;
        Ok(Node::Conditional { group, yes, no })
    }

    /// The flags of `(?i)`, which hold for the whole, or of `(?i-x:`, which are returned.
    fn inline_flags(&mut self, first: char) -> Parsed<Option<(u32, u32)>> {
        let (mut on, mut off) = (0, 0);
        let mut next = first;
        if next != '-' {
            while let Some(flag) = inline_flag(next) {
                let wrong = match next {
                    'L' if self.tokens.is_text => {
                        Some("bad inline flags: cannot use 'L' flag with a str pattern")
                    }
                    'u' if !self.tokens.is_text => {
                        Some("bad inline flags: cannot use 'u' flag with a bytes pattern")
                    }
                    _ => None,
                };
                if let Some(message) = wrong {
                    return Err(self.tokens.error(message, 0));
                }
                on |= flag;
                if flag & flags::TYPES != 0 && on & flags::TYPES != flag {
                    let message = "bad inline flags: flags 'a', 'u' and 'L' are incompatible";
                    return Err(self.tokens.error(message, 0));
                }
                next = self.flag_character("missing -, : or )", ")-:")?;
            }
        }
        if next == ')' {
            self.flags |= on;
            return Ok(None);
        }
        if next == '-' {
            next = self.flag_character("missing flag", "")?;
            while let Some(flag) = inline_flag(next) {
                if flag & flags::TYPES != 0 {
                    let message = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'";
                    return Err(self.tokens.error(message, 0));
                }
                off |= flag;
                next = self.flag_character("missing :", ":")?;
            }
        }
        if on & off != 0 {
            let message = "bad inline flags: flag turned on and off";
            return Err(self.tokens.error(message, 1));
        }
        Ok(Some((on, off)))
    }

    /// The next flag, or one of the characters that may end them.
    fn flag_character(&mut self, missing: &str, ends: &str) -> Parsed<char> {
        let Some(token) = self.tokens.take()? else {
            return Err(self.tokens.error(missing, 0));
        };
        if let Token::Plain(c) = token
            && let Some(c) = char::from_u32(c)
            && (inline_flag(c).is_some() || ends.contains(c))
        {
            return Ok(c);
        }
        let is_letter = matches!(token, Token::Plain(c)
            if char::from_u32(c).is_some_and(crate::text::classify::is_alpha));
        let message = if is_letter { "unknown flag" } else { missing };
        Err(self.tokens.error(message, token.width()))
    }
}

/// What a bracket has begun.
enum Group {
    Node(Node),
    /// A comment.
    Nothing,
    /// Flags for the whole pattern.
    Flags,
}

enum Named {
    Group(String),
    Reference(usize),
}

fn class_item(c: char, unicode: bool) -> Option<Item> {
    let (class, negative) = match c {
        'd' => (Class::Digit, false),
        'D' => (Class::Digit, true),
        's' => (Class::Space, false),
        'S' => (Class::Space, true),
        'w' => (Class::Word, false),
        'W' => (Class::Word, true),
        _ => return None,
    };
    Some(Item::Class { class, negative, unicode })
}
