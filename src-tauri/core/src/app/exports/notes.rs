//! Observations and proposals as Markdown files with front matter, with their photos, in one zip
//! file. Photos without consent stay out, and are counted.

use std::collections::BTreeMap;

use crate::domain::{Id, Kind, Photo, Proposal, Record, Site};
use crate::report::archive::{ArchiveFile, Names, front_matter, zip};
use crate::store::{Stored, Wanted};

use super::super::AppError;
use super::super::prints::{PrintSubject, PrintWarning};
use super::super::session::Session;
use super::evidence::Seen;
use super::{Export, ExportFormat, ExportSubject, Exported, file_name, with_offset};

/// An archive in the making.
struct Archive<'a> {
    session: &'a Session,
    export: &'a Export,
    sites: BTreeMap<Id, Site>,
    names: Names,
    files: Vec<ArchiveFile>,
    /// The file of each observation in it.
    observations: BTreeMap<Id, String>,
    without_consent: u32,
    missing: Vec<PrintWarning>,
}

impl Session {
    pub(super) fn as_notes(
        &self,
        export: &Export,
        subject: &ExportSubject,
    ) -> Result<Exported, AppError> {
        let cohort = &export.setting.cohort.name;
        let one = |id: Id| self.store.record(id).map(|it| it.record.title().to_owned());
        let (wanted, name) = match subject {
            ExportSubject::Print(PrintSubject::Observation(id)) => (Some(*id), one(*id)?),
            ExportSubject::Print(PrintSubject::Proposal(id)) => (Some(*id), one(*id)?),
            ExportSubject::Observations => {
                let word = export.say("catatan observasi", "observation notes");
                (None, format!("{word} {cohort}"))
            }
            ExportSubject::Everything => {
                let word = export.say("catatan", "notes");
                (None, format!("{word} {cohort}"))
            }
            _ => return Err(AppError::NoSuchFormat(subject.formats())),
        };
        let is_wanted = |id: Id| wanted.is_none_or(|wanted| wanted == id);
        let mut archive = Archive {
            session: self,
            export,
            sites: self.sites()?,
            names: Names::default(),
            files: Vec::new(),
            observations: BTreeMap::new(),
            without_consent: 0,
            missing: Vec::new(),
        };
        for seen in self.seen()?.into_iter().filter(|it| is_wanted(it.id)) {
            archive.observation(&seen)?;
        }
        if !matches!(subject, ExportSubject::Observations) {
            let (stored, _) = self.store.records(&Wanted::all(Kind::Proposal))?;
            let mut proposals: Vec<Stored> =
                stored.into_iter().filter(|it| is_wanted(it.doc)).collect();
            proposals.sort_by_key(|it| (self.name_of(it.author), it.doc));
            for it in &proposals {
                archive.proposal(it);
            }
        }
        archive.finish(&name)
    }
}

