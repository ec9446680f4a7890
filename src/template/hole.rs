//! Holes: words in a saved reply that tell a person what to write there.

use std::ops::Range;

/// The longest instruction between brackets, in bytes.
const MAX_INSTRUCTION: usize = 120;
/// Words in capitals that say "to be filled in".
const MARKERS: [&str; 7] = ["TODO", "FILLIN", "FILL_IN", "TBD", "TBC", "FIXME", "PLACEHOLDER"];

/// The holes of a text, in order: `[instruction]`, a marker in capitals such as `TODO` or `XXX`, and
/// names in capitals with underscores such as `ORDER_NUMBER`. Markdown links, check boxes and
/// addresses are none.
pub(super) fn holes(text: &str) -> Vec<Range<usize>> {
    let mut holes: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while let Some(character) = text.get(from..).and_then(|rest| rest.chars().next()) {
        let end = match character {
            '[' => bracket(text, from),
            'A'..='Z' if !within_word(text, from) => marker(text, from),
            _ => None,
        };
        match end {
            Some(end) => {
                holes.push(from..end);
                from = end;
            }
            None => from += character.len_utf8(),
        }
    }
    holes
}

/// The end of `[instruction]`, when it is one.
fn bracket(text: &str, start: usize) -> Option<usize> {
    let inside = text.get(start + 1..)?;
    let bytes = inside.as_bytes().iter().take(MAX_INSTRUCTION);
    let close = bytes.clone().position(|byte| matches!(byte, b']' | b'[' | b'\n'))?;
    let instruction = inside.get(..close)?.trim();
    let after = inside.get(close..)?.strip_prefix(']')?;
    let image = text.get(..start).is_some_and(|before| before.ends_with('!'));
    let blank = instruction.chars().all(|mark| matches!(mark, '.' | '…' | '_'));
    let words = instruction.chars().any(char::is_alphabetic) && !matches!(instruction, "x" | "X");
    let is_hole = !instruction.is_empty()
        && (blank || words)
        && !image
        && !after.starts_with(['(', '[', ':']);
    is_hole.then_some(start + 1 + close + 1)
}

/// The end of a marker in capitals, when one starts here.
fn marker(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let is_part = |letter: char| letter.is_ascii_uppercase() || matches!(letter, '_' | '0'..='9');
    let word = rest.split(|letter| !is_part(letter)).next()?;
    let goes_on = rest.get(word.len()..)?.starts_with(char::is_alphanumeric);
    let crossed = word.len() >= 3 && word.bytes().all(|letter| letter == b'X');
    let name = word.contains('_') && !word.ends_with('_');
    let is_hole = !goes_on && (crossed || name || MARKERS.contains(&word));
    is_hole.then_some(start + word.len())
}

/// Whether the character before is part of the same word or address.
fn within_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    before.is_some_and(|letter| {
        letter.is_alphanumeric() || matches!(letter, '_' | '/' | '=' | '?' | '&' | '#' | '%' | '@')
    })
}
