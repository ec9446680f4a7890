//! What notes on a customer ask of the tone.

use crate::json::Json;
use crate::text::fold::fold;
use crate::text::{Document, TokenKind};

/// Words for emoji, folded, as they may stand inside a word.
const EMOJI: [&str; 16] = [
    "emoji",
    "emotic",
    "smiley",
    "smajl",
    "смайл",
    "эмодзи",
    "емоджи",
    "емодзі",
    "इमोजी",
    "이모",
    "絵文字",
    "表情",
    "ایموجی",
    "ایموجي",
    "ఎమోజి",
    "إيموجي",
];
/// Words that deny, folded, as whole words.
const DENIALS: [&str; 52] = [
    "no",
    "not",
    "never",
    "without",
    "avoid",
    "don't",
    "dont",
    "doesn't",
    "hates",
    "dislikes",
    "skip",
    "kein",
    "keine",
    "keinen",
    "nicht",
    "ohne",
    "sin",
    "nada",
    "sem",
    "nao",
    "pas",
    "sans",
    "senza",
    "niente",
    "geen",
    "zonder",
    "ingen",
    "inga",
    "inte",
    "ikke",
    "bez",
    "zadne",
    "nie",
    "не",
    "без",
    "ні",
    "όχι",
    "χωρις",
    "χωρίς",
    "नहीं",
    "बिना",
    "मत",
    "न",
    "بدون",
    "لا",
    "نه",
    "بلا",
    "వద్దు",
    "లేకుండా",
    "yok",
    "jangan",
    "tanpa",
];
/// Denials of languages that write them inside words or without spaces.
const DENIALS_INSIDE: [&str; 12] =
    ["없", "금지", "싫", "말아", "마세요", "なし", "禁止", "ない", "不", "勿", "别", "無"];

/// Whether a note in `customer.notes` (a text or a list of texts) asks for no emoji: a word for
/// emoji and a denial in one clause.
pub(super) fn without_emoji(context: &Json) -> bool {
    let notes = match context.at("customer.notes") {
        Some(Json::List(notes)) => notes.as_slice(),
        Some(note) => std::slice::from_ref(note),
        None => &[],
    };
    notes.iter().filter_map(|note| note.text().ok()).any(denies_emoji)
}

fn denies_emoji(note: &str) -> bool {
    let note = fold(&note.replace('’', "'"));
    note.split(['.', '!', '?', ';', ',', '\n', '।', '。', '、', '，', '！', '؛', '،']).any(
        |clause| {
            let has = |list: &[&str]| list.iter().any(|word| clause.contains(&fold(word)));
            let denied = || {
                clause.split_whitespace().any(|word| {
                    let word = word.trim_matches(|mark: char| mark.is_ascii_punctuation());
                    DENIALS.iter().any(|denial| fold(denial) == word)
                })
            };
            has(&EMOJI) && (has(&DENIALS_INSIDE) || denied())
        },
    )
}

/// A text without its emoji. Of the blanks around one, those before it go; `fresh` says that what
/// stands before the text ends in white space, so that a blank after an emoji at its start goes too.
pub(super) fn strip_emoji(text: &str, fresh: bool) -> String {
    let document = Document::plain(text);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for token in document.tokens().iter().filter(|token| token.kind == TokenKind::Emoji) {
        out.push_str(text.get(done..token.start as usize).unwrap_or_default());
        out.truncate(out.trim_end_matches(' ').len());
        done = token.end as usize;
    }
    let rest = text.get(done..).unwrap_or_default();
    let starts = fresh && done > 0 && out.is_empty();
    out.push_str(if starts { rest.trim_start_matches(' ') } else { rest });
    out
}
