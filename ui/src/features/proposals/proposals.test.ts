// The proposal screens as a person uses them, over a shell that answers from memory.
import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  commands,
  type Programme,
  type Proposal,
  type ProposalStatus,
} from "../../ipc/gen/bindings";
import { pretendInHand } from "../../ipc/pretend";
import { setCohort } from "../../shared/cohort.svelte";
import { emptyProposal } from "../../shared/proposal/parts";
import { here, restart } from "../../shared/router.svelte";
import { setLanguage } from "../../shared/text.svelte";
import BudgetTable from "./BudgetTable.svelte";
import { lacks, ownFirst } from "./progress";
import ProposalsScreen from "./ProposalsScreen.svelte";
import StakeholderTable from "./StakeholderTable.svelte";

const programme: Programme = {
  key: "diklatpim-iii",
  name: { id: "Diklatpim III", en: "Diklatpim III" },
  proposal_name: { id: "Rancangan", en: "Plan" },
  verified: false,
  chapters: "figures",
  sections: [
    {
      key: "a",
      title: { id: "Latar belakang", en: "Background" },
      guidance: { id: "Mulai dari target.", en: "Begin with the target." },
    },
    { key: "b", title: { id: "Tujuan", en: "Aims" }, guidance: { id: "", en: "" } },
  ],
  rubric: [],
  grades: [],
};
const status = (proposal: string, author: string): ProposalStatus => ({
  proposal,
  title: `Usulan ${proposal}`,
  author,
  author_name: `Peserta ${author}`,
  progress: { percent: 40, missing: [{ part: "section", key: "b" }, { part: "citation" }] },
  submitted: 1,
  submission: "s",
  submitted_at: 1_521_633_720,
  outcome: "revise",
  changed_since: true,
  my_review: null,
});
const ok = <T>(data: T) => ({ status: "ok" as const, data });
const entry = (id: string, value: Proposal, version: string | null = "v1") => ({
  id,
  owner: "04",
  author: "04",
  author_name: "Peserta 04",
  created_at: 0,
  changed_at: 0,
  removed: false,
  version,
  record: { kind: "proposal" as const, value },
  draft: null,
  problems: [],
  may_edit: true,
});

beforeEach(() => {
  vi.restoreAllMocks();
  restart("proposals");
  // Wide enough for the panel to stand open.
  vi.stubGlobal("innerWidth", 1366);
  const person = { id: "04", name: "Peserta 04 (Papua)", role: "trainee" as const, detail: "" };
  setCohort(pretendInHand(person));
  vi.spyOn(commands, "proposalList").mockResolvedValue(ok([status("1", "01"), status("4", "04")]));
  vi.spyOn(commands, "recordList").mockResolvedValue(ok({ entries: [], total: 0 }));
  vi.spyOn(commands, "submissionList").mockResolvedValue(ok([]));
  vi.spyOn(commands, "evidenceRead").mockResolvedValue(ok([]));
  vi.spyOn(commands, "cohortSummary").mockResolvedValue(
    ok({ opened: {}, cohort: {}, programme } as never),
  );
});
const list = () => render(ProposalsScreen, { route: { screen: "proposals" } });
const desk = (part?: string) =>
  render(ProposalsScreen, {
    route: { screen: "proposals", id: "4", with: part ? { part } : undefined },
  });

