//! What is written from the command list and committed: its TypeScript twin in
//! ui/src/ipc/gen, and commands.txt, from which the build makes permissions. The
//! tests compare; with `TILIK_WRITE_BINDINGS` set (`cargo xtask bindings`) they
//! write.

#![cfg(test)]

use crate::commands;
use specta_typescript::Typescript;
use std::path::Path;
use std::{env, fs};

const HEADER: &str =
    "// The shell's commands and their types, written by `cargo xtask bindings`.\n";

#[test]
fn the_typescript_is_that_of_the_commands() {
    committed("../ui/src/ipc/gen/bindings.ts", &typescript());
}

#[test]
fn every_command_has_its_permission_and_no_other() {
    committed("commands.txt", &names(&typescript()));
}

fn typescript() -> String {
    // tauri-specta exports to files only.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bindings.ts");
    commands::builder()
        .export(Typescript::default().header(HEADER), &file)
        .unwrap();
    // A field with a default may be absent when read from an old log; what the
    // shell writes, and what pages hand back, is always whole.
    fs::read_to_string(file).unwrap().replace("?: ", ": ")
}

/// The sorted names of the commands, one a line.
fn names(typescript: &str) -> String {
    let calls = typescript.split("__TAURI_INVOKE").skip(1);
    let mut names: Vec<String> = calls.filter_map(called).map(|name| name + "\n").collect();
    names.sort_unstable();
    names.concat()
}

/// The name in `("noun_verb")` or `("noun_verb", {…})`; types before it may hold
/// strings of their own, but not in that form.
fn called(rest: &str) -> Option<String> {
    rest.split("(\"").skip(1).find_map(|argument| {
        let (name, after) = argument.split_once('"')?;
        let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        let is_call = after.starts_with(')') || after.starts_with(", {");
        (is_name && is_call).then(|| name.to_owned())
    })
}

fn committed(path: &str, wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if env::var_os("TILIK_WRITE_BINDINGS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, wanted).unwrap();
        return;
    }
    let found = fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert!(
        found == wanted,
        "{} is out of date: run `cargo xtask bindings`",
        path.display()
    );
}

#[test]
fn names_are_read_past_the_types() {
    let typescript = "import { invoke as __TAURI_INVOKE } from \"x\";\n\
        b: () => __TAURI_INVOKE<(\"a\" | \"b\")[]>(\"site_list\"),\n\
        a: (w) => typedError<X, Y>(__TAURI_INVOKE(\"site_add\", { w })),\n";
    assert_eq!(names(typescript), "site_add\nsite_list\n");
}
