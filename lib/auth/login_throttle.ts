import type { Clock } from "../clock.ts";
import { ChungError } from "../errors.ts";
import type { Limits } from "../model/limits.ts";

export interface LoginThrottleOptions {
  limits: Pick<Limits, "maxFailedLogins" | "loginWaitSeconds" | "maxLoginWaitSeconds">;
  clock: Pick<Clock, "wall">;
  /**
   * Maximum number of name-and-address pairs remembered; the one whose last failure is the oldest is forgotten first.
   * The default exceeds the failures that two password workers can produce at cost 10 within the longest wait, so that
   * no wait can be evicted before it ends.
   */
  capacity?: number;
}

/** A login attempt in progress. Call exactly one of its methods to settle it; further calls do nothing. */
export interface LoginAttempt {
  /** The password was correct: clears earlier failures. */
  succeed(): void;
  /** The name or the password was wrong. */
  fail(): void;
  /** No account can have this password: a failure too, but one found without checking a hash. */
  failAtOnce(): void;
  /** The password was not checked: the attempt doesn't count. */
  abandon(): void;
}

interface Failures {
  inRow: number;
  inHand: number;
  /** Logins waiting for attempts in progress to settle, and the callbacks that wake them. */
  inLine: number;
  wake: (() => void)[];
  /** Unix milliseconds. */
  waitUntil: number;
}

/** Slows down password guessing: docs/PROTOCOL.md, "Limits", failed logins. */
export class LoginThrottle {
  readonly #limits: LoginThrottleOptions["limits"];
  readonly #clock: Pick<Clock, "wall">;
  readonly #capacity: number;
  /** Least recently failed first. */
  readonly #failures = new Map<string, Failures>();
  /** Entries whose failures cost no check: anyone can make any number of these, which must not evict the others. */
  readonly #light = new Map<string, Failures>();

  constructor(options: LoginThrottleOptions) {
    this.#limits = options.limits;
    this.#clock = options.clock;
    this.#capacity = options.capacity ?? 50_000;
  }

  /**
   * Begins a login attempt for a name, ignoring its case, from an address. Waits while one more attempt in progress
   * would allow more guesses than attempts in sequence: twenty people sharing a classroom account all get in, in turn.
   * @throws ChungError `rate_limited`, whose text ends in `in N s`
   */
  async begin(name: string, address: string): Promise<LoginAttempt> {
    const key = keyOf(name, address);
    let failures = this.#failures.get(key) ?? this.#light.get(key);
    if (failures === undefined) {
      failures = { inRow: 0, inHand: 0, inLine: 0, wake: [], waitUntil: 0 };
      this.#light.set(key, failures);
    }
    try {
      this.#assertMayTry(failures);
      while (failures.inHand >= Math.max(1, this.#limits.maxFailedLogins - failures.inRow)) {
        const { wake } = failures;
        failures.inLine++;
        await new Promise<void>((resolve) => wake.push(resolve));
        failures.inLine--;
        this.#assertMayTry(failures);
      }
    } catch (error) {
      // Wakes the next in line, which is refused too.
      failures.wake.shift()?.();
      throw error;
    }
    failures.inHand++;
    return this.#attempt(key, failures);
  }

  #attempt(key: string, failures: Failures): LoginAttempt {
    let open = true;
    const finish = (change: () => void) => {
      if (!open) return;
      open = false;
      failures.inHand--;
      change();
      this.#tidy(this.#failures, key);
      this.#tidy(this.#light, key);
      failures.wake.shift()?.();
    };
    return {
      succeed: () => finish(() => this.#forget(failures)),
      fail: () =>
        finish(() => {
          this.#light.delete(key);
          this.#count(this.#failures, key, failures);
        }),
      failAtOnce: () =>
        finish(() => {
          this.#count(this.#failures.has(key) ? this.#failures : this.#light, key, failures);
        }),
      abandon: () => finish(() => {}),
    };
  }

  #assertMayTry(failures: Failures): void {
    const milliseconds = failures.waitUntil - this.#clock.wall();
    if (milliseconds > 0) {
      // A clock set back must not extend a wait beyond the longest one.
      const seconds = Math.min(Math.ceil(milliseconds / 1000), this.#limits.maxLoginWaitSeconds);
      failures.waitUntil = this.#clock.wall() + Math.min(milliseconds, seconds * 1000);
      throw new ChungError("rate_limited", `too many failed logins: try again in ${seconds} s`);
    }
  }

  #forget(failures: Failures): void {
    failures.inRow = 0;
    failures.waitUntil = 0;
  }

  #count(remembered: Map<string, Failures>, key: string, failures: Failures): void {
    failures.inRow++;
    failures.waitUntil = this.#clock.wall() + this.#waitSeconds(failures.inRow) * 1000;
    remembered.delete(key);
    remembered.set(key, failures);
  }

  #waitSeconds(inRow: number): number {
    const { maxFailedLogins, loginWaitSeconds, maxLoginWaitSeconds } = this.#limits;
    if (inRow < maxFailedLogins) return 0;
    return Math.min(loginWaitSeconds * 2 ** (inRow - maxFailedLogins), maxLoginWaitSeconds);
  }

  #tidy(remembered: Map<string, Failures>, key: string): void {
    const own = remembered.get(key);
    if (own !== undefined && own.inHand + own.inLine + own.inRow === 0) remembered.delete(key);
    if (remembered.size <= this.#capacity) return;
    for (const [oldest, { inHand, inLine }] of remembered) {
      // Attempts in progress or waiting need their entries; connections bound their number.
      if (inHand + inLine > 0) continue;
      remembered.delete(oldest);
      break;
    }
  }
}

/** No username is longer; anything longer is cut, so that it can't fill the memory. */
const MAX_KEY_NAME = 64;

function keyOf(name: string, address: string): string {
  return `${address} ${name.slice(0, MAX_KEY_NAME).toLowerCase()}`;
}
