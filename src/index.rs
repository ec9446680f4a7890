//! One index for saved replies and help articles: words in, scored variants out.
//!
//! An entry (a reply, an article) has one id and one or more variants (its languages); a variant has
//! four [`Field`]s. A [`query::Query`] is scored with BM25F (Robertson & Zaragoza, "The Probabilistic
//! Relevance Framework: BM25 and Beyond", 2009): the counts of a word in all fields are weighted,
//! divided by the field's relative length and added up *before* they saturate. Each word counts
//! twice: as it is written, and together with all words of its [`stem`].
//!
//! The result depends on the entries alone, never on the order in which they came: counts and
//! lengths are whole numbers, sums run in the order of the query, and ties are broken by id.
//!
//! Meaning comes beside this later: vectors give a second list of [`Hit`]s for the same ids, to be
//! fused with this one by the collections.

use std::sync::Arc;

pub mod language;
pub mod options;
mod pairs;
pub(crate) mod picker;
pub mod query;
mod rank;
mod results;
mod score;
pub mod snippet;
pub mod stem;
mod typo;
mod vocabulary;

pub use options::SearchOptions;
pub use query::Query;
pub use rank::MAX_FACTOR;

use crate::keyed::Keyed;
use crate::text::Document;
use vocabulary::{Posting, Vocabulary};

/// How many fields a variant has.
pub const FIELDS: usize = 4;
/// How many words of a variant are kept in order, for pairs.
const MAX_SEQUENCE: usize = 1000;
/// Stands between two texts in a sequence.
const BREAK: u32 = u32::MAX;
/// Removed variants that are carried along before the index is packed anew, at least.
const MIN_DEAD: usize = 64;

/// A part of a variant, with a weight of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What it is called.
    Title,
    /// Tags, keywords, the shortcut.
    Tags,
    /// Messages it has answered.
    Examples,
    /// What it says.
    Body,
}

impl Field {
    /// All fields, in the order in which counts and weights are kept.
    pub const ALL: [Self; FIELDS] = [Self::Title, Self::Tags, Self::Examples, Self::Body];

    /// How `why` names the field.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Tags => "tag",
            Self::Examples => "example",
            Self::Body => "body",
        }
    }
}

/// How an index weighs; the fields are in the order of [`Field::ALL`].
#[derive(Clone, Copy, Debug)]
pub struct Profile {
    /// How much one occurrence in each field counts.
    pub weight: [f64; FIELDS],
    /// How much the relative length of each field counts, 0..1: `b` of BM25F.
    pub length: [f64; FIELDS],
    /// The weighted count at which a word gives half of what it can: `k1` of BM25F.
    pub saturation: f64,
    /// What two words give on top for standing side by side as in the query, as a share of their
    /// own worth; 0 keeps no word order and saves its memory.
    pub pairs: f64,
    /// The evidence at which the score is one half; see [`Index::search`].
    pub half: f64,
}

/// A variant to be indexed: its language and, for each field, the texts.
#[derive(Clone, Debug, Default)]
pub struct Variant<'a> {
    /// BCP 47.
    pub language: Option<&'a str>,
    /// In the order of [`Field::ALL`].
    pub fields: [Vec<&'a str>; FIELDS],
}

/// An entry that shares words with the query.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The id of the entry.
    pub id: Arc<str>,
    /// Which of its variants fits best, in the order in which they were given.
    pub variant: usize,
    /// 0..1; see [`Index::search`].
    pub score: f64,
    /// The number of the variant inside the index.
    place: u32,
}

/// What a search finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    /// The entries, best first.
    pub best: Vec<Hit>,
    /// What each word of the query is worth: its inverse document frequency.
    pub worths: Vec<f64>,
}

/// A variant inside the index.
#[derive(Clone, Debug)]
struct Place {
    id: Arc<str>,
    variant: u32,
    language: u16,
    /// Words in each field.
    lengths: [u32; FIELDS],
    /// The stems of its words in order, [`BREAK`] between texts; empty when the profile has no pairs.
    sequence: Box<[u32]>,
}

/// The index.
///
/// ```
/// use hotcold::index::{Field, Index, Query, Variant, Profile};
/// use hotcold::text::Document;
/// let mut index = Index::new(Profile {
///     weight: [3.0, 2.0, 1.0, 1.0], length: [0.5; 4], saturation: 2.0, pairs: 0.0, half: 1.0,
/// });
/// for (id, title) in [("a", "Refund after cancelling"), ("b", "Delivery times")] {
///     index.upsert(id, &[Variant { language: None, fields: [vec![title], vec![], vec![], vec![]] }]);
/// }
/// let hits = index.search(&Query::new(&Document::plain("refunds?")), 3, None, &mut |_| Some(1.0));
/// assert_eq!(hits.best.len(), 1);
/// assert_eq!(&*hits.best[0].id, "a");
/// ```
#[derive(Clone, Debug)]
pub struct Index {
    profile: Profile,
    vocabulary: Vocabulary,
    places: Vec<Place>,
    /// Whether each place is still in use; apart from the places, as every posting asks.
    in_use: Vec<bool>,
    entries: Keyed<Vec<u32>>,
    languages: Vec<Box<str>>,
    live: usize,
    /// Sums over live variants: words in each field, and variants that have the field at all.
    words: [u64; FIELDS],
    filled: [u64; FIELDS],
}

