//! Trains the model that comes with the crate: `cargo run --release -p train`.
//!
//! Word lists (`lexicon`) and data → examples (`data`) → one logistic regression a head (`fit`) → calibration on parts of the own
//! corpus that the fold was not fitted on (`calibrate`) → weights of one byte (`pack`) → `model/triage.bin`,
//! with the figures for the model card (`report`). Same data, same bytes.

mod calibrate;
mod data;
mod fit;
mod lexicon;
mod pack;
mod report;

use std::path::Path;
use std::process::ExitCode;

use data::{Example, Sources};
use fit::Weights;
use hotcold::model::signal::SignalName;

/// An intent is learned when at least this many training examples have it.
const MIN_INTENT_EXAMPLES: usize = 8;

fn main() -> ExitCode {
    let data = std::env::var("HOTCOLD_DATA").unwrap_or_else(|_| "../shared/data".into());
    match run(Path::new(&data)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(data: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let corpus = data::corpus(Path::new("train/corpus"))?;
    let messages: Vec<(String, String)> = corpus
        .iter()
        .filter(|record| !record.is_test())
        .map(|record| (record.lang.clone(), record.text.clone()))
        .collect();
    let lexicon = lexicon::read(Path::new("model/lexicon"), &messages, data)?;
    let sources = Sources::read(corpus, data, &lexicon)?;
    let own: Vec<&Example> = sources.own.iter().filter(|example| !example.test).collect();
    eprintln!(
        "own {} for training, {} for testing; public {}",
        own.len(),
        sources.own.len() - own.len(),
        sources.public.len()
    );

    let mut heads = vec![calibrate::hot(&own, &sources.public)];
    for signal in SignalName::ALL {
        heads.push(calibrate::label(&own, &sources.public, |example| example.signal(signal)));
    }
    let (hot, signals) = heads.split_at_mut(1);
    let any_signal = calibrate::any_signal(&own, &mut hot[0], signals);
    let intents = data::frequent_intents(&own, MIN_INTENT_EXAMPLES);
    for intent in &intents {
        heads.push(calibrate::label(&own, &sources.public, |example| example.intent(intent)));
    }
    let model = pack::pack(intents, lexicon, &heads, any_signal, &data::usual(&own));
    let bytes = model.encode();
    std::fs::write("model/triage.bin", &bytes)?;
    eprintln!("model/triage.bin: {} bytes, {} rows", bytes.len(), model.rows.len());
    std::fs::write("model/FIGURES.md", report::figures(&model, &sources, data)?)?;
    Ok(())
}

/// A fitted head: its weights, and the scale and bias that turn its sum into log-odds.
struct FittedHead {
    weights: Weights,
    scale: f64,
    bias: f64,
    /// The log-odds of each own training example by the fold that was fitted without it.
    unseen: Vec<f64>,
}
