//! A sparse linear head: few weights over many hashed features.

use serde::{Deserialize, Serialize};

use crate::features::{Features, Group};

/// How many features of a message are looked at: its first.
const MAX_FEATURES: usize = 4_096;

/// Pairs and concepts are worth half a word here: what is alike in other words has few pairs in common, and
/// unrelated messages share many concepts.
const LESSER_SHARE: f32 = 0.5;

/// No weight goes beyond this on either side.
const MAX_WEIGHT: f64 = 2.0;

/// The features of a message as sorted buckets with values. Style is left out: how long a message is says
/// nothing of what it is about.
#[derive(Clone, Debug, Default)]
pub(super) struct Vector {
    values: Vec<(u32, f32)>,
    square: f64,
}

impl Vector {
    pub fn new(features: &Features) -> Self {
        let mut values: Vec<(u32, f32)> = features
            .list()
            .iter()
            .filter(|feature| feature.group != Group::Style)
            .take(MAX_FEATURES)
            .map(|feature| {
                let is_word = feature.group == Group::Word && feature.tokens <= 1;
                let share = if is_word { 1.0 } else { LESSER_SHARE };
                (feature.bucket, features.scale(feature.group) * share)
            })
            .collect();
        values.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        values.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        let square = values.iter().map(|(_, value)| f64::from(*value) * f64::from(*value)).sum();
        Self { values, square }
    }
}

/// Weights by bucket.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Head {
    /// Sorted by bucket.
    weights: Vec<(u32, f32)>,
}

impl Head {
    /// The sum of weights times values.
    pub fn sum(&self, vector: &Vector) -> f64 {
        if self.weights.is_empty() {
            return 0.0;
        }
        let weighted = vector.values.iter().filter_map(|(bucket, value)| {
            let place = self.weights.binary_search_by_key(bucket, |(bucket, _)| *bucket).ok()?;
            let (_, weight) = self.weights.get(place)?;
            Some(f64::from(*weight) * f64::from(*value))
        });
        weighted.sum()
    }

    /// Changes the sum of this message by `change` with the smallest change of weights, then keeps the
    /// `limit` largest weights.
    pub fn shift(&mut self, vector: &Vector, change: f64, limit: usize) {
        if vector.square <= 0.0 {
            return;
        }
        let step = change / vector.square;
        let mut old = self.weights.iter().copied().peekable();
        let mut weights = Vec::with_capacity(self.weights.len() + vector.values.len());
        for (bucket, value) in &vector.values {
            while let Some(entry) = old.next_if(|entry| entry.0 < *bucket) {
                weights.push(entry);
            }
            let weight = old.next_if(|entry| entry.0 == *bucket).map_or(0.0, |entry| entry.1);
            let weight = f64::from(weight) + step * f64::from(*value);
            weights.push((*bucket, weight.clamp(-MAX_WEIGHT, MAX_WEIGHT) as f32));
        }
        weights.extend(old);
        if weights.len() > limit {
            weights.sort_unstable_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
            weights.truncate(limit);
            weights.sort_unstable_by_key(|entry| entry.0);
        }
        self.weights = weights;
    }

    pub fn is_sound(&self, limit: usize) -> bool {
        self.weights.len() <= limit
            && self.weights.is_sorted_by(|a, b| a.0 < b.0)
            && self.weights.iter().all(|(_, weight)| f64::from(weight.abs()) <= MAX_WEIGHT)
    }
}
