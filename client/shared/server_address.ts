/** The address of a server. Immutable, so that whoever holds it keeps using the same server. */
export interface ServerAddress {
  readonly hostname: string;
  readonly port: number;
  /** Requires TLS with this host name. The same address without TLS counts as another server. */
  readonly tls?: true;
}

export const DEFAULT_SERVER: ServerAddress = { hostname: "127.0.0.1", port: 7070 };

const TLS = "tls://";

/** Parses `HOST:PORT`, with IPv6 addresses in brackets and a `tls://` prefix for TLS; null for anything else. */
export function parseServerAddress(text: string): ServerAddress | null {
  const match = /^(tls:\/\/)?(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]{1,253}):([0-9]{1,5})$/i.exec(text);
  const port = Number(match?.[3]);
  if (match === null || port < 1 || port > 65_535 || !URL.canParse(`http://${match[2]}`)) {
    return null;
  }
  const hostname = match[2].replace(/^\[|\]$/g, "").toLowerCase()
    .replace(/^localhost\.$/, "localhost");
  const address = { hostname, port };
  return match[1] === undefined ? address : withTls(address);
}

/** Formats the address for `parseServerAddress`; without TLS the result also fits into a URL. */
export function addressText({ hostname, port, tls }: ServerAddress): string {
  return `${tls ? TLS : ""}${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`;
}

/** The same address, with TLS. */
export function withTls({ hostname, port }: ServerAddress): ServerAddress {
  return { hostname, port, tls: true };
}
