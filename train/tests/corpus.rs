//! The corpus keeps to its guide (`corpus/GUIDE.md`).

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Debug;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use hotcold::model::signal::SignalName;
use hotcold::text::fold::fold;
use hotcold::text::{Document, TokenKind};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    text: String,
    lang: String,
    label: String,
    signals: Vec<String>,
    intent: String,
    pair: Option<String>,
    industry: String,
    channel: String,
    #[serde(skip)]
    place: String,
}

impl Record {
    fn is_hot(&self) -> bool {
        self.label == "hot"
    }

    /// The language that the record counts for: romanised text for the language itself, Malay for Indonesian.
    fn language(&self) -> &str {
        match self.lang.split('-').next() {
            Some("ms") => "id",
            base => base.unwrap_or_default(),
        }
    }

    fn file(&self) -> &str {
        self.place.split('.').next().unwrap_or_default()
    }

    /// What a failing test says of the record.
    fn shown(&self) -> String {
        format!("{} {}: {}", self.place, self.label, self.text)
    }
}

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name)
}

static GUIDE: LazyLock<String> = LazyLock::new(|| fs::read_to_string(path("GUIDE.md")).unwrap());

static CORPUS: LazyLock<Vec<Record>> = LazyLock::new(|| {
    let names = fs::read_dir(path("")).unwrap().map(|file| file.unwrap().file_name());
    let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
    names.retain(|name| name.ends_with(".jsonl"));
    names.sort();
    let mut records = Vec::new();
    for name in names {
        for (number, line) in fs::read_to_string(path(&name)).unwrap().lines().enumerate() {
            let place = format!("{name}:{}", number + 1);
            let record: Record =
                serde_json::from_str(line).unwrap_or_else(|error| panic!("{place}: {error}"));
            records.push(Record { place, ..record });
        }
    }
    records
});

/// The values that the table of the guide allows for a field.
fn allowed(field: &str) -> BTreeSet<&'static str> {
    let start = format!("| `{field}` |");
    let row = GUIDE.lines().find_map(|line| line.strip_prefix(start.as_str())).unwrap();
    row.split('`').skip(1).step_by(2).flat_map(str::split_whitespace).collect()
}

/// The intents of the guide: `area/{reason,reason}`.
fn intents() -> BTreeSet<String> {
    let section = GUIDE.split("## Intents").nth(1).unwrap().split("##").next().unwrap();
    let groups = section.split('`').skip(1).step_by(2);
    let areas = groups.map(|group| group.trim_end_matches('}').split_once("/{").unwrap());
    areas
        .flat_map(|(area, reasons)| {
            reasons.split(',').map(move |reason| format!("{area}/{reason}"))
        })
        .collect()
}

fn by_language() -> BTreeMap<&'static str, Vec<&'static Record>> {
    let mut languages = BTreeMap::<_, Vec<_>>::new();
    for record in CORPUS.iter() {
        languages.entry(record.language()).or_default().push(record);
    }
    languages
}

fn share<'a>(records: impl IntoIterator<Item = &'a Record>, is: impl Fn(&Record) -> bool) -> f64 {
    let (mut all, mut those) = (0, 0);
    for record in records {
        all += 1;
        those += usize::from(is(record));
    }
    those as f64 / all as f64
}

#[track_caller]
fn assert_none(wrong: &[impl Debug]) {
    assert!(wrong.is_empty(), "{} wrong: {wrong:#?}", wrong.len());
}

/// The records of which something is wrong.
#[track_caller]
fn assert_each(right: impl Fn(&Record) -> bool) {
    let wrong: Vec<_> = CORPUS.iter().filter(|record| !right(record)).map(Record::shown).collect();
    assert_none(&wrong);
}

#[test]
fn values_are_those_of_the_guide() {
    let [labels, signals] = ["label", "signals"].map(allowed);
    let [industries, channels] = ["industry", "channel"].map(allowed);
    let intents = intents();
    assert_each(|record| {
        let distinct: BTreeSet<_> = record.signals.iter().collect();
        labels.contains(record.label.as_str())
            && distinct.len() == record.signals.len()
            && distinct.into_iter().all(|signal| signals.contains(signal.as_str()))
            && (record.intent.is_empty() || intents.contains(&record.intent))
            && industries.contains(record.industry.as_str())
            && channels.contains(record.channel.as_str())
    });
}

#[test]
fn the_guide_has_the_signals_of_the_engine() {
    assert_eq!(allowed("signals"), SignalName::ALL.map(SignalName::as_str).into());
}

#[test]
fn a_text_is_trimmed() {
    assert_each(|record| !record.text.is_empty() && record.text.trim() == record.text);
}

#[test]
fn a_language_has_one_file() {
    assert_each(|record| record.file() == record.language());
}

#[test]
fn hot_lines_and_no_others_have_hot_signals() {
    let is_hot = |name: &String| SignalName::parse(name).is_some_and(SignalName::is_hot);
    assert_each(|record| record.is_hot() == record.signals.iter().any(is_hot));
}

