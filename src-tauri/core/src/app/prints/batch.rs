//! Batches: a whole series printed at once, into one file or a file each. A fault of one print
//! does not stop the others; whoever runs a batch hears where it stands and may end it between
//! two prints. A file is whole or not there, and none that was there is replaced.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::report::display::Pages;
use crate::report::impose::Imposition;
use crate::report::model::Document;
use crate::report::words::Language;
use crate::report::{Sheet, write};

use super::super::AppError;
use super::super::home::{file_stem, free_path, write_file};
use super::{
    PocketJob, PrintJob, PrintSeries, PrintSubject, PrintWarning, ReadyPrint, SeriesItem, Stamp,
};

/// Into how many files a batch goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum BatchFiles {
    /// A file for each print.
    #[default]
    Each,
    /// All in one file.
    One,
    /// All in one file for printing on both sides: each print begins on a sheet of its own.
    OneBothSides,
}

/// A series to print, and how.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct Batch {
    /// What is printed.
    pub series: PrintSeries,
    /// On which paper.
    pub sheet: Sheet,
    /// The long side across.
    pub landscape: bool,
    /// In which language.
    pub language: Language,
    /// Into how many files.
    pub files: BatchFiles,
    /// How a print that is folded is arranged.
    #[serde(default)]
    pub imposition: Imposition,
}

/// Where a batch stands: this print is being made.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct BatchStep {
    /// Counted from 1.
    pub number: u32,
    /// Of so many.
    pub of: u32,
    /// Its name.
    pub name: String,
}

/// How a batch ended. `E` is what a failure is to whoever runs it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct BatchOutcome<E> {
    /// Where the files are.
    pub folder: String,
    /// Their names, in the order of the series.
    pub files: Vec<String>,
    /// Prints that are in them.
    pub printed: u32,
    /// Pages of all files together.
    pub pages: u32,
    /// Prints that are not quite as wanted.
    pub warned: Vec<WarnedItem>,
    /// Prints that could not be made; the others were.
    pub failed: Vec<FailedItem<E>>,
    /// Prints that were not made because the batch was ended before.
    pub left: u32,
    /// Why the folder could not be written, which ended the batch.
    pub stopped: Option<E>,
}

/// A print of a batch that is not quite as wanted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct WarnedItem {
    /// Its name.
    pub name: String,
    /// What a reader should know.
    pub warnings: Vec<PrintWarning>,
}

/// A print of a batch that could not be made.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct FailedItem<E> {
    /// Its name.
    pub name: String,
    /// Why.
    pub why: E,
}

impl Batch {
    /// The print of one of the series.
    pub fn job(&self, subject: PrintSubject) -> PrintJob {
        let subject = match subject {
            PrintSubject::Pocket(it) => PrintSubject::Pocket(PocketJob {
                imposition: self.imposition,
                ..it
            }),
            it => it,
        };
        PrintJob {
            subject,
            sheet: self.sheet,
            landscape: self.landscape,
            language: self.language,
        }
    }

    /// Prints `items` into `folder`. `prepare` gathers what one needs; `go_on` hears of each print
    /// before it is made, and ends the batch by `false`.
    pub fn run<E: From<AppError>>(
        &self,
        items: &[SeriesItem],
        folder: &Path,
        mut prepare: impl FnMut(&PrintJob) -> Result<ReadyPrint, E>,
        mut go_on: impl FnMut(&BatchStep) -> bool,
    ) -> BatchOutcome<E> {
        let mut run = Run::new(self, folder);
        for (index, item) in items.iter().enumerate() {
            let step = BatchStep {
                number: count(index + 1),
                of: count(items.len()),
                name: item.name.clone(),
            };
            let ends = run.outcome.stopped.is_some() || !go_on(&step);
            if ends {
                run.outcome.left += count(items.len() - index);
                break;
            }
            match prepare(&self.job(item.subject)) {
                Ok(ready) => run.print(item, ready),
                Err(why) => run.fail(item, why),
            }
        }
        run.finish()
    }
}

/// A batch under way.
struct Run<'a, E> {
    batch: &'a Batch,
    folder: &'a Path,
    outcome: BatchOutcome<E>,
    /// The one file so far, and how its prints date themselves.
    joined: Pages,
    stamp: Option<Stamp>,
}

impl<'a, E: From<AppError>> Run<'a, E> {
    fn new(batch: &'a Batch, folder: &'a Path) -> Self {
        Self {
            batch,
            folder,
            outcome: BatchOutcome {
                folder: folder.to_string_lossy().into_owned(),
                files: Vec::new(),
                printed: 0,
                pages: 0,
                warned: Vec::new(),
                failed: Vec::new(),
                left: 0,
                stopped: None,
            },
            joined: Pages::default(),
            stamp: None,
        }
    }

    fn print(&mut self, item: &SeriesItem, ready: ReadyPrint) {
        let warnings = match self.batch.files {
            BatchFiles::Each => match ready.typeset() {
                Ok(file) => {
                    let name = file.file_name.as_str();
                    if !self.keep(name.strip_suffix(".pdf").unwrap_or(name), &file.pdf) {
                        self.outcome.left += 1;
                        return;
                    }
                    self.outcome.pages += file.pages;
                    file.warnings
                }
                Err(error) => return self.fail(item, error.into()),
            },
            BatchFiles::One | BatchFiles::OneBothSides => {
                self.stamp = Some(ready.created);
                let (pages, warnings) = ready.lay_out();
                let on_new_sheet = self.batch.files == BatchFiles::OneBothSides;
                self.joined.append(&item.name, pages, on_new_sheet);
                warnings
            }
        };
        self.outcome.printed += 1;
        if !warnings.is_empty() {
            let name = item.name.clone();
            self.outcome.warned.push(WarnedItem { name, warnings });
        }
    }

    fn fail(&mut self, item: &SeriesItem, why: E) {
        let name = item.name.clone();
        self.outcome.failed.push(FailedItem { name, why });
    }

    /// Writes a file under a free name; `false` when the folder cannot be written.
    fn keep(&mut self, stem: &str, pdf: &[u8]) -> bool {
        let path: PathBuf = free_path(self.folder, stem, ".pdf");
        match write_file(&path, pdf) {
            Ok(()) => {
                let name = path.file_name().unwrap_or_default();
                self.outcome.files.push(name.to_string_lossy().into_owned());
                true
            }
            Err(error) => {
                self.outcome.stopped = Some(error.into());
                false
            }
        }
    }

    /// One file is written at the end or, when the batch was ended before, not at all.
    fn finish(mut self) -> BatchOutcome<E> {
        let Some(created) = self.stamp else {
            return self.outcome;
        };
        let is_whole = self.outcome.left == 0;
        if !(is_whole && self.write_joined(created)) {
            self.outcome.left += self.outcome.printed;
            self.outcome.printed = 0;
            self.outcome.warned.clear();
        }
        self.outcome
    }

    fn write_joined(&mut self, created: Stamp) -> bool {
        let title = self.batch.series.title(self.batch.language);
        let document = Document {
            title: title.to_owned(),
            lang: self.batch.language,
            ..Document::default()
        };
        match write(&self.joined, &document, created) {
            Ok(pdf) => {
                self.outcome.pages = count(self.joined.pages.len());
                self.keep(&file_stem(title), &pdf)
            }
            Err(error) => {
                self.outcome.stopped = Some(AppError::from(error).into());
                false
            }
        }
    }
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}
