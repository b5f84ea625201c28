// A clean page and the usual language before every test.
import { cleanup } from "@testing-library/svelte";
import { afterEach, beforeEach } from "vitest";
import { setLanguage } from "../src/shared/text.svelte";

beforeEach(() => setLanguage("id"));
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});
