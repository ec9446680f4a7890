//! Conditions, as they are read.

use super::field::Field;
use super::moment::Window;
use super::pattern::Pattern;
use super::words::WordId;
use super::{MAX_DEPTH, MAX_PATTERN, MAX_PATTERNS, Reader, filled, only};
use crate::entity;
use crate::error::{Error, Result};
use crate::json::Json;
use crate::noise;
use crate::text::letters::Letters;
use crate::verdict::Priority;

#[derive(Clone, Debug)]
pub(super) enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    None(Vec<Condition>),
    Leaf(Leaf),
}

/// A condition without parts.
#[derive(Clone, Debug)]
pub(super) enum Leaf {
    Contains { any: Vec<WordId>, all: Vec<WordId>, place: Place },
    Matches(Pattern),
    Language(Vec<String>),
    Channel(Vec<String>),
    Signal { name: String, at_least: f64 },
    Intent(Vec<String>),
    Noise(Vec<String>),
    Entity(String),
    Priority(Priority),
    Score { at_least: Option<f64>, below: Option<f64> },
    Time(Window),
    Field(Field),
}

/// Where words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Text,
    Subject,
    Both,
}

impl Reader {
    pub(super) fn condition(&mut self, json: &Json, depth: usize) -> Result<Condition> {
        if depth > MAX_DEPTH {
            return Err(Error::argument(format!("is nested deeper than {MAX_DEPTH}; flatten it")));
        }
        json.fields()?;
        let Some(kind) = json.optional("type", Json::text)? else {
            return self.group(json, depth);
        };
        let leaf = match kind {
            "contains" => self.contains(json),
            "matches" => self.matches(json),
            "language" => list(json).map(Leaf::Language),
            "channel" => {
                Ok(Leaf::Channel(list(json)?.iter().map(|name| name.to_lowercase()).collect()))
            }
            "intent" => list(json).map(Leaf::Intent),
            "noise" => noise_kinds(json),
            "signal" => signal(json),
            "entity" => entity_kind(json),
            "priority" => priority(json),
            "score" => score(json),
            "time" => Window::read(json).map(Leaf::Time),
            "field" => self.field(json),
            _ => Err(Error::argument(
                "is not known; use contains, matches, language, channel, signal, intent, noise, \
                 entity, priority, score, time or field",
            )
            .inside("type")),
        };
        leaf.map(Condition::Leaf)
    }

    fn group(&mut self, json: &Json, depth: usize) -> Result<Condition> {
        let [(name, _)] = json.fields()? else {
            return Err(Error::argument("must have a `type`, or be one of `all`, `any`, `none`"));
        };
        let conditions =
            json.required(name, |items| items.each(|item| self.condition(item, depth + 1)));
        match name.as_str() {
            "all" => conditions.map(Condition::All),
            // An empty list here is a mistake: it would hold never, or always.
            "any" => conditions.and_then(|found| at_least_one(found, "any")).map(Condition::Any),
            "none" => conditions.and_then(|found| at_least_one(found, "none")).map(Condition::None),
            _ => Err(Error::argument("must have a `type`, or be one of `all`, `any`, `none`")),
        }
    }

    fn contains(&mut self, json: &Json) -> Result<Leaf> {
        only(json, &["type", "any", "all", "whole", "in", "exact"])?;
        let whole = json.optional("whole", Json::bool)?.unwrap_or(false);
        let exact = json.optional("exact", Json::bool)?.unwrap_or(false);
        let mut words = |key| {
            let read = |item: &Json| word(item).map(|text| self.words.add(text, whole, exact));
            json.optional(key, |items| items.each(read))
        };
        let any = words("any")?.unwrap_or_default();
        let all = words("all")?.unwrap_or_default();
        if any.is_empty() && all.is_empty() {
            return Err(Error::argument("must name at least one word in `any` or `all`"));
        }
        let place = json.optional("in", place)?.unwrap_or(Place::Both);
        Ok(Leaf::Contains { any, all, place })
    }

