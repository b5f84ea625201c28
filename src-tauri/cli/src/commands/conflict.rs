//! Conflicts of the itinerary in words.

use fluent_bundle::FluentValue;

use tilik_core::app::{AppError, Session};
use tilik_core::domain::{Clash, Id, Record, UtcMinute, Visit, Zone};
use tilik_core::planner::{Conflict, Fix, FixKind, UnmetWish};
use tilik_core::report::words as dates;

use crate::words::Words;

/// One sentence for each conflict.
pub(super) fn sentences(
    words: &Words,
    session: &Session,
    conflicts: &[Conflict],
) -> Result<Vec<String>, AppError> {
    let teller = Teller::new(words, session)?;
    Ok(conflicts.iter().map(|it| teller.sentence(it)).collect())
}

/// Puts what the planner says into words.
pub(super) struct Teller<'a> {
    words: &'a Words,
    session: &'a Session,
    /// Of the base.
    zone: Zone,
}

impl<'a> Teller<'a> {
    pub(super) fn new(words: &'a Words, session: &'a Session) -> Result<Self, AppError> {
        let zone = session.cohort_record()?.zone;
        Ok(Self {
            words,
            session,
            zone,
        })
    }

    /// "Selasa, 20 Maret 2018, 08.15–09.45 WIB: Mall Pelayanan Publik, Kelompok 1".
    pub(super) fn visit_line(&self, visit: &Visit) -> String {
        let zone = self.zone_of(visit);
        let (from, to) = (visit.start.local(zone), visit.end.local(zone));
        let day = dates::day_date(from.date(), self.words.language);
        let time = dates::time_range(from, to, zone, self.words.language);
        let groups: Vec<String> = visit.groups.iter().map(|id| self.title(*id)).collect();
        let groups = groups.join(", ");
        format!("{day}, {time}: {}, {groups}", self.title_of(visit))
    }

    /// A wish that is not met, and what would have to give way.
    pub(super) fn unmet(&self, it: &UnmetWish) -> String {
        let named = |id: Option<Id>| id.map_or(String::new(), |id| self.title(id));
        let word = |rule: Clash| self.words.say(&format!("rule-{}", rule.id()), &[]);
        let mut about = vec![named(it.group), named(it.site)];
        about.extend(it.focus.clone());
        about.extend(
            it.day
                .map(|day| dates::day_date(day.0, self.words.language)),
        );
        about.retain(|part| !part.is_empty());
        let values: [(&str, FluentValue<'_>); 4] = [
            ("wish", word(it.wish).into()),
            ("about", about.join(", ").into()),
            ("lacking", it.lacking.into()),
            ("by", it.relax_by.into()),
        ];
        let mut text = self.words.say("cli-plan-unmet", &values);
        if let Some(rule) = it.relax {
            let values = [("rule", word(rule).into()), ("by", it.relax_by.into())];
            text.push(' ');
            text.push_str(&self.words.say("cli-plan-relax", &values));
        }
        text
    }

    fn sentence(&self, it: &Conflict) -> String {
        let first = it.visits.first().and_then(|id| self.visit(*id));
        let zone = first
            .as_ref()
            .map_or(self.zone, |visit| self.zone_of(visit));
        let (from, to) = (it.from.local(zone), it.to.local(zone));
        let day = dates::day_date(from.date(), self.words.language);
        let time = dates::time_range(from, to, zone, self.words.language);
        let mut text = self.says(it, first.as_ref());
        if !it.visits.is_empty() {
            text = format!("{day}, {time}: {text}");
        }
        if let Some(fix) = &it.fix {
            text.push(' ');
            text.push_str(&self.fix(fix));
        }
        if let Some(accepted) = &it.accepted {
            let values = [("reason", accepted.reason.as_str().into())];
            text.push(' ');
            text.push_str(&self.words.say("rule-accepted", &values));
        }
        text
    }

    fn says(&self, it: &Conflict, first: Option<&Visit>) -> String {
        let title = |place: usize| {
            let id = it.visits.get(place);
            id.map_or(String::new(), |id| self.title(*id))
        };
        let about: Vec<String> = it.about.iter().map(|id| self.title(*id)).collect();
        let site = it.about.iter().copied().chain(first.and_then(|it| it.site));
        let site = site.filter_map(|id| self.site(id)).next();
        let (site, hours) = site.unwrap_or_default();
        let values: [(&str, FluentValue<'_>); 8] = [
            ("who", about.join(", ").into()),
            ("first", title(0).into()),
            ("second", title(1).into()),
            ("site", site.into()),
            ("hours", hours.into()),
            ("planned", it.planned.unwrap_or_default().into()),
            ("capacity", it.capacity.unwrap_or_default().into()),
            ("focus", it.focus.as_deref().unwrap_or_default().into()),
        ];
        let key = format!("rule-{}-says", it.clash.id());
        self.words.say(&key, &values)
    }

    fn fix(&self, fix: &Fix) -> String {
        let zone = self.zone_of(&fix.after);
        let start: UtcMinute = fix.after.start;
        let local = start.local(zone);
        let time = dates::time(local.time(), self.words.language);
        let day = dates::day_date(local.date(), self.words.language);
        let groups = fix.after.groups.iter().map(|id| self.title(*id));
        let (key, time, who) = match fix.kind {
            FixKind::Shift => ("rule-fix-shift", time, String::new()),
            FixKind::OtherDay => (
                "rule-fix-other-day",
                format!("{day}, {time}"),
                String::new(),
            ),
            FixKind::Lead => {
                let lead = fix.after.lead.map_or(String::new(), |id| self.title(id));
                ("rule-fix-lead", time, lead)
            }
            FixKind::Add => {
                let who = groups.collect::<Vec<_>>().join(", ");
                ("rule-fix-add", format!("{day}, {time}"), who)
            }
        };
        let first = self.title_of(&fix.after);
        let values: [(&str, FluentValue<'_>); 3] = [
            ("first", first.into()),
            ("time", time.into()),
            ("who", who.into()),
        ];
        self.words.say(key, &values)
    }

    fn visit(&self, id: Id) -> Option<Visit> {
        match self.session.store().record(id).ok()?.record {
            Record::Visit(visit) => Some(visit),
            _ => None,
        }
    }

    /// Name and hours of a site.
    fn site(&self, id: Id) -> Option<(String, String)> {
        match self.session.store().record(id).ok()?.record {
            Record::Site(site) => Some((site.name, site.hours)),
            _ => None,
        }
    }

    fn zone_of(&self, visit: &Visit) -> Zone {
        let site = visit
            .site
            .and_then(|id| self.session.store().record(id).ok());
        match site.map(|it| it.record) {
            Some(Record::Site(site)) => site.zone,
            _ => self.zone,
        }
    }

    /// The title of a record; of an unnamed visit, its site's name.
    fn title(&self, id: Id) -> String {
        let Ok(stored) = self.session.store().record(id) else {
            return id.to_string();
        };
        match &stored.record {
            Record::Visit(visit) => self.title_of(visit),
            record => record.title().to_owned(),
        }
    }

    fn title_of(&self, visit: &Visit) -> String {
        match visit.site {
            Some(site) if visit.title.is_empty() => self.title(site),
            _ => visit.title.clone(),
        }
    }
}
