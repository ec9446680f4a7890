//! Things that a message names: order numbers, addresses, sums of money, dates.
//!
//! Each kind has a scanner that walks the folded letters once. The most specific kind looks first and
//! what it takes is closed to the others, so entities never overlap: links before e-mail addresses,
//! checked numbers (IBAN, card) before money, money before order numbers, these before dates, and
//! telephone numbers, which are little more than digits, last.

mod calendar;
mod card;
mod currency;
mod date;
mod link;
mod money;
mod number;
mod order;
mod phone;
mod time;
mod words;

use crate::error::{Error, Result};
use crate::text::Document;
use crate::text::letters::Letters;
use crate::verdict::{Entity, Span};

/// The kinds of entities.
pub const KINDS: [&str; 9] =
    ["order", "email", "phone", "money", "date", "url", "handle", "card", "iban"];

/// The kinds that [`redact`] takes out unless told otherwise: those that lead to a person.
pub const PERSONAL_KINDS: [&str; 7] = ["card", "iban", "email", "phone", "order", "handle", "url"];

/// The entities of a text in the order of the text; they never overlap.
///
/// - `order`: a number that names a purchase, parcel, booking, invoice or ticket; `value` is the
///   number without `#`, in upper case.
/// - `email`, `handle`: `value` is in lower case, the handle without `@`.
/// - `phone`: `value` is the digits, with `+` in front when the country is stated.
/// - `money`: `value` is `1234.50 INR`: a dot, decimals only if the text has them, ISO 4217 codes
///   (`IRT` for toman); absent where the sign stands for several currencies (`kr`).
/// - `date`: `value` is `2024-05-12`, `--05-12` without a year, `17:30`, `today`, `tomorrow`,
///   `friday`, `PT24H`; absent where day and month cannot be told apart. `deadline` is true after a
///   word such as *by*, *until*, तक, 까지, تا, μέχρι, and for today and tonight where something is needed.
/// - `card`: 13 to 19 digits that pass the Luhn check (ISO/IEC 7812); `iban`: ISO 13616, mod 97.
///
/// Takes time linear in the text.
///
/// ```
/// use hotcold::{entity, text::Document};
/// let found = entity::find(&Document::plain("Where is order #12345? I paid ₹1,234.50"));
/// assert_eq!((found[0].kind, found[0].value.as_deref()), ("order", Some("12345")));
/// assert_eq!((found[1].kind, found[1].value.as_deref()), ("money", Some("1234.50 INR")));
/// ```
pub fn find(document: &Document) -> Vec<Entity> {
    hits(document.text())
        .into_iter()
        .map(|hit| {
            let Span { start, end } = document.span(hit.start, hit.end);
            hit.entity(document.text(), start, end)
        })
        .collect()
}

/// A text without the things that lead to a person, and what stood there.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Redacted {
    /// The text with marks such as `[email]`.
    pub text: String,
    /// What the marks stand for, with the places in the text as it was.
    pub entities: Vec<Entity>,
}

/// Puts marks such as `[email]` in the place of each entity of `kinds`, or of [`PERSONAL_KINDS`].
///
/// # Errors
/// `INVALID_ARGUMENT` when a kind is not one of [`KINDS`].
///
/// ```
/// let redacted = hotcold::entity::redact("Mail ada@example.org", None).unwrap();
/// assert_eq!(redacted.text, "Mail [email]");
/// assert_eq!(redacted.entities[0].text, "ada@example.org");
/// ```
pub fn redact(source: &str, kinds: Option<&[String]>) -> Result<Redacted> {
    if let Some(index) = kinds.unwrap_or_default().iter().position(|kind| !is_kind(kind)) {
        let text = format!("must be one of {}", KINDS.join(", "));
        return Err(Error::argument(text).inside_item(index).inside("kinds"));
    }
    let wanted = |kind: &str| match kinds {
        Some(kinds) => kinds.iter().any(|wanted| wanted == kind),
        None => PERSONAL_KINDS.contains(&kind),
    };
    let mut text = String::with_capacity(source.len());
    let mut entities = Vec::new();
    let (mut byte, mut units) = (0, 0);
    for hit in hits(source).into_iter().filter(|hit| wanted(hit.kind)) {
        let kept = source.get(byte..hit.start as usize).unwrap_or_default();
        let taken = source.get(hit.start as usize..hit.end as usize).unwrap_or_default();
        text.push_str(kept);
        text.push('[');
        text.push_str(hit.kind);
        text.push(']');
        byte = hit.end as usize;
        let start = units + count_units(kept);
        units = start + count_units(taken);
        entities.push(hit.entity(source, start, units));
    }
    text.push_str(source.get(byte..).unwrap_or_default());
    Ok(Redacted { text, entities })
}

