import type { TrustedProxies } from "./trusted_proxies.ts";

/** The address of who sent a request, or of the proxy where that says nothing that can be believed. */
export function visitorOf(
  { headers }: Request,
  info: Deno.ServeHandlerInfo | undefined,
  proxies: TrustedProxies,
): string {
  return proxies.visitor(peerOf(info), headers.get("x-forwarded-for"));
}

/** The address at the other end of a request's connection. */
export function peerOf(info: Deno.ServeHandlerInfo | undefined): string {
  const address = info?.remoteAddr;
  return address !== undefined && "hostname" in address ? address.hostname : "";
}
