//! Filling a saved reply: placeholders become values, and what a person must still write stays in sight.
//!
//! A body is text with placeholders `{{path}}`, `{{path|fallback}}`, `{{ path | fallback: "x" }}` or
//! `{{path || 'x'}}`, and with holes such as `[when]` or `TODO` that only a person can fill. Values
//! are data: they are never read as a template, so a customer named `{{agent.email}}` gets nothing.

use serde::Serialize;

mod hole;
mod name;
mod parse;
mod tone;
mod value;

use crate::json::Json;
use crate::replies::Reply;
use hole::holes;
use parse::Piece;

/// What a segment of a rendered reply is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SegmentKind {
    /// The reply's own words.
    Text,
    /// A value from the context.
    Value,
    /// What the placeholder says for want of a value.
    Fallback,
    /// A placeholder without value and fallback, as it stands in the body.
    Missing,
    /// Words that a person must replace before the reply is sent.
    Hole,
}

/// A stretch of a rendered reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Segment {
    /// The words.
    pub text: String,
    /// What they are.
    pub kind: SegmentKind,
    /// The path of a placeholder, or the instruction of a hole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A reply, filled. The segments put together are the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RenderedReply {
    /// What would be sent.
    pub text: String,
    /// The text in pieces, for an editor to mark.
    pub segments: Vec<Segment>,
    /// Paths without value and fallback, each once, in the order of the text.
    pub missing: Vec<String>,
    /// Holes as they stand in the text, each once, in its order.
    pub holes: Vec<String>,
    /// The language of the text as BCP 47; `und` when the reply states none.
    pub language: String,
}

/// Fills a body with values from the context.
///
/// A path is dotted, with indexes from the start or the end: `order.items[0].name`, `messages[-1].text`.
/// Keys are found whatever their case and underscores, the exact one first. Texts, numbers and
/// truth values are printed plainly; an empty text, a list or an object counts as no value.
/// `firstName` is made from the `name` beside it where the given name clearly comes first.
/// When a note in `customer.notes` asks for no emoji, there are none in the result.
///
/// ```
/// use hotcold::{json::Json, template::render};
/// let customer = Json::Object(vec![("name".into(), Json::Text("Ana Lima".into()))]);
/// let context = Json::Object(vec![("customer".into(), customer)]);
/// let reply = render("Hi {{customer.firstName|there}}, we ship on [day]. {{agent.name}}", &context);
/// assert_eq!(reply.text, "Hi Ana, we ship on [day]. {{agent.name}}");
/// assert_eq!(reply.missing, ["agent.name"]);
/// assert_eq!(reply.holes, ["[day]"]);
/// ```
pub fn render(body: &str, context: &Json) -> RenderedReply {
    let mut reply = RenderedReply { language: "und".to_owned(), ..RenderedReply::default() };
    for piece in parse::pieces(body) {
        match piece {
            Piece::Text(text) => reply.push_words(text, SegmentKind::Text, None),
            Piece::Placeholder { raw, path, fallback } => {
                let value = parse::steps(path).and_then(|steps| value::find(context, &steps));
                match (value, fallback) {
                    (Some(value), _) => reply.push(value, SegmentKind::Value, Some(path)),
                    (None, Some(fallback)) => {
                        reply.push_words(fallback, SegmentKind::Fallback, Some(path));
                    }
                    (None, None) => reply.push(raw.to_owned(), SegmentKind::Missing, Some(path)),
                }
            }
        }
    }
    if tone::without_emoji(context) {
        reply.strip_emoji();
    }
    reply.text = reply.segments.iter().map(|segment| segment.text.as_str()).collect();
    reply
}

/// Fills a saved reply in the language of the reader: `language`, or else `customer.language` of the
/// context. The text is that of [`Reply::variant_for`]: the same tag, its base language, another
/// region of it, or the reply's own text.
pub fn render_reply(reply: &Reply, context: &Json, language: Option<&str>) -> RenderedReply {
    let known = context.at("customer.language").and_then(|language| language.text().ok());
    let (body, tag) = reply.variant_for(language.or(known));
    let mut rendered = render(body, context);
    if let Some(tag) = tag {
        tag.clone_into(&mut rendered.language);
    }
    rendered
}

impl RenderedReply {
    /// Adds words of the team, in which there may be holes. An empty fallback still shows an editor
    /// where the value would have gone.
    fn push_words(&mut self, text: &str, kind: SegmentKind, name: Option<&str>) {
        let mut done = 0;
        for hole in holes(text) {
            if hole.start > done {
                self.push(text.get(done..hole.start).unwrap_or_default().to_owned(), kind, name);
            }
            let words = text.get(hole.clone()).unwrap_or_default();
            let instruction = words.trim_matches(['[', ']']).trim();
            self.push(words.to_owned(), SegmentKind::Hole, Some(instruction));
            done = hole.end;
        }
        if done < text.len() || text.is_empty() {
            self.push(text.get(done..).unwrap_or_default().to_owned(), kind, name);
        }
    }

    fn push(&mut self, text: String, kind: SegmentKind, name: Option<&str>) {
        match (kind, name) {
            (SegmentKind::Missing, Some(name)) => add_once(&mut self.missing, name),
            (SegmentKind::Hole, _) => add_once(&mut self.holes, &text),
            _ => {}
        }
        self.segments.push(Segment { text, kind, name: name.map(str::to_owned) });
    }

    fn strip_emoji(&mut self) {
        let mut fresh = true;
        for segment in &mut self.segments {
            if !matches!(segment.kind, SegmentKind::Missing | SegmentKind::Hole) {
                segment.text = tone::strip_emoji(&segment.text, fresh);
            }
            fresh = segment.text.chars().next_back().map_or(fresh, char::is_whitespace);
        }
        let is_empty_text =
            |segment: &Segment| segment.text.is_empty() && segment.kind == SegmentKind::Text;
        self.segments.retain(|segment| !is_empty_text(segment));
    }
}

fn add_once(list: &mut Vec<String>, item: &str) {
    if !list.iter().any(|known| known == item) {
        list.push(item.to_owned());
    }
}
