import { answerPost } from "../../../../client/http/answer_post.ts";
import { define } from "../../../../client/http/define.ts";
import { problemOf, problemResponse } from "../../../../client/http/problem.ts";
import { projectIdIn } from "../../../../client/http/project_id_in.ts";
import { findExport } from "../../../../client/pages/export/running_exports.ts";
import { ChungError } from "../../../../lib/errors.ts";

export const handler = define.handlers({
  /** How far the export `?key=` of this person is, as JSON; null if there is none. */
  GET(ctx) {
    const { session, language } = ctx.state;
    if (session === null) {
      return problemResponse(problemOf(new ChungError("invalid_token", "not logged in"), language));
    }
    const found = findExport(session, ctx.url.searchParams.get("key") ?? "");
    return ctx.json({ progress: found?.progress ?? null });
  },

  /** Breaks the export `key` off. */
  POST: (ctx) =>
    answerPost(ctx, {
      act: (session, fields) => {
        findExport(session, fields.exact("key"))?.cancel();
        return Promise.resolve({ cancelled: true });
      },
      done: () => `/projects/${projectIdIn(ctx.params)}/export`,
      refused: () => ctx.redirect(`/projects/${projectIdIn(ctx.params)}/export`, 303),
    }) as Promise<Response>,
});
