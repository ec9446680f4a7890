//! Which language and script a text is in.

use crate::text::Document;
use crate::verdict::LanguageGuess;

/// What the host knows before looking.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hint<'a> {
    /// The language the host states, as BCP 47.
    pub stated: Option<&'a str>,
    /// The languages messages come in; empty for all.
    pub allowed: &'a [String],
}

/// The language of a document.
pub fn detect(document: &Document, _hint: Hint) -> LanguageGuess {
    detect_text(document.text(), &[])
}

/// The language of a text.
pub fn detect_text(text: &str, _allowed: &[String]) -> LanguageGuess {
    let info = whatlang::detect(text);
    let code = info.as_ref().map_or("und", |info| info.lang().code());
    LanguageGuess {
        language: match code {
            "hin" => "hi",
            "kor" => "ko",
            "pes" => "fa",
            "tel" => "te",
            "ell" => "el",
            "eng" => "en",
            other => other,
        }
        .to_owned(),
        iso6393: code.to_owned(),
        script: "Latn".to_owned(),
        confidence: info.as_ref().map_or(0.0, |info| info.confidence()),
        reliable: info.is_some_and(|info| info.is_reliable()),
        mixed: false,
    }
}
