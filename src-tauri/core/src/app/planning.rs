//! Judging the itinerary, and accepting what is to stay as it is.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Acceptance, Clash, Cohort, Day, Id, Record, Severity, Visit};
use crate::planner::{
    Judgement, OpenDay, PlanVisit, Spot, allowed_spots, conflicts, evaluate, open_days,
};

use super::AppError;
use super::session::Session;

/// A rule as this cohort weighs it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Type)]
pub struct RuleWeight {
    /// The rule.
    pub rule: Clash,
    /// How much it matters in this cohort.
    pub severity: Severity,
    /// How much it matters unless a cohort says otherwise.
    pub usual: Severity,
}

impl Session {
    /// The itinerary judged as a whole: conflicts, cost, rides and breaks; with
    /// `changed` in place of what it names.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn judge(&self, changed: &[(Id, Visit)]) -> Result<Judgement, AppError> {
        Ok(evaluate(&self.plan(changed)?))
    }

    /// Where the slot `id`, being `visit`, could begin on `day` without blocking
    /// anything. The slot may be a new one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn allowed_spots(&self, id: Id, visit: Visit, day: Day) -> Result<Vec<Spot>, AppError> {
        let plan = self.plan(&[])?;
        Ok(allowed_spots(&plan, &PlanVisit { id, visit }, day))
    }

    /// When each site receives, on the days of the visit and of every slot.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn open_days(&self) -> Result<Vec<OpenDay>, AppError> {
        let plan = self.plan(&[])?;
        let zone = plan.cohort.zone;
        let of_slots = plan.visits.iter().map(|it| it.visit.start.day(zone));
        let days: BTreeSet<Day> = plan.cohort.days().into_iter().chain(of_slots).collect();
        let days: Vec<Day> = days.into_iter().collect();
        Ok(open_days(&plan, &days))
    }

    /// Every rule with its weight, in the order in which they are told.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn rule_weights(&self) -> Result<Vec<RuleWeight>, AppError> {
        let planning = self.cohort_record()?.planning;
        let weight = |rule: &Clash| RuleWeight {
            rule: *rule,
            severity: planning.severity(*rule),
            usual: rule.usual_severity(),
        };
        Ok(Clash::ALL.iter().map(weight).collect())
    }

    /// Weighs a rule for this cohort; its usual weight leaves no trace.
    ///
    /// # Errors
    /// When the actor may not change the cohort.
    pub fn weigh_rule(&mut self, rule: Clash, severity: Severity) -> Result<(), AppError> {
        self.change_cohort(|cohort| {
            let own = &mut cohort.planning.severities;
            if severity == rule.usual_severity() {
                own.remove(rule.id());
            } else {
                own.insert(rule.id().to_owned(), severity);
            }
        })
    }

    /// Accepts the warning `key` with a reason: it stays visible, as accepted.
    ///
    /// # Errors
    /// [`AppError::ConflictGone`] when the plan has no such warning or when it
    /// blocks; when the actor may not change the cohort.
    pub fn accept_warning(&mut self, key: &str, reason: &str) -> Result<(), AppError> {
        let found = conflicts(&self.plan(&[])?);
        let may_stand = |severity| severity != Severity::Block;
        if !found
            .iter()
            .any(|it| it.key == key && may_stand(it.severity))
        {
            return Err(AppError::ConflictGone);
        }
        let acceptance = Acceptance {
            reason: reason.trim().to_owned(),
            by: Some(self.actor().person),
            at: self.now(),
        };
        let known: Vec<String> = found.into_iter().map(|it| it.key).collect();
        self.change_cohort(|cohort| {
            let accepted = &mut cohort.planning.accepted;
            // What was accepted and is there no more would only pile up.
            accepted.retain(|key, _| known.contains(key));
            accepted.insert(key.to_owned(), acceptance);
        })
    }

    /// Takes an acceptance back.
    ///
    /// # Errors
    /// When the actor may not change the cohort.
    pub fn withdraw_acceptance(&mut self, key: &str) -> Result<(), AppError> {
        self.change_cohort(|cohort| {
            cohort.planning.accepted.remove(key);
        })
    }

    fn change_cohort(&mut self, change: impl FnOnce(&mut Cohort)) -> Result<(), AppError> {
        let mut cohort = self.cohort_record()?;
        change(&mut cohort);
        self.save(self.store().cohort(), Record::Cohort(cohort))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Surroundings;
    use crate::domain::{Clash, Kind};
    use crate::store::Wanted;

    #[test]
    fn a_warning_is_accepted_stays_visible_and_lapses_when_its_slot_changes() {
        let folder = tempfile::tempdir().unwrap();
        let surroundings = Surroundings::fixed(1_521_600_000, 7);
        let mut it = Session::example(&folder.path().join("contoh"), surroundings).unwrap();
        let warning = |it: &Session| {
            let found = it.conflicts(&[]).unwrap().into_iter();
            let mut found = found.filter(|it| it.clash == Clash::SiteRepeated);
            found.next().unwrap()
        };
        let first = warning(&it);
        it.accept_warning(&first.key, "Dua sudut pandang").unwrap();
        let accepted = warning(&it);
        assert_eq!(accepted.key, first.key);
        assert_eq!(accepted.accepted.unwrap().reason, "Dua sudut pandang");

        let blocking = it.conflicts(&[]).unwrap();
        let blocking = blocking.iter().find(|it| it.severity == Severity::Block);
        let refused = it.accept_warning(&blocking.unwrap().key, "biar");
        assert!(matches!(refused, Err(AppError::ConflictGone)));

        let id = first.visits[0];
        let Record::Visit(mut visit) = it.store().record(id).unwrap().record else {
            panic!("a visit was asked for");
        };
        visit.note = "bawa surat".into();
        it.save(id, Record::Visit(visit.clone())).unwrap();
        assert_eq!(warning(&it).key, first.key);
        visit.start = visit.start.plus(-5);
        it.save(id, Record::Visit(visit)).unwrap();
        let moved = it.conflicts(&[]).unwrap();
        let moved = moved
            .iter()
            .find(|it| it.visits.first() == Some(&id) && it.clash == first.clash);
        assert_eq!(moved.unwrap().accepted, None);
    }

    #[test]
    fn a_rule_is_weighed_for_the_cohort_and_a_blocking_one_made_a_warning_can_be_accepted() {
        let folder = tempfile::tempdir().unwrap();
        let surroundings = Surroundings::fixed(1_521_600_000, 7);
        let mut it = Session::example(&folder.path().join("contoh"), surroundings).unwrap();
        let closed = |it: &Session| {
            let mut found = it.conflicts(&[]).unwrap().into_iter();
            found.find(|it| it.clash == Clash::SiteClosed).unwrap()
        };
        let weight = |it: &Session| {
            let mut found = it.rule_weights().unwrap().into_iter();
            found.find(|it| it.rule == Clash::SiteClosed).unwrap()
        };
        assert_eq!(closed(&it).severity, Severity::Block);
        it.weigh_rule(Clash::SiteClosed, Severity::Warn).unwrap();
        assert_eq!(
            (weight(&it).severity, weight(&it).usual),
            (Severity::Warn, Severity::Block)
        );
        let key = closed(&it).key;
        it.accept_warning(&key, "tuan rumah bersedia buka lebih lama")
            .unwrap();
        assert!(closed(&it).accepted.is_some());
        it.withdraw_acceptance(&key).unwrap();
        assert!(closed(&it).accepted.is_none());
        it.weigh_rule(Clash::SiteClosed, Severity::Block).unwrap();
        let planning = it.cohort_record().unwrap().planning;
        assert!(planning.severities.is_empty() && planning.accepted.is_empty());
    }

    #[test]
    fn the_example_tells_when_its_sites_are_open_on_each_of_its_days() {
        let folder = tempfile::tempdir().unwrap();
        let surroundings = Surroundings::fixed(1_521_600_000, 7);
        let it = Session::example(&folder.path().join("contoh"), surroundings).unwrap();
        let sites = it.sites().unwrap().len();
        let found = it.open_days().unwrap();
        assert_eq!(found.len(), sites * 5);
        assert!(found.iter().any(|it| it.open.is_none()));
        let known = found.iter().filter_map(|it| it.open.as_ref());
        assert!(known.flatten().all(|it| it.from < it.to));
    }

    #[test]
    fn a_trainee_accepts_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let surroundings = Surroundings::fixed(1_521_600_000, 7);
        let mut it = Session::example(&folder.path().join("contoh"), surroundings).unwrap();
        let key = it.conflicts(&[]).unwrap()[0].key.clone();
        let key = it
            .conflicts(&[])
            .unwrap()
            .into_iter()
            .find(|it| it.severity != Severity::Block)
            .map_or(key, |it| it.key);
        let (people, _) = it.store().records(&Wanted::all(Kind::Person)).unwrap();
        let trainee = people.into_iter().find(
            |it| matches!(&it.record, Record::Person(person) if person.name.starts_with("Peserta")),
        );
        it.act_as(trainee.unwrap().doc).unwrap();
        let refused = it.accept_warning(&key, "biar");
        assert!(matches!(refused, Err(AppError::NotAllowed(Kind::Cohort))));
    }
}
