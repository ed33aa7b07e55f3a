import type { ServerAddress } from "../shared/server_address.ts";
import { realTimers } from "../shared/timers.ts";
import type { ServerTrust } from "./server_trust.ts";
import { ServerUnreachable } from "./server_unreachable.ts";
import { Upstream } from "./upstream.ts";

/** Pings a server; resolves to null if it answers in time, else to the reason. Never throws. */
export async function pingServer(
  server: ServerAddress,
  timeoutMs: number,
  trust?: ServerTrust,
): Promise<ServerUnreachable | null> {
  const upstream = new Upstream({ server, trust });
  const late = realTimers.set(() => upstream.close(), timeoutMs);
  try {
    await upstream.request("ping");
    return null;
  } catch (error) {
    // A refusal is an answer too.
    return error instanceof ServerUnreachable ? error : null;
  } finally {
    realTimers.clear(late);
    upstream.close();
  }
}
