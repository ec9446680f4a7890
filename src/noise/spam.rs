//! Promotions, lotteries and chain messages.

use super::cues::Cue;
use super::{Text, noise};
use crate::verdict::Noise;

/// Two different cues have to agree; a call to forward the message to many is enough.
pub(super) fn detect(text: &Text) -> Option<Noise> {
    if text.has(Cue::Topic) {
        return None;
    }
    let phrase = |start, end| text.letters.chars().get(start..end);
    let mut strong: Vec<(usize, usize)> = Vec::new();
    for hit in text.hits.iter().filter(|hit| hit.cue == Cue::Spam) {
        if strong.iter().all(|(start, end)| phrase(*start, *end) != phrase(hit.start, hit.end)) {
            strong.push((hit.start, hit.end));
        }
        if strong.len() == 4 {
            break;
        }
    }
    let chain = text.hits.iter().find(|hit| hit.cue == Cue::Chain);
    let more = text.hits.iter().find(|hit| hit.cue == Cue::SpamMore);
    let evidence = match (strong.len(), chain, more) {
        (_, Some(_), _) => "asks to forward it to many",
        (2.., ..) | (1, _, Some(_)) => "reads like a promotion",
        _ => return None,
    };
    let rest = [chain, more].into_iter().flatten().map(|hit| (hit.start, hit.end));
    let mut spans: Vec<_> =
        strong.iter().copied().chain(rest).map(|(start, end)| text.span(start, end)).collect();
    spans.sort_unstable();
    Some(noise("spam", evidence, spans))
}
