// Every sentence exists in both languages, with the same values.
import { describe, expect, it } from "vitest";
import { isTextKey, say, setLanguage, t, type TextKey } from "./text.svelte";

describe("t", () => {
  it("speaks the language in hand and counts in its plurals", () => {
    expect(t("shared-found", { count: 1 })).toBe("1 pilihan");
    setLanguage("en");
    expect(t("shared-found", { count: 1 })).toBe("1 choice");
    expect(t("shared-found", { count: 2 })).toBe("2 choices");
    expect(document.documentElement.lang).toBe("en");
  });
  it("puts no invisible marks around values", () => {
    expect(say("id", "shared-saved-at", { time: "14.03" })).toBe("tersimpan 14.03");
  });
  it("fails on a missing key and on a missing value", () => {
    expect(() => t("no-such-key" as TextKey)).toThrow(/no-such-key/);
    expect(() => t("shared-saved-at")).toThrow(/shared-saved-at/);
    expect(isTextKey("no-such-key")).toBe(false);
  });
});
