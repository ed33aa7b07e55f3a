import { isPlaintext } from "../../lib/loopback.ts";
import { addressText, type ServerAddress } from "../shared/server_address.ts";

/** Returns a warning for the operator if passwords cross a network in the clear to the server, else null. */
export function plaintextServerWarning(server: ServerAddress): string | null {
  if (!isPlaintext(server)) return null;
  return `chung: warning: passwords cross the network in the clear to ${addressText(server)}: ` +
    "use --tls where the server has a certificate";
}

/** Returns a warning for the operator if passwords cross a network in the clear from browsers to the pages, else null. */
export function plaintextPagesWarning(origin: string): string | null {
  const { protocol, hostname } = new URL(origin);
  if (!isPlaintext({ hostname, tls: protocol === "https:" })) return null;
  return `chung: warning: passwords cross the network in the clear from browsers to ${origin}: ` +
    "let only a VPN reach it, or give --https-cert and --https-key";
}
