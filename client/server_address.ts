import type { ServerAddress } from "./upstream.ts";

/** `HOST:PORT`, an IPv6 address in brackets; null for anything else. */
export function parseServerAddress(text: string): ServerAddress | null {
  const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+)):([0-9]{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  if (match === null || port < 1 || port > 65_535) return null;
  return { hostname: match[1] ?? match[2], port };
}

/** The address as `parseServerAddress` reads it, and as URLs have it. */
export function addressText(hostname: string, port: number): string {
  return `${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`;
}
