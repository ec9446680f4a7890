//! Hot or cold: signals and reasons become one calibrated score, a priority and a level.

use crate::model::signal::SignalName;
use crate::model::{Head, Reading};
use crate::text::{Document, Token};
use crate::verdict::{
    Confidence, LanguageGuess, Level, Noise, Priority, Reason, Signal, Source, Span, round,
};

/// A signal is reported from this probability on: where precision and recall are about even.
pub const LEAST_SIGNAL: f64 = 0.35;

/// A signal holds from this probability on.
const HOLDS: f64 = 0.5;

/// Hot messages are urgent from this score on.
const URGENT: f64 = 0.9;

/// Cold messages are normal, not low, from this score on.
const NORMAL: f64 = 0.3;

/// A word is part of a reason when its share is at least this many log-odds.
const LEAST_SHARE: f32 = 0.12;

/// How many reasons and how many spans of one reason are given.
const MOST_REASONS: usize = 6;
const MOST_SPANS: usize = 6;

/// What noise takes from the score, in log-odds: enough to make anything but a strong complaint cold.
const NOISE: f64 = -3.0;

/// The code of model reasons that no signal explains.
const WORDING: &str = "wording";

/// The signals of a message, most probable first.
pub fn signals(reading: &Reading, document: &Document) -> Vec<Signal> {
    let mut signals: Vec<Signal> = probable(reading)
        .map(|(signal, probability)| Signal {
            name: signal.as_str(),
            probability: round(probability),
            spans: strongest(
                document,
                &reading.shares(Head::Signal(signal), document.tokens().len()),
            ),
        })
        .collect();
    signals.sort_by(|left, right| right.probability.total_cmp(&left.probability));
    signals
}

/// Why the model finds a message hot or cold: the words with a share in its score, each under the signal that
/// it shows most, with what that signal adds by itself.
pub fn model_reasons(reading: &Reading, document: &Document) -> Vec<Reason> {
    let tokens = document.tokens();
    let shares = reading.shares(Head::Hot, tokens.len());
    let mut groups: Vec<Group> = probable(reading)
        .map(|(signal, _)| Group {
            added: reading.added_by(signal) as f32,
            shown: reading.shares(Head::Signal(signal), tokens.len()),
            signal: Some(signal),
            hot: signal.is_hot(),
            tokens: Vec::new(),
        })
        .collect();
    groups.extend([true, false].map(Group::wording));
    for (index, share) in shares.iter().enumerate().filter(|(_, share)| share.abs() >= LEAST_SHARE)
    {
        let group = groups
            .iter_mut()
            .filter(|group| group.hot == (*share > 0.0))
            .map(|group| (group.shown.get(index).copied().unwrap_or_default(), group))
            .filter(|(shown, group)| *shown > 0.0 || group.signal.is_none())
            .max_by(|left, right| left.0.total_cmp(&right.0));
        if let Some((_, group)) = group {
            group.tokens.push((index, *share));
        }
    }
    let mut reasons: Vec<Reason> =
        groups.iter().filter_map(|group| group.reason(document)).collect();
    reasons.sort_by(|left, right| right.weight.abs().total_cmp(&left.weight.abs()));
    reasons.truncate(MOST_REASONS);
    reasons
}

/// The reason that noise gives, if a message is noise.
pub fn noise_reason(noise: &Noise) -> Reason {
    Reason {
        source: Source::Model,
        code: noise.kind.to_owned(),
        label: format!("looks like {}", noise.kind.replace('_', " ")),
        weight: NOISE,
        spans: noise.spans.clone(),
    }
}

/// The log-odds of hot: the model's and the weights of further reasons.
pub fn log_odds(reading: &Reading, further: &[Reason]) -> f64 {
    let weights: f64 = further.iter().map(|reason| reason.weight).sum();
    reading.log_odds(Head::Hot) + weights
}

/// Hot from the threshold on.
pub fn priority(score: f64, threshold: f64) -> Priority {
    if score >= threshold { Priority::Hot } else { Priority::Cold }
}

