// The lists to choose a print from: whom a schedule is for, and the records of each kind.
import { all, ask, nameOf, type Kind } from "../../ipc";
import {
  clock,
  dayOf,
  minuteOfDay,
  shortDate,
  t,
  zoneName,
  type ComboboxOption,
} from "../../shared";
import { cohort } from "../../shared";
import { COHORT, type What } from "./choices";

/** Everything of a kind that can be printed. */
export function optionsOf(what: What): Promise<ComboboxOption[]> {
  switch (what) {
    case "schedule":
      return Promise.resolve(schedules());
    case "observation":
      return observations();
    case "proposal":
      return proposals();
    case "submission":
      return submissions();
    case "review":
      return reviews();
    case "coaching":
      return Promise.resolve(coaching());
  }
}

function schedules(): ComboboxOption[] {
  const groups = all("group").map(({ id, value }) => ({ value: `group:${id}`, label: value.name }));
  const people = all("person").map(({ id, value }) => ({
    value: `person:${id}`,
    label: value.name,
    detail: nameOf("group", value.group) || t(`role-${value.role}`),
  }));
  return [{ value: COHORT, label: t("print-for-cohort") }, ...groups, ...people];
}

/** Every trainee's log and every instructor's. */
function coaching(): ComboboxOption[] {
  return all("person").flatMap(({ id, value }) => {
    if (value.role === "coordinator") return [];
    const detail = t(`role-${value.role}`);
    return [{ value: `${value.role}:${id}`, label: value.name, detail }];
  });
}

async function sealed(kind: Kind) {
  const request = { kind, site: null, author: null, with_removed: false, limit: null, offset: 0 };
  const { entries } = await ask.recordList(request);
  return entries.filter((entry) => entry.version !== null);
}

async function observations(): Promise<ComboboxOption[]> {
  return (await sealed("observation")).flatMap(({ id, record, author_name }) => {
    if (record.kind !== "observation") return [];
    const site = nameOf("site", record.value.site);
    const label = record.value.title.trim() || site || t("print-untitled");
    return [{ value: id, label, detail: [site, author_name].filter(Boolean).join(" · ") }];
  });
}

async function proposals(): Promise<ComboboxOption[]> {
  return (await ask.proposalList()).map((one) => ({
    value: one.proposal,
    label: one.title.trim() || t("print-untitled"),
    detail: one.author_name,
  }));
}

async function submissions(): Promise<ComboboxOption[]> {
  const handedIn = (await ask.proposalList()).filter((one) => one.submitted !== null);
  const lists = await Promise.all(handedIn.map((one) => ask.submissionList(one.proposal)));
  return lists.flat().map((one) => ({
    value: one.id,
    label: t("print-submission", {
      title: one.submission.content.title.trim() || t("print-untitled"),
      number: one.submission.number,
    }),
    detail: `${one.author_name} · ${stamp(one.at)}`,
  }));
}

async function reviews(): Promise<ComboboxOption[]> {
  const [entries, proposed] = await Promise.all([sealed("review"), ask.proposalList()]);
  return entries.flatMap(({ id, record, author_name }) => {
    if (record.kind !== "review") return [];
    const of = proposed.find((one) => one.proposal === record.value.proposal);
    return [{ value: id, label: of?.title.trim() || t("print-untitled"), detail: author_name }];
  });
}

function stamp(seconds: number): string {
  const minute = Math.floor(seconds / 60);
  const zone = cohort()?.zone ?? "wib";
  const time = `${clock(minuteOfDay(minute, zone))} ${zoneName(zone)}`;
  return `${shortDate(dayOf(minute, zone))} ${time}`;
}
