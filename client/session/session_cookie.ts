import { cookieValues } from "./cookie_values.ts";

/** The characters of a token (JWT: base64url parts and dots): nothing else leaves or enters the cookie. */
const TOKEN = /^[A-Za-z0-9._~-]{1,4096}$/;
/** The characters of `tls://HOST:PORT`: all allowed in a cookie (RFC 6265, 4.1.1), and no `~` among them. */
const SERVER = /^[A-Za-z0-9._:/[\]-]+$/;

/**
 * Browsers share cookies among all ports of a host, so that two clients on one machine would log
 * each other out: the port is part of the name.
 */
function cookieName(url: URL): string {
  return `chung_session_${url.port || (url.protocol === "https:" ? "443" : "80")}`;
}

function attributes(url: URL): string {
  return `Path=/; HttpOnly; SameSite=Strict${url.protocol === "https:" ? "; Secure" : ""}`;
}

/**
 * The `Set-Cookie` value that keeps `token` until `expiresAt` (ISO 8601, UTC); without a valid time it
 * ends with the browser. HttpOnly, so that no script can read it.
 *
 * @param server `HOST:PORT`, or `tls://HOST:PORT`, of the one that issued the token
 * @throws {TypeError} when the token or the address has a character that none has
 */
export function sessionCookie(
  url: URL,
  server: string,
  token: string,
  expiresAt: string,
): string {
  if (!TOKEN.test(token)) throw new TypeError("a token with characters that can't be in a cookie");
  if (!SERVER.test(server)) throw new TypeError(`no address of a server: ${server}`);
  const expires = new Date(expiresAt);
  const until = Number.isNaN(expires.getTime()) ? "" : `; Expires=${expires.toUTCString()}`;
  return `${cookieName(url)}=${server}~${token}; ${attributes(url)}${until}`;
}

/** The `Set-Cookie` value that makes the browser forget the token. */
export function clearedSessionCookie(url: URL): string {
  return `${cookieName(url)}=; ${attributes(url)}; Max-Age=0`;
}

/**
 * The token that the browser sent, where this server issued it; anything else counts as none. A token is as good
 * as a password: a server that the person turned to later must not get it, nor the same place without TLS.
 * @param server `HOST:PORT`, or `tls://HOST:PORT`
 */
export function readSessionCookie(request: Request, server: string): string | null {
  const own = `${server}~`;
  return cookieValues(request, cookieName(new URL(request.url)))
    .filter((value) => value.startsWith(own))
    .map((value) => value.slice(own.length))
    .find((value) => TOKEN.test(value)) ?? null;
}
