import { cookieValues } from "./cookie_values.ts";

/** Characters of a token (JWT: base64url parts and dots). Nothing else is written to or read from the cookie. */
const TOKEN = /^[A-Za-z0-9._~-]{1,4096}$/;
/** Characters of `tls://HOST:PORT`: all are allowed in a cookie (RFC 6265, 4.1.1), and none is the separator `~`. */
const SERVER = /^[A-Za-z0-9._:/[\]-]+$/;

/**
 * Returns the cookie's name. It contains the port: browsers share cookies among all ports of a host, so two clients
 * on one machine would otherwise log each other out.
 */
function cookieName(url: URL): string {
  return `chung_session_${url.port || (url.protocol === "https:" ? "443" : "80")}`;
}

function attributes(url: URL): string {
  return `Path=/; HttpOnly; SameSite=Strict${url.protocol === "https:" ? "; Secure" : ""}`;
}

/**
 * Returns the `Set-Cookie` value that keeps `token` until `expiresAt` (ISO 8601, UTC), or until the browser closes if
 * that is no valid time. The cookie is HttpOnly, so that no script can read it.
 *
 * @param server `HOST:PORT` or `tls://HOST:PORT` of the server that issued the token
 * @throws {TypeError} if the token or the address has an invalid character
 */
export function sessionCookie(
  url: URL,
  server: string,
  token: string,
  expiresAt: string,
): string {
  if (!TOKEN.test(token)) throw new TypeError("the token has characters that a cookie can't hold");
  if (!SERVER.test(server)) throw new TypeError(`not a server address: ${server}`);
  const expires = new Date(expiresAt);
  const until = Number.isNaN(expires.getTime()) ? "" : `; Expires=${expires.toUTCString()}`;
  return `${cookieName(url)}=${server}~${token}; ${attributes(url)}${until}`;
}

/** Returns the `Set-Cookie` value that deletes the token from the browser. */
export function clearedSessionCookie(url: URL): string {
  return `${cookieName(url)}=; ${attributes(url)}; Max-Age=0`;
}

/**
 * Returns the token that the browser sent if this server issued it, else null. A token is as good as a password, so
 * it must not reach another server that the person chose later, nor the same address without TLS.
 * @param server `HOST:PORT`, or `tls://HOST:PORT`
 */
export function readSessionCookie(request: Request, server: string): string | null {
  const own = `${server}~`;
  return cookieValues(request, cookieName(new URL(request.url)))
    .filter((value) => value.startsWith(own))
    .map((value) => value.slice(own.length))
    .find((value) => TOKEN.test(value)) ?? null;
}
