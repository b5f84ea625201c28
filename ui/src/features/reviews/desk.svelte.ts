// One submission on the desk: its frozen text, the reader's own review while it is written, and
// what was decided. A review is begun with the first stroke, not by looking.
import {
  Refused,
  ask,
  recordsChanged,
  tell,
  type Comment,
  type Outcome,
  type Programme,
  type Review,
  type Score,
  type SubmissionView,
  type Told,
} from "../../ipc";
import { autosave, noteSaved, nowClock, t, toast } from "../../shared";

export type Desk = ReturnType<typeof desk>;

export function desk(id: string, me: string, reviewer: boolean) {
  let view = $state.raw<SubmissionView | null>(null);
  let versions = $state.raw<SubmissionView[]>([]);
  let programme = $state.raw<Programme | null>(null);
  let review = $state.raw<Review | null>(null);
  let failure = $state.raw<Told | null>(null);
  let reopened = $state(false);
  let record: Promise<string> | null = null;

  const latest = $derived(versions.at(-1) ?? view);
  const mine = $derived(view?.decisions.findLast((made) => made.author === me));
  const writing = $derived(reviewer && (view?.is_latest ?? false) && (!mine || reopened));

  const saving = autosave<Review>({
    draft: async (next) => ask.recordDraft(await begun(), { kind: "review", value: next }),
    save: async (next) => ask.recordSave(await begun(), { kind: "review", value: next }),
    saved: (at) => noteSaved(nowClock(at)),
  });

  /** The id of the reader's review, made when it is first needed. */
  function begun(): Promise<string> {
    record ??= ask.reviewOpen(id).then(
      (entry) => entry.id,
      (reason: unknown) => {
        record = null;
        throw reason;
      },
    );
    return record;
  }

  async function load() {
    failure = null;
    try {
      const [found, summary] = await Promise.all([ask.submissionGet(id), ask.cohortSummary()]);
      const { proposal } = found.submission;
      const [all, queue] = await Promise.all([
        ask.submissionList(proposal),
        reviewer ? ask.reviewQueue() : [],
      ]);
      const known = queue.find((status) => status.submission === id)?.my_review;
      if (known) {
        record = Promise.resolve(known);
        const entry = await ask.recordGet(known);
        const value = entry.draft ?? entry.record;
        if (value.kind === "review") review = value.value;
      }
      review ??= { submission: id, proposal, comments: {}, scores: {}, summary: "" };
      versions = all;
      programme = summary.programme;
      view = found;
    } catch (reason) {
      failure = tell(reason);
    }
  }

  function edit(change: Partial<Review>) {
    if (!review || !writing) return;
    review = { ...review, ...change };
    saving.edit(review);
  }

  /** Adds a comment and answers its key. */
  function comment(anchor: Comment["anchor"], body = ""): string {
    const key = crypto.randomUUID().slice(0, 8);
    const comments = review?.comments ?? {};
    const last = Math.max(0, ...Object.values(comments).map((one) => one.position));
    const added = { position: last + 1, anchor, body, resolved: false };
    edit({ comments: { ...comments, [key]: added } });
    return key;
  }

  function changeComment(key: string, change: Partial<Comment>) {
    const found = review?.comments[key];
    if (found) edit({ comments: { ...review?.comments, [key]: { ...found, ...change } } });
  }

  /** Takes a comment away; one that says nothing goes without a word. */
  function removeComment(key: string) {
    const gone = review?.comments[key];
    if (!gone || !review) return;
    edit({ comments: withoutKey(review.comments, key) });
    const putBack = () => edit({ comments: { ...review?.comments, [key]: gone } });
    if (gone.body.trim()) toast(t("reviews-comment-removed"), putBack);
  }

  function score(criterion: string, change: Partial<Score>) {
    const before = review?.scores[criterion] ?? { level: null, reason: "" };
    edit({ scores: { ...review?.scores, [criterion]: { ...before, ...change } } });
  }

  /**
   * Signs the decision. `"stale"` when a newer version is there; other failures as they are.
   */
  async function decide(outcome: Outcome): Promise<"done" | "stale" | Told> {
    if (!review) return "stale";
    const said = Object.entries(review.comments).filter(([, one]) => one.body.trim() !== "");
    if (said.length < Object.keys(review.comments).length) {
      edit({ comments: Object.fromEntries(said) });
    }
    if (!(await saving.flush())) return tell(saving.failure);
    try {
      view = await ask.reviewDecide(await begun(), outcome);
      reopened = false;
      versions = versions.map((one) => (one.id === id && view ? view : one));
      toast(t("reviews-decided", { number: view.submission.number }));
      void recordsChanged("review");
      return "done";
    } catch (reason) {
      if (!(reason instanceof Refused) || reason.failure.code !== "stale") return tell(reason);
      if (view) versions = await ask.submissionList(view.submission.proposal);
      return "stale";
    }
  }

  return {
    id,
    saving,
    load,
    edit,
    comment,
    changeComment,
    removeComment,
    score,
    decide,
    reopen: () => (reopened = true),
    get view() {
      return view;
    },
    get versions() {
      return versions;
    },
    get latest() {
      return latest;
    },
    get programme() {
      return programme;
    },
    get review() {
      return review;
    },
    get mine() {
      return mine;
    },
    /** Whether the reader may write their review. */
    get writing() {
      return writing;
    },
    get failure() {
      return failure;
    },
  };
}

function withoutKey<T>(of: { [key in string]: T }, key: string): { [key in string]: T } {
  return Object.fromEntries(Object.entries(of).filter(([one]) => one !== key));
}
