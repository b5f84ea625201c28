//! Series: prints of which there is one each, for every group, every proposal and so on. The
//! pickers of the window and the batches read the same lists.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Id, Kind, Person, Record, Role};
use crate::log::SignedKind;
use crate::report::words::Language;
use crate::store::Wanted;

use super::super::AppError;
use super::super::proposals::read_submission;
use super::super::session::Session;
use super::field_series::{days, pocket};
use super::{CoachingFor, LetterFor, PrintSubject, ReportFor, ScheduleFor, Setting};

/// Prints of which there is one each.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum PrintSeries {
    /// The schedule of every group.
    GroupSchedule,
    /// The schedule of every person.
    PersonSchedule,
    /// Every observation, by site and time.
    Observation,
    /// Every proposal as it stands, by author.
    Proposal,
    /// The newest submission of every proposal, by author.
    NewestSubmission,
    /// Every submission, by author.
    Submission,
    /// Every review that the actor may know, by the author of the proposal.
    Review,
    /// The schedule of every group, to fold.
    GroupPocket,
    /// The schedule of every person, to fold.
    PersonPocket,
    /// An attendance list for every visit and meeting, by time.
    VisitAttendance,
    /// An attendance list for every day.
    DayAttendance,
    /// A blank sheet of every instrument.
    Form,
    /// The observations of every group.
    GroupReport,
    /// The observations of every person who wrote some.
    PersonReport,
    /// The observations of every site.
    SiteReport,
    /// A request to every host that is visited.
    HostRequest,
    /// An assignment of every group.
    GroupAssignment,
    /// A page about every trainee.
    PersonSummary,
    /// The coaching log of every trainee.
    TraineeCoaching,
    /// The coaching log of every instructor.
    InstructorCoaching,
}

/// One of a series.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct SeriesItem {
    /// What is printed.
    pub subject: PrintSubject,
    /// Its name, never empty.
    pub name: String,
    /// A few words that tell two of one name apart; may be empty.
    pub detail: String,
}

impl PrintSeries {
    /// All of them.
    pub const ALL: [Self; 20] = [
        Self::GroupSchedule,
        Self::PersonSchedule,
        Self::Observation,
        Self::Proposal,
        Self::NewestSubmission,
        Self::Submission,
        Self::Review,
        Self::GroupPocket,
        Self::PersonPocket,
        Self::VisitAttendance,
        Self::DayAttendance,
        Self::Form,
        Self::GroupReport,
        Self::PersonReport,
        Self::SiteReport,
        Self::HostRequest,
        Self::GroupAssignment,
        Self::PersonSummary,
        Self::TraineeCoaching,
        Self::InstructorCoaching,
    ];

    /// The name of the whole, for a file that holds all of it.
    pub fn title(self, language: Language) -> &'static str {
        let (id, en) = match self {
            Self::GroupSchedule => ("Jadwal setiap kelompok", "Schedule of every group"),
            Self::PersonSchedule => ("Jadwal setiap orang", "Schedule of every person"),
            Self::Observation => ("Semua observasi", "All observations"),
            Self::Proposal => ("Semua usulan", "All proposals"),
            Self::NewestSubmission => ("Usulan terakhir diajukan", "Newest submissions"),
            Self::Submission => ("Semua usulan yang diajukan", "All submissions"),
            Self::Review => ("Semua tinjauan", "All reviews"),
            Self::GroupPocket => (
                "Jadwal saku setiap kelompok",
                "Pocket schedule of every group",
            ),
            Self::PersonPocket => (
                "Jadwal saku setiap orang",
                "Pocket schedule of every person",
            ),
            Self::VisitAttendance => ("Daftar hadir setiap kegiatan", "Attendance of every visit"),
            Self::DayAttendance => ("Daftar hadir setiap hari", "Attendance of every day"),
            Self::Form => ("Semua lembar observasi", "All observation sheets"),
            Self::GroupReport => ("Laporan setiap kelompok", "Report of every group"),
            Self::PersonReport => ("Laporan setiap pengamat", "Report of every observer"),
            Self::SiteReport => ("Laporan setiap lokus", "Report of every site"),
            Self::HostRequest => ("Semua surat permohonan", "All requests"),
            Self::GroupAssignment => ("Surat tugas setiap kelompok", "Assignment of every group"),
            Self::PersonSummary => ("Ringkasan setiap peserta", "Summary of every trainee"),
            Self::TraineeCoaching => (
                "Kartu bimbingan setiap peserta",
                "Coaching log of every trainee",
            ),
            Self::InstructorCoaching => (
                "Kartu bimbingan setiap widyaiswara",
                "Coaching log of every instructor",
            ),
        };
        language.pick(id, en)
    }

    /// Whether the long side usually lies across.
    pub const fn lies_across(self) -> bool {
        matches!(
            self,
            Self::GroupSchedule | Self::PersonSchedule | Self::PersonSummary
        )
    }
}

