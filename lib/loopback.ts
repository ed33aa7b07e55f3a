/**
 * A name of this machine (RFC 6761, 6.3) that no other program has, so that its cookies are kept apart from theirs:
 * browsers send those of `localhost` and 127.0.0.1 to every port.
 */
export const CHUNG_LOCALHOST = "chung.localhost";

/** Names and addresses of this machine that no other can have, as in `URL.hostname`. */
export const LOOPBACK_NAMES: ReadonlySet<string> = new Set([
  ...["localhost", "127.0.0.1", "[::1]"],
  CHUNG_LOCALHOST,
]);

/**
 * Whether only this machine can listen on, or connect from, this host.
 * @param host a name or an address in any spelling, see parseHost
 */
export function isLoopback(host: string): boolean {
  const name = parseHost(host);
  return name === "localhost" || name === "::1" || /^127\.\d+\.\d+\.\d+$/.test(name ?? "");
}

/** Whether others on the way could read what is sent to this host. */
export function isPlaintext({ hostname, tls }: { hostname: string; tls?: boolean }): boolean {
  return !tls && !isLoopback(hostname);
}

/**
 * Parses a host as people write it, IPv6 with or without brackets and with or without a zone. Returns the one spelling
 * that stands for all: in lower case, without brackets, IPv4 addresses in four numbers also where they are mapped into
 * IPv6. Null if it is neither a name nor an address.
 */
export function parseHost(text: string): string | null {
  const [, address, zone = ""] = /^([^%[\]]*:[^%[\]]*)(%[\w.-]+)?$/.exec(withoutBrackets(text)) ??
    [];
  if (address !== undefined) {
    const name = hostnameOf(`[${address}]`);
    return name === "" ? null : unmapped(name.slice(1, -1)) + zone;
  }
  const name = /[:%[\]]/.test(text) ? "" : hostnameOf(text);
  return name === "" || name === "." ? null : name.replace(/^localhost\.$/, "localhost");
}

/**
 * Parses `HOST:PORT`, or a port of this machine, 127.0.0.1. Null if it is neither; IPv6 needs brackets.
 */
export function parseAddress(text: string): { hostname: string; port: number } | null {
  const [, host, digits] = /^(?:(\[.+\]|[^:]+):)?(\d{1,5})$/.exec(text) ?? [];
  const hostname = parseHost(host ?? "127.0.0.1");
  const port = Number(digits);
  return hostname === null || !(port <= 65_535) ? null : { hostname, port };
}

function withoutBrackets(text: string): string {
  return /^\[[^[\]]*:[^[\]]*\]$/.test(text) ? text.slice(1, -1) : text;
}

/** Returns the IPv4 address that a compressed IPv6 address stands for, else the address itself. */
function unmapped(address: string): string {
  const [, ...groups] = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(address) ?? [];
  if (groups.length === 0) return address;
  return groups.map((group) => parseInt(group, 16)).flatMap((both) => [both >> 8, both & 255])
    .join(".");
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
