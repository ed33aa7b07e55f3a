import { OptionError, type OptionTable, parseOptions } from "../lib/options.ts";
import { parseServerAddress } from "./server_address.ts";
import type { ServerAddress } from "./upstream.ts";

/** The options of the web client (README, "Options"). */
export const CLIENT_OPTIONS = {
  server: {
    env: "CHUNG_SERVER",
    value: "HOST:PORT",
    default: "127.0.0.1:7070",
    help: "where the server listens; an IPv6 address in brackets",
  },
  host: {
    env: "CHUNG_CLIENT_HOST",
    value: "ADDRESS",
    default: "127.0.0.1",
    help: "address to listen on",
  },
  port: {
    env: "CHUNG_CLIENT_PORT",
    value: "PORT",
    default: 7080,
    max: 65_535,
    help: "port to listen on; 0 takes a free one",
  },
  "no-open": { env: "CHUNG_NO_OPEN", default: false, help: "don't open the browser" },
} as const satisfies OptionTable;

export interface ClientOptions {
  server: ServerAddress;
  host: string;
  port: number;
  open: boolean;
}

/** @throws {OptionError} */
export function parseClientOptions(
  args: string[],
  environment: (name: string) => string | undefined,
): ClientOptions | "help" | "version" {
  const options = parseOptions(CLIENT_OPTIONS, args, environment);
  if (typeof options === "string") return options;
  const server = parseServerAddress(options.server);
  if (server === null) {
    const given = JSON.stringify(options.server);
    throw new OptionError(`--server is HOST:PORT, for example 127.0.0.1:7070, not ${given}`);
  }
  return { server, host: options.host, port: options.port, open: !options["no-open"] };
}
