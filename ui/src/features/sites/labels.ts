// Where the names of pins go, so that they do not cover each other. A name without room is left
// out; its pin keeps its number, and the list beside has the name.

export interface Pin {
  id: string;
  name: string;
  x: number;
  y: number;
}
export interface Label {
  x: number;
  y: number;
  anchor: "start" | "end" | "middle";
}
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const letter = 6.8;
const line = 16;
const radius = 13;

export function placeLabels(
  pins: readonly Pin[],
  width: number,
  height: number,
): Map<string, Label> {
  const taken: Box[] = pins.map(({ x, y }) => ({
    left: x - radius,
    top: y - radius,
    right: x + radius,
    bottom: y + radius,
  }));
  const placed = new Map<string, Label>();
  for (const pin of pins) {
    const length = pin.name.length * letter;
    const options: Label[] = [
      { x: pin.x + radius + 3, y: pin.y + 4, anchor: "start" },
      { x: pin.x - radius - 3, y: pin.y + 4, anchor: "end" },
      { x: pin.x, y: pin.y - radius - 5, anchor: "middle" },
      { x: pin.x, y: pin.y + radius + 13, anchor: "middle" },
    ];
    const label = options.find((one) => {
      const box = boxOf(one, length);
      const inside =
        box.left >= 2 && box.right <= width - 2 && box.top >= 2 && box.bottom <= height;
      return inside && !taken.some((other) => overlap(box, other));
    });
    if (!label) continue;
    taken.push(boxOf(label, length));
    placed.set(pin.id, label);
  }
  return placed;
}

function boxOf({ x, y, anchor }: Label, length: number): Box {
  const left = anchor === "start" ? x : anchor === "end" ? x - length : x - length / 2;
  return { left, right: left + length, top: y - line + 4, bottom: y + 4 };
}

function overlap(one: Box, other: Box): boolean {
  const aside = one.right < other.left || other.right < one.left;
  return !aside && one.top <= other.bottom && other.top <= one.bottom;
}
