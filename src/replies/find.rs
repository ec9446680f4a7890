//! The picker: saved replies as an agent types `##ref`.

use std::cmp::Ordering;

use super::{Entry, Replies, Reply};
use crate::index::picker::{Pick, Picker};
use crate::index::snippet::snippet;
use crate::index::{Query, SearchOptions};
use crate::text::Document;
use crate::text::fold::fold;
use crate::verdict::{Match, round};

/// How many replies the picker gives when the options do not say.
pub const DEFAULT_PICKS: usize = 10;
/// Scores by how the whole of what is typed fits: the shortcut, the title, anywhere in the title.
const SHORTCUT: f64 = 1.0;
const SHORTCUT_BEGINS: f64 = 0.95;
const TITLE: f64 = 0.97;
const TITLE_BEGINS: f64 = 0.9;
const TITLE_HOLDS: f64 = 0.5;
/// Words alone score up to this.
const WORDS: f64 = 0.85;
/// What the same letters with the same accents are worth on top.
const EXACT: f64 = 0.02;
/// What opens a picker in one host or another, and may stand before a shortcut.
const TRIGGERS: [char; 3] = ['#', '/', ':'];

/// What the whole of what is typed was found in.
#[derive(Clone, Copy)]
enum Whole {
    Shortcut,
    Title,
}

/// A reply with its score, before it is made presentable.
struct Candidate<'r> {
    reply: &'r Reply,
    score: f64,
    whole: Option<Whole>,
    pick: Option<Pick>,
}

impl Replies {
    /// The replies an agent may mean, best first, [`DEFAULT_PICKS`] unless the options say.
    ///
    /// The shortcut and the title that begin as typed come first, then replies with the words in
    /// title, tags, examples or body; each word may be unfinished, and from four letters on
    /// mistyped. Letters compare without accents and case, the exact ones first. A trigger in front
    /// (`##`, `/`, `::`) is ignored. Nothing typed lists all by use, then title.
    pub fn find(&self, typed: &str, options: &SearchOptions) -> Vec<Match> {
        let document = Document::plain(typed);
        let picker = self.index.picker(&document);
        let mut candidates = self.candidates(&picker, bare(typed), options);
        let limit = options.limit.unwrap_or(DEFAULT_PICKS);
        if candidates.len() > limit && limit > 0 {
            candidates.select_nth_unstable_by(limit - 1, order);
        }
        candidates.truncate(limit);
        candidates.sort_unstable_by(order);
        let query = Query::new(&document);
        let language = options.language.as_deref();
        let found = candidates.into_iter();
        found.map(|candidate| present(candidate, &picker, &query, language)).collect()
    }

    fn candidates(
        &self,
        picker: &Picker,
        typed: &str,
        options: &SearchOptions,
    ) -> Vec<Candidate<'_>> {
        let (folded, lower) = (fold(typed), typed.to_lowercase());
        let floor = options.min_score.unwrap_or(0.0);
        let mut picks = picker.picks().into_iter().peekable();
        let mut candidates = Vec::new();
        // Replies and picks both go by id.
        for (id, entry) in self.by_id.iter() {
            let pick = picks.next_if(|pick| *pick.id == *id);
            if !options.accepts(entry.reply.scope.as_deref(), &entry.reply.tags) {
                continue;
            }
            let Some(mut candidate) = candidate(entry, &folded, pick) else { continue };
            if candidate.score > 0.0 && entry.reply.title.to_lowercase().contains(&lower) {
                candidate.score = (candidate.score + EXACT).min(1.0);
            }
            if candidate.score >= floor {
                candidates.push(candidate);
            }
        }
        candidates
    }
}

/// Best first; of equals the more used, then by title and id.
fn order(left: &Candidate, right: &Candidate) -> Ordering {
    let (one, other) = (left.reply, right.reply);
    (right.score.total_cmp(&left.score))
        .then(other.usage.total_cmp(&one.usage))
        .then_with(|| one.title.cmp(&other.title))
        .then_with(|| one.id.cmp(&other.id))
}

fn present(candidate: Candidate, picker: &Picker, query: &Query, language: Option<&str>) -> Match {
    let Candidate { reply, score, whole, pick } = candidate;
    let (spans, why) = match (whole, pick) {
        (Some(Whole::Shortcut), _) => {
            let shortcut = reply.shortcut.as_deref().unwrap_or_default();
            (picker.spans(), vec![format!("shortcut: {shortcut}")])
        }
        (Some(Whole::Title), _) => (picker.spans(), vec![format!("title: {}", reply.title)]),
        (None, Some(pick)) => picker.explain(&pick),
        (None, None) => (Vec::new(), Vec::new()),
    };
    let (body, tag) = reply.variant_for(language);
    Match {
        id: reply.id.clone(),
        score: round(score),
        language: tag.map(str::to_owned),
        spans,
        snippet: (!body.is_empty()).then(|| snippet(body, query, &vec![1.0; query.len()])),
        why,
    }
}

/// How well a reply fits what is typed, folded; `None` when it does not.
fn candidate<'r>(entry: &'r Entry, typed: &str, pick: Option<Pick>) -> Option<Candidate<'r>> {
    let Entry { reply, title, shortcut } = entry;
    let by_words = pick.as_ref().map(|pick| WORDS * pick.fit);
    let (score, whole) = if typed.is_empty() {
        (0.0, None)
    } else if shortcut == typed {
        (SHORTCUT, Some(Whole::Shortcut))
    } else if title == typed {
        (TITLE, Some(Whole::Title))
    } else if shortcut.starts_with(typed) {
        (SHORTCUT_BEGINS, Some(Whole::Shortcut))
    } else if title.starts_with(typed) {
        (TITLE_BEGINS, Some(Whole::Title))
    } else if let Some(score) = by_words {
        (score, None)
    } else if title.contains(typed) {
        (TITLE_HOLDS, Some(Whole::Title))
    } else {
        return None;
    };
    Some(Candidate { reply, score, whole, pick })
}

/// What is typed without the trigger and the blanks around it.
pub(super) fn bare(typed: &str) -> &str {
    typed.trim().trim_start_matches(TRIGGERS).trim_start()
}
