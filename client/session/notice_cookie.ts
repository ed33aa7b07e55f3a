import { cookieValues } from "./cookie_values.ts";

/** The notices that the next page tells, once. */
const NOTICES = ["had_account"] as const;

export type Notice = typeof NOTICES[number];

/** Seconds that a browser has to follow a redirect. */
const KEPT_SECONDS = 60;

/** Contains the port, as the session's cookie does. */
function cookieName(url: URL): string {
  return `chung_notice_${url.port || "80"}`;
}

/** Returns the `Set-Cookie` value that makes the next page tell a notice. */
export function noticeCookie(url: URL, notice: Notice): string {
  return `${cookieName(url)}=${notice}; Path=/; Max-Age=${KEPT_SECONDS}; HttpOnly; SameSite=Strict`;
}

/** Returns the `Set-Cookie` value that deletes the notice. */
export function clearedNoticeCookie(url: URL): string {
  return `${cookieName(url)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict`;
}

/** Returns the notice that the browser sent, or null. */
export function readNoticeCookie(request: Request): Notice | null {
  const values = cookieValues(request, cookieName(new URL(request.url)));
  return NOTICES.find((notice) => values.includes(notice)) ?? null;
}
