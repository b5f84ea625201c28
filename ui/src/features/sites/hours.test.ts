// Opening hours between the stored text and the plain week of the form.
import { describe, expect, it } from "vitest";
import { closedWeek, formatWeek, officeWeek, parseWeek, sayHours, type Week } from "./hours";

describe("a plain week", () => {
  it("is read from and written back to the same text", () => {
    for (const text of [
      "Mo-Fr 08:00-15:00; PH off",
      "Mo-Th 08:00-12:00,13:00-15:00; Fr 08:00-11:00; Sa 08:00-12:00",
      "Mo-Su 00:00-24:00",
      "",
    ]) {
      expect(formatWeek(parseWeek(text) as Week)).toBe(text);
    }
  });

  it("survives any choice of days", () => {
    for (let mask = 0; mask < 128; mask += 1) {
      const days = closedWeek.days.map((_, day) =>
        mask & (1 << day) ? [[480 + day, 900] as const] : [],
      );
      const week = { days, holidaysOff: mask > 0 };
      expect(parseWeek(formatWeek(week))).toEqual(week);
    }
  });

  it("lets a later rule win and goes over the end of the week", () => {
    const week = parseWeek("Mo-Su 08:00-16:00; Sa-Mo off") as Week;
    expect(week.days.map((spans) => spans.length)).toEqual([0, 1, 1, 1, 1, 0, 0]);
  });

  it.each([
    "easter off",
    "Mo-Fr sunrise-sunset",
    "Jan-Mar Mo 08:00-10:00",
    "Xx 08:00-09:00",
    "Mo 15:00-08:00",
    "Mo 25:00-26:00",
    "Mo 08:00-09:00,10:00-11:00,12:00-13:00",
  ])("is not made of %s, which stays a text", (text) => {
    expect(parseWeek(text)).toBeNull();
    expect(sayHours(text, "id")).toBe(text);
  });

  it("is said as people say it", () => {
    expect(sayHours(formatWeek(officeWeek), "id")).toBe(
      "Sen–Jum 08.00–15.00, tutup pada hari libur",
    );
  });
});
