import type { PageResponse } from "fresh";
import { ChungError } from "../../lib/errors.ts";
import type { PersonSession } from "../session/person_session.ts";
import { tokenIsGone } from "../upstream/token_is_gone.ts";
import { type Problem, problemOf, problemResponse } from "./problem.ts";
import { type FormFields, type FormLimits, wantsJson } from "./read_form.ts";
import type { State } from "./route_state.ts";

/** The part of a route's context that a posted form needs. */
export interface Posted {
  req: Request;
  params: Record<string, string>;
  state: State;
  json(body: unknown, init?: ResponseInit): Response;
  redirect(path: string, status?: number): Response;
}

export interface PostHandling<Answer, Data> {
  act(session: PersonSession, fields: FormFields): Promise<Answer>;
  /** The path where the browser goes on after a form without script. */
  done(answer: Answer, session: PersonSession, fields: FormFields): string | Promise<string>;
  /**
   * Answers a form without script that was refused.
   * @param session null where nobody is logged in, any more
   */
  refused(
    problem: Problem,
    fields: FormFields,
    session: PersonSession | null,
  ): Response | Promise<Response | PageResponse<Data>>;
  /** Answers a form without script that could not be read; without it errorResponses does. */
  unread?(problem: Problem): Response;
  /** The field with usernames, which a problem may name. */
  names?: string;
  /** The limits of the form, unless it is a plain one. */
  limits?: FormLimits;
  /** No script posts this form: whoever does gets a redirect or a page. */
  formOnly?: boolean;
}

/** Answers a posted form: script gets the answer or the problem as JSON, the browser itself a redirect or a page. */
export async function answerPost<Answer, Data = never>(
  ctx: Posted,
  { act, done, refused, unread, names, limits, formOnly = false }: PostHandling<Answer, Data>,
): Promise<Response | PageResponse<Data>> {
  const { session, language, forms } = ctx.state;
  const json = !formOnly && wantsJson(ctx.req);
  let fields: FormFields | undefined;
  let problem: Problem;
  try {
    fields = await forms.read(ctx.req, limits);
    if (session === null) throw new ChungError("invalid_token", "not logged in");
    const answer = await act(session, fields);
    if (json) return ctx.json(answer);
    return ctx.redirect(await done(answer, session, fields), 303);
  } catch (error) {
    if (fields === undefined && unread === undefined) throw error;
    problem = problemOf(error, language, names && fields?.text(names));
  }
  if (json) return problemResponse(problem);
  if (fields === undefined) return unread!(problem);
  return await refused(problem, fields, tokenIsGone(problem) ? null : session);
}
