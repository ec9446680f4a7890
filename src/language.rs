//! Which language and script a text is in: by script first, then by a small trained model.
//!
//! Links, names, numbers and emoji say nothing of the language and are not counted. What cannot be
//! told is `und` with confidence 0.
//!
//! Right, in percent, beside whatlang 0.18 (printed by `cargo run --release -p train --example
//! language -- measure`). The half of lingua's news samples of 75 languages that was not trained on,
//! and messages of 22; the settings of the training were chosen on the same half, and some messages
//! come from sources of which other texts were trained on. The last columns are of the 25 languages
//! in which most customers write.
//!
//! | | all | whatlang | of 25 | whatlang |
//! |---|---|---|---|---|
//! | words | 60.9 | 44.9 | 78.6 | 63.3 |
//! | pairs of words | 78.1 | 55.0 | 90.7 | 74.1 |
//! | sentences | 94.1 | 72.9 | 99.4 | 96.6 |
//! | messages | 97.7 | 74.4 | 98.2 | 92.6 |
//! | romanised Hindi | 95.0 | 0 | | |

pub mod code;
mod han;
pub mod model;
pub mod script;

use crate::text::{Document, TokenKind};
use crate::verdict::{LanguageGuess, round};
use model::Evidence;
use script::{HAN, KANA, LATIN, SCRIPTS, script_of};

/// The model listens to at most this many words: a language is known by then.
const MOST_WORDS: usize = 128;

/// Sentences of one text may be in two languages; a stretch is at most this many words.
const STRETCH: usize = 12;

/// A stretch of fewer words is no witness for a second language.
const SHORTEST_STRETCH: usize = 3;

/// From this share on, a second language or script makes a text mixed.
const MIXED: f64 = 0.25;

/// A guess below this probability is no guess.
const LEAST_SURE: f64 = 0.2;

/// A guess from this probability on is reliable, given enough letters.
const SURE: f64 = 0.8;

/// Fewer letters than this make no guess of the model reliable.
const FEW_LETTERS: f64 = 6.0;

/// How sure a stretch must be to count for a second language.
const SURE_STRETCH: f64 = 0.7;

/// What the host knows of a text's language.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hint<'a> {
    /// The language the host states, as BCP 47. When it is valid, it is the answer.
    pub stated: Option<&'a str>,
    /// The languages the host expects, as BCP 47: they are more likely, others stay possible.
    pub allowed: &'a [String],
}

/// Finds the language of a bare text.
///
/// ```
/// use hotcold::language::detect_text;
/// assert_eq!(detect_text("यह कितने हैं?", &[]).language, "hi");
/// assert_eq!(detect_text("mera order kab aayega bhai", &[]).language, "hi-Latn");
/// assert_eq!(detect_text("12345 😀", &[]).language, "und");
/// ```
pub fn detect_text(text: &str, allowed: &[String]) -> LanguageGuess {
    detect(&Document::plain(text), Hint { stated: None, allowed })
}

/// Finds the language of a document.
pub fn detect(document: &Document, hint: Hint) -> LanguageGuess {
    let reading = Reading::new(document);
    let allowed: Vec<String> =
        hint.allowed.iter().filter_map(|tag| code::read(tag)).map(|tag| tag.language).collect();
    let expected = |tag: &str| allowed.iter().any(|allowed| allowed == tag);
    let guess = reading.guess(&expected);
    let stated = hint.stated.and_then(code::read).map(|tag| (tag, 1.0));
    let guessed = || code::read(guess.tag).map(|tag| (tag, guess.confidence));
    let (tag, confidence) = stated.clone().or_else(guessed).unwrap_or((unknown(), 0.0));
    let enough = reading.counts.iter().sum::<f64>() >= FEW_LETTERS || guess.by_script;
    LanguageGuess {
        reliable: stated.is_some() || (confidence >= SURE && enough),
        language: tag.language,
        iso6393: tag.iso6393,
        script: guess.script.to_owned(),
        confidence: round(confidence),
        mixed: reading.has_second_script() || reading.has_second_language(guess.tag, &expected),
    }
}

fn unknown() -> code::Tag {
    code::Tag { language: "und".to_owned(), iso6393: "und".to_owned() }
}

struct Guess {
    tag: &'static str,
    script: &'static str,
    confidence: f64,
    /// Whether the script alone decided.
    by_script: bool,
}

/// What the letters and words of a document say.
struct Reading {
    /// How much text is in each script, in letters of an alphabet.
    counts: [f64; SCRIPTS.len()],
    main: Option<usize>,
    /// The tag of a text in Chinese characters.
    han: &'static str,
    evidence: Evidence,
    stretches: Vec<(Evidence, usize)>,
}

impl Reading {
    fn new(document: &Document) -> Self {
        let counts = counts(document);
        let mut reading = Self {
            counts,
            main: main_script(&counts),
            han: "zh",
            evidence: Evidence::default(),
            stretches: Vec::new(),
        };
        match reading.main {
            Some(HAN) => reading.han = han::tag(document.text()),
            Some(script) if SCRIPTS.get(script).is_some_and(|s| s.language.is_none()) => {
                reading.listen(document);
            }
            _ => {}
        }
        reading
    }

