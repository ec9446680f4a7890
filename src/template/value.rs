//! From a path to the words that are printed.

use super::name::first_name;
use super::parse::Step;
use crate::decimal;
use crate::index::language::base;
use crate::json::Json;

/// The value at a path, printed; `None` when there is nothing to print.
pub(super) fn find(context: &Json, steps: &[Step]) -> Option<String> {
    let (last, before) = steps.split_last()?;
    let parent = before.iter().try_fold(context, step)?;
    step(parent, last).and_then(print).or_else(|| match last {
        Step::Key(key) if same_name(key, "firstName") => {
            let name = parent.get("name")?.text().ok()?;
            let language = parent.get("language").and_then(|language| language.text().ok());
            first_name(name, language.map(base))
        }
        _ => None,
    })
}

fn step<'a>(value: &'a Json, step: &Step) -> Option<&'a Json> {
    match (step, value) {
        (Step::Key(key), Json::Object(fields)) => value.get(key).or_else(|| {
            let (name, _) = fields.iter().find(|(name, _)| same_name(name, key))?;
            value.get(name)
        }),
        (Step::Key(key), Json::List(items)) => items.get(key.parse::<usize>().ok()?),
        (Step::Index(index), Json::List(items)) => {
            let at = usize::try_from(*index).or_else(|_| {
                usize::try_from(index.unsigned_abs()).map(|back| items.len().wrapping_sub(back))
            });
            items.get(at.ok()?)
        }
        _ => None,
    }
}

/// Whether two keys differ only in case, underscores and hyphens: `first_name` is `firstName`.
fn same_name(left: &str, right: &str) -> bool {
    let letters = |key: &'_ str| {
        let plain: Vec<char> = key
            .chars()
            .filter(|letter| !matches!(letter, '_' | '-'))
            .flat_map(char::to_lowercase)
            .collect();
        plain
    };
    letters(left) == letters(right)
}

fn print(value: &Json) -> Option<String> {
    match value {
        Json::Text(text) if !text.trim().is_empty() => Some(text.clone()),
        Json::Number(number) => decimal::print(*number),
        Json::Bool(value) => Some(value.to_string()),
        _ => None,
    }
}
