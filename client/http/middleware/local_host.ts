import { hostnameOf, inBrackets, LOOPBACK_NAMES } from "../../../lib/loopback.ts";

const EVERY_ADDRESS: ReadonlySet<string> = new Set(["0.0.0.0", "::", "[::]"]);

/**
 * Whether a request was meant for this client. A page of another site can let its own name lead to
 * this machine (DNS rebinding) and would then be of the same origin: only names that nobody else
 * owns are answered.
 * @param host what the client listens on; with an address that stands for all, numbers are local too
 */
export function isLocalHost(request: Request, host: string): boolean {
  const header = request.headers.get("host");
  // What a Host header makes of it need not be a URL.
  const names = [URL.parse(request.url)?.hostname ?? ""];
  if (header !== null) names.push(hostnameOf(header));
  const own = hostnameOf(inBrackets(host));
  return names.every((name) =>
    LOOPBACK_NAMES.has(name) || (own !== "" && name === own) ||
    (EVERY_ADDRESS.has(host) && isNumeric(name))
  );
}

function isNumeric(hostname: string): boolean {
  return hostname.startsWith("[") || /^\d+\.\d+\.\d+\.\d+$/.test(hostname);
}
