// Filtering people, counting groups, and roster problems in words.
import { describe as group, expect, it } from "vitest";
import type { ImportProblem, ImportProblemCode, Person } from "../../ipc";
import { setLanguage } from "../../shared/text.svelte";
import { base64Of, foundAll, mapped, problemPlace, problemSentence, worstByRow } from "./roster";
import { filtered, members, noFilter, provinces, type PersonRow } from "./rows";

function row(id: string, part: Partial<Person>, groupName = ""): PersonRow {
  const value: Person = {
    name: `Peserta ${id}`,
    role: "trainee",
    nip: "",
    position: "",
    office: "",
    province: "",
    regency: "",
    group: null,
    gender: null,
    phone: "",
    ...part,
  };
  return { id, value, group: groupName };
}

group("people", () => {
  const rows = [
    row("01", { province: "Papua", office: "Kankemenag Kota Jayapura", group: "g" }, "Kelompok 1"),
    row("02", { province: "Aceh", group: "gone" }),
    row("03", { name: "Widyaiswara 01", role: "instructor", group: "g" }, "Kelompok 1"),
    row("04", { name: "Panitia 01", role: "coordinator" }),
  ];
  const ids = (found: PersonRow[]) => found.map((one) => one.id);

  it("are found by every word, wherever it stands", () => {
    expect(ids(filtered(rows, { ...noFilter, words: "jayapura peserta" }))).toEqual(["01"]);
    expect(ids(filtered(rows, { ...noFilter, words: "jayapura aceh" }))).toEqual([]);
  });

  it("are filtered by role, province and group; a removed group counts as none", () => {
    expect(ids(filtered(rows, { ...noFilter, role: "instructor" }))).toEqual(["03"]);
    expect(ids(filtered(rows, { ...noFilter, province: "Papua" }))).toEqual(["01"]);
    expect(ids(filtered(rows, { ...noFilter, group: "g" }))).toEqual(["01", "03"]);
    expect(ids(filtered(rows, { ...noFilter, group: "none" }))).toEqual(["02", "04"]);
    expect(provinces(rows)).toEqual(["Aceh", "Papua"]);
  });

  it("stand in a group by role, coordinators in none", () => {
    const named = { id: "g", value: { name: "Kelompok 1", position: 1, focus: "" } };
    const inside = members(rows, named);
    expect([ids(inside.trainees), ids(inside.others)]).toEqual([["01"], ["03"]]);
    expect(ids(members(rows, null).trainees)).toEqual(["02"]);
  });

  it("are filtered in a moment when there are 5,000", () => {
    const many = Array.from({ length: 5000 }, (_, at) => row(`${at}`, { nip: `${at}` }));
    const begun = performance.now();
    expect(filtered(many, { ...noFilter, words: "peserta 4999" }).length).toBe(1);
    expect(performance.now() - begun).toBeLessThan(200);
  });
});

group("a roster", () => {
  const problem: ImportProblem = {
    gravity: "error",
    sheet: "Daftar",
    row: 12,
    column: "B",
    field: "nip",
    code: "nip-repeated",
    value: "198001012005011001",
    other_row: 7,
  };
  const codes: ImportProblemCode[] = [
    "nip-damaged",
    "nip-missing",
    "nip-repeated",
    "nip-not-digits",
    "nip-length",
    "nip-birth-date",
    "nip-appointment",
    "nip-sex",
    "nik-not-nip",
    "nip-apostrophe",
    "nip-spaces",
    "nip-signs",
    "name-missing",
    "name-repeated",
    "role-unknown",
    "role-concluded",
    "gender-unknown",
    "phone-not-text",
    "formula-error",
    "column-unused",
    "heading-changed",
    "another-roster",
  ];

  it("names the place of a problem and the row it clashes with", () => {
    expect(problemPlace(problem)).toBe("lembar Daftar · baris 12 · kolom B");
    expect(problemSentence(problem)).toContain("baris 7");
  });

  it.each(["id", "en"] as const)("has a sentence for every problem in %s", (language) => {
    setLanguage(language);
    for (const code of codes) {
      const sentence = problemSentence({ ...problem, code, field: null, other_row: null });
      expect(sentence.length, code).toBeGreaterThan(20);
    }
  });

  it("keeps the gravest problem of each row", () => {
    const worst = worstByRow([
      { ...problem, gravity: "note" },
      problem,
      { ...problem, row: 3, gravity: "warning" },
    ]);
    expect([...worst]).toEqual([
      [12, "error"],
      [3, "warning"],
    ]);
  });

  it("maps a column once, the last choice winning", () => {
    const once = mapped(mapped(foundAll, "C", "office"), "C", null);
    expect(once.columns).toEqual([{ column: "C", field: null }]);
  });

  it("travels as Base64", async () => {
    expect(await base64Of(new Blob([new Uint8Array([0, 255, 10])]))).toBe("AP8K");
  });
});
