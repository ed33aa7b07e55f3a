import { systemClock } from "../clock.ts";
import { systemTimers } from "../timers.ts";
import { operate } from "./operator.ts";
import { openCore } from "./server_core.ts";
import { limitsFrom } from "./server_limits.ts";
import type { ServerOptions } from "./options/server_options.ts";

/**
 * Runs a request as the operator on the data of a server that isn't running.
 * @returns the response, without its LF
 * @throws {Error} one line: there is no server's data, or it is in use
 */
export async function operateOffline(
  options: ServerOptions,
  line: string,
  report: (line: string) => void,
): Promise<string> {
  try {
    Deno.statSync(`${options.data}/chung.db`);
  } catch {
    throw new Error(
      `there is no server's data in ${options.data}: name the folder with --data, or start the server first`,
    );
  }
  const core = await openCore(options, {
    limits: limitsFrom(options),
    clock: systemClock,
    timers: systemTimers,
    report,
  });
  try {
    return await operate(core.dispatcher, line);
  } finally {
    await core.close();
  }
}
