//! How to search.

use crate::error::{Error, Result};
use crate::json::Json;

/// How many results at most may be asked for.
pub const MAX_LIMIT: usize = 1000;

/// Limits and filters of a search.
///
/// ```
/// use hotcold::{index::SearchOptions, json::Json};
/// let json = Json::Object(vec![("limit".into(), Json::Number(5.0))]);
/// assert_eq!(SearchOptions::from_json(&json).unwrap().limit, Some(5));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchOptions {
    /// How many results at most; each search has its own default.
    pub limit: Option<usize>,
    /// Results below this score are left out, 0..1.
    pub min_score: Option<f64>,
    /// The reader's language as BCP 47: variants in it come first.
    pub language: Option<String>,
    /// Only entries of this scope, and those without any.
    pub scope: Option<String>,
    /// Only entries with all of these tags.
    pub tags: Vec<String>,
}

impl SearchOptions {
    /// Reads the options; `null` gives the defaults.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` when a field has the wrong type or is out of range.
    pub fn from_json(json: &Json) -> Result<Self> {
        if *json == Json::Null {
            return Ok(Self::default());
        }
        json.fields()?;
        Ok(Self {
            limit: json.optional("limit", read_limit)?,
            min_score: json.optional("minScore", read_share)?,
            language: json.optional("language", Json::text)?.map(str::to_owned),
            scope: json.optional("scope", Json::text)?.map(str::to_owned),
            tags: json.optional("tags", Json::texts)?.unwrap_or_default(),
        })
    }

    /// Whether an entry with this scope and these tags passes.
    pub fn accepts(&self, scope: Option<&str>, tags: &[String]) -> bool {
        let in_scope = match (&self.scope, scope) {
            (Some(wanted), Some(scope)) => wanted == scope,
            _ => true,
        };
        in_scope && self.tags.iter().all(|wanted| tags.contains(wanted))
    }
}

fn read_limit(json: &Json) -> Result<usize> {
    let limit = json.number()?;
    if limit < 0.0 || limit > MAX_LIMIT as f64 || libm::trunc(limit) != limit {
        return Err(Error::argument(format!("must be a whole number from 0 to {MAX_LIMIT}")));
    }
    Ok(limit as usize)
}

fn read_share(json: &Json) -> Result<f64> {
    let share = json.number()?;
    if !(0.0..=1.0).contains(&share) {
        return Err(Error::argument("must be from 0 to 1"));
    }
    Ok(share)
}
