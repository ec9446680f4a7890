//! Automatic replies and reports of the mail system, by their words.

use super::cues::{Cue, Hit};
use super::{Text, noise};
use crate::text::letters::Letters;
use crate::verdict::{Noise, Span};

pub(super) fn detect(text: &Text) -> Option<Noise> {
    if text.is_about() {
        return None;
    }
    by_subject(text).or_else(|| by_text(text))
}

fn by_subject(text: &Text) -> Option<Noise> {
    let first = opening(&text.subject, &text.subject_hits)?;
    match first {
        Cue::AutoSubject => {
            Some(noise("auto_reply", "the subject is that of an automatic reply", Vec::new()))
        }
        Cue::BounceSubject => {
            Some(noise("bounce", "the subject is that of a failed delivery", Vec::new()))
        }
        _ => None,
    }
}

/// The cue that a subject starts with, if nothing but a mark stands behind it: `Automatic reply: …`,
/// not `Out of office planning`.
fn opening(subject: &Letters, hits: &[Hit]) -> Option<Cue> {
    let first = hits.first()?;
    let leads = subject.chars().get(..first.start)?.iter().all(|letter| !letter.is_alphanumeric());
    let after = subject.at(subject.skip_blanks(first.end));
    (leads && !after.is_alphanumeric()).then_some(first.cue)
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
