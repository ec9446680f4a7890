//! Words that stand side by side in the query and in a text.

use super::query::Query;
use super::rank::{REFINED, Scored};
use super::score::Worth;
use super::{BREAK, Index};

impl Index {
    /// Adds what neighbours of the query give to the variants in which they are neighbours too.
    pub(super) fn add_pairs(&self, query: &Query, worths: &[Worth], ranked: &mut [Scored]) {
        let pairs: Vec<(u32, u32, f64)> = query
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
        let mut sorted: Vec<(u32, u32, usize)> = pairs
            .iter()
            .enumerate()
            .map(|(at, (first, second, _))| (*first, *second, at))
            .collect();
        sorted.sort_unstable();
        // A pair that the query repeats counts once, where it stands first.
        sorted.dedup_by_key(|(first, second, _)| (*first, *second));
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
}
