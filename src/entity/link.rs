//! Web addresses, e-mail addresses and handles.

use super::Finder;
use crate::text::letters::{Letters, is_hangul, is_unspaced};

/// Last parts of a host name that make a web address without `http://` or `www.` before it.
const PLAIN_TLDS: [&str; 11] =
    ["com", "net", "org", "io", "app", "dev", "shop", "store", "info", "gov", "edu"];

/// The longest host, local part or handle that is read.
const MAX_NAME: usize = 254;

/// Finds `https://…`, `www.…` and bare hosts such as `example.com/help`.
pub(super) fn scan_urls(finder: &mut Finder) {
    let letters = finder.letters;
    let mut index = 0;
    while index < letters.len() {
        let end = if letters.is_boundary(index) { url_end(letters, index) } else { None };
        match end {
            Some(end) => {
                finder.push("url", index, end, None);
                index = end;
            }
            None => index += 1,
        }
    }
}

fn url_end(letters: &Letters, start: usize) -> Option<usize> {
    if let Some(rest) = after_any(letters, start, &["https://", "http://", "www."]) {
        return is_host(letters.at(rest)).then(|| path_end(letters, rest));
    }
    // The first letter of a host; a host inside an e-mail address is left to the address.
    if !is_host(letters.at(start)) || matches!(letters.before(start), '@' | '.' | '-') {
        return None;
    }
    let host_end = run_end(letters, start, |letter| is_host(letter) || letter == '.');
    let host_end = trim_back(letters, start, host_end, &['.']);
    if letters.at(host_end) == '@' {
        return None;
    }
    let host = letters.chars().get(start..host_end)?;
    let dot = host.iter().rposition(|letter| *letter == '.')?;
    let tld: String = host.get(dot + 1..)?.iter().collect();
    let has_path = letters.at(host_end) == '/' && is_path(letters.at(host_end + 1));
    let known = PLAIN_TLDS.contains(&tld.as_str())
        || (has_path && tld.len() == 2 && tld.bytes().all(|byte| byte.is_ascii_lowercase()));
    known.then(|| if has_path { path_end(letters, host_end) } else { host_end })
}

fn path_end(letters: &Letters, start: usize) -> usize {
    let mut end = start;
    let mut open = 0_i32;
    while is_path(letters.at(end)) {
        match letters.at(end) {
            '(' => open += 1,
            ')' => open -= 1,
            _ => {}
        }
        // A bracket that was not opened inside the address belongs to the sentence.
        if open < 0 {
            break;
        }
        end += 1;
    }
    trim_back(letters, start, end, &['.', ',', ';', ':', '!', '?', '\'', '*', '_'])
}

fn is_host(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-'
}

fn is_path(letter: char) -> bool {
    if letter.is_ascii() {
        letter.is_ascii_graphic()
            && !matches!(letter, '<' | '>' | '"' | '`' | '{' | '}' | '|' | '\\')
    } else {
        // Scripts that write on without a space would be swallowed with the sentence.
        letter.is_alphanumeric() && !is_unspaced(letter) && !is_hangul(letter)
    }
}

/// Finds e-mail addresses and handles, both by their `@`.
pub(super) fn scan_addresses(finder: &mut Finder) {
    let letters = finder.letters;
    for (index, _) in letters.chars().iter().enumerate().filter(|(_, letter)| **letter == '@') {
        let start = local_start(letters, index);
        if start < index {
            if let Some(end) = domain_end(letters, index + 1) {
                let value = finder.folded(start, end).iter().collect();
                finder.push("email", start, end, Some(value));
            }
        } else if let Some(end) = handle_end(letters, index) {
            let value = finder.folded(index + 1, end).iter().collect();
            finder.push("handle", index, end, Some(value));
        }
    }
}

fn local_start(letters: &Letters, at: usize) -> usize {
    let is_local = |letter: char| {
        letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '%' | '+' | '-')
    };
    let mut start = at;
    while start > 0 && is_local(letters.before(start)) && at - start < MAX_NAME {
        start -= 1;
    }
    while start < at && matches!(letters.at(start), '.' | '-' | '%') {
        start += 1;
    }
    start
}

fn domain_end(letters: &Letters, start: usize) -> Option<usize> {
    let end = run_end(letters, start, |letter| is_host(letter) || letter == '.');
    let end = trim_back(letters, start, end, &['.', '-']);
    let domain = letters.chars().get(start..end)?;
    let dot = domain.iter().rposition(|letter| *letter == '.')?;
    let tld = domain.get(dot + 1..)?;
    (dot > 0 && tld.len() >= 2 && tld.iter().all(char::is_ascii_alphabetic)).then_some(end)
}

fn handle_end(letters: &Letters, at: usize) -> Option<usize> {
    if crate::text::letters::is_word(letters.before(at)) && !is_unspaced(letters.before(at)) {
        return None;
    }
    let start = at + 1;
    let is_name = |letter: char| match letters.at(start).is_ascii() {
        true => letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.'),
        false => letter.is_alphanumeric() || letter == '_',
    };
    let end = trim_back(letters, start, run_end(letters, start, is_name), &['.']);
    if end == start || end - start > 40 {
        return None;
    }
    // `@name@server.example`, as the fediverse writes it.
    if letters.at(end) == '@' {
        return Some(domain_end(letters, end + 1).unwrap_or(end));
    }
    Some(end)
}

fn after_any(letters: &Letters, start: usize, starts: &[&str]) -> Option<usize> {
    starts.iter().find_map(|text| {
        let same =
            text.chars().enumerate().all(|(step, letter)| letters.at(start + step) == letter);
        same.then_some(start + text.len())
    })
}

fn run_end(letters: &Letters, start: usize, belongs: impl Fn(char) -> bool) -> usize {
    let mut end = start;
    while end < letters.len() && end - start < MAX_NAME && belongs(letters.at(end)) {
        end += 1;
    }
    end
}

fn trim_back(letters: &Letters, start: usize, mut end: usize, marks: &[char]) -> usize {
    while end > start && marks.contains(&letters.before(end)) {
        end -= 1;
    }
    end
}
