//! By when the first answer is due: targets by channel and level, counted in open hours.

use crate::error::{Error, Result};
use crate::json::Json;
use crate::message::{Author, Message};
use crate::verdict::{Due, Level};

const SECOND: f64 = 1_000.0;
const MINUTE: f64 = 60.0 * SECOND;
const HOUR: f64 = 60.0 * MINUTE;

/// Targets of a channel in milliseconds, by level from urgent to low; `None` where nothing is promised.
type Row = [Option<f64>; 4];

const fn row(hot: f64, normal: f64, low: f64) -> Row {
    [Some(hot), Some(hot), Some(normal), Some(low)]
}

/// What customers expect of each channel, from public surveys and vendors' pages; a host overrides it.
const DEFAULTS: &[(&[&str], Row)] = &[
    (&["facebook", "messenger", "instagram", "twitter", "x"], row(15.0 * MINUTE, HOUR, 6.0 * HOUR)),
    (
        &["social", "linkedin", "tiktok", "youtube", "reddit", "threads", "pinterest"],
        row(15.0 * MINUTE, HOUR, 24.0 * HOUR),
    ),
    (&["chat"], row(30.0 * SECOND, MINUTE, 2.0 * MINUTE)),
    (&["sms", "whatsapp"], row(5.0 * MINUTE, 15.0 * MINUTE, HOUR)),
    // A ringing phone has targets in seconds that only its own system can keep.
    (&["phone"], [None; 4]),
    (&["email"], EMAIL),
];

const EMAIL: Row = row(HOUR, 4.0 * HOUR, 24.0 * HOUR);

const LEVELS: [&str; 4] = ["urgent", "high", "normal", "low"];

/// First-response targets by channel and level.
///
/// | channel | urgent, high | normal | low |
/// |---|---|---|---|
/// | `facebook`, `messenger`, `instagram`, `twitter`, `x` | 15 min | 1 h | 6 h |
/// | `social`, `linkedin`, `tiktok`, `youtube`, `reddit`, `threads`, `pinterest` | 15 min | 1 h | 24 h |
/// | `chat` | 30 s | 1 min | 2 min |
/// | `sms`, `whatsapp` | 5 min | 15 min | 1 h |
/// | `phone` | none | none | none |
/// | `email`, and channels without a row (`default`) | 1 h | 4 h | 24 h |
#[derive(Clone, Debug, PartialEq)]
pub struct Targets {
    rows: Vec<(String, Row)>,
    others: Row,
}

impl Default for Targets {
    fn default() -> Self {
        let rows = DEFAULTS
            .iter()
            .flat_map(|(names, row)| names.iter().map(|name| ((*name).to_owned(), *row)))
            .collect();
        Self { rows, others: EMAIL }
    }
}

impl Targets {
    /// Reads the option `targets`, an object channel → `{urgent, high, normal, low}` in milliseconds, over
    /// the defaults. `null` promises nothing; a level left out keeps its default; the channel `default`
    /// stands for channels without a row.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` when a level is unknown or a target is not above zero.
    ///
    /// ```
    /// use hotcold::{due::Targets, json::Json, verdict::Level};
    /// let row = Json::Object(vec![("urgent".into(), Json::Number(60_000.0))]);
    /// let targets = Targets::from_json(&Json::Object(vec![("Forum".into(), row)])).unwrap();
    /// assert_eq!(targets.of(Some("forum"), Level::Urgent), Some(60_000.0));
    /// assert_eq!(targets.of(Some("forum"), Level::High), Some(3_600_000.0));
    /// ```
    pub fn from_json(json: &Json) -> Result<Self> {
        let mut targets = Self::default();
        let read = |name: &str, value: &Json, base: Row| {
            read_row(value, base).map_err(|error| error.inside(name))
        };
        let fields = json.fields()?;
        // First of all, since other rows build upon it.
        for (name, value) in fields.iter().filter(|(name, _)| name == "default") {
            targets.others = read(name, value, targets.others)?;
        }
        for (name, value) in fields.iter().filter(|(name, _)| name != "default") {
            let channel = name.to_lowercase();
            let row = read(name, value, targets.row(Some(&channel)))?;
            targets.rows.retain(|(known, _)| *known != channel);
            targets.rows.push((channel, row));
        }
        Ok(targets)
    }

    /// The target in milliseconds; `None` where nothing is promised. Channels are in lower case.
    pub fn of(&self, channel: Option<&str>, level: Level) -> Option<f64> {
        self.row(channel).get(level as usize).copied().flatten()
    }

    fn row(&self, channel: Option<&str>) -> Row {
        let known = self.rows.iter().find(|(name, _)| channel == Some(name));
        known.map_or(self.others, |(_, row)| *row)
    }
}

fn read_row(json: &Json, mut row: Row) -> Result<Row> {
    if *json == Json::Null {
        return Ok([None; 4]);
    }
    for (name, value) in json.fields()? {
        let place = LEVELS.iter().position(|level| level == name);
        let Some(target) = place.and_then(|place| row.get_mut(place)) else {
            return Err(
                Error::argument("is no level; use urgent, high, normal or low").inside(name)
            );
        };
        *target = read_target(value).map_err(|error| error.inside(name))?;
    }
    Ok(row)
}

