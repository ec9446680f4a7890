//! Where examples come from: the own corpus and the public sets whose licences allow training.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use hotcold::features::{BUCKETS, Features};
use hotcold::lexicon::Lexicon;
use hotcold::model::signal::SignalName;
use hotcold::text::Document;
use serde::Deserialize;

/// The public sets that may train a shipped model (see their licences in `model/CARD.md`), with how much
/// of one own example one of theirs counts. Reviews and brand messages are nearer to us than forum talk.
const PUBLIC: [(&str, f32); 7] = [
    ("cesamard_complaints_en", 0.05),
    ("wisesight_brand_th", 0.05),
    ("smsa_id", 0.04),
    ("kote_ko", 0.03),
    ("goemotions_en", 0.015),
    ("arsarcasm_ar", 0.015),
    ("afrisenti", 0.015),
];

/// One message to learn from.
pub struct Example {
    pub lang: String,
    pub source: &'static str,
    /// Hot or cold; `None` where a source does not say.
    pub hot: Option<bool>,
    /// `None` where a source does not label signals.
    signals: Option<Vec<String>>,
    intent: Option<String>,
    pub pair: Option<String>,
    /// Whether it belongs to the part that is only tested on.
    pub test: bool,
    /// Splits the own corpus for calibration; members of a pair stay together.
    pub fold: u32,
    pub weight: f32,
    /// Feature values by bucket.
    pub features: Vec<(u32, f32)>,
    pub text: String,
}

impl Example {
    /// Whether the example gives a signal; `None` where nobody said.
    pub fn signal(&self, signal: SignalName) -> Option<bool> {
        Some(self.signals.as_ref()?.iter().any(|name| name == signal.as_str()))
    }

    /// Whether the example is about an intent; `None` where nobody said.
    pub fn intent(&self, intent: &str) -> Option<bool> {
        Some(self.intent.as_deref()? == intent)
    }
}

/// All examples.
pub struct Sources {
    pub own: Vec<Example>,
    pub public: Vec<Example>,
}

/// One message of the own corpus, as `corpus/GUIDE.md` describes it.
#[derive(Deserialize)]
pub struct OwnRecord {
    pub text: String,
    pub lang: String,
    label: String,
    signals: Vec<String>,
    intent: String,
    pair: Option<String>,
}

#[derive(Deserialize)]
struct PublicRecord {
    text: String,
    lang: Option<String>,
    label: Option<String>,
}

impl OwnRecord {
    /// Whether it belongs to the part that is only tested on; members of a pair stay together.
    pub fn is_test(&self) -> bool {
        self.hash().is_multiple_of(5)
    }

    fn hash(&self) -> u32 {
        fnv1a(self.pair.as_deref().unwrap_or(&self.text))
    }
}

/// Reads the own corpus, file by file.
pub fn corpus(folder: &Path) -> Result<Vec<OwnRecord>, Box<dyn Error>> {
    let mut files: Vec<_> = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    files.retain(|file| file.path().extension().is_some_and(|extension| extension == "jsonl"));
    files.sort_by_key(fs::DirEntry::file_name);
    let mut records = Vec::new();
    for file in files {
        for (number, line) in fs::read_to_string(file.path())?.lines().enumerate() {
            let record = serde_json::from_str(line)
                .map_err(|error| format!("{}:{}: {error}", file.path().display(), number + 1))?;
            records.push(record);
        }
    }
    Ok(records)
}

impl Sources {
    /// Makes examples of the own corpus and the public sets; public sets that are absent are left out with a
    /// message.
    pub fn read(
        corpus: Vec<OwnRecord>,
        data: &Path,
        lexicon: &Lexicon,
    ) -> Result<Self, Box<dyn Error>> {
        let own = corpus.into_iter().map(|record| own_example(record, lexicon)).collect();
        let mut public = Vec::new();
        for (source, weight) in PUBLIC {
            let path = data.join("dev/priority").join(source).with_extension("jsonl");
            let Ok(text) = fs::read_to_string(&path) else {
                eprintln!("{source}: absent, left out");
                continue;
            };
            for line in text.lines() {
                let record: PublicRecord = serde_json::from_str(line)?;
                let Some(label) = record.label else { continue };
                let lang = record.lang.unwrap_or_default();
                let hot = Some(label == "hot");
                public.push(Example { hot, source, weight, ..blank(record.text, lang, lexicon) });
            }
        }
        Ok(Self { own, public })
    }
}

/// The priority records of one file of the development data, for measuring.
pub fn measure(path: &Path, lexicon: &Lexicon) -> Result<Vec<Example>, Box<dyn Error>> {
    let mut examples = Vec::new();
    for line in fs::read_to_string(path)?.lines() {
        let record: PublicRecord = serde_json::from_str(line)?;
        let Some(label) = record.label else { continue };
        let lang = record.lang.unwrap_or_default();
        examples.push(Example { hot: Some(label == "hot"), ..blank(record.text, lang, lexicon) });
    }
    Ok(examples)
}

/// The root of the sum of squares of each bucket's values in the examples.
pub fn usual(examples: &[&Example]) -> Vec<f32> {
    let mut sums = vec![0.0_f32; BUCKETS as usize];
    for (bucket, value) in examples.iter().flat_map(|example| &example.features) {
        sums[*bucket as usize] += value * value;
    }
    sums.into_iter().map(f32::sqrt).collect()
}

/// The intents that at least `least` examples have, by name.
pub fn frequent_intents(examples: &[&Example], least: usize) -> Vec<String> {
    let mut counts = BTreeMap::<&str, usize>::new();
    for intent in examples.iter().filter_map(|example| example.intent.as_deref()) {
        *counts.entry(intent).or_default() += 1;
    }
    counts
        .into_iter()
        .filter(|(intent, count)| !intent.is_empty() && *count >= least)
        .map(|(intent, _)| intent.to_owned())
        .collect()
}

fn own_example(record: OwnRecord, lexicon: &Lexicon) -> Example {
    Example {
        source: "own",
        hot: Some(record.label == "hot"),
        test: record.is_test(),
        fold: record.hash() / 5 % 5,
        signals: Some(record.signals),
        intent: Some(record.intent),
        weight: 1.0,
        pair: record.pair,
        ..blank(record.text, record.lang, lexicon)
    }
}

fn blank(text: String, lang: String, lexicon: &Lexicon) -> Example {
    Example {
        features: bucketed(&Features::read(&Document::message(&text, false), None, lexicon)),
        text,
        lang,
        source: "",
        hot: None,
        signals: None,
        intent: None,
        pair: None,
        test: false,
        fold: 0,
        weight: 1.0,
    }
}

/// Feature values summed by bucket, in the order of buckets.
fn bucketed(features: &Features) -> Vec<(u32, f32)> {
    let mut sums = BTreeMap::new();
    for feature in features.list() {
        *sums.entry(feature.bucket).or_insert(0.0) += features.scale(feature.group);
    }
    sums.into_iter().collect()
}

/// FNV-1a, 32 bits: says which records are for testing (see `corpus/GUIDE.md`).
fn fnv1a(text: &str) -> u32 {
    text.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Whether a development set trains the model.
pub fn is_public(source: &str) -> bool {
    PUBLIC.iter().any(|(name, _)| *name == source)
}
