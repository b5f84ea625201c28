//! Rules for every file, whatever its language.

use super::finding::Finding;
use super::source::{Source, has_word};

/// Longer files hide more than one thing.
const MOST_LINES: usize = 500;

pub(crate) fn short(source: &Source) -> Vec<Finding> {
    let kinds = [
        "rs", "ts", "js", "mjs", "svelte", "css", "html", "sql", "sh", "toml", "ftl",
    ];
    let count = source.lines().count();
    if source.is_generated() || !kinds.contains(&source.extension()) || count <= MOST_LINES {
        return Vec::new();
    }
    let advice =
        format!("{count} lines are too many for one purpose; split it, {MOST_LINES} at most");
    vec![source.finding(MOST_LINES + 1, "file length", advice)]
}

pub(crate) fn named_for_what_it_is(source: &Source) -> Vec<Finding> {
    let path = source.path.to_lowercase();
    let vague = ["manager", "helper", "util"]
        .into_iter()
        .find(|word| path.contains(word));
    let advice = |word| format!("`{word}` says nothing; name the file for what it knows");
    vague
        .map(|word| source.finding(1, "file name", advice(word)))
        .into_iter()
        .collect()
}

pub(crate) fn nothing_put_off(source: &Source) -> Vec<Finding> {
    let marks = ["TODO", "FIXME", "XXX"];
    if source.is_a_rule() || source.is_generated() {
        return Vec::new();
    }
    source.findings(
        source.lines(),
        "unfinished",
        "do it now, or file an issue",
        |line| marks.iter().any(|mark| has_word(line, mark)),
    )
}

pub(crate) fn no_machine_paths(source: &Source) -> Vec<Finding> {
    let folders = [
        "/home/",
        "/Users/",
        // In two parts, so that this list is not itself a finding.
        concat!("/wo", "rk/"),
        "/tmp/",
        "/root/",
        "C:\\Users",
    ];
    // Words before the slash make it part of a longer path or address.
    let starts = |line: &str, folder: &str| {
        line.match_indices(folder).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            !before.is_some_and(|c| c.is_alphanumeric() || "._-/~}".contains(c))
        })
    };
    if source.is_a_rule() || source.is_generated() {
        return Vec::new();
    }
    source.findings(
        source.lines(),
        "machine path",
        "this exists on one machine; use a temporary folder or a path from the root",
        |line| folders.iter().any(|folder| starts(line, folder)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::source::planted;

    #[test]
    fn the_line_past_the_limit_is_found() {
        assert!(short(&planted("a.rs", &"\n".repeat(500))).is_empty());
        assert_eq!(short(&planted("a.rs", &"\n".repeat(501)))[0].line, 501);
        assert!(short(&planted("ui/src/ipc/gen/a.ts", &"\n".repeat(900))).is_empty());
    }

    #[test]
    fn vague_names_are_found_in_folders_too() {
        assert_eq!(
            named_for_what_it_is(&planted("ui/src/utils/dates.ts", "")).len(),
            1
        );
        assert_eq!(
            named_for_what_it_is(&planted("core/src/SyncManager.rs", "")).len(),
            1
        );
        assert!(named_for_what_it_is(&planted("core/src/roster.rs", "")).is_empty());
    }

    #[test]
    fn work_put_off_is_found_as_a_word_only() {
        assert_eq!(
            nothing_put_off(&planted("a.md", "ok\n<!-- TODO: pick -->"))[0].line,
            2
        );
        assert!(nothing_put_off(&planted("a.rs", "let METODOLOGI = 1;")).is_empty());
    }

    #[test]
    fn paths_of_one_machine_are_found() {
        assert_eq!(
            no_machine_paths(&planted("a.rs", "open(\"/home/ani/x\")")).len(),
            1
        );
        assert_eq!(no_machine_paths(&planted("a.md", "see /tmp/x")).len(), 1);
        assert!(no_machine_paths(&planted("a.ts", "import \"../features/home/page\"")).is_empty());
    }
}