/// Whether `kind` is one of [`KINDS`].
pub fn is_kind(kind: &str) -> bool {
    KINDS.contains(&kind)
}

fn count_units(text: &str) -> u32 {
    text.chars().map(|character| character.len_utf16() as u32).sum()
}

/// An entity by its bytes.
struct Hit {
    kind: &'static str,
    start: u32,
    end: u32,
    value: Option<String>,
    deadline: bool,
}

impl Hit {
    fn entity(self, text: &str, start: u32, end: u32) -> Entity {
        Entity {
            kind: self.kind,
            text: text.get(self.start as usize..self.end as usize).unwrap_or_default().to_owned(),
            value: self.value,
            deadline: self.deadline.then_some(true),
            start,
            end,
        }
    }
}

fn hits(text: &str) -> Vec<Hit> {
    let letters = Letters::new(text);
    let mut finder =
        Finder { text, letters: &letters, taken: vec![false; letters.len()], hits: Vec::new() };
    link::scan_urls(&mut finder);
    link::scan_addresses(&mut finder);
    card::scan_ibans(&mut finder);
    card::scan_cards(&mut finder);
    money::scan(&mut finder);
    order::scan_named(&mut finder);
    date::scan(&mut finder);
    order::scan_shapes(&mut finder);
    phone::scan(&mut finder);
    finder.hits.sort_by_key(|hit| hit.start);
    finder.hits
}

/// The letters, what is found in them so far, and where no more may be found.
struct Finder<'a> {
    text: &'a str,
    letters: &'a Letters,
    taken: Vec<bool>,
    hits: Vec<Hit>,
}

impl Finder<'_> {
    /// Whether nothing is found yet from `start` to `end`.
    fn is_free(&self, start: usize, end: usize) -> bool {
        self.taken.get(start..end).is_some_and(|taken| !taken.contains(&true))
    }

    /// The text from `start` to `end` as it was written.
    fn raw(&self, start: usize, end: usize) -> &str {
        let (start, end) = (self.letters.place(start), self.letters.place(end));
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The folded letters from `start` to `end`.
    fn folded(&self, start: usize, end: usize) -> &[char] {
        self.letters.chars().get(start..end).unwrap_or_default()
    }

    /// Keeps what was found, unless something else was found there before.
    fn push(&mut self, kind: &'static str, start: usize, end: usize, value: Option<String>) {
        self.push_date(kind, start, end, value, false);
    }

    fn push_date(
        &mut self,
        kind: &'static str,
        start: usize,
        end: usize,
        value: Option<String>,
        deadline: bool,
    ) {
        if start >= end || !self.is_free(start, end) {
            return;
        }
        if let Some(taken) = self.taken.get_mut(start..end) {
            taken.fill(true);
        }
        let (start, end) = (self.letters.place(start), self.letters.place(end));
        self.hits.push(Hit { kind, start, end, value, deadline });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redaction_takes_the_kinds_that_were_asked_for() {
        let source = "😀 ada@example.org owes $5, order #12345";
        let redacted = redact(source, Some(&["money".into(), "order".into()])).unwrap();
        assert_eq!(redacted.text, "😀 ada@example.org owes [money], order [order]");
        let units: Vec<u16> = source.encode_utf16().collect();
        for entity in redacted.entities {
            let slice = &units[entity.start as usize..entity.end as usize];
            assert_eq!(String::from_utf16_lossy(slice), entity.text);
        }
    }

    #[test]
    fn an_unknown_kind_is_an_error_with_its_place() {
        let error = redact("x", Some(&["email".into(), "name".into()])).unwrap_err();
        assert!(error.to_string().starts_with("kinds[1] must be one of order, email"));
    }
}
