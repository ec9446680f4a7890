//! One head: fitted on everything, calibrated on what it did not see.

use crate::FittedHead;
use crate::data::Example;
use crate::fit::{Labelled, Settings, Weights, fit};

/// The own corpus is split into this many folds for calibration.
const FOLDS: u32 = 5;

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
    let mut unseen = Vec::new();
    for fold in 0..FOLDS {
        let others: Vec<&Example> = own.iter().copied().filter(|e| e.fold != fold).collect();
        let weights = fit(&labelled(&others, public, &positive), settings);
        for example in own.iter().filter(|example| example.fold == fold) {
            if let Some(positive) = positive(example) {
                unseen.push((weights.sum(&example.features), positive));
            }
        }
    }
    let weights = fit(&labelled(own, public, &positive), settings);
    let (scale, bias) = platt(&unseen);
    FittedHead {
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
