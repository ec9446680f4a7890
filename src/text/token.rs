//! Tokens: the words, numbers, marks and emoji of a text.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word in a script that writes spaces between words.
    Word,
    /// Two neighbouring characters of a script without spaces (Chinese, Japanese, Thai, Lao, Khmer,
    /// Burmese), overlapping; one where it stands alone. A character comes with its marks.
    Gram,
    /// Digits, with the separators inside them.
    Number,
    /// An emoji, with its modifiers.
    Emoji,
    /// A run of punctuation or symbols.
    Mark,
    /// A web or e-mail address.
    Link,
    /// `@name`.
    Handle,
    /// `#word`.
    Hashtag,
}

/// A token of a [`super::Document`]: byte ranges in its cleaned text and in its folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// The first byte in the cleaned text.
    pub start: u32,
    /// One past the last byte in the cleaned text.
    pub end: u32,
    /// The first byte in the folded text.
    pub fold_start: u32,
    /// One past the last byte in the folded text.
    pub fold_end: u32,
}
