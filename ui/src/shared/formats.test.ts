// Dates, times and numbers as people in Indonesia and abroad write them.
import { describe, expect, it } from "vitest";
import {
  clock,
  dateRange,
  dayOf,
  dayTab,
  fieldDate,
  longDate,
  minuteOfDay,
  moment,
  momentOf,
  number,
  parseClock,
  parseDay,
  parseNumber,
  percent,
  shortDate,
  timeIn,
  timeRange,
  zones,
} from "./formats";

const halfPastEight = momentOf("2018-03-20", 8 * 60 + 30, "wib");

describe("dates", () => {
  it("stand in Indonesian order, with the weekday", () => {
    expect(longDate("2018-03-20", "id")).toBe("Selasa, 20 Maret 2018");
    expect(longDate("2018-03-23", "id")).toBe("Jumat, 23 Maret 2018");
    expect(longDate("2018-03-20", "en")).toBe("Tuesday, 20 March 2018");
  });
  it("are short in rows and tabs", () => {
    expect(shortDate("2018-08-05", "id")).toBe("5 Agu");
    expect(dayTab("2018-03-22", "id")).toBe("Kam 22");
    expect(dayTab("2018-03-22", "en")).toBe("Thu 22");
  });
  it("name month and year of a range once", () => {
    expect(dateRange("2018-03-20", "2018-03-24", "id")).toBe("20–24 Maret 2018");
    expect(dateRange("2018-03-30", "2018-04-02", "id")).toBe("30 Maret – 2 April 2018");
    expect(dateRange("2018-12-30", "2019-01-02", "en")).toBe("30 December 2018 – 2 January 2019");
    expect(dateRange("2018-03-20", "2018-03-20", "id")).toBe("20 Maret 2018");
  });
  it("are understood as people write them, the day first", () => {
    const written = ["20 Maret 2018", "Sel, 20 Mar 2018", "20/3/2018", "20-03-18", "2018-03-20"];
    expect(written.map(parseDay)).toEqual(Array(5).fill("2018-03-20"));
    expect(["17 Agustus 1945", "5 Mei 2024", "1 Des 2018"].map(parseDay)).toEqual([
      "1945-08-17",
      "2024-05-05",
      "2018-12-01",
    ]);
    const wrong = ["31/2/2018", "3/20/2018", "Maret 2018", "besok", "", "20 Foo 2018", "1/1/123"];
    expect(wrong.map(parseDay)).toEqual(Array(7).fill(null));
  });
  it("come back from the field they stand in, in both languages", () => {
    for (let month = 1; month <= 12; month++) {
      const day = `2024-${String(month).padStart(2, "0")}-09`;
      expect([parseDay(fieldDate(day, "id")), parseDay(fieldDate(day, "en"))]).toEqual([day, day]);
      expect([parseDay(longDate(day, "id")), parseDay(longDate(day, "en"))]).toEqual([day, day]);
    }
  });
  it("leave what is no date as it stands", () => {
    expect(longDate("besok", "id")).toBe("besok");
  });
});

describe("times", () => {
  it("are shown in the zone meant, never the laptop's", () => {
    expect(timeIn(halfPastEight, "wib", "id")).toBe("08.30 WIB");
    expect(timeIn(halfPastEight, "wita", "id")).toBe("09.30 WITA");
    expect(timeIn(halfPastEight, "wit", "en")).toBe("10:30 WIT");
    expect(timeRange(halfPastEight, halfPastEight + 100, "wib", "id")).toBe("08.30–10.10 WIB");
    expect(moment(halfPastEight, "wib", "id")).toBe("Selasa, 20 Maret 2018 08.30 WIB");
  });
  it("late in the west belong to tomorrow in the east", () => {
    const late = momentOf("2018-03-20", 23 * 60 + 30, "wib");
    expect(dayOf(late, "wib")).toBe("2018-03-20");
    expect(dayOf(late, "wit")).toBe("2018-03-21");
  });
  it("come back from day, minute and zone, also before 1970", () => {
    for (const zone of zones) {
      for (const day of ["1969-12-31", "2018-03-20", "2024-02-29"]) {
        for (const minute of [0, 1, 419, 420, 1439]) {
          const at = momentOf(day, minute, zone);
          expect([dayOf(at, zone), minuteOfDay(at, zone)]).toEqual([day, minute]);
        }
      }
    }
  });
  it("are understood as people type them", () => {
    expect(["8.30", "08:30", "0830", "8", " 23.59 "].map(parseClock)).toEqual([
      510, 510, 510, 480, 1439,
    ]);
    expect(["24.00", "8.60", "pagi", "", "8.3"].map(parseClock)).toEqual(Array(5).fill(null));
    expect(clock(510, "id")).toBe("08.30");
  });
});

describe("numbers", () => {
  it("have a decimal comma in Indonesian", () => {
    expect(number(1234.5, 2, "id")).toBe("1.234,5");
    expect(number(1234.5, 2, "en")).toBe("1,234.5");
    expect(percent(0.72, "id")).toBe("72 %");
  });
  it("are understood in the habit of the language", () => {
    expect(parseNumber("1.234,5", "id")).toBe(1234.5);
    expect(parseNumber("0,5", "id")).toBe(0.5);
    expect(parseNumber("0.5", "id")).toBe(0.5);
    expect(parseNumber("1,234.5", "en")).toBe(1234.5);
    expect(parseNumber("lima", "id")).toBeNull();
    expect(parseNumber("", "id")).toBeNull();
  });
});
