//! What stands below the customer's words: signatures, "sent from my phone", legal small print.

use super::history::Line;
use super::phrases::{self, DEVICES, SENT_FROM, SMALL_PRINT};

/// A signature is at most this many lines and bytes; more is text below a line of dashes.
const LONGEST_SIGNATURE: (usize, usize) = (12, 1000);

/// "Sent from …" is looked for in this many of the last lines.
const LAST_LINES: usize = 8;

/// "Sent from …" is at most this long, in bytes.
const LONGEST_SENT_FROM: usize = 120;

/// Small print is at least this long, in bytes, unless three of its words stand in it.
const SHORTEST_SMALL_PRINT: usize = 120;

/// Marks what is below the customer's words.
pub fn drop(lines: &mut Vec<Line>) {
    if let Some(start) = signature(lines) {
        lines.truncate(start);
    }
    let full = |line: &&mut Line| line.kept && !line.text.is_empty();
    for line in lines.iter_mut().rev().filter(full).take(LAST_LINES) {
        line.kept = !is_sent_from(&line.folded);
    }
    drop_small_print(lines);
}

/// Where the signature begins: at a line of two dashes (RFC 3676, 4.3) that little follows.
fn signature(lines: &[Line]) -> Option<usize> {
    let start =
        lines.iter().rposition(|line| line.kept && matches!(line.text, "--" | "—" | "–"))?;
    let below = lines.get(start + 1..)?.iter().filter(|line| line.kept && !line.text.is_empty());
    let (count, bytes) =
        below.fold((0, 0), |(count, bytes), line| (count + 1, bytes + line.text.len()));
    (count <= LONGEST_SIGNATURE.0 && bytes <= LONGEST_SIGNATURE.1).then_some(start)
}

fn is_sent_from(folded: &str) -> bool {
    folded.len() <= LONGEST_SENT_FROM
        && phrases::of(SENT_FROM).any(|phrase| folded.contains(phrase))
        && phrases::of(DEVICES).any(|device| folded.contains(device))
        // The customer's own sentence goes on after the device.
        && folded.split_whitespace().count() <= 9
}

/// Drops paragraphs of legal small print, but never the first paragraph.
fn drop_small_print(lines: &mut [Line]) {
    let mut first = true;
    for paragraph in
        lines.chunk_by_mut(|left, right| !left.text.is_empty() && !right.text.is_empty())
    {
        let length: usize = paragraph.iter().map(|line| line.folded.len()).sum();
        if paragraph.iter().any(|line| line.kept && !line.text.is_empty()) && !first {
            let says = |cue: &&str| paragraph.iter().any(|line| line.folded.contains(*cue));
            let cues = phrases::of(SMALL_PRINT).filter(says).take(3).count();
            if cues >= 3 || (cues == 2 && length >= SHORTEST_SMALL_PRINT) {
                paragraph.iter_mut().for_each(|line| line.kept = false);
            }
        }
        first &= length == 0;
    }
}
