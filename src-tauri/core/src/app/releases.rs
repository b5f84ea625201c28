//! Releases of the itinerary, and what changed from one to the next.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{
    Group, Id, Kind, Release, ReleasedVisit, Role, Site, Visit, VisitChange, changes_between,
};
use crate::log::SignedKind;
use crate::planner::PlanVisit;
use crate::report::model::Document;
use crate::report::prints::{self, ChangeRow, ChangesPrint, Edition};
use crate::report::words::Language;

use super::AppError;
use super::prints::{ScheduleFor, Setting};
use super::session::Session;
use super::views::ReleaseView;

/// Changes asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct ChangesFor {
    /// Since this release; 0 lists everything as new. From an older release they
    /// lead to the newest, from the newest to the itinerary as it stands.
    pub since: u32,
    /// For whom.
    pub who: ScheduleFor,
}

/// What changed, for whom.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct ChangeList {
    /// Since this release.
    pub since: u32,
    /// Up to this release; `None` for the itinerary as it stands.
    pub until: Option<u32>,
    /// By time.
    pub changes: Vec<AffectingChange>,
}

/// A change with the groups that notice it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct AffectingChange {
    /// The change.
    pub change: VisitChange,
    /// Groups that took part before or do now, in their order.
    pub groups: Vec<Id>,
    /// How many people are in those groups.
    pub people: u32,
}

/// The itinerary that an actor goes by.
pub(super) struct Shown {
    pub(super) visits: Vec<PlanVisit>,
    /// The slots of the newest release.
    pub(super) released: BTreeMap<Id, Visit>,
    /// The number of the newest release.
    pub(super) release: Option<u32>,
    /// When it was signed, seconds since 1970.
    released_at: u32,
    /// The number of the release before it.
    replaces: Option<u32>,
    /// Whether `visits` differ from that release.
    pub(super) is_draft: bool,
}

/// Two itineraries and what they are.
struct Pair {
    old: Vec<ReleasedVisit>,
    new: Vec<ReleasedVisit>,
    /// `None` for the itinerary as it stands.
    until: Option<ReleaseView>,
}

impl Session {
    /// Freezes the itinerary as the next release and signs it.
    ///
    /// # Errors
    /// When the actor does not coordinate.
    pub fn release(&mut self, note: String) -> Result<ReleaseView, AppError> {
        let cohort = self.store.cohort();
        if !self.may_write(Kind::Visit, cohort) {
            return Err(AppError::NotAllowed(Kind::Visit));
        }
        let newest = self.releases()?.last().map_or(0, |it| it.release.number);
        let release = Release {
            number: newest.saturating_add(1),
            visits: self.as_it_stands()?,
            note,
        };
        let id = self.sign(SignedKind::Release, cohort, &release)?;
        let author_name = self.actor.name.clone();
        Ok(ReleaseView {
            id,
            author_name,
            at: self.now(),
            release,
        })
    }

