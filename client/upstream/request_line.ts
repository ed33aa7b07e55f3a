import { ChungError, type ErrorCode } from "../../lib/errors.ts";
import { trimMessage } from "../../lib/model/message.ts";
import { splitTypedNames } from "../../lib/protocol/name_list.ts";

const TAG = /^[A-Za-z0-9._-]{1,64}$/;

/** A checked or escaped argument, the only kind that a request line accepts. */
export type Argument = { readonly wire: string };

/** Longest request that a server with default limits reads, in bytes including the LF. */
const MAX_LINE = 65_536;

/**
 * Formats a request without its LF (docs/PROTOCOL.md, "Request, response, event").
 * @throws {ChungError} `tooLong`, if a server with default limits would not read it
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

/** Returns the given tag if it is valid, else a new one: an invalid tag would break the line. */
export function requestTag(given: string | undefined): string {
  return given !== undefined && TAG.test(given) ? given : crypto.randomUUID();
}

/** Makes an argument of a token. @throws {ChungError} `invalid_token` */
export function tokenArgument(token: string): Argument {
  return word(token, "invalid_token", "log in again");
}

/** Makes an argument of a username. @throws {ChungError} `code`, if it is empty or a space would split it in two */
export function usernameArgument(username: string, code: ErrorCode): Argument {
  return word(username, code, "a username has letters, digits and . _ - only");
}

/** Makes an argument of a word. @throws {ChungError} `code`, if it is empty or a space would split it in two */
export function wordArgument(text: string, code: ErrorCode): Argument {
  return word(text, code, "that has to be one word");
}

/** Makes an argument of an id. @throws {ChungError} `code`, unless it is a non-negative safe integer */
export function idArgument(id: number, code: ErrorCode): Argument {
  if (!Number.isSafeInteger(id) || id < 0) throw new ChungError(code, "there is no such number");
  return { wire: String(id) };
}

/**
 * Makes an argument of a password, sent as it is: the protocol has no escapes for passwords.
 * @throws {ChungError} `code`, if it is blank or has control characters other than TAB
 */
export function passwordArgument(password: string, code: ErrorCode): Argument {
  if (password.trim() === "" || /[^\P{Cc}\t]/u.test(password)) {
    throw new ChungError(code, "a password has no line breaks or control characters");
  }
  return { wire: password };
}

/**
 * Makes an argument of free text, escaping line breaks, TABs and backslashes. A newline before it protects the
 * indentation of the first of several lines.
 * @throws {ChungError} `empty`
 */
export function textArgument(text: string, empty: ErrorCode): Argument {
  const trimmed = trimMessage(text.replace(/\r\n?|[\u2028\u2029]/g, "\n"));
  if (trimmed === "") throw new ChungError(empty, "write something first");
  const wire = trimmed.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t")
    .replace(/\p{Cc}/gu, "\u{fffd}");
  return { wire: /^\s/.test(wire) ? `\\n${wire}` : wire };
}

/** Makes an argument of a value as JSON, which has escapes of its own. */
export function jsonArgument(value: unknown): Argument {
  const escape = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return { wire: JSON.stringify(value).replace(/\p{Cc}/gu, escape) };
}

/**
 * Makes an argument of usernames as people type them, separated by `,` `;` or spaces.
 * @throws {ChungError} `bad_request` if there are none, `user_not_found` if one has control characters
 */
export function namesArgument(names: string): Argument {
  const list = splitTypedNames(names);
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
