// Where cards stand beside each other when they overlap in time. Pure.

export interface Stretch {
  key: string;
  start: number;
  end: number;
  /** Spans the whole grid and so takes the first lane. */
  wide?: boolean;
}

export interface Lane {
  /** 0 is leftmost. */
  lane: number;
  /** How many lanes the place is divided into. */
  of: number;
}

/**
 * A lane for each stretch: overlapping ones never share a lane, and stretches that touch
 * nothing keep the whole width. Touching ends do not overlap.
 */
export function lanesOf(stretches: readonly Stretch[]): Map<string, Lane> {
  const placed = new Map<string, Lane>();
  for (const cluster of clusters(stretches)) {
    const lanes: Stretch[][] = [];
    const chosen = cluster.map((one) => {
      const free = lanes.findIndex((lane) => lane.every((other) => !overlaps(one, other)));
      const lane = free >= 0 ? free : lanes.length;
      (lanes[lane] ??= []).push(one);
      return { key: one.key, lane };
    });
    for (const { key, lane } of chosen) placed.set(key, { lane, of: lanes.length });
  }
  return placed;
}

/** Groups of stretches linked by overlaps, wide ones first, then by start. */
function clusters(stretches: readonly Stretch[]): Stretch[][] {
  const byStart = [...stretches].sort((a, b) => a.start - b.start || b.end - a.end);
  const found: Stretch[][] = [];
  let reached = -Infinity;
  for (const one of byStart) {
    if (one.start >= reached) found.push([]);
    found.at(-1)?.push(one);
    reached = Math.max(reached, one.end);
  }
  const width = (one: Stretch) => (one.wide ? 0 : 1);
  return found.map((cluster) => [...cluster].sort((a, b) => width(a) - width(b)));
}

function overlaps(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end;
}
