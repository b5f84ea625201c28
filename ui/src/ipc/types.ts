// What the window and the shell say to each other before a cohort is open.
import type { Day, Zone } from "../shared/formats";
import type { ActingPerson, CohortInHand } from "../shared/cohort.svelte";
import type { Preferences } from "../shared/preferences.svelte";

export interface RecentCohort {
  folder: string;
  name: string;
  base: string;
  start: Day;
  end: Day;
}

export interface Programme {
  key: string;
  name: string;
}

export interface NewCohort {
  name: string;
  programme: string;
  organiser: string;
  start: Day;
  end: Day;
  base: string;
  zone: Zone;
  /** The coordinator who makes it. */
  coordinator: string;
}

/** Who this laptop is, as others see it. */
export interface Identity {
  person: string;
  /** The device key in short groups, to be compared by voice. */
  fingerprint: string;
  folder: string;
}

export interface Found {
  id: string;
  kind: "person" | "site" | "visit" | "observation" | "proposal";
  title: string;
  detail: string;
}

/** Everything the frame, the doors and the settings ask of the shell. */
export interface Shell {
  recentCohorts(): Promise<RecentCohort[]>;
  programmes(): Promise<Programme[]>;
  /** Each opening answers the cohort, or `null` when the person thought better of it. */
  openExample(): Promise<CohortInHand | null>;
  openFolder(folder?: string): Promise<CohortInHand | null>;
  makeCohort(form: NewCohort): Promise<CohortInHand | null>;
  closeCohort(): Promise<void>;
  actAs(person: ActingPerson): Promise<CohortInHand>;
  find(words: string): Promise<Found[]>;
  loadPreferences(): Promise<Preferences>;
  keepPreferences(preferences: Preferences): Promise<void>;
  identity(): Promise<Identity | null>;
}
