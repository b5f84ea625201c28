//! Rules for Rust: how modules open, which crate is named where, no traces of
//! debugging.

use super::finding::Finding;
use super::source::Source;

/// A crate, the only places that may name it, and where else to turn.
struct Place {
    krate: &'static str,
    homes: &'static [&'static str],
    advice: &'static str,
}

const PLACES: [Place; 6] = [
    Place {
        krate: "rusqlite",
        homes: &["src-tauri/core/src/store", "tests"],
        advice: "only core/src/store speaks SQL; ask it for what you need",
    },
    Place {
        krate: "printpdf",
        homes: &["src-tauri/core/src/report", "tests"],
        advice: "only core/src/report makes PDFs; give it a document model",
    },
    Place {
        krate: "lopdf",
        homes: &["src-tauri/core/src/report", "tests"],
        advice: "only core/src/report makes PDFs; give it a document model",
    },
    Place {
        krate: "rust_xlsxwriter",
        homes: &[
            "src-tauri/core/src/report/tables",
            "src-tauri/core/src/report/mod.rs",
            "src-tauri/core/src/import",
            "tests",
        ],
        advice: "only core/src/report/tables writes workbooks; give it a grid",
    },
    Place {
        krate: "calamine",
        homes: &["src-tauri/core/src/import", "tests"],
        advice: "only core/src/import opens workbooks; it hands over rows and problems",
    },
    Place {
        krate: "tauri",
        homes: &["src-tauri/src", "src-tauri/build.rs"],
        advice: "only the shell knows Tauri; everything else works without a window",
    },
];

pub(crate) fn opens_with_its_purpose(source: &Source) -> Vec<Finding> {
    if !source.is_rust() || source.opening().starts_with("//!") {
        return Vec::new();
    }
    let advice = "open the module with `//!`: what it is for and what it may not know";
    vec![source.finding(1, "module opening", advice)]
}

pub(crate) fn crates_stay_in_their_place(source: &Source) -> Vec<Finding> {
    if !source.is_rust() || source.is_a_rule() {
        return Vec::new();
    }
    let elsewhere = PLACES.iter().filter(|place| !is_home(source, place));
    elsewhere
        .flat_map(|place| names_of(source, place))
        .collect()
}

fn is_home(source: &Source, place: &Place) -> bool {
    // A module may be one file (`store.rs`) or a folder (`store/`).
    let is_file = |home: &str| source.path == home || source.path == format!("{home}.rs");
    place
        .homes
        .iter()
        .any(|home| source.within(home) || is_file(home))
}

fn names_of(source: &Source, place: &Place) -> Vec<Finding> {
    source.findings(source.code(), "crate out of place", place.advice, |line| {
        names_crate(line, place.krate)
    })
}

/// `krate::…`, `use krate…`, and its companions such as `krate_plugin::…`.
fn names_crate(line: &str, krate: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(krate).any(|(at, _)| {
        let (before, rest) = (&line[..at], &line[at + krate.len()..]);
        let rest = if rest.starts_with('_') {
            rest.trim_start_matches(part)
        } else {
            rest
        };
        let whole = !before.ends_with(|c| part(c) || "-/@".contains(c)) && !rest.starts_with(part);
        whole && (rest.starts_with("::") || before.trim_end().ends_with("use"))
    })
}

pub(crate) fn no_debug_output(source: &Source) -> Vec<Finding> {
    if !source.is_rust() || source.is_a_rule() {
        return Vec::new();
    }
    // Programs for the terminal print, and so do build scripts, to cargo; the rest returns.
    let prints = ["src-tauri/xtask", "src-tauri/cli", "tests/bench"];
    let may_print =
        prints.iter().any(|folder| source.within(folder)) || source.path.ends_with("build.rs");
    source.findings(
        source.code(),
        "debug output",
        "return it, or take it out",
        |line| {
            line.contains("dbg!(")
                || (!may_print && (has_macro(line, "println!") || has_macro(line, "print!")))
        },
    )
}

fn has_macro(line: &str, name: &str) -> bool {
    line.match_indices(name)
        .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric()))
}

