// An observation field by field in words, for comparing two versions of it.
import { known, nameOf, type Answer, type Observation } from "../../ipc";
import { cohort, moment, number, t, type Described } from "../../shared";
import { render } from "../../shared/editor/rendered";

const figure = (value: number | null) =>
  value === null ? t("observations-unknown") : number(value, 10);
const words = (answer: Answer) => (typeof answer === "string" ? answer : answer.join(", "));

/** Always the same fields in the same order. */
export function describe(value: Observation): Described[] {
  const zone = known("site", value.site)?.zone ?? cohort()?.zone ?? "wib";
  const fields: [string, string][] = [
    [t("observations-field-title"), value.title],
    [t("observations-field-site"), nameOf("site", value.site)],
    [t("observations-field-at"), moment(value.at, zone)],
    [t("observations-field-note"), render(value.note).text],
    [t("observations-photos"), value.photos.map(photo).join("\n")],
    [t("observations-practice"), nameOf("practice", value.practice)],
    [t("observations-key"), value.key_to_success],
    [t("observations-lesson"), value.lesson],
    [t("observations-adoption"), value.adoption ? t(`observations-${value.adoption}`) : ""],
    [t("observations-reason"), value.reason],
    [t("observations-readings"), value.readings.map(reading).join("\n")],
    [t("observations-instrument"), nameOf("instrument", value.instrument)],
    [t("observations-answers"), answers(value).join("\n")],
    [t("observations-field-follow-up"), value.follow_up],
  ];
  return fields.map(([label, text]) => ({ label, text }));
}

function photo({ caption, consent }: Observation["photos"][number], at: number): string {
  const called = caption || t("observations-photo-number", { number: at + 1 });
  return `${called} (${t(`observations-consent-${consent}`)})`;
}

function reading(it: Observation["readings"][number]): string {
  const name = nameOf("indicator", it.indicator) || t("observations-indicator-unknown");
  const source = it.source ? ` (${it.source})` : "";
  return `${name}: ${figure(it.site_value)} / ${figure(it.home_value)}${source}`;
}

/** In the order of the form; what belongs to none follows. */
function answers(value: Observation): string[] {
  const questions = known("instrument", value.instrument)?.questions ?? [];
  const order = [...questions.map((it) => it.name), ...Object.keys(value.answers).sort()];
  return [...new Set(order)].flatMap((name) => {
    const answer = value.answers[name];
    if (answer === undefined) return [];
    const question = questions.find((it) => it.name === name);
    const label = (one: string) => question?.choices.find((it) => it.name === one)?.label || one;
    const said = typeof answer === "string" ? label(answer) : words(answer.map(label));
    return [`${question?.label || name}: ${said}`];
  });
}
