// What Ctrl+K offers before anything is typed: go, make, change.
import type { PaletteEntry } from "../shared/components/Palette.svelte";
import { cohort, type ActingPerson, type Role } from "../shared/cohort.svelte";
import type { IconName } from "../shared/icons";
import { prefer, preferences } from "../shared/preferences.svelte";
import { go, type Screen } from "../shared/router.svelte";
import { language, t } from "../shared/text.svelte";
import { toastFailure } from "../shared/toasts.svelte";
import { ask, keepPreferences, mayActAs, tell, type Kind } from "../ipc";
import { navigation } from "./routes";

export interface CommandActs {
  actAs: (person: ActingPerson) => void;
  leave: () => void;
  help: () => void;
}

/** The commands of the person in hand. Reactive. */
export function commands(acts: CommandActs): PaletteEntry[] {
  const open = cohort();
  if (!open) return [];
  const places = navigation(open.person.role).map<PaletteEntry>((entry) => ({
    id: `go-${entry.screen}`,
    label: t(entry.title),
    icon: entry.icon,
    section: t("frame-go"),
    act: () => go(entry.screen),
  }));
  const change = t("frame-change");
  const others = mayActAs()
    .filter((person) => person.id !== open.person.id)
    .map<PaletteEntry>((person) => ({
      id: `as-${person.id}`,
      label: t("frame-act-as-person", { name: person.name }),
      detail: t(`role-${person.role}`),
      icon: "person",
      section: change,
      act: () => acts.actAs(person),
    }));
  return [
    ...makers(open.person.role),
    ...places,
    {
      id: "settings",
      label: t("settings-title"),
      icon: "settings",
      section: change,
      act: () => go("settings"),
    },
    {
      id: "language",
      label: t("frame-switch-language"),
      icon: "talk",
      section: change,
      act: () => void keep({ language: language() === "id" ? "en" : "id" }),
    },
    {
      id: "help",
      label: t("keys-help"),
      icon: "keyboard",
      keys: "?",
      section: change,
      act: acts.help,
    },
    {
      id: "leave",
      label: t("frame-other-cohort"),
      icon: "door",
      section: change,
      act: acts.leave,
    },
    ...others,
  ];
}

/** A new observation, from anywhere; its screen pre-fills site, visit and time. */
export function observe(): void {
  go("observations", { id: "new" });
}

// What each role may make; the coordinator also whatever the plan needs.
const made: { kind: Kind; screen: Screen; by: Role[] }[] = [
  { kind: "observation", screen: "observations", by: ["trainee", "instructor", "coordinator"] },
  { kind: "proposal", screen: "proposals", by: ["trainee"] },
  { kind: "site", screen: "sites", by: ["coordinator"] },
  { kind: "visit", screen: "itinerary", by: ["coordinator"] },
  { kind: "group", screen: "people", by: ["coordinator"] },
  { kind: "person", screen: "people", by: ["coordinator"] },
];

function makers(role: Role): PaletteEntry[] {
  return made
    .filter((one) => one.by.includes(role))
    .map(({ kind, screen }) => ({
      id: `make-${kind}`,
      label: t("frame-new", { what: t(`shared-kind-${kind}`) }),
      icon: "plus",
      keys: kind === "observation" ? "Ctrl+N" : undefined,
      section: t("frame-make"),
      act: () => (kind === "observation" ? observe() : go(screen, { id: "new", with: { kind } })),
    }));
}

async function keep(change: Parameters<typeof prefer>[0]): Promise<void> {
  prefer(change);
  try {
    await keepPreferences(preferences());
  } catch (reason) {
    toastFailure(tell(reason).what);
  }
}

// Where a record of each kind is shown.
const screenOf: Record<Kind, { screen: Screen; icon: IconName }> = {
  cohort: { screen: "settings", icon: "settings" },
  person: { screen: "people", icon: "person" },
  group: { screen: "people", icon: "people" },
  site: { screen: "sites", icon: "sites" },
  visit: { screen: "itinerary", icon: "itinerary" },
  instrument: { screen: "observations", icon: "file" },
  practice: { screen: "observations", icon: "star" },
  indicator: { screen: "observations", icon: "star" },
  observation: { screen: "observations", icon: "observations" },
  proposal: { screen: "proposals", icon: "proposals" },
  review: { screen: "reviews", icon: "reviews" },
  coaching: { screen: "reviews", icon: "talk" },
  attendance: { screen: "today", icon: "people" },
};
const mostFound = 30;

/** The records that fit the words typed. */
export async function findRecords(words: string): Promise<PaletteEntry[]> {
  const found = await ask.recordSearch(words, mostFound);
  return found.map(({ id, kind, title, snippet }) => ({
    id,
    label: title || t(`shared-kind-${kind}`),
    detail: t(`shared-kind-${kind}`),
    snippet: snippet === title ? undefined : snippet,
    icon: screenOf[kind].icon,
    section: t("frame-found"),
    act: () => go(screenOf[kind].screen, { id, with: { kind } }),
  }));
}
