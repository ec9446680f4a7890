//! Saved replies: those that answer a message, and those an agent looks for.

mod find;

pub use find::DEFAULT_PICKS;

use crate::decimal;
use crate::error::{Error, Result};
use crate::index::language::choose;
use crate::index::snippet::snippet;
use crate::index::{Index, Profile, Query, SearchOptions, Variant};
use crate::json::Json;
use crate::keyed::Keyed;
use crate::text::Document;
use crate::text::fold::fold;
use crate::verdict::Match;

/// How many replies [`Replies::suggest`] gives when the options do not say.
pub const DEFAULT_SUGGESTIONS: usize = 3;
/// What frequent use can add to a score at most, as a share of it: enough to part near-equals.
const USAGE_SHARE: f64 = 0.03;
/// The uses that give half of [`USAGE_SHARE`].
const USAGE_HALF: f64 = 50.0;

/// The title and the examples say what a reply is for; the body says it in the team's words.
/// Measured on few-shot intents: what several examples repeat should go on counting.
const PROFILE: Profile = Profile {
    weight: [4.0, 3.0, 1.0, 0.5],
    length: [0.5, 0.3, 0.75, 0.75],
    saturation: 4.0,
    pairs: 0.0,
    half: 0.8,
};

/// A saved reply.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reply {
    /// The host's id.
    pub id: String,
    /// What the team calls it.
    pub title: String,
    /// The text, with placeholders.
    pub body: String,
    /// The language of `body` as BCP 47.
    pub language: Option<String>,
    /// The text in other languages, by BCP 47 tag.
    pub variants: Vec<(String, String)>,
    /// What an agent types to get it.
    pub shortcut: Option<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Messages it has answered.
    pub examples: Vec<String>,
    /// The team, inbox or brand it belongs to.
    pub scope: Option<String>,
    /// How often it was used.
    pub usage: f64,
}

impl Reply {
    /// Reads a reply from its object.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` when `id`, `title` or `body` is missing or a field has the wrong type.
    pub fn from_json(json: &Json) -> Result<Self> {
        json.fields()?;
        Ok(Self {
            id: json.required("id", read_id)?,
            title: json.required("title", Json::text)?.to_owned(),
            body: json.required("body", Json::text)?.to_owned(),
            language: json.optional("language", Json::text)?.map(str::to_owned),
            variants: json.optional("variants", read_variants)?.unwrap_or_default(),
            shortcut: json.optional("shortcut", Json::text)?.map(str::to_owned),
            tags: json.optional("tags", Json::texts)?.unwrap_or_default(),
            examples: json.optional("examples", Json::texts)?.unwrap_or_default(),
            scope: json.optional("scope", Json::text)?.map(str::to_owned),
            usage: json.optional("usage", read_count)?.unwrap_or(0.0),
        })
    }

    /// The text for a reader of `language` and the tag of that text, if it has one. The chain: the
    /// same tag, its base language (`pt` for `pt-BR`), another region of it, the reply's own text.
    pub fn variant_for(&self, language: Option<&str>) -> (&str, Option<&str>) {
        let texts = self.texts();
        let tags = texts.iter().map(|(_, tag)| tag.unwrap_or_default());
        let at = language.and_then(|wanted| choose(wanted, tags)).unwrap_or(0);
        texts.get(at).copied().unwrap_or((&self.body, self.language.as_deref()))
    }

    /// The body and the variants, each with its language.
    fn texts(&self) -> Vec<(&str, Option<&str>)> {
        let own = (self.body.as_str(), self.language.as_deref());
        let others = self.variants.iter().map(|(tag, body)| (body.as_str(), Some(tag.as_str())));
        std::iter::once(own).chain(others).collect()
    }
}

/// The team's saved replies.
///
/// ```
/// use hotcold::{index::SearchOptions, replies::{Replies, Reply}, text::Document};
/// let mut replies = Replies::default();
/// replies.upsert(Reply {
///     id: "7".into(),
///     title: "Where is my parcel".into(),
///     body: "It is on its way!".into(),
///     ..Reply::default()
/// });
/// let found = replies.suggest(&Document::plain("my parcel?"), None, &SearchOptions::default());
/// assert_eq!(found[0].id, "7");
/// assert_eq!(found[0].why, ["title: parcel"]);
/// ```
#[derive(Clone, Debug)]
pub struct Replies {
    by_id: Keyed<Entry>,
    index: Index,
}

