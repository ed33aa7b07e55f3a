import { ERROR_CODES, type ErrorCode } from "../../lib/errors.ts";
import { DEFAULT_LIMITS } from "../../lib/model/limits.ts";
import { splitNames } from "../shared/username_list.ts";
import { DISTRUSTS } from "../shared/distrust.ts";
import type { Language } from "./language.ts";
import type { Values } from "./message.ts";
import { t } from "./translate.ts";

/** The codes that are no part of the protocol: why the server isn't reached. */
const ABSENCES = ["unreachable", ...DISTRUSTS] as const;

/** A code of the protocol, or why the server isn't reached. */
export type ProblemCode = ErrorCode | typeof ABSENCES[number];

export function isProblemCode(code: string): code is ProblemCode {
  return ([...ABSENCES, ...ERROR_CODES] as readonly string[]).includes(code);
}

/** The limits of the server as its own text tells them: an operator can change every one. */
function limitsIn(code: ProblemCode, serverText: string): Values {
  const [first, second] = (serverText.match(/\d+/g) ?? []).map(Number);
  switch (code) {
    case "invalid_username":
      return { min: 1, max: second ?? DEFAULT_LIMITS.maxUsername };
    case "invalid_password":
      return {
        min: first ?? DEFAULT_LIMITS.minPassword,
        max: second ?? DEFAULT_LIMITS.maxPassword,
      };
    case "invalid_project_name":
    case "invalid_title":
      return { min: 1, max: second ?? DEFAULT_LIMITS.maxProjectName };
    case "message_too_long":
      return { max: first ?? DEFAULT_LIMITS.maxMessage };
    default:
      return {};
  }
}

/** The typed names among those that the server lists: `no such user: ann, bob; nobody was added`. */
export function unknownNames(typed: string, serverText: string): string[] {
  const listed = /:([^;]*)/.exec(serverText)?.[1] ?? "";
  const unknown = new Set(listed.split(/[\s,]+/).map((name) => name.toLowerCase()));
  return [...new Set(splitNames(typed).filter((name) => unknown.has(name.toLowerCase())))];
}

/**
 * The sentence for `code` that tells a person what to do.
 * @param serverText the text of the server's `err` line: its numbers and names go into the sentence
 * @param typedNames what was typed where usernames were asked for
 */
export function errorText(
  language: Language,
  code: ProblemCode,
  serverText = "",
  typedNames = "",
): string {
  if (code === "rate_limited") {
    const seconds = /in (\d+) s$/.exec(serverText)?.[1];
    if (seconds === undefined) return t(language, "error_rate_limited_a_while");
    return t(language, "error_rate_limited", { count: Number(seconds) });
  }
  if (code === "user_not_found") {
    const names = unknownNames(typedNames, serverText);
    if (names.length > 0) return t(language, "error_users_not_found", { names: names.join(", ") });
  }
  return t(language, `error_${code}`, limitsIn(code, serverText));
}
