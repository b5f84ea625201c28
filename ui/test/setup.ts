// A clean page and the usual language before every test.
import { cleanup, configure } from "@testing-library/svelte";
import { afterEach, beforeEach } from "vitest";
import { setLanguage } from "../src/shared/text.svelte";

// A screen loads when first gone to; a busy machine takes its time.
configure({ asyncUtilTimeout: 8_000 });

beforeEach(() => setLanguage("id"));
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});
