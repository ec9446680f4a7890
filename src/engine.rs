//! Stand-in until the engine is merged.
#![allow(missing_docs, unused_variables)]
use crate::error::{Code, Error, Result};
use crate::json::Json;
use crate::message::{DEFAULT_MAX_LENGTH, Message};
use crate::verdict::*;
#[derive(serde::Serialize)]
pub struct RenderedReply {
    text: String,
}
#[derive(serde::Serialize)]
pub struct RenderedArticle {
    text: String,
}
#[derive(serde::Serialize)]
pub struct RuleReport {
    text: String,
}
#[derive(serde::Serialize)]
pub struct Redacted {
    text: String,
}
pub struct Engine;
impl Engine {
    pub fn new(options: &Json) -> Result<Engine> {
        if *options != Json::Null {
            options.fields()?;
        }
        Ok(Engine)
    }
    pub fn triage(&self, message: Json, options: &Json) -> Result<Verdict> {
        let m = Message::from_json(message, DEFAULT_MAX_LENGTH)?;
        let hot = m.text.contains("refund");
        let model: &[u8] = include_bytes!("../model/triage.bin");
        Ok(Verdict {
            message_id: m.id,
            priority: if hot { Priority::Hot } else { Priority::Cold },
            level: if hot { Level::High } else { Level::Low },
            score: if hot { 0.9 } else { 0.1 },
            confidence: Confidence::Low,
            language: self.detect_language(&m.text)?,
            signals: vec![],
            intents: vec![],
            entities: vec![],
            noise: None,
            reasons: m
                .text
                .find("refund")
                .map(|at| {
                    let start = m.text[..at].encode_utf16().count() as u32;
                    Reason {
                        source: Source::Model,
                        code: "complaint".into(),
                        label: "complaint".into(),
                        weight: 1.0,
                        spans: vec![Span { start, end: start + 6 }],
                    }
                })
                .into_iter()
                .collect(),
            tags: vec![],
            assignee: None,
            close: None,
            rules: vec![],
            due: None,
            incident: None,
            replies: vec![],
            articles: vec![],
            versions: Versions {
                engine: env!("CARGO_PKG_VERSION"),
                model: format!("stub-{}", model.len()),
            },
        })
    }
    pub fn detect_language(&self, text: &str) -> Result<LanguageGuess> {
        Ok(LanguageGuess {
            language: "und".into(),
            iso6393: "und".into(),
            script: "Latn".into(),
            confidence: 0.0,
            reliable: false,
            mixed: false,
        })
    }
    pub fn upsert_replies(&mut self, replies: &Json) -> Result<()> {
        replies.items()?;
        Ok(())
    }
    pub fn remove_replies(&mut self, ids: &Json) -> Result<u32> {
        ids.texts()?;
        Ok(0)
    }
    pub fn suggest_replies(&self, message: Json, options: &Json) -> Result<Vec<Match>> {
        Ok(vec![])
    }
    pub fn find_replies(&self, query: &str, options: &Json) -> Result<Vec<Match>> {
        Ok(vec![])
    }
    pub fn render_reply(&self, id: &str, context: &Json) -> Result<RenderedReply> {
        Err(Error::new(Code::UnknownId, "no reply has this id"))
    }
    pub fn upsert_articles(&mut self, a: &Json) -> Result<()> {
        a.items()?;
        Ok(())
    }
    pub fn remove_articles(&mut self, ids: &Json) -> Result<u32> {
        ids.texts()?;
        Ok(0)
    }
    pub fn search_articles(&self, query: Json, options: &Json) -> Result<Vec<Match>> {
        Ok(vec![])
    }
    pub fn render_article(&self, id: &str, message: Option<Json>) -> Result<RenderedArticle> {
        Err(Error::new(Code::UnknownId, "no article has this id"))
    }
    pub fn set_rules(&mut self, rules: &Json) -> Result<()> {
        rules.items()?;
        Ok(())
    }
    pub fn simulate_rules(&self, rules: &Json, messages: Json) -> Result<Vec<RuleReport>> {
        Ok(vec![])
    }
    pub fn learn(&mut self, feedback: Json) -> Result<()> {
        Ok(())
    }
    pub fn forget(&mut self) {}
    pub fn observe(&mut self, message: Json, now: f64) -> Result<Option<Incident>> {
        Ok(None)
    }
    pub fn incidents(&self, now: f64) -> Vec<Incident> {
        vec![]
    }
    pub fn redact(&self, message: Json, kinds: &Json) -> Result<Redacted> {
        Ok(Redacted { text: String::new() })
    }
    pub fn revision(&self) -> u32 {
        0
    }
    pub fn save(&self) -> Vec<u8> {
        vec![1, 2, 3]
    }
    pub fn restore(&mut self, bytes: &[u8]) -> Result<()> {
        Ok(())
    }
}
