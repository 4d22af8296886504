//! Messages by key, from the Fluent files embedded in the program.
//!
//! Numbers arrive written (`text::number`), except `count`, which is a number so that English can choose its plural.

#![expect(clippy::disallowed_types, reason = "Fluent takes and keeps hash maps; none is iterated here")]

use std::borrow::Cow;

use fluent_templates::{LanguageIdentifier, langid, static_loader};

pub(crate) use fluent_templates::fluent_bundle::FluentValue;

use crate::lang::Lang;

static_loader! {
    static LOCALES = {
        locales: "./assets/locales",
        fallback_language: "en",
        // Isolation marks are invisible in a browser and boxes in this window.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

const VIETNAMESE: LanguageIdentifier = langid!("vi");
const ENGLISH: LanguageIdentifier = langid!("en");

#[expect(clippy::disallowed_types, reason = "the type that Fluent takes; it is never iterated")]
type Arguments<'value> = std::collections::HashMap<Cow<'static, str>, FluentValue<'value>>;

/// A message without variables.
pub(crate) fn message(lang: Lang, key: &str) -> String {
    look_up(lang, key, None)
}

/// A message with its variables.
pub(crate) fn message_with(lang: Lang, key: &str, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
    let arguments: Arguments<'_> =
        arguments.iter().map(|(name, value)| (Cow::Borrowed(*name), value.clone())).collect();
    look_up(lang, key, Some(&arguments))
}

/// The wording in the language, else in English, else the key, which a reader can report.
fn look_up(lang: Lang, key: &str, arguments: Option<&Arguments<'_>>) -> String {
    let wanted = match lang {
        Lang::VI => VIETNAMESE,
        Lang::EN => ENGLISH,
    };
    LOCALES
        .lookup_single_language(&wanted, key, arguments)
        .or_else(|_| LOCALES.lookup_single_language(&ENGLISH, key, arguments))
        .unwrap_or_else(|_| key.to_owned())
}

#[cfg(test)]
mod tests;
