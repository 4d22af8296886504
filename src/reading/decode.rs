//! Bytes of a text file as characters.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A text with the code page that it was stored in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DecodedText {
    /// The text.
    pub text: String,
    /// The name of the code page.
    pub code_page: String,
    /// Whether the code page was guessed from the letters, because the file names none.
    pub guessed: bool,
}

fn decoded(bytes: &[u8], code_page: &'static Encoding, guessed: bool) -> DecodedText {
    let (text, used, _) = code_page.decode(bytes);
    DecodedText { text: text.into_owned(), code_page: used.name().to_owned(), guessed }
}

/// Decodes a text: by its mark, by the code page that it names, as UTF-8 where it is UTF-8, else by its letters.
pub(super) fn decode_text(bytes: &[u8], named: Option<&str>) -> DecodedText {
    if let Some((code_page, _)) = Encoding::for_bom(bytes) {
        return decoded(bytes, code_page, false);
    }
    if let Some(code_page) = named.and_then(|name| Encoding::for_label(name.trim().as_bytes())) {
        return decoded(bytes, code_page, false);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return decoded(bytes, UTF_8, false);
    }
    let zeros = |parity: usize| bytes.iter().skip(parity).step_by(2).take(2000).filter(|byte| **byte == 0).count();
    if zeros(1) > 200 {
        return decoded(bytes, UTF_16LE, true);
    }
    if zeros(0) > 200 {
        return decoded(bytes, UTF_16BE, true);
    }
    let mut detector = chardetng::EncodingDetector::new();
    detector.feed(bytes, true);
    decoded(bytes, detector.guess(None, false), true)
}
