// One proposal in hand: what is typed, how it is saved, what was handed in, what it stands on.
import {
  ask,
  tell,
  type CitedObservation,
  type Entry,
  type Programme,
  type Proposal,
  type ProposalStatus,
  type SubmissionView,
  type Told,
} from "../../ipc";
import { autosave, noteSaved, nowClock, toast, toastFailure, t } from "../../shared";
import { citationsOf, renewCitation } from "../../shared/proposal/citations";

export type Workspace = ReturnType<typeof workspace>;

export function workspace(id: string) {
  let entry = $state.raw<Entry | null>(null);
  let value = $state.raw<Proposal | null>(null);
  let programme = $state.raw<Programme | null>(null);
  let status = $state.raw<ProposalStatus | null>(null);
  let submissions = $state.raw<SubmissionView[]>([]);
  let evidence = $state.raw<CitedObservation[]>([]);
  let failure = $state.raw<Told | null>(null);
  let evidenceAsked = "";

  const saving = autosave<Proposal>({
    draft: (next) => ask.recordDraft(id, { kind: "proposal", value: next }),
    save: async (next) => {
      entry = await ask.recordSave(id, { kind: "proposal", value: next });
    },
    saved: (at) => {
      noteSaved(nowClock(at));
      void standing();
    },
  });

  const citations = $derived(
    value && programme
      ? citationsOf(
          value.sections,
          programme.sections.map((one) => one.key),
        )
      : [],
  );

  async function load() {
    failure = null;
    try {
      const [summary, found] = await Promise.all([ask.cohortSummary(), ask.recordGet(id)]);
      const record = found.draft ?? found.record;
      programme = summary.programme;
      entry = found;
      value = record.kind === "proposal" ? record.value : null;
      await Promise.all([standing(), readEvidence()]);
    } catch (reason) {
      failure = tell(reason);
    }
  }

  /** Progress and submissions, as the core judges what is saved. */
  async function standing() {
    try {
      const [list, handedIn] = await Promise.all([ask.proposalList(), ask.submissionList(id)]);
      status = list.find((one) => one.proposal === id) ?? null;
      submissions = handedIn;
    } catch (reason) {
      failure = tell(reason);
    }
  }

  /** Looks the citations up when they are others than before. */
  async function readEvidence() {
    const asked = JSON.stringify(citations);
    if (asked === evidenceAsked) return;
    evidenceAsked = asked;
    try {
      const found = citations.length > 0 ? await ask.evidenceRead($state.snapshot(citations)) : [];
      if (evidenceAsked === asked) evidence = found;
    } catch (reason) {
      evidenceAsked = "";
      failure = tell(reason);
    }
  }

  function edit(change: Partial<Proposal>) {
    if (!value) return;
    value = { ...value, ...change };
    saving.edit(value);
  }

  /** Puts the newest sealed version of an observation in place of a cited one, everywhere. */
  function renew(cited: CitedObservation, version: string) {
    if (!value) return;
    const before = value.sections;
    const renewed = Object.entries(before).map(([key, text]) => [
      key,
      renewCitation(text, cited, version),
    ]);
    edit({ sections: Object.fromEntries(renewed) });
    toast(t("proposals-renewed"), () => edit({ sections: before }));
  }

  /** Hands in what stands here; the submission, or nothing when it was refused. */
  async function submit(): Promise<SubmissionView | null> {
    if (!(await saving.flush())) {
      toastFailure(tell(saving.failure).what);
      return null;
    }
    try {
      const made = await ask.proposalSubmit(id);
      toast(t("proposals-submitted", { number: made.submission.number }));
      await standing();
      return made;
    } catch (reason) {
      toastFailure(tell(reason).what);
      return null;
    }
  }

  /** Puts an earlier version back, after saving what is typed; answers the version before. */
  async function revert(version: string): Promise<string | null> {
    if (!(await saving.flush())) throw saving.failure;
    const before = entry?.version ?? null;
    entry = await ask.recordRevert(id, version);
    if (entry.record.kind === "proposal") value = entry.record.value;
    await standing();
    return before;
  }

  return {
    id,
    saving,
    load,
    edit,
    renew,
    submit,
    revert,
    standing,
    readEvidence,
    get entry() {
      return entry;
    },
    get value() {
      return value;
    },
    get programme() {
      return programme;
    },
    get status() {
      return status;
    },
    get submissions() {
      return submissions;
    },
    get evidence() {
      return evidence;
    },
    get citations() {
      return citations;
    },
    get failure() {
      return failure;
    },
  };
}
