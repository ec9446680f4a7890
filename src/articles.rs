//! Help-center articles: those that explain a message, and a short answer taken from one.

use serde::Serialize;

pub mod article;
pub mod markdown;

pub use article::{Article, Status, Text, Visibility};

use crate::error::{Code, Error, Result};
use crate::index::snippet::{snippet, summary};
use crate::index::{Index, Profile, Query, SearchOptions, Variant};
use crate::keyed::Keyed;
use crate::text::Document;
use crate::verdict::Match;

/// How many articles [`Articles::search`] gives when the options do not say.
pub const DEFAULT_RESULTS: usize = 10;
/// What a promoted article gains, as a share of its score.
const PROMOTED_SHARE: f64 = 0.03;
/// What votes can add at most, and how many give half of it.
const VOTES_SHARE: f64 = 0.03;
const VOTES_HALF: f64 = 20.0;

/// The title is worth three times the body; words side by side count, as customers quote headings.
const PROFILE: Profile = Profile {
    weight: [3.0, 2.0, 0.0, 1.0],
    length: [0.5, 0.3, 0.0, 0.75],
    saturation: 2.0,
    pairs: 0.2,
    half: 1.0,
};

/// A short answer and where to read on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RenderedArticle {
    /// The summary, and the link under it when there is one: what goes into a reply.
    pub text: String,
    /// One to three of the article's own sentences.
    pub summary: String,
    /// The address, empty when unknown.
    pub url: String,
}

/// The team's articles. Drafts, archived and private ones are kept and can be rendered, but are
/// never found.
///
/// ```
/// use hotcold::{articles::{Article, Articles, Text}, index::SearchOptions, text::Document};
/// let mut articles = Articles::default();
/// let text = Text { title: "Refunds".into(), body: "Refunds take five days.".into(), ..Text::default() };
/// articles.upsert(Article { id: "1".into(), texts: vec![text], ..Article::default() });
/// let message = Document::plain("how long does a refund take?");
/// assert_eq!(articles.search(&message, None, &SearchOptions::default())[0].id, "1");
/// assert_eq!(articles.render("1", Some(&message), None).unwrap().text, "Refunds take five days.");
/// ```
#[derive(Clone, Debug)]
pub struct Articles {
    by_id: Keyed<Article>,
    index: Index,
}

impl Default for Articles {
    fn default() -> Self {
        Self { by_id: Keyed::default(), index: Index::new(PROFILE) }
    }
}

impl Articles {
    /// Puts an article in, in place of the one with the same id.
    pub fn upsert(&mut self, article: Article) {
        self.index.remove(&article.id);
        if article.is_public() {
            let tags: Vec<&str> = article.tags.iter().map(String::as_str).collect();
            let variants: Vec<Variant> = article
                .texts
                .iter()
                .map(|text| Variant {
                    language: text.language.as_deref(),
                    fields: [vec![&text.title], tags.clone(), vec![], vec![&text.body]],
                })
                .collect();
            self.index.upsert(&article.id, &variants);
        }
        self.by_id.insert(article.id.as_str().into(), article);
    }

    /// Takes an article out; `false` when there is none with this id.
    pub fn remove(&mut self, id: &str) -> bool {
        self.index.remove(id);
        self.by_id.remove(id).is_some()
    }

    /// The article with this id.
    pub fn get(&self, id: &str) -> Option<&Article> {
        self.by_id.get(id)
    }

    /// How many articles there are, hidden ones included.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// The articles that explain a message, best first; [`DEFAULT_RESULTS`] unless the options say.
    ///
    /// `language` is that of the message; the one in the options goes first. The score is that of
    /// [`Index::search`], raised by at most 6 % for promoted articles and votes.
    pub fn search(
        &self,
        query: &Document,
        language: Option<&str>,
        options: &SearchOptions,
    ) -> Vec<Match> {
        let limit = options.limit.unwrap_or(DEFAULT_RESULTS);
        let language = options.language.as_deref().or(language);
        let query = Query::new(query);
        let mut admit = |id: &str| {
            let article = self.by_id.get(id)?;
            let accepted = options.accepts(article.scope.as_deref(), &article.tags);
            accepted.then(|| factor(article))
        };
        let hits = self.index.search(&query, limit, language, &mut admit);
        let floor = options.min_score.unwrap_or(0.0);
        let good = hits.best.iter().filter(|hit| hit.score >= floor);
        good.filter_map(|hit| {
            let text = self.by_id.get(&hit.id)?.texts.get(hit.variant)?;
            let mut found = self.index.to_match(&query, hit, &hits.worths);
            found.language.clone_from(&text.language);
            found.snippet =
                (!text.body.is_empty()).then(|| snippet(&text.body, &query, &hits.worths));
            Some(found)
        })
        .collect()
    }

    /// A short answer to `query` in the article's own sentences, and the link: in `language`, its
    /// base language, another region of it, or else the article's own language.
    ///
    /// # Errors
    /// `UNKNOWN_ID` when there is no such article.
    pub fn render(
        &self,
        id: &str,
        query: Option<&Document>,
        language: Option<&str>,
    ) -> Result<RenderedArticle> {
        let article = self.by_id.get(id).ok_or_else(|| {
            Error::new(Code::UnknownId, format!("there is no article \"{id}\"; add it first"))
        })?;
        let text = article.text_for(language);
        let query = query.map(Query::new).unwrap_or_default();
        let worths = self.index.worths(&query);
        let summary = summary(&text.body, &query, &worths);
        let url = text.url.clone();
        let parts = [summary.as_str(), url.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Ok(RenderedArticle { text: parts.join("\n"), summary, url })
    }
}

fn factor(article: &Article) -> f64 {
    let promoted = if article.promoted { PROMOTED_SHARE } else { 0.0 };
    let votes = article.votes.max(0.0);
    1.0 + promoted + VOTES_SHARE * votes / (votes + VOTES_HALF)
}
