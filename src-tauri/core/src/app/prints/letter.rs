//! Letters to hosts and assignments: what their fields stand for.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Contact, Group, Id, LetterKind, LetterTemplate, Person, Role, Site};
use crate::planner::PlanVisit;
use crate::report::model::{Cell, Document, Signature, Table};
use crate::report::prints::{self, FieldValue, Gap, Letter, LetterPrint};
use crate::report::words;
use crate::store::StoreError;

use super::super::AppError;
use super::super::session::Session;
use super::around::{Around, post_of};
use super::{LetterFor, Setting};

/// What the fields of a letter stand for. Every field has an Indonesian and an English name.
#[derive(Default)]
pub(super) struct Fields {
    /// By either name.
    pub values: BTreeMap<String, FieldValue>,
    /// The Indonesian and the English names.
    pub names: Vec<(String, String)>,
}

impl Fields {
    fn put(&mut self, id: &str, en: &str, value: FieldValue) {
        self.values.insert(id.to_owned(), value.clone());
        self.values.insert(en.to_owned(), value);
        self.names.push((id.to_owned(), en.to_owned()));
    }

    fn text(&mut self, id: &str, en: &str, text: impl Into<String>) {
        self.put(id, en, FieldValue::Text(text.into()));
    }
}

impl Session {
    pub(super) fn letter_print(
        &self,
        setting: &Setting,
        who: LetterFor,
        gaps: &mut Vec<Gap>,
    ) -> Result<(Document, String), AppError> {
        let around = self.around()?;
        let kind = match who {
            LetterFor::Hosts | LetterFor::Host(_) => LetterKind::Request,
            LetterFor::Cohort | LetterFor::Groups | LetterFor::Group(_) => LetterKind::Assignment,
        };
        let template = setting.cohort.letter(kind, setting.say("id", "en"));
        let common = self.common_fields(setting)?;
        let signature = self.signature(setting)?;
        let dress = |fields: Fields| {
            let mut all = common();
            all.values.extend(fields.values);
            letter(
                &template,
                &signature,
                setting.place_and(self.print_day(setting)),
                all,
            )
        };
        let group = |id: Id| around.groups.iter().find(|(group, _)| *group == id);
        let (letters, name): (Vec<Letter>, String) = match who {
            LetterFor::Hosts => {
                let mut sites: Vec<(&Id, &Site)> = around.sites.iter().collect();
                sites.sort_by(|a, b| (&a.1.name, a.0).cmp(&(&b.1.name, b.0)));
                let visited = sites.into_iter().filter(|(id, _)| around.is_visited(**id));
                let letters = visited.map(|(id, site)| dress(around.host(setting, *id, site)));
                (letters.collect(), setting.cohort.name.clone())
            }
            LetterFor::Host(id) => {
                let site = around.sites.get(&id).ok_or(StoreError::NoRecord(id))?;
                (
                    vec![dress(around.host(setting, id, site))],
                    site.name.clone(),
                )
            }
            LetterFor::Cohort => {
                let fields = around.assigned(setting, None);
                (vec![dress(fields)], setting.cohort.name.clone())
            }
            LetterFor::Groups => {
                let groups = around.groups.iter();
                let letters = groups.map(|it| dress(around.assigned(setting, Some(it))));
                (letters.collect(), setting.cohort.name.clone())
            }
            LetterFor::Group(id) => {
                let group = group(id).ok_or(StoreError::NoRecord(id))?;
                let letters = vec![dress(around.assigned(setting, Some(group)))];
                (letters, group.1.name.clone())
            }
        };
        let (title, missing) = match kind {
            LetterKind::Request => (
                setting.say("Surat permohonan kunjungan", "Request for a visit"),
                setting.say(
                    "Jadwal belum memuat kunjungan ke lokus, sehingga belum ada surat.",
                    "The schedule holds no visit to a site yet, so there is no letter.",
                ),
            ),
            LetterKind::Assignment => (
                setting.say("Surat tugas", "Letter of assignment"),
                setting.say(
                    "Belum ada kelompok, sehingga belum ada surat.",
                    "There is no group yet, so there is no letter.",
                ),
            ),
        };
        let print = LetterPrint {
            lang: setting.language,
            letterhead: setting.letterhead(),
            title: title.to_owned(),
            author: self.actor.name.clone(),
            letters,
            missing: missing.to_owned(),
        };
        let (document, found) = prints::letters(&print);
        *gaps = found;
        Ok((document, format!("{title} {name}")))
    }

