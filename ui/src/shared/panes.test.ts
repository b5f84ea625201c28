// F6 walks the panes.
import { beforeEach, describe, expect, it } from "vitest";
import { walkPanes } from "./panes";

beforeEach(() => {
  document.body.innerHTML = `
    <nav data-pane="nav" tabindex="-1"><button id="entry"></button></nav>
    <main data-pane="main" tabindex="-1"></main>
    <aside data-pane="panel" tabindex="-1" hidden></aside>`;
});
const at = () => document.activeElement?.getAttribute("data-pane") ?? document.activeElement?.id;

describe("F6", () => {
  it("walks the panes shown, in order, and round", () => {
    walkPanes(1);
    expect(at()).toBe("nav");
    walkPanes(1);
    expect(at()).toBe("main");
    walkPanes(1);
    expect(at()).toBe("nav");
    walkPanes(-1);
    expect(at()).toBe("main");
  });
  it("comes back to where the focus was in a pane", () => {
    document.getElementById("entry")?.focus();
    walkPanes(1);
    walkPanes(1);
    expect(at()).toBe("entry");
  });
});
