//! What goes out: the verdict and its parts, as plain data with the field names of the TypeScript API.
//!
//! Numbers are rounded to four decimals when they are made (see [`round`]), so that a verdict reads
//! well and compares exactly.

use serde::Serialize;

use crate::json::Json;

/// A stretch of the message's text in UTF-16 code units: `text.slice(start, end)` in JavaScript.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// The first code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

/// Hot or cold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Priority {
    /// Somebody should look at it now.
    Hot,
    /// It can wait.
    Cold,
}

/// The four levels that helpdesks know, most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Hot, in the top band or with a critical signal.
    Urgent,
    /// Hot.
    High,
    /// Cold, but near the threshold or a real question.
    Normal,
    /// Cold.
    Low,
}

/// How far to trust the priority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Act on it.
    High,
    /// Look at it.
    Medium,
    /// A guess.
    Low,
}

/// The language of a text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LanguageGuess {
    /// BCP 47, with a script where it is not the usual one (`hi-Latn`); `und` when unsure.
    pub language: String,
    /// ISO 639-3; `und` when unsure.
    pub iso6393: String,
    /// ISO 15924 of the script most letters are in (`Latn`, `Deva`, …); `Zyyy` without letters.
    pub script: String,
    /// 0..1.
    pub confidence: f64,
    /// Whether to act on it.
    pub reliable: bool,
    /// Whether a second language or script has a fair share.
    pub mixed: bool,
}

/// One thing a message says of itself, such as `complaint` or `deadline`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Signal {
    /// The name, one of [`crate::model::signal::SignalName`].
    pub name: &'static str,
    /// 0..1.
    pub probability: f64,
    /// The words that show it, strongest first.
    pub spans: Vec<Span>,
}

/// What the message is about: an id `area/reason` of the taxonomy, or one the team defined.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Intent {
    /// The id.
    pub id: String,
    /// 0..1.
    pub probability: f64,
}

/// A thing named in the text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entity {
    /// `order`, `email`, `phone`, `money`, `date`, `url`, `handle`, `card` or `iban`.
    pub kind: &'static str,
    /// The words as they stand in the text.
    pub text: String,
    /// A normal form: digits of a phone, `12.50 EUR`, an ISO date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Whether a date is a time by which something must happen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<bool>,
    /// The first UTF-16 code unit.
    pub start: u32,
    /// One past the last UTF-16 code unit.
    pub end: u32,
}

/// Why a message needs no answer at all.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Noise {
    /// `auto_reply`, `bounce`, `list`, `spam`, `gibberish`, `greeting_only`, `thanks_only` or `empty`.
    pub kind: &'static str,
    /// What shows it: header names or rules of thumb, in words.
    pub evidence: Vec<String>,
    /// The words that show it.
    pub spans: Vec<Span>,
}

/// Where a reason comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// The message's own words.
    Model,
    /// The customer or the conversation.
    Context,
    /// A rule of the team.
    Rule,
    /// What the team taught.
    Feedback,
    /// Many customers with one problem.
    Incident,
}

/// One cause of the score.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reason {
    /// Where it comes from.
    pub source: Source,
    /// A stable name to branch on: a signal's name, `vip`, a rule's id, …
    pub code: String,
    /// A few plain words.
    pub label: String,
    /// The share in the score, in log-odds: above zero makes hotter.
    pub weight: f64,
    /// The words that cause it.
    pub spans: Vec<Span>,
}

/// A rule that fired, what it did and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleFiring {
    /// The rule's id.
    pub rule_id: String,
    /// Its actions, as they were given.
    pub actions: Vec<Json>,
    /// Each condition that was looked at.
    pub trace: Vec<Trace>,
}

/// A condition, the value it saw and whether it held.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Trace {
    /// The path of the condition in the rule: `when.all[0]`.
    pub path: String,
    /// The value that was looked at, shortened.
    pub seen: Json,
    /// Whether the condition held.
    pub matched: bool,
}

/// By when the first answer is due.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Due {
    /// Milliseconds since 1970.
    pub first_response_at: f64,
    /// When to warn, in milliseconds since 1970.
    pub warn_at: f64,
    /// `ok`, `warn` or `breached`, at the time the host gave as now.
    pub state: &'static str,
    /// The target in milliseconds.
    pub target: f64,
}

/// Many customers with one problem.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Incident {
    /// A stable id.
    pub id: String,
    /// The first message, in milliseconds since 1970.
    pub first_at: f64,
    /// The latest message.
    pub last_at: f64,
    /// Messages.
    pub count: u32,
    /// Distinct customers.
    pub customers: u32,
    /// The words they share, most telling first.
    pub words: Vec<String>,
    /// Ids of the first messages.
    pub example_ids: Vec<String>,
}

/// The incident a message belongs to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IncidentRef {
    /// The id of the incident.
    pub id: String,
    /// Its messages so far.
    pub count: u32,
}

/// A reply or an article that fits.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Match {
    /// The id of the reply or article.
    pub id: String,
    /// 0..1.
    pub score: f64,
    /// The language of the variant that fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The words of the query that were found, in the query's text.
    pub spans: Vec<Span>,
    /// The passage that fits best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snippet: Option<String>,
    /// Why it is here: `title: refund`, `shortcut`, `accepted 3 times`.
    pub why: Vec<String>,
}

/// Which engine and model judged.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Versions {
    /// The crate's version.
    pub engine: &'static str,
    /// The model's name.
    pub model: String,
}

/// Everything the engine says about a message.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// The id of the message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// Hot or cold.
    pub priority: Priority,
    /// One of four levels.
    pub level: Level,
    /// The calibrated probability of hot, 0..1.
    pub score: f64,
    /// How far to trust the priority.
    pub confidence: Confidence,
    /// The language.
    pub language: LanguageGuess,
    /// What the message says of itself, most probable first.
    pub signals: Vec<Signal>,
    /// What it is about, most probable first; empty when unsure.
    pub intents: Vec<Intent>,
    /// What it names, in the order of the text.
    pub entities: Vec<Entity>,
    /// Why it needs no answer, if so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub noise: Option<Noise>,
    /// The causes of the score, strongest first.
    pub reasons: Vec<Reason>,
    /// Tags, in the order they were given.
    pub tags: Vec<String>,
    /// Who should take it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignee: Option<String>,
    /// Whether a rule says that it can be closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub close: Option<bool>,
    /// The rules that fired, in order.
    pub rules: Vec<RuleFiring>,
    /// By when to answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// The incident it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incident: Option<IncidentRef>,
    /// Saved replies that answer it, best first.
    pub replies: Vec<Match>,
    /// Articles that explain it, best first.
    pub articles: Vec<Match>,
    /// Who judged.
    pub versions: Versions,
}

/// Rounds to four decimals; minus zero becomes zero.
///
/// ```
/// assert_eq!(hotcold::verdict::round(0.123_456), 0.1235);
/// ```
pub fn round(number: f64) -> f64 {
    // Adding zero turns -0.0 into 0.0, which JSON text and JavaScript would tell apart.
    libm::round(number * 1e4) / 1e4 + 0.0
}
