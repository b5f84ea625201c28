//! Rules for the words on screen and paper: every message in both languages.

use super::finding::Finding;
use super::source::Source;
use std::collections::BTreeMap;

const LANGUAGES: [&str; 2] = ["id", "en"];

/// Messages that one language has and the other lacks.
pub(crate) fn both_languages(sources: &[Source]) -> Vec<Finding> {
    LANGUAGES
        .iter()
        .flat_map(|language| {
            let others = LANGUAGES.iter().filter(move |other| *other != language);
            others.flat_map(|other| missing(sources, language, other))
        })
        .collect()
}

fn missing(sources: &[Source], language: &str, other: &str) -> Vec<Finding> {
    let known = messages(sources, other);
    let lacking = messages(sources, language)
        .into_iter()
        .filter(|(key, _)| !known.contains_key(key));
    lacking
        .map(|(key, (source, line))| {
            let advice = format!("`{key}` is missing in ui/text/{other}; translate it there");
            source.finding(line, "text in one language", advice)
        })
        .collect()
}

/// Each message and attribute (`key.attribute`) with where it is defined.
fn messages<'a>(sources: &'a [Source], language: &str) -> BTreeMap<String, (&'a Source, usize)> {
    let folder = format!("ui/text/{language}");
    let files = sources.iter().filter(|source| source.within(&folder));
    let all = files
        .filter(|source| source.extension() == "ftl")
        .flat_map(|source| {
            keys(source)
                .into_iter()
                .map(move |(line, key)| (key, (source, line)))
        });
    all.collect()
}

fn keys(source: &Source) -> Vec<(usize, String)> {
    let mut message = "";
    let mut keys = Vec::new();
    for (number, line) in source.lines() {
        let Some((name, _)) = line.split_once('=') else {
            continue;
        };
        let name = name.trim_end();
        if is_key(name) {
            message = name;
            keys.push((number, name.to_owned()));
        } else if let Some(attribute) = name
            .trim_start()
            .strip_prefix('.')
            .filter(|key| is_key(key))
        {
            keys.push((number, format!("{message}.{attribute}")));
        }
    }
    keys
}

/// A message, a term (`-term`) or an attribute, at the start of its line.
fn is_key(name: &str) -> bool {
    let name = name.strip_prefix('-').unwrap_or(name);
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// The same key twice would silently show the later one.
pub(crate) fn keys_are_well_formed(source: &Source) -> Vec<Finding> {
    if source.extension() != "ftl" {
        return Vec::new();
    }
    let mut seen = BTreeMap::new();
    let repeated = keys(source).into_iter().filter_map(|(line, key)| {
        let first = seen.insert(key.clone(), line)?;
        let advice = format!("`{key}` is already defined on line {first}; keep one");
        Some(source.finding(line, "repeated text", advice))
    });
    repeated.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::source::planted;

    #[test]
    fn a_message_or_attribute_in_one_language_is_found() {
        let sources = [
            planted(
                "ui/text/id/a.ftl",
                "save = Simpan\nopen = Buka\n    .title = Ctrl+O\n",
            ),
            planted(
                "ui/text/en/b.ftl",
                "# a = comment\nsave = Save\nopen = Open { $x ->\n  [one] = \n}",
            ),
        ];
        let found = both_languages(&sources);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(
            (found[0].line, found[0].path.as_str()),
            (3, "ui/text/id/a.ftl")
        );
        assert!(found[0].advice.contains("open.title"));
    }

    #[test]
    fn a_key_defined_twice_is_found() {
        assert_eq!(
            keys_are_well_formed(&planted("a.ftl", "a = 1\nb = 2\na = 3"))[0].line,
            3
        );
    }
}
