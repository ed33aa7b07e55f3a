import type { ErrorCode } from "../errors.ts";

/** `[@tag ]ok action {json}` without its LF. */
export function okLine(tag: string | null, action: string, body: unknown): string {
  return `${tag === null ? "" : `@${tag} `}ok ${action} ${JSON.stringify(body)}`;
}

/** `[@tag ]err action code human text` without its LF; `action` is `-` when the word is not an action. */
export function errLine(
  tag: string | null,
  action: string,
  code: ErrorCode,
  text: string,
): string {
  // The text may hold what a client sent; a line break in it would be a forged response.
  return `${tag === null ? "" : `@${tag} `}err ${action} ${code} ${text.replace(/\p{Cc}+/gu, " ")}`;
}
