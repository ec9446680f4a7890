//! The word lists, made small: a list is written generously, and the browser carries what no other entry
//! covers, what does not mislead in other languages, and of the rest what occurs most. Rare words are kept
//! as long as there is room: the lists know more than the corpus, and cutting them to what occurs in it
//! cost three points of accuracy.

mod lists;
mod texts;

use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::path::Path;

use hotcold::lexicon::{Lexicon, Meaning};
use hotcold::text::Document;

use lists::{Item, List};
use texts::Vocabulary;

/// At most this many entries of a list are kept, those that occur most; of phrases only those that occur at all.
const MOST_ENTRIES: usize = 1_360;

/// The lists of the five source languages and English are kept longer, with phrases that occur nowhere.
const WIDE: [&str; 6] = ["en", "hi", "ko", "fa", "te", "el"];
const MOST_WIDE_ENTRIES: usize = 3_300;

/// An entry goes when it misleads in other languages this many times as often as it helps in its own.
const MISLEADING: usize = 6;

/// How often an entry is found in the messages of each language.
type Counts = HashMap<(u32, Meaning), HashMap<String, usize>>;

/// Reads the word lists and makes them small. `messages` are those of the own corpus that may be learned
/// from, with their languages. Without the parallel texts in `data` only the messages tell what occurs.
pub fn read(
    folder: &Path,
    messages: &[(String, String)],
    data: &Path,
) -> Result<Lexicon, Box<dyn Error>> {
    let mut lists = lists::read(folder)?;
    for list in &mut lists {
        let vocabulary = Vocabulary::of(&list.language, messages, data)?;
        let is_wide = WIDE.contains(&list.language.as_str());
        list.items.retain(|item| is_wide || item.words.len() == 1 || vocabulary.worth(item) > 0);
        list.items.sort_by_cached_key(|item| {
            (std::cmp::Reverse(vocabulary.worth(item)), item.words.clone())
        });
    }
    drop_redundant(&mut lists);
    let counts = count(&lists, messages);
    let known: HashMap<String, Vec<(u32, Meaning)>> = lists
        .iter()
        .map(|list| (list.language.clone(), list.items.iter().map(Item::entry).collect()))
        .collect();
    let mut kept = Vec::new();
    for list in &lists {
        let most = match WIDE.contains(&list.language.as_str()) {
            true => MOST_WIDE_ENTRIES,
            false => MOST_ENTRIES,
        };
        let fair = list
            .items
            .iter()
            .filter(|item| !misleads(item.entry(), &list.language, &counts, &known));
        kept.extend(fair.take(most).flat_map(Item::entries));
    }
    kept.sort_unstable();
    kept.dedup();
    eprintln!("lexicon: {} entries", kept.len());
    Ok(Lexicon::new(&kept))
}

fn count(lists: &[List], messages: &[(String, String)]) -> Counts {
    let whole: Vec<_> = lists.iter().flat_map(|list| &list.items).flat_map(Item::entries).collect();
    let whole = Lexicon::new(&whole);
    let mut counts = Counts::new();
    for (language, text) in messages {
        let language = lists::serving(language);
        whole.each(&Document::plain(text), &mut |_, entry| {
            *counts.entry(entry).or_default().entry(language.to_owned()).or_default() += 1;
        });
    }
    counts
}

/// Whether an entry is found more often where it means something else.
fn misleads(
    entry: (u32, Meaning),
    language: &str,
    counts: &Counts,
    known: &HashMap<String, Vec<(u32, Meaning)>>,
) -> bool {
    let Some(found) = counts.get(&entry).filter(|_| language != "und") else { return false };
    let means_the_same =
        |other: &str| known.get(other).is_none_or(|entries| entries.contains(&entry));
    let home = found.get(language).copied().unwrap_or_default().max(1);
    let elsewhere = found
        .iter()
        .filter(|(other, _)| *other != language && !means_the_same(other))
        .map(|(_, count)| *count);
    elsewhere.sum::<usize>() > MISLEADING * home
}

/// Drops words that begin with a stem of their concept, in whatever language it stands.
fn drop_redundant(lists: &mut [List]) {
    let stems: HashSet<(u8, String)> = lists
        .iter()
        .flat_map(|list| &list.items)
        .filter(|item| item.is_stem && item.words.len() == 1)
        .map(|item| (item.concept, item.words.concat()))
        .collect();
    for list in lists {
        list.items.retain(|item| {
            let [word] = item.words.as_slice() else { return true };
            let mut ends = word.char_indices().skip(1).map(|(end, _)| end);
            !ends.any(|end| stems.contains(&(item.concept, word[..end].to_owned())))
                && (item.is_stem || !stems.contains(&(item.concept, word.clone())))
        });
    }
}
