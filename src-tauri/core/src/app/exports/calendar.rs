//! The itinerary as a calendar: the newest release, or the plan as it stands, with what became of
//! every slot since the first release.

use std::collections::BTreeMap;

use chrono::DateTime;

use crate::domain::{Group, Id, ReleasedVisit, Site, Visit, VisitKind};
use crate::planner::PlanVisit;
use crate::report::calendar::{self, Calendar, Event, Standing};

use super::super::AppError;
use super::super::prints::ScheduleFor;
use super::super::session::Session;
use super::{Export, ExportFormat, Exported, file_name};

/// An itinerary at one time.
struct Edition {
    number: u32,
    visits: Vec<ReleasedVisit>,
}

/// What became of a slot, as one audience sees it.
#[derive(Clone, PartialEq, Debug)]
struct Fate {
    /// As it is, or was last.
    visit: Visit,
    /// Whether it still takes place.
    stands: bool,
    /// The edition that changed it last.
    changed: u32,
}

impl Session {
    pub(super) fn as_calendar(
        &self,
        export: &Export,
        who: ScheduleFor,
        draft: bool,
    ) -> Result<Exported, AppError> {
        let sites = self.sites()?;
        let groups = self.groups()?;
        let (editions, released) = self.editions(draft)?;
        let fates = fates(&editions, |visit| self.is_for(visit, who));
        let mut fates: Vec<_> = fates.into_iter().collect();
        fates.sort_by_key(|(id, fate)| (fate.visit.start, fate.visit.end, *id));
        let events = fates
            .into_iter()
            .map(|(id, fate)| self.event(export, id, fate, released, (&sites, &groups)));
        let (_, name) = self.audience(&export.setting, who, &groups)?;
        let title = match who {
            ScheduleFor::Cohort => export.setting.cohort.name.clone(),
            _ => name.clone(),
        };
        let calendar = Calendar {
            name: title,
            lang: export.setting.language,
            stamp: DateTime::from_timestamp(self.now().into(), 0).unwrap_or_default(),
            events: events.collect(),
        };
        Ok(Exported {
            bytes: calendar::write(&calendar).into_bytes(),
            file_name: file_name(&name, ExportFormat::Ics),
            warnings: Vec::new(),
            tables: Vec::new(),
        })
    }

    /// The slots that concern `who`: of the newest release, or as they stand when there is none
    /// or when they are asked for.
    pub(super) fn planned(
        &self,
        who: ScheduleFor,
        draft: bool,
    ) -> Result<Vec<PlanVisit>, AppError> {
        let (editions, _) = self.editions(draft)?;
        let newest = editions.into_iter().next_back();
        let visits = newest.map_or(Vec::new(), |edition| edition.visits);
        Ok(visits
            .into_iter()
            .filter(|it| self.is_for(&it.visit, who))
            .map(|it| PlanVisit {
                id: it.id,
                visit: it.visit,
            })
            .collect())
    }

    /// Every release and, where it is wanted, the plan as it stands as if it were the next one;
    /// with the number of the newest true release.
    fn editions(&self, draft: bool) -> Result<(Vec<Edition>, u32), AppError> {
        let mut editions: Vec<_> = self
            .releases()?
            .into_iter()
            .map(|it| Edition {
                number: it.release.number,
                visits: it.release.visits,
            })
            .collect();
        let released = editions.last().map_or(0, |it| it.number);
        if draft || editions.is_empty() {
            let visits = self.visits()?.into_iter().map(|it| ReleasedVisit {
                id: it.id,
                visit: it.visit,
            });
            editions.push(Edition {
                number: released.saturating_add(1),
                visits: visits.collect(),
            });
        }
        Ok((editions, released))
    }

    fn event(
        &self,
        export: &Export,
        id: Id,
        fate: Fate,
        released: u32,
        (sites, groups): (&BTreeMap<Id, Site>, &[(Id, Group)]),
    ) -> Event {
        let standing = match (fate.stands, fate.changed > released) {
            (false, _) => Standing::Cancelled,
            (true, true) => Standing::Tentative,
            (true, false) => Standing::Confirmed,
        };
        let site = fate.visit.site.and_then(|id| sites.get(&id));
        let it = PlanVisit {
            id,
            visit: fate.visit,
        };
        let line = self.schedule_line(&export.setting, &it, sites, groups);
        let of_site = it.visit.title.is_empty() && it.visit.what == VisitKind::Visit;
        let summary = match site {
            Some(site) if of_site => site.name.clone(),
            _ => line.activity.clone(),
        };
        let address = site.map_or("", |site| site.address.as_str());
        let location = [line.place.as_str(), address];
        let location = location.into_iter().filter(|part| !part.is_empty());
        Event {
            uid: format!("{id}@tilik"),
            sequence: fate.changed,
            standing,
            start: line.start,
            end: line.end,
            zone: line.zone,
            summary,
            location: location.collect::<Vec<_>>().join(", "),
            point: site.and_then(|site| site.coordinates),
            description: description(export, &it, site, &line),
            category: category(export, it.visit.what).to_owned(),
        }
    }
}

