//! Addresses of the web and of e-mail.

/// Top-level domains that are no word of a language, so that a bare `shop.com` is an address while
/// `ok.it works` is two sentences.
const TELLING_DOMAINS: [&str; 7] = ["com", "net", "org", "edu", "gov", "app", "shop"];

/// Finds addresses. It remembers where it found none, so that a long run is not read again and again.
#[derive(Default)]
pub struct Finder {
    none_before: usize,
}

impl Finder {
    /// The end of the address that begins at byte `at` of `text`, if one does. `at` never falls
    /// from call to call.
    pub fn find(&mut self, text: &str, at: usize) -> Option<usize> {
        let bytes = text.as_bytes().get(at..)?;
        if at < self.none_before || !bytes.first()?.is_ascii_alphanumeric() {
            return None;
        }
        let scheme = ["http://", "https://", "www."].into_iter().find(|scheme| {
            let start = bytes.get(..scheme.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(scheme.as_bytes()))
        });
        if let Some(scheme) = scheme {
            let length = trimmed(bytes, count(bytes, is_url));
            return (length > scheme.len()).then_some(at + length);
        }
        let run = count(bytes, |byte| is_host(byte) || matches!(byte, b'_' | b'%' | b'+'));
        let host = bytes.get(..run)?;
        let length = match bytes.get(run) {
            Some(b'@') => {
                let domain = bytes.get(run + 1..)?;
                let length = trimmed(domain, count(domain, is_host));
                top_level(domain.get(..length)?).map(|_| run + 1 + length)
            }
            Some(b'/') => top_level(host).map(|_| trimmed(bytes, count(bytes, is_url))),
            _ => {
                let host = host.get(..trimmed(host, run))?;
                let telling = top_level(host).filter(|top| {
                    TELLING_DOMAINS.iter().any(|known| known.as_bytes().eq_ignore_ascii_case(top))
                });
                telling.map(|_| host.len())
            }
        };
        if length.is_none() {
            self.none_before = at + run;
        }
        length.map(|length| at + length)
    }
}

fn count(bytes: &[u8], belongs: impl Fn(u8) -> bool) -> usize {
    bytes.iter().take_while(|byte| belongs(**byte)).count()
}

fn is_host(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-')
}

fn is_url(byte: u8) -> bool {
    byte.is_ascii_graphic()
        && !matches!(byte, b'<' | b'>' | b'"' | b'{' | b'}' | b'|' | b'\\' | b'^' | b'`')
}

/// The length without the punctuation of the sentence around the address.
fn trimmed(bytes: &[u8], length: usize) -> usize {
    let bytes = bytes.get(..length).unwrap_or_default();
    let opens = bytes.contains(&b'(');
    let belongs = |byte: &u8| match byte {
        b')' => opens,
        b']' | b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' | b'_' | b'-' => false,
        _ => true,
    };
    bytes.iter().rposition(belongs).map_or(0, |last| last + 1)
}

/// The last label of a host name, where it can be a top-level domain.
fn top_level(host: &[u8]) -> Option<&[u8]> {
    let dot = host.iter().rposition(|byte| *byte == b'.')?;
    let top = host.get(dot + 1..)?;
    let named = dot.checked_sub(1).and_then(|last| host.get(last))?.is_ascii_alphanumeric();
    (named && (2..=24).contains(&top.len()) && top.iter().all(u8::is_ascii_alphabetic))
        .then_some(top)
}
