//! Many words and phrases, looked up in a text at once.

use super::letters::Letters;

/// A sorted list of phrases, each with a meaning. One walk over a text finds all of them, whether the
/// list holds ten or a hundred thousand: at each place the list is narrowed letter by letter.
///
/// ```
/// use hotcold::text::{letters::Letters, phrases::Phrases};
/// let phrases = Phrases::new([('a', "order|order number"), ('b', "заказ*")]);
/// let letters = Letters::new("Order number 7, номер заказа 8");
/// let found = phrases.word(&letters, 0).unwrap();
/// assert_eq!((found.meaning, found.end), ('a', 12));
/// assert_eq!(phrases.word(&letters, 22).unwrap().meaning, 'b');
/// ```
#[derive(Clone, Debug)]
pub struct Phrases<T> {
    phrases: Vec<Phrase<T>>,
}

#[derive(Clone, Debug)]
struct Phrase<T> {
    letters: Vec<char>,
    meaning: T,
    /// Whether the word may go on: endings and particles are written onto the phrase.
    open: bool,
}

/// A phrase found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// What the phrase stands for.
    pub meaning: T,
    /// The index one past the phrase.
    pub end: usize,
    /// The index one past the word in which the phrase ends.
    pub word_end: usize,
}

impl<T: Copy> Phrases<T> {
    /// Phrases in lists with `|` between them; `*` at the end of one lets the word go on.
    pub fn new<'a>(lists: impl IntoIterator<Item = (T, &'a str)>) -> Self {
        let mut phrases = Vec::new();
        for (meaning, list) in lists {
            phrases.extend(list.split('|').map(|text| {
                let stem = text.strip_suffix('*');
                Phrase::new(stem.unwrap_or(text), meaning, stem.is_some())
            }));
        }
        Self::sorted(phrases)
    }

    /// Phrases as people typed them, with no character that means more than itself.
    pub fn literal<'a>(phrases: impl IntoIterator<Item = (T, &'a str)>) -> Self {
        let read = |(meaning, text)| Phrase::new(text, meaning, true);
        Self::sorted(phrases.into_iter().map(read).collect())
    }

    fn sorted(mut phrases: Vec<Phrase<T>>) -> Self {
        phrases.retain(|phrase| !phrase.letters.is_empty());
        phrases.sort_by(|one, other| one.letters.cmp(&other.letters));
        Self { phrases }
    }

    /// Calls `found` with the meaning and the end of each phrase that starts at `start`, shortest first.
    pub fn each(&self, letters: &Letters, start: usize, found: &mut dyn FnMut(T, usize)) {
        self.walk(letters, start, &mut |phrase, end| found(phrase.meaning, end));
    }

    /// The longest phrase that starts at `start` and ends where a word ends or a digit follows, or is
    /// open. Whether a word starts at `start` is for the caller to know.
    pub fn word(&self, letters: &Letters, start: usize) -> Option<Found<T>> {
        self.word_where(letters, start, &|_| true)
    }

    /// As [`Phrases::word`], among the phrases whose meaning is `wanted`; of several with the same
    /// letters the last of the list counts.
    pub fn word_where(
        &self,
        letters: &Letters,
        start: usize,
        wanted: &dyn Fn(T) -> bool,
    ) -> Option<Found<T>> {
        let mut best = None;
        self.walk(letters, start, &mut |phrase, end| {
            let ends = letters.is_boundary(end) || letters.at(end).is_ascii_digit();
            if (phrase.open || ends) && wanted(phrase.meaning) {
                best = Some((phrase.meaning, end));
            }
        });
        let (meaning, end) = best?;
        Some(Found { meaning, end, word_end: letters.word_end(end) })
    }

    fn walk(&self, letters: &Letters, start: usize, found: &mut dyn FnMut(&Phrase<T>, usize)) {
        let mut left = self.phrases.as_slice();
        let mut depth = 0;
        while let Some(first) = left.first() {
            if first.letters.len() == depth {
                found(first, start + depth);
                left = left.get(1..).unwrap_or_default();
                continue;
            }
            let Some(next) = letters.chars().get(start + depth) else { return };
            let next = if *next == '\n' { &' ' } else { next };
            let low = left.partition_point(|phrase| phrase.letters.get(depth) < Some(next));
            left = left.get(low..).unwrap_or_default();
            let high = left.partition_point(|phrase| phrase.letters.get(depth) == Some(next));
            left = left.get(..high).unwrap_or_default();
            depth += 1;
        }
    }
}

impl<T> Phrase<T> {
    fn new(text: &str, meaning: T, open: bool) -> Self {
        let mut letters = Letters::new(text).chars().to_vec();
        letters.iter_mut().filter(|letter| **letter == '\n').for_each(|letter| *letter = ' ');
        Self { letters, meaning, open }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(lists: &[(u8, &str)], text: &str) -> Vec<(u8, usize)> {
        let phrases = Phrases::new(lists.iter().copied());
        let letters = Letters::new(text);
        (0..letters.len())
            .filter(|start| letters.is_boundary(*start))
            .filter_map(|start| phrases.word(&letters, start))
            .map(|found| (found.meaning, found.end))
            .collect()
    }

    #[test]
    fn the_longest_phrase_wins() {
        assert_eq!(words(&[(1, "good"), (2, "good morning")], "Good  morning"), [(2, 12)]);
    }

    #[test]
    fn a_closed_phrase_is_a_whole_word() {
        assert_eq!(words(&[(1, "pay")], "payment pay"), [(1, 11)]);
    }

    #[test]
    fn an_open_phrase_may_go_on() {
        assert_eq!(words(&[(1, "오늘*")], "오늘까지"), [(1, 2)]);
    }

    #[test]
    fn every_phrase_of_the_same_letters_is_reported() {
        let phrases = Phrases::literal([(1, "pay"), (2, "Pay"), (3, "payment")]);
        let mut found = Vec::new();
        phrases.each(&Letters::new("payment"), 0, &mut |meaning, end| found.push((meaning, end)));
        assert_eq!(found, [(1, 3), (2, 3), (3, 7)]);
    }

    #[test]
    fn an_empty_phrase_is_found_nowhere_but_does_no_harm() {
        assert_eq!(words(&[(1, "")], "a"), []);
    }
}
