// What went wrong with a place for files, in words: another place helps.
import { Refused, tell, type Code, type Told } from "../../ipc";
import { t } from "../../shared";

const aboutThePlace: readonly Code[] = ["read-only", "file"];

/** A failure of saving as a person should read it. */
export function tellSaving(reason: unknown): Told {
  const told = tell(reason);
  const isPlace = reason instanceof Refused && aboutThePlace.includes(reason.failure.code);
  return isPlace ? { ...told, todo: t("print-elsewhere") } : told;
}
