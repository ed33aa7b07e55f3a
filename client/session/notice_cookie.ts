import { Buffer } from "node:buffer";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { isNotice, type Notice } from "../shared/notice.ts";
import { cookieAttributes, portCookieName } from "./cookie_name.ts";
import { cookieValues } from "./cookie_values.ts";

/** Seconds that a browser has to follow a redirect. */
const KEPT_SECONDS = 60;

const NAME = "chung_notice";

/** Signs notices: programs on other ports of the host can write cookies too, and a notice may have a button. */
const SECRET = randomBytes(32);

/**
 * Returns the `Set-Cookie` value that makes the next page of this user tell a notice. It is kept in a cookie because
 * anybody can write an address, which would make a page tell what was not done.
 */
export function noticeCookie(url: URL, notice: Notice, username: string): string {
  const told = Buffer.from(JSON.stringify(notice)).toString("base64url");
  const value = `${told}.${signature(told, username).toString("base64url")}`;
  return `${portCookieName(url, NAME)}=${value}; ${cookieAttributes(url)}; Max-Age=${KEPT_SECONDS}`;
}

/** Returns the `Set-Cookie` value that deletes the notice. */
export function clearedNoticeCookie(url: URL): string {
  return `${portCookieName(url, NAME)}=; ${cookieAttributes(url)}; Max-Age=0`;
}

/** Returns the notice for this user that the browser sent, or null. */
export function readNoticeCookie(request: Request, username: string): Notice | null {
  for (const value of cookieValues(request, portCookieName(new URL(request.url), NAME))) {
    const [told, signed = ""] = value.split(".");
    const expected = signature(told, username);
    const given = Buffer.from(signed, "base64url");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) continue;
    const notice = parsed(told);
    if (isNotice(notice)) return notice;
  }
  return null;
}

function signature(told: string, username: string): Buffer {
  return createHmac("sha256", SECRET).update(`${username} ${told}`).digest();
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(Buffer.from(value, "base64url").toString());
  } catch {
    return null;
  }
}
