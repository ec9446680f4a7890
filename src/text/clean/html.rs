//! Reading the text out of HTML in one pass, however broken it is.
//!
//! A scanner, not a parser: it needs to know where text stands, where lines break and what to leave
//! out, and no more. Every search that fails once is not tried again, so hostile input stays linear.

use super::entity;
use super::{Builder, Cleaned};

/// Elements that begin and end a line.
const LINES: &str = "address article aside center dd div dl dt fieldset figure footer form header hr li main nav option section tbody tr";

/// Elements with an empty line around them.
const PARAGRAPHS: &str = "blockquote h1 h2 h3 h4 h5 h6 ol p pre table ul figcaption";

/// The ends of elements whose content is no text for a reader.
const HIDDEN: [&str; 5] = ["</script>", "</style>", "</template>", "</title>", "</svg>"];

/// Elements with a space around them.
const CELLS: &str = "td th";

/// How mail programs mark quoted history and signatures, in classes and ids.
const HISTORY_MARKS: [&str; 9] = [
    "gmail_quote",
    "gmail_signature",
    "moz-cite-prefix",
    "moz-signature",
    "yahoo_quoted",
    "protonmail_quote",
    "tutanota_quote",
    "zmail_extra",
    "id=\"signature\"",
];

/// The text of `source`; quoted history too when `with_history`.
pub fn read(source: &str, with_history: bool) -> Cleaned<'static> {
    let mut reader = Reader {
        source,
        with_history,
        out: Builder::new(source),
        skipped: None,
        preformatted: 0,
        lines: 0,
        space: false,
        quotes_break: false,
        missing: Vec::new(),
    };
    reader.read();
    reader.out.finish()
}

struct Reader<'a> {
    source: &'a str,
    with_history: bool,
    out: Builder<'a>,
    /// The element that is left out, and how many of its name are open.
    skipped: Option<(&'a str, usize)>,
    preformatted: usize,
    /// Line breaks due before the next text.
    lines: u8,
    space: bool,
    /// A quote in a tag never closed: from here on, the first `>` ends a tag.
    quotes_break: bool,
    /// What was searched for and does not come any more.
    missing: Vec<&'static str>,
}

impl<'a> Reader<'a> {
    fn read(&mut self) {
        let mut at = 0;
        while at < self.source.len() {
            let rest = self.source.get(at..).unwrap_or_default();
            let text = rest.find('<').unwrap_or(rest.len());
            self.text(at, at + text);
            at += text;
            if at < self.source.len() {
                at = match self.markup(at) {
                    Some(next) => next,
                    None => {
                        self.text(at, at + 1);
                        at + 1
                    }
                };
            }
        }
    }

    /// Reads text without tags.
    fn text(&mut self, mut at: usize, end: usize) {
        if self.skipped.is_some() {
            return;
        }
        while let Some(rest) = self.source.get(at..end).filter(|rest| !rest.is_empty()) {
            if rest.starts_with(is_space) {
                if self.preformatted > 0 && rest.starts_with('\n') {
                    self.lines = (self.lines + 1).min(2);
                }
                self.space = true;
                at += 1;
            } else if let Some((character, length)) = entity::decode(rest) {
                if character == '\u{a0}' {
                    self.space = true;
                } else {
                    self.separate(at);
                    self.out.put(character, at..at + length);
                }
                at += length;
            } else {
                let first = rest.chars().next().map_or(1, char::len_utf8);
                let ends = |c: char| is_space(c) || c == '&';
                let after = rest.get(first..).unwrap_or_default();
                let length = first + after.find(ends).unwrap_or(after.len());
                self.separate(at);
                self.out.copy(at..at + length);
                at += length;
            }
        }
    }

    /// Writes the space or line break that is due before text at `at`.
    fn separate(&mut self, at: usize) {
        if !self.out.is_empty() {
            if self.lines > 0 {
                for _ in 0..self.lines {
                    self.out.put('\n', at..at);
                }
            } else if self.space {
                let before = at.saturating_sub(1);
                if self.out.copied_to() == before && self.source.get(before..at) == Some(" ") {
                    self.out.copy(before..at);
                } else {
                    self.out.put(' ', at..at);
                }
            }
        }
        self.lines = 0;
        self.space = false;
    }

    /// Reads a tag or comment that begins at `at`; returns where it ends, or `None` when the `<` is text.
    fn markup(&mut self, at: usize) -> Option<usize> {
        let rest = self.source.get(at + 1..)?;
        if rest.starts_with("!--")
            && let Some(end) = self.find(at + 4, "-->")
        {
            return Some(end);
        }
        if rest.starts_with(['!', '?']) {
            return self.find(at + 1, ">");
        }
        let closes = rest.starts_with('/');
        let named = if closes { rest.get(1..)? } else { rest };
        if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let name = named.get(..named.bytes().take_while(u8::is_ascii_alphanumeric).count())?;
        let end = self.tag_end(at)?;
        if closes {
            self.close(name);
            return Some(end);
        }
        Some(self.open(name, self.source.get(at..end)?, end))
    }

