//! What occurs in the texts of a language.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use hotcold::text::{Document, TokenKind};

use super::lists::{Item, serving};

/// How many lines of parallel text are read for each language.
const MOST_LINES: usize = 12_000;

/// A word in a message says as much as this many in other text.
const MESSAGE_WORTH: usize = 6;

/// The words of a language, folded, with how much their finds say.
pub struct Vocabulary {
    words: BTreeMap<String, usize>,
    /// Two words in a row.
    pairs: BTreeMap<(String, String), usize>,
}

impl Vocabulary {
    /// Reads the messages and the parallel texts of a language.
    pub fn of(
        language: &str,
        messages: &[(String, String)],
        data: &Path,
    ) -> Result<Self, Box<dyn Error>> {
        let mut vocabulary = Self { words: BTreeMap::new(), pairs: BTreeMap::new() };
        for (tag, text) in messages {
            if serving(tag) == language || language == "und" {
                vocabulary.add(text, MESSAGE_WORTH);
            }
        }
        for line in parallel(data, language)? {
            vocabulary.add(&line, 1);
        }
        Ok(vocabulary)
    }

    fn add(&mut self, text: &str, worth: usize) {
        let document = Document::plain(text);
        let mut previous = String::new();
        for token in document.tokens().iter().filter(|token| token.kind != TokenKind::Mark) {
            let word = document.folded(token).to_owned();
            *self.words.entry(word.clone()).or_default() += worth;
            *self.pairs.entry((previous, word.clone())).or_default() += worth;
            previous = word;
        }
    }

    /// The words that begin so, with how much they say.
    pub fn beginning<'a>(&'a self, stem: &'a str) -> impl Iterator<Item = (&'a str, usize)> {
        self.words
            .range(stem.to_owned()..)
            .take_while(move |(word, _)| word.starts_with(stem))
            .map(|(word, worth)| (word.as_str(), *worth))
    }

    /// How much the finds of an entry say; of a phrase, those of its rarest pair.
    pub fn worth(&self, item: &Item) -> usize {
        match item.words.as_slice() {
            [word] if item.is_stem => self.beginning(word).map(|(_, worth)| worth).sum(),
            [word] => self.words.get(word).copied().unwrap_or_default(),
            words => words
                .windows(2)
                .map(|pair| {
                    let key = (pair[0].clone(), pair[1].clone());
                    self.pairs.get(&key).copied().unwrap_or_default()
                })
                .min()
                .unwrap_or_default(),
        }
    }
}

/// Lines in a language from the parallel texts that may be trained on.
fn parallel(data: &Path, language: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let Ok(folder) = fs::read_dir(data.join("parallel")) else { return Ok(Vec::new()) };
    // English stands beside every language; one does for it.
    let (tag, column) = match language {
        "en" => ("de", 1),
        "nb" => ("no", 0),
        tag => (tag, 0),
    };
    let mut files: Vec<_> = folder.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut lines = Vec::new();
    for file in files {
        let name = file.file_name().to_string_lossy().into_owned();
        let (source, rest) = name.split_once('.').unwrap_or_default();
        let closed = ["_SA", "_doubtful", "bible"].iter().any(|part| source.contains(part));
        if closed || rest.split('.').next() != Some(tag) {
            continue;
        }
        let text = match name.ends_with(".gz") {
            true => {
                let unpacked = Command::new("gzip").arg("-dc").arg(file.path()).output()?;
                String::from_utf8(unpacked.stdout)?
            }
            false => fs::read_to_string(file.path())?,
        };
        lines
            .extend(text.lines().filter_map(|line| line.split('\t').nth(column)).map(String::from));
    }
    // Evenly from all sources.
    let step = lines.len().div_ceil(MOST_LINES).max(1);
    Ok(lines.into_iter().step_by(step).collect())
}
