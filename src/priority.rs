//! Hot or cold: signals and reasons become one calibrated score, a priority and a level.

use crate::model::signal::SignalName;
use crate::model::{Head, Reading};
use crate::text::{Document, Token, TokenKind};
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

/// A word is part of a reason when the score loses at least this many log-odds without it.
const LEAST_LOSS: f32 = 0.15;

/// A reason weighs at least this many log-odds.
const LEAST_WEIGHT: f32 = 0.12;

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
                &of_words(document, reading.shares(Head::Signal(signal), document.tokens().len())),
            ),
        })
        .collect();
    signals.sort_by(|left, right| right.probability.total_cmp(&left.probability));
    signals
}

/// Why the model finds a message hot or cold: the words without which the score would be another, each under the
/// signal that it shows most, with what that signal adds by itself.
pub fn model_reasons(reading: &Reading, document: &Document) -> Vec<Reason> {
    let tokens = document.tokens().len();
    let shares = reading.shares(Head::Hot, tokens);
    let losses = of_words(document, reading.losses(tokens));
    let mut groups: Vec<Group> = probable(reading)
        .map(|(signal, _)| {
            let hot = signal.is_hot();
            let mut shown = reading.shares(Head::Signal(signal), tokens);
            for (shown, loss) in shown.iter_mut().zip(&losses) {
                if (*loss > 0.0) != hot {
                    *shown = 0.0;
                }
            }
            let weight = reading.added_by(signal) as f32;
            Group { signal: Some(signal), hot, shown, weight, tokens: Vec::new() }
        })
        .collect();
    groups.extend([true, false].map(Group::wording));
    for (index, (loss, share)) in losses.iter().zip(&shares).enumerate() {
        if loss.abs() < LEAST_LOSS {
            continue;
        }
        let group = groups
            .iter_mut()
            .filter(|group| group.hot == (*loss > 0.0))
            .map(|group| (group.shown.get(index).copied().unwrap_or_default(), group))
            .filter(|(shown, group)| *shown > 0.0 || group.signal.is_none())
            .max_by(|left, right| left.0.total_cmp(&right.0));
        if let Some((_, group)) = group {
            group.tokens.push((index, *loss));
            group.weight += share;
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
    /// What the signal adds to the score by itself and the tokens by their shares.
    weight: f32,
    /// The tokens that count here, with what the score loses without them.
    tokens: Vec<(usize, f32)>,
}

impl Group {
    /// What no signal explains.
    fn wording(hot: bool) -> Self {
        Self { signal: None, hot, shown: Vec::new(), weight: 0.0, tokens: Vec::new() }
    }

    /// `None` when the group weighs next to nothing.
    fn reason(&self, document: &Document) -> Option<Reason> {
        let size = if self.hot { self.weight } else { -self.weight };
        if size < LEAST_WEIGHT {
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
        let weight = round(f64::from(self.weight));
        Some(Reason {
            source: Source::Model,
            code: code.to_owned(),
            label: label.to_owned(),
            weight,
            spans,
        })
    }
}

/// The values of tokens without those of marks: a comma may count, but it explains nothing.
fn of_words(document: &Document, mut values: Vec<f32>) -> Vec<f32> {
    for (value, token) in values.iter_mut().zip(document.tokens()) {
        if token.kind == TokenKind::Mark {
            *value = 0.0;
        }
    }
    values
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
