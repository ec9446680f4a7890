//! An article as the host gives it.

use super::markdown;
use crate::error::{Error, Result};
use crate::index::language::choose;
use crate::json::Json;
use crate::replies::read_id;
use crate::text::html_to_text;

/// How far an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Ready: the default.
    #[default]
    Published,
    /// Being written.
    Draft,
    /// Kept for the record.
    Archived,
}

/// Who may read an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Visibility {
    /// Everybody: the default.
    #[default]
    Public,
    /// The team.
    Private,
}

/// An article in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    /// BCP 47.
    pub language: Option<String>,
    /// The title.
    pub title: String,
    /// Plain text.
    pub body: String,
    /// The address, empty when unknown.
    pub url: String,
}

/// A help article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// The host's id.
    pub id: String,
    /// The article in its own language, then its translations.
    pub texts: Vec<Text>,
    /// Tags and keywords.
    pub tags: Vec<String>,
    /// The team, brand or help center it belongs to.
    pub scope: Option<String>,
    /// How far it is.
    pub status: Status,
    /// Who may read it.
    pub visibility: Visibility,
    /// Marked by the team as important.
    pub promoted: bool,
    /// Votes of readers, up minus down.
    pub votes: f64,
}

/// How a body is written.
#[derive(Clone, Copy)]
enum Format {
    Html,
    Markdown,
    Text,
}

impl Article {
    /// Reads an article from its object; bodies become plain text.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` when `id`, `title` or `body` is missing or a field has the wrong type.
    pub fn from_json(json: &Json) -> Result<Self> {
        json.fields()?;
        let format = json.optional("format", read_format)?.unwrap_or(Format::Text);
        let language = json.optional("language", Json::text)?;
        let mut texts = vec![read_text(json, language, format)?];
        texts.extend(
            json.optional("translations", |json| read_translations(json, format))?
                .unwrap_or_default(),
        );
        let mut tags = json.optional("tags", Json::texts)?.unwrap_or_default();
        tags.extend(json.optional("keywords", Json::texts)?.unwrap_or_default());
        Ok(Self {
            id: json.required("id", read_id)?,
            texts,
            tags,
            scope: json.optional("scope", Json::text)?.map(str::to_owned),
            status: json.optional("status", read_status)?.unwrap_or_default(),
            visibility: json.optional("visibility", read_visibility)?.unwrap_or_default(),
            promoted: json.optional("promoted", Json::bool)?.unwrap_or(false),
            votes: json.optional("votes", Json::number)?.unwrap_or(0.0),
        })
    }

    /// Whether it may be shown to a customer.
    pub fn is_public(&self) -> bool {
        self.status == Status::Published && self.visibility == Visibility::Public
    }

    /// The text for a reader of `language`: the same tag, its base language, another region of it,
    /// or the article's own text.
    pub fn text_for(&self, language: Option<&str>) -> &Text {
        const NONE: &Text =
            &Text { language: None, title: String::new(), body: String::new(), url: String::new() };
        let tags = self.texts.iter().map(|text| text.language.as_deref().unwrap_or_default());
        let at = language.and_then(|wanted| choose(wanted, tags)).unwrap_or(0);
        self.texts.get(at).unwrap_or(NONE)
    }
}

fn read_text(json: &Json, language: Option<&str>, format: Format) -> Result<Text> {
    json.fields()?;
    let body = json.required("body", Json::text)?;
    Ok(Text {
        language: language.map(str::to_owned),
        title: json.required("title", Json::text)?.to_owned(),
        body: match format {
            Format::Html => html_to_text(body),
            Format::Markdown => markdown::to_text(body),
            Format::Text => body.to_owned(),
        },
        url: json.optional("url", Json::text)?.unwrap_or_default().to_owned(),
    })
}

fn read_translations(json: &Json, format: Format) -> Result<Vec<Text>> {
    let fields = json.fields()?.iter().filter(|(_, value)| *value != Json::Null);
    fields
        .map(|(tag, text)| read_text(text, Some(tag), format).map_err(|error| error.inside(tag)))
        .collect()
}

fn read_format(json: &Json) -> Result<Format> {
    match json.text()? {
        "html" => Ok(Format::Html),
        "markdown" => Ok(Format::Markdown),
        "text" => Ok(Format::Text),
        _ => Err(Error::argument("must be \"html\", \"markdown\" or \"text\"")),
    }
}

fn read_status(json: &Json) -> Result<Status> {
    match json.text()? {
        "published" => Ok(Status::Published),
        "draft" => Ok(Status::Draft),
        "archived" => Ok(Status::Archived),
        _ => Err(Error::argument("must be \"published\", \"draft\" or \"archived\"")),
    }
}

fn read_visibility(json: &Json) -> Result<Visibility> {
    match json.text()? {
        "public" => Ok(Visibility::Public),
        "private" => Ok(Visibility::Private),
        _ => Err(Error::argument("must be \"public\" or \"private\"")),
    }
}
