//! The words of an index, where each occurs, and which of them share a stem.

use std::collections::HashMap;
use std::sync::Arc;

use super::FIELDS;
use super::stem::stem;

/// Ends the chain of words that share a stem.
const END: u32 = u32::MAX;

/// How often a word occurs in each field of one variant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    pub variant: u32,
    pub counts: [u8; FIELDS],
}

/// A word, the number of its stem and its postings in ascending order of variants.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub text: Arc<str>,
    pub stem: u32,
    /// Another word with the same stem.
    next: u32,
    pub postings: Vec<Posting>,
}

/// All words. Numbers of words and stems are handed out in order of arrival and never reach a result.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    ids: HashMap<Arc<str>, u32>,
    terms: Vec<Term>,
    stems: HashMap<Arc<str>, u32>,
    /// For each stem the word that came last, with which the chain of its words begins.
    latest: Vec<u32>,
}

impl Vocabulary {
    /// The number of a word, which is added when new.
    pub fn add(&mut self, word: &str) -> u32 {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = self.terms.len() as u32;
        let text: Arc<str> = word.into();
        let stem = self.add_stem(&text);
        let next = self.latest.get_mut(stem as usize).map_or(END, |it| std::mem::replace(it, id));
        self.ids.insert(text.clone(), id);
        self.terms.push(Term { text, stem, next, postings: Vec::new() });
        id
    }

    fn add_stem(&mut self, word: &Arc<str>) -> u32 {
        let key = stem(word);
        if let Some(stem) = self.stems.get(key) {
            return *stem;
        }
        let stem = self.latest.len() as u32;
        let key = if key == &**word { word.clone() } else { key.into() };
        self.stems.insert(key, stem);
        self.latest.push(END);
        stem
    }

    /// Notes that a word occurs in a variant, which must not be lower than the word's last one.
    pub fn post(&mut self, term: u32, posting: Posting) {
        let Some(term) = self.terms.get_mut(term as usize) else { return };
        let postings = &mut term.postings;
        if postings.len() == postings.capacity() {
            // Most words are rare: doubling would leave much of the memory unused.
            postings.reserve_exact(postings.len() / 4 + 1);
        }
        postings.push(posting);
    }

    pub fn get(&self, word: &str) -> Option<&Term> {
        self.terms.get(*self.ids.get(word)? as usize)
    }

    pub fn stem_of(&self, term: u32) -> Option<u32> {
        self.terms.get(term as usize).map(|term| term.stem)
    }

    pub fn stem(&self, key: &str) -> Option<u32> {
        self.stems.get(key).copied()
    }

    /// The words that share a stem, in no stated order.
    pub fn members(&self, stem: u32) -> impl Iterator<Item = &Term> {
        let at = |id: u32| self.terms.get(id as usize);
        let latest = self.latest.get(stem as usize).and_then(|id| at(*id));
        std::iter::successors(latest, move |term| at(term.next))
    }

    /// All words, in order of arrival.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Renumbers the variants, dropping those that `to` does not know and words that are left
    /// without any. Gives the new number of each old stem, [`super::BREAK`] for a dropped one.
    pub fn pack(&mut self, to: &dyn Fn(u32) -> Option<u32>) -> Vec<u32> {
        let old = std::mem::take(self);
        let mut stems = vec![super::BREAK; old.latest.len()];
        for mut term in old.terms {
            term.postings.retain_mut(|posting| {
                let moved = to(posting.variant);
                posting.variant = moved.unwrap_or(posting.variant);
                moved.is_some()
            });
            if term.postings.is_empty() {
                continue;
            }
            let id = self.add(&term.text);
            let Some(kept) = self.terms.get_mut(id as usize) else { continue };
            kept.postings = term.postings;
            if let Some(stem) = stems.get_mut(term.stem as usize) {
                *stem = kept.stem;
            }
        }
        stems
    }
}
