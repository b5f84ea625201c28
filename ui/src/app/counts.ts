// The small figures in the navigation: how much there is, and what waits.
import { all, ask, isOpen, type Kind } from "../ipc";
import { cohort, setNavCounts, type NavCount } from "../shared/cohort.svelte";
import { percent } from "../shared/formats";

/** What the figures hang on: kinds counted, and what the rules and the state of a proposal look at. */
export const counted: readonly Kind[] = [
  "cohort",
  "person",
  "group",
  "site",
  "visit",
  "observation",
  "proposal",
  "review",
];

/** Counts anew for the person in hand. */
export async function countForNav(): Promise<void> {
  const role = cohort()?.person.role;
  if (!role) return;
  const { opened } = await ask.cohortSummary();
  const count = (kind: string): NavCount | undefined => {
    const found = opened.counts.find((one) => one.kind === kind)?.count ?? 0;
    return found > 0 ? { text: String(found) } : undefined;
  };
  setNavCounts({
    sites: count("site"),
    people: trainedAndAccompanying(),
    observations: count("observation"),
    proposals: count("proposal"),
  });
  if (role === "trainee") await countOwn(opened.actor.person);
  if (role === "instructor") await countQueue();
  if (role === "coordinator") await countConflicts();
}

function trainedAndAccompanying(): NavCount | undefined {
  const found = all("person").filter((one) => one.value.role !== "coordinator").length;
  return found > 0 ? { text: String(found) } : undefined;
}

async function countOwn(person: string): Promise<void> {
  const own = (await ask.proposalList()).find((one) => one.author === person);
  setNavCounts({ proposals: own && { text: percent(own.progress.percent / 100) } });
}

async function countQueue(): Promise<void> {
  const waiting = (await ask.reviewQueue()).filter((one) => one.outcome === null);
  const alert = waiting.length > 0;
  setNavCounts({ reviews: alert ? { text: String(waiting.length), alert } : undefined });
}

async function countConflicts(): Promise<void> {
  const conflicts = (await ask.conflictList([])).filter(isOpen);
  const alert = conflicts.length > 0;
  setNavCounts({ itinerary: alert ? { text: `${conflicts.length} !`, alert } : undefined });
}
