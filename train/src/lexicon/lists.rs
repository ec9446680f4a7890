//! The lists as they are written.

use std::error::Error;
use std::fs;
use std::path::Path;

use hotcold::lexicon::{Concept, Lexicon, Meaning};
use hotcold::text::{Document, TokenKind};

/// The list of one language.
pub struct List {
    pub language: String,
    pub items: Vec<Item>,
}

/// A word, a stem or a phrase, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub concept: Concept,
    pub words: Vec<String>,
    pub is_stem: bool,
}

impl Item {
    /// As a model holds it, with the beginnings that lead to it.
    pub fn entries(&self) -> Vec<(u32, Meaning)> {
        let star = if self.is_stem { "*" } else { "" };
        let line = format!("x: {}{star}", self.words.join(" "));
        Lexicon::parse_line(&line, self.concept).map(|(_, entries)| entries).unwrap_or_default()
    }

    /// Without the beginnings.
    pub fn entry(&self) -> (u32, Meaning) {
        self.entries().pop().unwrap_or((0, Meaning::Beginning))
    }
}

/// Reads all lists. Concepts are numbered as `en.txt` names them; other languages may leave some out.
pub fn read(folder: &Path) -> Result<Vec<List>, Box<dyn Error>> {
    let english = fs::read_to_string(folder.join("en.txt"))?;
    let names: Vec<&str> = english.lines().filter_map(parts).map(|(name, _)| name).collect();
    let mut files: Vec<_> = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut lists = Vec::new();
    for file in files {
        let path = file.path();
        let mut items = Vec::new();
        for (number, line) in fs::read_to_string(&path)?.lines().enumerate() {
            let Some((name, entries)) = parts(line) else { continue };
            let concept = names.iter().position(|known| *known == name).ok_or_else(|| {
                format!("{}:{}: en.txt knows no concept {name}", path.display(), number + 1)
            })?;
            let concept = Concept::try_from(concept)?;
            items.extend(entries.filter_map(|entry| item(entry, concept)));
        }
        let language = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        lists.push(List { language, items });
    }
    Ok(lists)
}

/// The language whose list serves a tag.
pub fn serving(tag: &str) -> &str {
    match tag.split('-').next().unwrap_or_default() {
        "ms" => "id",
        "no" => "nb",
        primary => primary,
    }
}

fn parts(line: &str) -> Option<(&str, impl Iterator<Item = &str>)> {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return None;
    }
    let (name, list) = line.split_once(':')?;
    Some((name.trim(), list.split(',').map(str::trim).filter(|entry| !entry.is_empty())))
}

fn item(entry: &str, concept: Concept) -> Option<Item> {
    use TokenKind::{Emoji, Gram, Hashtag, Number, Word};
    let bare = entry.trim_end_matches('*');
    let document = Document::plain(bare);
    let tokens = document.tokens();
    // Words only: what has signs in it is kept as written.
    let counts = tokens.iter().all(|token| matches!(token.kind, Word | Number | Hashtag | Emoji));
    let grams = tokens.iter().any(|token| token.kind == Gram);
    let words: Vec<String> = match counts && !grams {
        true => tokens.iter().map(|token| document.folded(token).to_owned()).collect(),
        false => vec![bare.to_owned()],
    };
    (!words.is_empty()).then_some(Item { concept, words, is_stem: bare.len() < entry.len() })
}
