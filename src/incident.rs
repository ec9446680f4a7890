//! Many customers with one problem: hot messages gathered by likeness, watched for bursts.
//!
//! Each hot message joins the topic whose words it shares, or begins one. Words weigh by their rarity,
//! learned from the stream. A topic becomes an incident when within one window enough messages of
//! enough distinct customers came, and more than the same hour of earlier days explains: mean + k·σ, the
//! rule that social-media monitors publish for their spike alerts.
//!
//! Kept are hashes, message ids and, for each topic, a few words that at least three distinct customers
//! used; never a text. Memory is bounded: [`MAX_TOPICS`] topics of at most 16 words and 256 messages
//! each (the rate is counted up to there), one table of 8,192 word counts.

mod history;
mod shared;
mod topic;
mod words;

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::json::Json;
use crate::message::Message;
use crate::text::Document;
use crate::verdict::{Incident, IncidentRef};
use topic::{Arrival, Topic};
use words::{Rarity, Word, hash};

/// How many topics are remembered; those of one or two messages are forgotten first, then the longest silent.
pub const MAX_TOPICS: usize = 512;

/// How many message ids are remembered, so that a message observed again does not count twice.
const MAX_SEEN: usize = 1024;

/// How alike a message and a topic must be (0..1) to belong together.
const ALIKE: f64 = 0.25;

const MINUTE: f64 = 60_000.0;

/// When a topic becomes an incident.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Messages within this many milliseconds count together. Default: 60 minutes.
    pub window: f64,
    /// The least messages in a window. Default: 5.
    pub minimum: f64,
    /// The least distinct customers in a window. Default: 3.
    pub customers: f64,
    /// How many standard deviations above the same hour of earlier days. Default: 2.
    pub deviations: f64,
    /// Milliseconds between two alerts of one topic. Default: 60 minutes.
    pub cool_down: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            window: 60.0 * MINUTE,
            minimum: 5.0,
            customers: 3.0,
            deviations: 2.0,
            cool_down: 60.0 * MINUTE,
        }
    }
}

impl Options {
    /// Reads `{window, minimum, customers, deviations, coolDown}`; times are in milliseconds.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` when a value is no number, is negative, or the window is zero.
    pub fn from_json(json: &Json) -> Result<Self> {
        json.fields()?;
        let default = Self::default();
        let read = |key: &str, default: f64| {
            let value = json.optional(key, Json::number)?.unwrap_or(default);
            if value < 0.0 {
                return Err(Error::argument("must not be negative").inside(key));
            }
            Ok(value)
        };
        let window = read("window", default.window)?;
        if window == 0.0 {
            return Err(Error::argument("must be above zero").inside("window"));
        }
        Ok(Self {
            window,
            minimum: read("minimum", default.minimum)?,
            customers: read("customers", default.customers)?,
            deviations: read("deviations", default.deviations)?,
            cool_down: read("coolDown", default.cool_down)?,
        })
    }
}

/// The topics of the stream and the incidents among them.
///
/// ```
/// use hotcold::{incident::{Incidents, Options}, message::Message, text::Document};
/// let mut incidents = Incidents::new(Options::default());
/// let mut seen = None;
/// for minute in 0..5 {
///     let message = Message::new("your checkout page does not load");
///     let document = Document::plain(&message.text);
///     seen = incidents.observe(&message, &document, true, f64::from(minute) * 60_000.0);
/// }
/// assert_eq!(seen.unwrap().count, 5);
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Incidents {
    #[serde(skip)]
    options: Options,
    topics: Vec<Topic>,
    rarity: Rarity,
    seen: VecDeque<u32>,
    /// How many messages were observed: a name for customers without one.
    observed: u32,
    /// The latest time observed; messages that come out of order do not turn it back.
    clock: f64,
    /// The hour of the first message, counted since 1970.
    first_hour: Option<f64>,
}

impl Incidents {
    /// Begins with an empty memory.
    pub fn new(options: Options) -> Self {
        Self { options, ..Self::default() }
    }

    /// Sets the options; a snapshot does not hold them.
    pub fn set_options(&mut self, options: Options) {
        self.options = options;
    }

