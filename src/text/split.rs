//! Splitting a text into tokens, in one pass.
//!
//! Words follow UAX #29, with three departures that messages need: a full stop or colon without a
//! space after it ends a word ("not working.please"), Hangul and other letters part ("앱login"), and
//! scripts without spaces give overlapping pairs of characters.

use unicode_segmentation::UnicodeSegmentation;

use super::character::{Spaceless, is_blank, is_emoji, is_extending, is_hangul, spaceless};
use super::link;
use super::token::TokenKind;

/// Calls `emit` with kind, first byte and end of each token, in order. Pairs of [`TokenKind::Gram`]
/// overlap; nothing else does. White space and invisible characters belong to no token.
pub fn split(text: &str, emit: &mut dyn FnMut(TokenKind, usize, usize)) {
    let mut splitter = Splitter { text, emit, links: link::Finder::default() };
    let mut at = 0;
    let mut last = None;
    while let Some(first) = splitter.rest(at).chars().next() {
        let next = splitter.token(at, first, last);
        last = splitter.text.get(at..next).and_then(|token| token.chars().next_back());
        at = next;
    }
}

struct Splitter<'a, 'e> {
    text: &'a str,
    emit: &'e mut dyn FnMut(TokenKind, usize, usize),
    links: link::Finder,
}