pub(crate) fn tests_do_not_sleep(source: &Source) -> Vec<Finding> {
    // The one place that waits: it polls with a deadline.
    let waits = source.path == "tests/src/wait.rs";
    if !source.is_rust() || source.is_a_rule() || waits {
        return Vec::new();
    }
    let from = first_test_line(source);
    let code = source.code().filter(|(number, _)| *number >= from);
    let advice = "wait for what you expect, with a deadline; a sleep is too short or too long";
    source.findings(code, "sleep in a test", advice, |line| {
        line.contains("thread::sleep") || line.contains("time::sleep")
    })
}

/// Test code is all of `tests/` and of `tests.rs`, and what follows `#[cfg(test)]`.
fn first_test_line(source: &Source) -> usize {
    if source.within("tests") || source.path.ends_with("/tests.rs") {
        return 1;
    }
    let mark = source
        .lines()
        .find(|(_, line)| line.contains("#[cfg(test)]"));
    mark.map_or(usize::MAX, |(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::source::planted;

    #[test]
    fn a_module_without_its_purpose_is_found() {
        assert_eq!(
            opens_with_its_purpose(&planted("a.rs", "use std::fmt;")).len(),
            1
        );
        assert!(opens_with_its_purpose(&planted("a.rs", "\n//! Ids.\n")).is_empty());
    }

    #[test]
    fn a_crate_named_outside_its_place_is_found() {
        let found = |path, text| crates_stay_in_their_place(&planted(path, text)).len();
        assert_eq!(
            found("src-tauri/core/src/app/a.rs", "use rusqlite::Connection;"),
            1
        );
        assert_eq!(
            found("src-tauri/core/src/domain.rs", "fn f(c: &rusqlite::Row) {}"),
            1
        );
        assert_eq!(
            found("src-tauri/core/src/storeroom.rs", "use rusqlite::Row;"),
            1
        );
        assert_eq!(
            found(
                "src-tauri/core/src/app.rs",
                "use {tauri::App, lopdf::Document};"
            ),
            2
        );
        assert_eq!(
            found("src-tauri/cli/src/main.rs", "tauri_plugin_dialog::init()"),
            1
        );
        assert_eq!(found("tests/it/a.rs", "use tauri;"), 1);
    }

    #[test]
    fn a_crate_at_home_or_only_spoken_of_is_not_found() {
        let found = |path, text| crates_stay_in_their_place(&planted(path, text)).len();
        assert_eq!(
            found("src-tauri/core/src/store.rs", "use rusqlite::Connection;"),
            0
        );
        assert_eq!(
            found("src-tauri/core/src/store/log.rs", "rusqlite::params![]"),
            0
        );
        assert_eq!(found("src-tauri/build.rs", "tauri_build::build()"), 0);
        assert_eq!(
            found("src-tauri/core/src/app.rs", "//! Knows no rusqlite::Row."),
            0
        );
        assert_eq!(found("src-tauri/xtask/src/ui.rs", "join(\"src-tauri\")"), 0);
    }

    #[test]
    fn debugging_left_behind_is_found() {
        let found = |path, text| no_debug_output(&planted(path, text)).len();
        assert_eq!(found("src-tauri/core/src/a.rs", "println!(\"{x}\");"), 1);
        assert_eq!(
            found("src-tauri/cli/src/a.rs", "println!(\"{x}\"); dbg!(x);"),
            1
        );
        assert_eq!(found("src-tauri/cli/src/a.rs", "println!(\"{x}\");"), 0);
        assert_eq!(found("src-tauri/core/src/a.rs", "eprintln!(\"{x}\");"), 0);
    }

    #[test]
    fn sleeping_is_found_in_tests_only() {
        let sleep = "std::thread::sleep(d);";
        let found = |path, text: &str| tests_do_not_sleep(&planted(path, text)).len();
        assert_eq!(found("tests/it/a.rs", sleep), 1);
        assert_eq!(
            found(
                "core/a.rs",
                &format!("#[cfg(test)]\nmod tests {{\n{sleep}\n}}")
            ),
            1
        );
        assert_eq!(found("core/a.rs", sleep), 0);
    }
}
