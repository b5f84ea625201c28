// Both languages say everything, with the same values to fill in.
import { readdirSync, readFileSync } from "node:fs";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";

const root = `${import.meta.dirname}/../text/`;
const files = (language: string) => readdirSync(`${root}${language}`).sort();
const source = (language: string, file: string) =>
  readFileSync(`${root}${language}/${file}`, "utf8");

interface Message {
  file: string;
  values: string[];
}

function messages(language: string): Map<string, Message> {
  const found = new Map<string, Message>();
  for (const file of files(language)) {
    for (const block of source(language, file).split(/\n(?=[a-z])/i)) {
      const key = /^([a-z][\w-]*) *=/i.exec(block.replace(/^#.*\n/gm, ""))?.[1];
      if (!key) continue;
      expect(found.has(key), `${language}: ${key} stands twice`).toBe(false);
      const values = [...new Set([...block.matchAll(/\{ *\$(\w+)/g)].map((one) => one[1] ?? ""))];
      found.set(key, { file, values: values.sort() });
    }
  }
  return found;
}

describe("texts", () => {
  const id = messages("id");
  const en = messages("en");

  it("have the same files, keys and values in both languages", () => {
    expect(files("en")).toEqual(files("id"));
    expect([...en.entries()].sort()).toEqual([...id.entries()].sort());
  });

  it.each(["id", "en"])("are well formed in %s, every message with a value", (language) => {
    const bundle = new FluentBundle(language);
    for (const file of files(language)) {
      expect(bundle.addResource(new FluentResource(source(language, file)))).toEqual([]);
    }
    for (const key of (language === "id" ? id : en).keys()) {
      expect(bundle.getMessage(key)?.value, key).toBeTruthy();
    }
  });

  it("name each key after its file, or a word shared by all", () => {
    const shared = ["shared", "role", "keys", "failure"];
    for (const [key, { file }] of id) {
      const feature = file.replace(".ftl", "");
      const starts = feature === "shared" ? shared : [feature];
      expect(
        starts.some((start) => key.startsWith(`${start}-`)),
        `${file}: ${key}`,
      ).toBe(true);
    }
  });
});
