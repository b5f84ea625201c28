// Every failure of the shell is a sentence, with its place and what to do, in both languages.
import { expect, it } from "vitest";
import { setLanguage } from "../shared/text.svelte";
import { NotConnected, Refused } from "./call";
import { tell } from "./failure";
import type { Code, Failure } from "./gen/bindings";

const codes: Code[] = [
  "nothing-open",
  "not-a-cohort",
  "not-empty",
  "already-open",
  "too-new",
  "disk-full",
  "read-only",
  "damaged",
  "file",
  "not-found",
  "not-allowed",
  "not-the-example",
  "no-key",
  "incomplete",
  "not-a-picture",
  "too-large",
  "empty-file",
  "not-a-table",
  "password-protected",
  "workbook-damaged",
  "unread-kind",
  "sheet-too-large",
  "open-quote",
  "no-roster",
  "mapping-wrong",
  "reading-too-long",
  "stale",
  "broken",
  "hidden-review",
  "no-such-format",
  "choose-table",
  "no-viewer",
  "internal",
];
const refused = (code: Code, params: Failure["params"] = {}) =>
  new Refused({ code, params, detail: "detail" });

it.each(["id", "en"] as const)(
  "every failure says what and what to do in %s, even bare",
  (lang) => {
    setLanguage(lang);
    for (const code of codes) {
      const told = tell(refused(code));
      expect(told.what.length, code).toBeGreaterThan(10);
      expect(told.todo?.length, code).toBeGreaterThan(10);
      expect(told.what + told.todo).not.toContain("⟦");
    }
  },
);

it("says where: the path, or sheet, row and column", () => {
  expect(tell(refused("not-a-cohort", { path: "D:/Foto" })).where).toBe("D:/Foto");
  const far = { sheet: "Daftar", row: "70000", column: "XFD" };
  expect(tell(refused("sheet-too-large", far)).where).toBe(
    "lembar “Daftar” · baris 70000 · kolom XFD",
  );
  expect(tell(refused("too-large", { name: "", limit: "32 MB" })).what).toContain("32 MB");
  expect(tell(refused("disk-full")).where).toBeUndefined();
});

it("a window without the shell says so, an unknown fault keeps its detail", () => {
  expect(tell(new NotConnected()).what).toContain("tidak terhubung");
  expect(tell(new Error("oops")).where).toBe("oops");
});
