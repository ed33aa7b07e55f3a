import type { Limits } from "../../model/limits.ts";
import { errLine } from "../../protocol/response.ts";
import type { AddressRefusal } from "./address_limits.ts";

/** The reason why a connection is not served. */
export type Refusal = AddressRefusal | { reason: "server_full" };

/** Makes the single line that a refused connection receives (docs/PROTOCOL.md, "Errors of every action"). */
export function refusalLine(refusal: Refusal, limits: Limits): string {
  switch (refusal.reason) {
    case "server_full":
      return errLine(
        null,
        "-",
        "server_full",
        "the server has as many connections as it accepts: try again later",
      );
    case "address_full":
      return errLine(
        null,
        "-",
        "server_full",
        `your address has ${limits.maxConnectionsPerAddress} connections open, as many as it may: close one first`,
      );
    case "rate_limited":
      return errLine(
        null,
        "-",
        "rate_limited",
        `too many new connections from your address: try again in ${refusal.seconds} s`,
      );
  }
}
