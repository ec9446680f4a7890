//! What a model answers about one message, and which tokens are the cause.

use super::linear::{Head, MOST_ANY, Model, log_odds, logistic};
use super::signal::SignalName;
use crate::features::{Feature, Features, Group};

/// A model's answers about one message.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    model: &'a Model,
    features: &'a Features,
    log_odds: Vec<f32>,
}

impl<'a> Reading<'a> {
    /// The answers from the log-odds of each head by its own weights: hot gets what the signals add.
    pub(super) fn new(model: &'a Model, features: &'a Features, log_odds: Vec<f32>) -> Self {
        let mut reading = Self { model, features, log_odds };
        let any = reading.any_signal();
        if let Some(hot) = reading.log_odds.first_mut() {
            *hot += any as f32;
        }
        reading
    }

    /// The calibrated log-odds of a head.
    pub fn log_odds(&self, head: Head) -> f64 {
        self.log_odds.get(head.index()).copied().map_or(0.0, f64::from)
    }

    /// The probability of a head, 0..1.
    pub fn probability(&self, head: Head) -> f64 {
        logistic(self.log_odds(head))
    }

    /// What a hot signal adds to the log-odds of hot: its part of what all of them add, if they add anything.
    pub fn added_by(&self, signal: SignalName) -> f64 {
        let all = self.surprises();
        if all > 0.0 { self.any_signal().max(0.0) * self.surprise(signal) / all } else { 0.0 }
    }

    /// The share of each of the document's first `tokens` tokens in the log-odds of a head, for hot without
    /// what signals add. A feature of several tokens is shared out evenly; what belongs to no place is left out.
    pub fn shares(&self, head: Head, tokens: usize) -> Vec<f32> {
        let mut shares = vec![0.0_f32; tokens];
        let mut factors = vec![0.0; self.log_odds.len()];
        self.set_factor(&mut factors, head, 1.0);
        for feature in self.features.list() {
            let part = self.worth(feature, &factors) / feature.size().max(1) as f32;
            feature.add_to(&mut shares, part);
        }
        shares
    }

    /// What the log-odds of hot lose, to first order, without each of the document's first `tokens` tokens. All
    /// features that a token is part of go with it: their shares in hot, and in each hot signal as far as it moves hot.
    /// What remains of their group then weighs more, so that a word that says nothing is no loss.
    pub fn losses(&self, tokens: usize) -> Vec<f32> {
        let factors = self.factors_of_hot();
        let (mut words, mut concepts) = (0.0, 0.0);
        for feature in self.features.list() {
            let worth = self.worth(feature, &factors) * self.features.scale(feature.group);
            match feature.group {
                Group::Word => words += worth,
                Group::Concept => concepts += worth,
                Group::Style => {}
            }
        }
        let mut losses = vec![0.0_f32; tokens];
        for feature in self.features.list() {
            let sum = if feature.group == Group::Concept { concepts } else { words };
            // A group of n features counts as its sum divided by the root of n: without one of them the others
            // rise by their half of an n-th.
            let rise = sum * self.features.scale(feature.group) / 2.0;
            feature.add_to(&mut losses, self.worth(feature, &factors) - rise);
        }
        losses
    }

    /// What the hot signals together add to the log-odds of hot: one of them is enough to make a message hot,
    /// so they count as a noisy or (Pearl, 1988), not as a sum.
    fn any_signal(&self) -> f64 {
        f64::from(self.model.any_signal) * log_odds(self.any()).clamp(-MOST_ANY, MOST_ANY)
    }

    /// The probability that any hot signal holds.
    fn any(&self) -> f64 {
        1.0 - libm::exp(-self.surprises())
    }

    fn surprises(&self) -> f64 {
        SignalName::ALL.iter().map(|signal| self.surprise(*signal)).sum()
    }

    /// How little is left of the chance that a hot signal does not hold, in nats; zero for other signals.
    fn surprise(&self, signal: SignalName) -> f64 {
        let absent = 1.0 - self.probability(Head::Signal(signal));
        if signal.is_hot() { -libm::log(absent.max(f64::MIN_POSITIVE)) } else { 0.0 }
    }

    /// For each head, how far a unit of its weight moves the log-odds of hot: the derivative, where nothing is cut off.
    fn factors_of_hot(&self) -> Vec<f32> {
        let mut factors = vec![0.0; self.log_odds.len()];
        self.set_factor(&mut factors, Head::Hot, 1.0);
        let any = self.any();
        for signal in SignalName::ALL.into_iter().filter(|signal| signal.is_hot()) {
            let head = Head::Signal(signal);
            let probability = self.probability(head);
            let part = probability / any.max(probability).max(f64::MIN_POSITIVE);
            self.set_factor(&mut factors, head, self.model.any_signal * part as f32);
        }
        factors
    }

    fn set_factor(&self, factors: &mut [f32], head: Head, factor: f32) {
        let index = head.index();
        if let (Some(slot), Some(head)) = (factors.get_mut(index), self.model.heads.get(index)) {
            *slot = factor * head.scale;
        }
    }

    /// What a feature adds to the sum of heads by these factors.
    fn worth(&self, feature: &Feature, factors: &[f32]) -> f32 {
        let row = self.model.rows.get(feature.bucket).iter();
        let worths = row.filter_map(|(head, weight)| {
            factors.get(usize::from(*head)).map(|factor| f32::from(*weight) * factor)
        });
        worths.sum::<f32>() * self.features.scale(feature.group)
    }
}