    /// Fields that every letter has.
    pub(super) fn common_fields(&self, setting: &Setting) -> Result<impl Fn() -> Fields, AppError> {
        let cohort = setting.cohort.clone();
        let lang = setting.language;
        let signer = self.coordinator()?.unwrap_or_default();
        let day = self.print_day(setting);
        Ok(move || {
            let mut all = Fields::default();
            let days = words::date_range(cohort.start.0, cohort.end.0, lang);
            all.text("angkatan", "cohort", cohort.name.as_str());
            all.text("penyelenggara", "organiser", cohort.organiser.as_str());
            all.text("tempat", "place", cohort.base.as_str());
            all.text("tanggal", "dates", days);
            all.text("tanggal_surat", "letter_date", words::date(day.0, lang));
            all.text("nomor", "number", "");
            all.text("penanda_tangan", "signer", signer.name.as_str());
            all.text("nip_penanda_tangan", "signer_nip", signer.nip.as_str());
            let contact = [signer.name.as_str(), signer.phone.as_str()];
            let known: Vec<&str> = contact.into_iter().filter(|it| !it.is_empty()).collect();
            all.text("narahubung", "contact", known.join(", "));
            all
        })
    }
}

fn letter(
    template: &LetterTemplate,
    signature: &Signature,
    place_and_date: String,
    fields: Fields,
) -> Letter {
    Letter {
        title: template.title.clone(),
        number: template.number.clone(),
        attachment: template.attachment.clone(),
        subject: template.subject.clone(),
        recipient: template.recipient.clone(),
        body: template.body.clone(),
        cc: template.cc.clone(),
        place_and_date,
        signature: Signature {
            role: template.signer.clone(),
            ..signature.clone()
        },
        fields: fields.values,
    }
}

impl Around {
    pub(super) fn is_visited(&self, site: Id) -> bool {
        self.visits.iter().any(|it| it.visit.site == Some(site))
    }

    /// Fields of a letter to a host.
    pub(super) fn host(&self, setting: &Setting, id: Id, site: &Site) -> Fields {
        let visits = self.visits.iter().filter(|it| it.visit.site == Some(id));
        let visits: Vec<&PlanVisit> = visits.collect();
        let mut days: Vec<_> = visits
            .iter()
            .map(|it| it.visit.start.day(site.zone))
            .collect();
        days.dedup();
        let days = days
            .iter()
            .map(|day| words::day_date(day.0, setting.language));
        let mut groups = BTreeSet::new();
        let everyone = visits.iter().any(|it| it.visit.groups.is_empty());
        if !everyone {
            groups.extend(visits.iter().flat_map(|it| it.visit.groups.iter().copied()));
        }
        let contacts: Vec<String> = site.contacts.iter().map(Contact::line).collect();
        let mut all = self.counts(&groups, !visits.is_empty());
        all.text("lokus", "site", site.name.as_str());
        all.text("alamat_lokus", "site_address", site.address.as_str());
        all.text("narahubung_lokus", "site_contact", contacts.join("; "));
        all.text("fokus", "focus", site.foci.join(", "));
        let days = days.collect::<Vec<_>>().join("; ");
        all.text("tanggal_kunjungan", "visit_dates", days);
        let table = self.visits_at(setting, &visits, site);
        all.put("jadwal", "schedule", FieldValue::Table(table));
        all
    }

