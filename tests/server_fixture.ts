import { defaultsOf } from "../lib/cli/options.ts";
import { limitsFrom } from "../lib/server/server_limits.ts";
import { SERVER_OPTIONS, type ServerOptions } from "../lib/server/options/server_options.ts";
import type { Store } from "../lib/store/store.ts";
import { type RunningServer, startServer } from "../lib/server/start_server.ts";
import { clockOf } from "./clock_of.ts";

/** A real server on a free port, with data and log in a folder of its own. */
export interface TestServer extends RunningServer {
  port: number;
  /** The folder that contains `data` and `log`. */
  directory: string;
  /** Reports to the operator. */
  reports: string[];
}

const DEFAULTS: ServerOptions = defaultsOf(SERVER_OPTIONS);

/** The options of a test's server but for its folders: a free port, and a bcrypt cost that only tests may use. */
export const DEFAULT_OPTIONS: ServerOptions = { ...DEFAULTS, port: 0, "bcrypt-cost": 4 };

/** The default limits with overrides. */
export const testLimits = (overrides: Partial<ServerOptions> = {}) =>
  limitsFrom({ ...DEFAULTS, ...overrides });

/**
 * Starts a server in this process, with a bcrypt cost that only tests may use.
 * @param setup.directory an earlier server's folder to continue with; not removed at the end
 */
export async function startTestServer(
  overrides: Partial<ServerOptions> = {},
  setup: { directory?: string; now?: () => number; store?: Store } = {},
): Promise<TestServer> {
  const directory = setup.directory ?? await Deno.makeTempDir({ prefix: "chung-test-" });
  const reports: string[] = [];
  const clock = setup.now && clockOf(setup.now);
  const server = await startServer({
    ...DEFAULT_OPTIONS,
    data: `${directory}/data`,
    log: `${directory}/log`,
    ...overrides,
  }, { report: (line) => reports.push(line), clock, store: setup.store });
  const close = async () => {
    await server.close();
    if (setup.directory === undefined) await Deno.remove(directory, { recursive: true });
  };
  let closed: Promise<void> | undefined;
  return {
    ...server,
    port: server.address.port,
    directory,
    reports,
    close: () => closed ??= close(),
  };
}
