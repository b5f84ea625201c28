//! Exports: the same data in the formats of other programs. Numbers that name a person (NIP,
//! telephone) stay out unless they are asked for by name.

mod calendar;
mod evidence;
mod look;
mod map;
mod notes;
mod people;
mod scores;
mod whole;
mod word;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::Zone;
use crate::report::Sheet;
use crate::report::archive::{ArchiveFile, Names, zip};
use crate::report::tables::{self, CsvStyle, CutCell, Grid};
use crate::report::words::Language;

use super::AppError;
use super::home::file_stem;
use super::prints::{PrintJob, PrintSubject, PrintWarning, ReadyPrint, Setting, print_moment};
use super::session::Session;

use word::WordFile;

pub use look::TableLook;
pub use whole::{SignedExport, WholeExport, WholeRecord};

/// What is exported.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "what", content = "of", rename_all = "lowercase")]
pub enum ExportSubject {
    /// Anything that can be printed.
    Print(PrintSubject),
    /// Everyone.
    Roster,
    /// Every observation.
    Observations,
    /// Scores and decisions of every review that the actor may know.
    Scores,
    /// Every site.
    Sites,
    /// The whole cohort.
    Everything,
}

/// The formats of other programs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum ExportFormat {
    /// Portable document.
    Pdf,
    /// Word file.
    Docx,
    /// Workbook.
    Xlsx,
    /// Separated text.
    Csv,
    /// iCalendar.
    Ics,
    /// Data for programs.
    Json,
    /// Points on a map.
    GeoJson,
    /// Markdown and pictures in a zip file.
    Md,
}

impl ExportFormat {
    /// The name by which it is asked for.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Ics => "ics",
            Self::Json => "json",
            Self::GeoJson => "geojson",
            Self::Md => "md",
        }
    }

    /// The ending of a file's name.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Md => "zip",
            it => it.name(),
        }
    }
}

/// The names of formats, for a message.
pub(crate) fn format_names(formats: &[ExportFormat]) -> String {
    let names = formats.iter().map(|it| it.name());
    names.collect::<Vec<_>>().join(", ")
}

/// One export.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct ExportJob {
    /// What is exported.
    pub subject: ExportSubject,
    /// As what.
    pub format: ExportFormat,
    /// In which language.
    pub language: Language,
    /// Paper, for the formats that have pages.
    pub sheet: Sheet,
    /// The long side across.
    pub landscape: bool,
    /// With NIP, telephone numbers and gender.
    pub personal: bool,
    /// The itinerary as it stands now, not as it was released.
    pub draft: bool,
    /// How separated text is written.
    pub csv: CsvStyle,
    /// Which table, where separated text has room for one only; empty for all, in a zip file.
    pub table: String,
}

/// A finished export.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Exported {
    /// The file.
    pub bytes: Vec<u8>,
    /// A name for it, without folder.
    pub file_name: String,
    /// What could not be written as wanted.
    pub warnings: Vec<PrintWarning>,
    /// The names of the tables, where the file is a zip file of several.
    pub tables: Vec<String>,
}

impl ExportSubject {
    /// The formats it can be had in, the most useful first.
    pub const fn formats(&self) -> &'static [ExportFormat] {
        use ExportFormat::{Csv, Docx, GeoJson, Ics, Json, Md, Pdf, Xlsx};
        match self {
            Self::Print(PrintSubject::Schedule(_)) => &[Pdf, Docx, Xlsx, Ics, Csv, GeoJson],
            Self::Print(PrintSubject::Observation(_) | PrintSubject::Proposal(_)) => {
                &[Pdf, Docx, Md]
            }
            Self::Print(_) => &[Pdf, Docx],
            Self::Roster | Self::Scores => &[Xlsx, Csv, Json],
            Self::Observations => &[Xlsx, Csv, Md, Json],
            Self::Sites => &[GeoJson, Xlsx, Csv, Json],
            Self::Everything => &[Json, Md],
        }
    }
}

/// What one export is made with.
struct Export {
    setting: Setting,
    personal: bool,
}

/// An export that has everything it needs: what is still to be typeset takes no session.
pub struct ReadyExport(Ready);

enum Ready {
    Pdf(ReadyPrint),
    Word(WordFile),
    /// Written already, as whatever is no pages.
    Written(Exported),
}

impl ReadyExport {
    /// Makes the file.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn finish(self) -> Result<Exported, AppError> {
        match self.0 {
            Ready::Pdf(print) => {
                let file = print.typeset()?;
                Ok(Exported {
                    bytes: file.pdf,
                    file_name: file.file_name,
                    warnings: file.warnings,
                    tables: Vec::new(),
                })
            }
            Ready::Word(file) => file.finish(),
            Ready::Written(exported) => Ok(exported),
        }
    }
}

impl Session {
    /// Makes an export.
    ///
    /// # Errors
    /// As [`Session::prepare_export`], and when the file cannot be written.
    pub fn export(&mut self, job: &ExportJob) -> Result<Exported, AppError> {
        self.prepare_export(job)?.finish()
    }

    /// Gathers what an export needs.
    ///
    /// # Errors
    /// [`AppError::NoSuchFormat`] when it cannot be had in this format, [`AppError::ChooseTable`]
    /// when there is no table of this name; else when something is not there.
    pub fn prepare_export(&mut self, job: &ExportJob) -> Result<ReadyExport, AppError> {
        if !job.subject.formats().contains(&job.format) {
            return Err(AppError::NoSuchFormat(job.subject.formats()));
        }
        let export = self.exporting(job)?;
        Ok(ReadyExport(match (job.format, &job.subject) {
            (ExportFormat::Pdf, ExportSubject::Print(subject)) => {
                Ready::Pdf(self.prepare_print(&job.print(*subject))?)
            }
            (ExportFormat::Docx, ExportSubject::Print(subject)) => {
                Ready::Word(self.word_file(job, &export, *subject)?)
            }
            _ => Ready::Written(self.written(job, &export)?),
        }))
    }

