import { cookieValues } from "./cookie.ts";

/** What a token is made of (JWT: base64url parts and dots), so that nothing else leaves or enters the cookie. */
const TOKEN = /^[A-Za-z0-9._~-]{1,4096}$/;

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
 * @throws {TypeError} when the token has a character that no token has
 */
export function sessionCookie(url: URL, token: string, expiresAt: string): string {
  if (!TOKEN.test(token)) throw new TypeError("a token with characters that can't be in a cookie");
  const expires = new Date(expiresAt);
  const until = Number.isNaN(expires.getTime()) ? "" : `; Expires=${expires.toUTCString()}`;
  return `${cookieName(url)}=${token}; ${attributes(url)}${until}`;
}

/** The `Set-Cookie` value that makes the browser forget the token. */
export function clearedSessionCookie(url: URL): string {
  return `${cookieName(url)}=; ${attributes(url)}; Max-Age=0`;
}

/** The token that the browser sent, or null; anything that can't be a token counts as none. */
export function readSessionCookie(request: Request): string | null {
  const values = cookieValues(request, cookieName(new URL(request.url)));
  return values.find((value) => TOKEN.test(value)) ?? null;
}
