//! The built-in example: the real cohort of a news report of 20 March 2018.
//!
//! Participants are numbered, not named. What the report does not say — hours,
//! capacities, the order of the visits — is left out or marked as an example,
//! and figures that nobody measured stay unknown.

mod cast;
mod evidence;
mod itinerary;
mod places;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::domain::{
    Cohort, ConsentRules, Day, Id, Letterhead, Planning, PrayerSettings, Record, UtcMinute, Zone,
};
use crate::store::Access;

use super::AppError;
use super::clock::{Clock, Surroundings};
use super::found::NewCohort;
use super::session::Session;

/// A day of the example's March 2018.
fn march(day: u32) -> Day {
    Day::new(2018, 3, day).unwrap_or_default()
}

/// A moment of the example, by the clock of Banyuwangi.
fn at(day: u32, hour: u32, minute: u32) -> UtcMinute {
    march(day).at(hour, minute, Zone::Wib)
}

/// A clock that the example's story moves forward.
#[derive(Default)]
struct StoryClock(AtomicU32);

impl Clock for StoryClock {
    fn now(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }
}

/// What the story knows while it is told.
struct Story {
    session: Session,
    clock: Arc<StoryClock>,
    trainees: Vec<Id>,
    instructors: Vec<Id>,
    groups: Vec<Id>,
    sites: BTreeMap<&'static str, Id>,
    practices: BTreeMap<&'static str, Id>,
    indicators: BTreeMap<&'static str, Id>,
    instruments: BTreeMap<&'static str, Id>,
    visits: Vec<(Id, crate::domain::Visit)>,
    observations: BTreeMap<&'static str, (Id, crate::domain::Hash)>,
}

impl Story {
    /// It is now `moment`.
    fn now(&self, moment: UtcMinute) {
        self.clock
            .0
            .store(u32::try_from(moment.0).unwrap_or(0) * 60, Ordering::Relaxed);
    }

    fn add(&mut self, record: Record) -> Result<Id, AppError> {
        Ok(self.session.add(record)?.id)
    }
}

impl Session {
    /// Lays the example out in `folder` and opens it as its coordinator.
    ///
    /// # Errors
    /// When the folder is not empty or not writable.
    pub fn example(folder: &Path, surroundings: Surroundings) -> Result<Self, AppError> {
        let clock = Arc::new(StoryClock::default());
        let told = Surroundings {
            clock: clock.clone(),
            entropy: surroundings.entropy.clone(),
        };
        clock.0.store(
            u32::try_from(at(5, 8, 0).0).unwrap_or(0) * 60,
            Ordering::Relaxed,
        );
        let new = NewCohort {
            name: "Diklatpim III Kementerian Agama".into(),
            programme: "diklatpim-iii".into(),
            organiser: "Pusat Pendidikan dan Pelatihan Kementerian Agama".into(),
            start: march(20),
            end: march(24),
            base: "Banyuwangi".into(),
            zone: Zone::Wib,
            coordinator: "Panitia 01".into(),
        };
        let mut session = Self::found(folder, &new, told)?;
        session.mark_as_example()?;
        let coordinator = session.actor.person;
        let mut story = Story {
            session,
            clock,
            trainees: Vec::new(),
            instructors: Vec::new(),
            groups: Vec::new(),
            sites: BTreeMap::new(),
            practices: BTreeMap::new(),
            indicators: BTreeMap::new(),
            instruments: BTreeMap::new(),
            visits: Vec::new(),
            observations: BTreeMap::new(),
        };
        story.dress_cohort(&new)?;
        story.cast()?;
        story.places()?;
        story.plan()?;
        story.collect_evidence()?;
        story.propose_and_review()?;
        story.session.act_as(coordinator)?;
        drop(story);
        Self::open(folder, Access::Write, surroundings)
    }
}

impl Story {
    fn dress_cohort(&mut self, new: &NewCohort) -> Result<(), AppError> {
        let cohort = Cohort {
            name: new.name.clone(),
            programme: new.programme.clone(),
            organiser: new.organiser.clone(),
            start: new.start,
            end: new.end,
            base: new.base.clone(),
            zone: new.zone,
            letterhead: Letterhead {
                lines: vec![
                    "Kementerian Agama Republik Indonesia".into(),
                    "Pusat Pendidikan dan Pelatihan".into(),
                    "Contoh kop surat — ganti di Pengaturan angkatan".into(),
                ],
                logo: None,
                place: "Banyuwangi".into(),
            },
            consent: ConsentRules::default(),
            letters: BTreeMap::new(),
            planning: Planning::default(),
            prayer: PrayerSettings::default(),
        };
        let id = self.session.store.cohort();
        self.session.save(id, Record::Cohort(cohort))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Kind, Role, Severity};
    use crate::store::Wanted;

    #[test]
    fn the_example_is_the_real_cohort_and_its_projections_can_be_rebuilt() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("contoh");
        let mut it = Session::example(&path, Surroundings::fixed(1_521_600_000, 7)).unwrap();
        let people = it.people().unwrap();
        let of = |role| {
            people
                .iter()
                .filter(|(_, person)| person.role == role)
                .count()
        };
        assert_eq!(
            (
                of(Role::Trainee),
                of(Role::Instructor),
                of(Role::Coordinator)
            ),
            (30, 10, 1)
        );
        let provinces: std::collections::BTreeSet<_> = people
            .iter()
            .filter(|(_, person)| person.role == Role::Trainee)
            .map(|(_, person)| person.province.as_str())
            .collect();
        assert_eq!(provinces.len(), 14);
        assert_eq!(it.cohort_record().unwrap().days().len(), 5);
        assert!(it.store.records(&Wanted::all(Kind::Observation)).unwrap().1 >= 8);
        let queue = it.review_queue().unwrap();
        assert_eq!(queue.len(), 2);
        assert_eq!(
            queue
                .iter()
                .filter(|status| status.outcome.is_some())
                .count(),
            1
        );
        let mut conflicts = it.conflicts(&[]).unwrap();
        conflicts.retain(|it| it.severity != Severity::Note);
        assert_eq!(conflicts.len(), 1, "{conflicts:?}");
        let rebuilt = it.store.rebuild().unwrap();
        assert!(rebuilt.was_equal);
        assert_eq!(rebuilt.held, 0);
    }
}