impl<'a> Splitter<'a, '_> {
    fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    /// Reads what begins at `at`; returns where the next begins.
    fn token(&mut self, at: usize, first: char, last: Option<char>) -> usize {
        if is_blank(first) {
            return at + first.len_utf8();
        }
        if matches!(first, '@' | '#' | '＠' | '＃')
            && !last.is_some_and(char::is_alphanumeric)
            && let Some(end) = self.tag(at, first)
        {
            return end;
        }
        if let Some(script) = spaceless(first) {
            return self.grams(at, script);
        }
        if first.is_alphanumeric() || first == '_' {
            return self.word(at);
        }
        if is_emoji(first) {
            let end = at + self.segment(at).len();
            (self.emit)(TokenKind::Emoji, at, end);
            return end;
        }
        self.marks(at)
    }

    /// The stretch up to the next word boundary of UAX #29.
    fn segment(&self, at: usize) -> &'a str {
        self.rest(at).split_word_bounds().next().unwrap_or_default()
    }

    /// `@name` or `#word`: a hashtag needs a letter, or it is an order number.
    fn tag(&mut self, at: usize, sign: char) -> Option<usize> {
        let start = at + sign.len_utf8();
        let is_handle = matches!(sign, '@' | '＠');
        let ends_tag = |c: char| matches!(c, ':' | '\'' | '’') || (c == '.' && !is_handle);
        let mut end = start;
        while self.rest(end).starts_with(|c: char| c.is_alphanumeric() || c == '_') {
            let segment = self.segment(end);
            let part = segment.find(ends_tag).unwrap_or(segment.len());
            end += part;
            if part < segment.len() {
                break;
            }
        }
        let name = self.text.get(start..end).unwrap_or_default();
        let kind = if is_handle { TokenKind::Handle } else { TokenKind::Hashtag };
        let names = |c: char| c.is_alphabetic() || (is_handle && c.is_numeric());
        name.contains(names).then(|| (self.emit)(kind, at, end)).map(|()| end)
    }

    fn word(&mut self, at: usize) -> usize {
        if let Some(end) = self.links.find(self.text, at) {
            (self.emit)(TokenKind::Link, at, end);
            return end;
        }
        let length = ascii_word(self.rest(at).as_bytes());
        if length > 0 {
            (self.emit)(TokenKind::Word, at, at + length);
            return at + length;
        }
        self.parts(at, self.segment(at))
    }

    /// Emits the parts of a segment of UAX #29 that begins with a letter or digit.
    fn parts(&mut self, at: usize, segment: &str) -> usize {
        let abbreviation = segment.split('.').all(|part| part.chars().nth(1).is_none());
        let mut start = at;
        let mut before: Option<char> = None;
        for (offset, character) in segment.char_indices() {
            let here = at + offset;
            if here < start {
                continue;
            }
            let separates = matches!(character, '.' | ':' | '．') && !abbreviation && {
                let after = segment.get(offset + character.len_utf8()..).unwrap_or_default();
                let in_number =
                    before.is_some_and(char::is_numeric) && after.starts_with(char::is_numeric);
                !in_number
            };
            let turns = before.is_some_and(|before| {
                before.is_alphanumeric()
                    && character.is_alphanumeric()
                    && is_hangul(before) != is_hangul(character)
            });
            if separates || turns {
                self.part(start, here);
                start = here;
                if separates {
                    start += character.len_utf8();
                    (self.emit)(TokenKind::Mark, here, start);
                }
                if let Some(end) = self.links.find(self.text, start) {
                    (self.emit)(TokenKind::Link, start, end);
                    start = end;
                }
            }
            before = Some(character);
        }
        self.part(start, at + segment.len());
        start.max(at + segment.len())
    }

    fn part(&mut self, start: usize, end: usize) {
        let part = self.text.get(start..end).unwrap_or_default();
        let kind = if part.is_empty() {
            return;
        } else if part.contains(char::is_alphabetic) {
            TokenKind::Word
        } else if part.ends_with('\u{20E3}') {
            TokenKind::Emoji
        } else if part.contains(char::is_numeric) {
            TokenKind::Number
        } else {
            TokenKind::Mark
        };
        (self.emit)(kind, start, end);
    }

    /// Overlapping pairs of the characters of a script without spaces, each with its marks.
    fn grams(&mut self, at: usize, script: Spaceless) -> usize {
        let mut before = None;
        let mut start = at;
        let mut end = at;
        let mut joins = false;
        let mut pairs = 0;
        for character in self.rest(at).chars() {
            let belongs = spaceless(character) == Some(script);
            if !belongs && !is_extending(character) {
                break;
            }
            let attaches = end == at || joins || is_extending(character);
            if !attaches {
                if let Some(before) = before.replace(start) {
                    (self.emit)(TokenKind::Gram, before, end);
                    pairs += 1;
                }
                start = end;
            }
            // The signs that stack the next consonant below: Khmer coeng, Myanmar virama.
            joins = matches!(character, '\u{17D2}' | '\u{1039}');
            end += character.len_utf8();
        }
        match before {
            Some(before) => (self.emit)(TokenKind::Gram, before, end),
            None if pairs == 0 => (self.emit)(TokenKind::Gram, at, end),
            None => {}
        }
        end
    }

    fn marks(&mut self, at: usize) -> usize {
        let mut end = at;
        let mut rest = self.rest(at).chars();
        let mut after_first = false;
        while let Some(character) = rest.next() {
            if character == '\u{FE0F}' && after_first {
                // A symbol that asks to be drawn as an emoji, such as ↔️.
                let symbol = self.text.get(at..end).and_then(|run| run.chars().next_back());
                let start = end - symbol.map_or(0, char::len_utf8);
                if start > at {
                    (self.emit)(TokenKind::Mark, at, start);
                }
                end += character.len_utf8();
                (self.emit)(TokenKind::Emoji, start, end);
                return end;
            }
            let next = rest.as_str().chars().next();
            let tags = matches!(character, '@' | '#') && next.is_some_and(char::is_alphanumeric);
            let ends = character.is_alphanumeric() || is_blank(character) || is_emoji(character);
            if after_first && (ends || tags) {
                break;
            }
            after_first = true;
            end += character.len_utf8();
        }
        (self.emit)(TokenKind::Mark, at, end);
        end
    }
}

/// The length of a word of ASCII letters and digits that begins with a letter, or 0 where
/// something else follows that may belong to it.
fn ascii_word(bytes: &[u8]) -> usize {
    if !bytes.first().is_some_and(u8::is_ascii_alphabetic) {
        return 0;
    }
    let mut length = 1;
    while let Some(byte) = bytes.get(length) {
        let is_letter = |offset: usize| bytes.get(offset).is_some_and(u8::is_ascii_alphabetic);
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' => length += 1,
            b'\'' if is_letter(length - 1) && is_letter(length + 1) => length += 2,
            0x80.. => return 0,
            // Joins or parts what follows, which takes a closer look.
            b'.' | b':' | b'\'' => {
                let next = bytes.get(length + 1);
                if next.is_some_and(|next| {
                    next.is_ascii_alphanumeric() || *next >= 0x80 || *next == b'_'
                }) {
                    return 0;
                }
                break;
            }
            _ => break,
        }
    }
    length
}
