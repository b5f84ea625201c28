//! What may stand on the command line.

mod planning;
mod prayer;

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use tilik_core::app::{BatchFiles, NewCohort, PrintSeries};
use tilik_core::domain::{Day, Zone};
use tilik_core::report::tables::{CsvStyle, Separator};
use tilik_core::report::words::Language;

pub(crate) use planning::{PlanWords, StandingName, WishName};
pub(crate) use prayer::Prayer;

use crate::paper::{PocketChoice, SheetChoice};
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
    /// What changed in the itinerary since a release, as a message to copy (perubahan jadwal).
    Changes(Changes),
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
    /// Propose a schedule for a cohort, or solve a problem file (menyusun usulan jadwal).
    Plan(PlanWords),
    /// Print prayer times by the method of Kemenag (waktu salat).
    Prayer(Prayer),
    /// Typeset a Markdown file as PDF, or as Word file if so named (menata Markdown menjadi PDF).
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
    /// Only of this person: schedule, pocket, report, summary; for the coaching log, whose it is.
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
    /// Changes since this release; without it, since the one before the newest.
    #[arg(long)]
    pub(crate) since: Option<u32>,
    /// Which observation, proposal, submission, review or form, not needed when there is only
    /// one; which visit of an attendance list.
    #[arg(long)]
    pub(crate) id: Option<String>,
    #[command(flatten)]
    pub(crate) pocket: PocketChoice,
    #[command(flatten)]
    pub(crate) sheet: SheetChoice,
    #[command(flatten)]
    pub(crate) data: DataChoice,
}

#[derive(Args)]
pub(crate) struct DataChoice {
    /// Tables and JSON with NIP, telephone numbers and gender, which stay out otherwise (dengan data pribadi).
    #[arg(long)]
    pub(crate) personal: bool,
    /// The itinerary as it stands now, not as it was released last. Prints follow whoever acts: a
    /// coordinator sees it as it stands, everybody else the newest release.
    #[arg(long)]
    pub(crate) draft: bool,
    /// What stands between the fields of CSV; a semicolon goes with a decimal comma.
    #[arg(long, value_enum, default_value_t)]
    separator: SeparatorName,
    /// CSV without the mark by which Excel knows UTF-8.
    #[arg(long)]
    no_bom: bool,
    /// Which table of several goes into CSV; without it, all of them into a .zip file.
    #[arg(long, default_value = "")]
    pub(crate) table: String,
}

impl DataChoice {
    pub(crate) fn csv(&self) -> CsvStyle {
        CsvStyle {
            separator: match self.separator {
                SeparatorName::Semicolon => Separator::Semicolon,
                SeparatorName::Comma => Separator::Comma,
                SeparatorName::Tab => Separator::Tab,
            },
            bom: !self.no_bom,
        }
    }
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum SeparatorName {
    /// As Excel set to Indonesian expects it.
    #[default]
    Semicolon,
    /// As English programs expect it.
    Comma,
    /// Tabulators.
    Tab,
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
    pub(crate) pocket: PocketChoice,
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
pub(crate) struct Changes {
    /// The cohort's folder.
    pub(crate) dir: PathBuf,
    /// Since this release; without it, since the one before the newest.
    #[arg(long)]
    pub(crate) since: Option<u32>,
    /// As this group sees it.
    #[arg(long, conflicts_with = "person")]
    pub(crate) group: Option<String>,
    /// As this person sees it.
    #[arg(long)]
    pub(crate) person: Option<String>,
}

#[derive(Args)]
pub(crate) struct Render {
    /// A Markdown file; pictures are read from its folder.
    pub(crate) file: PathBuf,
    /// The file to write: .docx for Word, PDF otherwise.
    #[arg(short, long)]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) sheet: SheetChoice,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum What {
    /// The itinerary.
    Schedule,
    /// What changed in the itinerary since a release: pdf, docx, json.
    Changes,
    /// One observation.
    Observation,
    /// A proposal as it stands.
    Proposal,
    /// A proposal as it was handed in.
    Submission,
    /// A review with its decision.
    Review,
    /// The coaching log of a trainee or an instructor, named by --person.
    Coaching,
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
    /// Everyone: xlsx, csv, json.
    Roster,
    /// All observations, with readings, photos and answers: xlsx, csv, md, json.
    Observations,
    /// Scores and decisions of the reviews you may know: xlsx, csv, json.
    Scores,
    /// All sites: geojson, xlsx, csv, json.
    Sites,
    /// The whole cohort: json, md.
    Everything,
}

impl What {
    /// Whether it lies across unless told otherwise.
    pub(crate) fn lies_across(self) -> bool {
        matches!(self, Self::Schedule | Self::Changes | Self::Summary)
    }
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub(crate) enum Format {
    /// A print.
    #[default]
    Pdf,
    /// Word document: any print; a review with its comments beside the text.
    Docx,
    /// Data for programs.
    Json,
    /// Workbook: schedule and the tables.
    Xlsx,
    /// Separated text: schedule and the tables.
    Csv,
    /// Calendar: schedule.
    Ics,
    /// Points on a map: schedule and sites.
    Geojson,
    /// Markdown and pictures in a zip file: observations, proposals, everything.
    Md,
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
}
