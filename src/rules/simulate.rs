//! A dry run: what a rule set would have done with messages of the past.

use serde::Serialize;

use super::evaluate::View;
use super::{Facts, RuleSet};
use crate::verdict::Trace;

/// The most messages that a report names as examples.
const MAX_EXAMPLES: usize = 5;

/// What a rule would have done.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleReport {
    /// The rule's id.
    pub rule_id: String,
    /// On how many messages it would have fired.
    pub fired: u32,
    /// How many messages it would have fired on, had no rule before it ended the pass with `stop`.
    pub shadowed: u32,
    /// The rules that ended those passes.
    pub shadowed_by: Vec<String>,
    /// Whether it would never have fired.
    pub never_fired: bool,
    /// Some of the messages it would have fired on, and why.
    pub examples: Vec<RuleExample>,
}

/// A message on which a rule would have fired.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleExample {
    /// The message's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// Its place among the messages.
    pub index: u32,
    /// Each condition that was looked at.
    pub trace: Vec<Trace>,
}

/// Counts over many messages what the rules of a set would have done.
#[derive(Debug)]
pub struct Simulation<'a> {
    rules: &'a RuleSet,
    reports: Vec<RuleReport>,
    messages: u32,
}

impl<'a> Simulation<'a> {
    /// A dry run of these rules.
    pub fn new(rules: &'a RuleSet) -> Self {
        let report =
            |rule: &super::Rule| RuleReport { rule_id: rule.id.clone(), ..RuleReport::default() };
        Self { rules, reports: rules.rules.iter().map(report).collect(), messages: 0 }
    }

    /// Tries every rule on a message.
    pub fn observe(&mut self, facts: &Facts) {
        let view = View::new(facts, &self.rules.words);
        let mut stopped: Option<&str> = None;
        for (rule, report) in self.rules.rules.iter().zip(&mut self.reports) {
            if !rule.fires(&view) {
                continue;
            }
            if let Some(by) = stopped {
                report.shadowed += 1;
                if !report.shadowed_by.iter().any(|id| id == by) {
                    report.shadowed_by.push(by.to_owned());
                }
                continue;
            }
            report.fired += 1;
            if report.examples.len() < MAX_EXAMPLES {
                report.examples.push(RuleExample {
                    message_id: facts.message.id.clone(),
                    index: self.messages,
                    trace: rule.trace(&view).traces,
                });
            }
            if rule.stop {
                stopped = Some(&rule.id);
            }
        }
        self.messages += 1;
    }

    /// The reports, in the order of the rules.
    pub fn finish(mut self) -> Vec<RuleReport> {
        self.reports.iter_mut().for_each(|report| report.never_fired = report.fired == 0);
        self.reports
    }
}
