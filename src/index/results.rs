//! From hits to [`Match`]es: the words that were found and why.

use super::query::Query;
use super::score::Found;
use super::{Field, Hit, Index};
use crate::verdict::{Match, Span, round};

/// Words worth less than this share of the best word explain nothing.
const TELLING: f64 = 0.4;
/// How many words `why` names for each field.
const MAX_WORDS: usize = 3;

impl Index {
    /// A hit as it goes out, without snippet and language.
    pub(crate) fn to_match(&self, query: &Query, hit: &Hit, worths: &[f64]) -> Match {
        let mut found = self.explain(query, hit, worths);
        let best = found.iter().map(|found| found.worth).fold(0.0, f64::max);
        found.retain(|found| found.worth >= best * TELLING);
        Match {
            id: hit.id.to_string(),
            score: round(hit.score),
            language: None,
            spans: spans(query, &found),
            snippet: None,
            why: Field::ALL.iter().filter_map(|field| why(query, *field, &found)).collect(),
        }
    }
}

fn spans(query: &Query, found: &[Found]) -> Vec<Span> {
    let words = found.iter().filter_map(|found| query.words.get(found.word));
    let mut spans: Vec<Span> = words.flat_map(|word| &word.spans).copied().collect();
    spans.sort_unstable();
    spans
}

/// `title: charged twice`: the strongest words of one field, in the order of the query.
fn why(query: &Query, field: Field, found: &[Found]) -> Option<String> {
    let mut here: Vec<&Found> = found.iter().filter(|found| found.field == field).collect();
    here.sort_by(|left, right| right.worth.total_cmp(&left.worth));
    here.truncate(MAX_WORDS);
    here.sort_by_key(|found| found.word);
    if here.is_empty() {
        return None;
    }
    let mut out = format!("{}:", field.name());
    for word in here.iter().filter_map(|found| query.words.get(found.word)) {
        out.push(' ');
        out.push_str(word.name());
    }
    Some(out)
}
