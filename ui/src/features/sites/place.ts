// Coordinates as people paste them: "-8.2186, 114.3691", "8,2186 LS 114,3691 BT", "8.2186 S, …".

export interface Place {
  latitude: number;
  longitude: number;
}

/** Latitude and longitude of a text; `null` when it is not exactly one pair on Earth. */
export function parsePlace(text: string): Place | null {
  const decimal = /-?\d+(?:[.,]\d+)?/g;
  // A comma between digits is a decimal sign only when it cannot be the separator.
  const spelled = text.includes(".") ? text.replace(/,/g, " ") : text;
  const numbers = [...spelled.matchAll(decimal)].map((one) => Number(one[0].replace(",", ".")));
  if (numbers.length !== 2) return null;
  let [latitude = NaN, longitude = NaN] = numbers;
  const words = text.toUpperCase();
  if (/\bLS\b|\d\s*°?\s*S\b/.test(words)) latitude = -Math.abs(latitude);
  if (/\bBB\b|\d\s*°?\s*W\b/.test(words)) longitude = -Math.abs(longitude);
  const fits = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return fits ? { latitude, longitude } : null;
}
