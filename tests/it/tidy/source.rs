//! The files that the rules look at, and ways of looking at their text.

use super::finding::Finding;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold no source of ours, by name or by path.
const NOT_OURS: [&str; 9] = [
    "target",
    "node_modules",
    "dist",
    ".git",
    "src-tauri/gen",
    "src-tauri/permissions",
    "tests/fixtures",
    "tests/ref",
    "ui/coverage",
];

/// What is read as text; everything else (fonts, icons, samples) is let be.
const TEXT: [&str; 16] = [
    "rs", "toml", "ts", "js", "mjs", "svelte", "css", "html", "ftl", "sql", "sh", "json", "md",
    "txt", "yml", "svg",
];

/// A file of the repository.
pub(crate) struct Source {
    /// From the root, with `/` on every system.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Source {
    pub(crate) fn extension(&self) -> &str {
        Path::new(&self.path)
            .extension()
            .and_then(|ending| ending.to_str())
            .unwrap_or("")
    }

    pub(crate) fn is_rust(&self) -> bool {
        self.extension() == "rs"
    }

    /// TypeScript, JavaScript or Svelte of the UI.
    pub(crate) fn is_web(&self) -> bool {
        self.within("ui") && ["ts", "js", "mjs", "svelte"].contains(&self.extension())
    }

    pub(crate) fn within(&self, folder: &str) -> bool {
        self.path
            .strip_prefix(folder)
            .is_some_and(|rest| rest.starts_with('/'))
    }

    /// Written by a program, so not held to rules for people.
    pub(crate) fn is_generated(&self) -> bool {
        let lock = ["Cargo.lock", "package-lock.json"];
        self.path.contains("/gen/")
            || self.path.contains(".gen.")
            || lock.iter().any(|name| self.path.ends_with(name))
    }

    /// The rules themselves quote what they forbid.
    pub(crate) fn is_a_rule(&self) -> bool {
        self.path.starts_with("tests/it/tidy")
    }

    /// The lines, counted from 1.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line))
    }

    /// The lines with `//` comments taken off: what the compiler reads.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines()
            .map(|(number, line)| (number, without_comment(line)))
    }

    /// The first line that is not empty.
    pub(crate) fn opening(&self) -> &str {
        self.text.trim_start_matches('\u{feff}').trim_start()
    }

    pub(crate) fn finding(
        &self,
        line: usize,
        rule: &'static str,
        advice: impl Into<String>,
    ) -> Finding {
        Finding {
            path: self.path.clone(),
            line,
            rule,
            advice: advice.into(),
        }
    }

    /// A finding on every line that `is_bad`.
    pub(crate) fn findings<'a>(
        &'a self,
        lines: impl Iterator<Item = (usize, &'a str)>,
        rule: &'static str,
        advice: &str,
        is_bad: impl Fn(&str) -> bool,
    ) -> Vec<Finding> {
        let bad = lines.filter(|(_, line)| is_bad(line));
        bad.map(|(number, _)| self.finding(number, rule, advice))
            .collect()
    }
}

/// Good enough for rules by line: `//` inside an address (`http://`) is kept.
fn without_comment(line: &str) -> &str {
    let mut from = 0;
    while let Some(at) = line[from..].find("//").map(|at| at + from) {
        if !line[..at].ends_with(':') {
            return &line[..at];
        }
        from = at + 2;
    }
    line
}

/// Whether `word` stands in `text` with nothing word-like around it.
pub(crate) fn has_word(text: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

/// Every text file of the repository.
pub(crate) fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut files = Vec::new();
    walk(root, root, &mut files);
    files.sort();
    files.iter().map(|file| read(root, file)).collect()
}

fn read(root: &Path, file: &Path) -> Source {
    let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|_| panic!("{} is not UTF-8; source files are", file.display()));
    Source {
        path: relative(root, file),
        text,
    }
}

fn relative(root: &Path, file: &Path) -> String {
    let parts = file.strip_prefix(root).unwrap().components();
    parts
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let from_root = relative(root, &path);
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if NOT_OURS.contains(&name.as_str()) || NOT_OURS.contains(&from_root.as_str()) {
            continue;
        }
        if path.is_dir() {
            walk(root, &path, files);
        } else if path
            .extension()
            .is_some_and(|ending| TEXT.iter().any(|text| ending == *text))
        {
            files.push(path);
        }
    }
}

/// A made-up file, for trying a rule.
pub(crate) fn planted(path: &str, text: &str) -> Source {
    Source {
        path: path.into(),
        text: text.into(),
    }
}

#[test]
fn comments_are_not_code_but_addresses_are() {
    assert_eq!(without_comment("let a = 1; // why"), "let a = 1; ");
    assert_eq!(
        without_comment("go(\"https://a.id\"); // b"),
        "go(\"https://a.id\"); "
    );
    assert!(has_word("use tauri::Wry;", "tauri"));
    assert!(!has_word("src_tauri", "tauri"));
}
