//! An event of a conversation, read from the host's object.

use crate::error::{Error, Result};
use crate::json::Json;
use crate::message::{Author, read_author};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Happening {
    Received,
    Replied,
    Note,
    Closed,
    Reopened,
}

/// An event, borrowed from the host's list.
pub(super) struct Event<'a> {
    pub conversation: &'a str,
    pub at: f64,
    pub happening: Happening,
    pub author: Author,
    pub agent: Option<&'a str>,
    pub channel: Option<&'a str>,
    pub language: Option<&'a str>,
    pub tags: Option<Vec<&'a str>>,
}

impl<'a> Event<'a> {
    pub fn from_json(json: &'a Json) -> Result<Self> {
        json.fields()?;
        Ok(Self {
            conversation: json.required("conversationId", Json::text)?,
            at: json.required("at", Json::number)?,
            happening: json.required("kind", read_happening)?,
            author: json.required("author", read_author)?,
            agent: json.optional("agentId", Json::text)?,
            channel: json.optional("channel", Json::text)?,
            language: json.optional("language", Json::text)?,
            tags: json.optional("tags", read_tags)?,
        })
    }
}

/// Each tag once: a wait counts in each of its groups, but only once.
fn read_tags(json: &Json) -> Result<Vec<&str>> {
    let mut tags = json.each(Json::text)?;
    tags.sort_unstable();
    tags.dedup();
    Ok(tags)
}

fn read_happening(json: &Json) -> Result<Happening> {
    match json.text()? {
        "received" => Ok(Happening::Received),
        "replied" => Ok(Happening::Replied),
        "note" => Ok(Happening::Note),
        "closed" => Ok(Happening::Closed),
        "reopened" => Ok(Happening::Reopened),
        _ => Err(Error::argument(
            "must be \"received\", \"replied\", \"note\", \"closed\" or \"reopened\"",
        )),
    }
}
