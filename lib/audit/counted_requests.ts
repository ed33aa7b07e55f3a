import { systemTimers, type Timer, type Timers } from "../timers.ts";
import type { Clock } from "../clock.ts";
import type { AuditEntry } from "./audit_entry.ts";
import type { RecordedAction } from "./recorded_action.ts";

/** Milliseconds that one entry counts the requests of. */
const INTERVAL = 60_000;

interface Count {
  action: RecordedAction & { audit: { name: string; type?: string } };
  user: string | null;
  requests: number;
  /** Unix milliseconds of the first. */
  since: number;
}

/** Requests that have no entry each, but one for each minute, action and user (`--log-skip`). */
export class CountedRequests {
  readonly #record: (entry: AuditEntry) => void;
  readonly #words: ReadonlySet<string>;
  readonly #clock: Pick<Clock, "wall">;
  readonly #timers: Timers;
  readonly #counts = new Map<string, Count>();
  #timer: Timer | null = null;

  /** @param words the actions to count */
  constructor(
    { record, words, clock, timers = systemTimers }: {
      record: (entry: AuditEntry) => void;
      words: ReadonlySet<string>;
      clock: Pick<Clock, "wall">;
      timers?: Timers;
    },
  ) {
    this.#record = record;
    this.#words = words;
    this.#clock = clock;
    this.#timers = timers;
  }

  /** Counts a request that succeeded. @returns false if it is to have an entry of its own */
  count(action: RecordedAction, user: string | null): boolean {
    if (!this.#words.has(action.name) || action.audit === null) return false;
    const key = `${action.name} ${user ?? ""}`;
    const known = this.#counts.get(key);
    if (known !== undefined) known.requests++;
    else {
      const { audit } = action;
      const since = this.#clock.wall();
      this.#counts.set(key, { action: { ...action, audit }, user, requests: 1, since });
    }
    this.#timer ??= this.#timers.set(() => this.flush(), INTERVAL);
    return true;
  }

  /** Records what was counted so far. */
  flush(): void {
    if (this.#timer !== null) this.#timers.clear(this.#timer);
    this.#timer = null;
    const at = this.#clock.wall();
    for (const { action: { name, audit }, user, requests, since } of this.#counts.values()) {
      this.#record({
        file: name,
        name: audit.name,
        type: audit.type ?? name,
        user,
        request: `${name} (${requests} ${requests === 1 ? "request" : "requests"} since ${
          new Date(since).toISOString()
        })`,
        response: `ok ${name}`,
        at,
      });
    }
    this.#counts.clear();
  }
}
