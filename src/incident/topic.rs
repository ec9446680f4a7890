//! One topic: the words its messages share, its latest messages, and how many came at each hour before.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::Options;
use super::history::{HOUR, History};
use super::shared::Shared;
use super::words::{MAX_WORDS, Word, hash};
use crate::text::Document;
use crate::verdict::Incident;

/// How many messages of a window are counted.
const MAX_MEMBERS: usize = 256;

/// How many distinct customers of an incident are told apart.
const MAX_CUSTOMERS: usize = 1_024;

/// How many words and message ids describe an incident.
const SHOWN: usize = 5;

/// A message, or a topic, with less than one rare word is too vague to be like anything.
const LEAST_NORM: f64 = 4.0;

/// From this weight on a word tells something: other words are not shown.
const TELLING: f64 = 3.0;

/// The share of a topic's messages that one telling word must be in: else likeness has only led from
/// one message to the next.
const HELD_TOGETHER: f64 = 0.6;

/// From this many messages on a topic outlives those of one or two, whose number has no end.
const ESTABLISHED: u16 = 3;

/// Beyond this many messages the shares of words are halved, so that a topic can drift.
const HALVE_AT: u16 = 1_000;

/// Whether a message says too little to be like another: "help!!".
pub(super) fn is_vague(words: &[Word]) -> bool {
    square(words) < LEAST_NORM * LEAST_NORM * super::ALIKE
}

fn square(words: &[Word]) -> f64 {
    words.iter().map(|word| word.weight).sum()
}

