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

/** What a stranger may ask of one server. Both throw ChungError, or ServerUnreachable. */
export interface AccountRequests {
  /** `HOST:PORT` of the server that is asked, `tls://` before it for TLS. */
  readonly server: string;
  /** Whether others on the way could read what is sent there. */
  readonly inTheClear: boolean;
  /** Why it can't be asked now, or could not a moment ago; null where it answers. Never throws. */
  absence(): Promise<ServerUnreachable | null>;
  register(username: string, password: string): Promise<User>;
  /** The token goes into the browser's cookie, and never to script. */
  login(username: string, password: string): Promise<Replies["login"]>;
}

/** Strangers at once: each has a connection while its password is hashed. */
const MOST_AT_ONCE = 64;

/** How long in milliseconds it is believed that the server answers, or doesn't. */
const REACHED = 1_000;
/** How long in milliseconds it may take to answer. */
const PING = 1_500;

export interface AccountRequestsOptions {
  trust?: ServerTrust;
  /** Called when the server has done what was asked. */
  answered?: () => void;
}

/** Registers and logs in, each on a connection of its own: nobody waits for another's hash. */
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
      // No account has such a name or password, and a login never tells which was wrong.
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
    // Of a line that is too long, the longer of the two is to blame.
    tooLong: username.length > password.length ? badName : badPassword,
  };
}
