//! How many corrections were about messages like this one: sketches of the smallest hashes.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use crate::features::{Features, Group};

/// How many hashes a sketch holds.
const SIZE: usize = 24;

/// How many corrections are remembered; the oldest is forgotten first.
const MAX_SKETCHES: usize = 512;

/// Which share of words and pairs two alike messages have in common. One word changed in eight leaves two thirds.
const ALIKE: f64 = 0.3;

/// The smallest word buckets of a message, sorted: two of them tell the share that the messages have in common
/// (bottom-k sketch; Broder, 1997). Buckets are hashes already, so the smallest are a fair sample.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Sketch(Vec<u32>);

impl Sketch {
    pub fn new(features: &Features) -> Self {
        let words = features.list().iter().filter(|feature| feature.group == Group::Word);
        let mut buckets: Vec<u32> = words.map(|feature| feature.bucket).collect();
        buckets.sort_unstable();
        buckets.dedup();
        buckets.truncate(SIZE);
        Self(buckets)
    }

    /// The Jaccard likeness, 0..1.
    fn likeness(&self, other: &Self) -> f64 {
        let (mut ours, mut theirs) = (self.0.iter().peekable(), other.0.iter().peekable());
        let (mut all, mut both) = (0, 0);
        while all < SIZE {
            let smallest = match (ours.peek(), theirs.peek()) {
                (None, None) => break,
                (Some(one), None) | (None, Some(one)) => **one,
                (Some(one), Some(other)) => **one.min(other),
            };
            let in_ours = ours.next_if(|bucket| **bucket == smallest).is_some();
            let in_theirs = theirs.next_if(|bucket| **bucket == smallest).is_some();
            both += u32::from(in_ours && in_theirs);
            all += 1;
        }
        if all == 0 { 0.0 } else { f64::from(both) / all as f64 }
    }
}

/// The sketches of all corrections of priority.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Sketches(VecDeque<(Sketch, bool)>);

impl Sketches {
    /// Remembers a correction; an earlier one that said the opposite of the same message is taken back.
    pub fn add(&mut self, sketch: Sketch, hot: bool) {
        self.0.retain(|(old, was_hot)| *was_hot == hot || *old != sketch);
        if self.0.len() >= MAX_SKETCHES {
            self.0.pop_front();
        }
        self.0.push_back((sketch, hot));
    }

    /// How many corrections in this direction were about messages like this one.
    pub fn alike(&self, sketch: &Sketch, hot: bool) -> usize {
        let same = self.0.iter().filter(|(_, was_hot)| *was_hot == hot);
        same.filter(|(old, _)| old.likeness(sketch) >= ALIKE).count()
    }

    pub fn is_sound(&self) -> bool {
        self.0.len() <= MAX_SKETCHES
            && self.0.iter().all(|(Sketch(buckets), _)| {
                buckets.len() <= SIZE && buckets.is_sorted_by(|a, b| a < b)
            })
    }
}
