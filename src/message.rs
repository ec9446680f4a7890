//! What comes in: a customer's message and what the host knows around it.

use crate::error::{Code, Error, Result};
use crate::json::Json;

/// The longest text that is read, in UTF-16 code units, unless the host sets another limit.
pub const DEFAULT_MAX_LENGTH: usize = 100_000;

/// Who wrote a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Author {
    /// A customer: the default.
    #[default]
    Customer,
    /// A person of the team.
    Agent,
    /// An automatic answer.
    Bot,
    /// A rule of the helpdesk.
    Rule,
}

/// Who can see a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Visibility {
    /// Everybody: the default.
    #[default]
    Public,
    /// The customer and the team.
    Private,
    /// The team alone.
    Note,
}

/// The state of the conversation a message belongs to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thread {
    /// Whether this message opens the conversation.
    pub is_first: Option<bool>,
    /// Customer messages since the last answer.
    pub unanswered: f64,
    /// Since when the customer waits, in milliseconds since 1970.
    pub waiting_since: Option<f64>,
}

/// What the host knows of the customer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Customer {
    /// The host's id.
    pub id: Option<String>,
    /// Marked by the host as especially important.
    pub vip: bool,
    /// Customer since, in milliseconds since 1970.
    pub since: Option<f64>,
    /// Followers on the social network the message came from.
    pub followers: f64,
    /// Verified account on that network.
    pub verified: bool,
    /// Earlier messages.
    pub messages: f64,
    /// Earlier complaints.
    pub complaints: f64,
    /// When the last serious trouble was, in milliseconds since 1970.
    pub last_serious_at: Option<f64>,
}

/// A message, checked. Built from the plain object that a host hands over.
///
/// ```
/// use hotcold::{json::Json, message::Message};
/// let message = Message::new("Where is my parcel?");
/// assert_eq!(message.text, "Where is my parcel?");
/// let json = Json::Object(vec![("text".into(), Json::Text("hi".into()))]);
/// assert_eq!(Message::from_json(json, 100).unwrap().text, "hi");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Message {
    /// The host's id.
    pub id: Option<String>,
    /// What the customer wrote: plain text, or HTML when `html` is set.
    pub text: String,
    /// The subject of an e-mail.
    pub subject: Option<String>,
    /// Whether `text` is HTML.
    pub html: bool,
    /// The language the host states, as BCP 47.
    pub language: Option<String>,
    /// Where it came from: `email`, `chat`, `twitter`, …
    pub channel: Option<String>,
    /// When it came, in milliseconds since 1970.
    pub received_at: Option<f64>,
    /// Who wrote it.
    pub author: Author,
    /// Who can see it.
    pub visibility: Visibility,
    /// E-mail headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The conversation.
    pub thread: Thread,
    /// The customer.
    pub customer: Customer,
    /// The object as it came, without `text` and `subject`: rules and templates reach any path of it.
    pub object: Json,
}

impl Message {
    /// A message that is only a text.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Reads a message from its object, or from a bare string.
    ///
    /// # Errors
    /// `INPUT_TOO_LARGE` when text or subject has more than `max_length` UTF-16 code units,
    /// `INVALID_ARGUMENT` when a field has the wrong type. The error names the path from the message on.
    pub fn from_json(json: Json, max_length: usize) -> Result<Self> {
        let message = match json {
            Json::Text(text) => Self::new(text),
            object => Self::from_object(object)?,
        };
        check_length(&message.text, max_length).map_err(|error| error.inside("text"))?;
        if let Some(subject) = &message.subject {
            check_length(subject, max_length).map_err(|error| error.inside("subject"))?;
        }
        Ok(message)
    }

