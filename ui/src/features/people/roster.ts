// A roster file on its way in: its bytes, its fields and its problems in words.
import type {
  Gravity,
  IgnoredWhy,
  ImportProblem,
  ImportProblemCode,
  Mapping,
  RosterField,
  RosterPerson,
} from "../../ipc";
import { t, type TextKey } from "../../shared";

export const rosterFields: readonly RosterField[] = [
  "ordinal",
  "name",
  "nip",
  "role",
  "position",
  "office",
  "province",
  "regency",
  "group",
  "gender",
  "phone",
];

const fieldKeys: Record<RosterField, TextKey> = {
  ordinal: "people-field-ordinal",
  nip: "people-field-nip",
  name: "people-field-name",
  role: "people-field-role",
  position: "people-field-position",
  office: "people-field-office",
  province: "people-field-province",
  regency: "people-field-regency",
  group: "people-field-group",
  gender: "people-field-gender",
  phone: "people-field-phone",
};
export const fieldName = (field: RosterField) => t(fieldKeys[field]);

const problemKeys: Record<ImportProblemCode, TextKey> = {
  "nip-damaged": "people-problem-nip-damaged",
  "nip-missing": "people-problem-nip-missing",
  "nip-repeated": "people-problem-nip-repeated",
  "nip-not-digits": "people-problem-nip-not-digits",
  "nip-length": "people-problem-nip-length",
  "nip-birth-date": "people-problem-nip-birth-date",
  "nip-appointment": "people-problem-nip-appointment",
  "nip-sex": "people-problem-nip-sex",
  "nik-not-nip": "people-problem-nik-not-nip",
  "nip-apostrophe": "people-problem-nip-apostrophe",
  "nip-spaces": "people-problem-nip-spaces",
  "nip-signs": "people-problem-nip-signs",
  "name-missing": "people-problem-name-missing",
  "name-repeated": "people-problem-name-repeated",
  "role-unknown": "people-problem-role-unknown",
  "role-concluded": "people-problem-role-concluded",
  "gender-unknown": "people-problem-gender-unknown",
  "phone-not-text": "people-problem-phone-not-text",
  "formula-error": "people-problem-formula-error",
  "column-unused": "people-problem-column-unused",
  "heading-changed": "people-problem-heading-changed",
  "another-roster": "people-problem-another-roster",
};

/** What is doubtful, in a sentence. */
export function problemSentence(problem: ImportProblem): string {
  const { value, other_row } = problem;
  const field = problem.field ? fieldName(problem.field) : "";
  return t(problemKeys[problem.code], { value, field, other: other_row ?? 0 });
}

/** "lembar Daftar · baris 12 · kolom B" */
export function problemPlace(problem: ImportProblem): string {
  const places = [
    t("people-at-sheet", { sheet: problem.sheet }),
    problem.row > 0 && t("people-at-row", { row: problem.row }),
    problem.column && t("people-at-column", { column: problem.column }),
  ];
  return places.filter(Boolean).join(" · ");
}

const whyKeys: Record<IgnoredWhy, TextKey> = {
  total: "people-ignored-total",
  "column-numbers": "people-ignored-column-numbers",
  "repeated-heading": "people-ignored-repeated-heading",
  "after-table": "people-ignored-after-table",
  note: "people-ignored-note",
};
export const ignoredWhy = (why: IgnoredWhy) => t(whyKeys[why]);

export const gravities: readonly Gravity[] = ["error", "warning", "note"];

/** The gravest problem of each row. */
export function worstByRow(problems: readonly ImportProblem[]): Map<number, Gravity> {
  const worst = new Map<number, Gravity>();
  for (const { row, gravity } of problems) {
    const before = worst.get(row);
    if (!before || gravities.indexOf(gravity) < gravities.indexOf(before)) worst.set(row, gravity);
  }
  return worst;
}

export const foundAll: Mapping = { sheet: null, header_row: null, columns: [] };

/** The mapping with one column used for something else. */
export function mapped(mapping: Mapping, column: string, field: RosterField | null): Mapping {
  const columns = mapping.columns.filter((one) => one.column !== column);
  return { ...mapping, columns: [...columns, { column, field }] };
}

/** A file's bytes in Base64. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error("unreadable"));
    reader.onload = () => {
      const address = String(reader.result);
      resolve(address.slice(address.indexOf(",") + 1));
    };
    reader.readAsDataURL(file);
  });
}

export const nobody: RosterPerson = {
  row: 1,
  name: "",
  nip: "",
  role: "trainee",
  position: "",
  office: "",
  province: "",
  regency: "",
  group: "",
  gender: null,
  phone: "",
};