    /// Every release, by number. Two coordinators on two laptops may have given
    /// out one number; the one signed later then comes after.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn releases(&self) -> Result<Vec<ReleaseView>, AppError> {
        let signed = self.store.signed(SignedKind::Release, None)?;
        let dress = |it: crate::store::StoredSigned| -> Result<ReleaseView, AppError> {
            Ok(ReleaseView {
                id: it.hash,
                author_name: self.name_of(it.author),
                at: it.at,
                release: serde_json::from_str(&it.body)?,
            })
        };
        let mut releases: Vec<_> = signed.into_iter().map(dress).collect::<Result<_, _>>()?;
        releases.sort_by_key(|it| (it.release.number, it.at, it.id));
        Ok(releases)
    }

    fn as_it_stands(&self) -> Result<Vec<ReleasedVisit>, AppError> {
        let visits = self.visits()?.into_iter();
        Ok(visits
            .map(|it| ReleasedVisit {
                id: it.id,
                visit: it.visit,
            })
            .collect())
    }

    /// Coordinators go by the itinerary as it stands, everyone else by the
    /// newest release, as long as there is one.
    pub(super) fn shown_itinerary(&self) -> Result<Shown, AppError> {
        let mut releases = self.releases()?;
        let newest = releases.pop();
        let standing = self.visits()?;
        let release = newest.as_ref().map(|it| it.release.number);
        let released_at = newest.as_ref().map_or(0, |it| it.at);
        let mut frozen = newest.map_or(Vec::new(), |it| it.release.visits);
        frozen.sort_by_key(|it| (it.visit.start, it.visit.end, it.id));
        let released: BTreeMap<Id, Visit> =
            frozen.iter().map(|it| (it.id, it.visit.clone())).collect();
        let follows = release.is_some() && self.actor.role != Role::Coordinator;
        let as_released = standing.len() == released.len()
            && standing
                .iter()
                .all(|it| released.get(&it.id) == Some(&it.visit));
        let frozen = frozen.into_iter().map(|it| PlanVisit {
            id: it.id,
            visit: it.visit,
        });
        Ok(Shown {
            visits: if follows { frozen.collect() } else { standing },
            released,
            release,
            released_at,
            replaces: releases.last().map(|it| it.release.number),
            is_draft: !follows && !as_released,
        })
    }

    /// What changed since a release, for everyone, a group or a person.
    ///
    /// # Errors
    /// When there is no such release.
    pub fn changes_since(&self, wanted: ChangesFor) -> Result<ChangeList, AppError> {
        let pair = self.pair(wanted)?;
        let groups: Vec<Id> = self.groups()?.into_iter().map(|(id, _)| id).collect();
        let people = self.people()?;
        let changes = changes_between(&pair.old, &pair.new).into_iter();
        let changes = changes.map(|change| {
            let groups = change.affected(&groups);
            let affected = people
                .iter()
                .filter(|(_, it)| it.group.is_some_and(|group| groups.contains(&group)));
            AffectingChange {
                people: u32::try_from(affected.count()).unwrap_or(u32::MAX),
                groups,
                change,
            }
        });
        Ok(ChangeList {
            since: wanted.since,
            until: pair.until.map(|it| it.release.number),
            changes: changes.collect(),
        })
    }

    /// The same as a message to copy into a chat.
    ///
    /// # Errors
    /// When there is no such release, group or person.
    pub fn changes_message(
        &self,
        wanted: ChangesFor,
        language: Language,
    ) -> Result<String, AppError> {
        let setting = Setting {
            cohort: self.cohort_record()?,
            language,
        };
        let (print, _) = self.changes_of(&setting, wanted)?;
        Ok(prints::changes_message(&print))
    }

    pub(super) fn changes_print(
        &self,
        setting: &Setting,
        wanted: ChangesFor,
    ) -> Result<(Document, String), AppError> {
        let (print, name) = self.changes_of(setting, wanted)?;
        Ok((prints::changes(&print), name))
    }

    fn changes_of(
        &self,
        setting: &Setting,
        wanted: ChangesFor,
    ) -> Result<(ChangesPrint, String), AppError> {
        let groups = self.groups()?;
        let sites = self.sites()?;
        let (audience, name) = self.audience(setting, wanted.who, &groups)?;
        let pair = self.pair(wanted)?;
        let rows = changes_between(&pair.old, &pair.new).into_iter();
        let rows = rows.map(|change| self.change_row(setting, change, &sites, &groups));
        let word = setting.say("perubahan", "changes");
        let print = ChangesPrint {
            lang: setting.language,
            letterhead: setting.letterhead(),
            cohort: setting.cohort.name.clone(),
            organiser: setting.cohort.organiser.clone(),
            audience,
            edition: Edition {
                number: pair.until.as_ref().map(|it| it.release.number),
                date: pair.until.as_ref().map(|it| setting.day(it.at).0),
                replaces: (wanted.since > 0).then_some(wanted.since),
            },
            note: pair.until.map(|it| it.release.note).unwrap_or_default(),
            rows: rows.collect(),
            signatures: vec![self.signature(setting)?],
            author: self.actor.name.clone(),
        };
        Ok((print, format!("{word} {name}")))
    }

    fn change_row(
        &self,
        setting: &Setting,
        change: VisitChange,
        sites: &BTreeMap<Id, Site>,
        groups: &[(Id, Group)],
    ) -> ChangeRow {
        let id = change.id;
        let line = |visit: Option<Visit>| {
            let visit = visit?;
            Some(self.schedule_line(setting, &PlanVisit { id, visit }, sites, groups))
        };
        ChangeRow {
            changes: change.changes,
            before: line(change.before),
            after: line(change.after),
        }
    }

    fn pair(&self, wanted: ChangesFor) -> Result<Pair, AppError> {
        let mut releases = self.releases()?;
        let old = releases
            .iter()
            .rposition(|it| it.release.number == wanted.since);
        let old = match (wanted.since, old) {
            (0, _) => Vec::new(),
            (_, Some(at)) => releases[at].release.visits.clone(),
            (_, None) => return Err(AppError::NoRelease(wanted.since)),
        };
        let newest = releases.pop();
        let until = newest.filter(|it| it.release.number > wanted.since);
        let new = match &until {
            Some(it) => it.release.visits.clone(),
            None => self.as_it_stands()?,
        };
        let concerning = |mut visits: Vec<ReleasedVisit>| {
            visits.retain(|it| self.is_for(&it.visit, wanted.who));
            visits
        };
        Ok(Pair {
            old: concerning(old),
            new: concerning(new),
            until,
        })
    }
}

