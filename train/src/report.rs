//! The figures of a model, as they stand in its card.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use hotcold::model::signal::SignalName;
use hotcold::model::{Head, Model, linear};
use hotcold::priority::LEAST_SIGNAL;
use hotcold::text::Document;

use crate::data::{self, Example, Sources};

/// Markdown with accuracy on the own test part and area under the curve on the development sets.
pub fn figures(model: &Model, sources: &Sources, data: &Path) -> Result<String, Box<dyn Error>> {
    let mut out = String::from("# Figures\n\nWritten by `cargo run --release -p train`.\n\n");
    let test: Vec<&Example> = sources.own.iter().filter(|example| example.test).collect();
    own_part(&mut out, model, &test)?;
    calibration(&mut out, model, &test)?;
    signals(&mut out, model, &test)?;
    intents(&mut out, model, &test)?;
    development(&mut out, model, data)?;
    Ok(out)
}

fn log_odds(model: &Model, example: &Example, head: Head) -> f64 {
    let document = Document::message(&example.text, false);
    model.read(&model.features(&document, None)).log_odds(head)
}

fn own_part(out: &mut String, model: &Model, test: &[&Example]) -> std::fmt::Result {
    let mut languages = BTreeMap::<&str, (usize, usize)>::new();
    let mut pairs = BTreeMap::<(&str, &str), (usize, usize)>::new();
    for example in test {
        let right =
            usize::from((log_odds(model, example, Head::Hot) > 0.0) == (example.hot == Some(true)));
        let count = languages.entry(&example.lang).or_default();
        *count = (count.0 + right, count.1 + 1);
        if let Some(pair) = &example.pair {
            let count = pairs.entry((&example.lang, pair)).or_default();
            *count = (count.0 + right, count.1 + 1);
        }
    }
    writeln!(
        out,
        "## Hot or cold, own test part\n\n| language | right | of | accuracy |\n|---|---|---|---|"
    )?;
    let all = languages.values().fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
    for (language, (right, total)) in languages.iter().chain([(&"all", &all)]) {
        writeln!(out, "| {language} | {right} | {total} | {:.3} |", ratio(*right, *total))?;
    }
    let whole: Vec<_> = pairs.values().filter(|(_, members)| *members == 2).collect();
    let right = whole.iter().filter(|(right, _)| *right == 2).count();
    writeln!(
        out,
        "\nPairs with both members right: {right} of {} ({:.3}).\n",
        whole.len(),
        ratio(right, whole.len())
    )
}

/// How often the model is right by how sure it is, and the expected calibration error over ten bands of scores
/// (Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities", 2015).
fn calibration(out: &mut String, model: &Model, test: &[&Example]) -> std::fmt::Result {
    let mut bands = [(0.0, 0.0, 0.0); 10];
    let mut sure = [(0, 0); 3];
    for example in test {
        let score = 1.0 / (1.0 + libm::exp(-log_odds(model, example, Head::Hot)));
        let hot = f64::from(u8::from(example.hot == Some(true)));
        let band = &mut bands[((score * 10.0) as usize).min(9)];
        *band = (band.0 + 1.0, band.1 + score, band.2 + hot);
        let distance = (score - 0.5).abs();
        let level = &mut sure[usize::from(distance >= 0.2) + usize::from(distance >= 0.4)];
        *level = (level.0 + usize::from((score >= 0.5) == (hot == 1.0)), level.1 + 1);
    }
    let error: f64 = bands.iter().map(|(_, scores, hots)| (scores - hots).abs()).sum();
    writeln!(out, "## Calibration, own test part\n")?;
    writeln!(out, "Expected calibration error {:.3}.\n", error / test.len() as f64)?;
    writeln!(out, "| distance of the score from 0.5 | right | of | accuracy |\n|---|---|---|---|")?;
    for (name, (right, total)) in ["below 0.2", "0.2 to 0.4", "0.4 or more"].iter().zip(sure) {
        writeln!(out, "| {name} | {right} | {total} | {:.3} |", ratio(right, total))?;
    }
    writeln!(out)
}