impl Session {
    /// Everything of a series, in the order in which it is printed. What only exists as a draft
    /// is left out.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn print_series(
        &mut self,
        series: PrintSeries,
        language: Language,
    ) -> Result<Vec<SeriesItem>, AppError> {
        let setting = Setting {
            cohort: self.cohort_record()?,
            language,
        };
        let mut items = match series {
            PrintSeries::GroupSchedule => {
                self.each_group(|id| PrintSubject::Schedule(ScheduleFor::Group(id)))?
            }
            PrintSeries::PersonSchedule => self.each_person(&setting, |id| {
                PrintSubject::Schedule(ScheduleFor::Person(id))
            })?,
            PrintSeries::GroupPocket => self.each_group(|id| pocket(ScheduleFor::Group(id)))?,
            PrintSeries::PersonPocket => {
                self.each_person(&setting, |id| pocket(ScheduleFor::Person(id)))?
            }
            PrintSeries::VisitAttendance => self.attended(&setting)?,
            PrintSeries::DayAttendance => days(&setting),
            PrintSeries::Form => self.forms()?,
            PrintSeries::GroupReport => {
                self.each_group(|id| PrintSubject::Report(ReportFor::Group(id)))?
            }
            PrintSeries::PersonReport => self.observers(&setting)?,
            PrintSeries::SiteReport => self.each_site(|around, id| {
                let seen = around.seen.iter().any(|it| it.observation.site == Some(id));
                seen.then_some(PrintSubject::Report(ReportFor::Site(id)))
            })?,
            PrintSeries::HostRequest => self.each_site(|around, id| {
                let visited = around.is_visited(id);
                visited.then_some(PrintSubject::Letter(LetterFor::Host(id)))
            })?,
            PrintSeries::GroupAssignment => {
                self.each_group(|id| PrintSubject::Letter(LetterFor::Group(id)))?
            }
            PrintSeries::PersonSummary => self.each_in_role(&setting, Role::Trainee, |id| {
                PrintSubject::Summary(ScheduleFor::Person(id))
            })?,
            PrintSeries::TraineeCoaching => self.each_in_role(&setting, Role::Trainee, |id| {
                PrintSubject::Coaching(CoachingFor::Trainee(id))
            })?,
            PrintSeries::InstructorCoaching => {
                self.each_in_role(&setting, Role::Instructor, |id| {
                    PrintSubject::Coaching(CoachingFor::Instructor(id))
                })?
            }
            PrintSeries::Observation => self.observation_series()?,
            PrintSeries::Proposal => self.proposal_series()?,
            PrintSeries::NewestSubmission => self.submission_series(&setting, true)?,
            PrintSeries::Submission => self.submission_series(&setting, false)?,
            PrintSeries::Review => self.review_series()?,
        };
        for item in &mut items {
            if item.name.trim().is_empty() {
                item.name = setting.say("Tanpa judul", "Untitled").to_owned();
            }
        }
        Ok(items)
    }

    fn each_group(&self, of: impl Fn(Id) -> PrintSubject) -> Result<Vec<SeriesItem>, AppError> {
        let item = |(id, group): (Id, crate::domain::Group)| SeriesItem {
            subject: of(id),
            name: group.name,
            detail: String::new(),
        };
        Ok(self.groups()?.into_iter().map(item).collect())
    }

    pub(super) fn each_person(
        &self,
        setting: &Setting,
        of: impl Fn(Id) -> PrintSubject,
    ) -> Result<Vec<SeriesItem>, AppError> {
        self.everybody(setting, |_| true, of)
    }

    fn each_in_role(
        &self,
        setting: &Setting,
        role: Role,
        of: impl Fn(Id) -> PrintSubject,
    ) -> Result<Vec<SeriesItem>, AppError> {
        self.everybody(setting, |it| it.role == role, of)
    }

    fn everybody(
        &self,
        setting: &Setting,
        who: impl Fn(&Person) -> bool,
        of: impl Fn(Id) -> PrintSubject,
    ) -> Result<Vec<SeriesItem>, AppError> {
        let groups = self.groups()?;
        let item = |(id, person): (Id, Person)| {
            let group = groups
                .iter()
                .find(|(group, _)| person.group == Some(*group));
            SeriesItem {
                subject: of(id),
                name: person.name,
                detail: match group {
                    Some((_, group)) => group.name.clone(),
                    None => setting.role(person.role).to_owned(),
                },
            }
        };
        let people = self.people()?.into_iter().filter(|(_, it)| who(it));
        Ok(people.map(item).collect())
    }

    fn observation_series(&self) -> Result<Vec<SeriesItem>, AppError> {
        let sites = self.sites()?;
        let (stored, _) = self.store.records(&Wanted::all(Kind::Observation))?;
        let mut found: Vec<_> = stored
            .into_iter()
            .filter_map(|it| match it.record {
                Record::Observation(seen) => Some((it.doc, self.name_of(it.author), seen)),
                _ => None,
            })
            .map(|(id, author, seen)| {
                let site = seen.site.and_then(|id| sites.get(&id));
                let site = site.map(|site| site.name.clone()).unwrap_or_default();
                let name = [seen.title.trim(), &site]
                    .into_iter()
                    .find(|words| !words.is_empty());
                let item = SeriesItem {
                    subject: PrintSubject::Observation(id),
                    name: name.unwrap_or_default().to_owned(),
                    detail: together(&[&site, &author]),
                };
                ((site, seen.at, id), item)
            })
            .collect();
        found.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(found.into_iter().map(|(_, item)| item).collect())
    }

    fn proposal_series(&self) -> Result<Vec<SeriesItem>, AppError> {
        let item = |it: super::super::views::ProposalStatus| SeriesItem {
            subject: PrintSubject::Proposal(it.proposal),
            name: it.title,
            detail: it.author_name,
        };
        Ok(self.proposal_statuses()?.into_iter().map(item).collect())
    }

    fn submission_series(
        &self,
        setting: &Setting,
        newest_only: bool,
    ) -> Result<Vec<SeriesItem>, AppError> {
        let mut items = Vec::new();
        for it in self.proposal_statuses()? {
            let mut signed = self
                .store
                .signed(SignedKind::Submission, Some(it.proposal))?;
            signed.reverse();
            let many = if newest_only { 1 } else { signed.len() };
            for one in signed.iter().take(many) {
                let submission = read_submission(one)?;
                let number = submission.number;
                let version = match setting.language {
                    Language::Id => format!("versi {number}"),
                    Language::En => format!("version {number}"),
                };
                items.push(SeriesItem {
                    subject: PrintSubject::Submission(one.hash),
                    name: submission.content.title,
                    detail: together(&[&it.author_name, &version, &setting.seconds(one.at)]),
                });
            }
        }
        Ok(items)
    }

    /// Those that the actor may know.
    fn review_series(&mut self) -> Result<Vec<SeriesItem>, AppError> {
        let proposals = self.proposal_statuses()?;
        let mut found: Vec<_> = self
            .known_reviews()?
            .into_iter()
            .filter_map(|it| {
                let Record::Review(review) = &it.record else {
                    return None;
                };
                let reviewer = self.name_of(it.author);
                let place = proposals
                    .iter()
                    .position(|proposal| proposal.proposal == review.proposal);
                let about = place.and_then(|place| proposals.get(place));
                let (title, author) = about.map_or(("", ""), |it| (&it.title, &it.author_name));
                let item = SeriesItem {
                    subject: PrintSubject::Review(it.doc),
                    name: title.to_owned(),
                    detail: together(&[author, &reviewer]),
                };
                Some(((place, reviewer, it.doc), item))
            })
            .collect();
        found.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(found.into_iter().map(|(_, item)| item).collect())
    }
}

/// The parts that are there, with a dot between.
fn together(parts: &[&str]) -> String {
    let there: Vec<&str> = parts.iter().copied().filter(|it| !it.is_empty()).collect();
    there.join(" · ")
}