#[test]
fn a_pair_is_a_hot_and_a_cold_line_of_one_language() {
    let mut pairs = BTreeMap::<_, Vec<_>>::new();
    for record in CORPUS.iter() {
        if let Some(pair) = &record.pair {
            pairs.entry(pair).or_default().push(record);
        }
    }
    pairs.retain(|_, members| match members[..] {
        [one, other] => one.lang != other.lang || one.is_hot() == other.is_hot(),
        _ => true,
    });
    assert_none(&pairs.into_keys().collect::<Vec<_>>());
}

#[test]
fn no_text_occurs_twice() {
    let mut seen = HashMap::new();
    let mut wrong = Vec::new();
    for record in CORPUS.iter() {
        if let Some(earlier) = seen.insert(fold(&record.text), record) {
            wrong.push([earlier.shown(), record.shown()]);
        }
    }
    assert_none(&wrong);
}

/// The distinct words of a text, folded; pairs of characters where a script writes no spaces.
fn words(text: &str) -> BTreeSet<String> {
    let document = Document::plain(text);
    let tokens = document.tokens().iter();
    let tokens = tokens.filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Gram));
    tokens.map(|token| document.folded(token).to_owned()).collect()
}

/// Where the pairs of texts stand that share more than 0.8 of the words of both (Jaccard), among those of four
/// words or more.
///
/// Two such texts share a word that is among the rarest of both: with the `n` words of each in order of rarity,
/// it suffices to look at the first `n - ceil(0.8 n) + 1` (Chaudhuri, Ganti, Kaushik: "A primitive operator for
/// similarity joins in data cleaning", 2006).
fn alike<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<[usize; 2]> {
    let texts: Vec<_> = texts.into_iter().map(words).collect();
    let mut counts = HashMap::<&str, u32>::new();
    for word in texts.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let mut index = HashMap::<&str, Vec<usize>>::new();
    let mut found = Vec::new();
    for (place, words) in texts.iter().enumerate().filter(|(_, words)| words.len() >= 4) {
        let mut rarest: Vec<&str> = words.iter().map(String::as_str).collect();
        rarest.sort_by_key(|word| (counts[word], *word));
        rarest.truncate(words.len() - (words.len() * 4).div_ceil(5) + 1);
        let near = rarest.iter().flat_map(|word| index.get(word).into_iter().flatten());
        for earlier in near.copied().collect::<BTreeSet<_>>() {
            let both = words.intersection(&texts[earlier]).count();
            let either = words.len() + texts[earlier].len() - both;
            if both * 5 > either * 4 {
                found.push([earlier, place]);
            }
        }
        for word in rarest {
            index.entry(word).or_default().push(place);
        }
    }
    found
}

#[test]
fn no_two_texts_are_nearly_the_same_outside_pairs() {
    let mut wrong = Vec::new();
    for records in by_language().values() {
        for near in alike(records.iter().map(|record| record.text.as_str())) {
            let [one, other] = near.map(|place| records[place]);
            if one.pair.is_none() || one.pair != other.pair {
                wrong.push([one.shown(), other.shown()]);
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn nearly_the_same_texts_are_found() {
    let near = |one, other| !alike([one, other]).is_empty();
    assert!(near("My parcel is late, where is it?", "my PARCEL is late... where is it"));
    assert!(near("one two three four five six", "one two three four five"));
    assert!(!near("one two three four five", "one two three four"));
    assert!(!near("where is it", "where is it"));
    assert!(near("我的包裹还没有到货呢", "我的包裹还没有到货"));
}

#[test]
fn there_is_enough_of_each_language() {
    let languages = by_language();
    assert!(languages.len() >= 30, "{} languages", languages.len());
    let least = |language| match language {
        "en" => 1500,
        "hi" | "ko" | "fa" | "te" | "el" => 500,
        _ => 200,
    };
    let counts = languages.iter().map(|(language, records)| (language, records.len()));
    assert_none(&counts.filter(|(language, count)| *count < least(language)).collect::<Vec<_>>());
}

#[test]
fn hot_and_cold_balance_in_each_language() {
    let shares = by_language().into_iter();
    let shares = shares.map(|(language, records)| (language, share(records, Record::is_hot)));
    assert_none(&shares.filter(|(_, hot)| !(0.44..=0.56).contains(hot)).collect::<Vec<_>>());
}

#[test]
fn a_third_of_the_lines_stand_in_pairs() {
    let paired = share(CORPUS.iter(), |record| record.pair.is_some());
    assert!(paired >= 1.0 / 3.0, "{paired}");
}

#[test]
fn each_language_has_all_industries_and_channels() {
    let [industries, channels] = ["industry", "channel"].map(allowed);
    let mut missing = Vec::new();
    for (language, records) in by_language() {
        let present: HashSet<&str> =
            records.iter().flat_map(|record| [record.industry.as_str(), &record.channel]).collect();
        let absent = industries.union(&channels).filter(|value| !present.contains(*value));
        missing.extend(absent.map(|value| (language, *value)));
    }
    assert_none(&missing);
}

#[test]
fn each_signal_and_intent_occurs() {
    let signals = CORPUS.iter().flat_map(|record| &record.signals);
    let present: HashSet<&String> =
        signals.chain(CORPUS.iter().map(|record| &record.intent)).collect();
    let mut missing = intents();
    missing.extend(allowed("signals").into_iter().map(str::to_owned));
    missing.retain(|value| !present.contains(value));
    assert_none(&missing.into_iter().collect::<Vec<_>>());
}
