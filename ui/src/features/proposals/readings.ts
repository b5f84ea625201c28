// Values of an indicator as cited observations have them.
import type { CitedObservation } from "../../ipc";
import { number, t } from "../../shared";
import { observationOf } from "../../shared/proposal/parts";

export interface FoundReading {
  title: string;
  site_name: string;
  home: number | null;
  site: number | null;
}

/** The readings of `indicator` in the evidence that say anything. */
export function readingsOf(
  evidence: readonly CitedObservation[],
  indicator: string | null,
): FoundReading[] {
  if (indicator === null) return [];
  return evidence.flatMap((cited) => {
    const seen = observationOf(cited.record);
    return (seen?.readings ?? [])
      .filter((one) => one.indicator === indicator)
      .filter((one) => one.home_value !== null || one.site_value !== null)
      .map((one) => ({
        title: seen?.title ?? "",
        site_name: cited.site_name,
        home: one.home_value,
        site: one.site_value,
      }));
  });
}

/** "Lokus 0,5 hari, asal 5 hari · Loket terpadu (Mall Pelayanan Publik)" */
export function readingWords(found: FoundReading, unit: string): string {
  const say = (value: number | null) =>
    value === null ? t("proposals-unknown") : `${number(value)} ${unit}`.trim();
  const values = t("proposals-seen-reading", { site: say(found.site), home: say(found.home) });
  return found.site_name
    ? `${values} · ${found.title} (${found.site_name})`
    : `${values} · ${found.title}`;
}
