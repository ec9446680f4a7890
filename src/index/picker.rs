//! Finding entries as a person types: every word may be unfinished or mistyped.

use std::sync::Arc;

use super::query::terms;
use super::typo::{errors, forgiven};
use super::vocabulary::Term;
use super::{FIELDS, Field, Index};
use crate::text::Document;
use crate::verdict::Span;

/// How many words of what is typed are looked for.
const MAX_WORDS: usize = 8;
/// What a whole word is worth in each field, in the order of [`Field::ALL`].
const FIELD_WORTH: [f64; FIELDS] = [1.0, 0.9, 0.5, 0.4];
/// What is left of it when only the beginning of the word is typed: from, and with each letter more.
const PREFIX_WORTH: f64 = 0.7;
const PREFIX_GAIN: f64 = 0.2;
/// What is left of it after one typing error and after two.
const TYPO_WORTH: [f64; 3] = [0.6, 0.5, 0.35];

/// A word of the index that a typed word may mean, and how surely, 0..1.
type Reading<'i> = (&'i Term, f64);

/// What is typed, and what it may mean.
pub(crate) struct Picker<'i> {
    index: &'i Index,
    words: Vec<(Span, Vec<Reading<'i>>)>,
}

/// An entry that holds typed words.
#[derive(Clone, Debug)]
pub(crate) struct Pick {
    pub id: Arc<str>,
    /// How well the words fit on average, 0..1.
    pub fit: f64,
    place: u32,
}

impl Index {
    /// Reads what is typed.
    pub(crate) fn picker(&self, typed: &Document) -> Picker<'_> {
        let words = terms(typed).take(MAX_WORDS);
        let words = words
            .map(|(token, term)| (typed.span(token.start, token.end), self.readings(term)))
            .collect();
        Picker { index: self, words }
    }

    /// The words that start as typed; when there are none, those with a few typing errors less.
    fn readings(&self, typed: &str) -> Vec<Reading<'_>> {
        let terms = self.vocabulary.terms();
        let begun: Vec<Reading> = terms
            .iter()
            .filter(|term| term.text.starts_with(typed))
            .map(|term| {
                let share = typed.len() as f64 / term.text.len() as f64;
                let whole = typed.len() == term.text.len();
                (term, if whole { 1.0 } else { PREFIX_WORTH + PREFIX_GAIN * share })
            })
            .collect();
        let letters: Vec<char> = typed.chars().collect();
        let most = forgiven(letters.len());
        if most == 0 || begun.iter().any(|(term, _)| self.is_used(term)) {
            return begun;
        }
        let near = terms.iter().filter_map(|term| {
            let errors = errors(&letters, &term.text, most)?;
            Some((term, *TYPO_WORTH.get(errors)?))
        });
        near.collect()
    }

    fn is_used(&self, term: &Term) -> bool {
        term.postings.iter().any(|posting| self.is_in_use(posting.variant))
    }
}

impl Picker<'_> {
    /// The places of all typed words.
    pub(crate) fn spans(&self) -> Vec<Span> {
        self.words.iter().map(|(span, _)| *span).collect()
    }

    /// The entries in which more than half of the typed words occur, by id.
    pub(crate) fn picks(&self) -> Vec<Pick> {
        let places = &self.index.places;
        let mut sums = vec![(0.0, 0usize); places.len()];
        let mut best = vec![0.0f64; places.len()];
        for (_, readings) in &self.words {
            for (term, sureness) in readings {
                for posting in &term.postings {
                    if let Some(best) = best.get_mut(posting.variant as usize) {
                        *best = best.max(sureness * worth(&posting.counts).0);
                    }
                }
            }
            for ((sum, words), best) in sums.iter_mut().zip(&mut best) {
                if *best > 0.0 {
                    *sum += std::mem::take(best);
                    *words += 1;
                }
            }
        }
        let most = self.words.len() / 2 + 1;
        let found = (0..)
            .zip(places)
            .zip(sums)
            .filter(|((place, _), (_, words))| *words >= most && self.index.is_in_use(*place));
        let all = self.words.len() as f64;
        let mut picks: Vec<Pick> = found
            .map(|((number, place), (sum, _))| Pick {
                id: place.id.clone(),
                fit: sum / all,
                place: number,
            })
            .collect();
        picks.sort_by(|left, right| left.id.cmp(&right.id).then(right.fit.total_cmp(&left.fit)));
        picks.dedup_by(|later, first| later.id == first.id);
        picks
    }

    /// Which typed words fit a pick, and where they were found: `title: refund`.
    pub(crate) fn explain(&self, pick: &Pick) -> (Vec<Span>, Vec<String>) {
        let found = self.words.iter().filter_map(|(span, readings)| {
            let (term, field) = best_reading(readings, pick.place)?;
            Some((*span, format!("{}: {}", field.name(), term.text)))
        });
        found.unzip()
    }
}

/// What a typed word most surely means in one variant, and in which field; the first of equals in
/// the order of the alphabet.
fn best_reading<'i>(readings: &[Reading<'i>], place: u32) -> Option<(&'i Term, Field)> {
    let mut best: Option<(&Term, Field, f64)> = None;
    for (term, sureness) in readings {
        let after = term.postings.partition_point(|it| it.variant < place);
        let posting = term.postings.get(after).filter(|it| it.variant == place);
        let Some((worth, field)) = posting.map(|posting| worth(&posting.counts)) else { continue };
        let worth = worth * sureness;
        if best.is_none_or(|(other, _, known)| (worth, &other.text) > (known, &term.text)) {
            best = Some((term, field, worth));
        }
    }
    best.map(|(term, field, _)| (term, field))
}

/// The best field in which a word occurs, and what it is worth there.
fn worth(counts: &[u8; FIELDS]) -> (f64, Field) {
    let fields = Field::ALL.into_iter().zip(FIELD_WORTH).zip(counts);
    let mut best = (0.0, Field::Body);
    for ((field, worth), count) in fields {
        if *count > 0 && worth > best.0 {
            best = (worth, field);
        }
    }
    best
}
