//! Attendance on the day: who is there, and when a group really begins.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{
    Attendance, AttendanceMark, GroupStart, Id, Kind, Person, Presence, Record, Role, UtcMinute,
    Visit, merged,
};
use crate::store::{StoreError, Wanted};

use super::AppError;
use super::session::Session;

/// Attendance at a visit, with everybody who is expected.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, Type)]
pub struct AttendanceSheet {
    /// The visit.
    pub visit: Id,
    /// Who is expected, trainees first, each by group and name; and whoever was
    /// marked besides.
    pub people: Vec<Attendee>,
    /// The groups that take part, in their order.
    pub groups: Vec<AttendingGroup>,
    /// Whether the actor may take it.
    pub may_take: bool,
}

/// One person on the list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct Attendee {
    /// Who.
    pub person: Id,
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: Role,
    /// Their group.
    pub group: Option<Id>,
    /// Whether they were there; `None` while nobody said.
    pub presence: Option<Presence>,
    /// Who said so; empty while nobody did.
    pub marked_by: String,
    /// When, seconds since 1970.
    pub marked_at: Option<u32>,
}

/// One group at a visit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct AttendingGroup {
    /// The group.
    pub group: Id,
    /// Its name.
    pub name: String,
    /// When it really began, or will; `None` as planned.
    pub start: Option<UtcMinute>,
    /// Minutes behind the plan; negative when it was early.
    pub late_minutes: i32,
}

/// A mark to make.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct PersonPresence {
    /// Who.
    pub person: Id,
    /// `None` takes the mark back.
    pub presence: Option<Presence>,
}

/// What people said of one visit, each with who counts.
#[derive(Default)]
pub(super) struct Said {
    marks: BTreeMap<Id, (Id, AttendanceMark)>,
    starts: BTreeMap<Id, (Id, GroupStart)>,
}

impl Said {
    /// Minutes that `group` begins behind the plan.
    pub(super) fn late_minutes(&self, group: Id, visit: &Visit) -> i32 {
        let start = self.starts.get(&group).and_then(|(_, it)| it.start);
        start.map_or(0, |start| start.0.saturating_sub(visit.start.0))
    }

    /// The same of whichever of `groups` is furthest off the plan, late or early; late counts
    /// where two are equally far.
    pub(super) fn furthest_off(&self, groups: impl Iterator<Item = Id>, visit: &Visit) -> i32 {
        let off = groups.map(|group| self.late_minutes(group, visit));
        off.max_by_key(|minutes| (minutes.unsigned_abs(), *minutes))
            .unwrap_or(0)
    }
}

/// Who was there, each with who said so.
type Presences = BTreeMap<Id, (Presence, Id)>;

impl Session {
    /// Attendance at `visit`.
    ///
    /// # Errors
    /// When there is no such visit.
    pub fn attendance_of(&self, visit: Id) -> Result<AttendanceSheet, AppError> {
        let slot = self.visit(visit)?;
        let people = self.people()?;
        let said = self.said(&people)?.remove(&visit).unwrap_or_default();
        let groups: Vec<_> = self.groups()?;
        let place = |id: Option<Id>| groups.iter().position(|(group, _)| Some(*group) == id);
        let mut attendees: Vec<Attendee> = people
            .iter()
            .filter(|(id, person)| is_expected(&slot, *id, person) || said.marks.contains_key(id))
            .map(|(id, person)| self.attendee(*id, person, said.marks.get(id)))
            .collect();
        attendees.sort_by_key(|it| {
            let place = place(it.group).unwrap_or(usize::MAX);
            (it.role != Role::Trainee, place, it.name.clone(), it.person)
        });
        let attending = groups.iter().filter(|(id, _)| slot.includes(*id));
        Ok(AttendanceSheet {
            visit,
            people: attendees,
            groups: attending
                .map(|(id, group)| AttendingGroup {
                    group: *id,
                    name: group.name.clone(),
                    start: said.starts.get(id).and_then(|(_, it)| it.start),
                    late_minutes: said.late_minutes(*id, &slot),
                })
                .collect(),
            may_take: self.may_take_attendance(&slot),
        })
    }

