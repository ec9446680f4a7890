//! Markdown as plain text: what a reader would see, one line for each block.

use crate::text::html_to_text;

/// The longest target of a link, in bytes; longer is no link.
const MAX_TARGET: usize = 2048;
/// Stands where an opening bracket was; dropped, or made a bracket again.
const DROPPED: char = '\u{0}';

/// The text of a Markdown document: headings, lists, quotes, tables, code, links, images, emphasis and
/// HTML lose their marks and keep their words. Not a full CommonMark reader; what it does not know
/// stays as it is. Time is linear in the length of the text.
///
/// ```
/// use hotcold::articles::markdown::to_text;
/// assert_eq!(to_text("## Refunds\n\n* See [the *form*](https://e.com/f)."), "Refunds\n\nSee the form.");
/// ```
pub fn to_text(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut fence = None;
    for line in markdown.lines() {
        let bare = line.trim();
        let mark = bare.get(..3).filter(|mark| matches!(*mark, "```" | "~~~"));
        if mark.is_some() && (fence.is_none() || fence == mark) {
            fence = if fence.is_none() { mark } else { None };
            continue;
        }
        if fence.is_some() {
            out.push_str(line);
        } else if !is_rule(bare) {
            let line = inline(without_prefix(bare));
            out.push_str(&if line.contains(['<', '&']) { html_to_text(&line) } else { line });
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether a line is a rule, the underline of a heading, or the one under a table's head.
fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && line.chars().all(|mark| matches!(mark, '-' | '*' | '_' | '=' | '|' | ':' | ' '))
}

/// A line without the marks of quotes, headings, lists and table rows.
fn without_prefix(line: &str) -> &str {
    let mut line = line;
    while let Some(quoted) = line.strip_prefix('>') {
        line = quoted.trim_start();
    }
    let heading = line.trim_start_matches('#');
    if heading.len() < line.len() && heading.starts_with([' ', '\t']) {
        return heading.trim().trim_end_matches('#').trim_end();
    }
    let item = line.trim_start_matches(|digit: char| digit.is_ascii_digit());
    let item = if item.len() < line.len() {
        item.strip_prefix(['.', ')'])
    } else {
        line.strip_prefix(['-', '*', '+'])
    };
    match item {
        Some(item) if item.starts_with([' ', '\t']) => item.trim_start(),
        _ => line.trim_matches('|').trim(),
    }
}

/// A line without the marks of links, images, emphasis and code.
fn inline(line: &str) -> String {
    // The places of the brackets that are open, each held by a `DROPPED`.
    let mut open = Vec::new();
    let mut rest = line;
    let mut kept = String::with_capacity(line.len());
    while let Some(character) = rest.chars().next() {
        let after = rest.get(character.len_utf8()..).unwrap_or_default();
        rest = after;
        match character {
            '\\' if after.starts_with(|next: char| next.is_ascii_punctuation()) => {
                kept.extend(after.chars().next());
                rest = after.get(1..).unwrap_or_default();
            }
            '!' if after.starts_with('[') => {}
            '[' => {
                open.push(kept.len());
                kept.push(DROPPED);
            }
            ']' => match (open.pop(), target(after)) {
                (Some(_), Some(target)) => rest = after.get(target..).unwrap_or_default(),
                (bracket, _) => {
                    keep(&mut kept, bracket);
                    kept.push(']');
                }
            },
            '<' if after.starts_with("http") => {
                let end = after.bytes().take(MAX_TARGET).position(|byte| byte == b'>');
                let (address, tail) = end.map_or(("", after), |end| after.split_at(end));
                kept.push_str(address);
                rest = tail.strip_prefix('>').unwrap_or(tail);
            }
            '*' if kept.ends_with(' ') && after.starts_with(' ') => kept.push('*'),
            '*' | '`' | DROPPED => {}
            '_' if !(kept.ends_with(char::is_alphanumeric)
                && after.starts_with(char::is_alphanumeric)) => {}
            '~' if after.starts_with('~') => rest = after.get(1..).unwrap_or_default(),
            '|' => kept.push(' '),
            _ => kept.push(character),
        }
    }
    for bracket in open {
        keep(&mut kept, Some(bracket));
    }
    kept.retain(|character| character != DROPPED);
    kept
}

/// Makes the bracket at this place a literal one.
fn keep(kept: &mut String, bracket: Option<usize>) {
    if let Some(at) = bracket {
        kept.replace_range(at..=at, "[");
    }
}

/// The length of `(target)` or `[reference]` at the start of what follows a closing bracket.
fn target(after: &str) -> Option<usize> {
    let end = match after.chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let at = after.bytes().take(MAX_TARGET).position(|byte| char::from(byte) == end)?;
    Some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::to_text;

    #[test]
    fn marks_go_and_words_stay() {
        for (markdown, text) in [
            ("# Title #", "Title"),
            ("Title\n=====\nbody", "Title\n\nbody"),
            ("1. one\n2) two\n- three", "one\ntwo\nthree"),
            ("> quoted\n>> twice", "quoted\ntwice"),
            ("**bold** _it_ `code` ~~old~~", "bold it code old"),
            ("snake_case and 2 * 3", "snake_case and 2 * 3"),
            ("[link](https://e.com/a_b) ![logo](l.png)", "link logo"),
            ("[by name][ref] [kept] [[twice]]", "by name [kept] [[twice]]"),
            ("an [open bracket", "an [open bracket"),
            ("\\*kept\\*", "*kept*"),
            ("<https://e.com> <b>bold</b> &amp; more", "https://e.com bold & more"),
            ("| a | b |\n|---|:-:|\n| 1 | 2 |", "a   b\n\n1   2"),
            ("```js\nlet a = `<b>`;\n```\nend", "let a = `<b>`;\nend"),
            ("- - -\nafter", "\nafter"),
        ] {
            assert_eq!(to_text(markdown), text, "{markdown}");
        }
    }
}
