//! Finding entries as a person types: every word may be unfinished or mistyped.

use super::query::terms;
use super::typo::{errors, forgiven};
use super::vocabulary::Term;
use super::{FIELDS, Field, Index, Place};
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

/// What is typed: words with their places.
pub(crate) struct Typed {
    words: Vec<(String, Span)>,
}

impl Typed {
    pub(crate) fn new(document: &Document) -> Self {
        let words = terms(document).take(MAX_WORDS);
        let words = words
            .map(|(token, term)| (term.to_owned(), document.span(token.start, token.end)))
            .collect();
        Self { words }
    }

    /// The places of all words.
    pub(crate) fn spans(&self) -> Vec<Span> {
        self.words.iter().map(|(_, span)| *span).collect()
    }
}

/// An entry that holds typed words.
#[derive(Clone, Debug)]
pub(crate) struct Pick {
    pub id: std::sync::Arc<str>,
    pub variant: usize,
    /// How well the words fit on average, 0..1.
    pub fit: f64,
    /// The places in what is typed of the words that fit.
    pub spans: Vec<Span>,
    /// Where they were found: `title: refund`.
    pub why: Vec<String>,
    place: u32,
}

/// A word of the index that a typed word may mean, and how surely, 0..1.
type Reading<'i> = (&'i Term, f64);

impl Index {
    /// The entries in which more than half of the typed words occur, in no stated order, the best
    /// variant of each.
    pub(crate) fn matches(&self, typed: &Typed) -> Vec<Pick> {
        let readings: Vec<Vec<Reading>> =
            typed.words.iter().map(|(word, _)| self.readings(word)).collect();
        let mut sums = vec![(0.0, 0usize); self.places.len()];
        let mut best = vec![0.0f64; self.places.len()];
        for readings in &readings {
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
        let most = typed.words.len() / 2 + 1;
        let found = (0..).zip(&self.places).zip(sums);
        let found = found.filter(|((_, place), (_, words))| place.live && *words >= most);
        let mut picks: Vec<Pick> = found
            .map(|((number, place), (sum, _))| pick(number, place, sum / typed.words.len() as f64))
            .collect();
        picks.sort_by(|left, right| {
            left.id
                .cmp(&right.id)
                .then(right.fit.total_cmp(&left.fit))
                .then(left.variant.cmp(&right.variant))
        });
        picks.dedup_by(|later, first| later.id == first.id);
        picks
    }

    /// Fills in where the words of a pick were found.
    pub(crate) fn explain_pick(&self, typed: &Typed, pick: &mut Pick) {
        for (word, span) in &typed.words {
            let mut best: Option<(&Term, Field, f64)> = None;
            for (term, sureness) in self.readings(word) {
                let after = term.postings.partition_point(|it| it.variant < pick.place);
                let posting = term.postings.get(after).filter(|it| it.variant == pick.place);
                let Some((worth, field)) = posting.map(|posting| worth(&posting.counts)) else {
                    continue;
                };
                let worth = worth * sureness;
                let better =
                    best.is_none_or(|(other, _, known)| (worth, &other.text) > (known, &term.text));
                if better {
                    best = Some((term, field, worth));
                }
            }
            let Some((term, field, _)) = best else { continue };
            pick.spans.push(*span);
            pick.why.push(format!("{}: {}", field.name(), term.text));
        }
    }

    /// The words that start as typed; when there are none, those with a few typing errors less.
    fn readings(&self, typed: &str) -> Vec<Reading<'_>> {
        let letters: Vec<char> = typed.chars().collect();
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
        let mut places =
            term.postings.iter().filter_map(|posting| self.places.get(posting.variant as usize));
        places.any(|place| place.live)
    }
}

fn pick(number: u32, place: &Place, fit: f64) -> Pick {
    let variant = place.variant as usize;
    Pick { id: place.id.clone(), variant, fit, spans: Vec::new(), why: Vec::new(), place: number }
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
