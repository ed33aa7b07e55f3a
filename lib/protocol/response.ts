import type { ErrorCode } from "../errors.ts";

/** Formats `[@tag ]ok action {json}`, without the LF. */
export function okLine(tag: string | null, action: string, body: unknown): string {
  return `${tag === null ? "" : `@${tag} `}ok ${action} ${JSON.stringify(body)}`;
}

/** Formats `[@tag ]err action code human text`, without the LF. `action` is `-` when the line names no action. */
export function errLine(
  tag: string | null,
  action: string,
  code: ErrorCode,
  text: string,
): string {
  // The text may contain client input; a line break in it would forge a response.
  return `${tag === null ? "" : `@${tag} `}err ${action} ${code} ${text.replace(/\p{Cc}+/gu, " ")}`;
}
