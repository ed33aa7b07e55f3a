/**
 * Parses an origin as people write it; returns the spelling that browsers send, or null for anything that is more or
 * less than `http://NAME`, `https://NAME`, or these with a port.
 */
export function parsePublicOrigin(text: string): string | null {
  const url = /^https?:\/\/[^/?#@\\\s]+\/?$/i.test(text) ? URL.parse(text) : null;
  return url === null || url.hostname.endsWith(".") ? null : url.origin;
}

/**
 * Reports whether a request is for this origin, by its `Host` and by its URL. HTTP/2 has no `Host`, and a URL in the
 * request's first line may differ from it.
 */
export function isForOrigin(request: Request, origin: string): boolean {
  const own = new URL(origin);
  const requested = URL.parse(request.url);
  const host = request.headers.get("host") ?? requested?.host ?? "";
  const named = /^[^/?#@\\\s]+$/.test(host) ? URL.parse(`${own.protocol}//${host}`) : null;
  return named?.host === own.host && requested?.hostname === own.hostname;
}
