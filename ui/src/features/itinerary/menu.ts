// What can be done with one visit, in one table: the menu of a card, of a row of the list and of
// the form are made from it.
import { all, isAttended, nameOf, type Visit } from "../../ipc";
import { t, type IconName } from "../../shared";
import type { GridAct } from "./keys";

export interface VisitAct {
  label: string;
  icon: IconName;
  act: GridAct;
  keys?: string;
  danger?: boolean;
  apart?: boolean;
}

/** The acts of a visit; `mayEdit` is whether it may be changed. */
export function actsOf(visit: Visit, mayEdit: boolean): VisitAct[] {
  const reading: VisitAct[] = [
    { label: t("itinerary-act-open"), icon: "pencil", act: { act: "open" }, keys: "Enter" },
  ];
  if (isAttended(visit.what)) {
    reading.push({
      label: t("itinerary-act-attendance"),
      icon: "check",
      act: { act: "attendance" },
      keys: "H",
    });
  }
  if (!mayEdit) return reading;
  const free = !visit.pinned;
  return [
    ...reading,
    {
      label: t(visit.pinned ? "itinerary-act-unpin" : "itinerary-act-pin"),
      icon: "pin",
      act: { act: "pin" },
      keys: "P",
    },
    ...(free ? timeActs() : []),
    ...groupActs(visit),
    {
      label: t("itinerary-act-late"),
      icon: "clock",
      act: { act: "late" },
      keys: "T",
      apart: true,
    },
    {
      label: t("itinerary-remove"),
      icon: "trash",
      act: { act: "remove" },
      keys: "Delete",
      danger: true,
      apart: true,
    },
  ];
}

function timeActs(): VisitAct[] {
  return [
    {
      label: t("itinerary-act-spot-next"),
      icon: "down",
      act: { act: "spot", step: 1 },
      keys: "Alt+PageDown",
      apart: true,
    },
    {
      label: t("itinerary-act-spot-before"),
      icon: "up",
      act: { act: "spot", step: -1 },
      keys: "Alt+PageUp",
    },
    {
      label: t("itinerary-act-longer"),
      icon: "plus",
      act: { act: "stretch", minutes: 5 },
      keys: "Shift+↓",
    },
    {
      label: t("itinerary-act-shorter"),
      icon: "minus",
      act: { act: "stretch", minutes: -5 },
      keys: "Shift+↑",
    },
  ];
}

function groupActs(visit: Visit): VisitAct[] {
  const groups = all("group");
  const parts = visit.groups.length === 0 ? groups.length : visit.groups.length;
  const acts: VisitAct[] = [];
  if (parts > 1) {
    acts.push({ label: t("itinerary-act-split"), icon: "left", act: { act: "split" }, keys: "S" });
  }
  if (groups.length > 1) {
    acts.push({ label: t("itinerary-act-merge"), icon: "link", act: { act: "merge" }, keys: "G" });
  }
  const most = 6;
  const others = groups.filter(({ id }) => visit.groups.length > 0 && !visit.groups.includes(id));
  if (others.length <= most) {
    for (const { id } of others) {
      acts.push({
        label: t("itinerary-act-copy", { group: nameOf("group", id) }),
        icon: "plus",
        act: { act: "copy", group: id },
      });
    }
  }
  const [first] = acts;
  if (first) first.apart = true;
  return acts;
}
