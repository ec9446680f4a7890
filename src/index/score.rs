//! BM25F over an [`Index`].

use super::query::{Query, Word};
use super::rank::{REFINED, Scored};
use super::vocabulary::{Posting, Term};
use super::{FIELDS, Field, Hit, Hits, Index, Place};

/// The part of a word's worth that its stem carries; the rest is for the form as written.
const STEM_SHARE: f64 = 0.8;
/// How many variants of everyday text are counted in when words are weighed.
const IMAGINED: f64 = 10.0;
/// Latin, Greek and Cyrillic letters stand before this.
const END_OF_ALPHABETS: char = '\u{530}';

/// What one word of the query is worth in this index.
#[derive(Clone, Copy, Default)]
pub(super) struct Worth {
    pub stem: Option<u32>,
    /// The inverse document frequency of the stem.
    pub idf: f64,
}

/// A word of the query that stands in a variant.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The index of the word among the words of the query.
    pub word: usize,
    /// The field in which it counts most.
    pub field: Field,
    /// Its share of the score.
    pub worth: f64,
}

impl Index {
    /// The entries that share words with the query, best first, one hit for each entry.
    ///
    /// A variant's sum is `Σ idf·(s·sat(stem) + (1-s)·sat(form))` over the words of the query, with
    /// `sat(c) = c / (k + c)` of the weighted count `c`. Its score is `e² / (e² + h²)` with
    /// `e = sum / √(Σ idf)` and `h` of the profile: long queries must be covered better than short
    /// ones, but not word for word. A word the index does not know counts in `Σ idf` as much as the
    /// rarest one, so a query about something else scores low. With `language`, a variant in another
    /// language keeps 0.8 of its sum.
    ///
    /// `admit` is asked for the best entries only, by id: `None` leaves the entry out, a number from
    /// 0 to [`super::MAX_FACTOR`] multiplies its score, for what the words don't say (use, votes, feedback).
    pub fn search(
        &self,
        query: &Query,
        limit: usize,
        language: Option<&str>,
        admit: &mut dyn FnMut(&str) -> Option<f64>,
    ) -> Hits {
        let mut scores = vec![0.0; self.places.len()];
        let worths = self.score_words(query, &mut scores);
        let mut ranked: Vec<Scored> = (0..)
            .zip(scores)
            .filter(|(_, score)| *score > 0.0)
            .map(|(place, score)| Scored { place, score })
            .collect();
        if let Some(language) = language.filter(|language| !language.is_empty()) {
            self.prefer(language, &mut ranked);
        }
        if self.profile.pairs > 0.0 {
            self.best_first(&mut ranked, REFINED);
            self.add_pairs(query, &worths, &mut ranked);
        }
        let worths: Vec<f64> = worths.iter().map(|worth| worth.idf).collect();
        Hits { best: self.pick(ranked, limit, worths.iter().sum(), admit), worths }
    }

    /// Adds what each word of the query gives to each variant.
    fn score_words(&self, query: &Query, scores: &mut [f64]) -> Vec<Worth> {
        let mut counter = Counter::new(self.places.len());
        let mut worths = Vec::with_capacity(query.words.len());
        for word in &query.words {
            let stem = self.vocabulary.stem(&word.stem);
            for term in stem.iter().flat_map(|stem| self.vocabulary.members(*stem)) {
                counter.count(self, term);
            }
            let idf = self.idf(counter.touched.len(), word.name());
            worths.push(Worth { stem, idf });
            self.settle(&mut counter, idf * STEM_SHARE, scores);
            let share = (1.0 - STEM_SHARE) / word.forms.len() as f64;
            for form in &word.forms {
                let Some(term) = self.vocabulary.get(form) else { continue };
                counter.count(self, term);
                let idf = self.idf(counter.touched.len(), form);
                self.settle(&mut counter, idf * share, scores);
            }
        }
        worths
    }

    /// Empties the counter into the scores.
    fn settle(&self, counter: &mut Counter, worth: f64, scores: &mut [f64]) {
        for place in counter.touched.drain(..) {
            let at = place as usize;
            let Some(counts) = counter.counts.get_mut(at).map(std::mem::take) else { continue };
            if let (Some(score), Some(place)) = (scores.get_mut(at), self.places.get(at)) {
                *score += worth * self.saturated(&counts, place);
            }
        }
    }

    /// The weighted count over all fields, saturated: 0..1.
    fn saturated(&self, counts: &[u16; FIELDS], place: &Place) -> f64 {
        let count: f64 = (0..FIELDS).map(|field| self.weighted(field, counts, place)).sum();
        count / (self.profile.saturation + count)
    }

