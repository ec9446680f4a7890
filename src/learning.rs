//! What the team teaches: corrections become small weights over the message's features, at once.
//!
//! Priority has one head of deltas on the log-odds; each tag, intent, reply and article has a small head
//! of its own. Kept are weights of hashed features, counts, and of each priority correction a sketch of 24
//! hashes, to tell how many were alike; never a text.
//!
//! Memory is bounded: 20,000 weights for priority and 512 sketches; 256 tags and 256 intents of 2,000
//! weights; 1,000 replies and 1,000 articles of 500 weights. Over a limit, the smallest weights and the names
//! taught longest ago are forgotten first.

mod alike;
mod feedback;
mod head;
mod shelf;

use serde::{Deserialize, Serialize};

use crate::features::Features;
use crate::verdict::{Priority, Reason, Source, round};
use alike::{Sketch, Sketches};
pub use feedback::{Feedback, Kind, Lesson};
use head::{Head, Vector};
pub use shelf::Usage;
use shelf::{Limits, Shelf};

/// The most that corrections add to, or take from, the log-odds of hot.
pub const MAX_TOTAL: f64 = 4.0;

/// How many weights the head of priority keeps.
pub const MAX_WEIGHTS: usize = 20_000;

/// A corrected message ends this far on the right side of the border, in log-odds.
const MARGIN: f64 = 1.0;

/// Contributions below this are noise: too little to show.
const LEAST: f64 = 0.05;

/// Where a tag or an intent starts, in log-odds: one lesson carries the message and its near-duplicates over
/// zero, and no further.
const DOUBT: f64 = -2.0;

const NAMES: Limits = Limits { names: 256, weights: 2_000 };
const IDS: Limits = Limits { names: 1_000, weights: 500 };

/// Everything learned from feedback.
///
/// ```
/// use hotcold::{features::Features, lexicon::Lexicon, text::Document, verdict::Priority};
/// use hotcold::learning::{Learned, Lesson};
/// let document = Document::plain("Our shop opens a new branch today");
/// let features = Features::read(&document, None, &Lexicon::default());
/// let mut learned = Learned::default();
/// learned.learn(&Lesson::Priority(Priority::Cold), &features, 2.0);
/// let reason = learned.recall(&features).priority().unwrap();
/// assert!(2.0 + reason.weight < 0.0);
/// assert_eq!(reason.label, "you marked 1 alike as cold");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Learned {
    priority: Head,
    sketches: Sketches,
    tags: Shelf,
    intents: Shelf,
    replies: Shelf,
    articles: Shelf,
    /// How many lessons were taught.
    lessons: u32,
}

impl Learned {
    /// Learns from one piece of feedback; it has effect at once.
    ///
    /// `log_odds` says how hot the message is by all that is known, this memory included, with zero as
    /// the border between hot and cold. Only lessons of priority look at it.
    ///
    /// The update is passive-aggressive (Crammer et al., 2006): the smallest change of weights that puts
    /// the message on the right side with a margin, and none when it already stands there.
    pub fn learn(&mut self, lesson: &Lesson, features: &Features, log_odds: f64) {
        self.lessons = self.lessons.saturating_add(1);
        let now = self.lessons;
        let vector = Vector::new(features);
        match lesson {
            Lesson::Priority(priority) => {
                self.learn_priority(*priority, features, &vector, log_odds)
            }
            Lesson::Tag { tag, wanted } => {
                self.tags.teach(tag, *wanted, DOUBT, &vector, NAMES, now)
            }
            Lesson::Intent(intent) => {
                for other in self.intents.likely(&vector, DOUBT) {
                    if other.0 != *intent {
                        self.intents.teach(&other.0, false, DOUBT, &vector, NAMES, now);
                    }
                }
                self.intents.teach(intent, true, DOUBT, &vector, NAMES, now);
            }
            Lesson::Use { kind, id, accepted } => {
                self.used_mut(*kind).teach(id, *accepted, 0.0, &vector, IDS, now);
            }
        }
    }

