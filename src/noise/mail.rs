//! Automatic replies and reports of the mail system, by their words.

use super::cues::{Cue, Hit};
use super::{Text, noise};
use crate::text::letters::Letters;
use crate::verdict::{Noise, Span};

pub(super) fn detect(text: &Text) -> Option<Noise> {
    if text.is_about() {
        return None;
    }
    by_subject(text).or_else(|| by_label(text)).or_else(|| by_text(text))
}

fn by_subject(text: &Text) -> Option<Noise> {
    let first = text.subject_hits.first()?;
    let leads = is_first(&text.subject, first);
    let after = text.subject.at(text.subject.skip_blanks(first.end));
    // `Automatic reply: …`, not `Out of office planning`.
    (leads && !after.is_alphanumeric()).then(|| opening(first.cue, "subject", Vec::new())).flatten()
}

/// A text that opens like such a subject, or wears it as a label: `Auto-reply: …`, `[부재중] …`, `… (auto-reply)`.
fn by_label(text: &Text) -> Option<Noise> {
    let letters = &text.letters;
    let is_label = |hit: &&Hit| {
        let before = letters.before(hit.start);
        let after = letters.at(letters.skip_blanks(hit.end));
        let closed = matches!(after, ':' | '-' | '–' | '—' | ']' | ')' | '】');
        let opened = matches!(before, '[' | '(' | '【');
        matches!(hit.cue, Cue::AutoSubject | Cue::BounceSubject)
            && ((is_first(letters, hit) && closed) || (opened && (closed || hit.start == 1)))
    };
    let hit = text.hits.iter().find(is_label)?;
    opening(hit.cue, "text", vec![text.span(hit.start, hit.end)])
}

fn is_first(letters: &Letters, hit: &Hit) -> bool {
    let before = letters.chars().get(..hit.start).unwrap_or_default();
    before.iter().all(|letter| !letter.is_alphanumeric())
}

fn opening(cue: Cue, place: &str, spans: Vec<Span>) -> Option<Noise> {
    match cue {
        Cue::AutoSubject => {
            Some(noise("auto_reply", &format!("the {place} opens like an automatic reply"), spans))
        }
        Cue::BounceSubject => {
            Some(noise("bounce", &format!("the {place} opens like a failed delivery"), spans))
        }
        _ => None,
    }
}

fn by_text(text: &Text) -> Option<Noise> {
    let spans = |cues: &[Cue]| -> Vec<Span> {
        let hits = text.hits.iter().filter(|hit| cues.contains(&hit.cue));
        hits.take(4).map(|hit| text.span(hit.start, hit.end)).collect()
    };
    let has = |cue| text.hits.iter().any(|hit| hit.cue == cue);
    // The statement has to come early: further down it is somebody else's, quoted.
    let early = |cue| text.hits.iter().any(|hit| hit.cue == cue && hit.start < 200);
    if early(Cue::AutoBody) {
        return Some(noise("auto_reply", "says that it is automatic", spans(&[Cue::AutoBody])));
    }
    if early(Cue::Away) && has(Cue::AwayMore) {
        let spans = spans(&[Cue::Away, Cue::AwayMore]);
        return Some(noise("auto_reply", "says that the writer is away", spans));
    }
    let reports = text.hits.iter().filter(|hit| hit.cue == Cue::BounceBody).count();
    if reports >= 2 && has(Cue::BounceSubject) {
        let spans = spans(&[Cue::BounceSubject, Cue::BounceBody]);
        return Some(noise("bounce", "reads like a report of the mail system", spans));
    }
    None
}