/// A message as it joins a topic.
pub(super) struct Arrival<'a> {
    pub at: f64,
    pub customer: u32,
    pub id: Option<&'a str>,
    pub document: &'a Document<'a>,
    pub words: &'a [Word],
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Topic {
    /// In the order of their hashes.
    words: Vec<Shared>,
    /// How many messages the counts of words stand for.
    size: u16,
    norm: f64,
    members: VecDeque<Member>,
    examples: Vec<Example>,
    last_at: f64,
    history: History,
    open: Option<Open>,
    alerted_at: Option<f64>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Member {
    at: f64,
    customer: u32,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Example {
    at: f64,
    id: String,
}

/// A topic that is an incident.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Open {
    id: u32,
    first_at: f64,
    count: u32,
    /// Sorted.
    customers: Vec<u32>,
}

impl Topic {
    /// What makes a topic worth keeping: more than a chance meeting, then how lately it was spoken of.
    pub fn worth(&self) -> (bool, f64) {
        (self.size >= ESTABLISHED, self.last_at)
    }

    /// How alike a message is, 0..1: the cosine of the words' weights (Salton's vector model), where the longer side
    /// counts at most half as long again as the shorter, so that a long letter can belong to a short complaint.
    pub fn likeness(&self, words: &[Word]) -> f64 {
        let norm = libm::sqrt(square(words)).max(LEAST_NORM);
        let shorter = norm.min(self.norm);
        let longer = norm.max(self.norm).min(shorter * 1.5);
        let size = f64::from(self.size.max(1));
        let common: f64 = self
            .words
            .iter()
            .filter_map(|shared| {
                let place = words.binary_search_by_key(&shared.hash, |word| word.hash).ok()?;
                Some(words.get(place)?.weight * f64::from(shared.count) / size)
            })
            .sum();
        common / (shorter * longer)
    }

    /// Takes in a message.
    pub fn join(&mut self, arrival: &Arrival, options: &Options) {
        if self.size == 0 {
            self.last_at = arrival.at;
        } else if arrival.at - self.last_at > options.window {
            self.open = None;
        }
        self.last_at = self.last_at.max(arrival.at);
        for word in arrival.words {
            self.add_word(word, arrival);
        }
        self.size += 1;
        if self.size >= HALVE_AT {
            self.size /= 2;
            self.words.iter_mut().for_each(|shared| shared.count /= 2);
        }
        let size = f64::from(self.size);
        let shares = self.words.iter().map(|shared| {
            let share = f64::from(shared.count) / size;
            shared.weight * share * share
        });
        self.norm = libm::sqrt(shares.sum()).max(LEAST_NORM);
        self.history.add(arrival.at);
        self.add_member(arrival, options.window);
    }

    /// Whether the topic is an incident that goes on at `now`.
    pub fn is_open(&self, now: f64, options: &Options) -> bool {
        self.open.is_some() && now - self.last_at <= options.window
    }

    /// Opens the incident when the window holds enough; returns it when there is to be an alert.
    pub fn judge(&mut self, options: &Options, clock: f64, first_hour: f64) -> Option<Incident> {
        let mut customers: Vec<u32> = self.members.iter().map(|member| member.customer).collect();
        customers.sort_unstable();
        customers.dedup();
        let count = self.members.len() as f64;
        let usual = self.history.usual(clock, first_hour, options.deviations);
        if count < options.minimum
            || (customers.len() as f64) < options.customers
            || count <= usual * options.window / HOUR
            || !self.holds_together()
        {
            return None;
        }
        if self.open.is_none() {
            let earliest = self.members.iter().map(|member| member.at);
            let first_at = earliest.fold(f64::INFINITY, f64::min);
            let word = self.words.first().map_or(0, |word| word.hash);
            self.open = Some(Open {
                id: hash(&format!("{} {word}", first_at.to_bits())),
                first_at,
                count: self.members.len() as u32,
                customers,
            });
        }
        if self.alerted_at.is_some_and(|at| clock - at < options.cool_down) {
            return None;
        }
        self.alerted_at = Some(clock);
        self.incident()
    }

    /// The incident, if the topic is one.
    pub fn incident(&self) -> Option<Incident> {
        let open = self.open.as_ref()?;
        let mut words: Vec<&Shared> = self
            .words
            .iter()
            .filter(|word| word.weight >= TELLING && word.text.is_some())
            .collect();
        let telling = |word: &Shared| word.weight * f64::from(word.count);
        words.sort_by(|a, b| telling(b).total_cmp(&telling(a)).then(a.hash.cmp(&b.hash)));
        Some(Incident {
            id: format!("incident-{:08x}", open.id),
            first_at: open.first_at,
            last_at: self.last_at,
            count: open.count,
            customers: open.customers.len() as u32,
            words: words.iter().take(SHOWN).filter_map(|word| word.text.clone()).collect(),
            example_ids: self.examples.iter().map(|example| example.id.clone()).collect(),
        })
    }

    pub fn is_sound(&self) -> bool {
        self.words.len() <= MAX_WORDS
            && self.members.len() <= MAX_MEMBERS
            && self.examples.len() <= SHOWN
            && self.history.is_sound()
            && self.size < HALVE_AT
            && self.norm >= LEAST_NORM
            && self.norm.is_finite()
            && self.last_at.is_finite()
            && self.alerted_at.is_none_or(f64::is_finite)
            && self.words.iter().all(|word| word.weight.is_finite())
            && self.members.iter().all(|member| member.at.is_finite())
            && self.open.as_ref().is_none_or(|open| open.first_at.is_finite())
    }

    fn add_word(&mut self, word: &Word, arrival: &Arrival) {
        let place = match self.words.binary_search_by_key(&word.hash, |shared| shared.hash) {
            Ok(place) => place,
            Err(place) if self.words.len() < MAX_WORDS => {
                self.words.insert(place, Shared::new(word.hash));
                place
            }
            Err(_) => {
                let Some(place) = self.replace_rarest(word.hash) else { return };
                place
            }
        };
        let Some(shared) = self.words.get_mut(place) else { return };
        let token = arrival.document.tokens().get(word.token);
        let text = token.map(|token| arrival.document.raw(token)).unwrap_or_default();
        shared.add(word, text, arrival.customer);
    }

    /// Puts a new word in the place of the least used one, if that was used only once.
    fn replace_rarest(&mut self, hash: u32) -> Option<usize> {
        let order = |a: &Shared, b: &Shared| {
            a.count.cmp(&b.count).then(a.weight.total_cmp(&b.weight)).then(a.hash.cmp(&b.hash))
        };
        let (rarest, shared) =
            self.words.iter().enumerate().min_by(|(_, a), (_, b)| order(a, b))?;
        if shared.count > 1 {
            return None;
        }
        self.words.remove(rarest);
        let place = self.words.partition_point(|shared| shared.hash < hash);
        self.words.insert(place, Shared::new(hash));
        Some(place)
    }

    fn holds_together(&self) -> bool {
        let least = f64::from(self.size) * HELD_TOGETHER;
        self.words.iter().any(|word| word.weight >= TELLING && f64::from(word.count) >= least)
    }

    fn add_member(&mut self, arrival: &Arrival, window: f64) {
        let begin = self.last_at - window;
        self.members.retain(|member| member.at >= begin);
        if self.members.len() == MAX_MEMBERS {
            self.members.pop_front();
        }
        self.members.push_back(Member { at: arrival.at, customer: arrival.customer });
        match &mut self.open {
            None => self.examples.retain(|example| example.at >= begin),
            Some(open) => {
                open.count = open.count.saturating_add(1);
                let place = open.customers.binary_search(&arrival.customer);
                if let Err(place) = place
                    && open.customers.len() < MAX_CUSTOMERS
                {
                    open.customers.insert(place, arrival.customer);
                }
            }
        }
        if let Some(id) = arrival.id
            && self.examples.len() < SHOWN
        {
            self.examples.push(Example { at: arrival.at, id: id.to_owned() });
        }
    }
}
