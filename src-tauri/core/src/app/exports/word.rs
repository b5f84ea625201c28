//! Prints as Word files. A review becomes the text it is about, with its comments beside their
//! passages, and its sheet behind.

use chrono::NaiveDateTime;

use crate::domain::{Hash, Id, Kind, Record, UtcMinute, in_order};
use crate::report::docx::{Quote, Remark, docx};
use crate::report::model::Block;

use super::super::AppError;
use super::super::prints::{PrintSubject, ReadyPrint};
use super::super::session::Session;
use super::{Export, ExportFormat, ExportJob, Exported};

/// A Word file that has everything it needs.
pub(super) struct WordFile {
    print: ReadyPrint,
    remarks: Vec<Remark>,
}

impl WordFile {
    pub(super) fn finish(self) -> Result<Exported, AppError> {
        let print = &self.print;
        let media = |name: &str| print.media.read(name.parse().ok()?).ok();
        let file = docx(
            &print.document,
            &print.paper,
            print.created,
            &self.remarks,
            &media,
        )?;
        let name = print.file_name.as_str();
        let stem = name.strip_suffix(".pdf").unwrap_or(name);
        Ok(Exported {
            bytes: file.bytes,
            file_name: format!("{stem}.{}", ExportFormat::Docx.extension()),
            warnings: print.warnings(file.warnings),
            tables: Vec::new(),
        })
    }
}

impl Session {
    pub(super) fn word_file(
        &mut self,
        job: &ExportJob,
        export: &Export,
        subject: PrintSubject,
    ) -> Result<WordFile, AppError> {
        let mut print = self.prepare_print(&job.print(subject))?;
        let mut remarks = Vec::new();
        if let PrintSubject::Review(id) = subject {
            let (submission, found) = self.remarks(export, id)?;
            remarks = found;
            let text = self.prepare_print(&job.print(PrintSubject::Submission(submission)))?;
            let sheet = std::mem::replace(&mut print.document, text.document);
            print.without_consent += text.without_consent;
            print.gaps.extend(text.gaps);
            print.document.blocks.push(Block::PageBreak);
            print.document.blocks.extend(sheet.blocks);
        }
        Ok(WordFile { print, remarks })
    }

    /// The submission that a review is about, and its comments.
    fn remarks(&self, export: &Export, id: Id) -> Result<(Hash, Vec<Remark>), AppError> {
        let entry = self.entry(id)?;
        let Record::Review(review) = entry.draft.unwrap_or(entry.record) else {
            let stored = self.store.record(id)?.record.kind();
            return Err(AppError::OtherKind {
                stored,
                given: Kind::Review,
            });
        };
        let changed = UtcMinute::of_seconds(entry.changed_at);
        let at: NaiveDateTime = changed.local(export.setting.cohort.zone);
        let settled = export.say("[selesai]", "[settled]");
        let remarks = in_order(&review.comments)
            .into_iter()
            .map(|comment| Remark {
                author: entry.author_name.clone(),
                at: Some(at),
                text: match comment.resolved {
                    true => format!("{settled} {}", comment.body),
                    false => comment.body.clone(),
                },
                quote: comment.anchor.as_ref().map(|anchor| Quote {
                    below: self
                        .section_title(&export.setting, &anchor.section)
                        .to_owned(),
                    exact: anchor.exact.clone(),
                    prefix: anchor.prefix.clone(),
                    suffix: anchor.suffix.clone(),
                }),
            });
        Ok((review.submission, remarks.collect()))
    }
}
