//! The cohort's booklet, gathered from everything else.

use crate::report::model::Document;
use crate::report::prints::{
    self, BookletPrint, DecidedProposal, Member, ProposalPrint, SiteFacts,
};
use crate::report::words;

use super::super::AppError;
use super::super::session::Session;
use super::super::views::{ProposalStatus, SubmissionView};
use super::around::{Around, post_of};
use super::proposal::Coaches;
use super::review::outcome_word;
use super::{ScheduleFor, Setting};

impl Session {
    pub(super) fn booklet_print(
        &mut self,
        setting: &Setting,
        without_consent: &mut u32,
    ) -> Result<(Document, String), AppError> {
        let around = self.around()?;
        let cohort = &setting.cohort;
        let programme = setting.pick(&self.programme().name).to_owned();
        let (mut schedule, _) = self.schedule_facts(setting, ScheduleFor::Cohort)?;
        schedule.signatures.clear();
        let observations = self.observations_by_site(setting, &around);
        let seen = observations.iter().flat_map(|part| &part.observations);
        let left_out: usize = seen.map(|it| it.left_out).sum();
        *without_consent = u32::try_from(left_out).unwrap_or(u32::MAX);
        let mut proposals = Vec::new();
        let mut decisions = Vec::new();
        let coaches = self.coaches()?;
        for status in self.proposal_statuses()? {
            let view = match status.submission {
                Some(hash) => Some(self.submission(hash)?),
                None => None,
            };
            proposals.push(self.newest_text(setting, &status, view.as_ref(), &coaches)?);
            decisions.push(standing(setting, &status, view.as_ref()));
        }
        let print = BookletPrint {
            lang: setting.language,
            letterhead: setting.letterhead(),
            cohort: cohort.name.clone(),
            programme,
            organiser: cohort.organiser.clone(),
            base: cohort.base.clone(),
            days: words::date_range(cohort.start.0, cohort.end.0, setting.language),
            author: self.actor.name.clone(),
            people: around.members_by_group(setting),
            schedule,
            sites: around.all_sites(setting),
            observations,
            proposals,
            decisions,
        };
        let word = setting.say("buku", "booklet");
        let name = format!("{word} {}", cohort.name);
        Ok((prints::booklet(print), name))
    }

    /// What was handed in last, or the text as it is sealed.
    fn newest_text(
        &mut self,
        setting: &Setting,
        status: &ProposalStatus,
        view: Option<&SubmissionView>,
        coaches: &Coaches,
    ) -> Result<ProposalPrint, AppError> {
        let mut print = match view {
            Some(view) => self.submission_facts(setting, view, coaches)?,
            None => self.draft_facts(setting, status.proposal, coaches)?.0,
        };
        // The booklet shows all photos with the observations.
        for it in &mut print.evidence {
            it.photos.clear();
            it.left_out = 0;
        }
        print.key = status.proposal.to_string();
        Ok(print)
    }
}

fn standing(
    setting: &Setting,
    it: &ProposalStatus,
    view: Option<&SubmissionView>,
) -> DecidedProposal {
    let mut decided = DecidedProposal {
        title: it.title.clone(),
        author: it.author_name.clone(),
        ..DecidedProposal::default()
    };
    let Some(view) = view else {
        let waiting = setting.say("belum diserahkan", "not handed in");
        decided.decision = waiting.to_owned();
        return decided;
    };
    decided.version = view.submission.number.to_string();
    match view.decisions.last() {
        Some(decision) => {
            decided.decision = outcome_word(setting, decision);
            let when = setting.seconds(decision.at);
            decided.by = format!("{}, {when}", decision.author_name);
            if !decision.covers_text || !view.is_whole {
                let broken = setting.say("tidak cocok dengan teks", "does not match the text");
                decided.decision = format!("{} ({broken})", decided.decision);
            }
        }
        None => decided.decision = setting.say("belum diputuskan", "undecided").to_owned(),
    }
    decided
}

impl Around {
    fn members_by_group(&self, setting: &Setting) -> Vec<Member> {
        let member = |(_, it): &(crate::domain::Id, crate::domain::Person)| Member {
            name: it.name.clone(),
            nip: it.nip.clone(),
            post: post_of(it).join(", "),
            role: setting.role(it.role).to_owned(),
            group: self.group_name(it.group),
        };
        self.people.iter().map(member).collect()
    }

    fn all_sites(&self, setting: &Setting) -> Vec<SiteFacts> {
        let sites = self.sites.iter();
        let mut facts: Vec<_> = sites
            .map(|(id, site)| self.site_facts(setting, *id, site))
            .collect();
        facts.sort_by(|a, b| a.name.cmp(&b.name));
        facts
    }
}
