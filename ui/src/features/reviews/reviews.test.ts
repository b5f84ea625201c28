// The queue and the desk as a reviewer and as an author use them, over a shell that answers
// from memory.
import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  commands,
  type DecisionView,
  type Outcome,
  type Programme,
  type ProposalStatus,
  type Review,
  type SubmissionView,
} from "../../ipc/gen/bindings";
import { pretendInHand } from "../../ipc/pretend";
import { setCohort, type Role } from "../../shared/cohort.svelte";
import { anchorOf } from "../../shared/passages";
import { emptyProposal } from "../../shared/proposal/parts";
import { here, restart } from "../../shared/router.svelte";
import { answer } from "../../shared/shortcuts";
import { setLanguage } from "../../shared/text.svelte";
import ReviewsScreen from "./ReviewsScreen.svelte";
import { setQueueFilter } from "./queue.svelte";
import { decisionStanding, submissionStanding } from "./signature";

const text = "Berkas masuk pada satu loket. Pemohon pulang dengan dokumen.";
const programme: Programme = {
  key: "x",
  name: { id: "X", en: "X" },
  proposal_name: { id: "Rancangan", en: "Plan" },
  verified: false,
  chapters: "figures",
  sections: [
    { key: "a", title: { id: "Latar belakang", en: "Background" }, guidance: { id: "", en: "" } },
  ],
  rubric: [
    {
      key: "bukti",
      title: { id: "Bukti dari lokus", en: "Evidence" },
      guidance: { id: "Bersandar pada observasi.", en: "" },
      levels: 5,
      weight: 0,
    },
  ],
  grades: [],
};
const review = (more: Partial<Review> = {}): Review => ({
  submission: "s2",
  proposal: "p",
  comments: {},
  scores: {},
  summary: "",
  ...more,
});
const decision = (author: string, outcome: Outcome, of: Review): DecisionView => ({
  id: `d-${author}`,
  author,
  author_name: `Widyaiswara ${author}`,
  at: 1_521_633_720,
  covers_text: true,
  review: "rv1",
  decision: { submission: of.submission, content_hash: "h", proposal: "p", outcome, review: of },
});
const submission = (number: number, more: Partial<SubmissionView> = {}): SubmissionView => ({
  id: `s${number}`,
  author: "04",
  author_name: "Peserta 04 (Papua)",
  at: 1_521_633_720,
  fingerprint: "7f3a 91c2",
  is_whole: true,
  is_latest: number === 2,
  submission: {
    proposal: "p",
    number,
    content: { ...emptyProposal("x"), title: "Layanan satu pintu", sections: { a: text } },
    citations: [],
    content_hash: "h",
  },
  evidence: [],
  decisions: [],
  ...more,
});
const status = (name: string, more: Partial<ProposalStatus> = {}): ProposalStatus => ({
  proposal: "p",
  title: `Usulan ${name}`,
  author: "04",
  author_name: "Peserta 04 (Papua)",
  progress: { percent: 100, missing: [] },
  submitted: 2,
  submission: name,
  submitted_at: 1_521_633_720,
  outcome: null,
  changed_since: false,
  my_review: null,
  ...more,
});
const ok = <T>(data: T) => ({ status: "ok" as const, data });
const entry = (value: Review) => ({
  id: "r",
  owner: "01",
  author: "01",
  author_name: "Widyaiswara 01",
  created_at: 0,
  changed_at: 0,
  removed: false,
  version: null,
  record: { kind: "review" as const, value },
  draft: null,
  problems: [],
  may_edit: true,
});

function actAs(role: Role) {
  const person = {
    id: role === "instructor" ? "01" : "04",
    name: "Widyaiswara 01",
    role,
    detail: "",
  };
  setCohort(pretendInHand(person));
}
function shell(views: SubmissionView[], queue: ProposalStatus[] = [status("s2")]) {
  vi.spyOn(commands, "submissionGet").mockImplementation(async (id) =>
    ok(views.find((one) => one.id === id) as SubmissionView),
  );
  vi.spyOn(commands, "submissionList").mockResolvedValue(ok(views));
  vi.spyOn(commands, "reviewQueue").mockResolvedValue(ok(queue));
}

