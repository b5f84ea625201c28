//! Roster, sites and schedule as tables. The roster's headings are those that an import knows.

use crate::domain::{Gender, Person, Site};
use crate::report::tables::{Grid, Value};

use super::super::AppError;
use super::super::prints::ScheduleFor;
use super::super::session::Session;
use super::Export;

impl Session {
    pub(super) fn roster_grid(&self, export: &Export) -> Result<Grid, AppError> {
        let groups = self.groups()?;
        let mut columns = export.columns([
            ("No", "No"),
            ("Nama lengkap", "Full name"),
            ("Status", "Role"),
            ("Jabatan", "Position"),
            ("Instansi", "Office"),
            ("Provinsi", "Province"),
            ("Kabupaten/Kota", "Regency"),
            ("Kelompok", "Group"),
        ]);
        if export.personal {
            columns.extend(export.columns([
                ("NIP", "Employee number"),
                ("Jenis kelamin", "Gender"),
                ("Nomor HP", "Phone"),
            ]));
        }
        let mut rows = Vec::new();
        for (number, (_, person)) in (1_u32..).zip(self.people()?) {
            let group = groups.iter().find(|(id, _)| Some(*id) == person.group);
            let group = group.map_or("", |(_, group)| group.name.as_str());
            let mut row = vec![
                Value::Number(number.into()),
                Value::text(&person.name),
                Value::text(export.setting.role(person.role)),
                Value::text(&person.position),
                Value::text(&person.office),
                Value::text(&person.province),
                Value::text(&person.regency),
                Value::text(group),
            ];
            if export.personal {
                row.extend(personal(export, &person));
            }
            rows.push(row);
        }
        Ok(Grid {
            name: export.say("Peserta", "Roster").to_owned(),
            columns,
            rows,
        })
    }

    pub(super) fn site_grid(&self, export: &Export) -> Result<Grid, AppError> {
        let mut columns = export.columns([
            ("Lokus", "Site"),
            ("Alamat", "Address"),
            ("Lintang", "Latitude"),
            ("Bujur", "Longitude"),
            ("Koordinat perkiraan", "Approximate"),
            ("Zona", "Zone"),
            ("Jam buka", "Opening hours"),
            ("Jam buka dipastikan", "Hours confirmed"),
            ("Kapasitas (kelompok)", "Capacity (groups)"),
            ("Fokus", "Foci"),
            ("Keterangan", "Note"),
            ("ID", "ID"),
        ]);
        if export.personal {
            columns.extend(export.columns([("Narahubung", "Contacts")]));
        }
        let mut sites: Vec<_> = self.sites()?.into_iter().collect();
        sites.sort_by(|a, b| (&a.1.name, a.0).cmp(&(&b.1.name, b.0)));
        let rows = sites.iter().map(|(id, site)| {
            let point = site.coordinates;
            let mut row = vec![
                Value::text(&site.name),
                Value::text(&site.address),
                Value::number(point.map(|point| point.latitude)),
                Value::number(point.map(|point| point.longitude)),
                Value::text(point.map_or("", |point| export.yes(point.approximate))),
                Value::text(site.zone.label()),
                Value::text(&site.hours),
                Value::text(export.yes(site.hours_verified)),
                Value::number(site.capacity),
                Value::text(site.foci.join("; ")),
                Value::text(&site.note),
                Value::text(id.to_string()),
            ];
            if export.personal {
                row.push(Value::text(contacts(site)));
            }
            row
        });
        Ok(Grid {
            name: export.say("Lokus", "Sites").to_owned(),
            columns,
            rows: rows.collect(),
        })
    }

    pub(super) fn schedule_grid(
        &self,
        export: &Export,
        who: ScheduleFor,
        draft: bool,
    ) -> Result<Grid, AppError> {
        let sites = self.sites()?;
        let groups = self.groups()?;
        let visits = self.planned(who, draft)?;
        let rows = visits.iter().map(|it| {
            let line = self.schedule_line(&export.setting, it, &sites, &groups);
            let site = it.visit.site.and_then(|id| sites.get(&id));
            vec![
                Value::Day(line.start.date()),
                Value::Moment(line.start),
                Value::Moment(line.end),
                Value::text(line.zone.label()),
                Value::text(line.activity),
                Value::text(line.place),
                Value::text(site.map_or("", |site| site.address.as_str())),
                Value::text(if line.groups.is_empty() {
                    export.say("semua", "all").to_owned()
                } else {
                    line.groups.join("; ")
                }),
                Value::text(line.in_charge.join("; ")),
                Value::text(&it.visit.transport),
                Value::text(&it.visit.note),
                Value::text(it.id.to_string()),
            ]
        });
        Ok(Grid {
            name: export.say("Jadwal", "Schedule").to_owned(),
            columns: export.columns([
                ("Tanggal", "Date"),
                ("Mulai", "Start"),
                ("Selesai", "End"),
                ("Zona", "Zone"),
                ("Kegiatan", "Activity"),
                ("Tempat", "Place"),
                ("Alamat", "Address"),
                ("Kelompok", "Groups"),
                ("Penanggung jawab", "In charge"),
                ("Kendaraan", "Transport"),
                ("Keterangan", "Remarks"),
                ("ID", "ID"),
            ]),
            rows: rows.collect(),
        })
    }
}

fn personal(export: &Export, person: &Person) -> [Value; 3] {
    let gender = match person.gender {
        Some(Gender::Female) => export.say("P", "Female"),
        Some(Gender::Male) => export.say("L", "Male"),
        None => "",
    };
    [
        Value::text(&person.nip),
        Value::text(gender),
        Value::text(&person.phone),
    ]
}

fn contacts(site: &Site) -> String {
    let one = |contact: &crate::domain::Contact| {
        let parts = [&contact.name, &contact.position, &contact.phone];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.map(String::as_str).collect::<Vec<_>>().join(", ")
    };
    site.contacts.iter().map(one).collect::<Vec<_>>().join("; ")
}