/// What became of every slot that concerned an audience in any edition.
fn fates(editions: &[Edition], concerns: impl Fn(&Visit) -> bool) -> BTreeMap<Id, Fate> {
    let mut fates: BTreeMap<Id, Fate> = BTreeMap::new();
    for edition in editions {
        let now: BTreeMap<Id, &Visit> = edition
            .visits
            .iter()
            .filter(|it| concerns(&it.visit))
            .map(|it| (it.id, &it.visit))
            .collect();
        for (id, fate) in &mut fates {
            if fate.stands && !now.contains_key(id) {
                (fate.stands, fate.changed) = (false, edition.number);
            }
        }
        for (id, visit) in now {
            let fate = fates.entry(id).or_insert_with(|| Fate {
                visit: visit.clone(),
                stands: true,
                changed: edition.number,
            });
            if !fate.stands || fate.visit != *visit {
                *fate = Fate {
                    visit: visit.clone(),
                    stands: true,
                    changed: edition.number,
                };
            }
        }
    }
    fates
}

fn description(
    export: &Export,
    it: &PlanVisit,
    site: Option<&Site>,
    line: &crate::report::prints::Visit,
) -> String {
    let groups = if line.groups.is_empty() {
        export.say("semua", "all").to_owned()
    } else {
        line.groups.join(", ")
    };
    let foci = site.map(|site| site.foci.join(", ")).unwrap_or_default();
    let facts = [
        (export.say("Kelompok", "Groups"), groups),
        (
            export.say("Penanggung jawab", "In charge"),
            line.in_charge.join(", "),
        ),
        (export.say("Fokus", "Focus"), foci),
        (
            export.say("Kendaraan", "Transport"),
            it.visit.transport.clone(),
        ),
        (export.say("Keterangan", "Remarks"), it.visit.note.clone()),
    ];
    let mut lines: Vec<String> = facts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    if site
        .and_then(|site| site.coordinates)
        .is_some_and(|point| point.approximate)
    {
        let words = export.say(
            "Titik di peta hanya perkiraan.",
            "The point on the map is approximate.",
        );
        lines.push(words.to_owned());
    }
    lines.join("\n")
}

fn category(export: &Export, what: VisitKind) -> &'static str {
    match what {
        VisitKind::Visit => export.say("Kunjungan", "Visit"),
        VisitKind::Travel => export.say("Perjalanan", "Travel"),
        VisitKind::Meal => export.say("Makan", "Meal"),
        VisitKind::Prayer => export.say("Ibadah", "Prayer"),
        VisitKind::Briefing => export.say("Pengarahan", "Briefing"),
        VisitKind::Free => export.say("Acara bebas", "Free time"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::UtcMinute;

    fn id(number: u8) -> Id {
        Id::from_bytes([number; 16])
    }

    fn slot(number: u8, start: i32, groups: &[u8]) -> ReleasedVisit {
        ReleasedVisit {
            id: id(number),
            visit: Visit {
                start: UtcMinute(start),
                groups: groups.iter().map(|group| id(*group)).collect(),
                ..Visit::default()
            },
        }
    }

    fn history() -> Vec<Edition> {
        let edition = |number, visits| Edition { number, visits };
        vec![
            edition(
                1,
                vec![slot(1, 0, &[]), slot(2, 60, &[7]), slot(3, 90, &[7])],
            ),
            edition(2, vec![slot(1, 0, &[]), slot(2, 75, &[7])]),
            edition(
                3,
                vec![slot(1, 0, &[]), slot(2, 75, &[8]), slot(3, 90, &[7])],
            ),
        ]
    }

    fn seen(group: Option<u8>) -> Vec<(bool, u32)> {
        let concerns = |visit: &Visit| group.is_none_or(|group| visit.includes(id(group)));
        let fates = fates(&history(), concerns).into_values();
        fates.map(|fate| (fate.stands, fate.changed)).collect()
    }

    #[test]
    fn an_event_keeps_its_sequence_until_a_release_changes_it() {
        assert_eq!(seen(None), [(true, 1), (true, 3), (true, 3)]);
    }

    #[test]
    fn a_slot_given_to_another_group_is_cancelled_for_the_one_that_lost_it() {
        assert_eq!(seen(Some(7)), [(true, 1), (false, 3), (true, 3)]);
        assert_eq!(seen(Some(8)), [(true, 1), (true, 3)]);
    }

    #[test]
    fn a_slot_dropped_is_cancelled_by_the_release_that_dropped_it_and_keeps_its_time() {
        let fates = fates(&history()[..2], |_| true);
        assert_eq!(
            fates[&id(3)],
            Fate {
                visit: slot(3, 90, &[7]).visit,
                stands: false,
                changed: 2
            }
        );
    }
}
