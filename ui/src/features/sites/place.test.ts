// Coordinates as people paste them.
import { describe, expect, it } from "vitest";
import { parsePlace } from "./place";

describe("coordinates", () => {
  it.each([
    ["-8.2186, 114.3691", -8.2186, 114.3691],
    ["-8.2186 114.3691", -8.2186, 114.3691],
    ["-8.2186,114.3691", -8.2186, 114.3691],
    ["8,2186 LS 114,3691 BT", -8.2186, 114.3691],
    ["8.2186° S, 114.3691° E", -8.2186, 114.3691],
    ["0.7893 127.3842", 0.7893, 127.3842],
  ])("are read from %s", (text, latitude, longitude) => {
    expect(parsePlace(text)).toEqual({ latitude, longitude });
  });

  it.each(["", "-8.2186", "di depan kantor", "98.2, 114.3", "1 2 3"])(
    "are not guessed from “%s”",
    (text) => expect(parsePlace(text)).toBeNull(),
  );
});
