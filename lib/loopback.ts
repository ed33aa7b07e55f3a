/** The names and numbers of this machine that nobody else can own, as `URL.hostname` writes them. */
export const LOOPBACK_NAMES: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether only this machine reaches what listens on, or connects from, this host.
 * @param host a name or an address, an IPv6 one with or without brackets
 */
export function isLoopback(host: string): boolean {
  const name = hostnameOf(inBrackets(host));
  return LOOPBACK_NAMES.has(name) || /^127\.\d+\.\d+\.\d+$/.test(name);
}

/** Whether others on the way could read what is sent to this host. */
export function isPlaintext({ hostname, tls }: { hostname: string; tls?: boolean }): boolean {
  return !tls && !isLoopback(hostname);
}

/** An IPv6 address as URLs have it. */
export function inBrackets(host: string): string {
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}

/** The name in a `Host` header, with or without a port; "" for what is no host. */
export function hostnameOf(host: string): string {
  const url = /[/?#@\\\s]/.test(host) ? null : URL.parse(`http://${host}`);
  return url?.hostname ?? "";
}
