//! Prints: what to print, for whom, on which paper.

mod around;
mod attendance;
mod batch;
mod booklet;
mod coaching;
mod evidence;
mod field_series;
mod form;
mod habits;
mod letter;
mod letter_words;
mod pocket;
mod proposal;
mod report;
mod review;
mod schedule;
mod series;
mod summary;
#[cfg(test)]
mod tests;

pub use batch::{Batch, BatchFiles, BatchOutcome, BatchStep, FailedItem, WarnedItem};
pub use habits::{PrintHabits, SavedPrint};
pub use letter_words::{LetterField, LetterView};
pub use series::{PrintSeries, SeriesItem};

use chrono::{DateTime, FixedOffset, Offset, Utc};
use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Bilingual, Cohort, Day, Hash, Id, Role, UtcMinute, Visit, VisitKind, Zone};
use crate::report::display::Pages;
use crate::report::impose::{Imposition, impose};
use crate::report::model::{Document, Letterhead};
use crate::report::prints::Gap;
use crate::report::words::{self, Language};
use crate::report::{Paper, Sheet, Warning, lay_out, write};
use crate::store::Media;

use super::AppError;
use super::clock::Surroundings;
use super::home::file_stem;
use super::releases::ChangesFor;
use super::session::Session;

/// Whom a schedule is printed for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "who", content = "id", rename_all = "lowercase")]
pub enum ScheduleFor {
    /// Everyone.
    Cohort,
    /// One group.
    Group(Id),
    /// One person.
    Person(Id),
}

/// Which attendance lists are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "who", content = "id", rename_all = "lowercase")]
pub enum AttendanceFor {
    /// One for every visit and meeting.
    Cohort,
    /// One for everyone on this day.
    Day(Day),
    /// Of this visit, together with others at the same place and time.
    Visit(Id),
}

/// Whose observations a report holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "who", content = "id", rename_all = "lowercase")]
pub enum ReportFor {
    /// Everyone's, by site.
    Cohort,
    /// Those of a group's members.
    Group(Id),
    /// One person's.
    Person(Id),
    /// Those about one site.
    Site(Id),
}

/// Which letters are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "who", content = "id", rename_all = "lowercase")]
pub enum LetterFor {
    /// A request to the host of every site that is visited.
    Hosts,
    /// A request to one host.
    Host(Id),
    /// One assignment for everyone.
    Cohort,
    /// An assignment for each group.
    Groups,
    /// An assignment for one group.
    Group(Id),
}

/// A schedule to fold.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct PocketJob {
    /// Whom it is for.
    pub whom: ScheduleFor,
    /// How it is folded.
    pub imposition: Imposition,
}

/// Whose coaching log is printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "who", content = "id", rename_all = "lowercase")]
pub enum CoachingFor {
    /// What this trainee was told.
    Trainee(Id),
    /// What this instructor told.
    Instructor(Id),
}

/// What is printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "what", content = "of", rename_all = "lowercase")]
pub enum PrintSubject {
    /// The itinerary.
    Schedule(ScheduleFor),
    /// What changed since a release.
    Changes(ChangesFor),
    /// One observation.
    Observation(Id),
    /// A proposal as it stands.
    Proposal(Id),
    /// A submission as it was handed in.
    Submission(Hash),
    /// A review, with the decision if there is one.
    Review(Id),
    /// The itinerary to fold and carry along.
    Pocket(PocketJob),
    /// Attendance lists.
    Attendance(AttendanceFor),
    /// A blank observation sheet of an instrument.
    Form(Id),
    /// Observations in order.
    Report(ReportFor),
    /// Letters.
    Letter(LetterFor),
    /// A page about each trainee.
    Summary(ScheduleFor),
    /// Everything.
    Booklet,
    /// The coaching log.
    Coaching(CoachingFor),
}

/// One print.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct PrintJob {
    /// What is printed.
    pub subject: PrintSubject,
    /// On which paper.
    pub sheet: Sheet,
    /// The long side across.
    pub landscape: bool,
    /// In which language.
    pub language: Language,
}

/// A finished print.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct Printed {
    /// The file, in Base64.
    pub pdf: String,
    /// Pages.
    pub pages: u32,
    /// A name for the file, without folder.
    pub file_name: String,
    /// What could not be printed as wanted.
    pub warnings: Vec<PrintWarning>,
}

