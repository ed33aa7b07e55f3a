import { cookieValues } from "./cookie_values.ts";

/** A key of LoginTable. Nothing else is written to or read from the cookie. */
const KEY = /^[A-Za-z0-9_-]{43}$/;

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
 * Returns the `Set-Cookie` value that keeps a login's key until `expiresAt` (ISO 8601, UTC), or until the browser closes
 * if that is no valid time. The cookie is HttpOnly, so that no script can read it.
 * @throws {TypeError} if it is no key
 */
export function sessionCookie(url: URL, key: string, expiresAt: string): string {
  if (!KEY.test(key)) throw new TypeError("not a key of a login");
  const expires = new Date(expiresAt);
  const until = Number.isNaN(expires.getTime()) ? "" : `; Expires=${expires.toUTCString()}`;
  return `${cookieName(url)}=${key}; ${attributes(url)}${until}`;
}

/** Returns the `Set-Cookie` value that deletes the key from the browser. */
export function clearedSessionCookie(url: URL): string {
  return `${cookieName(url)}=; ${attributes(url)}; Max-Age=0`;
}

/** Whether the browser sent something that should be a key. */
export function hasSessionCookie(request: Request): boolean {
  return cookieValues(request, cookieName(new URL(request.url))).length > 0;
}

/** Returns the keys that the browser sent, which anybody can invent. */
export function readSessionCookie(request: Request): string[] {
  return cookieValues(request, cookieName(new URL(request.url))).filter((key) => KEY.test(key));
}
