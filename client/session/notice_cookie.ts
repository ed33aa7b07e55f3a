import { cookieAttributes, portCookieName } from "./cookie_name.ts";
import { cookieValues } from "./cookie_values.ts";

/** The notices that the next page tells, once. */
const NOTICES = ["had_account"] as const;

export type Notice = typeof NOTICES[number];

/** Seconds that a browser has to follow a redirect. */
const KEPT_SECONDS = 60;

const NAME = "chung_notice";

/** Returns the `Set-Cookie` value that makes the next page tell a notice. */
export function noticeCookie(url: URL, notice: Notice): string {
  return `${portCookieName(url, NAME)}=${notice}; ${
    cookieAttributes(url)
  }; Max-Age=${KEPT_SECONDS}`;
}

/** Returns the `Set-Cookie` value that deletes the notice. */
export function clearedNoticeCookie(url: URL): string {
  return `${portCookieName(url, NAME)}=; ${cookieAttributes(url)}; Max-Age=0`;
}

/** Returns the notice that the browser sent, or null. */
export function readNoticeCookie(request: Request): Notice | null {
  const values = cookieValues(request, portCookieName(new URL(request.url), NAME));
  return NOTICES.find((notice) => values.includes(notice)) ?? null;
}
