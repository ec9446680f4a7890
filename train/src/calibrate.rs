//! One head: fitted on everything, calibrated on what it did not see; and how signals add to hot.

use hotcold::model::linear::{MOST_ANY, log_odds};
use hotcold::model::signal::SignalName;

use crate::FittedHead;
use crate::data::Example;
use crate::fit::{Labelled, Settings, Weights, fit};

/// The own corpus is split into this many folds for calibration.
const FOLDS: u32 = 5;

/// Gradient descent for [`any_signal`]: steps and their size.
const STEPS: usize = 3_000;
const RATE: f64 = 0.5;

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

/// How much the log-odds that any hot signal holds count for hot, learned on what the folds had not seen:
/// logistic regression over the hot head and that number, by gradient descent. Scales the hot head in place.
pub fn any_signal(own: &[&Example], hot: &mut FittedHead, signals: &[FittedHead]) -> f32 {
    let any: Vec<f64> = (0..own.len()).map(|index| log_odds_of_any(index, signals)).collect();
    let (mut slope, mut bias, mut part) = (1.0, 0.0, 0.0_f64);
    for _ in 0..STEPS {
        let mut gradient = [0.0; 3];
        for ((example, direct), any) in own.iter().zip(&hot.unseen).zip(&any) {
            let probability = 1.0 / (1.0 + libm::exp(-(slope * direct + bias + part * any)));
            let error = probability - f64::from(u8::from(example.hot == Some(true)));
            gradient[0] += error * direct;
            gradient[1] += error;
            gradient[2] += error * any;
        }
        let rate = RATE / own.len() as f64;
        slope -= rate * gradient[0];
        bias -= rate * gradient[1];
        part = (part - rate * gradient[2]).max(0.0);
    }
    let right = |score: &dyn Fn(usize) -> f64| {
        let hits =
            own.iter().enumerate().filter(|(i, e)| (score(*i) > 0.0) == (e.hot == Some(true)));
        hits.count() as f64 / own.len() as f64
    };
    eprintln!(
        "unseen folds: hot head alone right in {:.4}, with signals {:.4} (slope {slope:.2}, part {part:.2})",
        right(&|index| hot.unseen[index]),
        right(&|index| slope * hot.unseen[index] + bias + part * any[index]),
    );
    hot.scale *= slope;
    hot.bias = hot.bias * slope + bias;
    part as f32
}

fn log_odds_of_any(index: usize, signals: &[FittedHead]) -> f64 {
    let hot = signals.iter().zip(SignalName::ALL).filter(|(_, signal)| signal.is_hot());
    let none: f64 = hot.map(|(head, _)| 1.0 / (1.0 + libm::exp(head.unseen[index]))).product();
    log_odds(1.0 - none).clamp(-MOST_ANY, MOST_ANY)
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
