//! "If a message … then …": the team's own rules.
//!
//! A rule set is a pure function of a message and what is known about it, so it may be applied again at
//! any time, and tried on old messages before it is armed ([`Simulation`]).
//!
//! - Rules run in the order of the list. `stop: true` on a rule that fires ends the pass.
//! - The **first** rule that sets the assignee, the priority or the level wins; tags add up.
//! - Unless a rule has a field condition on `author`, it sees messages of customers only; unless it has
//!   one on `visibility`, public messages only. An agent's note so never sets off a rule by accident.
//! - Score, priority and level in conditions are those before any rule.
//!
//! Conditions, each with one meaning (`{ all: [] }` holds always):
//!
//! | condition | holds when |
//! |---|---|
//! | `all`, `any`, `none` | all, at least one, none of the conditions hold |
//! | `contains` | one word of `any` and every word of `all` is in the text or subject (`in`: `both`, `text`, `subject`). Case, accents and width do not matter, unless `exact`. A word may be a part of a longer one (`결제` in `결제가`), unless `whole`; scripts without spaces have no whole words |
//! | `matches` | the regular expression matches somewhere in the cleaned text; case does not matter, unless `(?-i)`; time is linear |
//! | `language` | the language starts with one of `in`: `zh` covers `zh-Hant` |
//! | `channel`, `intent`, `noise` | it is one of `in` |
//! | `signal` | the signal `name` has a probability of `atLeast` (0.5) |
//! | `entity` | an entity of this `kind` is named |
//! | `priority` | the priority `is` this one |
//! | `score` | it is `atLeast` and `below` these limits |
//! | `time` | the message came (or it is) on one of `weekdays` (`mon` … `sun`) and from `from` (`09:00`, included) to `to` (excluded; past midnight if earlier), `utcOffsetMinutes` east of Greenwich |
//! | `field` | the value at `path` of the message passes every test given: `equals`, `in` (texts without regard to case; of a list any item), `atLeast`, `below` (numbers, also as text), `before`, `after` (milliseconds or ISO 8601), `exists` |

mod action;
mod condition;
mod evaluate;
mod facts;
mod field;
mod moment;
mod pattern;
mod simulate;
mod words;

pub use action::Effects;
pub use facts::Facts;
pub use simulate::{RuleExample, RuleReport, Simulation};

use crate::error::{Code, Error, Result};
use crate::json::Json;
use crate::keyed::Keyed;
use crate::message::{Author, Visibility};
use crate::verdict::RuleFiring;
use action::Action;
use condition::Condition;
use evaluate::{Tracer, View};
use words::{WordList, Words};

/// The most rules in a set.
pub const MAX_RULES: usize = 100_000;

/// The deepest nesting of `all`, `any` and `none`.
pub const MAX_DEPTH: usize = 16;

/// The longest pattern or word, in bytes.
pub const MAX_PATTERN: usize = 1_000;

/// The most `matches` conditions in a set: each may take some memory once compiled.
pub const MAX_PATTERNS: usize = 2_000;

/// Rules, checked and compiled.
#[derive(Clone, Debug)]
pub struct RuleSet {
    rules: Vec<Rule>,
    words: Words,
}

#[derive(Clone, Debug)]
struct Rule {
    id: String,
    label: String,
    when: Condition,
    then: Vec<Action>,
    /// The actions as they were given.
    actions: Vec<Json>,
    stop: bool,
    enabled: bool,
    /// Whether a field condition says whose messages the rule is for.
    names_author: bool,
    /// Whether a field condition says which messages the rule may see.
    names_visibility: bool,
}

impl Default for RuleSet {
    fn default() -> Self {
        Self { rules: Vec::new(), words: Words::new(WordList::default()) }
    }
}