    /// An export that is no pages.
    fn written(&mut self, job: &ExportJob, export: &Export) -> Result<Exported, AppError> {
        match (job.format, &job.subject) {
            (ExportFormat::Xlsx, _) => self.as_workbook(job, export),
            (ExportFormat::Csv, _) => self.as_text(job, export),
            (ExportFormat::Ics, ExportSubject::Print(PrintSubject::Schedule(who))) => {
                self.as_calendar(export, *who, job.draft)
            }
            (ExportFormat::GeoJson, subject) => self.as_map(export, subject, job.draft),
            (ExportFormat::Md, subject) => self.as_notes(export, subject),
            (ExportFormat::Json, subject) => self.as_json(export, subject),
            (_, subject) => Err(AppError::NoSuchFormat(subject.formats())),
        }
    }

    fn exporting(&self, job: &ExportJob) -> Result<Export, AppError> {
        Ok(Export {
            setting: Setting {
                cohort: self.cohort_record()?,
                language: job.language,
            },
            personal: job.personal,
        })
    }

    fn as_workbook(&mut self, job: &ExportJob, export: &Export) -> Result<Exported, AppError> {
        let (grids, name) = self.grids(job, export)?;
        let created = print_moment(&self.surroundings, export.setting.cohort.zone);
        let book = tables::xlsx(&grids, &name, created)?;
        let place = |cut: CutCell| format!("{}, {} {}", cut.sheet, cut.column, cut.row);
        let cut = book.cut.into_iter();
        Ok(Exported {
            bytes: book.bytes,
            file_name: file_name(&name, ExportFormat::Xlsx),
            warnings: cut.map(|it| PrintWarning::CutCell(place(it))).collect(),
            tables: Vec::new(),
        })
    }

    fn as_text(&mut self, job: &ExportJob, export: &Export) -> Result<Exported, AppError> {
        let (mut grids, name) = self.grids(job, export)?;
        if !job.table.is_empty() {
            let names = grids.iter().map(|grid| grid.name.clone()).collect();
            let wanted = job.table.to_lowercase();
            grids.retain(|grid| grid.name.to_lowercase() == wanted);
            grids.truncate(1);
            if grids.is_empty() {
                return Err(AppError::ChooseTable(names));
            }
        }
        if let [grid] = grids.as_slice() {
            return Ok(Exported {
                bytes: tables::csv(grid, job.csv)?,
                file_name: file_name(&name, ExportFormat::Csv),
                warnings: Vec::new(),
                tables: Vec::new(),
            });
        }
        let mut names = Names::default();
        let files = grids.iter().map(|grid| {
            Ok(ArchiveFile {
                name: names.take(&grid.name, "csv"),
                bytes: tables::csv(grid, job.csv)?,
            })
        });
        let files = files.collect::<Result<Vec<_>, AppError>>()?;
        Ok(Exported {
            bytes: zip(&files)?,
            file_name: file_name(&format!("{name} csv"), ExportFormat::Md),
            warnings: Vec::new(),
            tables: grids.into_iter().map(|grid| grid.name).collect(),
        })
    }

    /// The tables of a subject and a name for the file.
    fn grids(&mut self, job: &ExportJob, export: &Export) -> Result<(Vec<Grid>, String), AppError> {
        let cohort = &export.setting.cohort.name;
        let named = |id, en| format!("{} {cohort}", export.setting.say(id, en));
        Ok(match &job.subject {
            ExportSubject::Print(PrintSubject::Schedule(who)) => {
                let groups = self.groups()?;
                let (_, name) = self.audience(&export.setting, *who, &groups)?;
                (vec![self.schedule_grid(export, *who, job.draft)?], name)
            }
            ExportSubject::Roster => (
                vec![self.roster_grid(export)?],
                named("daftar peserta", "roster"),
            ),
            ExportSubject::Observations => (
                self.observation_grids(export)?,
                named("observasi", "observations"),
            ),
            ExportSubject::Scores => (self.score_grids(export)?, named("penilaian", "scores")),
            ExportSubject::Sites => (vec![self.site_grid(export)?], named("lokus", "sites")),
            subject => return Err(AppError::NoSuchFormat(subject.formats())),
        })
    }
}

impl ExportJob {
    const fn print(&self, subject: PrintSubject) -> PrintJob {
        PrintJob {
            subject,
            sheet: self.sheet,
            landscape: self.landscape,
            language: self.language,
        }
    }
}

/// A moment by the clock of its place, with the offset of the zone (RFC 3339).
fn with_offset(at: NaiveDateTime, zone: Zone) -> String {
    let hours = zone.offset_minutes() / 60;
    format!("{}+{hours:02}:00", at.format("%Y-%m-%dT%H:%M:%S"))
}

fn file_name(name: &str, format: ExportFormat) -> String {
    format!("{}.{}", file_stem(name), format.extension())
}

impl Export {
    fn say(&self, id: &'static str, en: &'static str) -> &'static str {
        self.setting.say(id, en)
    }

    fn yes(&self, it: bool) -> &'static str {
        match it {
            true => self.say("ya", "yes"),
            false => self.say("tidak", "no"),
        }
    }

    fn columns<const N: usize>(&self, words: [(&'static str, &'static str); N]) -> Vec<String> {
        words.map(|(id, en)| self.say(id, en).to_owned()).to_vec()
    }
}
