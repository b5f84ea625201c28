// An observation as this feature handles it: the value in hand, what it still lacks, its answers.
import type { Answer, Entry, Instrument, Observation, Question } from "../../ipc";
import { isTextKey, t, type TextKey } from "../../shared";

/** An observation with nothing in it, seen at `at`. */
export function blank(at: number): Observation {
  return {
    title: "",
    site: null,
    visit: null,
    at,
    instrument: null,
    answers: {},
    note: "",
    photos: [],
    practice: null,
    key_to_success: "",
    lesson: "",
    adoption: null,
    reason: "",
    readings: [],
    follow_up: "",
  };
}

/** What was typed last, sealed or not; `null` when the record is of another kind. */
export function inHand(entry: Entry): Observation | null {
  const record = entry.draft ?? entry.record;
  return record.kind === "observation" ? record.value : null;
}

/** Whether a question takes an answer at all. */
export const asks = (question: Question) => question.kind !== "note";

export function isAnswered(answer: Answer | undefined): boolean {
  return typeof answer === "string" ? answer.trim() !== "" : (answer?.length ?? 0) > 0;
}

/** Answers without `name` when the new answer is empty: missing is unknown. */
export function withAnswer(
  answers: Observation["answers"],
  name: string,
  answer: Answer,
): Observation["answers"] {
  const others = Object.entries(answers).filter(([key]) => key !== name);
  return Object.fromEntries(isAnswered(answer) ? [...others, [name, answer]] : others);
}

/** Answers that belong to a question of `instrument`, and whether others fell away. */
export function answersFor(
  answers: Observation["answers"],
  instrument: Instrument | undefined,
): { answers: Observation["answers"]; dropped: boolean } {
  const names = new Set(instrument?.questions.filter(asks).map((question) => question.name));
  const kept = Object.entries(answers).filter(([name]) => names.has(name));
  return {
    answers: Object.fromEntries(kept),
    dropped: kept.length < Object.keys(answers).length,
  };
}

/** Of the required questions: how many, how many answered, and the first that is not. */
export function requiredOf(value: Observation, instrument: Instrument | undefined) {
  const required = instrument?.questions.filter((it) => asks(it) && it.required) ?? [];
  const open = required.filter((it) => !isAnswered(value.answers[it.name]));
  return { of: required.length, done: required.length - open.length, next: open[0]?.name };
}

export interface Lack {
  /** The field to go to. */
  field: string;
  text: string;
}

/** What is missing or wrong, as short sentences. */
export function lacks(
  entry: Pick<Entry, "problems">,
  value: Observation,
  instrument: Instrument | undefined,
): Lack[] {
  const found = entry.problems.map(({ field }) => ({ field, text: t(lackKey(field)) }));
  const { of, done, next } = requiredOf(value, instrument);
  if (next !== undefined) {
    found.push({ field: `answer-${next}`, text: t("observations-lack-answers", { done, of }) });
  }
  return found;
}

function lackKey(field: string): TextKey {
  const key = `observations-lack-${field}`;
  return isTextKey(key) ? key : "observations-lack-other";
}
