import { define } from "../../../../client/http/define.ts";
import { problemOf, problemResponse } from "../../../../client/http/problem.ts";
import { projectIdIn } from "../../../../client/http/project_id_in.ts";
import { keptFile } from "../../../../client/pages/import/running_imports.ts";
import { ChungError } from "../../../../lib/errors.ts";

export const handler = define.handlers({
  /** How far the import of the file `?file=` of this person is, as JSON; null if there is none. */
  GET(ctx) {
    const { session, language } = ctx.state;
    if (session === null) {
      return problemResponse(problemOf(new ChungError("invalid_token", "not logged in"), language));
    }
    const id = projectIdIn(ctx.params);
    const file = keptFile(session, id, ctx.url.searchParams.get("file") ?? "");
    return ctx.json({ progress: file?.progress ?? null });
  },
});