    fn attendee(&self, id: Id, person: &Person, said: Option<&(Id, AttendanceMark)>) -> Attendee {
        let said = said.filter(|(_, mark)| mark.presence.is_some());
        Attendee {
            person: id,
            name: person.name.clone(),
            role: person.role,
            group: person.group,
            presence: said.and_then(|(_, mark)| mark.presence),
            marked_by: said
                .map(|(taker, _)| self.name_of(*taker))
                .unwrap_or_default(),
            marked_at: said.map(|(_, mark)| mark.at),
        }
    }

    /// Marks people at `visit`, all in one change. Nobody else's marks are
    /// touched; of several marks for one person the newest counts.
    ///
    /// # Errors
    /// When the actor neither coordinates nor accompanies the visit, or somebody
    /// is no member.
    pub fn mark_attendance(
        &mut self,
        visit: Id,
        marks: &[PersonPresence],
    ) -> Result<AttendanceSheet, AppError> {
        let at = self.now();
        for mark in marks {
            let is_member = matches!(
                self.store.record(mark.person).map(|it| it.record),
                Ok(Record::Person(_))
            );
            if !is_member {
                return Err(AppError::NoPerson(mark.person));
            }
        }
        self.take_attendance(visit, |own| {
            for mark in marks {
                let presence = mark.presence;
                own.marks
                    .insert(mark.person, AttendanceMark { presence, at });
            }
        })
    }

    /// Notes when `group` really begins `visit`, or is expected to; `None` says
    /// that it begins as planned after all.
    ///
    /// # Errors
    /// When the actor neither coordinates nor accompanies the visit, or the
    /// group takes no part.
    pub fn note_start(
        &mut self,
        visit: Id,
        group: Id,
        start: Option<UtcMinute>,
    ) -> Result<AttendanceSheet, AppError> {
        let at = self.now();
        let known = self.groups()?.iter().any(|(id, _)| *id == group);
        if !known || !self.visit(visit)?.includes(group) {
            return Err(StoreError::NoRecord(group).into());
        }
        self.take_attendance(visit, |own| {
            own.starts.insert(group, GroupStart { start, at });
        })
    }

    /// Changes the actor's own record of `visit`, made when there is none.
    fn take_attendance(
        &mut self,
        visit: Id,
        change: impl FnOnce(&mut Attendance),
    ) -> Result<AttendanceSheet, AppError> {
        if !self.may_take_attendance(&self.visit(visit)?) {
            return Err(AppError::NotAllowed(Kind::Attendance));
        }
        let mine = Wanted {
            owner: Some(self.actor.person),
            ..Wanted::all(Kind::Attendance)
        };
        let (stored, _) = self.store.records(&mine)?;
        let own = stored.into_iter().find_map(|it| match it.record {
            Record::Attendance(own) if own.visit == Some(visit) => Some((it.doc, own)),
            _ => None,
        });
        let (doc, mut own) = match own {
            Some((doc, own)) => (Some(doc), own),
            None => (None, Attendance::default()),
        };
        own.visit = Some(visit);
        change(&mut own);
        match doc {
            Some(doc) => self.save(doc, Record::Attendance(own))?,
            None => self.add(Record::Attendance(own))?,
        };
        self.attendance_of(visit)
    }

    /// Coordinators, the slot's lead and the instructors of its groups.
    fn may_take_attendance(&self, visit: &Visit) -> bool {
        self.may_write(Kind::Attendance, self.actor.person)
            && accompanies(visit, self.actor.person, self.actor.role, self.actor.group)
    }

    /// Who was there, by visit and person, with who said so.
    pub(super) fn presences(
        &self,
        people: &[(Id, Person)],
    ) -> Result<BTreeMap<Id, Presences>, AppError> {
        let of_visit = |said: Said| -> Presences {
            let marks = said.marks.into_iter();
            marks
                .filter_map(|(person, (taker, mark))| Some((person, (mark.presence?, taker))))
                .collect()
        };
        let said = self.said(people)?.into_iter();
        Ok(said.map(|(visit, said)| (visit, of_visit(said))).collect())
    }

