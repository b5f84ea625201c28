// A search for a schedule under way in the shell, which tells on a channel where it stands.
import { Channel } from "@tauri-apps/api/core";
import { ask, NotConnected } from "./call";
import type { PlanRequest, ProposedPlan, SearchStep } from "./gen/bindings";

/** Has schedules proposed; `heard` gets every percent. Ended by `ask.planCancel()`, it answers early. */
export async function proposePlans(
  request: PlanRequest,
  heard: (step: SearchStep) => void,
): Promise<ProposedPlan[]> {
  if (!("__TAURI_INTERNALS__" in window)) throw new NotConnected();
  return ask.planPropose(request, new Channel<SearchStep>(heard));
}
