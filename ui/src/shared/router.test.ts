// Going, coming back, and what a route carries.
import { beforeEach, describe, expect, it } from "vitest";
import { back, become, canGoBack, go, here, restart, restartAfter } from "./router.svelte";

beforeEach(() => restart("today"));

describe("the route", () => {
  it("goes forward and back", () => {
    go("sites");
    go("sites", { id: "a" });
    back();
    expect(here()).toEqual({ screen: "sites" });
    back();
    back();
    expect(here()).toEqual({ screen: "today" });
    expect(canGoBack()).toBe(false);
  });
  it("does not repeat the place one is at", () => {
    go("sites");
    go("sites");
    back();
    expect(here()).toEqual({ screen: "today" });
  });
  it("forgets what lay ahead when another way is taken", () => {
    go("sites");
    back();
    go("people");
    back();
    expect(here()).toEqual({ screen: "today" });
  });
  it("takes the id of a record once it has one, without a step", () => {
    go("observations", { id: "new" });
    become("observations", { id: "O-12" });
    expect(here()).toEqual({ screen: "observations", id: "O-12" });
    back();
    expect(here()).toEqual({ screen: "today" });
  });
});

it("shows the first screen of a cohort once it is open", async () => {
  await restartAfter(Promise.resolve(), "observations");
  expect(here()).toEqual({ screen: "observations" });
  expect(canGoBack()).toBe(false);
});

it("leaves whoever went on while the cohort was opening where they went", async () => {
  let opened = () => {};
  const opening = new Promise<void>((resolve) => (opened = resolve));
  const restarted = restartAfter(opening, "today");
  go("sites", { id: "of-another-role" });
  opened();
  await restarted;
  expect(here()).toEqual({ screen: "sites" });
  expect(canGoBack()).toBe(false);
});
