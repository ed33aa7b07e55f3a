import { isLoopback, isPlaintext } from "../../lib/loopback.ts";
import { addressText, type ServerAddress } from "../shared/server_address.ts";

/** Returns a warning for the operator if passwords cross a network in the clear to the server, else null. */
export function plaintextServerWarning(server: ServerAddress): string | null {
  if (!isPlaintext(server)) return null;
  return `chung: warning: passwords cross the network in the clear to ${addressText(server)}: ` +
    "use --tls where the server has a certificate";
}

/** Returns a warning for the operator if passwords cross a network in the clear from browsers to `host`, else null. */
export function plaintextPagesWarning(host: string): string | null {
  if (isLoopback(host)) return null;
  return `chung: warning: passwords cross the network in the clear from browsers on other machines, since the pages ` +
    `are served on ${host}: let only a VPN reach it, or a proxy that speaks HTTPS`;
}
