//! The picker: saved replies as an agent types `##ref`.

use super::{Entry, Replies, Reply};
use crate::index::SearchOptions;
use crate::index::picker::{Pick, Typed};
use crate::index::snippet::snippet;
use crate::index::{Field, Query};
use crate::text::Document;
use crate::text::fold::fold;
use crate::verdict::{Match, Span, round};

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

/// A reply with its score, before it is made presentable.
struct Candidate<'r> {
    reply: &'r Reply,
    score: f64,
    whole: Option<&'static str>,
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
        let needle = fold(bare(typed));
        let document = Document::plain(typed);
        let words = Typed::new(&document);
        let mut picks = self.index.matches(&words).into_iter().peekable();
        let mut candidates = Vec::new();
        for (id, entry) in &self.by_id {
            // Both go by id.
            while picks.next_if(|pick| *pick.id < **id).is_some() {}
            let pick = picks.next_if(|pick| *pick.id == **id);
            if options.accepts(entry.reply.scope.as_deref(), &entry.reply.tags) {
                candidates.extend(candidate(entry, &needle, pick));
            }
        }
        let floor = options.min_score.unwrap_or(0.0);
        candidates.retain(|candidate| candidate.score >= floor);
        let typed_lower = bare(typed).to_lowercase();
        for candidate in &mut candidates {
            let exact = candidate.score > 0.0
                && candidate.reply.title.to_lowercase().contains(&typed_lower);
            candidate.score = (candidate.score + if exact { EXACT } else { 0.0 }).min(1.0);
        }
        candidates.sort_by(|left, right| {
            (right.score.total_cmp(&left.score))
                .then(right.reply.usage.total_cmp(&left.reply.usage))
                .then_with(|| left.reply.title.cmp(&right.reply.title))
                .then_with(|| left.reply.id.cmp(&right.reply.id))
        });
        candidates.truncate(options.limit.unwrap_or(DEFAULT_PICKS));
        let query = Query::new(&document);
        let language = options.language.as_deref();
        let found = candidates.into_iter();
        found.map(|candidate| self.present(candidate, &words, &query, language)).collect()
    }

    fn present(
        &self,
        candidate: Candidate,
        typed: &Typed,
        query: &Query,
        language: Option<&str>,
    ) -> Match {
        let Candidate { reply, score, whole, pick } = candidate;
        let (mut why, mut spans): (Vec<String>, Vec<Span>) = (Vec::new(), Vec::new());
        if let Some(mut pick) = pick.filter(|_| whole.is_none()) {
            self.index.explain_pick(typed, &mut pick);
            (why, spans) = (pick.why, pick.spans);
        }
        if let Some(whole) = whole {
            let field = if whole == SHORTCUT_NAME { reply.shortcut.as_deref() } else { None };
            why.push(format!("{whole}: {}", field.unwrap_or(&reply.title)));
            spans = typed.spans();
        }
        let (body, tag) = reply.variant_for(language);
        let worths = vec![1.0; query.len()];
        Match {
            id: reply.id.clone(),
            score: round(score),
            language: tag.map(str::to_owned),
            spans,
            snippet: (!body.is_empty()).then(|| snippet(body, query, &worths)),
            why,
        }
    }
}

const SHORTCUT_NAME: &str = "shortcut";

/// How well a reply fits what is typed; `None` when it does not.
fn candidate<'r>(entry: &'r Entry, needle: &str, pick: Option<Pick>) -> Option<Candidate<'r>> {
    let Entry { reply, title, shortcut } = entry;
    if needle.is_empty() {
        return Some(Candidate { reply, score: 0.0, whole: None, pick: None });
    }
    let whole = if *shortcut == needle {
        Some((SHORTCUT, SHORTCUT_NAME))
    } else if *title == needle {
        Some((TITLE, Field::Title.name()))
    } else if shortcut.starts_with(needle) {
        Some((SHORTCUT_BEGINS, SHORTCUT_NAME))
    } else if title.starts_with(needle) {
        Some((TITLE_BEGINS, Field::Title.name()))
    } else if pick.is_none() && title.contains(needle) {
        Some((TITLE_HOLDS, Field::Title.name()))
    } else {
        None
    };
    let by_words = pick.as_ref().map(|pick| WORDS * pick.fit);
    match (whole, by_words) {
        (Some((score, name)), _) => Some(Candidate { reply, score, whole: Some(name), pick }),
        (None, Some(score)) => Some(Candidate { reply, score, whole: None, pick }),
        (None, None) => None,
    }
}

/// What is typed without the trigger and the blanks around it.
pub(super) fn bare(typed: &str) -> &str {
    typed.trim().trim_start_matches(TRIGGERS).trim_start()
}
