// Sites as the list and the map show them, and a site's fields in words for its history.
import { ask, type Entry, type Site } from "../../ipc";
import { number, t, zoneName, type Described, type Language } from "../../shared";
import { sayHours } from "./hours";

export interface SiteRow {
  id: string;
  value: Site;
  /** Only on this laptop so far. */
  draft: boolean;
  problems: number;
}

export const emptySite: Site = {
  name: "",
  address: "",
  coordinates: null,
  zone: "wib",
  hours: "",
  hours_verified: false,
  capacity: null,
  capacity_people: null,
  groups_a_day: null,
  visit_minutes: null,
  ramadan_hours: "",
  contacts: [],
  foci: [],
  note: "",
};

const everything = { site: null, author: null, with_removed: false, limit: null, offset: 0 };

/** All sites, drafts included, by name. */
export async function readSites(): Promise<SiteRow[]> {
  const { entries } = await ask.recordList({ ...everything, kind: "site" });
  const words = new Intl.Collator("id", { numeric: true });
  return entries
    .map((entry) => ({
      id: entry.id,
      value: siteOf(entry),
      draft: entry.version === null,
      problems: entry.problems.length,
    }))
    .sort((a, b) => words.compare(a.value.name, b.value.name));
}

/** Visits or observations of one site; drafts of elsewhere left out. */
export async function readAt(kind: "visit" | "observation", site: string): Promise<Entry[]> {
  const { entries } = await ask.recordList({ ...everything, kind, site });
  return entries.filter((entry) => {
    const { record } = entry;
    return (record.kind === "visit" || record.kind === "observation") && record.value.site === site;
  });
}

/** What is typed, or else what is saved. */
export function siteOf(entry: Entry): Site {
  return (entry.draft ?? entry.record).value as Site;
}

export function describe(site: Site, language: Language): Described[] {
  const { coordinates } = site;
  return [
    { label: t("sites-name"), text: site.name },
    { label: t("sites-address"), text: site.address },
    { label: t("sites-zone"), text: zoneName(site.zone) },
    {
      label: t("sites-coordinates"),
      text: coordinates
        ? `${number(coordinates.latitude, 6)}; ${number(coordinates.longitude, 6)}`
        : "",
    },
    { label: t("sites-hours"), text: sayHours(site.hours, language) },
    {
      label: t("sites-hours-standing"),
      text: t(site.hours_verified ? "sites-verified" : "shared-unverified"),
    },
    {
      label: t("sites-capacity"),
      text: site.capacity === null ? "" : t("sites-capacity-groups", { count: site.capacity }),
    },
    {
      label: t("sites-contacts"),
      text: site.contacts
        .map((one) => [one.name, one.position, one.phone].filter(Boolean).join(", "))
        .join("; "),
    },
    { label: t("sites-foci"), text: site.foci.join("; ") },
    { label: t("sites-note"), text: site.note },
  ];
}