/// The level of a message (design: "What the words mean").
pub fn level(priority: Priority, score: f64, signals: &[Signal], noise: Option<&Noise>) -> Level {
    let holds = |test: fn(SignalName) -> bool| {
        signals
            .iter()
            .filter(|signal| signal.probability >= HOLDS)
            .any(|signal| SignalName::parse(signal.name).is_some_and(test))
    };
    match priority {
        Priority::Hot if score >= URGENT || holds(SignalName::is_critical) => Level::Urgent,
        Priority::Hot => Level::High,
        Priority::Cold if noise.is_some() => Level::Low,
        Priority::Cold if score >= NORMAL || holds(|name| name == SignalName::Question) => {
            Level::Normal
        }
        Priority::Cold => Level::Low,
    }
}

/// How far to trust the priority: by the distance from even odds, and low where the model has little to go by.
pub fn confidence(score: f64, language: &LanguageGuess, document: &Document) -> Confidence {
    let distance = (score - 0.5).abs();
    if language.language == "und" || document.tokens().is_empty() {
        return Confidence::Low;
    }
    match distance {
        _ if distance >= 0.4 && language.reliable => Confidence::High,
        _ if distance >= 0.2 => Confidence::Medium,
        _ => Confidence::Low,
    }
}

fn probable<'a>(reading: &'a Reading) -> impl Iterator<Item = (SignalName, f64)> + 'a {
    SignalName::ALL
        .into_iter()
        .map(|signal| (signal, reading.probability(Head::Signal(signal))))
        .filter(|(_, probability)| *probability >= LEAST_SIGNAL)
}

/// Tokens that speak for one thing in one direction.
struct Group {
    signal: Option<SignalName>,
    hot: bool,
    /// How much each token of the message shows the signal.
    shown: Vec<f32>,
    /// What the signal adds to the score by itself.
    added: f32,
    /// The tokens that count here, with their shares in the score.
    tokens: Vec<(usize, f32)>,
}

impl Group {
    /// What no signal explains.
    fn wording(hot: bool) -> Self {
        Self { signal: None, hot, shown: Vec::new(), added: 0.0, tokens: Vec::new() }
    }

    /// `None` when the group weighs next to nothing.
    fn reason(&self, document: &Document) -> Option<Reason> {
        let weight = self.added + self.tokens.iter().map(|(_, share)| share).sum::<f32>();
        if weight.abs() < LEAST_SHARE {
            return None;
        }
        let (code, label) = match (self.signal, self.hot) {
            (Some(signal), _) => (signal.as_str(), signal.label()),
            (None, true) => (WORDING, "urgent wording"),
            (None, false) => (WORDING, "calm wording"),
        };
        let spans = match self.tokens.as_slice() {
            [] => strongest(document, &self.shown),
            tokens => spans(document, tokens),
        };
        let weight = round(f64::from(weight));
        Some(Reason {
            source: Source::Model,
            code: code.to_owned(),
            label: label.to_owned(),
            weight,
            spans,
        })
    }
}

/// The spans of the tokens whose share is at least a third of the largest, strongest first.
fn strongest(document: &Document, shares: &[f32]) -> Vec<Span> {
    let most = shares.iter().copied().fold(0.0_f32, f32::max);
    let tokens: Vec<(usize, f32)> = shares
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, share)| *share > 0.0 && *share * 3.0 >= most)
        .collect();
    spans(document, &tokens)
}

/// Neighbouring tokens joined into stretches, strongest first.
fn spans(document: &Document, tokens: &[(usize, f32)]) -> Vec<Span> {
    let mut stretches: Vec<(Token, usize, f32)> = Vec::new();
    for (index, share) in tokens {
        let Some(token) = document.tokens().get(*index) else { continue };
        match stretches.last_mut() {
            Some((stretch, last, sum)) if *last + 1 == *index => {
                stretch.end = token.end;
                *last = *index;
                *sum += share;
            }
            _ => stretches.push((*token, *index, *share)),
        }
    }
    stretches.sort_by(|left, right| right.2.abs().total_cmp(&left.2.abs()));
    stretches
        .iter()
        .take(MOST_SPANS)
        .map(|(token, ..)| document.span(token.start, token.end))
        .collect()
}
