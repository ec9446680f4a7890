//! Actions, and what they come to.

use super::condition::read_priority;
use super::{Rule, filled, only};
use crate::error::{Error, Result};
use crate::json::Json;
use crate::verdict::{Level, Priority, Reason, RuleFiring, Source, Span, round};

/// The largest weight that one action adds, in log-odds.
const MAX_SCORE: f64 = 20.0; // The message of its error says so too.

#[derive(Clone, Debug)]
pub(super) enum Action {
    Tag(String),
    Untag(String),
    Assign(String),
    Priority(Priority),
    Level(Level),
    AddScore(f64),
    Close,
    SuggestReply(String),
    Notify(Json),
}

/// What the rules that fired come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effects {
    /// Tags to add, in the order they were given, each once.
    pub tags: Vec<String>,
    /// Tags to take off, wherever they come from.
    pub untags: Vec<String>,
    /// Who should take it: the first rule that assigns decides.
    pub assignee: Option<String>,
    /// Whether it can be closed.
    pub close: bool,
    /// The priority: the first rule that sets it decides.
    pub priority: Option<Priority>,
    /// The level: the first rule that sets it decides.
    pub level: Option<Level>,
    /// What the rules add to the score, in log-odds.
    pub add_score: f64,
    /// Each addition to the score, with the words that caused it.
    pub reasons: Vec<Reason>,
    /// Ids of replies to suggest first.
    pub suggest_replies: Vec<String>,
    /// Whom or what to notify: the actions as they were given.
    pub notify: Vec<Json>,
    /// The rules that fired, in order.
    pub firings: Vec<RuleFiring>,
}

impl Action {
    pub(super) fn read(json: &Json) -> Result<Self> {
        let text = |key| json.required(key, filled).map(str::to_owned);
        let names = json.fields()?.iter().map(|(name, _)| name.as_str());
        let mut names = names.filter(|name| *name != "data");
        let (Some(name), None) = (names.next(), names.next()) else {
            return Err(Error::argument("must have exactly one action"));
        };
        if name != "notify" {
            only(json, &[name])?;
        }
        match name {
            "tag" => text(name).map(Self::Tag),
            "untag" => text(name).map(Self::Untag),
            "assign" => text(name).map(Self::Assign),
            "suggestReply" => text(name).map(Self::SuggestReply),
            "notify" => text(name).map(|_| Self::Notify(json.clone())),
            "priority" => json.required(name, read_priority).map(Self::Priority),
            "level" => json.required(name, read_level).map(Self::Level),
            "addScore" => json.required(name, read_score).map(Self::AddScore),
            "close" => match json.required(name, Json::bool)? {
                true => Ok(Self::Close),
                false => Err(Error::argument("must be true; leave it out otherwise").inside(name)),
            },
            _ => Err(Error::argument(
                "is no action; use tag, untag, assign, priority, level, addScore, close, \
                 suggestReply or notify",
            )
            .inside(name)),
        }
    }

    /// Adds the action of a rule that fired to the effects; `spans` are the words that made it fire.
    pub(super) fn apply(&self, rule: &Rule, spans: &[Span], effects: &mut Effects) {
        match self {
            Self::Tag(tag) => {
                effects.untags.retain(|other| other != tag);
                add(&mut effects.tags, tag);
            }
            Self::Untag(tag) => {
                effects.tags.retain(|other| other != tag);
                add(&mut effects.untags, tag);
            }
            Self::Assign(to) => {
                effects.assignee.get_or_insert_with(|| to.clone());
            }
            Self::Priority(priority) => {
                effects.priority.get_or_insert(*priority);
            }
            Self::Level(level) => {
                effects.level.get_or_insert(*level);
            }
            Self::AddScore(weight) => {
                effects.add_score += weight;
                effects.reasons.push(Reason {
                    source: Source::Rule,
                    code: rule.id.clone(),
                    label: rule.label.clone(),
                    weight: round(*weight),
                    spans: spans.to_vec(),
                });
            }
            Self::Close => effects.close = true,
            Self::SuggestReply(id) => add(&mut effects.suggest_replies, id),
            Self::Notify(action) => effects.notify.push(action.clone()),
        }
    }
}

fn add(list: &mut Vec<String>, item: &String) {
    if !list.contains(item) {
        list.push(item.clone());
    }
}

fn read_level(json: &Json) -> Result<Level> {
    match json.text()? {
        "urgent" => Ok(Level::Urgent),
        "high" => Ok(Level::High),
        "normal" => Ok(Level::Normal),
        "low" => Ok(Level::Low),
        _ => Err(Error::argument("must be \"urgent\", \"high\", \"normal\" or \"low\"")),
    }
}

fn read_score(json: &Json) -> Result<f64> {
    match json.number()? {
        weight if weight.abs() <= MAX_SCORE => Ok(weight),
        _ => Err(Error::argument("must be between -20 and 20")),
    }
}
