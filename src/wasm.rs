//! The face towards JavaScript: convert, call, convert; no logic.
//!
//! Everything arrives as plain data (the TypeScript side has copied it, so no getter and no proxy of the
//! host runs while the engine is borrowed) and leaves as plain objects. Errors leave as
//! `{ code, message, path }`, which the TypeScript side turns into a `TriageError`.
#![allow(unsafe_code)] // wasm_bindgen's macro writes it.

use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::engine::Engine;
use crate::error::{Error, Result as CoreResult};
use crate::json::{Json, MAX_DEPTH};
use crate::metrics;

type Result<T = JsValue> = std::result::Result<T, JsValue>;

/// The engine as a JavaScript class. The npm package hides it behind `Triage`.
#[wasm_bindgen]
pub struct Core(Engine);

#[wasm_bindgen]
impl Core {
    /// [`Engine::new`].
    #[wasm_bindgen(constructor)]
    pub fn new(options: JsValue) -> Result<Core> {
        Engine::new(&json(options)?).map(Core).map_err(thrown)
    }

    /// [`Engine::triage`].
    pub fn triage(&self, message: JsValue, options: JsValue) -> Result {
        plain(self.0.triage(json(message)?, &json(options)?))
    }

    /// [`Engine::detect_language`].
    #[wasm_bindgen(js_name = detectLanguage)]
    pub fn detect_language(&self, text: &str) -> Result {
        plain(self.0.detect_language(text))
    }

    /// [`Engine::upsert_replies`].
    #[wasm_bindgen(js_name = upsertReplies)]
    pub fn upsert_replies(&mut self, replies: JsValue) -> Result<()> {
        self.0.upsert_replies(&json(replies)?).map_err(thrown)
    }

    /// [`Engine::remove_replies`].
    #[wasm_bindgen(js_name = removeReplies)]
    pub fn remove_replies(&mut self, ids: JsValue) -> Result<u32> {
        self.0.remove_replies(&json(ids)?).map_err(thrown)
    }

    /// [`Engine::suggest_replies`].
    #[wasm_bindgen(js_name = suggestReplies)]
    pub fn suggest_replies(&self, message: JsValue, options: JsValue) -> Result {
        plain(self.0.suggest_replies(json(message)?, &json(options)?))
    }

    /// [`Engine::find_replies`].
    #[wasm_bindgen(js_name = findReplies)]
    pub fn find_replies(&self, query: &str, options: JsValue) -> Result {
        plain(self.0.find_replies(query, &json(options)?))
    }

    /// [`Engine::render_reply`].
    #[wasm_bindgen(js_name = renderReply)]
    pub fn render_reply(&self, id: &str, context: JsValue) -> Result {
        plain(self.0.render_reply(id, &json(context)?))
    }

    /// [`Engine::upsert_articles`].
    #[wasm_bindgen(js_name = upsertArticles)]
    pub fn upsert_articles(&mut self, articles: JsValue) -> Result<()> {
        self.0.upsert_articles(&json(articles)?).map_err(thrown)
    }

    /// [`Engine::remove_articles`].
    #[wasm_bindgen(js_name = removeArticles)]
    pub fn remove_articles(&mut self, ids: JsValue) -> Result<u32> {
        self.0.remove_articles(&json(ids)?).map_err(thrown)
    }

    /// [`Engine::search_articles`].
    #[wasm_bindgen(js_name = searchArticles)]
    pub fn search_articles(&self, query: JsValue, options: JsValue) -> Result {
        plain(self.0.search_articles(json(query)?, &json(options)?))
    }

    /// [`Engine::render_article`]; `undefined` stands for no message.
    #[wasm_bindgen(js_name = renderArticle)]
    pub fn render_article(&self, id: &str, message: JsValue) -> Result {
        let message = if message.is_undefined() { None } else { Some(json(message)?) };
        plain(self.0.render_article(id, message))
    }

