//! The engine's replies and articles.

use super::Engine;
use crate::articles::{Article, RenderedArticle};
use crate::error::{Code, Error, Result};
use crate::index::SearchOptions;
use crate::json::Json;
use crate::learning::{Kind, Recall};
use crate::replies::Reply;
use crate::rules::Effects;
use crate::template::{RenderedReply, render_reply};
use crate::text::Document;
use crate::verdict::{Match, round};

/// How far what was accepted before can move a match.
const LEARNED: f64 = 0.25;

/// Learning reorders among this many matches, so that one just below the limit can rise.
const CANDIDATES: usize = 20;

impl Engine {
    /// Adds replies, or replaces those of the same id. On an error nothing changes.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` with a path such as `replies[3].title`.
    pub fn upsert_replies(&mut self, replies: &Json) -> Result<()> {
        let replies = replies.each(Reply::from_json).map_err(|error| error.inside("replies"))?;
        replies.into_iter().for_each(|reply| self.replies.upsert(reply));
        Ok(())
    }

    /// Removes replies by id; returns how many were there.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` when `ids` is no list of strings.
    pub fn remove_replies(&mut self, ids: &Json) -> Result<u32> {
        let ids = ids.texts().map_err(|error| error.inside("ids"))?;
        Ok(ids.iter().map(|id| u32::from(self.replies.remove(id))).sum())
    }

    /// The saved replies that answer a message, best first.
    ///
    /// # Errors
    /// Those of [`Engine::triage`].
    pub fn suggest_replies(&self, message: Json, options: &Json) -> Result<Vec<Match>> {
        let options = SearchOptions::from_json(options).map_err(|error| error.inside("options"))?;
        let message = self.message(message)?;
        let document = Document::message(&message.text, message.html);
        let features = self.model.features(&document, None);
        let language = self.language(&message, &document).language;
        let wanted = options.language.clone().unwrap_or(language);
        Ok(self.learned_order(
            Kind::Reply,
            &self.learned.recall(&features),
            options.limit.unwrap_or(super::options::SUGGESTIONS),
            |limit| {
                let options = SearchOptions { limit: Some(limit), ..options.clone() };
                self.replies.suggest(&document, Some(&wanted), &options)
            },
        ))
    }

    /// The picker: replies by shortcut, title, tags and body, as the user types.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT`, `INPUT_TOO_LARGE`.
    pub fn find_replies(&self, query: &str, options: &Json) -> Result<Vec<Match>> {
        let options = SearchOptions::from_json(options).map_err(|error| error.inside("options"))?;
        crate::message::check_length(query, self.settings.max_length)
            .map_err(|error| error.inside("query"))?;
        Ok(self.replies.find(query, &options))
    }

    /// A reply with its placeholders filled in. `context` is an open tree (`customer`, `order`, `agent`, …);
    /// `language` in it chooses the variant.
    ///
    /// # Errors
    /// `UNKNOWN_ID`, `INVALID_ARGUMENT`.
    pub fn render_reply(&self, id: &str, context: &Json) -> Result<RenderedReply> {
        if *context != Json::Null {
            context.fields().map_err(|error| error.inside("context"))?;
        }
        let language =
            context.optional("language", Json::text).map_err(|error| error.inside("context"))?;
        let reply = self.replies.get(id).ok_or_else(|| unknown("reply", id))?;
        Ok(render_reply(reply, &self.with_brand(context), language))
    }

    /// Adds articles, or replaces those of the same id. On an error nothing changes.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` with a path such as `articles[3].title`.
    pub fn upsert_articles(&mut self, articles: &Json) -> Result<()> {
        let articles =
            articles.each(Article::from_json).map_err(|error| error.inside("articles"))?;
        articles.into_iter().for_each(|article| self.articles.upsert(article));
        Ok(())
    }

    /// Removes articles by id; returns how many were there.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` when `ids` is no list of strings.
    pub fn remove_articles(&mut self, ids: &Json) -> Result<u32> {
        let ids = ids.texts().map_err(|error| error.inside("ids"))?;
        Ok(ids.iter().map(|id| u32::from(self.articles.remove(id))).sum())
    }

