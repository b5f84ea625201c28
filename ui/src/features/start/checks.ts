// What a new cohort must say before it can be made. The core checks again.
import type { NewCohort } from "../../ipc";
import type { TextKey } from "../../shared";

export type FormProblems = Partial<Record<keyof NewCohort, TextKey>>;
const longestDays = 60;

/** The first problem of each field; empty when the form may be sent. */
export function check(form: NewCohort): FormProblems {
  const problems: FormProblems = {};
  if (!form.name.trim()) problems.name = "start-need-name";
  if (!form.programme) problems.programme = "start-need-programme";
  if (!form.base.trim()) problems.base = "start-need-base";
  if (!form.coordinator.trim()) problems.coordinator = "start-need-you";
  if (!form.start) problems.start = "start-need-start";
  if (!form.end) problems.end = "start-need-end";
  else if (form.start && form.end < form.start) problems.end = "start-need-order";
  else if (form.start && days(form) > longestDays) problems.end = "start-need-long";
  return problems;
}

function days(form: NewCohort): number {
  return (Date.parse(form.end) - Date.parse(form.start)) / 86_400_000 + 1;
}
