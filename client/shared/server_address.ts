/** Where a server listens. Never changed in place: who holds one speaks to that server. */
export interface ServerAddress {
  readonly hostname: string;
  readonly port: number;
  /** It is reached by TLS alone, under this name. The same place without TLS is another server. */
  readonly tls?: true;
}

export const DEFAULT_SERVER: ServerAddress = { hostname: "127.0.0.1", port: 7070 };

const TLS = "tls://";

/** `HOST:PORT`, an IPv6 address in brackets, `tls://` before it for TLS; null for anything else. */
export function parseServerAddress(text: string): ServerAddress | null {
  const match = /^(tls:\/\/)?(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]{1,253}):([0-9]{1,5})$/i.exec(text);
  const port = Number(match?.[3]);
  if (match === null || port < 1 || port > 65_535 || !URL.canParse(`http://${match[2]}`)) {
    return null;
  }
  const address = { hostname: match[2].replace(/^\[|\]$/g, "").toLowerCase(), port };
  return match[1] === undefined ? address : withTls(address);
}

/** The address as `parseServerAddress` reads it; without TLS also as URLs have it. */
export function addressText({ hostname, port, tls }: ServerAddress): string {
  return `${tls ? TLS : ""}${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`;
}

/** The same place, reached by TLS. */
export function withTls({ hostname, port }: ServerAddress): ServerAddress {
  return { hostname, port, tls: true };
}
