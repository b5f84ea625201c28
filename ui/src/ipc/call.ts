// The shell's commands as plain promises: the value, or a Refused with the failure.
import { commands, type Failure } from "./gen/bindings";

/** The shell said no; `failure.code` says why. */
export class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.detail || failure.code);
  }
}

/** The window stands in a plain browser: there is no shell to ask. */
export class NotConnected extends Error {}

type Answer<T> = { status: "ok"; data: T } | { status: "error"; error: Failure };
type Plain<F> = F extends (...args: infer A) => Promise<Answer<infer T>>
  ? (...args: A) => Promise<T>
  : never;
type Ask = { [Name in keyof typeof commands]: Plain<(typeof commands)[Name]> };

/** `ask.recordGet(id)` and so on: every command of the shell. */
export const ask = new Proxy({} as Ask, {
  get: (_, name: keyof typeof commands) => {
    return async (...args: unknown[]) => {
      const command = commands[name] as (...args: unknown[]) => Promise<Answer<unknown>>;
      const answer = await command(...args).catch((reason: unknown) => {
        throw "__TAURI_INTERNALS__" in window ? reason : new NotConnected();
      });
      if (answer.status === "error") throw new Refused(answer.error);
      return answer.data;
    };
  },
});
