import { HttpError } from "fresh";
import { ChungError } from "../../lib/errors.ts";
import { type FormFields, wantsJson } from "./read_form.ts";
import { projectId } from "../shared/paths.ts";
import { type Problem, problemOf } from "./problem.ts";
import type { PersonSession } from "../session/person_session.ts";
import type { State } from "./route_state.ts";

/** The part of a route's context that a posted form needs. */
interface Posted {
  req: Request;
  params: Record<string, string>;
  state: State;
  json(body: unknown, init?: ResponseInit): Response;
  redirect(path: string, status?: number): Response;
}

/** What a form does to a project. */
interface PostAction<Answer> {
  act(session: PersonSession, projectId: number, fields: FormFields): Promise<Answer>;
  /** Where the browser goes on after a form without script; else to the project. */
  after?(session: PersonSession, fields: FormFields): string | null;
  /** What was typed, for the project's page to show again when it is refused; short enough for an address. */
  typed?(fields: FormFields): Record<string, string>;
}

/**
 * A form about the project `[id]`: script gets the answer or the problem as JSON; the browser itself is sent to the
 * project's page, which shows what went wrong by `?problem=CODE`.
 */
export async function postAction<Answer>(
  ctx: Posted,
  { act, after, typed }: PostAction<Answer>,
): Promise<Response> {
  const id = projectId(ctx.params.id);
  if (id === null) throw new HttpError(404);
  const { session, language } = ctx.state;
  const page = `/projects/${id}`;
  let problem: Problem;
  let kept: Record<string, string> = {};
  try {
    const fields = await ctx.state.forms.read(ctx.req);
    kept = typed?.(fields) ?? {};
    if (session === null) throw new ChungError("invalid_token", "not logged in");
    const answer = await act(session, id, fields);
    if (wantsJson(ctx.req)) return ctx.json(answer);
    return ctx.redirect(after?.(session, fields) ?? page, 303);
  } catch (error) {
    problem = problemOf(error, language);
  }
  const { code, text, status } = problem;
  if (wantsJson(ctx.req)) return ctx.json({ error: { code, text } }, { status });
  return ctx.redirect(`${page}?${new URLSearchParams({ problem: code, ...kept })}`, 303);
}