beforeEach(() => {
  vi.restoreAllMocks();
  vi.stubGlobal("innerWidth", 1366);
  restart("reviews");
  actAs("instructor");
  setQueueFilter("open");
  vi.spyOn(commands, "cohortSummary").mockResolvedValue(
    ok({ opened: {}, cohort: {}, programme } as never),
  );
  vi.spyOn(commands, "reviewOpen").mockResolvedValue(ok(entry(review())));
  vi.spyOn(commands, "recordDraft").mockResolvedValue(ok(1));
  vi.spyOn(commands, "recordSave").mockImplementation(async (_, record) =>
    ok(entry(record.value as Review)),
  );
  vi.spyOn(commands, "noteRead").mockResolvedValue(ok("Tanyakan anggaran."));
  vi.spyOn(commands, "noteKeep").mockResolvedValue(ok(null));
});
const queue = () => render(ReviewsScreen, { route: { screen: "reviews" } });
const desk = (id = "s2") => render(ReviewsScreen, { route: { screen: "reviews", id } });
const lastDraft = () =>
  vi.mocked(commands.recordDraft).mock.lastCall?.[1].value as Review | undefined;

describe("the queue", () => {
  it("shows what is undecided, keeps the filter, and goes on with J and K in that order", async () => {
    shell(
      [submission(1), submission(2)],
      [status("s1"), status("s9", { outcome: "approve" }), status("s2", { my_review: "r" })],
    );
    const view = queue();
    expect(await screen.findByText("Usulan s1")).toBeTruthy();
    expect(screen.queryByText("Usulan s9")).toBeNull();
    expect(screen.getByText("sedang saya tinjau")).toBeTruthy();
    view.unmount();
    vi.spyOn(commands, "recordGet").mockResolvedValue(ok(entry(review())));
    desk("s1");
    await screen.findByText(/Anda membaca versi 1/);
    await fireEvent.keyDown(window, { key: "j" });
    expect(here().id).toBe("s2");
  });
});

describe("the desk of a reviewer", () => {
  it("begins no review by looking", async () => {
    shell([submission(2)]);
    desk();
    await screen.findByText(/Berkas masuk pada satu loket/);
    expect(commands.reviewOpen).not.toHaveBeenCalled();
  });

  it("ties a comment to a sentence chosen by keyboard and keeps it", async () => {
    shell([submission(2)]);
    desk();
    await fireEvent.click(await screen.findByRole("button", { name: "Komentari satu kalimat" }));
    await fireEvent.click(await screen.findByRole("button", { name: /^Pemohon pulang/ }));
    const words = await screen.findByRole("textbox", { name: "Isi komentar" });
    await fireEvent.input(words, { target: { value: "Dokumen apa?" } });
    await waitFor(() => expect(Object.values(lastDraft()?.comments ?? {})).toHaveLength(1));
    const [comment] = Object.values(lastDraft()?.comments ?? {});
    expect(comment).toMatchObject({
      body: "Dokumen apa?",
      resolved: false,
      anchor: { section: "a", exact: "Pemohon pulang dengan dokumen.", start: 30, end: 60 },
    });
    expect(comment?.anchor?.prefix).toBe("Berkas masuk pada satu loket. ");
    expect(document.querySelector('[data-mark^="own."]')?.textContent).toContain("Pemohon pulang");
  });

  it("scores with the digits and asks for the reason", async () => {
    shell([submission(2)]);
    desk();
    await fireEvent.click(await screen.findByRole("radio", { name: "Nilai" }));
    const group = await screen.findByRole("radiogroup", { name: "Bukti dari lokus" });
    expect(group.textContent).toContain("belum dinilai");
    await fireEvent.keyDown(within(group).getByRole("radio", { name: "1 dari 5" }), { key: "4" });
    const reason = await screen.findByRole("textbox", { name: /Alasan nilai/ });
    await fireEvent.input(reason, { target: { value: "Kutipan tepat" } });
    await waitFor(() =>
      expect(lastDraft()?.scores).toEqual({ bukti: { level: 4, reason: "Kutipan tepat" } }),
    );
    expect(screen.getByRole("textbox", { name: "Catatan pribadi" })).toBeTruthy();
    expect(screen.getByText("hanya di laptop ini")).toBeTruthy();
  });

  it("does not show what others decided before the own decision", async () => {
    const other = decision("02", "reject", review({ summary: "Rahasia dahulu" }));
    const own = decision("01", "approve", review());
    shell([submission(2, { decisions: [other] })]);
    const view = desk();
    await screen.findByText(/Penilaian peninjau lain tampil setelah/);
    expect(screen.queryByText("Rahasia dahulu")).toBeNull();
    expect(screen.queryByText("ditolak")).toBeNull();
    view.unmount();
    shell([submission(2, { decisions: [other, own] })]);
    desk();
    await fireEvent.click(await screen.findByRole("radio", { name: "Keputusan" }));
    expect(await screen.findByText("Rahasia dahulu")).toBeTruthy();
  });

  it("says exactly what is signed, and signs only after a choice", async () => {
    shell([submission(2)]);
    const decide = vi
      .spyOn(commands, "reviewDecide")
      .mockResolvedValue(ok(submission(2, { decisions: [decision("01", "revise", review())] })));
    desk();
    await screen.findByText(/Berkas masuk pada satu loket/);
    answer(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true }));
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("Keputusan untuk versi 2, sidik 7f3a 91c2");
    const sign = within(dialog).getByRole<HTMLButtonElement>("button", { name: "Pilih keputusan" });
    expect(sign.disabled).toBe(true);
    await fireEvent.click(within(dialog).getByRole("radio", { name: /^Perbaiki/ }));
    await fireEvent.click(
      within(dialog).getByRole("button", { name: "Tanda tangani: perbaiki versi 2" }),
    );
    await waitFor(() => expect(decide).toHaveBeenCalledWith("r", "revise"));
    expect(await screen.findByRole("button", { name: "Ubah keputusan…" })).toBeTruthy();
  });

  it("explains that a newer version is there and leads to it", async () => {
    shell([submission(2)]);
    vi.spyOn(commands, "reviewDecide").mockImplementation(async () => {
      shell([submission(2, { is_latest: false }), submission(3, { is_latest: true })]);
      return { status: "error", error: { code: "stale", params: {}, detail: "" } };
    });
    desk();
    await fireEvent.click(await screen.findByRole("button", { name: /Putuskan…/ }));
    const dialog = await screen.findByRole("dialog");
    await fireEvent.click(within(dialog).getByRole("radio", { name: /^Setujui/ }));
    await fireEvent.click(within(dialog).getByRole("button", { name: /setujui versi 2/ }));
    expect(await within(dialog).findByText(/Versi 3 sudah diajukan/)).toBeTruthy();
    await fireEvent.click(within(dialog).getByRole("button", { name: "Buka versi 3" }));
    expect(here()).toEqual({ screen: "reviews", id: "s3" });
  });

  it("keeps comments whose words are gone in sight", async () => {
    const lost = anchorOf("a", "Kalimat lama yang hilang.", 0, 24);
    const before = review({
      submission: "s1",
      comments: { k: { position: 1, anchor: lost, body: "Buktikan.", resolved: false } },
    });
    shell([submission(1, { decisions: [decision("01", "revise", before)] }), submission(2)]);
    desk();
    expect(await screen.findByText("Komentar tanpa tempat (1)")).toBeTruthy();
    expect(screen.getByText("dari versi 1")).toBeTruthy();
  });
});

