import { define } from "../client/http/define.ts";
import { problemOf, problemResponse } from "../client/http/problem.ts";
import { projectId } from "../client/shared/paths.ts";
import { ChungError } from "../lib/errors.ts";

/** The people to choose from as JSON: those of one's projects, but not of the project `?project=`. */
export const handler = define.handlers({
  async GET(ctx) {
    const { session, language } = ctx.state;
    try {
      if (session === null) throw new ChungError("invalid_token", "not logged in");
      const project = projectId(ctx.url.searchParams.get("project") ?? "");
      return ctx.json({ people: await session.knownPeople(project) });
    } catch (error) {
      return problemResponse(problemOf(error, language));
    }
  },
});
