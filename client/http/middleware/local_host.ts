import { hostnameOf, inBrackets, LOOPBACK_NAMES } from "../../../lib/loopback.ts";

/**
 * Reports whether a request is addressed to this client. Another site can point its own name at this machine (DNS
 * rebinding), and its pages would then be of the same origin: only names that nobody else owns are accepted.
 * @param host the host that the client listens on
 */
export function isLocalHost(request: Request, host: string): boolean {
  const header = request.headers.get("host");
  // A Host header may make the request's URL invalid.
  const names = [URL.parse(request.url)?.hostname ?? ""];
  if (header !== null) names.push(hostnameOf(header));
  const own = hostnameOf(inBrackets(host));
  return names.every((name) => LOOPBACK_NAMES.has(name) || (own !== "" && name === own));
}
