//! What may stand on the command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use tilik_core::app::{BatchFiles, NewCohort, PrintSeries};
use tilik_core::domain::{Day, Zone};
use tilik_core::report::impose::Fold;
use tilik_core::report::words::Language;
use tilik_core::report::{Paper, Sheet};

use crate::words::Words;

/// Tilik without a window: one folder is one cohort.
///
/// Tilik tanpa jendela: satu folder adalah satu angkatan. Keluaran 0 selesai,
/// 1 ditolak (alasannya di stderr), 2 salah pakai.
#[derive(Parser)]
#[command(name = "tilik-cli", version, max_term_width = 100)]
pub(crate) struct Arguments {
    /// Print one JSON document on stdout; errors as JSON on stderr (keluaran untuk program).
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Language of messages and prints (bahasa pesan dan cetakan).
    #[arg(long, global = true, value_enum, default_value_t)]
    pub(crate) lang: Lang,
    /// Seconds since 1970 that count as now.
    #[arg(long, global = true, hide = true)]
    pub(crate) now: Option<u32>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Lay the built-in example out in an empty folder (membuat contoh angkatan).
    Example {
        /// An empty or new folder.
        dir: PathBuf,
    },
    /// Make a new cohort with its first coordinator (membuat angkatan baru).
    New(New),
    /// Take records in from a file (mengimpor berkas).
    #[command(subcommand)]
    Import(Import),
    /// Check file, signatures, photos and itinerary; exit 1 only when something stored is not
    /// whole (memeriksa keutuhan dan benturan jadwal).
    Check {
        /// The cohort's folder.
        dir: PathBuf,
    },
    /// Write a print or its data to a file (mencetak ke berkas).
    Export(Export),
    /// Print a whole series into a folder, such as the schedule of every group (mencetak sekaligus).
    Batch(Batch),
    /// Find records by their words (mencari catatan).
    Search {
        /// The cohort's folder.
        dir: PathBuf,
        /// Any words; "layanan" also finds "pelayanan".
        #[arg(required = true)]
        query: Vec<String>,
        /// At most this many.
        #[arg(long, default_value_t = 20)]
        limit: u32,
    },
    /// Verify every signature: log, submissions, decisions (memeriksa tanda tangan).
    Verify {
        /// The cohort's folder.
        dir: PathBuf,
    },
    /// Make everything that is read anew from the log (menyusun ulang dari log).
    Rebuild {
        /// The cohort's folder.
        dir: PathBuf,
    },
    /// Typeset a Markdown file as PDF (menata berkas Markdown menjadi PDF).
    Render(Render),
}

#[derive(Args)]
pub(crate) struct New {
    /// An empty or new folder.
    pub(crate) dir: PathBuf,
    /// Name of the cohort.
    #[arg(long)]
    name: String,
    /// Name of the coordinator.
    #[arg(long)]
    coordinator: String,
    /// First day of the visit, such as 2018-03-20.
    #[arg(long)]
    start: Day,
    /// Last day of the visit.
    #[arg(long)]
    end: Day,
    /// Key of the programme preset.
    #[arg(long, default_value = "diklatpim-iii")]
    programme: String,
    /// The office that runs the training.
    #[arg(long, default_value = "")]
    organiser: String,
    /// Where the cohort stays.
    #[arg(long, default_value = "")]
    base: String,
    /// Time zone of the base.
    #[arg(long, value_enum, default_value_t)]
    zone: ZoneName,
}

impl New {
    pub(crate) fn cohort(self) -> NewCohort {
        NewCohort {
            name: self.name,
            programme: self.programme,
            organiser: self.organiser,
            start: self.start,
            end: self.end,
            base: self.base,
            zone: self.zone.into(),
            coordinator: self.coordinator,
        }
    }
}

#[derive(Subcommand)]
pub(crate) enum Import {
    /// People and groups from .xlsx, .xls, .ods or .csv; twice changes nothing (daftar peserta).
    Roster {
        /// The cohort's folder.
        dir: PathBuf,
        /// The roster.
        file: PathBuf,
        /// Only say what would be taken in.
        #[arg(long)]
        dry_run: bool,
    },
}

#[derive(Args)]
pub(crate) struct Export {
    /// The cohort's folder.
    pub(crate) dir: PathBuf,
    /// What to write.
    #[arg(value_enum)]
    pub(crate) what: What,
    /// As what.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// The file to write.
    #[arg(short, long)]
    pub(crate) output: PathBuf,
    /// Only of this group: schedule, pocket, report, assignment, summary.
    #[arg(long, conflicts_with = "person")]
    pub(crate) group: Option<String>,
    /// Only of this person: schedule, pocket, report, summary.
    #[arg(long)]
    pub(crate) person: Option<String>,
    /// Only of this site: report, request.
    #[arg(long, conflicts_with_all = ["group", "person"])]
    pub(crate) site: Option<String>,
    /// Attendance of this day only, such as 2018-03-20.
    #[arg(long, conflicts_with = "id")]
    pub(crate) day: Option<Day>,
    /// A letter of its own for every group: assignment.
    #[arg(long, conflicts_with_all = ["group", "person", "site"])]
    pub(crate) each_group: bool,
    /// Which observation, proposal, submission, review or form, not needed when there is only
    /// one; which visit of an attendance list.
    #[arg(long)]
    pub(crate) id: Option<String>,
    /// How a pocket schedule is folded.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) fold: FoldName,
    /// Pages of a pocket schedule one after the other, for printers that print on one side.
    #[arg(long)]
    pub(crate) in_order: bool,
    #[command(flatten)]
    pub(crate) sheet: SheetChoice,
}

