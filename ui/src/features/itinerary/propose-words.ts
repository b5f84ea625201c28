// What a proposal could not give, and what would have to give way, in words.
import { nameOf, type UnmetWish } from "../../ipc";
import { longDate, number, t, type TextKey } from "../../shared";
import { wordFor } from "./words";

/** "3 j 25 mnt" of minutes. */
export function hoursOf(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  if (whole < 60) return t("propose-minutes", { count: whole });
  const rest = String(whole % 60).padStart(2, "0");
  return t("propose-hours", { hours: number(Math.floor(whole / 60), 0), minutes: rest });
}

const ownUnmet: Partial<Record<UnmetWish["wish"], TextKey>> = {
  "visits-few": "propose-unmet-visits-few",
  "focus-uncovered": "rule-focus-uncovered-says",
  "site-unvisited": "rule-site-unvisited-says",
  "site-closed": "propose-unmet-site-closed",
  "day-too-long": "propose-unmet-day-too-long",
  "travel-short": "propose-unmet-travel-short",
  "group-twice": "propose-unmet-group-twice",
};

/** What is not met, for whom and when. */
export function unmetSentence(it: UnmetWish): string {
  const who = nameOf("group", it.group) || t("itinerary-everyone");
  return t(ownUnmet[it.wish] ?? "propose-unmet-other", {
    who,
    site: nameOf("site", it.site),
    focus: it.focus ?? "",
    day: it.day ? longDate(it.day) : "",
    what: wordFor(it.wish),
    lacking: it.lacking,
  });
}

const ownRelax: Partial<Record<UnmetWish["wish"], TextKey>> = {
  "day-too-long": "propose-relax-day-too-long",
  "site-closed": "propose-relax-site-closed",
  "site-full": "propose-relax-site-full",
  "site-busy": "propose-relax-site-busy",
  "day-crowded": "propose-relax-day-crowded",
  "travel-short": "propose-relax-travel-short",
  "lunch-missed": "propose-relax-break",
  "dzuhur-missed": "propose-relax-break",
  "ashar-missed": "propose-relax-break",
  "friday-missed": "propose-relax-break",
};

/**
 * The smallest relaxation that would make room; where none would, that the wish has to be given up.
 * Nothing for what is in two places at once: no rule that gives way would help.
 */
export function relaxSentence(it: UnmetWish): string {
  if (it.wish === "group-twice") return "";
  const gives = it.relax && ownRelax[it.relax];
  if (!it.relax || !gives) return t("propose-relax-none");
  return t(gives, { by: it.relax_by, what: wordFor(it.relax) });
}
