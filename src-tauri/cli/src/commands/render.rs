//! Any Markdown file through the report pipeline.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path};

use serde_json::json;

use tilik_core::app::{AppError, PrintWarning, print_moment, write_file};
use tilik_core::domain::Zone;
use tilik_core::report::docx::docx;
use tilik_core::report::model::Document;
use tilik_core::report::{ReportError, render as typeset};

use super::Surrounded;
use crate::arguments::Render;
use crate::refusal::Refusal;
use crate::terminal::Answer;

/// Largest file read, in bytes.
const MOST: u32 = 64 << 20;

pub(super) fn render(around: &Surrounded<'_>, it: &Render) -> Result<Answer, Refusal> {
    let text = String::from_utf8(read(&it.file)?).map_err(|_| Refusal::NotText {
        path: it.file.display().to_string(),
    })?;
    let name = it.file.file_stem().unwrap_or_default().to_string_lossy();
    let document = Document::from_markdown(&text, &name, around.words.language);
    let folder = it.file.parent().unwrap_or(Path::new("")).to_owned();
    let pictures = |name: &str| picture(&folder, name);
    let created = print_moment(&around.surroundings, Zone::default());
    let ending = it.output.extension().unwrap_or_default();
    let is_word = ending.eq_ignore_ascii_case("docx");
    if is_word {
        let paper = it.sheet.paper(false);
        let file = docx(&document, &paper, created, &[], &pictures).map_err(AppError::from)?;
        write_file(&it.output, &file.bytes)?;
        let warnings: Vec<PrintWarning> = file.warnings.into_iter().map(Into::into).collect();
        let path = it.output.display().to_string();
        return Ok(Answer {
            json: json!({ "file": path, "warnings": warnings }),
            lines: vec![around.words.say("cli-written", &[("file", path.into())])],
            warnings: around.warnings(&warnings),
            is_bad: false,
        });
    }
    let rendered = typeset(&document, &it.sheet.paper(false), created, &pictures)
        .map_err(|error: ReportError| AppError::from(error))?;
    write_file(&it.output, &rendered.pdf)?;
    let warnings: Vec<PrintWarning> = rendered.warnings.into_iter().map(Into::into).collect();
    Ok(written(around, &it.output, rendered.pages, &warnings))
}

/// "S.pdf: 3 pages", and what could not be printed as wanted.
pub(super) fn written(
    around: &Surrounded<'_>,
    path: &Path,
    pages: usize,
    warnings: &[PrintWarning],
) -> Answer {
    let file = path.display().to_string();
    Answer {
        json: json!({ "file": file, "pages": pages, "warnings": warnings }),
        lines: vec![around.words.say(
            "cli-printed",
            &[("file", file.into()), ("pages", pages.into())],
        )],
        warnings: around.warnings(warnings),
        is_bad: false,
    }
}

/// A file's bytes, if they are not beyond all measure.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, Refusal> {
    let failed = |source: io::Error| AppError::File {
        path: path.to_owned(),
        source,
    };
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(u64::from(MOST) + 1).read_to_end(&mut bytes))
        .map_err(failed)?;
    if bytes.len() > MOST as usize {
        let name = path.display().to_string();
        return Err(AppError::TooLarge { name, limit: MOST }.into());
    }
    Ok(bytes)
}

/// A picture that lies in `folder` or below it, links followed; never one
/// outside, whatever the text calls it.
fn picture(folder: &Path, name: &str) -> Option<Vec<u8>> {
    let name = Path::new(name);
    let stays = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    if !name.components().all(stays) {
        return None;
    }
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let folder = fs::canonicalize(folder).ok()?;
    let path = fs::canonicalize(folder.join(name)).ok()?;
    let is_inside = path.starts_with(&folder) && path.is_file();
    is_inside.then(|| read(&path).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_read_from_the_folder_and_from_nowhere_else() {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("laporan");
        fs::create_dir_all(folder.join("foto")).unwrap();
        fs::write(folder.join("foto/loket.png"), b"in").unwrap();
        fs::write(outer.path().join("rahasia.png"), b"out").unwrap();
        assert_eq!(picture(&folder, "foto/loket.png").unwrap(), b"in");
        assert_eq!(picture(&folder, "./foto/loket.png").unwrap(), b"in");
        assert_eq!(picture(&folder, "../rahasia.png"), None);
        assert_eq!(picture(&folder, "foto/../../rahasia.png"), None);
        let absolute = outer.path().join("rahasia.png");
        assert_eq!(picture(&folder, &absolute.to_string_lossy()), None);
        assert_eq!(picture(&folder, "foto"), None);
        assert_eq!(picture(&folder, "https://example.org/a.png"), None);
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&absolute, folder.join("link.png")).unwrap();
            assert_eq!(picture(&folder, "link.png"), None);
        }
    }
}
