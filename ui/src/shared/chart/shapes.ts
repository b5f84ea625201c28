// Shapes of a drawing as SVG writes them. Pure.
import type { Point, Step } from "../../ipc";

/** "1,2 3,4" for a polyline. */
export function pointsOf(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(" ");
}

/** A closed outline of lines and curves. */
export function pathOf(start: Point, steps: readonly Step[]): string {
  const at = ({ x, y }: Point) => `${x} ${y}`;
  const way = steps.map((step) =>
    step.step === "line" ? `L${at(step.to)}` : `C${at(step.a)} ${at(step.b)} ${at(step.to)}`,
  );
  return `M${at(start)}${way.join("")}Z`;
}
