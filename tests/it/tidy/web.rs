//! Rules for the UI: one door to the shell, features that stand alone.

use super::finding::Finding;
use super::source::{Source, has_word};

pub(crate) fn opens_with_its_purpose(source: &Source) -> Vec<Finding> {
    let judged = source.within("ui") && ["ts", "svelte"].contains(&source.extension());
    let comment = ["//", "/*", "<!--"]
        .iter()
        .any(|mark| source.opening().starts_with(mark));
    if !judged || source.is_generated() || comment {
        return Vec::new();
    }
    let advice = "open the file with a comment (`//`, `/**` or `<!--`) saying what it is for";
    vec![source.finding(1, "module opening", advice)]
}

pub(crate) fn only_ipc_talks_to_tauri(source: &Source) -> Vec<Finding> {
    if !source.is_web() || source.within("ui/src/ipc") {
        return Vec::new();
    }
    let advice = "only ui/src/ipc imports @tauri-apps; call the typed command there";
    let foreign = imports(source).filter(|(_, from)| from.starts_with("@tauri-apps"));
    foreign
        .map(|(line, _)| source.finding(line, "shell out of place", advice))
        .collect()
}

pub(crate) fn features_stand_alone(source: &Source) -> Vec<Finding> {
    // The frame around the features puts them together.
    let assembles = source.within("ui/src/app") || source.path.matches('/').count() == 2;
    if !source.is_web() || !source.within("ui/src") || assembles {
        return Vec::new();
    }
    let own = feature(&source.path);
    let foreign = imports(source).filter(|(_, from)| {
        let target = resolve(&source.path, from);
        feature(&target).is_some_and(|used| Some(used) != own)
    });
    let advice =
        |from| format!("`{from}` belongs to another feature; move what both use to shared");
    foreign
        .map(|(line, from)| source.finding(line, "feature border", advice(from)))
        .collect()
}

pub(crate) fn no_debug_output(source: &Source) -> Vec<Finding> {
    if !source.within("ui/src") || !source.is_web() {
        return Vec::new();
    }
    source.findings(source.code(), "debug output", "take it out", |line| {
        line.contains("console.log(") || line.trim() == "debugger;"
    })
}

pub(crate) fn preferences_stay_in_shared(source: &Source) -> Vec<Finding> {
    if !source.is_web() || source.within("ui/src/shared") || !source.within("ui/src") {
        return Vec::new();
    }
    let advice = "only ui/src/shared keeps preferences on this laptop; records go to the core";
    source.findings(source.code(), "local storage", advice, |line| {
        has_word(line, "localStorage")
    })
}

/// What each import, re-export or dynamic import names, with its line.
fn imports(source: &Source) -> impl Iterator<Item = (usize, &str)> {
    source
        .code()
        .filter_map(|(number, line)| specifier(line).map(|from| (number, from)))
}

/// The quoted text after `from`, `import` or `import(`, also at a line's end
/// of an import over several lines.
fn specifier(line: &str) -> Option<&str> {
    let marks = ["from ", "import ", "import("];
    marks.iter().find_map(|mark| {
        let rest = &line[line.find(mark)? + mark.len()..];
        let quote = rest.chars().next().filter(|c| "\"'`".contains(*c))?;
        rest[1..].split(quote).next()
    })
}

/// Follows `./` and `../` from a file; other names are returned as they are.
fn resolve(path: &str, from: &str) -> String {
    if !from.starts_with('.') {
        return from.to_owned();
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in from.split('/') {
        match part {
            "." => {}
            ".." => _ = parts.pop(),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// `sites` in `ui/src/features/sites/List.svelte` or `@/features/sites/api`.
fn feature(path: &str) -> Option<&str> {
    let (_, rest) = path.split_once("features/")?;
    rest.split('/').next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::source::planted;

    #[test]
    fn a_file_without_its_purpose_is_found() {
        assert_eq!(
            opens_with_its_purpose(&planted("ui/src/a.ts", "import x from 'y'")).len(),
            1
        );
        assert_eq!(
            opens_with_its_purpose(&planted("ui/src/A.svelte", "<script>")).len(),
            1
        );
        assert!(opens_with_its_purpose(&planted("ui/src/A.svelte", "<!-- The map -->")).is_empty());
    }

    #[test]
    fn tauri_is_imported_in_ipc_only() {
        let found = |path, text| only_ipc_talks_to_tauri(&planted(path, text)).len();
        assert_eq!(
            found(
                "ui/src/shared/a.ts",
                "import { x } from '@tauri-apps/api/core'"
            ),
            1
        );
        assert_eq!(found("ui/src/a.ts", "await import(\"@tauri-apps/api\")"), 1);
        assert_eq!(
            found(
                "ui/src/ipc/a.ts",
                "import { x } from '@tauri-apps/api/core'"
            ),
            0
        );
    }

    #[test]
    fn a_feature_importing_another_is_found() {
        let found = |path, text| features_stand_alone(&planted(path, text)).len();
        let other = "} from \"../sites/list\";";
        assert_eq!(found("ui/src/features/today/a.ts", other), 1);
        assert_eq!(
            found("ui/src/features/today/deep/a.ts", "import '../../sites/b'"),
            1
        );
        assert_eq!(
            found(
                "ui/src/shared/a.ts",
                "import x from \"../features/today/a\""
            ),
            1
        );
        assert_eq!(found("ui/src/features/sites/a.ts", other), 0);
        assert_eq!(
            found("ui/src/features/today/a.ts", "import '../../shared/b'"),
            0
        );
        assert_eq!(
            found(
                "ui/src/App.svelte",
                "import A from './features/today/A.svelte'"
            ),
            0
        );
    }

    #[test]
    fn debugging_and_storage_out_of_place_are_found() {
        let page = planted(
            "ui/src/features/a/b.ts",
            "console.log(x)\nlocalStorage.getItem(k)",
        );
        assert_eq!(no_debug_output(&page).len(), 1);
        assert_eq!(preferences_stay_in_shared(&page)[0].line, 2);
        assert!(
            preferences_stay_in_shared(&planted("ui/src/shared/a.ts", "localStorage")).is_empty()
        );
    }
}
