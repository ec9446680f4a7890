//! BM25F over an [`Index`].

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::language::same_base;
use super::query::{Query, Word};
use super::vocabulary::{Posting, Term};
use super::{BREAK, FIELDS, Field, Hit, Hits, Index, Place};

/// The part of a word's worth that its stem carries; the rest is for the form as written.
const STEM_SHARE: f64 = 0.8;
/// How many of the best are looked at again for pairs of words.
const REFINED: usize = 50;
/// What a variant in another language than asked for keeps of its score.
const OTHER_LANGUAGE: f64 = 0.8;
/// How many variants of everyday text are counted in when words are weighed.
const IMAGINED: f64 = 10.0;
/// Latin, Greek and Cyrillic letters stand before this.
const END_OF_ALPHABETS: char = '\u{530}';
/// The squared evidence at which the score is one half.
const HALF_EVIDENCE: f64 = 0.64;
/// The most by which an entry's score is multiplied.
pub const MAX_FACTOR: f64 = 1.5;

/// A variant with its raw score.
#[derive(Clone, Copy)]
struct Scored {
    place: u32,
    score: f64,
}

/// What one word of the query is worth in this index.
#[derive(Clone, Copy, Default)]
struct Worth {
    stem: Option<u32>,
    /// The inverse document frequency of the stem.
    idf: f64,
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
    /// `sat(c) = c / (k + c)` of the weighted count `c`. Its score is `e² / (e² + 0.64)` with
    /// `e = sum / √(Σ idf)`: long queries must be covered better than short ones, but not word for
    /// word. A word the index does not know counts in `Σ idf` as much as the rarest one, so a query
    /// about something else scores low: of messages from another business nine in ten stay below
    /// 0.4, of right first suggestions three in four are above. With `language`, a variant in
    /// another language keeps 0.8 of its sum.
    ///
    /// `admit` is asked for the best entries only, by id: `None` leaves the entry out, a number from
    /// 0 to [`MAX_FACTOR`] multiplies its score, for what the words don't say (use, votes, feedback).
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

    fn prefer(&self, wanted: &str, ranked: &mut [Scored]) {
        let fits: Vec<bool> = self
            .languages
            .iter()
            .map(|language| language.is_empty() || same_base(language, wanted))
            .collect();
        for scored in ranked {
            let place = self.places.get(scored.place as usize);
            let fits = place.and_then(|place| fits.get(usize::from(place.language)));
            if fits != Some(&true) {
                scored.score *= OTHER_LANGUAGE;
            }
        }
    }

    /// Adds what neighbours of the query give to the variants in which they are neighbours too.
    fn add_pairs(&self, query: &Query, worths: &[Worth], ranked: &mut [Scored]) {
        let mut pairs: Vec<(u32, u32, f64)> = query
            .sequence
            .iter()
            .zip(query.sequence.iter().skip(1))
            .filter_map(|(first, second)| {
                let (first, second) = (worths.get(*first)?, worths.get(*second)?);
                let worth = self.profile.pairs * (first.idf + second.idf);
                Some((first.stem?, second.stem?, worth))
            })
            .collect();
        // Where each pair stands in the query decides the order of the sum, the numbers of stems do
        // not; so the sorted copy only finds.
        let mut seen = BTreeSet::new();
        pairs.retain(|(first, second, _)| seen.insert((*first, *second)));
        let mut sorted: Vec<(u32, u32, usize)> = pairs
            .iter()
            .enumerate()
            .map(|(at, (first, second, _))| (*first, *second, at))
            .collect();
        sorted.sort_unstable();
        let mut counts = vec![0u32; pairs.len()];
        for scored in ranked.iter_mut().take(REFINED) {
            let Some(place) = self.places.get(scored.place as usize) else { continue };
            for (first, second) in place.sequence.iter().zip(place.sequence.iter().skip(1)) {
                if *first == BREAK || *second == BREAK {
                    continue;
                }
                let after = sorted.partition_point(|pair| (pair.0, pair.1) < (*first, *second));
                let pair = sorted.get(after).filter(|pair| (pair.0, pair.1) == (*first, *second));
                if let Some(count) = pair.and_then(|pair| counts.get_mut(pair.2)) {
                    *count += 1;
                }
            }
            for ((_, _, worth), count) in pairs.iter().zip(&mut counts) {
                let count = f64::from(std::mem::take(count));
                scored.score += worth * count / (self.profile.saturation + count);
            }
        }
    }

    /// The order of results: score, then id, then variant.
    fn order(&self, left: &Scored, right: &Scored) -> Ordering {
        let key = |scored: &Scored| {
            self.places.get(scored.place as usize).map(|place| (&place.id, place.variant))
        };
        right.score.total_cmp(&left.score).then_with(|| key(left).cmp(&key(right)))
    }

    /// Moves the `count` best to the front and sorts them.
    fn best_first(&self, ranked: &mut [Scored], count: usize) {
        if ranked.len() > count && count > 0 {
            ranked.select_nth_unstable_by(count - 1, |left, right| self.order(left, right));
        }
        let head = ranked.len().min(count);
        if let Some(head) = ranked.get_mut(..head) {
            head.sort_unstable_by(|left, right| self.order(left, right));
        }
    }

    /// The best admitted entries. A filter that lets little through costs a second, full sort.
    fn pick(
        &self,
        mut ranked: Vec<Scored>,
        limit: usize,
        total: f64,
        admit: &mut dyn FnMut(&str) -> Option<f64>,
    ) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        if limit == 0 {
            return hits;
        }
        let mut seen = BTreeSet::new();
        let mut sorted = REFINED.max(limit.saturating_mul(4));
        self.best_first(&mut ranked, sorted);
        let mut worst = 0.0;
        for at in 0..ranked.len() {
            if at == sorted {
                sorted = ranked.len();
                self.best_first(ranked.get_mut(at..).unwrap_or_default(), sorted);
            }
            let Some(scored) = ranked.get(at) else { break };
            let score = calibrated(scored.score, total);
            if hits.len() >= limit && score * MAX_FACTOR < worst {
                break;
            }
            let Some(place) = self.places.get(scored.place as usize) else { continue };
            if !seen.insert(&place.id) {
                continue;
            }
            let Some(factor) = admit(&place.id) else { continue };
            let score = score * factor.clamp(0.0, MAX_FACTOR);
            if hits.len() < limit {
                worst = if hits.is_empty() { score } else { score.min(worst) };
            }
            let variant = place.variant as usize;
            hits.push(Hit { id: place.id.clone(), variant, score, place: scored.place });
        }
        hits.sort_by(|left, right| {
            right.score.total_cmp(&left.score).then_with(|| left.id.cmp(&right.id))
        });
        hits.truncate(limit);
        for hit in &mut hits {
            hit.score = hit.score.min(1.0);
        }
        hits
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

/// From the sum of a variant, and what the whole query is worth, to 0..1.
fn calibrated(sum: f64, total: f64) -> f64 {
    let evidence = sum * sum / total;
    evidence / (evidence + HALF_EVIDENCE)
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
