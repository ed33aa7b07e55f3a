import type { Clock } from "../clock.ts";
import { ChungError } from "../errors.ts";
import type { Limits } from "../model/limits.ts";

export interface LoginThrottleOptions {
  limits: Pick<Limits, "maxFailedLogins" | "loginWaitSeconds" | "maxLoginWaitSeconds">;
  clock: Pick<Clock, "wall">;
  /**
   * Names with an address remembered at most; the one whose last failure is the oldest is forgotten first. The default
   * is more than two password workers can fail at cost 10 in the longest wait, so that a wait can't be pushed out.
   */
  capacity?: number;
}

/** A login being tried. Exactly one of its methods is to be called, once; further calls do nothing. */
export interface LoginAttempt {
  /** The password was right: forgets earlier failures. */
  succeed(): void;
  /** The name or the password was wrong. */
  fail(): void;
  /** Nobody can have such a password: a failure as well, though it took no time to find out. */
  failAtOnce(): void;
  /** The password was not checked: the attempt doesn't count. */
  abandon(): void;
}

interface Failures {
  inRow: number;
  inHand: number;
  /** Logins that wait until those being tried are settled, and the calls that wake them. */
  inLine: number;
  wake: (() => void)[];
  /** Unix milliseconds. */
  waitUntil: number;
}

/** Slows down the guessing of passwords: docs/PROTOCOL.md, "Limits", failed logins. */
export class LoginThrottle {
  readonly #limits: LoginThrottleOptions["limits"];
  readonly #clock: Pick<Clock, "wall">;
  readonly #capacity: number;
  /** The least recently failed first. */
  readonly #failures = new Map<string, Failures>();
  /** Those with failures that took no time alone: any number of these is possible, and must not evict the others. */
  readonly #light = new Map<string, Failures>();

  constructor(options: LoginThrottleOptions) {
    this.#limits = options.limits;
    this.#clock = options.clock;
    this.#capacity = options.capacity ?? 50_000;
  }

  /**
   * Lets a login for a name, whatever its case, be tried from an address, once those being tried could not be more
   * guesses together than one after another: twenty people of one classroom account all get in, in turn.
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
      // The next one in line is refused too.
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
      // A clock that was set back must not make anyone wait longer than the longest wait.
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
      // Logins being tried or waiting need theirs; there are no more of these than connections.
      if (inHand + inLine > 0) continue;
      remembered.delete(oldest);
      break;
    }
  }
}

/** No username is longer, and nobody may fill the memory with what can't be one. */
const MAX_KEY_NAME = 64;

function keyOf(name: string, address: string): string {
  return `${address} ${name.slice(0, MAX_KEY_NAME).toLowerCase()}`;
}
