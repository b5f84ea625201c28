//! The TypeScript twin of the command list, committed in ui/src/ipc/gen. The
//! test compares; with `TILIK_WRITE_BINDINGS` set (`cargo xtask bindings`) it
//! writes.

#![cfg(test)]

use crate::commands;
use specta_typescript::Typescript;
use std::path::Path;
use std::{env, fs};

const HEADER: &str =
    "// The shell's commands and their types, written by `cargo xtask bindings`.\n";

fn typescript() -> String {
    let folder = env::temp_dir().join(format!("tilik-bindings-{}", std::process::id()));
    let path = folder.join(format!("{:?}.ts", std::thread::current().id()));
    fs::create_dir_all(&folder).unwrap();
    commands::builder()
        .export(Typescript::default().header(HEADER), &path)
        .unwrap();
    let text = fs::read_to_string(&path).unwrap();
    fs::remove_file(&path).unwrap();
    // A field with a default may be absent when read from an old log; what the
    // shell writes, and what pages hand back, is always whole.
    text.replace("?: ", ": ")
}

#[test]
fn the_committed_bindings_are_those_of_the_commands() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/ipc/gen/bindings.ts");
    let wanted = typescript();
    if env::var_os("TILIK_WRITE_BINDINGS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, wanted).unwrap();
        return;
    }
    let committed = fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert!(
        committed == wanted,
        "{} is out of date: run `cargo xtask bindings`",
        path.display()
    );
}

#[test]
fn every_command_has_its_permission() {
    let mut permitted: Vec<&str> = include_str!("../commands.txt").lines().collect();
    permitted.sort_unstable();
    let typescript = typescript();
    let mut callable: Vec<&str> = typescript
        .split("INVOKE(\"")
        .skip(1)
        .filter_map(|call| call.split('"').next())
        .collect();
    callable.sort_unstable();
    assert_eq!(
        callable, permitted,
        "commands.txt must list exactly the commands"
    );
}