describe("the list", () => {
  it("puts one's own first and says how each stands, in words", async () => {
    list();
    await screen.findByText("Usulan 4");
    const [, first] = screen.getAllByRole("row");
    expect(first?.textContent).toContain("Anda");
    expect(first?.textContent).toContain("perlu perbaikan");
    expect(first?.textContent).toContain("berubah sejak diajukan");
    expect(ownFirst([status("1", "01"), status("4", "04")], "04")[0]?.proposal).toBe("4");
  });

  it("shows a proposal just begun, which only its author has", async () => {
    const begun = entry("9", { ...emptyProposal("x"), title: "Baru mulai" }, null);
    vi.spyOn(commands, "recordList").mockResolvedValue(ok({ entries: [begun], total: 0 }));
    list();
    expect(await screen.findByText("Baru mulai")).toBeTruthy();
  });

  it("begins a proposal of the cohort's programme and opens it", async () => {
    const create = vi
      .spyOn(commands, "recordCreate")
      .mockResolvedValue(ok(entry("9", emptyProposal("diklatpim-iii"), null)));
    list();
    await fireEvent.click(await screen.findByRole("button", { name: "Mulai usulan" }));
    await waitFor(() => expect(here()).toEqual({ screen: "proposals", id: "9" }));
    expect(create.mock.calls[0]?.[0]).toMatchObject({
      kind: "proposal",
      value: { programme: "diklatpim-iii" },
    });
  });
});

describe("what is missing", () => {
  it("is said in sentences of the language in hand and names the place", () => {
    const missing = status("4", "04").progress.missing;
    expect(lacks(missing, programme)).toEqual([
      { place: "b", sentence: "Bagian “Tujuan” masih kosong" },
      { place: "evidence", sentence: "Belum ada observasi yang dikutip" },
    ]);
    setLanguage("en");
    expect(lacks([{ part: "milestones", key: "long" }], programme)).toEqual([
      { place: "milestones", sentence: "No long-term milestone yet" },
    ]);
  });

  it("leads to the section from the panel", async () => {
    vi.spyOn(commands, "recordGet").mockResolvedValue(ok(entry("4", emptyProposal("x"))));
    desk();
    await fireEvent.click(await screen.findByRole("radio", { name: "Ajukan" }));
    await fireEvent.click(await screen.findByText("Bagian “Tujuan” masih kosong"));
    expect(await screen.findByRole("heading", { name: "B. Tujuan" })).toBeTruthy();
  });
});

describe("the workspace", () => {
  it("keeps the title as it is typed, as a draft and then as a save", async () => {
    vi.spyOn(commands, "recordGet").mockResolvedValue(ok(entry("4", emptyProposal("x"))));
    const draft = vi.spyOn(commands, "recordDraft").mockResolvedValue(ok(1));
    const save = vi
      .spyOn(commands, "recordSave")
      .mockResolvedValue(ok(entry("4", emptyProposal("x"))));
    desk("targets");
    const title = await screen.findByLabelText("Judul usulan");
    await fireEvent.input(title, { target: { value: "Layanan satu pintu" } });
    await waitFor(() => expect(draft).toHaveBeenCalled());
    expect(draft.mock.calls[0]?.[1]).toMatchObject({ value: { title: "Layanan satu pintu" } });
    // Going to another part seals what was typed.
    await fireEvent.click(screen.getByRole("button", { name: /Risiko/ }));
    await waitFor(() => expect(save).toHaveBeenCalled());
  });

  it("asks before handing in and says what is frozen and signed", async () => {
    const value = { ...emptyProposal("x"), title: "Layanan" };
    vi.spyOn(commands, "recordGet").mockResolvedValue(ok(entry("4", value)));
    const submit = vi
      .spyOn(commands, "proposalSubmit")
      .mockResolvedValue({ status: "error", error: { code: "disk-full", params: {}, detail: "" } });
    desk("targets");
    await fireEvent.click(await screen.findByRole("button", { name: /Ajukan…/ }));
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("dibekukan sebagai versi 1");
    expect(dialog.textContent).toContain("atas nama Peserta 04 (Papua)");
    expect(dialog.textContent).toContain("Bagian “Tujuan” masih kosong");
    expect(submit).not.toHaveBeenCalled();
    await fireEvent.click(within(dialog).getByRole("button", { name: /Tanda tangani/ }));
    expect(submit).toHaveBeenCalledWith("4");
    // Refused: the question stays, nothing is lost.
    await waitFor(() => expect(screen.getByRole("dialog")).toBeTruthy());
  });

  it("lets nobody but the author write", async () => {
    const foreign = {
      ...entry("4", { ...emptyProposal("x"), title: "Milik lain" }),
      may_edit: false,
    };
    vi.spyOn(commands, "recordGet").mockResolvedValue(ok(foreign));
    desk();
    expect(await screen.findByText(/Hanya penulisnya/)).toBeTruthy();
    expect(screen.queryByLabelText("Judul usulan")).toBeNull();
    expect(screen.queryByRole("button", { name: /Ajukan…/ })).toBeNull();
  });
});

