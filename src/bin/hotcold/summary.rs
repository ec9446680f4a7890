//! What a pile of verdicts says as a whole.

use std::collections::BTreeMap;
use std::fmt;

use hotcold::json::Json;
use hotcold::verdict::{Priority, Verdict};

/// How many languages, signals and hours are named.
const MOST: usize = 12;

const HOUR: f64 = 3_600_000.0;

/// Counts over verdicts.
#[derive(Default)]
pub struct Summary {
    languages: BTreeMap<String, Split>,
    signals: BTreeMap<&'static str, Split>,
    hours: BTreeMap<u32, Split>,
}

#[derive(Clone, Copy, Default)]
struct Split {
    hot: u64,
    all: u64,
}

impl Split {
    fn add(&mut self, priority: Priority) {
        self.hot += u64::from(priority == Priority::Hot);
        self.all += 1;
    }
}

impl Summary {
    /// Counts one verdict.
    pub fn add(&mut self, message: &Json, verdict: &Verdict) {
        self.languages.entry(verdict.language.language.clone()).or_default().add(verdict.priority);
        for signal in verdict.signals.iter().filter(|signal| signal.probability >= 0.5) {
            self.signals.entry(signal.name).or_default().add(verdict.priority);
        }
        if let Some(Ok(received)) = message.get("receivedAt").map(Json::number) {
            let hour = (received / HOUR).rem_euclid(24.0) as u32;
            self.hours.entry(hour).or_default().add(verdict.priority);
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut all = Split::default();
        for split in self.languages.values() {
            all.hot += split.hot;
            all.all += split.all;
        }
        writeln!(formatter, "{} messages: {} hot, {} cold", all.all, all.hot, all.all - all.hot)?;
        table(
            formatter,
            "language",
            self.languages.iter().map(|(name, split)| (name.clone(), *split)),
        )?;
        table(
            formatter,
            "signal",
            self.signals.iter().map(|(name, split)| ((*name).to_owned(), *split)),
        )?;
        let hours = self.hours.iter().map(|(hour, split)| (format!("{hour:02}:00 UTC"), *split));
        table(formatter, "busiest hours", hours)
    }
}

/// The largest rows of a table, each with a bar for its hot and cold share.
fn table(
    formatter: &mut fmt::Formatter<'_>,
    title: &str,
    rows: impl Iterator<Item = (String, Split)>,
) -> fmt::Result {
    let mut rows: Vec<(String, Split)> = rows.collect();
    if rows.is_empty() {
        return Ok(());
    }
    rows.sort_by(|left, right| right.1.all.cmp(&left.1.all).then_with(|| left.0.cmp(&right.0)));
    rows.truncate(MOST);
    let most = rows.iter().map(|(_, split)| split.all).max().unwrap_or(1);
    writeln!(formatter, "\n{title:<18}{:>7}{:>7}", "hot", "cold")?;
    for (name, split) in rows {
        let width = |count: u64| (count * 30).div_ceil(most) as usize;
        let hot = "█".repeat(width(split.hot));
        let cold = "░".repeat(width(split.all).saturating_sub(width(split.hot)));
        writeln!(formatter, "{name:<18}{:>7}{:>7}  {hot}{cold}", split.hot, split.all - split.hot)?;
    }
    Ok(())
}