    fn from_object(mut object: Json) -> Result<Self> {
        if !matches!(object, Json::Object(_)) {
            return Err(object.expected("a message object or a string"));
        }
        let text = object.take_text("text")?.ok_or_else(|| {
            Error::argument("is missing; give the customer's words").inside("text")
        })?;
        Ok(Self {
            text,
            subject: object.take_text("subject")?,
            id: object.optional("id", Json::text)?.map(str::to_owned),
            html: object.optional("html", Json::bool)?.unwrap_or(false),
            language: object.optional("language", Json::text)?.map(str::to_owned),
            channel: object.optional("channel", Json::text)?.map(str::to_lowercase),
            received_at: object.optional("receivedAt", Json::number)?,
            author: object.optional("author", read_author)?.unwrap_or_default(),
            visibility: object.optional("visibility", read_visibility)?.unwrap_or_default(),
            headers: object.optional("headers", read_headers)?.unwrap_or_default(),
            thread: object.optional("thread", read_thread)?.unwrap_or_default(),
            customer: object.optional("customer", read_customer)?.unwrap_or_default(),
            object,
        })
    }

    /// The value of a header, by its lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Refuses a text of more than `max_length` UTF-16 code units: longer is an error, never a silent cut.
pub fn check_length(text: &str, max_length: usize) -> Result<()> {
    // A text never has more code units than bytes, so the exact count is seldom needed.
    if text.len() <= max_length || text.encode_utf16().count() <= max_length {
        return Ok(());
    }
    Err(Error::new(
        Code::InputTooLarge,
        format!("is longer than {max_length} UTF-16 code units; shorten it or raise `maxLength`"),
    ))
}

pub(crate) fn read_author(json: &Json) -> Result<Author> {
    match json.text()? {
        "customer" => Ok(Author::Customer),
        "agent" => Ok(Author::Agent),
        "bot" => Ok(Author::Bot),
        "rule" => Ok(Author::Rule),
        _ => Err(Error::argument("must be \"customer\", \"agent\", \"bot\" or \"rule\"")),
    }
}

fn read_visibility(json: &Json) -> Result<Visibility> {
    match json.text()? {
        "public" => Ok(Visibility::Public),
        "private" => Ok(Visibility::Private),
        "note" => Ok(Visibility::Note),
        _ => Err(Error::argument("must be \"public\", \"private\" or \"note\"")),
    }
}

fn read_headers(json: &Json) -> Result<Vec<(String, String)>> {
    json.fields()?
        .iter()
        .filter(|(_, value)| *value != Json::Null)
        .map(|(name, value)| match value.text() {
            Ok(text) => Ok((name.to_lowercase(), text.to_owned())),
            Err(error) => Err(error.inside(name)),
        })
        .collect()
}

fn read_thread(json: &Json) -> Result<Thread> {
    json.fields()?;
    Ok(Thread {
        is_first: json.optional("isFirst", Json::bool)?,
        unanswered: json.optional("unanswered", count)?.unwrap_or(0.0),
        waiting_since: json.optional("waitingSince", Json::number)?,
    })
}

fn read_customer(json: &Json) -> Result<Customer> {
    json.fields()?;
    let empty = Json::Null;
    let history =
        json.optional("history", |history| history.fields().map(|_| history))?.unwrap_or(&empty);
    let from_history = |key| history.optional(key, count).map_err(|error| error.inside("history"));
    Ok(Customer {
        id: json.optional("id", Json::text)?.map(str::to_owned),
        vip: json.optional("vip", Json::bool)?.unwrap_or(false),
        since: json.optional("since", Json::number)?,
        followers: json.optional("followers", count)?.unwrap_or(0.0),
        verified: json.optional("verified", Json::bool)?.unwrap_or(false),
        messages: from_history("messages")?.unwrap_or(0.0),
        complaints: from_history("complaints")?.unwrap_or(0.0),
        last_serious_at: history
            .optional("lastSeriousAt", Json::number)
            .map_err(|error| error.inside("history"))?,
    })
}

fn count(json: &Json) -> Result<f64> {
    let number = json.number()?;
    if number < 0.0 {
        return Err(Error::argument("must not be negative"));
    }
    Ok(number)
}
