//! How the team answers: rates and times, from the events of conversations.
//!
//! A customer **waits** from the first message that nobody has answered, or from a reopening, until a person
//! replies in public. Bots, rules and notes answer nothing. A conversation that is closed without an answer
//! ends the wait unanswered; what comes after, or a reopening, begins a new one.

mod event;
mod figures;

use crate::due::{Calendar, Targets};
use crate::error::Result;
use crate::json::Json;
use crate::keyed::Keyed;
use crate::message::Author;
use crate::verdict::Level;
use event::{Event, Happening};
pub use figures::{AgentFigures, Figures, ResponseMetrics, Spread, Times};
use figures::{Tally, Wait, share};

const MINUTE: f64 = 60_000.0;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;

/// Measures the events of conversations, in any order.
///
/// `events` is a list of `ConversationEvent`, times in milliseconds since 1970. `options` may hold `targets`
/// and `calendar` (as for [`crate::due`]; targets are those of level normal) and `utcOffsetMinutes` for the
/// hours and weekdays.
///
/// # Errors
/// `INVALID_ARGUMENT` when an event or an option is malformed; the path names which.
///
/// ```
/// use hotcold::{json::Json, metrics::response_metrics};
/// let event = |kind: &str, author: &str, at: f64| Json::Object(vec![
///     ("conversationId".into(), Json::Text("c1".into())),
///     ("at".into(), Json::Number(at)),
///     ("kind".into(), Json::Text(kind.into())),
///     ("author".into(), Json::Text(author.into())),
/// ]);
/// let events = Json::List(vec![event("received", "customer", 0.0), event("replied", "agent", 60_000.0)]);
/// let metrics = response_metrics(&events, &Json::Null).unwrap();
/// assert_eq!(metrics.first_response.mean, Some(60_000.0));
/// ```
pub fn response_metrics(events: &Json, options: &Json) -> Result<ResponseMetrics> {
    let options = Options::from_json(options).map_err(|error| error.inside("options"))?;
    let mut events = events.each(Event::from_json).map_err(|error| error.inside("events"))?;
    // Stable: events of one moment stay in the order they were given.
    events.sort_by(|a, b| a.conversation.cmp(b.conversation).then(a.at.total_cmp(&b.at)));
    let mut report = Report::new(&options);
    for conversation in events.chunk_by(|a, b| a.conversation == b.conversation) {
        report.follow(conversation);
    }
    Ok(report.finish())
}

struct Options {
    targets: Targets,
    calendar: Option<Calendar>,
    offset: f64,
}

impl Options {
    fn from_json(json: &Json) -> Result<Self> {
        if *json != Json::Null {
            json.fields()?;
        }
        Ok(Self {
            targets: json.optional("targets", Targets::from_json)?.unwrap_or_default(),
            calendar: json.optional("calendar", Calendar::from_json)?,
            offset: json.optional("utcOffsetMinutes", Json::number)?.unwrap_or(0.0) * MINUTE,
        })
    }
}

/// What is known of a conversation so far.
#[derive(Default)]
struct Conversation<'a> {
    channel: Option<&'a str>,
    language: Option<&'a str>,
    tags: Option<Vec<&'a str>>,
    /// Since when the customer waits, and how many messages that wait holds.
    waiting: Option<(f64, u32)>,
    /// Whether an answer since the conversation was opened, or opened anew, came already.
    answered: bool,
}

struct Report<'a> {
    options: &'a Options,
    all: Tally,
    replies: u32,
    agents: Keyed<(u32, Tally)>,
    channels: Keyed<Tally>,
    languages: Keyed<Tally>,
    tags: Keyed<Tally>,
    hours: [u32; 24],
    weekdays: [u32; 7],
}

impl<'a> Report<'a> {
    fn new(options: &'a Options) -> Self {
        Self {
            options,
            all: Tally::default(),
            replies: 0,
            agents: Keyed::default(),
            channels: Keyed::default(),
            languages: Keyed::default(),
            tags: Keyed::default(),
            hours: [0; 24],
            weekdays: [0; 7],
        }
    }

