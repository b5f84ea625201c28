// The queue of submissions: what is shown of it, in which order, and where one stands in it.
// The order one set out with is kept while going from one submission to the next, so that a
// decision does not move the ground under the reader.
import type { ProposalStatus } from "../../ipc";

export const filters = ["open", "begun", "decided", "all"] as const;
export type QueueFilter = (typeof filters)[number];
export type QueueStanding = "waiting" | "begun" | "decided";

/** Decided by anybody; else begun by the reader, else waiting. */
export function standingOf(status: Pick<ProposalStatus, "outcome" | "my_review">): QueueStanding {
  if (status.outcome !== null) return "decided";
  return status.my_review === null ? "waiting" : "begun";
}

/** The part of the queue a filter admits, in the queue's own order. */
export function admitted(list: readonly ProposalStatus[], filter: QueueFilter): ProposalStatus[] {
  return list.filter((status) => {
    const standing = standingOf(status);
    if (filter === "all") return true;
    return filter === "open" ? standing !== "decided" : standing === filter;
  });
}

/** How many whole days and hours since `at` (seconds). */
export function waited(at: number, now: number): { days: number; hours: number } {
  const hours = Math.max(0, Math.floor((now - at) / 3600));
  return { days: Math.floor(hours / 24), hours: hours % 24 };
}

/** The submission before (-1) or after (1) in the order; nothing at the ends. */
export function neighbour(
  order: readonly string[],
  submission: string,
  step: 1 | -1,
): string | undefined {
  const at = order.indexOf(submission);
  if (at < 0) return step > 0 ? order[0] : undefined;
  return order[at + step];
}

let filter = $state<QueueFilter>("open");
let order = $state.raw<string[]>([]);

/** The filter in hand, kept while the window is open. Reactive. */
export function queueFilter(): QueueFilter {
  return filter;
}
export function setQueueFilter(next: QueueFilter): void {
  filter = next;
}

/** The order to go through. Reactive. */
export function queueOrder(): string[] {
  return order;
}
export function setQueueOrder(list: readonly ProposalStatus[]): void {
  order = list.flatMap((status) => status.submission ?? []);
}
