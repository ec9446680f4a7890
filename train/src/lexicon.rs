//! The word lists, cut to what earns its bytes: a list is written generously, and the browser carries only
//! the entries that occur in texts of their language and do not mislead in others.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use hotcold::lexicon::{Concept, Lexicon, Meaning};
use hotcold::text::Document;

/// An entry as a model holds it.
type Entry = (u32, Meaning);

/// At most this many entries of a list are kept, those that occur most.
const MOST_ENTRIES: usize = 1_400;

/// The lists of the five source languages and English are kept longer.
const WIDE: [&str; 6] = ["en", "hi", "ko", "fa", "te", "el"];
const MOST_WIDE_ENTRIES: usize = 2_200;

/// How many lines of parallel text are read for each language.
const MOST_LINES: usize = 12_000;

/// One find in a message says as much as this many in other text.
const MESSAGE_WORTH: usize = 6;

/// An entry goes when it misleads in other languages this many times as often as it helps in its own.
const MISLEADING: usize = 2;

/// The list of one language.
struct List {
    language: String,
    /// Each entry with the beginnings that lead to it.
    entries: Vec<(Entry, Vec<Entry>)>,
}

/// How often an entry is found, by language.
type Counts = HashMap<Entry, BTreeMap<String, usize>>;

/// Reads the word lists and cuts them. `messages` are those of the own corpus that may be learned from, with
/// their languages. Without the parallel texts in `data` only the messages tell what occurs.
pub fn read(
    folder: &Path,
    messages: &[(String, String)],
    data: &Path,
) -> Result<Lexicon, Box<dyn Error>> {
    let lists = lists(folder)?;
    let whole: Vec<Entry> = lists
        .iter()
        .flat_map(|list| &list.entries)
        .flat_map(|(entry, beginnings)| beginnings.iter().chain([entry]))
        .copied()
        .collect();
    let whole = Lexicon::new(&whole);
    let mut in_messages = Counts::new();
    for (language, text) in messages {
        count(&whole, &base(language), text, &mut in_messages);
    }
    let mut in_texts = Counts::new();
    for list in &lists {
        for line in parallel(data, &list.language)? {
            count(&whole, &list.language, &line, &mut in_texts);
        }
    }
    let knows: HashMap<&str, Vec<Entry>> = lists
        .iter()
        .map(|list| {
            let mut entries: Vec<Entry> = list.entries.iter().map(|(entry, _)| *entry).collect();
            entries.sort_unstable();
            (list.language.as_str(), entries)
        })
        .collect();
    let mut kept = Vec::new();
    for list in &lists {
        let mut ranked: Vec<(usize, &(Entry, Vec<Entry>))> = list
            .entries
            .iter()
            .filter_map(|item| {
                let worth = worth(&list.language, item.0, &in_messages, &in_texts, &knows);
                (worth > 0).then_some((worth, item))
            })
            .collect();
        ranked.sort_by_key(|(worth, item)| (std::cmp::Reverse(*worth), item.0));
        ranked.dedup_by_key(|(_, item)| item.0);
        let most = match WIDE.contains(&list.language.as_str()) {
            true => MOST_WIDE_ENTRIES,
            false => MOST_ENTRIES,
        };
        ranked.truncate(most);
        eprintln!("{}: {} of {} entries", list.language, ranked.len(), list.entries.len());
        kept.extend(ranked.iter().flat_map(|(_, (entry, beginnings))| {
            beginnings.iter().copied().chain([*entry]).collect::<Vec<_>>()
        }));
    }
    kept.sort_unstable();
    kept.dedup();
    eprintln!("lexicon: {} entries", kept.len());
    Ok(Lexicon::new(&kept))
}

