//! Text: folding, tokens, cleaning, and the way back to the source.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod fold_table;

use std::time::Instant;

use hotcold::text::fold::fold;
use hotcold::text::{Document, TokenKind, html_to_text};
use proptest::prelude::*;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

fn cases(name: &str) -> Vec<Value> {
    let path = format!("{}/tests/cases/text/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn kind_name(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Word => "word",
        TokenKind::Gram => "gram",
        TokenKind::Number => "number",
        TokenKind::Emoji => "emoji",
        TokenKind::Mark => "mark",
        TokenKind::Link => "link",
        TokenKind::Handle => "handle",
        TokenKind::Hashtag => "hashtag",
    }
}

/// Cuts by UTF-16 code units, as JavaScript does.
fn slice(text: &str, start: u32, end: u32) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16(&units[start as usize..end as usize]).unwrap()
}

/// Writes the table anew with `HOTCOLD_WRITE_TABLES=1`.
#[test]
fn the_fold_table_is_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/text/fold/table.rs");
    let made = fold_table::source();
    if std::env::var_os("HOTCOLD_WRITE_TABLES").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap();
    assert!(kept == made, "stale: run this test with HOTCOLD_WRITE_TABLES=1");
}

#[test]
fn folding_follows_the_rules_it_was_made_from() {
    for character in ('\u{80}'..='\u{FFFF}').chain('\u{1D400}'..='\u{1D7FF}') {
        if !matches!(character, '\u{3099}' | '\u{309A}' | '\u{FF9E}' | '\u{FF9F}') {
            let folded = fold(&character.to_string());
            assert_eq!(folded, fold_table::folded(character), "U+{:04X}", character as u32);
        }
    }
}

#[test]
fn spellings_of_one_word_fold_equal() {
    for case in cases("fold") {
        let mut spellings = case.as_array().unwrap().iter().map(|text| text.as_str().unwrap());
        let folded = spellings.next().unwrap();
        for spelling in spellings {
            assert_eq!(fold(spelling), folded, "{spelling:?}");
        }
        assert_eq!(fold(folded), folded);
    }
}

#[test]
fn texts_split_into_tokens() {
    for case in cases("tokens") {
        let mut parts = case.as_array().unwrap().iter().map(|part| part.as_str().unwrap());
        let text = parts.next().unwrap();
        let document = Document::plain(text);
        let tokens = document.tokens().iter();
        let found: Vec<String> = tokens
            .map(|token| format!("{} {}", kind_name(token.kind), document.raw(token)))
            .collect();
        let expected: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        assert_eq!(found, expected, "{text:?}");
    }
}

#[test]
fn messages_are_cleaned_to_the_customers_words() {
    for case in cases("clean") {
        let source = case["source"].as_str().unwrap();
        let document = Document::message(source, case["html"].as_bool().unwrap_or(false));
        assert_eq!(document.text(), case["text"].as_str().unwrap(), "{}", case["name"]);
        for token in document.tokens() {
            let span = document.span(token.start, token.end);
            let shown = slice(source, span.start, span.end);
            let shown = if case["html"] == true { html_to_text(&shown) } else { shown };
            assert_eq!(shown, document.raw(token), "{}", case["name"]);
        }
    }
}

#[test]
fn a_word_across_tags_spans_them() {
    let source = "<p>caf&eacute; <b>wor</b>d 😀 x</p>";
    let document = Document::message(source, true);
    let shown = |index: usize| {
        let token = document.tokens()[index];
        let span = document.span(token.start, token.end);
        slice(source, span.start, span.end)
    };
    assert_eq!([shown(0), shown(1), shown(3)], ["caf&eacute;", "wor</b>d", "x"]);
}

