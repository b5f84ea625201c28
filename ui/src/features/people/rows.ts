// People as the table shows them, how they are filtered, and a person in words for the history.
import { all, nameOf, type Group, type Named, type Person, type Role } from "../../ipc";
import { t, type Described } from "../../shared";

export interface PersonRow {
  id: string;
  value: Person;
  group: string;
}

export interface Filter {
  words: string;
  role: Role | "";
  /** A group's id, "none" for people without one, "" for all. */
  group: string;
  province: string;
}
export const noFilter: Filter = { words: "", role: "", group: "", province: "" };

/** Everybody with the name of their group; a group that was removed counts as none. Reactive. */
export function people(): PersonRow[] {
  const groups = new Map(all("group").map((one) => [one.id, one.value.name]));
  return all("person").map(({ id, value }) => ({
    id,
    value,
    group: (value.group && groups.get(value.group)) ?? "",
  }));
}

/** Those that fit all of the filter. Every word must stand somewhere. */
export function filtered(rows: readonly PersonRow[], filter: Filter): PersonRow[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ value, group }) => {
    if (filter.role && value.role !== filter.role) return false;
    if (filter.group === "none" ? group !== "" : filter.group && value.group !== filter.group) {
      return false;
    }
    if (filter.province && value.province !== filter.province) return false;
    if (words.length === 0) return true;
    const text =
      `${value.name} ${value.nip} ${value.position} ${value.office} ${value.regency} ${value.province}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The provinces met, each once, in the order of the alphabet. */
export function provinces(rows: readonly PersonRow[]): string[] {
  const met = new Set(rows.map((row) => row.value.province).filter(Boolean));
  return [...met].sort((a, b) => a.localeCompare(b, "id"));
}

export function describe(person: Person): Described[] {
  return [
    { label: t("people-field-name"), text: person.name },
    { label: t("people-field-role"), text: t(`role-${person.role}`) },
    { label: t("people-field-nip"), text: person.nip },
    { label: t("people-field-position"), text: person.position },
    { label: t("people-field-office"), text: person.office },
    { label: t("people-field-province"), text: person.province },
    { label: t("people-field-regency"), text: person.regency },
    { label: t("people-field-group"), text: nameOf("group", person.group) },
    { label: t("people-field-gender"), text: person.gender ? t(`people-${person.gender}`) : "" },
    { label: t("people-field-phone"), text: person.phone },
  ];
}

export interface Members {
  trainees: PersonRow[];
  others: PersonRow[];
}

/** Who is in a group (or in none): trainees, and those who accompany them. */
export function members(rows: readonly PersonRow[], group: Named<Group> | null): Members {
  const known = (row: PersonRow) => (group ? row.value.group === group.id : row.group === "");
  const inside = rows.filter((row) => known(row) && row.value.role !== "coordinator");
  return {
    trainees: inside.filter((row) => row.value.role === "trainee"),
    others: inside.filter((row) => row.value.role !== "trainee"),
  };
}