/// What an entry is worth to its language; nothing when it misleads more than it helps.
fn worth(
    language: &str,
    entry: Entry,
    in_messages: &Counts,
    in_texts: &Counts,
    knows: &HashMap<&str, Vec<Entry>>,
) -> usize {
    let found = |counts: &Counts, language: &str| {
        counts.get(&entry).and_then(|by| by.get(language)).copied().unwrap_or_default()
    };
    if language == "und" {
        return 1;
    }
    let home = found(in_messages, language);
    let means_the_same =
        |other: &str| knows.get(other).is_none_or(|entries| entries.binary_search(&entry).is_ok());
    let misled: usize = in_messages
        .get(&entry)
        .into_iter()
        .flatten()
        .filter(|(other, _)| *other != language && !means_the_same(other))
        .map(|(_, count)| *count)
        .sum();
    if misled > MISLEADING * home.max(1) {
        return 0;
    }
    home * MESSAGE_WORTH + found(in_texts, language)
}

fn count(lexicon: &Lexicon, language: &str, text: &str, counts: &mut Counts) {
    lexicon.each(&Document::plain(text), &mut |_, entry| {
        *counts.entry(entry).or_default().entry(language.to_owned()).or_default() += 1;
    });
}

/// The language whose list serves a tag.
fn base(tag: &str) -> String {
    let primary = tag.split('-').next().unwrap_or_default();
    match primary {
        "ms" => "id",
        "no" => "nb",
        other => other,
    }
    .to_owned()
}

/// Concepts are numbered as `en.txt` names them; other languages may leave some out.
fn lists(folder: &Path) -> Result<Vec<List>, Box<dyn Error>> {
    let english = fs::read_to_string(folder.join("en.txt"))?;
    let names: Vec<&str> = english
        .lines()
        .filter_map(|line| Lexicon::parse_line(line, 0))
        .map(|(name, _)| name)
        .collect();
    let mut files: Vec<_> = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut lists = Vec::new();
    for file in files {
        let path = file.path();
        let mut entries = Vec::new();
        for (number, line) in fs::read_to_string(&path)?.lines().enumerate() {
            let Some((name, _)) = Lexicon::parse_line(line, 0) else { continue };
            let concept = names.iter().position(|known| *known == name).ok_or_else(|| {
                format!("{}:{}: en.txt knows no concept {name}", path.display(), number + 1)
            })?;
            let parsed = Lexicon::parse_line(line, Concept::try_from(concept)?);
            let mut beginnings = Vec::new();
            for entry in parsed.map(|(_, entries)| entries).unwrap_or_default() {
                match entry.1 {
                    Meaning::Beginning => beginnings.push(entry),
                    _ => entries.push((entry, std::mem::take(&mut beginnings))),
                }
            }
        }
        let language = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        lists.push(List { language, entries });
    }
    Ok(lists)
}

/// Lines in a language from the parallel texts that may be trained on.
fn parallel(data: &Path, language: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let Ok(folder) = fs::read_dir(data.join("parallel")) else { return Ok(Vec::new()) };
    let tag = if language == "nb" { "no" } else { language };
    let mut files: Vec<_> = folder.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut lines = Vec::new();
    for file in files {
        let name = file.file_name().to_string_lossy().into_owned();
        let (source, rest) = name.split_once('.').unwrap_or_default();
        // English stands beside every language; one does for it.
        let wanted = if language == "en" { "de" } else { tag };
        let closed = ["_SA", "_doubtful", "bible"].iter().any(|part| source.contains(part));
        if closed || rest.split('.').next() != Some(wanted) {
            continue;
        }
        let text = match name.ends_with(".gz") {
            true => {
                let unpacked = Command::new("gzip").arg("-dc").arg(file.path()).output()?;
                String::from_utf8(unpacked.stdout)?
            }
            false => fs::read_to_string(file.path())?,
        };
        let column = usize::from(language == "en");
        lines
            .extend(text.lines().filter_map(|line| line.split('\t').nth(column)).map(String::from));
    }
    // Evenly from all sources.
    let step = lines.len().div_ceil(MOST_LINES).max(1);
    Ok(lines.into_iter().step_by(step).collect())
}
