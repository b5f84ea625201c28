// The print in hand. A choice is asked for after a short pause; a newer one overtakes it, and what
// was shown stays until the new print is there.
import { ask, type Printed, type PrintJob } from "../../ipc";

export interface ReadyPrint {
  job: PrintJob;
  printed: Printed;
}

const pause = 250;

export class Preview {
  shown = $state.raw<ReadyPrint | null>(null);
  busy = $state(false);
  failure = $state.raw<unknown>(null);

  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Asks for a print; `null` shows nothing. */
  want(job: PrintJob | null): void {
    this.cancel();
    this.failure = null;
    if (job === null) {
      this.shown = null;
      return;
    }
    this.busy = true;
    const turn = this.#turn;
    this.#timer = setTimeout(() => void this.#make(job, turn), pause);
  }

  /** Stops waiting; what was shown stays. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.busy = false;
  }

  async #make(job: PrintJob, turn: number): Promise<void> {
    try {
      const printed = await ask.printPreview(job);
      if (printed && turn === this.#turn) this.shown = { job, printed };
    } catch (reason) {
      if (turn === this.#turn) this.failure = reason;
    } finally {
      if (turn === this.#turn) this.busy = false;
    }
  }
}