    fn matches(&mut self, json: &Json) -> Result<Leaf> {
        only(json, &["type", "pattern", "exact"])?;
        self.patterns += 1;
        if self.patterns > MAX_PATTERNS {
            let text = format!("is one of more than {MAX_PATTERNS} patterns; use `contains`");
            return Err(Error::argument(text).inside("pattern"));
        }
        let exact = json.optional("exact", Json::bool)?.unwrap_or(false);
        json.required("pattern", |json| pattern(json, exact)).map(Leaf::Matches)
    }

    fn field(&mut self, json: &Json) -> Result<Leaf> {
        let field = Field::read(json)?;
        self.names_author |= field.path == "author";
        self.names_visibility |= field.path == "visibility";
        Ok(Leaf::Field(field))
    }
}

fn at_least_one<T>(items: Vec<T>, key: &str) -> Result<Vec<T>> {
    if items.is_empty() {
        return Err(Error::argument("is empty; add at least one").inside(key));
    }
    Ok(items)
}

/// The strings under `in`, at least one.
fn list(json: &Json) -> Result<Vec<String>> {
    only(json, &["type", "in"])?;
    let items = json.required("in", |items| items.each(|item| filled(item).map(str::to_owned)))?;
    at_least_one(items, "in")
}

fn word(json: &Json) -> Result<&str> {
    let text = filled(json)?;
    if text.len() > MAX_PATTERN {
        return Err(Error::argument(format!("is longer than {MAX_PATTERN} bytes; shorten it")));
    }
    if Letters::new(text).chars().iter().all(|letter| letter.is_whitespace()) {
        return Err(Error::argument("holds nothing that can be seen; write a word"));
    }
    Ok(text)
}

fn place(json: &Json) -> Result<Place> {
    match json.text()? {
        "text" => Ok(Place::Text),
        "subject" => Ok(Place::Subject),
        "both" => Ok(Place::Both),
        _ => Err(Error::argument("must be \"text\", \"subject\" or \"both\"")),
    }
}

fn pattern(json: &Json, exact: bool) -> Result<Pattern> {
    let text = filled(json)?;
    if text.len() > MAX_PATTERN {
        return Err(Error::argument(format!("is longer than {MAX_PATTERN} bytes; shorten it")));
    }
    Pattern::new(text, exact)
}

fn signal(json: &Json) -> Result<Leaf> {
    only(json, &["type", "name", "atLeast"])?;
    Ok(Leaf::Signal {
        name: json.required("name", filled)?.to_owned(),
        at_least: json.optional("atLeast", Json::number)?.unwrap_or(0.5),
    })
}

fn noise_kinds(json: &Json) -> Result<Leaf> {
    let kinds = list(json)?;
    match kinds.iter().position(|kind| !noise::KINDS.contains(&kind.as_str())) {
        None => Ok(Leaf::Noise(kinds)),
        Some(index) => Err(one_of(&noise::KINDS).inside_item(index).inside("in")),
    }
}

fn entity_kind(json: &Json) -> Result<Leaf> {
    only(json, &["type", "kind"])?;
    let kind = json.required("kind", |kind| match kind.text()? {
        text if entity::is_kind(text) => Ok(text),
        _ => Err(one_of(&entity::KINDS)),
    })?;
    Ok(Leaf::Entity(kind.to_owned()))
}

fn priority(json: &Json) -> Result<Leaf> {
    only(json, &["type", "is"])?;
    json.required("is", read_priority).map(Leaf::Priority)
}

/// `hot` or `cold`.
pub(super) fn read_priority(json: &Json) -> Result<Priority> {
    match json.text()? {
        "hot" => Ok(Priority::Hot),
        "cold" => Ok(Priority::Cold),
        _ => Err(Error::argument("must be \"hot\" or \"cold\"")),
    }
}

fn score(json: &Json) -> Result<Leaf> {
    only(json, &["type", "atLeast", "below"])?;
    let at_least = json.optional("atLeast", Json::number)?;
    let below = json.optional("below", Json::number)?;
    if at_least.is_none() && below.is_none() {
        return Err(Error::argument("must have `atLeast`, `below` or both"));
    }
    Ok(Leaf::Score { at_least, below })
}

fn one_of(names: &[&str]) -> Error {
    Error::argument(format!("must be one of {}", names.join(", ")))
}
