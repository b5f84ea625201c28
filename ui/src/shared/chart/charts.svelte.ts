// The charts of a proposal, drawn anew by the core while it is typed. The last ones stay until
// the next are there; what is older than what was asked last is passed over.
import { ask, type Proposal, type ProposalCharts } from "../../ipc";
import { language } from "../text.svelte";

/** Pause after a change before the core is asked, in milliseconds. */
const PAUSE = 120;

/** Call while a component is made; `proposal` is read reactively. */
export function chartsOf(proposal: () => Proposal | null) {
  let drawn = $state.raw<ProposalCharts | null>(null);
  let failed = $state(false);
  let asked = 0;

  async function draw(value: Proposal) {
    const mine = ++asked;
    try {
      const charts = await ask.proposalCharts(value, language());
      if (mine === asked) [drawn, failed] = [charts, false];
    } catch {
      // The tables beside say the same; the failure is said where the chart would stand.
      if (mine === asked) [drawn, failed] = [null, true];
    }
  }

  $effect(() => {
    const value = proposal();
    void language();
    if (!value) return;
    const first = asked === 0;
    const timer = setTimeout(() => void draw(value), first ? 0 : PAUSE);
    return () => clearTimeout(timer);
  });

  return {
    get drawn() {
      return drawn;
    },
    get failed() {
      return failed;
    },
  };
}
