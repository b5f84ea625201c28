//! One page about each trainee.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::domain::{Id, Person, Role};
use crate::report::model::Document;
use crate::report::prints::{self, SiteTally, Summary, SummaryPrint};
use crate::report::words;
use crate::store::StoreError;

use super::super::AppError;
use super::super::session::Session;
use super::super::views::{ProposalStatus, SubmissionView};
use super::around::{Around, post_of};
use super::review::outcome_word;
use super::{ScheduleFor, Setting};

impl Session {
    pub(super) fn summary_print(
        &mut self,
        setting: &Setting,
        who: ScheduleFor,
    ) -> Result<(Document, String), AppError> {
        let around = self.around()?;
        let is_wanted = |id: Id, person: &Person| match who {
            ScheduleFor::Cohort => true,
            ScheduleFor::Group(group) => person.group == Some(group),
            ScheduleFor::Person(wanted) => id == wanted,
        };
        let name = match who {
            ScheduleFor::Cohort => setting.cohort.name.clone(),
            ScheduleFor::Group(id) | ScheduleFor::Person(id) => {
                self.store.record(id)?.record.title().to_owned()
            }
        };
        let trainees = around
            .people
            .iter()
            .filter(|(id, it)| it.role == Role::Trainee && is_wanted(*id, it));
        let statuses = self.proposal_statuses()?;
        let signature = self.signature(setting)?;
        let mut pages = Vec::new();
        for (id, person) in trainees {
            let status = statuses.iter().find(|it| it.author == *id);
            pages.push(Summary {
                signatures: vec![signature.clone()],
                ..self.summary(setting, &around, *id, person, status)?
            });
        }
        if let (ScheduleFor::Person(id), true) = (who, pages.is_empty()) {
            // Summaries are about trainees only.
            around.person(id).ok_or(StoreError::NoRecord(id))?;
        }
        let days = (setting.cohort.start.0, setting.cohort.end.0);
        let days = words::date_range(days.0, days.1, setting.language);
        let event = [setting.cohort.base.clone(), days];
        let event = event.into_iter().filter(|it| !it.is_empty());
        let print = SummaryPrint {
            lang: setting.language,
            letterhead: setting.letterhead(),
            cohort: setting.cohort.name.clone(),
            event: event.collect::<Vec<_>>().join(", "),
            author: self.actor.name.clone(),
            trainees: pages,
        };
        let word = setting.say("ringkasan", "summary");
        Ok((prints::summaries(&print), format!("{word} {name}")))
    }

    fn summary(
        &mut self,
        setting: &Setting,
        around: &Around,
        id: Id,
        person: &Person,
        status: Option<&ProposalStatus>,
    ) -> Result<Summary, AppError> {
        let mut summary = Summary {
            name: person.name.clone(),
            nip: person.nip.clone(),
            post: post_of(person).join(", "),
            group: around.group_name(person.group),
            sites: around.tally(setting, id, person),
            ..Summary::default()
        };
        let say = |id, en| setting.say(id, en).to_owned();
        summary.proposal = match status.map(|it| it.title.trim()) {
            None => say("belum ada", "none yet"),
            Some("") => say("tanpa judul", "untitled"),
            Some(title) => title.to_owned(),
        };
        let Some(hash) = status.and_then(|it| it.submission) else {
            summary.submitted = say("belum diserahkan", "not handed in");
            return Ok(summary);
        };
        let view = self.submission(hash)?;
        summary.submitted = format!(
            "{} {}, {}",
            setting.say("versi", "version"),
            view.submission.number,
            setting.seconds(view.at)
        );
        self.decided(setting, &view, &mut summary);
        Ok(summary)
    }

    /// The newest decision on the text as it was handed in, and what its rubric came to.
    fn decided(&self, setting: &Setting, view: &SubmissionView, summary: &mut Summary) {
        let signed = view.decisions.iter().rfind(|it| it.covers_text);
        let Some(decision) = signed.filter(|_| view.is_whole) else {
            summary.decision = setting.say("belum ada", "none yet").to_owned();
            return;
        };
        summary.decision = format!(
            "{} ({}, {})",
            outcome_word(setting, decision),
            decision.author_name,
            setting.seconds(decision.at)
        );
        let deciders: Vec<_> = view.decisions.iter().map(|it| it.author).collect();
        if !self.may_know_of(decision.author, view.author, &deciders) {
            return;
        }
        let programme = self.programme();
        let Some(total) = programme.total(&decision.decision.review) else {
            return;
        };
        let number = words::number(total, 2, setting.language);
        let grade = programme.grade(total);
        summary.grade = match grade {
            Some(band) => format!("{number} – {}", setting.pick(&band.label)),
            None => number,
        };
        if grade.is_some_and(|band| !band.verified) {
            summary.caution = setting
                .say(
                    "Hasil dihitung dari tingkat rubrik penelaah; batas predikat belum diverifikasi.",
                    "Calculated from the reviewer's rubric levels; the bounds of the grades are not verified.",
                )
                .to_owned();
        }
    }
}

impl Around {
    /// The sites on a trainee's itinerary in order of the first visit, then those only written about.
    fn tally(&self, setting: &Setting, id: Id, person: &Person) -> Vec<SiteTally> {
        let own = self.visits.iter().map(|it| &it.visit);
        let own = own.filter(|it| it.concerns(id, person.group) && it.what.is_attended());
        let seen = self.seen.iter().filter(|it| it.author == id);
        let mut order: Vec<Id> = Vec::new();
        let mut tallies: BTreeMap<Id, SiteTally> = BTreeMap::new();
        let sites = own.clone().map(|it| it.site);
        for id in sites
            .chain(seen.clone().map(|it| it.observation.site))
            .flatten()
        {
            if let Some(site) = self.sites.get(&id)
                && !order.contains(&id)
            {
                order.push(id);
                let site = site.name.clone();
                let tally = SiteTally {
                    site,
                    ..SiteTally::default()
                };
                tallies.insert(id, tally);
            }
        }
        for it in own {
            let Some(id) = it.site else { continue };
            let (Some(site), Some(tally)) = (self.sites.get(&id), tallies.get_mut(&id)) else {
                continue;
            };
            let (start, end) = (it.start.local(site.zone), it.end.local(site.zone));
            // The year stands above.
            let month = words::month_name(start.date(), setting.language);
            let time = words::time_range(start, end, site.zone, setting.language);
            let day = start.date().day();
            tally.visits.push(format!("{day} {month}, {time}"));
        }
        for site in seen.filter_map(|it| it.observation.site) {
            if let Some(tally) = tallies.get_mut(&site) {
                tally.observations += 1;
            }
        }
        order
            .iter()
            .filter_map(|site| tallies.remove(site))
            .collect()
    }
}
