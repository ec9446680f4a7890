//! Quoted history: the earlier messages that mail programs put below or between the customer's words.

use std::ops::Range;

use super::phrases::{self, FORWARDED, FROM, HEADERS, ORIGINAL, SUBJECT, WROTE};
use super::signature;
use crate::text::fold::fold;

/// The longest line that can stand above a quoted message, in bytes.
const LONGEST_ATTRIBUTION: usize = 400;

/// How many lines such a line may be wrapped into.
const WRAPS: usize = 3;

/// How many lines of a quoted header are looked at.
const HEADER_LINES: usize = 6;

/// A line of a text.
pub struct Line<'a> {
    /// Its bytes in the text, without the line break.
    pub range: Range<usize>,
    /// Without white space at the ends.
    pub text: &'a str,
    /// `text`, folded.
    pub folded: String,
    /// Whether it is the customer's.
    pub kept: bool,
}

/// The stretches of a text that are the customer's own words; `None` when that is all of it.
pub fn kept(text: &str) -> Option<Vec<Range<usize>>> {
    if !text.contains('\n') {
        return None;
    }
    let mut lines = lines(text);
    let end = drop_history(&mut lines);
    lines.truncate(end);
    signature::drop(&mut lines);
    let count = text.lines().count();
    let all = lines.len() == count && lines.iter().all(|line| line.kept);
    (!all).then(|| ranges(&lines))
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        let shown = line.trim();
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        lines.push(Line { range: start..end, text: shown, folded: fold(shown), kept: true });
        start += line.len();
    }
    lines
}

/// The kept lines as stretches, without empty lines at their ends.
fn ranges(lines: &[Line]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for group in lines.chunk_by(|left, right| left.kept == right.kept) {
        let is_full = |line: &&Line| line.kept && !line.text.is_empty();
        let first = group.iter().find(is_full);
        let last = group.iter().rfind(is_full);
        if let (Some(first), Some(last)) = (first, last) {
            // The line break before it keeps words of two stretches apart.
            let start =
                first.range.start - usize::from(!ranges.is_empty() && first.range.start > 0);
            ranges.push(start..last.range.end);
        }
    }
    ranges
}

/// Marks quoted lines; returns where the customer's message ends.
fn drop_history(lines: &mut [Line]) -> usize {
    let mut forwards = false;
    let mut at = 0;
    while at < lines.len() {
        let rest = lines.get(at..).unwrap_or_default();
        let Some(line) = rest.first() else { break };
        let mut dropped = usize::from(line.text.starts_with('>'));
        if is_banner(&line.folded, ORIGINAL) {
            return at;
        }
        forwards |= is_banner(&line.folded, FORWARDED);
        if !forwards && is_header(rest) {
            return at;
        }
        if let Some((length, strong)) = attribution(rest) {
            let next = rest.iter().skip(length).find(|line| !line.text.is_empty());
            if next.is_some_and(|next| next.text.starts_with('>')) {
                dropped = length;
            } else if strong && !forwards {
                return at;
            }
        }
        for line in lines.iter_mut().skip(at).take(dropped) {
            line.kept = false;
        }
        at += dropped.max(1);
    }
    lines.len()
}

/// Whether a line is a phrase of a list between rows of dashes or the like.
fn is_banner(folded: &str, list: &'static str) -> bool {
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let framed = folded.starts_with(['-', '_', '=', '*']) || bare.starts_with("begin ");
    framed && phrases::of(list).any(|phrase| phrase == bare)
}

/// Whether a quoted message's header begins here: sender, then two more fields, and a subject or an
/// address among them.
fn is_header(lines: &[Line]) -> bool {
    if !lines.first().is_some_and(|line| has_label(line, FROM)) {
        return false;
    }
    let near = lines.get(1..).unwrap_or_default().iter().take(2 * HEADER_LINES);
    let full = near.filter(|line| !line.text.is_empty()).take(HEADER_LINES);
    let fields: Vec<&Line> = full.take_while(|line| has_label(line, HEADERS)).collect();
    let names = |line: &&Line| line.text.contains('@') || has_label(line, SUBJECT);
    let sender_has_address = lines.first().is_some_and(|line| line.text.contains('@'));
    fields.len() >= 2 && (sender_has_address || fields.iter().any(names))
}

fn has_label(line: &Line, list: &'static str) -> bool {
    let bare = line.folded.trim_start_matches(['*', '-', ' ']);
    let Some((label, _)) = bare.split_once(':') else { return false };
    phrases::of(list).any(|known| known == label.trim_matches(['*', ' ']))
}

/// "On 3 May 2024 at 10:00, Ann <ann@example.com> wrote:", on up to three lines: how many it takes,
/// and whether it is sure enough to end the message even when the quote below is not marked.
fn attribution(lines: &[Line]) -> Option<(usize, bool)> {
    let mut joined = String::new();
    for (index, line) in lines.iter().take(WRAPS).enumerate() {
        // The date stands in the first line: a date only below is an attribution of its own.
        let continues = index > 0 && (has_year(&line.folded) || has_clock(&line.folded));
        let is_long = joined.len() + line.folded.len() > LONGEST_ATTRIBUTION;
        if line.text.is_empty() || is_long || continues {
            return None;
        }
        joined.push_str(&line.folded);
        if joined.ends_with(':') {
            return is_attribution(&joined).map(|sure| (index + 1, sure));
        }
        if !(has_year(&joined) || has_clock(&joined)) {
            return None;
        }
        joined.push(' ');
    }
    None
}

fn is_attribution(folded: &str) -> Option<bool> {
    let (dated, timed, addressed) = (has_year(folded), has_clock(folded), folded.contains('@'));
    let says = phrases::of(WROTE).any(|verb| folded.contains(verb));
    let sure = (dated || timed) && addressed || dated && timed && says;
    let signed = says || folded.ends_with(">:");
    (signed && (dated || timed || addressed)).then_some(sure)
}

fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4)
}

/// Whether a text holds a time of day such as 9:30.
fn has_clock(text: &str) -> bool {
    text.as_bytes().windows(4).any(|part| {
        matches!(part, [hour, b':' | b'.', ten, one]
            if hour.is_ascii_digit() && ten.is_ascii_digit() && one.is_ascii_digit())
    })
}