/// Something a reader of the print should know.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "what", content = "which", rename_all = "kebab-case")]
pub enum PrintWarning {
    /// A picture is missing or damaged; a frame stands in its place.
    Picture(String),
    /// No font has this character; a box stands in its place.
    MissingGlyph(String),
    /// Photos left out because the consent of those shown is not marked or was refused.
    WithoutConsent(u32),
    /// A field of a letter that nothing is known for; dots stand in its place.
    EmptyField(String),
    /// A field that a letter's template names and nobody knows; dots stand in its place.
    UnknownField(String),
    /// A text longer than a cell of a workbook can be; it was cut there.
    CutCell(String),
}

impl From<Gap> for PrintWarning {
    fn from(gap: Gap) -> Self {
        match gap {
            Gap::Empty(name) => Self::EmptyField(name),
            Gap::Unknown(name) => Self::UnknownField(name),
        }
    }
}

impl From<Warning> for PrintWarning {
    fn from(warning: Warning) -> Self {
        match warning {
            Warning::Picture(name) => Self::Picture(name),
            Warning::MissingGlyph(glyph) => Self::MissingGlyph(glyph.to_string()),
        }
    }
}

/// A finished print where bytes need not travel as text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PrintedFile {
    /// The file.
    pub pdf: Vec<u8>,
    /// Pages.
    pub pages: u32,
    /// A name for the file, without folder.
    pub file_name: String,
    /// What could not be printed as wanted.
    pub warnings: Vec<PrintWarning>,
}

/// When a print says it was made.
type Stamp = DateTime<FixedOffset>;

/// A print that has everything it needs: typesetting it takes no session.
pub struct ReadyPrint {
    pub(super) document: Document,
    pub(super) paper: Paper,
    pub(super) created: Stamp,
    pub(super) media: Media,
    pub(super) file_name: String,
    pub(super) without_consent: u32,
    pub(super) gaps: Vec<Gap>,
    pub(super) imposition: Option<Imposition>,
}

impl ReadyPrint {
    /// Typesets the print.
    ///
    /// # Errors
    /// When the PDF cannot be written.
    pub fn finish(self) -> Result<Printed, AppError> {
        let file = self.typeset()?;
        Ok(Printed {
            pdf: BASE64.encode(&file.pdf),
            pages: file.pages,
            file_name: file.file_name,
            warnings: file.warnings,
        })
    }

    /// Typesets the print, the file as bytes.
    ///
    /// # Errors
    /// When the PDF cannot be written.
    pub fn typeset(self) -> Result<PrintedFile, AppError> {
        let (pages, warnings) = self.lay_out();
        Ok(PrintedFile {
            pdf: write(&pages, &self.document, self.created)?,
            pages: u32::try_from(pages.pages.len()).unwrap_or(u32::MAX),
            file_name: self.file_name,
            warnings,
        })
    }

    fn lay_out(&self) -> (Pages, Vec<PrintWarning>) {
        let media = |name: &str| {
            let hash = name.parse().ok()?;
            self.media.read(hash).ok()
        };
        let set_on = Paper {
            landscape: self.paper.landscape && self.imposition.is_none(),
            ..self.paper
        };
        let (mut pages, warnings) = lay_out(&self.document, &set_on, &media);
        if let Some(how) = self.imposition {
            pages = impose(pages, &self.paper, how);
        }
        (pages, self.warnings(warnings))
    }

    /// What could not be written as wanted, with what was found missing before.
    pub(super) fn warnings(&self, written: Vec<Warning>) -> Vec<PrintWarning> {
        let mut warnings: Vec<_> = written.into_iter().map(Into::into).collect();
        warnings.extend(self.gaps.iter().cloned().map(PrintWarning::from));
        if self.without_consent > 0 {
            warnings.push(PrintWarning::WithoutConsent(self.without_consent));
        }
        warnings
    }
}