impl Index {
    /// An empty index.
    pub fn new(profile: Profile) -> Self {
        Self {
            profile,
            vocabulary: Vocabulary::default(),
            places: Vec::new(),
            in_use: Vec::new(),
            entries: Keyed::default(),
            languages: vec!["".into()],
            live: 0,
            words: [0; FIELDS],
            filled: [0; FIELDS],
        }
    }

    /// Puts an entry in, in place of the one with the same id.
    pub fn upsert(&mut self, id: &str, variants: &[Variant]) {
        self.remove(id);
        let id: Arc<str> = id.into();
        let places = variants
            .iter()
            .enumerate()
            .map(|(number, variant)| self.add(&id, number as u32, variant))
            .collect();
        self.entries.insert(id, places);
    }

    /// Takes an entry out; `false` when there is none.
    pub fn remove(&mut self, id: &str) -> bool {
        let Some(places) = self.entries.remove(id) else { return false };
        for place in places {
            change(&mut self.in_use, place as usize, |_| false);
            let Some(place) = self.places.get_mut(place as usize) else { continue };
            place.sequence = Box::default();
            self.live -= 1;
            for (field, length) in place.lengths.iter().enumerate() {
                change(&mut self.words, field, |sum| sum - u64::from(*length));
                change(&mut self.filled, field, |sum| sum - u64::from(*length > 0));
            }
        }
        if self.places.len() - self.live > self.live.max(MIN_DEAD) {
            self.pack();
        }
        true
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn add(&mut self, id: &Arc<str>, variant: u32, texts: &Variant) -> u32 {
        let place = self.places.len() as u32;
        let mut found: Vec<(u32, usize)> = Vec::new();
        let mut lengths = [0; FIELDS];
        let mut sequence = Vec::new();
        for (field, texts) in texts.fields.iter().enumerate() {
            for text in texts {
                for (_, term) in query::terms(&Document::plain(text)) {
                    let term = self.vocabulary.add(term);
                    found.push((term, field));
                    change(&mut lengths, field, |length| length + 1);
                    if self.profile.pairs > 0.0 && sequence.len() < MAX_SEQUENCE {
                        sequence.extend(self.vocabulary.stem_of(term));
                    }
                }
                sequence.push(BREAK);
            }
        }
        if self.profile.pairs == 0.0 {
            sequence.clear();
        }
        found.sort_unstable();
        for group in found.chunk_by(|left, right| left.0 == right.0) {
            let mut counts = [0u8; FIELDS];
            for (_, field) in group {
                change(&mut counts, *field, |count| count.saturating_add(1));
            }
            if let Some((term, _)) = group.first() {
                self.vocabulary.post(*term, Posting { variant: place, counts });
            }
        }
        for (field, length) in lengths.iter().enumerate() {
            change(&mut self.words, field, |sum| sum + u64::from(*length));
            change(&mut self.filled, field, |sum| sum + u64::from(*length > 0));
        }
        let language = self.language(texts.language.unwrap_or_default());
        self.live += 1;
        self.in_use.push(true);
        self.places.push(Place {
            id: id.clone(),
            variant,
            language,
            lengths,
            sequence: sequence.into(),
        });
        place
    }

    fn is_in_use(&self, place: u32) -> bool {
        self.in_use.get(place as usize).copied().unwrap_or(false)
    }

    fn language(&mut self, tag: &str) -> u16 {
        let known = self.languages.iter().position(|language| **language == *tag);
        known.unwrap_or_else(|| {
            self.languages.push(tag.into());
            self.languages.len() - 1
        }) as u16
    }

    /// Drops removed variants, their postings, and words that are left without any.
    fn pack(&mut self) {
        let mut moved = vec![None; self.places.len()];
        let mut kept = Vec::with_capacity(self.live);
        let in_use = std::mem::take(&mut self.in_use);
        let places = std::mem::take(&mut self.places).into_iter().zip(in_use);
        for ((place, in_use), moved) in places.zip(&mut moved) {
            if in_use {
                *moved = Some(kept.len() as u32);
                kept.push(place);
            }
        }
        self.in_use = vec![true; kept.len()];
        self.places = kept;
        let to = |place: u32| moved.get(place as usize).copied().flatten();
        for places in self.entries.values_mut() {
            *places = places.iter().filter_map(|place| to(*place)).collect();
        }
        let stems = self.vocabulary.pack(&to);
        for place in &mut self.places {
            for stem in &mut place.sequence {
                *stem = stems.get(*stem as usize).copied().unwrap_or(BREAK);
            }
        }
    }
}

/// Changes one of a small fixed set of numbers.
fn change<T: Copy>(numbers: &mut [T], at: usize, to: impl FnOnce(T) -> T) {
    if let Some(number) = numbers.get_mut(at) {
        *number = to(*number);
    }
}