    fn follow(&mut self, events: &[Event<'a>]) {
        let mut conversation = Conversation::default();
        for event in events {
            conversation.channel = event.channel.or(conversation.channel);
            conversation.language = event.language.or(conversation.language);
            if let Some(tags) = &event.tags {
                conversation.tags = Some(tags.clone());
            }
            match event.happening {
                Happening::Received if event.author == Author::Customer => {
                    self.count_moment(event.at);
                    conversation.waiting.get_or_insert((event.at, 0)).1 += 1;
                }
                Happening::Replied if event.author == Author::Agent => {
                    self.reply(&mut conversation, event);
                }
                Happening::Closed => {
                    self.end_wait(&mut conversation, None);
                    conversation.answered = false;
                }
                Happening::Reopened => {
                    conversation.waiting.get_or_insert((event.at, 0));
                    conversation.answered = false;
                }
                Happening::Received | Happening::Replied | Happening::Note => {}
            }
        }
        self.end_wait(&mut conversation, None);
    }

    fn reply(&mut self, conversation: &mut Conversation<'a>, event: &Event<'a>) {
        self.replies += 1;
        if let Some(agent) = event.agent {
            self.agents.update(agent, |(replies, _)| *replies += 1);
        }
        self.end_wait(conversation, Some(event));
    }

    fn end_wait(&mut self, conversation: &mut Conversation<'a>, answer: Option<&Event<'a>>) {
        let Some((since, messages)) = conversation.waiting.take() else { return };
        let wait = answer.map(|answer| self.measure(conversation, since, answer.at));
        self.all.add(messages, wait);
        if let Some(agent) = answer.and_then(|answer| answer.agent) {
            self.agents.update(agent, |(_, tally)| tally.add(messages, wait));
        }
        if let Some(channel) = conversation.channel {
            self.channels.update(channel, |tally| tally.add(messages, wait));
        }
        if let Some(language) = conversation.language {
            self.languages.update(language, |tally| tally.add(messages, wait));
        }
        for tag in conversation.tags.iter().flatten() {
            self.tags.update(tag, |tally| tally.add(messages, wait));
        }
        conversation.answered |= answer.is_some();
    }

    fn measure(&self, conversation: &Conversation, since: f64, until: f64) -> Wait {
        let channel = conversation.channel.map(str::to_lowercase);
        let target = self.options.targets.of(channel.as_deref(), Level::Normal);
        let calendar = self.options.calendar.as_ref();
        let length = until - since;
        let open = calendar.map(|calendar| calendar.between(since, until));
        Wait {
            length,
            open,
            in_time: target.map(|target| open.unwrap_or(length) <= target),
            is_first: !conversation.answered,
        }
    }

    fn count_moment(&mut self, at: f64) {
        let local = at + self.options.offset;
        let day = libm::floor(local / DAY);
        let hour = libm::floor((local - day * DAY) / HOUR);
        // The first of January 1970 was a Thursday.
        let weekday = (day + 4.0) - libm::floor((day + 4.0) / 7.0) * 7.0;
        if let Some(count) = self.hours.get_mut(hour as usize) {
            *count += 1;
        }
        if let Some(count) = self.weekdays.get_mut(weekday as usize) {
            *count += 1;
        }
    }

    fn finish(self) -> ResponseMetrics {
        let groups = |tallies: Keyed<Tally>| {
            tallies.iter().map(|(name, tally)| tally.figures(name)).collect()
        };
        let agents = self.agents.iter().map(|(agent, (replies, tally))| AgentFigures {
            agent_id: agent.to_owned(),
            replies: *replies,
            answered: tally.answered,
            first_response: Times::of(&tally.waits, true),
            response: Times::of(&tally.waits, false),
        });
        ResponseMetrics {
            received: self.all.received,
            answered: self.all.answered,
            replies: self.replies,
            response_rate: share(self.all.answered, self.all.received),
            first_response: Times::of(&self.all.waits, true),
            response: Times::of(&self.all.waits, false),
            by_agent: agents.collect(),
            by_channel: groups(self.channels),
            by_language: groups(self.languages),
            by_tag: groups(self.tags),
            hours: self.hours.to_vec(),
            weekdays: self.weekdays.to_vec(),
        }
    }
}
