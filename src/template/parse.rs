//! A body as text and placeholders.

/// The longest placeholder, in bytes between its braces; longer is text.
const MAX_PLACEHOLDER: usize = 1000;

/// A stretch of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Text(&'a str),
    /// `raw` is the placeholder as it stands; a `path` that cannot be read has no value.
    Placeholder {
        raw: &'a str,
        path: &'a str,
        fallback: Option<&'a str>,
    },
}

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step<'a> {
    Key(&'a str),
    /// From the end when below zero.
    Index(i64),
}

/// Splits a body. Braces without a partner, and braces with nothing in them, are text.
pub(super) fn pieces(body: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut done, mut from) = (0, 0);
    while let Some(start) = find(body, from, "{{") {
        let Some(end) = find_within(body, start + 2) else {
            from = start + 1;
            continue;
        };
        let inside = body.get(start + 2..end).unwrap_or_default();
        from = end + 2;
        let Some((path, fallback)) = placeholder(inside) else { continue };
        if start > done {
            pieces.push(Piece::Text(body.get(done..start).unwrap_or_default()));
        }
        let raw = body.get(start..end + 2).unwrap_or_default();
        pieces.push(Piece::Placeholder { raw, path, fallback });
        done = end + 2;
    }
    if done < body.len() {
        pieces.push(Piece::Text(body.get(done..).unwrap_or_default()));
    }
    pieces
}

fn find(body: &str, from: usize, what: &str) -> Option<usize> {
    body.get(from..)?.find(what).map(|at| at + from)
}

/// Where the placeholder that starts here ends: at `}}`, before any other brace that opens one.
fn find_within(body: &str, start: usize) -> Option<usize> {
    let bytes = body.as_bytes().get(start..).filter(|bytes| bytes.first() != Some(&b'{'))?;
    let pair =
        bytes.windows(2).take(MAX_PLACEHOLDER).position(|pair| matches!(pair, b"}}" | b"{{"))?;
    (bytes.get(pair) == Some(&b'}')).then_some(start + pair)
}

/// The path and the fallback inside the braces.
fn placeholder(inside: &str) -> Option<(&str, Option<&str>)> {
    let inside = inside.trim();
    let (path, rest) = match inside.find('|') {
        Some(bar) => inside.split_at(bar),
        None => (inside, ""),
    };
    let path = path.trim();
    (!path.is_empty()).then(|| (path, fallback(rest)))
}

/// The fallback after the path: `|x`, `||x`, `| fallback: x` or `| default: x`, in quotes or bare.
fn fallback(rest: &str) -> Option<&str> {
    let rest = rest.strip_prefix("||").or_else(|| rest.strip_prefix('|'))?.trim();
    let named = ["fallback", "default"]
        .iter()
        .find_map(|word| rest.strip_prefix(word)?.trim_start().strip_prefix(':'));
    Some(unquoted(named.unwrap_or(rest).trim()))
}

fn unquoted(text: &str) -> &str {
    [('"', '"'), ('\'', '\''), ('“', '”'), ('‘', '’')]
        .iter()
        .find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close))
        .unwrap_or(text)
}

/// The steps of a path such as `order.items[-1].name`; `None` when it is none.
pub(super) fn steps(path: &str) -> Option<Vec<Step<'_>>> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let (key, mut indexes) = part.split_at(part.find('[').unwrap_or(part.len()));
        // Keys of any script; vowel signs are no letters by themselves.
        let is_key = |it: char| {
            it.is_ascii_alphanumeric()
                || matches!(it, '_' | '-')
                || !it.is_ascii() && !it.is_whitespace()
        };
        if key.is_empty() || !key.chars().all(is_key) {
            return None;
        }
        steps.push(Step::Key(key));
        while !indexes.is_empty() {
            let (index, after) = indexes.strip_prefix('[')?.split_once(']')?;
            steps.push(Step::Index(index.trim().parse().ok()?));
            indexes = after;
        }
    }
    Some(steps)
}
