import { define } from "../../../../client/http/define.ts";
import { messageId, projectId } from "../../../../client/shared/paths.ts";
import { problemOf, problemResponse } from "../../../../client/http/problem.ts";
import { ChungError } from "../../../../lib/errors.ts";

/** A page of the room's log as JSON: the newest messages before `?before=`, or the oldest after `?after=`. */
export const handler = define.handlers({
  async GET(ctx) {
    const { session, language } = ctx.state;
    try {
      const id = projectId(ctx.params.id);
      if (id === null) throw new ChungError("project_not_found", "no such project");
      if (session === null) throw new ChungError("invalid_token", "not logged in");
      return ctx.json(await session.history(id, pageFrom(ctx.url.searchParams)));
    } catch (error) {
      return problemResponse(problemOf(error, language));
    }
  },
});

function pageFrom(query: URLSearchParams): { before: number } | { after: number } {
  const [before, after] = ["before", "after"].map((name) => messageId(query.get(name) ?? ""));
  if (before !== null && after === null) return { before };
  if (after !== null && before === null) return { after };
  throw new ChungError("bad_request", "ask for messages either before or after one");
}
