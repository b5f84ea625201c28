// Saving without a Save button, for one record being typed in.
//
// Every edit reaches the draft row within half a second (it survives a kill); after a pause, on
// leaving, or on Ctrl+Enter it is sealed as a save. One call is in flight at a time, and a
// value typed meanwhile goes out next, so nothing overtakes and nothing typed is lost. After a
// failure the value stays in hand and is tried again on the next edit, on `retry`, or by itself.

export type SaveState = "clean" | "typing" | "saving" | "saved" | "failed";

export interface AutosaveOptions<T> {
  /** Keeps the value being typed; cheap, called often. */
  draft: (value: T) => Promise<unknown>;
  /** Seals the value as a change of the record. */
  save: (value: T) => Promise<unknown>;
  /** Told after each sealed save. */
  saved?: (at: Date) => void;
  draftAfter?: number;
  saveAfter?: number;
  retryAfter?: number;
}

export interface Autosave<T> {
  readonly state: SaveState;
  /** When the last sealed save was done. */
  readonly savedAt: Date | null;
  readonly failure: unknown;
  /** Whether something is typed that no save has sealed yet. */
  readonly unsealed: boolean;
  edit(value: T): void;
  /** Seals now; resolves `true` when everything typed is saved. */
  flush(): Promise<boolean>;
  retry(): Promise<boolean>;
  /** Seals what is open and stops the clocks. For `$effect(() => () => autosave.leave())`. */
  leave(): Promise<boolean>;
}

// Those with something typed that no save has sealed yet.
const unsealed = new Set<{ flush(): Promise<boolean> }>();

/**
 * Seals whatever is typed anywhere, as before an undo or before the cohort is closed; `false`
 * when something could not be saved.
 */
export async function sealAll(): Promise<boolean> {
  const done = await Promise.all([...unsealed].map((one) => one.flush()));
  return done.every(Boolean);
}

export function autosave<T>(options: AutosaveOptions<T>): Autosave<T> {
  const { draft, save, draftAfter = 400, saveAfter = 10_000, retryAfter = 5_000 } = options;

  let state = $state<SaveState>("clean");
  let savedAt = $state.raw<Date | null>(null);
  let failure = $state.raw<unknown>(null);

  // The newest value and how far each of the two ways has got with it.
  let value: T;
  let edition = 0;
  let drafted = 0;
  let sealed = 0;

  let draftTimer: ReturnType<typeof setTimeout> | undefined;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let sealWanted = false;
  let left = false;
  let running: Promise<void> | null = null;

  function edit(next: T): void {
    value = next;
    edition += 1;
    unsealed.add(self);
    if (state !== "saving") state = "typing";
    // The draft clock is not restarted: half a second holds for one who never pauses.
    draftTimer ??= setTimeout(() => void start(), draftAfter);
    clearTimeout(saveTimer);
    saveTimer = setTimeout(() => void flush(), saveAfter);
  }

  function start(): Promise<void> {
    clearTimeout(draftTimer);
    draftTimer = undefined;
    running ??= work().finally(() => (running = null));
    return running;
  }

  async function work(): Promise<void> {
    try {
      for (;;) {
        const round = edition;
        if (sealWanted && sealed < round) {
          state = "saving";
          await save(value);
          sealed = Math.max(sealed, round);
          drafted = Math.max(drafted, round);
          if (sealed === edition) unsealed.delete(self);
          savedAt = new Date();
          options.saved?.(savedAt);
        } else if (drafted < round) {
          await draft(value);
          drafted = round;
        } else break;
        if (sealWanted && sealed === edition) sealWanted = false;
      }
      failure = null;
      state = sealed === edition ? "saved" : "typing";
    } catch (reason) {
      failure = reason;
      state = "failed";
      clearTimeout(saveTimer);
      if (!left) saveTimer = setTimeout(() => void flush(), retryAfter);
    }
  }

  async function flush(): Promise<boolean> {
    if (sealed === edition) return true;
    clearTimeout(saveTimer);
    sealWanted = true;
    await start();
    // A run that was about to end when the wish came in did not see it.
    if (sealWanted && state !== "failed") await start();
    return sealed === edition;
  }

  async function leave(): Promise<boolean> {
    left = true;
    const done = await flush();
    clearTimeout(draftTimer);
    clearTimeout(saveTimer);
    return done;
  }

  const self: Autosave<T> = {
    get state() {
      return state;
    },
    get savedAt() {
      return savedAt;
    },
    get failure() {
      return failure;
    },
    get unsealed() {
      return state === "typing" || state === "saving" || state === "failed";
    },
    edit,
    flush,
    retry: flush,
    leave,
  };
  return self;
}
