//! What a message is about.

use crate::model::{Head, Model, Reading};
use crate::verdict::{Intent, round};

/// An intent is named from this probability on; below it, silence is better than a guess.
const LEAST: f64 = 0.5;

/// How many intents a message is given at most.
const MOST: usize = 3;

/// The intents of a message, most probable first; empty when unsure.
pub fn intents(model: &Model, reading: &Reading) -> Vec<Intent> {
    let mut intents: Vec<Intent> = model
        .intents
        .iter()
        .enumerate()
        .map(|(index, id)| (id, reading.probability(Head::Intent(index))))
        .filter(|(_, probability)| *probability >= LEAST)
        .map(|(id, probability)| Intent { id: id.clone(), probability: round(probability) })
        .collect();
    intents.sort_by(|left, right| right.probability.total_cmp(&left.probability));
    intents.truncate(MOST);
    intents
}
