//! Words of a head or a title: folded, cut into tokens, so that phrases of many languages are found alike.

use crate::lang::fold;
use unicode_normalization::UnicodeNormalization as _;

/// A piece of a text: a word, a number, a sign that matters, or one ideograph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Lower case, without marks above and below.
    pub text: String,
    /// Lower case with its marks: `năm` is a year, `nam` is not.
    pub marked: String,
    /// Whether something else already stands for it.
    pub used: bool,
    /// Whether a hyphen or a slash joins it to the token before.
    pub joined: bool,
}

#[derive(PartialEq, Clone, Copy)]
enum Kind {
    Letter,
    Digit,
    Ideograph,
    Sign,
    Gap,
}

fn kind(c: char) -> Kind {
    match c {
        '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => Kind::Ideograph,
        c if c.is_ascii_digit() => Kind::Digit,
        c if c.is_alphabetic() => Kind::Letter,
        '%' | '‰' | '=' | '£' | '€' | '$' | '₹' | '¥' | '₫' => Kind::Sign,
        _ => Kind::Gap,
    }
}

/// Cuts a text into tokens.
pub(super) fn lex(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut last = Kind::Gap;
    let mut joined = false;
    for c in text.nfc().flat_map(char::to_lowercase) {
        let now = kind(c);
        let folded = fold(&c.to_string());
        match now {
            Kind::Gap => joined = (joined || last != Kind::Gap) && "-–/".contains(c),
            Kind::Letter | Kind::Digit if now == last => {
                if let Some(token) = tokens.last_mut() {
                    token.text.push_str(&folded);
                    token.marked.push(c);
                }
            }
            Kind::Letter | Kind::Digit | Kind::Ideograph | Kind::Sign => {
                tokens.push(Token { text: folded, marked: c.to_string(), used: false, joined });
                joined = false;
            }
        }
        last = now;
    }
    tokens
}

/// Whether a phrase begins at the first of these tokens; a word of the phrase with marks needs them.
pub(super) fn begins_with(tokens: &[Token], phrase: &[String]) -> bool {
    let fits = |(token, word): (&Token, &String)| !token.used && (token.text == *word || token.marked == *word);
    tokens.len() >= phrase.len() && tokens.iter().zip(phrase).all(fits)
}

/// A phrase as words with their marks.
pub(super) fn words_of(phrase: &str) -> Vec<String> {
    lex(phrase).into_iter().map(|token| token.marked).collect()
}
