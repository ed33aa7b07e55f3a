import { LoginThrottle } from "../../lib/auth/login_throttle.ts";
import { type Clock, systemClock } from "../../lib/clock.ts";
import { ChungError } from "../../lib/errors.ts";
import { networkAddress } from "../../lib/net/admission/network_address.ts";
import type { AccountRequests } from "../upstream/account_requests.ts";
import { ServerUnreachable } from "../upstream/server_unreachable.ts";
import { Allowance } from "./allowance.ts";
import { Places } from "./places.ts";

/** Fewer than the server allows all of this client's visitors together, which count as one address there. */
const FAILURES_OF_NAME = {
  maxFailedLogins: 5,
  loginWaitSeconds: 30,
  maxLoginWaitSeconds: 15 * 60,
};
/** Failed logins of one address, whatever the names: with everybody's names, it could lock everybody out. */
const FAILURES = { most: 30, refillMs: 5 * 60_000 };
/** Tried registrations of one address: enough for an office on its first day. */
const REGISTRATIONS = { most: 100, refillMs: 5 * 60_000 };
/** Requests at once, a quarter of what the client sends at all. */
const AT_ONCE = 16;

/**
 * Keeps one visitor of a shared client from using up what all of them have together at the server, where they are one
 * address: its failed logins, its places, its registrations.
 */
export class AccountGuard {
  readonly #throttle: LoginThrottle;
  readonly #failures: Allowance;
  readonly #registrations: Allowance;
  readonly #places = new Places(AT_ONCE);

  constructor(clock: Pick<Clock, "wall" | "monotonic"> = systemClock) {
    this.#throttle = new LoginThrottle({ limits: FAILURES_OF_NAME, clock });
    this.#failures = new Allowance({ ...FAILURES, clock });
    this.#registrations = new Allowance({ ...REGISTRATIONS, clock });
  }

  /** The same requests, as far as this visitor may make them. */
  guarded(accounts: AccountRequests, visitor: string): AccountRequests {
    const address = networkAddress(visitor);
    return {
      server: accounts.server,
      inTheClear: accounts.inTheClear,
      absence: () => accounts.absence(),
      faults: (username, password) =>
        this.#placed(address, () => accounts.faults(username, password)),
      register: async (username, password, form) => {
        this.#registrations.take(address);
        await this.#placed(address, () => accounts.register(username, password, form));
      },
      join: async (code, username, password, form) => {
        this.#registrations.take(address);
        await this.#placed(address, () => accounts.join(code, username, password, form));
      },
      login: (username, password) =>
        this.#counted(username, address, () => {
          return this.#placed(address, () => accounts.login(username, password));
        }),
      confirm: (username, password) =>
        this.#counted(username, address, () => {
          return this.#placed(address, () => accounts.confirm(username, password));
        }),
    };
  }

  async #counted<T>(name: string, address: string, login: () => Promise<T>): Promise<T> {
    const attempt = await this.#throttle.begin(name, address);
    try {
      this.#failures.take(address);
      const reply = await login().catch((error) => {
        if (error instanceof ChungError && error.code === "bad_credentials") attempt.fail();
        else this.#failures.giveBack(address);
        throw error;
      });
      attempt.succeed();
      this.#failures.giveBack(address);
      return reply;
    } finally {
      attempt.abandon();
    }
  }

  async #placed<T>(address: string, run: () => Promise<T>): Promise<T> {
    const leave = this.#places.take(address);
    if (leave === null) throw new ServerUnreachable("too many of this address at once");
    try {
      return await run();
    } finally {
      leave();
    }
  }
}
