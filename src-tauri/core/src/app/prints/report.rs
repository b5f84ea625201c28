//! The observations of a person, a group, a site or everyone as one report.

use crate::domain::{Id, Site};
use crate::report::model::{Document, Signature};
use crate::report::prints::{self, ObservationsPart, ObservationsPrint};
use crate::store::StoreError;

use super::super::AppError;
use super::super::session::Session;
use super::around::{Around, Seen, post_of};
use super::{ReportFor, Setting};

impl Session {
    pub(super) fn report_print(
        &self,
        setting: &Setting,
        who: ReportFor,
        without_consent: &mut u32,
    ) -> Result<(Document, String), AppError> {
        let around = self.around()?;
        let mut print = ObservationsPrint {
            lang: setting.language,
            letterhead: setting.letterhead(),
            cohort: setting.cohort.name.clone(),
            author: self.actor.name.clone(),
            signatures: vec![self.signature(setting)?],
            ..ObservationsPrint::default()
        };
        let say = |id, en| setting.say(id, en).to_owned();
        match who {
            ReportFor::Cohort => {
                print.of = say("Angkatan", "Cohort");
                print.name = setting.cohort.name.clone();
                print.parts = self.observations_by_site(setting, &around);
            }
            ReportFor::Site(id) => {
                let site = around.sites.get(&id).ok_or(StoreError::NoRecord(id))?;
                print.of = say("Lokus", "Site");
                print.name = site.name.clone();
                let seen = |it: &&Seen| it.observation.site == Some(id);
                print.parts = vec![self.part(setting, &around, "", seen)];
            }
            ReportFor::Group(id) => {
                let group = around.groups.iter().find(|(group, _)| *group == id);
                let (_, group) = group.ok_or(StoreError::NoRecord(id))?;
                print.of = say("Kelompok", "Group");
                print.name = group.name.clone();
                let of = |author| around.person(author).is_some_and(|it| it.group == Some(id));
                print.parts = vec![self.part(setting, &around, "", |it| of(it.author))];
                print.signatures = vec![Signature {
                    role: say("Ketua kelompok,", "Group leader,"),
                    ..Signature::default()
                }];
            }
            ReportFor::Person(id) => {
                let person = around.person(id).ok_or(StoreError::NoRecord(id))?;
                print.of = say("Pengamat", "Observer");
                print.name = person.name.clone();
                print.detail = post_of(person).join(", ");
                print.parts = vec![self.part(setting, &around, "", |it| it.author == id)];
                print.signatures = vec![Signature {
                    role: say("Pengamat,", "Observer,"),
                    name: person.name.clone(),
                    nip: person.nip.clone(),
                    ..Signature::default()
                }];
            }
        }
        let all = print.parts.iter().flat_map(|part| &part.observations);
        let left_out: usize = all.map(|it| it.left_out).sum();
        *without_consent = u32::try_from(left_out).unwrap_or(u32::MAX);
        let word = setting.say("laporan observasi", "observations");
        let name = format!("{word} {}", print.name);
        Ok((prints::observations(&print), name))
    }

    /// A part for each site that was seen, by name, and one for what was seen elsewhere.
    pub(super) fn observations_by_site(
        &self,
        setting: &Setting,
        around: &Around,
    ) -> Vec<ObservationsPart> {
        let mut sites: Vec<(&Id, &Site)> = around.sites.iter().collect();
        sites.sort_by(|a, b| (&a.1.name, a.0).cmp(&(&b.1.name, b.0)));
        let parts = sites.into_iter().map(|(id, site)| {
            let seen = |it: &&Seen| it.observation.site == Some(*id);
            self.part(setting, around, &site.name, seen)
        });
        let mut parts: Vec<_> = parts.collect();
        let elsewhere = setting.say("Tanpa lokus", "No site");
        let known = |it: &&Seen| {
            let site = it.observation.site;
            site.is_some_and(|id| around.sites.contains_key(&id))
        };
        parts.push(self.part(setting, around, elsewhere, |it| !known(it)));
        parts.retain(|part| !part.observations.is_empty());
        parts
    }

    fn part(
        &self,
        setting: &Setting,
        around: &Around,
        title: &str,
        wanted: impl Fn(&&Seen) -> bool,
    ) -> ObservationsPart {
        let seen = around.seen.iter().filter(wanted).map(|it| {
            let site = it.observation.site.and_then(|id| around.sites.get(&id));
            self.observed(setting, &it.observation, site, around.name(it.author))
        });
        ObservationsPart {
            title: title.to_owned(),
            observations: seen.collect(),
        }
    }
}
