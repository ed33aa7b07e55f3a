import { Buffer } from "node:buffer";
import { isNotice, type Notice } from "../shared/notice.ts";
import { cookieAttributes, portCookieName } from "./cookie_name.ts";
import { cookieValues } from "./cookie_values.ts";

/** Seconds that a browser has to follow a redirect. */
const KEPT_SECONDS = 60;

const NAME = "chung_notice";

/**
 * Returns the `Set-Cookie` value that makes the next page tell a notice. It is kept in a cookie because anybody can
 * write an address, which would make a page tell what was not done.
 */
export function noticeCookie(url: URL, notice: Notice): string {
  const value = Buffer.from(JSON.stringify(notice)).toString("base64url");
  return `${portCookieName(url, NAME)}=${value}; ${cookieAttributes(url)}; Max-Age=${KEPT_SECONDS}`;
}

/** Returns the `Set-Cookie` value that deletes the notice. */
export function clearedNoticeCookie(url: URL): string {
  return `${portCookieName(url, NAME)}=; ${cookieAttributes(url)}; Max-Age=0`;
}

/** Returns the notice that the browser sent, or null. */
export function readNoticeCookie(request: Request): Notice | null {
  for (const value of cookieValues(request, portCookieName(new URL(request.url), NAME))) {
    const notice = parsed(value);
    if (isNotice(notice)) return notice;
  }
  return null;
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(Buffer.from(value, "base64url").toString());
  } catch {
    return null;
  }
}
