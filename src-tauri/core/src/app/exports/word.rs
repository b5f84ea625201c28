//! Prints as Word files. A review becomes the text it is about, with its comments beside their
//! passages, and its sheet behind.

use chrono::NaiveDateTime;

use crate::domain::{Hash, Id, Kind, Record, UtcMinute, in_order};
use crate::report::docx::{Quote, Remark, docx};
use crate::report::model::Block;

use super::super::AppError;
use super::super::prints::PrintSubject;
use super::super::session::Session;
use super::{Export, ExportFormat, ExportJob, Exported};

impl Session {
    pub(super) fn as_docx(
        &mut self,
        job: &ExportJob,
        export: &Export,
        subject: PrintSubject,
    ) -> Result<Exported, AppError> {
        let mut ready = self.prepare_print(&job.print(subject))?;
        let mut remarks = Vec::new();
        if let PrintSubject::Review(id) = subject {
            let (submission, found) = self.remarks(export, id)?;
            remarks = found;
            let text = self.prepare_print(&job.print(PrintSubject::Submission(submission)))?;
            let sheet = std::mem::replace(&mut ready.document, text.document);
            ready.without_consent += text.without_consent;
            ready.gaps.extend(text.gaps);
            ready.document.blocks.push(Block::PageBreak);
            ready.document.blocks.extend(sheet.blocks);
        }
        let media = |name: &str| ready.media.read(name.parse().ok()?).ok();
        let file = docx(
            &ready.document,
            &ready.paper,
            ready.created,
            &remarks,
            &media,
        )?;
        let warnings = ready.warnings(file.warnings);
        let name = ready.file_name.as_str();
        let stem = name.strip_suffix(".pdf").unwrap_or(name);
        Ok(Exported {
            bytes: file.bytes,
            file_name: format!("{stem}.{}", ExportFormat::Docx.extension()),
            warnings,
            tables: Vec::new(),
        })
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
        let minute = UtcMinute(i32::try_from(entry.changed_at / 60).unwrap_or(i32::MAX));
        let at: NaiveDateTime = minute.local(export.setting.cohort.zone);
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
