//! Whether a condition holds, and what it saw.

use super::condition::{Condition, Place};
use super::facts::Facts;
use super::words::{FoundWords, WordId, Words};
use crate::json::Json;
use crate::verdict::{Priority, Span, Trace, round};

/// The longest value in a trace, in characters.
const MAX_SEEN: usize = 80;

/// The facts, and the words of the rules that they hold: made once for all rules.
pub(super) struct View<'a> {
    pub(super) facts: &'a Facts<'a>,
    words: &'a Words,
    text: FoundWords,
    subject: FoundWords,
}

/// What the conditions of a rule saw.
pub(super) struct Tracer {
    path: String,
    pub(super) traces: Vec<Trace>,
    /// Where the words stand that conditions found in the text.
    pub(super) spans: Vec<Span>,
}

impl Tracer {
    pub(super) fn new(path: &str) -> Self {
        Self { path: path.to_owned(), traces: Vec::new(), spans: Vec::new() }
    }
}

impl<'a> View<'a> {
    pub(super) fn new(facts: &'a Facts<'a>, words: &'a Words) -> Self {
        let subject = facts.subject.map(|subject| words.find(subject)).unwrap_or_default();
        Self { facts, words, text: words.find(facts.document), subject }
    }

    /// Whether a condition holds; what it and its parts saw is noted in the tracer, if there is one.
    /// Parts that cannot change the outcome any more are not looked at.
    pub(super) fn holds(&self, condition: &Condition, tracer: Option<&mut Tracer>) -> bool {
        match condition {
            Condition::All(parts) => !self.some(parts, "all", false, tracer),
            Condition::Any(parts) => self.some(parts, "any", true, tracer),
            Condition::None(parts) => !self.some(parts, "none", true, tracer),
            leaf => {
                let matched = self.leaf_holds(leaf);
                if let Some(tracer) = tracer {
                    let seen = shorten(self.seen(leaf, tracer));
                    tracer.traces.push(Trace { path: tracer.path.clone(), seen, matched });
                }
                matched
            }
        }
    }

    /// Whether one of the parts comes out as `wanted`.
    fn some(
        &self,
        parts: &[Condition],
        name: &str,
        wanted: bool,
        mut tracer: Option<&mut Tracer>,
    ) -> bool {
        parts.iter().enumerate().any(|(index, part)| {
            let Some(tracer) = tracer.as_deref_mut() else {
                return self.holds(part, None) == wanted;
            };
            let length = tracer.path.len();
            tracer.path.push_str(&format!(".{name}[{index}]"));
            let matched = self.holds(part, Some(tracer));
            tracer.path.truncate(length);
            matched == wanted
        })
    }

    fn leaf_holds(&self, condition: &Condition) -> bool {
        let facts = self.facts;
        match condition {
            Condition::All(_) | Condition::Any(_) | Condition::None(_) => {
                self.holds(condition, None)
            }
            Condition::Contains { any, all, place } => {
                (any.is_empty() || any.iter().any(|word| self.has(*word, *place)))
                    && all.iter().all(|word| self.has(*word, *place))
            }
            Condition::Matches(pattern) => pattern.is_match(facts.document.text()),
            Condition::Language(tags) => {
                tags.iter().any(|tag| covers(tag, &facts.language.language))
            }
            Condition::Channel(names) => {
                facts.message.channel.as_ref().is_some_and(|channel| names.contains(channel))
            }
            Condition::Signal { name, at_least } => {
                self.probability(name).is_some_and(|probability| probability >= *at_least)
            }
            Condition::Intent(ids) => facts.intents.iter().any(|intent| ids.contains(&intent.id)),
            Condition::Noise(kinds) => {
                facts.noise.is_some_and(|noise| kinds.iter().any(|kind| kind == noise.kind))
            }
            Condition::Entity(kind) => facts.entities.iter().any(|entity| entity.kind == kind),
            Condition::Priority(priority) => facts.priority == *priority,
            Condition::Score { at_least, below } => {
                at_least.is_none_or(|limit| facts.score >= limit)
                    && below.is_none_or(|limit| facts.score < limit)
            }
            Condition::Time(window) => self.time().is_some_and(|time| window.holds(time)),
            Condition::Field(field) => field.holds(field.value(facts.message).as_deref()),
        }
    }

