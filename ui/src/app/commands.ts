// What Ctrl+K offers before anything is typed: go, make, change.
import type { PaletteEntry } from "../shared/components/Palette.svelte";
import { cohort, type ActingPerson } from "../shared/cohort.svelte";
import type { IconName } from "../shared/icons";
import { prefer, preferences } from "../shared/preferences.svelte";
import { go, type Screen } from "../shared/router.svelte";
import { language, t } from "../shared/text.svelte";
import { shell, type Found } from "../ipc";
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
  const make: PaletteEntry = {
    id: "make-observation",
    label: t("frame-new-observation"),
    icon: "plus",
    keys: "Ctrl+N",
    section: t("frame-make"),
    act: observe,
  };
  const change = t("frame-change");
  const others = open.mayActAs
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
    make,
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
      act: () => keep({ language: language() === "id" ? "en" : "id" }),
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

function keep(change: Parameters<typeof prefer>[0]): void {
  prefer(change);
  void shell().keepPreferences(preferences());
}

const screenOf: Record<Found["kind"], { screen: Screen; icon: IconName }> = {
  person: { screen: "people", icon: "person" },
  site: { screen: "sites", icon: "sites" },
  visit: { screen: "itinerary", icon: "itinerary" },
  observation: { screen: "observations", icon: "observations" },
  proposal: { screen: "proposals", icon: "proposals" },
};

/** The records that fit the words typed. */
export async function findRecords(words: string): Promise<PaletteEntry[]> {
  const found = await shell().find(words);
  return found.map((one) => ({
    id: one.id,
    label: one.title,
    detail: one.detail,
    icon: screenOf[one.kind].icon,
    section: t("frame-found"),
    act: () => go(screenOf[one.kind].screen, { id: one.id }),
  }));
}