#[test]
fn hostile_texts_end_in_linear_time() {
    let repeat = |part: &str| part.repeat(300_000 / part.len());
    for part in [
        "\u{301}",
        "\u{200d}",
        "\u{200b}",
        "a\u{301}",
        "a.",
        "a'",
        "a-",
        "a@",
        "@a.",
        "#a.",
        "가a",
        "a가www.b.c",
        "#1",
        "@",
        "http://",
        "www.",
        "\u{e31}",
        "เ",
        "中",
        "1.",
        "🇮",
        "👨\u{200d}",
        "_",
        "\n",
        "> ",
        ">\n",
        "\r\n",
        "--\n",
        "x\n\n",
        "from:\n",
        "2024 wrote\n",
        "<",
        "<a",
        "<a '",
        "<a b=\"",
        "<a b=\">",
        "<!--",
        "<script>",
        "&",
        "&#",
        "&amp",
        "<b>x</b>",
        "<blockquote>",
        "</blockquote>",
        "\u{3099}",
        "\u{1161}",
        "if(x)",
        "((((",
        "\u{17d2}",
    ] {
        let text = repeat(part);
        for html in [false, true] {
            let start = Instant::now();
            Document::message(&text, html);
            let seconds = start.elapsed().as_secs_f64();
            assert!(seconds < 5.0, "{part:?} took {seconds} s");
        }
    }
}

/// Texts of the letters that make folding hard, and of everything else.
fn texts() -> impl Strategy<Value = String> {
    let letters = prop::sample::select(vec![
        "a",
        "É",
        "ß",
        "İ",
        "ς",
        "é",
        "ё",
        "й",
        "ö",
        "ى",
        "ئ",
        "ؤ",
        "آ",
        "\u{64e}",
        "\u{654}",
        "\u{200c}",
        "क",
        "\u{93c}",
        "ो",
        "ড়",
        "가",
        "각",
        "\u{1100}",
        "\u{1161}",
        "\u{11a8}",
        "か",
        "が",
        "ﾊ",
        "\u{ff9e}",
        "\u{3099}",
        "パ",
        "中",
        "ที่",
        "😀",
        "\u{fe0f}",
        "\u{1f3fd}",
        "𝐀",
        "１",
        "१",
        " ",
        ".",
        "@",
        "#",
        "'",
        "-",
        "\n",
        "http://a.b",
        "<b>",
        "&lt;",
        ">",
        "\u{301}",
        "ﷲ",
        "ﬁ",
        "…",
    ]);
    prop_oneof![
        prop::collection::vec(letters, 0..24).prop_map(|parts| parts.concat()),
        any::<String>(),
    ]
}

/// Texts that canonical equivalence is promised for: marks that stay do not follow one another.
fn ordinary_texts() -> impl Strategy<Value = String> {
    "[a-zA-ZÀ-žȘșȚțḀ-ỹΆ-ώἀ-ᾴЀ-ӿ؀-ۿא-תक-हा-ूকখোৌதொோఆకైకోകൊോ가-힣あ-んア-ヴ中文ก-ฮ ]{0,24}"
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in texts()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn composed_and_decomposed_fold_equal(text in ordinary_texts()) {
        let composed: String = text.nfc().collect();
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(fold(&composed), fold(&decomposed));
    }

    #[test]
    fn tokens_of_a_plain_text_lead_back_to_it(text in texts()) {
        let document = Document::plain(&text);
        let mut last = 0;
        for token in document.tokens() {
            let span = document.span(token.start, token.end);
            prop_assert_eq!(slice(&text, span.start, span.end), document.raw(token));
            prop_assert!(token.start >= last || token.kind == TokenKind::Gram);
            prop_assert!(!document.folded(token).is_empty());
            last = if token.kind == TokenKind::Gram { token.start } else { token.end };
        }
    }

    #[test]
    fn tokens_of_a_cleaned_text_lead_back_to_it(text in texts(), below in texts()) {
        let source = format!("> quoted\n{text}\nOn 3 May 2024 at 10:00, Ann <a@b.example> wrote:\n> {below}");
        let document = Document::message(&source, false);
        for token in document.tokens() {
            let span = document.span(token.start, token.end);
            prop_assert_eq!(slice(&source, span.start, span.end), document.raw(token));
        }
    }

    #[test]
    fn any_html_is_read(text in texts(), html in "[<>/a-c \"'=!&;#-]{0,60}") {
        let source = format!("{html}{text}");
        let units = source.encode_utf16().count() as u32;
        let document = Document::message(&source, true);
        for token in document.tokens() {
            let span = document.span(token.start, token.end);
            prop_assert!(span.start <= span.end && span.end <= units);
        }
    }
}