    /// Fields of an assignment of one group, or of everyone.
    pub(super) fn assigned(&self, setting: &Setting, group: Option<&(Id, Group)>) -> Fields {
        let groups: BTreeSet<Id> = group.map(|(id, _)| *id).into_iter().collect();
        let goes = |it: &&PlanVisit| group.is_none_or(|(id, _)| it.visit.includes(*id));
        let mut sites: Vec<String> = Vec::new();
        for it in self.visits.iter().filter(goes) {
            let site = it.visit.site.and_then(|id| self.sites.get(&id));
            if let Some(site) = site
                && !sites.contains(&site.name)
            {
                sites.push(site.name.clone());
            }
        }
        let mut all = self.counts(&groups, true);
        let name = group.map(|(_, it)| it.name.clone()).unwrap_or_default();
        all.text("kelompok", "group", name);
        let people = self.members(&groups).map(|(_, it)| it);
        let table = self.people_table(setting, people);
        all.put("daftar_orang", "people", FieldValue::Table(table));
        let head = [setting.say("No.", "No."), setting.say("Lokus", "Site")];
        let rows = sites
            .into_iter()
            .enumerate()
            .map(|(i, name)| vec![Cell::plain((i + 1).to_string()), Cell::plain(name)]);
        let sites = Table::counted(&[8.0, 92.0], &head, rows.collect());
        all.put("daftar_lokus", "sites", FieldValue::Table(sites));
        all
    }

    fn counts(&self, groups: &BTreeSet<Id>, known: bool) -> Fields {
        let count = |is: fn(&Person) -> bool| {
            let number = self.members(groups).filter(|(_, it)| is(it)).count();
            if known {
                number.to_string()
            } else {
                String::new()
            }
        };
        let mut all = Fields::default();
        let trainees = count(|it| it.role == Role::Trainee);
        all.text("jumlah_peserta", "trainees", trainees);
        let companions = count(|it| it.role != Role::Trainee);
        all.text("jumlah_pendamping", "companions", companions);
        all
    }

    fn visits_at(&self, setting: &Setting, visits: &[&PlanVisit], site: &Site) -> Table {
        let head = [
            setting.say("No.", "No."),
            setting.say("Hari, tanggal", "Day, date"),
            setting.say("Waktu", "Time"),
            setting.say("Kelompok", "Group"),
            setting.say("Orang", "People"),
        ];
        let rows = visits.iter().enumerate().map(|(i, it)| {
            let (start, end) = (
                it.visit.start.local(site.zone),
                it.visit.end.local(site.zone),
            );
            let groups: BTreeSet<Id> = it.visit.groups.iter().copied().collect();
            let names = match groups.is_empty() {
                true => setting.say("Seluruh angkatan", "Everyone").to_owned(),
                false => self.group_names(&groups).join(", "),
            };
            [
                (i + 1).to_string(),
                words::day_date(start.date(), setting.language),
                words::time_range(start, end, site.zone, setting.language),
                names,
                self.members(&groups).count().to_string(),
            ]
            .map(Cell::plain)
            .to_vec()
        });
        Table::counted(&[7.0, 30.0, 26.0, 26.0, 11.0], &head, rows.collect())
    }

    fn people_table<'a>(
        &self,
        setting: &Setting,
        people: impl Iterator<Item = &'a Person>,
    ) -> Table {
        let head = [
            setting.say("No.", "No."),
            setting.say("Nama", "Name"),
            "NIP",
            setting.say("Jabatan/Instansi", "Position/Office"),
            setting.say("Peran", "Role"),
        ];
        let rows = people.enumerate().map(|(i, it)| {
            [
                (i + 1).to_string(),
                it.name.clone(),
                it.nip.clone(),
                post_of(it).join("\n"),
                setting.role(it.role).to_owned(),
            ]
            .map(Cell::plain)
            .to_vec()
        });
        let table = Table::counted(&[7.0, 28.0, 24.0, 40.0, 13.0], &head, rows.collect());
        table.without_empty(2)
    }
}
