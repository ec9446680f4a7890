//! The engine's rules, learning, incidents and redaction.

use super::Engine;
use crate::entity::{Redacted, redact};
use crate::error::Result;
use crate::json::Json;
use crate::learning::Feedback;
use crate::model::linear;
use crate::rules::{RuleReport, RuleSet, Simulation};
use crate::text::Document;
use crate::verdict::{Incident, Priority};

impl Engine {
    /// Sets the rules, in order. On an error the old ones stay.
    ///
    /// # Errors
    /// `INVALID_RULE` with a path such as `rules[3].when.any[1].pattern`.
    pub fn set_rules(&mut self, rules: &Json) -> Result<()> {
        self.rules = RuleSet::compile(rules)?;
        Ok(())
    }

    /// What a set of rules would do with these messages: a dry run that changes nothing.
    ///
    /// # Errors
    /// `INVALID_RULE`; `INVALID_ARGUMENT` with a path such as `messages[2].text`.
    pub fn simulate_rules(&self, rules: &Json, messages: Json) -> Result<Vec<RuleReport>> {
        let rules = RuleSet::compile(rules)?;
        let mut simulation = Simulation::new(&rules);
        let Json::List(messages) = messages else {
            return Err(messages.expected("an array").inside("messages"));
        };
        for (index, json) in messages.into_iter().enumerate() {
            let message = crate::message::Message::from_json(json, self.settings.max_length)
                .map_err(|error| error.inside_item(index).inside("messages"))?;
            let document = Document::message(&message.text, message.html);
            let subject = message.subject.as_deref().map(Document::plain);
            let features = self.model.features(&document, subject.as_ref());
            let now = message.received_at;
            let analysis = self.analyse(&message, &document, subject.as_ref(), &features, now);
            simulation.observe(&analysis.facts());
        }
        Ok(simulation.finish())
    }

    /// Learns from feedback (one object or a list of them), at once. On an error nothing is learned.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` with a path such as `feedback[1].message.text`.
    pub fn learn(&mut self, feedback: &Json) -> Result<()> {
        let limit = self.settings.max_length;
        let read = |json: &Json| Feedback::from_json(json, limit);
        let lessons = match feedback {
            Json::List(_) => feedback.each(read),
            one => read(one).map(|feedback| vec![feedback]),
        };
        for Feedback { message, lesson } in lessons.map_err(|error| error.inside("feedback"))? {
            let document = Document::message(&message.text, message.html);
            let subject = message.subject.as_deref().map(Document::plain);
            let features = self.model.features(&document, subject.as_ref());
            let analysis = self.analyse(&message, &document, subject.as_ref(), &features, None);
            let border = linear::log_odds(self.settings.hot_threshold);
            let log_odds = analysis.log_odds - border;
            self.learned.learn(&lesson, &features, log_odds);
            self.revision = self.revision.wrapping_add(1);
        }
        Ok(())
    }

    /// Forgets everything learned.
    pub fn forget(&mut self) {
        self.learned.forget();
        self.revision = self.revision.wrapping_add(1);
    }

    /// Takes in a message for the watch on incidents; returns the incident when it raises the alert.
    ///
    /// # Errors
    /// Those of [`Engine::triage`].
    pub fn observe(&mut self, message: Json, now: f64) -> Result<Option<Incident>> {
        let message = self.message(message)?;
        let document = Document::message(&message.text, message.html);
        let subject = message.subject.as_deref().map(Document::plain);
        let features = self.model.features(&document, subject.as_ref());
        let analysis = self.analyse(&message, &document, subject.as_ref(), &features, Some(now));
        let hot = analysis.priority == Priority::Hot;
        let at = message.received_at.unwrap_or(now);
        let incident = self.incidents.observe(&message, &document, hot, at);
        self.revision = self.revision.wrapping_add(1);
        Ok(incident)
    }

    /// The open incidents at `now` (milliseconds since 1970), largest first.
    pub fn incidents(&self, now: f64) -> Vec<Incident> {
        self.incidents.list(now)
    }

    /// A message's text with personal data replaced by marks such as `[email]`. `kinds`: a list of entity
    /// kinds, or `null` for those that identify a person.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT`, `INPUT_TOO_LARGE`.
    pub fn redact(&self, message: Json, kinds: &Json) -> Result<Redacted> {
        let message = self.message(message)?;
        let kinds = match kinds {
            Json::Null => None,
            kinds => Some(kinds.texts().map_err(|error| error.inside("kinds"))?),
        };
        redact(&message.text, kinds.as_deref())
    }
}
