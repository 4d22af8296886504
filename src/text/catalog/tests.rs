//! Both languages say the same things with the same variables, in letters that the bundled font has.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use skrifa::{FontRef, MetadataProvider as _};

use super::*;

/// Variables and literal text of one message.
#[derive(Default)]
struct Contents {
    variables: BTreeSet<String>,
    text: String,
}

impl Contents {
    fn add_pattern(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => self.add_expression(expression),
            }
        }
    }

    fn add_expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Inline(inline) => self.add_inline(inline),
            Expression::Select { selector, variants } => {
                self.add_inline(selector);
                for variant in variants {
                    self.add_pattern(&variant.value);
                }
            }
        }
    }

    fn add_inline(&mut self, inline: &InlineExpression<String>) {
        match inline {
            // The words of a study are always at hand, and a language need not name what the other does.
            InlineExpression::VariableReference { id }
                if [UNIT_OF_MONEY, CURRENCY, PRODUCT].contains(&id.name.as_str().into()) => {}
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.clone());
            }
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                self.text.push_str(value);
            }
            InlineExpression::Placeable { expression } => self.add_expression(expression),
            InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
                for argument in positional {
                    self.add_inline(argument);
                }
            }
            InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => {}
        }
    }
}

/// Every message of a language by file and key; a key given twice or text outside a message fails.
fn messages(lang: Lang) -> BTreeMap<(String, String), Contents> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales").join(lang.as_str());
    let mut found = BTreeMap::new();
    let mut keys = BTreeSet::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let resource =
            parser::parse(fs::read_to_string(&path).unwrap()).unwrap_or_else(|(_, e)| panic!("{name}: {e:?}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let key = message.id.name;
            let mut contents = Contents::default();
            contents.add_pattern(&message.value.unwrap_or_else(|| panic!("{name}: {key} has no text")));
            assert!(keys.insert(key.clone()), "{name}: {key} is given twice");
            found.insert((name.clone(), key), contents);
        }
    }
    found
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    let [vi, en] = Lang::ALL.map(messages);
    let keys = |all: &BTreeMap<(String, String), Contents>| all.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(keys(&vi).symmetric_difference(&keys(&en)).collect::<Vec<_>>(), Vec::<&(String, String)>::new());
    for (key, contents) in &vi {
        assert_eq!(contents.variables, en[key].variables, "{key:?}");
    }
    assert!(vi.len() > 200, "only {} messages", vi.len());
}

#[test]
fn the_bundled_fonts_have_every_letter_of_every_message() {
    for name in ["IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf"] {
        let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts").join(name)).unwrap();
        let font = FontRef::new(&bytes).unwrap();
        let charmap = font.charmap();
        let missing: BTreeSet<char> = Lang::ALL
            .into_iter()
            .flat_map(|lang| messages(lang).into_values())
            .flat_map(|contents| contents.text.chars().collect::<Vec<_>>())
            .filter(|c| *c != '\n' && charmap.map(*c).is_none())
            .collect();
        assert!(missing.is_empty(), "{name} lacks {missing:?}");
    }
}

#[test]
fn every_message_is_composed_and_embedded() {
    for lang in Lang::ALL {
        for ((file, key), contents) in messages(lang) {
            assert!(unicode_normalization::is_nfc(&contents.text), "{file}: {key} is not composed");
            let variables =
                contents.variables.into_iter().chain([UNIT_OF_MONEY, CURRENCY, PRODUCT].map(Cow::into_owned));
            let arguments: Arguments<'_> = variables.map(|name| (Cow::Owned(name), FluentValue::from(2))).collect();
            let shown = look_up(lang, &key, Some(&arguments));
            assert_ne!(shown, key, "{file}: {key} is not embedded");
            assert!(!shown.contains('{'), "{file}: {key} keeps a brace: {shown}");
        }
    }
}

#[test]
fn every_error_warning_and_question_says_what_to_change() {
    for lang in Lang::ALL {
        let keys: BTreeSet<String> = messages(lang).into_keys().map(|(_, key)| key).collect();
        let families = ["error-", "warning-", "question-", "outcome-", "note-"];
        for key in keys.iter().filter(|key| families.iter().any(|family| key.starts_with(family))) {
            assert!(key.ends_with("-hint") || keys.contains(&format!("{key}-hint")), "{key} has no hint");
        }
    }
}

#[test]
fn variables_are_filled_in_without_isolation_marks() {
    let arguments = [("sector", "Dịch vụ".into()), ("year", "2028".into()), ("value", "−1,2".into())];
    let told = message_with(Lang::VI, "error-capital-not-positive", &arguments);
    assert_eq!(told, "Vốn của Dịch vụ năm 2028 không còn dương (−1,2).");
}

#[test]
fn english_chooses_its_plural() {
    let told = |count: i64| message_with(Lang::EN, "status-findings", &[("count", count.into())]);
    assert_eq!(told(1), "1 audit finding disagrees");
    assert_eq!(told(15), "15 audit findings disagree");
}

#[test]
fn an_unknown_key_is_shown_as_it_is() {
    assert_eq!(message(Lang::VI, "no-such-key"), "no-such-key");
}
