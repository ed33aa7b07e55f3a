/** Where a server listens. Never changed in place: who holds one speaks to that server. */
export interface ServerAddress {
  readonly hostname: string;
  readonly port: number;
}

export const DEFAULT_SERVER: ServerAddress = { hostname: "127.0.0.1", port: 7070 };

/** `HOST:PORT`, an IPv6 address in brackets; null for anything else. */
export function parseServerAddress(text: string): ServerAddress | null {
  const match = /^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]{1,253}):([0-9]{1,5})$/.exec(text);
  const port = Number(match?.[2]);
  if (match === null || port < 1 || port > 65_535 || !URL.canParse(`http://${match[1]}`)) {
    return null;
  }
  return { hostname: match[1].replace(/^\[|\]$/g, "").toLowerCase(), port };
}

/** The address as `parseServerAddress` reads it, and as URLs have it. */
export function addressText({ hostname, port }: ServerAddress): string {
  return `${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`;
}
