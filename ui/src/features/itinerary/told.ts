// A change between two states of the itinerary in words, as the core found it.
import { nameOf, type Id, type VisitChange } from "../../ipc";
import { dayOf, dayTab, t, type ChipTone, type IconName } from "../../shared";
import { groupsOf, timesOf, zoneOf } from "./words";

/** "dipindah, penanggung jawab". */
export function changeWords({ changes }: VisitChange): string {
  return changes.map((change) => t(`itinerary-told-${change}`)).join(", ");
}

export function iconOf({ changes }: VisitChange): IconName {
  if (changes.includes("added")) return "plus";
  if (changes.includes("dropped")) return "trash";
  return changes.includes("moved") ? "arrow" : "pencil";
}

export function toneOfChange({ changes }: VisitChange): ChipTone {
  if (changes.includes("added")) return "good";
  return changes.includes("dropped") ? "bad" : "info";
}

/** When it was and is: "Kam 22 08.15–09.45 WIB → Kam 22 09.15–10.45 WIB". */
export function whenOf({ before, after }: VisitChange): string {
  const one = (visit: typeof before) =>
    visit ? `${dayTab(dayOf(visit.start, zoneOf(visit)))} ${timesOf(visit)}` : "";
  const [was, is] = [one(before), one(after)];
  const times = was && is && was !== is ? `${was} → ${is}` : is || was;
  const [had, has] = [before && groupsOf(before), after && groupsOf(after)];
  return had && has && had !== has ? `${times}; ${had} → ${has}` : times;
}

export function groupNames(groups: readonly Id[]): string {
  const names = groups.map((id) => nameOf("group", id) || t("itinerary-group-gone"));
  return names.length > 0 ? names.join(", ") : t("itinerary-everyone");
}
