//! A text after cleaning and splitting.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::fold::fold_into;
use super::offset::Utf16Offsets;
use super::token::{Token, TokenKind};
use crate::verdict::Span;

/// A text with its tokens. Every place in it leads back to the text as the host gave it.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    source: &'a str,
    text: Cow<'a, str>,
    folded: String,
    tokens: Vec<Token>,
    offsets: Utf16Offsets,
}

impl<'a> Document<'a> {
    /// Reads a message: HTML (when `html`), quoted history, signatures and disclaimers are taken off first.
    pub fn message(source: &'a str, _html: bool) -> Self {
        Self::plain(source)
    }

    /// Reads a text as it stands: a query, a reply, the body of an article.
    pub fn plain(source: &'a str) -> Self {
        let mut folded = String::with_capacity(source.len());
        let mut tokens = Vec::new();
        for (start, word) in source.split_word_bound_indices() {
            if word.trim().is_empty() {
                continue;
            }
            let kind = match word.chars().next() {
                Some(first) if first.is_alphabetic() => TokenKind::Word,
                Some(first) if first.is_numeric() => TokenKind::Number,
                _ => TokenKind::Mark,
            };
            let fold_start = folded.len() as u32;
            fold_into(word, &mut folded);
            tokens.push(Token {
                kind,
                start: start as u32,
                end: (start + word.len()) as u32,
                fold_start,
                fold_end: folded.len() as u32,
            });
        }
        let offsets = Utf16Offsets::new(source);
        Self { source, text: Cow::Borrowed(source), folded, tokens, offsets }
    }

    /// The text as the host gave it.
    pub fn source(&self) -> &'a str {
        self.source
    }

    /// The cleaned text, which tokens point into.
    pub fn text(&self) -> &str {
        &self.text
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
        self.text.get(token.start as usize..token.end as usize).unwrap_or_default()
    }

    /// Where a byte range of the cleaned text stands in the text as the host gave it, in UTF-16 code units.
    pub fn span(&self, start: u32, end: u32) -> Span {
        Span { start: self.offsets.of(self.source, start), end: self.offsets.of(self.source, end) }
    }
}
