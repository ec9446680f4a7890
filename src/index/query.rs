//! What is searched for: the distinct words of a text, with their places.

use super::stem::{head, stem};
use crate::text::{Document, Token, TokenKind};
use crate::verdict::Span;

/// How many words of a text are searched for. What stands after them in a very long message adds
/// time and little else.
pub const MAX_WORDS: usize = 400;
/// How many characters of a word count: longer ones are keys and garbage.
const MAX_LENGTH: usize = 48;

/// The words that share one stem.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub stem: String,
    /// The distinct forms, in the order of the text.
    pub forms: Vec<String>,
    pub spans: Vec<Span>,
}

impl Word {
    /// The form under which the word is spoken of: the first in the text.
    pub fn name(&self) -> &str {
        self.forms.first().map_or(self.stem.as_str(), String::as_str)
    }
}

/// A text as words to search for.
///
/// ```
/// use hotcold::{index::query::Query, text::Document};
/// assert!(Query::new(&Document::plain("?!")).is_empty());
/// assert!(!Query::new(&Document::plain("refund")).is_empty());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Query {
    pub(super) words: Vec<Word>,
    /// The text as a sequence of indexes of `words`.
    pub(super) sequence: Vec<usize>,
}

impl Query {
    /// Reads the first [`MAX_WORDS`] words, numbers and hashtags of a text.
    pub fn new(document: &Document) -> Self {
        let mut query = Self::default();
        for (token, term) in terms(document).take(MAX_WORDS) {
            query.add(term, document.span(token.start, token.end));
        }
        query
    }

    fn add(&mut self, term: &str, span: Span) {
        let key = stem(term);
        // A linear search: the words are few, and mostly differ in the first letter.
        let at = self.words.iter().position(|word| word.stem == key).unwrap_or_else(|| {
            self.words.push(Word { stem: key.to_owned(), forms: Vec::new(), spans: Vec::new() });
            self.words.len() - 1
        });
        self.sequence.push(at);
        if let Some(word) = self.words.get_mut(at) {
            word.spans.push(span);
            if !word.forms.iter().any(|form| form == term) {
                word.forms.push(term.to_owned());
            }
        }
    }

    /// How many distinct words there are, words of one stem counted once.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// The searchable tokens of a text with the form under which they are indexed.
pub(crate) fn terms<'d>(document: &'d Document) -> impl Iterator<Item = (&'d Token, &'d str)> {
    document.tokens().iter().filter_map(|token| {
        let folded = document.folded(token);
        let term = match token.kind {
            TokenKind::Word | TokenKind::Gram | TokenKind::Number => folded,
            TokenKind::Hashtag => folded.trim_start_matches(['#', '＃']),
            TokenKind::Emoji | TokenKind::Mark | TokenKind::Link | TokenKind::Handle => "",
        };
        (!term.is_empty()).then(|| (token, head(term, MAX_LENGTH)))
    })
}