impl Shown {
    /// What the schedule of the actor is: a release, or a draft after one.
    pub(super) fn edition(&self, setting: &Setting) -> Edition {
        match self.release {
            Some(number) if !self.is_draft => Edition {
                number: Some(number),
                date: Some(setting.day(self.released_at).0),
                replaces: self.replaces,
            },
            newest => Edition {
                number: None,
                date: None,
                replaces: newest,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{PrintJob, PrintSubject, Surroundings};
    use crate::domain::{Change, Record};
    use crate::report::Sheet;

    fn example(folder: &std::path::Path) -> Session {
        let surroundings = Surroundings::fixed(1_521_600_000, 7);
        Session::example(&folder.join("contoh"), surroundings).unwrap()
    }

    /// Moves a visit of the first group, gives another of its visits to the
    /// second group and drops a third, then releases.
    fn changed(it: &mut Session) -> (Id, Id) {
        let groups: Vec<Id> = it.groups().unwrap().into_iter().map(|(id, _)| id).collect();
        let mut visits = it.visits().unwrap();
        visits.retain(|it| it.visit.groups == [groups[0]]);
        let [moved, given, dropped] = [0, 1, 2].map(|at| visits[at].clone());
        let later = Visit {
            start: moved.visit.start.plus(15),
            end: moved.visit.end.plus(15),
            ..moved.visit
        };
        it.save(moved.id, Record::Visit(later)).unwrap();
        let theirs = Visit {
            groups: vec![groups[1]],
            ..given.visit
        };
        it.save(given.id, Record::Visit(theirs)).unwrap();
        it.remove(dropped.id).unwrap();
        it.release("Bus terlambat".into()).unwrap();
        (groups[0], groups[1])
    }

    fn kinds(it: &Session, since: u32, who: ScheduleFor) -> Vec<Vec<Change>> {
        let list = it.changes_since(ChangesFor { since, who }).unwrap();
        list.changes
            .into_iter()
            .map(|it| it.change.changes)
            .collect()
    }

    #[test]
    fn what_changed_is_told_to_each_group_as_it_sees_it() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = example(folder.path());
        assert!(kinds(&it, 1, ScheduleFor::Cohort).is_empty());
        let (first, second) = changed(&mut it);
        let all = it
            .changes_since(ChangesFor {
                since: 1,
                who: ScheduleFor::Cohort,
            })
            .unwrap();
        assert_eq!((all.until, all.changes.len()), (Some(2), 3));
        assert_eq!(all.changes[1].groups, vec![first, second]);
        assert!(all.changes[0].people > 3);
        let of_first = kinds(&it, 1, ScheduleFor::Group(first));
        let wanted = [[Change::Moved], [Change::Dropped], [Change::Dropped]];
        assert_eq!(of_first, wanted);
        assert_eq!(kinds(&it, 1, ScheduleFor::Group(second)), [[Change::Added]]);
        // From the newest on, what stands counts.
        assert!(kinds(&it, 2, ScheduleFor::Cohort).is_empty());
        let unknown = ChangesFor {
            since: 3,
            who: ScheduleFor::Cohort,
        };
        assert!(it.changes_since(unknown).is_err());
    }

    #[test]
    fn the_message_names_release_group_and_both_times_in_both_languages() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = example(folder.path());
        let (first, second) = changed(&mut it);
        let say = |who, language| {
            let wanted = ChangesFor { since: 1, who };
            it.changes_message(wanted, language).unwrap()
        };
        let text = say(ScheduleFor::Group(first), Language::Id);
        for part in [
            "Terbitan 2",
            "menggantikan terbitan 1",
            "Kelompok 1",
            "08.15",
            "08.30",
            "Bus terlambat",
        ] {
            assert!(text.contains(part), "{part} is not in:\n{text}");
        }
        assert!(!text.contains("Kelompok 2"), "{text}");
        let english = say(ScheduleFor::Group(second), Language::En);
        assert!(
            english.contains("Release 2") && english.contains("New"),
            "{english}"
        );
    }

    #[test]
    fn the_change_list_and_the_schedule_with_its_release_can_be_printed() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = example(folder.path());
        changed(&mut it);
        let who = ScheduleFor::Cohort;
        for subject in [
            PrintSubject::Changes(ChangesFor { since: 1, who }),
            PrintSubject::Schedule(who),
        ] {
            let job = PrintJob {
                subject,
                sheet: Sheet::A4,
                landscape: true,
                language: Language::Id,
            };
            let file = it.prepare_print(&job).unwrap().typeset().unwrap();
            assert!(file.pages > 0 && file.warnings.is_empty());
        }
    }
}
