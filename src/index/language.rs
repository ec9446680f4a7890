//! Which language of an entry a reader gets.

/// The part of a language tag before the first hyphen or underscore.
///
/// ```
/// assert_eq!(hotcold::index::language::base("pt-BR"), "pt");
/// ```
pub fn base(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

/// Whether two tags name the same language, whatever the region.
pub fn same_base(left: &str, right: &str) -> bool {
    base(left).eq_ignore_ascii_case(base(right))
}

fn same(left: &str, right: &str) -> bool {
    left.eq_ignore_ascii_case(right)
        || (left.len() == right.len()
            && left.replace('_', "-").eq_ignore_ascii_case(&right.replace('_', "-")))
}

/// The index of the tag that serves a reader of `wanted`: the same tag; or else its base language
/// (`pt` for `pt-BR`); or else any region of that language (`pt-PT` for `pt-BR`). `None` when no
/// tag does: the entry's own language is the last resort.
///
/// ```
/// use hotcold::index::language::choose;
/// assert_eq!(choose("pt-BR", ["en", "pt-PT", "pt"].into_iter()), Some(2));
/// assert_eq!(choose("de", ["en"].into_iter()), None);
/// ```
pub fn choose<'a>(wanted: &str, tags: impl Iterator<Item = &'a str> + Clone) -> Option<usize> {
    let find = |fits: &dyn Fn(&str) -> bool| tags.clone().position(fits);
    find(&|tag| same(tag, wanted))
        .or_else(|| find(&|tag| same(tag, base(wanted))))
        .or_else(|| find(&|tag| same_base(tag, wanted)))
}
