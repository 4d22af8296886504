//! A command line that is not understood: what was typed, where, and what may stand there.

use super::catalog::message_with;
use super::explain::Explanation;
use crate::lang::Lang;

/// What is wrong with the words of a command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistyped {
    /// No command has this name.
    Command(String),
    /// No command is named.
    NoCommand,
    /// The command does not take the option, or a further word.
    Argument(String),
    /// An option stands without its value.
    NoValue(String),
    /// An option cannot have this value.
    Value {
        /// The option.
        argument: String,
        /// What was typed.
        typed: String,
    },
    /// Something that the command needs is not there.
    Missing(Vec<String>),
    /// An option stands twice.
    Twice(String),
    /// Two options exclude each other.
    Conflict {
        /// One.
        argument: String,
        /// The others.
        others: Vec<String>,
    },
    /// The bytes are no text.
    NotText,
}

/// What may stand in the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// One of these words.
    OneOf(Vec<String>),
    /// A number between two bounds.
    Within(String, String),
    /// A whole number.
    WholeNumber,
    /// A number.
    Number,
    /// What the help of a command names.
    Help(String),
}

/// What is wrong with a command line, and what may stand there; `suggested` is a word that is much like the one typed.
pub fn explain_mistyped(mistyped: &Mistyped, wanted: &Wanted, suggested: Option<&str>, lang: Lang) -> Explanation {
    let tell = |key: &str, arguments: &[(&'static str, &str)]| {
        let arguments: Vec<_> = arguments.iter().map(|(name, value)| (*name, (*value).into())).collect();
        message_with(lang, key, &arguments)
    };
    let sentence = match mistyped {
        Mistyped::Command(typed) => tell("cli-refused-command", &[("value", typed)]),
        Mistyped::NoCommand => tell("cli-refused-no-command", &[]),
        Mistyped::Argument(typed) => tell("cli-refused-argument", &[("value", typed)]),
        Mistyped::NoValue(argument) => tell("cli-refused-no-value", &[("argument", argument)]),
        Mistyped::Value { argument, typed } => tell("cli-refused-value", &[("argument", argument), ("value", typed)]),
        Mistyped::Missing(arguments) => tell("cli-refused-missing", &[("arguments", &arguments.join(", "))]),
        Mistyped::Twice(argument) => tell("cli-refused-twice", &[("argument", argument)]),
        Mistyped::Conflict { argument, others } => {
            tell("cli-refused-conflict", &[("argument", argument), ("others", &others.join(", "))])
        }
        Mistyped::NotText => tell("cli-refused-not-text", &[]),
    };
    let hint = match wanted {
        Wanted::OneOf(known) => tell("cli-refused-choose", &[("known", &known.join(", "))]),
        Wanted::Within(low, high) => tell("cli-refused-within", &[("low", low), ("high", high)]),
        Wanted::WholeNumber => tell("cli-refused-whole-number", &[]),
        Wanted::Number => tell("cli-refused-number", &[]),
        Wanted::Help(command) => tell("cli-refused-help", &[("command", command)]),
    };
    let suggested = suggested.map(|word| tell("cli-refused-suggested", &[("value", word)]));
    Explanation { sentence, hint: suggested.into_iter().chain([hint]).collect::<Vec<_>>().join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::explain::tests::is_told;

    #[test]
    fn every_slip_has_a_sentence_and_a_hint_in_both_languages() {
        let word = || "x".to_owned();
        let slips = [
            Mistyped::Command(word()),
            Mistyped::NoCommand,
            Mistyped::Argument(word()),
            Mistyped::NoValue(word()),
            Mistyped::Value { argument: word(), typed: word() },
            Mistyped::Missing(vec![word()]),
            Mistyped::Twice(word()),
            Mistyped::Conflict { argument: word(), others: vec![word()] },
            Mistyped::NotText,
        ];
        let hints = [
            Wanted::OneOf(vec![word()]),
            Wanted::Within(word(), word()),
            Wanted::WholeNumber,
            Wanted::Number,
            Wanted::Help(word()),
        ];
        for lang in Lang::ALL {
            for slip in &slips {
                for hint in &hints {
                    is_told(&explain_mistyped(slip, hint, Some("y"), lang), slip);
                }
            }
        }
    }
}