    /// Forgets everything.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// What was learned, asked about one message.
    pub fn recall<'a>(&'a self, features: &'a Features) -> Recall<'a> {
        // Without lessons nothing is to be found: a fresh engine does not pay for learning.
        let vector = if self.lessons > 0 { Vector::new(features) } else { Vector::default() };
        Recall { learned: self, features, vector }
    }

    /// How often a reply or an article was accepted and rejected.
    pub fn usage(&self, kind: Kind, id: &str) -> Usage {
        self.used(kind).get(id).map(|named| named.usage).unwrap_or_default()
    }

    /// Whether all numbers are finite and all lists within their bounds: a check for decoded snapshots.
    pub fn is_sound(&self) -> bool {
        self.priority.is_sound(MAX_WEIGHTS)
            && self.sketches.is_sound()
            && self.tags.is_sound(NAMES)
            && self.intents.is_sound(NAMES)
            && self.replies.is_sound(IDS)
            && self.articles.is_sound(IDS)
    }

    fn learn_priority(
        &mut self,
        priority: Priority,
        features: &Features,
        vector: &Vector,
        log_odds: f64,
    ) {
        let hot = priority == Priority::Hot;
        self.sketches.add(Sketch::new(features), hot);
        let sign = if hot { 1.0 } else { -1.0 };
        let loss = MARGIN - sign * log_odds;
        if loss > 0.0 {
            // Beyond the limit a weight would have no effect now and be hard to unlearn later.
            let sum = self.priority.sum(vector);
            let wanted = (sum + sign * loss).clamp(-MAX_TOTAL, MAX_TOTAL);
            self.priority.shift(vector, wanted - sum, MAX_WEIGHTS);
        }
    }

    fn used(&self, kind: Kind) -> &Shelf {
        match kind {
            Kind::Reply => &self.replies,
            Kind::Article => &self.articles,
        }
    }

    fn used_mut(&mut self, kind: Kind) -> &mut Shelf {
        match kind {
            Kind::Reply => &mut self.replies,
            Kind::Article => &mut self.articles,
        }
    }
}

/// What was learned about one message.
#[derive(Clone, Debug)]
pub struct Recall<'a> {
    learned: &'a Learned,
    features: &'a Features,
    vector: Vector,
}

impl Recall<'_> {
    /// The share of corrections in the score, within ±[`MAX_TOTAL`]; `None` when there is next to none.
    /// The codes are `marked_hot` and `marked_cold`.
    pub fn priority(&self) -> Option<Reason> {
        let sum = self.learned.priority.sum(&self.vector);
        let weight = round(sum.clamp(-MAX_TOTAL, MAX_TOTAL));
        if weight.abs() < LEAST {
            return None;
        }
        let hot = weight > 0.0;
        let word = if hot { "hot" } else { "cold" };
        let label = match self.learned.sketches.alike(&Sketch::new(self.features), hot) {
            0 => format!("has words of messages you marked as {word}"),
            count => format!("you marked {count} alike as {word}"),
        };
        Some(Reason {
            source: Source::Feedback,
            code: format!("marked_{word}"),
            label,
            weight,
            spans: Vec::new(),
        })
    }

    /// The tags that the team gives to such messages, each with its probability (above one half), most
    /// probable first.
    pub fn tags(&self) -> Vec<(String, f64)> {
        self.learned.tags.likely(&self.vector, DOUBT)
    }

    /// The intents that the team gives to such messages, as [`Recall::tags`].
    pub fn intents(&self) -> Vec<(String, f64)> {
        self.learned.intents.likely(&self.vector, DOUBT)
    }

    /// How well a reply or an article did for such messages (seven tenths) and in general (three
    /// tenths), -1..1; 0 when nothing is known.
    pub fn boost(&self, kind: Kind, id: &str) -> f64 {
        let Some(named) = self.learned.used(kind).get(id) else { return 0.0 };
        let here = named.head.sum(&self.vector).clamp(-1.0, 1.0);
        let Usage { accepted, rejected } = named.usage;
        let (accepted, rejected) = (f64::from(accepted), f64::from(rejected));
        // Four lessons of doubt, so that a single one says little in general.
        let general = (accepted - rejected) / (accepted + rejected + 4.0);
        0.7 * here + 0.3 * general
    }
}
