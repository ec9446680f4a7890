//! The engine: the one stateful type. Each method calls the stages in their order.

mod desk;
mod options;
mod search;

use crate::articles::Articles;
use crate::context;
use crate::due::due;
use crate::entity;
use crate::error::Result;
use crate::features::Features;
use crate::incident::Incidents;
use crate::intent;
use crate::json::Json;
use crate::language::{self, Hint};
use crate::learning::{Learned, Recall};
use crate::message::{Message, check_length};
use crate::model::linear::logistic;
use crate::model::{Model, Reading};
use crate::noise;
use crate::priority;
use crate::replies::Replies;
use crate::rules::{Effects, Facts, RuleSet};
use crate::snapshot::{self, State};
use crate::text::Document;
use crate::verdict::{
    Entity, IncidentRef, Intent, LanguageGuess, Level, Noise, Priority, Reason, Signal, Source,
    Verdict, Versions, round,
};
use options::{CallOptions, Settings};

/// What an open incident adds to the score of its messages, in log-odds: enough to make them hot.
const INCIDENT: f64 = 3.0;

/// Everything that triage needs and remembers.
///
/// ```
/// use hotcold::{engine::Engine, json::Json};
/// let engine = Engine::new(&Json::Null).unwrap();
/// let verdict = engine.triage(Json::Text("Ποτέ δεν ήρθε το δέμα μου!".into()), &Json::Null).unwrap();
/// assert_eq!(verdict.language.language, "el");
/// ```
#[derive(Debug)]
pub struct Engine {
    settings: Settings,
    model: Model,
    rules: RuleSet,
    replies: Replies,
    articles: Articles,
    incidents: Incidents,
    learned: Learned,
    revision: u32,
}

impl Engine {
    /// An engine with the bundled model. `options` may hold `replies`, `articles`, `rules`, `brand`, `languages`,
    /// `hotThreshold`, `targets`, `calendar` (absolute open spans), `incidents` and `maxLength`; `null` gives the defaults.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` and `INVALID_RULE` with the path of the wrong value.
    pub fn new(options: &Json) -> Result<Self> {
        let settings = Settings::from_json(options)?;
        let mut engine = Self {
            incidents: Incidents::new(settings.incidents.clone()),
            settings,
            model: Model::bundled()?,
            rules: RuleSet::default(),
            replies: Replies::default(),
            articles: Articles::default(),
            learned: Learned::default(),
            revision: 0,
        };
        if let Some(replies) = options.get("replies") {
            engine.upsert_replies(replies)?;
        }
        if let Some(articles) = options.get("articles") {
            engine.upsert_articles(articles)?;
        }
        if let Some(rules) = options.get("rules") {
            engine.set_rules(rules)?;
        }
        Ok(engine)
    }

