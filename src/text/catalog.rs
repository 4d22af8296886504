//! Messages by key, from the Fluent files embedded in the program.
//!
//! Numbers arrive written (`text::number`), except `count`, which is a number so that English can choose its plural.

#![expect(clippy::disallowed_types, reason = "Fluent takes and keeps hash maps; none is iterated here")]

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_templates::{LanguageIdentifier, langid, static_loader};

pub(crate) use fluent_templates::fluent_bundle::FluentValue;

use crate::lang::{Lang, Tongue};

static_loader! {
    static LOCALES = {
        locales: "./assets/locales",
        fallback_language: "en",
        // Isolation marks are invisible in a browser and boxes in this window.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// Variables that every message may have.
const UNIT_OF_MONEY: Cow<'static, str> = Cow::Borrowed("money");
const CURRENCY: Cow<'static, str> = Cow::Borrowed("currency");
const PRODUCT: Cow<'static, str> = Cow::Borrowed("gdp");

const VIETNAMESE: LanguageIdentifier = langid!("vi");
const ENGLISH: LanguageIdentifier = langid!("en");

#[expect(clippy::disallowed_types, reason = "the type that Fluent takes; it is never iterated")]
type Arguments<'value> = std::collections::HashMap<Cow<'static, str>, FluentValue<'value>>;

/// A message without variables of its own.
pub(crate) fn message(lang: Lang, key: &str) -> String {
    message_with(lang, key, &[])
}

/// A message with its variables; every message can name the currency of the study and its gross product.
pub(crate) fn message_with(lang: Lang, key: &str, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
    let (in_units, in_sentences) = match &lang.terms().currency {
        Some(currency) => (currency.in_units(lang), currency.in_sentences(lang)),
        None => words_of_dong(lang),
    };
    let product = lang.terms().territory.product();
    let words = [(UNIT_OF_MONEY, in_units.into()), (CURRENCY, in_sentences.into()), (PRODUCT, product.into())];
    let own = arguments.iter().map(|(name, value)| (Cow::Borrowed(*name), value.clone()));
    look_up(lang, key, Some(&words.into_iter().chain(own).collect()))
}

/// The words of đồng, as they stand in units and in sentences; looked up once.
fn words_of_dong(lang: Lang) -> (&'static str, &'static str) {
    static WORDS: OnceLock<[[String; 2]; 2]> = OnceLock::new();
    let words = |lang| ["currency-in-units", "currency-in-sentences"].map(|key| look_up(lang, key, None));
    let [vi, en] = WORDS.get_or_init(|| Lang::ALL.map(words));
    let [in_units, in_sentences] = match lang.tongue() {
        Tongue::Vi => vi,
        Tongue::En => en,
    };
    (in_units, in_sentences)
}

/// The wording in the language, else in English, else the key, which a reader can report.
fn look_up(lang: Lang, key: &str, arguments: Option<&Arguments<'_>>) -> String {
    let wanted = match lang.tongue() {
        Tongue::Vi => VIETNAMESE,
        Tongue::En => ENGLISH,
    };
    LOCALES
        .lookup_single_language(&wanted, key, arguments)
        .or_else(|_| LOCALES.lookup_single_language(&ENGLISH, key, arguments))
        .unwrap_or_else(|_| key.to_owned())
}

#[cfg(test)]
mod tests;