/// A reply with what the picker compares, folded once.
#[derive(Clone, Debug)]
struct Entry {
    reply: Reply,
    title: String,
    shortcut: String,
}

impl Default for Replies {
    fn default() -> Self {
        Self { by_id: Keyed::default(), index: Index::new(PROFILE) }
    }
}

impl Replies {
    /// Puts a reply in, in place of the one with the same id.
    pub fn upsert(&mut self, reply: Reply) {
        let mut tags: Vec<&str> = reply.tags.iter().map(String::as_str).collect();
        tags.extend(reply.shortcut.as_deref());
        let examples: Vec<&str> = reply.examples.iter().map(String::as_str).collect();
        let variants: Vec<Variant> = reply
            .texts()
            .into_iter()
            .map(|(body, language)| Variant {
                language,
                fields: [vec![&reply.title], tags.clone(), examples.clone(), vec![body]],
            })
            .collect();
        self.index.upsert(&reply.id, &variants);
        let title = fold(reply.title.trim());
        let shortcut = fold(find::bare(reply.shortcut.as_deref().unwrap_or_default()));
        self.by_id.insert(reply.id.as_str().into(), Entry { reply, title, shortcut });
    }

    /// Takes a reply out; `false` when there is none with this id.
    pub fn remove(&mut self, id: &str) -> bool {
        self.index.remove(id);
        self.by_id.remove(id).is_some()
    }

    /// The reply with this id.
    pub fn get(&self, id: &str) -> Option<&Reply> {
        self.by_id.get(id).map(|entry| &entry.reply)
    }

    /// How many replies there are.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// The replies that answer a message, best first; [`DEFAULT_SUGGESTIONS`] unless the options say.
    ///
    /// `language` is that of the message; the one in the options goes first. The score is that of
    /// [`Index::search`], raised by at most 3 % for frequent use.
    pub fn suggest(
        &self,
        message: &Document,
        language: Option<&str>,
        options: &SearchOptions,
    ) -> Vec<Match> {
        let limit = options.limit.unwrap_or(DEFAULT_SUGGESTIONS);
        let language = options.language.as_deref().or(language);
        let query = Query::new(message);
        let mut admit = |id: &str| {
            let reply = self.get(id)?;
            options
                .accepts(reply.scope.as_deref(), &reply.tags)
                .then(|| 1.0 + USAGE_SHARE * reply.usage / (reply.usage + USAGE_HALF))
        };
        let hits = self.index.search(&query, limit, language, &mut admit);
        let floor = options.min_score.unwrap_or(0.0);
        let good = hits.best.iter().filter(|hit| hit.score >= floor);
        good.filter_map(|hit| {
            let reply = self.get(&hit.id)?;
            let mut found = self.index.to_match(&query, hit, &hits.worths);
            let (body, tag) = reply.variant_for(language);
            found.language = tag.map(str::to_owned);
            found.snippet = (!body.is_empty()).then(|| snippet(body, &query, &hits.worths));
            Some(found)
        })
        .collect()
    }
}

/// A string, or a number as hosts often have it.
pub(crate) fn read_id(json: &Json) -> Result<String> {
    match json {
        Json::Number(number) => decimal::print(*number).ok_or_else(|| {
            Error::argument("is too large a number for an id; hand it over as a string")
        }),
        Json::Text(text) if text.is_empty() => Err(Error::argument("must not be empty")),
        _ => json.text().map(str::to_owned),
    }
}

fn read_variants(json: &Json) -> Result<Vec<(String, String)>> {
    let fields = json.fields()?.iter().filter(|(_, value)| *value != Json::Null);
    fields
        .map(|(tag, body)| match body.text() {
            Ok(body) => Ok((tag.clone(), body.to_owned())),
            Err(error) => Err(error.inside(tag)),
        })
        .collect()
}

fn read_count(json: &Json) -> Result<f64> {
    let number = json.number()?;
    if number < 0.0 {
        return Err(Error::argument("must not be negative"));
    }
    Ok(number)
}