    /// What was said of every visit, by those whose word counts.
    pub(super) fn said(&self, people: &[(Id, Person)]) -> Result<BTreeMap<Id, Said>, AppError> {
        let counts = |taker: Id, visit: &Visit| {
            people.iter().any(|(id, person)| {
                *id == taker && accompanies(visit, taker, person.role, person.group)
            })
        };
        let (stored, _) = self.store.records(&Wanted::all(Kind::Attendance))?;
        let mut by_visit: BTreeMap<Id, Vec<(Id, Attendance)>> = BTreeMap::new();
        for it in stored {
            let Record::Attendance(taken) = it.record else {
                continue;
            };
            let Some(id) = taken.visit else {
                continue;
            };
            // A slot that is gone from the plan may still stand in a release.
            let visit = self.visit(id);
            if visit.is_ok_and(|visit| counts(it.owner, &visit)) {
                by_visit.entry(id).or_default().push((it.owner, taken));
            }
        }
        let said = by_visit.into_iter().map(|(visit, taken)| {
            let marks = taken.iter().map(|(taker, it)| (*taker, it.marks.clone()));
            let starts = taken.iter().map(|(taker, it)| (*taker, it.starts.clone()));
            let said = Said {
                marks: merged(marks, |it| it.at),
                starts: merged(starts, |it| it.at),
            };
            (visit, said)
        });
        Ok(said.collect())
    }

    fn visit(&self, id: Id) -> Result<Visit, AppError> {
        match self.store.record(id)?.record {
            Record::Visit(visit) => Ok(visit),
            other => Err(AppError::OtherKind {
                stored: other.kind(),
                given: Kind::Visit,
            }),
        }
    }
}

/// Who may say who was there.
fn accompanies(visit: &Visit, person: Id, role: Role, group: Option<Id>) -> bool {
    match role {
        Role::Coordinator => true,
        Role::Instructor => {
            visit.lead == Some(person) || group.is_some_and(|group| visit.includes(group))
        }
        Role::Trainee => false,
    }
}

