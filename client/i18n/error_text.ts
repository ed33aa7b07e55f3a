import { ERROR_CODES, type ErrorCode } from "../../lib/errors.ts";
import { DEFAULT_LIMITS } from "../../lib/model/limits.ts";
import { splitTypedNames } from "../../lib/protocol/name_list.ts";
import { DISTRUSTS } from "../shared/distrust.ts";
import type { Language } from "./language.ts";
import type { Values } from "./message.ts";
import { t } from "./translate.ts";

/** Codes outside the protocol, for a server that can't be reached or trusted. */
const ABSENCES = ["unreachable", ...DISTRUSTS] as const;

/** Codes of forms that are refused without asking the server. */
const REFUSED_FORMS = ["notes_changed"] as const;

/** An error code of the protocol, the reason why the server isn't reached, or why a form wasn't sent to it. */
export type ProblemCode = ErrorCode | typeof ABSENCES[number] | typeof REFUSED_FORMS[number];

export function isProblemCode(code: string): code is ProblemCode {
  return ([...ABSENCES, ...REFUSED_FORMS, ...ERROR_CODES] as readonly string[]).includes(code);
}

/** Extracts the server's limits from its own error text: operators can change them. */
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
    case "invalid_name":
      return { min: 1, max: second ?? DEFAULT_LIMITS.maxName };
    case "message_too_long":
      return { max: first ?? DEFAULT_LIMITS.maxMessage };
    default:
      return {};
  }
}

/** The typed names that occur in the server's list: `no such user: ann, bob; nobody was added`. */
export function listedNames(typed: string, serverText: string): string[] {
  const list = /:([^;]*)/.exec(serverText)?.[1] ?? "";
  const listed = new Set(list.split(/[\s,]+/).map((name) => name.toLowerCase()));
  return [...new Set(splitTypedNames(typed).filter((name) => listed.has(name.toLowerCase())))];
}

/**
 * The sentence for `code`, telling the user what to do.
 * @param serverText the text of the server's `err` line, whose numbers and names are used
 * @param typedNames the text typed where usernames were asked for
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
  if (code === "registration_closed" && serverText.includes("by invitation")) {
    return t(language, "registration_by_invitation");
  }
  if (code === "user_not_found" || code === "project_left") {
    const names = listedNames(typedNames, serverText).join(", ");
    const key = code === "project_left" ? "error_users_left" : "error_users_not_found";
    if (names !== "") return t(language, key, { names });
  }
  return t(language, `error_${code}`, limitsIn(code, serverText));
}
