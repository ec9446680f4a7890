//! What a host can set, once for the engine and for each call.

use crate::due::{Calendar, Targets};
use crate::error::{Error, Result};
use crate::incident;
use crate::json::Json;
use crate::message::DEFAULT_MAX_LENGTH;

/// How many suggestions a verdict holds unless the host says otherwise.
pub const SUGGESTIONS: usize = 3;

/// How many results a search gives unless the host says otherwise.
pub const RESULTS: usize = 10;

/// The settings of an engine.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Hot from this score on.
    pub hot_threshold: f64,
    /// The longest text that is read, in UTF-16 code units.
    pub max_length: usize,
    /// The languages messages come in, as BCP 47; empty for all.
    pub languages: Vec<String>,
    /// First-response targets.
    pub targets: Targets,
    /// When the desk is open.
    pub calendar: Calendar,
    /// When messages alike become an incident.
    pub incidents: incident::Options,
    /// The brand, as templates see it.
    pub brand: Json,
}

impl Settings {
    /// Reads the settings among the engine's options.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` with the path of the field.
    pub fn from_json(options: &Json) -> Result<Self> {
        if *options != Json::Null {
            options.fields()?;
        }
        Ok(Self {
            hot_threshold: options.optional("hotThreshold", probability)?.unwrap_or(0.5),
            max_length: options.optional("maxLength", length)?.unwrap_or(DEFAULT_MAX_LENGTH),
            languages: options.optional("languages", Json::texts)?.unwrap_or_default(),
            targets: options.optional("targets", Targets::from_json)?.unwrap_or_default(),
            calendar: options.optional("calendar", Calendar::from_json)?.unwrap_or_default(),
            incidents: options
                .optional("incidents", incident::Options::from_json)?
                .unwrap_or_default(),
            brand: options
                .optional("brand", |brand| brand.fields().map(|_| brand.clone()))?
                .unwrap_or_default(),
        })
    }
}

/// What a single call of `triage` can set.
#[derive(Clone, Copy, Debug)]
pub struct CallOptions<'a> {
    /// How many replies and articles to suggest.
    pub replies: usize,
    /// See `replies`.
    pub articles: usize,
    /// The host's clock, in milliseconds since 1970.
    pub now: Option<f64>,
    /// The language to suggest in, where it is not that of the message.
    pub language: Option<&'a str>,
}

impl<'a> CallOptions<'a> {
    /// Reads the options of one call.
    pub fn from_json(options: &'a Json) -> Result<Self> {
        if *options != Json::Null {
            options.fields()?;
        }
        Ok(Self {
            replies: options.optional("replies", length)?.unwrap_or(SUGGESTIONS),
            articles: options.optional("articles", length)?.unwrap_or(SUGGESTIONS),
            now: options.optional("now", Json::number)?,
            language: options.optional("language", Json::text)?,
        })
    }
}

fn probability(json: &Json) -> Result<f64> {
    match json.number()? {
        number if (0.0..=1.0).contains(&number) => Ok(number),
        _ => Err(Error::argument("must be between 0 and 1")),
    }
}

fn length(json: &Json) -> Result<usize> {
    match json.number()? {
        number if number >= 0.0 && libm::trunc(number) == number => Ok(number as usize),
        _ => Err(Error::argument("must be a whole number that is not negative")),
    }
}