/// Everyone of the groups, and the lead.
fn is_expected(visit: &Visit, id: Id, person: &Person) -> bool {
    let travels = match person.role {
        Role::Coordinator => false,
        Role::Trainee | Role::Instructor => match person.group {
            Some(group) => visit.includes(group),
            None => visit.groups.is_empty(),
        },
    };
    travels || visit.lead == Some(id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Surroundings;

    fn example(folder: &std::path::Path) -> Session {
        let surroundings = Surroundings::fixed(1_521_600_000, 7);
        Session::example(&folder.join("contoh"), surroundings).unwrap()
    }

    /// A visit of one group, its lead, another instructor of the group, a
    /// trainee of it and the group.
    fn cast(it: &Session) -> (Id, Id, Id, Id, Id) {
        let visits = it.visits().unwrap();
        let slot = visits.iter().find(|it| it.visit.groups.len() == 1).unwrap();
        let (group, lead) = (slot.visit.groups[0], slot.visit.lead.unwrap());
        let people = it.people().unwrap();
        let of = |role| {
            let mut found = people
                .iter()
                .filter(move |(id, it)| it.role == role && it.group == Some(group) && *id != lead);
            found.next().unwrap().0
        };
        (
            slot.id,
            lead,
            of(Role::Instructor),
            of(Role::Trainee),
            group,
        )
    }

    fn presence_of(sheet: &AttendanceSheet, person: Id) -> Option<Presence> {
        sheet
            .people
            .iter()
            .find(|it| it.person == person)
            .unwrap()
            .presence
    }

    fn mark(person: Id, presence: Presence) -> PersonPresence {
        PersonPresence {
            person,
            presence: Some(presence),
        }
    }

    #[test]
    fn the_group_furthest_off_may_be_early_and_no_mark_is_too_far_to_compare() {
        let [one, other] = [1, 2].map(|number| Id::from_bytes([number; 16]));
        let visit = Visit::default();
        let off = |minutes: [i32; 2]| {
            let start = |minutes| GroupStart {
                start: Some(UtcMinute(minutes)),
                at: 0,
            };
            let said = Said {
                starts: BTreeMap::from([
                    (one, (one, start(minutes[0]))),
                    (other, (one, start(minutes[1]))),
                ]),
                ..Said::default()
            };
            said.furthest_off([one, other].into_iter(), &visit)
        };
        assert_eq!(off([10, -25]), -25);
        assert_eq!(off([10, -10]), 10);
        assert_eq!(off([10, i32::MIN]), i32::MIN);
    }

    #[test]
    fn two_instructors_mark_different_people_and_neither_loses_a_mark() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = example(folder.path());
        let (visit, lead, other, trainee, group) = cast(&it);
        let expected = it.attendance_of(visit).unwrap();
        assert!(
            expected.people.len() > 5 && expected.people.iter().all(|it| it.presence.is_none())
        );
        it.act_as(lead).unwrap();
        it.mark_attendance(visit, &[mark(trainee, Presence::Excused)])
            .unwrap();
        it.act_as(other).unwrap();
        let sheet = it
            .mark_attendance(visit, &[mark(lead, Presence::Present)])
            .unwrap();
        assert_eq!(presence_of(&sheet, trainee), Some(Presence::Excused));
        assert_eq!(presence_of(&sheet, lead), Some(Presence::Present));
        // The newer word counts, and taking it back lets nothing be said.
        it.mark_attendance(visit, &[mark(trainee, Presence::Absent)])
            .unwrap();
        it.undo().unwrap();
        let sheet = it.attendance_of(visit).unwrap();
        assert_eq!(presence_of(&sheet, trainee), Some(Presence::Excused));
        assert_eq!(sheet.groups.len(), 1);
        assert_eq!(sheet.groups[0].group, group);
        let rebuilt = it.store.rebuild().unwrap();
        assert_eq!((rebuilt.was_equal, rebuilt.held), (true, 0));
    }

    #[test]
    fn a_trainee_and_an_instructor_of_another_group_take_no_attendance() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = example(folder.path());
        let (visit, lead, _, trainee, group) = cast(&it);
        let people = it.people().unwrap();
        let stranger = people
            .iter()
            .find(|(id, it)| it.role == Role::Instructor && it.group != Some(group) && *id != lead);
        let stranger = stranger.unwrap().0;
        for person in [trainee, stranger] {
            it.act_as(person).unwrap();
            assert!(!it.attendance_of(visit).unwrap().may_take);
            let refused = it.mark_attendance(visit, &[mark(trainee, Presence::Present)]);
            assert!(matches!(
                refused,
                Err(AppError::NotAllowed(Kind::Attendance))
            ));
        }
        // A record made past the use-case does not count either.
        it.act_as(stranger).unwrap();
        let forged = Attendance {
            visit: Some(visit),
            marks: BTreeMap::from([(
                trainee,
                AttendanceMark {
                    presence: Some(Presence::Absent),
                    at: u32::MAX,
                },
            )]),
            ..Attendance::default()
        };
        it.add(Record::Attendance(forged)).unwrap();
        let sheet = it.attendance_of(visit).unwrap();
        assert_eq!(presence_of(&sheet, trainee), None);
        it.act_as(trainee).unwrap();
        assert!(it.add(Record::Attendance(Attendance::default())).is_err());
    }

    #[test]
    fn a_late_group_is_late_until_somebody_says_otherwise() {
        let folder = tempfile::tempdir().unwrap();
        let mut it = example(folder.path());
        let (visit, lead, _, _, group) = cast(&it);
        let start = it.visit(visit).unwrap().start;
        it.act_as(lead).unwrap();
        let late = it.note_start(visit, group, Some(start.plus(20))).unwrap();
        assert_eq!(late.groups[0].late_minutes, 20);
        let history = it.store.records(&Wanted::all(Kind::Attendance)).unwrap().0;
        assert_eq!(history.len(), 1);
        let planned = it.note_start(visit, group, None).unwrap();
        assert_eq!(planned.groups[0].late_minutes, 0);
        assert_eq!(it.history(history[0].doc).unwrap().len(), 2);
        let unknown = Id::from_bytes([9; 16]);
        assert!(it.note_start(visit, unknown, None).is_err());
        assert!(matches!(
            it.mark_attendance(visit, &[mark(unknown, Presence::Present)]),
            Err(AppError::NoPerson(_))
        ));
    }
}
