//! Whether a condition holds, and what it saw.

use std::cell::OnceCell;

use super::condition::{Condition, Leaf, Place};
use super::facts::Facts;
use super::pattern::Readable;
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
    readable: OnceCell<Readable<'a>>,
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
        let text = words.find(facts.document);
        Self { facts, words, text, subject, readable: OnceCell::new() }
    }

    /// Whether a condition holds; what it and its parts saw is noted in the tracer, if there is one.
    /// Parts that cannot change the outcome any more are not looked at.
    pub(super) fn holds(&self, condition: &Condition, tracer: Option<&mut Tracer>) -> bool {
        match condition {
            Condition::All(parts) => !self.some(parts, "all", false, tracer),
            Condition::Any(parts) => self.some(parts, "any", true, tracer),
            Condition::None(parts) => !self.some(parts, "none", true, tracer),
            Condition::Leaf(leaf) => {
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

    fn leaf_holds(&self, leaf: &Leaf) -> bool {
        let facts = self.facts;
        match leaf {
            Leaf::Contains { any, all, place } => {
                (any.is_empty() || any.iter().any(|word| self.has(*word, *place)))
                    && all.iter().all(|word| self.has(*word, *place))
            }
            Leaf::Matches(pattern) => pattern.is_match(self.readable()),
            Leaf::Language(tags) => tags.iter().any(|tag| covers(tag, &facts.language.language)),
            Leaf::Channel(names) => {
                facts.message.channel.as_ref().is_some_and(|channel| names.contains(channel))
            }
            Leaf::Signal { name, at_least } => {
                self.probability(name).is_some_and(|probability| probability >= *at_least)
            }
            Leaf::Intent(ids) => facts.intents.iter().any(|intent| ids.contains(&intent.id)),
            Leaf::Noise(kinds) => {
                facts.noise.is_some_and(|noise| kinds.iter().any(|kind| kind == noise.kind))
            }
            Leaf::Entity(kind) => facts.entities.iter().any(|entity| entity.kind == kind),
            Leaf::Priority(priority) => facts.priority == *priority,
            Leaf::Score { at_least, below } => {
                at_least.is_none_or(|limit| facts.score >= limit)
                    && below.is_none_or(|limit| facts.score < limit)
            }
            Leaf::Time(window) => self.time().is_some_and(|time| window.holds(time)),
            Leaf::Field(field) => field.holds(field.value(facts.message).as_deref()),
        }
    }

    fn readable(&self) -> &Readable<'a> {
        self.readable.get_or_init(|| Readable::new(self.facts.document.text()))
    }

    /// The value that a condition looks at; words that it finds are marked in the tracer.
    fn seen(&self, leaf: &Leaf, tracer: &mut Tracer) -> Json {
        let facts = self.facts;
        let document = facts.document;
        match leaf {
            Leaf::Contains { any, all, place } => {
                let found: Vec<WordId> =
                    any.iter().chain(all).copied().filter(|word| self.has(*word, *place)).collect();
                if *place != Place::Subject {
                    let places = found.iter().filter_map(|word| self.text.place(*word));
                    tracer.spans.extend(places.map(|(start, end)| document.span(start, end)));
                }
                let words: Vec<&str> = found.iter().map(|word| self.words.text(*word)).collect();
                if words.is_empty() { Json::Null } else { Json::Text(words.join(", ")) }
            }
            Leaf::Matches(pattern) => match pattern.find(self.readable()) {
                Some(found) => {
                    tracer.spans.push(document.span(found.start as u32, found.end as u32));
                    text(document.text().get(found).unwrap_or_default())
                }
                None => Json::Null,
            },
            Leaf::Language(_) => text(&facts.language.language),
            Leaf::Channel(_) => facts.message.channel.as_deref().map_or(Json::Null, text),
            Leaf::Signal { name, .. } => self
                .probability(name)
                .map_or(Json::Null, |probability| Json::Number(round(probability))),
            Leaf::Intent(ids) => {
                let matching = facts.intents.iter().find(|intent| ids.contains(&intent.id));
                matching.or(facts.intents.first()).map_or(Json::Null, |intent| text(&intent.id))
            }
            Leaf::Noise(_) => facts.noise.map_or(Json::Null, |noise| text(noise.kind)),
            Leaf::Entity(kind) => {
                let found = facts.entities.iter().find(|entity| entity.kind == kind);
                found.map_or(Json::Null, |entity| {
                    tracer.spans.push(Span { start: entity.start, end: entity.end });
                    // Traces are kept and shown; what pays is not.
                    let is_secret = matches!(entity.kind, "card" | "iban");
                    text(if is_secret { entity.kind } else { &entity.text })
                })
            }
            Leaf::Priority(_) => text(match facts.priority {
                Priority::Hot => "hot",
                Priority::Cold => "cold",
            }),
            Leaf::Score { .. } => Json::Number(round(facts.score)),
            Leaf::Time(window) => {
                self.time().map_or(Json::Null, |time| Json::Text(window.show(time)))
            }
            Leaf::Field(field) => {
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
    let starts = language.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    starts && matches!(language.as_bytes().get(tag.len()), None | Some(b'-'))
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
