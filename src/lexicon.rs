//! Words of many languages by what they mean: "refund", "erstatten" and "환불" are one concept.
//!
//! Concepts let what one language's examples teach reach the others, and they combine: *negation* beside
//! *function* says more than either. The lists are text files a person can read (`model/lexicon`); a
//! model holds them as hashes.

use crate::text::{Document, Token, TokenKind};

/// A phrase has at most this many tokens.
const MAX_WORDS: usize = 4;

/// The place of a concept in the list of concepts.
pub type Concept = u8;

/// What a hash stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meaning {
    /// Some phrase begins with these words: read on.
    Beginning,
    /// The words mean a concept.
    Whole(Concept),
    /// Words that begin so mean a concept.
    Stem(Concept),
}

/// Words, stems and phrases by the hash of their folded form.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// By their leading bits; entries that share them keep the order they came in.
    entries: Vec<(u32, Meaning)>,
    /// Where the entries of each leading [`INDEX_BITS`] bits of a hash start.
    index: Vec<u32>,
}

const INDEX_BITS: u32 = 12;

/// The width of a hash. Wider costs bytes in the model; narrower mistakes strangers for entries: with fifty
/// thousand entries one word in fifty is.
pub const HASH_BITS: u32 = 24;

/// A concept found at some tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which.
    pub concept: Concept,
    /// The first token.
    pub token: u32,
    /// How many tokens.
    pub tokens: u32,
}

impl Lexicon {
    /// Puts entries in order for look-up, by their leading bits only: sorting fifty thousand entries whole would be
    /// most of the time that an engine takes to start.
    pub fn new(entries: &[(u32, Meaning)]) -> Self {
        let lead = |hash: u32| (hash >> (HASH_BITS - INDEX_BITS)) as usize;
        let mut index = vec![0_u32; (1 << INDEX_BITS) + 1];
        for (hash, _) in entries {
            index.get_mut(lead(*hash) + 1).into_iter().for_each(|count| *count += 1);
        }
        let mut sum = 0;
        for start in &mut index {
            sum += *start;
            *start = sum;
        }
        let mut next = index.clone();
        let mut sorted = vec![(0, Meaning::Beginning); entries.len()];
        for entry in entries {
            let Some(place) = next.get_mut(lead(entry.0)) else { continue };
            sorted.get_mut(*place as usize).into_iter().for_each(|slot| *slot = *entry);
            *place += 1;
        }
        Self { entries: sorted, index }
    }

    /// The entries, by their leading bits.
    pub fn entries(&self) -> &[(u32, Meaning)] {
        &self.entries
    }

    /// Reads one line of a lexicon file, `concept: entry, entry*, several words`, into the concept's name
    /// and the entries' hashes; `None` for comments and empty lines.
    ///
    /// ```
    /// use hotcold::lexicon::Lexicon;
    /// let (name, entries) = Lexicon::parse_line("refund: refund*, money back", 7).unwrap();
    /// assert_eq!((name, entries.len()), ("refund", 3));
    /// ```
    pub fn parse_line(line: &str, concept: Concept) -> Option<(&str, Vec<(u32, Meaning)>)> {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        let (name, list) = line.split_once(':')?;
        let mut entries = Vec::new();
        for entry in list.split(',').map(str::trim).filter(|entry| !entry.is_empty()) {
            let words = entry.trim_end_matches('*');
            let document = Document::plain(words);
            let mut hash = SEED;
            let mut rest = document.tokens().iter().filter(|token| counts(token)).peekable();
            while let Some(token) = rest.next() {
                hash = document.folded(token).chars().fold(hash, step);
                if rest.peek().is_some() {
                    hash = step(hash, ' ');
                    entries.push((key(hash), Meaning::Beginning));
                } else if words.len() < entry.len() {
                    entries.push((key(hash), Meaning::Stem(concept)));
                } else {
                    entries.push((key(hash), Meaning::Whole(concept)));
                }
            }
        }
        Some((name.trim(), entries))
    }