    /// The articles that explain what a message or query asks, best first.
    ///
    /// # Errors
    /// Those of [`Engine::triage`].
    pub fn search_articles(&self, query: Json, options: &Json) -> Result<Vec<Match>> {
        let options = SearchOptions::from_json(options).map_err(|error| error.inside("options"))?;
        let message = self.message(query)?;
        let document = Document::message(&message.text, message.html);
        let features = self.model.features(&document, None);
        let wanted = options.language.clone();
        Ok(self.learned_order(
            Kind::Article,
            &self.learned.recall(&features),
            options.limit.unwrap_or(super::options::RESULTS),
            |limit| {
                let options = SearchOptions { limit: Some(limit), ..options.clone() };
                self.articles.search(&document, wanted.as_deref(), &options)
            },
        ))
    }

    /// A short answer out of an article, and its link, in the language of the message.
    ///
    /// # Errors
    /// `UNKNOWN_ID`, and those of [`Engine::triage`].
    pub fn render_article(&self, id: &str, message: Option<Json>) -> Result<RenderedArticle> {
        let Some(message) = message else { return self.articles.render(id, None, None) };
        let message = self.message(message)?;
        let document = Document::message(&message.text, message.html);
        let language = self.language(&message, &document).language;
        self.articles.render(id, Some(&document), Some(&language))
    }

    pub(super) fn matching_replies(
        &self,
        document: &Document,
        language: &str,
        limit: usize,
        recall: &Recall,
        effects: &Effects,
    ) -> Vec<Match> {
        let mut matches = self.learned_order(Kind::Reply, recall, limit, |limit| {
            let options = SearchOptions { limit: Some(limit), ..SearchOptions::default() };
            self.replies.suggest(document, Some(language), &options)
        });
        // What a rule suggests comes first.
        for id in effects.suggest_replies.iter().rev().filter(|id| self.replies.get(id).is_some()) {
            matches.retain(|other| other.id != *id);
            matches.insert(
                0,
                Match {
                    id: id.clone(),
                    score: 1.0,
                    language: None,
                    spans: Vec::new(),
                    snippet: None,
                    why: vec!["rule".to_owned()],
                },
            );
        }
        matches.truncate(limit);
        matches
    }

    pub(super) fn matching_articles(
        &self,
        document: &Document,
        language: &str,
        limit: usize,
        recall: &Recall,
    ) -> Vec<Match> {
        self.learned_order(Kind::Article, recall, limit, |limit| {
            let options = SearchOptions { limit: Some(limit), ..SearchOptions::default() };
            self.articles.search(document, Some(language), &options)
        })
    }

    /// Matches moved by what was accepted and rejected before.
    fn learned_order(
        &self,
        kind: Kind,
        recall: &Recall,
        limit: usize,
        search: impl Fn(usize) -> Vec<Match>,
    ) -> Vec<Match> {
        if limit == 0 {
            return Vec::new();
        }
        let mut matches = search(limit.max(CANDIDATES));
        for found in &mut matches {
            let boost = recall.boost(kind, &found.id);
            if boost != 0.0 {
                found.score = round((found.score + boost * LEARNED).clamp(0.0, 1.0));
                found.why.push(
                    if boost > 0.0 { "accepted before" } else { "rejected before" }.to_owned(),
                );
            }
        }
        matches.sort_by(|left, right| right.score.total_cmp(&left.score));
        matches.truncate(limit);
        matches
    }

    fn with_brand(&self, context: &Json) -> Json {
        match (context, &self.settings.brand) {
            (context, Json::Null) => context.clone(),
            (Json::Object(fields), brand) if context.get("brand").is_none() => {
                let mut fields = fields.clone();
                fields.push(("brand".to_owned(), brand.clone()));
                Json::Object(fields)
            }
            (Json::Null, brand) => Json::Object(vec![("brand".to_owned(), brand.clone())]),
            (context, _) => context.clone(),
        }
    }
}

fn unknown(what: &str, id: &str) -> Error {
    Error::new(Code::UnknownId, format!("no {what} has the id \"{id}\"; add it or use another"))
}
