//! The words of all `contains` conditions, found in a text in one walk.

use crate::keyed::Keyed;
use crate::text::Document;
use crate::text::letters::Letters;
use crate::text::phrases::Phrases;

/// The number of a word in a [`WordList`].
pub(super) type WordId = u32;

/// The words of a rule set, each once.
#[derive(Default)]
pub(super) struct WordList {
    words: Vec<Word>,
    ids: Keyed<WordId>,
}

/// A word as a condition asks for it.
#[derive(Clone, Debug)]
struct Word {
    text: String,
    whole: bool,
    exact: bool,
}

impl WordList {
    /// The number of a word; the same word gets the same number.
    pub(super) fn add(&mut self, text: &str, whole: bool, exact: bool) -> WordId {
        let text = text.trim();
        let key = format!("{}{}{text}", u8::from(whole), u8::from(exact));
        if let Some(id) = self.ids.get(&key) {
            return *id;
        }
        let id = self.words.len() as WordId;
        self.words.push(Word { text: text.to_owned(), whole, exact });
        self.ids.insert(key.into(), id);
        id
    }
}

/// All words, ready to be found.
#[derive(Clone, Debug)]
pub(super) struct Words {
    words: Vec<Word>,
    phrases: Phrases<WordId>,
}

impl Words {
    pub(super) fn new(list: WordList) -> Self {
        let numbered = (0..).zip(&list.words).map(|(id, word)| (id, word.text.as_str()));
        Self { phrases: Phrases::literal(numbered), words: list.words }
    }

    /// The word as it stands in the rule.
    pub(super) fn text(&self, id: WordId) -> &str {
        self.words.get(id as usize).map_or("", |word| word.text.as_str())
    }

    /// Finds the first place of each word in a document.
    pub(super) fn find(&self, document: &Document) -> FoundWords {
        let mut seen = vec![false; self.words.len()];
        let mut places = Vec::new();
        if self.words.is_empty() {
            return FoundWords { places };
        }
        let text = document.text();
        let letters = Letters::new(text);
        for start in 0..letters.len() {
            self.phrases.each(&letters, start, &mut |id, end| {
                let (Some(seen), Some(word)) =
                    (seen.get_mut(id as usize), self.words.get(id as usize))
                else {
                    return;
                };
                let from = letters.place(start);
                let to = letters.place(end);
                let is_whole = || letters.is_boundary(start) && letters.is_boundary(end);
                let is_exact = || text.get(from as usize..to as usize) == Some(word.text.as_str());
                if !*seen && (!word.whole || is_whole()) && (!word.exact || is_exact()) {
                    *seen = true;
                    places.push((id, from, to));
                }
            });
        }
        places.sort_unstable();
        FoundWords { places }
    }
}

/// The words that a text holds.
#[derive(Debug, Default)]
pub(super) struct FoundWords {
    places: Vec<(WordId, u32, u32)>,
}

impl FoundWords {
    /// Where a word stands first, in bytes of the cleaned text.
    pub(super) fn place(&self, id: WordId) -> Option<(u32, u32)> {
        let index = self.places.binary_search_by_key(&id, |(id, ..)| *id).ok()?;
        self.places.get(index).map(|(_, start, end)| (*start, *end))
    }
}