    /// [`Engine::set_rules`].
    #[wasm_bindgen(js_name = setRules)]
    pub fn set_rules(&mut self, rules: JsValue) -> Result<()> {
        self.0.set_rules(&json(rules)?).map_err(thrown)
    }

    /// [`Engine::simulate_rules`].
    #[wasm_bindgen(js_name = simulateRules)]
    pub fn simulate_rules(&self, rules: JsValue, messages: JsValue) -> Result {
        plain(self.0.simulate_rules(&json(rules)?, json(messages)?))
    }

    /// [`Engine::learn`].
    pub fn learn(&mut self, feedback: JsValue) -> Result<()> {
        self.0.learn(&json(feedback)?).map_err(thrown)
    }

    /// [`Engine::forget`].
    pub fn forget(&mut self) {
        self.0.forget();
    }

    /// [`Engine::observe`]; `null` when the message belongs to no incident.
    pub fn observe(&mut self, message: JsValue, now: f64) -> Result {
        plain(self.0.observe(json(message)?, now))
    }

    /// [`Engine::incidents`].
    pub fn incidents(&self, now: f64) -> Result {
        plain(Ok(self.0.incidents(now)))
    }

    /// [`Engine::redact`].
    pub fn redact(&self, message: JsValue, kinds: JsValue) -> Result {
        plain(self.0.redact(json(message)?, &json(kinds)?))
    }

    /// [`Engine::revision`].
    pub fn revision(&self) -> u32 {
        self.0.revision()
    }

    /// [`Engine::save`].
    pub fn save(&self) -> Vec<u8> {
        self.0.save()
    }

    /// [`Engine::restore`].
    pub fn restore(&mut self, bytes: &[u8]) -> Result<()> {
        self.0.restore(bytes).map_err(thrown)
    }

    /// [`metrics::response_metrics`].
    #[wasm_bindgen(js_name = responseMetrics)]
    pub fn response_metrics(events: JsValue, options: JsValue) -> Result {
        plain(metrics::response_metrics(&json(events)?, &json(options)?))
    }
}

/// Reads plain data.
fn json(value: JsValue) -> Result<Json> {
    read(&value, 0).map_err(thrown)
}

/// Reads a value that stands `depth` lists and objects deep.
fn read(value: &JsValue, depth: usize) -> CoreResult<Json> {
    if let Some(text) = value.as_string() {
        return Ok(Json::Text(text));
    }
    if let Some(number) = value.as_f64() {
        return Ok(Json::Number(number));
    }
    if let Some(truth) = value.as_bool() {
        return Ok(Json::Bool(truth));
    }
    if value.is_null() || value.is_undefined() {
        return Ok(Json::Null);
    }
    if depth > MAX_DEPTH {
        return Err(Error::argument(format!("is nested deeper than {MAX_DEPTH}; flatten it")));
    }
    if let Some(items) = value.dyn_ref::<Array>() {
        return items
            .iter()
            .map(|item| read(&item, depth + 1))
            .collect::<CoreResult<_>>()
            .map(Json::List);
    }
    let Some(object) = value.dyn_ref::<Object>().filter(|_| value.is_object()) else {
        return Err(Error::argument("is no plain JSON value; leave it out"));
    };
    let mut fields = Vec::new();
    for entry in Object::entries(object).iter() {
        let entry = Array::from(&entry);
        let key = entry.get(0).as_string().unwrap_or_default();
        fields.push((key, read(&entry.get(1), depth + 1)?));
    }
    Ok(Json::Object(fields))
}

/// Turns a result into plain objects.
fn plain<T: Serialize>(result: CoreResult<T>) -> Result {
    let value = result.map_err(thrown)?;
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// What is thrown for an error.
fn thrown(error: Error) -> JsValue {
    let object = Object::new();
    let fields =
        [("code", error.code().as_str()), ("message", &error.to_string()), ("path", error.path())];
    for (name, text) in fields {
        // Setting a field of a fresh object cannot fail.
        let _ = Reflect::set(&object, &name.into(), &text.into());
    }
    object.into()
}