    /// Judges a message (an object or a bare string). `options`: `replies` and `articles` (how many to suggest, 3 each),
    /// `now` (milliseconds since 1970), `language` (to suggest in).
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` or `INPUT_TOO_LARGE` with the path of the field.
    pub fn triage(&self, message: Json, options: &Json) -> Result<Verdict> {
        let options = CallOptions::from_json(options).map_err(|error| error.inside("options"))?;
        let message = self.message(message)?;
        let document = Document::message(&message.text, message.html);
        let subject = message.subject.as_deref().map(Document::plain);
        Ok(self.judge(&message, &document, subject.as_ref(), options))
    }

    /// The language of a text.
    ///
    /// # Errors
    /// `INPUT_TOO_LARGE`.
    pub fn detect_language(&self, text: &str) -> Result<LanguageGuess> {
        check_length(text, self.settings.max_length).map_err(|error| error.inside("text"))?;
        Ok(language::detect_text(text, &self.settings.languages))
    }

    /// Counts changes of what was learned: a host saves when it has risen.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// The snapshot of what was learned. It holds no message text.
    pub fn save(&self) -> Vec<u8> {
        snapshot::encode(&State {
            learned: self.learned.clone(),
            incidents: self.incidents.clone(),
            revision: self.revision,
        })
    }

    /// Takes up what [`Engine::save`] wrote. On an error the engine stays as it was.
    ///
    /// # Errors
    /// `SNAPSHOT_CORRUPT`, `SNAPSHOT_VERSION`.
    pub fn restore(&mut self, bytes: &[u8]) -> Result<()> {
        let state = snapshot::decode(bytes)?;
        self.learned = state.learned;
        self.incidents = state.incidents;
        self.incidents.set_options(self.settings.incidents.clone());
        self.revision = state.revision;
        Ok(())
    }

    fn message(&self, json: Json) -> Result<Message> {
        Message::from_json(json, self.settings.max_length).map_err(|error| error.inside("message"))
    }

    fn language(&self, message: &Message, document: &Document) -> LanguageGuess {
        let hint = Hint { stated: message.language.as_deref(), allowed: &self.settings.languages };
        language::detect(document, hint)
    }

    /// Everything about a message that does not depend on rules.
    fn analyse<'a>(
        &self,
        message: &'a Message,
        document: &'a Document<'a>,
        subject: Option<&'a Document<'a>>,
        features: &'a Features,
        now: Option<f64>,
    ) -> Analysis<'a>
    where
        Self: 'a,
    {
        let reading = self.model.read(features);
        let recall = self.learned.recall(features);
        let noise = noise::detect(message, document);
        let signals = priority::signals(&reading, document);
        let intents = self.intents(&reading, &recall);
        let incident = self.incident(message, document, now);
        let mut further = context::reasons(message, now);
        further.extend(noise.as_ref().map(priority::noise_reason));
        further.extend(recall.priority());
        further.extend(incident.as_ref().map(incident_reason));
        let log_odds = priority::log_odds(&reading, &further);
        let score = logistic(log_odds);
        let priority = priority::priority(score, self.settings.hot_threshold);
        let level = priority::level(priority, score, &signals, noise.as_ref());
        further.extend(priority::model_reasons(&reading, document));
        Analysis {
            language: self.language(message, document),
            entities: entity::find(document),
            reasons: further,
            message,
            document,
            subject,
            signals,
            intents,
            noise,
            incident,
            log_odds,
            score,
            priority,
            level,
            now,
        }
    }

    /// The stages in their order, from a document to a verdict.
    fn judge(
        &self,
        message: &Message,
        document: &Document,
        subject: Option<&Document>,
        options: CallOptions,
    ) -> Verdict {
        let features = self.model.features(document, subject);
        let mut analysis = self.analyse(message, document, subject, &features, options.now);
        let effects = self.rules.apply(&analysis.facts());
        self.take_effect(&mut analysis, &effects);
        analysis.reasons.sort_by(|left, right| right.weight.abs().total_cmp(&left.weight.abs()));

        let Analysis { language, priority, level, score, .. } = analysis;
        let recall = self.learned.recall(&features);
        let suggest_in = options.language.unwrap_or(&language.language);
        let replies =
            self.matching_replies(document, suggest_in, options.replies, &recall, &effects);
        let articles = self.matching_articles(document, suggest_in, options.articles, &recall);
        Verdict {
            message_id: message.id.clone(),
            priority,
            level,
            score: round(score),
            confidence: priority::confidence(score, &language, document),
            due: due(&self.settings.targets, &self.settings.calendar, message, level, options.now),
            tags: tags(&effects, &recall),
            language,
            signals: analysis.signals,
            intents: analysis.intents,
            entities: analysis.entities,
            noise: analysis.noise,
            reasons: analysis.reasons,
            assignee: effects.assignee,
            close: effects.close.then_some(true),
            rules: effects.firings,
            incident: analysis.incident,
            replies,
            articles,
            versions: Versions {
                engine: env!("CARGO_PKG_VERSION"),
                model: self.model.name.clone(),
            },
        }
    }

    /// What rules change of score, priority and level.
    fn take_effect(&self, analysis: &mut Analysis, effects: &Effects) {
        if effects.add_score != 0.0 {
            analysis.score = logistic(analysis.log_odds + effects.add_score);
            analysis.priority = priority::priority(analysis.score, self.settings.hot_threshold);
        }
        analysis.reasons.extend_from_slice(&effects.reasons);
        analysis.priority = effects.priority.unwrap_or(analysis.priority);
        let (signals, noise) = (&analysis.signals, analysis.noise.as_ref());
        let level = priority::level(analysis.priority, analysis.score, signals, noise);
        analysis.level = effects.level.unwrap_or(level);
    }

    /// The intents of the model and those the team taught.
    fn intents(&self, reading: &Reading, recall: &Recall) -> Vec<Intent> {
        let mut intents = intent::intents(&self.model, reading);
        for (id, probability) in recall.intents() {
            let probability = round(probability);
            match intents.iter_mut().find(|intent| intent.id == id) {
                Some(intent) => intent.probability = intent.probability.max(probability),
                None => intents.push(Intent { id, probability }),
            }
        }
        intents.sort_by(|left, right| right.probability.total_cmp(&left.probability));
        intents
    }

    fn incident(
        &self,
        message: &Message,
        document: &Document,
        now: Option<f64>,
    ) -> Option<IncidentRef> {
        self.incidents.of(document, message.received_at.or(now)?)
    }
}

/// What the stages before the rules say of a message.
struct Analysis<'a> {
    message: &'a Message,
    document: &'a Document<'a>,
    subject: Option<&'a Document<'a>>,
    language: LanguageGuess,
    signals: Vec<Signal>,
    intents: Vec<Intent>,
    entities: Vec<Entity>,
    noise: Option<Noise>,
    incident: Option<IncidentRef>,
    reasons: Vec<Reason>,
    log_odds: f64,
    score: f64,
    priority: Priority,
    level: Level,
    now: Option<f64>,
}

impl Analysis<'_> {
    fn facts(&self) -> Facts<'_> {
        Facts {
            message: self.message,
            document: self.document,
            subject: self.subject,
            language: &self.language,
            signals: &self.signals,
            intents: &self.intents,
            noise: self.noise.as_ref(),
            entities: &self.entities,
            score: self.score,
            priority: self.priority,
            level: self.level,
            now: self.now.or(self.message.received_at),
        }
    }
}

/// The tags that rules gave, then those that the team taught, without those that a rule took away.
fn tags(effects: &Effects, recall: &Recall) -> Vec<String> {
    let mut tags = effects.tags.clone();
    for (tag, _) in recall.tags() {
        if !tags.contains(&tag) && !effects.untags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

fn incident_reason(incident: &IncidentRef) -> Reason {
    Reason {
        source: Source::Incident,
        code: "incident".to_owned(),
        label: format!("{} messages about the same problem", incident.count),
        weight: INCIDENT,
        spans: Vec::new(),
    }
}