impl Session {
    /// Gathers what a print needs.
    ///
    /// # Errors
    /// When what is to be printed is not there.
    pub fn prepare_print(&mut self, job: &PrintJob) -> Result<ReadyPrint, AppError> {
        let cohort = self.cohort_record()?;
        let zone = cohort.zone;
        let setting = Setting {
            cohort,
            language: job.language,
        };
        let mut without_consent = 0;
        let mut gaps = Vec::new();
        let imposition = match job.subject {
            PrintSubject::Pocket(it) => Some(it.imposition),
            _ => None,
        };
        let (document, subject) = match job.subject {
            PrintSubject::Schedule(who) => self.schedule_print(&setting, who)?,
            PrintSubject::Changes(wanted) => self.changes_print(&setting, wanted)?,
            PrintSubject::Observation(id) => {
                self.observation_print(&setting, id, &mut without_consent)?
            }
            PrintSubject::Proposal(id) => {
                self.proposal_print(&setting, id, &mut without_consent)?
            }
            PrintSubject::Submission(hash) => {
                self.submission_print(&setting, hash, &mut without_consent)?
            }
            PrintSubject::Review(id) => self.review_print(&setting, id)?,
            PrintSubject::Pocket(job) => self.pocket_print(&setting, job)?,
            PrintSubject::Attendance(who) => self.attendance_print(&setting, who)?,
            PrintSubject::Form(id) => self.form_print(&setting, id)?,
            PrintSubject::Report(who) => self.report_print(&setting, who, &mut without_consent)?,
            PrintSubject::Letter(who) => self.letter_print(&setting, who, &mut gaps)?,
            PrintSubject::Summary(who) => self.summary_print(&setting, who)?,
            PrintSubject::Booklet => self.booklet_print(&setting, &mut without_consent)?,
            PrintSubject::Coaching(who) => self.coaching_print(&setting, who)?,
        };
        Ok(ReadyPrint {
            document,
            paper: Paper {
                size: job.sheet,
                landscape: job.landscape,
            },
            created: print_moment(&self.surroundings, zone),
            media: self.store.media(),
            file_name: format!("{}.pdf", file_stem(&subject)),
            without_consent,
            gaps,
            imposition,
        })
    }
}

/// Now, as a print dates itself, by the clock of `zone`.
pub fn print_moment(surroundings: &Surroundings, zone: Zone) -> DateTime<FixedOffset> {
    DateTime::from_timestamp(surroundings.clock.now().into(), 0)
        .unwrap_or_default()
        .with_timezone(&zone.offset().unwrap_or(Utc.fix()))
}

/// What every print of a cohort shares.
pub(super) struct Setting {
    pub(super) cohort: Cohort,
    pub(super) language: Language,
}

impl Setting {
    pub(super) fn letterhead(&self) -> Option<Letterhead> {
        let head = &self.cohort.letterhead;
        let logo = head.logo.map(|hash| hash.to_string());
        (!head.lines.is_empty()).then(|| Letterhead::from_lines(&head.lines, logo))
    }

    /// A minute in words, by the clock of `zone`.
    fn moment(&self, at: UtcMinute, zone: Zone) -> String {
        words::moment(at.local(zone), zone, self.language)
    }

    /// A moment in seconds since 1970 in words, by the clock of the base.
    fn seconds(&self, at: u32) -> String {
        self.moment(UtcMinute::of_seconds(at), self.cohort.zone)
    }

    /// Its day, by the clock of the base.
    pub(super) fn day(&self, at: u32) -> Day {
        UtcMinute::of_seconds(at).day(self.cohort.zone)
    }

    pub(super) fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Coordinator => self.say("Panitia", "Coordinator"),
            Role::Trainee => self.say("Peserta", "Trainee"),
            Role::Instructor => self.say("Widyaiswara", "Instructor"),
        }
    }

    pub(super) fn pick<'a>(&self, text: &'a Bilingual) -> &'a str {
        self.language.pick(&text.id, &text.en)
    }

    pub(super) fn say(&self, id: &'static str, en: &'static str) -> &'static str {
        self.language.pick(id, en)
    }

    /// What is done in a slot, in words.
    fn activity(&self, visit: &Visit) -> String {
        match (visit.title.as_str(), visit.what) {
            ("", VisitKind::Visit) => self.say("Kunjungan lapangan", "Field visit").to_owned(),
            ("", VisitKind::Travel) => self.say("Perjalanan", "Travel").to_owned(),
            ("", VisitKind::Meal) => self.say("Makan", "Meal").to_owned(),
            ("", VisitKind::Prayer) => self.say("Ishoma", "Prayer and meal").to_owned(),
            ("", VisitKind::Briefing) => self.say("Pengarahan", "Briefing").to_owned(),
            ("", VisitKind::Free) => self.say("Acara bebas", "Free time").to_owned(),
            (title, _) => title.to_owned(),
        }
    }

    /// "Banyuwangi, 20 Maret 2018", as above a signature.
    fn place_and(&self, day: Day) -> String {
        let date = words::date(day.0, self.language);
        match self.cohort.letterhead.place.as_str() {
            "" => date,
            place => format!("{place}, {date}"),
        }
    }
}