    /// Takes in a customer's message at `now` (milliseconds since 1970); only a `hot` one can belong to
    /// an incident, the others teach which words are common.
    ///
    /// Returns the incident when this message raises the alert: once when it begins, then again only after the
    /// cool-down. A message with an id counts once. Customers are told apart by `customer.id`, else by
    /// `customer.email`; a message with neither counts as a customer of its own.
    pub fn observe(
        &mut self,
        message: &Message,
        document: &Document,
        hot: bool,
        now: f64,
    ) -> Option<Incident> {
        if !now.is_finite() || self.is_repeated(message) {
            return None;
        }
        self.clock = self.clock.max(now);
        self.observed = self.observed.wrapping_add(1);
        let first_hour = *self.first_hour.get_or_insert_with(|| history::hour_of(now));
        let words = words::read(document, &self.rarity);
        let alike = if hot { self.nearest(&words, |_| true) } else { None };
        if alike.is_none() {
            // A word's rarity counts topics, not messages: a burst must not make its own words common.
            self.rarity.add(document);
        }
        if !hot || topic::is_vague(&words) {
            return None;
        }
        let arrival = Arrival {
            at: now,
            customer: self.customer(message),
            id: message.id.as_deref(),
            document,
            words: &words,
        };
        let place = alike.unwrap_or_else(|| self.add_topic());
        let topic = self.topics.get_mut(place)?;
        topic.join(&arrival, &self.options);
        topic.judge(&self.options, self.clock, first_hour)
    }

    /// The open incidents, largest first: those with a message within the last window before `now`.
    pub fn list(&self, now: f64) -> Vec<Incident> {
        let open = self.topics.iter().filter(|topic| topic.is_open(now, &self.options));
        let mut incidents: Vec<Incident> = open.filter_map(Topic::incident).collect();
        incidents.sort_unstable_by(|a, b| b.count.cmp(&a.count).then_with(|| a.id.cmp(&b.id)));
        incidents
    }

    /// The open incident that a message belongs to by its words.
    pub fn of(&self, document: &Document, now: f64) -> Option<IncidentRef> {
        let is_open = |topic: &Topic| topic.is_open(now, &self.options);
        if !self.topics.iter().any(is_open) {
            return None;
        }
        let words = words::read(document, &self.rarity);
        let topic = self.topics.get(self.nearest(&words, is_open)?)?;
        topic.incident().map(|incident| IncidentRef { id: incident.id, count: incident.count })
    }

    /// Whether all numbers are finite and all lists within their bounds: a check for decoded snapshots.
    pub fn is_sound(&self) -> bool {
        self.topics.len() <= MAX_TOPICS
            && self.seen.len() <= MAX_SEEN
            && self.clock.is_finite()
            && self.first_hour.is_none_or(f64::is_finite)
            && self.rarity.is_sound()
            && self.topics.iter().all(Topic::is_sound)
    }

    fn is_repeated(&mut self, message: &Message) -> bool {
        let Some(id) = &message.id else { return false };
        let id = hash(id);
        if self.seen.contains(&id) {
            return true;
        }
        if self.seen.len() == MAX_SEEN {
            self.seen.pop_front();
        }
        self.seen.push_back(id);
        false
    }

    /// The most alike of the topics that `fits`; of equals the oldest.
    fn nearest(&self, words: &[Word], fits: impl Fn(&Topic) -> bool) -> Option<usize> {
        let mut best = (ALIKE, None);
        for (place, topic) in self.topics.iter().enumerate().filter(|(_, topic)| fits(topic)) {
            let likeness = topic.likeness(words);
            if likeness > best.0 {
                best = (likeness, Some(place));
            }
        }
        best.1
    }

    /// An empty topic at the end of the list; the one least worth keeping makes room.
    fn add_topic(&mut self) -> usize {
        if self.topics.len() >= MAX_TOPICS {
            let topics = self.topics.iter().enumerate();
            let order = |a: (bool, f64), b: (bool, f64)| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1));
            let least = topics.min_by(|(_, a), (_, b)| order(a.worth(), b.worth()));
            if let Some(place) = least.map(|(place, _)| place) {
                self.topics.remove(place);
            }
        }
        self.topics.push(Topic::default());
        self.topics.len() - 1
    }

    fn customer(&self, message: &Message) -> u32 {
        let email = message.object.at("customer.email").and_then(|email| email.text().ok());
        match message.customer.id.as_deref().or(email) {
            Some(key) => hash(key),
            None => hash(&format!("message {}", self.observed)),
        }
    }
}