fn read_target(json: &Json) -> Result<Option<f64>> {
    match json {
        Json::Null => Ok(None),
        _ if json.number()? > 0.0 => json.number().map(Some),
        _ => Err(Error::argument("must be above zero; use null to promise nothing")),
    }
}

/// When the team works: absolute spans of open time. The default is always open.
///
/// Time zones, holidays and daylight saving are expanded to spans by the host, which has the tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calendar {
    /// Sorted; empty means always open.
    spans: Vec<Open>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Open {
    open: f64,
    close: f64,
    /// The open time in all spans before.
    before: f64,
}

impl Calendar {
    /// Reads the option `calendar`: `[[open, close], …]` in milliseconds since 1970, sorted, without
    /// overlap. The spans should begin before the oldest wait and reach past the longest target.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` when the list is empty, unsorted, or a span ends before it begins.
    pub fn from_json(json: &Json) -> Result<Self> {
        let mut spans: Vec<Open> = Vec::new();
        for (index, item) in json.items()?.iter().enumerate() {
            let (open, close) = read_span(item).map_err(|error| error.inside_item(index))?;
            let before = match spans.last() {
                None => 0.0,
                Some(last) if last.close <= open => last.before + (last.close - last.open),
                Some(_) => {
                    return Err(Error::argument(
                        "begins before the one ahead of it ends; sort and join the spans",
                    )
                    .inside_item(index));
                }
            };
            spans.push(Open { open, close, before });
        }
        if spans.is_empty() {
            return Err(Error::argument("has no open span; leave it out for always open"));
        }
        Ok(Self { spans })
    }

    /// When `duration` milliseconds of open time have passed since `start`; `None` when the calendar
    /// does not reach so far.
    ///
    /// ```
    /// use hotcold::{due::Calendar, json::Json};
    /// let span = |open, close| Json::List(vec![Json::Number(open), Json::Number(close)]);
    /// let calendar = Calendar::from_json(&Json::List(vec![span(0.0, 10.0), span(20.0, 30.0)])).unwrap();
    /// assert_eq!(calendar.after(8.0, 2.0), Some(10.0));
    /// assert_eq!(calendar.after(8.0, 5.0), Some(23.0));
    /// assert_eq!(calendar.after(8.0, 50.0), None);
    /// ```
    pub fn after(&self, start: f64, duration: f64) -> Option<f64> {
        if self.spans.is_empty() {
            return Some(start + duration);
        }
        let elapsed = self.elapsed(start) + duration;
        let index =
            self.spans.partition_point(|span| span.before + (span.close - span.open) < elapsed);
        let span = self.spans.get(index)?;
        Some(span.open + (elapsed - span.before))
    }

    /// The open time between two moments in milliseconds; zero when `end` is not after `start`.
    pub fn between(&self, start: f64, end: f64) -> f64 {
        if self.spans.is_empty() {
            return (end - start).max(0.0);
        }
        (self.elapsed(end) - self.elapsed(start)).max(0.0)
    }

    /// The open time from the calendar's beginning to `moment`.
    fn elapsed(&self, moment: f64) -> f64 {
        let begun = self.spans.partition_point(|span| span.open <= moment);
        let last = begun.checked_sub(1).and_then(|index| self.spans.get(index));
        last.map_or(0.0, |span| span.before + (moment.min(span.close) - span.open))
    }
}

fn read_span(json: &Json) -> Result<(f64, f64)> {
    let [open, close] = json.items()? else {
        return Err(Error::argument("must be a pair [open, close]"));
    };
    let open = open.number().map_err(|error| error.inside_item(0))?;
    let close = close.number().map_err(|error| error.inside_item(1))?;
    if open < close { Ok((open, close)) } else { Err(Error::argument("must close after it opens")) }
}

/// By when a message of this level is due; `now` is in milliseconds since 1970.
///
/// Counts open time from the beginning of the customer's wait, or from the arrival of the message. A
/// warning comes 15 minutes ahead for targets of an hour or longer, else at 75 % of the target. The state
/// is `ok` without `now`. `None` when nobody waits (the author is no customer), when neither time is
/// known, when the channel has no target, or when the calendar ends too early.
///
/// ```
/// use hotcold::{due::{self, Calendar, Targets}, message::Message, verdict::Level};
/// let mut message = Message::new("My card was charged twice");
/// message.channel = Some("email".into());
/// message.received_at = Some(0.0);
/// let due = due::due(&Targets::default(), &Calendar::default(), &message, Level::High, None).unwrap();
/// assert_eq!((due.first_response_at, due.warn_at), (3_600_000.0, 2_700_000.0));
/// ```
pub fn due(
    targets: &Targets,
    calendar: &Calendar,
    message: &Message,
    level: Level,
    now: Option<f64>,
) -> Option<Due> {
    if message.author != Author::Customer {
        return None;
    }
    let start = message.thread.waiting_since.or(message.received_at)?;
    let target = targets.of(message.channel.as_deref(), level)?;
    let lead = if target >= HOUR { 15.0 * MINUTE } else { target * 0.25 };
    let first_response_at = calendar.after(start, target)?;
    let warn_at = calendar.after(start, target - lead)?;
    let state = match now {
        Some(now) if now > first_response_at => "breached",
        Some(now) if now >= warn_at => "warn",
        _ => "ok",
    };
    Some(Due { first_response_at, warn_at, state, target })
}
