//! One head: fitted on everything, calibrated on what it did not see; and how signals add to hot.

use hotcold::model::signal::SignalName;

use crate::FittedHead;
use crate::data::Example;
use crate::fit::{Labelled, Settings, Weights, fit};

/// The own corpus is split into this many folds for calibration.
const FOLDS: u32 = 5;

const SIGNALS: usize = SignalName::ALL.len();

/// Gradient descent for [`mix`]: steps, their size, and the pull towards zero.
const STEPS: usize = 2_000;
const RATE: f64 = 2.0;
const RIDGE: f64 = 2.0;

const HOT: Settings = Settings { alpha: 1.0, l1: 0.1, l2: 1.0, epochs: 8 };
const LABEL: Settings = Settings { alpha: 1.0, l1: 0.05, l2: 0.1, epochs: 10 };

/// The hot head learns from the own corpus and the public sets.
pub fn hot(own: &[&Example], public: &[Example]) -> FittedHead {
    head(own, public, |example| example.hot, HOT)
}

/// A signal or intent learns from whoever labelled it.
pub fn label(
    own: &[&Example],
    public: &[Example],
    positive: impl Fn(&Example) -> Option<bool>,
) -> FittedHead {
    head(own, public, positive, LABEL)
}

fn head(
    own: &[&Example],
    public: &[Example],
    positive: impl Fn(&Example) -> Option<bool>,
    settings: Settings,
) -> FittedHead {
    // What each own example scores in the fold that was fitted without it.
    let mut unseen = vec![None; own.len()];
    for fold in 0..FOLDS {
        let others: Vec<&Example> = own.iter().copied().filter(|e| e.fold != fold).collect();
        let weights = fit(&labelled(&others, public, &positive), settings);
        for (slot, example) in
            unseen.iter_mut().zip(own).filter(|(_, example)| example.fold == fold)
        {
            *slot = positive(example).map(|positive| (weights.sum(&example.features), positive));
        }
    }
    let weights = fit(&labelled(own, public, &positive), settings);
    let scored: Vec<(f64, bool)> = unseen.iter().flatten().copied().collect();
    let (scale, bias) = platt(&scored);
    FittedHead {
        unseen: unseen
            .iter()
            .map(|score| score.map_or(0.0, |(sum, _)| scale * sum + bias))
            .collect(),
        bias: bias + scale * weights.intercept,
        scale,
        weights: Weights { intercept: 0.0, ..weights },
    }
}

fn labelled<'a>(
    own: &[&'a Example],
    public: &'a [Example],
    positive: impl Fn(&Example) -> Option<bool>,
) -> Vec<Labelled<'a>> {
    let mut sources = vec!["own"];
    own.iter()
        .copied()
        .chain(public)
        .filter_map(|example| {
            let positive = positive(example)?;
            let source =
                sources.iter().position(|name| *name == example.source).unwrap_or_else(|| {
                    sources.push(example.source);
                    sources.len() - 1
                });
            Some(Labelled { features: &example.features, positive, weight: example.weight, source })
        })
        .collect()
}

/// What signals add to hot, learned on log-odds that the folds had not seen: logistic regression over the hot
/// head and the probabilities of the signals, by projected gradient descent; a hot signal never cools and a cold
/// one never heats. Scales the hot head in place and returns what each signal adds.
pub fn mix(own: &[&Example], hot: &mut FittedHead, signals: &[FittedHead]) -> [f32; SIGNALS] {
    let mut slope = 1.0;
    let mut bias = 0.0;
    let mut parts = [0.0; SIGNALS];
    for _ in 0..STEPS {
        let (mut slope_gradient, mut bias_gradient) = (0.0, 0.0);
        let mut gradients = [0.0; SIGNALS];
        for (index, example) in own.iter().enumerate() {
            let probability = |head: &FittedHead| 1.0 / (1.0 + libm::exp(-head.unseen[index]));
            let added: f64 =
                signals.iter().zip(parts).map(|(head, part)| part * probability(head)).sum();
            let log_odds = slope * hot.unseen[index] + bias + added;
            let error =
                1.0 / (1.0 + libm::exp(-log_odds)) - f64::from(u8::from(example.hot == Some(true)));
            slope_gradient += error * hot.unseen[index];
            bias_gradient += error;
            for (gradient, head) in gradients.iter_mut().zip(signals) {
                *gradient += error * probability(head);
            }
        }
        let rate = RATE / own.len() as f64;
        slope -= rate * slope_gradient;
        bias -= rate * bias_gradient;
        for ((part, gradient), signal) in parts.iter_mut().zip(gradients).zip(SignalName::ALL) {
            *part -= rate * (gradient + RIDGE * *part);
            *part = if signal.is_hot() { part.max(0.0) } else { part.min(0.0) };
        }
    }
    hot.scale *= slope;
    hot.bias = hot.bias * slope + bias;
    parts.map(|part| part as f32)
}

/// Platt scaling (1999): the slope and intercept that make sums log-odds, by Newton's method.
fn platt(scored: &[(f64, bool)]) -> (f64, f64) {
    let positives = scored.iter().filter(|(_, positive)| *positive).count() as f64;
    let negatives = scored.len() as f64 - positives;
    // Soft targets, as Platt proposes, keep rare labels from running away.
    let high = (positives + 1.0) / (positives + 2.0);
    let low = 1.0 / (negatives + 2.0);
    let (mut slope, mut intercept) = (1.0_f64, 0.0_f64);
    for _ in 0..50 {
        let (mut g0, mut g1, mut h00, mut h01, mut h11) = (0.0, 0.0, 1e-3, 0.0, 1e-6);
        for (sum, positive) in scored {
            let probability = 1.0 / (1.0 + libm::exp(-(slope * sum + intercept)));
            let error = probability - if *positive { high } else { low };
            let curve = probability * (1.0 - probability);
            g0 += error * sum;
            g1 += error;
            h00 += curve * sum * sum;
            h01 += curve * sum;
            h11 += curve;
        }
        let determinant = h00 * h11 - h01 * h01;
        slope -= (h11 * g0 - h01 * g1) / determinant;
        intercept -= (h00 * g1 - h01 * g0) / determinant;
    }
    (slope.clamp(0.1, 10.0), intercept)
}
