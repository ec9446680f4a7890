//! Heads by name: one for each tag, intent, reply or article that was taught.

use serde::{Deserialize, Serialize};

use super::MARGIN;
use super::head::{Head, Vector};
use crate::keyed::Keyed;
use crate::model::linear::logistic;

/// How much a shelf may hold.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    /// How many names.
    pub names: usize,
    /// How many weights each.
    pub weights: usize,
}

/// How often something was accepted and rejected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usage {
    /// Taken as it was offered, or wanted.
    pub accepted: u32,
    /// Turned down, or not wanted.
    pub rejected: u32,
}

/// A name and what was learned of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Named {
    pub head: Head,
    pub usage: Usage,
    /// The number of the latest lesson.
    last: u32,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Shelf(Keyed<Named>);

impl Shelf {
    pub fn get(&self, name: &str) -> Option<&Named> {
        self.0.get(name)
    }

    /// Teaches that `name` fits such a message, or does not. `bias` is the log-odds before any lesson.
    pub fn teach(
        &mut self,
        name: &str,
        fits: bool,
        bias: f64,
        vector: &Vector,
        limits: Limits,
        now: u32,
    ) {
        let is_known = self.0.get(name).is_some();
        if !is_known && !fits && bias <= -MARGIN {
            // It is far from being given anyway.
            return;
        }
        if !is_known && self.0.len() >= limits.names {
            let oldest = self.0.iter().min_by_key(|(_, named)| named.last);
            if let Some(oldest) = oldest.map(|(name, _)| name.to_owned()) {
                self.0.remove(&oldest);
            }
        }
        let sign = if fits { 1.0 } else { -1.0 };
        self.0.update(name, |named| {
            named.last = now;
            let count = if fits { &mut named.usage.accepted } else { &mut named.usage.rejected };
            *count = count.saturating_add(1);
            let loss = MARGIN - sign * (bias + named.head.sum(vector));
            if loss > 0.0 {
                named.head.shift(vector, sign * loss, limits.weights);
            }
        });
    }

    /// The names with a probability above one half, most probable first.
    pub fn likely(&self, vector: &Vector, bias: f64) -> Vec<(String, f64)> {
        let sums = self.0.iter().map(|(name, named)| (name, bias + named.head.sum(vector)));
        let mut likely: Vec<(String, f64)> = sums
            .filter(|(_, sum)| *sum > 0.0)
            .map(|(name, sum)| (name.to_owned(), logistic(sum)))
            .collect();
        likely.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        likely
    }

    pub fn is_sound(&self, limits: Limits) -> bool {
        self.0.len() <= limits.names
            && self.0.iter().all(|(_, named)| named.head.is_sound(limits.weights))
    }
}
