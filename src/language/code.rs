//! Codes of languages: BCP 47, ISO 639-3, and the script each is usually written in.

/// The languages whose codes differ between the standards, and those that the detector gives, in
/// columns of [`ENTRY`] bytes.
const CODES: &str = "af  afr Latn|am  amh Ethi|ar  ara Arab|as  asm Beng|az  aze Latn|be  bel Cyrl|bg  bul Cyrl|bn  ben Beng|bo  bod Tibt|bs  bos Latn|ca  cat Latn|cs  ces Latn|cy  cym Latn|da  dan Latn|de  deu Latn|dv  div Thaa|el  ell Grek|en  eng Latn|eo  epo Latn|es  spa Latn|et  est Latn|eu  eus Latn|fa  fas Arab|fi  fin Latn|fr  fra Latn|ga  gle Latn|gl  glg Latn|gu  guj Gujr|ha  hau Latn|he  heb Hebr|hi  hin Deva|hr  hrv Latn|hu  hun Latn|hy  hye Armn|id  ind Latn|ig  ibo Latn|is  isl Latn|it  ita Latn|ja  jpn Jpan|ka  kat Geor|kk  kaz Cyrl|km  khm Khmr|kn  kan Knda|ko  kor Hang|ku  kur Latn|ky  kir Cyrl|la  lat Latn|lg  lug Latn|lo  lao Laoo|lt  lit Latn|lv  lav Latn|mi  mri Latn|mk  mkd Cyrl|ml  mal Mlym|mn  mon Cyrl|mr  mar Deva|ms  msa Latn|mt  mlt Latn|my  mya Mymr|ne  nep Deva|nl  nld Latn|nn  nno Latn|no  nob Latn|or  ori Orya|pa  pan Guru|pcm pcm Latn|pl  pol Latn|ps  pus Arab|pt  por Latn|ro  ron Latn|ru  rus Cyrl|si  sin Sinh|sk  slk Latn|sl  slv Latn|sn  sna Latn|so  som Latn|sq  sqi Latn|sr  srp Cyrl|st  sot Latn|sv  swe Latn|sw  swa Latn|ta  tam Taml|te  tel Telu|tg  tgk Cyrl|th  tha Thai|tl  tgl Latn|tn  tsn Latn|tr  tur Latn|ts  tso Latn|uk  ukr Cyrl|ur  urd Arab|uz  uzb Latn|vi  vie Latn|xh  xho Latn|yo  yor Latn|zh  zho Hani|zu  zul Latn|";

const ENTRY: usize = 13;

/// Other codes of the same languages.
const ALIASES: &str =
    "arb ar|cmn zh|fil tl|in id|iw he|ji yi|mo ro|nb no|pes fa|prs fa|swh sw|zsm ms";

/// A language tag, brought to the form that verdicts use, with its ISO 639-3 code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// BCP 47: language, and script where it is not the usual one.
    pub language: String,
    /// ISO 639-3; `und` when it is not known here.
    pub iso6393: String,
}

/// Reads a tag as hosts write it: any case, with `-` or `_`, with a region, of two letters or three.
/// `None` when it is none.
pub fn read(tag: &str) -> Option<Tag> {
    let mut parts = tag.trim().split(['-', '_']);
    let primary = parts.next()?.to_ascii_lowercase();
    let is_language =
        matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_lowercase());
    let is_placeholder = matches!(primary.as_str(), "und" | "mul" | "zxx" | "mis");
    if !is_language || is_placeholder || !parts.clone().all(is_subtag) {
        return None;
    }
    let mut aliases = ALIASES.split('|');
    let primary = aliases
        .find_map(|alias| alias.strip_prefix(primary.as_str())?.strip_prefix(' '))
        .map_or(primary, str::to_owned);
    let entries = (0..CODES.len()).step_by(ENTRY);
    let columns = |at: usize| {
        Some((CODES.get(at..at + 3)?, CODES.get(at + 4..at + 7)?, CODES.get(at + 8..at + 12)?))
    };
    let known = entries
        .filter_map(columns)
        .find(|(short, iso, _)| {
            short.strip_suffix(' ').unwrap_or(short) == primary || *iso == primary
        })
        .map(|(short, iso, script)| (short.trim_end(), iso, script));
    let script =
        parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let (mut language, iso, usual) = match known {
        Some((short, iso, usual)) => (short.to_owned(), iso.to_owned(), usual),
        None if primary.len() == 3 => (primary.clone(), primary, ""),
        None => (primary, "und".to_owned(), ""),
    };
    if let Some(script) = script.filter(|script| !script.eq_ignore_ascii_case(usual)) {
        language.push('-');
        let (first, rest) = script.split_at_checked(1)?;
        language.push_str(&first.to_ascii_uppercase());
        language.push_str(&rest.to_ascii_lowercase());
    }
    Some(Tag { language, iso6393: iso })
}

fn is_subtag(part: &str) -> bool {
    (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn tags_of_hosts_are_read() {
        for (given, language, iso) in [
            ("en", "en", "eng"),
            ("EN_us", "en", "eng"),
            ("pt-BR", "pt", "por"),
            ("nb-NO", "no", "nob"),
            ("fil", "tl", "tgl"),
            ("eng", "en", "eng"),
            ("hi-Latn", "hi-Latn", "hin"),
            ("hi-deva-IN", "hi", "hin"),
            ("zh-hant-TW", "zh-Hant", "zho"),
            ("tlh", "tlh", "tlh"),
            ("fo", "fo", "und"),
        ] {
            let tag = read(given).unwrap();
            assert_eq!((tag.language.as_str(), tag.iso6393.as_str()), (language, iso), "{given}");
        }
    }

    #[test]
    fn what_is_no_tag_is_refused() {
        for given in ["", "und", "english", "e", "en-", "en us", "हिन्दी", "12"] {
            assert_eq!(read(given), None, "{given}");
        }
    }
}
