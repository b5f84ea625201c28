//! Notes as Markdown files with front matter, and the pictures they show, in one zip file. Equal
//! content gives equal bytes.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::ReportError;
use super::characters::writable;

/// A file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchiveFile {
    /// Folders and name, parted by `/`; see [`Names`].
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Hands out names that are safe on every file system and differ from each other even where
/// capitals do not count.
#[derive(Debug, Default)]
pub struct Names(BTreeSet<String>);

impl Names {
    /// `stem.extension`, or `stem-2.extension` if that is taken. What a name may not hold is
    /// replaced: only letters, digits, hyphens and the slashes between folders are kept.
    pub fn take(&mut self, stem: &str, extension: &str) -> String {
        let folders = stem.split('/').map(safe).filter(|part| !part.is_empty());
        let stem = folders.collect::<Vec<_>>().join("/");
        let stem = if stem.is_empty() { "berkas" } else { &stem };
        let extension = safe(extension);
        (1..)
            .map(|number| match number {
                1 => format!("{stem}.{extension}"),
                _ => format!("{stem}-{number}.{extension}"),
            })
            .find(|name| self.0.insert(name.to_lowercase()))
            .unwrap_or_default()
    }
}

/// Letters of any script stay; what a path, a stick or a shell could trip over does not.
fn safe(part: &str) -> String {
    let mut name = String::new();
    for c in part.chars().take(80) {
        if c.is_alphanumeric() {
            name.push(c);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    // Windows keeps these for devices, whatever the extension.
    let reserved = matches!(name.len(), 3 | 4)
        && ["con", "prn", "aux", "nul", "com", "lpt"]
            .iter()
            .any(|it| name.to_lowercase().starts_with(it));
    if reserved {
        format!("{name}-")
    } else {
        name.to_owned()
    }
}

/// Lines of front matter (YAML): every value quoted, so that nothing in it can be taken for
/// anything but text. Values that are empty are left out.
pub fn front_matter(lines: &[(&str, &str)]) -> String {
    let mut out = String::from("---\n");
    for (key, value) in lines.iter().filter(|(_, value)| !value.is_empty()) {
        out.push_str(key);
        out.push_str(": \"");
        for c in writable(value).chars() {
            match c {
                '"' | '\\' => out.extend(['\\', c]),
                '\n' => out.push_str("\\n"),
                '\t' => out.push_str("\\t"),
                // Line ends to YAML, and what it counts as unprintable.
                '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => {
                    let code = u32::from(c);
                    // Writing to a string does not fail.
                    write!(out, "\\u{code:04x}").ok();
                }
                c => out.push(c),
            }
        }
        out.push_str("\"\n");
    }
    out.push_str("---\n\n");
    out
}

/// Puts files into a zip file, in the order given, without the time of day. Pictures are stored
/// as they are; text is compressed.
///
/// # Errors
/// When two files have one name, or memory cannot be written.
pub fn zip(files: &[ArchiveFile]) -> Result<Vec<u8>, ReportError> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        let is_packed = ["jpg", "png", "webp"]
            .iter()
            .any(|end| file.name.to_ascii_lowercase().ends_with(end));
        let method = if is_packed {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        writer.start_file(&*file.name, plain(method))?;
        writer.write_all(&file.bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// The same whenever and wherever it is written.
pub(super) fn plain(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_hold_nothing_a_file_system_refuses_and_differ() {
        let mut names = Names::default();
        assert_eq!(
            names.take("observasi/../../etc/passwd", "md"),
            "observasi/etc/passwd.md"
        );
        assert_eq!(names.take("a: \"b\"?*|<c>\\d\0", "md"), "a-b-c-d.md");
        assert_eq!(names.take("A-b-c-d", "md"), "A-b-c-d-2.md");
        assert_eq!(names.take("", "jpg"), "berkas.jpg");
        assert_eq!(names.take("nul", "md"), "nul-.md");
        assert_eq!(names.take("ꦥꦿꦏ 🙂", "md"), "ꦥꦿꦏ.md");
    }

    #[test]
    fn front_matter_keeps_a_value_in_its_line() {
        let text = front_matter(&[
            ("judul", "a: \"b\" # c\n---\nhak: semua"),
            ("kosong", ""),
            ("pisah", "x\u{2028}y"),
        ]);
        assert_eq!(
            text,
            "---\njudul: \"a: \\\"b\\\" # c\\n---\\nhak: semua\"\npisah: \"x\\u2028y\"\n---\n\n"
        );
    }

    #[test]
    fn an_archive_written_twice_is_the_same() {
        let files = [
            ArchiveFile {
                name: "a/b.md".into(),
                bytes: b"x".to_vec(),
            },
            ArchiveFile {
                name: "media/c.jpg".into(),
                bytes: vec![0; 100],
            },
        ];
        assert_eq!(zip(&files).unwrap(), zip(&files).unwrap());
        let twice = [files[0].clone(), files[0].clone()];
        assert!(zip(&twice).is_err(), "one name, two files");
    }
}
