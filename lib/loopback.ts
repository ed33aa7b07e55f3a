/** Names and addresses of this machine that no other can have, as in `URL.hostname`. */
export const LOOPBACK_NAMES: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether only this machine can listen on, or connect from, this host.
 * @param host a name or an address, IPv6 with or without brackets
 */
export function isLoopback(host: string): boolean {
  const name = hostnameOf(inBrackets(host));
  return LOOPBACK_NAMES.has(name) || /^127\.\d+\.\d+\.\d+$/.test(name);
}

/** Whether others on the way could read what is sent to this host. */
export function isPlaintext({ hostname, tls }: { hostname: string; tls?: boolean }): boolean {
  return !tls && !isLoopback(hostname);
}

/** Formats an IPv6 address as in URLs. */
export function inBrackets(host: string): string {
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}

/** Extracts the host name from a `Host` header with or without a port; "" if it is invalid. */
export function hostnameOf(host: string): string {
  const url = /[/?#@\\\s]/.test(host) ? null : URL.parse(`http://${host}`);
  return url?.hostname ?? "";
}