    /// The concepts of a text, in its order. Linear in the text: each token is read a few times at most.
    pub fn find(&self, document: &Document) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        self.each(document, &mut |one, _| {
            // Two stems of a concept, one inside the other, are one find.
            let here = found.iter().rev().take_while(|other| other.token == one.token);
            if !here.into_iter().any(|other| *other == one) {
                found.push(one);
            }
        });
        found
    }

    /// Calls `each` with every find in a text and the entry it is by.
    pub fn each(&self, document: &Document, each: &mut dyn FnMut(Found, (u32, Meaning))) {
        let tokens = document.tokens();
        for first in 0..tokens.len() {
            self.each_at(document, tokens.get(first..).unwrap_or_default(), first, each);
        }
    }

    fn each_at(
        &self,
        document: &Document,
        tokens: &[Token],
        first: usize,
        each: &mut dyn FnMut(Found, (u32, Meaning)),
    ) {
        let mut hash = SEED;
        for (index, token) in tokens.iter().take(MAX_WORDS).enumerate() {
            // "Wi-Fi" is "wi fi": a hyphen inside a phrase says nothing.
            if index > 0 && document.raw(token) == "-" {
                continue;
            }
            if !counts(token) {
                return;
            }
            let tokens = index as u32 + 1;
            let mut add = |concept, entry| {
                each(Found { concept, token: first as u32, tokens }, entry);
            };
            for letter in document.folded(token).chars() {
                hash = step(hash, letter);
                for meaning in self.get(hash) {
                    if let Meaning::Stem(concept) = meaning {
                        add(concept, (key(hash), meaning));
                    }
                }
            }
            for meaning in self.get(hash) {
                if let Meaning::Whole(concept) = meaning {
                    add(concept, (key(hash), meaning));
                }
            }
            hash = step(hash, ' ');
            if !self.get(hash).any(|meaning| meaning == Meaning::Beginning) {
                return;
            }
        }
    }

    /// What a hash stands for.
    fn get(&self, hash: u32) -> impl Iterator<Item = Meaning> {
        let hash = key(hash);
        let lead = (hash >> (HASH_BITS - INDEX_BITS)) as usize;
        let place = |lead: usize| self.index.get(lead).copied().unwrap_or_default() as usize;
        let near = self.entries.get(place(lead)..place(lead + 1)).unwrap_or_default();
        near.iter().filter(move |(entry, _)| *entry == hash).map(|(_, meaning)| *meaning)
    }
}

/// Whether tokens of this kind can be part of an entry.
fn counts(token: &Token) -> bool {
    use TokenKind::{Emoji, Gram, Hashtag, Number, Word};
    matches!(token.kind, Word | Gram | Number | Hashtag | Emoji)
}

const SEED: u32 = 0x811C_9DC5;

/// The leading bits of a hash, by which entries are kept.
fn key(hash: u32) -> u32 {
    hash >> (32 - HASH_BITS)
}

/// FNV-1a over characters, spread so that the leading bits differ too.
fn step(hash: u32, letter: char) -> u32 {
    (hash ^ letter as u32).wrapping_mul(0x0100_0193).rotate_left(5).wrapping_mul(0x9E37_79B1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn concepts(text: &str) -> Vec<(Concept, u32, u32)> {
        let lines = ["negation: not, no", "refund: refund*, money back, 환불*", "back: back"];
        let entries =
            (0..).zip(lines).flat_map(|(c, line)| Lexicon::parse_line(line, c).unwrap().1);
        let lexicon = Lexicon::new(&entries.collect::<Vec<_>>());
        let found = lexicon.find(&Document::plain(text));
        found.into_iter().map(|found| (found.concept, found.token, found.tokens)).collect()
    }

    #[test]
    fn words_stems_and_phrases_are_found() {
        assert_eq!(concepts("Not refunded"), [(0, 0, 1), (1, 1, 1)]);
        assert_eq!(concepts("my money back now"), [(1, 1, 2), (2, 2, 1)]);
        assert_eq!(concepts("환불해 주세요"), [(1, 0, 1)]);
        assert_eq!(concepts("nothing noted, money"), []);
        assert_eq!(concepts("a money-back offer"), [(1, 1, 3), (2, 3, 1)]);
    }

    #[test]
    fn comments_and_empty_lines_are_no_entries() {
        assert!(Lexicon::parse_line("# note", 0).is_none());
        assert!(Lexicon::parse_line("  ", 0).is_none());
    }
}
