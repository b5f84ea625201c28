//! Disks that are full and folders that may not be written.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use tilik_core::store::Access;

use crate::cohorts::{Place, open};
use crate::kill::{differing, expect};
use crate::program::{Ran, tilik_cli};
use crate::saver::{self, Line};

/// Runs the saving process under `script`, whose `"$@"` starts it, until it
/// fails. Gives what it said, and the code of the failure.
fn save_until_it_fails(script: &str, dir: &Path, work: &Path) -> (Vec<Line>, String) {
    let saving = saver::command(work, 77);
    let mut shell = Command::new("sh");
    shell.args(["-c", script, "sh"]).arg(saving.get_program());
    shell.args(saving.get_args());
    for (name, value) in saving.get_envs() {
        shell.env(name, value.unwrap());
    }
    let output = shell
        .env("COHORT", dir)
        .env("WORK", work)
        .stderr(Stdio::piped())
        .output();
    let ran = Ran::of(output.unwrap());
    let mut said: Vec<Line> = ran.out.lines().filter_map(Line::read).collect();
    match said.pop() {
        Some(Line::Failed(code)) => (said, code),
        other => panic!("it ended with {other:?}: {}", ran.err),
    }
}

/// Everything acknowledged is in `dir`, and the step that failed left no trace.
fn nothing_was_lost(place: &Place, said: Vec<Line>, dir: &Path) {
    assert!(said.len() > 10, "failed at once: {said:?}");
    let mut known = saver::seen(&place.open(Access::Read).unwrap()).unwrap();
    expect(&mut known, said);
    let session = open(dir, Access::Write, 78).unwrap();
    let found = saver::seen(&session).unwrap();
    assert_eq!(found, known, "{:?}", differing(&known, &found));
    let report = session.check().unwrap();
    assert!(report.is_whole(), "{report:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_loses_nothing() {
    let place = Place::example();
    let (disk, after) = (place.file("disk"), place.file("sesudah"));
    fs::create_dir(&disk).unwrap();
    // A small disk in memory, in name spaces that end with the process.
    let flags: &[&[&str]] = &[&["--mount"], &["--user", "--map-root-user", "--mount"]];
    let may = |flags: &&&[&str]| {
        let mounted = Command::new("unshare")
            .args(**flags)
            .args(["mount", "-t", "tmpfs", "tmpfs"])
            .arg(&disk)
            .output();
        mounted.is_ok_and(|output| output.status.success())
    };
    let Some(flags) = flags.iter().find(may) else {
        // Not allowed to mount here; the file size limit below says much the same.
        return;
    };
    let script = format!(
        r#"exec unshare {} sh -c '
            set -e
            mount -t tmpfs -o size=5m tmpfs "$WORK"
            cp -a "$COHORT/." "$WORK"
            "$@" || status=$?
            cp -a "$WORK" "{}"
            exit "${{status:-0}}"' sh "$@""#,
        flags.join(" "),
        after.display()
    );
    let (said, code) = save_until_it_fails(&script, &place.dir(), &disk);
    assert_eq!(code, "disk-full");
    nothing_was_lost(&place, said, &after);
}

#[test]
fn a_file_that_may_not_grow_loses_nothing() {
    let place = Place::example();
    let work = place.file("terbatas");
    // Blocks of 512 bytes; the signal that comes with the limit is ignored.
    let script = r#"
        cp -a "$COHORT" "$WORK"
        trap "" XFSZ
        ulimit -f 6000
        exec "$@""#;
    let (said, _) = save_until_it_fails(script, &place.dir(), &work);
    nothing_was_lost(&place, said, &work);
}

#[test]
fn a_folder_that_may_not_be_written_is_said() {
    let place = Place::example();
    let (dir, root) = (
        place.dir(),
        fs::metadata("/proc/self").map_or(1, |it| it.uid()) == 0,
    );
    // Whoever may do everything becomes somebody else for this.
    let program = place.file("tilik-cli");
    fs::copy(tilik_cli(), &program).unwrap();
    fs::set_permissions(dir.parent().unwrap(), Permissions::from_mode(0o755)).unwrap();
    for entry in fs::read_dir(&dir).unwrap() {
        fs::set_permissions(entry.unwrap().path(), Permissions::from_mode(0o444)).unwrap();
    }
    fs::set_permissions(&dir, Permissions::from_mode(0o555)).unwrap();
    let run = |words: &[&str]| {
        let mut command = Command::new(&program);
        command.args(words).arg(&dir).arg("--json");
        if root {
            command.uid(65_534).gid(65_534);
        }
        Ran::of(command.output().unwrap())
    };
    assert_eq!(run(&["rebuild"]).refusal(), "read-only");
    assert_eq!(run(&["example"]).refusal(), "not-empty");
    let read = run(&["check"]);
    if read.code != Some(0) {
        assert_eq!(read.refusal(), "read-only");
    }
    fs::set_permissions(&dir, Permissions::from_mode(0o755)).unwrap();
}
