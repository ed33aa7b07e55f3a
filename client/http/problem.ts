import { ChungError, type ErrorCode } from "../../lib/errors.ts";
import { errorText, type ProblemCode } from "../i18n/error_text.ts";
import type { Language } from "../i18n/language.ts";
import { ServerUnreachable } from "../upstream/server_unreachable.ts";

/** What went wrong, as a person reads it. */
export interface Problem {
  code: ProblemCode;
  text: string;
  /** The HTTP status of the page that shows it. */
  status: number;
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  invalid_token: 401,
  token_expired: 401,
  forbidden: 403,
  not_owner: 403,
  not_a_member: 403,
  not_author: 403,
  registration_closed: 403,
  account_disabled: 403,
  project_not_found: 404,
  message_not_found: 404,
  username_taken: 409,
  line_too_long: 413,
  rate_limited: 429,
  internal: 502,
  unknown_action: 502,
  unavailable: 503,
  server_full: 503,
};

/**
 * The problem that `error` stands for. Anything but the server's errors and its absence is thrown again.
 * @param typedNames what was typed where usernames were asked for
 */
export function problemOf(error: unknown, language: Language, typedNames = ""): Problem {
  if (error instanceof ChungError) {
    const text = errorText(language, error.code, error.message, typedNames);
    return { code: error.code, text, status: STATUS[error.code] ?? 422 };
  }
  if (error instanceof RefusedForm) return error.problem;
  if (error instanceof ServerUnreachable) {
    const code = error.distrust ?? "unreachable";
    return { code, text: errorText(language, code), status: 503 };
  }
  throw error;
}

/** A problem of a form that needs no server to be seen. */
export function formProblem(code: ProblemCode, text: string): Problem {
  return { code, text, status: 422 };
}

/** Thrown where a form's problem is found. */
export class RefusedForm extends Error {
  override readonly name = "RefusedForm";

  constructor(readonly problem: Problem) {
    super(problem.text);
  }
}

/** The problem as script gets it. */
export function problemResponse({ code, text, status }: Problem): Response {
  return Response.json({ error: { code, text } }, { status });
}

/** Whether the project is none of the person's. */
export function isNoProject({ code }: Problem): boolean {
  return code === "not_a_member" || code === "project_not_found";
}