    /// Reads the words in the main script, stretch by stretch.
    fn listen(&mut self, document: &Document) {
        let mut stretch = Evidence::default();
        let mut words = 0;
        let mut total = 0;
        for token in document.tokens() {
            let raw = document.raw(token);
            let ends =
                token.kind == TokenKind::Mark && raw.contains(['.', '!', '?', '।', '؟', '/', '(']);
            if (ends || words >= STRETCH) && words > 0 {
                self.stretches.push((std::mem::take(&mut stretch), words));
                words = 0;
            }
            if token.kind == TokenKind::Word && raw.chars().find_map(script_of) == self.main {
                stretch.add_word(raw);
                words += 1;
                total += 1;
                if total >= MOST_WORDS {
                    break;
                }
            }
        }
        if words > 0 {
            self.stretches.push((stretch, words));
        }
        for (stretch, _) in &self.stretches {
            self.evidence.add(stretch);
        }
    }

    fn guess(&self, expected: &dyn Fn(&str) -> bool) -> Guess {
        let none = Guess { tag: "und", script: "Zyyy", confidence: 0.0, by_script: false };
        let Some((main, script)) = self.main.and_then(|main| Some((main, SCRIPTS.get(main)?)))
        else {
            return none;
        };
        if let Some(tag) = script.language {
            return Guess { tag, script: script.code, confidence: 1.0, by_script: true };
        }
        if main == HAN {
            // Without kana it is Chinese, unless the host expects Japanese alone of the two.
            let tag = if expected("ja") && !expected("zh") && !expected("zh-Hant") {
                "ja"
            } else {
                self.han
            };
            return Guess { tag, script: script.code, confidence: 0.95, by_script: true };
        }
        let votes = self.evidence.probabilities(main, expected);
        match best(&votes) {
            Some((tag, confidence)) if confidence >= LEAST_SURE && tag != "und" => {
                Guess { tag, script: script.code, confidence, by_script: false }
            }
            _ => Guess { script: script.code, ..none },
        }
    }

    fn has_second_script(&self) -> bool {
        let total: f64 = self.counts.iter().sum();
        let others =
            self.counts.iter().enumerate().filter(|(script, _)| Some(*script) != self.main);
        total > 0.0 && others.into_iter().any(|(_, count)| *count >= MIXED * total)
    }

    fn has_second_language(&self, tag: &str, expected: &dyn Fn(&str) -> bool) -> bool {
        let Some(main) = self.main else { return false };
        if self.stretches.len() < 2 {
            return false;
        }
        let total: usize = self.stretches.iter().map(|(_, words)| words).sum();
        let long = self.stretches.iter().filter(|(_, words)| *words >= SHORTEST_STRETCH);
        let foreign: usize = long
            .filter(|(stretch, _)| {
                let votes = stretch.probabilities(main, expected);
                best(&votes).is_some_and(|(other, probability)| {
                    other != tag && other != "und" && probability >= SURE_STRETCH
                })
            })
            .map(|(_, words)| words)
            .sum();
        total > 0 && tag != "und" && foreign as f64 >= MIXED * total as f64
    }
}

fn best(votes: &[(&'static str, f64)]) -> Option<(&'static str, f64)> {
    votes.iter().copied().max_by(|left, right| left.1.total_cmp(&right.1))
}

/// Counts letters by script. Pairs of characters overlap, so each is counted where it begins anew.
fn counts(document: &Document) -> [f64; SCRIPTS.len()] {
    let mut counts = [0.0; SCRIPTS.len()];
    let mut counted = 0;
    for token in document.tokens() {
        if !matches!(token.kind, TokenKind::Word | TokenKind::Gram) {
            continue;
        }
        let start = token.start.max(counted) as usize;
        counted = token.end;
        let fresh = document.text().get(start..token.end as usize).unwrap_or_default();
        for script in fresh.chars().filter_map(script_of) {
            if let Some(count) = counts.get_mut(script) {
                *count += weight(script);
            }
        }
    }
    // Japanese is written in both: a tenth of kana tells it from Chinese.
    if let Some([han, kana]) = counts.get_mut(HAN..=KANA) {
        if *kana * 10.0 >= *han {
            *kana += std::mem::take(han);
        } else {
            *han += std::mem::take(kana);
        }
    }
    counts
}

/// How many letters of an alphabet one character stands for.
fn weight(script: usize) -> f64 {
    match SCRIPTS.get(script).map(|script| script.code) {
        Some("Hani") => 3.0,
        Some("Hang" | "Jpan" | "Ethi") => 2.5,
        _ => 1.0,
    }
}

/// The script of the text: names of products are Latin everywhere, so Latin counts less beside another.
fn main_script(counts: &[f64; SCRIPTS.len()]) -> Option<usize> {
    let weighted = counts.iter().enumerate().map(|(script, count)| {
        let count = if script == LATIN { count / 1.5 } else { *count };
        (script, count)
    });
    let most = weighted.reduce(|most, next| if next.1 > most.1 { next } else { most })?;
    (most.1 > 0.0).then_some(most.0)
}
