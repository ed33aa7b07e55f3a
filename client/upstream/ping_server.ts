import type { ServerAddress } from "../shared/server_address.ts";
import { systemTimers, type Timers } from "../../lib/timers.ts";
import type { ServerTrust } from "./server_trust.ts";
import { ServerUnreachable } from "./server_unreachable.ts";
import { Upstream } from "./upstream.ts";

/** Pings a server; resolves to null if it answers in time, else to the reason. Never throws. */
export async function pingServer(
  server: ServerAddress,
  timeoutMs: number,
  { trust, timers = systemTimers }: { trust?: ServerTrust; timers?: Timers } = {},
): Promise<ServerUnreachable | null> {
  const upstream = new Upstream({ server, trust, timers });
  const late = timers.set(() => upstream.close(), timeoutMs);
  try {
    await upstream.request("ping");
    return null;
  } catch (error) {
    // A refusal is an answer too.
    return error instanceof ServerUnreachable ? error : null;
  } finally {
    timers.clear(late);
    upstream.close();
  }
}