describe("an author reading a decision", () => {
  it("sees outcome, scores with reasons, and comments beside the text", async () => {
    actAs("trainee");
    const of = review({
      summary: "Sebutkan angkanya.",
      scores: { bukti: { level: 4, reason: "Kutipan tepat" } },
      comments: {
        k: {
          position: 1,
          anchor: anchorOf("a", text, 18, 28),
          body: "Loket mana?",
          resolved: false,
        },
      },
    });
    shell([submission(2, { decisions: [decision("01", "revise", of)] })]);
    desk();
    expect(await screen.findByText("Sebutkan angkanya.")).toBeTruthy();
    expect(screen.getByText("4 dari 5")).toBeTruthy();
    expect(screen.getByText("Kutipan tepat")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Putuskan/ })).toBeNull();
    await fireEvent.click(screen.getByRole("radio", { name: "Komentar (1)" }));
    expect(await screen.findByText("Loket mana?")).toBeTruthy();
    expect(document.querySelector("[data-mark]")?.textContent).toBe("satu loket");
  });
});

describe("the words of a signature", () => {
  const made = decision("01", "approve", review());

  it("tell who, when and unchanged", () => {
    const view = submission(2);
    expect(decisionStanding(made, view, view).sentence).toBe(
      "Asli. Ditandatangani Widyaiswara 01, 21 Mar; isi tidak berubah.",
    );
    setLanguage("en");
    expect(submissionStanding(view).sentence).toBe(
      "Genuine. Signed by Peserta 04 (Papua), 21 Mar; the content is unchanged.",
    );
  });

  it("tell a decision on an older version from one on the newest", () => {
    const old = submission(1);
    expect(decisionStanding(made, old, submission(2))).toMatchObject({
      state: "stale",
      sentence: "Keputusan ini untuk versi 1. Versi 2 belum diputuskan.",
    });
    const decided = submission(2, { decisions: [made] });
    expect(decisionStanding(made, old, decided).sentence).toContain("diputuskan tersendiri");
  });

  it("warn of a text that is not what was signed, before anything else", () => {
    const changed = { ...made, covers_text: false };
    expect(decisionStanding(changed, submission(1), submission(2)).state).toBe("broken");
    expect(submissionStanding(submission(2, { is_whole: false })).sentence).toBe(
      "Isi tidak cocok dengan tanda tangan. Jangan dipakai.",
    );
  });
});
