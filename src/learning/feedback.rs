//! What the team says of a verdict, as the host hands it over.

use crate::error::{Error, Result};
use crate::json::Json;
use crate::message::Message;
use crate::verdict::Priority;

/// A message and what the team says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Feedback {
    /// The message.
    pub message: Message,
    /// What is to be learned.
    pub lesson: Lesson,
}

/// What is to be learned from a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Lesson {
    /// It is hot, or cold.
    Priority(Priority),
    /// It has this tag, or has not.
    Tag {
        /// The tag.
        tag: String,
        /// Whether it has it.
        wanted: bool,
    },
    /// It is about this.
    Intent(String),
    /// A suggestion was taken, or turned down.
    Use {
        /// What was suggested.
        kind: Kind,
        /// Its id.
        id: String,
        /// Whether it was taken.
        accepted: bool,
    },
}

/// What can be suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A saved reply.
    Reply,
    /// An article of the help center.
    Article,
}

impl Feedback {
    /// Reads `{type, message, …}`; the message is an object or a string of at most `max_length` UTF-16
    /// code units.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` when a field is missing or has the wrong type, and those of [`Message::from_json`].
    ///
    /// ```
    /// use hotcold::{json::Json, learning::{Feedback, Lesson}, verdict::Priority};
    /// let text = |text: &str| Json::Text(text.into());
    /// let json = Json::Object(vec![
    ///     ("type".into(), text("priority")),
    ///     ("message".into(), text("hello")),
    ///     ("priority".into(), text("cold")),
    /// ]);
    /// assert_eq!(Feedback::from_json(&json, 100).unwrap().lesson, Lesson::Priority(Priority::Cold));
    /// ```
    pub fn from_json(json: &Json, max_length: usize) -> Result<Self> {
        json.fields()?;
        let lesson = match json.required("type", Json::text)? {
            "priority" => Lesson::Priority(json.required("priority", read_priority)?),
            "tag" => Lesson::Tag {
                tag: json.required("tag", read_name)?,
                wanted: json.required("wanted", Json::bool)?,
            },
            "intent" => Lesson::Intent(json.required("intent", read_name)?),
            "reply" => read_use(json, Kind::Reply, "replyId")?,
            "article" => read_use(json, Kind::Article, "articleId")?,
            _ => {
                return Err(Error::argument(
                    "must be \"priority\", \"tag\", \"intent\", \"reply\" or \"article\"",
                )
                .inside("type"));
            }
        };
        let read = |message: &Json| Message::from_json(message.clone(), max_length);
        Ok(Self { message: json.required("message", read)?, lesson })
    }
}

fn read_priority(json: &Json) -> Result<Priority> {
    match json.text()? {
        "hot" => Ok(Priority::Hot),
        "cold" => Ok(Priority::Cold),
        _ => Err(Error::argument("must be \"hot\" or \"cold\"")),
    }
}

fn read_use(json: &Json, kind: Kind, key: &str) -> Result<Lesson> {
    Ok(Lesson::Use {
        kind,
        id: json.required(key, read_name)?,
        accepted: json.required("accepted", Json::bool)?,
    })
}

fn read_name(json: &Json) -> Result<String> {
    match json.text()? {
        "" => Err(Error::argument("must not be empty")),
        name => Ok(name.to_owned()),
    }
}