    /// Takes an opening tag that ends at `end`; returns where to read on.
    fn open(&mut self, name: &'a str, tag: &str, end: usize) -> usize {
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth += usize::from(skipped.eq_ignore_ascii_case(name));
            return end;
        }
        if let Some(hidden) = HIDDEN.iter().find(|closing| is_name(closing, name)) {
            return self.find(end, hidden).unwrap_or(end);
        }
        if !self.with_history && is_history(name, tag) {
            self.skipped = Some((name, 1));
        }
        self.preformatted += usize::from(name.eq_ignore_ascii_case("pre"));
        if name.eq_ignore_ascii_case("br") {
            self.lines = (self.lines + 1).min(2);
        }
        self.separate_block(name);
        end
    }

    fn close(&mut self, name: &str) {
        match &mut self.skipped {
            Some((skipped, depth)) if skipped.eq_ignore_ascii_case(name) => {
                *depth -= 1;
                if *depth == 0 {
                    self.skipped = None;
                    self.lines = self.lines.max(1);
                }
            }
            Some(_) => {}
            None => {
                if name.eq_ignore_ascii_case("pre") {
                    self.preformatted = self.preformatted.saturating_sub(1);
                }
                self.separate_block(name);
            }
        }
    }

    fn separate_block(&mut self, name: &str) {
        let is_one_of =
            |names: &str| names.split(' ').any(|known| known.eq_ignore_ascii_case(name));
        if is_one_of(PARAGRAPHS) {
            self.lines = 2;
        } else if is_one_of(LINES) {
            self.lines = self.lines.max(1);
        } else if is_one_of(CELLS) {
            self.space = true;
        }
    }

    /// The end of the tag that begins at `at`: its first `>` outside of quoted values.
    fn tag_end(&mut self, at: usize) -> Option<usize> {
        if self.quotes_break {
            return self.find(at, ">");
        }
        let mut quote = None;
        let mut before = b'<';
        let bytes = self.source.as_bytes().get(at..).unwrap_or_default();
        for (offset, byte) in bytes.iter().enumerate() {
            match (*byte, quote) {
                (b'>', None) => return Some(at + offset + 1),
                (b'"' | b'\'', None) if before == b'=' => quote = Some(*byte),
                (closing, Some(open)) if closing == open => quote = None,
                (b' ' | b'\t' | b'\n' | b'\r', _) => continue,
                _ => {}
            }
            before = *byte;
        }
        self.quotes_break = true;
        self.find(at, ">")
    }

    /// Where the next `what` ends, in any case of letters.
    fn find(&mut self, at: usize, what: &'static str) -> Option<usize> {
        if self.missing.contains(&what) {
            return None;
        }
        let found = self.source.as_bytes().get(at..).and_then(|rest| {
            rest.windows(what.len()).position(|part| part.eq_ignore_ascii_case(what.as_bytes()))
        });
        if found.is_none() {
            self.missing.push(what);
        }
        found.map(|offset| at + offset + what.len())
    }
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

fn is_name(closing: &str, name: &str) -> bool {
    closing.get(2..closing.len() - 1).is_some_and(|known| known.eq_ignore_ascii_case(name))
}

fn is_history(name: &str, tag: &str) -> bool {
    if name.eq_ignore_ascii_case("blockquote") {
        return true;
    }
    let may_enclose = ["div", "span", "section", "table"];
    may_enclose.iter().any(|known| known.eq_ignore_ascii_case(name)) && {
        let tag = tag.to_ascii_lowercase();
        HISTORY_MARKS.iter().any(|mark| tag.contains(mark))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(html: &str) -> String {
        read(html, true).text().to_owned()
    }

    #[test]
    fn a_lone_angle_bracket_is_text() {
        assert_eq!(text("I <3 it, 5 < 6 & 7 > 2"), "I <3 it, 5 < 6 & 7 > 2");
    }

    #[test]
    fn broken_markup_keeps_the_words() {
        assert_eq!(text("<p>Where <b>is<p class=\"x>my order</p>"), "Where is\n\nmy order");
        assert_eq!(text("help <script>var a"), "help var a");
        assert_eq!(text("broken <!-- comment"), "broken <!-- comment");
    }

    #[test]
    fn values_may_hold_angle_brackets() {
        assert_eq!(text("<a title=\"a > b\">link</a>"), "link");
    }

    #[test]
    fn cells_and_lines_part_words() {
        assert_eq!(
            text("<tr><td>Order</td><td>12</td></tr><tr><td>Sum</td></tr>"),
            "Order 12\nSum"
        );
        assert_eq!(text("one<br>two<br/><br/>three"), "one\ntwo\n\nthree");
    }
}
