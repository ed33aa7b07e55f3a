import { ChungError, type ErrorCode } from "../../lib/errors.ts";
import { splitNames } from "../../lib/protocol/name_list.ts";

const TAG = /^[A-Za-z0-9._-]{1,64}$/;

/** An argument that is checked or escaped; nothing else gets into a request line. */
export type Argument = { readonly wire: string };

/** The longest request that a server with default limits reads, in bytes with its LF. */
const MAX_LINE = 65_536;

/**
 * One request, without its LF (docs/PROTOCOL.md, "Request, response, event").
 * @throws {ChungError} `tooLong`, when no server with default limits would read it
 */
export function requestLine(
  action: string,
  args: Argument[],
  tag: string | null = null,
  tooLong: ErrorCode = "line_too_long",
): string {
  const words = [...(tag === null ? [] : [`@${tag}`]), action, ...args.map(({ wire }) => wire)];
  const line = words.join(" ");
  if (new TextEncoder().encode(line).length >= MAX_LINE) {
    throw new ChungError(tooLong, "that is too long: shorten it, or send it in parts");
  }
  return line;
}

/** A tag as given when it is one, else a new one: it must never break the line. */
export function requestTag(given: string | undefined): string {
  return given !== undefined && TAG.test(given) ? given : crypto.randomUUID();
}

/** The token of a cookie. @throws {ChungError} `invalid_token` */
export function tokenArgument(token: string): Argument {
  return word(token, "invalid_token", "log in again");
}

/** @throws {ChungError} `code`, for what can't be a name: a space would make two arguments of it */
export function usernameArgument(username: string, code: ErrorCode): Argument {
  return word(username, code, "a username has letters, digits and . _ - only");
}

/** @throws {ChungError} `code`, for what can't be a number */
export function idArgument(id: number, code: ErrorCode): Argument {
  if (!Number.isSafeInteger(id) || id < 0) throw new ChungError(code, "there is no such number");
  return { wire: String(id) };
}

/** Passwords have no escapes, so what can't stand in a line is refused. @throws {ChungError} `code` */
export function passwordArgument(password: string, code: ErrorCode): Argument {
  if (password.trim() === "" || /[^\P{Cc}\t]/u.test(password)) {
    throw new ChungError(code, "a password has no line breaks or control characters");
  }
  return { wire: password };
}

/** Free text, its line breaks, TABs and backslashes escaped. @throws {ChungError} `empty` */
export function textArgument(text: string, empty: ErrorCode): Argument {
  const trimmed = text.replace(/\r\n?|[\u2028\u2029]/g, "\n").trim();
  if (trimmed === "") throw new ChungError(empty, "write something first");
  const wire = trimmed.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t")
    .replace(/\p{Cc}/gu, "\u{fffd}");
  return { wire };
}

/** Usernames as people type them, split by `,` `;` or spaces. @throws {ChungError} `bad_request`, `user_not_found` */
export function namesArgument(names: string): Argument {
  const list = splitNames(names);
  if (list.length === 0) throw new ChungError("bad_request", "write at least one username");
  const impossible = list.filter((name) => /\p{Cc}/u.test(name));
  if (impossible.length > 0) {
    throw new ChungError("user_not_found", "a username has no control characters");
  }
  return { wire: `[${[...new Set(list)].join(", ")}]` };
}

function word(value: string, code: ErrorCode, text: string): Argument {
  if (value === "" || /[\s\p{Cc}]/u.test(value)) throw new ChungError(code, text);
  return { wire: value };
}
