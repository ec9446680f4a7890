//! A text after cleaning and splitting.

use super::clean::{self, Cleaned};
use super::fold::fold_into;
use super::offset::Utf16Offsets;
use super::split::split;
use super::token::Token;
use crate::verdict::Span;

/// A text with its tokens. Every place in it leads back to the text as the host gave it.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    source: &'a str,
    cleaned: Cleaned<'a>,
    folded: String,
    tokens: Vec<Token>,
    offsets: Utf16Offsets,
}

impl<'a> Document<'a> {
    /// Reads a message: HTML (when `html`), quoted history, signatures and disclaimers are taken off first.
    ///
    /// ```
    /// use hotcold::text::Document;
    /// let source = "<p>It <b>broke</b>!</p><blockquote>Earlier words</blockquote>";
    /// let document = Document::message(source, true);
    /// assert_eq!(document.text(), "It broke!");
    /// let broke = document.tokens()[1];
    /// let span = document.span(broke.start, broke.end);
    /// assert_eq!(&source[span.start as usize..span.end as usize], "broke");
    /// ```
    pub fn message(source: &'a str, html: bool) -> Self {
        Self::new(source, clean::message(source, html))
    }

    /// Reads a text as it stands: a query, a reply, the body of an article.
    pub fn plain(source: &'a str) -> Self {
        Self::new(source, Cleaned::whole(source))
    }

    fn new(source: &'a str, cleaned: Cleaned<'a>) -> Self {
        let mut folded = String::with_capacity(cleaned.text().len());
        let mut tokens = Vec::new();
        split(cleaned.text(), &mut |kind, start, end| {
            let fold_start = folded.len() as u32;
            fold_into(cleaned.text().get(start..end).unwrap_or_default(), &mut folded);
            let fold_end = folded.len() as u32;
            // Loose marks that fold to nothing are as good as white space.
            if fold_end > fold_start {
                let (start, end) = (start as u32, end as u32);
                tokens.push(Token { kind, start, end, fold_start, fold_end });
            }
        });
        let offsets = Utf16Offsets::new(source);
        Self { source, cleaned, folded, tokens, offsets }
    }

    /// The text as the host gave it.
    pub fn source(&self) -> &'a str {
        self.source
    }

    /// The cleaned text, which tokens point into.
    pub fn text(&self) -> &str {
        self.cleaned.text()
    }

    /// The tokens, in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The folded form of a token.
    pub fn folded(&self, token: &Token) -> &str {
        self.folded.get(token.fold_start as usize..token.fold_end as usize).unwrap_or_default()
    }

    /// A token as it stands in the cleaned text.
    pub fn raw(&self, token: &Token) -> &str {
        self.text().get(token.start as usize..token.end as usize).unwrap_or_default()
    }

    /// Where a byte range of the cleaned text stands in the text as the host gave it, in UTF-16 code units.
    pub fn span(&self, start: u32, end: u32) -> Span {
        let (start, end) = self.cleaned.source_range(start, end);
        Span { start: self.offsets.of(self.source, start), end: self.offsets.of(self.source, end) }
    }
}
