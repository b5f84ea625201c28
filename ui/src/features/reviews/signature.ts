// What is said about a signature. "Who signed" and "unchanged" are said together, a decision on
// an older version is never shown as one on the newest, and a broken text warns in one sentence.
import type { DecisionView, SubmissionView } from "../../ipc";
import { cohort, dayOf, shortDate, t, type ChipTone, type IconName } from "../../shared";

export interface Standing {
  state: "valid" | "stale" | "broken";
  tone: ChipTone;
  icon: IconName;
  sentence: string;
}

const day = (at: number) => shortDate(dayOf(Math.floor(at / 60), cohort()?.zone ?? "wib"));
const broken = (): Standing => ({
  state: "broken",
  tone: "bad",
  icon: "stop",
  sentence: t("reviews-signature-broken"),
});
const valid = (name: string, at: number): Standing => ({
  state: "valid",
  tone: "good",
  icon: "check",
  sentence: t("reviews-signature-valid", { name, day: day(at) }),
});

/** About a submission itself. */
export function submissionStanding(view: SubmissionView): Standing {
  return view.is_whole ? valid(view.author_name, view.at) : broken();
}

/** About a decision on `view`; `latest` is the proposal's newest submission. */
export function decisionStanding(
  made: DecisionView,
  view: SubmissionView,
  latest: SubmissionView,
): Standing {
  if (!made.covers_text || !view.is_whole) return broken();
  if (latest.id === view.id) return valid(made.author_name, made.at);
  const numbers = { number: view.submission.number, newer: latest.submission.number };
  return {
    state: "stale",
    tone: "warn",
    icon: "history",
    sentence: t(
      latest.decisions.length > 0 ? "reviews-signature-past" : "reviews-signature-stale",
      numbers,
    ),
  };
}
