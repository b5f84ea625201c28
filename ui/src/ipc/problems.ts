// What is wrong with the fields of a record, in words, for the note beside each field.
import { t } from "../shared/text.svelte";
import type { FieldProblem } from "./gen/bindings";

/** The sentence for one field; nothing when it is fine. */
export function problemOf(problems: readonly FieldProblem[], field: string): string | undefined {
  const found = problems.find((one) => one.field === field);
  return found && t(`shared-rule-${found.rule}`);
}