#[derive(Args)]
pub(crate) struct Batch {
    /// The cohort's folder.
    pub(crate) dir: PathBuf,
    /// What to print.
    #[arg(value_parser = series_parser())]
    pub(crate) series: PrintSeries,
    /// The folder to write into; no file that is there is replaced.
    #[arg(short, long)]
    pub(crate) output: PathBuf,
    /// All in one file instead of one each.
    #[arg(long)]
    one_file: bool,
    /// In that file, each print begins on a sheet of its own when both sides are printed on.
    #[arg(long, requires = "one_file")]
    both_sides: bool,
    #[command(flatten)]
    pub(crate) sheet: SheetChoice,
}

impl Batch {
    pub(crate) fn files(&self) -> BatchFiles {
        match (self.one_file, self.both_sides) {
            (false, _) => BatchFiles::Each,
            (true, false) => BatchFiles::One,
            (true, true) => BatchFiles::OneBothSides,
        }
    }
}

/// The series by the names they have in JSON.
fn series_parser() -> impl TypedValueParser<Value = PrintSeries> {
    // clap keeps names for good, and reads the command line once.
    let all = PrintSeries::ALL.map(|series| (&*Words::code(series).leak(), series));
    PossibleValuesParser::new(all.map(|(name, _)| name)).try_map(move |chosen| {
        let found = all.iter().find(|(name, _)| *name == chosen);
        found.map(|(_, series)| *series).ok_or("no such series")
    })
}

#[derive(Args)]
pub(crate) struct Render {
    /// A Markdown file; pictures are read from its folder.
    pub(crate) file: PathBuf,
    /// The PDF to write.
    #[arg(short, long)]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) sheet: SheetChoice,
}

#[derive(Args)]
pub(crate) struct SheetChoice {
    /// Paper size.
    #[arg(long, value_enum, default_value_t)]
    paper: SheetName,
    /// Short side across.
    #[arg(long, conflicts_with = "landscape")]
    portrait: bool,
    /// Long side across; schedules and summaries lie so by themselves.
    #[arg(long)]
    landscape: bool,
}

impl SheetChoice {
    /// The paper, lying as asked or else as `landscape` says.
    pub(crate) fn paper(&self, landscape: bool) -> Paper {
        Paper {
            size: match self.paper {
                SheetName::A4 => Sheet::A4,
                SheetName::F4 => Sheet::F4,
            },
            landscape: self.landscape || (landscape && !self.portrait),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum What {
    /// The itinerary.
    Schedule,
    /// One observation.
    Observation,
    /// A proposal as it stands.
    Proposal,
    /// A proposal as it was handed in.
    Submission,
    /// A review with its decision.
    Review,
    /// The itinerary as a booklet to fold.
    Pocket,
    /// Attendance lists to sign, one for each visit.
    Attendance,
    /// A blank observation sheet of an instrument.
    Form,
    /// Observations in order, of everyone, a group, a person or a site.
    Report,
    /// Letters that ask hosts to receive the cohort.
    Request,
    /// Letters of assignment.
    Assignment,
    /// A page about each trainee.
    Summary,
    /// Everything in one print.
    Booklet,
}

impl What {
    /// Whether it lies across unless told otherwise.
    pub(crate) fn lies_across(self) -> bool {
        matches!(self, Self::Schedule | Self::Summary)
    }
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub(crate) enum FoldName {
    /// Two pages on a side: A5 on A4.
    Half,
    /// Four pages on a side: A6 on A4.
    #[default]
    Quarter,
}

impl From<FoldName> for Fold {
    fn from(fold: FoldName) -> Self {
        match fold {
            FoldName::Half => Self::Half,
            FoldName::Quarter => Self::Quarter,
        }
    }
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub(crate) enum Format {
    /// A print.
    #[default]
    Pdf,
    /// Its data.
    Json,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub(crate) enum Lang {
    /// Bahasa Indonesia.
    #[default]
    Id,
    /// English.
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Id => Self::Id,
            Lang::En => Self::En,
        }
    }
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum SheetName {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// Folio, 215 × 330 mm.
    F4,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum ZoneName {
    /// UTC+7.
    #[default]
    Wib,
    /// UTC+8.
    Wita,
    /// UTC+9.
    Wit,
}

impl From<ZoneName> for Zone {
    fn from(zone: ZoneName) -> Self {
        match zone {
            ZoneName::Wib => Self::Wib,
            ZoneName::Wita => Self::Wita,
            ZoneName::Wit => Self::Wit,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_contradicts_itself_nowhere() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_schedule_lies_across_unless_told_otherwise() {
        let sheet = |portrait, landscape| SheetChoice {
            paper: SheetName::F4,
            portrait,
            landscape,
        };
        assert!(sheet(false, false).paper(true).landscape);
        assert!(!sheet(true, false).paper(true).landscape);
        assert!(!sheet(false, false).paper(false).landscape);
        assert!(sheet(false, true).paper(false).landscape);
    }
}