impl Archive<'_> {
    fn observation(&mut self, seen: &Seen) -> Result<(), AppError> {
        let (session, export) = (self.session, self.export);
        let it = &seen.it;
        let site = it.site.and_then(|id| self.sites.get(&id));
        let zone = site.map_or(export.setting.cohort.zone, |site| site.zone);
        let at = it.at.local(zone);
        let stem = format!("{} {}", at.format("%Y-%m-%d"), it.title);
        let folder = export.say("observasi", "observations");
        let name = self.names.take(&format!("{folder}/{stem}"), "md");
        let mut text = front_matter(&[
            ("id", &seen.id.to_string()),
            (export.say("judul", "title"), &it.title),
            (
                export.say("lokus", "site"),
                site.map_or("", |site| &site.name),
            ),
            (export.say("waktu", "time"), &with_offset(at, zone)),
            (
                export.say("pengamat", "observer"),
                &session.name_of(seen.author),
            ),
            (
                export.say("praktik", "practice"),
                &session.title_or_none(it.practice),
            ),
        ]);
        push_heading(&mut text, 1, &it.title);
        push_body(&mut text, &it.note);
        let parts = [
            (
                export.say("Kunci keberhasilan", "Key to success"),
                &it.key_to_success,
            ),
            (export.say("Pelajaran", "Lesson"), &it.lesson),
            (export.say("Alasan", "Reason"), &it.reason),
            (export.say("Tindak lanjut", "Follow-up"), &it.follow_up),
        ];
        for (title, body) in parts {
            if !body.trim().is_empty() {
                push_heading(&mut text, 2, title);
                push_body(&mut text, body);
            }
        }
        for photo in &it.photos {
            if let Some(file) = self.photo(photo, &stem)? {
                let caption = line_of(&photo.caption);
                let alt = caption
                    .replace('\\', "\\\\")
                    .replace('[', "\\[")
                    .replace(']', "\\]");
                push_body(&mut text, &format!("![{alt}](../{file})"));
            }
        }
        self.observations.insert(seen.id, name.clone());
        self.files.push(ArchiveFile {
            name,
            bytes: text.into_bytes(),
        });
        Ok(())
    }

    /// The photo's name in the archive; `None` when it may not leave or is not there.
    fn photo(&mut self, photo: &Photo, stem: &str) -> Result<Option<String>, AppError> {
        let rules = self.export.setting.cohort.consent;
        if !rules.lets_out(photo.consent) {
            self.without_consent = self.without_consent.saturating_add(1);
            return Ok(None);
        }
        let Ok(bytes) = self.session.store.media().read(photo.hash) else {
            self.missing
                .push(PrintWarning::Picture(photo.hash.to_string()));
            return Ok(None);
        };
        let extension = match bytes.as_slice() {
            [0xff, 0xd8, ..] => "jpg",
            [0x89, b'P', b'N', b'G', ..] => "png",
            [b'R', b'I', b'F', b'F', ..] => "webp",
            _ => "bin",
        };
        let name = self.names.take(&format!("media/{stem}"), extension);
        self.files.push(ArchiveFile {
            name: name.clone(),
            bytes,
        });
        Ok(Some(name))
    }

    fn proposal(&mut self, stored: &Stored) {
        let Record::Proposal(it) = &stored.record else {
            return;
        };
        let (session, export) = (self.session, self.export);
        let author = session.name_of(stored.author);
        let folder = export.say("usulan", "proposals");
        let stem = format!("{folder}/{author} {}", it.title);
        let name = self.names.take(&stem, "md");
        let mut text = front_matter(&[
            ("id", &stored.doc.to_string()),
            (export.say("judul", "title"), &it.title),
            (export.say("penulis", "author"), &author),
        ]);
        push_heading(&mut text, 1, &it.title);
        for guide in &session.programme().sections {
            push_heading(&mut text, 2, export.setting.pick(&guide.title));
            if let Some(section) = it.sections.get(&guide.key) {
                push_body(&mut text, &self.with_links(it, section));
            }
        }
        for table in session.tables(&export.setting, it) {
            push_heading(&mut text, 2, &table.title);
            push_row(&mut text, &table.head);
            push_row(&mut text, &vec!["---".to_owned(); table.head.len()]);
            table.rows.iter().for_each(|row| push_row(&mut text, row));
            text.push('\n');
        }
        self.files.push(ArchiveFile {
            name,
            bytes: text.into_bytes(),
        });
    }

    /// Citations lead to the files of the archive where it has them.
    fn with_links(&self, it: &Proposal, section: &str) -> String {
        let mut text = section.to_owned();
        for citation in it.citations() {
            if let Some(file) = self.observations.get(&citation.observation) {
                text = text.replace(&citation.target(), &format!("../{file}"));
            }
        }
        text
    }

    fn finish(self, name: &str) -> Result<Exported, AppError> {
        let mut warnings = self.missing;
        if self.without_consent > 0 {
            warnings.push(PrintWarning::WithoutConsent(self.without_consent));
        }
        Ok(Exported {
            bytes: zip(&self.files)?,
            file_name: file_name(name, ExportFormat::Md),
            warnings,
            tables: Vec::new(),
        })
    }
}

fn line_of(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn push_heading(out: &mut String, level: usize, title: &str) {
    let title = line_of(title);
    if !title.is_empty() {
        out.push_str(&"#".repeat(level));
        out.push_str(&format!(" {title}\n\n"));
    }
}

fn push_body(out: &mut String, body: &str) {
    let body = body.trim_end();
    if !body.trim().is_empty() {
        out.push_str(body);
        out.push_str("\n\n");
    }
}

fn push_row(out: &mut String, cells: &[String]) {
    let cell = |text: &String| line_of(text).replace('\\', "\\\\").replace('|', "\\|");
    let cells: Vec<String> = cells.iter().map(cell).collect();
    out.push_str(&format!("| {} |\n", cells.join(" | ")));
}