describe("the tables", () => {
  const people = {
    a: {
      position: 1,
      name: "Kepala kantor",
      high_interest: true,
      high_power: true,
      internal: true,
      approach: "",
    },
    b: {
      position: 2,
      name: "Staf loket",
      high_interest: true,
      high_power: false,
      internal: true,
      approach: "",
    },
  };

  it("stand beside the chart that the core draws of them", async () => {
    const value = { ...emptyProposal("diklatpim-iii"), stakeholders: people };
    vi.spyOn(commands, "recordGet").mockResolvedValue(ok(entry("4", value)));
    const stakeholders = {
      title: "Peta kepentingan dan kuasa",
      alt: "Promotor: Kepala kantor; Pembela: Staf loket.",
      width: 440,
      height: 200,
      shapes: [],
    };
    const drawn = { gaps: {}, stakeholders, milestones: [], risks: null };
    const charts = vi.spyOn(commands, "proposalCharts").mockResolvedValue(ok(drawn));
    desk("stakeholders");
    const chart = await screen.findByRole("img", { name: /Peta kepentingan.*Staf loket/ });
    expect(chart).toBeTruthy();
    expect(charts.mock.calls[0]?.[0]).toMatchObject({ stakeholders: people });
  });

  it("say so when the chart cannot be drawn", async () => {
    const value = { ...emptyProposal("diklatpim-iii"), stakeholders: people };
    vi.spyOn(commands, "recordGet").mockResolvedValue(ok(entry("4", value)));
    const error = { code: "internal" as const, params: {}, detail: "" };
    vi.spyOn(commands, "proposalCharts").mockResolvedValue({ status: "error", error });
    desk("stakeholders");
    expect(await screen.findByText(/Bagan tidak dapat digambar/)).toBeTruthy();
  });

  it("move a row with Alt and an arrow, and add one with the focus in it", async () => {
    const onchange = vi.fn();
    const view = render(StakeholderTable, { rows: people, onchange });
    await fireEvent.keyDown(screen.getByDisplayValue("Staf loket"), {
      key: "ArrowUp",
      altKey: true,
    });
    const moved = onchange.mock.calls[0]?.[0] as typeof people;
    expect(moved.b.position).toBeLessThan(moved.a.position);
    onchange.mockImplementation((rows) => void view.rerender({ rows }));
    await fireEvent.click(screen.getByRole("button", { name: /Tambah pemangku/ }));
    await waitFor(() => expect(document.activeElement?.tagName).toBe("INPUT"));
  });

  it("sum a budget in rupiah, and take nothing that is no number", async () => {
    const onchange = vi.fn();
    const line = (volume: number | null) => ({
      position: 1,
      item: "Meja",
      unit: "buah",
      volume,
      price: 1_500_000,
    });
    render(BudgetTable, { rows: { a: line(2.5), b: line(null) }, onchange });
    expect(screen.getByRole("status").textContent).toContain("Rp3.750.000");
    expect(screen.getByRole("status").textContent).toContain("1 baris belum lengkap");
    const [volume] = screen.getAllByLabelText<HTMLInputElement>(/Volume/);
    await fireEvent.input(volume as HTMLInputElement, { target: { value: "dua" } });
    expect(onchange).not.toHaveBeenCalled();
    expect(volume?.getAttribute("aria-invalid")).toBe("true");
    await fireEvent.input(volume as HTMLInputElement, { target: { value: "1,5" } });
    expect(onchange.mock.calls[0]?.[0].a.volume).toBe(1.5);
  });
});
