import type { ErrorCode } from "../../lib/errors.ts";
import type { Replies } from "../../lib/protocol/replies.ts";
import { type AccountFaults, accountFaults } from "./account_faults.ts";
import {
  type Argument,
  passwordArgument,
  tokenArgument,
  usernameArgument,
  wordArgument,
} from "./request_line.ts";
import { isPlaintext } from "../../lib/loopback.ts";
import { addressText, type ServerAddress } from "../shared/server_address.ts";
import { pingServer } from "./ping_server.ts";
import { Registrations } from "./registrations.ts";
import { systemTimers, type Timers } from "../../lib/timers.ts";
import type { ServerTrust } from "./server_trust.ts";
import { ServerUnreachable } from "./server_unreachable.ts";
import { Upstream } from "./upstream.ts";

/** The requests that need no login, to one server. */
export interface AccountRequests {
  /** The server's `HOST:PORT`, preceded by `tls://` for TLS. */
  readonly server: string;
  /** Whether the connection can be read on its way. */
  readonly inTheClear: boolean;
  /** The reason why the server is unreachable, now or a moment ago; null where it answers. Never throws. */
  absence(): Promise<ServerUnreachable | null>;
  /**
   * Creates an account. Does nothing where the same form has created it before, by a double click or when the answer
   * was lost.
   * @param form identifies the form and what was typed into it
   * @throws {ChungError | ServerUnreachable}
   */
  register(username: string, password: string, form: string): Promise<void>;
  /**
   * Creates an account by an invitation; like `register` otherwise.
   * @throws {ChungError | ServerUnreachable}
   */
  join(code: string, username: string, password: string, form: string): Promise<void>;
  /** Every fault that a username and a password have by the server's limits. Never throws. */
  faults(username: string, password: string): Promise<AccountFaults>;
  /**
   * Returns a token for the browser's cookie; script never gets it.
   * @throws {ChungError | ServerUnreachable}
   */
  login(username: string, password: string): Promise<Replies["login"]>;
  /**
   * Checks that this is somebody's password, by a login that ends at once.
   * @throws {ChungError | ServerUnreachable} as `login`
   */
  confirm(username: string, password: string): Promise<void>;
}

/** Concurrent requests: each has a connection while its password is hashed. */
const MAX_CONCURRENT = 64;

/** Milliseconds for which the result of a ping is reused. */
const PING_REUSE_MS = 1_000;
/** Milliseconds that a ping may take. */
const PING_TIMEOUT_MS = 1_500;

export interface AccountRequestsOptions {
  trust?: ServerTrust;
  timers?: Timers;
  /** Called when the server has carried a request out. */
  answered?: () => void;
}

/** Registers and logs in, each on a connection of its own: nobody waits for another's hash. */
export function createAccountRequests(
  server: ServerAddress,
  { trust, timers = systemTimers, answered }: AccountRequestsOptions = {},
): AccountRequests {
  let inside = 0;
  const registrations = new Registrations();
  let asked = { at: -Infinity, answer: Promise.resolve<ServerUnreachable | null>(null) };

  async function ask<A extends "reg" | "join" | "login" | "logout" | "help">(
    action: A,
    { args, tooLong }: Partial<AccountArguments> = {},
    connected?: () => void,
  ): Promise<Replies[A]> {
    if (inside >= MAX_CONCURRENT) throw new ServerUnreachable("too many people at once");
    inside++;
    const upstream = new Upstream({ server, trust, timers, connected });
    try {
      const reply = await upstream.request(action, { args, tooLong });
      answered?.();
      return reply;
    } finally {
      inside--;
      upstream.close();
    }
  }

  return {
    server: addressText(server),
    inTheClear: isPlaintext(server),
    absence() {
      const at = timers.monotonic();
      if (at - asked.at > PING_REUSE_MS) {
        asked = { at, answer: pingServer(server, PING_TIMEOUT_MS, { trust, timers }) };
      }
      return asked.answer;
    },
    async register(username, password, form) {
      const args = accountArguments(username, password, "invalid_username", "invalid_password");
      let connected = false;
      await registrations.register(
        form,
        () => ask("reg", args, () => connected = true),
        () => connected,
      );
    },
    async join(code, username, password, form) {
      const rest = accountArguments(username, password, "invalid_username", "invalid_password");
      const args = [wordArgument(code, "invalid_invitation"), ...rest.args];
      let connected = false;
      await registrations.register(
        form,
        () => ask("join", { ...rest, args }, () => connected = true),
        () => connected,
      );
    },
    async faults(username, password) {
      const { limits } = await ask("help").catch(() => ({ limits: {} }));
      return accountFaults(username, password, limits ?? {});
    },
    async login(username, password) {
      // No account has such a name or password, and a login never tells which was wrong.
      return await ask("login", accountArguments(username, password, "bad_credentials"));
    },
    async confirm(username, password) {
      const { token } = await ask("login", accountArguments(username, password, "bad_credentials"));
      await ask("logout", { args: [tokenArgument(token)] });
    },
  };
}

interface AccountArguments {
  args: Argument[];
  tooLong: ErrorCode;
}

function accountArguments(
  username: string,
  password: string,
  badName: ErrorCode,
  badPassword = badName,
): AccountArguments {
  return {
    args: [usernameArgument(username, badName), passwordArgument(password, badPassword)],
    // Where the line is too long, blame the longer of the two.
    tooLong: username.length > password.length ? badName : badPassword,
  };
}
