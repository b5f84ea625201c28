// A passage is found again where it stands, or honestly not at all.
import { describe, expect, it } from "vitest";
import { AROUND, anchorOf, place, sentences } from "./passages";

const text =
  "Berkas masuk pada satu loket. Pemohon pulang dengan dokumen pada hari yang sama. " +
  "Petugas setiap instansi duduk dalam satu ruang; berkas masuk pada satu loket.";
const at = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  const anchor = anchorOf("a", text, start, start + words.length);
  if (!anchor) throw new Error("no anchor");
  return anchor;
};

describe("an anchor", () => {
  it("keeps the words, their place and at most 64 characters on either side", () => {
    const anchor = at("pulang dengan dokumen");
    expect(text.slice(anchor.start, anchor.end)).toBe("pulang dengan dokumen");
    expect(anchor.prefix).toBe("Berkas masuk pada satu loket. Pemohon ");
    expect(anchor.suffix).toHaveLength(AROUND);
  });

  it("leaves out blanks at the ends and refuses an empty selection", () => {
    expect(anchorOf("a", "satu  dua ", 4, 10)?.exact).toBe("dua");
    expect(anchorOf("a", "satu  dua", 4, 6)).toBeNull();
  });

  it("never cuts a character in half", () => {
    const faces = "😀".repeat(40) + "sini" + "😀".repeat(40);
    const start = faces.indexOf("sini");
    const anchor = anchorOf("a", `x${faces}`, start + 1, start + 5);
    const alone = /^[\udc00-\udfff]|[\ud800-\udbff]$/;
    expect(anchor?.prefix).not.toMatch(alone);
    expect(anchor?.suffix).not.toMatch(alone);
    const odd = anchorOf("a", `sini${"a"}${"😀".repeat(40)}`, 0, 4);
    expect(odd?.suffix).not.toMatch(alone);
  });
});

describe("placing in the same version", () => {
  it("goes by position, even among identical passages", () => {
    const second = at("masuk pada satu loket", 60);
    expect(place(second, text, true)?.start).toBe(second.start);
  });

  it("does not trust a position whose words differ", () => {
    const anchor = { ...at("pulang dengan dokumen"), start: 3, end: 24 };
    expect(place(anchor, text, true)?.start).toBe(text.indexOf("pulang dengan dokumen"));
  });
});

describe("placing in another version", () => {
  it("follows the words when text was put in front", () => {
    const anchor = at("pulang dengan dokumen pada hari yang sama");
    const next = `Sejak 2017 begini. ${text}`;
    expect(place(anchor, next, false)?.start).toBe(anchor.start + 19);
  });

  it("tells identical passages apart by what surrounds them", () => {
    const second = at("masuk pada satu loket", 60);
    expect(place(second, `Baru. ${text}`, false)?.start).toBe(second.start + 6);
  });

  it("has no place when the words are gone or two places fit alike", () => {
    const anchor = at("pulang dengan dokumen");
    expect(place(anchor, text.replace("dokumen", "berkas"), false)).toBeNull();
    const twice = { ...anchor, prefix: "", suffix: "" };
    expect(place(twice, `${anchor.exact}, ${anchor.exact}`, false)).toBeNull();
  });

  it("does not put a comment on two common words beside a stranger", () => {
    const anchor = at("satu ruang");
    expect(place(anchor, "Kami hanya punya satu ruang untuk arsip.", false)).toBeNull();
  });
});

describe("sentences", () => {
  it("are found with their places; a time of day does not end one", () => {
    const words = "Buka pukul 08.30 WIB. Tutup sore.\nJudul\nAkhir kata";
    const found = sentences(words);
    expect(found.map((one) => one.exact)).toEqual([
      "Buka pukul 08.30 WIB.",
      "Tutup sore.",
      "Judul",
      "Akhir kata",
    ]);
    for (const one of found) expect(words.slice(one.start, one.end)).toBe(one.exact);
  });
});
