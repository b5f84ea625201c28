// The words of the window, from Fluent files in ui/text. `t` is reactive: a change of
// language redraws every sentence. Isolation marks are off, because texts are also copied.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { TextKey } from "./text-keys.gen";

export type { TextKey };
export type Language = "id" | "en";
export type TextArgs = Record<string, string | number>;

const files = import.meta.glob<string>("../../text/*/*.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});

const bundles: Record<Language, FluentBundle> = { id: bundle("id"), en: bundle("en") };

let current = $state<Language>("id");

function bundle(language: Language): FluentBundle {
  const made = new FluentBundle(language, { useIsolating: false });
  for (const [path, text] of Object.entries(files)) {
    if (!path.includes(`/text/${language}/`)) continue;
    const faults = made.addResource(new FluentResource(text));
    if (faults.length > 0) throw new Error(`${path}: ${faults.join("; ")}`);
  }
  return made;
}

/** The language in hand. Reactive. */
export function language(): Language {
  return current;
}

/** Switches every text, date and number of the window. */
export function setLanguage(next: Language): void {
  current = next;
  document.documentElement.lang = next;
}

/** The sentence for `key`. A gap shows as ⟦key⟧ in the window and fails a test. */
export function t(key: TextKey, args?: TextArgs): string {
  return say(current, key, args);
}

/** The sentence for `key` in a given language. */
export function say(language: Language, key: TextKey, args?: TextArgs): string {
  const found = bundles[language].getMessage(key);
  if (!found?.value) return gap(`${language}: no text for "${key}"`, key);
  const faults: Error[] = [];
  const values = args as Record<string, FluentVariable> | undefined;
  const sentence = bundles[language].formatPattern(found.value, values ?? null, faults);
  return faults.length > 0 ? gap(`${language}: "${key}": ${faults.join("; ")}`, key) : sentence;
}

/** Whether a message of that name exists, for names that come from data (failure codes). */
export function isTextKey(name: string): name is TextKey {
  return bundles.id.hasMessage(name);
}

function gap(fault: string, key: string): string {
  if (import.meta.env.MODE === "test") throw new Error(fault);
  console.error(fault);
  return `⟦${key}⟧`;
}
