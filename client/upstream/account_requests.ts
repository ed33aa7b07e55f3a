import type { ErrorCode } from "../../lib/errors.ts";
import type { Replies } from "../../lib/protocol/replies.ts";
import type { User } from "../../lib/model/user.ts";
import { type Argument, passwordArgument, usernameArgument } from "./request_line.ts";
import { isPlaintext } from "../../lib/loopback.ts";
import { addressText, type ServerAddress } from "../shared/server_address.ts";
import { pingServer } from "./ping_server.ts";
import type { ServerTrust } from "./server_trust.ts";
import { ServerUnreachable } from "./server_unreachable.ts";
import { Upstream } from "./upstream.ts";

/**
 * Requests to one server that need no token. `register` and `login` throw ChungError as the server answered, or
 * ServerUnreachable.
 */
export interface AccountRequests {
  /** `HOST:PORT` of the server, prefixed with `tls://` for TLS. */
  readonly server: string;
  /** Whether passwords reach the server over a network unencrypted. */
  readonly inTheClear: boolean;
  /** Reports why the server is unreachable, or null if it answers; a recent result is reused. Never throws. */
  absence(): Promise<ServerUnreachable | null>;
  register(username: string, password: string): Promise<User>;
  /** Logs in; the token goes into the browser's cookie and is never exposed to scripts. */
  login(username: string, password: string): Promise<Replies["login"]>;
}

/** Maximum requests at once: each holds a connection while the server hashes its password. */
const MOST_AT_ONCE = 64;

/** Milliseconds for which the result of a ping is reused. */
const REACHED = 1_000;
/** Timeout of a ping in milliseconds. */
const PING = 1_500;

export interface AccountRequestsOptions {
  trust?: ServerTrust;
  /** Called after each successful request. */
  answered?: () => void;
}

/** Creates account requests that each use their own connection, so that none waits for another's password hash. */
export function createAccountRequests(
  server: ServerAddress,
  { trust, answered }: AccountRequestsOptions = {},
): AccountRequests {
  let inside = 0;
  let asked = { at: -Infinity, answer: Promise.resolve<ServerUnreachable | null>(null) };

  async function ask<A extends "reg" | "login">(
    action: A,
    { args, tooLong }: AccountArguments,
  ): Promise<Replies[A]> {
    if (inside >= MOST_AT_ONCE) throw new ServerUnreachable("too many people at once");
    inside++;
    const upstream = new Upstream({ server, trust });
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
      const at = performance.now();
      if (at - asked.at > REACHED) asked = { at, answer: pingServer(server, PING, trust) };
      return asked.answer;
    },
    async register(username, password) {
      const { user } = await ask(
        "reg",
        accountArguments(username, password, "invalid_username", "invalid_password"),
      );
      return user;
    },
    async login(username, password) {
      // A login never reveals whether the name or the password was wrong.
      return await ask("login", accountArguments(username, password, "bad_credentials"));
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
    // Blame the longer of the two for a line that is too long.
    tooLong: username.length > password.length ? badName : badPassword,
  };
}
