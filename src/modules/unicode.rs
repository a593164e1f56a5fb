//! `unicodedata`: what Unicode says about characters, as far as the interpreter's own tables and
//! those of its crates know it.

use ouro_grammar::identifiers::named_character;
use ouro_grammar::surrogate::is_surrogate;
use unicode_general_category::GeneralCategory;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::{add, add_functions};
use crate::builtins::exceptions::ExceptionKind;
use crate::object::module::Module;
use crate::object::native::{Args, Native};
use crate::object::{Ref, Result, Value};
use crate::text::classify;
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[
    Native::new("category", "chr, /", |vm, args| {
        let character = character(vm, args, "category() argument")?;
        Ok(abbreviation(classify::category(character)).into())
    }),
    Native::new("combining", "chr, /", |vm, args| {
        let character = character(vm, args, "combining() argument")?;
        // The crate's table is of a later Unicode.
        let known = classify::category(character) != GeneralCategory::Unassigned;
        Ok(Value::Int(if known { canonical_combining_class(character).into() } else { 0 }))
    }),
    Native::new("decimal", "chr, default=<unrepresentable>, /", |vm, args| {
        let character = character(vm, args, "decimal() argument 1")?;
        number_or(vm, classify::decimal_value(character), args.get(1), "not a decimal")
    }),
    Native::new("digit", "chr, default=<unrepresentable>, /", |vm, args| {
        let character = character(vm, args, "digit() argument 1")?;
        number_or(vm, digit_value(character), args.get(1), "not a digit")
    }),
    Native::new("is_normalized", "form, unistr, /", |vm, args| {
        let normal = normalize(vm, args, "is_normalized")?;
        Ok((args.get(1).as_str() == Some(&normal)).into())
    }),
    Native::new("lookup", "name, /", |vm, args| {
        let Some(name) = args.get(0).as_str() else {
            let kind = vm.type_name(args.get(0));
            return Err(vm.type_error(format!("lookup() argument must be str, not {kind}")));
        };
        match named_character(name) {
            Some(character) => Ok(character.to_string().into()),
            None => {
                let message = format!("undefined character name '{name}'");
                let error = vm.error(ExceptionKind::KeyError, message);
                Err(error)
            }
        }
    }),
    Native::new("name", "chr, default=<unrepresentable>, /", |vm, args| {
        let character = character(vm, args, "name() argument 1")?;
        let known = classify::category(character) != GeneralCategory::Unassigned;
        match unicode_names2::name(character).filter(|_| known && !is_surrogate(character)) {
            Some(name) => Ok(name.to_string().into()),
            None => match args.get(1).bound() {
                Some(default) => Ok(default.clone()),
                None => Err(vm.value_error("no such name")),
            },
        }
    }),
    Native::new("normalize", "form, unistr, /", |vm, args| {
        normalize(vm, args, "normalize").map(Value::from)
    }),
];

pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("unicodedata");
    add_functions(vm, &module, "unicodedata", FUNCTIONS);
    add(vm, &module, "unidata_version", "15.1.0");
    Ok(module)
}

/// The only character of the first argument.
fn character(vm: &mut Vm, args: &Args, place: &str) -> Result<char> {
    let value = args.get(0);
    let mut characters = value.as_str().unwrap_or_default().chars();
    match (characters.next(), characters.next()) {
        (Some(only), None) => Ok(only),
        _ => {
            let kind = vm.type_name(value);
            Err(vm.type_error(format!("{place} must be a unicode character, not {kind}")))
        }
    }
}

fn number_or(vm: &mut Vm, number: Option<u32>, default: &Value, message: &str) -> Result {
    match (number, default.bound()) {
        (Some(number), _) => Ok(Value::Int(number.into())),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(vm.value_error(message)),
    }
}

/// The value of a decimal, superscript, circled digit and the like. Those that are no decimals end
/// their names with it.
fn digit_value(character: char) -> Option<u32> {
    const WORDS: [&str; 10] =
        ["ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"];
    if let Some(value) = classify::decimal_value(character) {
        return Some(value);
    }
    if !classify::is_digit(character) {
        return None;
    }
    let name = unicode_names2::name(character)?.to_string();
    let mut words = name.split([' ', '-']).rev();
    words.find_map(|word| WORDS.iter().position(|&known| known == word)).map(|value| value as u32)
}

fn normalize(vm: &mut Vm, args: &Args, function: &str) -> Result<String> {
    for place in [0, 1] {
        if args.get(place).as_str().is_none() {
            let kind = vm.type_name(args.get(place));
            let number = place + 1;
            return Err(
                vm.type_error(format!("{function}() argument {number} must be str, not {kind}"))
            );
        }
    }
    let text = args.get(1).as_str().unwrap_or_default();
    Ok(match args.get(0).as_str() {
        Some("NFC") => text.nfc().collect(),
        Some("NFD") => text.nfd().collect(),
        Some("NFKC") => text.nfkc().collect(),
        Some("NFKD") => text.nfkd().collect(),
        _ => return Err(vm.value_error("invalid normalization form")),
    })
}

fn abbreviation(category: GeneralCategory) -> &'static str {
    use GeneralCategory::*;
    match category {
        UppercaseLetter => "Lu",
        LowercaseLetter => "Ll",
        TitlecaseLetter => "Lt",
        ModifierLetter => "Lm",
        OtherLetter => "Lo",
        NonspacingMark => "Mn",
        SpacingMark => "Mc",
        EnclosingMark => "Me",
        DecimalNumber => "Nd",
        LetterNumber => "Nl",
        OtherNumber => "No",
        ConnectorPunctuation => "Pc",
        DashPunctuation => "Pd",
        OpenPunctuation => "Ps",
        ClosePunctuation => "Pe",
        InitialPunctuation => "Pi",
        FinalPunctuation => "Pf",
        OtherPunctuation => "Po",
        MathSymbol => "Sm",
        CurrencySymbol => "Sc",
        ModifierSymbol => "Sk",
        OtherSymbol => "So",
        SpaceSeparator => "Zs",
        LineSeparator => "Zl",
        ParagraphSeparator => "Zp",
        Control => "Cc",
        Format => "Cf",
        Surrogate => "Cs",
        PrivateUse => "Co",
        _ => "Cn",
    }
}