fn signals(out: &mut String, model: &Model, test: &[&Example]) -> std::fmt::Result {
    writeln!(
        out,
        "## Signals, own test part\n\nReported from a probability of {LEAST_SIGNAL} on.\n\n| signal | precision | recall | F1 | positives |\n|---|---|---|---|---|"
    )?;
    let least = linear::log_odds(LEAST_SIGNAL);
    for signal in SignalName::ALL {
        let (mut hits, mut said, mut real) = (0, 0, 0);
        for example in test {
            let yes = log_odds(model, example, Head::Signal(signal)) >= least;
            let truth = example.signal(signal) == Some(true);
            hits += usize::from(yes && truth);
            said += usize::from(yes);
            real += usize::from(truth);
        }
        let f1 = ratio(2 * hits, said + real);
        let name = signal.as_str();
        writeln!(
            out,
            "| {name} | {:.3} | {:.3} | {f1:.3} | {real} |",
            ratio(hits, said),
            ratio(hits, real)
        )?;
    }
    writeln!(out)
}

fn intents(out: &mut String, model: &Model, test: &[&Example]) -> std::fmt::Result {
    let (mut right, mut said, mut known) = (0, 0, 0);
    for example in test {
        let best = (0..model.intents.len())
            .map(|intent| (log_odds(model, example, Head::Intent(intent)), intent))
            .max_by(|left, right| left.0.total_cmp(&right.0));
        let Some((score, intent)) = best else { continue };
        let truth = example.intent(&model.intents[intent]) == Some(true);
        known += usize::from(model.intents.iter().any(|id| example.intent(id) == Some(true)));
        if score > 0.0 {
            said += 1;
            right += usize::from(truth);
        }
    }
    writeln!(
        out,
        "## Intents, own test part\n\n{} intents; an intent is named for {said} of {} messages, right in {right} ({:.3}); {known} have one of them.\n",
        model.intents.len(),
        test.len(),
        ratio(right, said)
    )
}

fn development(out: &mut String, model: &Model, data: &Path) -> Result<(), Box<dyn Error>> {
    let Ok(folder) = std::fs::read_dir(data.join("dev/priority")) else { return Ok(()) };
    let mut files: Vec<_> = folder.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(std::fs::DirEntry::file_name);
    writeln!(
        out,
        "## Hot or cold, development sets\n\n| set | trained on | AUC | accuracy at 0.5 | hot share | messages |\n|---|---|---|---|---|---|"
    )?;
    for file in files {
        let name = file.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let examples = data::measure(&file.path(), &model.lexicon)?;
        let mut scored: Vec<(f64, bool)> = examples
            .iter()
            .map(|example| (log_odds(model, example, Head::Hot), example.hot == Some(true)))
            .collect();
        let hot = scored.iter().filter(|(_, hot)| *hot).count();
        let right = scored.iter().filter(|(score, hot)| (*score > 0.0) == *hot).count();
        let trained = if data::is_public(&name) { "yes" } else { "no" };
        writeln!(
            out,
            "| {name} | {trained} | {:.3} | {:.3} | {:.2} | {} |",
            auc(&mut scored),
            ratio(right, scored.len()),
            ratio(hot, scored.len()),
            scored.len()
        )?;
    }
    Ok(())
}

/// The area under the ROC curve: the chance that a hot message scores above a cold one.
fn auc(scored: &mut [(f64, bool)]) -> f64 {
    scored.sort_by(|left, right| left.0.total_cmp(&right.0));
    let (mut below, mut sum, mut hot) = (0.0, 0.0, 0.0);
    for group in scored.chunk_by(|left, right| left.0 == right.0) {
        let hots = group.iter().filter(|(_, hot)| *hot).count() as f64;
        let colds = group.len() as f64 - hots;
        sum += hots * (below + colds / 2.0);
        below += colds;
        hot += hots;
    }
    sum / (hot * below)
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
