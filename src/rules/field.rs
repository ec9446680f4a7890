//! Conditions on any field of a message.

use std::borrow::Cow;

use super::moment::instant;
use super::{filled, only};
use crate::decimal;
use crate::error::{Error, Result};
use crate::json::Json;
use crate::message::{Author, Message, Visibility};
use crate::text::fold::fold;

/// A path and the tests its value has to pass, all of them.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) path: String,
    equals: Option<Json>,
    one_of: Option<Vec<Json>>,
    at_least: Option<f64>,
    below: Option<f64>,
    before: Option<f64>,
    after: Option<f64>,
    exists: Option<bool>,
}

impl Field {
    pub(super) fn read(json: &Json) -> Result<Self> {
        let tests = ["equals", "in", "atLeast", "below", "before", "after", "exists"];
        let known =
            ["type", "path", "equals", "in", "atLeast", "below", "before", "after", "exists"];
        only(json, &known)?;
        if tests.iter().all(|test| json.get(test).is_none()) {
            let text = format!("must have at least one of {}", tests.join(", "));
            return Err(Error::argument(text));
        }
        let time = |value: &Json| {
            instant(value)
                .ok_or_else(|| value.expected("milliseconds since 1970 or an ISO 8601 date"))
        };
        Ok(Self {
            path: json.required("path", filled)?.to_owned(),
            equals: json.optional("equals", plain)?,
            one_of: json.optional("in", |items| items.each(plain))?,
            at_least: json.optional("atLeast", Json::number)?,
            below: json.optional("below", Json::number)?,
            before: json.optional("before", time)?,
            after: json.optional("after", time)?,
            exists: json.optional("exists", Json::bool)?,
        })
    }

    /// The value of the field in a message.
    pub(super) fn value<'a>(&self, message: &'a Message) -> Option<Cow<'a, Json>> {
        let text = |text: &str| Some(Cow::Owned(Json::Text(text.to_owned())));
        match self.path.as_str() {
            // Taken out of the object, or not in it when left to the default.
            "text" => text(&message.text),
            "subject" => message.subject.as_deref().and_then(text),
            "author" => text(match message.author {
                Author::Customer => "customer",
                Author::Agent => "agent",
                Author::Bot => "bot",
                Author::Rule => "rule",
            }),
            "visibility" => text(match message.visibility {
                Visibility::Public => "public",
                Visibility::Private => "private",
                Visibility::Note => "note",
            }),
            path => match path.strip_prefix("headers.") {
                Some(name) => message.header(&name.to_lowercase()).and_then(text),
                None => message.object.at(path).map(Cow::Borrowed),
            },
        }
    }

    /// Whether a value passes all tests.
    pub(super) fn holds(&self, value: Option<&Json>) -> bool {
        let passes = |test: &dyn Fn(&Json) -> bool| value.is_some_and(test);
        let number = |limit: Option<f64>, test: fn(f64, f64) -> bool| {
            limit.is_none_or(|limit| {
                passes(&|value| as_number(value).is_some_and(|value| test(value, limit)))
            })
        };
        let time = |limit: Option<f64>, test: fn(f64, f64) -> bool| {
            limit.is_none_or(|limit| {
                passes(&|value| instant(value).is_some_and(|value| test(value, limit)))
            })
        };
        self.exists.is_none_or(|exists| exists == value.is_some())
            && self.equals.as_ref().is_none_or(|wanted| passes(&|value| equals(value, wanted)))
            && self.one_of.as_ref().is_none_or(|wanted| {
                passes(&|value| wanted.iter().any(|wanted| equals(value, wanted)))
            })
            && number(self.at_least, |value, limit| value >= limit)
            && number(self.below, |value, limit| value < limit)
            && time(self.before, |value, limit| value < limit)
            && time(self.after, |value, limit| value > limit)
    }
}

/// A value to compare with: texts are folded once, here.
fn plain(json: &Json) -> Result<Json> {
    match json {
        Json::Text(text) => Ok(Json::Text(fold(text.trim()))),
        Json::Bool(_) | Json::Number(_) => Ok(json.clone()),
        _ => Err(json.expected("a string, a number, true or false")),
    }
}

fn equals(value: &Json, wanted: &Json) -> bool {
    match (value, wanted) {
        (Json::List(items), _) => items.iter().any(|item| equals_one(item, wanted)),
        _ => equals_one(value, wanted),
    }
}

fn equals_one(value: &Json, wanted: &Json) -> bool {
    match (value, wanted) {
        (Json::Text(value), Json::Text(wanted)) => fold(value.trim()) == *wanted,
        _ => value == wanted,
    }
}

/// A number, also when a form wrote it as text.
fn as_number(value: &Json) -> Option<f64> {
    match value {
        Json::Number(number) => Some(*number),
        Json::Text(text) => decimal::parse(text.trim()),
        _ => None,
    }
}
