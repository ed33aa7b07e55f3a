import { ChungError, type ErrorCode } from "../../lib/errors.ts";
import { errorText, type ProblemCode } from "../i18n/error_text.ts";
import type { Language } from "../i18n/language.ts";
import { ServerUnreachable } from "../upstream/server_unreachable.ts";

/** An error as presented to a person. */
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
  session_not_found: 404,
  invitation_not_found: 404,
  log_not_found: 404,
  username_taken: 409,
  name_taken: 409,
  last_admin: 409,
  project_archived: 409,
  project_left: 409,
  too_many_projects: 409,
  tag_reused: 409,
  line_too_long: 413,
  rate_limited: 429,
  internal: 502,
  unknown_action: 502,
  unavailable: 503,
  server_full: 503,
};

/**
 * Converts an error of the server, of reaching it, or of a form to a problem. Any other error is rethrown.
 * @param typedNames usernames as typed into the form, which the problem's text may quote
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

/** Returns the problem of a form that is refused without asking the server. */
export function formProblem(code: ProblemCode, text: string): Problem {
  return { code, text, status: 422 };
}

/** Thrown when a form is refused without asking the server. */
export class RefusedForm extends Error {
  override readonly name = "RefusedForm";

  constructor(readonly problem: Problem) {
    super(problem.text);
  }
}

/** Returns a problem as a JSON response for scripts. */
export function problemResponse({ code, text, status }: Problem): Response {
  return Response.json({ error: { code, text } }, { status });
}

/** Reports whether the project doesn't exist or the person is not a member of it. */
export function isNoProject({ code }: Problem): boolean {
  return code === "not_a_member" || code === "project_not_found";
}
