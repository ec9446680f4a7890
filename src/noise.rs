//! Messages that need no answer at all: automatic replies, bounces, lists, spam, gibberish, small talk.
//!
//! Headers speak first; they are exact. Words are believed only where a message holds nothing else: a
//! customer who complains, asks, or writes *about* an out-of-office reply or about spam is never noise.

mod cues;
mod gibberish;
mod headers;
mod mail;
mod small_talk;
mod spam;

use crate::message::Message;
use crate::text::Document;
use crate::text::letters::{Letters, is_word};
use crate::verdict::{Noise, Span};
use cues::{Cue, Hit};

/// The kinds of noise.
pub const KINDS: [&str; 8] =
    ["auto_reply", "bounce", "list", "spam", "gibberish", "greeting_only", "thanks_only", "empty"];

/// Why a message needs no answer, if it needs none.
///
/// - `auto_reply`: `Auto-Submitted` other than `no` (RFC 3834) and the headers that mail programs use
///   beside it; a subject or text that says so in so many words.
/// - `bounce`: from the mail system, a delivery report (RFC 3464), an empty return path.
/// - `list`: `List-Id`, `List-Unsubscribe` (RFC 2919, RFC 2369), `Precedence: bulk`.
/// - `spam`: promotion, lottery, chain message; several cues have to agree.
/// - `gibberish`: one letter over and over, keys pressed at random, remnants of templates, angel numbers.
/// - `greeting_only`, `thanks_only`: nothing but that, and no question.
/// - `empty`: no letter, digit, emoji, question or exclamation mark.
///
/// ```
/// use hotcold::{message::Message, noise, text::Document};
/// let message = Message::new("Thank you so much!!");
/// let found = noise::detect(&message, &Document::plain(&message.text)).unwrap();
/// assert_eq!(found.kind, "thanks_only");
/// let message = Message::new("Thanks, but it still does not work");
/// assert_eq!(noise::detect(&message, &Document::plain(&message.text)), None);
/// ```
pub fn detect(message: &Message, document: &Document) -> Option<Noise> {
    let letters = Letters::new(document.text());
    let subject = Letters::new(message.subject.as_deref().unwrap_or_default());
    let text = Text {
        message,
        document,
        hits: cues::find(&letters),
        subject_hits: cues::find(&subject),
        words: count_words(&letters),
        letters,
        subject,
    };
    if let Some(noise) = headers::exact(message) {
        return Some(noise);
    }
    if text.complains() {
        return None;
    }
    headers::likely(message)
        .or_else(|| mail::detect(&text))
        .or_else(|| spam::detect(&text))
        .or_else(|| gibberish::detect(&text))
        .or_else(|| small_talk::detect(&text))
}

/// A message as the detectors see it.
struct Text<'a> {
    message: &'a Message,
    document: &'a Document<'a>,
    letters: Letters,
    subject: Letters,
    /// The cues in the text and in the subject.
    hits: Vec<Hit>,
    subject_hits: Vec<Hit>,
    /// How many words the text has.
    words: usize,
}

impl Text<'_> {
    /// Whether text or subject hold one of these cues.
    fn has(&self, cue: Cue) -> bool {
        self.hits.iter().chain(&self.subject_hits).any(|hit| hit.cue == cue)
    }

    fn complains(&self) -> bool {
        self.has(Cue::Grievance)
    }

    /// Whether the writer speaks about noise rather than making it: asks, or names a setting.
    fn is_about(&self) -> bool {
        self.has(Cue::Topic) || self.letters.chars().iter().any(|letter| is_question(*letter))
    }

    /// Whether the subject may say more than the text does: it is not the one of an answer.
    fn subject_speaks(&self) -> bool {
        let subject: String = self.subject.chars().iter().take(8).collect();
        let prefixes = [
            "re:", "aw:", "sv:", "vs:", "antw:", "rv:", "odp:", "ynt:", "fwd:", "re :", "答复:",
            "回复:",
        ];
        self.subject.chars().iter().any(|letter| is_word(*letter))
            && !prefixes.iter().any(|prefix| subject.starts_with(prefix))
            && small_talk::read(&self.subject).is_none()
    }

    fn span(&self, start: usize, end: usize) -> Span {
        self.document.span(self.letters.place(start), self.letters.place(end))
    }

    /// The whole text without blanks around it.
    fn whole(&self) -> Vec<Span> {
        let chars = self.letters.chars();
        let start = chars.iter().position(|letter| !letter.is_whitespace());
        let end = chars.iter().rposition(|letter| !letter.is_whitespace());
        start.zip(end).map(|(start, end)| self.span(start, end + 1)).into_iter().collect()
    }
}

fn noise(kind: &'static str, evidence: &str, spans: Vec<Span>) -> Noise {
    Noise { kind, evidence: vec![evidence.to_owned()], spans }
}

fn is_question(letter: char) -> bool {
    matches!(letter, '?' | '؟' | '\u{37e}')
}

fn count_words(letters: &Letters) -> usize {
    (0..letters.len())
        .filter(|index| is_word(letters.at(*index)) && letters.is_boundary(*index))
        .count()
}
