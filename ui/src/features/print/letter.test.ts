// The words of letters: fields that are known or not, and the editor that keeps them.
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Cohort, LetterTemplate } from "../../ipc";
import { pretend, pretendCohort, stopPretending, type Call } from "../../ipc/pretend";
import { sameTemplate, unknownFields } from "./letter";
import LetterEditor from "./LetterEditor.svelte";

const preset: LetterTemplate = {
  title: "",
  number: "{{nomor}}",
  attachment: "–",
  subject: "Permohonan",
  recipient: "Yth. Pimpinan {{lokus}}",
  body: "Dengan hormat,",
  signer: "Koordinator,",
  cc: "",
};

describe("fields", () => {
  it("that are not known are named once, however they are spaced", () => {
    const template = { ...preset, body: "{{ lokus }} {{lokos}} {{lokos}} {{}", cc: "{{x}}" };
    expect(unknownFields(template, ["nomor", "lokus"])).toEqual(["lokos", "x"]);
  });

  it("tell words of one's own from the usual ones", () => {
    expect(sameTemplate(preset, { ...preset })).toBe(true);
    expect(sameTemplate(preset, { ...preset, cc: "Arsip" })).toBe(false);
  });
});

describe("the editor", () => {
  let calls: Call[] = [];
  let changed: ReturnType<typeof vi.fn<() => void>>;

  beforeEach(() => {
    changed = vi.fn<() => void>();
    const value: Cohort = pretendCohort({
      person: "p",
      name: "",
      role: "coordinator",
      group: null,
    }).cohort;
    const entry = (record: unknown) => ({ record, draft: null, may_edit: true, problems: [] });
    calls = pretend({
      letter_read: () => ({
        key: "request-id",
        preset,
        fields: [
          { name: "nomor", example: "" },
          { name: "lokus", example: "Mall Pelayanan Publik" },
        ],
      }),
      record_get: () => entry({ kind: "cohort", value }),
      record_draft: () => null,
      record_save: (args) => entry(args.record),
      cohort_summary: () => null,
    });
    render(LetterEditor, {
      cohort: "c",
      kind: "request",
      language: "id",
      changed,
      close: () => undefined,
    });
  });
  afterEach(() => {
    cleanup();
    stopPretending();
  });

  const saved = () =>
    calls
      .filter((call) => call.command === "record_save")
      .map((call) => (call.args.record as { value: Cohort }).value.letters);

  it("keeps a part when it is left, and goes back to the usual words", async () => {
    const subject = await screen.findByDisplayValue("Permohonan");
    await fireEvent.input(subject, { target: { value: "Kunjungan" } });
    await fireEvent.change(subject);
    await waitFor(() => expect(changed).toHaveBeenCalled());
    expect(saved()).toEqual([{ "request-id": { ...preset, subject: "Kunjungan" } }]);

    await fireEvent.click(screen.getByRole("button", { name: "Kembali ke kata-kata bawaan" }));
    await screen.findByDisplayValue("Permohonan");
    await waitFor(() => expect(saved().at(-1)).toEqual({}));
  });

  it("puts a field where the cursor stands, and names one that is not known", async () => {
    const body = await screen.findByDisplayValue<HTMLTextAreaElement>("Dengan hormat,");
    body.focus();
    body.setSelectionRange(0, 0);
    await fireEvent.click(screen.getByRole("button", { name: /lokus/ }));
    expect(body.value).toBe("{{lokus}}Dengan hormat,");
    expect(screen.queryByText(/tidak dikenal/)).toBeNull();
    await fireEvent.input(body, { target: { value: "{{lokos}}" } });
    expect(screen.getByText(/tidak dikenal: \{\{lokos\}\}/)).toBeTruthy();
  });
});
