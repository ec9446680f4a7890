//! Cleaning: what is left of a message when HTML, quoted history, signatures and legal small print
//! are off, and where each piece of it stood.
//!
//! The customer's own words are never lost: where cleaning would leave no word, the text stays.

mod entity;
mod history;
mod html;
mod phrases;
mod signature;

use std::borrow::Cow;
use std::ops::Range;

/// A text made of pieces of a source.
#[derive(Clone, Debug)]
pub struct Cleaned<'a> {
    text: Cow<'a, str>,
    /// In order of both places; none when the text is the source itself.
    pieces: Vec<Piece>,
}

/// A stretch of the text and the stretch of the source it came from. It ends where the next begins;
/// when both have the same length they are the same bytes.
#[derive(Clone, Copy, Debug)]
struct Piece {
    text: u32,
    source: u32,
    source_end: u32,
}

impl<'a> Cleaned<'a> {
    /// The source as it stands.
    pub fn whole(source: &'a str) -> Self {
        Self { text: Cow::Borrowed(source), pieces: Vec::new() }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a byte range of the text stood in the source, in bytes.
    pub fn source_range(&self, start: u32, end: u32) -> (u32, u32) {
        if self.pieces.is_empty() {
            return (start, end);
        }
        let Some((piece, copied)) = self.piece(start) else { return (0, 0) };
        let first = if copied { piece.source + (start - piece.text) } else { piece.source };
        if end <= start {
            return (first, first);
        }
        // The end belongs to the last character, not to whatever comes after it.
        let last = match self.piece(end - 1) {
            Some((piece, true)) => (piece.source + (end - piece.text)).min(piece.source_end),
            Some((piece, false)) => piece.source_end,
            None => first,
        };
        (first, last)
    }

    /// The piece that holds a byte of the text, and whether it is a plain copy.
    fn piece(&self, at: u32) -> Option<(Piece, bool)> {
        let after = self.pieces.partition_point(|piece| piece.text <= at);
        let piece = self.pieces.get(after.checked_sub(1)?)?;
        let end = self.pieces.get(after).map_or(self.text.len() as u32, |next| next.text);
        Some((*piece, end - piece.text == piece.source_end - piece.source))
    }

    /// The same, of some stretches of the text alone.
    fn keep(&self, ranges: &[Range<usize>]) -> Cleaned<'static> {
        let mut text = String::new();
        let mut pieces = Vec::new();
        for range in ranges {
            let mut at = range.start as u32;
            let end = range.end as u32;
            while at < end {
                let after = self.pieces.partition_point(|piece| piece.text <= at);
                let stop = self.pieces.get(after).map_or(end, |next| next.text.min(end));
                let (source, source_end) = self.source_range(at, stop);
                let place = text.len() as u32 + at - range.start as u32;
                pieces.push(Piece { text: place, source, source_end });
                at = stop;
            }
            text.push_str(self.text.get(range.clone()).unwrap_or_default());
        }
        Cleaned { text: Cow::Owned(text), pieces }
    }

    fn has_words(&self) -> bool {
        self.text.contains(char::is_alphanumeric)
    }

    /// Without history, signature and small print, unless nothing would be left.
    fn cut(self) -> Self {
        match history::kept(&self.text) {
            Some(ranges) => Some(self.keep(&ranges)).filter(Cleaned::has_words).unwrap_or(self),
            None => self,
        }
    }
}

/// Cleans a message.
pub fn message(source: &str, html: bool) -> Cleaned<'_> {
    if !html {
        return Cleaned::whole(source).cut();
    }
    let own = html::read(source, false);
    if own.has_words() { own.cut() } else { html::read(source, true).cut() }
}

/// The text of an HTML page or fragment: tags off, entities decoded, blocks on lines of their own.
/// Broken HTML gives what can be read of it.
///
/// ```
/// use hotcold::text::html_to_text;
/// assert_eq!(html_to_text("<h1>Refunds</h1><p>Within 14&nbsp;days &amp; free.</p>"), "Refunds\n\nWithin 14 days & free.");
/// ```
pub fn html_to_text(html: &str) -> String {
    html::read(html, true).text.into_owned()
}

/// Puts a text together from a source, front to back.
struct Builder<'a> {
    source: &'a str,
    text: String,
    pieces: Vec<Piece>,
}

impl<'a> Builder<'a> {
    fn new(source: &'a str) -> Self {
        Self { source, text: String::with_capacity(source.len() / 2), pieces: Vec::new() }
    }

    fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Where the last copy ended in the source.
    fn copied_to(&self) -> usize {
        self.pieces.last().map_or(0, |piece| piece.source_end as usize)
    }

    /// Takes a stretch of the source as it is.
    fn copy(&mut self, range: Range<usize>) {
        let copied = self.source.get(range.clone()).unwrap_or_default();
        let place = self.text.len() as u32;
        match self.pieces.last_mut() {
            Some(last)
                if last.source_end as usize == range.start
                    && place - last.text == last.source_end - last.source =>
            {
                last.source_end = range.end as u32;
            }
            _ => self.pieces.push(Piece {
                text: place,
                source: range.start as u32,
                source_end: range.end as u32,
            }),
        }
        self.text.push_str(copied);
    }

    /// Writes a character that stands for a stretch of the source.
    fn put(&mut self, character: char, range: Range<usize>) {
        self.pieces.push(Piece {
            text: self.text.len() as u32,
            source: range.start as u32,
            source_end: range.end as u32,
        });
        self.text.push(character);
    }

    fn finish(self) -> Cleaned<'static> {
        // A text without pieces is its own source, so an empty one needs a place.
        let nothing = Piece { text: 0, source: 0, source_end: 0 };
        let pieces = if self.pieces.is_empty() { vec![nothing] } else { self.pieces };
        Cleaned { text: Cow::Owned(self.text), pieces }
    }
}
