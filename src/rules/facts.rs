//! What rules look at.

use crate::message::Message;
use crate::text::Document;
use crate::verdict::{Entity, Intent, LanguageGuess, Level, Noise, Priority, Signal};

/// A message and everything that was found out about it before the rules.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The message.
    pub message: &'a Message,
    /// Its text.
    pub document: &'a Document<'a>,
    /// Its subject.
    pub subject: Option<&'a Document<'a>>,
    /// The language of the text.
    pub language: &'a LanguageGuess,
    /// What it says of itself.
    pub signals: &'a [Signal],
    /// What it is about.
    pub intents: &'a [Intent],
    /// Why it needs no answer, if so.
    pub noise: Option<&'a Noise>,
    /// What it names.
    pub entities: &'a [Entity],
    /// P(hot), 0..1.
    pub score: f64,
    /// Hot or cold.
    pub priority: Priority,
    /// One of four levels.
    pub level: Level,
    /// The host's time, in milliseconds since 1970.
    pub now: Option<f64>,
}
