// How far a slot is off its plan, in words.
import type { TodaySlot } from "../../ipc";
import { t } from "../../shared";

/** "terlambat 20 menit"; empty for one that is on time. */
export function lateness({ late_minutes: minutes }: Pick<TodaySlot, "late_minutes">): string {
  if (minutes === 0) return "";
  return t(minutes > 0 ? "today-late" : "today-early", { minutes: Math.abs(minutes) });
}