    /// The value that a condition looks at; words that it finds are marked in the tracer.
    fn seen(&self, condition: &Condition, tracer: &mut Tracer) -> Json {
        let facts = self.facts;
        let document = facts.document;
        match condition {
            Condition::All(_) | Condition::Any(_) | Condition::None(_) => Json::Null,
            Condition::Contains { any, all, place } => {
                let found: Vec<WordId> =
                    any.iter().chain(all).copied().filter(|word| self.has(*word, *place)).collect();
                if *place != Place::Subject {
                    let places = found.iter().filter_map(|word| self.text.place(*word));
                    tracer.spans.extend(places.map(|(start, end)| document.span(start, end)));
                }
                let words: Vec<&str> = found.iter().map(|word| self.words.text(*word)).collect();
                if words.is_empty() { Json::Null } else { Json::Text(words.join(", ")) }
            }
            Condition::Matches(pattern) => match pattern.find(document.text()) {
                Some(found) => {
                    tracer.spans.push(document.span(found.start() as u32, found.end() as u32));
                    text(found.as_str())
                }
                None => Json::Null,
            },
            Condition::Language(_) => text(&facts.language.language),
            Condition::Channel(_) => facts.message.channel.as_deref().map_or(Json::Null, text),
            Condition::Signal { name, .. } => self
                .probability(name)
                .map_or(Json::Null, |probability| Json::Number(round(probability))),
            Condition::Intent(ids) => {
                let matching = facts.intents.iter().find(|intent| ids.contains(&intent.id));
                matching.or(facts.intents.first()).map_or(Json::Null, |intent| text(&intent.id))
            }
            Condition::Noise(_) => facts.noise.map_or(Json::Null, |noise| text(noise.kind)),
            Condition::Entity(kind) => {
                let found = facts.entities.iter().find(|entity| entity.kind == kind);
                found.map_or(Json::Null, |entity| {
                    tracer.spans.push(Span { start: entity.start, end: entity.end });
                    text(&entity.text)
                })
            }
            Condition::Priority(_) => text(match facts.priority {
                Priority::Hot => "hot",
                Priority::Cold => "cold",
            }),
            Condition::Score { .. } => Json::Number(round(facts.score)),
            Condition::Time(window) => {
                self.time().map_or(Json::Null, |time| Json::Text(window.show(time)))
            }
            Condition::Field(field) => {
                field.value(facts.message).map_or(Json::Null, |value| value.into_owned())
            }
        }
    }

    fn has(&self, word: WordId, place: Place) -> bool {
        (place != Place::Subject && self.text.place(word).is_some())
            || (place != Place::Text && self.subject.place(word).is_some())
    }

    fn probability(&self, name: &str) -> Option<f64> {
        let signal = self.facts.signals.iter().find(|signal| signal.name == name)?;
        Some(signal.probability)
    }

    /// When the message came; the host's time if it does not say.
    fn time(&self) -> Option<f64> {
        self.facts.message.received_at.or(self.facts.now)
    }
}

/// Whether a language tag covers another: `zh` covers `zh-Hant`, not `zha`.
fn covers(tag: &str, language: &str) -> bool {
    let language = language.to_lowercase();
    language.strip_prefix(tag).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn shorten(seen: Json) -> Json {
    match seen {
        Json::Text(text) if text.chars().nth(MAX_SEEN).is_some() => {
            Json::Text(text.chars().take(MAX_SEEN - 1).chain(['…']).collect())
        }
        Json::List(items) => Json::Text(format!("a list of {}", items.len())),
        Json::Object(_) => Json::Text("an object".to_owned()),
        other => other,
    }
}