impl RuleSet {
    /// Reads and compiles a list of rules.
    ///
    /// # Errors
    /// `INVALID_RULE` with the path of the offending value, such as `rules[3].when.any[1].pattern`.
    ///
    /// ```
    /// use hotcold::{json::Json, rules::RuleSet};
    /// let rules: Json = serde_json::from_str(r#"[{
    ///     "id": "payment",
    ///     "when": { "type": "contains", "any": ["pay", "भुगतान", "결제"] },
    ///     "then": [{ "tag": "Payment" }]
    /// }]"#).unwrap();
    /// assert_eq!(RuleSet::compile(&rules).unwrap().len(), 1);
    /// ```
    pub fn compile(json: &Json) -> Result<Self> {
        read(json).map_err(|error| error.inside("rules").with_code(Code::InvalidRule))
    }

    /// How many rules there are.
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Applies the rules in order and says what they do, and why.
    pub fn apply(&self, facts: &Facts) -> Effects {
        let mut effects = Effects::default();
        if self.rules.is_empty() {
            return effects;
        }
        let view = View::new(facts, &self.words);
        for rule in &self.rules {
            if !rule.fires(&view) {
                continue;
            }
            let tracer = rule.trace(&view);
            rule.then.iter().for_each(|action| action.apply(rule, &tracer.spans, &mut effects));
            effects.firings.push(RuleFiring {
                rule_id: rule.id.clone(),
                actions: rule.actions.clone(),
                trace: tracer.traces,
            });
            if rule.stop {
                break;
            }
        }
        effects
    }
}

impl Rule {
    fn fires(&self, view: &View) -> bool {
        let message = view.facts.message;
        self.enabled
            && (self.names_author || message.author == Author::Customer)
            && (self.names_visibility || message.visibility == Visibility::Public)
            && view.holds(&self.when, None)
    }

    /// Looks at the conditions once more and notes what they see.
    fn trace(&self, view: &View) -> Tracer {
        let mut tracer = Tracer::new("when");
        view.holds(&self.when, Some(&mut tracer));
        tracer
    }
}

fn read(json: &Json) -> Result<RuleSet> {
    let items = json.items()?;
    if items.len() > MAX_RULES {
        return Err(Error::argument(format!("holds more than {MAX_RULES} rules; remove some")));
    }
    let mut reader = Reader::default();
    let mut ids = Keyed::default();
    let rules = json.each(|item| {
        let rule = reader.rule(item)?;
        if ids.insert(rule.id.as_str().into(), ()).is_some() {
            return Err(Error::argument("is used by an earlier rule; choose another").inside("id"));
        }
        Ok(rule)
    })?;
    Ok(RuleSet { rules, words: Words::new(reader.words) })
}

/// What is gathered while rules are read.
#[derive(Default)]
struct Reader {
    words: WordList,
    patterns: usize,
    names_author: bool,
    names_visibility: bool,
}

impl Reader {
    fn rule(&mut self, json: &Json) -> Result<Rule> {
        json.fields()?;
        let id = json.required("id", filled)?.to_owned();
        let name = json.optional("name", Json::text)?;
        (self.names_author, self.names_visibility) = (false, false);
        let when = json.required("when", |when| self.condition(when, 0))?;
        let then = json.required("then", |then| then.each(Action::read))?;
        Ok(Rule {
            label: name.map_or_else(|| id.clone(), str::to_owned),
            id,
            when,
            then,
            actions: json.required("then", Json::items)?.to_vec(),
            stop: json.optional("stop", Json::bool)?.unwrap_or(false),
            enabled: json.optional("enabled", Json::bool)?.unwrap_or(true),
            names_author: self.names_author,
            names_visibility: self.names_visibility,
        })
    }
}

/// A string that is not blank.
fn filled(json: &Json) -> Result<&str> {
    let text = json.text()?;
    if text.trim().is_empty() {
        return Err(Error::argument("is blank; write something"));
    }
    Ok(text)
}

/// Refuses fields that mean nothing here: a typing error would silently change what a rule does.
fn only(json: &Json, known: &[&str]) -> Result<()> {
    let unknown = json.fields()?.iter().find(|(name, _)| !known.contains(&name.as_str()));
    match unknown {
        None => Ok(()),
        Some((name, _)) => {
            let text = format!("is not known here; known are {}", known.join(", "));
            Err(Error::argument(text).inside(name))
        }
    }
}
