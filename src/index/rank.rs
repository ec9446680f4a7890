//! From sums to results: the reader's language, the order, the filter, the calibrated score.

use std::cmp::Ordering;

use super::language::same_base;
use super::{Hit, Index};

/// How many of the best are looked at again for pairs of words.
pub(super) const REFINED: usize = 50;
/// What a variant in another language than asked for keeps of its score.
const OTHER_LANGUAGE: f64 = 0.8;
/// The most by which an entry's score is multiplied.
pub const MAX_FACTOR: f64 = 1.5;

/// A variant with its raw score.
#[derive(Clone, Copy)]
pub(super) struct Scored {
    pub place: u32,
    pub score: f64,
}

impl Index {
    /// Puts variants in another language than wanted at a disadvantage.
    pub(super) fn prefer(&self, wanted: &str, ranked: &mut [Scored]) {
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

    /// The order of results: score, then id, then variant.
    fn order(&self, left: &Scored, right: &Scored) -> Ordering {
        let key = |scored: &Scored| {
            self.places.get(scored.place as usize).map(|place| (&place.id, place.variant))
        };
        right.score.total_cmp(&left.score).then_with(|| key(left).cmp(&key(right)))
    }

    /// Moves the `count` best to the front and sorts them.
    pub(super) fn best_first(&self, ranked: &mut [Scored], count: usize) {
        if ranked.len() > count && count > 0 {
            ranked.select_nth_unstable_by(count - 1, |left, right| self.order(left, right));
        }
        let head = ranked.len().min(count);
        if let Some(head) = ranked.get_mut(..head) {
            head.sort_unstable_by(|left, right| self.order(left, right));
        }
    }

    /// The best admitted entries. A filter that lets little through costs a second, full sort.
    pub(super) fn pick(
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
        let mut seen = vec![false; self.places.len()];
        let mut sorted = REFINED.max(limit.saturating_mul(4));
        self.best_first(&mut ranked, sorted);
        let mut worst = 0.0;
        for at in 0..ranked.len() {
            if at == sorted {
                sorted = ranked.len();
                self.best_first(ranked.get_mut(at..).unwrap_or_default(), sorted);
            }
            let Some(scored) = ranked.get(at) else { break };
            let score = self.calibrated(scored.score, total);
            if hits.len() >= limit && score * MAX_FACTOR < worst {
                break;
            }
            let Some(place) = self.places.get(scored.place as usize) else { continue };
            // The variants of an entry stand one after another.
            let first = scored.place.saturating_sub(place.variant) as usize;
            if seen.get_mut(first).is_none_or(|seen| std::mem::replace(seen, true)) {
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
        hits.sort_unstable_by(|left, right| {
            right.score.total_cmp(&left.score).then_with(|| left.id.cmp(&right.id))
        });
        hits.truncate(limit);
        for hit in &mut hits {
            hit.score = hit.score.min(1.0);
        }
        hits
    }

    /// From the sum of a variant, and what the whole query is worth, to 0..1.
    fn calibrated(&self, sum: f64, total: f64) -> f64 {
        let evidence = sum * sum / total;
        evidence / (evidence + self.profile.half * self.profile.half)
    }
}
