//! Sites and visits as points on a map.

use serde::Serialize;

use crate::domain::{Id, Site, VisitKind, Zone};
use crate::report::geo::{Feature, geojson};

use super::super::AppError;
use super::super::prints::PrintSubject;
use super::super::session::Session;
use super::{Export, ExportFormat, ExportSubject, Exported, file_name, with_offset};

#[derive(Serialize)]
struct SitePoint {
    kind: &'static str,
    name: String,
    address: String,
    zone: Zone,
    opening_hours: String,
    opening_hours_confirmed: bool,
    capacity: Option<u32>,
    foci: Vec<String>,
    approximate: bool,
    note: String,
}

#[derive(Serialize)]
struct VisitPoint {
    kind: &'static str,
    what: VisitKind,
    name: String,
    site: Option<Id>,
    place: String,
    /// With the offset of the place's zone, as RFC 3339 wants it.
    start: String,
    end: String,
    zone: Zone,
    groups: Vec<String>,
    in_charge: Vec<String>,
    approximate: bool,
    note: String,
}

impl Session {
    pub(super) fn as_map(
        &self,
        export: &Export,
        subject: &ExportSubject,
        draft: bool,
    ) -> Result<Exported, AppError> {
        let sites = self.sites()?;
        let cohort = &export.setting.cohort.name;
        let (bytes, name) = match subject {
            ExportSubject::Print(PrintSubject::Schedule(who)) => {
                let groups = self.groups()?;
                let (_, name) = self.audience(&export.setting, *who, &groups)?;
                let visits = self.planned(*who, draft)?;
                let features = visits.iter().map(|it| {
                    let line = self.schedule_line(&export.setting, it, &sites, &groups);
                    let site = it.visit.site.and_then(|id| sites.get(&id));
                    Feature {
                        id: it.id.to_string(),
                        point: site.and_then(|site| site.coordinates),
                        properties: VisitPoint {
                            kind: "visit",
                            what: it.visit.what,
                            site: it.visit.site,
                            start: with_offset(line.start, line.zone),
                            end: with_offset(line.end, line.zone),
                            name: line.activity,
                            place: line.place,
                            zone: line.zone,
                            groups: line.groups,
                            in_charge: line.in_charge,
                            approximate: site.is_some_and(is_approximate),
                            note: it.visit.note.clone(),
                        },
                    }
                });
                (geojson(&features.collect::<Vec<_>>())?, name)
            }
            ExportSubject::Sites => {
                let mut sites: Vec<_> = sites.into_iter().collect();
                sites.sort_by(|a, b| (&a.1.name, a.0).cmp(&(&b.1.name, b.0)));
                let features = sites.into_iter().map(|(id, site)| Feature {
                    id: id.to_string(),
                    point: site.coordinates,
                    properties: SitePoint {
                        kind: "site",
                        approximate: is_approximate(&site),
                        name: site.name,
                        address: site.address,
                        zone: site.zone,
                        opening_hours: site.hours,
                        opening_hours_confirmed: site.hours_verified,
                        capacity: site.capacity,
                        foci: site.foci,
                        note: site.note,
                    },
                });
                let name = format!("{} {cohort}", export.say("lokus", "sites"));
                (geojson(&features.collect::<Vec<_>>())?, name)
            }
            _ => return Err(AppError::NoSuchFormat(subject.formats())),
        };
        Ok(Exported {
            bytes,
            file_name: file_name(&name, ExportFormat::GeoJson),
            warnings: Vec::new(),
            tables: Vec::new(),
        })
    }
}

fn is_approximate(site: &Site) -> bool {
    site.coordinates.is_some_and(|point| point.approximate)
}