    /// The count in one field, weighted and divided by the field's relative length.
    fn weighted(&self, field: usize, counts: &[u16; FIELDS], place: &Place) -> f64 {
        let at = |numbers: &[f64; FIELDS]| numbers.get(field).copied().unwrap_or_default();
        let count = counts.get(field).copied().unwrap_or_default();
        if count == 0 {
            return 0.0;
        }
        let length = place.lengths.get(field).copied().unwrap_or_default();
        let words = self.words.get(field).copied().unwrap_or_default();
        let filled = self.filled.get(field).copied().unwrap_or_default();
        let relative = f64::from(length) * filled as f64 / words.max(1) as f64;
        let share = at(&self.profile.length);
        at(&self.profile.weight) * f64::from(count) / (1.0 - share + share * relative)
    }

    /// The inverse document frequency of a word that stands in `variants` variants; never negative.
    ///
    /// In a handful of replies chance decides how often "of" occurs. So [`IMAGINED`] variants of
    /// everyday text are counted in, in which words are the more common the shorter they are.
    fn idf(&self, variants: usize, word: &str) -> f64 {
        let all = self.live as f64 + IMAGINED;
        let with = variants as f64 + IMAGINED * commonness(word);
        libm::log(1.0 + (all - with + 0.5) / (with + 0.5))
    }

    /// What each word of the query is worth here: the inverse document frequency of its stem.
    pub fn worths(&self, query: &Query) -> Vec<f64> {
        let mut counter = Counter::new(self.places.len());
        let words = query.words.iter();
        words
            .map(|word| {
                let stem = self.vocabulary.stem(&word.stem);
                for term in stem.iter().flat_map(|stem| self.vocabulary.members(*stem)) {
                    counter.count(self, term);
                }
                let idf = self.idf(counter.touched.len(), word.name());
                self.settle(&mut counter, 0.0, &mut []);
                idf
            })
            .collect()
    }

    /// The words of the query that stand in a hit, each with the field in which it counts most, in
    /// the order of the query. `worths` are those of the search.
    pub fn explain(&self, query: &Query, hit: &Hit, worths: &[f64]) -> Vec<Found> {
        let Some(place) = self.places.get(hit.place as usize) else { return Vec::new() };
        let words = query.words.iter().zip(worths).enumerate();
        words
            .filter_map(|(at, (word, worth))| {
                let counts = self.counts(word, hit.place);
                let weighted = |field: &Field| self.weighted(*field as usize, &counts, place);
                let fields = Field::ALL.into_iter().rev();
                let field =
                    fields.max_by(|left, right| weighted(left).total_cmp(&weighted(right)))?;
                (weighted(&field) > 0.0).then(|| Found {
                    word: at,
                    field,
                    worth: worth * self.saturated(&counts, place),
                })
            })
            .collect()
    }

    /// How often the words of a stem occur in each field of one variant.
    fn counts(&self, word: &Word, variant: u32) -> [u16; FIELDS] {
        let mut counts = [0; FIELDS];
        let stem = self.vocabulary.stem(&word.stem);
        for term in stem.iter().flat_map(|stem| self.vocabulary.members(*stem)) {
            let after = term.postings.partition_point(|posting| posting.variant < variant);
            if let Some(posting) = term.postings.get(after).filter(|it| it.variant == variant) {
                add(&mut counts, posting);
            }
        }
        counts
    }
}

/// In which share of everyday texts a word occurs, as far as its length tells, in alphabets; in
/// other scripts short words are as good as long ones.
fn commonness(word: &str) -> f64 {
    let alphabetic = |letter: char| letter.is_alphabetic() && letter < END_OF_ALPHABETS;
    if !word.starts_with(alphabetic) {
        return 0.0;
    }
    match word.chars().take(5).count() {
        0..=2 => 0.5,
        3 => 0.2,
        4 => 0.05,
        _ => 0.0,
    }
}

/// Counts of one word, or of all words of one stem, in every variant.
struct Counter {
    counts: Vec<[u16; FIELDS]>,
    /// The variants with a count.
    touched: Vec<u32>,
}

impl Counter {
    fn new(places: usize) -> Self {
        Self { counts: vec![[0; FIELDS]; places], touched: Vec::new() }
    }

    fn count(&mut self, index: &Index, term: &Term) {
        for posting in term.postings.iter().filter(|it| index.is_in_use(it.variant)) {
            let Some(counts) = self.counts.get_mut(posting.variant as usize) else { continue };
            if *counts == [0; FIELDS] {
                self.touched.push(posting.variant);
            }
            add(counts, posting);
        }
    }
}

fn add(counts: &mut [u16; FIELDS], posting: &Posting) {
    for (sum, count) in counts.iter_mut().zip(posting.counts) {
        *sum = sum.saturating_add(u16::from(count));
    }
}
